"""What the letters of the pages mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from execmath import syntax as s


@dataclass(frozen=True)
class World:
    """What the letters of the pages mean, and where those that range over a set range."""

    definitions: Mapping[s.Letter, s.Definition] = field(default_factory=dict)
    domains: Mapping[s.Letter, s.Node] = field(default_factory=dict)

    def reached(self, *nodes: s.Node) -> dict[s.Letter, None]:
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
        found = (self.definitions.get(letter), self.domains.get(letter))
        return [part for part in found if part is not None]

    def free_letters(self, *nodes: s.Node) -> list[s.Membership]:
        """The declared letters that `nodes` depend on, in the order of their declarations."""
        seen = self.reached(*nodes)
        return [s.Membership(letter, domain) for letter, domain in self.domains.items()
                if letter in seen and letter not in self.definitions]
