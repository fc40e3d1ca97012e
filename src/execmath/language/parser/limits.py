r"""LaTeX -> limits, and what is of an order: \lim_{x \to 0} f(x), O(x^2) as x \to 0."""

from __future__ import annotations

from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.approaching import is_out_of_reach
from execmath.language.parser.names import fresh_name
from execmath.language.parser.pratt import Attempt, Parser
from execmath.language.parser.reach import Tail, loose_end
from execmath.language.parser.sets import limit as end_of_interval
from execmath.language.symbols import MeaningKind

ONE_SIDED = {r"\downarrow": "+", r"\searrow": "+", r"\uparrow": "-", r"\nearrow": "-"}
ARROWS = (r"\to", *ONE_SIDED)


class Way(NamedTuple):
    """Which letter goes where, from which side."""

    name: str
    target: s.Node
    side: str
    whole: bool


def limit(p: Parser) -> s.Node:
    r"""\lim_{x \to a} body, over the term behind it."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    stream.expect("_", r"with where the letter goes, as in \lim_{x \to 0}")
    stream.expect("{", r"as in \lim_{x \to 0}")
    way = read_way(p)
    stream.expect("}", "to close what stands below the limit")
    with p.local():
        meaning = p.scope[way.name]
        letter = p.scope.bind(way.name, domain=meaning.domain if meaning is not None else None)
        body = p.term()
    p.tail = Tail(p.factors, frozenset({way.name}) | p.tail.names,
                  loose_end(p.factors, [way.name]))
    return s.Limit("lim", letter, way.target, body, way.side, way.whole, span=stream.since(start))


def read_way(p: Parser) -> Way:
    r"""x \to 0, x \to 0^+, x \downarrow 0, n \to \infty."""
    stream, start = p.stream, p.stream.place
    name = fresh_name(p)
    arrow = stream.take(*ARROWS)
    if arrow is None:
        stream.fail(codes.EXPECTED, rf"expected \to behind {name}, found {str(stream.token)!r}")
    side = ONE_SIDED.get(arrow.text, "") or side_behind(p)
    way = Way(name, end_of_interval(p), side, whole=False)
    if side and isinstance(way.target, s.Infinity):
        stream.fail(codes.EXPECTED, "infinity has one side only", stream.since(start))
    meaning = p.scope[name]
    if meaning is None:
        return way
    if meaning.kind is MeaningKind.VALUE:
        way = within_set(p, way, meaning.domain, start)
    p.borrow(meaning.letter)
    return way


def within_set(p: Parser, way: Way, domain: s.Node | None, start: int) -> Way:
    """The same way of a letter that lives in a set; refused where it does not lead there."""
    whole = isinstance(domain, s.IntegerRange)
    if whole and not isinstance(way.target, s.Infinity):
        p.stream.fail(codes.WRONG_KIND, f"{way.name} is a whole number, which comes close to "
                      "infinity only", p.stream.since(start))
    if is_out_of_reach(domain, way.target, way.side):
        p.stream.fail(codes.WRONG_KIND, f"{way.name} cannot go there within the set that it was "
                      "declared in; take another letter", p.stream.since(start))
    return way._replace(whole=whole)


def side_behind(p: Parser) -> str:
    """The + of 0^+, which is no exponent: it is taken out before the number is read."""
    stream = p.stream
    for place in range(stream.place, len(stream.tokens) - 1):
        text = stream.tokens[place].text
        behind = [token.text for token in stream.tokens[place + 1 : place + 4]]
        if text in ("}", ",", "") or stream.tokens[place].kind == "end":
            return ""
        if text == "^" and behind[:1] in (["+"], ["-"]):
            stream.exchange(place, 2)
            return behind[0]
        if text == "^" and behind[:1] == ["{"] and behind[1:3] in (["+", "}"], ["-", "}"]):
            stream.exchange(place, 4)
            return behind[1]
    return ""


def bounded(p: Parser, body: s.Node, way: Way, start: int) -> s.Node:
    """1, where the body stays bounded on the way."""
    letter = s.Letter(way.name)
    return s.Limit("bounded", letter, way.target, body, way.side, way.whole,
                   span=p.stream.since(start))


FACTORS: dict[str, Attempt] = {r"\lim": limit}
