r"""LaTeX -> what random letters are drawn from: X \sim f, (X, Y) \sim p, X \perp Y."""

from __future__ import annotations

from collections.abc import Iterator

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.names import check_new, read_name
from execmath.language.parser.pratt import Parser
from execmath.language.parser.random_letters import (
    ONE,
    independence,
    joint,
    outcomes_of,
    random_meaning,
    read_density,
    total,
)
from execmath.language.symbols import Law, Meaning, MeaningKind, Scope

SIM = (r"\sim", r"\perp")


def at_law(p: Parser) -> bool:
    r"""Do random letters and their law begin here?"""
    stream, start = p.stream, p.stream.place
    stream.take("(")
    while stream.token.is_letter:
        read_name(p)
        stream.take(",")
    stream.take(")")
    answer = stream.at(*SIM)
    stream.place = start
    return answer


def law_of_letters(p: Parser, label: str, section: str) -> list[s.Distribution]:
    """Read a law, and give its letters their meaning; nothing where two are independent."""
    stream, start = p.stream, p.stream.place
    is_joint = stream.take("(") is not None
    names = [read_name(p)]
    while stream.take(","):
        names.append(read_name(p))
    if is_joint:
        stream.expect(")", "behind the letters that are drawn together")
    if stream.take(r"\perp"):
        set_independent(p, names, start)
        return []
    check_new(p, names, start)
    stream.expect(r"\sim", "behind the random letters")
    if len(names) > 1 and not is_joint:
        stream.two_readings(start, "each of them has this law, which says nothing of how they vary "
                            r"together: X \sim f, Y \sim f",
                            r"both are drawn at once: (X, Y) \sim p")
    density, rest = read_density(p)
    span = stream.since(start)
    law = Law(density, rest, tuple(names))
    letters = tuple(s.Letter(name, label, span=span) for name in names)
    for place, letter in enumerate(letters):
        domain = outcomes_of(p, density, place)
        p.scope.add(Meaning(letter, MeaningKind.RANDOM, domain, None, label, section, law))
    if is_joint:
        p.scope.add(Meaning(s.Letter(joint(density.name)), MeaningKind.RANDOM, law=law))
    return [s.Distribution(letters, density, rest, mass(p, law, span), span=span)]


def mass(p: Parser, law: Law, span: s.Span) -> s.Node:
    """What a density sums up to."""
    letters = tuple(s.Letter(name) for name in law.jointly)
    if len(letters) == 1:
        return s.Expectation(letters[0], law.density, law.rest, ONE, span=span)
    weight = s.Call(law.density, (*letters, *law.rest), span=span)
    return total(p, law, range(len(letters)), letters, weight, span)


def set_independent(p: Parser, names: list[str], start: int) -> None:
    names.append(read_name(p))
    for name in names:
        if random_meaning(p, name) is None:
            p.stream.fail(codes.EXPECTATION, f"{name} was not declared by its law, so it is not "
                          "independent of anything", p.stream.since(start))
    one, other = names
    meanings = [random_meaning(p, name) for name in names]
    if one == other or len({m.law for m in meanings if m is not None and m.law is not None
                            and len(m.law.jointly) > 1}) == 1:
        p.stream.fail(codes.EXPECTATION, f"{one} and {other} are drawn from one law, which says "
                      "whether they are independent", p.stream.since(start))
    p.borrowed.update(m.letter for m in meanings if m is not None)
    letter = s.Letter(independence(one, other))
    p.scope.add(Meaning(letter, MeaningKind.RANDOM))


def relations_of_laws(scope: Scope) -> Iterator[Meaning]:
    """What is said of letters and is none: that two are independent, or are drawn together."""
    return (meaning for meaning in scope.meanings()
            if r" \perp " in meaning.letter.name or meaning.letter.name.startswith(r"\sim "))


def same_law(p: Parser) -> tuple[s.Link, s.Membership]:
    r"""A claim X \sim g of a letter with a law f: the two densities are equal at each outcome."""
    stream, start = p.stream, p.stream.place
    name = read_name(p)
    meaning = random_meaning(p, name)
    if meaning is None or meaning.law is None or len(meaning.law.jointly) > 1:
        stream.fail(codes.EXPECTATION, f"{name} has no law of its own that another one could be "
                    "compared with", stream.since(start))
    stream.expect(r"\sim", f"behind {name}")
    density, rest = read_density(p)
    domain, span = outcomes_of(p, meaning.law.density), stream.since(start)
    if domain is None:
        stream.fail(codes.EXPECTATION, f"the set of the outcomes of {name} is not known", span)
    p.borrowed.add(meaning.letter)
    outcome = s.Letter(name)
    link = s.Link("=", s.Call(meaning.law.density, (outcome, *meaning.law.rest), span=span),
                  s.Call(density, (outcome, *rest), span=span), span=span)
    return link, s.Membership(outcome, domain, span=span)
