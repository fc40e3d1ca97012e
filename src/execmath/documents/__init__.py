"""Reads a folder of Markdown as equations, executes them once, and keeps the results."""
