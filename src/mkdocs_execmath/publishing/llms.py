"""`llms.txt`: where a language model finds the pages' sources and the equations as data.

The sources are the Markdown files as they are; nothing converts them, so that every backslash of
a formula stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from execmath.documents import addresses
from execmath.documents.addresses import Publisher
from execmath.documents.results import Ledger
from mkdocs_execmath.publishing import copy_forms


@dataclass(frozen=True)
class Source:
    """A page's Markdown, where it is published, and what the page is about."""

    title: str
    address: str
    description: str = ""


def source_address(url: str) -> str:
    """Where the Markdown of the page at `url` is published: beside it."""
    if url.endswith(".html"):
        return url.removesuffix(".html") + ".md"
    return f"{url.rstrip('/')}/index.md".lstrip("/")


def text(publisher: Publisher, description: str, sources: Iterable[Source],
         ledger: Ledger) -> str:
    """The format of llmstxt.org: a title, a summary, lists of links."""
    pages = "".join(f"- [{source.title}]({publisher.absolute(source.address)})"
                    f"{': ' + source.description if source.description else ''}\n"
                    for source in sources)
    equations = "".join(
        f"- [{publisher.title(label)}]({publisher.absolute(addresses.address(label))}index.json): "
        f"{copy_forms.evidence(result)}\n"
        for label, result in ledger.results.items())
    return (f"# {publisher.name}\n\n> {description}\n\n"
            f"All equations as data: {publisher.absolute('equations.json')}\n\n"
            f"## Pages\n\n{pages}\n## Equations\n\n{equations}")
