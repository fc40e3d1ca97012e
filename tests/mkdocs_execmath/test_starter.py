"""`execmath new` makes a site that is small and whole, and overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import mkdocs_execmath
from execmath.cli import main
from mkdocs_execmath import starter


def made(folder: Path, *options: str) -> Path:
    assert main(["new", str(folder), *options]) == 0
    return folder


def test_every_file_of_the_package_has_a_place(tmp_path: Path) -> None:
    assert {file.name for file in starter.FILES.iterdir()} == starter.PLACES.keys()
    folder = made(tmp_path / "site")
    written = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert written == {*starter.PLACES.values()}


def test_its_title_comes_from_the_folder_or_is_given(tmp_path: Path) -> None:
    assert title_of(made(tmp_path / "my-first_notes")) == "My first notes"
    odd = 'Sums: "all" of \\ them'
    folder = made(tmp_path / "other", "--title", odd)
    assert title_of(folder) == odd
    assert (folder / "docs/index.md").read_text().startswith(f"# {odd}\n")


def title_of(folder: Path) -> str:
    class Loader(yaml.SafeLoader):
        """MkDocs knows tags of its own, such as !ENV."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    return yaml.load((folder / "mkdocs.yml").read_text(), Loader)["site_name"]


def test_it_asks_for_the_version_that_made_it(tmp_path: Path) -> None:
    wanted = (made(tmp_path / "site") / "requirements.txt").read_text()
    assert wanted == f"mkdocs-execmath=={mkdocs_execmath.__version__}\n"


def test_its_pages_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made(tmp_path / "site")
    assert main(["check", str(folder / "docs")]) == 0
    assert "4 of 4 claims hold" in capsys.readouterr().out


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".git").mkdir()  # it is in nobody's way
    page = made(tmp_path) / "docs/index.md"
    page.write_text("mine")
    assert main(["new", str(tmp_path)]) == 2
    assert "S117" in (told := capsys.readouterr().err) and "mkdocs.yml is there already" in told
    assert page.read_text() == "mine"
    assert main(["new", str(page)]) == 2
    assert "is a file" in capsys.readouterr().err


def test_without_the_plugin_the_engine_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("execmath.cli.entry_points", lambda **named: [])
    assert main(["new", "somewhere"]) == 2
    assert "pip install mkdocs-execmath" in capsys.readouterr().err
