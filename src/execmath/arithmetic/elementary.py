"""Quotients, powers and the functions everybody knows, in balls and in what carries derivatives."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import comb, factorial

from flint import acb, arb, fmpq, fmpz

from execmath.arithmetic import asymptotics, separable
from execmath.arithmetic.asymptotics import Germ
from execmath.arithmetic.autodiff import Tangent
from execmath.arithmetic.batch import Batch, each
from execmath.arithmetic.centered import Centered
from execmath.arithmetic.continuation import Boxed, Continued, exponential, plain
from execmath.arithmetic.errors import Borderline, EvaluationError, TooMuch, Undecided
from execmath.arithmetic.ordering import compare
from execmath.arithmetic.separable import Separable
from execmath.arithmetic.values import Value, Vector
from execmath.runtime.limits import MAX_EXPONENT, MAX_EXPONENT_OF_BALLS, MAX_TERMS

RATIONAL = (int, fmpq)
REAL = (*RATIONAL, arb)
IN_THE_PLANE = (acb, Boxed)
COMPOUND = (Tangent, Germ, Batch)


def divide(left: Value, right: Value) -> Value:
    if isinstance(left, Tangent):
        return left.over(right, divide)
    if isinstance(right, Tangent):
        return right.below(left, divide)
    if Separable in (type(left), type(right)):
        return separable.separable(left).over(right, divide)
    if Batch in (type(left), type(right)):
        return each(divide, left, right)
    if isinstance(right, RATIONAL):
        if right == 0:
            raise EvaluationError("a division by zero")
        return fmpq(left) / right if isinstance(left, RATIONAL) else left / right
    _must_divide(right)
    return left / right


def _must_divide(right: Value) -> None:
    if isinstance(right, Vector):
        raise EvaluationError("a quotient by a vector")
    if isinstance(right, arb) and right.contains(0):
        raise EvaluationError("a division by zero") if right.is_zero() \
            else Undecided("a division by what may be zero")


def shown(number: Value) -> str:
    """For a message. Python refuses to write out the exponent of what is beyond all bounds."""
    try:
        return str(number.str(5)) if isinstance(number, arb) else str(number)
    except ValueError:
        return "a number beyond all bounds"


# ------------------------------------------------------------------------------ powers


def power(base: Value, exponent: Value) -> Value:
    if Separable in (type(base), type(exponent)) and not isinstance(exponent, Tangent):
        return separable.power(base, exponent, power)
    if (integer := _as_integer(exponent)) is not None:
        return _integer_power(base, integer)
    if isinstance(exponent, Tangent):
        return apply("exp", exponent * apply("log", base))
    if isinstance(base, Tangent):
        return base.chain(lambda v: power(v, exponent), lambda v: exponent * power(v, exponent - 1))
    if type(base) is Batch or type(exponent) is Batch:
        return each(power, base, exponent)
    if type(base) is Germ or type(exponent) is Germ:
        return asymptotics.power(base, exponent)
    return _power_of_numbers(base, exponent)


def _as_integer(exponent: Value) -> int | None:
    """The exponent if it is certain to be an integer."""
    if isinstance(exponent, int):
        return exponent
    if isinstance(exponent, fmpq) and exponent.q == 1:
        return int(exponent.p)
    if isinstance(exponent, arb) and exponent.is_exact() and exponent.is_integer():
        return int(exponent.fmpq().p)
    return None


def _power_of_numbers(base: Value, exponent: Value) -> Value:
    if isinstance(base, IN_THE_PLANE) or isinstance(exponent, IN_THE_PLANE):
        return apply("exp", plain(exponent) * apply("log", _in_the_plane(base)))
    if compare(">", base, 0) is not True:
        return _power_at_zero(base, exponent)
    return arb(base) ** exponent


def _power_at_zero(base: Value, exponent: Value) -> Value:
    if compare("=", base, 0) and compare(">", exponent, 0):
        return 0
    if compare("<", base, 0) and not arb(exponent).contains_integer():
        raise EvaluationError(f"a power of {shown(arb(base))} to an exponent that is no integer")
    wrong = compare(">", exponent, 0) is not True or compare("<", base, 0)
    raise (Undecided if wrong else Borderline)(
        "a power whose base may not be positive, to an exponent that is no integer")


def _integer_power(base: Value, exponent: int) -> Value:
    most = MAX_EXPONENT if isinstance(base, COMPOUND) else MAX_EXPONENT_OF_BALLS
    if abs(exponent) > most:
        raise TooMuch(f"an exponent of {shown(exponent)}; at most {most}")
    if isinstance(base, COMPOUND):
        return _integer_power_within(base, exponent)
    if exponent < 0:
        return divide(1, _integer_power(base, -exponent))
    if isinstance(base, RATIONAL) and _bits(base) * exponent > MAX_EXPONENT:
        return arb(base) ** exponent
    if isinstance(base, arb) and exponent > 0 and base.mid().is_zero():
        # Arb takes the logarithm of a midpoint that is zero, and finds no number.
        return arb(0, (base.rad() ** exponent).upper())
    return base**exponent


def _integer_power_within(base: Value, exponent: int) -> Value:
    """Of what has numbers in it."""
    if type(base) is Germ:
        return base.to_the(exponent)
    if type(base) is Batch:
        # The same to the last bit, and nothing is asked of each node: most powers are squares.
        return base * base if exponent == 2 else each(_integer_power, base, exponent)
    if exponent == 0:
        return 1
    return base.chain(lambda v: _integer_power(v, exponent),
                      lambda v: exponent * _integer_power(v, exponent - 1))


def _bits(number: int | fmpq) -> int:
    if isinstance(number, int):
        return number.bit_length()
    return int(number.p).bit_length() + int(number.q).bit_length()


# --------------------------------------------------------------------------- functions

# Not analytic on the negative real axis, which an integral must be told.
_BRANCHES = frozenset({"log", "sqrt"})
_POLES = frozenset({"gamma", "digamma"})  # at the integers up to 0


def _off_the_cut(z: acb) -> bool:
    return bool(z.real > 0) or not z.imag.contains(0)


def _on_balls(method: str) -> Callable[[Value], Value]:
    cut = method in _BRANCHES
    on_reals: Callable[[arb], arb] = getattr(arb, method)
    on_complex: Callable[[acb], acb] = getattr(acb, method)

    def function(x: Value) -> Value:
        if type(x) is not acb:
            value: Value = on_reals(x if type(x) is arb else arb(x))
        elif cut and not _off_the_cut(x):
            raise Undecided(f"{method} across its branch cut")
        else:
            value = on_complex(x)
        if not value.is_finite():
            _must_be_no_pole(method, x)
            raise Undecided(f"{method} of {shown(x)}")
        return value

    return function


def _must_be_no_pole(method: str, x: Value) -> None:
    """A division by zero has no value, at any precision; nor has a gamma function at 0, -1, …"""
    place = _as_integer(x) if method in _POLES else None
    if place is not None and place <= 0:
        raise EvaluationError(f"{method} at its pole {place}")


def _exp(x: Value) -> Value:
    return exponential(x) if type(x) is acb else _exp_of_balls(x)


def _log(x: Value) -> Value:
    if not isinstance(x, acb) and compare("<=", x, 0):
        raise EvaluationError(f"the logarithm of {shown(arb(x))}")
    return _log_of_balls(x)


def _sqrt(x: Value) -> Value:
    if not isinstance(x, acb) and compare("<", x, 0):
        raise EvaluationError(f"the square root of {shown(arb(x))}")
    if type(x) is arb and x.contains(0) and not x >= 0:
        raise Borderline(f"sqrt of {x.str(5)}")
    return _sqrt_of_balls(x)


def _abs(x: Value) -> Value:
    return abs(x) if isinstance(x, int | fmpq | arb) else apply("sqrt", x * x)


def _sign(x: Value) -> Value:
    for sign, relation in ((1, ">"), (-1, "<")):
        if compare(relation, x, 0):
            return sign
    raise Undecided("the slope of |x| where x may be zero")


def _polygamma(order: int) -> Callable[[Value], Value]:
    def function(x: Value) -> Value:
        if isinstance(x, Tangent):
            return x.chain(function, _polygamma(order + 1))
        if type(x) is Batch:
            return each(function, x)
        x = plain(x)
        value = acb(x).polygamma(order)
        if not value.is_finite():
            raise Undecided(f"a polygamma function of {shown(x)}")
        return value if isinstance(x, acb) else value.real

    return function


def _factorial(x: Value) -> Value:
    if not isinstance(x, int) or x < 0:
        raise EvaluationError(f"the factorial of {shown(x)}, which is no integer from 0 on")
    if x > MAX_EXPONENT:
        raise TooMuch(f"the factorial of {shown(x)}; at most {MAX_EXPONENT}")
    return _large_factorial(x) if x > 100 else factorial(x)


@lru_cache(maxsize=MAX_TERMS)
def _large_factorial(number: int) -> fmpq:
    """With thousands of digits, as in the series of a Bessel function at a large number. Flint's
    integers are faster there."""
    return fmpq(fmpz.fac_ui(fmpz(number)))


_exp_of_balls, _log_of_balls, _sqrt_of_balls = map(_on_balls, ("exp", "log", "sqrt"))

# Each function with its slope.
FUNCTIONS: dict[str, tuple[Callable[[Value], Value], Callable[[Value], Value]]] = {
    "exp": (_exp, lambda x: apply("exp", x)),
    "log": (_log, lambda x: divide(1, x)),
    "sqrt": (_sqrt, lambda x: divide(1, 2 * apply("sqrt", x))),
    "sin": (_on_balls("sin"), lambda x: apply("cos", x)),
    "cos": (_on_balls("cos"), lambda x: -apply("sin", x)),
    "tan": (_on_balls("tan"), lambda x: 1 + power(apply("tan", x), 2)),
    "atan": (_on_balls("atan"), lambda x: divide(1, 1 + power(x, 2))),
    "sinh": (_on_balls("sinh"), lambda x: apply("cosh", x)),
    "cosh": (_on_balls("cosh"), lambda x: apply("sinh", x)),
    "tanh": (_on_balls("tanh"), lambda x: 1 - power(apply("tanh", x), 2)),
    "erf": (_on_balls("erf"),
            lambda x: divide(2, apply("sqrt", arb.pi())) * apply("exp", -power(x, 2))),
    "gamma": (_on_balls("gamma"), lambda x: apply("gamma", x) * apply("digamma", x)),
    "digamma": (_on_balls("digamma"), _polygamma(1)),
    "trigamma": (_polygamma(1), _polygamma(2)),
    "abs": (_abs, _sign),
}


def apply(name: str, x: Value) -> Value:
    if type(x) is Germ:
        return x.apply(name)
    if type(x) is Separable:
        return _of_separable(name, x)
    if isinstance(x, Boxed):
        return _of_boxed(name, x)
    if name in FUNCTIONS:
        function, slope = FUNCTIONS[name]
        if type(x) is Batch:
            return _at_all(name, x)
        return x.chain(function_of(name), slope) if isinstance(x, Tangent) else function(x)
    return OTHERS[name](x)


def _of_separable(name: str, x: Separable) -> Value:
    if name not in FUNCTIONS:
        raise TooMuch(f"{name} of what depends on several numbers at once")
    return x.apply(name, apply)


def _in_the_plane(x: Value) -> Value:
    return x if type(x) is Continued else acb(plain(x))


def _of_boxed(name: str, x: Boxed) -> Value:
    """Logarithms and roots of what is positive on the real line have no cut."""
    if type(x) is Centered and name == "exp":
        return exponential(x)
    log = x.log if type(x) is Continued and name in ("log", "sqrt") else None
    if log is None:
        return apply(name, x.box)
    return log if name == "log" else exponential(log / 2)


OF_BALLS = {name: getattr(arb, name) for name in ("exp", "log", "sqrt", "sin", "cos", "sinh",
                                                  "cosh", "tanh")}


def _at_all(name: str, x: Batch) -> Batch:
    """At each node; where one has no finite value, it is asked what is wrong there."""
    if name in OF_BALLS and set(map(type, x.items)) == {arb}:
        values = Batch(map(OF_BALLS[name], x.items))
        if all(map(arb.is_finite, values.items)):
            return values
    kinds = set(map(type, x.items))
    return each(FUNCTIONS[name][0] if kinds.isdisjoint({Germ, Centered}) else function_of(name), x)


def function_of(name: str) -> Callable[[Value], Value]:
    return lambda x: apply(name, x)


def binomial(upper: Value, lower: Value) -> Value:
    """n over k, for an integer k from 0 on and any number n."""
    if isinstance(lower, int) and lower < 0:
        raise EvaluationError(f"a binomial coefficient over {lower}; it counts from 0 on")
    if type(lower) is Germ and lower.whole:
        return divide(apply("factorial", upper),
                      apply("factorial", lower) * apply("factorial", upper - lower))
    if not isinstance(lower, int) or lower > MAX_EXPONENT:
        raise TooMuch(f"a binomial coefficient over {lower}; from 0 to {MAX_EXPONENT}")
    if isinstance(upper, int) and upper >= 0:
        return comb(upper, lower)
    product: Value = 1
    for j in range(lower):
        product = product * (upper - j)
    return divide(product, factorial(lower))


# ------------------------------------------------------------------- functions of vectors


def _norm(x: Vector) -> Value:
    return apply("sqrt", sum((item * item for item in x), 0))


def _norm1(x: Vector) -> Value:
    return sum((apply("abs", item) for item in x), 0)


def _maxnorm(x: Vector) -> Value:
    return _extreme(">")(Vector([apply("abs", item) for item in x]))


def _extreme(relation: str) -> Callable[[Vector], Value]:
    def extreme(items: Vector) -> Value:
        best = items.items[0]
        for item in items.items[1:]:
            better = compare(relation, item, best)
            if better is None:
                best = _either(relation, item, best)
            elif better:
                best = item
            elif (isinstance(item, Tangent) or isinstance(best, Tangent)) \
                    and compare("=", item, best) is not False:
                raise EvaluationError("the slope of a maximum at a tie")
        return best

    return extreme


def _either(relation: str, item: Value, best: Value) -> Value:
    """A ball around the larger of two, or the smaller one, where it is not told which it is."""
    if not isinstance(item, REAL) or not isinstance(best, REAL):
        raise Undecided("which of two is larger")
    one, other = arb(item), arb(best)
    return one.max(other) if relation == ">" else one.min(other)


OTHERS: dict[str, Callable[[Value], Value]] = {
    "pi": lambda x: arb.pi(), "max": _extreme(">"), "min": _extreme("<"), "norm": _norm,
    "norm1": _norm1, "maxnorm": _maxnorm, "factorial": _factorial,
}
