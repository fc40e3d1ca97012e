"""The search finds an equation by its name, by words, and by a pasted piece of its LaTeX.

Material's index has a field for the title and one for the text. Here it gets a third, `formula`:
the terms of an equation's LaTeX and the words for them. A query that looks like LaTeX is put
into the same terms, by a script that stands before Material's own in its worker. The script also
puts first the claims whose `subject`, what stands first in them, is what the query names.
"""

from __future__ import annotations

import json
import re
from typing import Any

from execmath.documents import addresses
from execmath.documents.results import Ledger, Result
from execmath.language import ast as s
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import installation
from mkdocs_execmath.search import terms as words_of

FIELD = "formula"
TYPESET = re.compile(r"<mjx-container\b.*?<mjx-assistive-mml\b[^>]*>(?P<spoken>.*?)"
                     r"</mjx-assistive-mml></mjx-container>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
UNREAD = re.compile(r"<svg\b.*?</svg>|<template>.*?</template>"
                    r"|<figcaption data-search-exclude>.*?</figcaption>"
                    r'|<div class="linenodiv">.*?</div>', re.DOTALL)
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


def terms(result: Result) -> str:
    """What the index knows of an equation beside the text of its page."""
    tex = addresses.latex(result)
    names = [word for label in result.uses for word in label.split("-")]
    words = [*words_of.spoken(tex), *names]
    longest = [word for word in dict.fromkeys(words)
            if not any(other.startswith(word) and other != word for other in words)]
    return " ".join([*words_of.search_terms(tex), *longest])


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
             if owner is not None and owner.kind == "definition"
             for word in owner.label.split("-")]
    return " ".join(dict.fromkeys([*words_of.said(result.display.tex[first:last]), *named]))


def plain(content: str) -> str:
    """The HTML of a page with formulas and code as their characters alone, and without drawings
    and the lines below equations, which are found on their own pages.

    That is what stays of them in the index; of their elements, a site has a million. To read what
    an attribute says takes longer than all else, and few count.
    """
    read = TYPESET.sub(lambda formula: TAG.sub("", formula["spoken"]), UNREAD.sub("", content))
    return ATTRIBUTES.sub(r"\1", COLORS.sub("", read))


def with_formulas(index: str, ledger: Ledger, cache: Cache = Cache()) -> str:
    """The search index, with the formula of each equation at the equation's own page."""
    data, results = json.loads(index), ledger.results
    read = [part for label, result in results.items()
            for part in (label, result.kind, result.display.tex, *result.uses)]
    words = cache.remember(digest("said", installation(), *read), lambda: {
        label: {FIELD: terms(result), "subject": subject(result, ledger)}
        for label, result in results.items()})
    data["config"]["fields"][FIELD] = {"boost": 100.0}  # a title has 1000, a text 1
    for document in data["docs"]:
        label = document["location"].removeprefix(f"{addresses.FOLDER}/").rstrip("/")
        if document["location"] == addresses.address(label) and label in words:
            document |= words[label]
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)
