"""What the search knows: the pages by their words, and each equation by its name, its sentence, its
formula and other words for it.

Material's index has a title and a text for each page and each of its sections. Here the equations
are added, each as one entry, and the other names of `synonyms.txt`, which stands beside the pages.
The script that reads the index takes the place of Material's own search: see search.js.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path
from typing import Any

from execmath.documents import addresses
from execmath.documents.results import Ledger, Result
from execmath.documents.site import Site
from execmath.language import ast as s
from execmath.language.equation import Kind
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import installation
from mkdocs_execmath.html import equation_pages, excerpts
from mkdocs_execmath.search import terms as words_of
from mkdocs_execmath.typesetting.vectors import PICTURE

SYNONYMS = "synonyms.txt"  # beside the pages
TYPESET = re.compile(r'<mjx-container\b[^>]*? data-latex="(?P<latex>[^"]*)".*?</mjx-container>',
                     re.DOTALL)
UNREAD = re.compile(r"<svg\b.*?</svg>|<template>.*?</template>"
                    r'|<figure class="execmath\b.*?</figure>|<div class="linenodiv">.*?</div>',
                    re.DOTALL)
COLORS = re.compile(r'</?span\b[^>]*>|<a id="__codelineno[^>]*></a>')  # of code, and its lines
# Those of elements that are neither named in the index nor left out of it.
ATTRIBUTES = re.compile(r'(<(?!h\d)\w+)(?: (?!class="headerlink"|data-search-exclude)'
                        r'[\w-]+="[^"]*")+(?=>)')


class Indexed:
    """Material's index, where what it read of a page is kept by the digest of what it read."""

    def __init__(self, index: Any, cache: Cache) -> None:
        self.index, self._entries, self._cache = index, index.entries, cache
        self._unknown, self._before = "", 0

    def recall(self, *parts: str) -> bool:
        """Was the same read before? Then it stands in the index again."""
        key = digest("indexed", installation(), *parts)
        entries = self._cache.load(key)
        self._unknown, self._before = "" if entries is not None else key, len(self._entries)
        self._entries += entries or []
        return entries is not None

    def keep(self) -> None:
        """Remember what was read since the last `recall`, if that was not known."""
        if self._unknown:
            self._cache.store(self._unknown, self._entries[self._before :])


def subject(result: Result, ledger: Ledger) -> str:
    r"""The words for the left side of a claim, its definitions called by their labels.

    Of `\partial A(\eta) / \partial \eta_i`, where A is defined in `log-sum-exp`, they are
    "partial derivative", "log sum exp". Other letters have no words.
    """
    if not isinstance(result.statement, s.Claim):
        return ""
    left = result.statement.links[0].left
    first, last = left.span
    named = [word for node in s.walk(left) if isinstance(node, s.Letter)
             for owner in [ledger.results.get(node.binding)]
             if owner is not None and owner.kind == Kind.DEFINITION
             for word in owner.label.split("-")]
    return " ".join(dict.fromkeys([*words_of.said(result.display.tex[first:last]), *named]))


def plain(content: str) -> str:
    """The HTML of a page with formulas in characters, and without drawings and displays, which are
    found on their own pages.

    That is what stays of them in the index; of their elements, a site has a million. To read what
    an attribute says takes longer than all else, and few count.
    """
    read = TYPESET.sub(lambda formula: escape(excerpts.unicode(
        unescape(formula["latex"])), quote=False),
                       UNREAD.sub("", content))
    return ATTRIBUTES.sub(r"\1", COLORS.sub("", read))


def entry(result: Result, site: Site, title: str) -> dict[str, Any]:
    """An equation as the search knows it.

    title  what the equation is called
    """
    tex, address = addresses.latex(result), addresses.address(result.label)
    said = excerpts.plain(equation_pages.lead_in(result, site))
    left = _left(result)
    return {
        "location": address, "title": title, "text": excerpts.shortened(said, 220),
        "label": result.label, "kind": str(result.kind),
        "picture": f"{address}{PICTURE}",
        "about": " ".join([result.label, subject(result, site.ledger)]),
        "words": " ".join(words_of.spoken(tex)),
        "formula": " ".join(words_of.search_terms(tex)),
        "left": " ".join(words_of.search_terms(left)) if left else "",
    }


def _left(result: Result) -> str:
    """The LaTeX of what stands first in a claim, or of what is defined."""
    match result.statement:
        case s.Claim(links=(link, *_)):
            return result.display.tex[slice(*link.left.span)]
        case s.Definition():
            return result.display.tex.partition(":=")[0]
    return ""


def synonyms(docs: Path) -> dict[str, list[str]]:
    """Other names for the same thing: what somebody may ask for, and what the pages call it.

    A line of the file is `name, name: what the pages say, another word of theirs`.
    """
    file = docs / SYNONYMS
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    names: dict[str, list[str]] = {}
    for line in lines:
        asked, mark, said = line.partition(":")
        if mark and not line.startswith("#"):
            meant = [one.strip() for one in said.split(",")]
            for name in asked.split(","):
                names.setdefault(name.strip(), []).extend(meant)
    return names


def with_equations(index: str, site: Site, title: Callable[[str], str],
                   cache: Cache = Cache()) -> str:
    """The search index, with an entry for each equation, and the other names; that of another
    theme, which has no fields, as it is.

    title  label -> what an equation is called
    """
    data, results = json.loads(index), site.ledger.results
    if "fields" not in data["config"]:
        return index
    read = [part for label, result in results.items()
            for part in (label, title(label), result.kind, result.display.tex,
                         equation_pages.lead_in(result, site))]
    entries = cache.remember(digest("entries", installation(), *read), lambda: [
        entry(result, site, title(label)) for label, result in results.items()])
    data["docs"] += entries
    data["config"]["names"] = synonyms(site.root)
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)
