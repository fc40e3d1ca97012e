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
    if within is None:
        return mean(p, [one for one in free if one.letter.name not in given], body, start)
    law, span = law_of(within), p.stream.since(start)
    letters = tuple(s.Letter(name) for name in law.jointly)
    others = [place for place, letter in enumerate(letters) if letter.name not in given]
    weight = s.Call(law.density, (*letters, *law.rest), span=span)
    above = total(p, law, others, letters, s.Binary("*", weight, body, span=span), span)
    node: s.Node = s.Binary("/", above, total(p, law, others, letters, weight, span), span=span)
    for name, value in given.items():
        if value is not None:
            node = s.At(s.Letter(name), value, node, span=span)
    return node


def law_with(p: Parser, free: Sequence[Meaning], given: Given, start: int) -> Meaning | None:
    """The joint law of the letters of a body with what is given; None where that is independent
    of them."""
    open_letters = [one for one in free if one.letter.name not in given]
    laws = {law_of(one): one for one in open_letters}
    if len(laws) == 1:
        (law, one), = laws.items()
        if given.keys() <= set(law.jointly):
            return one
    for one in open_letters:
        for name in given:
            other = random_meaning(p, name)
            if other is None or p.scope[independence(one, other)] is None:
                p.stream.fail(codes.EXPECTATION, f"nothing says how {one.letter.name} and {name} "
                              "vary together", p.stream.since(start))
    return None
