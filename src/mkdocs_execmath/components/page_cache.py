"""What was made of a page by Markdown and its extensions, which also run its code blocks: kept
until something changes that it was made from.

That is its own text; the code that its blocks import, and the equations that they ask about; the
names of all pages, which it links to, and the other files beside them; the settings, and the
programs that convert it; and each file that was opened while it was converted, wherever that is. A
block that reads the clock is beyond that: its page is made anew each time.
"""

from __future__ import annotations

import json
import logging
import re
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from execmath.code.blocks import text_of
from execmath.runtime.cache import digest
from execmath.runtime.fingerprint import installation
from mkdocs_execmath.components import opened_files
from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.components.opened_files import Opened

DOCUMENTED = re.compile(r"^[ \t]*#* *::: *(\w+)", re.MULTILINE)  # a package, by mkdocstrings


class PageCache(Component):
    """The pages of one build, each from before to after its conversion."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}  # of the pages that are converted, by path
        self._recalled: dict[str, Any] = {}  # those that are as they were
        self._opened = Opened()
        self._names: _Names
        self._warnings: _Warnings

    def read(self, files: Files, build: Build) -> None:
        config = build.config
        build.ground = digest(build.packages, installation(), *_settings(config),
                              *_names_and_states(files, config.docs_dir))
        self._keys, self._recalled = {}, {}
        self._names, self._warnings = _Names(config), _Warnings()

    def before_conversion(self, markdown: str, build: Build, page: Page) -> str | None:
        """If the page is as it was, there is nothing to convert."""
        path = page.file.src_uri
        packages = {*build.settings.options.reload}
        # A page that documents packages may show their source, with its comments.
        source = text_of(sorted(packages)) if DOCUMENTED.search(markdown) else ""
        self._keys[path] = key = digest(build.ground, path, _header(page), markdown, source)
        cached = build.cache.load(key)
        if cached is not None and opened_files.is_as_it_was(cached["opened"], build.site):
            self._recalled[path] = cached
            build.recalled.add(path)
            # To make Markdown ready for a page takes as long as all else that is left to do for it.
            page.content, page.render = "", _nothing  # type: ignore[method-assign]
            return ""
        self._warnings.attach(path)
        self._names.record(path)
        if not packages.issuperset(DOCUMENTED.findall(markdown)):
            del self._keys[path]  # it shows code whose changes nobody has an eye on
        self._opened = Opened([build.settings.folder], page.file.abs_src_path or "")
        opened_files.listen(self._opened)
        return None

    def after_conversion(self, content: str, build: Build, page: Page) -> str | None:
        """The content of a page that is as it was; what else is known of it is told anew. Any other
        is cached for the next build, if there is nothing wrong with it."""
        path = page.file.src_uri
        if (cached := self._recalled.get(path)) is not None:
            page.title, page.toc = cached["title"], get_toc(cached["toc"])
            page.present_anchor_ids = set(cached["anchors"])
            page.links_to_anchors = {build.files.src_uris[target]: anchors
                                     for target, anchors in cached["links"].items()}
            self._names.repeat(page, cached["names"])
            return str(cached["content"])
        self._warnings.detach()
        self._names.stop()
        opened_files.stop_listening(self._opened)
        if not any(problem.page == path for problem in build.diagnostics):
            self._keep(page, content, build)
        return None

    def _keep(self, page: Page, content: str, build: Build) -> None:
        """But a page that somebody was warned of is warned of again."""
        path = page.file.src_uri
        self._opened.add_modules()
        if (run := build.runs.get(path)) is not None:
            self._opened.add_all(run.opened)
        if path not in self._keys or path in self._warnings.pages or not self._opened.is_all:
            return
        build.cache.store(self._keys[path], {
            "content": content,
            "title": str(page.title),
            "toc": _tokens(page.toc),
            "anchors": sorted(page.present_anchor_ids or ()),
            "links": {file.src_uri: anchors
                      for file, anchors in (page.links_to_anchors or {}).items()},
            "names": self._names.of(path),
            "opened": self._opened.state(build.site),
        })


def _nothing(config: MkDocsConfig, files: Files) -> None:
    """In the place of the conversion of a page that is as it was."""


# ------------------------------------------------------------------ what a page is made from


def _settings(config: MkDocsConfig) -> list[str]:
    """As they are in force, whatever files and variables they come from."""
    with warnings.catch_warnings():
        # MkDocs says of it that it uses it no longer itself, and would tell every author.
        warnings.simplefilter("ignore", DeprecationWarning)
        read = config.user_configs
    # `mkdocs serve` puts the site into another folder each time, of which no page says anything.
    read = [{name: value for name, value in one.items() if name != "site_dir"} for one in read]
    return [json.dumps(read, sort_keys=True, default=_named), str(config.site_url)]


def _named(value: object) -> str:
    """A value that YAML names, such as a function."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', value)}"


def _header(page: Page) -> str:
    return json.dumps(page.meta, sort_keys=True, default=str)


def _names_and_states(files: Files, folder: str) -> list[str]:
    """The names of all, and of those beside the pages the size and the time."""
    names = sorted(files.src_uris)
    for file in files:
        if file.src_dir == folder and not file.is_documentation_page() and file.abs_src_path:
            state = Path(file.abs_src_path).stat()
            names.append(f"{file.src_uri} {state.st_size} {state.st_mtime_ns}")
    return names


def _tokens(toc: TableOfContents | Iterable[AnchorLink]) -> list[dict[str, Any]]:
    """A table of contents in the form in which Markdown hands it over."""
    return [{"level": item.level, "id": item.id, "name": item.title,
             "children": _tokens(item.children)} for item in toc]


# ----------------------------------------------------------------------- what else it says


class _Names:
    """What mkdocstrings tells others, while a page is converted, of the names that it documents."""

    def __init__(self, config: MkDocsConfig) -> None:
        references, docstrings = config.plugins.get("autorefs"), config.plugins.get("mkdocstrings")
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
        def recorded(*given: Any, **named: Any) -> Any:
            # A page is told of itself: the one that is converted.
            calls.append([method, ["" if isinstance(one, Page) else one for one in given], named])
            return call(*given, **named)
        return recorded

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
