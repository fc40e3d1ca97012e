"""Integrals over finite intervals, enclosed: Arb bounds the integrand on complex neighborhoods."""

from __future__ import annotations

from collections.abc import Callable

from flint import acb, arb, ctx

from execmath.arithmetic.autodiff import Tangent
from execmath.arithmetic.errors import EvaluationError, TooMuch, Undecided
from execmath.arithmetic.leaves import Path, parts, rebuilt
from execmath.arithmetic.values import Value
from execmath.runtime.limits import MAX_EVALUATIONS

Integrand = Callable[[Value], Value]
SPARE_BITS = 40  # asking for a little less than the precision saves most of the work


def integral(function: Integrand, lower: Value, upper: Value) -> Value:
    """Of each number that the function's value is made of; the value at one place shows which
    there are."""
    if isinstance(lower, Tangent) or isinstance(upper, Tangent):
        raise EvaluationError("a derivative by what the bound of an integral depends on")
    lower, upper = arb(lower), arb(upper)
    _try_inside(function, lower, upper)
    like = function(lower + (upper - lower) * 3 / 7)
    known = {path for path, _ in parts(like)}

    def component(path: Path) -> Integrand:
        def one(x: Value) -> Value:
            found = dict(parts(function(x)))
            if not found.keys() <= known:
                raise EvaluationError("an integrand whose shape changes")
            return found.get(path, 0)

        return one

    return rebuilt(like, lambda path: _enclosed(component(path), lower, upper))


def _try_inside(function: Integrand, lower: arb, upper: arb) -> None:
    """Off the real line no domain is asked for. So ask next to the ends if there is a value."""
    close = arb(2) ** -100
    for part in (close, 1 - close):
        function(lower + (upper - lower) * part)


def _enclosed(function: Integrand, lower: arb, upper: arb) -> arb:
    broken: list[BaseException] = []  # an exception cannot pass through Arb

    def integrand(z: acb, analytic: bool) -> acb:
        try:
            return acb("nan") if broken else acb(function(z))
        except Undecided:
            pass
        except BaseException as error:  # no smaller interval would bring a value
            broken.append(error)
        return acb("nan")  # Arb then cuts the interval in two

    value = acb.integral(integrand, acb(lower), acb(upper), eval_limit=MAX_EVALUATIONS,
                         rel_tol=arb(2) ** -(ctx.prec - SPARE_BITS))
    if broken:
        raise broken[0]
    if not value.is_finite():
        raise TooMuch("an integral that did not settle")
    return value.real
