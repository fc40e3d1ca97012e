r"""LaTeX -> letters with a number below: x_1, \ldots, x_n \in \mathbb{R}, and x_i := 2 i.

They are the components of one vector, or the values of one function of the number, which has the
name x_\bullet, so that a plain x may be another letter: the sum of all x_i, say, or the vector
itself, by x = (x_1, \ldots, x_n).
"""

from __future__ import annotations

from typing import NamedTuple

from execmath.language import ast as s
from execmath.language.parser.pratt import Parser
from execmath.language.symbols import Meaning, MeaningKind
from execmath.language.tokens import Kind
from execmath.language.vocabulary import CLOSING


class Family(NamedTuple):
    """The name of the vector, and how many components it has."""

    name: str
    size: s.Node


def whole(base: str) -> str:
    """The name of the vector whose components are x_1, x_2, ..."""
    return rf"{base}_\bullet"


def read_family(p: Parser) -> Family | None:
    """Reads it, where it stands before its set; otherwise nothing is read."""
    stream, start = p.stream, p.stream.place
    base = stream.token.text
    count = numbered(p, base)
    if count == 0 or not stream.take(r"\ldots") or not stream.take(","):
        stream.place = start
        return None
    if stream.token.text != base or stream.ahead().text != "_":
        stream.place = start
        return None
    stream.skip(2)
    size = p.group("the last index")
    if not stream.at(r"\in"):
        stream.place = start
        return None
    return Family(whole(base), size)


def numbered(p: Parser, base: str) -> int:
    """Reads x_1, or x_1, x_2, ..., each with its comma; how many they are."""
    stream, count = p.stream, 0
    while stream.token.is_letter and stream.token.text == base and stream.ahead().text == "_":
        stream.skip()
        if not take_number(p, count + 1) or not stream.take(","):
            return 0
        count += 1
    return count


def take_number(p: Parser, number: int) -> bool:
    """Reads the 2 of x_2, or of x_{2}, behind the letter."""
    stream = p.stream
    stream.skip()
    if stream.take_braced(str(number)):
        return True
    return stream.token.kind is Kind.NUMBER and stream.take(str(number)) is not None


class Member(NamedTuple):
    """The name of the function whose value at some numbers is defined, and those numbers."""

    name: str
    numbers: tuple[Meaning, ...]


def read_member(p: Parser) -> Member | None:
    r"""Reads the x_i of `x_i := 2 i`, or the a_{ij} of `a_{ij} := i + j`, where i and j run
    through whole numbers; otherwise nothing is read."""
    stream, start = p.stream, p.stream.place
    base = stream.token.text
    is_member = stream.token.is_letter and stream.ahead().text == "_" and p.scope[base] is None
    stream.skip(2)
    numbers = numbers_below(p) if is_member else ()
    if not numbers or not stream.at(":=", "="):
        stream.place = start
        return None
    return Member(whole(base), numbers)


def numbers_below(p: Parser) -> tuple[Meaning, ...]:
    """The letters below a name, each of which runs through whole numbers; or nothing."""
    stream, numbers = p.stream, list[Meaning]()
    is_braced = stream.take("{") is not None
    while stream.token.is_letter:
        meaning = p.scope[stream.token.text]
        if meaning is None or meaning.kind != MeaningKind.VALUE \
                or not isinstance(meaning.domain, s.IntegerRange):
            return ()
        numbers.append(meaning)
        stream.skip()
        if not is_braced or (stream.take(",") is None and not stream.token.is_letter):
            break
    return tuple(numbers) if not is_braced or stream.take("}") else ()


def read_listed(p: Parser) -> str:
    r"""Reads the (x_1, x_2, x_3) or (x_1, \ldots, x_n) that a list defines; the name of the
    vector, or "" where nothing is read."""
    stream, start = p.stream, p.stream.place
    opening = stream.take("(", "[")
    base = stream.token.text
    if opening is None or (p.scope[base] is not None and p.scope[whole(base)] is not None):
        stream.place = start
        return ""
    if not listed(p, base) or not stream.take(CLOSING[opening.text]) or not stream.at(":="):
        stream.place = start
        return ""
    return whole(base)


def listed(p: Parser, base: str) -> int:
    """Reads x_1, x_2, x_3, with commas between them; how many they are."""
    stream, count = p.stream, 0
    while stream.token.is_letter and stream.token.text == base and stream.ahead().text == "_":
        stream.skip()
        if not take_number(p, count + 1):
            break
        count += 1
        if not stream.take(","):
            break
    return count
