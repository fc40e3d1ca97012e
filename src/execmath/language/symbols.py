"""What a letter means at a place of a page.

Three rules, the ones of a textbook. A letter is used only after it was declared or defined,
above on the page or on a page that this one builds on. Within a section it means one thing; a
new section may introduce it anew. And a definition keeps the meanings its letters had when it
was made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Meaning:
    letter: Letter
    kind: str  # value, function or set
    domain: Node | None = None  # what a declaration said
    definition: Definition | None = None  # what a definition said
    label: str = ""  # of the display that gave it
    section: str = ""  # within which it cannot change


def kind_of(domain: Node) -> str:
    functions = (Functions, SmoothFunctions, SymmetricGroup)
    return "function" if isinstance(domain, functions) else "value"


def kind_of_value(node: Node, scope: Scope) -> str:
    """A function with a place left open, or a function itself, is a function."""
    if isinstance(node, Letter):
        meaning = scope[node.name]
        return meaning.kind if meaning is not None else "value"
    opened = isinstance(node, Call) and any(isinstance(a, Hole) for a in node.arguments)
    return "function" if opened else "value"


class Scope:
    """Names to meanings; `inner` scopes see the outer ones."""

    def __init__(self, outer: Scope | None = None) -> None:
        self._outer = outer
        self._names: dict[str, Meaning] = {}

    def __getitem__(self, name: str) -> Meaning | None:
        found = self._names.get(name)
        if found is None and self._outer is not None:
            return self._outer[name]
        return found

    def add(self, meaning: Meaning) -> None:
        self._names[meaning.letter.name] = meaning

    def bind(self, name: str, kind: str = "value", domain: Node | None = None,
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
