"""The forms in which somebody takes an equation elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from execmath.documents.addresses import Publisher, address, latex
from execmath.documents.results import Result


def evidence(result: Result) -> str:
    """The strongest evidence for an equation, in a few words: what is shared of it says no less."""
    proof = result.proof
    checked = result.words().partition(" · ")[0]
    return f"{proof.words()}; {checked}" if proof is not None and proof.prover else checked


def markdown(result: Result, publisher: Publisher, letters: Sequence[str] = ()) -> str:
    """For StackExchange, and for any Markdown with formulas: the formula, what its letters mean,
    and where it is from.

    letters  the LaTeX of what is defined or declared elsewhere
    """
    meant = f"Here {', '.join(f'${one}$' for one in letters)}.\n\n" if letters else ""
    link = f"[{publisher.title(result.label)}]({publisher.absolute(address(result.label))})"
    return f"$$\n{latex(result)}\n$$\n\n{meant}{link} ({publisher.name}; {evidence(result)})\n"


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


def texts(result: Result, publisher: Publisher, published: str,
          letters: Sequence[str] = ()) -> dict[str, str]:
    """The files beside an equation's page, each a form to copy, by name. `letters` are those of
    `markdown`."""
    return {
        "markdown.txt": markdown(result, publisher, letters),
        "latex.txt": latex(result) + "\n",
        "bibtex.txt": bibtex(result, publisher, published),
    }
