"""What an expression is in a formal statement: a natural number, a real one, an array, a function.

Text of the prover's language, with as much structure as is needed to put brackets where they are
wanted and to know the size of a vector.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from execmath.language.ast import Node, Span
from execmath.rocq.codes import REFUSED
from execmath.runtime.codes import ExecmathError

ATOM, APPLICATION, POWER, MINUS, PRODUCT, SUM, OPEN = 0, 10, 30, 35, 40, 50, 200


class Refused(ExecmathError):
    """The statement has no formal reading (yet), and why."""

    def __init__(self, message: str, span: Span = (0, 0)) -> None:
        super().__init__(REFUSED, message)
        self.span = span


@dataclass(frozen=True)
class Natural:
    """A sum of variables with integer factors and a constant: `k - 1`.

    The prover cuts differences of natural numbers off at zero, so the sum may only be written
    where it is certain not to be negative; the reading sees to that.
    """

    terms: tuple[tuple[str, int], ...] = ()
    constant: int = 0

    @staticmethod
    def variable(name: str) -> Natural:
        return Natural(((name, 1),))

    def __add__(self, other: Natural) -> Natural:
        factors = dict(self.terms)
        for name, factor in other.terms:
            factors[name] = factors.get(name, 0) + factor
        terms = tuple((name, factor) for name, factor in sorted(factors.items()) if factor)
        return Natural(terms, self.constant + other.constant)

    def times(self, factor: int) -> Natural:
        scaled = tuple((name, factor * own) for name, own in self.terms if factor)
        return Natural(scaled, factor * self.constant)

    def __sub__(self, other: Natural) -> Natural:
        return self + other.times(-1)

    @property
    def name(self) -> str | None:
        """The variable that it is, if it is one."""
        alone = len(self.terms) == 1 and self.terms[0][1] == 1 and not self.constant
        return self.terms[0][0] if alone else None

    @property
    def text(self) -> str:
        """What is added stands before what is taken away: cut off at most once, at the end."""
        plus = [_multiple(name, factor) for name, factor in self.terms if factor > 0]
        minus = [_multiple(name, -factor) for name, factor in self.terms if factor < 0]
        if self.constant > 0 or not plus:
            plus.append(str(max(self.constant, 0)))
        if self.constant < 0:
            minus.append(str(-self.constant))
        return " - ".join([" + ".join(plus), *minus])

    @property
    def argument(self) -> str:
        """As an argument of a function that is known to take a natural number."""
        return self.text if self.name or not self.terms else f"({self.text})"

    @property
    def index(self) -> str:
        """As an argument of a variable, where the prover has to be told."""
        return self.name or (f"({self.text})%nat" if self.terms else f"{self.text}%nat")


ONE = Natural(constant=1)


def _multiple(name: str, factor: int) -> str:
    return name if factor == 1 else f"{factor} * {name}"


@dataclass(frozen=True)
class Slope:
    """A derivative: of which function, at which point."""

    function: str
    point: str


@dataclass(frozen=True)
class Real:
    """`level` says how strongly its parts hold together, as in the prover's grammar."""

    text: str
    level: int = ATOM
    slope: Slope | None = None  # where it is a derivative and nothing else

    def within(self, level: int) -> str:
        return self.text if self.level <= level else f"({self.text})"

    @property
    def argument(self) -> str:
        return self.within(ATOM)


@dataclass(frozen=True)
class Array:
    """A vector: its size, and its component at an index; a matrix is a vector of its rows."""

    size: Natural
    at: Callable[[Natural], Value]
    text: str = ""  # by which it is known as a whole, if it has a name
    column: bool = True
    columns: Natural | None = None  # how many, of a matrix

    @property
    def shape(self) -> tuple[Natural, bool, Natural | None]:
        return self.size, self.column, self.columns

    @property
    def is_column(self) -> bool:
        return self.column and self.columns is None

    @property
    def is_row(self) -> bool:
        return not self.column

    def of(self, component: Callable[[Natural], Value]) -> Array:
        """Another one of that shape."""
        return replace(self, at=component, text="")

    def transposed(self) -> Array:
        if self.columns is None:
            return replace(self, column=not self.column)
        return Array(self.columns, lambda j: Array(self.size, lambda i: _item(_item(self, i), j)),
                     columns=self.size)


def _item(value: Value, index: Natural) -> Value:
    assert isinstance(value, Array)
    return value.at(index)


@dataclass(frozen=True)
class Function:
    """`text` is the prover's function; `call` is its value at arguments given as text."""

    text: str
    domains: tuple[Node, ...]
    call: Callable[[tuple[Value, ...], tuple[str, ...]], Value]
    demand: str = ""  # that it has a value all over its domain, where that is in question


Value = Natural | Real | Array | Function


def atom(text: str) -> str:
    return f"({text})" if " " in text and not text.startswith("(") else text


def applied(function: str, *arguments: str) -> str:
    return " ".join([function, *arguments])


def binary(operator: str, left: Real, right: Real) -> Real:
    level = SUM if operator in "+-" else PRODUCT
    return Real(f"{left.within(level)} {operator} {right.within(level - 1)}", level)


def negative(operand: Real) -> Real:
    return Real(f"- {operand.within(POWER)}", MINUS)
