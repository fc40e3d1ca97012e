"""Points that a display itself points at: its constants, and where a part of it is zero.

At x = 7 a quotient by x - 7 has no value, |x - 7| has a corner, and x >= 7 begins to hold; but 7
is not drawn by chance. So the claim is evaluated along lines, one letter or component at a time.
Each divisor, radicand, argument of a logarithm, and difference of two compared sides is noted on
the way. Where one of these changes its sign or comes near zero, its root is solved for. The root
becomes a point like any other: a fraction, or an irrational number known to any precision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, pairwise

from flint import arb, ctx, fmpq

from execmath.arithmetic import elementary
from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Matrix, Value, Vector, principal
from execmath.checking.points import Point
from execmath.checking.roots import Root, simplest_between, solved
from execmath.checking.sampler import Sampler
from execmath.checking.vanishing import Signs
from execmath.domains.far_numbers import Irrational
from execmath.domains.numbers import Domain, Interval, RealLine, to_balls
from execmath.domains.vectors import Vectors
from execmath.evaluation.compiler import Compiler, Env, Evaluator
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.runtime.memo import MEMO, Memo

SCAN = 64  # bits
GRID = tuple(sign * fmpq(p, q) for p, q in (
    (1, 1000), (1, 3), (1, 1), (2, 1), (5, 1), (10, 1), (100, 1), (10**6, 1)) for sign in (1, -1))
NOTED = 60  # values that are noted of one side, at most
LINES = 4  # at most, of one claim
ROOTS = 12
CONSTANTS = 16  # points made of constants
BESIDE = fmpq(1, 10**9), fmpq(1, 10**40)  # how far beside a place it is tried as well


@dataclass(frozen=True)
class Candidate:
    """A point that a display points at. For a point just where something changes, `neighbor` gives
    one nearby where nothing does; for a point that is itself beside such a place it is None."""

    point: Point
    neighbor: Callable[[], Point | None] | None


class Noting(Balls):
    """The arithmetic of balls, which notes what must not be zero and what changes there."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[Value] = []
        self._silent = 0

    def note(self, value: Value) -> None:
        value = principal(value)
        if not self._silent and len(self.noted) < NOTED and isinstance(value, int | fmpq | arb):
            self.noted.append(value)

    def divide(self, left: Value, right: Value) -> Value:
        self.note(right)
        return elementary.divide(left, right)

    def power(self, base: Value, exponent: Value) -> Value:
        if not isinstance(exponent, int) or exponent < 0:
            self.note(base)
        return elementary.power(base, exponent)

    def apply(self, name: str, x: Value) -> Value:
        if name in ("log", "sqrt", "abs"):
            self.note(x)
        elif name == "tan":
            self.note(elementary.apply("cos", principal(x)))
        elif name in ("gamma", "digamma", "trigamma"):
            self.note(_pole_of_gamma(principal(x)))
        elif name in ("max", "min"):
            for one, other in pairwise(map(principal, x)):
                self.note(one - other)
        elif name in ("norm1", "maxnorm"):
            for one in x:
                self.note(one)
        return elementary.apply(name, x)

    def integrate(self, function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        return self._silently(lambda: super(Noting, self).integrate(function, lower, upper))

    def series(self, term: Callable[[int], Value], first: int) -> Value:
        return self._silently(lambda: super(Noting, self).series(term, first))

    def _silently(self, work: Callable[[], Value]) -> Value:
        self._silent += 1
        try:
            return work()
        finally:
            self._silent -= 1


def _pole_of_gamma(x: Value) -> Value:
    """Zero at 0, -1, -2, ..."""
    return arb(x).rgamma() if isinstance(x, int | fmpq | arb) else x


class NotingCompiler(Compiler):
    """Notes the two sides of conditions too."""

    def conditions(self, nodes: Sequence[s.Condition | s.Belonging]) -> Callable[[Env], bool]:
        holds = super().conditions(nodes)
        sides = [difference(self, node) for node in nodes if isinstance(node, s.Condition)]

        def evaluator(env: Env) -> bool:
            for side in sides:
                side(env)
            return holds(env)

        return evaluator


def difference(compiler: Compiler, node: s.Condition | s.Link) -> Evaluator:
    """Notes by how much the sides differ."""
    left, right, noting = compiler.side(node.left), compiler.side(node.right), compiler.arithmetic
    assert isinstance(noting, Noting)

    def evaluator(env: Env) -> Value:
        a, b = left(env), right(env)
        if not (isinstance(a, Vector) or isinstance(b, Vector) or callable(a) or callable(b)):
            noting.note(a - b)

    return evaluator


@dataclass(frozen=True)
class Line:
    """One number of a point, with all others as they are."""

    env: Env
    letter: str
    domain: Domain
    place: tuple[int, ...]

    def at(self, number: Value) -> Env:
        return {**self.env, self.letter: _with(self.env[self.letter], self.place, number)}


def _with(value: Value, place: tuple[int, ...], number: Value) -> Value:
    if not place:
        return number
    items = list(value.items)
    items[place[0]] = _with(items[place[0]], place[1:], number)
    return type(value)(items)


class Critical:
    """The search for one claim, from some of its points."""

    def __init__(self, claim: s.Claim, context: Context, sampler: Sampler) -> None:
        self.claim, self.context, self.sampler = claim, context, sampler
        self.signs = Signs(context, claim.hypotheses)
        self.trees = [*claim.links, *claim.hypotheses,
                      *(d for letter in context.dependencies(claim)
                        if (d := context.definitions.get(letter)) is not None)]
        self.arithmetic = Noting()
        abbreviations = {h.letter: h.value for h in claim.hypotheses
                         if isinstance(h, s.Abbreviation)}
        self.compiler = NotingCompiler(context.definitions, self.arithmetic, abbreviations)

    def candidates(self, points: Sequence[Point]) -> Iterator[Candidate]:
        """Those that meet the hypotheses."""
        lines = self._lines(points)
        constants = self._constants() if lines else []
        yield from islice(self._at_constants(lines, constants), CONSTANTS)
        if lines and self._is_worthwhile():
            yield from self._at_roots(lines, constants)

    def at_constants(self, points: Sequence[Point]) -> Iterator[Candidate]:
        """Those of the display only; nothing is solved for."""
        yield from self._at_constants(self._lines(points), self._constants())

    # ------------------------------------------------------------------------------- lines

    def _lines(self, points: Sequence[Point]) -> list[Line]:
        """From a point that is small and drawn at random, by each of its numbers; of a vector by
        the first and the last."""
        smallest_first = sorted(points[len(points) // 2 :], key=lambda point: _count(point.env))
        lines = []
        for point in smallest_first[:1]:
            for membership, evaluator in zip(self.sampler.letters, self.sampler.sets, strict=True):
                domain = evaluator(point.env)
                lines += list(_lines_of(point.env, membership.letter.key, domain))
        return lines[:LINES]

    def _point(self, line: Line, number: Value) -> Point | None:
        if _contains(line.domain, number) is False:
            return None
        try:
            env = line.at(number)
            for membership in self.sampler.letters:
                for fix in self.sampler.fixes.get(membership.letter.key, ()):
                    fix(env)
            point = Point(env)
            return point if self.sampler.meets(point) else None
        except (EvaluationError, TypeError):  # undecided there, or computed from no fraction
            return None

    def _candidates_at(self, line: Line, number: Value,
                       beside: bool = True) -> Iterator[Candidate]:
        point = self._point(line, number)
        if point is not None:
            yield Candidate(point, lambda: self._neighbor(line, number))
        if beside and isinstance(number, fmpq):
            for step in BESIDE:
                for near in (number + step, number - step):
                    if (point := self._point(line, near)) is not None:
                        yield Candidate(point, None)

    def _neighbor(self, line: Line, number: Value) -> Point | None:
        near = _rounded(number)
        step = max(abs(near), fmpq(1)) / 2**20
        points = (self._point(line, near + sign * step) for sign in (1, -1))
        return next((point for point in points if point is not None), None)

    # --------------------------------------------------------------------------- constants

    def _constants(self) -> list[Value]:
        """The values of all that is written without a letter."""
        values: dict[str, Value] = {}
        for tree in self.trees:
            for node in s.walk(tree):
                if isinstance(node, s.Number | s.Apply | s.Binary | s.Power) \
                        and not any(isinstance(part, s.Letter) for part in s.walk(node)):
                    values.setdefault(repr(node), self._constant(node))
        return [value for value in values.values() if value is not None]

    def _constant(self, node: s.Node) -> Value:
        try:
            evaluator = self.compiler.compile(node)
            value = evaluator({})
        except EvaluationError:
            return None
        if isinstance(value, int | fmpq):
            return fmpq(value)
        if isinstance(value, arb) and value.is_finite() and not value.contains(0):
            return Irrational(value.str(10, radius=False) + "…", lambda: arb(evaluator({})))
        return None

    def _at_constants(self, lines: Sequence[Line],
                      constants: Sequence[Value]) -> Iterator[Candidate]:
        for number in constants:
            for line in lines:
                yield from self._candidates_at(line, number, beside=False)
        for number in constants:
            for line in lines:
                for candidate in self._candidates_at(line, number):
                    if candidate.neighbor is None:
                        yield candidate

    # ------------------------------------------------------------------------------- roots

    def _is_worthwhile(self) -> bool:
        return any(link.relation != "=" for link in self.claim.links) or any(
            True for tree in self.trees for _ in self.signs.critical(tree))

    def _units(self) -> list[Evaluator]:
        """What is evaluated along a line, each by itself."""
        units = [difference(self.compiler, h) for h in self.claim.hypotheses
                 if isinstance(h, s.Condition)]
        for link in self.claim.links:
            if link.relation == "=":
                units += [self.compiler.side(link.left), self.compiler.side(link.right)]
            else:
                units.append(difference(self.compiler, link))
        return units

    def _at_roots(self, lines: Sequence[Line], constants: Sequence[Value]) -> Iterator[Candidate]:
        grid = _grid(constants)
        seen: set[str] = set()
        for line in lines:
            for number in self._roots_along(line, grid):
                name = f"{line.letter} {line.place} {number}"
                if name not in seen and len(seen) < ROOTS:
                    seen.add(name)
                    yield from self._candidates_at(line, number)

    def _roots_along(self, line: Line, grid: Sequence[fmpq]) -> Iterator[Value]:
        inside = [number for number in grid if _contains(line.domain, number)]
        for unit in self._units():
            yield from self._roots(line, unit, inside)

    def _roots(self, line: Line, unit: Evaluator, grid: Sequence[fmpq]) -> Iterator[Value]:
        """Where something that the unit notes is zero."""
        rows = [self._noted(line, unit, number) for number in grid]
        for number, row in zip(grid, rows, strict=True):
            if any(value.contains(0) for value in row):
                yield number
        for index, column in enumerate(_columns(grid, rows)):
            yield from self._solved(line, unit, index, column)

    def _solved(self, line: Line, unit: Evaluator, index: int,
                column: Sequence[tuple[fmpq, arb]]) -> Iterator[Value]:
        def value(t: fmpq) -> arb | None:
            row = self._noted(line, unit, t)
            return row[index] if index < len(row) else None

        with ctx.workprec(SCAN):
            roots = list(solved(value, column))
        for root in roots:
            yield from self._as_number(root, value)

    @staticmethod
    def _as_number(root: Root, value: Callable[[fmpq], arb | None]) -> Iterator[Value]:
        """The root as a fraction if it is a simple one, and else to any precision."""
        simple = simplest_between(root.low, root.high)
        if simple.q < 10**6:
            with ctx.workprec(4 * SCAN):
                there = value(simple)
            if there is None or there.contains(0):
                yield simple
                return
        if root.certain:
            yield Irrational(root.text, root.ball)

    def _noted(self, line: Line, unit: Evaluator, number: fmpq) -> list[arb]:
        """What a unit notes at a place of a line; where it has no value, what it notes before."""
        self.arithmetic.noted.clear()
        self.compiler.work = 0
        with ctx.workprec(max(SCAN, ctx.prec)):
            with suppress(EvaluationError):
                env = line.at(number)
                unit({MEMO: Memo(), **{key: to_balls(value) for key, value in env.items()}})
            return [arb(value) for value in self.arithmetic.noted]


def _grid(constants: Sequence[Value]) -> list[fmpq]:
    """The places of a line at which a unit is evaluated first."""
    fractions = [number for number in constants if isinstance(number, fmpq)]
    return sorted({*GRID, fmpq(0), *fractions, *(-number for number in fractions)})


def _columns(grid: Sequence[fmpq],
             rows: Sequence[Sequence[arb]]) -> Iterator[list[tuple[fmpq, arb]]]:
    """The values that were noted first, second, ... at each place where any were."""
    noted = [(number, row) for number, row in zip(grid, rows, strict=True) if row]
    width = min((len(row) for _, row in noted), default=0)
    for index in range(width):
        yield [(number, row[index]) for number, row in noted]


def _contains(domain: Domain, number: Value) -> bool | None:
    if isinstance(number, Irrational):
        with ctx.workprec(4 * SCAN):
            return domain.contains(number.ball())
    return domain.contains(number)


def _rounded(number: Value) -> fmpq:
    return number if isinstance(number, fmpq) else to_balls(number).mid().fmpq()


def _count(env: Env) -> int:
    return sum(_size(value) for value in env.values())


def _size(value: Value) -> int:
    return sum(map(_size, value)) if isinstance(value, Vector) else 1


def _lines_of(env: Env, letter: str, domain: Domain) -> Iterator[Line]:
    value = env[letter]
    if isinstance(domain, RealLine | Interval):
        yield Line(env, letter, domain, ())
    elif isinstance(domain, Vectors) and isinstance(domain.base, RealLine | Interval):
        for place in sorted({0, len(value) - 1} if len(value) else set()):
            yield Line(env, letter, domain.base, (place,))
    elif isinstance(value, Matrix) and len(value) and value.columns:
        yield Line(env, letter, RealLine(), (0, value.columns - 1))
