"""MathJax's fonts, cut down to the characters that the formulas of a site are made of.

A font holds each character that a formula might have; a site shows a tenth of them. What is left
of a character, its outline and its width, and the measures of the font are as they were.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import installation
from mkdocs_execmath.typesetting.node import NodeError

WOFF2 = b"wOF2"  # how such a file begins
UNSEEN = re.compile(r"<mjx-assistive-mml.*?</mjx-assistive-mml>|<[^>]*>", re.DOTALL)


def characters(formulas: Iterable[str]) -> str:
    """Each character that typeset formulas show, once and in order.

    The space belongs to them: by it a browser decides which font gives a line its height.
    """
    return "".join(sorted({" "}.union(*(unescape(UNSEEN.sub("", html)) for html in formulas))))


def cut(font: Path, shown: str, cache: Cache) -> tuple[str, bytes]:
    """The font with the characters of `shown` that it has, as WOFF2; the same bytes for the same.

    returns  its name, which changes with its content, so that no browser keeps an old one, and it
    raises   NodeError if it cannot be read
    """
    whole = font.read_bytes()
    key = digest("font", installation(), whole, shown)
    data = cache.load_bytes(key)
    if data is None or not data.startswith(WOFF2):
        data = _cut(whole, font, shown)
        cache.store_bytes(key, data)
    return f"{font.stem}.{digest(data)[:8]}{font.suffix}", data


def _cut(whole: bytes, font: Path, shown: str) -> bytes:
    # Only here, where a site shows a new character: it takes a fifth of a second to import.
    import brotli
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont, TTLibError

    options = Options()
    options.name_IDs = ["*"]  # whose font it is
    options.prune_unicode_ranges = False
    options.bidi_closure = False  # a bracket does not bring the other
    options.drop_tables += ["ltag"]  # languages of names that it does not have
    try:
        opened = TTFont(io.BytesIO(whole), recalcBBoxes=False, recalcTimestamp=False)
        subsetter = Subsetter(options)
        subsetter.populate(text=shown)
        subsetter.subset(opened)
    except (TTLibError, brotli.error) as error:
        raise NodeError(f"MathJax's font {font} cannot be read: {error}; run `make clean setup`"
                        ) from error
    written = io.BytesIO()
    opened.flavor = "woff2"
    opened.save(written)
    return written.getvalue()
