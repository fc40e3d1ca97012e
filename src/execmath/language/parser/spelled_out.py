r"""What is spelled out before a display is read: norms, double integrals, brackets over two rows.

Double bars are a norm in \|v\|, and stand between arguments in D(p \| q). Both are told by how many
there are in one bracket: one alone sets arguments apart, an even number are pairs around something.
What is left has two readings.
"""

from __future__ import annotations

from collections.abc import Sequence

from execmath.language import codes
from execmath.language.parser.arrays import CELL, ROW
from execmath.language.parser.rows import SIGNS
from execmath.language.tokens import Kind, LatexError, Token
from execmath.language.vocabulary import CLOSERS, FOLDS, OPENERS

BARS = r"\|"
OPENING, CLOSING = r"\lVert", r"\rVert"


INTEGRALS = {r"\iint": 2, r"\iiint": 3}
CLOSED_IN_A_ROW, OPENED_IN_A_ROW = r"\right.", r"\left."  # for TeX, which sizes each row by itself

UNDER = r"\underset"
WITH_WHAT_IS_BELOW = frozenset({*FOLDS, r"\lim"})

SPELLED = frozenset({BARS, CLOSED_IN_A_ROW, UNDER, *INTEGRALS})


def spelled_out(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a display as the grammar takes them; raises LatexError."""
    if SPELLED.isdisjoint([token.text for token in tokens]):
        return list(tokens)
    return with_norms(with_whole_brackets(with_single_integrals(with_indices_below(tokens))))


def with_indices_below(tokens: Sequence[Token]) -> list[Token]:
    r"""\underset{x}{\arg\max} as \arg\max_{x}, which looks the same in a display."""
    plain: list[Token] = []
    place = 0
    while place < len(tokens):
        if tokens[place].text != UNDER:
            plain.append(tokens[place])
            place += 1
            continue
        middle = _end_of_group(tokens, place + 1)
        end = _end_of_group(tokens, middle)
        signs = [token for token in tokens[middle:end] if token.text not in ("{", "}")]
        if len(signs) != 1 or signs[0].text not in WITH_WHAT_IS_BELOW:
            raise LatexError(codes.NOT_IN_GRAMMAR, r"\underset stands below \max, \arg\max, "
                             r"\lim and the like", (tokens[place].span[0], tokens[end - 1].span[1]))
        below = tokens[place + 1 : middle]
        plain += [signs[0], Token(Kind.SYMBOL, "_", (below[0].span[0],) * 2), *below]
        place = end
    return plain


def _end_of_group(tokens: Sequence[Token], place: int) -> int:
    """The place behind the group, or the single token, that begins at a place."""
    depth = 0
    for index in range(place, len(tokens) - 1):
        depth += (tokens[index].text == "{") - (tokens[index].text == "}")
        if depth == 0:
            return index + 1
    raise LatexError(codes.UNBALANCED, "a group that is never closed", tokens[place].span)


def with_single_integrals(tokens: Sequence[Token]) -> list[Token]:
    r"""\iint as two integrals, where nothing stands below it."""
    plain: list[Token] = []
    for token, behind in zip(tokens, [*tokens[1:], tokens[-1]], strict=True):
        times = INTEGRALS.get(token.text, 1) if behind.text not in ("_", "^") else 1
        plain += [token._replace(text=r"\int") if times > 1 else token] * times
    return plain


def with_whole_brackets(tokens: Sequence[Token]) -> list[Token]:
    r"""A bracket that goes on in the next row: `\right. \\ & + \left.` is `+`."""
    plain: list[Token] = []
    place = 0
    while place < len(tokens):
        end, between = _break_in_brackets(tokens, place)
        plain += between if end else [tokens[place]]
        place = end or place + 1
    return plain


def _break_in_brackets(tokens: Sequence[Token], place: int) -> tuple[int, list[Token]]:
    """The place behind a break of rows within brackets, and the signs in it; 0 where none is."""
    closed = _count(tokens, place, CLOSED_IN_A_ROW)
    if not closed or tokens[place + closed].text != ROW:
        return 0, []
    first = place + closed
    opened = _opened_again(tokens, first)
    if not opened or _count(tokens, opened, OPENED_IN_A_ROW) != closed:
        return 0, []
    between = [token for token in tokens[first:opened] if token.text not in (ROW, CELL)]
    if any(token.text not in SIGNS for token in between):
        return 0, []
    return opened + closed, between


def _opened_again(tokens: Sequence[Token], first: int) -> int:
    """Where brackets open again, behind no more than what sets rows apart and a sign; or 0."""
    nearby = [token.text for token in tokens[first : first + 5]]
    return first + nearby.index(OPENED_IN_A_ROW) if OPENED_IN_A_ROW in nearby else 0


def _count(tokens: Sequence[Token], place: int, text: str) -> int:
    count = 0
    while tokens[place + count].text == text:
        count += 1
    return count


def with_norms(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with the pairs of double bars as brackets; raises LatexError."""
    paired = list(tokens)
    waiting: list[list[int]] = [[]]  # for each bracket that is open: the bars in it
    for place, token in enumerate(tokens):
        if token.kind is Kind.TEXT:
            continue
        if token.text in OPENERS or token.text.startswith(r"\begin"):
            waiting.append([])
        elif (token.text in CLOSERS or token.text.startswith(r"\end")) and len(waiting) > 1:
            _pair(paired, waiting.pop())
        elif token.text == BARS:
            waiting[-1].append(place)
    for places in waiting:
        _pair(paired, places)
    return paired


def _pair(tokens: list[Token], places: list[int]) -> None:
    if len(places) == 1:
        return
    if len(places) % 2:
        raise LatexError(codes.TWO_READINGS, "two readings: double bars between arguments, or "
                         r"around a vector; write \lVert and \rVert around the vector",
                         (tokens[places[0]].span[0], tokens[places[-1]].span[1]))
    for number, place in enumerate(places):
        tokens[place] = tokens[place]._replace(text=CLOSING if number % 2 else OPENING)
