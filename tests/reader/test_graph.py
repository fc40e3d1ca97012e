"""The graph of what depends on what."""

from __future__ import annotations

import re
from dataclasses import replace

from execmath import graph
from execmath.cache import Cache
from execmath.ledger import Ledger
from execmath.site import Site


def address(label: str) -> str:
    return f"../{label}/"


def arrows(dot: str) -> set[tuple[str, str]]:
    return set(re.findall(r'"([^"]+)" -> "([^"]+)"', dot))


def test_an_arrow_leads_to_what_uses_an_equation_and_none_says_what_others_say(site: Site) -> None:
    dot = graph.whole(site.ledger, address, {"sums.md": "Sums"})
    assert site.ledger.entries["doubled-total"].uses == ("size", "total")
    assert arrows(dot) == {("size", "numbers"), ("numbers", "total"), ("total", "doubled-total")}
    assert 'label="Sums"' in dot


def test_around_an_equation_stand_those_it_uses_and_those_that_use_it(site: Site) -> None:
    entries = site.ledger.entries
    dot = graph.around(entries["total"], site.ledger, address)
    assert arrows(dot) == {("size", "total"), ("numbers", "total"), ("total", "doubled-total")}
    assert graph.around(entries["picture"], site.ledger, address) == ""


def test_more_neighbors_than_can_be_read_are_counted(site: Site) -> None:
    total = site.ledger.entries["total"]
    users = {f"user-{i}": replace(total, label=f"user-{i}", uses=("total",)) for i in range(40)}
    ledger = Ledger({"total": replace(total, uses=()), **users})
    found = arrows(graph.around(ledger.entries["total"], ledger, address))
    assert len(found) == graph.MOST and ("total", f"and {41 - graph.MOST} more") in found


def test_a_drawing_links_every_equation_and_brings_no_color_of_its_own(site: Site) -> None:
    (svg,) = graph.draw([graph.whole(site.ledger, address, {"sums.md": "Sums"})], Cache())
    assert svg.startswith('<svg class="execmath-graph"')
    assert re.findall(r'<a href="([^"]*)"', svg) == [
        f"../{label}/" for label in ("size", "numbers", "total", "doubled-total", "picture")
    ]
    assert not re.search(r' (?:fill|stroke|id|style)="|<title|<!|<script', svg)


def test_any_words_may_stand_in_a_graph(site: Site) -> None:
    dot = graph.whole(site.ledger, address, {"sums.md": 'Sums "and" \\N <so> & on'})
    (svg,) = graph.draw([dot], Cache())
    assert 'Sums "and" \\N &lt;so&gt; &amp; on' in svg.replace("&quot;", '"')
