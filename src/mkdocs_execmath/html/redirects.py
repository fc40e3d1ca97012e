"""The page at the address of a retired equation: it leads to the one that took its place."""

from __future__ import annotations

from execmath.documents import addresses
from execmath.documents.register import Register


def redirect(label: str, register: Register, publisher: addresses.Publisher) -> str:
    retired, successor = register.retired[label], register.successor(label)
    target = f"../{successor}/#was-{label}"
    canonical = ""
    if publisher.url:
        address = publisher.absolute(addresses.address(successor))
        canonical = f'<link rel="canonical" href="{address}">'
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<title>{label} is retired</title><meta name="robots" content="noindex">{canonical}'
        '<link rel="icon" href="data:,">'  # or a browser asks for one that is not there
        f'<meta http-equiv="refresh" content="0; url={target}"></head><body>'
        f"<p>The equation {label} was retired on {retired.date}. "
        f'<a href="{target}">{successor}</a> took its place.</p></body></html>\n'
    )
