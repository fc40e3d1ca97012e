r"""LaTeX -> means given what else is known: \mathrm{E}[g(X, Y) \mid Y = y].

Of a joint law, they are means under the conditional law. Given a letter by itself the mean is a
random number too, and has a value within another mean only, as in \mathrm{E}[\mathrm{E}[X | Y]].
"""

from __future__ import annotations

from collections.abc import Sequence

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.lists import items, separate_bars
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Parser
from execmath.language.parser.random_letters import (
    drawn_at_once,
    independence,
    law_of,
    mean,
    random_meaning,
    total,
)
from execmath.language.parser.reach import occurs
from execmath.language.symbols import Meaning, MeaningKind, Scope
from execmath.language.vocabulary import CLOSING

Given = dict[str, s.Node | None]  # the value of a random letter; None where it is a bare letter


def operands_and_given(p: Parser, what: str, outer: Scope) -> tuple[list[s.Node], Given]:
    """What a mean is of, and behind a bar what is given; `outer` is the scope around it."""
    stream, start = p.stream, p.stream.place
    opening = stream.token.text
    stream.skip()
    separate_bars(p, start)
    with stream.with_bars(0):
        listed, elliptic = items(p, stop=(CLOSING[opening],))
        given = read_given(p, outer) if stream.take(r"\mid") else {}
    stream.expect(CLOSING[opening], f"to close {what}")
    if elliptic:
        stream.fail(codes.EXPECTATION, f"{what} of a list with an ellipsis", stream.since(start))
    return listed, given


def given_by_letters(p: Parser, outer: Scope) -> Given | None:
    """What is given where letters stand by themselves that have a value in the mean around: theirs.
    Nothing is read where something else is given."""
    stream, start, given = p.stream, p.stream.place, Given()
    while stream.token.is_letter:
        name = read_name(p)
        meaning = outer[name]
        if meaning is None or meaning.law is None or meaning.kind is not MeaningKind.VALUE:
            break
        given[name] = None
        if not stream.take(","):
            break
    if given and stream.at(")", "]", r"\}"):
        return given
    stream.place = start
    return None


def read_given(p: Parser, outer: Scope) -> Given:
    stream, given = p.stream, Given()
    while True:
        start, name = stream.place, read_name(p)
        if random_meaning(p, name) is None:
            stream.fail(codes.EXPECTATION, f"{name} is given and is not random",
                        stream.since(start))
        given[name] = p.expression() if stream.take("=") else None
        bound = outer[name]
        if given[name] is None and (bound is None or bound.kind is not MeaningKind.VALUE):
            stream.fail(codes.RANDOM, f"given {name}, this is random itself: take its mean, or "
                        f"give {name} a value", stream.since(start))
        if not stream.take(","):
            return given


def mean_given(p: Parser, meanings: Sequence[Meaning], given: Given, body: s.Node,
               start: int) -> s.Node:
    """The mean of a body; without anything given, the plain one."""
    free = [one for one in meanings if occurs(one.letter.name, body)]
    if not given:
        return mean(p, free, body, start) if free else body
    within = law_with(p, free, given, start)
    node = _mean_of_others(p, free, given, body, start) if within is None \
        else _mean_within(p, within, given, body, start)
    for name, value in given.items():
        if value is not None and occurs(name, node):
            node = s.At(s.Letter(name), value, node, span=node.span)
    return node


def _mean_of_others(p: Parser, free: Sequence[Meaning], given: Given, body: s.Node,
                    start: int) -> s.Node:
    """What is given is independent of these, or there are none; but it has to be possible."""
    others = [one for one in free if one.letter.name not in given]
    node = mean(p, others, body, start) if others else body
    known = [other for name, value in given.items()
             if value is not None and (other := random_meaning(p, name)) is not None]
    for block in drawn_at_once(known):
        weight = _weight(p, block, p.stream.since(start))
        node = s.Binary("*", node, s.Binary("/", weight, weight, span=node.span), span=node.span)
    return node


def _weight(p: Parser, block: Sequence[Meaning], span: s.Span) -> s.Node:
    """The density of letters with one law, at their values."""
    law = law_of(block[0])
    if law.size is not None:
        p.stream.fail(codes.EXPECTATION, f"a draw of {block[0].letter.name} is given", span)
    letters = tuple(s.Letter(name) for name in law.jointly)
    others = [place for place, letter in enumerate(letters)
              if all(letter.name != one.letter.name for one in block)]
    if not p.is_function(law.density):
        return s.Index(law.density, letters[0], span=span)
    return total(p, law, others, letters, s.Call(law.density, (*letters, *law.rest), span=span),
                 span)


def _mean_within(p: Parser, within: Meaning, given: Given, body: s.Node, start: int) -> s.Node:
    """The mean under the conditional law of one that is drawn together with what is given."""
    law, span = law_of(within), p.stream.since(start)
    letters = tuple(s.Letter(name) for name in law.jointly)
    others = [place for place, letter in enumerate(letters) if letter.name not in given]
    weight = s.Call(law.density, (*letters, *law.rest), span=span)
    above = total(p, law, others, letters, s.Binary("*", weight, body, span=span), span)
    return s.Binary("/", above, total(p, law, others, letters, weight, span), span=span)


def law_with(p: Parser, free: Sequence[Meaning], given: Given, start: int) -> Meaning | None:
    """The joint law of the letters of a body with what is given; None where that is independent
    of them."""
    open_letters = [one for one in free if one.letter.name not in given]
    laws = {law_of(one): one for one in open_letters}
    if len(laws) == 1:
        (law, one), = laws.items()
        if given.keys() <= set(law.jointly):
            return one
    if open_letters and not _are_apart(p, open_letters, given):
        names = " and ".join(one.letter.name for one in open_letters)
        p.stream.fail(codes.EXPECTATION, f"nothing says how {names} and {' and '.join(given)} "
                      "vary together", p.stream.since(start))
    return None


def _are_apart(p: Parser, open_letters: Sequence[Meaning], given: Given) -> bool:
    """Are the letters not drawn together with what is given, and declared independent of it?"""
    known = [other for name in given if (other := random_meaning(p, name)) is not None]
    blocks = drawn_at_once([*open_letters, *known])
    is_mixed = any(one in open_letters for block in blocks if block[-1] in known for one in block)
    return not is_mixed and p.scope[independence(*blocks)] is not None
