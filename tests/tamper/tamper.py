"""Tamper with a copy of the whole site, one place at a time, and expect that it is refused.

    make tamper                              everything; goes on where it was interrupted
    make tamper ARGS="--page softmax.md"     one page
    make tamper ARGS="--only code"           the code blocks and src/lognormalizer; or blocks,
                                             latex, glyphs

Every altered formula of every display is written into its page as text, its glyphs are moved,
hidden and replaced by others that look alike, and every line of the executed code is changed. A
refusal has to name the equation, one that depends on it, the block, or the test. What survives is
listed with its difference, unless the page or `equivalents.toml` says why.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
import multiprocessing
import os
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import try_blocks
import try_core
import try_glyphs
import try_latex
from trial import DOCS, ROOT, SURVIVED, TESTS, Change, Outcome, whole_site

EQUIVALENTS = Path(__file__).with_name("equivalents.toml")
MEMO = ROOT / ".cache" / "tamper"


def try_change(change: Change) -> Outcome:
    return {"latex": try_latex, "glyph": try_glyphs, "block": try_blocks,
            "core": try_core}[change.kind].attempt(change)


# ------------------------------------------------------------------------------ explanations


@cache
def _acknowledged() -> list[dict[str, str]]:
    return tomllib.loads(EQUIVALENTS.read_text(encoding="utf-8")).get("equivalent", [])


def explained(change: Change) -> str:
    """Why a survivor is none: the page acknowledges it, it is a bound beside the page's, or the
    committed file gives a reason."""
    if change.kind == "latex" and try_latex.is_also_true(change):
        return "also true, as the page says"
    for known in _acknowledged():
        if (known["file"] == change.file and known.get("before", change.before) == change.before
                and known.get("after", change.after) == change.after
                and known.get("starts", "") == change.before[: len(known.get("starts", ""))]):
            return known["reason"]
    return ""


def difference(change: Change) -> str:
    return "\n".join(difflib.unified_diff(change.before.splitlines(), change.after.splitlines(),
                                          change.file, f"{change.file}, tampered with", n=0,
                                          lineterm=""))


# --------------------------------------------------------------------------------- all of it


def everything(pages: Sequence[str], only: str = "") -> list[Change]:
    site = whole_site()
    found: list[Change] = []
    if only in ("", "latex"):
        found += try_latex.changes(site, pages)
    if only in ("", "glyphs"):
        found += try_glyphs.changes(site, pages)
    if only in ("", "code", "blocks"):
        found += try_blocks.changes(site, pages)
    if only in ("", "code") and set(pages) == set(site.pages):
        found += try_core.changes()
    return found


def run(found: Sequence[Change], workers: int, told=lambda done, of: None) -> dict[str, Outcome]:
    """The outcome of each change by its name; those known from an earlier run are not tried."""
    MEMO.mkdir(parents=True, exist_ok=True)
    log = MEMO / f"{_state()}.jsonl"
    known = dict(_remembered(log))
    missing = [change for change in found if change.name not in known]
    if any(change.kind == "core" for change in missing):
        try_core.prepare()
    context = multiprocessing.get_context("fork")
    with log.open("a", encoding="utf-8") as stream, ProcessPoolExecutor(workers, context) as pool:
        waiting = {pool.submit(try_change, change): change for change in missing}
        for done, future in enumerate(as_completed(waiting), 1):
            outcome, name = future.result(), waiting[future].name
            known[name] = outcome
            stream.write(json.dumps([name, outcome.status, outcome.said]) + "\n")
            stream.flush()
            told(done, len(missing))
    return known


def _state() -> str:
    """What an outcome depends on besides the change: the machine, the pages, core and tests."""
    whole = hashlib.sha256()
    for folder, pattern in ((ROOT / "src", "*.py"), (DOCS, "*.md"), (TESTS, "*.*"),
                            (Path(__file__).parent, "*.py"), (ROOT / "tests/support", "printed.*")):
        for path in sorted(folder.rglob(pattern)):
            if not {"node_modules", "__pycache__"} & set(path.parts):
                whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def _remembered(log: Path) -> Iterator[tuple[str, Outcome]]:
    if log.exists():
        for line in log.read_text(encoding="utf-8").splitlines():
            name, status, said = json.loads(line)
            yield name, Outcome(status, said)


def table(found: Sequence[Change], outcomes: dict[str, Outcome]) -> tuple[str, list[Change]]:
    """Figures by kind and file, and the survivors that nothing explains."""
    rows, unexplained = [], []
    for kind, file in sorted({(change.kind, change.file) for change in found}):
        mine = [change for change in found if (change.kind, change.file) == (kind, file)]
        survivors = [change for change in mine if outcomes[change.name].status == SURVIVED]
        without = [change for change in survivors if not explained(change)]
        unexplained += without
        rows.append((kind, file, len(mine), len(mine) - len(survivors),
                     len(survivors) - len(without), len(without)))
    rows.append(("all", "", *(sum(row[i] for row in rows) for i in range(2, 6))))
    lines = [f"{'':6} {'file':36} {'tried':>7} {'refused':>8} {'equivalent':>11} {'survived':>9}"]
    lines += [f"{a:6} {b:36} {c:7} {d:8} {e:11} {f:9}" for a, b, c, d, e, f in rows]
    return "\n".join(lines), unexplained


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", action="append", help="only this page; may be repeated")
    parser.add_argument("--only", choices=["latex", "glyphs", "blocks", "code"], default="")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    pages = chosen.page or list(whole_site().pages)
    if missing := [page for page in pages if page not in whole_site().pages]:
        print(f"no page {missing[0]}; there are {', '.join(whole_site().pages)}", file=sys.stderr)
        return 2
    started = time.monotonic()
    found = everything(pages, chosen.only)
    outcomes = run(found, chosen.workers, _show)
    figures, unexplained = table(found, outcomes)
    print(figures)
    print(f"in {(time.monotonic() - started) / 60:.1f} minutes")
    for change in unexplained:
        print(f"\nsurvived: {change.kind} {change.file} {change.label}\n{difference(change)}")
    return 1 if unexplained else 0


def _show(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[Ktamper: {done} of {of}", end="" if done < of else "\n", file=sys.stderr,
              flush=True)


if __name__ == "__main__":
    sys.exit(main())
