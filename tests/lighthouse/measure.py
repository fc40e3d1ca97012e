"""Measure a built site as a reader on a phone finds it: `python tests/lighthouse/measure.py site`.

Lighthouse visits one page of every kind, served compressed from this machine, and throttles
network and processor. What else the machine does weighs on the first score, so each page is
visited three times, and the visit in the middle counts. The table says the four scores, the layout
shift, and how much came over the wire, without and with fonts. The exit code is 1 if a page misses
what the site promises.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "browser"))
from static_host import hosted  # noqa: E402

PAGES = ("", "softmax/", "theory/log-normalizer/", "eq/gradient-is-softmax/", "equations/",
         "families/", "families/gamma/", "api/", "about/checks/", "about/grammar/")
SCORES = ("performance", "accessibility", "best-practices", "seo")
VISITS = 3
WITHOUT_FONTS, WITH_FONTS = 150_000, 300_000  # bytes over the wire, at most


@dataclass(frozen=True)
class Measured:
    """What Lighthouse found on one page."""

    page: str
    scores: tuple[int, ...]
    shift: float
    without_fonts: int
    with_fonts: int
    misses: tuple[str, ...]  # audits without full marks, by their names

    def complaints(self) -> list[str]:
        found = [f"{name} {score}" for name, score in zip(SCORES, self.scores, strict=True)
                 if score < 100]
        found += [f"layout shift {self.shift:.3f}"] * (self.shift > 0.001)
        found += [f"{self.without_fonts} bytes"] * (self.without_fonts > WITHOUT_FONTS)
        found += [f"{self.with_fonts} bytes with fonts"] * (self.with_fonts > WITH_FONTS)
        return found


def measure(address: str, page: str) -> Measured:
    """The visit in the middle, by the score of its performance."""
    visits = sorted((visit(address, page) for _ in range(VISITS)), key=lambda one: one.scores)
    return visits[VISITS // 2]


def visit(address: str, page: str) -> Measured:
    """Visit one page once; raises CalledProcessError if Lighthouse breaks down."""
    flags = "--headless=new --no-sandbox --disable-gpu"
    done = subprocess.run(
        [str(HERE / "node_modules/.bin/lighthouse"), address + page, "--quiet", "--output=json",
         f"--only-categories={','.join(SCORES)}", f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
        capture_output=True, encoding="utf-8", check=True, timeout=180,
    )
    return read(page, json.loads(done.stdout))


def read(page: str, report: dict[str, Any]) -> Measured:
    audits = report["audits"]
    requests = audits["network-requests"]["details"]["items"]
    fonts = sum(item["transferSize"] for item in requests if item["resourceType"] == "Font")
    whole = sum(item["transferSize"] for item in requests)
    weighed = {ref["id"] for name in SCORES for ref in report["categories"][name]["auditRefs"]
               if ref["weight"]}
    misses = tuple(f"{name} {audits[name].get('displayValue', '')}".strip()
                   for name in sorted(weighed)
                   if audits[name]["score"] is not None and audits[name]["score"] < 1)
    return Measured(
        page or "/",
        tuple(round(100 * (report["categories"][name]["score"] or 0)) for name in SCORES),
        audits["cumulative-layout-shift"]["numericValue"], whole - fonts, whole, misses,
    )


def main(root: Path) -> int:
    row = "| {:24} | {:>5} | {:>5} | {:>5} | {:>5} | {:>5} | {:>5} | {:>7} |"
    print(row.format("page", "perf", "a11y", "best", "seo", "shift", "kB", "+ fonts"))
    wrong = []
    with hosted(root) as address:
        for page in PAGES:
            found = measure(address, page)
            print(row.format(found.page, *found.scores, f"{found.shift:.3f}",
                             f"{found.without_fonts / 1000:.0f}",
                             f"{found.with_fonts / 1000:.0f}"), flush=True)
            if complaints := found.complaints():
                wrong.append(f"{found.page}: {', '.join(complaints)} ({'; '.join(found.misses)})")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
