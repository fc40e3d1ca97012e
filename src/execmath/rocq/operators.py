"""Sums, means and derivatives -> terms of the prover."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from execmath.language import ast as s
from execmath.rocq.letters import call
from execmath.rocq.naturals import natural
from execmath.rocq.numbers import argument, number, real
from execmath.rocq.scope import Scope, rule
from execmath.rocq.sets import each, inhabited, resolved
from execmath.rocq.terms import FOLDS
from execmath.rocq.values import (
    APPLICATION,
    SUM,
    Array,
    Function,
    Natural,
    Real,
    Refused,
    Slope,
    Value,
    binary,
)

OfVector = Callable[[Array], Real]


@rule(s.Fold)
def translate_fold(scope: Scope, node: s.Fold) -> Value:
    with each(scope, node.letter, node.domain) as (name, items):
        body = scope.translate(node.body)
        if not isinstance(body, Array):
            term = number(scope, body, node)
    if isinstance(body, Array):
        if node.name != "sum":
            raise Refused(f"a {node.name} of vectors", node.span)
        return summed(scope, node, lambda: scope.translate(node.body), body)
    if node.name in ("max", "min") and not inhabited(scope, resolved(scope, node.domain)):
        scope.demand(f"{items} <> []")
    return folded(scope, node, items, f"(fun {name} => {term.text})")


def folded(scope: Scope, node: s.Node, items: str, function: str) -> Real:
    """A fold over the items of a list; over all natural numbers, the limit of sums."""
    name = node.name if isinstance(node, s.Fold) else "sum"
    if name not in FOLDS:
        raise Refused(f"{name} has no formal reading", node.span)
    if items:
        return Real(f"{FOLDS[name]} {items} {function}", APPLICATION)
    if name != "sum":
        raise Refused(f"a {name} over infinitely many terms", node.span)
    scope.demand(f"ex_series {function}")
    return Real(f"Series {function}", APPLICATION)


def summed(scope: Scope, node: s.Fold, body: Callable[[], Value], like: Value) -> Value:
    """A sum of numbers; that of vectors and of matrices, component by component."""
    if isinstance(like, Array):
        shape = like

        def component(index: Natural) -> Value:
            with scope.unasked():
                part = shape.at(index)
            return summed(scope, node, lambda: item(body(), index), part)

        return like.of(scope.later(component))
    with each(scope, node.letter, node.domain) as (name, items):
        term = number(scope, body(), node)
    return folded(scope, node, items, f"(fun {name} => {term.text})")


@rule(s.Expectation)
def translate_expectation(scope: Scope, node: s.Expectation) -> Value:
    """The sum over the outcomes of probability times value."""
    demand_distribution(scope, node)
    probability = s.Call(node.density, (node.letter, *node.rest), span=node.span)
    weighted = s.Binary("*", probability, node.body, span=node.span)
    return translate_fold(scope, s.Fold("sum", node.letter, outcomes(scope, node), weighted,
                             span=node.span))


def demand_distribution(scope: Scope, node: s.Expectation | s.Covariance) -> None:
    """The density has to be one: of a mean under anything else a page does not speak."""
    with each(scope, node.letter, outcomes(scope, node)) as (name, items):
        weight = number(scope, call(scope, node.density, (node.letter, *node.rest), node), node)
    if items:
        scope.demand(f"is_distribution {items} (fun {name} => {weight.text})")
    else:
        scope.demand(f"(forall {name} : nat, 0 <= {weight.within(SUM)})")
        scope.demand(f"is_series (fun {name} => {weight.text}) 1")


def outcomes(scope: Scope, node: s.Expectation | s.Covariance) -> s.Node:
    density = scope.translate(node.density)
    if not isinstance(density, Function):
        raise Refused(f"{node.density.name} is no density", node.span)
    return density.domains[0]


@rule(s.Covariance)
def translate_covariance(scope: Scope, node: s.Covariance) -> Value:
    """The mean product of the deviations from the means; of vectors, the matrix of them."""
    sides = (node.left, node.left if node.right is None else node.right)
    means = [translate_expectation(scope, s.Expectation(node.letter, node.density, node.rest, side,
                                             span=node.span)) for side in sides]
    if any(isinstance(mean, Array) for mean in means):
        left, right = means
        if not isinstance(left, Array) or not isinstance(right, Array):
            raise Refused("a covariance of a vector with a number", node.span)
        return Array(left.size, scope.later(lambda i: Array(right.size, scope.later(
            lambda j: deviations(scope, node, sides, means, (i, j))))), columns=right.size)
    return deviations(scope, node, sides, means, None)


def deviations(scope: Scope, node: s.Covariance, sides: Sequence[s.Node], means: Sequence[Value],
               places: tuple[Natural, Natural] | None) -> Real:
    def part(value: Value, side: int) -> Real:
        return number(scope, value if places is None else item(value, places[side]), node)

    with each(scope, node.letter, outcomes(scope, node)) as (name, items):
        weight = number(scope, call(scope, node.density, (node.letter, *node.rest), node), node)
        one, other = (binary("-", part(scope.translate(sides[i]), i), part(means[i], i))
                      for i in (0, 1))
        term = binary("*", weight, binary("*", one, other))
    return folded(scope, node, items, f"(fun {name} => {term.text})")


# ------------------------------------------------------------------------------ derivatives


@rule(s.Partial)
def translate_partial(scope: Scope, node: s.Partial) -> Value:
    at = free(scope, node)
    with scope.unasked():
        like = scope.translate(node.body)
    times = order(scope, node.order)
    if node.index is None:
        return repeated(scope, times, lambda u: varied(scope, node.letter, Real(u), node.body),
                             number(scope, at, node), like, node)
    if not isinstance(at, Array):
        raise Refused("a derivative by a component of what is no vector", node.span)
    vector, index = at, natural(scope, node.index)

    def along(u: str) -> Value:
        return varied(scope, node.letter, updated(scope, vector, index, u), node.body)

    return repeated(scope, times, along, number(scope, vector.at(index), node), like, node)


@rule(s.Derivative)
def translate_derivative(scope: Scope, node: s.Derivative) -> Value:
    function, at = scope.translate(node.function), real(scope, node.argument)
    if not isinstance(function, Function):
        raise Refused("the derivative of what is no function", node.span)
    with scope.unasked():
        like = function.call((at,), (at.argument,))
    return repeated(scope, order(scope, node.order), lambda u: function.call((Real(u),), (u,)),
                         at, like, node)


def free(scope: Scope, node: s.Partial | s.GradientBy) -> Value:
    if node.letter in scope.abbreviations or node.letter in scope.context.definitions:
        raise Refused(f"a derivative by {node.letter.name}, which is not free", node.span)
    return scope.translate(node.letter)


def order(scope: Scope, node: s.Node) -> int:
    if not isinstance(node, s.Number) or not node.digits.isdigit() or node.digits == "0":
        raise Refused("a derivative of an order that is no number", node.span)
    return int(node.digits)


@rule(s.At)
def translate_at(scope: Scope, node: s.At) -> Value:
    with scope.meaning(node.letter, scope.translate(node.value), None):
        return scope.translate(node.body)


def varied(scope: Scope, letter: s.Letter, value: Value, body: s.Node) -> Value:
    """The body with another value for the letter, which need not be in the letter's set."""
    with scope.meaning(letter, value, None):
        return scope.translate(body)


def updated(scope: Scope, vector: Array, index: Natural, value: str) -> Array:
    text = f"update {argument(scope, vector)} {index.argument} {value}"
    return Array(vector.size, lambda j: Real(f"{text} {j.index}", APPLICATION), text)


def derivative(scope: Scope, along: Callable[[str], Value], at: Real, like: Value,
               node: s.Node) -> Value:
    """The derivative of a function of one real number; that of a vector, by components."""
    if not isinstance(like, Array):
        return slope(scope, lambda u: number(scope, along(u), node), at)
    shape = like

    def component(index: Natural) -> Value:
        with scope.unasked():
            part = shape.at(index)
        return derivative(scope, lambda u: item(along(u), index), at, part, node)

    return shape.of(scope.later(component))


def repeated(scope: Scope, times: int, along: Callable[[str], Value], at: Real, like: Value,
             node: s.Node) -> Value:
    """A derivative of higher order: that of the one below it."""
    if times == 1:
        return derivative(scope, along, at, like, node)
    return derivative(scope, lambda u: repeated(scope, times - 1, along, Real(u), like, node),
                           at, like, node)


def slope(scope: Scope, along: Callable[[str], Real], at: Real) -> Real:
    """What the function needs has to exist near by."""
    name, point = scope.fresh("u"), at.argument
    with scope.inside(f"locally {point} (fun {name} => {{}})", name, inhabited=True):
        body = along(name)
    function = f"(fun {name} => {body.text})"
    return Real(f"Derive {function} {point}", APPLICATION, Slope(function, point))


@rule(s.Gradient)
def translate_gradient(scope: Scope, node: s.Gradient) -> Array:
    """All partial derivatives of a function of one vector."""
    return slopes(scope, *of_vector_at(scope, node), node)


@rule(s.Hessian)
def translate_hessian(scope: Scope, node: s.Hessian) -> Array:
    return slopes_of_slopes(scope, *of_vector_at(scope, node), node)


@rule(s.GradientBy)
def translate_gradientby(scope: Scope, node: s.GradientBy) -> Array:
    vector = free(scope, node)
    if not isinstance(vector, Array) or not vector.is_column:
        raise Refused("a gradient by what is no vector", node.span)

    def function(moved: Array) -> Real:
        return number(scope, varied(scope, node.letter, moved, node.body), node)

    gradient_or_hessian = slopes if node.order == 1 else slopes_of_slopes
    return gradient_or_hessian(scope, function, vector, node)


def of_vector_at(scope: Scope, node: s.Gradient | s.Hessian) -> tuple[OfVector, Array]:
    function, vector = scope.translate(node.function), scope.translate(node.argument)
    if not isinstance(function, Function) or not isinstance(vector, Array):
        raise Refused("the gradient of a function of one vector only", node.span)
    value_at = function.call
    return lambda v: number(scope, value_at((v,), (argument(scope, v),)), node), vector


def slopes(scope: Scope, function: OfVector, vector: Array, node: s.Node) -> Array:
    def component(i: Natural) -> Real:
        at = number(scope, vector.at(i), node)
        return slope(scope, lambda u: function(updated(scope, vector, i, u)), at)

    return Array(vector.size, scope.later(component))


def slopes_of_slopes(scope: Scope, function: OfVector, vector: Array, node: s.Node) -> Array:
    """Row i is how the gradient moves with component i."""
    with scope.unasked():
        like = slopes(scope, function, vector, node)
    return Array(vector.size, scope.later(lambda i: derivative(
        scope, lambda u: slopes(scope, function, updated(scope, vector, i, u), node),
        number(scope, vector.at(i), node), like, node)), columns=vector.size)


def item(value: Value, index: Natural) -> Value:
    assert isinstance(value, Array)
    return value.at(index)
