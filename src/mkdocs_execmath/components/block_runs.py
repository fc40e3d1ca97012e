"""What the code blocks of the pages show, found out before the first page is converted.

The program of each page runs in a process of its own, on all cores: what a block does to the
engine, to numpy or to its process is over with its page. What it showed is kept for as long as its
code and all that it was seen to read stay the same, whatever else of the site changes.
"""

from __future__ import annotations

import importlib
import os
import secrets
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from execmath.code import active_site, codes
from execmath.code.blocks import fault, is_executed, version_of
from execmath.code.runner import Failure, Program, Shown, get_ready
from execmath.documents import codec
from execmath.documents.markdown import Block
from execmath.documents.site import Site
from execmath.runtime.apart import apart
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import installation
from execmath.runtime.workers import cores
from mkdocs_execmath.components import opened_files
from mkdocs_execmath.components.opened_files import Opened

VANISHED = ("a block of this page ended the process that it ran in, or was ended by the system: "
            "nothing that it showed can be trusted")


@dataclass(frozen=True)
class PageRun:
    """What each executed block of a page showed, by its line, and what they read."""

    shown: dict[int, Shown]
    opened: Opened


@dataclass(frozen=True)
class BlockRuns:
    """How the blocks of a site are run.

    root      the folder of the project; files below it are known by their place in it
    docs      the folder of the pages
    left_out  a folder whose files do not count, since a build makes them
    packages  those whose functions the blocks hold against the pages; their code is read anew
    """

    site: Site
    cache: Cache
    root: Path
    docs: Path
    left_out: Path
    packages: tuple[str, ...]

    @cached_property
    def packages_version(self) -> str:
        """Changes with what these packages do."""
        return version_of(self.packages)

    def of_pages(self) -> dict[str, PageRun]:
        """Those of all pages with blocks that are to be run; what is known of them is not run."""
        version = digest(installation(), self.packages_version)
        runs = {page: _Run(self, page, blocks, version)
                for page in self.site.pages if (blocks := runnable(self.site, page))}
        known = {page: recalled for page, run in runs.items()
                 if (recalled := run.recalled()) is not None}
        waiting = {page: run.answer for page, run in runs.items() if page not in known}
        if waiting:
            get_ready()
        for page, answer in apart(waiting, cores()):
            known[page] = runs[page].taken(answer)
            if answer is not None:
                _load(answer["libraries"])
        return known


def _load(libraries: Iterable[str]) -> None:
    """What one page wanted others will want: it is loaded once, for all that are still to run."""
    for name in libraries:
        if name not in sys.modules:
            with suppress(Exception):  # the page that asks for it is told
                importlib.import_module(name)


def runnable(site: Site, page: str) -> list[Block]:
    return [block for block in site.pages[page].blocks
            if is_executed(block) and not fault(block)]


@dataclass(frozen=True)
class _Run:
    """The blocks of one page; `version` is that of the code that is not theirs."""

    every: BlockRuns
    page: str
    blocks: Sequence[Block]
    version: str

    def recalled(self) -> PageRun | None:
        """What they showed before, if nothing has changed of what they rest on."""
        opened = self._opened_before()
        kept = opened and self.every.cache.load(self._name_of_shown(opened))
        texts = codec.decoded(kept, list[str]) if kept else None
        if opened is None or texts is None or len(texts) != len(self.blocks):
            return None
        return PageRun({block.line: Shown(text)
                        for block, text in zip(self.blocks, texts, strict=True)}, opened)

    def answer(self) -> dict[str, Any]:
        """Run them here, in a process of which nothing else is asked."""
        every, cache = self.every, self.every.cache.reopened()
        for name in list(sys.modules):
            if name.partition(".")[0] in every.packages:
                del sys.modules[name]
        loaded, opened = {*sys.modules}, Opened([every.left_out], str(every.docs / self.page))
        before = self._opened_before()
        ran = digest(self.version, self._ground(before) if before else secrets.token_hex(16))
        program, shown = Program(every.site, self.page, alone=True), list[Shown]()
        opened_files.listen(opened)
        for block in self.blocks:
            ran = digest(ran, block.source)
            active_site.remember(cache, ran)
            shown.append(program.run(block))
        opened_files.stop_listening(opened)
        opened.add_modules()
        opened.see_code(block.source for block in self.blocks)
        opened.add_all(before)  # what was remembered of the verbs opened nothing this time
        return {"shown": codec.encoded(shown), "files": opened.files,
                "labels": sorted(opened.labels), "is_all": opened.is_all,
                "libraries": [name for name in sys.modules
                              if name not in loaded and opened_files.is_of_library(name)]}

    def taken(self, answer: dict[str, Any] | None) -> PageRun:
        """The answer of that process, kept if all went well."""
        opened = Opened()
        shown = codec.decoded(answer["shown"], list[Shown]) if answer else None
        if answer is None or shown is None:
            opened.is_all = False
            line = self.blocks[0].line
            vanished = Shown("", Failure(VANISHED, line, codes.ENDS))
            return PageRun({block.line: vanished for block in self.blocks}, opened)
        opened.files, opened.labels = answer["files"], set(answer["labels"])
        opened.is_all = answer["is_all"]
        if opened.is_all and not any(one.failure for one in shown):
            self.every.cache.store_all({
                self._name_of_opened(): [sorted(map(self._place, opened.files)),
                                         sorted(opened.labels)],
                self._name_of_shown(opened): [one.text for one in shown]})
        return PageRun({block.line: one for block, one in zip(self.blocks, shown, strict=True)},
                       opened)

    def _opened_before(self) -> Opened | None:
        """The same files and equations, as they are now."""
        kept = self.every.cache.load(self._name_of_opened())
        if kept is None:
            return None
        opened, (places, labels) = Opened(), kept
        files = [os.path.join(self.every.root, place) for place in places]
        opened.files = {file: opened_files.content_of(file) for file in files}
        opened.labels = set(labels)
        return opened

    def _ground(self, opened: Opened) -> str:
        state = opened.state(self.every.site)
        return digest(*(part for file, content in state["files"].items()
                        for part in (self._place(file), content)),
                      "equations", *(part for pair in state["equations"].items()
                                     for part in pair))

    def _place(self, file: str) -> str:
        """A copy of the project, somewhere else, rests on its own files."""
        root = os.path.realpath(self.every.root)
        return os.path.relpath(file, root) if file.startswith(root + os.sep) else file

    def _name_of_opened(self) -> str:
        return digest("read by blocks", self.version, self.page, *self._code())

    def _name_of_shown(self, opened: Opened) -> str:
        return digest("shown by blocks", self.version, self._ground(opened), self.page,
                      *self._code())

    def _code(self) -> Iterator[str]:
        for block in self.blocks:
            yield from (block.info, block.source)
