r"""How far an operator reaches: over what stands behind it, up to the end of the term.

Where mathematicians agree, it is read so: `\sum_j p_j x_j` sums products. What may as well stand
outside is harmless behind a sum, since c times a sum is the sum of c times each. Behind a product,
a maximum, a logarithm or a quotient it is not, and the two readings are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from execmath.language import ast as s
from execmath.language.binders import open_letters


class Factor(NamedTuple):
    """One factor of a term, and where it begins and ends, with its brackets."""

    node: s.Node
    operator: str  # in front of it: \cdot, \times, /, or nothing
    span: s.Span
    first: str  # its first token
    bound: frozenset[str] = frozenset()  # names that operators in between bind

    def has(self, name: str) -> bool:
        return name not in self.bound and occurs(name, self.node)


class Tail(NamedTuple):
    """What the operator that was read last reaches over."""

    factors: tuple[Factor, ...] = ()
    names: frozenset[str] = frozenset()  # of the letters that it binds
    loose: tuple[Factor, ...] = ()  # those at the end that it might as well not reach over


CLOSED = Tail()  # behind a bracket, and behind all that says itself where it ends


def loose_end(factors: Sequence[Factor], names: Iterable[str]) -> tuple[Factor, ...]:
    """The factors behind the last one in which a name occurs; never the first factor."""
    wanted = list(names)
    last = max((place for place, factor in enumerate(factors)
                if any(map(factor.has, wanted))), default=0)
    return tuple(factors[last + 1 :])


def occurs(name: str, node: s.Node) -> bool:
    """Does a letter of this name stand in a tree, where nothing in the tree binds it?"""
    return any(letter.name == name for letter in open_letters(node))
