"""The forms in which somebody takes an equation elsewhere."""

from __future__ import annotations

import datetime

from execmath.documents.addresses import Publisher, address, latex
from execmath.documents.results import Result


def markdown(result: Result, publisher: Publisher) -> str:
    """For StackExchange, and for any Markdown with formulas: the formula, and where it is from."""
    link = f"[{publisher.title(result.label)}]({publisher.absolute(address(result.label))})"
    return f"$$\n{latex(result)}\n$$\n\n{link} ({publisher.name}; {result.words()})\n"


def bibtex(result: Result, publisher: Publisher, published: str) -> str:
    """published  the date at which the label was registered, YYYY-MM-DD; "" if it was not yet"""
    date = published or publisher.date or datetime.date.today().isoformat()
    fields = {
        "title": f"{{{publisher.title(result.label)}}}",
        "author": f"{{{publisher.author or publisher.name}}}",
        "howpublished": publisher.name,
        "year": date[:4],
        "month": str(int(date[5:7])),
        "url": publisher.absolute(address(result.label)),
        "note": f"Equation {result.label}",
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{result.label},\n{body}}}\n"


def texts(result: Result, publisher: Publisher, published: str) -> dict[str, str]:
    """The files beside an equation's page, each a form to copy, by name."""
    return {
        "markdown.txt": markdown(result, publisher),
        "latex.txt": latex(result) + "\n",
        "bibtex.txt": bibtex(result, publisher, published),
    }
