"""A build says what the policy of its pages blocks, before a reader misses it."""

from __future__ import annotations

import pytest

from mkdocs_execmath.publishing.content_policy import read


@pytest.mark.parametrize(("element", "blocked"), [
    ('<script src="https://cdn.example/a.js"></script>', "https://cdn.example/a.js"),
    ('<script src="//cdn.example/a.js"></script>', "//cdn.example/a.js"),
    ('<link rel="stylesheet" href="https://fonts.example/css">', "https://fonts.example/css"),
    ('<link rel="preload STYLESHEET" href="HTTPS://fonts.example/css"/>',
     "HTTPS://fonts.example/css"),
    ('<img src="https://pictures.example/a.png">', "https://pictures.example/a.png"),
    ('<iframe src="here.html"></iframe>', "<iframe>"),
    ('<button onclick="go()">Go</button>', "onclick='go()' of <button>"),
    ('<div data-md-component="source">', "the numbers of stars and forks, which Material asks the "
                                         "repository for"),
])
def test_what_is_blocked_is_named(element: str, blocked: str) -> None:
    assert read(f"<head></head><body>{element}{element}</body>").elsewhere == [blocked]


@pytest.mark.parametrize("element", [
    '<script src="assets/a.js"></script>', '<link rel="canonical" href="https://here.example/">',
    '<link rel="preconnect" href="https://fonts.example">', '<a href="https://there.example/">x</a>',
    '<img src="data:image/png;base64,AAAA">', '<script>run()</script>', "<b>onclick=</b>",
])
def test_what_may_be_is_not(element: str) -> None:
    assert read(element).elsewhere == []
