"""Points of every magnitude, with numbers of every kind, and with larger sizes.

The plain points of a claim are those of its `Sampler`. Here a point can be taken back: drawn anew
with the same numbers nearer to 1, for where the arithmetic does not reach as far as the numbers do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Value
from execmath.checking.points import Point, Shared
from execmath.checking.sampler import Sampler
from execmath.domains.far_numbers import FARTHEST, FarDraw
from execmath.domains.numbers import Domain, Integers
from execmath.evaluation.base import Env
from execmath.language import ast as s
from execmath.language.context import Context

TRIES = 30  # to meet the hypotheses
SMALL = 4  # different sizes, where it is the numbers that are far
SIZED = (s.IntegerRange, s.SetPower, s.Simplex, s.OneHot, s.MatrixSpace, s.Identity, s.Run,
         s.SymmetricGroup, s.Binomial, s.Partial, s.Derivative)


class FarPoints:
    """Of a claim, whose sampler it shares. `nodes` are the links; with all that they reach they
    tell which whole numbers are sizes, such as that of a sum, and are not drawn far."""

    def __init__(self, sampler: Sampler, context: Context, nodes: Sequence[s.Node]) -> None:
        self.sampler, self.letters = sampler, sampler.letters
        self.sizes = _sizes(self.letters, context, nodes)
        self.rational = bool(sampler.fixes) or _bounds_another(self.letters)
        self.tables = [m.domain for m in self.letters if isinstance(m.domain, s.Functions)]
        self.seed = sampler.seed
        self.is_whole = True  # so far: were all sets small enough to be tried whole?

    def at(self, number: int, reach: float = FARTHEST, size: int | None = None,
           growing: int | None = None) -> Point | None:
        """The n-th point, from 10^-reach to 10^reach; None where none meets the hypotheses.

        size, growing  that of one of `sizes`, and which of them; else any
        """
        for attempt in range(TRIES):
            rng = Random(f"{self.seed} {number} {attempt}")
            draw = FarDraw(rng, reach, self._is_dyadic(number), self.rational)
            try:
                point = Point(self._env(draw, size, growing), Shared())
                if self.sampler.meets(point):
                    return point
            except EvaluationError:  # a hypothesis that is not decided here, a set without members
                continue
        return None

    def _is_dyadic(self, number: int) -> bool:
        """Functions that are tables need exact numbers: so it is in every other point if there
        are such functions, and in each point if no smooth function can take their place."""
        return bool(self.tables) and (number % 2 == 0 or not all(map(_is_smooth, self.tables)))

    def _env(self, draw: FarDraw, size: int | None, growing: int | None) -> Env:
        env: Env = {}
        drawn = draw.rng.randrange(max(1, len(self.sizes)))
        growing = drawn if growing is None else growing
        for membership, evaluator in zip(self.letters, self.sampler.sets, strict=True):
            letter = membership.letter.key
            domain = evaluator(env)
            self.is_whole = self.is_whole and domain.enumerated() is not None
            if letter in self.sizes and isinstance(domain, Integers) and domain.last is None:
                whole = size if self.sizes.index(letter) == growing else None
                env[letter] = _size(domain, draw.rng, whole)
            else:
                env[letter] = _member(domain, draw)
            for fix in self.sampler.fixes.get(letter, ()):
                fix(env)
        return env


def _size(domain: Integers, rng: Random, size: int | None) -> int:
    return domain.first + rng.randrange(SMALL) if size is None else max(domain.first, size)


def _member(domain: Domain, draw: FarDraw) -> Value:
    members = domain.enumerated()
    if members is None:
        return domain.far(draw)
    if not members:
        raise EvaluationError("a set without members")
    return draw.rng.choice(members)


def _sizes(letters: Sequence[s.Membership], context: Context, nodes: Sequence[s.Node]) -> list[str]:
    """The keys of the letters that say how large something is."""
    sized = {part for tree in _all_trees(letters, context, nodes) for node in s.walk(tree)
             if isinstance(node, SIZED) or _is_factorial(node)
             for part in _without_body(node) if isinstance(part, s.Letter)}
    return [m.letter.key for m in letters if m.letter in sized]


def _all_trees(letters: Sequence[s.Membership], context: Context,
               nodes: Sequence[s.Node]) -> list[s.Node]:
    """The nodes, the sets of the letters, and all meanings that these depend on."""
    trees = [*nodes, *(m.domain for m in letters)]
    return trees + [part for letter in context.dependencies(*trees)
                    for part in context.meaning(letter)]


def _is_factorial(node: s.Node) -> bool:
    return isinstance(node, s.Apply) and node.name == "factorial"


def _without_body(node: s.Node) -> Iterator[s.Node]:
    for child in s.children(node):
        if child is not getattr(node, "body", None):
            yield from s.walk(child)


def _bounds_another(letters: Sequence[s.Membership]) -> bool:
    """Does a set depend on a number that is no integer?"""
    numbers = {m.letter for m in letters if not isinstance(m.domain, s.IntegerRange)}
    return any(numbers & set(s.walk(m.domain)) for m in letters)


def _is_smooth(functions: s.Functions) -> bool:
    base = functions.codomain
    base = base.base if isinstance(base, s.SetPower) else base
    return isinstance(base, s.Reals) and base.relation in ("", ">")
