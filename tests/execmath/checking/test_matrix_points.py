"""A matrix is tried with entries from its own set, also where a place is solved for."""

from __future__ import annotations

from small_pages import Run


def test_a_sum_of_positive_entries_is_not_made_zero(run: Run) -> None:
    result = run(r"w | w \in \mathbb{R}_{>0}^{2 \times 3}",
                 r"share | \frac{\sum_{i=1}^2 \sum_{j=1}^3 w_{i,j}}"
                 r"{\sum_{i=1}^2 \sum_{j=1}^3 w_{i,j}} = 1")
    assert "by zero" not in str(result.problems)


def test_a_sum_of_entries_of_any_sign_is(run: Run) -> None:
    result = run(r"w | w \in \mathbb{R}^{2 \times 3}",
                 r"share | \frac{\sum_{i=1}^2 \sum_{j=1}^3 w_{i,j}}"
                 r"{\sum_{i=1}^2 \sum_{j=1}^3 w_{i,j}} = 1")
    assert "a division by zero" in str(result.problems)
