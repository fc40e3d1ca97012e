r"""Limits, orders and proportions are proved or refused; each has a false twin."""

from __future__ import annotations

import pytest
from small_pages import Run

TRUE = {
    "where numerator and denominator vanish": r"\lim_{x \to 0} \frac{e^x - 1}{x} = 1",
    "to the second order": r"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = \frac{1}{2}",
    "from one side": r"\lim_{p \to 0^+} p \log_2 p = 0, \quad \lim_{x \uparrow 0} |x| / x = -1",
    "with letters": (
        r"\lim_{n \to \infty} \left(1 + \frac{x}{n}\right)^n = e^x \qquad x \in \mathbb{R}"),
    "that converges slowly": r"\lim_{x \to \infty} \frac{1}{\log \log x} = 0",
    "through whole numbers": (
        r"\lim_{n \to \infty} \frac{(-1)^n}{n} = 0 \qquad n \in \{1, 2, \ldots\}"),
    "of a function that is not told at the place": (
        r"\lim_{x \to 0} \begin{cases} 1 & \text{if } x = 0 \\ 0 & \text{otherwise} "
        r"\end{cases} = 0"),
    "by Stirling's formula": (
        r"\lim_{n \to \infty} \left(\log (n!) - n \log n + n - \frac{1}{2} \log(2 \pi n)"
        r"\right) = 0"),
    "of a quotient of differences": (
        r"\lim_{h \to 0} \frac{e^{x + h} - e^{x - h}}{2 h} = e^x \qquad x \in [-2, 2]"),
    "of another one": r"\lim_{x \to a} \frac{x^2 - a^2}{x - a} = 2 a \qquad a \in [1, 2]",
    "Taylor's formula": r"e^{c x} = 1 + c x + O(x^2) \quad \text{as } x \to 0 \qquad c \in [1, 2]",
    "a bound on the way to infinity": r"\sin x = O(1) \quad \text{as } x \to \infty",
    "an order of growth": (
        r"\frac{n (n + 1)}{2} = \frac{n^2}{2} + O(n) \quad \text{as } n \to \infty"),
    "to an end of its set": r"\lim_{x \to 0^+} x = 0 \qquad x \in (0, 1]",
    "without an end of its set": (
        r"\lim_{x \to \infty} \frac{x}{x + 1} = 1 \qquad x \in (0, \infty)"),
}
FALSE = {
    "by little": r"\lim_{x \to 0} \frac{e^x - 1}{x} = 1.000000001",
    "by little, with letters": (
        r"\lim_{n \to \infty} \left(1 + \frac{x}{n}\right)^n = e^x + 10^{-9} \qquad x \in [-4, 4]"),
    "what seems so for long": r"\lim_{n \to \infty} (1 - 10^{-150})^n = 1",
    "far out it is another one": r"\lim_{x \to \infty} \frac{x}{x + 10^{400}} = 0",
    "from both sides": r"\lim_{x \to 0} \frac{|x|}{x} = 1",
    "none from the left": r"\lim_{x \to 0} \sqrt{x} = 0",
    "none at all": r"\lim_{x \to \infty} \sin x = 0",
    "none through whole numbers": (
        r"\lim_{n \to \infty} (-1)^n = 1 \qquad n \in \{1, 2, \ldots\}"),
    "the value at the place": (
        r"\lim_{x \to 0} \begin{cases} 1 & \text{if } x = 0 \\ 0 & \text{otherwise} "
        r"\end{cases} = 1"),
    "an infinite one": r"\lim_{x \to 0} \frac{1}{x^2} = 0",
    "nothing times infinity": r"0 \cdot \lim_{x \to \infty} x = 0",
    "a slope where there is none": r"\lim_{h \to 0} \frac{|0 + h| - |0|}{h} = 0",
    "a slope that is twice as large": (
        r"\lim_{h \to 0} \frac{e^{x + 2 h} - e^x}{h} = e^x \qquad x \in [-2, 2]"),
    "an order too high": r"e^x = 1 + x + O(x^3) \quad \text{as } x \to 0",
    "a root is of no whole order": r"\sqrt{x} = O(x) \quad \text{as } x \to 0^+",
    "nor is a logarithm": r"x \log x = O(x) \quad \text{as } x \to 0^+",
    "it grows faster": (
        r"\frac{n (n + 1)}{2} = \frac{n^2}{2} + O(\sqrt{n}) \quad \text{as } n \to \infty"),
    "it oscillates without bound": r"x \sin x = O(1) \quad \text{as } x \to \infty",
    "an integral in it is not told": r"\lim_{x \to \infty} \int_0^1 e^{-x y} \, dy = 1",
    "a power that alternates": r"\lim_{x \to \infty} (-1)^x = 0",
    "a jump": (
        r"\lim_{x \to 2} \begin{cases} x & \text{if } x < 2 \\ x^2 & \text{otherwise} "
        r"\end{cases} = 2"),
    "a wrong constant": r"e^x = 2 + O(x) \quad \text{as } x \to 0",
}
DENSITY = (r"letters | x \in \mathbb{R}_{>0}, \qquad a, b \in [1, 4]",
           r"density | f(x; a, b) := \frac{b^a}{\Gamma(a)} x^{a - 1} e^{-b x}")
PROPORTIONAL = (
    r"f(x; a, b) \propto x^{a - 1} e^{-b x}",
    r"f(x; a, b) \propto x^{a - 1} e^{-b x} \propto \frac{x^{a - 1}}{e^{b x + b}}",
    r"f(x; a, b) \propto_{b} b^a e^{-b x}",
    r"f(x; a, b) \propto_{x, b} b^a x^{a - 1} e^{-b x}",
)
NOT_PROPORTIONAL = (
    r"f(x; a, b) \propto x^a e^{-b x}",
    r"f(x; a, b) \propto_{b} b^a",
    r"f(x; a, b) \propto_{x, b} x^{a - 1} e^{-b x}",
    r"x \propto_{x} x + 10^{-9}",
    r"0 \propto_{x} x",
    r"x \propto_{x} 0",
    r"x \propto_{x} x^2 \propto_{x} x",
)
REFUSED = {
    "stands once, in an equation by itself": r"e^x \le 1 + O(x) \quad \text{as } x \to 0",
    "as the last term there": r"e^x = 1 + 3 \, O(x) \quad \text{as } x \to 0",
    "holds on the way somewhere": r"x = x + O(x) \qquad x \in \mathbb{R}",
    "says something of O(...) only": r"e^x = 1 \quad \text{as } x \to 0",
    "O has no meaning here": r"f(x) := 1 + O(x) \qquad x \in \mathbb{R}",
    "which comes close to infinity only": r"\lim_{n \to 0} n = 0 \qquad n \in \{1, 2, \ldots\}",
    "cannot go there": r"\lim_{x \to 2} x^2 = 4 \qquad x \in [0, 1]",
    "within the set": r"\lim_{n \to \infty} \frac{1}{n} = 0 \qquad n \in \{1, \ldots, 5\}",
    "x cannot go": r"\lim_{x \to -\infty} \frac{1}{x} = 0 \qquad x \in \mathbb{R}_{>0}",
    "that it was declared in": r"\lim_{x \to 1^+} x = 1 \qquad x \in (0, 1)",
    "infinity has one side only": r"\lim_{x \to \infty^+} \frac{1}{x} = 0",
    "name it below the sign": r"x y \propto y \qquad x, y \in \mathbb{R}_{>0}",
    "in another one; name it": (
        r"p(x \mid z) \propto x "
        r"\qquad p \colon \mathbb{R} \times \mathbb{R} \to \mathbb{R},\; x, z \in \mathbb{R}"),
    "what is varied is a letter that was declared": r"2 \propto_{z} 1",
}


@pytest.mark.parametrize("tex", TRUE.values(), ids=TRUE)
def test_a_true_limit_holds(run: Run, tex: str) -> None:
    assert run(f"display | {tex}").problems == []


@pytest.mark.parametrize("tex", FALSE.values(), ids=FALSE)
def test_a_false_limit_is_refused(run: Run, tex: str) -> None:
    assert "display: " in run(f"display | {tex}").problem


def test_a_limit_is_certified_and_not_computed(run: Run) -> None:
    result = run(r"display | \lim_{x \to 0} \frac{\sin x}{x} = 1")
    assert result["display"].verdict.holds  # what is not enclosed does not


def test_the_slope_of_any_smooth_function(run: Run) -> None:
    smooth = r"smooth | f \in C^\infty(\mathbb{R}, \mathbb{R}), \qquad x, a \in \mathbb{R}"
    slope = r"slope | f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}"
    taylor = (r"taylor | f(x) = f(a) + f'(a) (x - a) + \frac{1}{2} f''(a) (x - a)^2 "
              r"+ O((x - a)^3) \quad \text{as } x \to a")
    assert run(smooth, slope, taylor).holds
    assert not run(smooth, slope.replace("x + h", "x + 2 h")).holds
    assert not run(smooth, taylor.replace(r"\frac{1}{2} ", "")).holds


@pytest.mark.parametrize("tex", PROPORTIONAL)
def test_what_is_proportional_holds(run: Run, tex: str) -> None:
    assert run(*DENSITY, f"display | {tex}").holds


@pytest.mark.parametrize("tex", NOT_PROPORTIONAL)
def test_what_is_not_proportional_is_refused(run: Run, tex: str) -> None:
    problems = run(*DENSITY, f"display | {tex}").problems
    assert any("display: " in problem for problem in problems)


@pytest.mark.parametrize(("why", "tex"), REFUSED.items())
def test_what_is_not_clear_is_refused_with_its_reason(run: Run, why: str, tex: str) -> None:
    assert why in run(f"display | {tex}").problem
