"""What was made of a page by Markdown and its extensions, which also run its code blocks: kept
until something changes that it was made from.

That is its own text; all displayed equations, and the code that its blocks import; the names of
all pages, which it links to, and the other files beside them, which its blocks may read; the
settings, and the programs that convert it. A block that reads the clock, or a file elsewhere, is
beyond that: it sees what it saw when it last ran.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from execmath.code.blocks import text_of
from execmath.documents.markdown import Page as Source
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import installation

DOCUMENTED = re.compile(r"^[ \t]*#* *::: *(\w+)", re.MULTILINE)  # a package, by mkdocstrings


class PageCache:
    """The pages of one build, each between `begin` and `end`.

    ground    the digest of all that any of them depends on besides its own text
    sources   all pages, as they were read
    packages  those that blocks import, and a digest of their code
    """

    def __init__(self, cache: Cache, config: MkDocsConfig, files: Files,
                 sources: Mapping[str, Source], packages: Iterable[str], code: str) -> None:
        self._cache, self._files, self._packages = cache, files, frozenset(packages)
        self.ground = digest(code, installation(), *_settings(config),
                             *_files(files, config.docs_dir),
                             *(source.fingerprint for source in sources.values()))
        self._keys: dict[str, str] = {}  # of the pages that are converted, by path
        self._known: dict[str, Any] = {}  # those that are as they were
        self._names = _Names(config)
        self._warnings = _Warnings()

    def begin(self, page: Page, markdown: str) -> bool:
        """Is the page as it was? Then there is nothing to convert."""
        path = page.file.src_uri
        self._keys[path] = key = digest(self.ground, path, _header(page), markdown,
                                        self._documented(markdown))
        self._known[path] = known = self._cache.load(key)
        if known is None:
            self._warnings.attach(path)
            self._names.record(path)
            if not self._packages.issuperset(DOCUMENTED.findall(markdown)):
                del self._keys[path]  # it shows code whose changes nobody has an eye on
        else:
            # To make Markdown ready for a page takes as long as all else that is left to do for it.
            page.content, page.render = "", _nothing  # type: ignore[method-assign]
        return known is not None

    def _documented(self, markdown: str) -> str:
        """The text of the packages that a page documents, whose source it may show."""
        return text_of(sorted(self._packages)) if DOCUMENTED.search(markdown) else ""

    def end(self, page: Page) -> str | None:
        """The content of a page that is as it was; what else is known of it is told anew."""
        known = self._known.get(page.file.src_uri)
        if known is None:
            self._warnings.detach()
            self._names.stop()
            return None
        page.title, page.toc = known["title"], get_toc(known["toc"])
        page.present_anchor_ids = set(known["anchors"])
        page.links_to_anchors = {self._files.src_uris[path]: anchors
                                 for path, anchors in known["links"].items()}
        self._names.repeat(page, known["names"])
        return str(known["content"])

    def keep(self, page: Page, content: str) -> None:
        """For the next build; but a page that somebody was warned of is warned of again."""
        path = page.file.src_uri
        if path not in self._keys or path in self._warnings.pages:
            return
        self._cache.store(self._keys[path], {
            "content": content,
            "title": str(page.title),
            "toc": _tokens(page.toc),
            "anchors": sorted(page.present_anchor_ids or ()),
            "links": {file.src_uri: anchors
                      for file, anchors in (page.links_to_anchors or {}).items()},
            "names": self._names.of(path),
        })


def _nothing(config: MkDocsConfig, files: Files) -> None:
    """In the place of the conversion of a page that is as it was."""


# ------------------------------------------------------------------ what a page is made from


def _settings(config: MkDocsConfig) -> list[str]:
    file = Path(config.config_file_path)
    return [file.read_text("utf-8") if file.is_file() else "", str(config.site_url)]


def _header(page: Page) -> str:
    return json.dumps(page.meta, sort_keys=True, default=str)


def _files(files: Files, folder: str) -> list[str]:
    """The names of all, and of those beside the pages the size and the time."""
    found = sorted(files.src_uris)
    for file in files:
        if file.src_dir == folder and not file.is_documentation_page() and file.abs_src_path:
            state = Path(file.abs_src_path).stat()
            found.append(f"{file.src_uri} {state.st_size} {state.st_mtime_ns}")
    return found


def _tokens(toc: TableOfContents | Iterable[AnchorLink]) -> list[dict[str, Any]]:
    """A table of contents in the form in which Markdown hands it over."""
    return [{"level": item.level, "id": item.id, "name": item.title,
             "children": _tokens(item.children)} for item in toc]


# ----------------------------------------------------------------------- what else it says


class _Names:
    """What mkdocstrings tells others, while a page is converted, of the names that it documents."""

    def __init__(self, config: MkDocsConfig) -> None:
        references, docstrings = config.plugins.get("autorefs"), config.plugins.get("mkdocstrings")
        self._told: dict[str, Callable[..., Any]] = {}
        self._owners: dict[str, Any] = {}
        if references is not None and docstrings is not None:
            self._owners = {"register_anchor": references,
                            "register": docstrings.handlers.inventory}
        self._calls: dict[str, list[Any]] = {}

    def record(self, path: str) -> None:
        calls = self._calls[path] = []
        for method, owner in self._owners.items():
            owner.__dict__[method] = self._recorder(method, getattr(owner, method), calls)

    def _recorder(self, method: str, call: Callable[..., Any],
                  calls: list[Any]) -> Callable[..., Any]:
        def told(*given: Any, **named: Any) -> Any:
            # A page is told of itself: the one that is converted.
            calls.append([method, ["" if isinstance(one, Page) else one for one in given], named])
            return call(*given, **named)
        return told

    def stop(self) -> None:
        for method, owner in self._owners.items():
            owner.__dict__.pop(method, None)

    def repeat(self, page: Page, calls: Iterable[Any]) -> None:
        for method, given, named in calls:
            getattr(self._owners[method], method)(*(one or page for one in given), **named)

    def of(self, path: str) -> list[Any]:
        return self._calls.get(path, [])


class _Warnings(logging.Handler):
    """Notes the pages that somebody is warned of while they are converted, or would be: `mkdocs
    build -q` keeps warnings to itself, and the next build has to give them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.pages: set[str] = set()
        self._page = ""
        self._logger = logging.getLogger("mkdocs")
        self._level = self._logger.level

    def attach(self, page: str) -> None:
        self._page, self._level = page, self._logger.level
        for other in self._logger.handlers:
            other.addFilter(self._is_told)
        self._logger.setLevel(min(self._level, logging.WARNING))
        self._logger.addHandler(self)

    def detach(self) -> None:
        self._logger.removeHandler(self)
        self._logger.setLevel(self._level)
        for other in self._logger.handlers:
            other.removeFilter(self._is_told)

    def _is_told(self, record: logging.LogRecord) -> bool:
        return record.levelno >= self._level

    def emit(self, record: logging.LogRecord) -> None:
        self.pages.add(self._page)
