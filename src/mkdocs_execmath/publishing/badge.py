"""A badge for a README: how many equations hold."""

from __future__ import annotations

from html import escape

CHARACTER = 6.6  # pixels, of a sans-serif font at 11 px, generously
PADDING = 7


def svg(left: str, right: str, color: str = "#2c6e49") -> str:
    """Two words on two grounds, as drawing for a page."""
    a, b = (round(len(words) * CHARACTER) + 2 * PADDING for words in (left, right))
    name = escape(f"{left}: {right}")
    words = "".join(
        f'<text x="{middle}" y="14" textLength="{width - 2 * PADDING}">{escape(text)}</text>'
        for text, middle, width in ((left, a / 2, a), (right, a + b / 2, b)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{a + b}" height="20" role="img" '
        f'aria-label="{name}"><title>{name}</title><clipPath id="c">'
        f'<rect width="{a + b}" height="20" rx="3"/></clipPath><g clip-path="url(#c)">'
        f'<rect width="{a}" height="20" fill="#22384f"/>'
        f'<rect x="{a}" width="{b}" height="20" fill="{color}"/></g>'
        '<g fill="#fff" text-anchor="middle" font-size="11" '
        f'font-family="Verdana,DejaVu Sans,sans-serif">{words}</g></svg>\n'
    )
