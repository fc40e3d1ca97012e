"""A costly piece of an expression is evaluated once while nothing that it depends on changes.

So the sum below each component of a softmax is added up once, not once a component, and a mean
over outcomes evaluates the log-normalizer once, not once an outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

MEMO = "remembered"  # the key in a point under which its Memory is
STATES = 4096  # of what a piece depends on that are kept: the nodes of an integral, and more

Env = dict[str, Any]


class Memo(dict[object, dict[object, tuple[list[Any], Any]]]):
    """What was worked out at one point and one precision: by piece, and by the state of what the
    piece depends on."""

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)


def memoized(reading: Callable[[Env], Any], keys: Sequence[str]) -> Callable[[Env], Any]:
    """`reading`, which depends on the letters `keys`, with its values kept."""
    piece, count = object(), len(keys)
    first, second = (*keys, "", "")[:2]

    def remembered(env: Env) -> Any:
        memory = env.get(MEMO)
        if memory is None:
            return reading(env)
        # Which values the letters have. This is asked at every step: nearly all pieces depend on a
        # letter or two.
        state: object
        if count == 1:
            state = id(env.get(first))
        elif count == 2:
            state = id(env.get(first)), id(env.get(second))
        else:
            state = tuple(map(id, map(env.get, keys)))
        values = memory.get(piece)
        if values is None:
            values = memory[piece] = {}
        entry = values.get(state)
        if entry is None:
            if len(values) >= STATES:
                values.clear()
            # What it depends on is kept too: an id is unique only among what is alive.
            entry = values[state] = reading(env), [*map(env.get, keys)]
        return entry[0]

    return remembered
