r"""LaTeX -> integrals between bounds and over a set."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.pratt import Attempt, Parser
from execmath.language.parser.reach import CLOSED
from execmath.language.parser.sets import at_set, limit, read_set, simple_set
from execmath.language.vocabulary import CLOSING, RELATIONS

ONE = s.Number("1")
OPENING, ENDING = frozenset({"{", *CLOSING}), frozenset({"}", *CLOSING.values()})


def integral(p: Parser) -> s.Node:
    r"""\int_{a}^{b} body \, dx or \int_X body \, dx: the letter stands at the end, so it is
    looked for first."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    stream.expect("_", "with the lower bound of the integral, or its set")
    domain = set_below(p)
    if domain is not None:
        letter, body = integrand(p, start, domain)
        p.tail = CLOSED
        return s.SetIntegral(letter, domain, body, span=stream.since(start))
    lower = bound(p)
    stream.expect("^", "with the upper bound of the integral")
    upper = bound(p)
    letter, body = integrand(p, start, None)
    p.tail = CLOSED
    return s.Integral(letter, lower, upper, body, span=stream.since(start))


def integrand(p: Parser, start: int, domain: s.Node | None) -> tuple[s.Letter, s.Node]:
    name = differential(p, start)
    with p.local():
        letter = p.scope.bind(name, domain=domain)
        return letter, term_before_differential(p)


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


def is_differential(p: Parser, place: int) -> bool:
    """`d`, alone or upright, with a letter behind it; a `d` with a meaning is that."""
    tokens = p.stream.tokens
    token, behind = tokens[place], tokens[min(place + 1, len(tokens) - 1)]
    is_d = token.text == r"\operatorname{d}" or (token.text == "d" and p.scope["d"] is None)
    return is_d and behind.is_letter


def differential(p: Parser, start: int) -> str:
    """The letter of the differential that closes the integral, from a look ahead."""
    stream = p.stream
    inside = within = 0  # brackets, and integrals, that began behind this one
    for place in range(stream.place, len(stream.tokens)):
        text = stream.tokens[place].text
        inside += opens(text) - closes(text)
        within += text == r"\int"
        if inside < 0 or (inside == 0 and text in RELATIONS):
            break
        if is_differential(p, place):
            if inside == within == 0:
                return stream.tokens[place + 1].text
            within -= 1
    stream.fail(codes.INTEGRAL,
                r"an integral without its differential, as in \int_0^1 f(x) \, dx",
                stream.since(start))


def opens(text: str) -> bool:
    return text in OPENING or text.startswith(r"\begin")


def closes(text: str) -> bool:
    return text in ENDING or text.startswith(r"\end")


def term_before_differential(p: Parser) -> s.Node:
    stream, start = p.stream, p.stream.place
    left: s.Node | None = None
    while not is_differential(p, stream.place):
        if left is not None:
            stream.take(r"\cdot")
        factor = p.factor()
        left = factor if left is None else s.Binary("*", left, factor, span=stream.since(start))
        if stream.at("+", "-", "/") or stream.at_end():
            stream.fail(codes.INTEGRAL,
                        "expected the differential; an integrand that is a sum needs brackets")
    stream.skip(2)
    return left if left is not None else ONE


FACTORS: dict[str, Attempt] = {r"\int": integral}
