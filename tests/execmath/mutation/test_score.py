"""A check that cannot fail is a defect: what holds must reject its altered formulas."""

from __future__ import annotations

REAL = r"real | a \in \mathbb{R}, \qquad b \in \mathbb{R}"


def test_a_sharp_claim_rejects_all_of_them_each_at_a_point(run) -> None:
    result = run(REAL, "square | (a + b)^2 = a^2 + 2 a b + b^2")
    mutation = result["square"].mutation
    assert result.problems == []
    count = len(mutation.altered)
    assert mutation.words() == f"{count} of {count} altered formulas rejected"
    assert count > 20
    assert all(one.point and (one.left or one.reason) for one in mutation.altered)
    assert mutation.words() in result["square"].words()


def test_sides_that_are_printed_alike_are_said_to_be_apart(run) -> None:
    mutation = run(r"tiny | 1 + e^{-100} = e^{-100} + 1")["tiny"].mutation
    one = next(one for one in mutation.altered if one.says == '"1" in place of "1 + e^{-100}"')
    assert (one.left, one.right, one.reason) == ("1", "1", "3.72e-44 apart")


COSINE = (r"angle | a \in \mathbb{R}", r"double | \cos(2 a) = 2 (\cos(a))^2 - 1")
ALSO = ("<!-- execmath: also true: \\cos(-2 a) = 2 (\\cos(a))^2 - 1 -->\n"
        "<!-- execmath: also true: \\cos(2 a) = 2 (\\cos(-a))^2 - 1 -->\n")


def test_a_survivor_fails_the_build_and_says_how_to_acknowledge_it(run) -> None:
    problems = run(*COSINE).problems
    assert len(problems) == 2
    assert problems[1] == (
        'page.md:9 double: this holds just as well with "-a" in place of "a": it is true as well, '
        "or the check is too weak. If it is meant, say so above the display:\n"
        r"      <!-- execmath: also true: \cos(2 a) = 2 (\cos(-a))^2 - 1 -->")


def test_an_acknowledged_survivor_is_counted_as_also_true(run) -> None:
    result = run(COSINE[0], ALSO + COSINE[1])
    assert result.problems == []
    assert result["double"].words().endswith(" rejected, 2 also true")


def test_an_acknowledgement_of_what_does_not_survive_is_a_problem(run) -> None:
    result = run(REAL, "<!-- execmath: also true: a + b = b - a -->\nsum | a + b = b + a")
    assert any("also true: a + b = b - a\n      is none of the altered formulas that hold" in text
               for text in result.problems)


def test_what_the_machine_cannot_tell_may_be_acknowledged_as_well(run) -> None:
    result = run("<!-- execmath: also true: n \\in \\{1, 2\\},\\; m := 5001 n -->\n"
                 r"size | \sum_{j=1}^{m} 1 = m \qquad n \in \{1, 2\},\; m := 5000 n")
    (larger,) = [one for one in result["size"].mutation.altered if one.says.startswith('"5001"')]
    assert larger.status == "undecided"  # with n = 2 there are more terms than a sum may have
    assert not any("is none of the altered formulas" in problem for problem in result.problems)


def test_a_hypothesis_that_is_not_needed_is_told(run) -> None:
    result = run(r"identity | (c + 1)^2 = c^2 + 2 c + 1 \qquad c \in \mathbb{R}_{>0}")
    (problem,) = result.problems
    assert "the page assumes more than it needs" in problem
    assert r"<!-- execmath: also true: c \in \mathbb{R}_{\ge 0} -->" in problem


def test_a_hypothesis_that_is_not_needed_may_be_acknowledged(run) -> None:
    result = run("<!-- execmath: also true: c \\in \\mathbb{R}_{\\ge 0} -->\n"
                       r"identity | (c + 1)^2 = c^2 + 2 c + 1 \qquad c \in \mathbb{R}_{>0}")
    assert result.problems == []
    assert result["identity"].mutation.words().endswith("1 also true")


def test_a_number_in_the_place_of_a_vector_does_not_count(run) -> None:
    result = run(r"size | n \in \{1, 2, \ldots\}", r"vectors | x \in \mathbb{R}^n",
                 r"twice | x + x = 2 x")
    assert result["twice"].mutation.misfits > 0
    assert all("shapes differ" not in one.reason for one in result["twice"].mutation.altered)


# ------------------------------------------------------------------ definitions and domains


def test_an_altered_definition_is_rejected_by_a_claim_that_uses_it(run) -> None:
    result = run(REAL, r"f | f(a) := a + 1", "claim | f(a) + b = a + b + 1")
    mutation = result["f"].mutation
    assert result.problems == []
    assert {one.by for one in mutation.altered} == {"claim"}


def test_a_definition_that_no_claim_pins_down_fails(run) -> None:
    problems = run(REAL, r"f | f(a) := a + 1", "claim | f(a) - f(b) = a - b").problems
    assert any(r'f: this holds just as well with "2" in place of "1"' in text for text in problems)


def test_a_domain_that_is_wider_than_needed_is_told_at_its_declaration(run) -> None:
    result = run(r"positive | a \in \mathbb{R}_{>0}", "claim | (a + 1)^2 = a^2 + 2 a + 1")
    (problem,) = result.problems
    assert problem.startswith("page.md:3 positive: ")
    assert r"also true: a \in \mathbb{R}_{\ge 0}" in problem


def test_a_domain_that_is_needed_is_noticed(run) -> None:
    result = run(r"positive | a \in \mathbb{R}_{>0}", r"claim | \log e a = 1 + \log a"
                 .replace("e a", "(e a)"))
    assert result.problems == []
    assert result["positive"].mutation.altered[0].by == "claim"


# --------------------------------------------------------------------------- inequalities


def test_an_inequality_has_true_neighbors_which_need_no_acknowledgement(run) -> None:
    result = run(REAL.replace(r", \qquad b \in \mathbb{R}", ""), r"mean | 2 a \le a^2 + 1")
    assert result.problems == []
    assert result["mean"].mutation.of_status("also true")
    assert result["mean"].verdict.slack == "0"


def test_the_smallest_slack_is_told(run) -> None:
    assert run(REAL, r"above | 3 + a^2 > 1")["above"].verdict.slack == "2"


def test_a_bound_that_most_altered_ones_keep_is_too_weak(run) -> None:
    problems = run(REAL, r"weak | a^2 + b^2 + 1000 > -1000").problems
    assert any("altered bounds are rejected; half must be" in text for text in problems)


def test_the_reversed_relation_must_be_rejected(run) -> None:
    problems = run(REAL, r"both | a^2 \ge |a| |a|").problems
    assert any("not rejected: the reversed relation" in text for text in problems)
