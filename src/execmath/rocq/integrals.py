"""Integrals -> terms of the prover. Over an infinite interval an integral is a limit."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.rocq.numbers import number, real
from execmath.rocq.scope import Scope, rule
from execmath.rocq.support import check_parts
from execmath.rocq.values import APPLICATION, SUM, Real


@rule(s.Integral)
def translate_integral(scope: Scope, node: s.Integral) -> Real:
    """What is integrated needs a value within the interval, and the integral has to exist."""
    lower, upper = _end(scope, node.lower), _end(scope, node.upper)
    if lower is not None and upper is not None:
        scope.demand(f"{lower.within(SUM)} <= {upper.within(SUM)}")
    function = integrand(scope, node, lower, upper)
    if lower is not None and upper is not None:
        text = f"{function} {lower.argument} {upper.argument}"
        scope.demand(f"ex_RInt {text}")
        return Real(f"RInt {text}", APPLICATION)
    below = "(Rbar_locally m_infty)" if lower is None else f"(at_point {lower.argument})"
    above = "(Rbar_locally p_infty)" if upper is None else f"(at_point {upper.argument})"
    scope.demand(f"ex_RInt_gen {function} {below} {above}")
    return Real(f"RInt_gen {function} {below} {above}", APPLICATION)


def integrand(scope: Scope, node: s.Integral, lower: Real | None, upper: Real | None) -> str:
    name = scope.fresh(node.letter.name)
    within = "".join([f"{lower.within(SUM)} < {name} -> " if lower is not None else "",
                      f"{name} < {upper.within(SUM)} -> " if upper is not None else ""])
    with (scope.inside(f"(forall {name} : R, {within}{{}})", name, inhabited=False),
          scope.meaning(node.letter, Real(name), None)):
        body = number(scope, scope.translate(node.body), node)
    return f"(fun {name} => {body.text})"


def _end(scope: Scope, node: s.Node) -> Real | None:
    """An end of the interval; None where it has none."""
    check_parts(node)
    return None if isinstance(node, s.Infinity) else real(scope, node)
