r"""The formulas that arithmatex makes of the pages are marked, so that nothing else passes for one.

Between the delimiters that it puts around an inline formula stands a mark that no page can have
written; it is checked and taken out as soon as a page is converted. In the table of contents, where
Markdown keeps but the text of a heading, it tells a formula from words.
"""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from mkdocs_execmath import codes
from mkdocs_execmath.components.component import Build, Component, Settings
from mkdocs_execmath.html import page_audit
from mkdocs_execmath.typesetting.formulas import Formula

ARITHMATEX = "pymdownx.arithmatex"
UNSEEN = "\u2061\u2062\u2063\u2064"  # they have no width, and are no part of an anchor
LENGTH = 32  # two bits each
INLINE = re.compile(r"\\\((.*?)\\\)", re.DOTALL)


class Formulas(Component):
    """Sees that each formula of a converted page comes from Markdown, and that it can be seen."""

    def __init__(self) -> None:
        self._mark = ""

    def configure(self, config: MkDocsConfig, settings: Settings) -> None:
        # Code that ran before is kept as it was shown, with the mark in it.
        self._mark = settings.cache.remember("mark of inline formulas", lambda: "".join(
            secrets.choice(UNSEEN) for _ in range(LENGTH)))
        if ARITHMATEX in config.markdown_extensions:
            options = config.mdx_configs.setdefault(ARITHMATEX, {})
            options["tex_inline_wrap"] = [f"{self._mark}\\(", f"\\){self._mark}"]

    def after_conversion(self, content: str, build: Build, page: Page) -> str | None:
        path = page.file.src_uri
        if path in build.recalled:
            return None
        for fault in page_audit.faults_of_converted(content, self._mark):
            build.diagnose(fault.code, path, build.line_of(path, fault.excerpt),
                           f"{fault.message}\n      {fault.excerpt}".rstrip())
        for item in _items(page.toc):
            item.title = item.title.replace(self._mark, "")
        if self._mark in str(page.title):
            page.title = str(page.title).replace(self._mark, "")
            build.diagnose(codes.IN_A_TITLE, path, 1, "the title of this page holds a formula; "
                           "say it in words in the front matter, as title: …")
        return content.replace(self._mark, "")


    def finish_page(self, output: str, build: Build, page: Page) -> str | None:
        """The formulas of pages that another plugin has converted since, in excerpts of them."""
        span = re.compile(rf'<span class="arithmatex">{self._mark}{INLINE.pattern}{self._mark}'
                          "</span>", re.DOTALL)
        if (texts := set(span.findall(output))) == set():
            return None
        formulas = {tex: Formula(unescape(tex), False) for tex in texts}
        typeset = build.typesetter.typeset(formulas.values())
        build.typeset |= typeset
        shown = Counter(tex for tex in span.findall(output) if formulas[tex] in typeset.html)
        others = Counter({typeset.html[formulas[tex]]: count for tex, count in shown.items()})
        path = page.file.src_uri
        build.elsewhere[path] = build.elsewhere.get(path, Counter()) + others
        return span.sub(lambda match: typeset.html.get(formulas[match[1]], match[0]), output)


def formulas_in_contents(page: Page) -> set[Formula]:
    """The formulas in the table of contents of a page."""
    return {Formula(unescape(tex), False)
            for item in _items(page.toc) for tex in INLINE.findall(item.title)}


def typeset_contents(page: Page, typeset: Mapping[Formula, str]) -> list[str]:
    """Put the formulas in the table of contents in place.

    returns  the HTML of each
    """
    shown: list[str] = []

    def put(match: re.Match[str]) -> str:
        html = typeset.get(Formula(unescape(match[1]), False), "")
        shown.append(html)
        return html

    for item in _items(page.toc):
        item.title = INLINE.sub(put, item.title)
    return shown


def _items(items: Iterable[AnchorLink]) -> Iterable[AnchorLink]:
    for item in items:
        yield item
        yield from _items(item.children)
