"""The files that are published beside the pages: what people copy, and what programs read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from execmath import badge, citation, equation_pages, export
from execmath.citation import Publisher
from execmath.ledger import Ledger
from execmath.register import Register
from execmath.site import Site

SCHEMA = Path(__file__).with_name("assets") / export.SCHEMA


def files(site: Site, register: Register, publisher: Publisher) -> Iterator[tuple[str, str]]:
    """Path and text of each file."""
    ledger = site.ledger
    yield export.SCHEMA, SCHEMA.read_text(encoding="utf-8")
    yield "equations.json", export.everything(ledger, register, publisher)
    for label, entry in ledger.entries.items():
        folder = citation.address(label)
        one = export.equation(entry, ledger, register, publisher)
        yield f"{folder}index.json", export.dumps(one)
        published = register.dates.get(label, "")
        for name, text in citation.texts(entry, publisher, published).items():
            yield f"{folder}{name}", text
    yield "badge.svg", badge.svg("equations", holding(ledger))
    for label in register.retired:
        page = equation_pages.redirect(label, register, publisher)
        yield f"{citation.address(label)}index.html", page


def holding(ledger: Ledger) -> str:
    """How many of the equations that can fail hold, in words for a badge."""
    tried = [entry for entry in ledger.entries.values() if entry.kind in ("claim", "definition")]
    held = sum(entry.verdict.holds for entry in tried)
    return f"{held} hold" if held == len(tried) else f"{held} of {len(tried)} hold"
