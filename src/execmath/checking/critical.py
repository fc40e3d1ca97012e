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

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain, combinations, cycle, islice, pairwise, permutations, product
from math import inf, isfinite
from random import Random
from typing import TypeVar

from flint import arb, ctx, fmpq

from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.ordering import compare
from execmath.arithmetic.values import Value, Vector, principal
from execmath.checking import recurrence
from execmath.checking.descent import lowest
from execmath.checking.equations import Equations
from execmath.checking.lines import Line, lines_of
from execmath.checking.noting import Noting, NotingCompiler, difference
from execmath.checking.points import Point, Shared
from execmath.checking.roots import (
    Root,
    crossed,
    exponent_of,
    fraction_of,
    simplest_between,
    touched,
)
from execmath.checking.sampler import VALUES, Sampler
from execmath.checking.vanishing import Signs
from execmath.domains.far_numbers import Irrational
from execmath.domains.functions import Arbitrary
from execmath.domains.numbers import Domain, Integers, Interval, to_balls
from execmath.evaluation.base import SetEvaluator
from execmath.evaluation.compiler import Env, Evaluator
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.cost import is_costly
from execmath.runtime.limits import MEETING
from execmath.runtime.memo import MEMO, Memo

SCAN = 64  # bits
GRID = tuple(sign * fmpq(p, q) for p, q in (
    (1, 1000), (1, 3), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (7, 1), (10, 1), (100, 1),
    (10**6, 1)) for sign in (1, -1))
LINES, LINES_OF_ANOTHER = 8, 3  # at most, of one claim, through one point and through another
ROOTS, ROOTS_OF_ONE = 60, 4  # of one claim, and of one thing along one line
MOST_SPENT_ON_EQUATIONS = 60_000
MOST_SPENT_DOWNWARD = 30_000  # the same, on the way down to where an inequality is tight
NUMBERS = 8  # that move on that way, at most
SIMPLE = 1000  # the largest denominator of a fraction that is taken for the number meant
NEARLY = fmpq(1, 10**7)  # how far from it the number may be that is found in float64
AROUND = tuple(sign * fmpq(1, 2**power) for power in (8, 12, 18, 26) for sign in (1, -1))
TURNS = 6  # places of one line from which others are searched
CONSTANTS = 64  # points made of constants
WINDOWS = [[center + step * fmpq(1, 2) for step in range(-12, 13)]  # in which equations are solved
           for center in map(fmpq, (0, 0, 0, 0, 10, 0, 0, -1000, 0, 0, 10**5))]
UNMET = 22  # points that do not meet the hypotheses, from which equations are solved
TOGETHER = 4  # conditions that may hold at once
BASE = 7  # from which whole numbers are moved
MOST_TUPLES = 30_000  # of whole numbers
FEW_COUNTED = 15, 40, 75, 100, 250, 500, 1000
FAR_OUT = [sign * fmpq(10) ** power for power in (4, 6, 12, -6, -12) for sign in (1, -1)]
FAR_POWERS = fmpq(1), fmpq(1, 2), fmpq(2), fmpq(1, 3)
VERY_FAR = [fmpq(10) ** (sign * power) for power in (30, 300, 3_000, 10_000) for sign in (1, -1)]
FAR_BITS = 1_000  # of a number that is farther out, or closer in, than points are drawn
COUNTED = 400  # whole numbers that are tried one after another
NEXT_TO_NOTHING = fmpq(1, 10**60), fmpq(1, 10**250)
TIES = 16  # points at which two letters are equal
CORNERS, MANY_LETTERS = 40, 3  # points at which all letters are constants, or are equal
FINE = 2_000  # bits of a constant, of which another may be very near
Item = TypeVar("Item")
Column = Sequence[tuple[fmpq, arb]]
Search = Callable[[Callable[[fmpq], arb | None], Column], Iterator[Root]]
CONSTANT = s.Number | s.Negative | s.Apply | s.Binary | s.Power
FARTHEST_APART = 1_000_000  # nodes
EVALUATION, MOST_SPENT = 20, 15_000  # terms and calls, in the search along one line
EXTREME = 20.0  # powers of e; as far from 1 as zero counts
BESIDE = fmpq(1, 10**9), fmpq(1, 10**40)  # how far beside a place it is tried as well


@dataclass(frozen=True)
class Candidate:
    """A point that a display points at. For a point just where something changes, `neighbor` gives
    one nearby where nothing does; for a point that is itself beside such a place it is None."""

    point: Point
    neighbor: Callable[[], Point | None] | None
    is_beside_an_end: bool = False  # of the set, which is itself no member


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
        self.has_cases = bool(_conditions_within(self.trees))
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
                            islice(self._corners(lines, constants), CORNERS),
                            islice(self._near_ties(points), TIES)])
        yield from self._where_it_may_switch(lines, places)
        yield from self._at_roots_of_two(lines, list(constants.values()), places)
        yield from self._on_hypotheses()
        yield from self._on_conditions()
        yield from self._counted_together()
        yield from self._at_recurrences(lines)
        yield from self._at_small_forms(lines)
        yield from self._at_low_places(points)
        yield from self._counted(lines)

    def _where_it_may_switch(self, lines: Sequence[Line], places: Places) -> Iterator[Candidate]:
        """Between the places and beside them, first of the letters that a condition names: to move
        another may take an integral each time."""
        if not (self.may_switch() or any(isinstance(line.domain, Integers) for line in lines)):
            return
        through = [line for line in lines if line.env is lines[0].env]
        for chosen in self._named_and_others(through):
            yield from in_turn([one for line in chosen for one in (
                self._between(line, places), self._beside(line, places))])

    def _named_and_others(self, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
        """Those of letters that conditions name, and all others."""
        named = {letter.key for part in self._switching()
                 if isinstance(part, s.Condition | s.Belonging)
                 for letter in s.walk(part) if isinstance(letter, s.Letter)}
        return ([line for line in lines if line.letter in named],
                [line for line in lines if line.letter not in named])

    def _counted(self, lines: Sequence[Line]) -> Iterator[Candidate]:
        """The first whole numbers, of letters that are no sizes: sin(n) comes near 1 at few. Where
        each takes an integral or an infinite sum, a few of them, and a few far numbers."""
        if not self._is_bound:
            return
        integrates = is_costly(self.claim, self.context)
        for line in lines:
            if isinstance(line.domain, Integers):
                steps = FEW_COUNTED if integrates else range(COUNTED)
                numbers = [fmpq(line.domain.first + step) for step in steps]
            else:
                numbers = FAR_OUT if integrates else []
            for number in numbers:
                if (point := self._point(line, number)) is not None:
                    yield Candidate(point, None)

    def _counted_together(self) -> Iterator[Candidate]:
        """Of the first whole numbers, tuples for which the claim is false: two sums of two cubes
        are 1729, and no smaller number is."""
        has_equations = bool(self.sampler.equations.sides)
        if not (has_equations or self._is_bound) or not self._are_whole_numbers():
            return
        for env in self._tuples(MOST_TUPLES if has_equations else MOST_TUPLES // 8):
            if self.sampler.meets_exactly(env) and self._is_false_exactly(env):
                yield Candidate(Point(env), None)

    def _tuples(self, most: int) -> Iterator[Env]:
        """As many of the first whole numbers for each letter."""
        keys = [membership.letter.key for membership in self.sampler.letters]
        firsts = [evaluator({}).edges()[0] for _, evaluator in self._sets()]
        side = round(most ** (1 / len(keys)))
        for numbers in product(*(range(first, first + side) for first in firsts)):
            yield dict(zip(keys, numbers, strict=True))

    def _are_whole_numbers(self) -> bool:
        """Are there several letters, all of them whole numbers, which are quickly tried?"""
        letters = self.sampler.letters
        return len(letters) > 1 and all(map(_counts_from_a_number, letters)) \
            and not is_costly(self.claim, self.context)

    @cached_property
    def _sides(self) -> list[tuple[str, Evaluator, Evaluator]]:
        return [(link.relation, self.compiler.side(link.left), self.compiler.side(link.right))
                for link in self.claim.links]

    def _is_false_exactly(self, env: Env) -> bool:
        self.arithmetic.noted.clear()
        try:
            return any(compare(relation, left(env), right(env)) is False
                       for relation, left, right in self._sides)
        except EvaluationError:
            return True

    # ------------------------------------------------------------------------------- lines

    def _lines(self, points: Sequence[Point]) -> list[Line]:
        """Through one point, by each of its numbers: one of each letter, then another of each.
        Where sets depend on letters, through two more points, of other sizes if there are some."""
        env = _moderate(points)
        lines = list(islice(self._lines_through(env), LINES))
        if self.sizes & {membership.letter for membership in self.sampler.letters}:
            lines += [line for other in _others(points, env)
                      for line in islice(self._lines_through(other), LINES_OF_ANOTHER)]
        return lines

    def _lines_through(self, env: Env) -> Iterator[Line]:
        return in_turn([lines_of(env, membership.letter.key, evaluator(env))
                        for membership, evaluator in self._sets()
                        if membership.letter not in self.sizes])

    def _sets(self) -> Iterator[tuple[s.Membership, SetEvaluator]]:
        """Of each letter; all of it, also where points are drawn from a part."""
        return zip(self.sampler.letters, self.sampler.whole_sets, strict=True)

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
            for membership, evaluator in self._sets():
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
        for exact in _wholes_near(number) if isinstance(line.domain, Integers) else [number]:
            if (point := self._point(line, exact)) is not None:
                yield Candidate(point, lambda: self._neighbor(line, number))

    def _beside(self, line: Line, places: Places) -> Iterator[Candidate]:
        for number in places.near(line):
            is_end = _is_outside(line.domain, _contains(line.domain, number))
            for near in (number + sign * step for step in BESIDE for sign in (1, -1)):
                if (point := self._point(line, near)) is not None:
                    yield Candidate(point, None, is_end)

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
        """Of a number and a constant that stand near each other first."""
        pairs = sorted(((line, node) for node in constants for line in lines),
                       key=lambda pair: self._distance(*pair))
        for line, node in pairs:
            places.add(line, constants[node], FINE)
            yield from self._candidates_at(line, constants[node])
            for number in _far_beyond(constants[node]):
                yield from self._candidates_at(line, number)

    def _distance(self, line: Line, constant: s.Node) -> int:
        """How far apart a constant and the number of a line stand in the display."""
        component = f"{line.letter} {line.place[0] + 1}" if len(line.place) == 1 else ""
        name = component if component in self._named else line.letter
        return self._distances.get((constant, name), FARTHEST_APART)

    @cached_property
    def _distances(self) -> dict[tuple[s.Node, str], int]:
        return _distances(self.trees)

    @cached_property
    def _named(self) -> set[str]:
        """The letters, and the components that the display names by their numbers."""
        return {name for _, name in self._distances}

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

    def _near_ties(self, points: Sequence[Point]) -> Iterator[Candidate]:
        """Two letters, or some values of a function, differ there by next to nothing."""
        if not (self._is_bound or self.has_cases):
            return
        env = _moderate(points)
        for step in (sign * size for size in NEXT_TO_NOTHING for sign in (1, -1)):
            for there in [*self._nearly_equal(env, step), *self._nearly_constant(env, step)]:
                with ctx.workprec(FINE):  # with fewer bits it would be taken for a tie
                    point = self._checked(there)
                if point is not None:
                    yield Candidate(point, None)

    def _nearly_equal(self, env: Env, step: fmpq) -> Iterator[Env]:
        """Two letters that differ by a step."""
        keys = [membership.letter.key for membership in self.sampler.letters]
        return ({**env, other: _moved(env[one], step)} for one, other in permutations(keys, 2)
                if isinstance(env[one], fmpq | Vector) and type(env[one]) is type(env[other]))

    def _nearly_constant(self, env: Env, step: fmpq) -> Iterator[Env]:
        """A function of which one value differs by a step from all others."""
        keys = [membership.letter.key for membership in self.sampler.letters]
        return ({**env, key: value.constant(fmpq(1)).with_value(place, 1 + step)}
                for key in keys if isinstance(value := env[key], Arbitrary)
                for place in range(VALUES))

    def _corners(self, lines: Sequence[Line], constants: Mapping[s.Node, Value],
                 ) -> Iterator[Candidate]:
        """All numbers are equal there, or each is one of the constants of the display."""
        env = lines[0].env
        exact = list(dict.fromkeys([fmpq(0), fmpq(1), *filter(_is_exact, constants.values())]))
        some = [value for value in env.values() if isinstance(value, fmpq)][:1]
        for number in (*some, *exact):
            yield from self._corner(env, {key: _filled(env[key], number) for key in env})
        through = [line for line in lines if line.env is env]
        if 1 < len(through) <= MANY_LETTERS:
            for numbers in self._constants_of_each(through, constants):
                yield from self._corner(env, _through(through, numbers))

    def _constants_of_each(self, lines: Sequence[Line], constants: Mapping[s.Node, Value]
                           ) -> Iterator[list[Value]]:
        """One for each letter, those that stand nearest to it first."""
        nearest = [sorted(constants, key=lambda node: self._distance(line, node))
                   for line in lines]
        for nodes in product(*nearest):
            numbers = [constants[node] for node in nodes]
            if all(_contains(line.domain, number) is not False
                   for line, number in zip(lines, numbers, strict=True)):
                yield numbers

    def alike(self, point: Point) -> Iterator[Candidate]:
        """The same size, with vectors all of whose components are 1."""
        return self._corner(point.env, {key: _filled(value, fmpq(1))
                                        for key, value in point.env.items()})

    def _corner(self, env: Env, numbers: Mapping[str, Value]) -> Iterator[Candidate]:
        point = self._checked({**env, **numbers})
        if point is not None:
            yield Candidate(point, lambda: Point(env))

    def _between(self, line: Line, places: Places) -> Iterator[Candidate]:
        for number in places.between(line):
            if (point := self._point(line, number)) is not None:
                yield Candidate(point, None)

    # ------------------------------------------------------------------------------- roots

    @cached_property
    def _is_bound(self) -> bool:
        return any(link.relation != "=" for link in self.claim.links)

    def _is_worthwhile(self) -> bool:
        return self._is_bound or any(
            True for tree in self.trees for _ in self.signs.critical(tree))

    def may_switch(self) -> bool:
        """May what holds on both sides of a place fail beside it? Not where analytic functions are
        equal."""
        return self._is_bound or any(True for _ in self._switching())

    def _switching(self) -> Iterator[s.Node]:
        return (part for tree in self.trees for part in s.walk(tree) if self.signs.may_switch(part))

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
        grid = _grid(constants, VERY_FAR if self._is_bound else ())
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
        if not self._is_bound:
            return
        grid, most = _grid(constants), self.spent + MOST_SPENT
        first_of_each = in_turn([((line, number) for number in places.along(line)[:TURNS])
                                 for line in lines])
        for (line, number), other in product(first_of_each, lines):
            if self.spent > most:
                return
            if other.env is line.env and other.place_of_letter != line.place_of_letter:
                further = replace(other, env=line.moved(other.env, number))
                for root in self._roots_along(further, grid):
                    yield from self._candidates_at(further, root)

    def _on_hypotheses(self) -> Iterator[Candidate]:
        """Where equations among the hypotheses hold, near by and far out: sin x = 0 holds at many
        places, and x^2 + y^2 = 1 at numbers most of which are irrational."""
        if not self.sampler.equations.sides:
            return
        units = [difference(self.compiler, equation) for equation in self.claim.hypotheses
                 if isinstance(equation, s.Condition) and equation.relation == "="]
        most = self.spent + MOST_SPENT_ON_EQUATIONS
        for env, window in islice(zip(self.sampler.unmet(), cycle(WINDOWS)), UNMET):
            lines = islice(self._lines_through(env), LINES_OF_ANOTHER)
            for line, unit in product(lines, units):
                yield from self._candidates_in(window, line, unit)
                if self.spent > most:
                    return

    def _candidates_in(self, window: Sequence[fmpq], line: Line,
                       unit: Evaluator) -> Iterator[Candidate]:
        grid = [number for number in window if _contains(line.domain, number)]
        for root in islice(self._roots(line, unit, grid), ROOTS_OF_ONE):
            yield from self._candidates_at(line, root)

    def _on_conditions(self) -> Iterator[Candidate]:
        """Where several conditions within the claim hold at once, as of two indicators that are
        multiplied, together with the equations among the hypotheses."""
        sides = [(self.compiler.compile(one.left), self.compiler.compile(one.right))
                 for one in self._equations_within()][:TOGETHER]
        for size in range(2, len(sides) + 1):
            for chosen in combinations(sides, size):
                equations = Equations([*self.sampler.equations.sides, *chosen])
                for env in islice(self.sampler.unmet(), UNMET):
                    solutions = equations.solved(self.sampler.lines(env), Random(size))
                    there = next(solutions, None)
                    if there is not None and (point := self._checked(there)) is not None:
                        yield Candidate(point, partial(Point, env))

    def _equations_within(self) -> list[s.Condition]:
        """Conditions within the claim that hold, or begin to fail, where two sides are equal, as
        far as they are of the letters that are drawn."""
        drawn = {membership.letter for membership in self.sampler.letters}
        return [one for one in _conditions_within(self.trees) if one.relation in ("=", "!=")
                and drawn.issuperset(part for part in s.walk(one) if isinstance(part, s.Letter))]

    def _at_recurrences(self, lines: Sequence[Line]) -> Iterator[Candidate]:
        """Where sines and cosines of several frequencies are near their ends, or zero, together."""
        if not (self._is_bound or self.has_cases):
            return
        for line in lines:
            is_whole = isinstance(line.domain, Integers)
            angles = self._angles_along(line)
            if len(angles) + is_whole > 1 and line.env is lines[0].env:
                for number in recurrence.places(angles, is_whole):
                    yield from self._candidates_at(line, number)

    def _at_small_forms(self, lines: Sequence[Line]) -> Iterator[Candidate]:
        """Whole numbers for which something linear in all, as pi n - m, is next to zero."""
        counted = [line for line in lines
                   if isinstance(line.domain, Integers) and line.env is lines[0].env]
        if not self._is_bound or len(counted) < 2:
            return
        for unit in self._units():
            for slopes, constant in self._linear(counted, unit):
                for numbers in recurrence.small_forms(slopes, constant):
                    point = self._checked(_through(counted, numbers))
                    if point is not None:
                        yield Candidate(point, None)

    def _linear(self, lines: Sequence[Line], unit: Evaluator) -> Iterator[tuple[list[arb], arb]]:
        """The slopes, and the value at zero, of what a unit notes that is linear in the numbers of
        these lines."""
        def noted(*steps: int) -> list[arb]:
            return self._noted_at(_through(lines, [BASE + step for step in steps]), unit)

        with ctx.workprec(recurrence.BITS):
            here = noted(*[0] * len(lines))
            rows = [[noted(*(step * (line is other) for other in lines)) for step in (1, 2)]
                    for line in lines]
            shortest = min((len(row) for pair in rows for row in pair), default=len(here))
            for index, value in enumerate(here[:shortest]):
                slopes = [one[index] - value for one, _ in rows]
                twice = [two[index] - value for _, two in rows]
                if _are_linear(slopes, twice):
                    yield slopes, value - BASE * sum(slopes, arb(0))

    def _angles_along(self, line: Line) -> list[recurrence.Angle]:
        """The different frequencies, each with its first phase, of the angles that are linear."""
        with ctx.workprec(recurrence.BITS):
            rows = [self._angles_at(line, fmpq(number)) for number in (1, 2, 3)]
            if len({len(row) for row in rows}) > 1:
                return []
            angles: dict[str, recurrence.Angle] = {}
            for first, second, third in zip(*rows, strict=True):
                frequency = second - first
                if (third - second - frequency).contains(0) and not frequency.contains(0):
                    angles.setdefault(abs(frequency).str(15, radius=False),
                                      (frequency, first - frequency))
        return list(angles.values())

    def _angles_at(self, line: Line, number: fmpq) -> list[arb]:
        self.arithmetic.angles.clear()
        for unit in self._units():
            self._noted(line, unit, number)
        return list(self.arithmetic.angles)

    def _at_low_places(self, points: Sequence[Point]) -> Iterator[Candidate]:
        """Where the sides of an inequality come nearest to each other, by going down from a few
        points; and the exact place nearby, number after number."""
        if is_costly(self.claim, self.context):
            return
        most = self.spent + MOST_SPENT_DOWNWARD  # for one way down after another
        for env in (_moderate(points), *_others(points, _moderate(points))):
            lines = _apart(list(self._lines_through(env)))[:NUMBERS]
            for link in self.claim.links:
                if lines and link.relation != "=" and self.spent < most:
                    low = self._lowest(lines, link)
                    for there in (low, self._settled(lines, low)):
                        if (point := self._checked(there)) is not None:
                            yield Candidate(point, partial(Point, env))

    def _lowest(self, lines: Sequence[Line], link: s.Link) -> Env:
        """The point to which the way down leads through the points of these lines."""
        left, right = self.compiler.side(link.left), self.compiler.side(link.right)

        def value(env: Env) -> Value:
            apart = left(env) - right(env)
            return abs(apart) if link.relation == "!=" else \
                -apart if link.relation in ("<", "<=") else apart

        def height(numbers: Sequence[float]) -> float:
            env = _through(lines, map(_exactly, numbers))
            inside = all(_contains(line.domain, _exactly(number))
                         for line, number in zip(lines, numbers, strict=True))
            return self._as_float(value, env) if inside else inf

        def slope(line: Line) -> Evaluator:
            return lambda balls: self.arithmetic.slope(
                lambda number: value(line.moved(balls, number)), line.number_at(balls))

        def slopes(numbers: Sequence[float]) -> list[float]:
            env = _through(lines, map(_exactly, numbers))
            return [self._as_float(slope(line), env) for line in lines]

        start = [float(arb(line.number_at(line.env)).mid()) for line in lines]
        return _through(lines, map(_exactly, lowest(height, slopes, start)))

    def _as_float(self, evaluator: Evaluator, env: Env) -> float:
        """Infinite where there is no value."""
        self.arithmetic.noted.clear()
        self.compiler.work = 0
        number = inf
        with ctx.workprec(SCAN), suppress(Exception):  # a place that is not found
            number = float(arb(principal(evaluator(_in_balls(env)))).mid())
        self.spent += self.compiler.work + EVALUATION
        return number if isfinite(number) else inf

    def _settled(self, lines: Sequence[Line], low: Env) -> Env:
        """The exact point near a low one: each number, in turn, is a simple fraction, or a root of
        what the display notes, if there is one nearby."""
        numbers = [number for line in lines
                   if (number := _rounded(line.number_at(low))) is not None]
        low = _through([replace(line, env=low) for line in lines], map(_simple, numbers))
        for line, number in zip(lines, numbers, strict=True):
            if _simple(number) == number and number.q > SIMPLE:
                through = replace(line, env=low)
                if (root := next(self._roots_near(through, number), None)) is not None:
                    low = through.at(root)
        return low

    def _roots_near(self, line: Line, number: fmpq) -> Iterator[Value]:
        grid = sorted(number + step * max(abs(number), fmpq(1)) for step in AROUND)
        inside = [place for place in grid if _contains(line.domain, place)]
        return (root for unit in self._units() for root in self._roots(line, unit, inside))

    def _roots_along(self, line: Line, grid: Sequence[fmpq]) -> Iterator[Value]:
        inside = [number for number in sorted({*grid, *line.grid()}) if _is_on(line, number)]
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
            slope = self.arithmetic.slope(apart, line.number_at(env))
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
            yield from _not_very_far(zeros)
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
        narrow = root.high - root.low < fmpq(1, 10**9) * max(abs(root.high), fmpq(1))
        if narrow and simple.q <= SIMPLE:  # it is meant, even if something else is noted just there
            yield simple
            return
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
        return self._noted_at(line.at(number), unit)

    def _noted_at(self, env: Env, unit: Evaluator) -> list[arb]:
        self.arithmetic.noted.clear()
        self.compiler.work = 0
        with ctx.workprec(max(SCAN, ctx.prec)):
            with suppress(Exception):  # a place that is not found; what stands in may not fit
                unit(_in_balls(env))
            self.spent += self.compiler.work + EVALUATION
            return [arb(value) for value in self.arithmetic.noted]


def _grid(constants: Sequence[Value], beyond: Sequence[fmpq] = ()) -> list[fmpq]:
    """The places of a line at which a unit is evaluated first."""
    fractions = [number for number in constants if isinstance(number, fmpq)]
    fractions += [far for number in fractions for far in _far_beyond(number)]
    fractions += beyond
    return sorted({*GRID, fmpq(0), *fractions, *(-number for number in fractions)})


def _far_beyond(number: Value) -> Iterator[fmpq]:
    """A number with its reciprocal, its roots and powers lie between these, if that is farther out
    than points are drawn."""
    if not isinstance(number, fmpq):
        return
    bits = abs(exponent_of(number))
    if bits > FAR_BITS:
        yield 1 / number
    for power in FAR_POWERS if FAR_BITS < bits < FINE * 10 else ():
        yield fmpq(2) ** int(bits * power + 2)
        yield fmpq(1, 2) ** int(bits * power + 2)


def _columns(grid: Sequence[fmpq],
             rows: Sequence[Sequence[arb]]) -> Iterator[list[tuple[fmpq, arb]]]:
    """The values that were noted first, second, ... at each place where so many were: where
    something has no value, what is noted before it counts."""
    for index in range(max(map(len, rows), default=0)):
        yield [(number, row[index]) for number, row in zip(grid, rows, strict=True)
               if index < len(row)]


class Places:
    """The numbers at which something may change, along each line, and a fraction near each."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, tuple[int, ...]], dict[fmpq, Value]] = {}

    def add(self, line: Line, number: Value, bits: int) -> None:
        with ctx.workprec(bits):
            near = fraction_of(arb(to_balls(number)))
        if near is None:
            return
        self._numbers.setdefault(line.place_of_letter, {})[near] = number

    def along(self, line: Line) -> list[Value]:
        """In the order in which they were found."""
        return list(self._numbers.get(line.place_of_letter, {}).values())

    def near(self, line: Line) -> list[fmpq]:
        """A fraction near each."""
        return list(self._numbers.get(line.place_of_letter, ()))

    def between(self, line: Line) -> Iterator[fmpq]:
        """A number between any two neighbors, and some beyond the last: on each side, nearer to
        zero than any place, and farther from it."""
        ends = sorted(self.near(line))
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


def _wholes_near(number: Value) -> list[fmpq]:
    near = _rounded(number)
    return [] if near is None else list({fmpq(near.floor()), fmpq(near.ceil())})


def _counts_from_a_number(membership: s.Membership) -> bool:
    domain = membership.domain
    return isinstance(domain, s.IntegerRange) and domain.last is None and _is_closed(domain.first)


def _is_closed(node: s.Node) -> bool:
    return not any(isinstance(part, s.Letter) for part in s.walk(node))


def _keys(node: s.Node) -> Iterator[str]:
    """That of a letter, and that of a component that is named by its number."""
    if isinstance(node, s.Letter):
        yield node.key
    elif isinstance(node, s.Index) and isinstance(node.base, s.Letter) \
            and isinstance(node.index, s.Number):
        yield f"{node.base.key} {node.index.digits}"


def _distances(trees: Sequence[s.Node]) -> dict[tuple[s.Node, str], int]:
    """How many nodes the smallest part of a tree has that holds a constant and a letter. The number
    of a component is no constant."""
    smallest: dict[tuple[s.Node, str], int] = {}
    for node in chain.from_iterable(map(s.walk, trees)):
        below = s.walk(node)
        keys = {key for part in below for key in _keys(part)}
        for pair in product(_constants_of(below) if keys else (), keys):
            smallest[pair] = min(smallest.get(pair, FARTHEST_APART), len(below))
    return smallest


def _constants_of(parts: Sequence[s.Node]) -> list[s.Node]:
    numbers = {id(part.index) for part in parts if isinstance(part, s.Index)}
    return [part for part in parts if isinstance(part, CONSTANT) and _is_closed(part)
            and id(part) not in numbers]


def _conditions_within(trees: Sequence[s.Node]) -> dict[s.Condition, None]:
    """Those that trees hold, of cases and indicators for one; not what is supposed."""
    return dict.fromkeys(part for tree in trees if not isinstance(tree, s.Condition)
                         for part in s.walk(tree) if isinstance(part, s.Condition))


def _are_linear(slopes: Sequence[arb], twice: Sequence[arb]) -> bool:
    """Do two steps lead twice as far as one along each line, and somewhere along several?"""
    return all((a + a - b).contains(0) for a, b in zip(slopes, twice, strict=True)) \
        and sum(not slope.contains(0) for slope in slopes) > 1


def _is_tight(root: Root) -> bool:
    """Can it be known to any precision? A fraction that is hit by chance has no signs beside it."""
    with ctx.workprec(MEETING):
        return bool(root.ball().rel_accuracy_bits() > MEETING // 2)


def _contains(domain: Domain, number: Value) -> bool | None:
    if isinstance(number, Irrational):
        with ctx.workprec(4 * SCAN):
            return domain.contains(number.ball())
    return domain.contains(number)


def _not_very_far(zeros: Sequence[fmpq]) -> Iterator[fmpq]:
    """Very far out a ball that holds zero is more often too small a number for the precision."""
    return (number for number in zeros if number not in VERY_FAR)


def _is_on(line: Line, number: fmpq) -> bool:
    """May what is noted be evaluated there? Between whole numbers it is too, if not so far out."""
    return (isinstance(line.domain, Integers) and number not in VERY_FAR) \
        or bool(_contains(line.domain, number))


def _is_outside(domain: Domain, contains: bool | None) -> bool:
    """The end of an interval that is no fraction, as pi, is not drawn either."""
    return contains is False or (contains is None and isinstance(domain, Interval)
                                 and domain.drawn_from() is not domain)


def _rounded(number: Value) -> fmpq | None:
    return number if isinstance(number, fmpq) else fraction_of(to_balls(number))


def _is_exact(number: Value) -> bool:
    return isinstance(number, fmpq)


def _moved(value: Value, step: fmpq) -> Value:
    """With so much more in each number."""
    if isinstance(value, Vector):
        return type(value)([_moved(item, step) for item in value.items])
    return value + step if isinstance(value, fmpq) else value


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


def _apart(lines: Sequence[Line]) -> list[Line]:
    """One for each number: a number of probabilities that sum to one has two."""
    plain = [line for line in lines if not line.shared]
    return list({line.place_of_letter: line for line in plain}.values())


def _through(lines: Sequence[Line], numbers: Iterable[Value]) -> Env:
    """The point with these numbers on the lines, all of which go through one."""
    env = lines[0].env
    for line, number in zip(lines, numbers, strict=True):
        env = line.moved(env, number)
    return env


def _in_balls(env: Env) -> Env:
    return {MEMO: Memo(), **{key: to_balls(value) for key, value in env.items()}}


def _simple(number: fmpq) -> fmpq:
    """The fraction that is meant, as far as float64 tells; or the number."""
    near = NEARLY * max(abs(number), fmpq(1))
    simple = simplest_between(number - near, number + near)
    return simple if simple.q <= SIMPLE else number


def _exactly(number: float) -> fmpq:
    return fmpq(*number.as_integer_ratio())


def _others(points: Sequence[Point], env: Env) -> list[Env]:
    """One with more numbers, but not many, and any other."""
    drawn = [point.env for point in points[len(points) // 2 :]]
    larger = [one for one in drawn if _count(one) > _count(env)]
    return [min(larger, key=_count), *drawn[-1:]] if larger else drawn[-2:]


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
