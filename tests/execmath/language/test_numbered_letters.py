r"""Letters with a number below, indices that nobody declared, and what stands behind *where*."""

from __future__ import annotations

import pytest
from small_pages import Run

VECTORS = (r"size | k \in \{2, 3, \ldots\}", r"vectors | x, y \in \mathbb{R}^k")
COUNTED = (r"size | k \in \{2, 3, \ldots\}", r"numbers | i, j \in \{1, \ldots, k\}")

TWINS = {
    "an index runs through what it stands in": (
        VECTORS, r"\sum_i x_i y_i = x^\top y", r"\sum_i x_i = \sum_{j=2}^k x_j"),
    "each of two": (
        VECTORS, r"\sum_{i, j} x_i y_j = \left(\sum_i x_i\right) \left(\sum_j y_j\right)",
        r"\sum_{i, j} x_i y_j = x^\top y"),
    "all pairs": (
        VECTORS, r"\sum_{i \ne j} x_i x_j = \left(\sum_i x_i\right)^2 - \sum_i x_i^2",
        r"\sum_{i \ne j} x_i x_j = \left(\sum_i x_i\right)^2"),
    "each pair once": (
        VECTORS, r"2 \sum_{i < j} x_i x_j = \sum_{i \ne j} x_i x_j",
        r"2 \sum_{i \le j} x_i x_j = \sum_{i \ne j} x_i x_j"),
    "in an extreme and a product": (
        VECTORS, r"\max_i x_i \ge x_1, \quad \sup_i x_i = -\inf_i (-x_i)",
        r"\max_i x_i = x_1"),
    "through the rows and columns of a matrix": (
        (r"matrix | M \in \mathbb{R}^{2 \times 3}, \qquad z \in \mathbb{R}^3",),
        r"\sum_{i, j} M_{ij} z_j = \sum_{i=1}^2 \sum_{j=1}^3 M_{ij} z_j",
        r"\sum_{i, j} M_{ij} z_j = \sum_{i=1}^2 \sum_{j=1}^2 M_{ij} z_j"),
    "through the set of a function": (
        (r"values | f \colon \{1, 2, 3\} \to \mathbb{R}",),
        r"\sum_x f(x) = f(1) + f(2) + f(3)", r"\sum_x f(x) = f(1) + f(2)"),
    "a letter by its number": (
        (*COUNTED, r"values | v_i := 2 i"),
        r"\sum_j v_j = k (k + 1), \quad (v_1, \ldots, v_k) = 2 (1, \ldots, k)",
        r"\sum_j v_j = k (k - 1)"),
    "with a plain sign of equality": (
        (*COUNTED, r"values | v_i = 2 i"), r"v_2 = 4, \quad v_j = 2 j", r"v_2 = v_i"),
    "beyond its numbers it is nothing": (
        (*COUNTED, r"values | v_i := 2 i"), "v_k = 2 k", "v_{k + 1} = 2 k + 2"),
    "two numbers": (
        (*COUNTED, r"values | a_{ij} := i + 2 j"), "a_{1,2} = 5, \\quad a_{ij} = i + 2 j",
        "a_{1,2} = a_{2,1}"),
    "a list by a list": (
        (r"values | (w_1, w_2) := (3, 4)", r"plain | w := 7"),
        r"w_1^2 + w_2^2 = 25, \quad w = 7, \quad \sum_i w_i = w", r"w_1 = 4"),
    "vectors by their numbers": (
        (*COUNTED, r"units | e_i := (\mathbf{1}[i = 1], \ldots, \mathbf{1}[i = k])"),
        r"e_i^\top e_j = \mathbf{1}[i = j]", r"e_i^\top e_j = 1"),
    "a new letter behind where": (
        VECTORS, r"x^\top y = s \quad \text{where } s = y^\top x",
        r"x^\top y = s \quad \text{where } s = x^\top x"),
    "a letter that has a meaning is reminded of": (
        (*VECTORS, r"defined | s := x^\top y"),
        r"s^2 = (x^\top y)^2 \quad \text{where } s = y^\top x",
        r"s^2 = (x^\top y)^2 \quad \text{where } s = -y^\top x"),
    "the trace of a number": (
        VECTORS, r"\operatorname{tr}(x^\top y) = \operatorname{tr}(x y^\top)",
        r"\operatorname{tr}(x^\top y) = \operatorname{tr}(x x^\top)"),
    "letters with a number above": (
        (r"size | m, n \in \{2, 3\}", r"points | x^{(1)}, \ldots, x^{(m)} \in \mathbb{R}^n",
         r"number | i \in \{1, \ldots, m\}, \qquad j \in \{1, \ldots, n\}",
         r"doubled | y^{(i)} = 2 x^{(i)}_j"),
        r"\lVert x^{(i)} \rVert^2 = x^{(i)\top} x^{(i)} = \sum_{k=1}^n (x_k^{(i)})^2, \quad "
        r"y^{(1)} = x_j^{(1)} + x^{(1)}_j, \quad \sum_i x_1^{(i)} = x^{(1)}_1 + \ldots + x_1^{(m)}",
        r"x^{(1)} = x^{(m)}"),
    "a derivative beside them": (
        (r"size | m \in \{2, 3\}", r"points | x^{(1)}, \ldots, x^{(m)} \in \mathbb{R}",
         r"function | f(t) := t^2 \qquad t \in \mathbb{R}"),
        r"f^{(2)}(x^{(1)}) = 2, \quad \frac{d}{d x^{(1)}} x^{(1)} x^{(2)} = x^{(2)}",
        r"f^{(1)}(x^{(2)}) = f(x^{(2)})"),
    "draws with a number above": (
        (r"size | m \in \{2, 3\}", r"density | f(t) := 2 t \qquad t \in [0, 1]",
         r"draws | x^{(i)} \sim f, \quad i = 1, \ldots, m"),
        r"\mathrm{E}\left[\sum_{i=1}^m x^{(i)}\right] = \frac{2 m}{3}",
        r"\mathrm{E}[x^{(1)} x^{(2)}] = \frac{2}{3}"),
    "primes by their command": (
        (r"function | f(t) := t^3 \qquad t \in \mathbb{R}",),
        r"f^{\prime}(s) = 3 s^2, \quad f^{\prime\prime}(s) = f''(s), \quad f^\prime(1) = 3 "
        r"\qquad s \in [1, 2]", r"f^{\prime\prime}(s) = 3 s^2 \qquad s \in [1, 2]"),
    "two vectors in a condition": (
        (r"vectors | u, v \in \{0, 1\}^2",),
        r"\mathbf{1}[u = v] = \mathbf{1}[u_1 = v_1] \mathbf{1}[u_2 = v_2]",
        r"\mathbf{1}[u \ne v] = 1"),
}
REFUSED = {
    "different sets of indices": (
        r"\sum_i x_i z_i = 0 \qquad x \in \mathbb{R}^2,\; z \in \mathbb{R}^3"),
    "what does i run through?": r"\sum_i i = 6",
    "over a continuum": r"\sum_t f(t) = 1 \qquad f \colon \mathbb{R} \to \mathbb{R}",
    "defined by a list of as many": r"(w_1, w_2) := (1, 2, 3)",
}


@pytest.mark.parametrize(("page", "tex"), [(page, tex) for page, tex, _ in TWINS.values()],
                         ids=TWINS)
def test_it_is_read_as_it_is_meant(run: Run, page: tuple[str, ...], tex: str) -> None:
    assert [p for p in run(*page, f"display | {tex}").problems if "never used" not in p] == []


@pytest.mark.parametrize(("page", "tex"), [(page, tex) for page, _, tex in TWINS.values()],
                         ids=TWINS)
def test_its_false_twin_is_refused(run: Run, page: tuple[str, ...], tex: str) -> None:
    assert any("display: " in problem for problem in run(*page, f"display | {tex}").problems)


@pytest.mark.parametrize(("why", "tex"), REFUSED.items())
def test_what_is_not_clear_is_refused_with_its_reason(run: Run, why: str, tex: str) -> None:
    assert any(why in problem for problem in run(f"display | {tex}").problems)


def test_a_letter_with_a_number_above_is_no_derivative(run: Run) -> None:
    page = (r"points | f^{(1)}, f^{(2)}, \ldots, f^{(3)} \in \mathbb{R}",
            r"function | f(t) := t^2 \qquad t \in \mathbb{R}")
    problems = run(*page, r"display | f^{(2)}(1) = 2").problems
    assert any("or a derivative of the function f" in problem for problem in problems)


def test_a_power_in_brackets_is_no_number_above(run: Run) -> None:
    result = run(r"display | x^{(2)} = x \cdot x \qquad x \in \mathbb{R}")
    assert "two readings: a power" in result.problem


def test_a_function_of_random_letters_is_one(run: Run) -> None:
    page = (r"density | f(x) := 2 x \qquad x \in [0, 1]", r"law | X, W \sim f, \qquad X \perp W",
            r"square | Y = X^2", r"product | Z := W Y")
    assert run(*page, r"display | \mathrm{E}[Y] = \frac{1}{2}, \quad "
                      r"\mathrm{E}[Z X] = \frac{4}{15}").holds
    for false in (r"\mathrm{E}[Y] = \frac{4}{9}", r"\operatorname{Var}(Y) = \frac{1}{18}",
                  r"\operatorname{Cov}(X, Y) = 0", r"\mathrm{E}[Z X] = \frac{1}{3}"):
        assert any("display: " in p for p in run(*page, f"display | {false}").problems), false


def test_a_function_of_random_letters_has_no_value_by_itself(run: Run) -> None:
    page = (r"density | f(x) := 2 x \qquad x \in [0, 1]", r"law | X \sim f", r"square | Y = X^2")
    problems = run(*page, r"display | Y = 1").problems
    assert any("Y is a random letter" in problem for problem in problems)


def test_how_two_letters_vary_together_is_not_guessed(run: Run) -> None:
    page = (r"density | f(x) := 2 x \qquad x \in [0, 1]", r"law | X, W \sim f",
            r"product | Y = X W")
    problems = run(*page, r"display | \mathrm{E}[Y] = \frac{4}{9}").problems
    assert any("nothing says how X and W vary together" in problem for problem in problems)
