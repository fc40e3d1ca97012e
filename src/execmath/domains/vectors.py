"""The sets of vectors, matrices and permutations that letters range over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations, product
from math import factorial, gcd, prod
from random import Random

from flint import arb, fmpq

from execmath.arithmetic.errors import EvaluationError, Mismatch, TooMuch
from execmath.arithmetic.ordering import compare, every
from execmath.arithmetic.values import Matrix, Value, Vector, principal, shape
from execmath.domains.far_numbers import FarDraw
from execmath.domains.numbers import NUMBERS, TINY, Domain, RealLine
from execmath.runtime.limits import MAX_TERMS

REALS = RealLine()
MAX_WHOLE = 100  # members of a product of finite sets, above which some are drawn


@dataclass(frozen=True)
class Product(Domain):
    """The vectors with a component from each of some sets of numbers."""

    factors: tuple[Domain, ...]
    name = "a product of sets"

    def members(self) -> list[Value] | None:
        members = [factor.members() for factor in self.factors]
        return None if None in members else _all_of(members)  # type: ignore[arg-type]

    def enumerated(self) -> Sequence[Value] | None:
        return _few(self.members())

    def edges(self) -> list[Value]:
        edges = [offered(factor) for factor in self.factors]
        rounds = max(map(len, edges))
        strides = [_stride(place, len(items)) for place, items in enumerate(edges)]
        return [Vector([items[n * stride % len(items)]
                        for stride, items in zip(strides, edges, strict=True)])
                for n in range(rounds)]

    def random(self, rng: Random) -> Value:
        return Vector([drawn(factor, rng) for factor in self.factors])

    def far(self, draw: FarDraw) -> Value:
        return Vector([far(factor, draw) for factor in self.factors])

    def contains(self, value: Value) -> bool | None:
        if type(value) is not Vector or len(value) != len(self.factors):
            return False
        pairs = zip(self.factors, value.items, strict=True)
        return every(factor.contains(item) for factor, item in pairs)


def _stride(place: int, count: int) -> int:
    """In steps of this length each of so many items is met; another one for each place."""
    strides = [stride for stride in range(1, count + 1) if gcd(stride, count) == 1]
    return strides[place % len(strides)]


def _is_one(total: Value) -> bool | None:
    """A ball never certifies an equality; one that holds 1 and is tight counts as 1."""
    exact = compare("=", total, 1)
    total = principal(total)
    if exact is None and isinstance(total, arb) and total.rel_accuracy_bits() > 100:
        return True
    return exact


def offered(base: Domain) -> Sequence[Value]:
    return base.members() or base.edges()


def drawn(base: Domain, rng: Random) -> Value:
    members = base.members()
    return rng.choice(members) if members else base.random(rng)


def far(base: Domain, draw: FarDraw) -> Value:
    members = base.members()
    return draw.rng.choice(members) if members else base.far(draw)


def _all_of(choices: Sequence[Sequence[Value]]) -> list[Value] | None:
    """Every vector with an item from each list, unless they are too many to go through."""
    count = prod(map(len, choices))
    return [Vector(items) for items in product(*choices)] if count <= MAX_TERMS else None


def _few(members: Sequence[Value] | None) -> Sequence[Value] | None:
    return members if members is not None and len(members) <= MAX_WHOLE else None


@dataclass(frozen=True)
class Vectors(Domain):
    base: Domain
    size: int
    name = "a set of vectors"

    def members(self) -> list[Value] | None:
        members = self.base.members()
        return None if members is None else _all_of([members] * self.size)

    def enumerated(self) -> Sequence[Value] | None:
        return _few(self.members())

    def edges(self) -> list[Value]:
        k = self.size
        zero, one, small, big = _pick(self.base)
        first = [one] + [zero] * (k - 1)
        edges = [
            [zero] * k,
            [one] * k,
            first,
            first[::-1],
            [big] + [zero] * (k - 1),
            [small] * k,
            [-big if self.base.contains(-big) else big] * k,
            [(big, zero, one)[i % 3] for i in range(k)],
            self._rising(one, small),
            [(zero, big)[i % 2] for i in range(k)],
        ]
        return [Vector(items) for items in edges]

    def _rising(self, one: Value, small: Value) -> list[Value]:
        items = [one + i * small for i in range(self.size)]
        inside = all(self.base.contains(item) for item in items)
        return items if inside else [one] * self.size

    def random(self, rng: Random) -> Value:
        return Vector([drawn(self.base, rng) for _ in range(self.size)])

    def far(self, draw: FarDraw) -> Value:
        """Each component by itself; or nearly all alike; or all alike but one."""
        kind, items = draw.rng.random(), [far(self.base, draw) for _ in range(self.size)]
        if kind < 0.6 or not items:
            return Vector(items)
        alone = draw.rng.randrange(self.size)
        few = items[:2] if kind < 0.8 else items[:1]
        return Vector([items[alone] if place == alone else few[place % len(few)]
                       for place in range(self.size)])

    def contains(self, value: Value) -> bool | None:
        if type(value) is not Vector or len(value) != self.size:
            return False
        base = self.base
        if base is REALS and NUMBERS.issuperset(map(type, value.items)):
            return True
        return every(base.contains(item) for item in value.items)


@dataclass(frozen=True)
class Matrices(Domain):
    base: Domain
    rows: int
    columns: int
    name = "a set of matrices"

    def edges(self) -> list[Value]:
        """Zero, all alike, the diagonal, one that dominates, rows that depend on each other."""
        zero, one, small, big = _pick(self.base)
        patterns: list[Callable[[int, int], Value]] = [
            lambda i, j: zero,
            lambda i, j: one,
            lambda i, j: one if i == j else zero,
            lambda i, j: big if i == j == 0 else zero,
            lambda i, j: small,
            lambda i, j: (zero, one, big)[j % 3],
            lambda i, j: (big, one, small)[(i + j) % 3],
        ]
        return [self._filled(pattern) for pattern in patterns]

    def _filled(self, result: Callable[[int, int], Value]) -> Matrix:
        rows = range(self.rows)
        return Matrix([Vector([result(i, j) for j in range(self.columns)]) for i in rows])

    def random(self, rng: Random) -> Value:
        return self._filled(lambda i, j: drawn(self.base, rng))

    def far(self, draw: FarDraw) -> Value:
        return self._filled(lambda i, j: far(self.base, draw))

    def contains(self, value: Value) -> bool | None:
        if type(value) is not Matrix or shape(value) != (self.rows, self.columns):
            return False
        return every(self.base.contains(item) for row in value for item in row)


class Permutation:
    """Of 1, ..., k: `images[i - 1]` is where i goes."""

    def __init__(self, images: Sequence[int]) -> None:
        self.images = tuple(images)

    def __call__(self, *arguments: Value) -> Value:
        if len(arguments) != 1 or not isinstance(arguments[0], int) \
                or not 1 <= arguments[0] <= len(self.images):
            raise EvaluationError(f"a permutation of 1, ..., {len(self.images)} at {arguments}")
        return self.images[arguments[0] - 1]

    def _is_no_number(self, *others: Value) -> Value:
        raise Mismatch("a permutation in the place of a number")

    __neg__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _is_no_number
    __truediv__ = __rtruediv__ = _is_no_number

    def __repr__(self) -> str:
        return f"({', '.join(map(str, self.images))})"


@dataclass(frozen=True)
class Permutations(Domain):
    size: int
    name = "a set of permutations"

    def members(self) -> list[Value] | None:
        if factorial(self.size) > MAX_TERMS:
            return None
        return [Permutation(images) for images in permutations(range(1, self.size + 1))]

    def enumerated(self) -> list[Value] | None:
        return self.members() if self.size <= 3 else None

    def edges(self) -> list[Value]:
        same = list(range(1, self.size + 1))
        return [Permutation(images) for images in
                (same, same[::-1], [*same[1:], 1], [2, 1, *same[2:]])]

    def random(self, rng: Random) -> Value:
        return Permutation(rng.sample(range(1, self.size + 1), self.size))

    def contains(self, value: Value) -> bool | None:
        return isinstance(value, Permutation) and len(value.images) == self.size


@dataclass(frozen=True)
class OpenSimplex(Domain):
    """Vectors of `size` positive numbers that sum to one."""

    size: int

    def members(self) -> list[Value] | None:
        return [Vector([fmpq(1)])] if self.size == 1 else None

    def edges(self) -> list[Value]:
        k = self.size
        geometric = [fmpq(1, 2 ** (i + 1)) for i in range(k - 1)]
        edges = [[fmpq(1, k)] * k, [*geometric, 1 - sum(geometric, fmpq(0))]]
        for near_zero in (TINY, fmpq(1, 2**200)):
            corner = [near_zero] * (k - 1)
            large = 1 - sum(corner, fmpq(0))
            edges += [[large, *corner], [*corner, large]]
        return [Vector(items) for items in edges]

    def random(self, rng: Random) -> Value:
        cuts = sorted(rng.sample(range(1, 2**20), self.size - 1))
        bounds = [0, *cuts, 2**20]
        return Vector([fmpq(b - a, 2**20) for a, b in pairwise(bounds)])

    def far(self, draw: FarDraw) -> Value:
        """Weights of any magnitude, over their sum; or, exact in binary, what the others leave."""
        if draw.dyadic:
            first = [draw.part() / 2 ** (1 + place) for place in range(self.size - 1)]
            return Vector([*first, 1 - sum(first, fmpq(0))])
        weights = [draw.fraction() for _ in range(self.size)]
        total = sum(weights, fmpq(0))
        return Vector([weight / total for weight in weights])

    def contains(self, value: Value) -> bool | None:
        if type(value) is not Vector or len(value) != self.size:
            return False
        positive = every(compare(">", item, 0) for item in value)
        return every([positive, _is_one(sum(value.items))])


@dataclass(frozen=True)
class OneHotVectors(Domain):
    size: int

    def members(self) -> list[Value] | None:
        if self.size > MAX_TERMS:
            raise TooMuch(f"{self.size} one-hot vectors; at most {MAX_TERMS}")
        return list(_one_hot(self.size))

    def contains(self, value: Value) -> bool | None:
        return value in (self.members() or [])


@lru_cache(maxsize=64)
def _one_hot(size: int) -> tuple[Vector, ...]:
    return tuple(Vector([int(i == j) for j in range(size)]) for i in range(size))


def _pick(base: Domain) -> tuple[Value, Value, Value, Value]:
    """A simplest, a plain, a tiny and a huge member of a set of numbers."""
    if isinstance(base, RealLine) and not base.relation:
        return fmpq(0), fmpq(1), TINY, fmpq(800)
    simple, *rest = base.edges()
    plain = rest[0] if rest else simple  # a set may have one or two members only
    return simple, plain, rest[1] if len(rest) > 1 else plain, rest[2] if len(rest) > 2 else simple
