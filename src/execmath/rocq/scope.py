"""Where a formal statement is being written: the names in reach, what is known of the natural
variables, and what has to exist.

The prover's functions are total: it has a value for a logarithm of zero, a quotient by zero, a
slope where there is none. A page has not. So each such place leaves a demand behind, that its
value exists; the demands become part of the statement.

`rule` is the table of how each class of node is translated. The modules beside this one fill it,
and `execmath.rocq.translation` loads them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count

from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.names import spell
from execmath.language.rules import Rules
from execmath.rocq.support import check_parts
from execmath.rocq.values import Natural, Refused, Value
from execmath.rocq.words import HAS_VALUE, RESERVED


@dataclass(frozen=True)
class Formal:
    """A definition of the page as one of the prover: its name, what it is given, what it gives.

    `letters` are the letters of the page that it depends on; they come before its parameters.
    """

    name: str
    letters: tuple[s.Letter, ...]
    names: tuple[str, ...]  # of the letters, then of the parameters, inside the definition
    parameters: tuple[s.Membership, ...]
    sizes: tuple[Natural, ...]  # of its value: () for a number, (k) for a vector
    demanding: bool  # is there a `..._has_value`?


FormalDefinitions = Callable[[s.Letter], Formal | None]


class Scope:
    """Names, and demands where they arise, in one statement of one place of a page.

    `definitions` gives the formal definition of a letter of the page; `taken` are names that
    belong to others.
    """

    def __init__(self, context: Context, definitions: FormalDefinitions,
                 taken: frozenset[str]) -> None:
        self.context = context
        self.definitions = definitions
        self.reserved = taken | RESERVED
        self.abbreviations: dict[s.Letter, s.Node] = {}
        self.values: dict[s.Letter, Value] = {}
        self.ranges: dict[s.Letter, s.Node | None] = {}  # the sets of the statement's own letters
        self.declared: dict[str, str] = {}  # the statement's own letters: their keys by their names
        self.used: dict[s.Letter, str] = {}  # letters of the page, and their names here
        self.names: list[str] = []  # in scope
        self.limits: dict[str, tuple[int, Natural | None]] = {}  # of the natural variables
        self.demands: list[str] = []

    def translate(self, node: s.Node) -> Value:
        """A number, a vector or a function.

        raises  Refused where there is no formal reading
        """
        check_parts(node)
        function = rule.of(node)
        if function is None:
            raise Refused(f"{type(node).__name__} is no value", node.span)
        return function(self, node)

    def fresh(self, typeset: str, others: Iterable[str] = ()) -> str:
        """A name for a letter that no one else in reach has, nor any of `others`."""
        name = "".join(c if c.isalnum() and c.isascii() else "_" for c in spell(typeset)).strip("_")
        name = name if name and not name[0].isdigit() else f"v{name}"
        taken = self.reserved | set(self.names) | set(self.used.values()) | set(others)
        numbered = (f"{name}_{number}" for number in count(2))
        return next(n for n in chain([name], numbered)
                    if n not in taken and not n.endswith(HAS_VALUE))

    @contextmanager
    def inside(self, quantifier: str, name: str, inhabited: bool) -> Iterator[None]:
        """Demands that arise here hold for what the quantifier says of `name`.

        Where it speaks of something at least, a demand without the name needs no quantifier.
        """
        outer, self.demands = self.demands, []
        self.names.append(name)
        try:
            yield
        finally:
            self.names.pop()
            inner, self.demands = self.demands, outer
        for demand in inner:
            concerned = not inhabited or re.search(rf"\b{name}\b", demand)
            self.demand(quantifier.format(demand) if concerned else demand)

    @contextmanager
    def meaning(self, letter: s.Letter, value: Value, domain: s.Node | None) -> Iterator[None]:
        """A letter bound for a while; without a domain nothing is known of where it is."""
        before = self.values, self.ranges
        self.values = {**self.values, letter: value}
        self.ranges = {**self.ranges, letter: domain}
        try:
            yield
        finally:
            self.values, self.ranges = before

    def later(self, component: Callable[[Natural], Value]) -> Callable[[Natural], Value]:
        """A component is read when it is asked for, and then with the letters as they are now."""
        now = self.values, self.ranges

        def at(index: Natural) -> Value:
            before = self.values, self.ranges
            self.values, self.ranges = now
            try:
                return component(index)
            finally:
                self.values, self.ranges = before

        return at

    @contextmanager
    def limited(self, name: str, least: int, most: Natural | None) -> Iterator[None]:
        before = self.limits
        self.limits = {**before, name: (least, most)}
        try:
            yield
        finally:
            self.limits = before

    @contextmanager
    def unasked(self) -> Iterator[None]:
        """What is translated here for its shape alone demands nothing."""
        outer, self.demands = self.demands, []
        try:
            yield
        finally:
            self.demands = outer

    def demand(self, text: str) -> None:
        if text not in self.demands:
            self.demands.append(text)

    def least(self, number: Natural) -> int | None:
        """A bound that the number is certain not to be below; None where there is none."""
        for name, factor in number.terms:
            most = self.limits[name][1] if name in self.limits else None
            if factor < 0:
                if most is None:
                    return None
                rest = number - Natural(((name, factor),))
                return self.least(rest + most.times(factor))
        return number.constant + sum(factor * self.limits.get(name, (0, None))[0]
                                     for name, factor in number.terms)

    def certain(self, small: Natural, large: Natural) -> bool:
        """Is small <= large, whatever the variables are?"""
        room = self.least(large - small)
        return room is not None and room >= 0

    def same(self, one: Natural | None, other: Natural | None) -> bool:
        """Are two sizes the same, whatever the variables are?"""
        if one is None or other is None:
            return one is other
        return one == other or (self.certain(one, other) and self.certain(other, one))


rule: Rules[Scope, Value] = Rules()
