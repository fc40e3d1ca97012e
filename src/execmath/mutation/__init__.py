"""Alters one place of a formula at a time, and sees that the check notices."""
