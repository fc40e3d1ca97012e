"""What kind of statement a display is, told from its tokens before any of it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from execmath.language import codes
from execmath.language.hypotheses import (
    array_depth,
    is_aligned,
    leads_over,
    place_of_hypotheses,
)
from execmath.language.parser.arrays import CELL, ROW
from execmath.language.tokens import Kind, LatexError, Token
from execmath.language.vocabulary import RELATIONS

SIZE = re.compile(r"\\(left|right)(?![A-Za-z])")
OPENING, CLOSING = ("(", "[", "{", r"\{"), (")", "]", "}", r"\}")


class Form(StrEnum):
    DECLARATION = "declaration"
    DEFINITION = "definition"
    CLAIM = "claim"


def without_full_stop(tokens: Sequence[Token]) -> Sequence[Token]:
    """A display ends a sentence or a clause; its punctuation says nothing."""
    last = -2
    if tokens[last:-1] and tokens[last].text.startswith(r"\end"):
        last = -3
    if len(tokens) >= -last and tokens[last].text in (".", ","):
        return [*tokens[:last], *tokens[last + 1 :]]
    return tokens


def check_sizes(tex: str) -> None:
    r"""Each \left has its \right, or TeX shows something else."""
    sizes = SIZE.findall(tex)
    if sizes.count("left") != sizes.count("right"):
        raise LatexError(codes.UNBALANCED, r"each \left has its \right", (0, len(tex)))


def check_thousands(tokens: Sequence[Token]) -> None:
    """1,000: a number, or two?"""
    for first, comma, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (comma.text == "," and first.kind is second.kind is Kind.NUMBER
                and comma.span == (first.span[1], second.span[0])
                and len(second.text) == 3 and "." not in first.text):
            raise LatexError(codes.TWO_READINGS, "two readings: the number "
                             f"{first.text}{second.text}, or {first.text} and {second.text}; write "
                             "thousands without a comma, and a space behind one that separates",
                             (first.span[0], second.span[1]))


def form(tokens: Sequence[Token]) -> Form:
    """Told by the relation that stands outside all brackets."""
    relations = relations_outside(tokens)
    if ":=" in relations:
        return Form.DEFINITION
    if relations & RELATIONS.keys():
        return Form.CLAIM
    if relations & {r"\in", r"\colon", ":"}:
        return Form.DECLARATION
    must_be_closed(tokens)
    raise LatexError(codes.NO_STATEMENT,
                     r"neither a declaration (\in), a definition (:=) nor a claim (=, \le, <, ...)",
                     (0, tokens[-1].span[1]))


def relations_outside(tokens: Sequence[Token]) -> set[str]:
    """The tokens outside all brackets, up to the hypotheses of what has a relation."""
    depth = 0
    outside: set[str] = set()
    for token in tokens:
        depth += (token.text in OPENING) - (token.text in CLOSING) + array_depth(token)
        if leads_over(token) and outside & {":=", *RELATIONS}:
            break
        if depth == 0:
            outside.add(token.text)
    return outside


def must_be_closed(tokens: Sequence[Token]) -> None:
    """A bracket without its partner hides the relation of a display."""
    waiting: list[Token] = []
    for token in tokens:
        if token.text in OPENING:
            waiting.append(token)
        elif token.text in CLOSING:
            if not waiting:
                raise LatexError(codes.UNBALANCED, f"{token.text!r} closes nothing", token.span)
            waiting.pop()
    if waiting:
        raise LatexError(codes.UNBALANCED, f"{waiting[0].text!r} is never closed", waiting[0].span)


def split(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens of the statement, and those of its hypotheses, each closed by an end."""
    inner, end = tokens[:-1], tokens[-1]
    check_aligned(inner)
    cut = place_of_hypotheses(inner)
    body = [token for token in inner[:cut] if not is_aligned(token)]
    rest = [token for token in inner[cut:] if not is_aligned(token)]
    for token in outside_arrays(rest, ROW):
        raise LatexError(codes.ROWS, "hypotheses stand behind the last row", token.span)
    if not body:
        raise LatexError(codes.NO_STATEMENT, "an empty display", (0, end.span[1]))
    return [*body, end._replace(span=(body[-1].span[1],) * 2)], [*rest, end]


def check_aligned(tokens: Sequence[Token]) -> None:
    """One environment holds the rows of a display, from its beginning."""
    aligned = [token for token in tokens if is_aligned(token)]
    if not aligned:
        for token in outside_arrays(tokens, ROW, CELL):
            raise LatexError(codes.ROWS, rf"{token.text} stands in rows only, as in "
                             r"\begin{aligned} … \end{aligned}", token.span)
        return
    first, *others = aligned
    if first is not tokens[0]:
        raise LatexError(codes.ROWS, f"{first.text} is not in the grammar here", first.span)
    if [token.text for token in others] != [first.text.replace("begin", "end")]:
        raise LatexError(codes.ROWS, f"{first.text} is not closed once", first.span)


def outside_arrays(tokens: Sequence[Token], *texts: str) -> Iterator[Token]:
    """Matrices and cases have rows of their own."""
    depth = 0
    for token in tokens:
        depth += array_depth(token)
        if token.text in texts and depth == 0:
            yield token
