"""Words with a hyphen stay whole in the headings of a page, whose lines are short."""

from __future__ import annotations

import re

HEADING = re.compile(r"<h([1-3])\b.*?</h\1>", re.DOTALL)
HYPHENATED = re.compile(r"(<[^>]*>)|\b\w+(?:-\w+)+\b")
LONG = 16  # characters; of a longer word, only the end stays whole


def kept_whole(html: str) -> str:
    """The page, with such words in headings marked for the style sheet."""
    return HEADING.sub(lambda heading: HYPHENATED.sub(_marked, heading[0]), html)


def _marked(match: re.Match[str]) -> str:
    if match[1]:
        return match[0]
    parts = match[0].split("-")
    whole = parts if len(match[0]) <= LONG else parts[-2:]
    before = "".join(f"{part}-" for part in parts[:len(parts) - len(whole)])
    return f'{before}<span class="execmath-whole">{"-".join(whole)}</span>'
