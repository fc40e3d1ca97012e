"""Terms of which the fuzzer makes its claims, and their values, by other means than the machine's.

A term is an operation and what it is applied to. Its value is a ball of Arb; what the machine
computes by quadrature, by series or with derivatives is a closed form here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from flint import arb, arb_series

REAL, POSITIVE, NATURAL, COUNT, VECTOR, POSITIVE_VECTOR = (
    "real", "positive", "natural", "count", "vector", "positive vector")
Point = Mapping[str, Any]  # a value for each letter; a vector is a list


@dataclass(frozen=True)
class Letter:
    """`sort` is one of those above; `size` is the letter for the number of a vector's components"""

    name: str
    sort: str
    size: str = ""


@dataclass(frozen=True)
class Term:
    """`data` is what an operation needs besides terms: a number, a letter, a name, a relation."""

    operation: str
    parts: tuple[Term, ...] = ()
    data: Any = None


class Undefined(Exception):
    """A term has no value there, certainly."""


class Unknown(Exception):
    """The balls do not tell."""


# ------------------------------------------------------------------------------ construction


def number(value: int | Fraction) -> Term:
    value = Fraction(value)
    if value < 0:
        return negative(number(-value))
    if value.denominator > 1:
        return quotient(number(value.numerator), number(value.denominator))
    return Term("number", (), int(value))


def of(letter: Letter) -> Term:
    return Term("letter", (), letter)


def negative(term: Term) -> Term:
    return Term("negative", (term,))


def total(*terms: Term) -> Term:
    flat = [part for term in terms
            for part in (term.parts if term.operation == "total" else (term,))]
    return flat[0] if len(flat) == 1 else Term("total", tuple(flat))


def difference(left: Term, right: Term) -> Term:
    return total(left, negative(right))


def product(*terms: Term) -> Term:
    flat = [part for term in terms
            for part in (term.parts if term.operation == "product" else (term,))]
    return flat[0] if len(flat) == 1 else Term("product", tuple(flat))


def quotient(left: Term, right: Term) -> Term:
    return Term("quotient", (left, right))


def power(base: Term, exponent: Term | int) -> Term:
    return Term("power", (base, exponent if isinstance(exponent, Term) else number(exponent)))


def function(name: str, argument: Term) -> Term:
    return Term("function", (argument,), name)


def extreme(name: str, *terms: Term) -> Term:
    return Term("extreme", terms, name)


def fold(name: str, index: Letter, first: Term, last: Term, body: Term) -> Term:
    return Term("fold", (first, last, body), (name, index))


def case(left: Term, relation: str, right: Term, then: Term, otherwise: Term) -> Term:
    return Term("case", (left, right, then, otherwise), relation)


def indicator(left: Term, relation: str, right: Term) -> Term:
    return Term("indicator", (left, right), relation)


def component(vector: Letter, index: Term) -> Term:
    return Term("component", (index,), vector)


def inner(left: Letter, right: Letter) -> Term:
    return Term("inner", (), (left, right))


def derivative(letter: Letter, body: Term) -> Term:
    return Term("derivative", (body,), letter)


def special(name: str, *parts: Term) -> Term:
    """What has a closed form that depends on `parts`: see `SPECIAL`."""
    return Term(name, parts)


# -------------------------------------------------------------------------------- inspection


def walk(term: Term) -> Iterator[tuple[tuple[int, ...], Term]]:
    """Each term in a term, with the way there."""
    yield (), term
    for place, part in enumerate(term.parts):
        for way, below in walk(part):
            yield (place, *way), below


def replaced(term: Term, way: tuple[int, ...], new: Term) -> Term:
    if not way:
        return new
    parts = list(term.parts)
    parts[way[0]] = replaced(parts[way[0]], way[1:], new)
    return replace(term, parts=tuple(parts))


def letters(*terms: Term) -> list[Letter]:
    """Those that stand in the terms and are bound by nothing in them, in reading order."""
    seen: dict[Letter, None] = {}
    for term in terms:
        _collect(term, frozenset(), seen)
    return list(seen)


def _collect(term: Term, bound: frozenset[str], seen: dict[Letter, None]) -> None:
    if term.operation == "fold":
        first, last, body = term.parts
        _collect(first, bound, seen)
        _collect(last, bound, seen)
        _collect(body, bound | {term.data[1].name}, seen)
        return
    direct = {"letter": (term.data,), "component": (term.data,), "inner": term.data,
              "derivative": (term.data,)}.get(term.operation, ())
    for letter in direct:
        if letter.name not in bound:
            seen[letter] = None
    for part in term.parts:
        _collect(part, bound, seen)


def substituted(term: Term, letter: Letter, new: Term) -> Term:
    if term.operation == "letter":
        return new if term.data.name == letter.name else term
    if term.operation == "fold" and term.data[1].name == letter.name:
        return replace(term, parts=(*(substituted(part, letter, new) for part in term.parts[:2]),
                                    term.parts[2]))
    return replace(term, parts=tuple(substituted(part, letter, new) for part in term.parts))


def is_positive(term: Term) -> bool:
    """Surely so, wherever it has a value."""
    match term.operation:
        case "number":
            return bool(term.data > 0)
        case "letter":
            return term.data.sort in (POSITIVE, COUNT)
        case "component":
            return bool(term.data.sort == POSITIVE_VECTOR)
        case "total" | "product" | "quotient" | "extreme":
            return all(map(is_positive, term.parts))
        case "power":
            return is_positive(term.parts[0])
        case "fold":
            return is_positive(term.parts[2]) and (
                term.data[0] == "prod" or is_positive(difference_of(*term.parts[:2])))
        case "function":
            return term.data in ("exp", "cosh") or (
                term.data in ("sqrt", "abs") and is_positive(term.parts[0]))
        case "binomial" | "case":
            return term.operation == "case" and all(map(is_positive, term.parts[2:]))
        case "factorial" | "gauss" | "gamma integral" | "exponential series":
            return True
    return False


def difference_of(first: Term, last: Term) -> Term:
    """Positive where a sum from `first` to `last` is not empty, as far as can be told."""
    if first == number(1) and is_positive(last):
        return number(1)
    if first.operation == last.operation == "number":
        return number(last.data - first.data + 1)
    return number(0)


# ------------------------------------------------------------------------------------ values


def value(term: Term, point: Point) -> Any:
    """Raises Undefined and Unknown."""
    result = _VALUES[term.operation](term, point)
    if isinstance(result, arb) and not result.is_finite():
        raise Unknown
    return result


def integer(term: Term, point: Point) -> int:
    exact = arb(value(term, point)).unique_fmpz()
    if exact is None:
        raise Unknown
    return int(exact)


def compare(left: Any, relation: str, right: Any) -> bool:
    """Certainly; raises Unknown."""
    difference = arb(left) - arb(right)
    if difference > 0 or difference < 0 or difference == 0:
        return bool({"<": difference < 0, ">": difference > 0, "\\le": not difference > 0,
                     "\\ge": not difference < 0, "=": difference == 0,
                     "\\ne": difference != 0}[relation])
    raise Unknown


def _number(term: Term, point: Point) -> Any:
    return arb(term.data)


def _letter(term: Term, point: Point) -> Any:
    at = point[term.data.name]
    return arb(at) if isinstance(at, int) else at


def _total(term: Term, point: Point) -> Any:
    return _folded(lambda one, other: one + other, term, point)


def _product(term: Term, point: Point) -> Any:
    return _folded(lambda one, other: one * other, term, point)


def _folded(combine: Callable[[Any, Any], Any], term: Term, point: Point) -> Any:
    first, *rest = (value(part, point) for part in term.parts)
    for one in rest:
        first = combine(first, one)
    return first


def _quotient(term: Term, point: Point) -> Any:
    left, right = (value(part, point) for part in term.parts)
    if isinstance(right, arb) and right.contains(0):
        raise Undefined if right == 0 else Unknown
    return left / right


def _power(term: Term, point: Point) -> Any:
    base, exponent = (value(part, point) for part in term.parts)
    whole = exponent.unique_fmpz() if isinstance(exponent, arb) and exponent.is_exact() else None
    if isinstance(base, arb_series) or isinstance(exponent, arb_series):
        if whole is not None and whole >= 0:
            return base ** int(whole)
        return (exponent * base.log()).exp() if isinstance(base, arb_series) \
            else (exponent * arb(base).log()).exp()
    if whole is not None and whole >= 0:
        return base ** whole
    if whole is not None:
        if base.contains(0):
            raise Undefined if base == 0 else Unknown
        return 1 / base ** -whole
    if not base > 0:
        raise Undefined if base < 0 else Unknown
    return (base.log() * exponent).exp()


def _function(term: Term, point: Point) -> Any:
    argument, name = value(term.parts[0], point), term.data
    if isinstance(argument, arb_series):
        return _of_series(name, argument)
    if name in ("log", "sqrt") and not (argument > 0 or (name == "sqrt" and argument == 0)):
        raise Undefined if argument < 0 or argument == 0 else Unknown
    if name == "abs":
        return abs(argument)
    return getattr(argument, {"arctan": "atan"}.get(name, name))()


def _of_series(name: str, argument: arb_series) -> arb_series:
    if name in ("sinh", "cosh"):
        other = (-argument).exp()
        return (argument.exp() + (other if name == "cosh" else -other)) / 2
    if name == "tanh":
        return 1 - 2 / ((argument * 2).exp() + 1)
    if name == "abs":
        raise Unknown
    return getattr(argument, {"arctan": "atan"}.get(name, name))()


def _extreme(term: Term, point: Point) -> Any:
    pick = arb.max if term.data == "max" else arb.min
    return _folded(pick, term, point)


def _fold(term: Term, point: Point) -> Any:
    (name, index), (first, last, body) = term.data, term.parts
    result = arb(1 if name == "prod" else 0)
    for at in range(integer(first, point), integer(last, point) + 1):
        one = value(body, {**point, index.name: at})
        result = result * one if name == "prod" else result + one
    return result


def _binomial(term: Term, point: Point) -> Any:
    upper, lower = (integer(part, point) for part in term.parts)
    if lower < 0 or upper < 0:
        raise Undefined
    return arb.bin_uiui(upper, lower)


def _factorial(term: Term, point: Point) -> Any:
    at = integer(term.parts[0], point)
    if at < 0:
        raise Undefined
    return arb.fac_ui(at)


def _case(term: Term, point: Point) -> Any:
    left, right, then, otherwise = term.parts
    holds = compare(value(left, point), term.data, value(right, point))
    return value(then if holds else otherwise, point)


def _indicator(term: Term, point: Point) -> Any:
    left, right = (value(part, point) for part in term.parts)
    return arb(1 if compare(left, term.data, right) else 0)


def _component(term: Term, point: Point) -> Any:
    at, vector = integer(term.parts[0], point), point[term.data.name]
    if not 1 <= at <= len(vector):
        raise Undefined
    return vector[at - 1]


def _inner(term: Term, point: Point) -> Any:
    left, right = (point[letter.name] for letter in term.data)
    return sum((a * b for a, b in zip(left, right, strict=True)), arb(0))


def _derivative(term: Term, point: Point) -> Any:
    letter = term.data
    along = arb_series([point[letter.name], 1], 3)
    result = value(term.parts[0], {**point, letter.name: along})
    if not isinstance(result, arb_series):
        return arb(0)
    coefficients = [*result.coeffs(), arb(0), arb(0)]
    if not all(one.is_finite() for one in coefficients):
        raise Unknown
    return coefficients[1]


def _gauss(term: Term, point: Point) -> Any:
    """The integral of exp(-a x² + b x) over all x."""
    a, b = (value(part, point) for part in term.parts)
    if not a > 0:
        raise Undefined
    return (arb.pi() / a).sqrt() * (b * b / (4 * a)).exp()


def _gamma_integral(term: Term, point: Point) -> Any:
    """The integral of x^n exp(-b x) from zero on."""
    n, b = integer(term.parts[0], point), value(term.parts[1], point)
    if n < 0 or not b > 0:
        raise Undefined
    return arb.fac_ui(n) / b ** (n + 1)


def _power_integral(term: Term, point: Point) -> Any:
    """The integral of x^n from a to b."""
    a, b = (value(part, point) for part in term.parts[:2])
    n = integer(term.parts[2], point)
    if n < 0:
        raise Undefined
    return (b ** (n + 1) - a ** (n + 1)) / (n + 1)


def _exponential_series(term: Term, point: Point) -> Any:
    return value(term.parts[0], point).exp()


def _geometric_series(term: Term, point: Point) -> Any:
    """The sum of (1 / c)^n from n = m on, for c > 1."""
    c, m = value(term.parts[0], point), integer(term.parts[1], point)
    if not c > 1 or m < 0:
        raise Undefined
    return c ** -m * c / (c - 1) if m else c / (c - 1)


def _pi(term: Term, point: Point) -> Any:
    return arb.pi()


SPECIAL = ("gauss", "gamma integral", "power integral", "exponential series", "geometric series")
_VALUES: dict[str, Callable[[Term, Point], Any]] = {
    "number": _number, "letter": _letter, "total": _total, "product": _product,
    "negative": lambda term, point: -value(term.parts[0], point),
    "quotient": _quotient, "power": _power, "function": _function, "extreme": _extreme,
    "fold": _fold, "binomial": _binomial, "factorial": _factorial, "case": _case,
    "indicator": _indicator, "component": _component, "inner": _inner, "derivative": _derivative,
    "gauss": _gauss, "gamma integral": _gamma_integral, "power integral": _power_integral,
    "exponential series": _exponential_series, "geometric series": _geometric_series, "pi": _pi,
}
