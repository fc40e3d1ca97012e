"""The pages, once all are converted and nothing is written: rendered, typeset and held against what
was read; or refused."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from execmath.documents import coverage
from execmath.documents.diagnostics import Diagnostic, report
from execmath.documents.places import folder_shown, placed
from execmath.documents.reports import github
from execmath.runtime.cache import digest
from execmath.runtime.fingerprint import version
from mkdocs_execmath.components import formulas
from mkdocs_execmath.components.checking import beside_others
from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.html import deductions, page_audit
from mkdocs_execmath.html.page_audit import Fault
from mkdocs_execmath.html.page_renderer import INDEX, INDEX_TEXT, Renderer, graph_path
from mkdocs_execmath.typesetting.formulas import Typeset

log = logging.getLogger("mkdocs.plugins.execmath")


class Pages(Component):
    def read(self, files: Files, build: Build) -> None:
        if files.get_file_from_path(INDEX) is None:
            files.append(File.generated(build.config, INDEX, content=INDEX_TEXT))

    def after_conversion(self, content: str, build: Build, page: Page) -> None:
        """Tell MkDocs of the labels, so that its check of links knows them as anchors."""
        build.converted[page.file.src_uri] = content
        if page.present_anchor_ids is not None:
            results = build.site.ledger.of_page(page.file.src_uri)
            page.present_anchor_ids |= {result.label for result in results}

    def assemble(self, environment: Any, build: Build) -> None:
        pages = [file.page for file in build.files.documentation_pages() if file.page is not None]
        for page in pages:
            self._hold_against_converted(page, build)
        renderer = _renderer(build, pages)
        build.diagnostics += dict.fromkeys(renderer.problems())
        if not build.diagnostics:
            # Beside what is still to do, which is not always work for all cores.
            build.drawing = beside_others(build.pictures.draw)
        build.renderer = renderer
        build.typeset = self._typeset(renderer, pages, build)
        for path in renderer.with_equations:
            build.add_file(graph_path(path), content=renderer.graph_of(path))
        for page in pages:
            path = page.file.src_uri
            page.content = build.rendered[path] = build.typeset.html[path]
        self._typeset_contents(pages, build)

    @staticmethod
    def _typeset(renderer: Renderer, pages: list[Page], build: Build) -> Typeset:
        """The pages; if one cannot be typeset, the build is refused, or the page says so."""
        already_wrong = len(build.diagnostics)
        typeset = build.typesetter.fill(_rendered(renderer, pages, build))
        build.diagnostics += dict.fromkeys(renderer.not_typeset(typeset.errors))
        refuse(build)
        if len(build.diagnostics) > already_wrong:
            typeset = build.typesetter.fill(_rendered(renderer, pages, build))
        return typeset

    def _hold_against_converted(self, page: Page, build: Build) -> None:
        """What another plugin did to a page since it was converted is gone over as well."""
        path, content = page.file.src_uri, page.content or ""
        if content != (before := build.converted.get(path, "")):
            tell(page_audit.faults_of_changed(content, before), path, build)

    @staticmethod
    def _typeset_contents(pages: list[Page], build: Build) -> None:
        """The formulas in tables of contents: of headings, which are typeset in the page itself."""
        wanted = {page.file.src_uri: formulas.formulas_in_contents(page) for page in pages}
        typeset = build.typesetter.typeset(set().union(*wanted.values()))
        build.typeset |= typeset
        build.elsewhere = {
            page.file.src_uri: Counter(formulas.typeset_contents(page, typeset.html))
            for page in pages if wanted[page.file.src_uri]}

    def finish_page(self, output: str, build: Build, page: Page) -> None:
        """A last look, behind the theme and every plugin."""
        tell_of_finished(output, page.file.src_uri, build)

    def finish_template(self, output: str, build: Build, template_name: str) -> None:
        if template_name.endswith(".html"):
            for fault in _faults(output, "", Counter(), build):
                build.diagnose(fault.code, template_name, 1, fault.message)

    def write(self, build: Build) -> None:
        refuse(build)


def refuse(build: Build) -> None:
    """If there is anything wrong, end the build; under `mkdocs serve`, say so.

    raises  PluginError
    """
    if not build.diagnostics:
        return
    shown = _placed(build)
    if build.settings.is_serving:
        log.error("execmath:\n%s", report(shown))
        return
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(github(shown, []))
    raise PluginError("\n" + report(shown))


def _placed(build: Build) -> list[Diagnostic]:
    """Each with the path of its page in the repository; a file that is none of the pages, such as
    one of proofs, is called by its path already."""
    docs = Path(build.config.docs_dir)
    return [one for problem in build.diagnostics
            for one in placed([problem], folder_shown(docs) if (docs / problem.page).exists()
                              else "")]


def tell(faults: Iterable[Fault], path: str, build: Build) -> None:
    """Each with the line of the page's source on which it stands."""
    for fault in faults:
        build.diagnose(fault.code, path, build.line_of(path, fault.excerpt),
                       f"{fault.message}\n      {fault.excerpt}".rstrip())


def tell_of_finished(output: str, path: str, build: Build) -> None:
    """What is wrong with the page of a source, as it is finished."""
    tell(_faults(output, build.rendered.get(path, ""), build.elsewhere.get(path, Counter()), build),
         path, build)


def _faults(output: str, content: str, others: Counter[str], build: Build) -> list[Fault]:
    """What is wrong with a finished page, as in `faults_of_finished`. One that was found in order
    is in order the next time."""
    key = digest("in order", version(page_audit.__name__), output, content,
                 *(part for formula, count in sorted(others.items())
                   for part in (formula, str(count))))
    if build.cache.load(key):
        return []
    faults = page_audit.faults_of_finished(output, content, others)
    if not faults:
        build.cache.store(key, True)
    return faults


def _rendered(renderer: Renderer, pages: list[Page], build: Build) -> dict[str, str]:
    """Each page with the problems that are known of it."""
    return {path: renderer.page(path, [one for one in build.diagnostics if one.page == path])
            for path in (page.file.src_uri for page in pages)}


def _renderer(build: Build, pages: list[Page]) -> Renderer:
    urls = {file.src_uri: file.url for file in build.files}
    urls |= {graph_path(path): graph_path(path) for path in build.site.pages}
    urls |= {page.file.src_uri: page.url for page in build.equations.values()}
    return Renderer(
        build.site, build.register,
        contents={page.file.src_uri: page.content or "" for page in pages},
        titles={page.file.src_uri: str(page.title) for page in pages},
        href=lambda origin, target: get_relative_url(urls[target], urls[origin]),
        cache=build.cache, history=build.history, title=build.publisher.title,
        deduced=deductions.deductions(build.site),
        coverage=coverage.coverage(build.proofs) if build.proofs is not None else (),
    )
