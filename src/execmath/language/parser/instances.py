r"""A general theorem holds for particular cases: its letters are given other meanings.

A display marked `instance` lists them, a row each: a definition, or a set. A claim that is said to
hold `also for` it is executed again, as it stands, where its letters mean that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.context import introduced
from execmath.language.hypotheses import is_aligned
from execmath.language.parser.arrays import CELL, ROW
from execmath.language.parser.shape import outside_arrays, without_full_stop, without_marks
from execmath.language.parser.statements import ParsedStatement, StatementReader
from execmath.language.symbols import Scope
from execmath.language.tokens import LatexError, Token, tokenize


def read_instance(tex: str, scope: Scope, label: str) -> ParsedStatement:
    """Read the rows of a display; raises LatexError."""
    tokens = without_full_stop(tokenize(tex))
    meanings: list[s.Declaration | s.Definition] = []
    borrowed: set[s.Letter] = set()
    for row in _rows(tokens):
        # A section of its own, so that letters may be introduced anew.
        reading = StatementReader(tex, scope, label, label).read(row)
        meanings.append(_general(reading.statement, scope, row))
        borrowed |= reading.borrowed
    return ParsedStatement(s.Instance(_narrowed(meanings, scope)), (), frozenset(borrowed),
                           tex, tokens)


def rows_of(tex: str) -> list[str]:
    """The text of each row."""
    tokens = without_full_stop(tokenize(tex))
    inner = [token for token in tokens[:-1] if not is_aligned(token)]
    within = {token.span for token in without_marks(inner, CELL)}
    blank = list(tex)
    for token in inner:
        if token.span not in within:
            blank[slice(*token.span)] = " " * (token.span[1] - token.span[0])
    plain = "".join(blank)
    return [" ".join(plain[row[0].span[0] : row[-1].span[1]].split()) for row in _rows(tokens)]


def with_rows(tex: str, other: str, scope: Scope, label: str) -> s.Instance:
    """An instance with the rows of another text in the place of those for the same letters;
    raises LatexError for a row that has no place."""
    rows, others = (_by_letters(text, scope, label) for text in (tex, other))
    if not others.keys() <= rows.keys():
        raise LatexError(codes.INSTANCE, "no row of the instance says what these letters are",
                         (0, len(other)))
    joined = r" \\ ".join({**rows, **others}.values())
    whole = read_instance(rf"\begin{{aligned}} {joined} \end{{aligned}}", scope, label).statement
    assert isinstance(whole, s.Instance)
    return whole


def _by_letters(tex: str, scope: Scope, label: str) -> dict[tuple[s.Letter, ...], str]:
    instance = read_instance(tex, scope, label).statement
    assert isinstance(instance, s.Instance)
    return dict(zip(map(introduced, instance.meanings), rows_of(tex), strict=True))


def _narrowed(meanings: Sequence[s.Declaration | s.Definition],
              scope: Scope) -> tuple[s.Declaration | s.Definition, ...]:
    """Parameters that have their sets from letters of the page have those that the rows name."""
    sets = {member.letter: member.domain for row in meanings if isinstance(row, s.Declaration)
            for member in row.memberships}

    def narrowed(parameter: s.Membership) -> s.Membership:
        meaning = scope[parameter.letter.name]
        if meaning is None or meaning.domain != parameter.domain:
            return parameter
        return replace(parameter, domain=sets.get(meaning.letter, parameter.domain))

    return tuple(replace(row, parameters=tuple(map(narrowed, row.parameters)))
                 if isinstance(row, s.Definition) else row for row in meanings)


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    *inner, end = [token for token in tokens if not is_aligned(token)]
    rows = without_marks(inner, CELL)
    breaks = {token.span for token in outside_arrays(rows, ROW)}
    row: list[Token] = []
    for token in [*rows, end]:
        if token is not end and token.span not in breaks:
            row.append(token)
        elif row:
            yield [*row, end._replace(span=(row[-1].span[1],) * 2)]
            row = []


def _general(statement: s.Statement, scope: Scope,
             row: Sequence[Token]) -> s.Declaration | s.Definition:
    """The same of the letters that the pages know by these names."""

    def of_the_page(letter: s.Letter) -> s.Letter:
        meaning = scope[letter.name]
        if meaning is None:
            raise LatexError(codes.NO_MEANING, f"no letter of the page is called {letter.name}",
                             row[0].span)
        return meaning.letter

    if isinstance(statement, s.Definition):
        return replace(statement, letter=of_the_page(statement.letter))
    if isinstance(statement, s.Declaration):
        return s.Declaration(tuple(replace(member, letter=of_the_page(member.letter))
                                   for member in statement.memberships))
    raise LatexError(codes.INSTANCE, "an instance says what letters are (:=) and where they live "
                     "(\\in), a row each; this is neither", row[0].span)
