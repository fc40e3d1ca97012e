"""A heading breaks no word at its hyphen."""

from __future__ import annotations

import pytest

from mkdocs_execmath.html.equation_pages import CONTENT, TITLE, instantiate
from mkdocs_execmath.html.headings import kept_whole


@pytest.mark.parametrize(("heading", "shown"), [
    ("the log-normalizer", "the {log-normalizer}"),
    ("log-sum-exp", "{log-sum-exp}"),
    ("“gradient-log-normalizer”", "“gradient-{log-normalizer}”"),
    ('<a href="#the-end" class="x-y">one word</a>', '<a href="#the-end" class="x-y">one word</a>'),
])
def test_a_word_with_a_hyphen_stays_whole_in_a_heading(heading: str, shown: str) -> None:
    shown = shown.replace("{", '<span class="execmath-whole">').replace("}", "</span>")
    behind = "<p>log-normalizer</p>"
    assert kept_whole(f"<h2>{heading}</h2>{behind}") == f"<h2>{shown}</h2>{behind}"


def test_so_it_does_in_the_title_of_an_equation() -> None:
    template = kept_whole(f"<title>{TITLE}</title><h1>{TITLE}</h1>{CONTENT}")
    page = instantiate(template, "label", "The log-normalizer", "", "")
    assert page == ('<title>The log-normalizer</title>'
                    '<h1>The <span class="execmath-whole">log-normalizer</span></h1>')
