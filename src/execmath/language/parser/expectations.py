r"""LaTeX -> means, variances and covariances under a density that is named."""

from __future__ import annotations

from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.lists import bracket, items
from execmath.language.parser.names import fresh_name
from execmath.language.parser.pratt import Attempt, Parser
from execmath.language.vocabulary import CLOSING, SEPARATORS


class Law(NamedTuple):
    """What a random letter is drawn from."""

    outcome: str
    density: s.Letter
    rest: tuple[s.Node, ...]  # the other arguments of the density


def expectation(p: Parser) -> s.Node:
    r"""\mathbb{E}_{x \sim p(\cdot; \eta)}[body]."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    law = read_law(p)
    with p.local():
        letter = bind_outcome(p, law)
        if not stream.at("[", "("):
            stream.fail(codes.EXPECTATION, "an expectation is of something in brackets")
        round_ = stream.at("(")
        body = bracket(p)
    if round_ and stream.at("^", "_", "!"):
        stream.two_readings(start, "the power of the expectation", "the expectation of the power")
    return s.Expectation(letter, law.density, law.rest, body, span=stream.since(start))


def covariance(p: Parser) -> s.Node:
    r"""\operatorname{Var}_{x \sim p}[a], \operatorname{Cov}_{x \sim p}[v] and
    \operatorname{Cov}_{x \sim p}[a, b]."""
    stream, start = p.stream, p.stream.place
    name = stream.token.text[len(r"\operatorname{") : -1]
    stream.skip()
    law = read_law(p)
    with p.local():
        letter = bind_outcome(p, law)
        listed = operands(p, name, start)
    right = listed[1] if len(listed) == 2 else None
    return s.Covariance(name, letter, law.density, law.rest, listed[0], right,
                        span=stream.since(start))


def operands(p: Parser, name: str, start: int) -> list[s.Node]:
    stream = p.stream
    opening = stream.take("[", "(")
    if opening is None:
        stream.fail(codes.EXPECTATION, f"{name} is of something in brackets")
    closing = CLOSING[opening.text]
    listed, elliptic = items(p, stop=(closing,))
    stream.expect(closing, f"to close {name}")
    if elliptic or len(listed) > (2 if name == "Cov" else 1):
        stream.fail(codes.EXPECTATION, f"{name} of {len(listed)} things", stream.since(start))
    return listed


def read_law(p: Parser) -> Law:
    r"""_{x \sim p(\cdot; \eta)}."""
    stream = p.stream
    stream.expect("_", r"that names the density, as in \mathbb{E}_{x \sim p}[x]")
    stream.expect("{", r"as in \mathbb{E}_{x \sim p}[x]")
    outcome = fresh_name(p)
    stream.expect(r"\sim", "behind the random letter")
    density = p.grammar.letter(p)
    if not isinstance(density, s.Letter):
        stream.fail(codes.EXPECTATION,
                    "an expectation is under a density, a function or a vector", density.span)
    rest: tuple[s.Node, ...] = ()
    if p.is_function(density) and stream.take("("):
        stream.expect(r"\cdot", "in the place of the random letter")
        if stream.take(*SEPARATORS):
            rest = tuple(items(p, stop=(")",))[0])
        stream.expect(")", "to close the arguments of the density")
    stream.expect("}", "to close what stands below")
    return Law(outcome, density, rest)


def bind_outcome(p: Parser, law: Law) -> s.Letter:
    """The random letter, with the set that it is drawn from where that is known."""
    meaning = p.scope[law.density.name]
    domain = None
    if meaning is not None and meaning.definition and meaning.definition.parameters:
        domain = meaning.definition.parameters[0].domain
    elif meaning is not None and isinstance(meaning.domain, s.Functions):
        domain = meaning.domain.domain
    return p.scope.bind(law.outcome, domain=domain)


NAMES: dict[str, Attempt] = {
    r"\mathbb{E}": expectation, r"\operatorname{Var}": covariance,
    r"\operatorname{Cov}": covariance,
}
