"""Which letters of a point the value of an expression depends on, through definitions."""

from __future__ import annotations

from collections.abc import Mapping

from execmath import syntax as s

BINDERS = (s.Fold, s.Integral, s.SetIntegral, s.Run, s.Expectation, s.Covariance, s.At)
# What the letter of a binder is not bound in: it has been read before the letter.
OUTSIDE = ("domain", "lower", "upper", "first", "last", "density", "rest", "value")


class FreeLetters:
    def __init__(self, definitions: Mapping[s.Letter, s.Definition],
                 abbreviations: Mapping[s.Letter, s.Node], given: frozenset[s.Letter]) -> None:
        self.definitions, self.abbreviations, self.given = definitions, abbreviations, given
        self._known: dict[s.Letter, frozenset[str]] = {}

    def of(self, node: s.Node) -> frozenset[str]:
        """The keys of the letters."""
        if isinstance(node, s.Letter):
            return self._of_letter(node)
        if isinstance(node, BINDERS):
            inner = [part for name, part in _named_parts(node)
                     if name not in OUTSIDE and part is not node.letter]
            outer = [part for name, part in _named_parts(node) if name in OUTSIDE]
            return self._of_all(outer) | (self._of_all(inner) - {node.letter.key})
        return self._of_all(s.children(node))

    def _of_all(self, nodes: list[s.Node]) -> frozenset[str]:
        return frozenset().union(*(self.of(node) for node in nodes))

    def _of_letter(self, letter: s.Letter) -> frozenset[str]:
        if letter not in self._known:
            self._known[letter] = frozenset()  # a circle adds nothing
            self._known[letter] = self._meaning(letter)
        return self._known[letter]

    def _meaning(self, letter: s.Letter) -> frozenset[str]:
        if letter in self.abbreviations:
            return self.of(self.abbreviations[letter])
        definition = self.definitions.get(letter)
        if definition is None or letter in self.given:
            return frozenset({letter.key})
        own = {parameter.letter.key for parameter in definition.parameters}
        domains = self._of_all([parameter.domain for parameter in definition.parameters])
        return (self.of(definition.body) - own) | domains


def _named_parts(node: s.Node) -> list[tuple[str, s.Node]]:
    found = []
    for name in node.__dataclass_fields__:
        value = getattr(node, name)
        if isinstance(value, s.Node):
            found.append((name, value))
        elif isinstance(value, tuple):
            found += [(name, part) for part in value if isinstance(part, s.Node)]
    return found
