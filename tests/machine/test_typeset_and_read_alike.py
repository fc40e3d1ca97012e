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
    "the index of a root, read as its argument": r"\sqrt[4]{8} = 16",
    "a bound of which TeX takes one digit": r"\int_0^12 x \, dx = 72",
    "a bound of which TeX takes the sign": r"\int_-1^{1} x \, dx = 0",
    "a power of which TeX takes one digit": r"2^10 = 1024",
    "a power of which TeX takes the bracket": r"2^(1+1) = 4",
    "a power of which TeX takes the first letter": r"2^x_1 = 2^{x_1} \qquad x_1 \in \mathbb{R}",
    "the exponential, likewise": r"e^x_1 = e^{x_1} \qquad x_1 \in \mathbb{R}",
    "a numerator of which TeX takes one digit": r"\frac12 = 0.5",
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
