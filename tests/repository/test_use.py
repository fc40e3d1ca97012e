"""What the page *Use it for your site* says is what there is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from execmath import cli
from execmath.commands.check import parser
from mkdocs_execmath import starter
from mkdocs_execmath.config import ExecmathConfig

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/use.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (execmath .*?)(?:\s+#.*)?$", PAGE, re.MULTILINE)


def test_it_shows_the_configuration_of_a_new_site(tmp_path: Path) -> None:
    shown = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    starter.make(tmp_path, "My notes")
    written = (tmp_path / "mkdocs.yml").read_text().replace('"My notes"', "My notes")
    assert shown[0] == written  # the others are steps of a workflow
    assert all("\n  with: {folder: docs}\n" in step for step in shown[1:])


def test_it_names_every_option_with_its_default() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(.*?)` \|", PAGE, re.MULTILINE)
    shown = {name: ast.literal_eval(default) for name, default in rows}
    assert shown == {name: option.default for name, option in ExecmathConfig._schema}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_one(command: str) -> None:
    _, name, *arguments = command.split()
    assert name in {*cli.COMMANDS, *cli.ADDED}
    if name == "check":
        assert parser().parse_args(arguments).docs == Path("docs")


def test_it_names_every_command_and_every_format() -> None:
    assert {command.split()[1] for command in COMMANDS} == {*cli.COMMANDS, *cli.ADDED}
    for name in ("github", "sarif", "junit", "json"):
        assert f"`{name}`" in PAGE
