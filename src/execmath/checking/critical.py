"""Points that a display itself points at: its constants, and where a part of it is zero.

At x = 7 a quotient by x - 7 has no value, |x - 7| has a corner, and x >= 7 begins to hold; but 7
is not drawn by chance. So the claim is evaluated along lines, one letter or component at a time.
Each divisor, radicand, argument of a logarithm, and difference of two compared sides is noted on
the way. Where one of these changes its sign or comes near zero, its root is solved for. The root
becomes a point like any other: a fraction, or an irrational number known to any precision. So are
the places between any two of these, for what holds on both may not hold between, and those where
two letters are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, pairwise, permutations, product
from typing import TypeVar

from flint import arb, ctx, fmpq

from execmath.arithmetic import elementary
from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.extremes import Ends
from execmath.arithmetic.limits import Way
from execmath.arithmetic.values import Matrix, Value, Vector, principal
from execmath.checking.points import Point, Shared
from execmath.checking.roots import Root, crossed, fraction_of, simplest_between, touched
from execmath.checking.sampler import Sampler
from execmath.checking.vanishing import Signs
from execmath.domains.far_numbers import Irrational
from execmath.domains.numbers import Domain, Integers, Interval, RealLine, to_balls
from execmath.domains.vectors import Matrices, OpenSimplex, Vectors
from execmath.evaluation.compiler import Compiler, Env, Evaluator
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.runtime.limits import MEETING
from execmath.runtime.memo import MEMO, Memo

SCAN = 64  # bits
GRID = tuple(sign * fmpq(p, q) for p, q in (
    (1, 1000), (1, 3), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (7, 1), (10, 1), (100, 1),
    (10**6, 1)) for sign in (1, -1))
NOTED = 60  # values that are noted of one side, at most
LINES = 8  # at most, of one claim
ROOTS, ROOTS_OF_ONE = 60, 4  # of one claim, and of one thing along one line
TURNS = 6  # places of one line from which others are searched
CONSTANTS = 64  # points made of constants
TIES = 16  # points at which two letters are equal
CORNERS, MANY_LETTERS = 40, 3  # points at which all letters are constants, or are equal
FINE = 2_000  # bits of a constant, of which another may be very near
Item = TypeVar("Item")
Column = Sequence[tuple[fmpq, arb]]
Search = Callable[[Callable[[fmpq], arb | None], Column], Iterator[Root]]
CONSTANT = s.Number | s.Apply | s.Binary | s.Power
FARTHEST_APART = 1_000_000  # nodes
EVALUATION, MOST_SPENT = 20, 15_000  # terms and calls, in the search along one line
EXTREME = 20.0  # powers of e; as far from 1 as zero counts
PROBABILITIES = Interval(fmpq(0), fmpq(1), open_below=True, open_above=True)
STAND_IN = arb(1)  # for the value of an integral or of an infinite sum
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
        self.turning = set[int]()  # places in that list of what may well be zero

    def note(self, value: Value) -> None:
        value = principal(value)
        if len(self.noted) < NOTED and isinstance(value, int | fmpq | arb):
            self.noted.append(value)
            self.turning.discard(len(self.noted) - 1)

    def note_turning(self, value: Value) -> None:
        before = len(self.noted)
        self.note(value)
        self.turning.update(range(before, len(self.noted)))

    def divide(self, left: Value, right: Value) -> Value:
        self.note(right)
        return elementary.divide(left, right)

    def power(self, base: Value, exponent: Value) -> Value:
        if not isinstance(exponent, int) or exponent < 0:
            self.note(base)
        elif exponent % 2 == 0:
            self.note_turning(base)  # an even power turns around where its base is zero
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
        """What is sought stands beside an integral, which takes long to work out."""
        return STAND_IN

    def series(self, term: Callable[[int], Value], first: int) -> Value:
        return STAND_IN

    def extreme(self, name: str, function: Callable[[Value], Value], ends: Ends) -> Value:
        return STAND_IN

    def limit(self, function: Callable[[Value], Value], way: Way) -> Value:
        return STAND_IN

    bounded = limit


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
    """One number of a point, with all others as they are; of probabilities, which sum to one, the
    others share what it leaves as they did."""

    env: Env
    letter: str
    domain: Domain
    place: tuple[int, ...]

    shared: bool = False  # of probabilities

    def at(self, number: Value) -> Env:
        return self.moved(self.env, number)

    def moved(self, env: Env, number: Value) -> Env:
        """The same from another point of the line, such as that in balls."""
        move = _sharing if self.shared else _with
        return {**env, self.letter: move(env[self.letter], self.place, number)}


def _with(value: Value, place: tuple[int, ...], number: Value) -> Value:
    if not place:
        return number
    items = list(value.items)
    items[place[0]] = _with(items[place[0]], place[1:], number)
    return type(value)(items)


def _sharing(value: Vector, place: tuple[int, ...], number: Value) -> Vector:
    """Probabilities of which one is the number, and the others are as to each other before."""
    moved, = place
    left = 1 - value.items[moved]
    return Vector([number if index == moved else _part(number, item / left)
                   for index, item in enumerate(value.items)])


def _part(number: Value, share: fmpq) -> Value:
    """A share of what the number leaves of 1."""
    if isinstance(number, Irrational):
        return Irrational(f"{share}·(1 - {number.text})",
                          lambda: (1 - number.ball()) * arb(share), number.borderline)
    return (1 - number) * share


def _at(value: Value, place: tuple[int, ...]) -> Value:
    return _at(value.items[place[0]], place[1:]) if place else value


class Critical:
    """The search for one claim, from some of its points."""

    def __init__(self, claim: s.Claim, context: Context, sampler: Sampler) -> None:
        self.claim, self.context, self.sampler = claim, context, sampler
        domains = [membership.domain for membership in sampler.letters]
        self.sizes = {*context.dependencies(*domains),
                      *(part for domain in domains for part in s.walk(domain))}
        self.signs = Signs(context, claim.hypotheses)
        self.trees = [*claim.links, *claim.hypotheses,
                      *(d for letter in context.dependencies(claim)
                        if (d := context.definitions.get(letter)) is not None)]
        self.has_cases = any(isinstance(part, s.Condition) for tree in self.trees
                             if not isinstance(tree, s.Condition) for part in s.walk(tree))
        self.arithmetic = Noting()
        self.shared = Shared()  # what the letter that is moved does not change is worked out once
        self.spent = 0  # on the search for roots, as the work of the compiler is counted
        abbreviations = {h.letter: h.value for h in claim.hypotheses
                         if isinstance(h, s.Abbreviation)}
        self.compiler = NotingCompiler(context.definitions, self.arithmetic, abbreviations)

    def candidates(self, points: Sequence[Point]) -> Iterator[Candidate]:
        """Those that meet the hypotheses, each kind in turn."""
        lines = self._lines(points)
        if not lines:
            return
        constants, places = self.constants, Places()
        at_roots = self._at_roots(lines, list(constants.values()), places) \
            if self._is_worthwhile() else iter(())
        at_constants = islice(self._at_constants(lines, constants, places), CONSTANTS)
        yield from in_turn([at_constants, at_roots, islice(self._ties(points), TIES),
                            islice(self._corners(points, list(constants.values())), CORNERS)])
        yield from self._at_roots_of_two(lines, list(constants.values()), places)
        yield from in_turn([self._between(lines, places), self._beside(lines, places)])

    # ------------------------------------------------------------------------------- lines

    def _lines(self, points: Sequence[Point]) -> list[Line]:
        """Through one point, by each of its numbers; of a vector by the first and the last."""
        env, lines = _moderate(points), list[Line]()
        for membership, evaluator in zip(self.sampler.letters, self.sampler.sets, strict=True):
            if membership.letter not in self.sizes:
                lines += list(_lines_of(env, membership.letter.key, evaluator(env)))
        return lines[:LINES]

    def _point(self, line: Line, number: Value) -> Point | None:
        if isinstance(line.domain, Integers):
            if not (isinstance(number, fmpq) and number.q == 1):
                return None
            number = int(number.p)
        if _is_outside(line.domain, _contains(line.domain, number)):
            return None
        return self._checked(line.at(number))

    def _checked(self, env: Env) -> Point | None:
        """The point, where each letter is in its set and the hypotheses are met."""
        try:
            for membership, evaluator in zip(self.sampler.letters, self.sampler.sets, strict=True):
                key = membership.letter.key
                for fix in self.sampler.fixes.get(key, ()):
                    fix(env)
                domain = evaluator(env)
                if _is_outside(domain, domain.contains(to_balls(env[key]))):
                    return None
            return self._meeting_the_hypotheses(Point(env, self.shared))
        except (EvaluationError, TypeError):  # undecided there, or computed from no fraction
            return None

    def _candidates_at(self, line: Line, number: Value) -> Iterator[Candidate]:
        point = self._point(line, number)
        if point is not None:
            yield Candidate(point, lambda: self._neighbor(line, number))

    def _beside(self, lines: Sequence[Line], places: Places) -> Iterator[Candidate]:
        for line in lines:
            for number in places.along(line):
                for near in (number + sign * step for step in BESIDE for sign in (1, -1)):
                    if (point := self._point(line, near)) is not None:
                        yield Candidate(point, None)

    def _meeting_the_hypotheses(self, point: Point) -> Point | None:
        try:
            meets = self.sampler.meets(point)
        except EvaluationError:
            meets = self.sampler.meets_at_an_edge(point)
        return point if meets else None

    def _neighbor(self, line: Line, number: Value) -> Point | None:
        near = _rounded(number)
        if near is None:  # of a number too large to be written out, any will do
            return self._checked(line.env)
        step = fmpq(1) if isinstance(line.domain, Integers) else max(abs(near), fmpq(1)) / 2**20
        points = (self._point(line, near + sign * step) for sign in (1, -1))
        return next((point for point in points if point is not None), None)

    # --------------------------------------------------------------------------- constants

    @cached_property
    def constants(self) -> dict[s.Node, Value]:
        """The values of all that is written without a letter."""
        nodes = dict.fromkeys(
            node for tree in self.trees for node in s.walk(tree)
            if isinstance(node, CONSTANT) and _is_closed(node))
        values = {node: self._constant(node) for node in nodes}
        return {node: value for node, value in values.items() if value is not None}

    def whole_constants(self) -> set[int]:
        """Those that are whole numbers, and not negative."""
        return {int(number.p) for number in self.constants.values()
                if isinstance(number, fmpq) and number.q == 1 and number >= 0}

    def _constant(self, node: s.Node) -> Value:
        try:
            evaluator = self.compiler.compile(node)
            with ctx.workprec(4 * SCAN):  # with fewer bits e^{e^{50}} might be anything
                value = evaluator({})
        except EvaluationError:
            return None
        if isinstance(value, int | fmpq):
            return fmpq(value)
        if isinstance(value, arb) and value.is_finite() and not value.contains(0):
            return Irrational(value.str(10, radius=False) + "…", lambda: arb(evaluator({})))
        return None

    def _at_constants(self, lines: Sequence[Line], constants: Mapping[s.Node, Value],
                      places: Places) -> Iterator[Candidate]:
        """Of a letter and a constant that stand near each other first."""
        distances = _distances(self.trees)
        pairs = sorted(((line, node) for node in constants for line in lines),
                       key=lambda pair: distances.get((pair[1], pair[0].letter), FARTHEST_APART))
        for line, node in pairs:
            places.add(line, constants[node], FINE)
            yield from self._candidates_at(line, constants[node])

    # ---------------------------------------------------------------------- ties, and between

    def _ties(self, points: Sequence[Point]) -> Iterator[Candidate]:
        """Two letters are equal there, and all others as they were drawn."""
        env = _moderate(points)
        letters = [membership.letter for membership in self.sampler.letters]
        keys = [letter.key for letter in letters
                if isinstance(env[letter.key], int | fmpq | Vector) and letter not in self.sizes]
        for one, other in permutations(keys, 2):
            if type(env[one]) is type(env[other]):
                point = self._checked({**env, other: env[one]})
                if point is not None:
                    yield Candidate(point, lambda: Point(env))

    def _corners(self, points: Sequence[Point], constants: Sequence[Value]) -> Iterator[Candidate]:
        """All numbers are equal there, or each is one of the constants of the display."""
        env = _moderate(points)
        exact = list(dict.fromkeys([fmpq(0), fmpq(1), *filter(_is_exact, constants)]))
        irrational = [number for number in constants if isinstance(number, Irrational)]
        alone = [key for key, value in env.items() if isinstance(value, fmpq)]
        some = [value for value in env.values() if isinstance(value, fmpq)][:1]
        for number in (*some, *exact):
            yield from self._corner(env, {key: _filled(env[key], number) for key in env})
        if 1 < len(alone) <= MANY_LETTERS:
            for numbers in product([*exact, *irrational], repeat=len(alone)):
                yield from self._corner(env, dict(zip(alone, numbers, strict=True)))

    def alike(self, point: Point) -> Iterator[Candidate]:
        """The same size, with vectors all of whose components are 1."""
        return self._corner(point.env, {key: _filled(value, fmpq(1))
                                        for key, value in point.env.items()})

    def _corner(self, env: Env, numbers: Mapping[str, Value]) -> Iterator[Candidate]:
        point = self._checked({**env, **numbers})
        if point is not None:
            yield Candidate(point, lambda: Point(env))

    def _between(self, lines: Sequence[Line], places: Places) -> Iterator[Candidate]:
        for line in lines:
            for number in places.between(line):
                if (point := self._point(line, number)) is not None:
                    yield Candidate(point, None)

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

    def _at_roots(self, lines: Sequence[Line], constants: Sequence[Value],
                  places: Places) -> Iterator[Candidate]:
        grid = _grid(constants)
        seen: set[str] = set()
        for line in lines:
            for number in self._roots_along(line, grid):
                name = f"{line.letter} {line.place} {number}"
                if name not in seen and len(seen) < ROOTS:
                    seen.add(name)
                    places.add(line, number, 4 * SCAN)
                    yield from self._candidates_at(line, number)

    def _at_roots_of_two(self, lines: Sequence[Line], constants: Sequence[Value],
                         places: Places) -> Iterator[Candidate]:
        """From a place on one line along another, since an inequality may be tight just where two
        numbers are solved for: (x - 3)^2 + (y - x^2)^2 > 0."""
        if all(link.relation == "=" for link in self.claim.links):
            return
        grid, most = _grid(constants), self.spent + MOST_SPENT
        for line in lines:
            for number in places.along(line)[:TURNS]:
                for other in lines:
                    if other is line or self.spent > most:
                        continue
                    further = replace(other, env=line.moved(other.env, number))
                    for root in self._roots_along(further, grid):
                        yield from self._candidates_at(further, root)

    def _roots_along(self, line: Line, grid: Sequence[fmpq]) -> Iterator[Value]:
        inside = [number for number in grid if isinstance(line.domain, Integers)
                  or _contains(line.domain, number)]
        for unit in (*self._units(), *self._turning(line)):
            roots = list(self._roots(line, unit, inside))
            yield from roots
            # In another case other things are noted: so just beside where one ends, once more.
            ends = {root + sign * BESIDE[0] for root in roots if isinstance(root, fmpq)
                    for sign in (1, -1)} if self.has_cases else set()
            if ends:
                yield from self._roots(line, unit, sorted({*inside, *ends}))

    def _turning(self, line: Line) -> Iterator[Evaluator]:
        """How steeply the difference of an inequality goes along the line: it is least where it
        turns around, which may be where it is attained."""
        for link in self.claim.links:
            if link.relation != "=":
                yield self._slope(line, self.compiler.side(link.left),
                                  self.compiler.side(link.right))

    def _slope(self, line: Line, left: Evaluator, right: Evaluator) -> Evaluator:
        def evaluator(env: Env) -> Value:
            def apart(number: Value) -> Value:
                there = line.moved(env, number)
                return left(there) - right(there)

            before = list(self.arithmetic.noted)
            slope = self.arithmetic.slope(apart, _at(env[line.letter], line.place))
            self.arithmetic.noted[:] = before
            self.arithmetic.note(slope)

        return evaluator

    def _roots(self, line: Line, unit: Evaluator, grid: Sequence[fmpq]) -> Iterator[Value]:
        """Where something that the unit notes is zero. What has many zeros leaves time for what has
        one: they are solved for in turn, and those of divisors before those of squares."""
        rows = [self._noted(line, unit, number) for number in grid]
        most, seen = self.spent + MOST_SPENT, set[tuple[str, ...]]()
        columns: dict[bool, list[tuple[int, Column]]] = {False: [], True: []}
        for index, column in enumerate(_columns(grid, rows)):
            name = tuple(value.str(12, radius=False) for _, value in column)
            zeros = [number for number, value in column if value.contains(0)]
            if name in seen or 2 * len(zeros) > len(column):  # or it is zero all along the line
                continue
            seen.add(name)
            yield from zeros
            columns[index in self.arithmetic.turning].append((index, column))
        for turning, search in product(columns, (crossed, touched)):
            yield from in_turn([self._solved(line, unit, index, search, column, most)
                                for index, column in columns[turning]])

    def _solved(self, line: Line, unit: Evaluator, index: int, search: Search, column: Column,
                most: int) -> Iterator[Value]:
        """The roots of what a unit notes at a place of its list, until so much is spent."""
        def value(t: fmpq) -> arb | None:
            row = self._noted(line, unit, t)
            return row[index] if index < len(row) else None

        roots = search(value, column)
        for _ in range(ROOTS_OF_ONE):
            if self.spent >= most:
                return
            with ctx.workprec(SCAN):
                root = next(roots, None)
            if root is None:
                return
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
        if root.certain and _is_tight(root):
            yield Irrational(root.text, root.ball)

    def _noted(self, line: Line, unit: Evaluator, number: fmpq) -> list[arb]:
        """What a unit notes at a place of a line; where it has no value, what it notes before."""
        self.arithmetic.noted.clear()
        self.compiler.work = 0
        with ctx.workprec(max(SCAN, ctx.prec)):
            with suppress(Exception):  # a place that is not found; what stands in may not fit
                env = line.at(number)
                unit({MEMO: Memo(), **{key: to_balls(value) for key, value in env.items()}})
            self.spent += self.compiler.work + EVALUATION
            return [arb(value) for value in self.arithmetic.noted]


def _grid(constants: Sequence[Value]) -> list[fmpq]:
    """The places of a line at which a unit is evaluated first."""
    fractions = [number for number in constants if isinstance(number, fmpq)]
    return sorted({*GRID, fmpq(0), *fractions, *(-number for number in fractions)})


def _columns(grid: Sequence[fmpq],
             rows: Sequence[Sequence[arb]]) -> Iterator[list[tuple[fmpq, arb]]]:
    """The values that were noted first, second, ... at each place where so many were: where
    something has no value, what is noted before it counts."""
    for index in range(max(map(len, rows), default=0)):
        yield [(number, row[index]) for number, row in zip(grid, rows, strict=True)
               if index < len(row)]


class Places:
    """The numbers at which something may change, along each line, as fractions."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, tuple[int, ...]], dict[fmpq, None]] = {}

    def add(self, line: Line, number: Value, bits: int) -> None:
        with ctx.workprec(bits):
            near = fraction_of(arb(to_balls(number)))
        if near is None:
            return
        self._numbers.setdefault((line.letter, line.place), {})[near] = None

    def along(self, line: Line) -> list[fmpq]:
        """In the order in which they were found; of irrational ones a fraction that is near."""
        return list(self._numbers.get((line.letter, line.place), ()))

    def between(self, line: Line) -> Iterator[fmpq]:
        """A number between any two neighbors, and some beyond the last: on each side, nearer to
        zero than any place, and farther from it."""
        ends = sorted(self.along(line))
        if not ends:
            return
        yield ends[0] - 1
        yield ends[-1] + 1
        sizes = sorted(filter(None, ends), key=abs)
        yield from (place * factor for place, factor in zip(sizes[:1] + sizes[-1:], (
            fmpq(1, 2), fmpq(2)), strict=False))
        for low, high in pairwise(ends):
            if high - low > max(abs(high), fmpq(1)) / 2**(FINE // 2):
                yield _shortest(low, high)


def _shortest(low: fmpq, high: fmpq) -> fmpq:
    """A binary fraction of few digits near the middle."""
    scale, width = fmpq(1), high - low
    while scale > width / 8:
        scale /= 2
    while 2 * scale <= width / 8:
        scale *= 2
    steps = (low + high) / (2 * scale)
    return fmpq(int(steps.p) // int(steps.q)) * scale


def in_turn(kinds: Sequence[Iterator[Item]]) -> Iterator[Item]:
    """One of each, then the next of each, until there are no more."""
    waiting = list(kinds)
    while waiting:
        for kind in list(waiting):
            item = next(kind, None)
            if item is None:
                waiting.remove(kind)
            else:
                yield item


def _is_closed(node: s.Node) -> bool:
    return not any(isinstance(part, s.Letter) for part in s.walk(node))


def _distances(trees: Sequence[s.Node]) -> dict[tuple[s.Node, str], int]:
    """How many nodes the smallest part of a tree has that holds a constant and a letter."""
    smallest: dict[tuple[s.Node, str], int] = {}
    for tree in trees:
        for node in s.walk(tree):
            below = s.walk(node)
            keys = {part.key for part in below if isinstance(part, s.Letter)}
            for part in below:
                if keys and isinstance(part, CONSTANT) and _is_closed(part):
                    for key in keys:
                        pair = part, key
                        smallest[pair] = min(smallest.get(pair, FARTHEST_APART), len(below))
    return smallest


def _is_tight(root: Root) -> bool:
    """Can it be known to any precision? A fraction that is hit by chance has no signs beside it."""
    with ctx.workprec(MEETING):
        return bool(root.ball().rel_accuracy_bits() > MEETING // 2)


def _contains(domain: Domain, number: Value) -> bool | None:
    if isinstance(number, Irrational):
        with ctx.workprec(4 * SCAN):
            return domain.contains(number.ball())
    return domain.contains(number)


def _is_outside(domain: Domain, contains: bool | None) -> bool:
    """The end of an interval that is no fraction, as pi, is not drawn either."""
    return contains is False or (contains is None and isinstance(domain, Interval)
                                 and domain.drawn_from() is not domain)


def _rounded(number: Value) -> fmpq | None:
    return number if isinstance(number, fmpq) else fraction_of(to_balls(number))


def _is_exact(number: Value) -> bool:
    return isinstance(number, fmpq)


def _filled(value: Value, number: fmpq) -> Value:
    """The number, or a vector all of whose components it is; what is neither stays."""
    if isinstance(value, Vector):
        return type(value)([_filled(item, number) for item in value.items])
    return number if isinstance(value, fmpq | Irrational) else value


def _moderate(points: Sequence[Point]) -> Env:
    """One that was drawn at random, of few numbers and none that drowns others: where one is 800,
    the exponential of it leaves nothing to be seen of what is added."""
    drawn = points[len(points) // 2 :]
    return min(drawn, key=lambda point: (_count(point.env), _extent(point))).env


def _extent(point: Point) -> float:
    """Of the number that is farthest from 1, how far that is, in powers of e."""
    return max((_from_one(value) for value in point.balls().values()), default=0.0)


def _from_one(value: Value) -> float:
    if isinstance(value, Vector):
        return max(map(_from_one, value.items), default=0.0)
    if not isinstance(value, arb | fmpq):
        return 0.0
    return EXTREME if arb(value).contains(0) else abs(float(abs(arb(value)).log().mid()))


def _count(env: Env) -> int:
    return sum(_size(value) for value in env.values())


def _size(value: Value) -> int:
    return sum(map(_size, value)) if isinstance(value, Vector) else 1


def _lines_of(env: Env, letter: str, domain: Domain) -> Iterator[Line]:
    value = env[letter]
    if isinstance(domain, RealLine | Interval) \
            or (isinstance(domain, Integers) and domain.last is None):
        yield Line(env, letter, domain, ())
    elif isinstance(domain, OpenSimplex) and len(value) > 1:
        for place in (0, len(value) - 1):
            yield Line(env, letter, PROBABILITIES, (place,), shared=True)
    elif isinstance(domain, Vectors) and isinstance(domain.base, RealLine | Interval):
        for place in sorted({0, len(value) - 1} if len(value) else set()):
            yield Line(env, letter, domain.base, (place,))
    elif isinstance(domain, Matrices) and isinstance(domain.base, RealLine | Interval) \
            and isinstance(value, Matrix) and len(value) and value.columns:
        yield Line(env, letter, domain.base, (0, value.columns - 1))
