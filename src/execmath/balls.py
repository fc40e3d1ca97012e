"""The reading in ball arithmetic: every number is a ball that is certain to hold the true one.

Balls are Arb's, through python-flint. Derivatives are exact too: a `Dual` carries the slope of a
value beside it, by the rules of calculus (nested for second derivatives).
"""

from __future__ import annotations

import math
from collections.abc import Callable

from flint import acb, arb, ctx, fmpq

from execmath.domains import compare
from execmath.limits import MAX_EVALUATIONS, MAX_EXPONENT, MAX_PANELS
from execmath.values import EvaluationError, Undecided, Value, Vector


class Dual:
    """value + slope * e with e * e = 0. A higher `level` is a derivative taken further in."""

    __slots__ = ("level", "slope", "value")

    def __init__(self, value: Value, slope: Value, level: int) -> None:
        self.value, self.slope, self.level = value, slope, level

    def _split(self, other: Value) -> tuple[Value, Value, Value, Value, int]:
        if not isinstance(other, Dual) or other.level < self.level:
            return self.value, self.slope, other, 0, self.level
        if other.level > self.level:
            return self, 0, other.value, other.slope, other.level
        return self.value, self.slope, other.value, other.slope, self.level

    def __add__(self, other: Value) -> Value:
        if isinstance(other, Vector):
            return NotImplemented
        a, da, b, db, level = self._split(other)
        return Dual(a + b, da + db, level)

    def __mul__(self, other: Value) -> Value:
        if isinstance(other, Vector):
            return NotImplemented
        a, da, b, db, level = self._split(other)
        return Dual(a * b, da * b + a * db, level)

    def __sub__(self, other: Value) -> Value:
        return NotImplemented if isinstance(other, Vector) else self + (-other)

    def __neg__(self) -> Value:
        return Dual(-self.value, -self.slope, self.level)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other: Value) -> Value:
        return -self + other

    def over(self, other: Value) -> Value:
        """self / other"""
        a, da, b, db, level = self._split(other)
        quotient = divide(a, b)
        return Dual(quotient, divide(da - quotient * db, b), level)

    def chain(self, function: Callable[[Value], Value], slope: Callable[[Value], Value]) -> Value:
        """A function of this value, by the chain rule."""
        return Dual(function(self.value), slope(self.value) * self.slope, self.level)


def divide(left: Value, right: Value) -> Value:
    if isinstance(right, Vector) or isinstance(left, Vector):
        raise EvaluationError("a quotient with a vector in it")
    if isinstance(left, Dual):
        return left.over(right)
    if isinstance(right, Dual):
        return Dual(left, 0, right.level).over(right)
    if isinstance(right, int | fmpq):
        if right == 0:
            raise EvaluationError("a division by zero")
        if isinstance(left, int | fmpq):
            return fmpq(left) / right
    elif isinstance(right, arb) and right.contains(0):
        if right.is_zero():
            raise EvaluationError("a division by zero")
        raise Undecided("a division by what may be zero")
    return left / right


def power(base: Value, exponent: Value) -> Value:
    if isinstance(exponent, int):
        return _integer_power(base, exponent)
    if isinstance(exponent, Dual):
        return apply("exp", exponent * apply("log", base))
    if isinstance(base, Dual):
        return base.chain(lambda v: power(v, exponent), lambda v: exponent * power(v, exponent - 1))
    if isinstance(base, acb) or isinstance(exponent, acb):
        return apply("exp", exponent * apply("log", acb(base)))
    if compare(">", base, 0) is not True:
        return _power_at_zero(base, exponent)
    return arb(base) ** exponent


def _power_at_zero(base: Value, exponent: Value) -> Value:
    if compare("=", base, 0) and compare(">", exponent, 0):
        return 0
    raise Undecided("a power whose base may not be positive, to an exponent that is no integer")


def _integer_power(base: Value, exponent: int) -> Value:
    if abs(exponent) > MAX_EXPONENT:
        raise EvaluationError(f"an exponent of {exponent}; at most {MAX_EXPONENT}")
    if isinstance(base, Dual):
        if exponent == 0:
            return 1
        return base.chain(lambda v: _integer_power(v, exponent),
                          lambda v: exponent * _integer_power(v, exponent - 1))
    if exponent < 0:
        return divide(1, _integer_power(base, -exponent))
    if isinstance(base, int | fmpq) and _bits(base) * exponent > MAX_EXPONENT:
        return arb(base) ** exponent
    if isinstance(base, arb) and exponent > 0 and base.mid().is_zero():
        # Arb takes the logarithm of a midpoint that is zero, and finds no number.
        return arb(0, (base.rad() ** exponent).upper())
    return base**exponent


def _bits(number: int | fmpq) -> int:
    if isinstance(number, int):
        return number.bit_length()
    return int(number.p).bit_length() + int(number.q).bit_length()


# Not analytic on the negative real axis, which an integral must be told.
_BRANCHES = frozenset({"log", "sqrt"})


def _off_the_cut(z: acb) -> bool:
    return bool(z.real > 0) or not z.imag.contains(0)


def _on_balls(method: str) -> Callable[[Value], Value]:
    def function(x: Value) -> Value:
        ball = x if isinstance(x, arb | acb) else arb(x)
        if method in _BRANCHES and isinstance(ball, acb) and not _off_the_cut(ball):
            raise Undecided(f"{method} across its branch cut")
        value = getattr(ball, method)()
        if not value.is_finite():
            raise Undecided(f"{method} of {ball.str(5) if isinstance(ball, arb) else ball}")
        return value

    return function


def _log(x: Value) -> Value:
    if not isinstance(x, acb) and compare("<=", x, 0):
        raise EvaluationError(f"the logarithm of {arb(x).str(5)}")
    return _on_balls("log")(x)


def _sqrt(x: Value) -> Value:
    if not isinstance(x, acb) and compare("<", x, 0):
        raise EvaluationError(f"the square root of {arb(x).str(5)}")
    return _on_balls("sqrt")(x)


def _abs(x: Value) -> Value:
    return abs(x) if isinstance(x, int | fmpq | arb) else apply("sqrt", x * x)


def _sign(x: Value) -> Value:
    for sign, relation in ((1, ">"), (-1, "<")):
        if compare(relation, x, 0):
            return sign
    raise Undecided("the slope of |x| where x may be zero")


_exp, _sin, _cos = _on_balls("exp"), _on_balls("sin"), _on_balls("cos")

# Each function with its slope.
FUNCTIONS: dict[str, tuple[Callable[[Value], Value], Callable[[Value], Value]]] = {
    "exp": (_exp, lambda x: apply("exp", x)),
    "log": (_log, lambda x: divide(1, x)),
    "sqrt": (_sqrt, lambda x: divide(1, 2 * apply("sqrt", x))),
    "sin": (_sin, lambda x: apply("cos", x)),
    "cos": (_cos, lambda x: -apply("sin", x)),
    "sinh": (_on_balls("sinh"), lambda x: apply("cosh", x)),
    "cosh": (_on_balls("cosh"), lambda x: apply("sinh", x)),
    "tanh": (_on_balls("tanh"), lambda x: 1 - power(apply("tanh", x), 2)),
    "gamma": (_on_balls("gamma"), lambda x: apply("gamma", x) * apply("digamma", x)),
    "digamma": (_on_balls("digamma"), lambda x: _polygamma(1, x)),
    "abs": (_abs, _sign),
}


def _polygamma(order: int, x: Value) -> Value:
    if isinstance(x, Dual):
        return x.chain(lambda v: _polygamma(order, v), lambda v: _polygamma(order + 1, v))
    return acb(x).polygamma(order).real


def apply(name: str, x: Value) -> Value:
    if name == "pi":
        return arb.pi()
    if name in ("max", "min"):
        return _extreme(x, ">" if name == "max" else "<")
    if name == "norm":
        return apply("sqrt", sum((item * item for item in x), 0))
    function, slope = FUNCTIONS[name]
    if isinstance(x, Dual):
        return x.chain(lambda v: apply(name, v), slope)
    return function(x)


def _extreme(items: Vector, relation: str) -> Value:
    best = items.items[0]
    for item in items.items[1:]:
        better = compare(relation, item, best)
        if better is None and isinstance(item, arb) and isinstance(best, arb):
            best = item.max(best) if relation == ">" else item.min(best)
        elif better is None:
            raise Undecided("which of two is larger")
        elif better:
            best = item
        elif Dual in (type(item), type(best)) and compare("=", item, best) is not False:
            raise EvaluationError("the slope of a maximum at a tie")
    return best


class Balls:
    """The arithmetic; it remembers whether a value was estimated rather than enclosed."""

    def __init__(self) -> None:
        self.estimated = False
        self._level = 0

    number = staticmethod(lambda digits: int(digits) if digits.isdigit() else _decimal(digits))
    divide = staticmethod(divide)
    power = staticmethod(power)
    apply = staticmethod(apply)

    def slope(self, function: Callable[[Value], Value], at: Value) -> Value:
        self._level += 1
        level = self._level
        try:
            result = function(Dual(at, 1, level))
        finally:
            self._level -= 1
        return _slope_of(result, level)

    def integrate(self, function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        """Rigorous on a finite interval. On a half line panels that double in length are added
        until they no longer count: what is left out is then estimated, not enclosed."""
        _try_inside(function, lower, upper)
        if isinstance(lower, float) or isinstance(upper, float):
            self.estimated = True
            return self._half_lines(function, lower, upper)
        return _panel(function, lower, upper)

    def _half_lines(self, function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        if isinstance(lower, float) and isinstance(upper, float):
            if not lower < upper:
                raise EvaluationError("an integral from infinity to infinity")
            return _tail(function, 0, 1) + _tail(function, 0, -1)
        if isinstance(upper, float):
            return _tail(function, lower, 1) if upper > 0 else -_tail(function, lower, -1)
        return _tail(function, upper, -1) if lower < 0 else -_tail(function, upper, 1)


def _decimal(digits: str) -> fmpq:
    whole, _, decimals = digits.partition(".")
    return fmpq(int(whole + decimals), 10 ** len(decimals))


def _slope_of(value: Value, level: int) -> Value:
    if isinstance(value, Vector):
        return type(value)([_slope_of(item, level) for item in value])
    if isinstance(value, Dual) and value.level == level:
        return value.slope
    return 0


def _try_inside(function: Callable[[Value], Value], lower: Value, upper: Value) -> None:
    """Off the real line no domain is asked for. So ask next to the ends if there is a value."""
    ends = [end for end in (lower, upper) if not isinstance(end, float)] or [0]
    far = 1 if len(ends) < 2 else ends[1] - ends[0]
    close = fmpq(1, 2**100)
    for end, inwards in zip(ends, (-1 if lower == -math.inf else 1, -1), strict=False):
        for step in (close, 1 - close):
            function(arb(end) + arb(far) * arb(inwards * step))


def _panel(function: Callable[[Value], Value], lower: Value, upper: Value) -> arb:
    def integrand(z: acb, analytic: bool) -> acb:
        try:
            return acb(function(z))
        except EvaluationError:
            return acb("nan")  # Arb then cuts the interval in two

    # Asking for a little less than the precision saves most of the work.
    tolerance = arb(2) ** -(ctx.prec - 40)
    value = acb.integral(integrand, acb(lower), acb(upper), rel_tol=tolerance,
                         eval_limit=MAX_EVALUATIONS)
    if not value.is_finite():
        raise EvaluationError("an integral that did not settle")
    return value.real


def _tail(function: Callable[[Value], Value], start: Value, direction: int) -> arb:
    """From `start` to infinity in `direction`, as a positive length is integrated."""
    total, edge, width, small = arb(0), arb(start), arb(1), 0
    for _ in range(MAX_PANELS):
        ends = (edge, edge + width) if direction > 0 else (edge - width, edge)
        part = _panel(function, *ends)
        total, edge, width = total + part, edge + direction * width, 8 * width
        negligible = abs(part).upper() <= abs(total).lower() * arb(2) ** -(ctx.prec - 40)
        small = small + 1 if negligible else 0
        if small == 2:
            return total + arb(0, abs(part).upper())
    raise EvaluationError("an integral that does not converge")
