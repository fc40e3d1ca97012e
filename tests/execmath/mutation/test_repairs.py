"""A failing claim is told what would mend it, and only what was certified at all points."""

from __future__ import annotations

SUMS = (r"size | k \in \{2, 3, \ldots\}", r"numbers | x \in \mathbb{R}^k")


def test_the_message_ends_with_the_smallest_edit_that_makes_it_hold(run) -> None:
    result = run(*SUMS, r"total | \sum_{i=1}^{k} x_i = x_k + \sum_{i=1}^{k-2} x_i")
    failure = result["total"].verdict.failure
    assert failure.repairs[0] == (
        'it would hold with "k-1" in place of "k-2" in the second sum (line 15)')
    assert failure.repairs[0] in result.problems[0]


def test_a_mistake_in_a_definition_is_found_from_the_claim(run) -> None:
    result = run(*SUMS, r"s | s(x) := \sum_{i=1}^{k-1} x_i",
                 r"claim | s(x) - s(2 x) = -\sum_{i=1}^{k} x_i")
    assert any(' of s (line 15)' in text for text in result["claim"].verdict.failure.repairs)


def test_nothing_is_offered_where_no_change_of_one_place_helps(run) -> None:
    result = run(*SUMS, r"nonsense | \sum_{i=1}^{k} x_i = e^{x_1} + 7 x_k^3")
    assert result["nonsense"].verdict.failure.repairs == ()


def test_a_relation_may_be_what_was_wrong(run) -> None:
    result = run(*SUMS, r"bound | x_1^2 + 1 < 2 x_1")
    assert any(r'with ">" in place of "<"' in text or r"\ge" in text
               for text in result["bound"].verdict.failure.repairs)


def test_a_change_is_offered_also_where_it_takes_many_digits_to_tell(run) -> None:
    """At x = 800 the difference has 347 zeros behind the point."""
    result = run(r"softplus | \log(1 + e^x) - x = 2 \log(1 + e^{-x}) \qquad x \in \mathbb{R}")
    repairs = result["softplus"].verdict.failure.repairs
    assert any(r'in place of "2 \log(1 + e^{-x})"' in text for text in repairs)
