"""Compiles a tree to a function from points to values."""
