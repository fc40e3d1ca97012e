"""A link to an equation knows where its picture is."""

from __future__ import annotations

from mkdocs_execmath.html.links import with_previews


def test_only_a_link_to_an_equation_is_marked() -> None:
    content = '<a href="p.md#total">a</a> <a href="#other">b</a> <a href="q/#total" class="c">c</a>'
    assert with_previews(content, {"total"}, lambda label: f"eq/{label}/") == (
        '<a href="p.md#total" data-equation="eq/total/">a</a> <a href="#other">b</a> '
        '<a href="q/#total" data-equation="eq/total/" class="c">c</a>')
