"""What the search knows of a formula."""
