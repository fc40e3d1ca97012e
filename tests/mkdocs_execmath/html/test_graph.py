"""The graph of what depends on what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from execmath.documents.results import Ledger
from execmath.documents.site import Site
from execmath.language.equation import Kind
from execmath.runtime.cache import Cache
from mkdocs_execmath.html import graph


def address(label: str) -> str:
    return f"../{label}/"


def arrows(dot: str) -> set[tuple[str, str]]:
    return set(re.findall(r'"([^"]+)" -> "([^"]+)"', dot))


def drawn(site: Site, title: Callable[[str], str] = str) -> str:
    return graph.of_page(site.ledger, lambda result: result.uses, "sums.md", address, title)


def test_an_arrow_leads_to_what_uses_an_equation_and_none_says_what_others_say(site: Site) -> None:
    results = {label: replace(result, kind=Kind.DEFINITION)
               for label, result in site.ledger.results.items()}
    assert results["doubled-total"].uses == ("size", "total")
    dot = graph.of_page(Ledger(results), lambda result: result.uses, "sums.md", address, str)
    assert arrows(dot) == {("size", "numbers"), ("numbers", "total"), ("total", "doubled-total")}


def test_what_says_where_a_letter_lives_is_left_out(site: Site) -> None:
    assert arrows(drawn(site)) == {("total", "doubled-total")}


def test_the_pages_are_drawn_by_what_their_equations_use(site: Site) -> None:
    total = site.ledger.results["total"]
    elsewhere = replace(total, label="elsewhere", page="other.md", uses=("total",))
    ledger = Ledger({"total": total, "elsewhere": elsewhere})
    titles = {"sums.md": "Sums", "other.md": "Another", "empty.md": "Without equations"}
    dot = graph.pages(ledger, lambda result: [one for one in result.uses if one == "total"],
                      titles, address)
    assert arrows(dot) == {("sums.md", "other.md")}
    assert 'label="Another"' in dot and "Without" not in dot


def test_a_drawing_links_every_equation_and_brings_no_color_of_its_own(site: Site) -> None:
    (svg,) = graph.draw([drawn(site)], Cache())
    assert svg.startswith('<svg class="execmath-graph"')
    assert re.findall(r'<a href="([^"]*)"', svg) == [
        f"../{label}/" for label in ("total", "doubled-total", "picture")
    ]
    assert not re.search(r' (?:fill|stroke|id|style)="|<title|<!|<script', svg)


def test_a_long_title_goes_on_in_another_line(site: Site) -> None:
    (svg,) = graph.draw([drawn(site, lambda label: "A title of more than a line of it")], Cache())
    assert "A title of more than a</text>" in svg and "line of it</text>" in svg


def test_any_words_may_stand_in_a_graph(site: Site) -> None:
    (svg,) = graph.draw([drawn(site, lambda label: 'The "and" <so> &')], Cache())
    assert 'The "and" &lt;so&gt; &amp;' in svg.replace("&quot;", '"')


def test_a_drawing_is_light_and_its_lines_stay_where_they_were() -> None:
    drawn = (
        '<svg viewBox="0.00 0.00 99.50 9.00"><a aria-label="within 1.25 ulp"><path d="M10.4,-20.4'
        'C11.6,-21 12,-22 13,-23.4 14,-24 15,-25 16.6,-20"/><polygon points="1.26,-2 3,-4 5,-6 '
        '1.26,-2"/><text x="1.00" y="2.34">2.34 2.34</text></a></svg>')
    assert graph._for_a_page(drawn) == (
        '<svg class="execmath-graph" viewBox="0 0 99.5 9"><a aria-label="within 1.25 ulp"><path '
        'd="M10,-20c2,-1 2,-2 3,-3 1,-1 2,-2 4,3"/><polygon points="1.3,-2 3,-4 5,-6"/>'
        '<text x="1" y="2.3">2.34 2.34</text></a></svg>')
