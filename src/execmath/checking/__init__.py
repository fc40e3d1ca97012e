"""Decides at points whether a statement holds."""
