"""The rules for vectors, matrices, and what is chosen by conditions."""

from __future__ import annotations

from collections.abc import Callable

from execmath.arithmetic import linear_algebra
from execmath.arithmetic.errors import EvaluationError, Mismatch
from execmath.arithmetic.ordering import compare
from execmath.arithmetic.values import Covector, Matrix, Value, Vector, describe
from execmath.domains import numbers as d
from execmath.evaluation.base import Compiler, Env, Evaluator, rule
from execmath.evaluation.sets import size_of, whole_number
from execmath.language import ast as s

Condition = Callable[[Env], bool]


@rule(s.Index)
def compile_index(compiler: Compiler, node: s.Index) -> Evaluator:
    base, index = compiler.compile(node.base), compiler.compile(node.index)

    def evaluator(env: Env) -> Value:
        vector, place = base(env), index(env)
        if not isinstance(vector, Vector):
            raise Mismatch(f"{describe(vector)} has no components", node.span)
        if not isinstance(place, int) or not 1 <= place <= len(vector):
            raise EvaluationError(f"component {place} of {describe(vector)}", node.span)
        return vector.items[place - 1]

    return evaluator


@rule(s.Vector)
def compile_vector(compiler: Compiler, node: s.Vector) -> Evaluator:
    parts = [(isinstance(item, s.Run), compiler.compile(item)) for item in node.items]

    def evaluator(env: Env) -> Value:
        items: list[Value] = []
        for is_run, part in parts:
            items.extend(part(env)) if is_run else items.append(part(env))
        if any(isinstance(item, Vector) or callable(item) for item in items):
            raise Mismatch("a vector of what is no number")
        return Vector(items)

    return evaluator


@rule(s.Run)
def compile_run(compiler: Compiler, node: s.Run) -> Evaluator:
    if node.last is None:
        raise EvaluationError("an ellipsis without an end", node.span)
    first, last = compiler.compile(node.first), compiler.compile(node.last)
    body, letter = compiler.compile(node.body), node.letter.key

    def evaluator(env: Env) -> Value:
        inner, items = dict(env), []
        places = d.Integers(whole_number(first(env)), whole_number(last(env)))
        for place in compiler.members(places):
            inner[letter] = place
            items.append(body(inner))
        return items

    return evaluator


@rule(s.Matrix)
def compile_matrix(compiler: Compiler, node: s.Matrix) -> Evaluator:
    rows = [(isinstance(row, s.Run), compiler.compile(row)) for row in node.rows]

    def evaluator(env: Env) -> Value:
        values: list[Value] = []
        for is_run, row in rows:
            values.extend(row(env)) if is_run else values.append(row(env))
        if len({len(row) for row in values}) > 1:
            raise EvaluationError("a matrix with rows of different lengths")
        return Matrix(values)

    return evaluator


Grid = list[list[Value]]


@rule(s.Blocks)
def compile_blocks(compiler: Compiler, node: s.Blocks) -> Evaluator:
    rows = [[None if cell == s.Number("0") else compiler.compile(cell) for cell in row.items]
            for row in node.rows]

    def evaluator(env: Env) -> Value:
        whole = _joined([[None if cell is None else _grid(cell(env)) for cell in row]
                         for row in rows])
        if len(whole[0]) == 1:
            return Vector([row.items[0] for row in whole])
        return Covector(whole[0].items) if len(whole) == 1 else Matrix(whole)

    return evaluator


def _joined(grids: list[list[Grid | None]]) -> list[Vector]:
    """The rows of the whole; zeros are as many as the blocks beside and below them ask for."""
    heights = [_only_size({len(grid) for grid in row if grid is not None}, "rows", "beside")
               for row in grids]
    widths = [_only_size({len(grid[0]) for grid in column if grid is not None}, "columns",
                         "below") for column in zip(*grids, strict=True)]
    return [Vector(_row(row, widths, place)) for row, height in zip(grids, heights, strict=True)
            for place in range(height)]


def _row(grids: list[Grid | None], widths: list[int], place: int) -> list[Value]:
    """One row of blocks that stand beside each other."""
    return [item for grid, width in zip(grids, widths, strict=True)
            for item in ([0] * width if grid is None else grid[place])]


def _grid(value: Value) -> Grid:
    """The rows of a block."""
    if callable(value):
        raise Mismatch("a block of what is no number, vector or matrix")
    if isinstance(value, Matrix):
        return [list(row) for row in value]
    if isinstance(value, Covector):
        return [list(value)]
    return [[item] for item in value] if isinstance(value, Vector) else [[value]]


def _only_size(sizes: set[int], what: str, where: str) -> int:
    """How many rows the blocks beside each other have, or how many columns those below."""
    if len(sizes) > 1:
        raise EvaluationError(f"blocks with {' and '.join(map(str, sorted(sizes)))} {what} {where} "
                              "each other")
    if not sizes:
        raise Mismatch(f"blocks of zeros of which nothing {where} says how many {what} they have")
    return sizes.pop()


@rule(s.Identity)
def compile_identity(compiler: Compiler, node: s.Identity) -> Evaluator:
    size = compiler.compile(node.size)
    return lambda env: linear_algebra.identity(size_of(size(env)))


# -------------------------------------------------------------------------- choices


@rule(s.Indicator)
def compile_indicator(compiler: Compiler, node: s.Indicator) -> Evaluator:
    holds = compiler.conditions(node.conditions)
    return lambda env: int(holds(env))


@rule(s.Cases)
def compile_cases(compiler: Compiler, node: s.Cases) -> Evaluator:
    cases = [(compiler.conditions(c.conditions), compiler.compile(c.value)) for c in node.cases]
    # Of what holds in all other cases nobody expects that it holds in one of these.
    conditional = [case for case, c in zip(cases, node.cases, strict=True) if c.conditions]

    def evaluator(env: Env) -> Value:
        for place, (applies, value) in enumerate(cases):
            if applies(env):
                chosen = value(env)
                for other in conditional[place + 1 :]:
                    _must_not_differ(chosen, other, env)
                return chosen
        raise EvaluationError("none of the cases applies")

    return evaluator


def _must_not_differ(chosen: Value, other: tuple[Condition, Evaluator], env: Env) -> None:
    """Where two cases apply, a reader may take either."""
    applies, value = other
    try:
        beside = value(env) if applies(env) else chosen
        differs = beside is not chosen and _differ(chosen, beside)
    except EvaluationError:  # where the first applies, the other need not have a meaning
        return
    if differs:
        raise EvaluationError("two of the cases apply, and their values differ")


def _differ(left: Value, right: Value) -> bool:
    if isinstance(left, Vector) and isinstance(right, Vector):
        return any(map(_differ, left, right))
    return compare("!=", left, right) is True
