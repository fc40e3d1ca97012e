"""Makes a new site, small and whole, that an author goes on from: `execmath new FOLDER`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import mkdocs_execmath
from mkdocs_execmath import codes

FILES = Path(__file__).with_name("files")
# Where each file goes; those whose names begin with a dot are not hidden in the package.
PLACES = {
    "mkdocs.yml": "mkdocs.yml",
    "index.md": "docs/index.md",
    "next.md": "docs/next.md",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "tasks.json": ".vscode/tasks.json",
    "workflow.yml": ".github/workflows/site.yml",
}
NEXT = """\
{folder}: a site of two pages. Go on with

    cd {folder}
    mkdocs serve

and change an exponent in docs/index.md."""


def main(arguments: list[str]) -> int:
    """`execmath new FOLDER`: exit code 2 if something is there already."""
    parser = argparse.ArgumentParser(prog="execmath new", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the site is made")
    parser.add_argument("--title", default="", help="of the site (default: from the folder's name)")
    chosen = parser.parse_args(arguments)
    folder: Path = chosen.folder
    if taken := _taken(folder):
        print(f"execmath: {codes.TAKEN} {taken}", file=sys.stderr)
        return 2
    make(folder, chosen.title or _title(folder))
    print(NEXT.format(folder=folder))
    return 0


def make(folder: Path, title: str) -> None:
    """Write the files of a new site below `folder`."""
    for name, place in PLACES.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_filled_in(name, title), encoding="utf-8")


def _filled_in(name: str, title: str) -> str:
    text = (FILES / name).read_text(encoding="utf-8")
    # A title is a line of YAML as well, where a colon or a quote in it would mean something.
    shown = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"' if name == "mkdocs.yml" \
        else title
    return text.replace("TITLE", shown).replace("VERSION", mkdocs_execmath.__version__)


def _title(folder: Path) -> str:
    words = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or "Notes"


def _taken(folder: Path) -> str:
    """Why no site can be made there, or nothing. What belongs to no site, such as an environment or
    a repository, may be there."""
    if folder.exists() and not folder.is_dir():
        return f"{folder} is a file; name a new folder"
    taken = [place for place in PLACES.values() if (folder / place).exists()]
    return f"{folder / taken[0]} is there already; name a new folder" if taken else ""
