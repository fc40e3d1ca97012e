"""What stands in the head of a page: what a preview of its link shows, and what may run on it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

HEAD = re.compile(r"<head>\s*(?:<meta charset=[^>]*>)?", re.IGNORECASE)
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style[^>]*>(?P<body>.*?)</style>", re.DOTALL)
DATA = re.compile(r'type="?(?:application|text)/(?:ld\+)?json')


@dataclass(frozen=True)
class Preview:
    """What a pasted link shows. `image` and `url` are absolute; without them they are left out."""

    title: str
    description: str
    site: str
    url: str = ""
    image: str = ""
    image_says: str = ""

    def tags(self) -> str:
        named = {"og:type": "article", "og:site_name": self.site, "og:title": self.title,
                 "og:description": self.description, "og:url": self.url, "og:image": self.image}
        if self.image:
            named |= {"og:image:type": "image/png", "og:image:width": "1200",
                      "og:image:height": "630", "og:image:alt": self.image_says}
        properties = "".join(f'<meta property="{name}" content="{escape(text)}">'
                             for name, text in named.items() if text)
        card = "summary_large_image" if self.image else "summary"
        return f'{properties}<meta name="twitter:card" content="{card}">'


def alternate(kind: str, href: str, title: str) -> str:
    """A link to the same in another form.

    Material takes a plain rel="alternate" for another language, and asks for its site map.
    """
    return (f'<link rel="alternate describedby" type="{kind}" href="{escape(href)}" '
            f'title="{escape(title)}">')


def with_tags(page: str, tags: str) -> str:
    """The page with `tags` first in its head, behind the character set."""
    return HEAD.sub(lambda match: match[0] + tags, page, count=1)


def with_policy(page: str) -> str:
    """The page with a policy that lets nothing run but this site's files and its own inline
    scripts, each by its hash, and loads nothing from elsewhere."""
    policy = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *_hashes(
            match["body"] for match in SCRIPT.finditer(page)
            if not re.search(r"\bsrc=", match["attributes"]) and not DATA.search(
                match["attributes"]))],
        "style-src": ["'self'", *_hashes(match["body"] for match in STYLE.finditer(page))],
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


def _hashes(bodies: Iterable[str]) -> list[str]:
    digests = (hashlib.sha256(body.encode()).digest() for body in bodies)
    return list(dict.fromkeys(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests))
