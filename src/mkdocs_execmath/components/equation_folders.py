"""The folder of each equation: its page, made from the template that all have in common, and beside
it its picture, the forms to copy and its data. What nothing changed for is not made anew."""

from __future__ import annotations

import shutil
from concurrent.futures import wait
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from execmath.documents import addresses, register
from execmath.documents.results import Result
from execmath.runtime.cache import digest
from execmath.runtime.fingerprint import installation
from mkdocs_execmath.components import site_files
from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.components.head import PICTURE, preview
from mkdocs_execmath.html import equation_pages
from mkdocs_execmath.html.artifacts import Artifacts
from mkdocs_execmath.publishing import history, preview_tags
from mkdocs_execmath.typesetting import vectors

ALTERED = "altered.html"  # beside the page of an equation


class EquationFolders(Component):
    def __init__(self) -> None:
        self._template = ""  # as MkDocs and the theme have made it

    def read(self, files: Files, build: Build) -> None:
        files.append(File.generated(build.config, equation_pages.TEMPLATE,
                                    content=equation_pages.TEMPLATE_TEXT,
                                    inclusion=InclusionLevel.NOT_IN_NAV))
        if not build.settings.is_serving:
            build.history = history.read(Path(build.config.docs_dir), build.cache)
        build.equations = {label: _page_of(label, build) for label in build.site.ledger.results}

    def finish_page(self, output: str, build: Build, page: Page) -> None:
        if page.file.src_uri == equation_pages.TEMPLATE:
            self._template = output

    def template_context(self, context: Any, build: Build, template_name: str) -> None:
        """The map of the site knows the pages of equations, and not their template."""
        if template_name == "sitemap.xml":
            shown = [file for file in context["pages"] if file.src_uri != equation_pages.TEMPLATE]
            context["pages"] = shown + [page.file for page in build.equations.values()]

    def write(self, build: Build) -> None:
        # What went wrong there goes wrong here again, and is told.
        wait([build.drawing])
        build.pictures.draw()
        root = Path(build.config.site_dir)
        shutil.rmtree(root / addresses.address(equation_pages.NAME))
        artifacts = Artifacts(build.settings.folder / "equations", build.cache)
        frame = digest(installation(), self._template)
        for label, result in build.site.ledger.results.items():
            artifacts.place(self._made(result, frame, artifacts, build),
                            root / addresses.address(label))
        artifacts.forget()

    def _made(self, result: Result, frame: str, artifacts: Artifacts, build: Build) -> str:
        """The key of the folder of an equation, which is there.

        frame  the digest of what all pages have in common
        """
        label, typeset = result.label, build.typeset
        title = build.publisher.title(label)
        description = equation_pages.description(result, build.site)
        tags = preview(build.equations[label], label, description, build).tags()
        tags += preview_tags.alternate("application/json", "index.json", "This equation as data")
        beside = site_files.of_equation(result, build.site.ledger, build.register, build.publisher)
        if (picture := build.vectors.get(label)) is not None and picture.svg:
            beside[vectors.PICTURE] = picture.svg.encode()
        if build.altered[label]:
            beside[ALTERED] = build.altered[label].encode()
        if versions := build.history.get(label):
            beside["history.json"] = history.as_json(
                label, build.register.dates.get(label), versions,
                register.digest(result.display.tex)).encode()
        key = digest(frame, label, title, description, tags, *beside, *beside.values(),
                     build.pictures.keys[label], typeset.keys[label])
        if not artifacts.have(key):
            html = equation_pages.instantiate(self._template, label, title, description,
                                              typeset.html[label])
            beside["index.html"] = preview_tags.with_tags(html, tags).encode()
            if (png := build.pictures.png(label)) is not None:
                beside[PICTURE] = png
            artifacts.keep(key, beside)
        return key


def _page_of(label: str, build: Build) -> Page:
    """What MkDocs and the search ask of the page of an equation."""
    file = File.generated(build.config, equation_pages.path(label), content="")
    page = Page(build.publisher.title(label), file, build.config)
    page.toc, page.meta = TableOfContents([]), {}
    return page
