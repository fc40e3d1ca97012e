"""What must not be zero in a display, and what turns into something else there, noted while the
display is evaluated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from flint import arb, fmpq

from execmath.arithmetic import elementary
from execmath.arithmetic.balls import Balls
from execmath.arithmetic.extremes import Ends
from execmath.arithmetic.limits import Way
from execmath.arithmetic.values import Value, Vector, principal
from execmath.domains.numbers import Domain, Integers, Interval
from execmath.evaluation.base import SetEvaluator
from execmath.evaluation.compiler import Compiler, Env, Evaluator
from execmath.language import ast as s

NOTED = 60  # values that are noted of one side, at most
STAND_IN = arb(1)  # for the value of an integral or of an infinite sum


class Noting(Balls):
    """The arithmetic of balls, which notes what must not be zero and what changes there."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[Value] = []
        self.angles: list[arb] = []  # of sines and cosines
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

    def _note_angle(self, angle: Value) -> None:
        if len(self.angles) < NOTED and isinstance(angle, int | fmpq | arb):
            self.angles.append(arb(angle))

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
        elif name in ("sin", "cos"):
            self._note_angle(principal(x))
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
    """Notes the two sides of conditions too, and goes on between whole numbers, since a root is
    solved for in between."""

    def arguments_from(self, domain: s.Node) -> SetEvaluator:
        members = super().arguments_from(domain)
        return lambda env: _filled(members(env))

    def conditions(self, nodes: Sequence[s.Condition | s.Belonging]) -> Callable[[Env], bool]:
        holds = super().conditions(nodes)
        sides = [difference(self, node) for node in nodes if isinstance(node, s.Condition)]

        def evaluator(env: Env) -> bool:
            for side in sides:
                side(env)
            return holds(env)

        return evaluator


def _filled(domain: Domain) -> Domain:
    """All numbers from the first to the last."""
    if not isinstance(domain, Integers):
        return domain
    return Interval(domain.first, domain.last, open_below=False, open_above=False)


def difference(compiler: Compiler, node: s.Condition | s.Link) -> Evaluator:
    """Notes by how much the sides differ."""
    left, right, noting = compiler.side(node.left), compiler.side(node.right), compiler.arithmetic
    assert isinstance(noting, Noting)

    def evaluator(env: Env) -> Value:
        a, b = left(env), right(env)
        if not (isinstance(a, Vector) or isinstance(b, Vector) or callable(a) or callable(b)):
            noting.note(a - b)

    return evaluator
