"""The compiler of trees, and what its rules share: points, evaluators, the arithmetic.

`rule` and `set_rule` are the tables of what is done with each class of node. The modules beside
this one fill them, and `execmath.evaluation.compiler` loads them all: import `Compiler` from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import NoReturn, Protocol

from execmath.arithmetic.autodiff import Tangent
from execmath.arithmetic.batch import Batch
from execmath.arithmetic.errors import (
    Borderline,
    EvaluationError,
    Exhausted,
    Mismatch,
    TooMuch,
)
from execmath.arithmetic.extremes import Ends
from execmath.arithmetic.limits import Way
from execmath.arithmetic.ordering import compare, every
from execmath.arithmetic.values import Value, Vector, describe, show_value
from execmath.domains import numbers as d
from execmath.evaluation.free_letters import FreeLetters
from execmath.evaluation.lasting import Lasting, meaning_of
from execmath.language import ast as s
from execmath.language.cost import goes_far
from execmath.language.rules import Rules
from execmath.runtime.limits import MAX_TERMS, MAX_WORK
from execmath.runtime.memo import memoized

Env = dict[str, Value]  # by Letter.key
Evaluator = Callable[[Env], Value]
SetEvaluator = Callable[[Env], d.Domain]
DefinedFunction = Callable[[Env, Sequence[Value]], Value]


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

    def extreme(self, name: str, function: Callable[[Value], Value], ends: Ends) -> Value: ...
    def limit(self, function: Callable[[Value], Value], way: Way) -> Value: ...
    def bounded(self, function: Callable[[Value], Value], way: Way) -> Value: ...


class Compiler:
    """Compiles trees, each node by the rule for its class.

    `definitions` say what the letters of the page mean; a letter without one, or in `given`, takes
    its value from the point. `work` counts the terms and calls that its evaluators have cost, and
    `products` those of numbers in determinants and powers of matrices. `lasting` keeps integrals
    and sums without an end for other statements.
    """

    def __init__(self, definitions: Mapping[s.Letter, s.Definition], arithmetic: Arithmetic,
                 abbreviations: Mapping[s.Letter, s.Node] | None = None,
                 given: frozenset[s.Letter] = frozenset(),
                 lasting: Lasting | None = None) -> None:
        self.definitions = definitions
        self.lasting = lasting
        self.given = given
        self.arithmetic = arithmetic
        self.abbreviations = abbreviations or {}
        self.free = FreeLetters(definitions, self.abbreviations, given)
        self.work = 0
        self.products = 0
        self._memoized: dict[s.Node, Evaluator] = {}
        self._bodies: dict[s.Letter, Evaluator] = {}
        self._functions: dict[s.Letter, DefinedFunction] = {}

    def compile(self, node: s.Node) -> Evaluator:
        """The function from points to values that an expression stands for.

        raises  EvaluationError for a node that is no expression
        """
        if isinstance(node, _COSTLY):
            return self.side(node)
        return self._by_rule(node)

    def side(self, node: s.Node) -> Evaluator:
        """The same with a memo, one for all places where the same is written."""
        if node not in self._memoized:
            letters = sorted(self.free.of(node))
            self._memoized[node] = memoized(self._lasting(self._by_rule(node), node, letters),
                                            letters)
        return self._memoized[node]

    def _lasting(self, evaluator: Evaluator, node: s.Node, letters: Sequence[str]) -> Evaluator:
        if self.lasting is None or self.abbreviations or not goes_far(node, self.definitions):
            return evaluator
        return self.lasting.remembered(evaluator, node, meaning_of(node, self.definitions), letters)

    def _by_rule(self, node: s.Node) -> Evaluator:
        function = rule.of(node)
        if function is None:
            raise EvaluationError(f"{type(node).__name__} is not an expression", node.span)
        evaluator = function(self, node)
        # Only where something can go wrong: the innermost failing piece is the one to point at.
        return located(evaluator, node.span) if isinstance(node, _MAY_FAIL) else evaluator

    def compile_set(self, node: s.Node) -> SetEvaluator:
        """The function from points to sets that a set, or the letter of one, stands for."""
        if isinstance(node, s.Letter):
            return self.compile_set(self.definitions[node].body)
        function = set_rule.of(node)
        if function is None:
            raise EvaluationError(f"{type(node).__name__} is not a set", node.span)
        return function(self, node)

    # ---------------------------------------------------------------------- definitions

    def body(self, definition: s.Definition) -> Evaluator:
        """What stands behind := , compiled once."""
        letter = definition.letter
        if letter not in self._bodies:
            self._bodies[letter] = self.compile(definition.body)
        return self._bodies[letter]

    def defined_function(self, definition: s.Definition) -> DefinedFunction:
        """The function that a definition makes, given the values of the page's letters."""
        letter = definition.letter
        if letter not in self._functions:
            self._functions[letter] = self._defined_function(definition)
        return self._functions[letter]

    def _defined_function(self, definition: s.Definition) -> DefinedFunction:
        letter = definition.letter
        parameters = [(p.letter.key, self.arguments_from(p.domain)) for p in definition.parameters]
        body = self.body(definition)

        def call(env: Env, arguments: Sequence[Value]) -> Value:
            self.spend(1)
            if len(arguments) != len(parameters):
                raise Mismatch(f"{letter.name} takes {len(parameters)} arguments, "
                               f"given {len(arguments)}")
            keys = [key for key, _ in parameters]
            frame = {**env, **dict(zip(keys, arguments, strict=True))}
            for (_, domain), value in zip(parameters, arguments, strict=True):
                members = domain(frame)
                if not members.contains(value):
                    raise outside(members, value, letter)
            return body(frame)

        return call

    def arguments_from(self, domain: s.Node) -> SetEvaluator:
        """The set that the arguments of a defined function have to be in."""
        return self.compile_set(domain)

    def parameter_set(self, definition: s.Definition, place: int) -> SetEvaluator:
        return self.compile_set(definition.parameters[place].domain)

    # ---------------------------------------------------------------------------- limits

    def spend(self, amount: int) -> None:
        """Count work that is about to be done.

        raises  Exhausted where that is more than one statement may cost
        """
        self.work += amount
        if self.work > MAX_WORK:
            raise Exhausted(f"more than {MAX_WORK} terms and calls in one statement")

    def members(self, domain: d.Domain) -> Sequence[Value]:
        """All members of a finite set, which are counted as work."""
        members = domain.members()
        if members is None:
            raise EvaluationError("infinitely many terms")
        if len(members) > MAX_TERMS:
            raise TooMuch(f"{len(members)} terms; at most {MAX_TERMS}")
        self.spend(len(members))
        return members

    def conditions(self, nodes: Sequence[s.Condition | s.Belonging]) -> Callable[[Env], bool]:
        """Do all of them hold? A condition that the balls do not decide is no answer."""
        compiled = [self._condition(node) for node in nodes]
        return lambda env: all(holds(env) for holds in compiled)

    def _condition(self, node: s.Condition | s.Belonging) -> Callable[[Env], bool]:
        if isinstance(node, s.Belonging):
            element, apart = self.compile(node.element), node.apart
            if isinstance(node.domain, s.Interval):
                between = self._between(node.domain)
                return lambda env: between(env, element(env)) is not apart
            domain = self.compile_set(node.domain)
            return lambda env: _belongs(domain(env), element(env)) is not apart
        left, right, relation = self.compile(node.left), self.compile(node.right), node.relation
        are_the_same = node.left == node.right
        return lambda env: _decided(relation, left(env), right(env), are_the_same)

    def _between(self, node: s.Interval) -> Callable[[Env, Value], bool]:
        """Is a number in the interval? Its ends may be any numbers, as nothing is drawn from it."""
        below, above = ("<" if is_open else "<=" for is_open in (node.open_below, node.open_above))
        lower = None if isinstance(node.lower, s.Infinity) else self.compile(node.lower)
        upper = None if isinstance(node.upper, s.Infinity) else self.compile(node.upper)

        def holds(env: Env, value: Value) -> bool:
            return (lower is None or _decided(below, lower(env), value, False)) \
                and (upper is None or _decided(above, value, upper(env), False))

        return holds


rule: Rules[Compiler, Evaluator] = Rules()
set_rule: Rules[Compiler, SetEvaluator] = Rules()


def outside(domain: d.Domain, value: Value, letter: s.Letter) -> EvaluationError:
    """Why a value is no argument of a function: it is outside of the domain, or it might be."""
    if domain.contains(value) is None:
        return Borderline(f"whether {show_value(value)} is in the domain of {letter.name}")
    return d.misfit(domain, value, f"{describe(value)}, {show_value(value)}, is outside the domain "
                                   f"of {letter.name}")


_meeting: ContextVar[bool] = ContextVar("meeting", default=False)


@contextmanager
def meeting() -> Iterator[None]:
    """Here the two sides of a condition meet if their balls do: for a place that was solved for,
    where no number of digits tells."""
    before = _meeting.set(True)
    try:
        yield
    finally:
        _meeting.reset(before)


def told(relation: str, left: Value, right: Value, are_the_same: bool = False) -> bool | None:
    """What the balls tell of the order of two numbers, which may be the same by their form."""
    answer = compare(relation, left, right)
    if answer is None and (are_the_same or _meeting.get()):
        return relation in ("=", "<=", ">=")
    return answer


def _decided(relation: str, left: Value, right: Value, are_the_same: bool) -> bool:
    if isinstance(left, Vector) or isinstance(right, Vector):
        return _alike(left, right) is (relation == "=") if relation in ("=", "!=") \
            else _no_order(left, right)
    answer = told(relation, left, right, are_the_same)
    if answer is None:
        raise Borderline("a condition that cannot be decided")
    if (isinstance(left, Tangent) or isinstance(right, Tangent)) \
            and compare("=", left, right) is not False:
        raise EvaluationError("a derivative where a condition changes")
    return answer


def _alike(left: Value, right: Value) -> bool:
    """Are all components of two vectors, or of two matrices, the same?"""
    if type(left) is not type(right) or len(left) != len(right):
        _no_order(left, right)
    items = [*left.items, *right.items]
    if any(isinstance(item, Vector) for item in items):
        return all(map(_alike, left.items, right.items))
    answer = every(map(partial(told, "="), left.items, right.items))
    if answer is None:
        raise Borderline("a condition that cannot be decided")
    if any(isinstance(item, Tangent) for item in items):
        raise EvaluationError("a derivative where a condition may change")
    return answer


def _no_order(left: Value, right: Value) -> NoReturn:
    raise Mismatch(f"a condition between {describe(left)} and {describe(right)}")


def _belongs(domain: d.Domain, value: Value) -> bool:
    if isinstance(value, Tangent):
        raise EvaluationError("a derivative where a condition may change")
    answer = domain.contains(value)
    if answer is None:
        raise Borderline("whether something is in a set, which cannot be decided")
    return answer


def counted(compiler: Compiler, term: Callable[[Value], Value]) -> Callable[[Value], Value]:
    """The same, with each value spent."""
    def evaluator(item: Value) -> Value:
        compiler.spend(len(item) if type(item) is Batch else 1)
        return term(item)

    return evaluator


def located(evaluator: Evaluator, span: s.Span) -> Evaluator:
    """The same, with the place in the display added to what goes wrong."""

    def evaluator_with_place(env: Env) -> Value:
        try:
            return evaluator(env)
        except EvaluationError as error:
            error.point_at(span)
            raise

    return evaluator_with_place


def scalar(value: Value, what: str) -> Value:
    if isinstance(value, Vector) or callable(value):
        raise Mismatch(f"{what} is {describe(value)}")
    return value


_COSTLY = (s.Call, s.Fold, s.Integral, s.SetIntegral, s.Expectation, s.Covariance, s.Probability,
           s.Gradient, s.Hessian, s.Jacobian, s.Derivative, s.Partial, s.GradientBy, s.Limit)
# Those that do not point at themselves, as what is met at every step does.
_MAY_FAIL = (*_COSTLY, s.Binomial, s.Transpose, s.Vector, s.Matrix, s.Blocks, s.Identity,
             s.Indicator, s.Cases, s.At)
