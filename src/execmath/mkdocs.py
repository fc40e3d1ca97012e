"""The adapter to MkDocs, thin: read and execute the pages, render them, or refuse.

The order of events matters. All pages are executed before the first is converted, so that code
blocks find every label; all are converted before anything is written; and what is written goes to
a folder beside the site, which takes the site's place when it is complete.
"""

from __future__ import annotations

import html
import logging
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date, get_relative_url

from execmath import (
    citation,
    equation_pages,
    export,
    progress,
    register,
    render,
    session,
)
from execmath.blocks import Watcher
from execmath.cache import Cache
from execmath.citation import Publisher
from execmath.execute import execute
from execmath.ledger import Problem, report
from execmath.pages import COMMENT, LABEL
from execmath.site import Site, read_site
from execmath.typeset import Formula, Typeset, Typesetter

log = logging.getLogger("mkdocs.plugins.execmath")

ASSETS = "assets/execmath"
INDEX = "equations.md"
INDEX_TABLE = '<div id="execmath-index"></div>'
INDEX_TEXT = f"# Equations\n\nEvery equation of this site, by its label.\n\n{INDEX_TABLE}\n"
DISPLAYED = re.compile(r'<div class="arithmatex">\s*\\\[(.*?)\\\]\s*</div>', re.DOTALL)
INLINE = re.compile(r'<span class="arithmatex">\\\((.*?)\\\)</span>', re.DOTALL)


class ExecmathConfig(Config):  # type: ignore[no-untyped-call]
    reload = config_options.ListOfItems(config_options.Type(str), default=[])
    """Packages that code blocks import, loaded anew for each build and watched by `serve`."""
    cache = config_options.Type(str, default=".cache/execmath")
    """Where verdicts, reports and typeset formulas are kept, relative to mkdocs.yml."""


class ExecmathPlugin(BasePlugin[ExecmathConfig]):  # type: ignore[no-untyped-call]
    def __init__(self) -> None:
        self.serving = False
        self.watcher = Watcher()
        self.site = Site(Path(), {})
        self.problems: list[Problem] = []
        self.register = register.Register()
        self.publisher = Publisher("")
        self.final = Path()
        self.staging: Path | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"

    # Behind markdown-exec, whose fences are wrapped.
    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.problems = []
        self._forget_modules()
        self.watcher.start_build(self._cache(config), self.config.reload)
        fences = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences", [])
        for fence in fences:
            if fence["name"] == "python":
                fence["format"] = self.watcher.wrap(fence["format"])
        for sheet in ("typeset.css", "execmath.css"):
            if f"{ASSETS}/{sheet}" not in config.extra_css:
                config.extra_css.append(f"{ASSETS}/{sheet}")
        if f"{ASSETS}/execmath.js" not in config.extra_javascript:
            config.extra_javascript.append(f"{ASSETS}/execmath.js")
        if not self.serving:
            self._stage(config)
        return config

    def _stage(self, config: MkDocsConfig) -> None:
        self.final = Path(config.site_dir)
        self.staging = self.final.with_name(f".{self.final.name}.next")
        aside = self.final.with_name(f".{self.final.name}.last")
        if aside.exists() and not self.final.exists():
            aside.rename(self.final)  # an earlier build was killed between two renames
        for leftover in (self.staging, aside):
            shutil.rmtree(leftover, ignore_errors=True)
        config.site_dir = str(self.staging)

    def _forget_modules(self) -> None:
        for name in list(sys.modules):
            if name.partition(".")[0] in self.config.reload:
                del sys.modules[name]

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        for name in self.config.reload:
            module = __import__(name)
            server.watch(str(Path(module.__file__ or "").parent))
        return server

    # ------------------------------------------------------------------------ the ledger

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        order = [path for path in _flatten(config.nav) if path.endswith(".md")]
        self.site = read_site(Path(config.docs_dir), order)
        session.use(self.site)
        execute(self.site, cache=self._cache(config), progress=progress.show)
        self.problems += self.site.ledger.problems
        log.info("execmath: %s", self.site.ledger.timed_summary())
        self.register = register.read(Path(config.docs_dir))
        self.publisher = Publisher(config.site_name, config.site_url or "",
                                   config.site_author or "", get_build_date())
        if files.get_file_from_path(INDEX) is None:
            files.append(File.generated(config, INDEX, content=INDEX_TEXT))
        for path, markdown in equation_pages.pages(self.site).items():
            files.append(File.generated(config, path, content=markdown,
                                        inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    # ------------------------------------------------------------------- page by page

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        path = page.file.src_uri
        self.watcher.page = path
        source = self.site.pages.get(path)
        if source is None:
            return markdown
        markdown = COMMENT.sub(lambda m: "" if "execmath:" in m[0] else m[0], markdown)
        return self.watcher.number_fences(markdown, source.blocks)

    def on_page_content(self, content: str, *, page: Page, **_: Any) -> str:
        """Tell MkDocs of the labels, so that its check of links knows them as anchors."""
        if page.present_anchor_ids is not None:
            entries = self.site.ledger.of_page(page.file.src_uri)
            page.present_anchor_ids |= {entry.label for entry in entries}
        return content

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """All pages are converted and nothing is written: typeset, render, or refuse."""
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        for page in pages:
            self._check_blocks(page)
        typeset = self._typeset(config, pages)
        for page in pages:
            self._check_formulas(page, typeset)
        if self.problems and not self.serving:
            self._discard()
            raise PluginError("\n" + report(self.problems))
        if self.problems:
            log.error("execmath:\n%s", report(self.problems))
        formulas = {label: _typeset(tex, typeset) for page in pages
                    for tex, label in map(_tex_and_label, DISPLAYED.finditer(page.content or ""))}
        for page in pages:
            page.content = self._render(page, typeset, formulas, files)
        self._add_assets(config, files, typeset)
        self._add_exports(config, files)
        return env

    def _check_blocks(self, page: Page) -> None:
        path = page.file.src_uri
        if (source := self.site.pages.get(path)) is not None:
            found = self.watcher.problems(path, source.blocks, page.content or "")
            self.problems += [Problem(path, line, "", message) for line, message in found]
        page.content = self.watcher.without_tokens(path, page.content or "")

    # ------------------------------------------------------------------------ typesetting

    def _typeset(self, config: MkDocsConfig, pages: list[Page]) -> Typeset:
        formulas = [formula for page in pages for formula, _ in _formulas(page.content or "")]
        return Typesetter(self._cache(config)).typeset(formulas)

    def _cache(self, config: MkDocsConfig) -> Cache:
        return Cache(Path(config.config_file_path or ".").parent / self.config.cache)

    def _check_formulas(self, page: Page, typeset: Typeset) -> None:
        path = page.file.src_uri
        for formula, label in _formulas(page.content or ""):
            if (message := typeset.errors.get(formula)) is not None:
                line = self._line_of(path, formula, label)
                shown = " ".join(formula.tex.split())[:80]
                problem = Problem(path, line, label, f"cannot be typeset: {message}\n      {shown}")
                if problem not in self.problems:
                    self.problems.append(problem)

    def _line_of(self, path: str, formula: Formula, label: str) -> int:
        """Where a formula stands in its page."""
        if (entry := self.site.ledger.entries.get(label)) is not None:
            return entry.display.line
        source = self.site.root / path
        text = source.read_text(encoding="utf-8") if source.exists() else ""
        place = text.find(formula.tex.strip())
        return text.count("\n", 0, place) + 1 if place >= 0 else 1

    # ------------------------------------------------------------------------- rendering

    def _render(self, page: Page, typeset: Typeset, formulas: dict[str, str],
                files: Files) -> str:
        path = page.file.src_uri
        mine = [problem for problem in self.problems if problem.page == path]
        ledger = self.site.ledger

        def place(label: str) -> str:
            """Where an equation stands in a derivation."""
            target = ledger.entries[label].page
            return f"{'' if target == path else self._href(target, page, files)}#{label}"

        def home(label: str) -> str:
            """The equation's own page."""
            return self._href(equation_pages.path(label), page, files)

        def displayed(match: re.Match[str]) -> str:
            tex, label = _tex_and_label(match)
            if (entry := ledger.entries.get(label)) is None:
                return f'<div class="execmath-formula">{_typeset(tex, typeset)}</div>'
            wrong = [problem for problem in mine if problem.label == label]
            return render.card(entry, formulas[label], place, ledger, home(label), wrong)

        def own(match: re.Match[str]) -> str:
            entry = ledger.entries[match[1]]
            where = render.where(entry, place(entry.label), self._title(entry.page, files))
            notices = [render.notice(label, retired.date)
                       for label, retired in self.register.retired.items()
                       if self.register.successor(label) == entry.label]
            return render.equation(entry, formulas.get(entry.label, ""), home, ledger, where,
                                   notices)

        content = DISPLAYED.sub(displayed, page.content or "")
        content = equation_pages.HERE.sub(own, content)
        content = INLINE.sub(lambda m: typeset.html.get(Formula(_tex(m), False), ""), content)
        if INDEX_TABLE in content:
            content = content.replace(INDEX_TABLE, render.index(ledger, home))
        return render.banner(mine) + content

    def _href(self, path: str, page: Page, files: Files) -> str:
        target = files.get_file_from_path(path)
        assert target is not None, path
        return get_relative_url(target.url, page.url)

    def _title(self, path: str, files: Files) -> str:
        target = files.get_file_from_path(path)
        return str(target.page.title) if target is not None and target.page is not None else path

    def _add_assets(self, config: MkDocsConfig, files: Files, typeset: Typeset) -> None:
        for name in ("execmath.css", "execmath.js"):
            source = Path(__file__).with_name("assets") / name
            _add(config, files, f"{ASSETS}/{name}", abs_src_path=str(source))
        _add(config, files, f"{ASSETS}/typeset.css", content=typeset.css)
        for font in typeset.fonts:
            _add(config, files, f"{ASSETS}/{font.name}", abs_src_path=str(font))

    def _add_exports(self, config: MkDocsConfig, files: Files) -> None:
        """What other programs, and people who copy, take from the site."""
        ledger, publisher = self.site.ledger, self.publisher
        schema = Path(__file__).with_name("assets") / export.SCHEMA
        _add(config, files, export.SCHEMA, abs_src_path=str(schema))
        _add(config, files, "equations.json",
             content=export.everything(ledger, self.register, publisher))
        for entry in ledger.entries.values():
            folder = citation.address(entry.label)
            published = self.register.dates.get(entry.label, "")
            for name, text in citation.texts(entry, publisher, published).items():
                _add(config, files, f"{folder}{name}", content=text)
            one = export.equation(entry, ledger, self.register, publisher)
            _add(config, files, f"{folder}index.json", content=export.dumps(one))
        for label in self.register.retired:
            page = equation_pages.redirect(label, self.register, publisher)
            _add(config, files, f"{citation.address(label)}index.html", content=page)

    # ------------------------------------------------------------------ the site, whole or not

    # Behind every plugin that writes into the site.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.staging is None:
            return
        aside = self.final.with_name(f".{self.final.name}.last")
        if self.final.exists():
            self.final.rename(aside)
        self.staging.rename(self.final)
        shutil.rmtree(aside, ignore_errors=True)
        config.site_dir, self.staging = str(self.final), None

    def on_build_error(self, *, error: Exception) -> None:
        self._discard()

    def _discard(self) -> None:
        if self.staging is not None:
            shutil.rmtree(self.staging, ignore_errors=True)


def _add(config: MkDocsConfig, files: Files, path: str, **source: Any) -> None:
    """A file of the site that is made anew by each build."""
    if (old := files.get_file_from_path(path)) is not None:
        files.remove(old)
    files.append(File.generated(config, path, **source))


def _flatten(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    if isinstance(nav, dict):
        return [path for item in nav.values() for path in _flatten(item)]
    return [path for item in nav or [] for path in _flatten(item)]


def _tex(match: re.Match[str]) -> str:
    return html.unescape(match[1])


def _tex_and_label(match: re.Match[str]) -> tuple[str, str]:
    tex = _tex(match)
    labels = LABEL.findall(tex)
    return LABEL.sub("", tex).strip(), labels[0] if labels else ""


def _pieces(tex: str) -> list[Formula]:
    r"""A display and its hypotheses, which may go to a line of their own on a small screen."""
    body, mark, hypotheses = tex.partition(r"\qquad")
    if not mark or body.count(r"\begin") != body.count(r"\end"):
        return [Formula(tex, True)]
    return [Formula(part.strip(), True) for part in (body, hypotheses)]


def _typeset(tex: str, typeset: Typeset) -> str:
    return "".join(typeset.html.get(piece, "") for piece in _pieces(tex))


def _formulas(content: str) -> list[tuple[Formula, str]]:
    """The formulas of a converted page, each with its label if it is displayed."""
    found = []
    for match in DISPLAYED.finditer(content):
        tex, label = _tex_and_label(match)
        found += [(piece, label) for piece in _pieces(tex)]
    return found + [(Formula(_tex(match), False), "") for match in INLINE.finditer(content)]
