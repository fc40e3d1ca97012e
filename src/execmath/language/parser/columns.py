r"""Is an expression a column, as far as its form and what its letters mean tell?

Between two of them a dot is the inner product: \mathbf{u} \cdot \mathbf{v}. Where it is not
certain, the dot is a product as any other.
"""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language.sorts import Sort, sort_of_meaning, sort_of_values
from execmath.language.symbols import Scope

NUMBERS = ("integer", "real")


def is_column(scope: Scope, node: s.Node) -> bool:
    return _sort(scope, node) == "vector"


def _sort(scope: Scope, node: s.Node) -> Sort:
    """Stricter than the sorts of the prover: of a product it has to know both sides."""
    match node:
        case s.Number():
            return "real"
        case s.Letter() | s.Call():
            return _sort_of_letter(scope, node)
        case s.Negative(operand=inner):
            return _sort(scope, inner)
        case s.Vector() | s.Gradient():
            return "vector"
        case s.Apply(name=name):
            return None if name == "diag" else "real"
        case s.Binary(op=op, left=left, right=right):
            return _sort_of_binary(op, _sort(scope, left), _sort(scope, right))
    return None


def _sort_of_letter(scope: Scope, node: s.Letter | s.Call) -> Sort:
    """By itself, or of its values."""
    if isinstance(node, s.Call):
        function = scope[node.function.name]
        return sort_of_values(function, {}) if function is not None else None
    meaning = scope[node.name]
    return sort_of_meaning(meaning, {}) if meaning is not None else None


def _sort_of_binary(op: str, left: Sort, right: Sort) -> Sort:
    if op in ("+", "-"):
        return left if left == right else None
    if left in NUMBERS and op == "*":
        return right
    if right in NUMBERS:
        return left
    return "vector" if op == "*" and (left, right) == ("matrix", "vector") else None
