"""What kind of thing an expression stands for, as far as its form tells: an integer, a real
number, a vector, or a function of so many arguments. None where nothing is known."""

from __future__ import annotations

from collections.abc import Mapping

from execmath.language import ast as s
from execmath.language.symbols import Meaning

Sort = str | None
Known = Mapping[str, Sort]  # of letters, by name; of what a function gives, by its name and "()"


def sort_of_set(domain: s.Node | None) -> Sort:
    """The kind of the members of a set."""
    if isinstance(domain, s.IntegerRange):
        return "integer"
    if isinstance(domain, s.Reals | s.Interval):
        return "real"
    if isinstance(domain, s.SetPower | s.Simplex | s.OneHot):
        return "vector"
    if isinstance(domain, s.MatrixSpace):
        return "matrix"
    if isinstance(domain, s.Functions | s.SmoothFunctions):
        return "function of 1"
    return None


def sort_of_meaning(meaning: Meaning, known: Known) -> Sort:
    if meaning.kind == "set":
        return None
    if (definition := meaning.definition) is not None:
        if definition.parameters:
            return f"function of {len(definition.parameters)}"
        return sort_of_set(definition.codomain) or sort_of(definition.body, known)
    return sort_of_set(meaning.domain)


def sort_of_values(meaning: Meaning, known: Known) -> Sort:
    """What a function gives."""
    if isinstance(meaning.domain, s.Functions | s.SmoothFunctions):
        return sort_of_set(meaning.domain.codomain)
    return sort_of(meaning.definition.body, known) if meaning.definition else None


def sort_of(node: s.Node, known: Known) -> Sort:
    if isinstance(node, s.Number):
        return "integer" if node.digits.isdigit() else "real"
    if isinstance(node, s.Letter):
        return known.get(node.name)
    if isinstance(node, s.Call):
        return known.get(f"{node.function.name}()")
    if isinstance(node, s.Vector | s.Gradient):
        return "vector"
    if isinstance(node, s.Matrix | s.Identity | s.Hessian | s.Jacobian):
        return "matrix"
    if isinstance(node, s.Negative):
        return sort_of(node.operand, known)
    if isinstance(node, s.Binary):
        return _kind_of_binary(node, known)
    if isinstance(node, s.Fold | s.Partial | s.Expectation):
        return sort_of(node.body, known)
    if isinstance(node, s.Apply | s.Power | s.Index | s.Integral):
        return "real"
    return None


def _kind_of_binary(node: s.Binary, known: Known) -> Sort:
    left, right = sort_of(node.left, known), sort_of(node.right, known)
    if isinstance(node.left, s.Transpose):
        return "real"
    for kind in ("vector", "real"):
        if kind in (left, right):
            return kind
    return "integer" if left == right == "integer" and node.op != "/" else None
