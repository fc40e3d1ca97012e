"""Points at the limits of float64: many components, magnitudes from the smallest number to the
largest, components in order or all alike.

A function may be right for eight components and wrong for nine, or for numbers below a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from random import Random

from flint import fmpq

from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Value, Vector
from execmath.checking.points import Point
from execmath.checking.sampler import Sampler
from execmath.code.float64 import to_float
from execmath.domains.functions import Arbitrary
from execmath.domains.numbers import to_balls
from execmath.evaluation.base import Env
from execmath.language import ast as s

# Of what has no largest size: around the widths of vector registers and of blocks of a cache.
SIZES = (8, 9, 10, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 257, 1000)
MANY = 2_000  # numbers of a point, after which no larger one is drawn
FAR = 24  # points far out
FARTHEST = 6  # points at the very ends
WHOLE = (46_341, 65_537)  # whole numbers; the square of the one, and the other itself, are too long
REACH = 990  # powers of two, on both sides
SUBNORMAL = (-1074, -1022)  # powers of two of numbers that have fewer digits
HUGE = (991, 1022)
FEW = 3  # components, which come in every order anyway
ARRANGED = 200  # components of what is put in order, at most
SQUARES = 1e154  # above it a square is no float64


def large(sampler: Sampler, rng: Random) -> Iterator[Point]:
    """Points of growing sizes, where there are sizes to grow."""
    if not any(_is_size(letter) for letter in sampler.letters):
        return
    for size in SIZES:
        point = _drawn(sampler, size, rng)
        if point is not None:
            yield point
            if sum(map(_count, point.env.values())) > MANY:
                return


def _drawn(sampler: Sampler, size: int, rng: Random) -> Point | None:
    env: Env = {}
    try:
        for letter, make in zip(sampler.letters, sampler.sets, strict=True):
            domain = make(env)
            if _is_size(letter) and domain.contains(size) is True:
                env[letter.letter.key] = size
            else:
                members = domain.enumerated()
                env[letter.letter.key] = rng.choice(members) if members else domain.random(rng)
        point = Point(env)
        return point if sampler.meets(point) else None
    except EvaluationError:
        return None  # a set that has no member of that size


def far(sampler: Sampler, points: list[Env], rng: Random) -> Iterator[Point]:
    """Of points, others with the same signs, far out or close in, that lie in the same sets."""
    for number, env in enumerate(points[:FAR]):
        # All components alike, and each by itself.
        yield from _beside(sampler, env, rng.randint(-REACH, REACH) if number % 2 else None, rng)


def farthest(sampler: Sampler, points: list[Env], rng: Random) -> Iterator[Point]:
    """The same with the largest numbers there are, and with the smallest."""
    for number, env in enumerate(points[len(points) // FARTHEST // 2 :: len(points) // FARTHEST]):
        yield from _beside(sampler, env, rng.randint(*(HUGE if number % 2 else SUBNORMAL)), rng)


def _beside(sampler: Sampler, env: Env, reach: int | None, rng: Random) -> Iterator[Point]:
    moved = {key: _moved(value, reach, rng) for key, value in env.items()}
    if moved != env and _belongs(sampler, moved):
        yield Point(moved)


def arranged(sampler: Sampler, points: Sequence[Env]) -> Iterator[Point]:
    """Of a few points with the most components, others: in order, all alike, with zeros between."""
    counted = [(sum(map(_components, env.values())), number) for number, env in enumerate(points)]
    chosen = sorted(pair for pair in counted if pair[0] <= ARRANGED)[::-1]
    for count, number in (*chosen[:1], *chosen[len(chosen) // 4 : len(chosen) // 4 + 2]):
        for arrangement in ARRANGEMENTS if count > FEW else ():
            env = {key: _rearranged(value, arrangement) for key, value in points[number].items()}
            if env != points[number] and _belongs(sampler, env):
                yield Point(env)


def _components(value: Value) -> int:
    return sum(map(_components, value)) if isinstance(value, Vector) else isinstance(value, fmpq)


def _rearranged(value: Value, arrangement: Callable[[list[fmpq]], list[fmpq]]) -> Value:
    if not isinstance(value, Vector):
        return value
    if all(isinstance(item, fmpq) for item in value):
        return type(value)(arrangement(list(value)))
    return type(value)([_rearranged(item, arrangement) for item in value])


def _with_zeros(items: list[fmpq]) -> list[fmpq]:
    return [item if number % 2 else fmpq(0) for number, item in enumerate(items)]


ARRANGEMENTS: tuple[Callable[[list[fmpq]], list[fmpq]], ...] = (
    sorted, lambda items: sorted(items, reverse=True), lambda items: items[:1] * len(items),
    _with_zeros)


def whole(sampler: Sampler, points: Sequence[Env], sized: Container[str]) -> Iterator[Point]:
    """Points with large whole numbers, one at a time, for letters that are no sizes: a function may
    count in 16 or 32 bits, of which the square of a number has too many.

    sized  the keys of the letters that are sizes
    """
    env = points[len(points) // 2]
    for letter in sampler.letters:
        if _is_size(letter) and letter.letter.key not in sized:
            for number in WHOLE:
                moved = {**env, letter.letter.key: number}
                if _belongs(sampler, moved):
                    yield Point(moved)


def sizes(sampler: Sampler, env: Env) -> list[int]:
    """What the letters without a largest value are at a point."""
    return [env[letter.letter.key] for letter in sampler.letters if _is_size(letter)]


def magnitude(env: Mapping[str, Value]) -> float:
    """The largest absolute value of a number at a point, and at least 1."""
    return max((abs(to_float(number)) for value in env.values() for number in _numbers(value)),
               default=1.0)


def _belongs(sampler: Sampler, env: Env) -> bool:
    try:
        return all(make(env).contains(to_balls(env[letter.letter.key])) is True
                   for letter, make in zip(sampler.letters, sampler.sets, strict=True)
                   ) and sampler.meets(Point(env))
    except EvaluationError:
        return False


def _moved(value: Value, reach: int | None, rng: Random) -> Value:
    if isinstance(value, Vector):
        return type(value)([_moved(item, reach, rng) for item in value])
    if not isinstance(value, fmpq) or value == 0:
        return value
    power = rng.randint(-REACH, REACH) if reach is None else reach
    mantissa = (1 + rng.random()) * (1 if value > 0 else -1)
    return fmpq(*(mantissa * 2.0**power).as_integer_ratio())


def _is_size(letter: s.Membership) -> bool:
    return isinstance(letter.domain, s.IntegerRange) and letter.domain.last is None


def _numbers(value: Value) -> Iterator[Value]:
    if isinstance(value, Arbitrary):
        for item in value.table():
            yield from _numbers(item)
    elif isinstance(value, Vector):
        for item in value:
            yield from _numbers(item)
    else:
        yield value


def _count(value: Value) -> int:
    return sum(1 for _ in _numbers(value)) if not isinstance(value, Arbitrary) else _table(value)


def _table(value: Arbitrary) -> int:
    try:
        return sum(1 for _ in _numbers(value))
    except EvaluationError:
        return 0  # on an infinite set: drawn where it is asked for
