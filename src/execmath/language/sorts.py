"""What sort of thing an expression stands for, as far as its form tells. None where nothing is
known."""

from __future__ import annotations

from collections.abc import Mapping

from execmath.language import ast as s
from execmath.language.symbols import Meaning, MeaningKind

Sort = str | None  # integer, real, vector, matrix, function of so many
Known = Mapping[str, Sort]  # of letters, by name; of what a function gives, by its name and "()"

SORT_OF_SET: dict[type[s.Node], Sort] = {
    s.IntegerRange: "integer", s.Reals: "real", s.Interval: "real", s.SetPower: "vector",
    s.Simplex: "vector", s.OneHot: "vector", s.MatrixSpace: "matrix",
    s.Functions: "function of 1", s.SmoothFunctions: "function of 1",
}
SORT_OF_NODE: dict[type[s.Node], Sort] = {
    s.Vector: "vector", s.Gradient: "vector", s.Matrix: "matrix", s.Identity: "matrix",
    s.Blocks: "matrix",
    s.Hessian: "matrix", s.Jacobian: "matrix", s.Apply: "real", s.Power: "real", s.Index: "real",
    s.Integral: "real",
}


def sort_of_set(domain: s.Node | None) -> Sort:
    """The sort of the members of a set."""
    return SORT_OF_SET.get(type(domain)) if domain is not None else None


def sort_of_meaning(meaning: Meaning, sorts: Known) -> Sort:
    if meaning.kind is MeaningKind.SET:
        return None
    if (definition := meaning.definition) is not None:
        if definition.parameters:
            return f"function of {len(definition.parameters)}"
        return sort_of_set(definition.codomain) or sort_of(definition.body, sorts)
    return sort_of_set(meaning.domain)


def sort_of_values(meaning: Meaning, sorts: Known) -> Sort:
    """What a function gives."""
    if isinstance(meaning.domain, s.Functions | s.SmoothFunctions):
        return sort_of_set(meaning.domain.codomain)
    return sort_of(meaning.definition.body, sorts) if meaning.definition else None


def sort_of(node: s.Node, sorts: Known) -> Sort:
    match node:
        case s.Number(digits=digits):
            return "integer" if digits.isdigit() else "real"
        case s.Letter(name=name):
            return sorts.get(name)
        case s.Call(function=function):
            return sorts.get(f"{function.name}()")
        case s.Negative(operand=inner) | s.Fold(body=inner) | s.Partial(body=inner) \
                | s.Expectation(body=inner):
            return sort_of(inner, sorts)
        case s.Binary():
            return _sort_of_binary(node, sorts)
    return SORT_OF_NODE.get(type(node))


def _sort_of_binary(node: s.Binary, sorts: Known) -> Sort:
    left, right = sort_of(node.left, sorts), sort_of(node.right, sorts)
    if isinstance(node.left, s.Transpose):
        return "real"
    for sort in ("vector", "real"):
        if sort in (left, right):
            return sort
    return "integer" if left == right == "integer" and node.op != "/" else None
