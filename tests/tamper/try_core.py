"""Changes of the numpy core: its tests have to refuse them, or the pages that use it, or mypy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import code_changes
import flint  # noqa: F401 - what the tests import is imported once, not in each process anew
import hypothesis.extra.numpy  # noqa: F401
import numpy as np  # noqa: F401
import pytest
from reach import Chosen, Reach, Recorder, function_at, own_modules, run_tests
from trial import (
    CORE,
    LONGEST,
    REFUSED,
    ROOT,
    SURVIVED,
    Change,
    Outcome,
    in_a_child,
    outcome_in_a_child,
    refused,
    whole_site,
)
from try_blocks import first_failing_block

TYPES = ROOT / ".cache" / "tamper-types"


def changes() -> Iterator[Change]:
    for path in sorted(CORE.glob("*.py")):
        for change in code_changes.changes(path.read_text(encoding="utf-8")):
            yield Change("core", path.name, str(change.line), change.before, change.after,
                         change.source)


def attempt(change: Change, reach: Reach | None = None) -> Outcome:
    reach = reach or whole_reach()
    names = reach.of(change.file, _source(change.file), int(change.label))
    expected = sum(reach.seconds[name] for name in names)
    return outcome_in_a_child(lambda: _attempt(change, names), min(30 + 3 * expected, LONGEST))


def _attempt(change: Change, names: Sequence[str]) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / CORE.relative_to(ROOT)
        shutil.copytree(CORE, package, ignore=shutil.ignore_patterns("__pycache__"))
        (package / change.file).write_text(change.text, encoding="utf-8")
        for name in own_modules():
            del sys.modules[name]
        sys.path.insert(0, str(package.parent))
        os.environ["PYTHONPATH"] = str(package.parent)
        tests = [name for name in names if "::" in name]
        pages = [name for name in names if "::" not in name]
        steps = [lambda: _tests(tests), lambda: first_failing_block(whole_site(), pages),
                 lambda: _types(Path(folder))]
        if function_at(_source(change.file), int(change.label)) is None:
            steps.insert(0, steps.pop())  # many a line outside of functions only names a type
        return next((outcome for step in steps if (outcome := step()).status == REFUSED),
                    Outcome(SURVIVED))


def _source(file: str) -> str:
    return (CORE / file).read_text(encoding="utf-8")


def _tests(names: Sequence[str]) -> Outcome:
    chosen = Chosen(names)
    if not names or (run_tests(chosen, names) == pytest.ExitCode.OK and not chosen.failed):
        return Outcome(SURVIVED)
    return Outcome(REFUSED, chosen.failed)


def _types(folder: Path) -> Outcome:
    """What only the checker of types notices, such as the loss of a type's name."""
    shutil.copytree(_types_known(), folder / "mypy")
    done = _mypy(folder)
    return refused(done.stdout or done.stderr) if done.returncode else Outcome(SURVIVED)


def _types_known() -> Path:
    """What mypy remembers of the core as it was; so it need not look at numpy each time."""
    if not TYPES.exists():
        TYPES.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=TYPES.parent) as folder:
            shutil.copytree(CORE, Path(folder) / CORE.relative_to(ROOT))
            _mypy(Path(folder))
            with suppress(OSError):  # another process was quicker
                (Path(folder) / "mypy").rename(TYPES)
    return TYPES


def _mypy(folder: Path) -> subprocess.CompletedProcess[str]:
    shutil.copyfile(ROOT / "pyproject.toml", folder / "pyproject.toml")
    return subprocess.run([sys.executable, "-m", "mypy", "--cache-dir", "mypy",
                           CORE.relative_to(ROOT)],
                          cwd=folder, capture_output=True, encoding="utf-8", check=False)


def prepare() -> None:
    """What all trials share, before they are spread over processes."""
    whole_reach()
    _types_known()


@cache
def whole_reach() -> Reach:
    return reach_of([], list(whole_site().pages))


def reach_of(tests: Sequence[str], pages: Sequence[str]) -> Reach:
    """Of these files of tests, or of all, and of these pages, with the core as it is."""
    found = in_a_child(lambda: _record(tests, pages))
    assert found is not None, "tests/lognormalizer or the code blocks fail unchanged"
    seconds, entered = found
    return Reach(seconds, {name: [tuple(place) for place in places]
                           for name, places in entered.items()})


def _record(tests: Sequence[str], pages: Sequence[str]) -> Any:
    for name in own_modules():
        del sys.modules[name]
    recorder = Recorder()
    code = run_tests(recorder, tests)
    assert code == pytest.ExitCode.OK, code.name
    for page in pages:
        with recorder.watch(page):
            outcome = first_failing_block(whole_site(), [page])
        assert outcome.status == SURVIVED, outcome.said
    return recorder.seconds, recorder.entered
