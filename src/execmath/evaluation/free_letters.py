"""Which letters of a point the value of an expression depends on, through definitions."""

from __future__ import annotations

from collections.abc import Mapping

from execmath.language import ast as s
from execmath.language.binders import open_letters


class FreeLetters:
    def __init__(self, definitions: Mapping[s.Letter, s.Definition],
                 abbreviations: Mapping[s.Letter, s.Node], given: frozenset[s.Letter]) -> None:
        self.definitions, self.abbreviations, self.given = definitions, abbreviations, given
        self._by_letter: dict[s.Letter, frozenset[str]] = {}

    def of(self, *nodes: s.Node) -> frozenset[str]:
        """The keys of the letters."""
        opened: set[s.Letter] = set().union(*map(open_letters, nodes))
        return frozenset().union(*map(self._of_letter, opened))

    def _of_letter(self, letter: s.Letter) -> frozenset[str]:
        if letter not in self._by_letter:
            self._by_letter[letter] = frozenset()  # a circle adds nothing
            self._by_letter[letter] = self._meaning(letter)
        return self._by_letter[letter]

    def _meaning(self, letter: s.Letter) -> frozenset[str]:
        if letter in self.abbreviations:
            return self.of(self.abbreviations[letter])
        definition = self.definitions.get(letter)
        if definition is None or letter in self.given:
            return frozenset({letter.key})
        own = {parameter.letter.key for parameter in definition.parameters}
        domains = self.of(*(parameter.domain for parameter in definition.parameters))
        return (self.of(definition.body) - own) | domains
