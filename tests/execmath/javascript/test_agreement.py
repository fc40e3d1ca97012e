"""A module is shown only if it agrees with the balls at every point that is tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flint import arb, fmpq
from small_pages import Run

from execmath.arithmetic.values import Matrix, Vector
from execmath.javascript.agreement import Trial, agreement, trials
from execmath.javascript.translator import Module, module
from execmath.language import ast as s

THIRD = Trial({"x": "3"}, [fmpq(1, 3), arb(1) / 3])


def test_what_agrees_is_shown_with_its_points() -> None:
    found = agreement([THIRD], [{"sides": [1 / 3, 1 / 3]}])
    assert found.points == ({"x": "3"},)
    assert found.reason == ""


def test_one_wrong_side_is_enough_to_leave_it_out() -> None:
    found = agreement([THIRD, THIRD], [{"sides": [1 / 3, 1 / 3]}, {"sides": [1 / 3, 0.33333333]}])
    assert found.points == ()
    assert re.fullmatch(r"0\.33333333 is computed where 0\.3{16,} is right, at 1 of 2 points",
                        found.reason)


def test_two_sides_that_are_wrong_alike_are_wrong() -> None:
    assert agreement([THIRD], [{"sides": [0.5, 0.5]}]).reason.startswith("0.5 is computed")


def test_a_row_for_a_matrix_is_wrong() -> None:
    matrix = Trial({}, [Matrix([Vector([1, 2])])])
    assert agreement([matrix], [{"sides": [[[1, 2]]]}]).reason == ""
    assert "another shape" in agreement([matrix], [{"sides": [[1, 2]]}]).reason


def test_what_seldom_has_a_value_is_left_out() -> None:
    silent = agreement([THIRD] * 3, [{"no": "a division by zero"}] * 2 + [{"sides": [1 / 3] * 2}])
    assert silent.reason == "no value at 2 of 3 points: a division by zero"
    assert agreement([], []).reason == "no value at 0 of 0 points: no point to try"


PAGE = (r"k | k \in \{2, 3, \ldots\}", r"m | m \in \{1, 2, \ldots\}",
        r"w | w \colon \{1, \ldots, m\} \to \mathbb{R}_{>0}")


@pytest.fixture
def tried(run: Run) -> Callable[[str], tuple[Module, list[Trial]]]:
    """The module of a claim on a page, and its trials."""

    def tried(claim: str) -> tuple[Module, list[Trial]]:
        result = run(*PAGE, rf"claim | {claim}").site.ledger.results["claim"]
        assert isinstance(result.statement, s.Claim)
        said = module(result.statement, result.context)
        return said, trials(result.statement, result.context, "claim", said)

    return tried


def test_points_are_written_as_a_reader_writes_them(
    tried: Callable[[str], tuple[Module, list[Trial]]]
) -> None:
    said, points = tried(r"\sum_{i=1}^k x_i = \sum_{j=1}^k x_j \qquad x \in \mathbb{R}^k")
    assert [name for _, name in said.letters] == ["k", "x"]
    for trial in points:
        numbers = [float(item) for item in trial.texts["x"].split(", ")]
        assert len(numbers) == int(trial.texts["k"])
        assert all(abs(number) <= 8 for number in numbers)
        assert float(arb(trial.sides[0])) == sum(numbers)


def test_a_function_on_a_finite_set_is_the_list_of_its_values(
    tried: Callable[[str], tuple[Module, list[Trial]]]
) -> None:
    _, points = tried(r"\sum_{i=1}^m w(i) = \sum_{j=1}^m w(j)")
    assert points and all(len(trial.texts["w"].split(", ")) == int(trial.texts["m"])
                          for trial in points)


def test_each_side_of_a_chain_is_computed_once(
    tried: Callable[[str], tuple[Module, list[Trial]]]
) -> None:
    said, points = tried(r"x + x = 2x = x \cdot 2 \qquad x \in \mathbb{R}")
    assert len(said.sides) == 3 == len(points[0].sides)
    assert replace(said, source="").letters == said.letters
