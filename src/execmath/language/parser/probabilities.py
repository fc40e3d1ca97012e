r"""LaTeX -> probabilities of events of letters that were declared random.

A letter by itself in the brackets, P(A) or P(X = x \mid Y), stands for its value: within a mean
the one that it has there, and elsewhere any, so that a claim is for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.conditional import given_by_letters, mean_given
from execmath.language.parser.lists import outcome, separate_bars
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Parser
from execmath.language.parser.random_letters import (
    bind,
    law_of,
    mean,
    random_in_bracket,
    together,
)
from execmath.language.parser.reach import CLOSED
from execmath.language.symbols import Meaning, MeaningKind, Scope
from execmath.language.vocabulary import CLOSING


def probability(p: Parser) -> s.Node | None:
    r"""\Pr(X = x), P(X \le x), \Pr(X \in A), \Pr(a < X \le b \mid X > c)."""
    stream, start = p.stream, p.stream.place
    if stream.ahead().text not in ("(", "[", r"\{"):
        return None
    stream.skip()
    meanings = random_in_bracket(p)
    if not meanings:
        stream.place = start
        return None
    opening = stream.token.text
    stream.skip()
    separate_bars(p, start)
    outer = p.scope
    with p.local(), stream.with_bars(0):
        bind(p, meanings)
        event = conditions(p, outer)
        has_bar = stream.take(r"\mid") is not None
        known = given_by_letters(p, outer) if has_bar else None
        given = conditions(p, outer) if has_bar and known is None else ()
    stream.expect(CLOSING[opening], "to close the event")
    p.tail = CLOSED
    if known is not None:
        return mean_given(p, meanings, known, s.Indicator(event, span=stream.since(start)), start)
    node = of_event(p, meanings, (*event, *given), start)
    if given:
        node = s.Binary("/", node, of_event(p, meanings, given, start), span=stream.since(start))
    return node


def conditions(p: Parser, outer: Scope) -> tuple[s.Condition | s.Belonging, ...]:
    """Relations between commas; a letter by itself, in the scope around, stands for its values."""
    listed: tuple[s.Condition | s.Belonging, ...] = ()
    while True:
        listed += as_any_value(p, outer) or p.condition_chain()
        if not p.stream.take(","):
            return listed


def as_any_value(p: Parser, outer: Scope) -> tuple[s.Condition, ...]:
    stream, start = p.stream, p.stream.place
    if not stream.token.is_letter:
        return ()
    meaning = outer[read_name(p)]
    if meaning is None or meaning.law is None or not stream.at(",", r"\mid", ")", "]", r"\}"):
        stream.place = start
        return ()
    name, span = meaning.letter.name, stream.since(start)
    if meaning.kind is MeaningKind.VALUE:
        stream.fail(codes.RANDOM, f"{name} has a value here, and another one in the brackets; "
                    f"write {name} = and a value", span)
    here, p.scope = p.scope, outer
    value = outcome(p, meaning, span)
    p.scope = here
    return (s.Condition("=", s.Letter(name, span=span), value, span=span),)


def of_event(p: Parser, meanings: Sequence[Meaning], event: tuple[s.Condition | s.Belonging, ...],
             start: int) -> s.Node:
    span = p.stream.since(start)
    laws = together(p, meanings, start)
    if len(laws) == 1 and len(law_of(laws[0]).jointly) == 1:
        law = law_of(laws[0])
        return s.Probability(s.Letter(laws[0].letter.name), law.density, law.rest, event, span=span)
    return mean(p, meanings, s.Indicator(event, span=span), start)
