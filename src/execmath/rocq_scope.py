"""The letters of a formal statement: their names, the sets they range over, what has to exist.

The prover's functions are total: it has a value for a logarithm of zero, a quotient by zero, a
slope where there is none. A page has not. So each such place leaves a demand behind, that its
value exists; the demands become part of the statement.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields

from execmath import syntax as s
from execmath.points import spell
from execmath.rocq_values import (
    APPLICATION,
    ATOM,
    SUM,
    Array,
    Function,
    Natural,
    Real,
    Refused,
    Value,
    applied,
)
from execmath.world import World

ONE = Natural(constant=1)
FUNCTIONS = (s.Functions, s.SmoothFunctions)
KEYWORDS = frozenset(
    "as at cofix else end exists fix for forall fun if in let match return then with where Prop Set"
    " Type SProp using IF mod".split())
WORDS = frozenset(
    "range sum product maximum minimum unit_vector one_hots in_simplex update seq map nat list"
    " R In exp ln sqrt PI INR Rabs Rmax Rmin Rpower sin cos sinh cosh tanh is_derive ex_derive"
    " ex_derive_n Derive locally S O True False statement".split())

# What this reading reads of each node. What the grammar adds is refused until it is read too.
PARTS = {
    "Number": "digits", "Letter": "name binding", "Binary": "op left right", "Negative": "operand",
    "Power": "base exponent", "Transpose": "operand", "Apply": "name argument",
    "Call": "function arguments", "Index": "base index", "Fold": "name letter domain body",
    "Partial": "letter index body order", "Derivative": "function order argument",
    "Gradient": "function argument", "GradientBy": "letter order body", "At": "letter value body",
    "Vector": "items", "Identity": "size",
    "Expectation": "letter density rest body", "Hessian": "function argument",
    "Covariance": "name letter density rest left right", "Run": "letter first last body",
    "Reals": "relation", "SetPower": "base exponent", "IntegerRange": "first last",
    "Interval": "lower upper open_below open_above", "Infinity": "negative",
    "Simplex": "dimension", "OneHot": "size", "Functions": "domain codomain",
    "SmoothFunctions": "domain codomain",
    "Membership": "letter domain", "Condition": "relation left right",
    "Abbreviation": "letter value", "Link": "relation left right",
    "Definition": "letter parameters body codomain", "Claim": "links hypotheses",
}


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


Known = Callable[[s.Letter], Formal | None]


class Scope:
    """What one statement knows. `known` knows the definitions of the page."""

    def __init__(self, world: World, known: Known, taken: frozenset[str]) -> None:
        self.world = world
        self.known = known
        self.reserved = taken | KEYWORDS | WORDS
        self.values: dict[s.Letter, Value] = {}
        self.ranges: dict[s.Letter, s.Node | None] = {}  # the sets of the statement's own letters
        self.abbreviations: dict[s.Letter, s.Node] = {}
        self.used: dict[s.Letter, str] = {}  # letters of the page, and their names here
        self.names: list[str] = []  # in scope
        self.limits: dict[str, tuple[int, Natural | None]] = {}  # of the natural variables
        self.demands: list[str] = []

    # ------------------------------------------------------------------ names, and their reach

    def fresh(self, typeset: str) -> str:
        name = "".join(c if c.isalnum() and c.isascii() else "_" for c in spell(typeset)).strip("_")
        name = name if name and not name[0].isdigit() else f"v{name}"
        taken = self.reserved | set(self.names) | set(self.used.values())
        return next(n for n in (name, *(f"{name}_{i}" for i in range(2, 999))) if n not in taken)

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

    # -------------------------------------------------------------------------------- letters

    @abstractmethod
    def translate(self, node: s.Node) -> Value: ...

    def value(self, letter: s.Letter) -> Value:
        """What a letter stands for, here."""
        if letter in self.values:
            return self.values[letter]
        if letter in self.abbreviations:
            return self.translate(self.abbreviations[letter])
        if letter in self.world.definitions:
            return self.defined(letter)
        if letter not in self.world.domains:
            raise Refused(f"{letter.name} has no meaning that can be read", letter.span)
        if letter not in self.used:
            self.used[letter] = self.fresh(letter.name)
        return self.member(self.world.domains[letter], self.used[letter])

    def defined(self, letter: s.Letter) -> Value:
        formal = self.known(letter)
        if formal is None:
            raise Refused(f"{letter.name} has a definition without a formal reading", letter.span)
        given = tuple(self.value(inner) for inner in formal.letters)
        text = applied(formal.name, *(self.argument(value) for value in given))
        if not formal.parameters:
            return self.result(formal, given, (), text)

        def call(values: tuple[Value, ...], texts: tuple[str, ...]) -> Value:
            return self.result(formal, (*given, *values), texts, applied(text, *texts))

        bare = text if not given else f"({text})"
        domains = tuple(p.domain for p in formal.parameters)
        return Function(bare, domains, call, self.everywhere(formal, text))

    def everywhere(self, formal: Formal, text: str) -> str:
        """That a defined function has a value all over its domain, for whom it is handed to."""
        if not formal.demanding:
            return ""
        names = [self.fresh(p.letter.name) for p in formal.parameters]
        where = [belongs for p, name in zip(formal.parameters, names, strict=True)
                 if (belongs := self.belongs(p.domain, name))]
        value = applied(f"{formal.name}_has_value{text[len(formal.name) :]}", *names)
        return f"(forall {' '.join(names)}, {' -> '.join([*where, value])})"

    def result(self, formal: Formal, given: Sequence[Value], texts: tuple[str, ...],
               text: str) -> Value:
        if formal.demanding:
            arguments = text[len(formal.name) :]
            self.demand(f"{formal.name}_has_value{arguments}")
        numbers = {name: value for name, value in zip(formal.names, given, strict=True)
                   if isinstance(value, Natural)}
        sizes = [_substituted(size, numbers) for size in formal.sizes]
        return self.known_value(text, sizes)

    def known_value(self, text: str, sizes: Sequence[Natural]) -> Value:
        """A number, a vector or a matrix that the prover knows by `text`."""
        if not sizes:
            return Real(text, APPLICATION if " " in text else ATOM)
        size, *rest = sizes
        return Array(size, lambda index: self.known_value(applied(text, index.index), rest), text,
                     columns=rest[0] if rest else None)

    def member(self, domain: s.Node, text: str) -> Value:
        """The value that a member of a set is, if the prover knows it by `text`."""
        domain = self.resolved(domain)
        if isinstance(domain, s.IntegerRange):
            self.limits.setdefault(text, self.bounds(domain))
            return Natural.variable(_atom(text))
        if isinstance(domain, FUNCTIONS):
            return Function(text, (domain.domain,), lambda values, texts: self.member(
                domain.codomain, applied(text, *texts)))
        return self.known_value(text, self.sizes(domain))

    def bounds(self, domain: s.Node) -> tuple[int, Natural | None]:
        if not isinstance(domain, s.IntegerRange):
            return 0, None
        first = self.least(self.natural(domain.first)) or 0
        return first, None if domain.last is None else self.natural(domain.last)

    def sizes(self, domain: s.Node) -> list[Natural]:
        domain = self.resolved(domain)
        if isinstance(domain, s.Reals | s.Interval):
            return []
        if isinstance(domain, s.Simplex):
            return [self.natural(domain.dimension) + ONE]
        if isinstance(domain, s.OneHot):
            return [self.natural(domain.size)]
        if isinstance(domain, s.SetPower) and isinstance(self.resolved(domain.base),
                                                          s.Reals | s.Interval):
            return [self.natural(domain.exponent)]
        raise Refused(f"{type(domain).__name__} is a set without a formal reading", domain.span)

    def resolved(self, domain: s.Node) -> s.Node:
        while isinstance(domain, s.Letter):
            domain = self.world.definitions[domain].body
        check_parts(domain)
        return domain

    # ------------------------------------------------------------------------------------ sets

    def type(self, domain: s.Node) -> str:
        domain = self.resolved(domain)
        if isinstance(domain, s.IntegerRange):
            return "nat"
        if isinstance(domain, FUNCTIONS):
            source = self.type(domain.domain)
            source = f"({source})" if "->" in source else source
            return f"{source} -> {self.type(domain.codomain)}"
        return "nat -> " * len(self.sizes(domain)) + "R"

    def belongs(self, domain: s.Node, text: str) -> str:
        """What it takes for `text`, of the right type, to be in the set; "" where it is."""
        domain = self.resolved(domain)
        if isinstance(domain, s.IntegerRange) and domain.last is None:
            first = self.natural(domain.first)
            return "" if first == Natural() else f"({first.text} <= {text})%nat"
        if isinstance(domain, s.IntegerRange | s.OneHot):
            return f"In {_atom(text)} {self.listed(domain)}"
        if isinstance(domain, s.Reals):
            return f"{text} {domain.relation} 0" if domain.relation else ""
        if isinstance(domain, s.Interval):
            return self.between(domain, text)
        if isinstance(domain, s.Simplex):
            return f"in_simplex {self.sizes(domain)[0].argument} {_atom(text)}"
        if isinstance(domain, s.SmoothFunctions):
            return self.smooth(domain, text)
        if isinstance(domain, s.Functions):
            return self.belongs_to_functions(domain, text)
        size, index = self.sizes(domain)[0], self.fresh("i")
        assert isinstance(domain, s.SetPower)
        inner = self.belongs(domain.base, f"{text} {index}")
        return inner and f"(forall {index}, In {index} (range 1 {size.argument}) -> {inner})"

    def between(self, domain: s.Interval, text: str) -> str:
        below, above = self.end(domain.lower), self.end(domain.upper)
        text = f"{below} {'<' if domain.open_below else '<='} {text}" if below else text
        return f"{text} {'<' if domain.open_above else '<='} {above}" if above else text

    def end(self, node: s.Node) -> str:
        """An end of an interval; "" where it has none."""
        check_parts(node)
        if isinstance(node, s.Infinity):
            return ""
        if any(isinstance(part, s.Letter) for part in s.walk(node)):
            # It might need a condition of its own, as a quotient does, to have a value.
            raise Refused("an interval with a letter in its ends has no formal reading", node.span)
        end = self.translate(node)
        assert isinstance(end, Real)
        return end.within(SUM)

    def belongs_to_functions(self, domain: s.Functions, text: str) -> str:
        if "->" in self.type(domain.domain):
            # It would have to depend on the components alone, which a prover's function need not.
            raise Refused("an arbitrary function of a vector has no formal reading", domain.span)
        point = self.fresh("x")
        value = self.belongs(domain.codomain, f"{text} {point}")
        where = self.belongs(domain.domain, point)
        return value and f"(forall {point}, {f'{where} -> ' if where else ''}{value})"

    def smooth(self, domain: s.SmoothFunctions, text: str) -> str:
        """Each component of a curve, or the function itself, has derivatives of every order."""
        if domain.domain != s.Reals() or self.belongs(domain.codomain, text):
            raise Refused("smooth functions are read from all real numbers to all vectors",
                          domain.span)
        order, place, moving = self.fresh("m"), self.fresh("x"), self.fresh("u")
        if not (sizes := self.sizes(domain.codomain)):
            return f"(forall {order} {place}, ex_derive_n {text} {order} {place})"
        index = self.fresh("i")
        component = f"(fun {moving} => {text} {moving} {index})"
        return (f"(forall {index}, In {index} (range 1 {sizes[0].argument}) -> "
                f"forall {order} {place}, ex_derive_n {component} {order} {place})")

    def listed(self, domain: s.Node) -> str:
        """A finite set, as the list of its members."""
        domain = self.resolved(domain)
        if isinstance(domain, s.IntegerRange) and domain.last is not None:
            first, last = self.natural(domain.first), self.natural(domain.last)
            return f"(range {first.argument} {last.argument})"
        if isinstance(domain, s.OneHot):
            return f"(one_hots {self.natural(domain.size).argument})"
        raise Refused("a sum over infinitely many terms, or over a set without a formal reading",
                      domain.span)

    @contextmanager
    def each(self, letter: s.Letter, domain: s.Node) -> Iterator[tuple[str, str]]:
        """A letter that runs through a finite set; gives the letter's name and the list."""
        items, name = self.listed(domain), self.fresh(letter.name)
        domain = self.resolved(domain)
        first, last = self.bounds(domain)
        quantifier = f"(forall {name}, In {name} {items} -> {{}})"
        with (self.inside(quantifier, name, self.inhabited(domain)),
              self.limited(name, first, last),
              self.meaning(letter, self.member(domain, name), domain)):
            yield name, items

    def inhabited(self, domain: s.Node) -> bool:
        if isinstance(domain, s.IntegerRange) and domain.last is not None:
            return self.certain(self.natural(domain.first), self.natural(domain.last))
        return self.certain(ONE, self.sizes(domain)[0])

    @contextmanager
    def component(self, size: Natural, *, hint: str = "i") -> Iterator[Natural]:
        """An index that runs through the components of a vector."""
        name = self.fresh(hint)
        quantifier = f"(forall {name}, In {name} (range 1 {size.argument}) -> {{}})"
        with self.inside(quantifier, name, self.certain(ONE, size)), self.limited(name, 1, size):
            yield Natural.variable(name)

    # ------------------------------------------------------------------------------- arguments

    def argument(self, value: Value) -> str:
        """A value as text that stands as an argument."""
        if isinstance(value, Natural):
            return value.index
        if isinstance(value, Real):
            return self.settled(value).argument
        if isinstance(value, Function):
            if value.demand:
                self.demand(value.demand)
            return value.text
        if value.text:
            return _atom(value.text)
        with self.component(value.size) as index:
            inner = value.at(index)
            text = self.settled(inner).text if isinstance(inner, Real) else self.argument(inner)
        return f"(fun {index.text} => {text})"

    def passed(self, domain: s.Node, node: s.Node) -> tuple[Value, str]:
        """An argument of a function, and its text; it has to be in the function's domain."""
        domain = self.resolved(domain)
        counted = isinstance(domain, s.IntegerRange)
        value = self.natural(node) if counted else self.translate(node)
        text = self.argument(value)
        if isinstance(domain, s.IntegerRange) and isinstance(value, Natural):
            last = value if domain.last is None else self.natural(domain.last)
            if self.certain(self.natural(domain.first), value) and self.certain(value, last):
                return value, text
        if not counted and not isinstance(domain, FUNCTIONS):
            wanted = self.sizes(domain)
            if [value.size] != wanted if isinstance(value, Array) else wanted:
                raise Refused("the argument has not the shape of the function's domain", node.span)
        if not self.is_member(node, domain) and (belongs := self.belongs(domain, text)):
            self.demand(belongs)
        return value, text

    def is_member(self, node: s.Node, domain: s.Node) -> bool:
        """Is the node a letter that ranges over just that set?"""
        if not isinstance(node, s.Letter):
            return False
        own = self.ranges[node] if node in self.ranges else self.world.domains.get(node)
        return own is not None and self.resolved(own) == domain

    def settled(self, value: Real) -> Real:
        """A derivative in the midst of a term: its value, and the demand that there is one."""
        if value.slope is None:
            return value
        self.demand(f"ex_derive {value.slope.function} {value.slope.point}")
        return Real(f"Derive {value.slope.function} {value.slope.point}", APPLICATION)


def check_parts(node: s.Node) -> None:
    """Refuse a node with a part that this reading does not know: it would be dropped."""
    known = PARTS.get(type(node).__name__)
    if known is None:
        raise Refused(f"{type(node).__name__} has no formal reading", node.span)
    for part in fields(node):
        if part.name not in (*known.split(), "span") and getattr(node, part.name) != part.default:
            raise Refused(f"the {part.name} of a {type(node).__name__} has no formal reading",
                          node.span)


def _atom(text: str) -> str:
    return f"({text})" if " " in text and not text.startswith("(") else text


def _substituted(size: Natural, numbers: dict[str, Natural]) -> Natural:
    total = Natural(constant=size.constant)
    for name, factor in size.terms:
        total = total + numbers[name].times(factor)
    return total
