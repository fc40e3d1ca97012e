r"""A general theorem holds for particular cases: its letters are given other meanings.

A display marked `instance` lists them, a row each: a definition, or a set. A claim that is said to
hold `also for` it is executed again, as it stands, where its letters mean that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from execmath.language import ast as s
from execmath.language.parser.statements import (
    CELL,
    ROW,
    ParsedStatement,
    StatementReader,
    is_aligned,
)
from execmath.language.symbols import Scope
from execmath.language.tokens import LatexError, Token


def read_instance(tex: str, scope: Scope, label: str) -> ParsedStatement:
    """Read the rows of a display; raises LatexError."""
    meanings: list[s.Declaration | s.Definition] = []
    borrowed: set[s.Letter] = set()
    for row in _rows(StatementReader(tex, scope, label, label).tokens):
        # A section of its own, so that letters may be introduced anew.
        reader = StatementReader(tex, scope, label, label)
        reader.tokens = row
        reading = reader.read()
        meanings.append(_general(reading.statement, scope, row))
        borrowed |= reading.borrowed
    return ParsedStatement(s.Instance(tuple(meanings)), (), frozenset(borrowed))


def _rows(tokens: list[Token]) -> Iterator[list[Token]]:
    *inner, end = [token for token in tokens if not is_aligned(token)]
    row: list[Token] = []
    for token in [*inner, end._replace(text=ROW)]:
        if token.text != ROW:
            if token.text != CELL:
                row.append(token)
        elif row:
            yield [*row, end._replace(span=(row[-1].span[1],) * 2)]
            row = []


def _general(statement: s.Statement, scope: Scope,
             row: list[Token]) -> s.Declaration | s.Definition:
    """The same of the letters that the pages know by these names."""

    def known(letter: s.Letter) -> s.Letter:
        meaning = scope[letter.name]
        if meaning is None:
            raise LatexError(f"no letter of the page is called {letter.name}", row[0].span)
        return meaning.letter

    if isinstance(statement, s.Definition):
        return replace(statement, letter=known(statement.letter))
    if isinstance(statement, s.Declaration):
        return s.Declaration(tuple(replace(member, letter=known(member.letter))
                                   for member in statement.memberships))
    raise LatexError("an instance says what letters are (:=) and where they live (\\in), a row "
                     "each; this is neither", row[0].span)
