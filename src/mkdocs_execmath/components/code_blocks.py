"""The executed fences of the pages, watched: each that should run did, to its end, with its output
on the page; and no text of a page is lost on the way."""

from __future__ import annotations

import posixpath
import re
import secrets
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from execmath.code.blocks import is_executed
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.markdown import Block
from execmath.runtime.cache import digest
from mkdocs_execmath import codes
from mkdocs_execmath.components import opened_files
from mkdocs_execmath.components.code_fences import Watcher
from mkdocs_execmath.components.component import Build, Component, Settings
from mkdocs_execmath.components.opened_files import Opened
from mkdocs_execmath.html.lost_text import lost_words
from mkdocs_execmath.html.source_lines import without_directives

LINK = re.compile(r'(<a [^>]*?href=")([^":#?]+\.md)(?=[#"])')


class CodeBlocks(Component):
    def __init__(self) -> None:
        self._watcher = Watcher()
        self._packages = ""
        self._markdown: dict[str, str] = {}  # of the pages that are converted, by path
        self._opened = Opened()

    def configure(self, config: MkDocsConfig, settings: Settings) -> None:
        for name in list(sys.modules):
            if name.partition(".")[0] in settings.options.reload:
                del sys.modules[name]
        self._watcher.start_build(settings.cache, settings.options.reload)
        self._packages = self._watcher.packages
        fences = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences", [])
        for fence in fences:
            if fence["name"] == "python":
                fence["format"] = self._watcher.wrap(fence["format"])

    def watch(self, server: Any, settings: Settings) -> None:
        for name in settings.options.reload:
            module = __import__(name)
            server.watch(str(Path(module.__file__ or "").parent))

    def read(self, files: Files, build: Build) -> None:
        self._markdown = {}
        build.packages = self._packages

    def before_conversion(self, markdown: str, build: Build, page: Page) -> str | None:
        path = page.file.src_uri
        if path in build.recalled:
            return None
        self._markdown[path] = markdown
        source = build.site.pages.get(path)
        blocks = source.blocks if source else ()
        # What the blocks of the page showed, and what was reported of their functions, is as old as
        # the files that they read; while nobody knows which, it is as good as new.
        ground = self._ground_before(path, blocks, build)
        self._watcher.packages = digest(self._packages, ground)
        self._watcher.start_page(build.site, path, ground, blocks)
        self._opened = Opened([build.settings.folder], page.file.abs_src_path or "")
        opened_files.listen(self._opened)
        if source is None:
            return None
        return self._watcher.number_fences(without_directives(markdown), blocks)

    def _ground_before(self, path: str, blocks: tuple[Block, ...], build: Build) -> str:
        """Of what these blocks were seen to read; else something unique."""
        before = build.cache.load(_key(path, blocks))
        return secrets.token_hex(16) if before is None else _ground(_opened(before), build)

    def after_conversion(self, content: str, build: Build, page: Page) -> str | None:
        """The content without what the watching left in it."""
        path = page.file.src_uri
        if path in build.recalled:
            return None
        opened_files.stop_listening(self._opened)
        source, problems = build.site.pages.get(path), list[Diagnostic]()
        if source is not None:
            problems = list(self._watcher.problems(path, source.blocks, content))
            build.diagnostics += problems
        content = _with_addresses(self._watcher.without_tokens(path, content), page, build)
        if source is not None:
            self._account_for_text(page, content, build)
        if not problems and source is not None:
            self._remember_opened(path, source.blocks, build)
            self._watcher.keep(_ground(self._opened, build))
        return content

    def _remember_opened(self, path: str, blocks: tuple[Block, ...], build: Build) -> None:
        """Also what the same blocks opened at another time: those that run no more open nothing."""
        self._opened.add_modules()
        self._opened.see_code(block.source for block in blocks)
        build.opened_by_blocks[path] = self._opened
        key = _key(path, blocks)
        if (before := build.cache.load(key)) is not None:
            self._opened.add_all(_opened(before))
        if self._opened.is_all:
            build.cache.store(key, [sorted(self._opened.files), sorted(self._opened.labels)])

    def _account_for_text(self, page: Page, content: str, build: Build) -> None:
        path = page.file.src_uri
        if (lost := lost_words(self._markdown[path], content)) is not None:
            line, words = lost
            front = page.file.content_string.count("\n") - self._markdown[path].count("\n")
            build.diagnose(codes.TEXT_LOST, path, max(line + front, 1),
                           f"text that is not on the page, from here on: {words[:60]}; a fence or "
                           "a comment above may not be closed")


def _opened(record: list[list[str]]) -> Opened:
    """As it is now."""
    opened, (files, labels) = Opened(), record
    opened.files = {file: opened_files.content_of(file) for file in files}
    opened.labels = set(labels)
    return opened


def _ground(opened: Opened, build: Build) -> str:
    """The digest of all that blocks depend on besides their own code."""
    return digest(build.ground, repr(opened.state(build.site)))


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


def _key(path: str, blocks: tuple[Block, ...]) -> str:
    executed = [block for block in blocks if is_executed(block)]
    return digest("read by blocks", path, *(text for block in executed
                                    for text in (block.info, block.source)))
