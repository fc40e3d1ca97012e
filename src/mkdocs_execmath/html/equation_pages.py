"""A page of its own for each equation.

All these pages have one frame. MkDocs and its theme make it once, as a page with words that stand
for what differs: the template, of which each page is an instance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache as once
from functools import partial
from html import escape

import markdown
from markupsafe import Markup

from execmath.code.blocks import is_executed
from execmath.documents import addresses
from execmath.documents.markdown import Block
from execmath.documents.results import Result
from execmath.documents.site import Site
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import installation
from mkdocs_execmath.html import excerpts, headings
from mkdocs_execmath.html.cards import Address
from mkdocs_execmath.publishing import copy_forms
from mkdocs_execmath.templating import render

NAME = "execmath-mold"
CONTENT = f"<div {NAME}></div>"
# Without a hyphen: a heading is marked where it has one.
TITLE, DESCRIPTION = "execmath_mold_title", "execmath_mold_description"
VERB = re.compile(r"\b(?:implements|holds)\(\s*[\"']([^\"']*)[\"']")
TEMPLATE_TEXT = f"""---
title: {TITLE}
description: {DESCRIPTION}
hide: [toc]
search: {{exclude: true}}
---

# {TITLE} {{ #_title }}

{CONTENT}
"""


def path(label: str) -> str:
    """The page's place among the Markdown pages: a folder of its own, whatever the style of
    addresses."""
    return f"{addresses.FOLDER}/{label}/index.md"


TEMPLATE = path(NAME)


def instantiate(template: str, label: str, title: str, description: str, content: str) -> str:
    """The page of an equation from the finished HTML of the template."""
    words = {TITLE: title, DESCRIPTION: description}
    for word, text in words.items():
        template = template.replace(word, escape(text))
    before, _, behind = template.partition(CONTENT)
    return headings.kept_whole(before).replace(NAME, label) + content + behind.replace(NAME, label)


def description(result: Result, site: Site) -> str:
    """What the page that holds the equation says just before it, and the strongest evidence."""
    before = excerpts.shortened(excerpts.plain(lead_in(result, site)), 200)
    words = copy_forms.evidence(result)
    return f"{before} {words[:1].upper()}{words[1:]}.".strip()


def lead_in(result: Result, site: Site) -> str:
    """What is said on its page just before an equation, in Markdown."""
    return excerpts.before(site.pages[result.page].lines, result.display.line)


Blocks = Sequence[tuple[str, Block]]
"""Each with its page."""


def code(site: Site) -> dict[str, Blocks]:
    """The executed blocks that hold code against an equation, by its label."""
    blocks: dict[str, list[tuple[str, Block]]] = {}
    for name, page in site.pages.items():
        for block in filter(is_executed, page.blocks):
            for label in _named(block.source):
                blocks.setdefault(label, []).append((name, block))
    return dict(blocks)


@once
def _named(source: str) -> frozenset[str]:
    """The labels of the equations that code is held against."""
    return frozenset(VERB.findall(source))


def code_section(result: Result, held: Blocks, place: Address, cache: Cache = Cache()) -> Markup:
    """The code that is held against an equation, with links to where it stands.

    place  a page -> its href
    cache  where code is kept as it is shown
    """
    blocks = []
    for name, block in held:
        # The block may be another page's.
        href = place(name) + (f"#{result.label}" if name == result.page else "")
        key = digest("highlighted", installation(), block.source)
        colored = cache.remember(key, partial(_highlighted, block.source))
        blocks.append((name, href, block.line, Markup(colored)))
    return render("code", blocks=blocks) if blocks else Markup()


def _highlighted(source: str) -> str:
    """As on the pages, whose code MkDocs has converted by the same extensions."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", source)), 3)
    return str(markdown.markdown(f"{fence}python\n{source}\n{fence}",
                                 extensions=["pymdownx.highlight", "pymdownx.superfences"]))
