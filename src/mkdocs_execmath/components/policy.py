"""What may run on each page, once all that runs there is known."""

from __future__ import annotations

from mkdocs.structure.pages import Page

from execmath.runtime.cache import digest
from execmath.runtime.fingerprint import version
from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.publishing import content_policy


class Policy(Component):
    def finish_page(self, output: str, build: Build, page: Page) -> str:
        return _secured(output, build)

    def finish_template(self, output: str, build: Build, template_name: str) -> str | None:
        return _secured(output, build) if template_name.endswith(".html") else None


def _secured(output: str, build: Build) -> str:
    """`mkdocs serve` adds a script of its own to a page, behind this."""
    if build.settings.is_serving:
        return output
    key = digest("inline", version(content_policy.__name__), output)
    hashes = build.cache.remember(key, lambda: content_policy.inline_hashes(output))
    return content_policy.with_policy(output, hashes)
