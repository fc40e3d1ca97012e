"""What stands in the head of a page for others: what a preview of its link shows, and links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

HEAD = re.compile(r"<head>\s*(?:<meta charset=[^>]*>)?", re.IGNORECASE)


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
