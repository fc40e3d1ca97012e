r"""A derivative by what the ends of an integral depend on."""

from __future__ import annotations

import pytest
from small_pages import Run

D = r"\frac{\mathrm{d}}{\mathrm{d}x}"

TRUE = {
    "the theorem of calculus":
        rf"{D} \int_0^x e^{{-t^2}} \, \mathrm{{d}}t = e^{{-x^2}} \qquad x \in (0, \infty)",
    "the lower end": rf"{D} \int_x^1 \cos(t) \, \mathrm{{d}}t = -\cos(x) \qquad x \in \mathbb{{R}}",
    "both ends":
        rf"{D} \int_{{-x}}^{{x^2}} t^2 \, \mathrm{{d}}t = 2 x^5 + x^2 \qquad x \in (-2, 2)",
    "to infinity":
        rf"{D} \int_x^\infty e^{{-t}} \, \mathrm{{d}}t = -e^{{-x}} \qquad x \in (0, \infty)",
    "from infinity": r"\frac{\partial}{\partial x} \int_{-\infty}^x e^{-(t - m)^2} \, \mathrm{d}t"
                     r" = e^{-(x - m)^2} \qquad x, m \in \mathbb{R}",
    "the rule of Leibniz": rf"{D} \int_0^{{x^2}} \sin(x t) \, \mathrm{{d}}t = 2 x \sin(x^3)"
                           r" + \int_0^{x^2} t \cos(x t) \, \mathrm{d}t \qquad x \in (0, 2)",
    "a second derivative": r"\frac{\mathrm{d}^2}{\mathrm{d}x^2} \int_0^x e^{-t^2} \, \mathrm{d}t"
                           r" = -2 x e^{-x^2} \qquad x \in (0, 2)",
    "a second derivative of an integrand that moves too":
        r"\frac{\mathrm{d}^2}{\mathrm{d}x^2} \int_0^x x t \, \mathrm{d}t = 3 x \qquad x \in (0, 2)",
    "a derivative within a derivative":
        rf"{D} {D} \int_0^x x t \, \mathrm{{d}}t = 3 x \qquad x \in (0, 2)",
    "from where the integrand has a pole":
        rf"{D} \int_0^x \frac{{1}}{{\sqrt{{t}}}} \, \mathrm{{d}}t = \frac{{1}}{{\sqrt{{x}}}}"
        r" \qquad x \in (0, \infty)",
}


@pytest.mark.parametrize("tex", TRUE.values(), ids=TRUE)
def test_an_integral_is_derived_by_its_ends(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}").problems == []


FALSE = {
    "the inner derivative is missing":
        rf"{D} \int_0^{{x^2}} e^{{-t^2}} \, \mathrm{{d}}t = e^{{-x^4}} \qquad x \in (0, \infty)",
    "the integrand moves too":
        rf"{D} \int_0^x \sin(x t) \, \mathrm{{d}}t = \sin(x^2) \qquad x \in (0, 2)",
    "a cross term is missing":
        r"\frac{\mathrm{d}^2}{\mathrm{d}x^2} \int_0^x x t \, \mathrm{d}t = 2 x \qquad x \in (0, 2)",
    "a sign": rf"{D} \int_x^\infty e^{{-t}} \, \mathrm{{d}}t = e^{{-x}} \qquad x \in (0, \infty)",
    "a jump at the end":
        rf"{D} \int_0^x \mathbf{{1}}[t < 1] \, \mathrm{{d}}t = 1 \qquad x \in (0, 1]",
    "a jump on the way":
        rf"{D} \int_0^x \mathbf{{1}}[t < 1] \, \mathrm{{d}}t = \frac{{1}}{{x}} \qquad x \in [2, 3]",
}


@pytest.mark.parametrize("tex", FALSE.values(), ids=FALSE)
def test_what_is_false_of_it_is_refused(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}")["claim"].verdict.failure is not None
