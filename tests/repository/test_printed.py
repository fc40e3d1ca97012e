"""The code blocks of the pages print what they printed when somebody last looked."""

from __future__ import annotations

import pytest
from printed import MADE_FROM, alike, all_printed, kept, summary


def test_the_blocks_print_what_they_printed() -> None:
    found, before = all_printed(), kept()
    assert found.keys() == before.keys()
    for page, texts in found.items():
        assert len(texts) == len(before[page]), f"{page}: `make printed`, then look at it"
        for now, then in zip(texts, before[page], strict=True):
            said = f"{page} prints {now}, and printed {then}; if that is meant: `make printed`"
            assert alike(now, then), said


@pytest.mark.parametrize("now, then", [
    ("0.30000000000000004", "0.3"), ("[1e-17 2.0]", "[-3e-17 2.0]"), ("[0. 2.]", "[ 1e-17  2. ]"),
    ("within 1.2 ulp", "within 1.3 ulp"), ("420 of 1000", "431 of 1000"),
])
def test_what_differs_by_rounding_is_alike(now: str, then: str) -> None:
    assert alike(now, then)


def summary_of(text: str) -> object:
    return summary("index.md", text)


def test_of_what_is_made_from_the_pages_it_is_kept_how_it_begins() -> None:
    assert summary(f"{MADE_FROM[0]}a.md", "| a | b |\n|---|---|\n" * 999) == "|"
    assert summary(f"{MADE_FROM[0]}a.md", "") == ""


@pytest.mark.parametrize("now, then", [
    ("0.301", "0.3"), ("2.9273651", "2.927365"), ("True", "False"), ("1 2", "1"),
    ("within 2.4 ulp", "within 1.2 ulp"),
    ("within 1.2 ulp, 3 allowed", "within 1.2 ulp, 2 allowed"),
    (summary_of("1.0 " * 999), summary_of("1.0 " * 998 + "1.5 ")),
    (summary_of("1.0 2.0 " * 500), summary_of("2.0 1.0 " * 500)), ("", summary_of("1.0 " * 999)),
])
def test_what_differs_otherwise_is_not(now: object, then: object) -> None:
    assert not alike(now, then)
