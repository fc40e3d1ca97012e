"""Nothing is tied to the site of this repository: notes in another subject are built by the wheels,
under another theme."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from elsewhere import Elsewhere

NOTES = Path(__file__).with_name("inequalities")


def site(elsewhere: Elsewhere, name: str) -> Path:
    root = elsewhere.folder / name
    shutil.copytree(NOTES, root)
    return root


def test_the_inequalities_hold_and_are_published(elsewhere: Elsewhere) -> None:
    root = site(elsewhere, "inequalities")
    done = elsewhere.run("mkdocs", "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "7 of 7 claims hold" in done.stderr
    equations = json.loads((root / "site/equations.json").read_text("utf-8"))["equations"]
    assert {one["label"] for one in equations if one["kind"] == "claim"} == {
        "mean-of-a-sum", "distances-cancel", "spread-around-a-point", "markov-inequality",
        "chebyshev-inequality",
        "jensen-exponential", "cauchy-schwarz"}
    assert "computes mean in float64" in (root / "site/index.html").read_text("utf-8")


def test_an_inequality_the_other_way_round_is_refused(elsewhere: Elsewhere) -> None:
    root = site(elsewhere, "turned-round")
    page = root / "docs/tails.md"
    text = page.read_text("utf-8")
    place = text.index(r"\le v")
    page.write_text(text[:place] + r"\ge v" + text[place + len(r"\le v") :], "utf-8")
    line = text.count("\n", 0, text.rindex("$$", 0, place)) + 2
    done = elsewhere.run("execmath", "check", "docs", "--format", "github", cwd=root)
    assert done.returncode == 1
    annotation = f"::error file=docs/tails.md,line={line},title=C201 chebyshev-inequality::"
    assert annotation in done.stdout


def test_another_site_is_checked_in_parts_that_share_a_key(elsewhere: Elsewhere) -> None:
    root = site(elsewhere, "in-parts")
    elsewhere.environment["EXECMATH_CACHE_KEY"] = "a secret of the service that runs the parts"
    for part in ("1", "2"):
        done = elsewhere.run("execmath", "check", "docs", "--shard", f"{part}/2",
                             "--cache", f"parts/{part}", cwd=root)
        assert done.returncode == 0, done.stderr
    done = elsewhere.run("execmath", "merge", "parts/1", "parts/2", cwd=root)
    del elsewhere.environment["EXECMATH_CACHE_KEY"]
    assert done.returncode == 0, done.stderr
    assert "7 of 7 claims hold" in done.stdout
