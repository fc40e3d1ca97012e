"""The adapter to MkDocs, thin: read and execute the pages, render them, or refuse.

The order of events matters. All pages are executed before the first is converted, so that code
blocks find every label; all are converted before anything is written; and what is written goes to
a folder beside the site, which takes the site's place when it is complete.
"""

from __future__ import annotations

import json
import logging
import shutil
import sys
from concurrent.futures import wait
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_build_date, get_relative_url

from execmath.code import active_site
from execmath.documents import addresses, register
from execmath.documents.addresses import Publisher
from execmath.documents.diagnostics import Diagnostic, report
from execmath.documents.markdown import COMMENT
from execmath.documents.proofs import Proofs
from execmath.documents.site import Site, read_pages
from execmath.runtime import fingerprint, workers
from execmath.runtime.cache import Cache
from mkdocs_execmath.components import equation_folders, material_patches, site_files
from mkdocs_execmath.components.build import Build
from mkdocs_execmath.components.code_fences import Watcher
from mkdocs_execmath.components.equation_folders import PICTURE, EquationFolders
from mkdocs_execmath.components.page_cache import PageCache
from mkdocs_execmath.components.staging import Staging
from mkdocs_execmath.html import equation_pages, proof_pages
from mkdocs_execmath.html.artifacts import Artifacts
from mkdocs_execmath.html.page_renderer import ALTERED, INDEX, INDEX_TEXT, Renderer
from mkdocs_execmath.publishing import llms, preview_tags
from mkdocs_execmath.search import index as search
from mkdocs_execmath.typesetting.formulas import Typeset

log = logging.getLogger("mkdocs.plugins.execmath")

ASSETS = "assets/execmath"


class ExecmathConfig(Config):  # type: ignore[no-untyped-call]
    reload = config_options.ListOfItems(config_options.Type(str), default=[])
    """Packages that code blocks import, loaded anew for each build and watched by `serve`."""
    cache = config_options.Type(str, default=".cache/execmath")
    """Where verdicts, reports and typeset formulas are kept, relative to mkdocs.yml."""
    formal = config_options.Type(str, default="")
    """The folder of formal proofs, relative to mkdocs.yml; without it nothing is proved."""


class ExecmathPlugin(BasePlugin[ExecmathConfig]):  # type: ignore[no-untyped-call]
    def __init__(self) -> None:
        self.serving = False
        self.watcher = Watcher()
        self.site = Site(Path(), {})
        self.problems: list[Diagnostic] = []
        self.register = register.Register()
        self.publisher = Publisher("")
        self.sources: dict[str, llms.Source] = {}
        self.typeset = Typeset({}, {})
        self.altered: dict[tuple[str, str], str] = {}  # for the pages of equations, not typeset yet
        self.equations: dict[str, Page] = {}  # by label
        self.template = ""  # of their pages, as MkDocs has made it
        self.indexed: search.Indexed | None = None
        self.shown = ""  # the content of a page, while the search reads another
        self.staging: Staging | None = None
        self.cache: Cache
        self.page_cache: PageCache
        self.build: Build

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"
        workers.switch_often()
        if not self.serving:
            workers.hardly_collect()

    # Behind markdown-exec, whose fences are wrapped.
    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.problems = []
        self._forget_modules()
        self.cache = Cache(self._folder(config))
        fingerprint.keep_in(self.cache)
        self.watcher.start_build(self.cache, self.config.reload)
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
            self.staging = Staging(Path(config.site_dir))
            config.site_dir = str(self.staging.folder)
        return config

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
        proofs = self._examine(config, order)
        self.problems += self.site.ledger.problems
        unread = [file.src_uri for file in files.documentation_pages()
                  if file.src_uri not in self.site.pages]
        self.problems += [Diagnostic(path, 1, "", "this page is not read; its name must end in .md")
                          for path in unread]
        log.info("execmath: %s", self.site.ledger.timed_summary())
        self._show_proofs(proofs, config, files)
        self.register = register.read(Path(config.docs_dir))
        self.publisher = Publisher(config.site_name, config.site_url or "",
                                   config.site_author or "", get_build_date())
        if files.get_file_from_path(INDEX) is None:
            files.append(File.generated(config, INDEX, content=INDEX_TEXT))
        files.append(File.generated(config, equation_pages.TEMPLATE,
                                    content=equation_pages.TEMPLATE_TEXT,
                                    inclusion=InclusionLevel.NOT_IN_NAV))
        self.equations = {label: _page_of(label, config) for label in self.site.ledger.results}
        self.page_cache = PageCache(self.cache, config, files,
                                       self.site.pages, self.config.reload, self.watcher.packages)
        if (docstrings := config.plugins.get("mkdocstrings")) is not None:
            for handler in docstrings.handlers.seen_handlers:
                self._keep_templates(handler.env, config)
        return files

    def _examine(self, config: MkDocsConfig, order: list[str]) -> Proofs | None:
        root, docs = Path(config.config_file_path or ".").parent, Path(config.docs_dir)
        formal = (root / self.config.formal, self.config.formal) if self.config.formal else None
        self.build = Build(config.site_name, docs, read_pages(docs, order), formal,
                                       self.cache, self._folder(config))
        self.site = self.build.site
        active_site.use(self.site)
        return self.build.proofs

    def _show_proofs(self, proofs: Proofs | None, config: MkDocsConfig, files: Files) -> None:
        """Make a page of each file of proofs."""
        if proofs is None:
            return
        self.problems += proofs.problems
        log.info("execmath: %s", self.site.ledger.proofs_summary())
        for path, markdown in proof_pages.pages(proofs).items():
            files.append(File.generated(config, path, content=markdown,
                                        inclusion=InclusionLevel.NOT_IN_NAV))

    # ------------------------------------------------------------------- page by page

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        path = page.file.src_uri
        if self.page_cache.begin(page, markdown):
            return ""
        source = self.site.pages.get(path)
        self.watcher.start_page(path, self.page_cache.ground, source.blocks if source else ())
        if source is None:
            return markdown
        markdown = COMMENT.sub(lambda m: "" if "execmath:" in m[0] else m[0], markdown)
        return self.watcher.number_fences(markdown, source.blocks)

    # Before others read what is known of the page.
    @event_priority(100)
    def on_page_content(self, content: str, *, page: Page, **_: Any) -> str:
        """Tell MkDocs of the labels, so that its check of links knows them as anchors."""
        known = self.page_cache.end(page)
        content = self._checked(page, content) if known is None else known
        if page.present_anchor_ids is not None:
            results = self.site.ledger.of_page(page.file.src_uri)
            page.present_anchor_ids |= {result.label for result in results}
        return content

    def _checked(self, page: Page, content: str) -> str:
        """The content of a page whose blocks were run just now, and what they did wrong."""
        path, problems = page.file.src_uri, list[Diagnostic]()
        if (source := self.site.pages.get(path)) is not None:
            problems = list(self.watcher.problems(path, source.blocks, content))
            self.problems += problems
        content = self.watcher.without_tokens(path, content)
        if not problems:
            self.watcher.keep()
            self.page_cache.keep(page, content)
        return content

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """All pages are converted and nothing is written: typeset, render, or refuse."""
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        renderer = self._renderer(config, pages, files)
        self.problems += dict.fromkeys(renderer.problems())
        if not self.problems:
            self.build.begin_to_draw()
        typesetter, known = self.build.typesetter, len(self.problems)
        filled = typesetter.fill(self._written(renderer, pages))
        self.problems += dict.fromkeys(renderer.not_typeset(filled.errors))
        if self.problems and not self.serving:
            raise PluginError("\n" + report(self.problems))
        if self.problems:
            log.error("execmath:\n%s", report(self.problems))
        if len(self.problems) > known:
            filled = typesetter.fill(self._written(renderer, pages))
        parts = renderer.equations()
        self.altered = {name: html for name, html in parts.items() if name[1] == ALTERED}
        said = {name: html for name, html in parts.items() if name[1] != ALTERED}
        self.typeset = filled | typesetter.fill(said)
        for page in pages:
            page.content = self.typeset.html[page.file.src_uri]
        self._keep_templates(env, config)
        if (found := config.plugins.get("material/search")) is not None:
            self.indexed = search.Indexed(found.search_index, self.cache)
        self._add_assets(config, files)
        for path, text in site_files.files(self.site, self.register, self.publisher):
            _add(config, files, path, content=text)
        return env

    def _keep_templates(self, env: Any, config: MkDocsConfig) -> None:
        """A theme's templates, compiled, are as good as ever when the next build begins."""
        templates = self._folder(config) / "templates"
        templates.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(templates))

    def _written(self, renderer: Renderer, pages: list[Page]) -> dict[str, str]:
        """Each page with the problems that are known of it."""
        return {path: renderer.page(path, [p for p in self.problems if p.page == path])
                for path in (page.file.src_uri for page in pages)}

    def _renderer(self, config: MkDocsConfig, pages: list[Page], files: Files) -> Renderer:
        urls = {file.src_uri: file.url for file in files}
        urls |= {page.file.src_uri: page.url for page in self.equations.values()}
        return Renderer(
            self.site, self.register,
            contents={page.file.src_uri: page.content or "" for page in pages},
            titles={page.file.src_uri: str(page.title) for page in pages},
            href=lambda origin, target: get_relative_url(urls[target], urls[origin]),
            cache=self.cache,
        )

    def _folder(self, config: MkDocsConfig) -> Path:
        """Where what was worked out is kept."""
        return Path(config.config_file_path or ".").parent / self.config.cache

    # ------------------------------------------------------------------ what else is published

    def _add_assets(self, config: MkDocsConfig, files: Files) -> None:
        for name in ("execmath.css", "execmath.js"):
            source = Path(__file__).with_name("assets") / name
            _add(config, files, f"{ASSETS}/{name}", abs_src_path=str(source))
        for file in list(files):
            for script, made in ((search.WORKER, search.worker), (search.BUNDLE, search.patient)):
                if script.fullmatch(file.src_uri):
                    _add(config, files, file.src_uri, content=made(file.content_string))

    # Material's search reads the page here, between the two.
    @event_priority(100)
    def _before_the_search(self, /, context: Any, *, page: Page, **_: Any) -> None:
        self.shown, known = page.content or "", False
        if self.indexed is not None:
            meta = json.dumps(page.meta, sort_keys=True, default=str)
            known = self.indexed.recall(page.url, str(page.title), meta, self.shown)
        page.content = "" if known else search.plain(self.shown)

    @event_priority(-100)
    def _behind_the_search(self, /, context: Any, *, page: Page, **_: Any) -> None:
        page.content = self.shown
        if self.indexed is not None:
            self.indexed.keep()

    on_page_context = CombinedEvent(_before_the_search, _behind_the_search)

    # ---------------------------------------------------------------------- the head of a page

    # Behind every plugin that adds to a page.
    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        path = page.file.src_uri
        if path == equation_pages.TEMPLATE:
            self.template = self._secured(output)  # what is cast into it holds no scripts
            return self.template
        description = str(page.meta.get("description") or config.site_description or "")
        label = str(page.meta.get("equation") or self._pictured_on(path))
        tags = self._preview(page, label, description).tags()
        if path in self.site.pages:
            source = llms.Source(str(page.title), llms.source_address(page.url), description)
            self.sources[path] = source
            href = get_relative_url(source.address, page.url)
            tags += preview_tags.alternate("text/markdown", href, "The source of this page")
        return self._secured(preview_tags.with_tags(output, tags))

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """The map of the site knows the pages of equations, and not their mold."""
        if template_name == "sitemap.xml":
            shown = [file for file in context["pages"] if file.src_uri != equation_pages.TEMPLATE]
            context["pages"] = shown + [page.file for page in self.equations.values()]
        return context

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return self._secured(output) if template_name.endswith(".html") else output

    def _secured(self, output: str) -> str:
        """`mkdocs serve` adds a script of its own to a page, behind this."""
        output = material_patches.mended(output)
        return output if self.serving else preview_tags.with_policy(output)

    def _preview(self, page: Page, label: str, description: str) -> preview_tags.Preview:
        picture = f"{addresses.address(label)}{PICTURE}" if label in self.equations else ""
        publisher = self.publisher
        return preview_tags.Preview(
            str(page.title), description, publisher.name,
            url=page.canonical_url or "",
            image=publisher.absolute(picture) if picture and publisher.url else "",
            image_says=f"The equation {label}, typeset",
        )

    def _pictured_on(self, path: str) -> str:
        """A page without an equation of its own choice is pictured by its last claim."""
        claims = [result.label for result in self.site.ledger.of_page(path)
                  if result.kind == "claim"]
        return claims[-1] if claims else ""

    # ------------------------------------------------------------------ the site, whole or not

    # Before the search writes its index.
    @event_priority(100)
    def _cast_equations(self, /, *, config: MkDocsConfig) -> None:
        """Write the page of each equation, and let the search know it."""
        root = Path(config.site_dir)
        if self.indexed is not None:
            equation_folders.index(self.typeset, self.equations, self.indexed)
        # What went wrong there goes wrong here again, and is told.
        wait([self.build.typesetting])
        self.typeset |= self.build.typesetter.fill(self.altered)
        wait([self.build.drawing])
        self.build.pictures.draw()
        shutil.rmtree(root / addresses.address(equation_pages.NAME))
        EquationFolders(self.site, self.register, self.publisher, self.typeset, self.build.pictures,
                 lambda label, said: self._preview(self.equations[label], label, said)
                 ).write(root, self.template,
                         Artifacts(self._folder(config) / "equations", self.cache))
        self._write_styles(root / ASSETS)

    def _write_styles(self, folder: Path) -> None:
        """Of all formulas, which are known by now."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "typeset.css").write_text(self.typeset.css, encoding="utf-8")
        for name, font in self.typeset.fonts.items():
            (folder / name).write_bytes(font)

    # Behind every plugin that writes into the site.
    @event_priority(-100)
    def _complete(self, /, *, config: MkDocsConfig) -> None:
        site_files.add_to(Path(config.site_dir), self.site, self.sources, self.publisher,
                           config.site_description or "", self.cache)
        if self.staging is not None:
            self.staging.complete()
            config.site_dir, self.staging = str(self.staging.site), None
            workers.hardly_collect()  # nor at the end, when Python would go over all once more

    on_post_build = CombinedEvent(_cast_equations, _complete)

    def on_build_error(self, *, error: Exception) -> None:
        if self.staging is not None:
            self.staging.discard()


def _add(config: MkDocsConfig, files: Files, path: str, **source: Any) -> None:
    """A file of the site that is made anew by each build."""
    if (old := files.get_file_from_path(path)) is not None:
        files.remove(old)
    files.append(File.generated(config, path, **source))


def _page_of(label: str, config: MkDocsConfig) -> Page:
    """What MkDocs and the search ask of the page of an equation."""
    file = File.generated(config, equation_pages.path(label), content="")
    page = Page(addresses.title(label), file, config)
    page.toc, page.meta = TableOfContents([]), {}
    return page


def _flatten(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    if isinstance(nav, dict):
        return [path for item in nav.values() for path in _flatten(item)]
    return [path for item in nav or [] for path in _flatten(item)]
