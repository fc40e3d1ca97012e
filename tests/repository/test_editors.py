"""What editors and hooks are told: they find the place of each problem."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from execmath.checking.codes import FAILS
from execmath.commands.check import parser
from execmath.documents.diagnostics import Diagnostic
from mkdocs_execmath import starter

ROOT = Path(__file__).parents[2]
MATCHER = json.loads((starter.FILES / "tasks.json").read_text())["tasks"][0]["problemMatcher"]


def test_the_problem_matcher_reads_what_is_printed() -> None:
    pattern = MATCHER["pattern"]
    for label in ("square", ""):
        match = re.match(pattern["regexp"], str(Diagnostic("docs/a page.md", 8, label,
                                                           "fails at 3 points", FAILS)))
        assert match is not None
        shown = [match[pattern[part]] for part in ("file", "line", "code", "message")]
        assert shown == ["docs/a page.md", "8", "C201", "fails at 3 points"]


def test_each_hook_is_a_command_that_is_there() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    configuration = yaml.safe_load((starter.FILES / "pre-commit-config.yaml").read_text())
    (own,) = configuration["repos"][0]["hooks"]
    for entry in (f"{hook['entry']} {' '.join(hook['args'])}", own["entry"]):
        program, command, *arguments = entry.split()
        assert (program, command) == ("execmath", "check")
        assert parser().parse_args(arguments).docs == Path("docs")
    assert not hook["pass_filenames"] and not own["pass_filenames"]


def test_the_tasks_are_commands_that_are_there() -> None:
    (task,) = json.loads((starter.FILES / "tasks.json").read_text())["tasks"]
    assert parser().parse_args(task["command"].split()[2:]).watch
