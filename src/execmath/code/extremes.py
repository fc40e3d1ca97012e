"""Points at the limits of float64: many components, and magnitudes from next to nothing to 1e300.

A function may be right for eight components and wrong for nine, or for numbers below a thousand.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
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

SIZES = (9, 17, 30, 100, 300, 1000)  # of what has no largest size
MANY = 2_000  # numbers of a point, after which no larger one is drawn
FAR = 24  # points far out
WHOLE = (46_341, 65_537)  # whole numbers; the square of the one, and the other itself, are too long
REACH = 990  # powers of two, on both sides
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
        reach = rng.randint(-REACH, REACH) if number % 2 else None
        moved = {key: _moved(value, reach, rng) for key, value in env.items()}
        if moved != env and _belongs(sampler, moved):
            yield Point(moved)


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
