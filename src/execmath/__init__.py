"""Reads the equations of Markdown pages and executes them as typeset.

Code blocks hold functions against them by `implements` and `holds`; `execmath check docs` checks a
folder of pages from a shell; the MkDocs plugin `execmath` does so while a site is built.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from execmath.code.assertions import Refused, Report, holds, implements
    from execmath.code.bibliography import bibliography
    from execmath.code.catalogue import catalogue
    from execmath.code.glossary import glossary
    from execmath.documents.single import check
    from execmath.documents.site import Site

__version__ = "0.1.0"

__all__ = [
    "Refused", "Report", "Site", "bibliography", "catalogue", "check", "glossary", "holds",
    "implements",
]

HOMES = {
    "Site": "execmath.documents.site",
    "bibliography": "execmath.code.bibliography",
    "catalogue": "execmath.code.catalogue",
    "check": "execmath.documents.single",
    "glossary": "execmath.code.glossary",
}


def __getattr__(name: str) -> Any:
    """The verbs are imported when they are asked for: a build that runs no block needs no numpy."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(HOMES.get(name, "execmath.code.assertions")), name)
