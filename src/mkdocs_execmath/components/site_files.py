"""What is published beside the pages: what they are shown with, and what programs read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from execmath.documents import addresses, json_export
from execmath.documents.addresses import Publisher
from execmath.documents.catalogue import groups
from execmath.documents.corpus import corpus
from execmath.documents.register import Register
from execmath.documents.results import Ledger, Result
from execmath.documents.site import Site
from execmath.javascript.translator import RUNTIME
from execmath.language.equation import Kind
from execmath.runtime.cache import Cache
from mkdocs_execmath.components import head
from mkdocs_execmath.components.component import Build, Component, Settings
from mkdocs_execmath.html import annotations as letters
from mkdocs_execmath.html import redirects
from mkdocs_execmath.publishing import badge, copy_forms, inventory, llms, other_themes
from mkdocs_execmath.search import index as search

ASSETS = "assets/execmath"
SOURCES = Path(__file__).parents[1] / "assets"
NOTICE = Path(__file__).parents[1] / "NOTICE.md"


class SiteFiles(Component):
    def __init__(self) -> None:
        self._sources: dict[str, llms.Source] = {}  # of the pages that are published, by path

    def configure(self, config: MkDocsConfig, settings: Settings) -> None:
        for sheet in ("typeset.css", "execmath.css"):
            if f"{ASSETS}/{sheet}" not in config.extra_css:
                config.extra_css.append(f"{ASSETS}/{sheet}")
        if f"{ASSETS}/execmath.js" not in config.extra_javascript:
            config.extra_javascript.append(f"{ASSETS}/execmath.js")

    def assemble(self, environment: Any, build: Build) -> None:
        self._sources = {}
        for script in (SOURCES / "execmath.js", SOURCES / "try.js", RUNTIME):
            build.add_file(f"{ASSETS}/{script.name}", abs_src_path=str(script))
        sheet = (SOURCES / "execmath.css").read_text(encoding="utf-8")
        build.add_file(f"{ASSETS}/execmath.css", content=sheet if build.settings.is_material
                       else other_themes.adapted(sheet))
        for path, text in files(build.site, build.register, build.publisher):
            build.add_file(path, content=text)

    def finish_page(self, output: str, build: Build, page: Page) -> None:
        path = page.file.src_uri
        if path in build.site.pages:
            self._sources[path] = llms.Source(str(page.title), llms.source_address(page.url),
                                              head.describe(page, build))

    def write(self, build: Build) -> None:
        """The style sheet of all formulas, which are known by now."""
        folder = Path(build.config.site_dir) / ASSETS
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "typeset.css").write_text(build.typeset.css, encoding="utf-8")
        for name, font in build.typeset.fonts.items():
            (folder / name).write_bytes(font)

    def complete(self, build: Build) -> None:
        root = Path(build.config.site_dir)
        for path, source in self._sources.items():
            # MkDocs would take the sources of the pages for pages.
            (root / source.address).write_bytes(build.files.src_uris[path].content_bytes)
        add_to(root, build.site, self._sources, build.publisher,
               build.config.site_description or "", build.cache)


def files(site: Site, register: Register, publisher: Publisher) -> Iterator[tuple[str, str]]:
    """Path and text of each file that belongs to no single equation that is in use."""
    ledger = site.ledger
    # What a published site ships of others: fonts, style sheets, drawings.
    yield f"{ASSETS}/notice.txt", NOTICE.read_text(encoding="utf-8")
    yield json_export.SCHEMA, (SOURCES / json_export.SCHEMA).read_text(encoding="utf-8")
    yield "equations.json", json_export.everything(ledger, register, publisher)
    yield "corpus.json", json_export.dumps(corpus(ledger, publisher))
    for group in groups(ledger):
        yield f"{group}.json", json_export.catalogue(site, group)
        yield f"{group}.csv", json_export.catalogue_csv(site, group)
    yield "badge.svg", badge.svg("equations", holding(ledger))
    for label in register.retired:
        page = redirects.redirect(label, register, publisher)
        yield f"{addresses.address(label)}index.html", page


def of_equation(result: Result, ledger: Ledger, register: Register,
                publisher: Publisher) -> dict[str, bytes]:
    """What stands at its address beside its page, by the names of the files."""
    data = json_export.dumps(json_export.equation(result, ledger, register, publisher))
    published = register.dates.get(result.label, "")
    meanings = [note.says for note in letters.letters(result, ledger.results).notes
                if note.how != "bound"]
    texts = {"index.json": data, **copy_forms.texts(result, publisher, published, meanings)}
    return {name: text.encode() for name, text in texts.items()}


def add_to(root: Path, site: Site, sources: Mapping[str, llms.Source], publisher: Publisher,
           description: str, cache: Cache = Cache()) -> None:
    """What others have begun in the site at `root` is completed: the index of the search and the
    inventory of names; and what language models read.

    sources  of the pages that are published, by path
    """
    labels = site.ledger.results
    index = root / "search" / "search_index.json"
    if index.exists():
        complete = search.with_equations(index.read_text("utf-8"), site, publisher.title, cache)
        index.write_text(complete, encoding="utf-8")
        # Material's plugin `offline` has put it into a script, for pages that are opened as files.
        if (script := index.with_suffix(".js")).exists():
            script.write_text(f"var __index = {complete}", encoding="utf-8")
    objects = root / "objects.inv"
    objects.write_bytes(inventory.with_equations(
        objects.read_bytes() if objects.exists() else None,
        {label: addresses.address(label) for label in labels},
        {label: publisher.title(label) for label in labels}, publisher.name))
    in_order = [sources[path] for path in site.pages if path in sources]
    overview = llms.text(publisher, description, in_order, site.ledger)
    (root / "llms.txt").write_text(overview, encoding="utf-8")


def holding(ledger: Ledger) -> str:
    """How many of the equations that can fail hold, in words for a badge."""
    tried = [result for result in ledger.results.values()
             if result.kind in (Kind.CLAIM, Kind.DEFINITION)]
    held = sum(result.verdict.holds for result in tried)
    return f"{held} hold" if held == len(tried) else f"{held} of {len(tried)} hold"
