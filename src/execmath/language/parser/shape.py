"""What kind of statement a display is, told from its tokens before any of it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import dropwhile
from typing import NoReturn

from execmath.language import codes
from execmath.language.hypotheses import (
    array_depth,
    is_aligned,
    leads_over,
    place_of_hypotheses,
)
from execmath.language.parser.arrays import CELL, ROW
from execmath.language.parser.hints import HINTS, hint
from execmath.language.parser.names import SIGNS_BELOW
from execmath.language.parser.rows import statements_of
from execmath.language.tokens import Kind, LatexError, Token
from execmath.language.vocabulary import CLOSERS, OPENERS, RELATIONS

SIZE = re.compile(r"\\(left|right)(?![A-Za-z])")
DEPTH = {**dict.fromkeys(OPENERS, 1), **dict.fromkeys(CLOSERS, -1)}
LAST = frozenset({".", ",", ";", ROW, CELL, r"\blacksquare", r"\square"})
IMPLYING = frozenset({r"\Rightarrow", r"\implies", r"\Longrightarrow"})
EQUIVALENT = frozenset({r"\Leftrightarrow", r"\iff", r"\Longleftrightarrow"})
IMPLICATIONS = IMPLYING | EQUIVALENT
PARTS_OF_NAMES = frozenset({",", r"\ldots", "_", "{", "}", "'", "^", "*", *SIGNS_BELOW})
BEHIND_NAMES = frozenset({r"\in", r"\colon", ":", r"\sim", r"\perp"})  # in a declaration
STATING = frozenset({":=", *RELATIONS})
CLAIMING = frozenset({*RELATIONS, r"\approx", r"\propto"})


class Form(StrEnum):
    DECLARATION = "declaration"
    DEFINITION = "definition"
    CLAIM = "claim"


def without_full_stop(tokens: Sequence[Token]) -> Sequence[Token]:
    """A display ends a sentence or a clause; its punctuation says nothing, nor does a last row
    without anything in it."""
    *inner, end = tokens
    behind: list[Token] = []
    while inner:
        if inner[-1].text in LAST:
            inner.pop()
        elif is_aligned(inner[-1]) and inner[-1].text.startswith(r"\end"):
            behind.insert(0, inner.pop())
        else:
            break
    return [*inner, *behind, end]


def check_sizes(tex: str) -> None:
    r"""Each \left has its \right, or TeX shows something else."""
    sizes = SIZE.findall(tex)
    if sizes.count("left") != sizes.count("right"):
        raise LatexError(codes.UNBALANCED, r"each \left has its \right", (0, len(tex)))


def check_thousands(tokens: Sequence[Token]) -> None:
    """1,000: a number, or two?"""
    for first, comma, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (comma.text == "," and first.kind is Kind.NUMBER and second.kind is Kind.NUMBER
                and comma.span == (first.span[1], second.span[0])
                and len(second.text) == 3 and "." not in first.text):
            raise LatexError(codes.TWO_READINGS, "two readings: the number "
                             f"{first.text}{second.text}, or {first.text} and {second.text}; write "
                             "thousands without a comma, and a space behind one that separates",
                             (first.span[0], second.span[1]))


def form(tokens: Sequence[Token]) -> Form:
    """Told by the relation that stands outside all brackets."""
    relations = relations_outside(tokens)
    if relations & IMPLICATIONS:
        return Form.CLAIM
    if ":=" in relations:
        return Form.DEFINITION
    if relations & CLAIMING:
        return Form.CLAIM
    if r"\in" in relations and not names_before_set(tokens):
        return Form.CLAIM
    if relations & BEHIND_NAMES:
        return Form.DECLARATION
    must_be_closed(tokens)
    refuse_without_relation(tokens, relations)


def refuse_without_relation(tokens: Sequence[Token], outside: set[str]) -> NoReturn:
    """With a hint, where a sign outside all brackets is one of another grammar."""
    message = r"neither a declaration (\in), a definition (:=) nor a claim (=, \le, <, ...)"
    for token in tokens:
        if token.text in HINTS and token.text in outside and not is_aligned(token):
            raise LatexError(codes.NO_STATEMENT,
                             f"{message}: {token.text} is not in the grammar{hint(token)}",
                             token.span)
    raise LatexError(codes.NO_STATEMENT, message, (0, tokens[-1].span[1]))


def names_before_set(tokens: Sequence[Token]) -> bool:
    r"""x, y_1 \in A, letters and their subscripts: what is declared. f(x) \in A is claimed."""
    for place, token in enumerate(tokens):
        if token.text == "^" and "*" not in [t.text for t in tokens[place + 1 : place + 3]]:
            return False
        if token.text in BEHIND_NAMES:
            return True
        if token.text != CELL and not is_part_of_name(token) and not is_aligned(token):
            return False
    return True


def is_part_of_name(token: Token) -> bool:
    return token.is_letter or token.kind in (Kind.NUMBER, Kind.TEXT) \
        or token.text in PARTS_OF_NAMES


def relations_outside(tokens: Sequence[Token]) -> set[str]:
    """The tokens outside all brackets, up to the hypotheses of what has a relation."""
    depth = 0
    outside: set[str] = set()
    for token in tokens:
        depth += DEPTH.get(token.text, 0)
        if token.kind is Kind.ENVIRONMENT:
            depth += array_depth(token)
        elif leads_over(token) and outside & STATING:
            break
        if depth == 0:
            outside.add(token.text)
    return outside


def must_be_closed(tokens: Sequence[Token]) -> None:
    """A bracket without its partner hides the relation of a display."""
    waiting: list[Token] = []
    for token in tokens:
        if token.text in OPENERS:
            waiting.append(token)
        elif token.text in CLOSERS:
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
    body = statements_of([token for token in inner[:cut] if not is_aligned(token)])
    rest = [token for token in inner[cut:] if not is_aligned(token)]
    for token in outside_arrays(rest, ROW):
        raise LatexError(codes.ROWS, "hypotheses stand behind the last row", token.span)
    if not body:
        raise LatexError(codes.NO_STATEMENT, "an empty display", (0, end.span[1]))
    rest = without_marks(rest, CELL)
    return [*body, end._replace(span=(body[-1].span[1],) * 2)], [*rest, end]


def rows_of(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a display without its environments and what lines it up."""
    check_aligned(tokens[:-1])
    inner = statements_of([token for token in tokens[:-1] if not is_aligned(token)])
    return [*inner, tokens[-1]]


def parts_between(body: Sequence[Token], needed: str) -> list[list[Token]]:
    """What stands between the commas and rows of a body with a token that is needed; nothing, where
    it is not there, or where an implication is."""
    texts = {token.text for token in body}
    if needed not in texts or texts & IMPLICATIONS:
        return []
    depth, parts = 0, [list[Token]()]
    for token in body[:-1]:
        depth += DEPTH.get(token.text, 0) + array_depth(token)
        if depth == 0 and token.text in (",", ";", ROW) and token.kind is not Kind.TEXT:
            parts.append([])
        else:
            parts[-1].append(token)
    return with_lists([part for part in parts if part])


def with_lists(parts: list[list[Token]]) -> list[list[Token]]:
    r"""The X of `X, Y \sim f` goes with what stands behind the comma."""
    joined: list[list[Token]] = []
    waiting: list[Token] = []
    for part in parts:
        part = [*waiting, comma(part[0]), *part] if waiting else part
        is_name = all(map(is_part_of_name, part))
        waiting = part if is_name else []
        joined += [] if is_name else [part]
    return [*joined, waiting] if waiting else joined


def comma(before: Token) -> Token:
    """What sets two statements apart, in front of the second."""
    return Token(Kind.SYMBOL, ",", (before.span[0],) * 2)


def sides_of(body: Sequence[Token], signs: frozenset[str]) -> list[list[Token]]:
    """What stands between implications, or between equivalences, each with an end; the whole, where
    there are none."""
    places = [place for place, token in enumerate(body) if token.text in IMPLICATIONS]
    if not places or body[places[0]].text not in signs:
        return [list(body)]
    refuse_mixed([body[place] for place in places], signs)
    starts, ends = [0, *(place + 1 for place in places)], [*places, len(body) - 1]
    sides = [side_between(body, first, last) for first, last in zip(starts, ends, strict=True)]
    if not all(sides):
        raise LatexError(codes.EXPECTED, "expected a claim before the implication and behind "
                         "it", body[places[0]].span)
    return [[*side, body[-1]._replace(span=(side[-1].span[1],) * 2)] for side in sides]


def refuse_mixed(between: Sequence[Token], signs: frozenset[str]) -> None:
    for token in between:
        if token.text not in signs:
            raise LatexError(codes.ROWS, "implications and equivalences in one chain; make a "
                             "display of each", token.span)


def side_between(body: Sequence[Token], first: int, last: int) -> list[Token]:
    """Only the last side may go on over several rows."""
    side = list(body[first:last])
    if last < len(body) - 1:
        side = without_marks(side, ROW)
    return list(dropwhile(lambda token: token.text == ROW, side))


def check_aligned(tokens: Sequence[Token]) -> None:
    """Environments hold the rows of a display, from its beginning, one in the other."""
    aligned = [token for token in tokens if is_aligned(token)]
    if not aligned:
        refuse_rows(tokens)
        return
    count = len(aligned) // 2
    for token, place in zip(aligned[:count], tokens, strict=False):
        if token is not place:
            raise LatexError(codes.ROWS, f"{token.text} is not in the grammar here", token.span)
    closing = [token.text.replace(r"\begin", r"\end") for token in reversed(aligned[:count])]
    if [token.text for token in aligned[count:]] != closing or not count:
        raise LatexError(codes.ROWS, f"{aligned[0].text} is not closed once", aligned[0].span)


def refuse_rows(tokens: Sequence[Token]) -> None:
    for token in outside_arrays(tokens, ROW, CELL):
        raise LatexError(codes.ROWS, rf"{token.text} stands in rows only, as in "
                         r"\begin{aligned} … \end{aligned}", token.span)


def without_marks(tokens: Sequence[Token], *marks: str) -> list[Token]:
    """The tokens without those that only lay out rows: in a matrix they tell entries apart."""
    laying_out = {token.span for token in outside_arrays(tokens, *marks)
                  if token.kind is not Kind.TEXT}
    return [token for token in tokens if token.span not in laying_out]


def outside_arrays(tokens: Sequence[Token], *texts: str) -> Iterator[Token]:
    """Matrices and cases have rows of their own, and so has what is stacked in braces."""
    depth = 0
    for token in tokens:
        if token.kind is Kind.ENVIRONMENT:
            depth += array_depth(token)
        elif token.text in ("{", "}"):
            depth += 1 if token.text == "{" else -1
        elif depth == 0 and token.text in texts:
            yield token
