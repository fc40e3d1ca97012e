"""Functions of several coordinates that are sums of products of functions of one coordinate each.

The integral of such a product over a box is the product of the integrals of its factors, by the
theorem of Fubini and Tonelli: each factor is enclosed over its own interval, with a proved bound of
its absolute value, so all of them are absolutely integrable. No integral is taken within another.

A `Separable` takes the place of a number when an integrand is evaluated. It is multiplied out, like
a polynomial in functions of the coordinates; an exponential of a sum becomes a product, and a
logarithm of a product of what is positive a sum. What does not stay of this form raises `TooMuch`:
nothing is known of it then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from flint import arb, fmpq

from execmath.arithmetic.errors import EvaluationError, TooMuch
from execmath.arithmetic.monomials import exactly
from execmath.arithmetic.values import Value

MAX_SUMMANDS = 400
MAX_POWER = 8  # of a sum, that is multiplied out
NUMBERS = frozenset({int, fmpq, arb})
POSITIVE_EVERYWHERE = frozenset({"exp", "cosh"})
NOT_SEPARABLE = ("an integral over several numbers at once, of what is no sum of products of "
                 "functions of one of them each; write it as integrals within each other")

Key = tuple[object, ...]
Apply = Callable[[str, Value], Value]
Power = Callable[[Value, Value], Value]
Divide = Callable[[Value, Value], Value]


@dataclass(frozen=True, eq=False)
class Coordinate:
    """A number between two ends, which may be infinite floats. Each is another one."""

    lower: Value
    upper: Value

    @property
    def is_positive(self) -> bool:
        """All over the interval, without its ends."""
        return not isinstance(self.lower, float) and bool(arb(self.lower) >= 0)

    @property
    def is_line(self) -> bool:
        """Does it range over all numbers?"""
        return isinstance(self.lower, float) and isinstance(self.upper, float) \
            and (self.lower, self.upper) == (-inf, inf)

    @property
    def is_share(self) -> bool:
        exact = all(isinstance(end, int | fmpq) for end in (self.lower, self.upper))
        return exact and (self.lower, self.upper) == (0, 1)


@dataclass(frozen=True)
class Pair:
    """Two coordinates of whose product there is an exponential; it stands in a term beside them.
    Before the term is integrated the square is completed, see `squares`."""

    coordinates: frozenset[Coordinate]


@dataclass(frozen=True)
class Functions:
    """What the arithmetic makes of numbers."""

    apply: Apply
    power: Power


# ------------------------------------------------------------------ functions of a coordinate


@dataclass(frozen=True, eq=False)
class Function:
    """The coordinate itself, or `share` if it is between 0 and 1; what that lacks to 1, its
    `remainder`; a `sum` of products of functions
    with constants; or a named function of one of these."""

    name: str
    of: Function | None = None
    terms: tuple[tuple[Value, Product], ...] = ()
    is_positive: bool = False

    @cached_property
    def key(self) -> Key:
        """Two that are written alike are the same function."""
        within = () if self.of is None else (self.of.key,)
        return (self.name, *within, *((written(c), p.key) for c, p in self.terms))

    def at(self, x: Value, functions: Functions, values: dict[Key, Value]) -> Value:
        """The value at a place; `values` are those that are known there."""
        if self.key not in values:
            values[self.key] = self._at(x, functions, values)
        return values[self.key]

    def _at(self, x: Value, functions: Functions, values: dict[Key, Value]) -> Value:
        if self.name in ("coordinate", "share"):
            return x
        if self.name == "remainder":
            return 1 - x
        if self.name == "sum":
            return sum((constant * product.at(x, functions, values)
                        for constant, product in self.terms), 0)
        assert self.of is not None
        return functions.apply(self.name, self.of.at(x, functions, values))


@dataclass(frozen=True, eq=False)
class Product:
    """Functions of one coordinate, each to a power."""

    factors: Mapping[Key, tuple[Function, Value]]

    @cached_property
    def key(self) -> Key:
        return tuple(sorted(((key, written(exponent))
                             for key, (_, exponent) in self.factors.items()), key=str))

    @property
    def is_positive(self) -> bool:
        return all(function.is_positive for function, _ in self.factors.values())

    def at(self, x: Value, functions: Functions, values: dict[Key, Value]) -> Value:
        result: Value = 1
        for function, exponent in self.factors.values():
            result = result * functions.power(function.at(x, functions, values), exponent)
        return result

    def times(self, other: Product) -> Product:
        factors = dict(self.factors)
        for key, (function, exponent) in other.factors.items():
            if key in factors:
                exponent = _added(function, factors[key][1], exponent)
            factors[key] = function, exponent
        return Product({key: pair for key, pair in factors.items() if not _is_zero(pair[1])})

    def to_the(self, exponent: Value) -> Product:
        return Product({key: (function, inner * exponent)
                        for key, (function, inner) in self.factors.items()})


NO_FACTORS = Product({})


def _added(function: Function, one: Value, other: Value) -> Value:
    """The exponent of a product of two powers. What may be zero does not cancel."""
    if not (function.is_positive or (isinstance(one, int) and isinstance(other, int)
                                     and one * other > 0)):
        raise TooMuch(NOT_SEPARABLE)
    return one + other


def _only(function: Function, exponent: Value = 1) -> Product:
    return Product({function.key: (function, exponent)})


def written(number: Value) -> object:
    """Two that are written alike are the same number."""
    return exactly(number) if type(number) is arb else str(number)


def _is_zero(number: Value) -> bool:
    return type(number) is not arb and bool(number == 0)


def _sum(terms: Sequence[tuple[Value, Product]]) -> Function:
    """Of what depends on one coordinate."""
    if len(terms) == 1:
        (constant, product), = terms
        if _is_one(constant) and len(product.factors) == 1:
            (function, exponent), = product.factors.values()
            if _is_one(exponent):
                return function
    if _is_remainder(terms):
        return REMAINDER
    positive = all(arb(constant) > 0 and product.is_positive for constant, product in terms)
    return Function("sum", terms=tuple(terms), is_positive=positive)


def _is_one(number: Value) -> bool:
    return type(number) is not arb and bool(number == 1)


ANY, POSITIVE = Function("coordinate"), Function("coordinate", is_positive=True)
SHARE = Function("share", is_positive=True)  # of what is between 0 and 1
REMAINDER = Function("remainder", is_positive=True)
TOGETHER = Function("exponential of the product", is_positive=True)  # of a pair


def _is_remainder(terms: Sequence[tuple[Value, Product]]) -> bool:
    """1 less a share, which a chart knows already."""
    exact = {product.key: constant for constant, product in terms if type(constant) is not arb}
    return exact == {NO_FACTORS.key: 1, _only(SHARE).key: -1}


# ---------------------------------------------------------------------- of several coordinates

Monomial = Mapping[Coordinate | Pair, Product]
Term = tuple[Value, Monomial]


class Separable:
    """A sum of constants times products of functions, each of a coordinate of its own."""

    __slots__ = ("terms",)

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = _gathered(terms)
        if len(self.terms) > MAX_SUMMANDS:
            raise TooMuch(NOT_SEPARABLE)

    def __str__(self) -> str:
        return "a function of several numbers"

    # -------------------------------------------------------------------------- arithmetic

    def __neg__(self) -> Separable:
        return Separable((-constant, monomial) for constant, monomial in self.terms)

    def __add__(self, other: Value) -> Value:
        if (beside := _as_separable(other)) is None:
            return NotImplemented
        return Separable([*self.terms, *beside.terms])

    def __mul__(self, other: Value) -> Value:
        if (beside := _as_separable(other)) is None:
            return NotImplemented
        if len(self.terms) * len(beside.terms) > MAX_SUMMANDS * MAX_SUMMANDS // 4:
            raise TooMuch(NOT_SEPARABLE)
        return Separable((a * b, _multiplied(left, right))
                         for a, left in self.terms for b, right in beside.terms)

    __radd__, __rmul__ = __add__, __mul__

    def __sub__(self, other: Value) -> Value:
        beside = _as_separable(other)
        return NotImplemented if beside is None else self + (-beside)

    def __rsub__(self, other: Value) -> Value:
        return -self + other

    def over(self, other: Value, divide: Divide) -> Separable:
        """self / other"""
        if type(other) in NUMBERS:
            return Separable((divide(constant, other), monomial)
                             for constant, monomial in self.terms)
        result: Separable = self * separable(other).to_the(-1, lambda one, _: divide(1, one))
        return result

    # ------------------------------------------------------------------------------- forms

    def as_product(self) -> Term:
        """The only term; a sum in one coordinate counts as a factor."""
        if len(self.terms) == 1:
            return self.terms[0]
        if not self.terms:
            return 0, {}
        x, function = self.as_function()
        return 1, {x: _only(function)}

    def as_function(self) -> tuple[Coordinate, Function]:
        """Of the only coordinate."""
        coordinates = {x for _, monomial in self.terms for x in monomial}
        x = coordinates.pop() if len(coordinates) == 1 else None
        if not isinstance(x, Coordinate):
            raise TooMuch(NOT_SEPARABLE)
        return x, _sum([(constant, monomial.get(x, NO_FACTORS))
                        for constant, monomial in self.terms])

    def positive_product(self) -> Term:
        """The only term, of which every factor is positive."""
        constant, monomial = self.as_product()
        if not (arb(constant) > 0 and all(p.is_positive for p in monomial.values())):
            raise TooMuch(NOT_SEPARABLE)
        return constant, monomial

    # --------------------------------------------------------------------------- functions

    def apply(self, name: str, of_number: Apply) -> Separable:
        """A named function of it."""
        if name == "log":
            return self._logarithm(of_number)
        if name == "exp":
            return self._exponential(of_number)
        if name == "sqrt" and len(self.terms) == 1 and self.sign() > 0:
            return self.to_the(fmpq(1, 2), lambda base, _: of_number("sqrt", base))
        x, function = self.as_function()
        return Separable([(1, {x: _only(Function(
            name, function, is_positive=name in POSITIVE_EVERYWHERE))})])

    def _logarithm(self, of_number: Apply) -> Separable:
        constant, monomial = self.positive_product()
        logs: list[Term] = [(of_number("log", constant), {})]
        for x, product in monomial.items():
            for function, exponent in product.factors.values():
                if isinstance(x, Pair):
                    logs.append((exponent, {y: _only(ANY) for y in x.coordinates}))
                elif function.name == "exp" and function.of is not None:
                    logs += [(exponent * c, {x: p}) for c, p in summands(function.of)]
                else:
                    logs.append((exponent, {x: _only(Function("log", function))}))
        return Separable(logs)

    def _exponential(self, of_number: Apply) -> Separable:
        """Sums of logarithms turn back into powers."""
        factor: Value = 1
        products: dict[Coordinate | Pair, Product] = {}
        exponents: dict[Coordinate | Pair, list[tuple[Value, Product]]] = {}
        for constant, monomial in self.terms:
            if not monomial:
                factor = of_number("exp", constant)
                continue
            if len(monomial) > 1:
                products[_pair_of(monomial)] = _only(TOGETHER, constant)
                continue
            (x, product), = monomial.items()
            if (base := _of_logarithm(product)) is not None:
                products[x] = products.get(x, NO_FACTORS).times(_only(base, constant))
            else:
                exponents.setdefault(x, []).append((constant, product))
        for x, terms in exponents.items():
            grown = _only(Function("exp", _sum(terms), is_positive=True))
            products[x] = products.get(x, NO_FACTORS).times(grown)
        return Separable([(factor, products)])

    def to_the(self, exponent: Value, of_number: Power) -> Separable:
        """For an integer, or of what is positive any number."""
        whole = isinstance(exponent, int)
        if whole and 0 <= exponent <= MAX_POWER:
            result = ONCE
            for _ in range(exponent):
                result = result * self
            return result
        constant, monomial = self.as_product() if whole else self.positive_product()
        return Separable([(of_number(constant, exponent),
                           {x: product.to_the(exponent) for x, product in monomial.items()})])

    def sign(self) -> int:
        """1 or -1 where it is certain all over, otherwise 0."""
        signs = {_sign_of(term) for term in self.terms}
        if len(signs) == 1:
            return signs.pop()
        return 1 if self._is_remainder() else -1 if (-self)._is_remainder() else 0

    def _is_remainder(self) -> bool:
        return len(self.terms) == 2 and _is_remainder([
            (constant, next(iter(monomial.values()), NO_FACTORS))
            for constant, monomial in self.terms if len(monomial) < 2])


def _multiplied(left: Monomial, right: Monomial) -> Monomial:
    product = dict(left)
    for x, factors in right.items():
        product[x] = product[x].times(factors) if x in product else factors
    return product


def _gathered(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms that are alike, taken together."""
    total: dict[frozenset[tuple[Coordinate | Pair, Key]], Term] = {}
    for constant, monomial in terms:
        monomial = {x: product for x, product in monomial.items() if product.factors}
        key = frozenset((x, product.key) for x, product in monomial.items())
        total[key] = (total[key][0] + constant if key in total else constant), monomial
    return tuple(term for term in total.values() if not _is_zero(term[0]))


def _pair_of(monomial: Monomial) -> Pair:
    """The two coordinates, over all numbers, of which this is the product."""
    pair = Pair(frozenset(x for x, product in monomial.items() if isinstance(x, Coordinate)
                          and x.is_line and product.key == _only(ANY).key))
    if not len(monomial) == len(pair.coordinates) == 2:
        raise TooMuch(NOT_SEPARABLE)
    return pair


def summands(function: Function) -> Sequence[tuple[Value, Product]]:
    return function.terms if function.name == "sum" else [(1, _only(function))]


def _of_logarithm(product: Product) -> Function | None:
    """What it is the logarithm of."""
    if len(product.factors) == 1:
        (function, exponent), = product.factors.values()
        if function.name == "log" and _is_one(exponent):
            return function.of
    return None


def _sign_of(term: Term) -> int:
    constant, monomial = term
    if not all(product.is_positive for product in monomial.values()):
        return 0
    return 1 if arb(constant) > 0 else -1 if arb(constant) < 0 else 0


def _as_separable(value: Value) -> Separable | None:
    """A number is one of one term; None for what is no number."""
    if type(value) is Separable:
        return value
    return Separable([(value, {})]) if type(value) in NUMBERS else None


ONCE = Separable([(1, {})])


def separable(value: Value) -> Separable:
    """raises TooMuch for what is neither a number nor separable"""
    if (result := _as_separable(value)) is None:
        raise TooMuch(NOT_SEPARABLE)
    return result


def of(x: Coordinate) -> Separable:
    """The coordinate itself."""
    function = SHARE if x.is_share else POSITIVE if x.is_positive else ANY
    return Separable([(1, {x: _only(function)})])


def remainder_of(x: Coordinate) -> Separable:
    """1 less a coordinate between 0 and 1."""
    return Separable([(1, {x: _only(REMAINDER)})])


def power(base: Value, exponent: Value, of_number: Power) -> Separable:
    if type(exponent) is Separable:
        raise TooMuch(NOT_SEPARABLE)
    return separable(base).to_the(exponent, of_number)


def compare(relation: str, left: Value, right: Value) -> bool | None:
    """What is certain all over the box; otherwise None."""
    try:
        difference = separable(left - right)
    except (EvaluationError, TypeError):
        return None
    if (sign := difference.sign()) != 0:
        return relation in (("!=", ">", ">=") if sign > 0 else ("!=", "<", "<="))
    return relation in ("=", "<=", ">=") if _vanishes(difference) else None


def _vanishes(difference: Separable) -> bool:
    """Is nothing left when remainders are written out?"""
    try:
        return not sum((_written_out(term) for term in difference.terms), 0 * ONCE).terms
    except TooMuch:
        return False


def _written_out(term: Term) -> Separable:
    constant, monomial = term
    result = Separable([(constant, {})])
    for x, product in monomial.items():
        for function, exponent in product.factors.values():
            result = _multiplied_out(result, x, function, exponent)
    return result


def _multiplied_out(value: Separable, x: Coordinate | Pair, function: Function, exponent: Value
                    ) -> Separable:
    """Times a power, of a remainder as of 1 less the coordinate."""
    terms: list[Term] = [(1, {}), (-1, {x: _only(SHARE)})]
    if function is not REMAINDER or not isinstance(exponent, int):
        terms = [(1, {x: _only(function)})]
    power: Separable = Separable(terms).to_the(exponent, pow)
    product: Separable = value * power
    return product


# ------------------------------------------------------------------------------- integrals


def needed(values: Iterable[Separable], own: Sequence[Coordinate]
           ) -> dict[Coordinate, dict[Key, Product]]:
    """The functions of each of some coordinates whose integrals are asked for."""
    products: dict[Coordinate, dict[Key, Product]] = {x: {} for x in own}
    for value in values:
        for _, monomial in value.terms:
            for x in own:
                product = monomial.get(x, NO_FACTORS)
                products[x][product.key] = product
    return products


def integrated(value: Separable, integrals: Mapping[Coordinate, Mapping[Key, Value]]) -> Value:
    """Over some coordinates, of which these are the integrals of all functions; others stay."""
    terms: list[Term] = []
    for constant, monomial in value.terms:
        for x, of_functions in integrals.items():
            constant = constant * of_functions[monomial.get(x, NO_FACTORS).key]
        terms.append((constant, {x: p for x, p in monomial.items() if x not in integrals}))
    if any(monomial for _, monomial in terms):
        return Separable(terms)
    return sum((constant for constant, _ in terms), 0)
