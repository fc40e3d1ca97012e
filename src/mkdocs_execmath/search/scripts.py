"""Material's scripts for the search, with what they do not do by themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from execmath.language import synonyms
from mkdocs_execmath.search import terms

SCRIPT = Path(__file__).with_name("search.js")
FRAME_WORKER = "assets/javascripts/iframe-worker.js"  # of a site whose pages are opened as files


def frame_worker() -> str:
    """The script that lets the search run in pages that are opened as files."""
    return Path(__file__).with_name("iframe-worker.js").read_text(encoding="utf-8")


def script() -> str:
    """The script that reads LaTeX, with the tables of the machine in their places."""
    text = SCRIPT.read_text(encoding="utf-8")
    tables = {"INVISIBLE": sorted(synonyms.LAYOUT), "SYNONYMS": [*synonyms.TABLE.items()],
              "NAMES": [*terms.NAMES.items()]}
    for name, table in tables.items():
        text = text.replace(f"/*{name}*/", json.dumps(table))
    return text


EAGER = re.compile(r"""\(location\.protocol!==["']file:["']\),(?=\w+\(["']search["']\))""")


def patient(material: str) -> str:
    """Material's own script, so that the index is fetched when a reader turns to the search.

    It does so already for a page that is opened as a file; elsewhere it fetches the index, which
    is heavier than all else on a page, before anybody has asked.
    """
    return EAGER.sub("(false),", material)


def worker(material: str) -> str:
    """Material's worker behind the script."""
    return f"{script()}\n{material}"


MENDS: dict[re.Pattern[str], Callable[[str], str]] = {
    re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js"): patient,
    re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js"): worker,
}
"""Of each script of the theme, by its path, what it is mended with."""
