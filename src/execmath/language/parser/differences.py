r"""LaTeX -> what a function gains from one place to another: [F(x)]_a^b, \left. F(x) \right|_a^b.

The letter that goes from a to b is named in the bound below, or it is the one letter between the
brackets that has no meaning around them. Without such a letter, what stands behind a bracket is an
index and a power.
"""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.integrals import bare_limit
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Attempt, Parser
from execmath.language.parser.reach import CLOSED
from execmath.language.parser.sets import limit
from execmath.language.symbols import MeaningKind


def in_square_brackets(p: Parser) -> s.Node | None:
    r"""\left[ F(x) \right]_a^b; None, where the bracket is one like others."""
    stream, start = p.stream, p.stream.place
    end = stream.end_of_bracket(start) - 1
    if stream.tokens[end].text != "]":
        return None
    name = letter_between(p, start + 1, end)
    if not name:
        return None
    stream.skip()
    return difference(p, name, end, start, bars=0)


def difference(p: Parser, name: str, end: int, start: int, bars: int) -> s.Node:
    """What stands up to the place `end` at the upper bound, minus what it is at the lower one."""
    stream = p.stream
    with p.local(), stream.with_bars(bars):
        letter = p.scope.bind(name)
        body = p.expression()
    if stream.place != end:
        stream.fail(codes.EXPECTED, f"expected the bracket that closes, found "
                    f"{str(stream.token)!r}")
    stream.skip()
    ends = dict[str, s.Node]()
    while sign := stream.take("_", "^"):
        ends[sign.text] = bound(p, name)
    p.tail, span = CLOSED, stream.since(start)
    upper, lower = (value_at(letter, ends[sign], body, span) for sign in ("^", "_"))
    return s.Binary("-", upper, lower, span=span)


def value_at(letter: s.Letter, place: s.Node, body: s.Node, span: s.Span) -> s.Node:
    if isinstance(place, s.Infinity):
        return s.Limit("lim", letter, place, body, span=span)
    return s.At(letter, place, body, span=span)


def bound(p: Parser, name: str) -> s.Node:
    """{a}, {x = a}, or a single token."""
    stream = p.stream
    if not stream.take("{"):
        return bare_limit(p)
    back = stream.place
    if not stream.token.is_letter or read_name(p) != name or not stream.take("="):
        stream.place = back
    node = limit(p)
    stream.expect("}", "to close the bound")
    return node


def letter_between(p: Parser, first: int, end: int) -> str:
    """The letter that goes from one bound to the other; "" where no such bounds stand behind."""
    stream = p.stream
    behind = [stream.tokens[end + 1].text]
    second = stream.end_of_group(end + 2) if behind[0] in ("_", "^") else end
    behind.append(stream.tokens[second].text)
    if sorted(behind) != ["^", "_"]:
        return ""
    below = (end + 2) if behind[0] == "_" else second + 1
    return named_in(p, below) or without_meaning(p, first, end, below)


def named_in(p: Parser, below: int) -> str:
    """The x of {x = a}."""
    stream, back = p.stream, p.stream.place
    stream.place = below + 1
    name = ""
    if stream.tokens[below].text == "{" and stream.token.is_letter:
        name = read_name(p)
        name = name if stream.at("=") else ""
    stream.place = back
    return name


def without_meaning(p: Parser, first: int, end: int, below: int) -> str:
    """The one letter that has no meaning around the brackets."""
    stream, back, unknown = p.stream, p.stream.place, set[str]()
    stream.place = first
    while stream.place < end:
        if not stream.token.is_letter or stream.token.text in p.grammar.names:
            stream.skip()
            continue
        base = stream.token.text
        name = read_name(p)
        if p.scope[name] is None and p.scope[base] is None:
            unknown.add(name)
    stream.place = back
    if len(unknown) != 1:
        return ""
    (name,) = unknown
    refuse_index(p, name, end, below)
    return name


def refuse_index(p: Parser, name: str, end: int, below: int) -> None:
    """[a t]_i^2, where i counts something: a component, of which t is a slip of the pen?"""
    tokens = p.stream.tokens
    meaning = p.scope[tokens[below + (tokens[below].text == "{")].text]
    if meaning is not None and meaning.kind is MeaningKind.VALUE \
            and isinstance(meaning.domain, s.IntegerRange | s.FiniteSet):
        p.stream.fail(codes.TWO_READINGS, f"two readings: the power of a component, where {name} "
                      f"has no meaning, or the difference of two values; write _{{{name} = …}} for "
                      "the latter", (tokens[end].span[0], tokens[below].span[1]))


FACTORS: dict[str, Attempt] = {"[": in_square_brackets}
