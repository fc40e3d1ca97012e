"""What the letters of the pages mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from execmath.language import ast as s
from execmath.runtime.cache import digest


@dataclass(frozen=True)
class Context:
    """What the letters of the pages mean, and where those that range over a set range."""

    definitions: Mapping[s.Letter, s.Definition] = field(default_factory=dict)
    domains: Mapping[s.Letter, s.Node] = field(default_factory=dict)
    is_particular: bool = False  # some letters mean what an instance says
    _fingerprints: dict[s.Node, str] = field(
        default_factory=dict, init=False, compare=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        # Fingerprints are soon worked out anew.
        return Context, (self.definitions, self.domains, self.is_particular)

    def fingerprint(self, node: s.Node) -> str:
        """The digest of a statement and of the meanings that it reaches. Where it stands does not
        matter: the repr of a tree leaves out its places."""
        if node not in self._fingerprints:
            dependencies = {letter: self.meaning(letter) for letter in self.dependencies(node)}
            self._fingerprints[node] = digest(repr(node), repr(dependencies))
        return self._fingerprints[node]

    def dependencies(self, *nodes: s.Node) -> dict[s.Letter, None]:
        """The letters of the pages that `nodes` depend on, through definitions and sets, in the
        order in which they are met."""
        seen: dict[s.Letter, None] = {}
        waiting = list(nodes)
        while waiting:
            for letter in s.letters(waiting.pop()):
                if letter not in seen:
                    seen[letter] = None
                    waiting.extend(self.meaning(letter))
        return seen

    def meaning(self, letter: s.Letter) -> list[s.Node]:
        """What a letter was defined as and declared to be in."""
        meanings = (self.definitions.get(letter), self.domains.get(letter))
        return [meaning for meaning in meanings if meaning is not None]

    def free_letters(self, *nodes: s.Node) -> list[s.Membership]:
        """The declared letters that `nodes` depend on, each behind those that its set depends on;
        otherwise in the order of their declarations."""
        seen = self.dependencies(*nodes)
        free = [s.Membership(letter, domain) for letter, domain in self.domains.items()
                if letter in seen and letter not in self.definitions]
        return self._in_order(free) if self.is_particular else free

    def _in_order(self, free: list[s.Membership]) -> list[s.Membership]:
        """In an instance a set may have letters in it that are declared later."""
        needed = {one: {other.letter for other in free} & self.dependencies(one.domain).keys()
                  - {one.letter} for one in free}
        ordered: list[s.Membership] = []
        while free:
            waiting = {one.letter for one in free}
            ready = next((one for one in free if needed[one].isdisjoint(waiting)), free[0])
            ordered.append(ready)
            free = [one for one in free if one is not ready]
        return ordered


def introduced(row: s.Declaration | s.Definition) -> tuple[s.Letter, ...]:
    """The letters that a row gives a meaning."""
    if isinstance(row, s.Definition):
        return (row.letter,)
    return tuple(member.letter for member in row.memberships)


def context_of(instance: s.Instance, context: Context) -> Context:
    """The context in which the letters mean what the instance says."""
    definitions, domains = dict(context.definitions), dict(context.domains)
    for meaning in instance.meanings:
        if isinstance(meaning, s.Definition):
            definitions[meaning.letter] = meaning
        else:
            domains.update((member.letter, member.domain) for member in meaning.memberships)
    return Context(definitions, domains, is_particular=True)


def joined(claim: Context, instance: Context) -> Context:
    """What the letters of both mean; no letter means two things."""
    return Context({**instance.definitions, **claim.definitions},
                 {**instance.domains, **claim.domains})
