"""Copies of the project, built in a process of their own as a person builds them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from problems import uncoded
from sharing import Shared

ROOT = Path(__file__).parents[2]

PLACE = re.compile(r"\S+\.(md|markdown):\d+")

# As in the real mkdocs.yml as far as formulas and blocks go; the rest only takes time.
SMALL = """\
site_name: Small
theme: {name: mkdocs, highlightjs: false}
markdown_extensions:
  - attr_list
  - md_in_html
  - mkdocs_execmath.fail_closed
  - pymdownx.arithmatex: {generic: true, inline_syntax: [dollar], block_syntax: [dollar]}
  - pymdownx.superfences
plugins:
  - markdown-exec: {ansi: "off", languages: [python]}
  - execmath: {reload: [lognormalizer]}
"""


@dataclass(frozen=True)
class Build:
    """How `mkdocs build` ended, and what it said."""

    code: int
    output: str

    @property
    def problems(self) -> list[str]:
        """The problems listed, each by its page and with the lines that belong to it."""
        found: list[str] = []
        for line in self.output.splitlines():
            if PLACE.match(line):
                found.append(uncoded(line).removeprefix("docs/"))
            elif line.startswith("  ") and found:
                found[-1] += f"\n{line}"
        return found

    @property
    def places(self) -> list[str]:
        """`page.md:LINE label` of each problem."""
        return [problem.partition(": ")[0] for problem in self.problems]


class Project:
    """A folder with an mkdocs.yml, docs and the core, and a site from an earlier build."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        # The copy's own core comes before the one that is installed.
        self.environment = {**os.environ, "PYTHONPATH": str(root / "src"),
                            "NO_MKDOCS_2_WARNING": "1"}

    @classmethod
    def small(cls, root: Path, pages: Mapping[str, str], cache: Path | None = None) -> Project:
        """A project with a few pages and a site that an earlier build left.

        cache  of another project, copied
        """
        root.mkdir(parents=True)
        if cache:
            shutil.copytree(cache, root / ".cache")
        project = cls(root)
        (root / "mkdocs.yml").write_text(SMALL)
        for path, text in {"index.md": "# Home\n", **pages}.items():
            project.write(path, text)
        project.mark()
        return project

    @classmethod
    def page_of_ours(cls, root: Path, page: str) -> Project:
        """One page of this repository, which builds on no other, with the core and an old site.

        What is edited on it, or in the core, is found without the pages that it leaves alone.
        """
        project = cls.small(root, {page: (ROOT / "docs" / page).read_text(encoding="utf-8")})
        config = SMALL.replace("[lognormalizer]", "[lognormalizer, pictures]")
        (root / "mkdocs.yml").write_text(config, encoding="utf-8")
        project.take_over("src/lognormalizer", "src/pictures", ".cache")
        return project

    @classmethod
    def real(cls, root: Path) -> Project:
        """The pages, the core and the configuration of this repository."""
        root.mkdir(parents=True)
        shutil.copy(ROOT / "mkdocs.yml", root)
        project = cls(root)
        project.take_over("docs", "src/lognormalizer", "src/pictures", "src/formal", ".cache")
        return project

    def take_over(self, *names: str) -> None:
        """Folders of this repository; what was worked out before saves time and decides nothing."""
        for name in names:
            if (ROOT / name).exists():
                shutil.copytree(ROOT / name, self.root / name,
                                ignore=shutil.ignore_patterns("__pycache__"))

    def copy(self, root: Path) -> Project:
        shutil.copytree(self.root, root)
        return Project(root)

    def mark(self) -> None:
        """What a good build of last week left."""
        (self.site / "deep").mkdir(parents=True)
        (self.site / "index.html").write_text("the last good site")
        (self.site / "deep" / "marker.bin").write_bytes(bytes(range(256)))

    def write(self, path: str, text: str) -> None:
        (self.root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / "docs" / path).write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> int:
        """Replace the one place where `old` stands; returns its line."""
        file = self.root / path
        before, found, after = file.read_text(encoding="utf-8").partition(old)
        assert found, f"{path} does not hold {old!r}"
        assert old not in after, f"{path} holds {old!r} more than once"
        file.write_text(before + new + after, encoding="utf-8")
        return before.count("\n") + 1

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "mkdocs", *arguments]

    def build(self, *flags: str) -> Build:
        done = subprocess.run(self.command("build", *flags), cwd=self.root, env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
                              timeout=900)
        return Build(done.returncode, done.stdout)

    def published(self) -> dict[str, bytes]:
        """Every file of the site, and what lies beside it that should not."""
        files = {str(path.relative_to(self.root)): path.read_bytes()
                 for path in self.site.rglob("*") if path.is_file()}
        beside = {str(path.relative_to(self.root)): b"" for path in self.root.glob(".site*")}
        return files | beside


def pageless_cache(shared: Shared) -> Path:
    """What every first build works out alike, such as a digest of each module: a quarter of it.

    It comes from a project without an equation, so that no equation is taken from memory.
    """

    def make(root: Path) -> None:
        done = Project.small(root, {}).build()
        assert done.code == 0, done.output

    return shared("pageless", make) / ".cache"


Small = Callable[..., Project]
