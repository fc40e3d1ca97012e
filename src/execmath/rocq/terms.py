"""The tree of an expression -> a term of the prover, over Coquelicot's reals.

Arithmetic, vectors and calls; `rocq_linear` has the algebra of vectors and matrices, and
`rocq_operators` adds what binds a letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from execmath.language import ast as s
from execmath.rocq.linear_algebra import Linear
from execmath.rocq.support import check_parts
from execmath.rocq.values import (
    APPLICATION,
    MINUS,
    ONE,
    OPEN,
    POWER,
    SUM,
    Array,
    Function,
    Natural,
    Real,
    Refused,
    Value,
    binary,
)

FUNCTIONS = {"exp": "exp", "abs": "Rabs", "sin": "sin", "cos": "cos", "sinh": "sinh",
             "cosh": "cosh", "tanh": "tanh"}
FOLDS = {"sum": "sum", "product": "product", "max": "maximum", "min": "minimum"}


class Terms(Linear):
    def translate(self, node: s.Node) -> Value:
        """A number, a vector or a function; raises Refused where there is no formal reading."""
        check_parts(node)
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            raise Refused(f"{type(node).__name__} is no value", node.span)
        value: Value = method(node)
        return value

    def real(self, node: s.Node) -> Real:
        return self.number(self.translate(node), node)

    # ------------------------------------------------------------------------------ arithmetic

    def _number(self, node: s.Number) -> Real:
        whole, point, digits = node.digits.partition(".")
        if not point:
            return Real(whole)
        return Real(f"({int(whole + digits)} / {10 ** len(digits)})")

    def _letter(self, node: s.Letter) -> Value:
        return self.value(node)

    def _binary(self, node: s.Binary) -> Value:
        left, right = self.translate(node.left), self.translate(node.right)
        if node.op in "+-":
            return self.added(node, left, right)
        if node.op == "*":
            return self.multiplied(node, left, right)
        below = self.number(right, node)
        if not (isinstance(node.right, s.Number) and below.text.strip("0")):
            self.demand(f"{below.within(SUM)} <> 0")
        return self.each_number(node, left, lambda part: binary("/", part, below))

    def _power(self, node: s.Power) -> Real:
        base = self.real(node.base)
        exponent = node.exponent
        if self.is_natural(exponent):
            count = self.natural(exponent).argument
            return Real(f"{base.within(APPLICATION)} ^ {count}", POWER)
        if isinstance(exponent, s.Negative) and self.is_natural(exponent.operand):
            self.demand(f"{base.within(SUM)} <> 0")
            power = self._power(s.Power(node.base, exponent.operand))
            return Real(f"/ {power.text}", MINUS)
        self.demand(f"0 < {base.within(SUM)}")
        return Real(f"Rpower {base.argument} {self.real(exponent).argument}", APPLICATION)

    def _apply(self, node: s.Apply) -> Value:
        if node.name == "pi":
            return Real("PI")
        argument = self.translate(node.argument)
        if node.name == "diag":
            return self.diagonal_of(node, argument)
        if node.name in ("max", "min", "norm"):
            return self.of_vector(node, argument)
        value = self.number(argument, node)
        if node.name == "log":
            self.demand(f"0 < {value.within(SUM)}")
            return Real(f"ln {value.argument}", APPLICATION)
        if node.name == "sqrt":
            self.demand(f"0 <= {value.within(SUM)}")
            return Real(f"sqrt {value.argument}", APPLICATION)
        if node.name not in FUNCTIONS:
            raise Refused(f"{node.name} has no formal reading", node.span)
        return Real(f"{FUNCTIONS[node.name]} {value.argument}", APPLICATION)

    def of_vector(self, node: s.Apply, vector: Value) -> Real:
        if not isinstance(vector, Array):
            raise Refused(f"{node.name} of what is no vector", node.span)
        with self.component(vector.size) as i:
            part = self.number(vector.at(i), node)
        items = f"(range 1 {vector.size.argument})"
        if node.name == "norm":
            return Real(f"sqrt (sum {items} (fun {i.text} => {part.within(APPLICATION)} ^ 2))",
                        APPLICATION)
        if not self.certain(ONE, vector.size):
            self.demand(f"{items} <> []")
        return Real(f"{FOLDS[node.name]} {items} (fun {i.text} => {part.text})", APPLICATION)

    # --------------------------------------------------------------------- vectors and functions

    def _index(self, node: s.Index) -> Value:
        base, index = self.translate(node.base), self.natural(node.index)
        if not isinstance(base, Array):
            raise Refused("only a vector has components", node.span)
        if not (self.certain(ONE, index) and self.certain(index, base.size)):
            self.demand(f"In {index.argument} (range 1 {base.size.argument})")
        return base.at(index)

    def _vector(self, node: s.Vector) -> Array:
        """Pieces one behind the other: single items, and runs of them."""
        pieces: list[tuple[Natural, Natural, s.Node]] = []  # what comes before, up to where, what
        end = Natural()
        for item in node.items:
            start = end
            end = start + (self.length(item) if isinstance(item, s.Run) else ONE)
            pieces.append((start, end, item))
        return Array(end, self.later(lambda index: self.pieces(node, index, pieces)))

    def length(self, run: s.Run) -> Natural:
        if run.last is None:
            raise Refused("an ellipsis without an end", run.span)
        return self.natural(run.last) - self.natural(run.first) + ONE

    def pieces(self, node: s.Node, index: Natural,
               pieces: Sequence[tuple[Natural, Natural, s.Node]]) -> Real:
        (start, end, item), *others = pieces
        if not others:
            return self.number(self.piece(item, index - start), node)
        if self.certain(index, end):
            return self.number(self.piece(item, index - start), node)
        if self.certain(end + ONE, index):
            return self.pieces(node, index, others)
        condition = f"({index.text} <=? {end.text})%nat"
        least, most = self.limits.get(index.text, (1, None))
        beginning = start.constant + 1 if not start.terms else least
        with (self.inside(f"(({index.text} <= {end.text})%nat -> {{}})", "", inhabited=False),
              self.limited(index.text, max(least, beginning), end)):
            here = self.number(self.piece(item, index - start), node)
        with (self.inside(f"(({end.text} < {index.text})%nat -> {{}})", "", inhabited=False),
              self.limited(index.text, max(least, end.constant + 1), most)):
            rest = self.pieces(node, index, others)
        return Real(f"if {condition} then {here.text} else {rest.text}", OPEN)

    def piece(self, item: s.Node, place: Natural) -> Value:
        """An item, or the one at a place of a run; places count from 1."""
        if not isinstance(item, s.Run):
            return self.translate(item)
        with self.meaning(item.letter, place + self.natural(item.first) - ONE, None):
            return self.translate(item.body)

    def _call(self, node: s.Call) -> Value:
        return self.call(node.function, node.arguments, node)

    def call(self, letter: s.Letter, arguments: Sequence[s.Node], node: s.Node) -> Value:
        function = self.value(letter)
        if not isinstance(function, Function) or len(function.domains) != len(arguments):
            raise Refused(f"{letter.name} does not take {len(arguments)} arguments", node.span)
        passed = [self.passed(domain, argument)
                  for domain, argument in zip(function.domains, arguments, strict=True)]
        return function.call(tuple(value for value, _ in passed), tuple(text for _, text in passed))
