"""What a power of a norm comes to, which has more derivatives than the norm."""

from __future__ import annotations

from execmath.language import ast as s


def square_of_norm(node: s.Power) -> s.Node | None:
    r"""\lVert v \rVert^2 as v^\top v, which has a derivative at zero too; a root has none."""
    is_norm = isinstance(node.base, s.Apply) and node.base.name == "norm"
    if not is_norm or node.exponent != s.Number("2"):
        return None
    assert isinstance(node.base, s.Apply)
    vector = node.base.argument
    return s.Binary("*", s.Transpose(vector, span=node.span), vector, span=node.span)
