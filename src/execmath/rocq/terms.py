"""The tree of an expression -> a term of the prover, over Coquelicot's reals.

Arithmetic, and vectors by their components; `linear_algebra` has sums and products of vectors and
matrices, `letters` the calls of functions, and `operators` what binds a letter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from execmath.language import ast as s
from execmath.rocq.linear_algebra import added, determinant_of, diagonal_of, multiplied, trace_of
from execmath.rocq.naturals import natural
from execmath.rocq.numbers import each_number, number
from execmath.rocq.scope import Scope, rule
from execmath.rocq.sets import component
from execmath.rocq.values import (
    APPLICATION,
    ONE,
    OPEN,
    SUM,
    Array,
    Natural,
    Real,
    Refused,
    Value,
    binary,
)

FUNCTIONS = {"exp": "exp", "abs": "Rabs", "sin": "sin", "cos": "cos", "sinh": "sinh",
             "cosh": "cosh", "tanh": "tanh"}
# What comes before it, up to where it goes, what it is.
Piece = tuple[Natural, Natural, s.Node]

FOLDS = {"sum": "sum", "product": "product", "max": "maximum", "min": "minimum"}


@rule(s.Number)
def translate_number(scope: Scope, node: s.Number) -> Real:
    whole, point, digits = node.digits.partition(".")
    if not point:
        return Real(whole)
    return Real(f"({int(whole + digits)} / {10 ** len(digits)})")


@rule(s.Binary)
def translate_binary(scope: Scope, node: s.Binary) -> Value:
    left, right = scope.translate(node.left), scope.translate(node.right)
    if node.op in "+-":
        return added(scope, node, left, right)
    if node.op == "*":
        return multiplied(scope, node, left, right)
    below = number(scope, right, node)
    if not (isinstance(node.right, s.Number) and node.right.digits.strip("0.")):
        scope.demand(f"{below.within(SUM)} <> 0")
    return each_number(scope, node, left, lambda part: binary("/", part, below))


@rule(s.Apply)
def translate_apply(scope: Scope, node: s.Apply) -> Value:
    if node.name == "pi":
        return Real("PI")
    if node.name == "factorial":
        return Real(f"INR (fact {natural(scope, node.argument).argument})", APPLICATION)
    argument = scope.translate(node.argument)
    if node.name in ("diag", "trace", "det"):
        return of_matrix(scope, node, argument)
    if node.name in ("max", "min", "norm"):
        return of_vector(scope, node, argument)
    value = number(scope, argument, node)
    if node.name == "log":
        scope.demand(f"0 < {value.within(SUM)}")
        return Real(f"ln {value.argument}", APPLICATION)
    if node.name == "sqrt":
        scope.demand(f"0 <= {value.within(SUM)}")
        return Real(f"sqrt {value.argument}", APPLICATION)
    if node.name not in FUNCTIONS:
        raise Refused(f"{node.name} has no formal reading", node.span)
    return Real(f"{FUNCTIONS[node.name]} {value.argument}", APPLICATION)


@rule(s.Binomial)
def translate_binomial(scope: Scope, node: s.Binomial) -> Real:
    numbers = (natural(scope, part).argument for part in (node.upper, node.lower))
    return Real(" ".join(["binomial", *numbers]), APPLICATION)


@rule(s.Logarithm)
def translate_logarithm(scope: Scope, node: s.Logarithm) -> Value:
    """To a base it is a quotient of natural logarithms."""
    natural_ones = (s.Apply("log", part, span=node.span) for part in (node.argument, node.base))
    return translate_binary(scope, s.Binary("/", *natural_ones, span=node.span))


def of_matrix(scope: Scope, node: s.Apply, argument: Value) -> Value:
    if node.name == "diag":
        return diagonal_of(scope, node, argument)
    return (trace_of if node.name == "trace" else determinant_of)(scope, node, argument)


def of_vector(scope: Scope, node: s.Apply, vector: Value) -> Real:
    if not isinstance(vector, Array):
        raise Refused(f"{node.name} of what is no vector", node.span)
    with component(scope, vector.size) as i:
        part = number(scope, vector.at(i), node)
    items = f"(range 1 {vector.size.argument})"
    if node.name == "norm":
        return Real(f"sqrt (sum {items} (fun {i.text} => {part.within(APPLICATION)} ^ 2))",
                    APPLICATION)
    if not scope.certain(ONE, vector.size):
        scope.demand(f"{items} <> []")
    return Real(f"{FOLDS[node.name]} {items} (fun {i.text} => {part.text})", APPLICATION)


# --------------------------------------------------------------------- vectors and functions


@rule(s.Index)
def translate_index(scope: Scope, node: s.Index) -> Value:
    base, index = scope.translate(node.base), natural(scope, node.index)
    if not isinstance(base, Array):
        raise Refused("only a vector has components", node.span)
    if not (scope.certain(ONE, index) and scope.certain(index, base.size)):
        scope.demand(f"In {index.argument} (range 1 {base.size.argument})")
    return base.at(index)


@rule(s.Vector)
def translate_vector(scope: Scope, node: s.Vector) -> Array:
    """Pieces one behind the other: single items, and runs of them."""
    parts: list[Piece] = []
    end = Natural()
    for item in node.items:
        start = end
        end = start + (length(scope, item) if isinstance(item, s.Run) else ONE)
        parts.append((start, end, item))
    return Array(end, scope.later(lambda index: pieces(
        scope, index, parts, lambda item, place: number(scope, piece(scope, item, place), node))))


@rule(s.Matrix)
def translate_matrix(scope: Scope, node: s.Matrix) -> Array:
    """Rows below each other, each written out."""
    rows = [row for row in node.rows if isinstance(row, s.Vector)]
    if len(rows) < len(node.rows):
        raise Refused("a matrix with an ellipsis between its rows", node.span)
    widths = {row.size for row in map(scope.translate, rows) if isinstance(row, Array)}
    if len(widths) != 1:
        raise Refused("rows of different lengths", node.span)
    (width,) = widths
    parts: list[Piece] = [(Natural(constant=place), Natural(constant=place + 1), row)
                          for place, row in enumerate(rows)]

    def row_at(i: Natural) -> Array:
        return Array(width, scope.later(lambda j: pieces(
            scope, i, parts, lambda row, _: number(scope, entry(scope, row, j), node))))

    def entry(scope: Scope, row: s.Node, j: Natural) -> Value:
        vector = scope.translate(row)
        assert isinstance(vector, Array)
        return vector.at(j)

    return Array(Natural(constant=len(rows)), scope.later(row_at), columns=width)


def length(scope: Scope, run: s.Run) -> Natural:
    if run.last is None:
        raise Refused("an ellipsis without an end", run.span)
    return natural(scope, run.last) - natural(scope, run.first) + ONE


def pieces(scope: Scope, index: Natural, parts: Sequence[Piece],
           value: Callable[[s.Node, Natural], Real]) -> Real:
    """The component at an index that may be in any of the parts; `value` is that of an item, and
    of a place in it."""
    (start, end, item), *others = parts
    if not others or scope.certain(index, end):
        return value(item, index - start)
    if scope.certain(end + ONE, index):
        return pieces(scope, index, others, value)
    condition = f"({index.text} <=? {end.text})%nat"
    least, most = scope.limits.get(index.text, (1, None))
    beginning = start.constant + 1 if not start.terms else least
    with (scope.inside(f"(({index.text} <= {end.text})%nat -> {{}})", "", inhabited=False),
          scope.limited(index.text, max(least, beginning), end)):
        here = value(item, index - start)
    with (scope.inside(f"(({end.text} < {index.text})%nat -> {{}})", "", inhabited=False),
          scope.limited(index.text, max(least, end.constant + 1), most)):
        rest = pieces(scope, index, others, value)
    return Real(f"if {condition} then {here.text} else {rest.text}", OPEN)


def piece(scope: Scope, item: s.Node, place: Natural) -> Value:
    """An item, or the one at a place of a run; places count from 1."""
    if not isinstance(item, s.Run):
        return scope.translate(item)
    with scope.meaning(item.letter, place + natural(scope, item.first) - ONE, None):
        return scope.translate(item.body)
