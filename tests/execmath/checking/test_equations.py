r"""Hypotheses that are equations, which drawn numbers meet by chance only where something is zero,
and conditions that hold together at one place only.

Each false claim here is true wherever x^T y = 0 is met by vectors that are zero, and the like; each
true twin is one that says what follows.
"""

from __future__ import annotations

import pytest
from small_pages import Run

VECTORS = r"\qquad x, y \in \mathbb{R}^2"
SQUARE = r"\qquad A \in \mathbb{R}^{2 \times 2}"
WHOLE = r"\in \{1, 2, \ldots\}"
SMOOTH = r"f \in C^\infty(\mathbb{R}, \mathbb{R})"

FALSE = {
    "vectors at right angles": rf"x^\top y = 0 \Rightarrow x_1 y_1 = 0 {VECTORS}",
    "such vectors, and a bound":
        rf"x^\top y = 0 \Rightarrow x_1 y_1 x_2 y_2 \ge 0 {VECTORS}",
    "a singular matrix": rf"\det A = 0 \Rightarrow A_{{1,1}} A_{{2,2}} = 0 {SQUARE}",
    "a reflection": rf"A A^\top = I_2 \Rightarrow \det A = 1 {SQUARE}",
    "a projection": rf"A A = A \Rightarrow A_{{1,2}} = A_{{2,1}} {SQUARE}",
    "two equations for matrices": r"A B = 0 I_2 \Rightarrow B A = 0 I_2"
        r" \qquad A, B \in \mathbb{R}^{2 \times 2}",
    "numbers that sum to zero": r"x + y + z = 0 \Rightarrow x y z = 0"
        r" \qquad x, y, z \in \mathbb{R}",
    "values of a function": r"F(1) + F(2) = F(3) \Rightarrow F(1) F(2) F(3) = 0"
        r" \qquad F \colon \{1, 2, 3\} \to \mathbb{R}",
    "a circle": r"x^2 + y^2 = 1 \Rightarrow x + y \le \frac{5}{4} \qquad x, y \in \mathbb{R}",
    "a circle and a hyperbola": r"x^2 + y^2 = 2, x y = 1 \Rightarrow x = 1"
        r" \qquad x, y \in \mathbb{R}",
    "the second zero of a sine": r"\sin x = 0 \Rightarrow x \le 4 \qquad x \in \mathbb{R}",
    "a zero of a sine far out": r"\sin x = 0 \Rightarrow |x| \le 400 \qquad x \in \mathbb{R}",
    "cubes that are met at 1729": r"a^3 + b^3 = c^3 + d^3 \Rightarrow (a - c) (a - d) = 0"
        rf" \qquad a, b, c, d {WHOLE}",
    "squares that are met at 325": r"a^2 + b^2 \ne 325 \qquad a, b \in \{7, 8, \ldots\}",
    "a power that is another power": rf"m^n \ne n^m \qquad m, n {WHOLE},\; 1 < m,\; m < n",
    "two conditions at once": r"\mathbf{1}[x_1 + x_2 = 17] \mathbf{1}[x_1 - x_2 = \frac{1}{7}] = 0"
        r" \qquad x \in \mathbb{R}^2",
    "a trace and a determinant":
        rf"\mathbf{{1}}[\operatorname{{tr}} A = 77] \mathbf{{1}}[\det A = 1] = 0 {SQUARE}",
    "slopes of a function": rf"f'(x) = 0 \qquad x \in \mathbb{{R}},\; {SMOOTH},\;"
        r" f(x) = f(x + 1),\; f(x) = f(x + 2)",
    "a value and slopes at one place": r"\mathbf{1}[f(0) = 1] \mathbf{1}[f'(0) = 7]"
        rf" \mathbf{{1}}[f''(0) = 3] = 0 \qquad {SMOOTH}",
    "a sum of squares of values": rf"f(1)^2 + f(2)^2 + f(3)^2 > 0 \qquad {SMOOTH}",
    "a sum of squares of a value and slopes":
        rf"f(0)^2 + (f'(0) - 1)^2 + (f''(0) - 5)^2 > 0 \qquad {SMOOTH}",
}


@pytest.mark.parametrize("tex", FALSE.values(), ids=FALSE)
def test_what_is_false_where_equations_hold_is_refused(run: Run, tex: str) -> None:
    failure = run(rf"claim | {tex}")["claim"].verdict.failure
    assert failure is not None
    assert failure.failing > 0
    assert failure.point


TRUE = {
    "vectors at right angles": r"x^\top y = 0 \Rightarrow"
        rf" \lVert x + y \rVert^2 = \lVert x \rVert^2 + \lVert y \rVert^2 {VECTORS}",
    "a singular matrix":
        rf"\det A = 0 \Rightarrow A_{{1,1}} A_{{2,2}} = A_{{1,2}} A_{{2,1}} {SQUARE}",
    "inverses from both sides":
        r"A B = I_2 \Rightarrow B A = I_2 \qquad A, B \in \mathbb{R}^{2 \times 2}",
    "a matrix and vectors": r"A x = y \Rightarrow x^\top A^\top A x = \lVert y \rVert^2"
        r" \qquad A \in \mathbb{R}^{2 \times 2},\; x, y \in \mathbb{R}^2",
    "numbers that sum to zero": r"x + y + z = 0 \Rightarrow x^3 + y^3 + z^3 = 3 x y z"
        r" \qquad x, y, z \in \mathbb{R}",
    "values of a function": r"F(1) + F(2) = F(3) \Rightarrow F(1) - F(3) = -F(2)"
        r" \qquad F \colon \{1, 2, 3\} \to \mathbb{R}",
    "a circle": r"x^2 + y^2 = 1 \Rightarrow x + y \le \sqrt{2} \qquad x, y \in \mathbb{R}",
    "the zeros of a sine": r"\sin x = 0 \Rightarrow \sin(2 x) = 0 \qquad x \in \mathbb{R}",
    "a right triangle": rf"a^2 + b^2 = c^2 \Rightarrow a b c \ge 60 \qquad a, b, c {WHOLE}",
    "conditions that exclude each other":
        r"\mathbf{1}[x_1 + x_2 = 17] \mathbf{1}[2 x_1 + 2 x_2 = 33] = 0 \qquad x \in \mathbb{R}^2",
}


@pytest.mark.parametrize("tex", TRUE.values(), ids=TRUE)
def test_what_follows_from_them_holds(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}").problems == []


def test_a_probability_is_solved_for(run: Run) -> None:
    """A mean of 2 is met by (1/3, 1/3, 1/3) among the drawn ones, and by many others."""
    page = (r"law | w \in \Delta^2, \quad x \in \{1, 2, 3\}", r"density | p(x) := w_x",
            r"letter | X \sim p")
    variance = r"\mathrm{E}[X] = 2 \Rightarrow \operatorname{Var}(X)"
    assert run(*page, rf"claim | {variance} = 2 w_1").problems == []
    assert not run(*page, rf"claim | {variance} \ge \frac{{1}}{{10}}").holds


def test_a_root_of_a_function_of_whole_numbers_is_solved_for(run: Run) -> None:
    cases = r"1 & n (n + 1) = 152411370 \\ 0 & \text{otherwise}"
    assert not run(rf"window | g(n) := \begin{{cases}} {cases} \end{{cases}}"
                   r" \qquad n \in \mathbb{N}_0",
                   r"claim | g(n) = 0 \qquad n \in \mathbb{N}_0").holds


@pytest.mark.parametrize("seed", range(3))
def test_a_corner_of_a_simplex_is_no_point_of_it(run: Run, seed: int) -> None:
    """None of its numbers is zero, so that what is left of one can be shared among the others."""
    law = (r"law | w \in \Delta^2, \quad x \in \{1, 2, 3\}", r"density | p(x) := w_x",
           r"letter | X \sim p")
    assert run(*law, r"claim | \mathrm{E}[X] = 2 \Rightarrow w_1 = w_3", seed=seed).problems == []
