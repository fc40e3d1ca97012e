"""The site: hands the events of MkDocs to components that check, typeset and publish equations."""

__version__ = "0.1.0"
