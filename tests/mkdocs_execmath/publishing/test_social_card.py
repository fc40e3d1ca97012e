"""The picture that a pasted link shows."""

from __future__ import annotations

import sqlite3
import struct
import subprocess
import zlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from execmath.documents.results import Result
from execmath.documents.site import Site
from execmath.runtime.cache import NAME, Cache
from mkdocs_execmath.publishing import social_card
from mkdocs_execmath.publishing.social_card import Pictures
from mkdocs_execmath.typesetting import node


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


INK, ACCENT, PAPER = (0x15, 0x25, 0x35), (0x9A, 0x4A, 0x00), (0xFF, 0xFF, 0xFF)
Color = tuple[int, ...]


def pixels(png: bytes) -> list[list[Color]]:
    """The colors of a PNG with a palette, row by row."""
    place, chunks = 8, dict[bytes, bytes]()
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        chunks[kind] = png[place + 8 : place + 8 + length]
        (told,) = struct.unpack(">I", png[place + 8 + length : place + 12 + length])
        assert told == zlib.crc32(kind + chunks[kind])
        place += 12 + length
    width, height, bits, colors = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (bits, colors) == (8, 3)
    palette = [tuple(chunks[b"PLTE"][3 * i : 3 * i + 3])
               for i in range(len(chunks[b"PLTE"]) // 3)]
    data = zlib.decompress(chunks[b"IDAT"])
    rows = [data[(1 + width) * y : (1 + width) * (y + 1)] for y in range(height)]
    assert all(row[0] == 0 for row in rows)
    return [[palette[index] for index in row[1:]] for row in rows]


def encoded(color: str, opaque: int = 255) -> str:
    """What becomes of a picture of 256 by 2 pixels, which have this color at x, y."""
    script = f"""
        import {{ png }} from '{(node.FOLDER / "png.mjs").as_uri()}';
        const [width, height] = [256, 2];
        const colors = Uint32Array.from({{ length: width * height }}, (_, i) => {{
          const [x, y] = [i % width, Math.floor(i / width)];
          return (({color}) | {opaque} << 24) >>> 0;
        }});
        const pixels = Buffer.from(colors.buffer);
        const image = {{ width, height, pixels, asPng: () => 'by resvg' }};
        const made = png(image);
        process.stdout.write(typeof made === 'string' ? made : made.toString('hex'));
    """
    return subprocess.run([node.executable(), "--input-type=module", "-e", script],
                          capture_output=True, text=True, check=True).stdout


def drawn(results: Iterable[Result], cache: Cache) -> dict[str, bytes | None]:
    pictures = Pictures(results, "Sums", cache)
    pictures.draw()
    return {label: pictures.png(label) for label in pictures.keys}


def test_each_equation_has_a_picture_of_the_size_that_previews_want(
    site: Site, cache: Cache
) -> None:
    pictures = drawn(site.ledger.results.values(), cache)
    assert set(pictures) == set(site.ledger.results)
    for png in pictures.values():
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert len(set(pictures.values())) == len(pictures)


def test_a_picture_is_ink_on_paper_in_few_colors(site: Site, cache: Cache) -> None:
    png = drawn([site.ledger.results["total"]], cache)["total"]
    assert png is not None
    rows = pixels(png)
    assert rows[0] == [PAPER] * 1200  # nothing at the edge
    assert rows[-1] == [INK] * 1200  # but the strip at the foot
    assert {INK, ACCENT} < {color for row in rows[100:-20] for color in row}


def test_a_picture_of_many_colors_is_written_by_resvg() -> None:
    assert encoded("y * 256 + x") == "by resvg"


def test_a_picture_that_is_not_opaque_is_written_by_resvg() -> None:
    assert encoded("x % 2 * 128", opaque=0) == "by resvg"


def test_all_colors_that_a_palette_holds_are_told_apart() -> None:
    rows = pixels(bytes.fromhex(encoded("x")))
    assert rows == [[(x, 0, 0) for x in range(256)]] * 2


def test_a_picture_says_statement_hypotheses_name_and_verdict(site: Site) -> None:
    result = site.ledger.results["doubled-total"]
    assert [line.tex for line in social_card.lines(result, "Sums & Co")] == [
        "m s(x) = s(m x)", r"x \in \mathbb{R}^n", r"\texttt{doubled-total}",
        rf"\text{{{result.words()} · Sums \& Co}}",
    ]


def test_what_was_drawn_before_is_not_drawn_again(
    site: Site, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = drawn(site.ledger.results.values(), cache)
    monkeypatch.setattr(node, "Popen", None)
    assert drawn(site.ledger.results.values(), cache) == before


def test_a_picture_that_is_damaged_where_it_is_kept_is_drawn_anew(
    site: Site, tmp_path: Path
) -> None:
    results = [site.ledger.results["total"]]
    before = drawn(results, Cache(tmp_path))
    with sqlite3.connect(tmp_path / NAME) as kept:
        kept.execute("UPDATE kept SET value = x'00'")
    assert drawn(results, Cache(tmp_path)) == before


def test_what_cannot_be_typeset_has_no_picture(site: Site, tmp_path: Path) -> None:
    result = site.ledger.results["total"]
    broken = replace(result, display=replace(result.display, tex=r"\nosuchmacro"))
    assert drawn([broken], Cache(tmp_path)) == {"total": None}
