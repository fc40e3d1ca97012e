"""A site is built beside the one that is there, and takes its place when it is complete.

A build that fails, or is killed at any moment, leaves the published site whole.
"""

from __future__ import annotations

import shutil
from pathlib import Path


class Staging:
    """`folder`, next to the site, is where it is built."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.folder = site.with_name(f".{site.name}.next")
        self._aside = site.with_name(f".{site.name}.last")
        if self._aside.exists() and not site.exists():
            self._aside.rename(site)  # an earlier build was killed between two renames
        for leftover in (self.folder, self._aside):
            shutil.rmtree(leftover, ignore_errors=True)

    def complete(self) -> None:
        if self.site.exists():
            self.site.rename(self._aside)
        self.folder.rename(self.site)
        shutil.rmtree(self._aside, ignore_errors=True)

    def discard(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
