"""Sums, means and derivatives -> terms of the prover."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from execmath.language import ast as s
from execmath.rocq.terms import FOLDS, Terms
from execmath.rocq.values import (
    APPLICATION,
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


class Operators(Terms):
    # ---------------------------------------------------------------------------- sums and means

    def _fold(self, node: s.Fold) -> Value:
        with self.each(node.letter, node.domain) as (name, items):
            body = self.translate(node.body)
            if not isinstance(body, Array):
                term = self.number(body, node)
        if isinstance(body, Array):
            if node.name != "sum":
                raise Refused(f"a {node.name} of vectors", node.span)
            return self.summed(node, lambda: self.translate(node.body), body)
        if node.name in ("max", "min") and not self.inhabited(self.resolved(node.domain)):
            self.demand(f"{items} <> []")
        return Real(f"{FOLDS[node.name]} {items} (fun {name} => {term.text})", APPLICATION)

    def summed(self, node: s.Fold, body: Callable[[], Value], like: Value) -> Value:
        """A sum of numbers; that of vectors and of matrices, component by component."""
        if isinstance(like, Array):
            shape = like

            def component(index: Natural) -> Value:
                with self.unasked():
                    part = shape.at(index)
                return self.summed(node, lambda: item(body(), index), part)

            return like.of(self.later(component))
        with self.each(node.letter, node.domain) as (name, items):
            term = self.number(body(), node)
        return Real(f"sum {items} (fun {name} => {term.text})", APPLICATION)

    def _expectation(self, node: s.Expectation) -> Value:
        """The sum over the outcomes of probability times value."""
        call = s.Call(node.density, (node.letter, *node.rest), span=node.span)
        weighted = s.Binary("*", call, node.body, span=node.span)
        return self._fold(s.Fold("sum", node.letter, self.outcomes(node), weighted,
                                 span=node.span))

    def outcomes(self, node: s.Expectation | s.Covariance) -> s.Node:
        density = self.value(node.density)
        if not isinstance(density, Function):
            raise Refused(f"{node.density.name} is no density", node.span)
        return density.domains[0]

    def _covariance(self, node: s.Covariance) -> Value:
        """The mean product of the deviations from the means; of vectors, the matrix of them."""
        sides = (node.left, node.left if node.right is None else node.right)
        means = [self._expectation(s.Expectation(node.letter, node.density, node.rest, side,
                                                 span=node.span)) for side in sides]
        if any(isinstance(mean, Array) for mean in means):
            left, right = means
            if not isinstance(left, Array) or not isinstance(right, Array):
                raise Refused("a covariance of a vector with a number", node.span)
            return Array(left.size, self.later(lambda i: Array(right.size, self.later(
                lambda j: self.deviations(node, sides, means, (i, j))))), columns=right.size)
        return self.deviations(node, sides, means, None)

    def deviations(self, node: s.Covariance, sides: Sequence[s.Node], means: Sequence[Value],
                   places: tuple[Natural, Natural] | None) -> Real:
        def part(value: Value, side: int) -> Real:
            return self.number(value if places is None else item(value, places[side]), node)

        with self.each(node.letter, self.outcomes(node)) as (name, items):
            weight = self.number(self.call(node.density, (node.letter, *node.rest), node), node)
            one, other = (binary("-", part(self.translate(sides[i]), i), part(means[i], i))
                          for i in (0, 1))
            term = binary("*", weight, binary("*", one, other))
        return Real(f"sum {items} (fun {name} => {term.text})", APPLICATION)

    # ------------------------------------------------------------------------------ derivatives

    def _partial(self, node: s.Partial) -> Value:
        at = self.free(node)
        with self.unasked():
            like = self.translate(node.body)
        times = self.order(node.order)
        if node.index is None:
            return self.repeated(times, lambda u: self.varied(node.letter, Real(u), node.body),
                                 self.number(at, node), like, node)
        if not isinstance(at, Array):
            raise Refused("a derivative by a component of what is no vector", node.span)
        vector, index = at, self.natural(node.index)
        return self.repeated(
            times, lambda u: self.varied(node.letter, self.updated(vector, index, u), node.body),
            self.number(vector.at(index), node), like, node)

    def _derivative(self, node: s.Derivative) -> Value:
        function, at = self.value(node.function), self.real(node.argument)
        if not isinstance(function, Function):
            raise Refused("the derivative of what is no function", node.span)
        with self.unasked():
            like = function.call((at,), (at.argument,))
        return self.repeated(self.order(node.order), lambda u: function.call((Real(u),), (u,)),
                             at, like, node)

    def free(self, node: s.Partial | s.GradientBy) -> Value:
        if node.letter in self.abbreviations or node.letter in self.context.definitions:
            raise Refused(f"a derivative by {node.letter.name}, which is not free", node.span)
        return self.value(node.letter)

    def order(self, node: s.Node) -> int:
        if not isinstance(node, s.Number) or not node.digits.isdigit() or node.digits == "0":
            raise Refused("a derivative of an order that is no number", node.span)
        return int(node.digits)

    def _at(self, node: s.At) -> Value:
        with self.meaning(node.letter, self.translate(node.value), None):
            return self.translate(node.body)

    def varied(self, letter: s.Letter, value: Value, body: s.Node) -> Value:
        """The body with another value for the letter, which need not be in the letter's set."""
        with self.meaning(letter, value, None):
            return self.translate(body)

    def updated(self, vector: Array, index: Natural, value: str) -> Array:
        text = f"update {self.argument(vector)} {index.argument} {value}"
        return Array(vector.size, lambda j: Real(f"{text} {j.index}", APPLICATION), text)

    def derivative(self, along: Callable[[str], Value], at: Real, like: Value,
                   node: s.Node) -> Value:
        """The derivative of a function of one real number; that of a vector, by components."""
        if not isinstance(like, Array):
            return self.slope(lambda u: self.number(along(u), node), at)
        shape = like

        def component(index: Natural) -> Value:
            with self.unasked():
                part = shape.at(index)
            return self.derivative(lambda u: item(along(u), index), at, part, node)

        return shape.of(self.later(component))

    def repeated(self, times: int, along: Callable[[str], Value], at: Real, like: Value,
                 node: s.Node) -> Value:
        """A derivative of higher order: that of the one below it."""
        if times == 1:
            return self.derivative(along, at, like, node)
        return self.derivative(lambda u: self.repeated(times - 1, along, Real(u), like, node),
                               at, like, node)

    def slope(self, along: Callable[[str], Real], at: Real) -> Real:
        """What the function needs has to exist near by."""
        name, point = self.fresh("u"), at.argument
        with self.inside(f"locally {point} (fun {name} => {{}})", name, inhabited=True):
            body = along(name)
        function = f"(fun {name} => {body.text})"
        return Real(f"Derive {function} {point}", APPLICATION, Slope(function, point))

    def _gradient(self, node: s.Gradient) -> Array:
        """All partial derivatives of a function of one vector."""
        return self.slopes(*self.of_vector_at(node), node)

    def _hessian(self, node: s.Hessian) -> Array:
        return self.slopes_of_slopes(*self.of_vector_at(node), node)

    def _gradientby(self, node: s.GradientBy) -> Array:
        vector = self.free(node)
        if not isinstance(vector, Array) or not vector.is_column:
            raise Refused("a gradient by what is no vector", node.span)

        def function(moved: Array) -> Real:
            return self.number(self.varied(node.letter, moved, node.body), node)

        slopes = self.slopes if node.order == 1 else self.slopes_of_slopes
        return slopes(function, vector, node)

    def of_vector_at(self, node: s.Gradient | s.Hessian) -> tuple[OfVector, Array]:
        function, vector = self.value(node.function), self.translate(node.argument)
        if not isinstance(function, Function) or not isinstance(vector, Array):
            raise Refused("the gradient of a function of one vector only", node.span)
        call = function.call
        return lambda v: self.number(call((v,), (self.argument(v),)), node), vector

    def slopes(self, function: OfVector, vector: Array, node: s.Node) -> Array:
        return Array(vector.size, self.later(lambda i: self.slope(
            lambda u: function(self.updated(vector, i, u)), self.number(vector.at(i), node))))

    def slopes_of_slopes(self, function: OfVector, vector: Array, node: s.Node) -> Array:
        """Row i is how the gradient moves with component i."""
        with self.unasked():
            like = self.slopes(function, vector, node)
        return Array(vector.size, self.later(lambda i: self.derivative(
            lambda u: self.slopes(function, self.updated(vector, i, u), node),
            self.number(vector.at(i), node), like, node)), columns=vector.size)


def item(value: Value, index: Natural) -> Value:
    assert isinstance(value, Array)
    return value.at(index)
