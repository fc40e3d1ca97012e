"""The picture that a pasted link shows."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from execmath import nodejs, opengraph
from execmath.cache import NAME, Cache
from execmath.ledger import Entry
from execmath.opengraph import Pictures
from execmath.site import Site


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


def drawn(entries: Iterable[Entry], cache: Cache) -> dict[str, bytes | None]:
    pictures = Pictures(entries, "Sums", cache)
    pictures.draw()
    return {label: pictures.png(label) for label in pictures.keys}


def test_each_equation_has_a_picture_of_the_size_that_previews_want(
    site: Site, cache: Cache
) -> None:
    pictures = drawn(site.ledger.entries.values(), cache)
    assert set(pictures) == set(site.ledger.entries)
    for png in pictures.values():
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert len(set(pictures.values())) == len(pictures)


def test_a_picture_says_statement_hypotheses_name_and_verdict(site: Site) -> None:
    entry = site.ledger.entries["doubled-total"]
    assert [line.tex for line in opengraph.lines(entry, "Sums & Co")] == [
        "m s(x) = s(m x)", r"x \in \mathbb{R}^n", r"\texttt{doubled-total}",
        rf"\text{{{entry.words()} · Sums \& Co}}",
    ]


def test_what_was_drawn_before_is_not_drawn_again(
    site: Site, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = drawn(site.ledger.entries.values(), cache)
    monkeypatch.setattr(nodejs, "Popen", None)
    assert drawn(site.ledger.entries.values(), cache) == before


def test_a_picture_that_is_damaged_where_it_is_kept_is_drawn_anew(
    site: Site, tmp_path: Path
) -> None:
    entries = [site.ledger.entries["total"]]
    before = drawn(entries, Cache(tmp_path))
    with sqlite3.connect(tmp_path / NAME) as kept:
        kept.execute("UPDATE kept SET value = x'00'")
    assert drawn(entries, Cache(tmp_path)) == before


def test_what_cannot_be_typeset_has_no_picture(site: Site, tmp_path: Path) -> None:
    entry = site.ledger.entries["total"]
    broken = replace(entry, display=replace(entry.display, tex=r"\nosuchmacro"))
    assert drawn([broken], Cache(tmp_path)) == {"total": None}
