"""Reads the equations of Markdown pages and executes them as typeset.

The verbs for code blocks are `implements` and `holds`; `python -m execmath docs` checks a folder of
pages from a shell; the MkDocs plugin `execmath` does so while a site is built.
"""

from execmath.verbs import Refused, Report, holds, implements

__all__ = ["Refused", "Report", "holds", "implements"]
