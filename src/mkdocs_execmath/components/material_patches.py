"""What the theme leaves out, mended in the finished page; each mend names who asks for it."""

from __future__ import annotations

MENDS = {
    # axe, aria-dialog-name: a dialog has a name.
    'data-md-component="search" role="dialog"':
        'data-md-component="search" role="dialog" aria-label="Search"',
    # Layout shift: a formula is centered anew while its rows come in, so that a page is painted
    # when its end is there. Material's settings are the last that it has.
    "<head>": '<head><link rel="expect" href="#__config" blocking="render">',
    # Lighthouse, render-blocking-insight: a page is painted before its scripts are there. They run
    # in their order all the same.
    "<script src=": "<script defer src=",
}


def mended(page: str) -> str:
    for place, mend in MENDS.items():
        page = page.replace(place, mend)
    return page
