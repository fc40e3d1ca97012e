r"""LaTeX -> integrals between bounds and over a set."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Attempt, Parser
from execmath.language.parser.reach import CLOSED
from execmath.language.parser.sets import at_set, limit, read_set, simple_set
from execmath.language.symbols import MeaningKind
from execmath.language.vocabulary import CLOSING, RELATIONS

ONE = s.Number("1")
OPENING, ENDING = frozenset({"{", *CLOSING}), frozenset({"}", *CLOSING.values()})


def integral(p: Parser) -> s.Node:
    r"""\int_{a}^{b} body \, dx, \int_X body \, dx, and \int body \, dx over the set that x was
    declared in: the letter stands at the end, so it is looked for first."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    upper = bound(p) if stream.take("^") else None
    if upper is None and not stream.at("_"):
        return over_declared_set(p, start)
    stream.expect("_", "with the lower bound of the integral, or its set")
    domain = set_below(p) if upper is None else None
    if domain is not None:
        letter, body = integrand(p, start, domain)
        return s.SetIntegral(letter, domain, body, span=stream.since(start))
    lower = bound(p)
    if upper is None:
        stream.expect("^", "with the upper bound of the integral")
        upper = bound(p)
    letter, body = integrand(p, start, None)
    return s.Integral(letter, lower, upper, body, span=stream.since(start))


def over_declared_set(p: Parser, start: int) -> s.Node:
    name = differential(p, start)
    meaning = p.scope[name]
    if meaning is None or meaning.domain is None \
            or meaning.kind not in (MeaningKind.VALUE, MeaningKind.RANDOM):
        p.stream.fail(codes.INTEGRAL, "an integral without bounds is over the set that its letter "
                      f"was declared in, and {name} was not declared", p.stream.since(start))
    letter, body = integrand(p, start, meaning.domain)
    return s.SetIntegral(letter, meaning.domain, body, span=p.stream.since(start))


def integrand(p: Parser, start: int, domain: s.Node | None) -> tuple[s.Letter, s.Node]:
    name = differential(p, start)
    with p.local():
        letter = p.scope.bind(name, domain=domain)
        body = before_differential(p)
    p.tail = CLOSED
    return letter, body


def set_below(p: Parser) -> s.Node | None:
    stream, start = p.stream, p.stream.place
    braced = stream.take("{") is not None
    if braced and stream.ahead().text == r"\in":
        stream.skip(2)
    if not at_set(p):
        stream.place = start
        return None
    domain = read_set(p) if braced else simple_set(p)
    if braced:
        stream.expect("}", "to close the set")
    return domain


def bound(p: Parser) -> s.Node:
    if not p.stream.take("{"):
        return bare_limit(p)
    node = limit(p)
    p.stream.expect("}", "to close the bound")
    return node


def bare_limit(p: Parser) -> s.Node:
    stream = p.stream
    if stream.at("-", "+"):
        stream.fail(codes.ONE_TOKEN, "TeX takes only the sign here; write {...}")
    token = stream.take(r"\infty")
    return s.Infinity(span=token.span) if token else p.single()


def differential(p: Parser, start: int) -> str:
    """The letter of the differential that closes the integral, from a look ahead."""
    stream = p.stream
    inside = within = 0  # brackets, and integrals, that began behind this one
    for place in range(stream.place, len(stream.tokens)):
        text = stream.tokens[place].text
        inside += opens(text) - closes(text)
        within += text == r"\int" and inside == 0
        if inside < 0 or (inside == 0 and text in RELATIONS):
            break
        if inside == 0 and p.at_differential(place):
            if within == 0:
                return name_at(p, place + 1)
            within -= 1
    stream.fail(codes.INTEGRAL,
                r"an integral without its differential, as in \int_0^1 f(x) \, dx",
                stream.since(start))


def name_at(p: Parser, place: int) -> str:
    """The name that begins at a place further on; nothing is read."""
    back, p.stream.place = p.stream.place, place
    name = read_name(p)
    p.stream.place = back
    return name


def opens(text: str) -> bool:
    return text in OPENING or text.startswith(r"\begin")


def closes(text: str) -> bool:
    return text in ENDING or text.startswith(r"\end")


def before_differential(p: Parser) -> s.Node:
    """The integrand: the sign of integration and the differential are brackets around it."""
    stream = p.stream
    start = stream.place
    p.integrals += 1
    with stream.with_bars(0):
        is_empty = p.at_differential(stream.place)
        body = ONE if is_empty else p.expression()
    p.integrals -= 1
    if not p.at_differential(stream.place):
        stream.fail(codes.INTEGRAL, f"expected the differential, found {str(stream.token)!r}")
    stream.skip()
    read_name(p)
    if is_empty and not p.at_differential(stream.place) and (
            p.starts_factor() or stream.at(r"\cdot", r"\times")):
        stream.two_readings(start, "the integral of 1, times what follows",
                            "the integral of what follows")
    return body


FACTORS: dict[str, Attempt] = {r"\int": integral}
