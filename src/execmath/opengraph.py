"""The picture of an equation that a pasted link shows: typeset by MathJax, drawn by resvg.

All text in it is typeset as a formula too, into paths, so that a picture needs no font and is the
same wherever the site is built.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import resvg_py

from execmath import export, processes
from execmath.cache import Cache, digest
from execmath.ledger import Entry
from execmath.nodejs import Program

WIDTH, HEIGHT = 1200, 630
MARGIN = 70
INK, QUIET, ACCENT, PAPER = "#152535", "#5a6672", "#9a4a00", "#ffffff"
VIEW = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
OUTER = re.compile(r"<svg[^>]*>")
SPECIAL = re.compile(r"[#$%&_{}\\~^]")
SMALLEST = 28  # pixels of an em, however small the statement


@dataclass(frozen=True)
class Line:
    """A formula on the picture: where its middle is, how large it may be, in which color."""

    tex: str
    middle: float
    tallest: float
    em: float  # in pixels, at most
    color: str = INK


def lines(entry: Entry, site: str) -> list[Line]:
    """What stands on the picture: the statement, its hypotheses, its name, its verdict."""
    statement, hypotheses = export.split(entry)
    found = [Line(statement, 205 if hypotheses else 240, 290 if hypotheses else 350, 64)]
    if hypotheses:
        found.append(Line(hypotheses, 400, 70, 40, QUIET))
    return [*found, Line(rf"\texttt{{{_text(entry.label)}}}", 510, 50, 36, ACCENT),
            Line(rf"\text{{{_text(f'{entry.words()} · {site}')}}}", 570, 40, 28, QUIET)]


def _text(words: str) -> str:
    return SPECIAL.sub(lambda match: {"\\": "", "~": " ", "^": ""}.get(match[0], "\\" + match[0]),
                       words)


def pictures(entries: Iterable[Entry], site: str, cache: Cache) -> Mapping[str, bytes]:
    """A PNG of 1200 by 630 pixels for each equation that can be typeset; raises NodeError."""
    wanted = {entry.label: lines(entry, site) for entry in entries}
    formulas = list(dict.fromkeys(line.tex for found in wanted.values() for line in found))
    answers = Program("picture.mjs", cache).answers(formulas, _read)
    drawn = dict(zip(formulas, answers, strict=True))
    svgs = {label: _svg(found, drawn) for label, found in wanted.items() if drawn[found[0].tex]}
    return dict(zip(svgs, _pngs(list(svgs.values()), cache), strict=True))


def _read(answer: Any) -> str:
    if not isinstance(answer, str):
        raise ValueError("not a drawing")
    return answer


def _pngs(svgs: Sequence[str], cache: Cache) -> list[bytes]:
    keys = {svg: digest("picture", resvg_py.__version__, svg) for svg in svgs}
    found = {svg: base64.b64decode(kept) for svg, key in keys.items()
             if isinstance(kept := cache.load(key), str)}
    missing = [svg for svg in keys if svg not in found]
    if len(missing) < processes.WORTHWHILE:
        new = list(map(_png, missing))
    else:
        with processes.pool(processes.cores()) as pool:
            new = list(pool.map(_png, missing))
    for svg, png in zip(missing, new, strict=True):
        cache.store(keys[svg], base64.b64encode(png).decode())
        found[svg] = png
    return [found[svg] for svg in svgs]


def _png(svg: str) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))


def _svg(found: Sequence[Line], drawn: Mapping[str, str]) -> str:
    scale = _scale(found[0], drawn[found[0].tex])  # nothing is larger than the statement
    placed = "".join(_place(line, drawn[line.tex], scale) for line in found if drawn[line.tex])
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
            f'<rect width="100%" height="100%" fill="{PAPER}"/>'
            f'<rect y="{HEIGHT - 12}" width="100%" height="12" fill="{INK}"/>{placed}</svg>')


def _view(svg: str) -> re.Match[str]:
    view = VIEW.search(svg)
    assert view is not None, "MathJax writes a viewBox"
    return view


def _scale(line: Line, svg: str) -> float:
    width, height = float(_view(svg)[3]), float(_view(svg)[4])
    return min((WIDTH - 2 * MARGIN) / width, line.tallest / height, line.em / 1000)


def _place(line: Line, svg: str, largest: float) -> str:
    scale = min(_scale(line, svg), max(largest, SMALLEST / 1000))
    width, height = (scale * float(_view(svg)[place]) for place in (3, 4))
    box = (f'x="{(WIDTH - width) / 2:.1f}" y="{line.middle - height / 2:.1f}" '
           f'width="{width:.1f}" height="{height:.1f}" color="{line.color}"')
    return OUTER.sub(f"<svg {box} {_view(svg)[0]}>", svg, count=1)
