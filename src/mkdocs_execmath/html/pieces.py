r"""Where a display may go on in a new line: its statement before a relation, where it is long, and
its hypotheses behind a comma.

What stands in brackets or in an environment is not cut. The pieces are typeset each by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from execmath.language.ast import Span
from execmath.language.hypotheses import parts

TOKEN = re.compile(r"\\(?:left|right|middle|[bB]igg?[lmr]?)\s*(?:\\[A-Za-z]+|\\.|.)"
                   r"|\\[A-Za-z]+|\\.|:=|.", re.DOTALL)
RELATIONS = frozenset({"=", "<", ">", r"\le", r"\ge", r"\leq", r"\geq"})
OPENING = re.compile(r"[{(\[]|\\\{|\\left(?![a-z])|\\begin$")
CLOSING = re.compile(r"[})\]]|\\\}|\\right(?![a-z])|\\end$")
# What reaches beyond a cut, or means something else at a place where a formula begins.
REACHING = re.compile(r"\\(?:over|atop|above|choose|brack|brace|not|limits|nolimits|\w*style"
                      r"|middle)(?![A-Za-z])|[%&]")
SPACING = re.compile(r"\s*(?:\\[;,:! ]\s*|\\q?quad(?![A-Za-z])\s*)+")
LONG = 90  # characters of LaTeX, below which a statement fits a line even on a phone


@dataclass(frozen=True)
class Cut:
    """The pieces of a display, as places in its LaTeX."""

    statement: tuple[Span, ...]
    hypotheses: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.statement + self.hypotheses


@lru_cache(maxsize=10_000)  # a build asks of each display several times
def cut(tex: str) -> Cut:
    """The pieces of a display's LaTeX. Where an environment holds both a statement and its
    hypotheses, nothing is cut."""
    whole = parts(tex)
    if whole.hypotheses is None or not whole.apart:
        start = len(tex) - len(tex.lstrip())
        return Cut(_at_relations(tex, (start, max(start, len(tex.rstrip())))))
    return Cut(_at_relations(tex, whole.statement), _behind_commas(tex, whole.hypotheses))


def _at_relations(tex: str, span: Span) -> tuple[Span, ...]:
    text = tex[slice(*span)]
    if len(text) <= LONG or REACHING.search(text):
        return (span,)
    places = [span[0] + place for place, token in _outermost(text) if token in RELATIONS and place]
    ends = [*places, span[1]]
    pieces = [(start, end - _blank_end(tex[start:end]))
              for start, end in zip([span[0], *places], ends, strict=True)]
    is_bare = any(tex[start:end].strip() in RELATIONS or start == end for start, end in pieces)
    return (span,) if is_bare else tuple(pieces)


def _behind_commas(tex: str, span: Span) -> tuple[Span, ...]:
    r"""Behind each comma that is followed by a space, such as `,\;`, which the cut replaces."""
    text = tex[slice(*span)]
    if REACHING.search(text):
        return (span,)
    pieces, start = [], span[0]
    for place, token in _outermost(text):
        behind = span[0] + place + 1
        if token == "," and behind > start and (space := SPACING.match(tex, behind, span[1])):
            pieces.append((start, behind))
            start = space.end()
    return (*pieces, (start, span[1])) if start < span[1] else (span,)


def _outermost(text: str) -> list[tuple[int, str]]:
    """The tokens that stand in no brackets and in no environment; none, where brackets do not
    match."""
    found, depth = [], 0
    for match in TOKEN.finditer(text):
        token = match[0]
        if CLOSING.match(token):
            depth -= 1
        elif OPENING.match(token):
            depth += 1
        elif depth == 0:
            found.append((match.start(), token))
        if depth < 0:
            return []
    return found if depth == 0 else []


def _blank_end(text: str) -> int:
    return len(text) - len(text.rstrip())
