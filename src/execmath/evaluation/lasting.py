"""Integrals and sums without an end that outlast a statement.

A theorem that is executed for a family asks for the family's means and divergences, and so does the
next. Where both ask for the same thing at the same numbers, its value is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from flint import arb, ctx, fmpq

from execmath.arithmetic.values import Value, Vector
from execmath.language import ast as s

MOST = 4_096  # values that are kept

Env = dict[str, Value]
Evaluator = Callable[[Env], Value]
Meaning = frozenset[tuple[s.Letter, s.Definition]]  # of the letters behind a piece


class Lasting:
    """The values of pieces of expressions, by what they mean, by the values of the letters that
    they depend on, and by the precision."""

    def __init__(self) -> None:
        self._pieces: dict[tuple[s.Node, Meaning], int] = {}
        self._values: dict[object, Value] = {}

    def remembered(self, evaluator: Evaluator, node: s.Node, meaning: Meaning,
                   letters: Sequence[str]) -> Evaluator:
        """`evaluator` of a node, with its values kept.

        meaning  the definitions of all letters behind it
        letters  that it depends on, by their keys
        """
        piece = self._pieces.setdefault((node, meaning), len(self._pieces))

        def looked_up(env: Env) -> Value:
            state = [_state(env.get(key)) for key in letters]
            if None in state:
                return evaluator(env)
            key = piece, ctx.prec, tuple(state)
            if key not in self._values:
                if len(self._values) >= MOST:
                    self._values.clear()
                self._values[key] = evaluator(env)
            return self._values[key]

        return looked_up


def meaning_of(node: s.Node, definitions: Mapping[s.Letter, s.Definition]) -> Meaning:
    """The definitions of all letters behind a node."""
    letters = s.letters_behind(node, lambda letter: (definitions.get(letter),))
    return frozenset((letter, definitions[letter]) for letter in letters if letter in definitions)


def _state(value: Value) -> object:
    """Alike for values that are the same; None for what is no number and no array of numbers, such
    as a function, or one that carries derivatives."""
    if type(value) is int:
        return value
    if type(value) is fmpq:
        return int(value.p), int(value.q)
    if type(value) is arb:
        return (value.mid().man_exp(), value.rad().man_exp()) if value.is_finite() else None
    if isinstance(value, Vector):
        items = tuple(map(_state, value.items))
        return None if None in items else (type(value), getattr(value, "columns", 0), items)
    return None
