"""A sample of `make tamper`: a site that was tampered with is refused, and says where."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import code_changes
import reach
import trial
import try_core
import try_glyphs

import tamper

LATEX, GLYPHS, CODE = 50, 400, 10


def sample(found: list[trial.Change], size: int) -> list[trial.Change]:
    """Spread over all of it, the same every time."""
    step = max(1, len(found) // size)
    return found[::step][: size + 1]


@pytest.fixture(scope="module")
def latex() -> list[trial.Change]:
    return sample(tamper.everything(["softmax.md"], "latex"), LATEX)


def test_what_is_altered_in_a_page_is_refused_by_name(latex) -> None:
    assert len(latex) >= LATEX
    survivors = []
    for change in latex:
        outcome = tamper.try_change(change)
        if outcome.status == trial.SURVIVED:
            survivors.append(change)
        else:
            assert outcome.said.startswith("softmax.md:") or ".md:" in outcome.said, outcome
    unexplained = [change for change in survivors if not tamper.explained(change)]
    assert not unexplained, "\n".join(map(tamper.difference, unexplained))
    assert len(survivors) < len(latex) / 4


@pytest.fixture(scope="module")
def glyphs() -> list[trial.Change]:
    return sample(tamper.everything(["softmax.md"], "glyphs"), GLYPHS)


def test_what_is_written_otherwise_is_refused_or_read_as_the_same(glyphs) -> None:
    assert len(glyphs) >= GLYPHS
    outcomes = [tamper.try_change(change) for change in glyphs]
    survivors = [change for change, outcome in zip(glyphs, outcomes, strict=True)
                 if outcome.status == trial.SURVIVED]
    assert not survivors, "\n".join(map(tamper.difference, survivors))
    assert any(outcome.said == try_glyphs.READ_ALIKE for outcome in outcomes)


@pytest.fixture(scope="module")
def some_tests() -> reach.Reach:
    tests = ["test_log_sum_exp.py", "test_memory.py"]
    return try_core.reach_of([f"tests/lognormalizer/{name}" for name in tests], [])


def test_what_is_changed_in_the_core_is_refused_by_a_test(some_tests) -> None:
    found = sample([change for change in try_core.changes()
                    if change.file == "log_sum_exp.py"], CODE)
    assert len(found) >= CODE
    outcomes = [(change, try_core.attempt(change, some_tests)) for change in found]
    unexplained = [change for change, outcome in outcomes
                   if outcome.status == trial.SURVIVED and not tamper.explained(change)]
    assert not unexplained, "\n".join(map(tamper.difference, unexplained))
    assert any("::test_" in outcome.said for _, outcome in outcomes)


def test_the_core_as_it_is_survives(some_tests) -> None:
    change = next(try_core.changes())
    same = (trial.CORE / change.file).read_text(encoding="utf-8")
    assert try_core.attempt(replace(change, text=same), some_tests).status == trial.SURVIVED


@pytest.mark.parametrize("before, after", [("Array = NDArray[Any]", "pass")])
def test_a_change_of_types_alone_is_refused_by_the_checker_of_types(before, after) -> None:
    change = next(change for change in try_core.changes()
                  if (change.file, change.before, change.after) == ("testing.py", before, after))
    outcome = try_core.attempt(change, reach.Reach({}, {reach.IMPORT: []}))
    assert outcome.status == trial.REFUSED and 'Name "Array" is not defined' in outcome.said


def test_a_change_concerns_the_tests_that_enter_its_function() -> None:
    source = "A = 1\n\n\n@cache\ndef f():\n    def g():\n        return A\n    return g()\n"
    found = reach.Reach({"slow": 2.0, "quick": 1.0, "other": 0.1},
                        {"slow": [("m.py", 4), ("m.py", 6)], "quick": [("m.py", 4)],
                         "other": [("n.py", 4)], reach.IMPORT: [("n.py", 1)]})
    assert found.of("m.py", source, 1) == ["other", "quick", "slow"]
    assert found.of("m.py", source, 4) == found.of("m.py", source, 8) == ["quick", "slow"]
    assert found.of("m.py", source, 7) == ["slow"]
    assert found.of("n.py", source, 8) == ["other"]
    found.entered[reach.IMPORT].append(("n.py", 4))
    assert found.of("n.py", source, 8) == ["other", "quick", "slow"]


def test_what_is_explained_is_still_there() -> None:
    for known in tomllib.loads(tamper.EQUIVALENTS.read_text(encoding="utf-8"))["equivalent"]:
        folder = trial.CORE if known["file"].endswith(".py") else trial.DOCS
        text = (folder / known["file"]).read_text(encoding="utf-8")
        assert known.get("before", known.get("starts")) in text, known


@pytest.mark.parametrize("before, after", [
    ("a = b + 1", "a = b - 1"), ("a = 2", "a = 3"), ("return a", "return None"), ("return", "pass"),
    ("if a < b:", "if a >= b:"), ("a = not b", "a = b"), ("f(a)", "pass"), ("a = None", "a = 1"),
    ("a = True", "a = False"), ("a = 1e300", "a = 2e+300"), ("x = a and b", "x = a or b"),
    ("x = a is None", "x = a is not None"),
])
def test_a_line_of_code_is_changed_once(before: str, after: str) -> None:
    body = f"{before}\n        pass" if before.endswith(":") else before
    found = list(code_changes.changes(f"def g(a, b, f):\n    {body}\n"))
    assert (found[0].before, found[0].after) == (before, after)


def test_documentation_and_headers_are_no_code() -> None:
    source = '"""Text."""\nimport math\n\n\ndef f(a: int = 1) -> int:\n    """Text."""\n'
    assert [change.after for change in code_changes.changes(source)] == [
        "def f(a: int = 2) -> int:"]
