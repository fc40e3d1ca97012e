"""The sets of the pages for the prover: the type of a member, and what it takes to be one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from execmath.language import ast as s
from execmath.language.context import Context
from execmath.rocq.obligations import Reach
from execmath.rocq.support import check_parts
from execmath.rocq.values import ONE, SUM, Natural, Real, Refused, Value, atom

FUNCTIONS = (s.Functions, s.SmoothFunctions)


class Sets(Reach):
    def __init__(self, context: Context, taken: frozenset[str]) -> None:
        super().__init__(taken)
        self.context = context

    @abstractmethod
    def member(self, domain: s.Node, text: str) -> Value: ...

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
            domain = self.context.definitions[domain].body
        check_parts(domain)
        return domain

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
            return f"In {atom(text)} {self.listed(domain)}"
        if isinstance(domain, s.Reals):
            return f"{text} {domain.relation} 0" if domain.relation else ""
        if isinstance(domain, s.Interval):
            return self.between(domain, text)
        if isinstance(domain, s.Simplex):
            return f"in_simplex {self.sizes(domain)[0].argument} {atom(text)}"
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
