"""The executed fences of the pages, watched: each that should run did, to its end, with its output
on the page; and no text of a page is lost on the way."""

from __future__ import annotations

import posixpath
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_execmath import codes
from mkdocs_execmath.components.block_runs import BlockRuns
from mkdocs_execmath.components.code_fences import Watcher
from mkdocs_execmath.components.component import Build, Component, Settings
from mkdocs_execmath.html.lost_text import lost_words
from mkdocs_execmath.html.source_lines import without_directives

LINK = re.compile(r'(<a [^>]*?href=")([^":#?]+\.md)(?=[#"])')


class CodeBlocks(Component):
    def __init__(self) -> None:
        self._watcher = Watcher()
        self._markdown: dict[str, str] = {}  # of the pages that are converted, by path

    def configure(self, config: MkDocsConfig, settings: Settings) -> None:
        self._watcher.start_build()
        fences = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences", [])
        for fence in fences:
            if fence["name"] == "python":
                fence["format"] = self._watcher.wrap(fence["format"])

    def watch(self, server: Any, settings: Settings) -> None:
        for name in settings.options.reload:
            spec = find_spec(name)
            for folder in (spec and spec.submodule_search_locations) or ():
                server.watch(folder)

    def read(self, files: Files, build: Build) -> None:
        self._markdown = {}
        settings = build.settings
        runs = BlockRuns(build.site, build.cache, settings.root, Path(settings.config.docs_dir),
                         settings.folder, tuple(settings.options.reload))
        build.packages, build.runs = runs.packages_version, runs.of_pages()

    def before_conversion(self, markdown: str, build: Build, page: Page) -> str | None:
        path = page.file.src_uri
        if path in build.recalled:
            return None
        self._markdown[path] = markdown
        source, run = build.site.pages.get(path), build.runs.get(path)
        blocks = source.blocks if source else ()
        self._watcher.start_page(path, blocks, run.shown if run else {})
        if source is None:
            return None
        return self._watcher.number_fences(without_directives(markdown), blocks)

    def after_conversion(self, content: str, build: Build, page: Page) -> str | None:
        """The content without what the watching left in it."""
        path = page.file.src_uri
        if path in build.recalled:
            return None
        source = build.site.pages.get(path)
        if source is not None:
            build.diagnostics += self._watcher.problems(path, source.blocks, content)
        content = _with_addresses(self._watcher.without_tokens(path, content), page, build)
        if source is not None:
            self._account_for_text(page, content, build)
        return content

    def _account_for_text(self, page: Page, content: str, build: Build) -> None:
        path = page.file.src_uri
        if (lost := lost_words(self._markdown[path], content)) is not None:
            line, words = lost
            front = page.file.content_string.count("\n") - self._markdown[path].count("\n")
            build.diagnose(codes.TEXT_LOST, path, max(line + front, 1),
                           f"text that is not on the page, from here on: {words[:60]}; a fence or "
                           "a comment above may not be closed")


def _with_addresses(content: str, page: Page, build: Build) -> str:
    """Links to Markdown files, as blocks print them, lead to their pages: MkDocs sees to those that
    stand on the page itself, and to no others."""
    def resolved(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), link[2]))
        file = build.files.get_file_from_path(path)
        if file is None or not file.is_documentation_page():
            return link[0]
        return f"{link[1]}{file.url_relative_to(page.file)}"

    return LINK.sub(resolved, content)
