"""What runs where the site is published: nothing that could change behind its name."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SITE = ROOT / ".github/workflows/site.yml"
RELEASE = ROOT / ".github/workflows/release.yml"
STARTER = ROOT / "src/mkdocs_execmath/starter/files/workflow.yml"
ACTION = ROOT / ".github/actions/check/action.yml"
WORKFLOWS = [*sorted((ROOT / ".github/workflows").glob("*.yml")), STARTER]


@pytest.mark.parametrize("file", [*WORKFLOWS, ACTION], ids=lambda file: file.name)
def test_every_action_is_pinned_by_the_hash_of_a_commit_that_says_its_version(file: Path) -> None:
    used = re.findall(r"uses: (.*)", file.read_text())
    assert used
    for action in used:
        assert re.fullmatch(r"(actions|pypa)/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), \
            action


def test_every_container_is_pinned_by_its_digest() -> None:
    jobs = [job for file in WORKFLOWS for job in yaml.safe_load(file.read_text())["jobs"].values()]
    containers = [job["container"] for job in jobs if "container" in job]
    assert containers
    for container in containers:
        assert re.fullmatch(r"[a-z]+:[\w.-]+@sha256:[0-9a-f]{64}", container)


def test_what_a_run_keeps_is_believed_by_the_next_only_with_the_secret() -> None:
    steps = yaml.safe_load(SITE.read_text())["jobs"]["test"]["steps"]
    kept = next(step["with"]["path"] for step in steps
                if step.get("uses", "").startswith("actions/cache@"))
    assert ".cache/execmath" in kept.split()
    sealed = [step["env"]["EXECMATH_CACHE_KEY"] for step in steps if step.get("run") == ".ci/run"]
    assert sealed == ["${{ secrets.EXECMATH_CACHE_KEY }}"]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_job_may_do_what_it_names_and_only_publishing_may_write(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text())
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        writes = {what for what, how in job["permissions"].items() if how == "write"}
        allowed = {"id-token"} if file == RELEASE else {"pages", "id-token"}
        assert writes == (allowed if name == "publish" else set())
        assert job["timeout-minutes"] <= 60
        assert "pull_request_target" not in file.read_text()


@pytest.mark.parametrize("file", [SITE, STARTER], ids=lambda file: file.name)
def test_only_main_is_published_and_only_after_the_tests(file: Path) -> None:
    jobs = yaml.safe_load(file.read_text())["jobs"]
    assert jobs["publish"]["if"] == "github.ref == 'refs/heads/main'"
    assert jobs["publish"]["needs"] in jobs


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_what_an_event_says_is_never_part_of_a_command(file: Path) -> None:
    for job in yaml.safe_load(file.read_text())["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_every_week_each_python_is_tried_with_the_newest_of_everything() -> None:
    jobs = yaml.safe_load(SITE.read_text())["jobs"]
    assert jobs["pythons"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert any("properdocs build" in step.get("run", "") for step in jobs["pythons"]["steps"])


def test_a_release_is_built_without_rights_and_published_without_secrets() -> None:
    text = RELEASE.read_text()
    assert "secrets." not in text
    jobs = yaml.safe_load(text)["jobs"]
    assert jobs["publish"]["needs"] == "build" and jobs["publish"]["environment"] == "pypi"
    assert jobs["build"]["permissions"] == {"contents": "read"}


def test_each_action_has_one_version() -> None:
    used = {action for file in WORKFLOWS for action in re.findall(r"uses: (.*)", file.read_text())}
    assert len(used) == len({action.partition("@")[0] for action in used})


def in_the_action(step: str, folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """A step of the action that others use, as a shell runs it there, with its defaults."""
    action = yaml.safe_load(ACTION.read_text())
    defaults = {name: one["default"] for name, one in action["inputs"].items()} | given
    run, = (one for one in action["runs"]["steps"] if one.get("name") == step)
    variables = {name: defaults[re.fullmatch(r"\$\{\{ inputs\.(.*) \}\}", value)[1]]
                 for name, value in run["env"].items()}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(["bash", "-e", "-c", run["run"]], cwd=folder, capture_output=True,
                          text=True, env={**os.environ, **variables, "PATH": path}, check=False)


def test_the_action_for_others_annotates_the_line_and_leaves_a_report(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "index.md"
    page.write_text("# One\n\n$$\n1 + 1 = 3\n\\label{one}\n$$\n")
    done = in_the_action("Execute", tmp_path)
    assert done.returncode == 1
    assert "::error file=docs/index.md,line=4" in done.stdout
    report = json.loads((tmp_path / "equations.sarif").read_text())
    assert [one["ruleId"] for one in report["runs"][0]["results"]] == ["C201"]
    page.write_text(page.read_text().replace("3", "2"))
    assert in_the_action("Execute", tmp_path, report="").returncode == 0
