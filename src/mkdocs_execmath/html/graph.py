"""What depends on what, drawn: the ledger -> DOT -> SVG, by Graphviz, while the site is built.

An arrow leads from an equation to one that uses it. Shapes tell the kinds apart, so that the
drawing needs no color; its colors are the page's, by the classes that the style sheet knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from execmath.documents.results import Ledger, Result
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import version
from mkdocs_execmath.typesetting.node import Program, text

Address = Callable[[str], str]
MOST = 16  # neighbors shown on one side of an equation; the page lists them all
# What Graphviz calls Courier is as wide as the monospaced fonts of a browser.
STYLE = ('graph [rankdir=LR, nodesep=0.12, ranksep=0.45, margin=0, pad=0.05, bgcolor=transparent]; '
         'node [fontname=Courier, fontsize=10, height=0.26, margin="0.09,0.02", shape=box]; '
         'edge [arrowsize=0.5]; ')
SHAPES = {"claim": "style=rounded", "definition": "", "declaration": "shape=plain",
          "instance": "peripheries=2", "refuted": "shape=octagon", "shown": "style=dashed",
          "unread": "style=dotted"}


def whole(ledger: Ledger, address: Address, titles: Mapping[str, str]) -> str:
    """The graph of a site, as DOT: page by page, without arrows that follow from others.

    titles  of the pages, by their path
    """
    results = ledger.results
    clusters = []
    for number, (page, title) in enumerate(titles.items()):
        nodes = "".join(_node(result, address) for result in ledger.of_page(page))
        if nodes:
            clusters.append(f"subgraph cluster_{number} {{ label={_quoted(title)}; "
                            f"fontname=Helvetica; fontsize=11; {nodes}}} ")
    edges = _reduced({label: result.uses for label, result in results.items()})
    return f"digraph {{ {STYLE}{''.join(clusters)}{_arrows(edges)}}}"


def around(result: Result, ledger: Ledger, address: Address) -> str:
    """The neighborhood of an equation, as DOT; empty if it stands alone."""
    before, after = list(result.uses), ledger.used_by(result.label)
    if not before and not after:
        return ""
    nodes = [_node(result, address, "execmath-center")]
    edges = []
    for side, arrow in ((before, lambda other: (other, result.label)),
                        (after, lambda other: (result.label, other))):
        shown = side if len(side) <= MOST else side[: MOST - 1]
        nodes += [_node(ledger.results[label], address) for label in shown]
        edges += [arrow(label) for label in shown]
        if len(shown) < len(side):
            more = f"and {len(side) - len(shown)} more"
            nodes.append(f"{_quoted(more)} [shape=plain]; ")
            edges.append(arrow(more))
    return f"digraph {{ {STYLE}{''.join(nodes)}{_arrows(edges)}}}"


def _node(result: Result, address: Address, extra: str = "") -> str:
    look = ", ".join(part for part in (SHAPES[result.kind], f"class={_quoted(extra)}" if extra
                                       else "") if part)
    tip = f"{result.label}: {result.words()}"
    return (f"{_quoted(result.label)} [URL={_quoted(address(result.label))}, "
            f"tooltip={_quoted(tip)}{', ' if look else ''}{look}]; ")


def _arrows(edges: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{_quoted(a)} -> {_quoted(b)}; " for a, b in edges)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _reduced(uses: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The arrows without those that a longer way implies: the transitive reduction."""
    behind: dict[str, frozenset[str]] = {}
    for label, direct in uses.items():  # in reading order: what is used comes first
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
