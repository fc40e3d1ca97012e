r"""A display is a declaration, a definition or a claim; a page is a namespace, read downwards."""

from __future__ import annotations

import pytest
from small_pages import Run, page

from execmath.language import ast as s

# ------------------------------------------------------------------------- the three forms


def test_the_relation_tells_the_form(run: Run) -> None:
    result = run(
        r"size | k \in \{2, 3, \ldots\}",
        r"vector | \eta \in \mathbb{R}^k",
        r"total | Z := \sum_{j=1}^{k} e^{\eta_j}",
        r"positive | Z > 0",
    )
    assert result.problems == []
    kinds = {equation.label: equation.kind for equation in result.site.ledger.results.values()}
    assert kinds == {"size": "declaration", "vector": "declaration", "total": "definition",
                     "positive": "claim"}


def test_each_entry_says_what_was_done_and_no_more(run: Run) -> None:
    result = run(
        r"sizes | n \in \{1, \ldots, 4\}, \qquad m \in \{2, 3, \ldots\}",
        r"square | f(n) := n^2",
        r"finite | f(n) \le 16",
        r"infinite | e^m > m",
        r"integral | \int_0^\infty e^{-m x} \, dx = \frac{1}{m}",
    )
    assert {equation.label: equation.words() for equation
            in result.site.ledger.results.values()} == {
        "sizes": "declaration",
        "square": "definition, finite at 4 points",
        "finite": "holds as typeset: 4 points, exact",
        "infinite": "holds as typeset: 416 points, m = 2…8, some to 10²⁸⁸, 47 digits",
        "integral": "holds as typeset: 9 points, m = 2…8, some to 70, 43 digits",
    }


def test_a_claim_that_fails_says_so(run: Run) -> None:
    assert run(r"claim | 1 = 2")["claim"].words() == "does not hold"


def test_each_link_of_a_chain_is_an_obligation(run: Run) -> None:
    claim = run(r"chain | 1 < 2 \le 2 = 2 \ge 1 > 0 \ne 5")["chain"].statement
    assert isinstance(claim, s.Claim)
    assert [link.relation for link in claim.links] == ["<", "<=", "=", ">=", ">", "!="]


@pytest.mark.parametrize("place", range(1, 5))
def test_the_link_that_fails_is_named(run: Run, place: int) -> None:
    numbers = ["1"] * 5
    numbers[place:] = ["2"] * (5 - place)
    problem = run(f"chain | {' = '.join(numbers)}").problem
    assert problem.startswith(f"page.md:2 chain: link {place} fails at 1 of 1 points; simplest:\n")


def test_rows_go_on_with_a_chain_or_start_another(run: Run) -> None:
    result = run(r"rows | \begin{aligned} 1 &= 1 \\ &= 2 - 1 \\ 2 &= 1 + 1 \end{aligned}")
    assert result.problems == []
    claim = result["rows"].statement
    assert isinstance(claim, s.Claim)
    assert len(claim.links) == 3


def test_the_line_of_a_failing_row_is_its_own(run: Run) -> None:
    result = run("rows | \\begin{aligned}\n1 &= 1 \\\\\n&= 2 \\\\\n3 &= 3\n\\end{aligned}")
    assert result.problem == (
        "page.md:4 rows: link 2 fails at 1 of 1 points; simplest:\n"
        "    no letters\n"
        "    left  = 1\n"
        "    right = 2\n"
        "    gap   = 1\n"
        "      &= 2 \\\\\n"
        "         ^"
    )


def test_hypotheses_restrict_the_points(run: Run) -> None:
    assert not run(r"claim | |x| = x \qquad x \in \mathbb{R}").holds
    assert run(r"claim | |x| = x \qquad x \in \mathbb{R}, \; x \ge 0").holds
    assert run(r"claim | |x| = x \qquad \text{for } x \in \mathbb{R} \text{ with } x > 0").holds


@pytest.mark.parametrize("hypotheses", [
    r"c \in \mathbb{R}, \; d \in \mathbb{R}, \; c = d",
    r"d \in \mathbb{R}, \; c \in \mathbb{R}, \; c = d",
    r"c \in \mathbb{R}, \; d \in \mathbb{R}, \; 0 = c - d, \; c = 1, \; d = 1",
    r"c, d \in \mathbb{R}, \; d = c, \; c = 3",
])
def test_a_hypothesis_may_tie_letters_together(run: Run, hypotheses: str) -> None:
    assert run(rf"claim | c = d \qquad {hypotheses}").problems == []


def test_a_hypothesis_may_fix_a_component(run: Run) -> None:
    assert run(
        r"size | k \in \{2, 3, \ldots\}",
        r"claim | \sum_{j=1}^{k} e^{\eta_j} = 1 + \sum_{j=1}^{k-1} e^{\eta_j}"
        r"\qquad \eta \in \mathbb{R}^k,\; 0 = \eta_k",
    ).problems == []


OTHERWISE = "begins no display here; write it between $$ and $$, each on a line of its own"
NOWHERE = r"has no meaning here: it was neither declared, with \in, nor defined, with :="
NEITHER = r"neither a declaration (\in), a definition (:=) nor a claim (=, \le, <, ...)"


@pytest.mark.parametrize(("form", "why"), [
    (r"x", NEITHER),
    (r"1 \cong 1", NEITHER + r": \cong is not in the grammar; write = for an equality"),
    (r"H_0: 1 = 1", r"a colon behind H_0; a colon stands between a function and its sets, as in "
     r"f \colon A \to B; the name of a statement, as in H_0:, is said in words before the display"),
    (r"x_0 = 1 + x_0", f"x_0, or x by itself, {NOWHERE}"),
    (r"1 = \infty", r"\infty is not in the grammar; infinity is an end of an interval, a bound, or "
     "where a limit goes, and no number"),
    (r"1 \otimes 1 = 1", r"expected a relation or an operator, found '\\otimes'; a Kronecker or "
     "tensor product is not there; write the matrix in blocks"),
    (r"", NEITHER),
    (r"= 1", "expected an expression, found '='"),
    (r"1 =", "expected an expression, found 'the end of the display'"),
    (r"1 = = 1", "expected an expression, found '='"),
    (r"a := b := 1", f"b {NOWHERE}"),
    (r"a := 1 := 1", "a definition has one right side; found ':='"),
    (r"1 := 1", "expected a letter, found '1'"),
    (r"1 = (1, \nabla", "expected a letter, found 'the end of the display'"),
    (r"(X, Y) \perp", "expected a letter, found 'the end of the display'"),
    (r"f(x) := x", r"the parameter x has no domain: declare it, above or behind \qquad"),
    (r"a := a + 1", f"a {NOWHERE}"),
    (r"a := 1 \qquad a > 0", f"a {NOWHERE}"),
    (r"f(x) := x \qquad x \in \mathbb{R},\; x > 0",
     "behind a definition stand the domains of its parameters only; this is not one"),
    (r"1 = y", f"y {NOWHERE}"),
    (r"1 = 1 \qquad \text{unless it rains}",
     "'unless it rains' is not a hypothesis that can be executed"),
    (r"1 = 1 \qquad x \in \mathbb{Q}", r"expected a set, found '\\mathbb{Q}'"),
    (r"x \in \{0, 2, 1, \ldots\}", "the listed members do not count up by one"),
    (r"1 = (1", "expected ')' to close '(', found 'the end of the display'"),
    (r"1 = 1)", "expected a relation or an operator, found ')'"),
    (r"1 = [1)", "expected ']' to close '[', found ')'"),
    (r"1 = \frac{1}{1", "expected '}' to close the denominator, found 'the end of the display'"),
    (r"\sum_{j}^{3} j = 6", r"what does j run through? Write j = 1 below and the last above, or "
     r"j \in and the set below"),
    (r"\sum_{j=1} j = 6", "expected '^' with the upper bound, found 'j'"),
    (r"\int_0^1 x = 1", r"an integral without its differential, as in \int_0^1 f(x) \, dx"),
    (r"(1, \ldots) = 1", "an ellipsis needs a last item"),
    (r"(1, \ldots, 1) = 1", "an ellipsis without an end"),
    (r"a := (1, \ldots, 1)", r"how many items? All are alike; as a definition, (1, \ldots, 1) \in "
                             r"\mathbb{R}^k would say it"),
    (r"(a_1, \ldots, b_3) = a \qquad a, b \in \mathbb{R}^3",
     "no pattern leads from the items before the ellipsis to the one behind it"),
    (r"1 = \unknown", r"\unknown is not in the grammar"),
    (r"1 = ä", "'ä' is not in the grammar"),
])
def test_what_is_not_in_the_grammar_is_refused_with_its_reason(
    run: Run, form: str, why: str
) -> None:
    lines = run(f"display | {form}").problem.splitlines()
    assert lines[0].partition("display: ")[2] == why
    assert lines[-1].strip("^ ") == ""


def test_the_mark_stands_below_the_place(run: Run) -> None:
    assert run("display | 1 + 1\n  = \\frac{1}{y} + 1").problem == (
        f"page.md:3 display: y {NOWHERE}\n"
        "        = \\frac{1}{y} + 1\n"
        "                   ^"
    )


def test_a_long_line_is_cut_so_that_the_mark_stays_in_view(run: Run) -> None:
    *_, text, mark = run(f"display | {'1 + ' * 60}y + {'1 + ' * 60}1 = 1").problem.splitlines()
    assert max(len(text), len(mark)) <= 130
    assert text[mark.index("^")] == "y"


def test_a_display_has_a_limit_and_a_depth(run: Run) -> None:
    assert "characters; at most 20000" in run(f"long | {'1 + ' * 6000}1 = 1").problem
    assert "nested more than 60 deep" in run(f"deep | {'(' * 99}1{')' * 99} = 1").problem


# ----------------------------------------------------------------------------- the ellipsis


@pytest.mark.parametrize(("run_of_items", "meaning"), [
    (r"(x_1, \ldots, x_4)", r"(x_1, x_2, x_3, x_4)"),
    (r"(x_1, x_2, \ldots, x_4)", r"(x_1, x_2, x_3, x_4)"),
    (r"(x_2, \ldots, x_4, 0)", r"(x_2, x_3, x_4, 0)"),
    (r"(0, x_1, \ldots, x_{4-1})", r"(0, x_1, x_2, x_3)"),
    (r"(e^{x_1 - x_4}, \ldots, e^{x_3 - x_4})", r"(e^{x_1 - x_4}, e^{x_2 - x_4}, e^{x_3 - x_4})"),
    (r"(1^2, \ldots, 4^2)", r"(1, 4, 9, 16)"),
    (r"(x_1^1, \ldots, x_4^4)", r"(x_1, x_2^2, x_3^3, x_4^4)"),
])
def test_an_ellipsis_is_found_from_its_first_and_last_item(
    run: Run, run_of_items: str, meaning: str
) -> None:
    assert run(rf"claim | {run_of_items} = {meaning} \qquad x \in \mathbb{{R}}^4").problems == []


def test_a_codomain_says_how_many_items_are_alike(run: Run) -> None:
    assert run(
        r"size | k \in \{1, 2, \ldots\}",
        r"ones | \mathbf{1} := (1, \ldots, 1) \in \mathbb{R}^k",
        r"count | \mathbf{1}^\top \mathbf{1} = k",
    ).problems == []


# -------------------------------------------------------------------------------- the scope


def test_a_letter_has_no_meaning_before_it_gets_one(run: Run) -> None:
    result = run(r"early | x = x", r"late | x \in \mathbb{R}", r"use | x = x")
    assert [text.splitlines()[0] for text in result.problems] == [
        f"page.md:2 early: x {NOWHERE}",
    ]


def test_a_letter_means_one_thing_in_a_section(run: Run) -> None:
    result = run(
        "# Numbers",
        r"one | x \in \mathbb{R}",
        r"two | x \in \mathbb{R}^2",
        r"use | x = x",
    )
    assert result.problem == (
        "page.md:8 two: x already has a meaning in this section, from the display one; "
        "a new section may introduce it anew\n"
        "      x \\in \\mathbb{R}^2\n"
        "      ^^^^^^^^^^^^^^^^^^"
    )


def test_a_new_section_may_introduce_a_letter_anew(run: Run) -> None:
    assert run(
        "# Numbers", r"one | x \in \mathbb{R}", r"double | f(x) := 2 x", r"use-one | f(x) = x + x",
        "# Vectors", r"two | x \in \mathbb{R}^2", r"use-two | f(x_1) = 2 x_1",
    ).problems == []


def test_a_definition_keeps_the_meanings_that_its_letters_had(run: Run) -> None:
    result = run(
        "# First", r"one | c := 1", r"f-of | f(x) := x + c \qquad x \in \mathbb{R}",
        "# Then", r"two | c := 2", r"right | f(0) = 1", r"wrong | f(0) = c",
    )
    assert [text.partition(": ")[0] for text in result.problems] == ["page.md:24 wrong"]


def test_what_was_declared_may_be_defined_once(run: Run) -> None:
    declared = r"declared | A \colon \mathbb{R} \to \mathbb{R}", r"number | x \in \mathbb{R}"
    first = r"first | A(x) := x"
    assert run(*declared, first, r"use | A(x) = x").problems == []
    again = run(*declared, first, r"second | A(x) := 2 x", r"use | A(x) = x").problem
    assert again.startswith("page.md:17 second: A already has a meaning in this section")


def test_a_definition_stays_in_the_set_that_was_declared(run: Run) -> None:
    result = run(
        r"number | x \in \mathbb{R}",
        r"declared | h \colon \mathbb{R} \to \mathbb{R}_{>0}",
        r"square | h(x) := x^2",
        r"use | h(x) = x^2",
    )
    assert result.problem.startswith("page.md:12 square: fails at 1 of 200 points "
                                     "(0 is outside the set that the page names); simplest:\n"
                                     "    x = 0\n")


def test_a_claim_about_any_function_is_tried_with_arbitrary_ones(run: Run) -> None:
    letters = (r"number | x \in \mathbb{R}", r"any | A \colon \mathbb{R} \to \mathbb{R}")
    assert run(*letters, r"claim | A(x) - A(x) = 0").holds
    assert not run(*letters, r"claim | A(x) \ge 0").holds
    assert not run(*letters, r"claim | A(x) = A(0)").holds
    assert not run(*letters, r"claim | A(x) = A(-x)").holds


@pytest.mark.parametrize("tex", [
    r"\frac{\partial}{\partial x} A(x) = 0",
    r"\int_0^1 A(t) \, dt = 0 x",
])
def test_a_function_of_which_nothing_is_known_has_no_slope_and_no_integral(
    run: Run, tex: str
) -> None:
    result = run(r"number | x \in \mathbb{R}", r"any | A \colon \mathbb{R} \to \mathbb{R}",
                 rf"claim | {tex}")
    assert not result["claim"].verdict.holds


@pytest.mark.parametrize("argument", [r"0", r"-1", r"e^y - e^y", r"y^2", r"(1, 2)"])
def test_a_function_is_used_only_on_its_domain(run: Run, argument: str) -> None:
    assert not run(
        r"one | f(x) := 1 \qquad x \in \mathbb{R}_{>0}",
        r"number | y \in \mathbb{R}",
        rf"claim | f({argument}) = y^0",
    )["claim"].verdict.holds


def test_an_integral_stays_on_the_domain_of_its_integrand(run: Run) -> None:
    one = r"one | f(x) := 1 \qquad x \in \mathbb{R}_{>0}"
    assert run(one, r"claim | \int_0^1 f(x) \, dx = 1").holds
    assert not run(one, r"claim | \int_{-1}^{1} f(x) \, dx = 2").holds
    assert not run(one, r"claim | \int_{-1}^\infty f(x) e^{-x} \, dx = e").holds


@pytest.mark.parametrize(("density", "why"), [
    (r"1", "which does not sum to one"),
    (r"\frac{x}{2} - \frac{1}{3}", "which is negative"),
    (r"\frac{1}{3}", ""),
])
def test_an_expectation_is_under_a_probability(run: Run, density: str, why: str) -> None:
    result = run(
        r"outcome | x \in \{0, \ldots, 2\}",
        rf"density | q(x) := {density}",
        r"claim | \mathbb{E}_{x \sim q}[1] = \sum_{x \in \{0, \ldots, 2\}} q(x)",
    )
    failure = result["claim"].verdict.failure
    assert (failure.reason.partition("q, ")[2] if failure else "") == why


def test_definitions_do_not_go_round_in_a_circle(run: Run) -> None:
    result = run(
        r"numbers | a, b \in \mathbb{R}",
        r"first | a := b + 1",
        r"second | b := a - 1",
        r"use | a = b + 1",
    )
    assert "page.md:11 second: the definition of b leads back to b itself" in result.problems


def test_what_is_introduced_is_used(run: Run) -> None:
    assert run(
        r"letters | x, y \in \mathbb{R}",
        r"square | f(x) := x^2",
        r"cube | g(x) := x^3",
        r"claim | g(2) = 8",
    ).problems == [
        "page.md:1 letters: y is declared and never used",
        "page.md:6 square: f is defined and never used",
    ]


def test_a_letter_that_tells_the_set_of_another_is_used(run: Run) -> None:
    assert run(
        r"letters | n \in \{1, 2, 3\}, \qquad A, B \in \mathbb{R}^{n \times n}",
        r"claim | (A B)^\top = B^\top A^\top",
    ).problems == []


# ------------------------------------------------------------------------------ many pages


BASE = page(r"number | x \in \mathbb{R}", r"double | f(x) := 2 x", r"two | f(1) = 2")


def test_a_page_knows_what_the_pages_that_it_builds_on_know(run: Run) -> None:
    use = "---\nbuilds_on: base.md\n---\n" + page(r"four | f(2) = 4")
    assert run(pages={"base.md": BASE, "a/use.md": use}).problems == []


def test_a_page_knows_nothing_of_other_pages(run: Run) -> None:
    result = run(pages={"base.md": BASE, "other.md": page(r"four | f(2) = 4")})
    assert result.problem.startswith("other.md:2 four: f has no meaning here")


def test_pages_do_not_build_on_each_other(run: Run) -> None:
    one = "---\nbuilds_on: [two.md]\n---\n" + page(r"one | 1 = 1")
    two = "---\nbuilds_on: [one.md, nosuch.md]\n---\n" + page(r"two | 2 = 2")
    assert run(pages={"one.md": one, "two.md": two}).problems == [
        "two.md:1: builds_on names 'nosuch.md', which is no page",
        "two.md:1: pages that build on each other: one.md -> two.md -> one.md",
    ]


def test_a_label_is_unique_on_the_whole_site(run: Run) -> None:
    pages = {"a.md": page(r"same | 1 = 1"), "b.md": page("Text.", "", r"same | 2 = 2")}
    assert run(pages=pages).problem == "b.md:3 same: this label is taken, at a.md:1"
    assert run(pages=pages, order=("b.md", "a.md")).problem == (
        "a.md:1 same: this label is taken, at b.md:3"
    )


# ------------------------------------------------------------- labels, displays and comments


@pytest.mark.parametrize(("display", "problem"), [
    ("$$\n1 = 1\n$$", r"page.md:1: a display without a \label: 1 = 1"),
    ("$$\n1 = 1 \\label{}\n$$", "page.md:1: a label is lower-case words joined by hyphens"),
    ("$$\n1 = 1 \\label{Title}\n$$",
     "page.md:1 Title: a label is lower-case words joined by hyphens"),
    ("$$\n1 = 1 \\label{two words}\n$$",
     "page.md:1 two words: a label is lower-case words joined by hyphens"),
    ("$$\n1 = 1 \\label{snake_case}\n$$",
     "page.md:1 snake_case: a label is lower-case words joined by hyphens"),
    ("$$\n1 = 1 \\label{a--b}\n$$",
     "page.md:1 a--b: a label is lower-case words joined by hyphens"),
    ("$$\n1 = 1 \\label{-a}\n$$", "page.md:1 -a: a label is lower-case words joined by hyphens"),
    ("$$\n1 = 1 \\label{<b>x</b>}\n$$",
     "page.md:1 <b>x</b>: a label is lower-case words joined by hyphens"),
    ('$$\n1 = 1 \\label{x"onclick="y}\n$$',
     'page.md:1 x"onclick="y: a label is lower-case words joined by hyphens'),
    ("$$\n1 = 1 \\label{ä}\n$$", "page.md:1 ä: a label is lower-case words joined by hyphens"),
    ("$$\n1 = 1 \\label{a} \\label{b}\n$$", r"page.md:1 a: more than one \label in a display"),
    ("$$\n1 = 1 \\label{a}", "page.md:1: a display whose closing $$ is missing"),
    ("So $$\n1 = 1 \\label{a}\n$$", "page.md:1: a display starts on a line of its own"),
    ("$$\n1 = 1 \\label{a}\n$$ which is true",
     "page.md:3: text behind the closing $$ of a display"),
    ("<!-- a --> $$\n1 = 1 \\label{a}\n$$ -->\n", None),
    ("\\[\n1 = 1\n\\]", f"page.md:1: \\[ {OTHERWISE}"),
    ("\\begin{equation}\n1 = 1\n\\end{equation}", f"page.md:1: \\begin{{equation}} {OTHERWISE}"),
    ("```python\nx = 1\n", "page.md:1: the block that ``` opens is never closed"),
    ("<!-- open", "page.md:1: a comment that is never closed"),
    ("---\ntitle: x\n", "page.md:1: front matter that is never closed"),
    ("<!-- execmath: not executed: a picture -->\nText.",
     "page.md:2: an execmath comment must stand directly above a display"),
    ("<!-- execmath: not executed: -->\n$$\n\\Box \\label{a}\n$$",
     "page.md:2 a: not executed, and no reason given"),
    ("<!-- execmath: nosuch -->\n$$\n1 = 1 \\label{a}\n$$",
     "page.md:2 a: no such directive: execmath: nosuch; there are points: NUMBER, "
     "also true: LATEX, also for: LABELS, instance, instance of: GROUP, in: LABEL, "
     "without: PART: REASON, refuted, and not executed: REASON"),
])
def test_what_is_wrong_with_the_page_itself(run: Run, display: str, problem: str | None) -> None:
    problems = run(display).problems
    assert (problem in problems) if problem else problems


def test_what_stands_in_code_and_in_comments_is_no_display(run: Run) -> None:
    result = run("```\n$$\n1 = 2\n$$\n```", "", "<!--\n$$\n1 = 2\n$$\n-->", "", "See `$$1 = 2$$`.")
    assert result.problems == []
    assert result.site.ledger.results == {}


def test_what_is_not_executed_is_shown_with_its_reason_and_counted(run: Run) -> None:
    result = run("<!-- execmath: not executed: a picture in symbols -->",
                 r"picture | \bigcirc \to \bigcirc", "", r"claim | 1 = 1")
    assert result.problems == []
    assert result["picture"].kind == "shown"
    assert result["picture"].words() == "shown, not executed: a picture in symbols"


def test_lines_are_true_behind_front_matter_and_code(run: Run) -> None:
    text = "---\ntitle: x\n---\n\n```text\na\n```\n\nWords.\n\n$$\n1 = 2\n\\label{a}\n$$\n"
    assert run(pages={"page.md": text}).problem.startswith("page.md:12 a: fails at 1 of 1 points")


def test_windows_line_ends_count_as_one(run: Run) -> None:
    text = "Words.\r\n\r\n$$\r\n1 = 2\r\n\\label{a}\r\n$$\r\n"
    assert run(pages={"page.md": text}).problem.startswith("page.md:4 a: fails at 1 of 1 points")


# -------------------------------------------------------------------------------- the ledger


def test_all_problems_are_listed_in_reading_order(run: Run) -> None:
    result = run(r"third | 1 = 3", r"first | 1 = 1", r"no | 1 = nosuch", "$$\n1 = 1\n$$",
                 r"late | x \in \mathbb{R}")
    assert [text.splitlines()[0].partition(": ")[0] for text in result.problems] == [
        "page.md:2 third", "page.md:12 no", "page.md:16", "page.md:19 late",
    ]


def test_the_ledger_says_what_uses_what(run: Run) -> None:
    result = run(r"number | x \in \mathbb{R}", r"double | f(x) := 2 x", r"claim | f(x) = x + x")
    assert result["claim"].uses == ("number", "double")
    assert result.site.ledger.used_by("number") == ["double", "claim"]
    assert result.site.ledger.summary().startswith("1 of 1 claims hold, by ")


# -------------------------------------------------------- matrices where rows are laid out


@pytest.mark.parametrize("claim", [
    r"\det S = a d - b c \qquad a, b, c, d \in \mathbb{R},\;"
    r" S := \begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\det \begin{pmatrix} a & 1 \\ 1 & 1 \end{pmatrix} > 0 \Rightarrow a > 1"
    r" \qquad a \in \mathbb{R}",
])
def test_a_matrix_keeps_its_entries_behind_the_statement_and_before_an_implication(
        run: Run, claim: str) -> None:
    result = run(rf"matrix | {claim}")
    assert result["matrix"].verdict.holds, result.problems


def test_the_entries_of_a_matrix_in_a_hypothesis_are_not_multiplied(run: Run) -> None:
    result = run(r"matrix | S = (a b, c d) \qquad a, b, c, d \in \mathbb{R},\;"
                 r" S := \begin{pmatrix} a & b \\ c & d \end{pmatrix}")
    assert "a matrix of 2 by 2 against a vector of 2" in result.problem
