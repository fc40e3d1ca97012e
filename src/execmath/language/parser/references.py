r"""The equation that a sign of equality refers to, `\overset{\eqref{a-label}}{=}`.

The reference says why two sides are equal, and nothing that could be executed; the sign below it
is read as it stands. Another mark over a sign makes another sign of it (`\overset{d}{=}`, equal in
law), which is not in the grammar.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from execmath.language import codes
from execmath.language.ast import Span
from execmath.language.tokens import Kind, LatexError, Token
from execmath.language.vocabulary import RELATIONS

OVER = (r"\overset", r"\stackrel")
NAMING = (r"\eqref", r"\ref")
ALIKE = (r"\operatorname{iid}", r"\text{iid}", "i.i.d.")
DEFINING = (r"\operatorname{def}", r"\text{def}", r"\triangle", r"\Delta")


class Reference(NamedTuple):
    """The label, or the number in brackets, of another display, and where it is referred to."""

    name: str
    is_label: bool
    span: Span


def as_text(tex: str) -> str:
    r"""The same, with a reference as the label that it names: what is typeset by itself knows no
    other display. Every place stays where it is."""
    return tex.replace(r"\eqref{", r"\text {")


def without_references(tex: str, tokens: Sequence[Token]) -> tuple[list[Token], list[Reference]]:
    """The tokens with plain relations, and what they refer to; raises LatexError."""
    plain: list[Token] = []
    references: list[Reference] = []
    place = 0
    while place < len(tokens):
        if tokens[place].text not in OVER or tokens[place].kind is Kind.TEXT:
            plain.append(tokens[place])
            place += 1
            continue
        above = _group(tokens, place + 1)
        below = _group(tokens, above[1])
        sign = [token for token in tokens[below[0] : below[1]] if token.text not in "{}"]
        mark = list(tokens[above[0] + 1 : above[1] - 1])
        plain.append(_sign(tokens[place], mark, sign, references, tex))
        place = below[1]
    return plain, references


def _group(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """From where to where a group goes, or the single token."""
    depth = 0
    for index in range(place, len(tokens) - 1):
        depth += (tokens[index].text == "{") - (tokens[index].text == "}")
        if depth == 0:
            return place, index + 1
    raise LatexError(codes.UNBALANCED, "a group that is never closed", tokens[place].span)


def _sign(over: Token, mark: list[Token], sign: list[Token], references: list[Reference],
          tex: str) -> Token:
    if len(sign) == 1 and sign[0].text == r"\sim" and len(mark) == 1 and mark[0].text in ALIKE:
        return sign[0]  # of a sample, whose draws are independent and alike anyway
    if len(sign) != 1 or sign[0].text not in RELATIONS:
        raise LatexError(codes.NOT_IN_GRAMMAR, f"{over.text} stands over a relation, such as =, "
                         "and names the equation that it rests on", over.span)
    if len(mark) == 1 and mark[0].text in DEFINING:
        return sign[0]._replace(text=":=")
    reference = _reference(mark, tex)
    if reference is None:
        raise LatexError(codes.NOT_IN_GRAMMAR, "a mark over a relation makes another one of it, "
                         r"unless it is a reference, such as \eqref{…} or (3)", over.span)
    references.append(reference)
    return sign[0]


def _reference(mark: list[Token], tex: str) -> Reference | None:
    """What a mark refers to; None where it is no reference."""
    if not mark:
        return None
    span = (mark[0].span[0], mark[-1].span[1])
    match [token.text for token in mark]:
        case [command, "{", _, *_, "}"] if command in NAMING:
            return Reference(tex[mark[1].span[1] : mark[-1].span[0]].strip(), True, span)
        case ["(", number, ")"]:
            return Reference(number, False, span)
        case [text] if mark[0].kind is Kind.TEXT and (text[:1], text[-1:]) == ("(", ")"):
            return Reference(text[1:-1], False, span)
    return None
