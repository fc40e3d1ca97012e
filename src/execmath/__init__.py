"""Reads the equations of Markdown pages and executes them as typeset.

The verbs for code blocks are `implements` and `holds`; `python -m execmath docs` checks a folder of
pages from a shell; the MkDocs plugin `execmath` does so while a site is built.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from execmath.verbs import Refused, Report, holds, implements

__all__ = ["Refused", "Report", "holds", "implements"]


def __getattr__(name: str) -> Any:
    """The verbs are imported when they are asked for: a build that runs no block needs no numpy."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from execmath import verbs

    return getattr(verbs, name)
