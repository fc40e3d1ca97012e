r"""A survivor is believed only after a search for a point that tells it from the claim."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.mutation.consequences import dropped_alone
from execmath.mutation.mutants import mutants
from execmath.mutation.report import SURVIVES, MutantResult, MutationReport

TWO = r"numbers | a \in \mathbb{R}, \qquad b \in \mathbb{R}"


def statuses(result, label: str) -> dict[str, str]:
    return {one.says: one.status for one in result[label].mutation.altered}


def test_a_special_case_is_no_finding(run) -> None:
    result = run(TWO, r"nothing | 0 \cdot b = 0", r"exponential | e^b > 0")
    assert '"a" in place of "b"' not in {*statuses(result, "nothing"),
                                         *statuses(result, "exponential")}


def test_it_is_one_only_if_the_letter_is_another_wherever_it_stands(run) -> None:
    assert statuses(run(TWO, "square | b^2 = b b"), "square")['"a" in place of "b"'] == "rejected"


def test_a_letter_of_another_set_is_a_finding(run) -> None:
    result = run(r"numbers | a \in \mathbb{R}, \qquad b \in \mathbb{R}_{>0}",
                 r"claim | \sqrt{b^2} = |b|", r"root | e^{\log b} > 0")
    assert statuses(result, "root")['"a" in place of "b"'] == "rejected"


def test_a_hypothesis_that_only_one_number_needs_is_needed(run) -> None:
    result = run(r"hole | \frac{x - 7}{x - 7} = 1 \qquad x \in \mathbb{R},\; x \ne 7")
    (dropped,) = [one for one in result["hole"].mutation.altered if one.hypothesis]
    assert (dropped.status, dropped.point, dropped.reason) == (
        "rejected", "x = 7", "a division by zero")


def test_what_is_equal_to_thirty_digits_is_looked_at_with_more(run) -> None:
    result = run(r"below | \tanh(|x| + 60) < 1 \qquad x \in \mathbb{R}")
    assert statuses(result, "below")['"=" in place of "<"'] == "rejected"


# --------------------------------------------------------------------------- dropped terms

NORMALS = r"\int_{-\infty}^{\infty} \left(e^{-x^2} + e^{-(x - 100)^2}\right) \, \mathrm{d}x"
ODD = r"\int_{-\infty}^{\infty} \left(e^{-x^2} + x e^{-x^2}\right) \, \mathrm{d}x = \sqrt{\pi}"
SEEN = (r"<!-- execmath: also true: \int_{-\infty}^{\infty} \left(e^{-x^2}\right) \, \mathrm{d}x"
        r" = \sqrt{\pi} -->" "\n")


def test_a_term_that_can_be_dropped_is_integrated_by_itself(run) -> None:
    result = run(rf"normals | {NORMALS} = 2 \sqrt{{\pi}}")["normals"]
    (without,) = [m for m in mutants(result) if m.rule == "right dropped" and "(x - 100)" in m.says
                  and "integral" in m.says and "e^{-(x - 100)^2}" not in m.tex]
    alone = dropped_alone(without.statement, result.statement)
    (integral,) = [node for node in s.walk(result.statement) if isinstance(node, s.Integral)]
    assert isinstance(alone, s.Integral)
    assert alone.body == integral.body.right


def test_two_normals_do_not_pass_for_one_whatever_the_page_says(run) -> None:
    assert run(SEEN + rf"normals | {NORMALS} = \sqrt{{\pi}}").problems


def test_a_term_that_nobody_sees_cannot_be_acknowledged() -> None:
    dropped = MutantResult("a = b", 'without "c"', 0, SURVIVES, unseen=True)
    (fault,) = MutationReport((dropped,)).faults()
    assert "what is dropped is not zero by itself" in fault.message
    assert "also true" not in fault.message


def test_a_term_that_is_worth_nothing_may_be_dropped(run) -> None:
    mutation = run(SEEN + rf"odd | {ODD}")["odd"].mutation
    assert not any(one.unseen for one in mutation.altered)
    assert mutation.stale == ()
