"""Formulas of smooth functions of some numbers, drawn so that they have little in common.

Each is a sum of up to three products. A factor is a sine, an exponential, a bump, a bounded
function or a power of a mixture of all the numbers, with coefficients of no common denominator.
So what holds for all of these holds for reasons of calculus, and not because all are polynomials,
say, or sums over their arguments. All are analytic: none vanishes on one side only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add, mul
from random import Random

from flint import fmpq

from execmath.arithmetic import elementary
from execmath.arithmetic.values import Value
from execmath.domains.numbers import to_balls

DENOMINATORS = 3, 5, 7, 8, 11, 13
KINDS = "products of sines, exponentials, bumps, bounded functions and powers of mixed arguments"


@dataclass(frozen=True)
class Form:
    """A formula, and its value at some numbers."""

    text: str
    at: Callable[[Sequence[Value]], Value]


def constant(number: fmpq) -> Form:
    return Form(f"{number}", lambda x: to_balls(number))


def scaled(number: fmpq, form: Form) -> Form:
    return Form(f"{number} {form.text}", lambda x: form.at(x) * to_balls(number))


def combined(sign: str, forms: Sequence[Form]) -> Form:
    combine = add if sign == " + " else mul
    text = sign.join(form.text for form in forms)
    return Form(f"({text})" if len(forms) > 1 else text,
                lambda x: reduce(combine, (form.at(x) for form in forms)))


def applied(name: str, inner: Form) -> Form:
    function = OUTER[name]
    return Form(name.replace("u", inner.text), lambda x: function(inner.at(x)))


def place(number: int) -> Form:
    return Form(f"x{number + 1}", lambda x: x[number])


OUTER: dict[str, Callable[[Value], Value]] = {
    "sin(u)": lambda u: elementary.apply("sin", u),
    "exp(u)": lambda u: elementary.apply("exp", u),
    "exp(-u^2)": lambda u: elementary.apply("exp", -elementary.power(u, 2)),
    "1/(1 + u^2)": lambda u: elementary.divide(1, elementary.power(u, 2) + 1),
    "atan(u)": lambda u: elementary.apply("atan", u),
    "u^2": lambda u: elementary.power(u, 2),
    "u^3": lambda u: elementary.power(u, 3),
    "u": lambda u: u,
}


def _every(size: int) -> list[Form]:
    return [place(number) for number in range(size)]


ONE = constant(fmpq(1))
SIMPLE: tuple[Callable[[int], Form], ...] = (
    lambda size: combined(" + ", [ONE, scaled(fmpq(0), place(0))]),  # a constant, with a slope
    lambda size: combined(" + ", [constant(fmpq(0)), *_every(size)]),
    lambda size: combined(" ", [ONE, *_every(size), *_every(size)]),
    lambda size: applied("sin(u)", combined(" + ", [constant(fmpq(0)), *_every(size)])),
    lambda size: applied("exp(-u^2)", combined(" + ", [constant(fmpq(0)), *_every(size)])),
    lambda size: scaled(fmpq(0), place(0)),
)


def drawn(size: int, rng: Random) -> Form:
    """A smooth function of `size` numbers."""
    terms = []
    for _ in range(rng.randrange(1, 4)):
        factors = [applied(rng.choice(list(OUTER)), _mixed(size, rng))
                   for _ in range(rng.randrange(1, 3))]
        terms.append(scaled(_coefficient(rng), combined(" ", factors)))
    return combined(" + ", terms)


def _mixed(size: int, rng: Random) -> Form:
    """A number for each argument, their sum, and now and then a product of two."""
    terms = [constant(_coefficient(rng))]
    terms += [scaled(_coefficient(rng), place(number)) for number in range(size)]
    if size > 1 and rng.random() < 0.3:
        pair = [place(number) for number in rng.sample(range(size), 2)]
        terms.append(scaled(_coefficient(rng), combined(" ", pair)))
    return combined(" + ", terms)


def _coefficient(rng: Random) -> fmpq:
    above = rng.choice((1, -1)) * rng.randrange(1, 20)
    return fmpq(above, rng.choice(DENOMINATORS))
