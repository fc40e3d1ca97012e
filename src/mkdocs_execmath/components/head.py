"""The head of each page: what a preview of its link shows, and where its source is."""

from __future__ import annotations

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from execmath.documents import addresses
from execmath.language.equation import Kind
from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.html import equation_pages
from mkdocs_execmath.publishing import llms, preview_tags
from mkdocs_execmath.publishing.preview_tags import Preview

PICTURE = "picture.png"  # beside the page of an equation


class Head(Component):
    def finish_page(self, output: str, build: Build, page: Page) -> str | None:
        if page.file.src_uri == equation_pages.TEMPLATE:  # whose pages have tags of their own
            return None
        return preview_tags.with_tags(output, _tags(page, build))


def preview(page: Page, label: str, description: str, build: Build) -> Preview:
    """Of a page that is pictured by an equation, if that has a page of its own."""
    publisher = build.publisher
    picture = f"{addresses.address(label)}{PICTURE}" if label in build.equations else ""
    return Preview(str(page.title), description, publisher.name, url=page.canonical_url or "",
                   image=publisher.absolute(picture) if picture and publisher.url else "",
                   image_says=f"The equation {label}, typeset")


def describe(page: Page, build: Build) -> str:
    return str(page.meta.get("description") or build.config.site_description or "")


def _tags(page: Page, build: Build) -> str:
    label = str(page.meta.get("equation") or _pictured_on(page.file.src_uri, build))
    tags = preview(page, label, describe(page, build), build).tags()
    if page.file.src_uri in build.site.pages:
        href = get_relative_url(llms.source_address(page.url), page.url)
        tags += preview_tags.alternate("text/markdown", href, "The source of this page")
    return tags


def _pictured_on(path: str, build: Build) -> str:
    """A page without an equation of its own choice is pictured by its last claim."""
    claims = [result.label for result in build.site.ledger.of_page(path)
              if result.kind == Kind.CLAIM]
    return claims[-1] if claims else ""
