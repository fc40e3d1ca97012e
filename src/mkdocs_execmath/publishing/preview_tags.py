"""What stands in the head of a page for others: what a preview of its link shows, and links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_execmath.templating import render

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
        return str(render("preview", properties=named))


def alternate(kind: str, href: str, title: str) -> str:
    """A link to the same in another form."""
    return str(render("alternate", kind=kind, href=href, title=title))


def with_tags(page: str, tags: str) -> str:
    """The page with `tags` first in its head, behind the character set."""
    return HEAD.sub(lambda match: match[0] + tags, page, count=1)
