"""Holds numpy functions against the page, and runs the page's code."""
