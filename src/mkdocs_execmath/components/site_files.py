"""What is published beside the pages: what people copy, and what programs read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from execmath.documents import addresses, json_export
from execmath.documents.addresses import Publisher
from execmath.documents.register import Register
from execmath.documents.results import Ledger, Result
from execmath.documents.site import Site
from execmath.runtime.cache import Cache
from mkdocs_execmath.html import equation_pages
from mkdocs_execmath.publishing import badge, copy_forms, inventory, llms
from mkdocs_execmath.search import index as search

SCHEMA = Path(__file__).parents[1] / "assets" / json_export.SCHEMA


def files(site: Site, register: Register, publisher: Publisher) -> Iterator[tuple[str, str]]:
    """Path and text of each file that belongs to no single equation that is in use."""
    ledger = site.ledger
    yield json_export.SCHEMA, SCHEMA.read_text(encoding="utf-8")
    yield "equations.json", json_export.everything(ledger, register, publisher)
    yield "badge.svg", badge.svg("equations", holding(ledger))
    for label in register.retired:
        page = equation_pages.redirect(label, register, publisher)
        yield f"{addresses.address(label)}index.html", page


def of_equation(result: Result, ledger: Ledger, register: Register,
                publisher: Publisher) -> dict[str, bytes]:
    """What stands at its address beside its page, by the names of the files."""
    data = json_export.dumps(json_export.equation(result, ledger, register, publisher))
    published = register.dates.get(result.label, "")
    texts = {"index.json": data, **copy_forms.texts(result, publisher, published)}
    return {name: text.encode() for name, text in texts.items()}


def add_to(root: Path, site: Site, sources: Mapping[str, llms.Source], publisher: Publisher,
           description: str, cache: Cache = Cache()) -> None:
    """What others have begun in the site at `root` is completed: the index of the search and the
    inventory of names; and MkDocs would take the sources of the pages for pages.

    sources  of the pages that are published, by path
    """
    labels = site.ledger.results
    index = root / "search" / "search_index.json"
    if index.exists():
        with_formulas = search.with_formulas(index.read_text("utf-8"), site.ledger, cache)
        index.write_text(with_formulas, encoding="utf-8")
    objects = root / "objects.inv"
    objects.write_bytes(inventory.with_equations(
        objects.read_bytes() if objects.exists() else None,
        {label: addresses.address(label) for label in labels},
        {label: addresses.title(label) for label in labels}, publisher.name))
    for path, source in sources.items():
        shutil.copyfile(site.root / path, root / source.address)
    in_order = [sources[path] for path in site.pages if path in sources]
    overview = llms.text(publisher, description, in_order, site.ledger)
    (root / "llms.txt").write_text(overview, encoding="utf-8")


def holding(ledger: Ledger) -> str:
    """How many of the equations that can fail hold, in words for a badge."""
    tried = [result for result in ledger.results.values() if result.kind in ("claim", "definition")]
    held = sum(result.verdict.holds for result in tried)
    return f"{held} hold" if held == len(tried) else f"{held} of {len(tried)} hold"
