"""The folder of each equation: its page, made from the template that all have in common, and beside
it its picture, the forms to copy and its data. What nothing changed for is not made anew."""

from __future__ import annotations

import os
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
from mkdocs_execmath import codes
from mkdocs_execmath.components import site_files
from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.components.equation_memory import EquationMemory, Folders
from mkdocs_execmath.components.head import PICTURE, preview
from mkdocs_execmath.html import equation_pages
from mkdocs_execmath.html.artifacts import Artifacts, remove
from mkdocs_execmath.html.tryouts import SIDES
from mkdocs_execmath.publishing import history, preview_tags
from mkdocs_execmath.typesetting import vectors
from mkdocs_execmath.typesetting.formulas import Typeset

ALTERED = "altered.html"  # beside the page of an equation


class EquationFolders(Component):
    def __init__(self) -> None:
        self._template = ""  # as MkDocs and the theme have made it
        self._memory: EquationMemory
        self._recalled: dict[str, str] = {}  # the digests of folders that are as they were
        self._typeset: dict[str, Typeset] = {}  # the pages of the other equations, by their page
        self._artifacts: Artifacts
        self._placed: dict[str, str] = {}  # the keys of the folders in the site, by their labels
        self._others: dict[str, list[str]] = {}  # what else is in the folders, by their labels

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

    def assemble(self, environment: Any, build: Build) -> None:
        """Render and typeset the pages of those equations for which something changed."""
        self._memory, self._recalled, self._typeset = EquationMemory(build), {}, {}
        recalled = {path: self._memory.recall(path) for path in build.renderer.with_equations}
        texts = {path: build.renderer.equations(
                     result.label for result in build.site.ledger.of_page(path))
                 for path, folders in recalled.items() if folders is None}
        # All at once, as Node takes a while to start; each page then has it from the cache.
        build.typesetter.fill({label: html for page in texts.values()
                               for label, html in page.items()})
        for path, folders in recalled.items():
            if folders is None:
                self._typeset[path] = build.typesetter.fill(texts[path])
                build.typeset |= self._typeset[path]
            else:
                self._recalled |= folders.digests
                build.typeset |= build.typesetter.wanting(folders.needs)

    def write(self, build: Build) -> None:
        # What went wrong there goes wrong here again, and is told.
        wait([build.drawing])
        build.pictures.draw()
        root = Path(build.config.site_dir)
        shutil.rmtree(root / addresses.address(equation_pages.NAME))
        self._others = _taken_over(root / addresses.FOLDER, build)
        artifacts = Artifacts(build.settings.folder / "equations", build.cache)
        self._artifacts, self._placed = artifacts, {}
        frame = digest(installation(), self._template)
        keys = {label: digest(frame, recalled) for label, recalled in self._recalled.items()}
        artifacts.look_up(keys.values())
        for label, key in keys.items():
            self._place(label, key, artifacts, build)
        for path, typeset in self._typeset.items():
            digests = {}
            for result in build.site.ledger.of_page(path):
                folder = _Folder(result, typeset, build)
                self._place(result.label, digest(frame, folder.digest), artifacts, build, folder)
                digests[result.label] = folder.digest
            self._memory.keep(path, Folders(digests, typeset.needs))
        artifacts.forget()

    def complete(self, build: Build) -> None:
        """See that nothing has altered the folder of an equation since."""
        for label, key in self._placed.items():
            folder = Path(build.config.site_dir) / addresses.address(label)
            if not self._artifacts.is_placed(key, folder):
                result = build.site.ledger.results[label]
                build.diagnose(codes.CHANGED, result.page, result.display.line,
                               "something has altered the page of this equation after it was made",
                               label)

    def _place(self, label: str, key: str, artifacts: Artifacts, build: Build,
               folder: _Folder | None = None) -> None:
        """The folder of an equation into the site, made anew if it is not there as it was made."""
        if not artifacts.have(key):
            if folder is None:
                typeset = build.typesetter.fill(build.renderer.equations([label]))
                folder = _Folder(build.site.ledger.results[label], typeset, build)
            artifacts.keep(key, folder.files(self._template))
        self._placed[label] = key
        artifacts.place(key, Path(build.config.site_dir) / addresses.address(label),
                        self._others.get(label, ()))


def _taken_over(folder: Path, build: Build) -> dict[str, list[str]]:
    """The folders of equations of an earlier site become those of this one, wherever this one has
    none yet. What they hold is seen to when each is placed.

    returns  the names of the files that were in this site's, by the labels
    """
    others = {entry.name: os.listdir(entry) for entry in os.scandir(folder) if entry.is_dir()}
    try:
        build.settings.spare.rename(incoming := folder.with_name(f".{folder.name}"))
    except OSError:
        return others
    for entry in os.scandir(incoming):
        if entry.name not in build.equations or entry.name in others:
            remove(Path(entry.path))
    for entry in os.scandir(folder):
        os.rename(entry.path, incoming / entry.name)
    folder.rmdir()
    incoming.rename(folder)
    return others


class _Folder:
    """What stands at the address of an equation.

    digest  of all that its files are made from but the frame that its page has in common with
            others
    """

    def __init__(self, result: Result, typeset: Typeset, build: Build) -> None:
        self._label = label = result.label
        self._html, self._build = typeset.html, build
        self._title = build.publisher.title(label)
        self._description = equation_pages.description(result, build.site)
        self._tags = preview(build.equations[label], label, self._description, build).tags()
        self._tags += preview_tags.alternate("application/json", "index.json",
                                             "This equation as data")
        self._beside = _beside(result, build)
        self.digest = digest(label, self._title, self._description, self._tags, *self._beside,
                             *self._beside.values(), build.pictures.keys[label],
                             typeset.keys[label])

    def files(self, template: str) -> dict[str, bytes]:
        """By their names; the page is an instance of `template`."""
        html = equation_pages.instantiate(template, self._label, self._title, self._description,
                                          self._html[self._label])
        files = {**self._beside, "index.html": preview_tags.with_tags(html, self._tags).encode()}
        if (png := self._build.pictures.png(self._label)) is not None:
            files[PICTURE] = png
        return files


def _beside(result: Result, build: Build) -> dict[str, bytes]:
    """The files beside the page, but for the picture that a preview shows, by their names."""
    label = result.label
    files = site_files.of_equation(result, build.site.ledger, build.register, build.publisher)
    if (picture := build.renderer.pictures.get(label)) is not None and picture.svg:
        files[vectors.PICTURE] = picture.svg.encode()
    if altered := build.renderer.altered(label):
        files[ALTERED] = altered.encode()
    if (tryout := build.renderer.tryouts.of(label)) is not None:
        files[SIDES] = tryout.source.encode()
    if versions := build.history.get(label):
        files["history.json"] = history.as_json(
            label, build.register.dates.get(label), versions,
            register.digest(result.display.tex), result.words()).encode()
    return files


def _page_of(label: str, build: Build) -> Page:
    """What MkDocs and the search ask of the page of an equation."""
    file = File.generated(build.config, equation_pages.path(label), content="")
    page = Page(build.publisher.title(label), file, build.config)
    page.toc, page.meta = TableOfContents([]), {}
    return page
