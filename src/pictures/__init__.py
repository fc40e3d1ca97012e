"""Pictures for the pages, drawn when the site is built: inline SVG in the page's own colors."""

from pictures.picture import Picture

__all__ = ["Picture"]
