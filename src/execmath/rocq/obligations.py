"""Where a formal statement is being written: the names in reach, what is known of the natural
variables, and what has to exist.

The prover's functions are total: it has a value for a logarithm of zero, a quotient by zero, a
slope where there is none. A page has not. So each such place leaves a demand behind, that its
value exists; the demands become part of the statement.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, count

from execmath.language import ast as s
from execmath.language.names import spell
from execmath.rocq.values import Natural, Refused, Value

KEYWORDS = frozenset(
    "as at cofix else end exists fix for forall fun if in let match return then with where Prop Set"
    " Type SProp using IF mod".split())
WORDS = frozenset(
    "range sum product maximum minimum unit_vector one_hots in_simplex update seq map nat list"
    " R In exp ln sqrt PI INR Rabs Rmax Rmin Rpower sin cos sinh cosh tanh is_derive ex_derive"
    " ex_derive_n Derive locally S O True False statement".split())


class Reach:
    """Names, and demands where they arise. `taken` are names that belong to others."""

    def __init__(self, taken: frozenset[str]) -> None:
        self.reserved = taken | KEYWORDS | WORDS
        self.values: dict[s.Letter, Value] = {}
        self.ranges: dict[s.Letter, s.Node | None] = {}  # the sets of the statement's own letters
        self.used: dict[s.Letter, str] = {}  # letters of the page, and their names here
        self.names: list[str] = []  # in scope
        self.limits: dict[str, tuple[int, Natural | None]] = {}  # of the natural variables
        self.demands: list[str] = []

    @abstractmethod
    def translate(self, node: s.Node) -> Value: ...

    @abstractmethod
    def value(self, letter: s.Letter) -> Value: ...

    def fresh(self, typeset: str) -> str:
        name = "".join(c if c.isalnum() and c.isascii() else "_" for c in spell(typeset)).strip("_")
        name = name if name and not name[0].isdigit() else f"v{name}"
        taken = self.reserved | set(self.names) | set(self.used.values())
        numbered = (f"{name}_{number}" for number in count(2))
        return next(n for n in chain([name], numbered) if n not in taken)

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

    # ------------------------------------------------------------------------- natural numbers

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

    def natural(self, node: s.Node) -> Natural:
        number = self.linear(node)
        if not self.certain(Natural(), number):
            raise Refused(f"{number.text} might be below zero", node.span)
        return number

    def linear(self, node: s.Node) -> Natural:
        if isinstance(node, s.Number) and node.digits.isdigit():
            return Natural(constant=int(node.digits))
        if isinstance(node, s.Letter):
            value = self.value(node)
            if isinstance(value, Natural):
                return value
        if isinstance(node, s.Negative):
            return self.linear(node.operand).times(-1)
        if isinstance(node, s.Binary) and node.op in "+-*":
            left, right = self.linear(node.left), self.linear(node.right)
            if node.op == "+":
                return left + right
            if node.op == "-":
                return left - right
            if not left.terms or not right.terms:
                number, other = (left, right) if not left.terms else (right, left)
                return other.times(number.constant)
        raise Refused("an index, a bound or a size has to be a sum of whole numbers", node.span)

    def is_natural(self, node: s.Node) -> bool:
        try:
            self.natural(node)
        except Refused:
            return False
        return True
