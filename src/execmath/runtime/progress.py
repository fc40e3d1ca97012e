"""A line on a terminal that says how far a long piece of work has come."""

from __future__ import annotations

import sys


def show(done: int, of: int, what: str = "equations") -> None:
    """Rewrites the line; clears it at the end. Says nothing where nobody is watching."""
    if sys.stderr.isatty():
        line = f"execmath: {done} of {of} {what}" if done < of else ""
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)
