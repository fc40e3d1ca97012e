r"""The rows of a display: what is laid out for the eye, and what says something.

A `&` lines up what is below each other and says nothing; the second of a row sets two statements
apart. A row that begins with an operator, or that an operator or an open bracket leads to, goes on
with the row above. What is left of `\\` sets statements apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from execmath.language import codes
from execmath.language.hypotheses import array_depth
from execmath.language.parser.arrays import CELL, ROW
from execmath.language.tokens import Kind, LatexError, Token
from execmath.language.vocabulary import CLOSERS, OPENERS, RELATIONS

STOPS = frozenset({",", ".", ";"})
ADDING = frozenset({"+", r"\cdot", r"\times", "/"})
SIGNS = ADDING | {"-"}
LINKS = frozenset({*RELATIONS, ":=", r"\sim", r"\overset", r"\stackrel", r"\propto", r"\approx",
                   r"\Rightarrow", r"\Leftrightarrow", r"\in", r"\colon"})
GOING_ON = SIGNS | RELATIONS.keys() | {":=", r"\sim"}  # an end that leads to the next row


def statements_of(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of the rows with `ROW` only where a statement, or a chain, ends or goes on."""
    rows = [without_stop(row) for row in _rows(tokens)]
    joined: list[Token] = []
    for row in rows:
        plain, aligned = without_cells(row)
        if not plain:
            continue
        if joined and not goes_on(joined, plain, aligned):
            joined.append(_mark(plain[0], ROW))
        joined += plain
    return joined


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Each row; one that ends within round, square or curly brackets goes on in the next."""
    arrays, brackets, row, is_broken = 0, 0, list[Token](), False
    for token in tokens:
        if token.kind is Kind.ENVIRONMENT or token.text in ("{", "}"):
            arrays += array_depth(token) + (token.text == "{") - (token.text == "}")
        elif arrays == 0:
            brackets += _bracket(token)
        if token.text == ROW and arrays == 0:
            is_broken = brackets > 0
            if not is_broken:
                yield row
                row = []
            continue
        if not (is_broken and token.text == CELL):
            row.append(token)
        is_broken = False
    yield row


def _bracket(token: Token) -> int:
    return 0 if token.kind is Kind.TEXT else (token.text in OPENERS) - (token.text in CLOSERS)


def without_stop(row: list[Token]) -> list[Token]:
    """What ends a row ends a clause."""
    while row and (row[-1].text in STOPS or row[-1].text == CELL):
        row = row[:-1]
    return row


def without_cells(row: Sequence[Token]) -> tuple[list[Token], bool]:
    """The row without what lines it up, and whether it begins with that."""
    plain: list[Token] = []
    depth = count = 0
    for token in row:
        if token.kind is Kind.ENVIRONMENT:
            depth += array_depth(token)
        if token.text != CELL or depth:
            plain.append(token)
            continue
        count += 1
        if count % 2 == 0 and not (plain and plain[-1].text in LINKS):
            plain = _set_apart(plain, token)
    return plain, bool(row) and row[0].text == CELL


def _set_apart(plain: list[Token], cell: Token) -> list[Token]:
    """Behind the second & of a row a statement of its own stands, far to the right."""
    if not plain:
        return plain
    if not any(token.text in LINKS for token in plain):
        raise LatexError(codes.ROWS, "the second & of a row sets two statements apart, and before "
                         "it there is none", cell.span)
    return plain if plain[-1].text == "," else [*plain, _mark(cell, ",")]


def goes_on(before: Sequence[Token], row: Sequence[Token], aligned: bool) -> bool:
    """Does the row go on with the expression of the row above?"""
    if before[-1].text in GOING_ON or row[0].text in ADDING:
        return True
    if row[0].text != "-":
        return False
    return aligned or not any(token.text in LINKS for token in row)


def _mark(at: Token, text: str) -> Token:
    return Token(Kind.COMMAND if text == ROW else Kind.SYMBOL, text, (at.span[0], at.span[0]))
