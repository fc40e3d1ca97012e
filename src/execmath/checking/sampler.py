"""The points that a statement is tried at: finite sets whole, of infinite ones edges and draws.

The label seeds the draws, so that a build can be repeated; an option adds to the seed.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, count, islice
from random import Random

from flint import ctx, fmpq

from execmath.arithmetic.errors import EvaluationError, Undecided
from execmath.arithmetic.ordering import every
from execmath.arithmetic.values import Value, Vector
from execmath.checking.equations import Equations, Sides
from execmath.checking.lines import POWERS, Line, lines_of
from execmath.checking.points import Point, Shared
from execmath.domains.far_numbers import Irrational
from execmath.domains.functions import Smooth
from execmath.domains.near import Near
from execmath.domains.numbers import Domain, Integers, to_balls
from execmath.evaluation.base import SetEvaluator, meeting, told
from execmath.evaluation.compiler import Compiler, Env
from execmath.language import ast as s
from execmath.runtime.limits import MEETING, PRECISION_FIRST, PRECISION_LAST

MAX_DRAWS = 4_000  # tries to meet the hypotheses
EDGES = 10  # that a set offers, about
EDGES_OF_SIZES = 7 * EDGES  # of seven sizes
UNSOLVED = 40  # points in a row at which the equations are not solved, after which none is tried
SMALL = tuple(map(fmpq, (0, 0, 0, 1, 1, -1, 2)))
PARTS = tuple(fmpq(part, 16) for part in range(-15, 16))
SMALL_POINTS = 600  # at which the equations are tried
VALUES = 4  # of an arbitrary function, that are solved for
MAX_STALE = 400  # tries in a row that bring no new point, after which there are no more

Identity = tuple[object, ...]  # alike for points that are equal


class Sampler:
    """Draws points for `letters`, in an order in which each set knows what it depends on."""

    def __init__(self, letters: Sequence[s.Membership], conditions: Sequence[s.Condition],
                 compiler: Compiler, label: str, seed: int = 0, near: bool = False) -> None:
        self.letters = _infinite_first(letters, compiler.definitions)
        self.whole_sets = [compiler.compile_set(m.domain) for m in self.letters]
        self.sets = [nearby(members) for members in self.whole_sets] if near else self.whole_sets
        self.near = near
        place = {m.letter: i for i, m in enumerate(self.letters)}
        self.edge_draws = EDGES_OF_SIZES if any(map(_is_size, letters)) else EDGES
        self.fixes: dict[str, list[Callable[[Env], None]]] = {}
        self.filters = []
        self._counting: set[int] = set()  # the places of letters that are drawn from integers
        waited_for: list[Sides] = []
        for condition in conditions:
            # A condition that sets a letter must hold as well: another may set it anew.
            left, right = compiler.compile(condition.left), compiler.compile(condition.right)
            self.filters.append((condition.relation, left, right))
            if (fixing := _fixing(condition, place, compiler)) is not None:
                letter, fix = fixing
                self.fixes.setdefault(letter.key, []).append(fix)
            elif condition.relation == "=":
                waited_for.append((left, right))
        self.equations = Equations(waited_for)
        self._unsolved = 0 if waited_for else UNSOLVED
        self.seed = zlib.crc32(label.encode()) + seed
        self.rng = Random(self.seed)
        self._by_letter = False

    def draw_alike(self) -> None:
        """No edges, and for a letter the same numbers whatever other letters there are."""
        self.edge_draws, self._by_letter = 0, True

    def points(self, wanted: int) -> Iterator[Point]:
        """Different ones, at least `wanted` where the domain and the hypotheses have so many."""
        return chain.from_iterable(self.draws(wanted))

    def draws(self, wanted: int, stride: int = 1) -> Iterator[list[Point]]:
        """The same points, each list those that differ only in what is enumerated. The edges come
        in leaps, `stride` long, so that those of one kind do not come all at once."""
        seen: set[Identity] = set()
        finite, stale = True, 0
        for done, draw in enumerate(self._turns(stride)):
            self._drew = False
            new_points = self._new_points(draw, seen)
            if new_points:
                yield new_points
            if not done and self.equations.sides:
                yield self._small(seen)
            finite = finite and not self._drew
            stale = 0 if new_points else stale + 1
            if finite or self._is_enough(len(seen), wanted, done, stale):
                return

    def _turns(self, stride: int) -> Iterator[int]:
        """The numbers of the draws: those of the edges in leaps, then all others in order."""
        leaps = (draw for start in range(stride) for draw in range(start, self.edge_draws, stride))
        return chain(leaps, range(self.edge_draws, MAX_DRAWS))

    def _is_enough(self, different: int, wanted: int, done: int, stale: int) -> bool:
        """All points that were wanted, or none for long; and each edge, unless few are wanted."""
        exhausted = different > 0 and stale >= MAX_STALE
        return (different >= wanted or exhausted) and (done >= self.edge_draws or wanted < EDGES)

    def _new_points(self, draw: int, seen: set[Identity]) -> list[Point]:
        new_points, shared = [], Shared()
        for env, values in self._assign({}, (), draw):
            if values not in seen:
                point = Point(dict(env), shared)
                if self.meets(point):
                    seen.add(values)
                    new_points.append(point)
                elif self._unsolved < UNSOLVED:
                    new_points += self._solved(point, seen)
        return new_points

    def _small(self, seen: set[Identity]) -> list[Point]:
        """Points of small whole numbers that meet the hypotheses by chance, or nearly so."""
        points = []
        for number, env in enumerate(islice(self.unmet(), 1, 3 * SMALL_POINTS, 3)):
            values = self._values(env)
            if values not in seen and self._is_inside(env) and self.meets_exactly(env):
                seen.add(values)
                points.append(Point(env))
            elif number < UNSOLVED and self._is_inside(env):
                points += self._solved(Point(env), seen)
        self._unsolved = 0
        return points

    def _values(self, env: Env) -> Identity:
        return tuple(identity(env[m.letter.key]) for m in self.letters)

    def _solved(self, point: Point, seen: set[Identity]) -> list[Point]:
        """The point, with some numbers changed so that it meets the equations among the hypotheses;
        none where they are not solved, nor from when they were not for long."""
        self._unsolved += 1
        for env in self.equations.solved(self.lines(point.env), Random(f"{self.seed} {len(seen)}")):
            values = self._values(env)
            if values not in seen and self._is_inside(env) and self.meets_exactly(env):
                self._unsolved = 0
                seen.add(values)
                return [Point(env)]
        return []

    def unmet(self) -> Iterator[Env]:
        """Points that were drawn without regard to the hypotheses, of three kinds in turn: as any
        other; of small whole numbers, as a permutation has, or a nilpotent matrix; of numbers from
        -1 to 1, as on a circle."""
        for number in count():
            rng = Random(f"{self.seed} unmet {number}")
            env: Env = {}
            with suppress(EvaluationError):  # a set without members
                for membership, members in zip(self.letters, self.sets, strict=True):
                    domain = members(env)
                    listed = domain.enumerated()
                    some = ((), SMALL, PARTS)[number % 3]
                    drawn = rng.choice(listed) if listed else domain.random(rng)
                    made = _made_of(some, drawn, rng) if some and not listed else drawn
                    env[membership.letter.key] = made if domain.contains(made) else drawn
                yield env

    def lines(self, env: Env) -> list[Line]:
        """By all numbers of the point that are not counted."""
        return [line for m, members in zip(self.letters, self.whole_sets, strict=True)
                for line in lines_of(env, m.letter.key, members(env), VALUES)
                if not isinstance(line.domain, Integers)]

    def _is_inside(self, env: Env) -> bool:
        return all(members(env).contains(env[m.letter.key]) is True
                   for m, members in zip(self.letters, self.sets, strict=True))

    def meets_exactly(self, env: Env) -> bool:
        """Is it certain of rational numbers, without a ball?"""
        try:
            return bool(self._filters_tell(env))
        except (EvaluationError, TypeError, ZeroDivisionError):  # it takes balls, or has no value
            return False

    def _assign(self, env: Env, values: Identity, draw: int) -> Iterator[tuple[Env, Identity]]:
        """Values for the letters that have none yet. `values` is what the others have."""
        place = len(values)
        if place == len(self.letters):
            yield env, values
            return
        letter, domain = self.letters[place].letter.key, self.sets[place](env)
        fixes = self.fixes.get(letter, ())
        for value in self._candidates(domain, place, draw):
            env[letter] = value
            for fix in fixes:
                fix(env)
            if not fixes or domain.contains(to_balls(env[letter])) is not False:
                yield from self._assign(env, (*values, identity(env[letter])), draw)
        env.pop(letter, None)

    def _candidates(self, domain: Domain, place: int, draw: int) -> Sequence[Value]:
        members = domain.enumerated()
        if members is not None:
            return members
        self._drew = True
        if isinstance(domain, Integers):
            edges = domain.edges()
            # The first such letter runs fastest, so that each size meets each edge.
            self._counting.add(place)
            nth = sum(before < place for before in self._counting)
            return [edges[(draw // len(edges) ** nth) % len(edges)]]
        turn = draw // (7 if self.edge_draws > 10 else 1) + 3 * place
        if draw < self.edge_draws or (self.edge_draws and self.rng.random() < 0.25):
            return [domain.edge(turn)]
        letter = self.letters[place].letter.name
        return [domain.random(Random(f"{self.seed} {letter} {draw}") if self._by_letter
                              else self.rng)]

    def meets(self, point: Point) -> bool:
        """Does it meet the hypotheses? At a precision that doubles, as for the claim itself."""
        if not self.filters:
            return True
        precision = PRECISION_FIRST
        while precision <= PRECISION_LAST:
            with ctx.workprec(precision):
                answer = self._filters_tell(point.balls())
            if answer is None and precision == PRECISION_FIRST and self.meets_exactly(point.env):
                return True
            if answer is not None:
                return answer
            precision *= 2
        if self.near:  # drawn from few numbers, of which two may be the same
            return False
        raise EvaluationError("a hypothesis that cannot be decided at this point")

    def meets_at_an_edge(self, point: Point) -> bool:
        """The same at a place that was solved for, where two sides of a hypothesis may meet."""
        with meeting(), ctx.workprec(MEETING):
            return bool(self._filters_tell(Point(point.env).balls()))

    def _filters_tell(self, balls: Env) -> bool | None:
        try:
            return every(_told(relation, left(balls), right(balls))
                         for relation, left, right in self.filters)
        except Undecided:
            return None


def _made_of(some: Sequence[fmpq], value: Value, rng: Random) -> Value:
    """The same vector or matrix with other numbers; of a smooth function, a polynomial."""
    if isinstance(value, Vector):
        return type(value)([_made_of(some, item, rng) for item in value.items])
    if isinstance(value, Smooth):
        return value.polynomial([rng.choice(some) for _ in range(POWERS)])
    return rng.choice(some) if isinstance(value, fmpq) else value


def _told(relation: str, left: Value, right: Value) -> bool | None:
    """As of two numbers; vectors and matrices are equal where all their numbers are."""
    if not isinstance(left, Vector) or type(left) is not type(right) or len(left) != len(right) \
            or relation not in ("=", "!="):
        return told(relation, left, right)
    equal = every(_told("=", one, other)
                  for one, other in zip(left.items, right.items, strict=True))
    return equal if relation == "=" or equal is None else not equal


def _infinite_first(letters: Sequence[s.Membership],
                    definitions: Mapping[s.Letter, s.Definition]) -> list[s.Membership]:
    """Those that are drawn before those that are enumerated, as far as dependence allows: a set
    may be told by a letter that is defined by others."""
    needed = {m.letter: s.letters_behind(m.domain, lambda letter: (definitions.get(letter),))
              for m in letters}
    waiting, ordered = list(letters), []
    while waiting:
        names = {m.letter for m in waiting}
        ready = [m for m in waiting if not names & needed[m.letter]]
        ready = ready or waiting
        chosen = next((m for m in ready if not _finite(m.domain)), ready[0])
        waiting.remove(chosen)
        ordered.append(chosen)
    return ordered


def _is_size(membership: s.Membership) -> bool:
    """May a letter be any of infinitely many whole numbers?"""
    return isinstance(membership.domain, s.IntegerRange) and not _finite(membership.domain)


def _finite(domain: s.Node) -> bool:
    if isinstance(domain, s.IntegerRange):
        return domain.last is not None
    return isinstance(domain, s.OneHot | s.Letter | s.FiniteSet)


def nearby(members: SetEvaluator) -> SetEvaluator:
    """The sets, of which only members near 1 are drawn."""

    def near(env: Env) -> Domain:
        whole = members(env)
        return whole if isinstance(whole, Integers) else Near(whole)

    return near


Fix = Callable[[Env], None]


def _fixing(condition: s.Condition, place: Mapping[s.Letter, int],
            compiler: Compiler) -> tuple[s.Letter, Fix] | None:
    r"""The letter of `\eta_k = 0` or `c = 1`, which is set rather than waited for, and how.

    It can be set where all that its value depends on was drawn before it.
    """
    if condition.relation != "=":
        return None
    for side, other in ((condition.left, condition.right), (condition.right, condition.left)):
        target, index = (side.base, side.index) if isinstance(side, s.Index) else (side, None)
        if not isinstance(target, s.Letter) or target not in place:
            continue
        needed = _drawn(other, compiler) | (set() if index is None else _drawn(index, compiler))
        if all(place[letter] < place[target] for letter in needed & place.keys() - {target}):
            return target, _fix(target, index, other, compiler, condition.span)
    return None


def _drawn(node: s.Node, compiler: Compiler) -> set[s.Letter]:
    """The letters that a value depends on."""
    return s.letters_behind(node, lambda letter: (compiler.abbreviations.get(letter),
                                                  compiler.definitions.get(letter)))


def _fix(target: s.Letter, place: s.Node | None, other: s.Node, compiler: Compiler,
         span: s.Span) -> Fix:
    value = compiler.compile(other)
    index = compiler.compile(place) if place is not None else None
    letter = target.key

    def fix(env: Env) -> None:
        new = value(env)
        if index is None:
            env[letter] = new
            return
        which, items = index(env), list(env[letter])
        if not 1 <= which <= len(items):
            raise EvaluationError(f"component {which} of a vector of {len(items)}", span)
        items[which - 1] = fmpq(new) if isinstance(new, int) else new
        env[letter] = Vector(items)

    return fix


def identity(value: Value) -> object:
    """Alike for values that are equal. A fraction's own hash takes several times as long."""
    if type(value) is fmpq:
        return value.p, value.q
    if isinstance(value, Irrational):
        return value.text
    if isinstance(value, Vector):
        return type(value), tuple(map(identity, value.items))
    return value
