"""What may run on a page, and from where anything may be loaded."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from mkdocs_execmath.publishing.preview_tags import with_tags

DATA = ("application/json", "application/ld+json", "text/json", "text/ld+json")  # nothing runs
LOADING = frozenset("audio embed img input link script source track video".split())
LOADED_LINKS = frozenset(("stylesheet", "icon", "manifest", "preload", "modulepreload"))
FRAMES = frozenset(("iframe", "frame", "object"))
ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)


Hashes = dict[str, list[str]]


@dataclass(frozen=True)
class Read:
    """What a page holds that a policy is about.

    hashes     of the scripts and styles that stand in it, by the kind of element
    elsewhere  what it would load from another site, or run from an attribute
    """

    hashes: Hashes
    elsewhere: list[str]


def read(page: str) -> Read:
    inline = _Inline()
    inline.feed(page)
    inline.close()
    return Read(inline.hashes, list(dict.fromkeys(inline.elsewhere)))


def inline_hashes(page: str) -> Hashes:
    """The hashes of the scripts and styles that stand in a page itself, by the kind of element."""
    return read(page).hashes


def with_policy(page: str, hashes: Hashes | None = None) -> str:
    """The page with a policy that lets nothing run but this site's files and its own inline
    scripts, each by its hash, and loads nothing from elsewhere.

    hashes  of what stands in the page, where they are known: to look for them takes long
    """
    hashes = inline_hashes(page) if hashes is None else hashes
    policy = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes["script"]],
        "style-src": ["'self'", *hashes["style"]],
        # MathJax places glyphs by style attributes; an attribute loads and runs nothing.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
    text = "; ".join(" ".join([name, *values]) for name, values in policy.items())
    return with_tags(page, f'<meta http-equiv="Content-Security-Policy" content="{text}">')


class _Inline(HTMLParser):
    """The scripts and styles that stand in a page itself, and what comes from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.hashes: Hashes = {"script": [], "style": []}
        self.elsewhere: list[str] = []
        self._element, self._body = "", ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.elsewhere += _from_elsewhere(tag, given)
        if tag == "style" or (tag == "script" and "src" not in given
                              and given.get("type", "").strip().lower() not in DATA):
            self._element, self._body = tag, ""

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elsewhere += _from_elsewhere(tag, {name: value or "" for name, value in attributes})

    def handle_data(self, data: str) -> None:
        if self._element:
            self._body += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._element:
            digest = base64.b64encode(hashlib.sha256(self._body.encode()).digest()).decode()
            if (source := f"'sha256-{digest}'") not in self.hashes[tag]:
                self.hashes[tag].append(source)
            self._element = ""


def _is_loaded(tag: str, attributes: dict[str, str]) -> bool:
    """Does a browser fetch what the element names without being asked to?"""
    relations = attributes.get("rel", "").lower().split()
    return tag in LOADING and (tag != "link" or not LOADED_LINKS.isdisjoint(relations))


def _from_elsewhere(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    """What the policy blocks of an element."""
    if _is_loaded(tag, attributes):
        address = attributes.get("href" if tag == "link" else "src", "").strip()
        if ELSEWHERE.match(address):
            yield address
    elif tag in FRAMES:
        yield f"<{tag}>"
    for name, value in attributes.items():
        if name.startswith("on") and value:
            yield f"{name}={value[:40]!r} of <{tag}>"
    if attributes.get("data-md-component") == "source":
        yield "the numbers of stars and forks, which Material asks the repository for"
