"""The letters of a formal statement: what each stands for, and what is handed to a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from execmath.language import ast as s
from execmath.language.context import Context
from execmath.rocq.sets import FUNCTIONS, Sets
from execmath.rocq.values import (
    APPLICATION,
    ATOM,
    Array,
    Function,
    Natural,
    Real,
    Refused,
    Value,
    applied,
    atom,
)


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


class Scope(Sets):
    """What one statement knows. `known` knows the definitions of the page."""

    def __init__(self, context: Context, known: Known, taken: frozenset[str]) -> None:
        super().__init__(context, taken)
        self.known = known
        self.abbreviations: dict[s.Letter, s.Node] = {}

    def value(self, letter: s.Letter) -> Value:
        """What a letter stands for, here."""
        if letter in self.values:
            return self.values[letter]
        if letter in self.abbreviations:
            return self.translate(self.abbreviations[letter])
        if letter in self.context.definitions:
            return self.defined(letter)
        if letter not in self.context.domains:
            raise Refused(f"{letter.name} has no meaning that can be read", letter.span)
        if letter not in self.used:
            self.used[letter] = self.fresh(letter.name)
        return self.member(self.context.domains[letter], self.used[letter])

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
            return Natural.variable(atom(text))
        if isinstance(domain, FUNCTIONS):
            return Function(text, (domain.domain,), lambda values, texts: self.member(
                domain.codomain, applied(text, *texts)))
        return self.known_value(text, self.sizes(domain))

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
            return atom(value.text)
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
        own = self.ranges[node] if node in self.ranges else self.context.domains.get(node)
        return own is not None and self.resolved(own) == domain

    def settled(self, value: Real) -> Real:
        """A derivative in the midst of a term: its value, and the demand that there is one."""
        if value.slope is None:
            return value
        self.demand(f"ex_derive {value.slope.function} {value.slope.point}")
        return Real(f"Derive {value.slope.function} {value.slope.point}", APPLICATION)


def _substituted(size: Natural, numbers: dict[str, Natural]) -> Natural:
    total = Natural(constant=size.constant)
    for name, factor in size.terms:
        total = total + numbers[name].times(factor)
    return total
