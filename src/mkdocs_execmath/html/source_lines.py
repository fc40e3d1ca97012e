"""The lines of a Markdown source, told apart: prose, code, and what opens and closes code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from execmath.documents.markdown import COMMENT, FENCE


class Kind(Enum):
    """What a line is."""

    PROSE = auto()
    FENCE = auto()
    CODE = auto()
    EXECUTED = auto()  # code that runs


def told_apart(markdown: str) -> Iterator[tuple[Kind, str]]:
    """Each line with its kind."""
    fence, code = "", Kind.CODE
    for line in markdown.split("\n"):
        match, stripped = FENCE.match(line), line.strip()
        if fence and stripped.startswith(fence) and not stripped.strip(fence[0]):
            fence = ""
            yield Kind.FENCE, line
        elif fence:
            yield code, line
        elif match:
            fence = match["fence"]
            code = Kind.EXECUTED if "exec=" in match["info"] else Kind.CODE
            yield Kind.FENCE, line
        else:
            yield Kind.PROSE, line


def without_directives(markdown: str) -> str:
    """Without the comments that speak of a display: with one directly above it, Markdown takes the
    display for HTML. In code they are what a page shows."""
    pieces: list[str] = []
    prose: list[str] = []
    for kind, line in told_apart(markdown):
        if kind is Kind.PROSE:
            prose.append(line)
        else:
            pieces += [*_undirected(prose), line]
            prose = []
    return "\n".join([*pieces, *_undirected(prose)])


def _undirected(lines: list[str]) -> list[str]:
    text = COMMENT.sub(_undirected_comment, "\n".join(lines))
    return text.split("\n") if lines else []


def _undirected_comment(match: re.Match[str]) -> str:
    return "" if "execmath:" in match[0] else match[0]
