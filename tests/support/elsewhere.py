"""A place outside this repository, in which the wheels are installed and nothing else is."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("lognormalizer", "execmath", "mkdocs_execmath")


class Elsewhere:
    """A fresh environment with the three wheels, and what they need, in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bin = folder, folder / "environment/bin"
        # Nothing is found but this environment's own programs: no node, no npm, no make.
        self.environment = {"PATH": str(self.bin), "HOME": str(folder), "LANG": "C.UTF-8",
                            "NO_MKDOCS_2_WARNING": "1"}
        wheels = folder / "wheels"
        for package in PACKAGES:
            self._must(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps",
                       "--no-build-isolation", f"--wheel-dir={wheels}", str(ROOT / "src" / package))
        # The versions of the lock, so that a release elsewhere breaks no test here.
        lock = (ROOT / "requirements/lock.txt").read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.-]+==\S+", lock, re.MULTILINE)
        (folder / "pins.txt").write_text("\n".join(pins), encoding="utf-8")
        self._must(sys.executable, "-m", "venv", str(folder / "environment"))
        self._must(str(self.bin / "python"), "-m", "pip", "install", "--quiet",
                   f"--constraint={folder / 'pins.txt'}", *map(str, wheels.glob("*.whl")))

    def _must(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, encoding="utf-8",
                              timeout=600, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def run(self, program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """A program of the environment."""
        return subprocess.run([self.bin / program, *arguments], cwd=cwd, env=self.environment,
                              capture_output=True, encoding="utf-8", timeout=300, check=False)

    def site(self, name: str, configuration: str,
             pages: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """How `mkdocs build` ends in a new folder of this name."""
        root = self.folder / name
        (root / "docs").mkdir(parents=True)
        (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
        for path, text in pages.items():
            (root / "docs" / path).write_text(text.lstrip(), encoding="utf-8")
        return self.run("mkdocs", "build", cwd=root)
