"""The site: hands the events of MkDocs to components that check, typeset and publish equations."""
