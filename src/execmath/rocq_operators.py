"""Sums, means and derivatives -> terms of the prover."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from execmath import syntax as s
from execmath.rocq_terms import FOLDS, Terms
from execmath.rocq_values import (
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


class Operators(Terms):
    # ---------------------------------------------------------------------------- sums and means

    def _fold(self, node: s.Fold) -> Value:
        with self.each(node.letter, node.domain) as (name, items):
            body = self.translate(node.body)
            if not isinstance(body, Array):
                term = self.number(body, node)
        if isinstance(body, Array):
            return self.folded_vectors(node, body.size, node.letter, node.domain,
                                       lambda: self.translate(node.body))
        if node.name in ("max", "min") and not self.inhabited(self.resolved(node.domain)):
            self.demand(f"{items} <> []")
        return Real(f"{FOLDS[node.name]} {items} (fun {name} => {term.text})", APPLICATION)

    def folded_vectors(self, node: s.Node, size: Natural, letter: s.Letter, domain: s.Node,
                       body: Callable[[], Value]) -> Array:
        """A sum of vectors, component by component."""
        if isinstance(node, s.Fold) and node.name != "sum":
            raise Refused(f"a {node.name} of vectors", node.span)
        def at(index: Natural) -> Value:
            with self.each(letter, domain) as (name, items):
                vector = body()
                assert isinstance(vector, Array)
                term = self.number(vector.at(index), node)
            return Real(f"sum {items} (fun {name} => {term.text})", APPLICATION)

        return Array(size, self.later(at))

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
                lambda j: self.deviations(node, sides, means, (i, j))))))
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
        if node.letter in self.abbreviations or node.letter in self.world.definitions:
            raise Refused(f"a derivative by {node.letter.name}, which is not free", node.span)
        at = self.value(node.letter)
        with self.unasked():
            like = self.translate(node.body)
        if node.index is None:
            return self.derivative(lambda u: self.varied(node.letter, Real(u), node.body),
                                   self.number(at, node), like, node)
        if not isinstance(at, Array):
            raise Refused("a derivative by a component of what is no vector", node.span)
        vector, index = at, self.natural(node.index)
        return self.derivative(
            lambda u: self.varied(node.letter, self.updated(vector, index, u), node.body),
            self.number(vector.at(index), node), like, node)

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

        return Array(shape.size, self.later(component), "", shape.column)

    def slope(self, along: Callable[[str], Real], at: Real) -> Real:
        """What the function needs has to exist near by."""
        name, point = self.fresh("u"), at.argument
        with self.inside(f"locally {point} (fun {name} => {{}})", name, inhabited=True):
            body = along(name)
        function = f"(fun {name} => {body.text})"
        return Real(f"Derive {function} {point}", APPLICATION, Slope(function, point))

    def _gradient(self, node: s.Gradient) -> Array:
        """All partial derivatives of a function of one vector."""
        function, vector = self.of_vector_at(node)
        return self.slopes(function, vector, node)

    def _hessian(self, node: s.Hessian) -> Array:
        """Row i is how the gradient moves with component i."""
        function, vector = self.of_vector_at(node)
        with self.unasked():
            like = self.slopes(function, vector, node)
        return Array(vector.size, self.later(lambda i: self.derivative(
            lambda u: self.slopes(function, self.updated(vector, i, u), node),
            self.number(vector.at(i), node), like, node)))

    def of_vector_at(self, node: s.Gradient | s.Hessian) -> tuple[Function, Array]:
        function, vector = self.value(node.function), self.translate(node.argument)
        if not isinstance(function, Function) or not isinstance(vector, Array):
            raise Refused("the gradient of a function of one vector only", node.span)
        return function, vector

    def slopes(self, function: Function, vector: Array, node: s.Node) -> Array:
        def along(index: Natural, u: str) -> Real:
            moved = self.updated(vector, index, u)
            return self.number(function.call((moved,), (self.argument(moved),)), node)

        return Array(vector.size, lambda i: self.slope(
            lambda u: along(i, u), self.number(vector.at(i), node)))


def item(value: Value, index: Natural) -> Value:
    assert isinstance(value, Array)
    return value.at(index)
