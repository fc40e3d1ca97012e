"""Tamper with a copy of the whole site, one place at a time, and expect that it is refused.

    make tamper                              everything; goes on where it was interrupted
    make tamper ARGS="--page softmax.md"     one page
    make tamper ARGS="--only code"           the code blocks and src/lognormalizer; or blocks, latex

Every altered formula of every display is written into its page as text, and every line of the
executed code is changed. A refusal has to name the equation, one that depends on it, or the block.
What survives is listed with its difference, unless the page or `equivalents.toml` says why.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from code_changes import changes

import printed
from execmath.altered import ALSO_TRUE
from execmath.blocks import is_executed
from execmath.check import Effort
from execmath.execute import Examiner
from execmath.mutants import mutants
from execmath.namespaces import PageCode
from execmath.site import Site, read_site
from execmath.teeth import dependents

ROOT = Path(__file__).parents[2]
DOCS, CORE, TESTS = ROOT / "docs", ROOT / "src" / "lognormalizer", ROOT / "tests" / "core"
EQUIVALENTS = Path(__file__).with_name("equivalents.toml")
MEMORY = ROOT / ".cache" / "tamper"
EFFORT = Effort()
BRIEFLY = Effort(brief=True)
REFUSED, SURVIVED = "refused", "survived"


@dataclass(frozen=True)
class Change:
    """One place of one file, written anew."""

    kind: str  # latex, block or core
    file: str  # relative to the docs, or to the core
    label: str  # the equation, or the line
    before: str
    after: str
    text: str  # the whole file
    altered: tuple[str, int] = ("", 0)  # how the build tells this altered formula from others

    @property
    def name(self) -> str:
        return hashlib.sha256(f"{self.kind}\0{self.file}\0{self.text}".encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Outcome:
    fate: str
    said: str = ""  # the first words of the refusal


# ------------------------------------------------------------------------------ what to change


def latex_changes(site: Site, pages: Sequence[str]) -> Iterator[Change]:
    for entry in site.ledger.entries.values():
        if entry.page not in pages or entry.statement is None or entry.kind == "refuted":
            continue
        text = (site.root / entry.page).read_text(encoding="utf-8")
        for mutant in mutants(entry):
            altered = f"{mutant.tex.rstrip()}\n\\label{{{entry.label}}}\n"
            assert text.count(entry.display.raw) == 1, entry.place
            yield Change("latex", entry.page, entry.label, entry.display.tex.strip(),
                         mutant.tex.strip(), text.replace(entry.display.raw, altered),
                         (mutant.says, mutant.span[0]))


@cache
def _fates(label: str) -> dict[tuple[str, int], str]:
    """What the build makes of the altered formulas of an equation, worked out once."""
    site = _whole()
    examiner = Examiner(site, EFFORT)
    examiner.problems(label)
    return {(one.says, one.offset): one.fate for one in site.ledger.entries[label].teeth.altered}


@cache
def _whole() -> Site:
    return read_site(DOCS)


def code_changes(site: Site, pages: Sequence[str]) -> Iterator[Change]:
    for page in pages:
        text = (site.root / page).read_text(encoding="utf-8")
        lines = text.split("\n")
        for block in site.pages[page].blocks:
            if not is_executed(block):
                continue
            for change in changes(block.source):
                place = block.line + change.line
                assert lines[place - 1].strip() == change.before
                changed = [*lines[: block.line], *change.source.split("\n"),
                           *lines[block.line + block.source.count("\n") + 1 :]]
                yield Change("block", page, str(place), change.before, change.after,
                             "\n".join(changed))


def core_changes() -> Iterator[Change]:
    for path in sorted(CORE.glob("*.py")):
        for change in changes(path.read_text(encoding="utf-8")):
            yield Change("core", path.name, str(change.line), change.before, change.after,
                         change.source)


# ---------------------------------------------------------------------------- what comes of it


def try_change(change: Change) -> Outcome:
    return {"latex": _try_latex, "block": _try_block, "core": _try_core}[change.kind](change)


def _try_latex(change: Change) -> Outcome:
    """On the page alone first, with what it builds on; then on the whole site."""
    tried: set[str] = set()
    for pages in (_closure(change.file), tuple(_whole().pages)):
        outcome = _try_latex_on(change, pages, tried)
        if outcome.fate == REFUSED:
            return outcome
    return outcome


def _try_latex_on(change: Change, pages: tuple[str, ...], tried: set[str]) -> Outcome:
    with _copied(pages) as docs:
        (docs / change.file).write_text(change.text, encoding="utf-8")
        site = read_site(docs)
    entries = site.ledger.entries
    concerned = [change.label]
    if change.label in entries:
        claims = [entry for entry in entries.values() if entry.kind == "claim"]
        concerned += [claim.label for claim in dependents(entries[change.label], claims)]
    for problem in site.ledger.problems:
        if problem.label in concerned and problem.message not in _complaints(pages):
            return Outcome(REFUSED, str(problem).split("\n")[0][:160])
    examiner = Examiner(site, BRIEFLY, alter=False)
    for label in concerned:
        if label in entries and label not in tried and entries[label].kind != "refuted":
            tried.add(label)
            for problem in examiner.problems(label):
                return Outcome(REFUSED, str(problem).split("\n")[0][:160])
    return Outcome(SURVIVED)


@cache
def _complaints(pages: tuple[str, ...]) -> set[str]:
    """What is said of some pages as they are: letters that only other pages use."""
    with _copied(pages) as docs:
        return {problem.message for problem in read_site(docs).ledger.problems}


@cache
def _closure(page: str) -> tuple[str, ...]:
    found, waiting = {page}, [page]
    while waiting:
        for other in _whole().pages[waiting.pop()].builds_on:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return tuple(sorted(found))


class _copied:
    """A copy of the pages, in a folder of its own."""

    def __init__(self, pages: tuple[str, ...]) -> None:
        self.pages = pages

    def __enter__(self) -> Path:
        self.folder = tempfile.TemporaryDirectory()
        docs = Path(self.folder.name) / "docs"
        for page in self.pages:
            (docs / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(DOCS / page, docs / page)
        return docs

    def __exit__(self, *error: object) -> None:
        self.folder.cleanup()


def _try_block(change: Change) -> Outcome:
    return _in_a_child(lambda: _run_blocks(change))


def _run_blocks(change: Change) -> Outcome:
    with _copied(tuple(_whole().pages)) as docs:
        (docs / change.file).write_text(change.text, encoding="utf-8")
        return _first_failing_block(read_site(docs), [change.file])


def _first_failing_block(site: Site, pages: Sequence[str]) -> Outcome:
    for page in pages:
        code = PageCode(site, page)
        for block in site.pages[page].blocks:
            if is_executed(block) and (problem := code.problem(block)) is not None:
                return Outcome(REFUSED, str(problem).split("\n")[0][:160])
        said = map(printed.summary, printed.of_page(code))
        if page in _printed() and not all(map(printed.alike, said, _printed()[page])):
            return Outcome(REFUSED, f"{page}: prints something else")
    return Outcome(SURVIVED)


@cache
def _printed() -> dict[str, list[object]]:
    return printed.kept()


def _try_core(change: Change) -> Outcome:
    return _in_a_child(lambda: _test_core(change))


def _test_core(change: Change) -> Outcome:
    """The tests of the core, those of the changed module first; then the pages that use it."""
    import pytest

    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / CORE.name
        shutil.copytree(CORE, package, ignore=shutil.ignore_patterns("__pycache__"))
        (package / change.file).write_text(change.text, encoding="utf-8")
        sys.path.insert(0, folder)
        own = TESTS / f"test_{change.file}"
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            code = pytest.main([*map(str, [own] if own.exists() else []), str(TESTS), "-x", "-q",
                                "--no-header", "-p", "no:cacheprovider", "-p", "no:randomly"])
        if code != pytest.ExitCode.OK:
            return Outcome(REFUSED, f"tests/core: {pytest.ExitCode(code).name}")
        site = _whole()
        return _first_failing_block(site, list(site.pages))


def _in_a_child(work) -> Outcome:
    """In a process of its own, since modules and sessions stay; what never ends is refused."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (300, 310))
        try:
            outcome = work()
            answer = json.dumps([outcome.fate, outcome.said])
        except BaseException as error:
            answer = json.dumps([REFUSED, f"{type(error).__name__}: {error}"])
        with os.fdopen(writing, "w") as stream:
            stream.write(answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    return Outcome(*json.loads(answer)) if answer else Outcome(REFUSED, "it never ended")


# ------------------------------------------------------------------------------ explanations


@cache
def _acknowledged() -> list[dict[str, str]]:
    return tomllib.loads(EQUIVALENTS.read_text(encoding="utf-8")).get("equivalent", [])


def explained(change: Change) -> str:
    """Why a survivor is none: the page acknowledges it, it is a bound beside the page's, or the
    committed file gives a reason."""
    if change.kind == "latex" and _fates(change.label).get(change.altered) == ALSO_TRUE:
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
    site = _whole()
    found: list[Change] = []
    if only in ("", "latex"):
        found += latex_changes(site, pages)
    if only in ("", "code", "blocks"):
        found += code_changes(site, pages)
    if only in ("", "code") and set(pages) == set(site.pages):
        found += core_changes()
    return found


def run(found: Sequence[Change], workers: int, told=lambda done, of: None) -> dict[str, Outcome]:
    """The outcome of each change by its name; those known from an earlier run are not tried."""
    MEMORY.mkdir(parents=True, exist_ok=True)
    log = MEMORY / f"{_state()}.jsonl"
    known = dict(_remembered(log))
    missing = [change for change in found if change.name not in known]
    context = multiprocessing.get_context("fork")
    with log.open("a", encoding="utf-8") as stream, ProcessPoolExecutor(workers, context) as pool:
        waiting = {pool.submit(try_change, change): change for change in missing}
        for done, future in enumerate(as_completed(waiting), 1):
            outcome, name = future.result(), waiting[future].name
            known[name] = outcome
            stream.write(json.dumps([name, outcome.fate, outcome.said]) + "\n")
            stream.flush()
            told(done, len(missing))
    return known


def _state() -> str:
    """What an outcome depends on besides the change: the machine, the pages, core and tests."""
    whole = hashlib.sha256()
    for folder, pattern in ((ROOT / "src", "*.py"), (DOCS, "*.md"), (TESTS, "*.py")):
        for path in sorted(folder.rglob(pattern)):
            if "node_modules" not in path.parts:
                whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def _remembered(log: Path) -> Iterator[tuple[str, Outcome]]:
    if log.exists():
        for line in log.read_text(encoding="utf-8").splitlines():
            name, fate, said = json.loads(line)
            yield name, Outcome(fate, said)


def table(found: Sequence[Change], outcomes: dict[str, Outcome]) -> tuple[str, list[Change]]:
    """Figures by kind and file, and the survivors that nothing explains."""
    rows, unexplained = [], []
    for kind, file in sorted({(change.kind, change.file) for change in found}):
        mine = [change for change in found if (change.kind, change.file) == (kind, file)]
        survivors = [change for change in mine if outcomes[change.name].fate == SURVIVED]
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
    parser.add_argument("--only", choices=["latex", "blocks", "code"], default="")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    pages = chosen.page or list(_whole().pages)
    if missing := [page for page in pages if page not in _whole().pages]:
        print(f"no page {missing[0]}; there are {', '.join(_whole().pages)}", file=sys.stderr)
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
