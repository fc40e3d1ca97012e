r"""LaTeX -> what random letters are drawn from: X \sim f, (X, Y) \sim p, X \perp Y \perp Z."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

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

MOST_INDEPENDENT = 8  # letters, of which all parts are remembered
SIM = (r"\sim", r"\perp")


def at_law(p: Parser) -> bool:
    r"""Do random letters and their law begin here?"""
    stream, start = p.stream, p.stream.place
    stream.take("(")
    while stream.token.is_letter:
        read_name(p)
        if not stream.take(","):
            break
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
    if stream.at(r"\perp"):
        set_independent(p, names, start)
        return []
    check_new(p, names, start)
    stream.expect(r"\sim", "behind the random letters")
    density, rest = read_density(p, len(names))
    span = stream.since(start)
    if is_joint or len(names) == 1 or outcomes_taken(p, density, rest) == len(names):
        groups = [tuple(names)]
    else:
        groups = [(name,) for name in names]
    return [one_law(p, Law(density, rest, group, label=label), label, section, span)
            for group in groups]


def one_law(p: Parser, law: Law, label: str, section: str, span: s.Span) -> s.Distribution:
    """Give the letters that are drawn at once their meaning."""
    letters = tuple(s.Letter(name, label, span=span) for name in law.jointly)
    for place, letter in enumerate(letters):
        domain = outcomes_of(p, law.density, place)
        p.scope.add(Meaning(letter, MeaningKind.RANDOM, domain, None, label, section, law))
    if len(letters) > 1:
        p.scope.add(Meaning(s.Letter(joint(law.density.name)), MeaningKind.RANDOM, law=law))
    return s.Distribution(letters, law.density, law.rest, mass(p, law, span), span=span)


def outcomes_taken(p: Parser, density: s.Letter, rest: tuple[s.Node, ...]) -> int:
    """How many outcomes a density takes at once, besides the arguments that are given."""
    meaning = p.scope[density.name]
    definition = meaning.definition if meaning is not None else None
    return len(definition.parameters) - len(rest) if definition is not None else 1


def sample(p: Parser, label: str, section: str) -> list[s.Distribution]:
    r"""y_i \sim f where i = 1, \ldots, n: independent draws from one law."""
    stream, start = p.stream, p.stream.place
    name = stream.token.text
    stream.skip()
    stream.expect("_", "with the number of the draw")
    index = p.group("the number of the draw")
    counted = p.scope[index.name] if isinstance(index, s.Letter) else None
    if counted is None or not isinstance(counted.domain, s.IntegerRange) \
            or counted.domain.first != ONE or counted.domain.last is None:
        stream.fail(codes.EXPECTATION, f"the draws of {name} are counted from 1: write i = 1, "
                    r"\ldots, n behind the law", stream.since(start))
    check_new(p, [name], start)
    stream.expect(r"\sim", "behind the random letter")
    density, rest = read_density(p)
    span = stream.since(start)
    law = Law(density, rest, (name,), counted.domain.last, label)
    letter = s.Letter(name, label, span=span)
    for size in s.letters(counted.domain.last):
        p.borrow(size)
    domain = outcomes_of(p, density)
    drawn = s.SetPower(domain, counted.domain.last) if domain is not None else None
    p.scope.add(Meaning(letter, MeaningKind.RANDOM, drawn, None, label, section, law))
    return [s.Distribution((letter,), density, rest,
                           mass(p, Law(density, rest, (name,)), span), span=span)]


def at_sample(p: Parser) -> bool:
    """Does a letter stand here with the number of its draw, which has no law yet?"""
    stream, start = p.stream, p.stream.place
    name, base = read_name(p), stream.tokens[start].text
    is_indexed = stream.tokens[start + 1].text == "_" and random_meaning(p, name) is None \
        and random_meaning(p, base) is None
    answer = is_indexed and stream.at(r"\sim")
    stream.place = start
    return answer


def mass(p: Parser, law: Law, span: s.Span) -> s.Node:
    """What is 1 if a density is one: what it sums up to; a mean sees whether it is negative. Of a
    joint law the larger of what |p| sums up to and 2 minus what p does: both 1, or more."""
    letters = tuple(s.Letter(name) for name in law.jointly)
    if len(letters) == 1:
        return s.Expectation(letters[0], law.density, law.rest, ONE, span=span)
    weight = s.Call(law.density, (*letters, *law.rest), span=span)
    size, plain = (total(p, law, range(len(letters)), letters, node, span)
                   for node in (s.Apply("abs", weight, span=span), weight))
    rest = s.Binary("-", s.Number("2"), plain, span=span)
    return s.Apply("max", s.Vector((size, rest), span=span), span=span)


def set_independent(p: Parser, names: list[str], start: int) -> None:
    r"""X \perp Y, X \perp Y \perp Z of all together, (X, Y) \perp Z of what is drawn at once."""
    groups = [names]
    while p.stream.take(r"\perp"):
        groups.append(drawn_together(p))
    blocks = [[with_a_law(p, name, start) for name in group] for group in groups]
    meanings = [meaning for block in blocks for meaning in block]
    if len(meanings) > MOST_INDEPENDENT:
        p.stream.fail(codes.EXPECTATION, f"at most {MOST_INDEPENDENT} letters can be declared "
                      "independent at once", p.stream.since(start))
    see_that_laws_differ(p, blocks, start)
    for meaning in meanings:
        p.borrow(meaning.letter)
    for parts in product(*map(subsets, blocks)):
        if sum(map(bool, parts)) > 1:
            p.scope.add(Meaning(s.Letter(independence(*filter(None, parts))), MeaningKind.RANDOM))


def drawn_together(p: Parser) -> list[str]:
    """A letter, or several in brackets."""
    if not p.stream.take("("):
        return [read_name(p)]
    names = [read_name(p)]
    while p.stream.take(","):
        names.append(read_name(p))
    p.stream.expect(")", "behind the letters that are drawn together")
    return names


def with_a_law(p: Parser, name: str, start: int) -> Meaning:
    meaning = random_meaning(p, name)
    if meaning is None:
        p.stream.fail(codes.EXPECTATION, f"{name} was not declared by its law, so it is not "
                      "independent of anything", p.stream.since(start))
    return meaning


def see_that_laws_differ(p: Parser, blocks: Sequence[Sequence[Meaning]], start: int) -> None:
    """The letters of one block have one law, and those of two have two."""
    for block in blocks:
        if len({meaning.law for meaning in block}) > 1:
            names = " and ".join(meaning.letter.name for meaning in block)
            p.stream.fail(codes.EXPECTATION, f"{names} are not drawn together: a \\perp stands "
                          "between letters that are independent", p.stream.since(start))
    for (one, *_), (other, *_) in combinations(blocks, 2):
        if one.law == other.law:
            p.stream.fail(codes.EXPECTATION, f"{one.letter.name} and {other.letter.name} are drawn "
                          "from one law, which says whether they are independent",
                          p.stream.since(start))


def subsets(block: Sequence[Meaning]) -> Iterator[tuple[Meaning, ...]]:
    """All parts of a block, of which the first is empty."""
    for size in range(len(block) + 1):
        yield from combinations(block, size)


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
        stream.fail(codes.EXPECTATION, f"{name} has a meaning, and no law of its own that this one "
                    f"could be compared with; a letter is declared random by {name} \\sim … alone",
                    stream.since(start))
    stream.expect(r"\sim", f"behind {name}")
    density, rest = read_density(p)
    domain, span = outcomes_of(p, meaning.law.density), stream.since(start)
    if domain is None:
        stream.fail(codes.EXPECTATION, f"the set of the outcomes of {name} is not known", span)
    p.borrow(meaning.letter)
    outcome = s.Letter(name)
    link = s.Link("=", s.Call(meaning.law.density, (outcome, *meaning.law.rest), span=span),
                  s.Call(density, (outcome, *rest), span=span), span=span)
    return link, s.Membership(outcome, domain, span=span)
