"""What a letter means at a place of a page.

Three rules, the ones of a textbook. A letter is used only after it was declared or defined,
above on the page or on a page that this one builds on. Within a section it means one thing; a
new section may introduce it anew. And a definition keeps the meanings its letters had when it
was made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from execmath.language.ast import (
    Call,
    Definition,
    Functions,
    Hole,
    Letter,
    Node,
    SmoothFunctions,
    SymmetricGroup,
)


class MeaningKind(StrEnum):
    """What may be done with a letter."""

    VALUE = "value"
    FUNCTION = "function"
    SET = "set"
    RANDOM = "random"  # has a law, and no value


@dataclass(frozen=True)
class Law:
    """What a random letter is drawn from, with `jointly` all that are drawn at once."""

    density: Letter
    rest: tuple[Node, ...]  # arguments of the density behind the outcomes
    jointly: tuple[str, ...]
    size: Node | None = None  # of a sample: so many draws, each independent of the others
    label: str = ""  # of the display that declared it


@dataclass(frozen=True)
class Meaning:
    letter: Letter
    kind: MeaningKind
    domain: Node | None = None  # what a declaration said
    definition: Definition | None = None  # what a definition said
    label: str = ""  # of the display that gave it
    section: str = ""  # within which it cannot change
    law: Law | None = None  # of a random letter
    about: tuple[tuple[str, Letter | Law], ...] = ()  # of \mathrm{H}(X), as one name: what X is
    sources: tuple[Meaning, ...] = ()  # of Y := g(X): the random letters that it depends on


def kind_of(domain: Node) -> MeaningKind:
    """Of the members of a set."""
    functions = (Functions, SmoothFunctions, SymmetricGroup)
    return MeaningKind.FUNCTION if isinstance(domain, functions) else MeaningKind.VALUE


def kind_of_value(node: Node, scope: Scope) -> MeaningKind:
    """A function with a place left open, or a function itself, is a function."""
    if isinstance(node, Letter):
        meaning = scope[node.name]
        return meaning.kind if meaning is not None else MeaningKind.VALUE
    opened = isinstance(node, Call) and any(isinstance(a, Hole) for a in node.arguments)
    return MeaningKind.FUNCTION if opened else MeaningKind.VALUE


class Scope:
    """Names to meanings; `inner` scopes see the outer ones."""

    def __init__(self, outer: Scope | None = None) -> None:
        self._outer = outer
        self._names: dict[str, Meaning] = {}

    def __getitem__(self, name: str) -> Meaning | None:
        meaning = self._names.get(name)
        if meaning is None and self._outer is not None:
            return self._outer[name]
        return meaning

    def add(self, meaning: Meaning) -> None:
        self._names[meaning.letter.name] = meaning

    def bind(self, name: str, kind: MeaningKind = MeaningKind.VALUE, domain: Node | None = None,
             binding: str = "") -> Letter:
        """A letter of this scope alone: an index, a parameter, one that a hypothesis declares."""
        letter = Letter(name, binding)
        self.add(Meaning(letter, kind, domain))
        return letter

    def inner(self) -> Scope:
        return Scope(self)

    def with_meanings(self, meanings: Iterable[Meaning]) -> Scope:
        """The scope of what follows on the page; this one stays as it is."""
        grown = Scope(self._outer)
        grown._names = self._names | {meaning.letter.name: meaning for meaning in meanings}
        return grown

    def names(self) -> frozenset[str]:
        outer = self._outer.names() if self._outer is not None else frozenset()
        return outer | frozenset(self._names)

    def meanings(self) -> tuple[Meaning, ...]:
        return tuple(self._names.values())
