"""What may run on each page, once all that runs there is known."""

from __future__ import annotations

import logging

from mkdocs.structure.pages import Page

from execmath.runtime.cache import digest
from execmath.runtime.fingerprint import version
from mkdocs_execmath.components.component import Build, Component, Settings
from mkdocs_execmath.publishing import content_policy

log = logging.getLogger("mkdocs.plugins.execmath")


class Policy(Component):
    def __init__(self) -> None:
        self._blocked: dict[str, list[str]] = {}  # the pages on which something is

    def begin(self, settings: Settings) -> None:
        self._blocked = {}

    def finish_page(self, output: str, build: Build, page: Page) -> str | None:
        return self._secured(output, build, page.file.src_uri)

    def finish_template(self, output: str, build: Build, template_name: str) -> str | None:
        if not template_name.endswith(".html"):
            return None
        return self._secured(output, build, template_name)

    def _secured(self, output: str, build: Build, name: str) -> str | None:
        """`mkdocs serve` adds a script of its own to a page, behind this."""
        if build.settings.is_serving or build.settings.options.policy == "off":
            return None
        key = digest("inline", version(content_policy.__name__), output)
        site = build.config.site_url or ""
        read = build.cache.remember(key, lambda: content_policy.read(output).__dict__)
        for source in read["elsewhere"]:
            if not (site and source.startswith(site)):
                self._blocked.setdefault(source, []).append(name)
        return content_policy.with_policy(output, read["hashes"])

    def complete(self, build: Build) -> None:
        for source, pages in self._blocked.items():
            first = min(pages, key=lambda page: page.endswith(".html"))  # one of the author's
            others = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
            log.warning("execmath: %s%s: the policy of this site blocks %s; take it into the site, "
                        "or set policy: off under execmath in mkdocs.yml", first, others, source)
