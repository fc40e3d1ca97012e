r"""What TeX shows and what the machine reads must be one thing.

Each display here looks like one statement and could be read as another. Where the two differ, the
page is refused: `2 3 = 6` is typeset as 23 = 6.
"""

from __future__ import annotations

import pytest
from small_pages import Run

DIFFERENT = {
    "numbers that TeX sets side by side": r"2 3 = 6",
    "a number and a group that holds one": r"2{3} = 6",
    "a number right behind a root": r"\sqrt{4} 3 = 6",
    "a claim behind a wide space, read as a factor": r"0 = 0 \quad 5 = 0",
    "the same by several narrow spaces": r"0 = 0 \; \; \; 5 = 0",
    "a bound of which TeX takes one digit": r"\int_0^12 x \, dx = 72",
    "a bound of which TeX takes the sign": r"\int_-1^{1} x \, dx = 0",
    "a power of which TeX takes one digit": r"2^10 = 1024",
    "a power of which TeX takes the bracket": r"2^(1+1) = 4",
    "a power of which TeX takes the first letter": r"2^x_1 = 2^{x_1} \qquad x_1 \in \mathbb{R}",
    "the exponential, likewise": r"e^x_1 = e^{x_1} \qquad x_1 \in \mathbb{R}",
    "a numerator of which TeX takes one digit": r"\frac123 = 0.5",
    "a subscript of which TeX takes one digit": r"x_12 = x_12 \qquad x_12 \in \mathbb{R}",
    "a half line of which TeX takes the sign": r"x > 0 \qquad x \in \mathbb{R}_>0",
    "a name that looks like a number": r"\operatorname{2} = 3 \qquad \operatorname{2} := 3",
    "an ellipsis in steps of two": r"(1, 3, \ldots, 6) = (1, 3, 4, 5, 6)",
    "an ellipsis of squares": r"(1, 4, \ldots, 3^2) = (1, 4, 5, 6, 7, 8, 9)",
    "an ellipsis of even numbers": r"(2, 4, \ldots, 2k)_3 = 5 \qquad k \in \{3, 4, \ldots\}",
    "a set in steps of two": r"\sum_{j \in \{1, 3, \ldots, 5\}} j = 15",
    "what TeX takes for a comment": "1 = 1 % + 1",
    "what is there and not seen": r"1 \phantom{+ 1} = 2",
    "words in a formula": r"1 = 1 \text{ and not } 2 = 2",
    "a quotient by which factor?": r"1 / 2 x = x / 2 \qquad x \in \mathbb{R}",
    "a logarithm of how much?": r"\log x y = y \log x \qquad x, y \in \mathbb{R}_{>0}",
    "the square of the sine or of its argument": r"\sin(x)^2 = 0 \qquad x \in \mathbb{R}",
    "a power of a power": r"2^{3}^{2} = 512",
    "an inverse function or a power": r"\log^{-1} x = e^x \qquad x \in \mathbb{R}_{>0}",
}


@pytest.mark.parametrize("tex", DIFFERENT.values(), ids=DIFFERENT)
def test_what_has_another_look_is_refused(run: Run, tex: str) -> None:
    result = run(rf"claim | {tex}")
    assert result["claim"].words() == "could not be read"
    assert result.problem.startswith("page.md:2 claim: ")
    assert "^" in result.problem.splitlines()[-1]


ALIKE = {
    "the index of a root": r"\sqrt[4]{16} = 2",
    "a product by juxtaposition": r"2 x y = x \cdot 2 \cdot y \qquad x, y \in \mathbb{R}",
    "a narrow space": r"2 \, x = x + x \qquad x \in \mathbb{R}",
    "one digit without braces": r"2^3 = 8",
    "one letter without braces": r"e^x = \exp(x) \qquad x \in \mathbb{R}",
    "bounds of one token": r"\int_0^1 x \, dx = \frac{1}{2}",
    "bounds in braces": r"\int_{-1}^{12} 1 \, dx = 13",
    "a name with an index": r"x_1 = x_1 \qquad x_1 \in \mathbb{R}",
    "two ways to write a face": r"\operatorname{half} = \mathrm{half} \qquad \mathrm{half} := 1/2",
    "italics are what a letter is in anyway": r"\mathit{x} = x \qquad x \in \mathbb{R}",
    "an ellipsis with two items in front": r"(2, 3, \ldots, 5) = (2, 3, 4, 5)",
    "another item in front of an ellipsis": r"(9, x_1, \ldots, x_3) = (9, x_1, x_2, x_3) "
                                            r"\qquad x \in \mathbb{R}^3",
    "a set with two members in front": r"\sum_{j \in \{1, 2, \ldots, 5\}} j = 15",
    "brackets of any size": r"\left[\bigl(2 + 1\bigr) \cdot 2\right] = 6",
    "a full stop": r"1 + 1 = 2.",
    "minus binds less than a power": r"-2^2 = -4",
    "differences from the left": r"5 - 3 - 1 = 1",
    "a sum reaches over products and not over sums": r"\sum_{j=1}^{3} 2 j + 1 = 13",
    "an exponent in braces or without":
        r"f(0) = f(x - x) \qquad x \in \mathbb{R}, \; f \in C^{\infty}(\mathbb{R}, \mathbb{R})",
    "bars within bars": r"|1 + |x|| = 1 + |x| \qquad x \in \mathbb{R}",
}


@pytest.mark.parametrize("tex", ALIKE.values(), ids=ALIKE)
def test_what_has_one_look_is_read(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}").problems == []


# --------------------------------------------------------- one letter, in more than one place


def test_a_function_does_not_take_a_letter_from_the_claim_that_calls_it(run: Run) -> None:
    result = run(
        r"number | x \in \mathbb{R}",
        r"square | f(x) := x^2",
        r"wrong | f(3) = 4 \qquad x := 2",
    )
    assert result.problem == (
        "page.md:12 wrong: fails at 1 of 1 points; simplest:\n"
        "    no letters\n"
        "    left  = 9\n"
        "    right = 4\n"
        "    gap   = 5\n"
        r"      f(3) = 4 \qquad x := 2" "\n"
        r"             ^"
    )


@pytest.mark.parametrize(("tex", "holds"), [
    (r"\sum_{j=1}^{3} j = 6 \qquad j := 2", True),
    (r"\sum_{j=1}^{3} j^2 = 12 \qquad j := 2", False),
    (r"\sum_{j=1}^{3} j \cdot j^2 = 36 \qquad j := 3", True),
    (r"\int_0^1 x \, dx = 2 \qquad x := 2", False),
    (r"\sum_{j=1}^{2} \sum_{j=1}^{3} j = 12", True),
    (r"\left(\sum_{j=1}^{2} j\right) j = 15 \qquad j := 5", True),
])
def test_a_bound_letter_is_not_the_one_outside(run: Run, tex: str, holds: bool) -> None:
    assert run(rf"claim | {tex}").holds is holds


def test_a_function_of_a_function_keeps_its_letters_apart(run: Run) -> None:
    assert run(
        r"numbers | x, y \in \mathbb{R}",
        r"f | f(x) := x + 1",
        r"g | g(x, y) := f(y) - f(x)",
        r"claim | g(y, x) = x - y",
    ).holds


def test_an_ellipsis_within_a_sum_has_an_index_of_its_own(run: Run) -> None:
    assert run(
        r"vector | x \in \mathbb{R}^3",
        r"claim | \sum_{i=1}^{3} (x_1, \ldots, x_3)_i = x_1 + x_2 + x_3",
    ).holds


# ------------------------------------------------------------- what moves or hides what is seen


@pytest.mark.parametrize("tex", [
    r"(a +\!\!\!\!\!\!{-\: b}) (a + b) = a^2 - b^2 \qquad a, b \in \mathbb{R}",
    r"1 \hspace{-1em} + 1 = 1", r"1 \kern-3pt + 1 = 1", r"1 \mathrlap{+} - 1 = 0",
    r"\begin{aligned} 1 &= 1 \\[-2em] 0 &= 0 \end{aligned}",
    r"\begin{aligned} 1 &= 1 \\ [2] &= 2 \end{aligned}",
    r"1 = 1 \\ 0 = 0", r"1 &= 1",
    r"\left( 1 = 1", r"1 = 1 \right)",
    "٣ = 3", "x = 1 \\qquad x\u0430 := 1",
    r"1 = 1 \qquad 2 > 1. 1 > 2",
])
def test_nothing_moves_a_sign_or_hides_it(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}")["claim"].words() == "could not be read"


# -------------------------------------------------------------------------------------- names


@pytest.mark.parametrize("name", [
    r"\mathbf{\eta}", r"\mathcal{\eta}", r"\mathbb{\eta}", r"\mathsf{\eta}", r"\mathbf{\Gamma}",
    r"\mathcal{x}", r"\mathbb{x}", r"\mathsf{l}", r"\mathbf{ab}", r"\mathcal{Ab}",
    r"\boldsymbol{ab}", r"\mathit{ab}", r"\mathbf{}", r"\mathcal{2}", r"\boldsymbol{2}",
    r"\mathsf{2}", r"\operatorname{x = y}", r"\operatorname{-}", r"\mathrm{a b}",
    r"\operatorname{sqrt}", r"\operatorname{log}", r"\mathrm{max}", r"\operatorname{tr}",
    r"\operatorname{Var}", r"\mathbb{E}", r"\mathbb{R}", r"\mathcal{\infty}", r"\mathbf{\quad}",
    r"\operatorname{аb}", r"x_{\text{= 3}}", r"x_{\text{}}",
])
def test_what_looks_like_something_else_is_no_name(run: Run, name: str) -> None:
    assert "could not be read" in run(rf"name | {name} := 3")["name"].words()


@pytest.mark.parametrize(("one", "other"), [
    (r"x_{\text{a}}", r"x_{\mathrm{a}}"), (r"x_{\operatorname{a}}", r"x_\mathrm{a}"),
    (r"\mathrm{half}", r"\operatorname{half}"), (r"\mathit{x}", "x"), (r"\bar{x}", r"\overline{x}"),
])
def test_names_that_look_the_same_are_the_same(run: Run, one: str, other: str) -> None:
    assert run(rf"claim | {one} = {other} \qquad {one} := 3").problems == []


def test_two_stars_that_are_drawn_apart_are_two_letters(run: Run) -> None:
    assert run(r"claim | x^\star + x^* = 3 \qquad x^\star := 1,\; x^* := 2").holds
    assert not run(r"claim | x^\star = x^* \qquad x^\star := 1,\; x^{\ast} := 2").holds


def test_two_upright_names_side_by_side_look_like_one(run: Run) -> None:
    tex = r"\mathrm{a} \mathrm{b} = \mathrm{b} \mathrm{a} \qquad \mathrm{a}, \mathrm{b} \in \{1\}"
    assert "two upright names side by side" in run(rf"claim | {tex}").problem
    tex = tex.replace(r"\mathrm{a} \mathrm{b}", r"\mathrm{a} \cdot \mathrm{b}")
    tex = tex.replace(r"\mathrm{b} \mathrm{a}", r"\mathrm{b} \cdot \mathrm{a}")
    assert run(rf"claim | {tex}").holds


def test_a_component_is_no_letter_of_its_own(run: Run) -> None:
    problem = run(r"vector | x \in \mathbb{R}^3", r"claim | x_1 = 1 \qquad x_1 := 1").problems[-1]
    assert "x_1 looks like a component of x" in problem


# ------------------------------------------------------------------------------- two readings


LETTERS = (
    r"number | x, y, c \in \mathbb{R}_{>0}", r"index | i, j \in \{1, \ldots, 3\}",
    r"vector | u, v \in \mathbb{R}_{>0}^3", r"matrix | M \in \mathbb{R}^{3 \times 3}",
    r"square | f(x) := x^2", r"total | A(u) := \sum_{i} u_i^2",
)
TWO_READINGS = {
    "a product behind a product": r"\prod_{m=1}^{2} u_m \cdot \prod_{m=1}^{2} v_m",
    "a factor behind a product": r"\prod_{m=1}^{2} u_m c",
    "a quotient behind a product": r"\prod_{m=1}^{2} u_m / c",
    "a factor without the index": r"\prod_{m=1}^{2} 2 c",
    "a factor behind a maximum": r"\max_{m \in \{1, 2\}} u_m \cdot c",
    "a minimum behind a maximum": r"\max_{m \in \{1, 2\}} u_m \cdot \min_{m \in \{1, 2\}} v_m",
    "a factor behind a sum within a product": r"\prod_{m=1}^2 \sum_{l=1}^2 M_{m,l} \cdot c",
    "the logarithm of a product": r"\log \prod_{m=1}^{2} u_m \cdot 3",
    "the logarithm of a sum": r"\log \sum_{m=1}^{2} u_m c",
    "the logarithm of an integral": r"\log \int_0^1 t \, \mathrm{d}t \cdot 3",
    "the logarithm of a function": r"\log \Gamma(x) y",
    "the logarithm of a derivative": r"\log \frac{\partial}{\partial x} f(x) \cdot 3",
    "a quotient by a sum": r"1 / \sum_{m=1}^{2} u_m c",
    "a sum beside a term with its letter": r"\sum_{i} u_i + v_i",
    "a sum over one index or two": r"\sum_{i < j} u_i",
    "a sum over one index or over pairs": r"\sum_{i \ne j} u_i v_j",
    "a double factorial": r"3!!",
    "the factorial of a power": r"e^{x}!",
    "a mixed number": r"2 \frac{1}{2}",
    "even numbers, or all": r"\sum_{m \in \{2, \ldots, 2 j\}} m",
    "powers of two, or all numbers": r"\sum_{m \in \{2, \ldots, 2^j\}} m",
    "even components, or all": r"\max(2, \ldots, 2 \cdot 3)",
    "a derivative at a constant": r"\frac{\partial}{\partial x} f(c)",
    "a gradient at another letter": r"\nabla_u A(v)",
    "a derivative of a product or a factor": r"\frac{\partial}{\partial x} f(x) \cdot f(x)",
    "the square of a matrix of derivatives": r"\det(\nabla^2 A(u)^2)",
    "an entry, or a component": r"u_{1i}",
    "a row, or an entry": r"\sum_{i} M_{12}",
    "a power of an entry, or the entry of a power": r"M_{1,2}^2",
    "the same, written the other way": r"M^2_{1,2}",
    "an order in brackets, or a power": r"x^{(2)}",
    "an interval, or a vector": r"\max[0, 1]",
    "bars around what?": r"|x|y|c|",
    "a power of an expectation": r"\mathbb{E}_{m \sim p}(u_m)^2",
    "a power of a variance": r"\operatorname{Var}_{m \sim p}(u_m)^2",
    "a power of a power of e": r"e^x^2",
    "an index that ends where it is": r"\sum_{i=1}^{i} i",
    "thousands": r"1,000",
}


@pytest.mark.parametrize("tex", TWO_READINGS.values(), ids=TWO_READINGS)
def test_what_has_two_readings_is_refused(run: Run, tex: str) -> None:
    simplex = r"p \in \Delta^{2}" if r"\sim p" in tex else "c > 0"
    problems = run(*LETTERS, rf"claim | {tex} = 1 \qquad {simplex}").problems
    problem = next(problem for problem in problems if " claim: " in problem)
    assert "two readings" in problem or "is not in the grammar" in problem


READ_AS_EVERYBODY_DOES = {
    "a sum of products": r"\sum_{m=1}^{2} u_m \cdot v_m = u_1 v_1 + u_2 v_2",
    "a factor behind a sum": r"\sum_{m=1}^{2} u_m c = c (u_1 + u_2)",
    "a sum behind a sum": r"\sum_{m=1}^{2} u_m \cdot \sum_{m=1}^{2} v_m = (u_1 + u_2) (v_1 + v_2)",
    "a quotient behind a sum": r"\sum_{m=1}^{2} u_m / c = (u_1 + u_2) / c",
    "a product of products in brackets":
        r"\left(\prod_{m=1}^{2} u_m\right) \cdot \prod_{m=1}^{2} v_m = u_1 u_2 v_1 v_2",
    "a product of factors": r"\prod_{m=1}^{2} c u_m v_m = c^2 u_1 u_2 v_1 v_2",
    "the logarithm of a sum": r"\log \sum_{m=1}^{2} c u_m = \log c + \log(u_1 + u_2)",
    "a sum beside a term": r"\sum_{m=1}^{2} u_m + c = u_1 + u_2 + c",
    "a component of an even index": r"\sum_{m=1}^{1} u_{2m} = u_2",
    "a power of a component": r"u_1^2 = u_1 \cdot u_1",
    "a derivative of a product": r"\frac{\partial}{\partial x} x f(x) = 3 x^2",
    "a derivative with a factor": r"\frac{\partial}{\partial x} f(x) \cdot c = 2 x c",
    "the derivative of a constant": r"\frac{\partial}{\partial x} c = 0",
    "minus binds less than a power": r"-x^2 = -(x^2)",
    "a tower in braces": r"2^{3^{2}} = 512",
    "the logarithm of a power": r"\log x^2 = 2 \log x",
    "bars side by side": r"|x||c| = x c",
}


@pytest.mark.parametrize("tex", READ_AS_EVERYBODY_DOES.values(), ids=READ_AS_EVERYBODY_DOES)
def test_where_mathematicians_agree_it_is_read_so(run: Run, tex: str) -> None:
    problems = [problem for problem in run(*LETTERS, rf"claim | {tex}").problems
                if "never used" not in problem]
    assert problems == []
