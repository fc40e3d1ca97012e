"""A page of its own for each equation: what MkDocs is given to make it from.

The Markdown holds what needs a page's machinery, the title, the description, the code; the
equation with its evidence takes the place of `HERE` when formulas are typeset.
"""

from __future__ import annotations

import json
import re

from execmath import citation, prose
from execmath.blocks import is_executed
from execmath.ledger import Entry
from execmath.pages import Block
from execmath.register import Register
from execmath.site import Site

HERE = re.compile(r'<div data-equation="([a-z0-9-]+)"></div>')
VERB = r"\b(?:implements|holds)\(\s*[\"']{label}[\"']"


def path(label: str) -> str:
    """The page's place among the Markdown pages."""
    return f"{citation.FOLDER}/{label}.md"


def pages(site: Site) -> dict[str, str]:
    """The Markdown of every equation's page, by its path."""
    return {path(entry.label): page(entry, site) for entry in site.ledger.entries.values()}


def page(entry: Entry, site: Site) -> str:
    header = {
        "title": citation.title(entry.label),
        "description": description(entry, site),
        "hide": ["toc"],
        "equation": entry.label,
    }
    front = "".join(f"{name}: {json.dumps(value)}\n" for name, value in header.items())
    body = f'# {header["title"]}\n\n<div data-equation="{entry.label}"></div>\n'
    return f"---\n{front}---\n\n{body}{_code(entry.label, site)}"


def description(entry: Entry, site: Site) -> str:
    """What the page that holds the equation says just before it, and the verdict."""
    told = prose.shortened(lead_in(entry, site), 200)
    words = entry.words()
    return f"{told} {words[:1].upper()}{words[1:]}.".strip()


def lead_in(entry: Entry, site: Site) -> str:
    text = (site.root / entry.page).read_text(encoding="utf-8")
    return prose.before(text, entry.display.line)


def code(label: str, site: Site) -> list[tuple[str, Block]]:
    """The executed blocks that hold code against an equation, each with its page."""
    verb = re.compile(VERB.format(label=re.escape(label)))
    return [(name, block) for name, held in site.pages.items() for block in held.blocks
            if is_executed(block) and verb.search(block.source)]


def _code(label: str, site: Site) -> str:
    shown, home = [], site.ledger.entries[label].page
    for name, block in code(label, site):
        anchor = f"#{label}" if name == home else ""  # other pages hold code against it as well
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", block.source)), 3)
        where = f"From [{name}](../{name}{anchor}), line {block.line}:"
        shown.append(f"{where}\n\n{fence}python\n{block.source}\n{fence}\n")
    if not shown:
        return ""
    listed = "\n".join(shown)
    return f"\n## Code held against it {{ #code }}\n\n{listed}"


def redirect(label: str, register: Register, publisher: citation.Publisher) -> str:
    """The page at a retired label's address: it leads to the one that took its place."""
    retired, successor = register.retired[label], register.successor(label)
    target = f"../{successor}/#was-{label}"
    canonical = ""
    if publisher.url:
        address = publisher.absolute(citation.address(successor))
        canonical = f'<link rel="canonical" href="{address}">'
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<title>{label} is retired</title><meta name="robots" content="noindex">{canonical}'
        '<link rel="icon" href="data:,">'  # or a browser asks for one that is not there
        f'<meta http-equiv="refresh" content="0; url={target}"></head><body>'
        f"<p>The equation {label} was retired on {retired.date}. "
        f'<a href="{target}">{successor}</a> took its place.</p></body></html>\n'
    )
