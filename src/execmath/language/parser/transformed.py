r"""LaTeX -> claims on the law of a function of a random letter: a X + b \sim g, Y = h(X) \sim g.

Over a continuum, h(X) has the density g if h never takes a value twice and g(h(x)) |h'(x)| is the
density of X at each x: then g has all its mass on the values of h, since it sums to one. Where the
outcomes can be counted, the probability of each value is compared with g.
"""

from __future__ import annotations

from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.injective import is_one_to_one
from execmath.language.parser.laws import at_law, mass
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Parser
from execmath.language.parser.random_letters import (
    CONTINUA,
    bind,
    kind_of_outcomes,
    law_of,
    outcomes_of,
    random_between,
    read_density,
    together,
)
from execmath.language.symbols import Law, Meaning
from execmath.language.tokens import Kind
from execmath.language.vocabulary import CLOSERS, OPENERS

ENDING = frozenset({",", ";", r"\\", r"\qquad", r"\forall"})
ONE = s.Number("1")


class LawClaimed(NamedTuple):
    """What is to be shown, and for which values of new letters."""

    links: list[s.Link]
    hypotheses: list[s.Hypothesis]


def at_law_of_value(p: Parser) -> bool:
    r"""Does a \sim stand behind the expression that begins here, which is more than letters?"""
    return at_function_of_random(p) or (place_of_sim(p) > 0 and not at_law(p))


def place_of_sim(p: Parser) -> int:
    depth = 0
    for place in range(p.stream.place, len(p.stream.tokens)):
        token = p.stream.tokens[place]
        depth += (token.text in OPENERS) - (token.text in CLOSERS)
        if depth == 0 and (token.text in ENDING or token.kind in (Kind.TEXT, Kind.END)):
            return 0
        if depth == 0 and token.text == r"\sim":
            return place
    return 0


def at_function_of_random(p: Parser) -> bool:
    """Does the law of a letter stand here that was defined by others, as Y := g(X)?"""
    stream, start = p.stream, p.stream.place
    meaning = p.scope[read_name(p)] if stream.token.is_letter else None
    answer = meaning is not None and bool(meaning.sources) and stream.at(r"\sim")
    stream.place = start
    return answer


def law_of_value(p: Parser) -> LawClaimed:
    stream, start, sim = p.stream, p.stream.place, place_of_sim(p)
    skip_new_name(p)
    meaning = the_random_letter(p, sim, start)
    with p.local():
        bind(p, [meaning])
        value = p.expression()
    stream.expect(r"\sim", "behind the value")
    density, rest = read_density(p)
    span, law = stream.since(start), law_of(meaning)
    both = Both(meaning, Law(density, rest, law.jointly), value, span)
    weight = s.Link("=", mass(p, both.target, span), ONE, span=span)
    domains = outcomes_of(p, law.density), outcomes_of(p, density)
    kinds = [kind_of_outcomes(p, domain) if domain is not None else None for domain in domains]
    if kinds[0] is None or kinds[0] is not kinds[1] or domains[0] is None or domains[1] is None:
        stream.fail(codes.EXPECTATION, "a law over a continuum and one over what can be counted "
                    "are not compared, nor laws over other sets", span)
    claimed = over_continuum(p, both, interior(p, domains[0])) if kinds[0] is CONTINUA \
        else counted(both, domains[1])
    return LawClaimed([weight, *claimed.links], claimed.hypotheses)


class Both(NamedTuple):
    """A random letter, a value that depends on it, and the law that is claimed of the value."""

    meaning: Meaning
    target: Law
    value: s.Node
    span: s.Span

    def density_at(self, law: Law, place: s.Node) -> s.Node:
        return s.Call(law.density, (place, *law.rest), span=self.span)


def skip_new_name(p: Parser) -> None:
    """The Y of Y = h(X) \\sim g, which is a name for the value and says nothing of it."""
    stream, start = p.stream, p.stream.place
    name = read_name(p) if stream.token.is_letter else ""
    if not name or not stream.take("="):
        stream.place = start
    elif p.scope[name] is not None:
        stream.fail(codes.EXPECTATION, f"{name} has a meaning already: claim that it is this, and "
                    "its law, apart", stream.since(start))


def the_random_letter(p: Parser, sim: int, start: int) -> Meaning:
    firsts = together(p, random_between(p, p.stream.place, sim), start)
    law = law_of(firsts[0]) if firsts else None
    if law is None or len(firsts) > 1 or len(law.jointly) > 1 or law.size is not None:
        p.stream.fail(codes.EXPECTATION, r"before \sim stands a function of one random letter that "
                      "has a law of its own; that of a sum of several is not in the grammar",
                      p.stream.since(start))
    return firsts[0]


def interior(p: Parser, domain: s.Node) -> s.Node:
    """An interval without its ends, which have no probability."""
    while isinstance(domain, s.Letter):
        meaning = p.scope[domain.name]
        assert meaning is not None and meaning.definition is not None
        domain = meaning.definition.body
    if isinstance(domain, s.Interval):
        return s.Interval(domain.lower, domain.upper, True, True, span=domain.span)
    return s.Reals(domain.relation[:1], span=domain.span) if isinstance(domain, s.Reals) else domain


def over_continuum(p: Parser, both: Both, domain: s.Node) -> LawClaimed:
    law, span = law_of(both.meaning), both.span
    outcome = s.Letter(both.meaning.letter.name)
    if not is_one_to_one(both.value, outcome, domain, p.scope):
        p.stream.fail(codes.EXPECTATION, "a value that may be taken twice, as far as its form "
                      rf"tells: before \sim stands {outcome.name} in one place, with operations "
                      "around it that are one-to-one", span)
    size = s.Apply("abs", s.Partial(outcome, None, both.value, span=span), span=span)
    moved = s.Binary("*", both.density_at(both.target, both.value), size, span=span)
    link = s.Link("=", both.density_at(law, outcome), moved, span=span)
    return LawClaimed([link], [s.Membership(outcome, domain, span=span)])


def counted(both: Both, domain: s.Node) -> LawClaimed:
    law, span = law_of(both.meaning), both.span
    letter, outcome = s.Letter(both.meaning.letter.name), s.Letter(r"\cdot value")
    event = s.Condition("=", both.value, outcome, span=span)
    chance = s.Probability(letter, law.density, law.rest, (event,), span=span)
    link = s.Link("=", chance, both.density_at(both.target, outcome), span=span)
    return LawClaimed([link], [s.Membership(outcome, domain, span=span)])
