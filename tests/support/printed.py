"""What the code blocks of the pages print, as it was when somebody last looked at it.

    make printed        write it anew; then look at what changed

Numbers are compared, not their digits: another machine may round the last one otherwise. Of what
is long, a picture, a digest is kept, with two sums of its numbers; of what is made from
all pages, how it begins.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from execmath.documents.site import read_site
from execmath.runtime.cache import Cache
from mkdocs_execmath.components.block_runs import BlockRuns, PageRun

ROOT = Path(__file__).parents[2]
DOCS, CACHE = ROOT / "docs", ROOT / ".cache" / "execmath"
PACKAGES = ("lognormalizer", "pictures")  # as in mkdocs.yml
KEPT = Path(__file__).with_name("printed.json")
# From all pages, or from the code itself.
MADE_FROM = ("reference/", "about/architecture.md", "about/diagnostics.md")
LONG = 2_000  # characters
NUMBER = re.compile(r"-?\d+(?:\.\d*)?(?:e[-+]?\d+)?")
ROUNDING = re.compile(rf"{NUMBER.pattern}(?= ulp| of \d)")  # an error, or how many went well


def all_printed() -> dict[str, list[Any]]:
    """What a build of the site shows, from memory where one was made of the same code."""
    runs = BlockRuns(read_site(DOCS), Cache(CACHE), ROOT, DOCS, CACHE, PACKAGES).of_pages()
    return {page: [summary(page, text) for text in texts(page, run)]
            for page, run in sorted(runs.items())}


def texts(page: str, run: PageRun) -> Iterator[str]:
    for line, shown in run.shown.items():
        assert shown.failure is None, f"{page}:{line}: {shown.failure.message}"
        yield shown.text


def summary(page: str, text: str) -> Any:
    if page.startswith(MADE_FROM):
        return "".join(text.split()[:1])
    if len(text) <= LONG:
        return text
    numbers = [float(number) for number in NUMBER.findall(text)]
    return {"digest": hashlib.sha256(words(text).encode()).hexdigest()[:16],
            "sum": sum(numbers), "weighted": sum(i * n for i, n in enumerate(numbers))}


def words(text: str) -> str:
    """All but the numbers, and the spaces that align them."""
    return NUMBER.sub("#", "".join(text.split()))


def alike(found: Any, kept: Any) -> bool:
    """The same words, and numbers that differ by rounding only."""
    if type(found) is not type(kept):
        return False
    if isinstance(kept, dict):
        return found["digest"] == kept["digest"] and all(
            math.isclose(found[name], kept[name], rel_tol=1e-5) for name in ("sum", "weighted"))
    if words(found) != words(kept):
        return False
    # What depends on rounding may be another number elsewhere.
    return (_near(ROUNDING.findall(found), ROUNDING.findall(kept), 0.3, 0.2)
            and _near(NUMBER.findall(ROUNDING.sub("", found)),
                      NUMBER.findall(ROUNDING.sub("", kept)), 1e-8, 1e-9))


def _near(found: list[str], kept: list[str], relative: float, absolute: float) -> bool:
    return len(found) == len(kept) and all(
        math.isclose(float(a), float(b), rel_tol=relative, abs_tol=absolute)
        for a, b in zip(found, kept, strict=True))


def kept() -> dict[str, list[Any]]:
    return json.loads(KEPT.read_text(encoding="utf-8"))


def main() -> None:
    text = json.dumps(all_printed(), indent=1, ensure_ascii=False)
    KEPT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
