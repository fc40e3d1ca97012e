"""A page loses no text: each word of its source is on the page, as often as it was written.

A fence that is never closed, a comment in the wrong place or an extension that gives up can cut a
page off without a word of warning, and with it the caveat behind a claim.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

from execmath.documents.markdown import COMMENT
from mkdocs_execmath.html.source_lines import Kind, told_apart

# What stands in a source and is no text of its page. Line breaks are kept, so that lines stay.
UNSHOWN = [re.compile(pattern, re.MULTILINE) for pattern in (
    r"\$\$[^$]*?\$\$",  # formulas are counted by themselves
    r"(?<!\\)\$[^$\n]+\$",
    r"^[ \t]*#* *::: .*(?:\n(?:[ \t]{4,}.*)?)*",  # a documented package, and its options
    r"^[ \t]*-{1,}8<-{1,}.*$",  # a file that is taken in
    r"^[ \t]*\*?\[[^\]]+\]:(?!\s*\Z).*$",  # where a reference leads; what an abbreviation means
    r"^[ \t]*(?:!!!|\?\?\?\+?|===[!+]?|///)[^\"\n]*",  # the kind of an admonition or of a tab
    r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)",
    r"(?<=\])\[[^\]\n]*\]",
    r"\[\^[^\]\n]+\]",
    r"\{\{.*?\}\}|\{%.*?%\}",
    r"\{ ?[:#.][^}\n]*\}|\{ ?\w[\w-]*=[^}\n]*\}",  # attributes
    r"<(?:https?|mailto|ftp):[^>]*>",
    r"\bhttps?://\S+",
    r"(?<!\w):[a-z][\w+-]*:(?!\w)",  # an emoji
    r"\+\+[\w+\"-]+\+\+",  # keys
    r"\[TOC\]",
)]
TAG = re.compile(r"</?([A-Za-z][\w-]*)[^>]*>")
MARKUP = re.compile(r"[*_~^`\\]|==")  # stands within words, in the source alone
WORD = re.compile(r"[^\W\d_]{2,}")
WITHIN_WORDS = frozenset("a abbr b big cite code del dfn em font i ins kbd mark q s samp small "
                         "span strong sub sup tt u var wbr".split())  # elements


def lost_words(markdown: str, html: str) -> tuple[int, str] | None:
    """The line (from 1) of the source at which text begins to be missing, and the first words of
    it that are not on the page; None if all text is there.

    markdown  the source without its front matter
    html      the page as it was converted
    """
    lines = [_words(line) for line in _shown(markdown).split("\n")]
    missing = Counter(word for line in lines for word in line)
    missing.subtract(Counter(_words(_visible(html))))
    if not any(count > 0 for count in missing.values()):
        return None
    return next((number, " ".join(lost)) for number, lost in _from_the_end(lines, missing))


def _from_the_end(lines: list[list[str]], missing: Counter[str]) -> list[tuple[int, list[str]]]:
    """The lines to which the missing words belong, the first one first: text is cut off at its end,
    so that of a word that is there once and written twice the second is missing."""
    left, lines_lost = missing.copy(), []
    for number in range(len(lines), 0, -1):
        lost = []
        for word in lines[number - 1]:
            if left[word] > 0:
                left[word] -= 1
                lost.append(word)
        if lost:
            lines_lost.append((number, lost))
    return lines_lost[::-1]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(MARKUP.sub("", text))]


def _shown(markdown: str) -> str:
    """The source with all that is no text of its page blanked out."""
    text = COMMENT.sub(_blank, _without_fences(markdown))
    for pattern in UNSHOWN:
        text = pattern.sub(_blank, text)
    text = TAG.sub(lambda tag: "" if tag[1].lower() in WITHIN_WORDS else _blank(tag), text)
    return unescape(text)


def _blank(match: re.Match[str]) -> str:
    return " " + "\n" * match[0].count("\n")


def _without_fences(markdown: str) -> str:
    """Without the lines that open and close fences, and without the code that is run, of which
    another check sees that it ran."""
    return "\n".join(line if kind is Kind.PROSE else line.replace("<", " ")
                     if kind is Kind.CODE else "" for kind, line in told_apart(markdown))


class _Text(HTMLParser):
    """All that a reader can read of an HTML text, with what is said of pictures and links."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.pieces += [f" {value} " for name, value in attributes
                        if name in ("alt", "title", "aria-label") and value]
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in WITHIN_WORDS:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def _visible(html: str) -> str:
    parser = _Text()
    beginning, end = html.rfind("<!--"), html.rfind("-->")
    parser.feed(html[:beginning] if beginning > end else html)  # such a comment hides the rest
    parser.close()
    return "".join(parser.pieces)
