"""What the formal reading reads of each node. What the grammar adds is refused until it is read."""

from __future__ import annotations

from dataclasses import fields

from execmath.language import ast as s
from execmath.rocq.values import Refused

PARTS = {
    "Number": "digits", "Letter": "name binding", "Binary": "op left right", "Negative": "operand",
    "Power": "base exponent", "Transpose": "operand", "Apply": "name argument",
    "Call": "function arguments", "Index": "base index", "Fold": "name letter domain body",
    "Partial": "letter index body order", "Derivative": "function order argument",
    "Gradient": "function argument", "GradientBy": "letter order body", "At": "letter value body",
    "Vector": "items", "Identity": "size",
    "Expectation": "letter density rest body", "Hessian": "function argument",
    "Covariance": "name letter density rest left right", "Run": "letter first last body",
    "Reals": "relation", "SetPower": "base exponent", "IntegerRange": "first last",
    "Interval": "lower upper open_below open_above", "Infinity": "negative",
    "Simplex": "dimension", "OneHot": "size", "Functions": "domain codomain",
    "SmoothFunctions": "domain codomain",
    "Membership": "letter domain", "Condition": "relation left right",
    "Abbreviation": "letter value", "Link": "relation left right",
    "Definition": "letter parameters body codomain", "Claim": "links hypotheses",
}


def check_parts(node: s.Node) -> None:
    """Refuse a node with a part that this reading does not know: it would be dropped."""
    known = PARTS.get(type(node).__name__)
    if known is None:
        raise Refused(f"{type(node).__name__} has no formal reading", node.span)
    for part in fields(node):
        is_read = part.name in (*known.split(), "span") or not part.init
        if not is_read and getattr(node, part.name) != part.default:
            raise Refused(f"the {part.name} of a {type(node).__name__} has no formal reading",
                          node.span)
