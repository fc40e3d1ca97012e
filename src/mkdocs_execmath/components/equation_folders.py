"""The folder of each equation: its page, cast in the mold that all have in common, and beside it
its picture, the forms to copy and its data. What nothing changed for is not made anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from execmath.documents import addresses
from execmath.documents.addresses import Publisher
from execmath.documents.register import Register
from execmath.documents.site import Site
from execmath.runtime.cache import digest
from execmath.runtime.fingerprint import installation
from mkdocs_execmath.components import site_files
from mkdocs_execmath.html import equation_pages
from mkdocs_execmath.html.artifacts import Artifacts
from mkdocs_execmath.html.page_renderer import ALTERED, PARTS
from mkdocs_execmath.publishing import preview_tags
from mkdocs_execmath.publishing.social_card import Pictures
from mkdocs_execmath.search import index as search
from mkdocs_execmath.typesetting.formulas import Typeset

PICTURE = "picture.png"
SEARCHED = tuple(part for part in PARTS if part != ALTERED)


class EquationFolders:
    """Those of one build.

    typeset   has the parts of each page, under its label and `PARTS`
    preview   of the page of an equation: of its label and its description
    """

    def __init__(self, site: Site, register: Register, publisher: Publisher, typeset: Typeset,
                 pictures: Pictures, preview: Callable[[str, str], preview_tags.Preview]
                 ) -> None:
        self._site, self._register, self._publisher = site, register, publisher
        self._typeset, self._pictures, self._preview = typeset, pictures, preview

    def write(self, root: Path, template: str, folders: Artifacts) -> None:
        """Write the folders into the site at `root`."""
        frame = digest(installation(), template)
        for label, result in self._site.ledger.results.items():
            described = equation_pages.description(result, self._site)
            tags = self._preview(label, described).tags()
            tags += preview_tags.alternate("application/json", "index.json",
                                           "This equation as data")
            beside = site_files.of_equation(result, self._site.ledger, self._register,
                                             self._publisher)
            key = digest(frame, label, described, tags, *beside, *beside.values(),
                         self._pictures.keys[label], *_keys(self._typeset, label, PARTS))
            if not folders.have(key):
                html = equation_pages.cast(template, label, described,
                                           _html(self._typeset, label, PARTS))
                beside["index.html"] = preview_tags.with_tags(html, tags).encode()
                if (png := self._pictures.png(label)) is not None:
                    beside[PICTURE] = png
                folders.keep(key, beside)
            folders.place(key, root / addresses.address(label))
        folders.forget()


def index(typeset: Typeset, pages: Mapping[str, Any], indexed: search.Indexed) -> None:
    """Let the search read the pages of equations, but for what was altered.

    typeset  has these parts of them
    pages    what MkDocs calls a page of each equation, by its label
    """
    for label, page in pages.items():
        if not indexed.recall(page.url, *_keys(typeset, label, SEARCHED)):
            page.content = search.plain(_html(typeset, label, SEARCHED))
            indexed.index.add_entry_from_context(page)
            indexed.keep()


def _keys(typeset: Typeset, label: str, parts: tuple[str, ...]) -> list[str]:
    return [typeset.keys[label, part] for part in parts]


def _html(typeset: Typeset, label: str, parts: tuple[str, ...]) -> str:
    return "".join(typeset.html[label, part] for part in parts)
