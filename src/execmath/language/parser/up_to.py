r"""LaTeX -> claims up to something: f(x) \propto g(x), and f(x) = g(x) + O(x^2) as x \to 0.

They become equalities that are executed like any other. f is proportional to g in x where
f(x) / g(x) is not zero and the same at any other x; it is g up to O(h), where (f - g) / h stays
bounded on the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.lists import bracket
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Attempt, Parser, Remainder
from execmath.language.symbols import Meaning, MeaningKind

ZERO, ONE = s.Number("0"), s.Number("1")
PROPORTIONAL = r"\propto"
PARAMETERS = ";"  # what stands behind it is not varied


# ------------------------------------------------------------------------------ proportional


class Varied(NamedTuple):
    """A letter that is varied: what it is, and where it lives."""

    letter: s.Letter
    domain: s.Node


def letters_below(p: Parser) -> tuple[Varied, ...]:
    r"""The x of \propto_x, or of \propto_{x, y}."""
    stream = p.stream
    if not stream.take("_"):
        return ()
    is_braced = stream.take("{") is not None
    varied = [varied_letter(p)]
    while is_braced and stream.take(","):
        varied.append(varied_letter(p))
    if is_braced:
        stream.expect("}", "to close the letters that are varied")
    return tuple(varied)


def varied_letter(p: Parser) -> Varied:
    start = p.stream.place
    if not p.stream.token.is_letter:
        p.stream.fail(codes.EXPECTED, f"expected a letter, found {str(p.stream.token)!r}")
    meaning = p.scope[read_name(p)]
    varied = of_meaning(meaning)
    if varied is None:
        p.stream.fail(codes.NO_DOMAIN, "what is varied is a letter that was declared to be in a "
                      "set", p.stream.since(start))
    return varied


def of_meaning(meaning: Meaning | None) -> Varied | None:
    if meaning is None or meaning.kind is not MeaningKind.VALUE or meaning.domain is None \
            or meaning.definition is not None:
        return None
    return Varied(meaning.letter, meaning.domain)


def proportional(p: Parser, left: s.Node, right: s.Node, varied: tuple[Varied, ...],
                 start: int) -> tuple[list[s.Link], list[s.Membership]]:
    """The links, and the letters that stand for any other value of those that are varied."""
    varied = varied or arguments_varied(p, left)
    span = p.stream.since(start)
    if not varied:
        p.stream.fail(codes.TWO_READINGS, "two readings: proportional in one letter, or in another "
                      r"one; name it below the sign, as in \propto_x", span)
    ratio: s.Node = s.Binary("/", left, right)
    other, elsewhere = s.unplaced(ratio), list[s.Membership]()
    for one in varied:
        name = s.Letter(rf"{one.letter.name}_\circ")
        other = s.At(one.letter, name, other)
        elsewhere.append(s.Membership(name, one.domain, span=span))
        p.borrow(one.letter)
    return [s.Link("=", ratio, other, span=span), s.Link("!=", s.unplaced(ratio), ZERO, span=span)
            ], elsewhere


def arguments_varied(p: Parser, left: s.Node) -> tuple[Varied, ...]:
    """Of f(x) the letter x, of f(x, y; z) the letters x and y; nothing where it is not clear: a
    likelihood p(x | z) is proportional in z, and a density in x."""
    if not isinstance(left, s.Call):
        return ()
    separators, arguments = p.between.get(left, ()), left.arguments
    if r"\mid" in separators:
        return ()
    if PARAMETERS in separators:
        arguments = arguments[: separators.index(PARAMETERS) + 1]
    elif len(arguments) > 1:
        return ()
    letters = [given for given in arguments if isinstance(given, s.Letter)]
    varied = [one for letter in letters if (one := of_meaning(p.scope[letter.name])) is not None]
    return tuple(varied) if len(varied) == len(arguments) else ()


# ---------------------------------------------------------------------------------- of an order


def order(p: Parser) -> s.Node | None:
    """O(x^2), where no letter O has a meaning: the parser keeps it for the claim around it."""
    stream, start = p.stream, p.stream.place
    if stream.ahead().text not in ("(", "[") or p.orders is None:
        return None
    stream.skip()
    bound = bracket(p)
    p.orders.append(Remainder(bound, stream.since(start)))
    return s.Number("0", span=stream.since(start))


def up_to_order(p: Parser, remainder: Remainder, sides: tuple[s.Node, s.Node],
                ways: Sequence[s.Approach], start: int) -> list[s.Link]:
    """f = g + O(h) as x goes to a: (f - g) / h stays bounded on the way. If h is a power of x - a
    the derivatives of both are the same there, up to the one of the order before, and the next
    one exists: Taylor's theorem in Peano's form."""
    (left, right), span = sides, p.stream.since(start)
    if not is_last_summand(right, remainder.span):
        p.stream.fail(codes.EXPECTED, "O(...) stands alone on the right of an equation, or as the "
                      "last term there", remainder.span)
    if len(ways) != 1:
        p.stream.fail(codes.EXPECTED, r"O(...) holds on the way somewhere: write "
                      r"\quad \text{as } x \to 0 behind it", remainder.span)
    way = ways[0]
    order = order_of_power(remainder.bound, way)
    if order:
        links = [s.Link("=", derivative_at(way, left, times), derivative_at(way, right, times),
                        span=span) for times in range(order)]
        last = derivative_at(way, s.Binary("-", left, right), order)  # is there, or sqrt(x) = O(x)
        return [*links, s.Link("=", last, last, span=span)]
    # A larger bound is as true: only what stands before it is altered.
    quotient = s.Binary("/", s.Binary("-", left, right), s.unplaced(remainder.bound))
    whole = s.Limit("bounded", way.letter, way.target, quotient, way.side, way.whole)
    return [s.Link("=", whole, ONE, span=span)]


def order_of_power(bound: s.Node, way: s.Approach) -> int:
    """The k of (x - a)^k, or 0."""
    if isinstance(bound, s.Power) and isinstance(bound.exponent, s.Number):
        digits, bound = bound.exponent.digits, bound.base
    else:
        digits = "1"
    distance = way.letter if way.target == ZERO else s.Binary("-", way.letter, way.target)
    return int(digits) if bound == distance and digits.isdigit() else 0


def derivative_at(way: s.Approach, side: s.Node, times: int) -> s.Node:
    """The value there keeps its place in the display, where it can be altered."""
    if not times:
        return s.At(way.letter, s.unplaced(way.target), side)
    order = s.Number(str(times))
    return s.unplaced(s.At(way.letter, way.target, s.Partial(way.letter, None, side, order)))


def is_last_summand(side: s.Node, span: s.Span) -> bool:
    if isinstance(side, s.Binary) and side.op in "+-":
        side = side.right
    return side == ZERO and side.span == span


NAMES: dict[str, Attempt] = {"O": order, r"\mathcal{O}": order}
