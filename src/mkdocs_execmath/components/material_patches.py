"""What the theme leaves out, mended in the finished page and in its scripts; each mend names who
asks for it."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.structure.pages import Page

from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.html import headings
from mkdocs_execmath.search import scripts

MENDS = {
    # axe, aria-dialog-name: a dialog has a name.
    'data-md-component="search" role="dialog"':
        'data-md-component="search" role="dialog" aria-label="Search"',
    # Layout shift: a formula is centered anew while its rows come in, so that a page is painted
    # when its end is there. Material's settings are the last that it has.
    "<head>": '<head><link rel="expect" href="#__config" blocking="render">',
    # A reader who is lost: Material's page says no more than that.
    "<h1>404 - Not found</h1>":
        "<h1>There is no page at this address (404)</h1>"
        "<p>The menu lists all pages, and the search finds every equation by its name, by its "
        "label, and by the words of its formula.</p>"
        "<p>An equation keeps its address for good. If a link to one led you here, it was cut or "
        "mistyped: search for its last part.</p>",
}
# Lighthouse, render-blocking-insight: a page is painted before its scripts are there. Those behind
# Material's settings, its own and the site's, run in their order all the same; but a script that
# stands there itself may ask for one of them, and then all stay as they are.
SETTINGS = '<script id="__config"'
LOADED = "<script src="
FRAME_WORKER = "iframe-worker"  # in the address of what the search needs in files
INLINE = re.compile(r"<script(?![^>]*\bsrc=)")


class MaterialPatches(Component):
    def assemble(self, environment: Any, build: Build) -> None:
        if not build.settings.is_material:
            return
        for file in list(build.files):
            for path, mend in scripts.MENDS.items():
                if path.fullmatch(file.src_uri):
                    build.add_file(file.src_uri, content=mend(file.content_string))
        self._search_in_files(build)

    def _search_in_files(self, build: Build) -> None:
        """Material's plugin `offline` would fetch from elsewhere what its search needs where pages
        are opened as files; the site has it itself."""
        polyfills = build.config.extra.get("polyfills", [])
        if any(FRAME_WORKER in one for one in polyfills):
            build.config.extra["polyfills"] = [
                scripts.FRAME_WORKER if FRAME_WORKER in one else one for one in polyfills]
            build.add_file(scripts.FRAME_WORKER, content=scripts.frame_worker())

    def finish_page(self, output: str, build: Build, page: Page) -> str | None:
        return mended(output) if build.settings.is_material else None

    def finish_template(self, output: str, build: Build, template_name: str) -> str | None:
        is_page = build.settings.is_material and template_name.endswith(".html")
        return mended(output) if is_page else None


def mended(page: str) -> str:
    """A page of Material's; one that lacks its settings, such as that of a redirect, as it is."""
    before, settings, behind = page.partition(SETTINGS)
    if not settings:
        return page
    for place, mend in MENDS.items():
        before = before.replace(place, mend)
    if not INLINE.search(behind):
        behind = behind.replace(LOADED, "<script defer src=")
    return headings.kept_whole(before) + settings + behind
