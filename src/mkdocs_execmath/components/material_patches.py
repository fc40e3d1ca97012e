"""What the theme leaves out, mended in the finished page and in its scripts; each mend names who
asks for it."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.pages import Page

from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.search import scripts

MENDS = {
    # axe, aria-dialog-name: a dialog has a name.
    'data-md-component="search" role="dialog"':
        'data-md-component="search" role="dialog" aria-label="Search"',
    # Layout shift: a formula is centered anew while its rows come in, so that a page is painted
    # when its end is there. Material's settings are the last that it has.
    "<head>": '<head><link rel="expect" href="#__config" blocking="render">',
    # Lighthouse, render-blocking-insight: a page is painted before its scripts are there. They run
    # in their order all the same.
    "<script src=": "<script defer src=",
}


class MaterialPatches(Component):
    def assemble(self, environment: Any, build: Build) -> None:
        for file in list(build.files):
            for path, mend in scripts.MENDS.items():
                if path.fullmatch(file.src_uri):
                    build.add_file(file.src_uri, content=mend(file.content_string))

    def finish_page(self, output: str, build: Build, page: Page) -> str:
        return mended(output)

    def finish_template(self, output: str, build: Build, template_name: str) -> str | None:
        return mended(output) if template_name.endswith(".html") else None


def mended(page: str) -> str:
    for place, mend in MENDS.items():
        page = page.replace(place, mend)
    return page
