"""The address of an equation, and the forms in which somebody takes it elsewhere."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from execmath.documents.results import Entry

FOLDER = "eq"


@dataclass(frozen=True)
class Publisher:
    """Who publishes the site, and where; without `url`, addresses are relative to the site."""

    name: str
    url: str = ""
    author: str = ""
    date: str = ""  # of the build, YYYY-MM-DD

    def absolute(self, path: str) -> str:
        return f"{self.url.rstrip('/')}/{path}" if self.url else f"/{path}"


def address(label: str) -> str:
    """Where an equation lives, whatever page its display stands on."""
    return f"{FOLDER}/{label}/"


def title(label: str) -> str:
    """`gradient-is-softmax` -> `Gradient is softmax`."""
    words = label.replace("-", " ")
    return words[:1].upper() + words[1:]


def latex(entry: Entry) -> str:
    """The display as it stands on its page, its label taken out."""
    return "\n".join(line.rstrip() for line in entry.display.tex.strip().splitlines())


def markdown(entry: Entry, publisher: Publisher) -> str:
    """For StackExchange, and for any Markdown with formulas: the formula, and where it is from."""
    link = f"[{title(entry.label)}]({publisher.absolute(address(entry.label))})"
    return f"$$\n{latex(entry)}\n$$\n\n{link} ({publisher.name}; {entry.words()})\n"


def bibtex(entry: Entry, publisher: Publisher, published: str) -> str:
    """published  the date at which the label was registered, YYYY-MM-DD; "" if it was not yet"""
    date = published or publisher.date or datetime.date.today().isoformat()
    fields = {
        "title": f"{{{title(entry.label)}}}",
        "author": f"{{{publisher.author or publisher.name}}}",
        "howpublished": publisher.name,
        "year": date[:4],
        "month": str(int(date[5:7])),
        "url": publisher.absolute(address(entry.label)),
        "note": f"Equation {entry.label}",
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{entry.label},\n{body}}}\n"


def texts(entry: Entry, publisher: Publisher, published: str) -> dict[str, str]:
    """The files beside an equation's page, each a form to copy, by name."""
    return {
        "markdown.txt": markdown(entry, publisher),
        "latex.txt": latex(entry) + "\n",
        "bibtex.txt": bibtex(entry, publisher, published),
    }
