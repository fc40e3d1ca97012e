"""The head of a page: what a pasted link shows, and what may run."""

from __future__ import annotations

import base64
import hashlib
import re

from mkdocs_execmath.publishing import content_policy
from mkdocs_execmath.publishing.preview_tags import Preview

PAGE = (
    '<!doctype html>\n<html><head>\n <meta charset="utf-8">\n<title>A</title>'
    "<style>p { margin: 0 }</style><script>run()</script></head>"
    '<body><script src="a.js"></script><script type="application/json">{}</script>'
    "<script>run()</script><script>more()</script></body></html>"
)


def sha(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(page: str) -> dict[str, str]:
    content = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert content is not None
    rules = [rule.strip().partition(" ") for rule in content[1].split(";")]
    return {name: values for name, _, values in rules}


def test_only_the_page_s_own_inline_scripts_may_run_each_by_its_hash() -> None:
    rules = policy(content_policy.with_policy(PAGE))
    assert rules["script-src"] == f"'self' {sha('run()')} {sha('more()')}"
    assert rules["style-src"] == f"'self' {sha('p { margin: 0 }')}"


def test_nothing_is_loaded_from_elsewhere() -> None:
    rules = policy(content_policy.with_policy(PAGE))
    assert rules["default-src"] == "'none'"
    allowed = {word for values in rules.values() for word in values.split()}
    assert {word for word in allowed if not word.startswith("'sha256-")} == {
        "'none'", "'self'", "'unsafe-inline'", "data:"
    }
    assert [name for name, values in rules.items() if "unsafe" in values] == ["style-src-attr"]


def test_the_policy_stands_before_anything_that_it_governs() -> None:
    page = content_policy.with_policy(PAGE)
    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert page.startswith('<!doctype html>\n<html><head>\n <meta charset="utf-8"><meta http-equiv')


def test_a_preview_shows_the_picture_of_the_equation() -> None:
    tags = Preview("A & B", "Is it?", "S", "https://s.example/", "https://s.example/p.png",
                   "The equation a").tags()
    assert '<meta property="og:title" content="A &amp; B">' in tags
    assert '<meta property="og:image" content="https://s.example/p.png">' in tags
    assert '<meta property="og:image:alt" content="The equation a">' in tags
    assert '<meta name="twitter:card" content="summary_large_image">' in tags


def test_without_an_address_of_the_site_a_preview_has_no_picture() -> None:
    tags = Preview("A", "Is it?", "S").tags()
    assert "og:image" not in tags and "og:url" not in tags
    assert '<meta name="twitter:card" content="summary">' in tags
