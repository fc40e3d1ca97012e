"""Integrals to infinity without a proof: the error that is estimated covers the one that is made,
and what comes out different in two ways is undecided."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flint import arb, ctx

from execmath.arithmetic import improper
from execmath.arithmetic.errors import TooMuch, Undecided

Known = tuple[Callable[[arb], arb], Callable[[], arb]]  # an integrand, and its integral

WHOLE_LINE: dict[str, Known] = {
    "bell": (lambda x: (-x * x).exp(), lambda: arb.pi().sqrt()),
    "waves": (lambda x: (5 * x).cos() * (-x * x).exp(),
              lambda: arb.pi().sqrt() * (arb(-25) / 4).exp()),
    "fast waves": (lambda x: (20 * x).cos() * (-x * x).exp(),
                   lambda: arb.pi().sqrt() * arb(-100).exp()),
    "heavy tails": (lambda x: 1 / (1 + x * x) ** 2, lambda: arb.pi() / 2),
    "narrow": (lambda x: 1 / (1 + 10_000 * x * x) ** 2, lambda: arb.pi() / 200),
    "two hills": (lambda x: (-x * x).exp() + (-9 * (x - 6) ** 2).exp(),
                  lambda: arb.pi().sqrt() * 4 / 3),
    "poles near by": (lambda x: (-x * x).exp() / (x * x + arb(1) / 4),
                      lambda: 2 * arb.pi() * (arb(1) / 4).exp() * (1 - (arb(1) / 2).erf())),
}
HALF_LINE: dict[str, Known] = {
    "exponential": (lambda x: (-x).exp(), lambda: arb(1)),
    "gamma": (lambda x: (-x).exp() * x ** (arb(5) / 2), lambda: (arb(7) / 2).gamma()),
    "a logarithm": (lambda x: (-x).exp() * x.log(), lambda: -arb.const_euler()),
    "waves that fade": (lambda x: (-x).exp() * (3 * x).sin(), lambda: arb(3) / 10),
}


def half_line(function: Callable[[arb], arb]) -> arb:
    return improper.half_line(function, arb(0), 1)


@pytest.mark.parametrize("bits", [160, 320])
@pytest.mark.parametrize(("integral", "known"), [
    *(pytest.param(improper.whole_line, known, id=name) for name, known in WHOLE_LINE.items()),
    *(pytest.param(half_line, known, id=name) for name, known in HALF_LINE.items()),
])
def test_the_true_value_is_in_the_ball_which_is_tight(
    integral: Callable[[Callable[[arb], arb]], arb], known: Known, bits: int
) -> None:
    function, value = known
    with ctx.workprec(bits):
        found, true = integral(function), value()
        assert found.overlaps(true)
        assert found.rad() < (1 + abs(true)) * arb(2) ** -(bits - 60)


@pytest.mark.parametrize("function", [
    lambda x: (-x * x).exp() + (-((x - 100) ** 2)).exp(),
    lambda x: x**3 * (-((x * x - 30) ** 2)).exp(),
], ids=["two hills far apart", "odd"])
def test_what_is_seen_by_one_way_only_is_undecided(function: Callable[[arb], arb]) -> None:
    with ctx.workprec(160), pytest.raises(Undecided, match="different in two ways"):
        improper.whole_line(function)


def test_a_sum_whose_terms_rise_again_is_undecided() -> None:
    def term(n: int) -> arb:
        return arb(2) ** -n + (arb(2) ** -30 if 200 <= n < 210 else 0)

    with ctx.workprec(160), pytest.raises(Undecided, match="rise again"):
        improper.series(term, 0)


def test_an_integrand_with_a_corner_never_settles() -> None:
    with ctx.workprec(160), pytest.raises(TooMuch, match="does not settle"):
        improper.whole_line(lambda x: abs(x - arb(1) / 3) * (-x * x).exp())


@pytest.mark.parametrize(("sums", "error"), [
    ([1, 1.5], 0.5),                      # one change is all that is known
    ([1, 1.5, 2], 0.5),                   # the changes do not shrink
    ([0, 1, 1.5], 0.5),                   # each is half the one before: as much again is left
    ([0, 1, 1 + 2**-10], 2**-20),         # it shrinks by 2^10, and will again
    ([1, 1, 1], 0),
])
def test_what_is_left_out_goes_on_as_the_changes_did(sums: list[float], error: float
                                                     ) -> None:
    assert float(improper._left_out([arb(value) for value in sums])) == pytest.approx(
        error, rel=2e-3)
