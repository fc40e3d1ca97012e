"""What the parts of the evaluator share: points, readings, the arithmetic, the walk itself."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from execmath.arithmetic.autodiff import Tangent
from execmath.arithmetic.ordering import compare
from execmath.arithmetic.values import (
    EvaluationError,
    Exhausted,
    Mismatch,
    TooMuch,
    Undecided,
    Value,
    Vector,
    describe,
)
from execmath.domains import numbers as d
from execmath.evaluation.free_letters import FreeLetters
from execmath.language import ast as s
from execmath.runtime.limits import MAX_TERMS, MAX_WORK
from execmath.runtime.memo import memoized

Env = dict[str, Value]  # by Letter.key
Evaluator = Callable[[Env], Value]


class Arithmetic(Protocol):
    def number(self, digits: str) -> Value: ...
    def divide(self, left: Value, right: Value) -> Value: ...
    def power(self, base: Value, exponent: Value) -> Value: ...
    def apply(self, name: str, argument: Value) -> Value: ...
    def binomial(self, upper: Value, lower: Value) -> Value: ...

    def slopes(self, function: Callable[[Vector], Value], at: Vector,
               places: Iterable[int]) -> list[Value]:
        """The partial derivatives by the components at `places`, which count from 0."""

    def slope(self, function: Callable[[Value], Value], at: Value) -> Value: ...
    def derivative(self, function: Callable[[Value], Value], at: Value, order: int) -> Value: ...

    def integrate(self, function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        """`lower` or `upper` may be an infinite float."""

    def series(self, term: Callable[[int], Value], first: int) -> Value:
        """The sum of the terms from `first` to infinity."""


class Walker:
    """Walks trees. `definitions` say what the letters of the page mean; a letter without one,
    or in `given`, takes its value from the point."""

    def __init__(self, definitions: Mapping[s.Letter, s.Definition], arithmetic: Arithmetic,
                 abbreviations: Mapping[s.Letter, s.Node] | None = None,
                 given: frozenset[s.Letter] = frozenset()) -> None:
        self.definitions = definitions
        self.given = given
        self.arithmetic = arithmetic
        self.abbreviations = abbreviations or {}
        self.free = FreeLetters(definitions, self.abbreviations, given)
        self.work = 0
        self._remembered: dict[s.Node, Evaluator] = {}

    def compile(self, node: s.Node) -> Evaluator:
        if isinstance(node, _COSTLY):
            return self.side(node)
        return self._walked(node)

    def side(self, node: s.Node) -> Evaluator:
        """A reading that remembers; one for all places where the same is written."""
        if node not in self._remembered:
            self._remembered[node] = memoized(self._walked(node), sorted(self.free.of(node)))
        return self._remembered[node]

    def _walked(self, node: s.Node) -> Evaluator:
        evaluator: Evaluator = getattr(self, f"_{type(node).__name__.lower()}")(node)
        # Only where something can go wrong: the innermost failing piece is the one to point at.
        return located(evaluator, node.span) if isinstance(node, _MAY_FAIL) else evaluator

    @abstractmethod
    def compile_set(self, node: s.Node) -> Callable[[Env], d.Domain]: ...

    @abstractmethod
    def applied(self, definition: s.Definition) -> Callable[[Env, Sequence[Value]], Value]: ...

    def spend(self, amount: int) -> None:
        self.work += amount
        if self.work > MAX_WORK:
            raise Exhausted(f"more than {MAX_WORK} terms and calls in one statement")

    def members(self, domain: d.Domain) -> Sequence[Value]:
        found = domain.members()
        if found is None:
            raise EvaluationError("infinitely many terms")
        if len(found) > MAX_TERMS:
            raise TooMuch(f"{len(found)} terms; at most {MAX_TERMS}")
        self.spend(len(found))
        return found

    def conditions(self, nodes: Sequence[s.Condition]) -> Callable[[Env], bool]:
        """Do all of them hold? A condition that the balls do not decide is no answer."""
        compiled = [(n.relation, self.compile(n.left), self.compile(n.right)) for n in nodes]

        def evaluator(env: Env) -> bool:
            for relation, left, right in compiled:
                if not _decided(relation, left(env), right(env)):
                    return False
            return True

        return evaluator


def _decided(relation: str, left: Value, right: Value) -> bool:
    if isinstance(left, Vector) or isinstance(right, Vector):
        raise Mismatch(f"a condition between {describe(left)} and {describe(right)}")
    answer = compare(relation, left, right)
    if answer is None:
        raise Undecided("a condition that cannot be decided")
    if (isinstance(left, Tangent) or isinstance(right, Tangent)) \
            and compare("=", left, right) is not False:
        raise EvaluationError("a derivative where a condition changes")
    return answer


def located(evaluator: Evaluator, span: s.Span) -> Evaluator:
    """The same, with the place in the display added to what goes wrong."""

    def reading_with_place(env: Env) -> Value:
        try:
            return evaluator(env)
        except EvaluationError as error:
            error.point_at(span)
            raise

    return reading_with_place


def scalar(value: Value, what: str) -> Value:
    if isinstance(value, Vector) or callable(value):
        raise Mismatch(f"{what} is {describe(value)}")
    return value


_COSTLY = (s.Call, s.Fold, s.Integral, s.SetIntegral, s.Expectation, s.Covariance, s.Gradient,
           s.Hessian, s.Jacobian, s.Derivative, s.Partial, s.GradientBy)
# Those that do not point at themselves, as what is met at every step does.
_MAY_FAIL = (*_COSTLY, s.Binomial, s.Transpose, s.Vector, s.Matrix, s.Identity, s.Indicator,
             s.Cases, s.At)
