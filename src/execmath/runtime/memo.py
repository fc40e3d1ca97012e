"""A costly piece of an expression is evaluated once while nothing that it depends on changes.

So the sum below each component of a softmax is added up once, not once a component, and a mean
over outcomes evaluates the log-normalizer once, not once an outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

MEMO = "memo"  # the key in a point under which its Memo is; no letter's key is without a blank
STATES = 4096  # of what a piece depends on that are kept: the nodes of an integral, and more

Env = dict[str, Any]


class Remembered(NamedTuple):
    """A value, and those of the letters that it was worked out from.

    A table of these is keyed by the identities of the letters' values, since balls cannot be told
    apart otherwise; an identity is unique among what is alive, so whoever has the entry has to
    keep them alive.
    """

    value: Any
    letters: tuple[Any, ...]


ByState = dict[object, Remembered]  # by the identities of the letters' values


class Memo(dict[object, ByState]):
    """What was worked out at one point and one precision, by piece."""


def memoized(evaluator: Callable[[Env], Any], keys: Sequence[str]) -> Callable[[Env], Any]:
    """`evaluator`, which depends on the letters `keys`, with its values kept."""
    piece, count = object(), len(keys)
    first, second = (*keys, "", "")[:2]

    def looked_up(env: Env) -> Any:
        memo = env.get(MEMO)
        if memo is None:
            return evaluator(env)
        # Which values the letters have. This is asked at every step: nearly all pieces depend on a
        # letter or two.
        state: object
        if count == 1:
            state = id(env.get(first))
        elif count == 2:
            state = id(env.get(first)), id(env.get(second))
        else:
            state = tuple(map(id, map(env.get, keys)))
        by_state = memo.get(piece)
        if by_state is None:
            by_state = memo[piece] = {}
        remembered = by_state.get(state)
        if remembered is None:
            if len(by_state) >= STATES:
                by_state.clear()
            remembered = Remembered(evaluator(env), tuple(map(env.get, keys)))
            by_state[state] = remembered
        return remembered.value

    return looked_up
