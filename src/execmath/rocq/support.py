"""What the formal reading reads of each node. What the grammar adds is refused until it is read."""

from __future__ import annotations

from dataclasses import fields

from execmath.language import ast as s
from execmath.rocq.values import Refused

PARTS: dict[type[s.Node], str] = {
    s.Number: "digits",
    s.Letter: "name binding",
    s.Binary: "op left right",
    s.Negative: "operand",
    s.Power: "base exponent",
    s.Transpose: "operand",
    s.Apply: "name argument",
    s.Binomial: "upper lower",
    s.Logarithm: "base argument",
    s.Call: "function arguments",
    s.Index: "base index",
    s.Fold: "name letter domain body",
    s.Partial: "letter index body order",
    s.Derivative: "function order argument",
    s.Gradient: "function argument",
    s.GradientBy: "letter order body",
    s.At: "letter value body",
    s.Indicator: "conditions",
    s.Integral: "letter lower upper body",
    s.Case: "value conditions",
    s.Cases: "cases",
    s.Vector: "items",
    s.Matrix: "rows",
    s.Identity: "size",
    s.Expectation: "letter density rest body",
    s.Hessian: "function argument",
    s.Covariance: "name letter density rest left right",
    s.Run: "letter first last body",
    s.Reals: "relation",
    s.SetPower: "base exponent",
    s.IntegerRange: "first last",
    s.Interval: "lower upper open_below open_above",
    s.Infinity: "negative",
    s.Simplex: "dimension",
    s.OneHot: "size",
    s.SetProduct: "factors",
    s.SymmetricGroup: "size",
    s.Functions: "domain codomain",
    s.SmoothFunctions: "domain codomain",
    s.Membership: "letter domain",
    s.Condition: "relation left right",
    s.Abbreviation: "letter value",
    s.Link: "relation left right",
    s.Definition: "letter parameters body codomain",
    s.Claim: "links hypotheses",
}
# Not read at all, and so refused.
REFUSED = frozenset({
    s.Belonging, s.Cardinality, s.Probability, s.Distribution, s.Hole,
    s.SetIntegral, s.Jacobian, s.Limit, s.Approach, s.Blocks, s.FiniteSet, s.MatrixSpace,
    s.Declaration, s.Instance,
})


def check_parts(node: s.Node) -> None:
    """Refuse a node with a part that this reading does not know: it would be dropped."""
    parts = PARTS.get(type(node))
    if parts is None:
        raise Refused(f"{type(node).__name__} has no formal reading", node.span)
    for part in fields(node):
        says_something = part.compare and getattr(node, part.name) != part.default
        if says_something and part.name not in parts.split():
            raise Refused(f"the {part.name} of a {type(node).__name__} has no formal reading",
                          node.span)
