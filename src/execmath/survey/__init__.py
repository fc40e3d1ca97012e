"""Reads the displays of anybody's pages and papers, and says what stands in their way."""
