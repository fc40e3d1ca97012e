"""Folders of files that are made once, kept beside what else is kept, and linked into the site.

A file that was changed in the site is changed where it is kept, too, since it is one file; then the
folder is made anew. And a folder of an earlier site that has just these files is as good as a new
one: to make and to remove thousands takes a busy disk longer than all else that a build does.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Mapping
from pathlib import Path

from execmath.runtime.cache import Cache, digest

DAY = 86_400.0  # seconds


class Artifacts:
    """They lie in `folder`, each under its key; `cache` knows how they were."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self._folder, self._cache = folder, cache
        self._states: dict[str, dict[str, str]] = {}  # as they were made, by their keys

    def have(self, key: str) -> bool:
        """Is there a folder under this key, as it was made?

        key  a digest of all that its files are made from
        """
        state_before = self._states[key] = self._cache.load(digest("folder", key)) or {}
        return bool(state_before) and state_before == _state(self._folder / key)

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Make a folder, with files by their names."""
        folder = self._folder / key
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        self._states[key] = _state(folder)
        self._cache.store(digest("folder", key), self._states[key])

    def place(self, key: str, target: Path, others: Collection[str] = ()) -> None:
        """`target` has the files of a folder, as links to them, and none besides but `others`."""
        target.mkdir(parents=True, exist_ok=True)
        wanted, there = _files(self._folder / key), _files(target)
        for name in there.keys() - wanted.keys() - {*others}:
            remove(target / name)
        for name, file in wanted.items():
            if there.get(name) != file:
                _link(os.path.join(self._folder, key, name), os.path.join(target, name))
        self._use(key)

    def is_placed(self, key: str, target: Path) -> bool:
        """Are the files of a folder still at `target`, as they were made?"""
        return self._states[key].items() <= _state(target).items()

    def _use(self, key: str) -> None:
        folder = self._folder / key
        if time.time() - folder.stat().st_mtime > DAY / 10:
            os.utime(folder)

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


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """What each name in a folder stands for: two that stand for the same are links to one file."""
    device = folder.stat().st_dev
    return {file.name: (device, file.inode()) for file in os.scandir(folder)}


def remove(path: Path) -> None:
    """A file or a folder."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        remove(Path(target))
        _link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(source, target)
