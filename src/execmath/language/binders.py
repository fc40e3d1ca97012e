"""What binds a letter, and which letters of a tree nothing in it binds."""

from __future__ import annotations

from collections.abc import Iterable

from execmath.language import ast as s

BINDERS = (s.Fold, s.Integral, s.SetIntegral, s.Run, s.Expectation, s.Covariance,
           s.Probability, s.At, s.Limit)
# What the letter of a binder is not bound in: it has been read before the letter.
OUTSIDE = ("domain", "lower", "upper", "first", "last", "density", "rest", "value", "target")


def open_letters(node: s.Node) -> frozenset[s.Letter]:
    """The letters in a tree that nothing in it binds."""
    if isinstance(node, s.Letter):
        return frozenset({node})
    facts = node.facts
    if facts.open_letters is None:
        letters: set[s.Letter] = set()
        if isinstance(node, BINDERS):
            _gather((part for name, part in named_parts(node) if name not in OUTSIDE), letters)
            letters.discard(node.letter)
            _gather((part for name, part in named_parts(node) if name in OUTSIDE), letters)
        else:
            _gather(s.children(node), letters)
        facts.open_letters = frozenset(letters)
    return facts.open_letters


def _gather(nodes: Iterable[s.Node], letters: set[s.Letter]) -> None:
    for node in nodes:
        if isinstance(node, s.Letter):
            letters.add(node)
        elif isinstance(node, BINDERS):
            letters |= open_letters(node)
        else:
            _gather(s.children(node), letters)


def named_parts(node: s.Node) -> list[tuple[str, s.Node]]:
    """What a node holds, with the names of its fields."""
    parts = []
    for name in node.__dataclass_fields__:
        value = getattr(node, name)
        if isinstance(value, s.Node):
            parts.append((name, value))
        elif isinstance(value, tuple):
            parts += [(name, part) for part in value if isinstance(part, s.Node)]
    return parts
