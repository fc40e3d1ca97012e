"""What rests on what, drawn: the ledger -> DOT -> SVG, by Graphviz, while the site is built.

First the pages of a site, then the equations of each. An arrow leads from what is used to what uses
it. Shapes tell the kinds apart, so that the drawing needs no color; its colors are the page's, by
the classes that the style sheet knows.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from execmath.documents.results import Ledger, Result
from execmath.language.equation import Kind
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import version
from mkdocs_execmath.typesetting.node import Program, text

Name = Callable[[str], str]  # of an equation or of a page -> its href, or its title
Uses = Callable[[Result], Sequence[str]]
LINE = 24  # characters of a title, behind which it goes on in the next line
STYLE = ('graph [rankdir=LR, nodesep=0.14, ranksep=0.4, margin=0, pad=0.05, bgcolor=transparent]; '
         'node [fontname=Helvetica, fontsize=12, height=0.3, margin="0.16,0.05", shape=box]; '
         'edge [arrowsize=0.5]; ')
SHAPES = {"claim": "style=rounded", "definition": "", "declaration": "shape=plain",
          "instance": "peripheries=2", "refuted": "shape=octagon", "shown": "style=dashed",
          "unread": "style=dotted"}


def pages(ledger: Ledger, uses: Uses, titles: Mapping[str, str], address: Name) -> str:
    """The pages of a site that have equations, as DOT, without arrows that follow from others.

    titles   of the pages, by their path, in reading order
    address  path of a page -> its href
    """
    needed: dict[str, dict[str, None]] = {page: {} for page in titles if ledger.of_page(page)}
    for result in ledger.results.values():
        for label in uses(result):
            page = ledger.results[label].page
            if page != result.page and result.page in needed and page in needed:
                needed[result.page][page] = None
    nodes = "".join(_node(page, titles[page], address(page), "style=rounded") for page in needed)
    return f"digraph {{ {STYLE}{nodes}{_arrows(_reduced(needed))}}}"


def of_page(ledger: Ledger, uses: Uses, page: str, address: Name, title: Name) -> str:
    """The claims and definitions of a page, as DOT, without arrows that follow from others."""
    shown = {result.label: result for result in ledger.of_page(page)
             if result.kind != Kind.DECLARATION}
    nodes = "".join(_node(label, title(label), address(label), SHAPES[result.kind])
                    for label, result in shown.items())
    edges = _reduced({label: [one for one in uses(result) if one in shown and one != label]
                      for label, result in shown.items()})
    return f"digraph {{ {STYLE}{nodes}{_arrows(edges)}}}"


def _node(name: str, title: str, href: str, look: str) -> str:
    wrapped = "\n".join(textwrap.wrap(title, LINE))
    return (f"{_quoted(name)} [label={_quoted(wrapped)}, URL={_quoted(href)}, "
            f"tooltip={_quoted(title)}{', ' if look else ''}{look}]; ")


def _arrows(edges: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{_quoted(a)} -> {_quoted(b)}; " for a, b in edges)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _reduced(uses: Mapping[str, Collection[str]]) -> list[tuple[str, str]]:
    """The arrows without those that a longer way implies: the transitive reduction."""
    behind: dict[str, frozenset[str]] = {}
    for label, direct in uses.items():  # in reading order: what is used mostly comes first
        behind[label] = frozenset(direct).union(*(behind.get(one, frozenset()) for one in direct))
    return [(one, label) for label, direct in uses.items() for one in direct
            if not any(one in behind.get(other, ()) for other in direct if other != one)]


def draw(dots: Sequence[str], cache: Cache) -> list[str]:
    """One SVG for each DOT, to stand in a page; raises NodeError."""
    program = Program("graph.mjs", cache)
    keys = {dot: digest("drawn", program.version, version(__name__), dot) for dot in dots}
    cached = cache.load_all(keys.values())
    drawings = {dot: drawn for dot, key in keys.items()
                if isinstance(drawn := cached.get(key), str)}
    missing = [dot for dot in keys if dot not in drawings]
    for dot, svg in zip(missing, program.answers(missing, text), strict=True):
        drawings[dot] = _for_a_page(svg)
    cache.store_all({keys[dot]: drawings[dot] for dot in missing})
    return [drawings[dot] for dot in dots]


FILE_ONLY = re.compile(r"<!--.*?-->|<title>.*?</title>", re.DOTALL)
ATTRIBUTES = re.compile(r' (?:id|xmlns(?::xlink)?|xml:space|font-family|stroke|fill)="[^"]*"')
CURVE = re.compile(r' d="M(?P<start>[^C"]+)C(?P<rest>[^"]+)"')
CLOSED = re.compile(r'(?<= points=)"(\S+) ([^"]*) \1"')  # a polygon closes by itself
PLACE = re.compile(r' (?:points|viewBox|x|y)="[^"]*"')
NUMBER = re.compile(r"-?\d+\.\d+")


def _from_point_to_point(curve: re.Match[str]) -> str:
    """A curve in whole points, each counted from the last: half the weight of all the graph."""
    (x, y), *others = [[round(float(number)) for number in point.split(",")]
                       for point in (curve["start"], *curve["rest"].split())]
    path = f' d="M{x},{y}c'
    for start in range(0, len(others), 3):  # two that pull, one that is reached
        piece = others[start : start + 3]
        path += " ".join(f"{to_x - x},{to_y - y}" for to_x, to_y in piece) + " "
        x, y = piece[-1]
    return path.rstrip() + '"'


def _tenths(number: re.Match[str]) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0")


def _for_a_page(svg: str) -> str:
    """Without what belongs to a file, and without colors, which the style sheet gives."""
    svg = ATTRIBUTES.sub("", FILE_ONLY.sub("", svg[svg.index("<svg") :]))
    svg = svg.replace("xlink:href=", "href=").replace("xlink:title=", "aria-label=")
    svg = CURVE.sub(_from_point_to_point, CLOSED.sub(r'"\1 \2"', svg))
    svg = PLACE.sub(lambda place: NUMBER.sub(_tenths, place[0]), svg)
    return re.sub(r"\s*\n\s*", " ", svg).replace("<svg ", '<svg class="execmath-graph" ', 1)
