"""What a docstring says is shown as prose, and what it names is linked and is there."""

from __future__ import annotations

from mkdocs_execmath.html.docstrings import fields, unknown_labels, with_links

FIELDS = """eta       a vector, and
          more of it
x, y      two
returns array of shape (...)
equations: total, size
source: Somebody 2021, doi:10.1000/a(b)c;
        Another, doi:10.1000/d"""
PAGE = f'<div class="doc doc-contents "><p>What it does.</p>\n<p>{FIELDS}</p></div><p>a  b</p>'
KNOWN = {"total": None, "size": None}


def test_a_field_goes_on_in_lines_that_are_indented() -> None:
    assert fields(FIELDS)[:3] == [("eta", "a vector, and more of it"), ("x, y", "two"),
                                  ("returns", "array of shape (...)")]
    assert fields("A sentence\nin two lines.") == fields("Its error is small.") == []


def test_equations_and_sources_are_links() -> None:
    shown = with_links(PAGE, KNOWN, lambda label: f"#{label}", lambda label: f"The {label}")
    assert '<dd><a href="#total">The total</a>, <a href="#size">The size</a></dd>' in shown
    assert '<a href="https://doi.org/10.1000/a(b)c">doi:10.1000/a(b)c</a>;' in shown
    assert "<dt><code>eta</code></dt>" in shown and "<p>What it does.</p>" in shown
    assert shown.endswith("<p>a  b</p>")


def test_a_label_that_is_nowhere_is_told() -> None:
    assert list(unknown_labels(PAGE, {"total": None})) == ["size"]
    assert list(unknown_labels(PAGE, KNOWN)) == []
