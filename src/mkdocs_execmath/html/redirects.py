"""The page at the address of a retired equation: it leads to the one that took its place."""

from __future__ import annotations

from execmath.documents import addresses
from execmath.documents.register import Register
from mkdocs_execmath.templating import render


def redirect(label: str, register: Register, publisher: addresses.Publisher) -> str:
    retired, successor = register.retired[label], register.successor(label)
    canonical = publisher.absolute(addresses.address(successor)) if publisher.url else ""
    page = render("redirect", label=label, date=retired.date, successor=successor,
                  target=f"../{successor}/#was-{label}", canonical=canonical)
    return f"{page}\n"
