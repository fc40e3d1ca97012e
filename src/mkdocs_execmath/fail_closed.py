"""A Markdown extension that converts no page unless its equations are executed.

    markdown_extensions:
      - mkdocs_execmath.fail_closed

A generator that knows nothing of the plugin, or is not told of it, would publish a false equation
as if it had been checked. But each of them reads the list of Markdown extensions, and fails when
one of them does.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.exceptions import PluginError

from mkdocs_execmath import codes

FIRST = 1_000_000  # a priority: nothing reads the page before
MESSAGE = ("no equation of this page is executed, so it is not converted. Build the site with "
           "`mkdocs build`, and list `execmath` under `plugins` in mkdocs.yml; or, to publish "
           "formulas that nobody has checked, take `mkdocs_execmath.fail_closed` out of "
           "`markdown_extensions`.")

_in_session = False


def begin() -> None:
    """All equations of the site were executed: its pages may be converted."""
    global _in_session
    _in_session = True


def end() -> None:
    """The build is over, or has failed."""
    global _in_session
    _in_session = False


class FailClosed(Extension):  # type: ignore[misc]
    """Raises PluginError where a page is converted without a check."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Gate(md), "execmath_fail_closed", FIRST)


class _Gate(Preprocessor):  # type: ignore[misc]
    def run(self, lines: list[str]) -> list[str]:
        if not _in_session:
            raise PluginError(f"{codes.NOT_CHECKED}: {MESSAGE}")
        return lines


def makeExtension(**options: Any) -> FailClosed:
    """What Markdown looks for in a module that is named as an extension."""
    return FailClosed(**options)
