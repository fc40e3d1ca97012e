"""Every labelled equation and every code block is a test."""

from __future__ import annotations

import pytest

SITE = "site_name: !ENV [NAME, A site]\nplugins:\n  - search\n  - execmath: {cache: .cache}\n"
PAGE = r"""---
description: A page.
---

$$
a \in \mathbb{R}, \qquad b \in \mathbb{R}
\label{real}
$$

$$
(a + b)^2 = a^2 + 2 a b + b^2
\label{square}
$$

```python exec="true" session="page"
x = 1
```

```python exec="true" session="page"
assert x == 1
print(x)
```
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeini("[pytest]\naddopts = -p no:playwright")
    (pytester.path / "mkdocs.yml").write_text(SITE)
    (pytester.path / "docs").mkdir()
    (pytester.path / "docs" / "page.md").write_text(PAGE)
    return pytester


def change(project: pytest.Pytester, old: str, new: str) -> None:
    page = project.path / "docs" / "page.md"
    assert old in page.read_text()
    page.write_text(page.read_text().replace(old, new))


def test_items_are_named_by_their_labels(project) -> None:
    result = project.runpytest_inprocess("docs", "--collect-only", "-q")
    result.stdout.fnmatch_lines(["docs/page.md::real", "docs/page.md::square",
                                 "docs/page.md::block-1", "docs/page.md::block-2"])


def test_what_holds_passes(project) -> None:
    project.runpytest_inprocess("docs").assert_outcomes(passed=4)


def test_one_equation_can_be_asked_for(project) -> None:
    project.runpytest_inprocess("docs/page.md::square").assert_outcomes(passed=1)
    project.runpytest_inprocess("docs", "-k", "real").assert_outcomes(passed=1, deselected=3)


def test_a_failure_says_what_the_build_says(project) -> None:
    change(project, "+ 2 a b", "+ 3 a b")
    result = project.runpytest_inprocess("docs", "--tb=short")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["page.md:11 square: C201 fails at * points; simplest:",
                                 '*it would hold with "2" in place of "3" (line 11)'])


def test_a_check_without_teeth_fails(project) -> None:
    change(project, "(a + b)^2 = a^2 + 2 a b + b^2", "a^2 b^2 = b^2 (-a)^2")
    result = project.runpytest_inprocess("docs")
    result.stdout.fnmatch_lines(["page.md:11 square: C301 this holds just as well *"])
    project.runpytest_inprocess("docs", "--no-altered").assert_outcomes(passed=4)


def test_a_block_alone_gets_the_names_of_those_before_it(project) -> None:
    project.runpytest_inprocess("docs/page.md::block-2").assert_outcomes(passed=1)


def test_a_failing_block_is_told_with_its_line(project) -> None:
    change(project, "assert x == 1", "assert x == 2, 'no'")
    result = project.runpytest_inprocess("docs")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["page.md:20: C402 this block failed: AssertionError: no"])


def test_pages_do_not_share_names(project) -> None:
    (project.path / "docs" / "other.md").write_text(
        '```python exec="true" session="page"\nprint(x)\n```\n')
    result = project.runpytest_inprocess("docs")
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines(["other.md:2: C402 this block failed: NameError: name *"])


def test_what_belongs_to_no_equation_fails_too(project) -> None:
    change(project, "\\label{square}", "")
    result = project.runpytest_inprocess("docs")
    result.stdout.fnmatch_lines(["page.md:10: L604 a display without a \\label: *"])
    assert result.ret == 1


def test_the_first_failure_ends_it_and_only_failures_run_again(project) -> None:
    change(project, "+ 2 a b", "+ 3 a b")
    project.runpytest_inprocess("docs", "-x").assert_outcomes(passed=1, failed=1)
    project.runpytest_inprocess("docs", "--lf").assert_outcomes(failed=1)


def test_other_markdown_is_left_alone(project) -> None:
    (project.path / "README.md").write_text("$$\n1 = 2\n$$\n")
    project.runpytest_inprocess(".").assert_outcomes(passed=4)


@pytest.mark.parametrize("site", ["site_name: Another\n", "plugins: [search]\n", "plugins: [",
                                  "- a list\n"])
def test_the_pages_of_other_projects_are_left_alone(project, site: str) -> None:
    (project.path / "mkdocs.yml").write_text(site)
    project.runpytest_inprocess("docs").assert_outcomes()


def test_in_other_projects_the_engine_is_not_even_imported(project) -> None:
    (project.path / "mkdocs.yml").unlink()
    project.makepyfile("import sys\n\ndef test_it():\n    assert 'flint' not in sys.modules\n"
                       "    assert 'numpy' not in sys.modules\n")
    project.runpytest_subprocess().assert_outcomes(passed=1)


def test_what_a_block_shows_stands_beside_its_failure(project) -> None:
    change(project, "assert x == 1", "print(1, 2, sep=',')\nassert x == 2")
    result = project.runpytest_inprocess("docs")
    result.stdout.fnmatch_lines(["*output of the block*", "1,2"])
