r"""Bounds that are passed so seldom that no drawn number shows it: where oscillations of several
frequencies come together, and where whole numbers make small what is linear in them."""

from __future__ import annotations

import pytest
from flint import arb, ctx
from small_pages import Run

from execmath.checking.recurrence import places, small_forms

REAL = r"\qquad x \in \mathbb{R}"
WHOLE = r"\qquad n \in \{1, 2, \ldots\}"
PAIR = r"\qquad m, n \in \{1, 2, \ldots\}"

FALSE = {
    "two cosines": rf"\cos x + \cos(\sqrt{{2}} x) > -2 + 10^{{-5}} {REAL}",
    "three cosines":
        rf"\cos x + \cos(\sqrt{{2}} x) + \cos(\sqrt{{3}} x) > -3 + 10^{{-2}} {REAL}",
    "two sines": rf"\sin x + \sin(e x) < 2 - 10^{{-6}} {REAL}",
    "a product": rf"\cos x \cos(\sqrt{{5}} x + 1) < 1 - 10^{{-6}} {REAL}",
    "two zeros": r"|\sin x| + |\sin(\sqrt{2} x)| > 10^{-8} \qquad x \in [1, \infty)",
    "a sine at whole numbers": rf"\sin n < 1 - 10^{{-9}} {WHOLE}",
    "a condition": rf"\mathbf{{1}}[\cos n + \cos(\sqrt{{2}} n) > 2 - 10^{{-7}}] = 0 {WHOLE}",
    "a fraction near a root": rf"(\sqrt{{2}} n - m)^2 \ge 10^{{-9}} {PAIR}",
    "355/113": rf"|\pi n - m| \ge \frac{{1}}{{100 n^{{1.01}}}} {PAIR}",
    "a whole number beside a half": rf"(n - 123456.5)^2 \ge \frac{{1}}{{3}} {WHOLE}",
    "a power that is late": r"1.001^n \le n^{10} \qquad n \in \{2, 3, \ldots\}",
    "a power that goes down late": rf"0.999999^n \ge 10^{{-20}} {WHOLE}",
    "a power at an end, far out":
        r"x^n \le 10^{100} \qquad n \in \{1, 2, \ldots\},\; x \in [0, 1.00001]",
    "values next to each other": r"|F(1) - F(2)| + |F(2) - F(3)| > 10^{-35}"
        r" \qquad F \colon \{1, 2, 3\} \to \mathbb{R}_{>0},\; F(1) \ne F(3)",
    "vectors next to each other": r"\lVert x - y \rVert \ge 10^{-40}"
        r" \qquad x, y \in \mathbb{R}^3,\; x_1 < y_1",
    "an integral with a late exponent":
        rf"\int_0^1 x^n \, \mathrm{{d}}x \ge \frac{{1}}{{500}} {WHOLE}",
    "an integral with a far number":
        r"\int_0^1 e^{-c x^2} \, \mathrm{d}x \ge \frac{1}{1000} \qquad c \in \mathbb{R}_{>0}",
    "a supremum with a far number":
        r"\sup_{x \in \mathbb{R}} (x y - x^2) \le 10^{10} \qquad y \in \mathbb{R}",
    "what is left of a series":
        rf"\sum_{{j=n}}^{{\infty}} \frac{{1}}{{2^j}} \ge 10^{{-60}} {WHOLE}",
}


@pytest.mark.parametrize("tex", FALSE.values(), ids=FALSE)
def test_what_is_false_at_few_places_is_refused(run: Run, tex: str) -> None:
    failure = run(rf"claim | {tex}")["claim"].verdict.failure
    assert failure is not None
    assert failure.failing > 0
    assert failure.point


TRUE = {
    "two cosines": rf"\cos x + \cos(\sqrt{{2}} x) > -2 {REAL}",
    "a bound that is attained": rf"\cos x + \cos(\sqrt{{2}} x) \le 2 {REAL}",
    "one frequency": rf"\sin x + \cos x \le \sqrt{{2}} {REAL}",
    "a sine at whole numbers": rf"\sin n < 1 {WHOLE}",
    "an irrational number": rf"\sqrt{{2}} n \ne m {PAIR}",
    "powers of -1": rf"(-1)^n \ge -1 {WHOLE}",
    "Bernoulli's inequality":
        r"(1 + x)^n \ge 1 + n x \qquad n \in \{1, 2, \ldots\},\; x \in [-1, \infty)",
    "a power below e": rf"\left(1 + \frac{{1}}{{n}}\right)^n < e {WHOLE}",
}


@pytest.mark.parametrize("tex", TRUE.values(), ids=TRUE)
def test_what_is_nearly_false_there_holds(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}").problems == []


def test_the_tail_of_a_law_is_tried_far_out(run: Run) -> None:
    page = (r"law | f(x) := 2^{-x} \qquad x \in \{1, 2, \ldots\}", r"letter | X \sim f")
    assert not run(*page, rf"claim | P(X \le n) \le 1 - 10^{{-100}} {WHOLE}").holds
    assert run(*page, rf"claim | P(X \le n) < 1 {WHOLE}").problems == []


def test_both_angles_are_nearly_half_a_turn() -> None:
    with ctx.workprec(400):
        angles = [(arb(1), arb(0)), (arb(2).sqrt(), arb(0))]
        sums = [sum((rate * arb(x)).cos() for rate, _ in angles)
                for x in places(angles, whole=False)]
        assert min(float(one + 2) for one in sums) < 1e-20


def test_convergents_of_a_root_are_found() -> None:
    with ctx.workprec(400):
        forms = list(small_forms([arb(2).sqrt(), arb(-1)], arb(0)))
    assert [12, 17] in forms
    assert [29, 41] in forms
