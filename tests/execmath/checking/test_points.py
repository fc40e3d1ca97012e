r"""The points of a claim: finite sets whole; of infinite ones the edges, then seeded draws."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flint import fmpq
from small_pages import Run, page

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.values import Vector
from execmath.checking.check import prepare
from execmath.checking.options import CheckOptions
from execmath.checking.points import Point
from execmath.checking.sampler import Sampler
from execmath.documents.site import read_site
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s

Points = list[dict[str, Any]]
Draw = Callable[..., Points]
MakeSampler = Callable[..., Sampler]


@pytest.fixture
def sampler(tmp_path: Path) -> MakeSampler:
    """Draws the points of the last claim of a page."""

    def sampler(*lines: str, points: int = 200, seed: int = 0) -> Sampler:
        (tmp_path / "page.md").write_text(page(*lines))
        result = list(read_site(tmp_path).ledger.results.values())[-1]
        assert isinstance(result.statement, s.Claim)
        compiler = Compiler(result.context.definitions, Balls())
        return prepare(result.statement, result.context, compiler, result.label,
                       CheckOptions(points, seed))

    return sampler


@pytest.fixture
def draw(sampler: MakeSampler) -> Draw:
    """The points of the last claim of a page, by the names of the letters."""

    def draw(*lines: str, points: int = 200, seed: int = 0) -> Points:
        return [named(point) for point in sampler(*lines, seed=seed).points(points)]

    return draw


def named(point: Point) -> dict[str, Any]:
    return {key.split()[0]: value for key, value in point.env.items()}


def claim(hypotheses: str, label: str = "claim") -> str:
    return rf"{label} | 1 = 1 \qquad {hypotheses}"


# ----------------------------------------------------------------------------- finite sets


def test_a_finite_set_is_tried_whole_and_once(draw: Draw) -> None:
    assert [env["i"] for env in draw(claim(r"i \in \{2, \ldots, 9\}"))] == list(range(2, 10))


def test_finite_sets_are_tried_in_all_combinations(draw: Draw) -> None:
    found = draw(claim(r"i \in \{1, \ldots, 3\},\; j \in \{1, \ldots, i\}"))
    assert sorted((env["i"], env["j"]) for env in found) == [
        (1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)
    ]


def test_each_one_hot_vector_is_tried(draw: Draw) -> None:
    found = draw(claim(r"x \in \{\mathbf{e}_1, \ldots, \mathbf{e}_3\}"))
    assert [env["x"].items for env in found] == [(1, 0, 0), (0, 1, 0), (0, 0, 1)]


def test_no_letters_are_one_point(draw: Draw) -> None:
    assert draw(r"claim | 1 = 1") == [{}]


def test_a_hypothesis_selects_from_a_finite_set(draw: Draw) -> None:
    found = draw(claim(r"i \in \{1, \ldots, 9\},\; i^2 > 30"))
    assert [env["i"] for env in found] == [6, 7, 8, 9]


def test_few_points_asked_for_do_not_cut_a_finite_set(draw: Draw) -> None:
    assert len(draw(claim(r"i \in \{1, \ldots, 50\}"), points=1)) == 50


# --------------------------------------------------------------------------- infinite sets


def test_sizes_run_from_two_to_eight(draw: Draw) -> None:
    lines = (r"size | k \in \{2, 3, \ldots\}", claim(r"x \in \mathbb{R}^k"))
    found = draw(*lines)
    assert {env["k"] for env in found} == set(range(2, 9))
    assert all(len(env["x"]) == env["k"] for env in found)


def test_each_size_meets_zero_ties_and_one_that_dominates(draw: Draw) -> None:
    found = draw(r"size | k \in \{2, 3, \ldots\}", claim(r"x \in \mathbb{R}^k"))
    for k in range(2, 9):
        mine = {env["x"].items for env in found if env["k"] == k}
        assert {(0,) * k, (1,) * k, (800, *[0] * (k - 1)), (-800,) * k} <= mine


def test_the_real_line_has_edges_and_draws(draw: Draw) -> None:
    found = [env["x"] for env in draw(claim(r"x \in \mathbb{R}"))]
    assert {0, 1, -1, 800, -800, 1024, fmpq(1, 2**40), fmpq(-1, 2**40)} <= set(found)
    assert len(set(found)) == len(found) >= 200
    assert sum(x.q > 1 for x in found) > 100


@pytest.mark.parametrize(("line", "zero", "sign"), [
    (r"\mathbb{R}_{>0}", False, 1), (r"\mathbb{R}_{\ge 0}", True, 1),
    (r"\mathbb{R}_{<0}", False, -1), (r"\mathbb{R}_{\le 0}", True, -1),
])
def test_a_half_line_is_kept_to_and_its_end_is_tried_if_it_has_one(
    draw: Draw, line: str, zero: bool, sign: int
) -> None:
    found = [env["x"] for env in draw(claim(rf"x \in {line}"))]
    assert (0 in found) is zero
    assert all(sign * x >= 0 for x in found)
    assert {sign * fmpq(1, 2**300), sign * fmpq(800)} <= set(found)


def test_few_points_meet_what_is_plain_in_an_interval_and_many_what_is_not(draw: Draw) -> None:
    line = claim(r"x \in \mathbb{R},\; s \in [0, 1]")
    few, many = ({env["s"] for env in draw(line, points=points)} for points in (2, 200))
    assert few == {fmpq(1), fmpq(1, 4)}
    assert {0, 1, fmpq(1, 2), fmpq(1, 2**300), 1 - fmpq(1, 2**60)} <= many


def test_two_whole_numbers_from_a_set_with_a_name_are_not_always_equal(draw: Draw) -> None:
    lines = (r"outcomes | \mathcal{X} := \{0, 1, \ldots\}",
             claim(r"a \in \mathcal{X},\; b \in \mathcal{X},\; a \ne b"))
    found = {(env["a"], env["b"]) for env in draw(*lines)}
    assert len({a for a, _ in found}) == len({b for _, b in found}) > 4


def test_a_simplex_has_its_middle_its_corners_and_sums_to_one(draw: Draw) -> None:
    found = [env["p"] for env in draw(claim(r"p \in \Delta^{2}"))]
    assert all(sum(p.items) == 1 and min(p.items) > 0 for p in found)
    assert Vector([fmpq(1, 3)] * 3) in found
    assert any(p.items[0] == fmpq(1, 2**200) for p in found)
    assert len(found) >= 200


def test_more_points_can_be_asked_for(draw: Draw) -> None:
    assert len(draw(claim(r"x \in \mathbb{R}"), points=500)) >= 500


# ----------------------------------------------------------------------------------- draws

INDEXED = (r"size | k \in \{2, 3, \ldots\}",
           claim(r"x \in \mathbb{R}^k,\; i \in \{1, \ldots, k\}"))


def test_a_draw_has_one_vector_and_all_of_its_indices(sampler: MakeSampler) -> None:
    first = [named(point) for point in next(sampler(*INDEXED).draws(200))]
    assert [env["i"] for env in first] == list(range(1, first[0]["k"] + 1))
    assert len({env["x"] for env in first}) == 1


def test_draws_in_leaps_are_the_same_with_other_edges_first(sampler: MakeSampler) -> None:
    plain, leaps = ([[named(point) for point in draw] for draw in sampler(*INDEXED).draws(200, n)]
                    for n in (1, 13))
    assert sorted(map(repr, plain)) == sorted(map(repr, leaps))
    of_one_kind = [sum(draw[0]["x"].items == (0,) * (draw[0]["k"] - 1) + (1,) for draw in draws[:6])
                   for draws in (plain, leaps)]
    assert of_one_kind == [6, 1]


def test_what_a_draw_has_in_common_is_turned_into_balls_once(sampler: MakeSampler) -> None:
    point, other = next(sampler(*INDEXED).draws(200))[:2]
    (x,) = [key for key in point.env if key.startswith("x")]
    assert point.balls()[x] is other.balls()[x]


# ----------------------------------------------------------------------------------- seeds


def test_the_same_label_draws_the_same_points(draw: Draw) -> None:
    one = claim(r"x \in \mathbb{R}", "a-label")
    assert draw(one) == draw(one)


def test_another_label_or_another_seed_draws_others(draw: Draw) -> None:
    one, other = claim(r"x \in \mathbb{R}", "a-label"), claim(r"x \in \mathbb{R}", "another")
    shared = {env["x"] for env in draw(one)}
    for different in (draw(other), draw(one, seed=1)):
        points = {env["x"] for env in different}
        assert len(points - shared) > 100
        assert {fmpq(0), fmpq(800)} <= points & shared


def test_arbitrary_functions_are_drawn_from_the_seed_too(run: Run) -> None:
    lines = (r"number | x \in \mathbb{R}", r"any | A \colon \mathbb{R} \to \mathbb{R}",
             r"claim | A(x) = 0")
    assert run(*lines).problems == run(*lines).problems
    assert run(*lines).problem.splitlines()[1].startswith("    x = 0, A = [0 -> ")


def test_the_verdict_says_which_sizes_were_covered(run: Run) -> None:
    verdict = run(r"sizes | n, k \in \{2, 3, \ldots\}", r"claim | n + k > 3")["claim"].verdict
    assert verdict.coverage == "n = 2…8, some to 10²⁹⁰, k = 2…8, some to 10²⁷³"
