"""All that is found out about a site before the first of its pages is converted: what its displays
say, whether they hold, and what the prover tells. And what Node makes of it begins."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_date

from execmath.code import active_site
from execmath.documents import markdown, register, unread
from execmath.documents.addresses import Publisher
from execmath.documents.proofs import Proofs
from execmath.documents.snapshot import Snapshot
from execmath.runtime import progress, workers
from mkdocs_execmath import codes
from mkdocs_execmath.components.component import Build, Component, Settings
from mkdocs_execmath.html import page_audit, proof_pages
from mkdocs_execmath.publishing import titles
from mkdocs_execmath.publishing.social_card import Pictures
from mkdocs_execmath.typesetting.formulas import Typesetter

log = logging.getLogger("mkdocs.plugins.execmath")
HTML = (".html", ".htm", ".xhtml")


def check(files: Files, settings: Settings) -> Build:
    """Read the pages that MkDocs has in its list, and execute them."""
    docs, cache = Path(settings.config.docs_dir), settings.cache
    pages = read_pages(files, settings)
    recalled = Snapshot(docs, pages, cache)
    site, typesetter = recalled.site, Typesetter(cache)
    proofs = _proofs(settings, recalled)
    with ExitStack() as beside:
        if proofs is not None:
            # On all cores it would take half as long again, and so would the executing.
            few = max(workers.cores() - 1, 1)
            beside.enter_context(proofs.proving(settings.folder / "formal", few))
        if not recalled.is_executed:
            # Only here: without a new equation a build starts without the arithmetic.
            from execmath.documents.scheduler import execute

            execute(site, cache=cache, progress=progress.show)
            recalled.keep()
    active_site.use(site)
    written = titles.read(docs)
    return Build(settings, files, site, proofs, register.read(docs),
                 _publisher(settings, written), written, typesetter,
                 Pictures(site.ledger.results.values(), settings.config.site_name, cache),
                 nothing())


def _proofs(settings: Settings, recalled: Snapshot) -> Proofs | None:
    name = settings.options.formal
    ledger = recalled.site.ledger
    return Proofs(ledger, settings.root / name, name, settings.cache) if name else None


def _publisher(settings: Settings, written: titles.Titles) -> Publisher:
    config = settings.config
    return Publisher(config.site_name, config.site_url or "", config.site_author or "",
                     get_build_date(), written.of)


def read_pages(files: Files, settings: Settings) -> dict[str, markdown.Page]:
    """The pages that this build publishes, in reading order: those of the navigation first."""
    level = InclusionLevel.is_in_serve if settings.is_serving else InclusionLevel.is_included
    listed = {file.src_uri: file
              for file in [*files.documentation_pages(inclusion=level), *_posts(settings.config)]
              if file.src_uri.endswith(".md")}
    first = [path for path in _flatten(settings.config.nav) if path in listed]
    return {path: markdown.parse_page(listed[path].content_string, path)
            for path in dict.fromkeys([*first, *sorted(listed)])}


def _posts(config: MkDocsConfig) -> list[File]:
    """Those that Material's blog publishes, and hides from MkDocs until there is a navigation."""
    blogs = [getattr(plugin, "blog", None) for plugin in config.plugins.values()]
    return [post.file for blog in blogs for post in getattr(blog, "posts", [])]


def _flatten(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    if isinstance(nav, dict):
        return [path for item in nav.values() for path in _flatten(item)]
    return [path for item in nav or [] for path in _flatten(item)]


def _audit_page(file: File, build: Build) -> None:
    for fault in page_audit.faults_of_source(file.content_string):
        build.diagnose(fault.code, file.src_uri, 1, fault.message)


def _audit_copied(file: File, build: Build) -> None:
    """HTML that goes to the site as it is."""
    html = file.content_bytes.decode(errors="replace")
    for fault in page_audit.faults_of_copied(html):
        build.diagnose(fault.code, file.src_uri, 1, f"{fault.message}: {fault.excerpt}")


class Checking(Component):
    """Tells of what was found out, and makes pages of the proofs."""

    def read(self, files: Files, build: Build) -> None:
        ledger = build.site.ledger
        build.diagnostics += ledger.problems
        build.diagnostics += build.titles.problems(ledger)
        for file in files.documentation_pages():
            if file.src_uri not in build.site.pages:
                build.diagnose(codes.PAGE_NOT_READ, file.src_uri, 1, unread.NO_PAGE)
            elif not file.generated_by:
                _audit_page(file, build)
        for file in files:
            if file.src_uri.lower().endswith(HTML) and not file.generated_by:
                _audit_copied(file, build)
        log.info("execmath: %s", ledger.timed_summary())
        if build.proofs is not None:
            build.diagnostics += build.proofs.problems
            log.info("execmath: %s", ledger.proofs_summary())
            for path, text in proof_pages.pages(build.proofs, build.publisher.title).items():
                files.append(File.generated(build.config, path, content=text,
                                            inclusion=InclusionLevel.NOT_IN_NAV))


def beside_others(work: Callable[[], None]) -> Future[None]:
    """Done in a thread of its own."""
    thread = ThreadPoolExecutor(1)
    begun = thread.submit(work)
    thread.shutdown(wait=False)
    return begun


def nothing() -> Future[None]:
    done = Future[None]()
    done.set_result(None)
    return done
