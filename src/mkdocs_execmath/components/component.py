"""What the parts of a build have in common: what they are handed, and the hooks they may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from execmath.documents.addresses import Publisher
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.proofs import Proofs
from execmath.documents.register import Register
from execmath.documents.site import Site
from execmath.runtime import fingerprint
from execmath.runtime.cache import Cache
from execmath.runtime.codes import Code
from mkdocs_execmath import codes
from mkdocs_execmath.components.block_runs import PageRun
from mkdocs_execmath.config import ExecmathConfig
from mkdocs_execmath.html.page_renderer import Renderer
from mkdocs_execmath.publishing.history import History
from mkdocs_execmath.publishing.social_card import Pictures
from mkdocs_execmath.publishing.titles import Titles
from mkdocs_execmath.typesetting.formulas import Typeset, Typesetter


@dataclass(frozen=True)
class Settings:
    """What is known before any file is.

    folder  where what was worked out is kept, by `cache` and beside it
    """

    config: MkDocsConfig
    options: ExecmathConfig
    is_serving: bool
    folder: Path
    cache: Cache

    @classmethod
    def of(cls, config: MkDocsConfig, options: ExecmathConfig, is_serving: bool) -> Settings:
        folder = Path(config.config_file_path or ".").parent / options.cache
        cache = Cache(folder)
        fingerprint.keep_in(cache)
        return cls(config, options, is_serving, folder, cache)

    @property
    def is_material(self) -> bool:
        """Whether the theme is Material for MkDocs, whose pages this package knows its way in."""
        return self.config.theme.name == "material"

    @property
    def spare(self) -> Path:
        """Where the folders of equations lie that the site before had, until they are wanted."""
        # MkDocs leaves what is hidden where it is, and serves from a folder on any disk.
        return (Path(self.config.site_dir) / ".equations" if self.is_serving
                else self.folder / "spare")

    @property
    def root(self) -> Path:
        """The folder of mkdocs.yml."""
        return Path(self.config.config_file_path or ".").parent


@dataclass
class Build:
    """One build, from its first file on: what was read and found, and what has been made of it.

    drawing  what is made beside the pages
    """

    settings: Settings
    files: Files
    site: Site
    proofs: Proofs | None
    register: Register
    publisher: Publisher
    titles: Titles
    typesetter: Typesetter
    pictures: Pictures
    drawing: Future[None]
    packages: str = ""  # the digest of what the blocks import
    ground: str = ""  # and of all that any page depends on besides its text and what it opens
    runs: Mapping[str, PageRun] = field(default_factory=dict)  # of the blocks, by page
    diagnostics: list[Diagnostic] = field(default_factory=list)
    history: History = field(default_factory=dict)  # of the equations, from the repository
    equations: Mapping[str, Page] = field(default_factory=dict)  # the page of each, by its label
    recalled: set[str] = field(default_factory=set)  # pages that are as they were
    converted: dict[str, str] = field(default_factory=dict)  # content of pages, before typesetting
    rendered: dict[str, str] = field(default_factory=dict)  # and as it is given to the theme
    elsewhere: dict[str, Counter[str]] = field(default_factory=dict)  # typeset outside contents
    typeset: Typeset = field(default_factory=lambda: Typeset({}, {}))  # pages and equations
    renderer: Renderer = field(init=False)  # once all pages are converted

    @property
    def cache(self) -> Cache:
        return self.settings.cache

    @property
    def config(self) -> MkDocsConfig:
        return self.settings.config

    def diagnose(self, code: Code, page: str, line: int, message: str, label: str = "") -> None:
        self.diagnostics.append(codes.diagnostic(code, page, line, label, message))

    def line_of(self, path: str, excerpt: str) -> int:
        """The line of a page's source on which a piece of it stands; 1 if it is not there."""
        file = self.files.get_file_from_path(path)
        text = file.content_string if file is not None else ""
        pieces = (excerpt.strip(), excerpt.strip("()[]\\$ "), excerpt.rstrip(">").strip())
        place = next((text.index(piece) for piece in pieces if piece and piece in text), 0)
        return text.count("\n", 0, place) + 1

    def add_file(self, path: str, **source: Any) -> None:
        """Add a file to the site that is made anew by each build."""
        if (old := self.files.get_file_from_path(path)) is not None:
            self.files.remove(old)
        self.files.append(File.generated(self.config, path, **source))


class Component:
    """One thing that a build does. A hook that is given a text, or the like, as the first argument
    returns what is to take its place, or None where it stays as it is."""

    def configure(self, config: MkDocsConfig, settings: Settings) -> None:
        """The configuration is read; nothing else is."""

    def watch(self, server: Any, settings: Settings) -> None:
        """`mkdocs serve` is about to begin."""

    def begin(self, settings: Settings) -> None:
        """A build begins."""

    def read(self, files: Files, build: Build) -> None:
        """The files are known, and all equations are executed."""

    def before_conversion(self, markdown: str, build: Build, page: Page) -> str | None:
        """A page is about to be converted."""

    def after_conversion(self, content: str, build: Build, page: Page) -> str | None:
        """A page is converted."""

    def assemble(self, environment: Any, build: Build) -> None:
        """All pages are converted and nothing is written."""

    def before_search(self, context: Any, build: Build, page: Page) -> None:
        """The search is about to read a page."""

    def after_search(self, context: Any, build: Build, page: Page) -> None:
        """The search has read a page; the theme has not."""

    def finish_page(self, output: str, build: Build, page: Page) -> str | None:
        """A page is finished by the theme and by other plugins."""

    def template_context(self, context: Any, build: Build, template_name: str) -> None:
        """A page of the theme's own is about to be made."""

    def finish_template(self, output: str, build: Build, template_name: str) -> str | None:
        """A page of the theme's own is finished."""

    def write(self, build: Build) -> None:
        """All pages are written; other plugins have not added to them."""

    def complete(self, build: Build) -> None:
        """Every plugin has done its work."""

    def fail(self) -> None:
        """The build is given up."""
