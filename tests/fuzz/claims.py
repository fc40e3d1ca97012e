"""One claim for each seed: a true one by construction, or a false one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

from breaking import TRAPS, slips
from flint import arb, ctx, fmpq
from habits import Author
from rewriting import STARTS, Writer, bound, looser
from terms import (
    COUNT,
    NATURAL,
    POSITIVE,
    POSITIVE_VECTOR,
    VECTOR,
    Letter,
    Term,
    Undefined,
    Unknown,
    letters,
    negative,
    number,
    power,
    total,
    value,
)

TRUE, FALSE = "true", "false"
BITS = 1200  # of the fuzzer's own arithmetic
ATTEMPTS, POINTS = 12, 6
MODERATE = arb(10) ** 30


@dataclass(frozen=True)
class Claim:
    """`ways` are the rules by which it was made; the last one of a false claim broke it."""

    seed: int
    truth: str
    tex: str
    ways: tuple[str, ...]

    @property
    def kind(self) -> str:
        return self.ways[-1] if self.truth == FALSE else self.ways[0]


class Unsound(Exception):
    """A rule of the fuzzer is wrong: what it takes for true is not."""


def claim(seed: int, truth: str) -> Claim:
    """The same for the same seed, for ever."""
    rng = Random(f"{seed} {truth}")
    before, ctx.prec = ctx.prec, BITS
    try:
        while True:
            made = (_inequality if rng.random() < 0.15 else _identity)(rng, truth)
            if made is not None:
                tex, ways = made
                return Claim(seed, truth, tex, tuple(ways))
    finally:
        ctx.prec = before


def _identity(rng: Random, truth: str) -> tuple[str, list[str]] | None:
    writer, author = Writer(rng), Author(rng)
    name, begin = rng.choice(STARTS)
    left, right = begin(writer)
    left, first = writer.rewritten(left, rng.randint(0, 2))
    right, then = writer.rewritten(right, rng.randint(1, 4))
    if left == right:
        return None
    if not _agree(rng, left, right):
        raise Unsound(name, first, then, author.claim([left, right], "="))
    ways = [name, *first, *then]
    if truth == FALSE:
        broken = _broken(writer, left, right)
        if broken is None:
            return None
        way, right = broken
        ways.append(way)
    sides = [left, right] if rng.random() < 0.5 else [right, left]
    return author.claim(sides, "="), ways


def _broken(writer: Writer, left: Term, right: Term) -> tuple[str, Term] | None:
    writer.sides = left, right
    if writer.rng.random() < 0.5:
        name, trap = writer.rng.choice(TRAPS)
        new = trap(writer, right)
        return (name, new) if new is not None and _is_defined(writer.rng, new) else None
    for name, new in islice(slips(writer, right), ATTEMPTS):
        if _differ(writer.rng, left, new):
            return name, new
    return None


def _inequality(rng: Random, truth: str) -> tuple[str, list[str]] | None:
    writer, author = Writer(rng), Author(rng)
    given = bound(writer)
    for _ in range(rng.randint(0, 3)):
        given = looser(writer, given)
    left, right = given.left, given.right
    relation, ways = r"\le", ["a bound"]
    if truth == FALSE:
        relation, left, way = _false_bound(rng, given.left, right, given.attained is not None)
        ways.append(way)
        if way == "turned around" and not _is_less(rng, given.left, right):
            return None
    if not _agree(rng, left, left):
        return None
    if rng.random() < 0.3:
        left, right, relation = right, left, {r"\le": r"\ge", "<": ">", "=": "="}[relation]
    return author.claim([left, right], relation), ways


def _false_bound(rng: Random, left: Term, right: Term, attained: bool) -> tuple[str, Term, str]:
    """The relation and the left side of what cannot be true."""
    if attained and rng.random() < 0.5:
        return "<", left, "strict, though it is attained"
    if attained and rng.random() < 0.8 and _is_moderate(rng, right):
        tiny = power(number(10), negative(number(rng.randint(1, 250))))
        return r"\le", total(left, tiny), "a little more than the bound"
    return "=", left, "turned around"


# ------------------------------------------------------------------------------------- points


def points(rng: Random, free: list[Letter]) -> Iterator[dict[str, Any]]:
    while True:
        sizes = {letter.size: rng.randint(2, 5) for letter in free if letter.size}
        point: dict[str, Any] = dict(sizes)
        for letter in free:
            if letter.name not in point:
                point[letter.name] = _number(rng, letter, sizes)
        yield point


def _number(rng: Random, letter: Letter, sizes: dict[str, int]) -> Any:
    if letter.sort in (NATURAL, COUNT):
        return rng.randint(int(letter.sort == COUNT), 6)
    if letter.sort in (VECTOR, POSITIVE_VECTOR):
        return [_ratio(rng, letter.sort == POSITIVE_VECTOR) for _ in range(sizes[letter.size])]
    return _ratio(rng, letter.sort == POSITIVE)


def _ratio(rng: Random, positive: bool) -> arb:
    return arb(fmpq(rng.randint(1 if positive else -400, 400), rng.randint(50, 150)))


def _values(rng: Random, left: Term, right: Term) -> Iterator[tuple[arb, arb]]:
    """Of both sides, at some of the points at which the first has one; None for none."""
    for point in islice(points(rng, letters(left, right)), POINTS):
        with suppress(Undefined, Unknown):
            first = value(left, point)
            try:
                yield first, value(right, point)
            except Undefined:
                yield first, None


def _agree(rng: Random, left: Term, right: Term) -> bool:
    """At all of some points; so do a true claim's sides."""
    return all(other is not None and one.overlaps(other)
               for one, other in _values(rng, left, right))


def _differ(rng: Random, left: Term, right: Term) -> bool:
    """Certainly, at a point."""
    return any(other is None or not one.overlaps(other)
               for one, other in _values(rng, left, right))


def _is_defined(rng: Random, term: Term) -> bool:
    return next(_values(rng, term, term), None) is not None


def _is_moderate(rng: Random, term: Term) -> bool:
    """Not so large that little is drowned in it."""
    return all(abs(one) < MODERATE for one, _ in _values(rng, term, term))


def _is_less(rng: Random, left: Term, right: Term) -> bool:
    return any(other is not None and one < other for one, other in _values(rng, left, right))
