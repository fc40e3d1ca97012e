"""`execmath check`: its reports, its parts and its watch."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from execmath.cli import main

DECLARED = r"""
$$
a \in \mathbb{R}, \qquad b \in \mathbb{R}
\label{real}
$$

$$
S(x) := x^3 \qquad x \in \mathbb{R}
\label{cube}
$$
"""
CLAIMS = [r"""
$$
S(a + b) = S(a) + 3 a b (a + b) + S(b)
\label{sum}
$$
""", r"""
$$
S(a - b) = S(a) - 3 a b (a - b) - S(b)
\label{difference}
$$
"""]
BLOCK = """
```python exec="true" session="page"
from execmath import implements
print(implements("cube", lambda x: x * x * x))
```
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "page.md").write_text(DECLARED + "".join(CLAIMS) + BLOCK)
    return docs


def break_it(docs: Path, old: str = "+ 3 a b", new: str = "+ 4 a b") -> None:
    page = docs / "page.md"
    page.write_text(page.read_text().replace(old, new))


# -------------------------------------------------------------------------------- reports


def test_a_path_is_relative_to_the_repository(docs: Path, capsys) -> None:
    break_it(docs)
    assert main(["check", str(docs)]) == 1
    assert capsys.readouterr().err.startswith("docs/page.md:13 sum: C201 fails")


def test_annotations_stand_beside_what_people_read(docs: Path, capsys) -> None:
    break_it(docs)
    assert main(["check", str(docs), "--format", "github"]) == 1
    told = capsys.readouterr()
    annotation, summary = told.out.splitlines()
    assert annotation.startswith("::error file=docs/page.md,line=13,title=C201 sum::fails")
    assert summary.startswith("1 of 2 claims hold")
    assert "docs/page.md:13 sum" in told.err


def test_a_document_is_all_that_is_printed(docs: Path, capsys) -> None:
    assert main(["check", str(docs), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {"version": 1, "equations": 4, "problems": []}
    assert told.err.startswith("2 of 2 claims hold")


def test_several_reports_go_into_files(docs: Path, tmp_path: Path, capsys) -> None:
    break_it(docs)
    sarif, junit = tmp_path / "out/report.sarif", tmp_path / "out/report.xml"
    assert main(["check", str(docs), "--format", f"sarif={sarif}", f"--format=junit={junit}"]) == 1
    assert json.loads(sarif.read_text())["runs"][0]["results"][0]["ruleId"] == "C201"
    suite = ElementTree.parse(junit).getroot()[0]
    assert (suite.get("tests"), suite.get("failures")) == ("4", "1")
    assert capsys.readouterr().out.startswith("1 of 2 claims hold")


def test_a_format_that_is_none_is_told(docs: Path, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", str(docs), "--format", "html"])
    assert ended.value.code == 2
    assert "'html' is none of text, github, sarif, junit, json" in capsys.readouterr().err


# ---------------------------------------------------------------------------------- parts


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXECMATH_CACHE_KEY", "the same on all machines of a test")


def check_in_parts(docs: Path, folder: Path, of: int) -> list[str]:
    """The folders of the parts, each made as by a machine of its own."""
    folders = [folder / str(number) for number in range(1, of + 1)]
    for number, part in enumerate(folders, 1):
        main(["check", str(docs), "--shard", f"{number}/{of}", "--cache", str(part)])
    return list(map(str, folders))


@pytest.mark.parametrize("of", [2, 3, 7])
@pytest.mark.usefixtures("key")
def test_parts_say_together_what_the_whole_says(docs: Path, tmp_path: Path, capsys,
                                                of: int) -> None:
    for edit in (lambda: None, lambda: break_it(docs),
                 lambda: break_it(docs, "x * x * x)", "x * x * x + 1)")):
        edit()
        code, whole = main(["check", str(docs)]), capsys.readouterr()
        folders = check_in_parts(docs, tmp_path / "parts", of)
        capsys.readouterr()
        assert main(["merge", *folders]) == code
        joined = capsys.readouterr()
        assert joined.err == whole.err
        assert joined.out.partition(", in")[0] == whole.out.partition(", in")[0]


@pytest.mark.usefixtures("key")
def test_what_parts_have_found_is_found_no_second_time(docs: Path, tmp_path: Path, capsys,
                                                       monkeypatch) -> None:
    cache = str(tmp_path / "cache")
    assert main(["merge", *check_in_parts(docs, tmp_path / "parts", 2), "--cache", cache]) == 0

    def nothing(*given: object) -> None:
        raise AssertionError("an equation is executed again")

    monkeypatch.setattr("execmath.documents.scheduler.check", nothing)
    monkeypatch.setattr("execmath.documents.scheduler.mutation", nothing)
    assert main(["check", str(docs), "--cache", cache]) == 0
    assert "2 of 2 claims hold" in capsys.readouterr().out


@pytest.mark.usefixtures("key")
def test_parts_that_make_no_whole_are_refused(docs: Path, tmp_path: Path, capsys,
                                              monkeypatch) -> None:
    first, second, third = check_in_parts(docs, tmp_path / "parts", 3)
    refused(capsys, [first, third], "1 to 3, each once; here are 1, 3")
    refused(capsys, [first, second, second], "here are 1, 2, 2")
    refused(capsys, [first, str(tmp_path / "nowhere")], "nowhere is not a folder")
    break_it(docs)
    main(["check", str(docs), "--shard", "3/3", "--cache", third])
    refused(capsys, [first, second, third], "parts of different checks")
    monkeypatch.setenv("EXECMATH_CACHE_KEY", "somebody else's key, who forges a part")
    refused(capsys, [first, second, third], "this machine's key has sealed")


def refused(capsys: pytest.CaptureFixture[str], folders: list[str], why: str) -> None:
    capsys.readouterr()
    assert main(["merge", *folders]) == 2
    assert "L623" in (told := capsys.readouterr().err) and why in told


@pytest.mark.usefixtures("key")
def test_a_part_that_ends_early_is_no_part(docs: Path, tmp_path: Path, capsys,
                                           monkeypatch) -> None:
    folders = check_in_parts(docs, tmp_path / "parts", 2)

    def interrupted(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("execmath.documents.scheduler.execute", interrupted)
    with pytest.raises(KeyboardInterrupt):
        main(["check", str(docs), "--shard", "2/2", "--cache", folders[1]])
    refused(capsys, folders, "no finished part")


@pytest.mark.parametrize("wrong", ["0/2", "3/2", "2", "a/b"])
def test_a_part_that_is_none_is_told(docs: Path, tmp_path: Path, capsys, wrong: str) -> None:
    with pytest.raises(SystemExit):
        main(["check", str(docs), "--shard", wrong, "--cache", str(tmp_path)])
    assert f"'{wrong}' is no part" in capsys.readouterr().err


def test_a_part_wants_a_place(docs: Path, capsys) -> None:
    assert main(["check", str(docs), "--shard", "1/2"]) == 2
    assert "L622 --shard" in capsys.readouterr().err


# ---------------------------------------------------------------------------------- watch


class Watch:
    """`execmath check --watch` in a process of its own."""

    def __init__(self, docs: Path) -> None:
        self.log = docs.parent / "log"
        with self.log.open("w") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "execmath", "check", str(docs), "--watch"], stdout=file,
                stderr=file, env={**os.environ, "PYTHONUNBUFFERED": "1"},
                # Where the tests run in the background of a shell, it would ignore SIGINT as well.
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))

    def wait_for(self, words: str, times: int = 1) -> str:
        deadline = time.monotonic() + 60
        while (told := self.log.read_text()).count(words) < times:
            assert self.process.poll() is None and time.monotonic() < deadline, told
            time.sleep(0.02)
        return told


@pytest.fixture
def watch(docs: Path) -> Iterator[Watch]:
    watch = Watch(docs)
    yield watch
    watch.process.kill()
    watch.process.wait()


def test_an_edit_is_answered_until_the_watch_is_ended(docs: Path, watch: Watch) -> None:
    watch.wait_for("2 of 2 claims hold", 2)  # without its altered formulas, and with them
    break_it(docs)
    watch.wait_for("docs/page.md:13 sum: C201 fails")
    break_it(docs, "4 a b", "3 a b")
    watch.wait_for("2 of 2 claims hold", 4)
    break_it(docs, "x * x * x)", "x * x * x + 1)")
    watch.wait_for("docs/page.md:24: C403")
    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(timeout=30) == 1
