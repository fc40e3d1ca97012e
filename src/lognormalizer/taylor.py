"""Truncated power series, by which the derivatives of a log-normalizer are derived.

A formula that is run on the series eta + s v instead of on the number eta gives
A(eta) + A' s + A''/2 s^2 + … along the direction v. Nothing is subtracted that is nearly equal, and
no step has to be chosen: the derivatives are as right as the formula.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Coefficients = Sequence[Any]


class Series(np.lib.mixins.NDArrayOperatorsMixin):
    """c_0 + c_1 s + … + c_n s^n, and what comes after it is dropped.

    coefficients  numbers or arrays that broadcast against each other, c_0 first

    Takes part in `+ - * /`, `np.exp`, `np.log` and `np.log1p`, with numbers, arrays, and series of
    its own length.
    raises  TypeError for any other function, by its name
    source: Griewank & Walther 2008, chapter 13, doi:10.1137/1.9780898717761
    """

    def __init__(self, coefficients: Coefficients) -> None:
        self.coefficients = tuple(coefficients)

    def __array_ufunc__(self, function: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        rule = RULES.get(function.__name__)
        if rule is None or method != "__call__" or options:
            raise TypeError(f"{function.__name__} is not known for power series; the formula of a "
                            f"log-normalizer may use {', '.join(RULES)}")
        return Series(rule(*[self._lift(value) for value in inputs]))

    def _lift(self, value: Any) -> Coefficients:
        if isinstance(value, Series):
            return value.coefficients
        return (value, *(0.0 for _ in self.coefficients[1:]))


def _add(a: Coefficients, b: Coefficients) -> Coefficients:
    return [x + y for x, y in zip(a, b, strict=True)]


def _subtract(a: Coefficients, b: Coefficients) -> Coefficients:
    return [x - y for x, y in zip(a, b, strict=True)]


def _negative(a: Coefficients) -> Coefficients:
    return [-x for x in a]


def _multiply(a: Coefficients, b: Coefficients) -> Coefficients:
    return [sum(a[k] * b[n - k] for k in range(n + 1)) for n in range(len(a))]


def _divide(a: Coefficients, b: Coefficients) -> Coefficients:
    # q b = a, solved for one coefficient after the other.
    q: list[Any] = []
    for n in range(len(a)):
        q.append((a[n] - sum(q[k] * b[n - k] for k in range(n))) / b[0])
    return q


def exp(a: Coefficients) -> Coefficients:
    # e' = a' e
    e = [np.exp(a[0])]
    for n in range(1, len(a)):
        e.append(sum(k * a[k] * e[n - k] for k in range(1, n + 1)) / n)
    return e


def log(a: Coefficients) -> Coefficients:
    # l' a = a'
    l = [np.log(a[0])]
    for n in range(1, len(a)):
        l.append((a[n] - sum(k * l[k] * a[n - k] for k in range(1, n)) / n) / a[0])
    return l


def log1p(a: Coefficients) -> Coefficients:
    return [np.log1p(a[0]), *log([1 + a[0], *a[1:]])[1:]]


RULES: dict[str, Callable[..., Coefficients]] = {
    "add": _add, "subtract": _subtract, "negative": _negative, "multiply": _multiply,
    "divide": _divide, "exp": exp, "log": log, "log1p": log1p,
}
