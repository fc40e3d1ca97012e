"""What is the end of a line, or a space, is what Markdown takes for one: or a display could stand
in what is code to one reader and text to the other."""

from __future__ import annotations

import pytest
from small_pages import Run

FALSE = "$$\n1 + 1 = 3\n\\label{false}\n$$\n"
ENDS = {"line separator": "\u2028", "paragraph separator": "\u2029", "next line": "\x85",
        "vertical tab": "\x0b", "form feed": "\x0c", "file separator": "\x1c", "nothing": "\0"}
SPACES = {"no-break space": "\xa0", "em space": "\u2003", "ideographic space": "\u3000"}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("hidden", ["words{0}```\n\n{1}\nwords{0}```\n",
                                    "words{0}<!--\n\n{1}\nwords{0}-->\n"])
def test_what_only_some_take_for_the_end_of_a_line_hides_nothing(run: Run, end: str,
                                                                 hidden: str) -> None:
    problems = run(pages={"page.md": hidden.format(end, FALSE)}).problems
    assert any("a character that may end the line" in problem for problem in problems)
    assert any("page.md:4 false" in problem for problem in problems) or "<!--" in hidden


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("hidden", ["{0}```\n\n{1}\n{0}```\n",
                                    "```\n\n{0}```\n\n```\n\n{1}\n```\n{0}```\n"])
def test_what_markdown_takes_for_a_letter_opens_and_closes_no_block(run: Run, space: str,
                                                                    hidden: str) -> None:
    problems = run(pages={"page.md": hidden.format(space, FALSE)}).problems
    assert any(" false: fails at 1 of 1 points" in problem for problem in problems)


@pytest.mark.parametrize("space", [" ", "\xa0"])
def test_front_matter_begins_at_the_left(run: Run, space: str) -> None:
    text = f"{space}---\nwords: |\n  $$\n  1 + 1 = 3\n  \\label{{false}}\n  $$\n---\n"
    assert "false: fails at 1 of 1 points" in run(pages={"page.md": text}).problem


def test_a_mark_of_the_encoding_is_no_letter(run: Run) -> None:
    other = "$$\nc := 2\n\\label{constant}\n$$\n"
    page = "\ufeff---\nbuilds_on: other.md\n---\n\n$$\nc = 2\n\\label{claim}\n$$\n"
    assert run(pages={"other.md": other, "page.md": page}).problems == []
