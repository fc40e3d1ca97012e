r"""Two spellings of one formula have the same tokens; two formulas do not."""

from __future__ import annotations

import pytest

from execmath.language.canonical import tokens

SAME = [
    (r"A(\eta)", r"A\left( \eta \right)"),
    (r"x_{i}", r"x_i"),
    (r"\frac{1}{2}\,x", r"\dfrac{1}{2} x"),
    (r"a \leq b", r"a \le b"),
    (r"\mathrm{softmax}(x)", r"\operatorname{softmax} (x)"),
    (r"a = b", "a\n  &= b % as shown above\n"),
    (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "a = b = c"),
    (r"a = b \label{a-is-b}", "a = b."),
    (r"(x_1, \ldots, x_k)", r"(x_1, \dots, x_k)"),
    (r"f \coloneqq g", "f := g"),
]
DIFFERENT = [
    (r"\frac{a}{bc}", r"\frac{a}{b} c"),
    (r"e^{\eta_j}", r"e^\eta_j"),
    (r"\sum_{j=1}^{k} x", r"\sum_{j=1}^{k-1} x"),
    ("a < b", "a > b"),
    ("x", "X"),
    ("12", "1 2"),
    (r"\mathbf{x}", "x"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spacing_and_the_size_of_brackets_do_not_matter(one: str, other: str) -> None:
    assert tokens(one) == tokens(other) != []


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_means_something_else_has_other_tokens(one: str, other: str) -> None:
    assert tokens(one) != tokens(other)
