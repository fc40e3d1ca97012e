"""Folders of files that are made once, kept beside what else is kept, and linked into the site.

A file that was changed in the site is changed where it is kept, too, since it is one file; then the
folder is made anew.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from execmath.runtime.cache import Cache, digest

DAY = 86_400.0  # seconds


class Artifacts:
    """They lie in `folder`, each under its key; `cache` knows how they were."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self._folder, self._cache = folder, cache

    def have(self, key: str) -> bool:
        """Is there a folder under this key, as it was made?

        key  a digest of all that its files are made from
        """
        state_before = self._cache.load(digest("folder", key))
        return bool(state_before) and state_before == _state(self._folder / key)

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Make a folder, with files by their names."""
        folder = self._folder / key
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        self._cache.store(digest("folder", key), _state(folder))

    def place(self, key: str, target: Path) -> None:
        """Link the files of a folder into `target`."""
        target.mkdir(parents=True, exist_ok=True)
        for file in os.scandir(self._folder / key):
            _link(file.path, os.path.join(target, file.name))
        os.utime(self._folder / key)

    def forget(self, seconds: float = DAY) -> None:
        """Folders that were not used for so long are kept no longer; another build may run now."""
        for folder in self._folder.iterdir() if self._folder.exists() else ():
            if time.time() - folder.stat().st_mtime > seconds:
                shutil.rmtree(folder, ignore_errors=True)


def _state(folder: Path) -> dict[str, str]:
    """A digest of each file; nothing if there is no such folder. A size and a time would do against
    chance, but who changes a file can set both."""
    if not folder.is_dir():
        return {}
    return {file.name: digest(Path(file.path).read_bytes()) for file in os.scandir(folder)}


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        os.unlink(target)
        _link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(source, target)
