"""The graph of what depends on what."""

from __future__ import annotations

import re
from dataclasses import replace

from execmath.documents.results import Ledger
from execmath.documents.site import Site
from execmath.runtime.cache import Cache
from mkdocs_execmath.html import graph


def address(label: str) -> str:
    return f"../{label}/"


def arrows(dot: str) -> set[tuple[str, str]]:
    return set(re.findall(r'"([^"]+)" -> "([^"]+)"', dot))


def test_an_arrow_leads_to_what_uses_an_equation_and_none_says_what_others_say(site: Site) -> None:
    dot = graph.whole(site.ledger, address, {"sums.md": "Sums"})
    assert site.ledger.results["doubled-total"].uses == ("size", "total")
    assert arrows(dot) == {("size", "numbers"), ("numbers", "total"), ("total", "doubled-total")}
    assert 'label="Sums"' in dot


def test_around_an_equation_stand_those_it_uses_and_those_that_use_it(site: Site) -> None:
    results = site.ledger.results
    dot = graph.around(results["total"], site.ledger, address)
    assert arrows(dot) == {("size", "total"), ("numbers", "total"), ("total", "doubled-total")}
    assert graph.around(results["picture"], site.ledger, address) == ""


def test_more_neighbors_than_can_be_read_are_counted(site: Site) -> None:
    total = site.ledger.results["total"]
    users = {f"user-{i}": replace(total, label=f"user-{i}", uses=("total",)) for i in range(40)}
    ledger = Ledger({"total": replace(total, uses=()), **users})
    found = arrows(graph.around(ledger.results["total"], ledger, address))
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


def test_a_drawing_is_light_and_its_lines_stay_where_they_were() -> None:
    drawn = (
        '<svg viewBox="0.00 0.00 99.50 9.00"><a aria-label="within 1.25 ulp"><path d="M10.4,-20.4'
        'C11.6,-21 12,-22 13,-23.4 14,-24 15,-25 16.6,-20"/><polygon points="1.26,-2 3,-4 5,-6 '
        '1.26,-2"/><text x="1.00" y="2.34">2.34 2.34</text></a></svg>')
    assert graph._for_a_page(drawn) == (
        '<svg class="execmath-graph" viewBox="0 0 99.5 9"><a aria-label="within 1.25 ulp"><path '
        'd="M10,-20c2,-1 2,-2 3,-3 1,-1 2,-2 4,3"/><polygon points="1.3,-2 3,-4 5,-6"/>'
        '<text x="1" y="2.3">2.34 2.34</text></a></svg>')
