"""The picture of an equation that a pasted link shows: typeset by MathJax, drawn by resvg.

All text in it is typeset as a formula too, into paths, so that a picture needs no font and is the
same wherever the site is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import resvg_py

from execmath import export, processes
from execmath.cache import Cache, Lazy, digest
from execmath.ledger import Entry
from execmath.modules import version
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


@dataclass(frozen=True)
class Pictures:
    """A PNG of 1200 by 630 pixels for each equation that can be typeset, and its digest: of all
    that it is drawn from."""

    png: Mapping[str, bytes]
    keys: Mapping[str, str]


def pictures(entries: Iterable[Entry], site: str, cache: Cache) -> Pictures:
    """The picture of each entry, by its label; raises NodeError."""
    program = Program("picture.mjs", cache)
    wanted = {entry.label: lines(entry, site) for entry in entries}
    keys = {label: digest("picture", resvg_py.__version__, program.version, version("opengraph"),
                          repr(found)) for label, found in wanted.items()}
    kept = cache.known(keys.values())
    new = _drawn({label: found for label, found in wanted.items() if keys[label] not in kept},
                 program)
    for label, png in new.items():
        cache.store_bytes(keys[label], png)
    there = {label: key for label, key in keys.items() if label in new or key in kept}

    def read(label: str) -> bytes:
        png = cache.load_bytes(keys[label])
        return png if png is not None else _drawn({label: wanted[label]}, program)[label]

    return Pictures(Lazy(there, new, read), there)


def _drawn(wanted: Mapping[str, Sequence[Line]], program: Program) -> dict[str, bytes]:
    svgs = _svgs(wanted, program)
    return dict(zip(svgs, _pngs(list(svgs.values())), strict=True))


def _svgs(wanted: Mapping[str, Sequence[Line]], program: Program) -> dict[str, str]:
    """A drawing of each that can be typeset."""
    formulas = list(dict.fromkeys(line.tex for found in wanted.values() for line in found))
    drawn = dict(zip(formulas, program.answers(formulas, _read), strict=True))
    return {label: _svg(found, drawn) for label, found in wanted.items() if drawn[found[0].tex]}


def _read(answer: Any) -> str:
    if not isinstance(answer, str):
        raise ValueError("not a drawing")
    return answer


def _pngs(svgs: Sequence[str]) -> list[bytes]:
    if len(svgs) < processes.WORTHWHILE:
        return list(map(_png, svgs))
    with processes.pool(processes.cores()) as pool:
        return list(pool.map(_png, svgs))


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
    # What is not to be cut off at its box needs no layer of its own, which is a fifth of the time.
    box = (f'x="{(WIDTH - width) / 2:.1f}" y="{line.middle - height / 2:.1f}" '
           f'width="{width:.1f}" height="{height:.1f}" overflow="visible" color="{line.color}"')
    return OUTER.sub(f"<svg {box} {_view(svg)[0]}>", svg, count=1)
