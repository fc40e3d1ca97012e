"""What may run on a page, and from where anything may be loaded."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

from mkdocs_execmath.publishing.preview_tags import with_tags

DATA = ("application/json", "application/ld+json", "text/json", "text/ld+json")  # nothing runs
NAMES = {"script": "script-src", "style": "style-src"}


Hashes = dict[str, list[str]]


def inline_hashes(page: str) -> Hashes:
    """The hashes of the scripts and styles that stand in a page itself, by the kind of element."""
    inline = _Inline()
    inline.feed(page)
    inline.close()
    return inline.hashes


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
    """The hashes of the scripts and styles that stand in a page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.hashes: Hashes = {"script": [], "style": []}
        self._element, self._body = "", ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "style" or (tag == "script" and "src" not in given
                              and (given.get("type") or "").strip().lower() not in DATA):
            self._element, self._body = tag, ""

    def handle_data(self, data: str) -> None:
        if self._element:
            self._body += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._element:
            digest = base64.b64encode(hashlib.sha256(self._body.encode()).digest()).decode()
            if (source := f"'sha256-{digest}'") not in self.hashes[tag]:
                self.hashes[tag].append(source)
            self._element = ""
