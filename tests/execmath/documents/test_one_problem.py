"""A mistake is one problem, which says what it is of."""

from __future__ import annotations

from small_pages import Run


def test_a_declaration_that_cannot_be_read_is_the_only_problem(run: Run) -> None:
    result = run(r"rational | x \in \mathbb{Q}", r"real | y \in \mathbb{R}",
                 r"sum | x + y = y + x", r"product | s := x y", r"square | s^2 = x^2 y^2",
                 r"own | y^2 \ge 0")
    assert r"expected a set, found '\\mathbb{Q}'" in result.problem
    assert "3 displays need its letters: sum, product, square" in result.problem
    assert result["sum"].statement is None and result["own"].verdict.holds


def test_a_letter_that_nothing_was_to_declare_is_a_problem_of_its_own(run: Run) -> None:
    result = run(r"rational | x \in \mathbb{Q}", r"other | w + 1 = w")
    assert len(result.problems) == 2
    assert any("w has no meaning here" in problem for problem in result.problems)


def test_letters_that_are_read_aloud_alike_are_told_apart(run: Run) -> None:
    result = run(r"letters | x, \mathbf{x} \in \mathbb{R}", r"display | x = \mathbf{x}")
    (problem,) = [one for one in result.problems if "display: " in one]
    assert "    x = " in problem and r", \mathbf{x} = " in problem


def test_a_function_of_pairs_takes_two_arguments(run: Run) -> None:
    table = r"table | h \colon \{1, 2\} \times \{1, 2\} \to \mathbb{R}"
    assert run(table, "display | h(1, 2) = h(1, 2)").holds
    problems = run(table, "display | h(1) = h(1)").problems
    assert any("h takes 2 arguments, given 1" in problem for problem in problems)
