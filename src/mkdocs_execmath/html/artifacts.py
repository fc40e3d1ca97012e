"""Folders of files that are made once, kept beside what else is kept, and linked into the site.

A file that was changed in the site is changed where it is kept, too, since it is one file; then the
folder is made anew. And a folder of an earlier site that has just these files is as good as a new
one: to make and to remove thousands takes a busy disk longer than all else that a build does.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from execmath.runtime.cache import Cache, digest

DAY = 86_400.0  # seconds
SETTLED = 1_000_000_000  # nanoseconds, beyond which a clock tells two changes apart

Stamps = dict[str, list[int]]
"""By the name of a file: where it is, how long, and when it was changed, which nobody can set."""


class Artifacts:
    """They lie in `folder`, each under its key; `cache` knows how they were."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self._folder, self._cache = folder, cache
        self._records: dict[str, Any] = {}  # what the cache knows, as far as it was looked up
        self._digests: dict[str, dict[str, str]] = {}  # of the files as made, by their folder's key
        self._stamps: dict[str, Stamps] = {}  # of the files when they were as made

    def look_up(self, keys: Iterable[str]) -> None:
        """Ask the cache for what it knows of many folders at once, which takes less time."""
        entries = {digest("folder", key): key for key in keys}
        found = self._cache.load_all(entries)
        self._records |= {key: found.get(entry) for entry, key in entries.items()}

    def have(self, key: str) -> bool:
        """Is there a folder under this key, as it was made?

        key  a digest of all that its files are made from
        """
        if key not in self._records:
            self.look_up([key])
        match self._records[key]:
            case {"digests": dict(digests), "stamps": dict(stamps)}:
                self._digests[key] = digests
            case _:
                return False
        folder = self._folder / key
        if not digests or not folder.is_dir():
            return False
        self._stamps[key] = _stamps(folder)
        if self._stamps[key] != stamps:
            if _digests(folder) != digests:
                return False
            self._record(key)
        return True

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Make a folder, with files by their names."""
        folder = self._folder / key
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        self._digests[key], self._stamps[key] = _digests(folder), _stamps(folder)
        self._record(key)

    def _record(self, key: str) -> None:
        """Let the cache know the files. Those that were changed just now may be changed once more
        without another stamp; they are read again the next time."""
        just_now = time.time_ns() - SETTLED
        stamps = {name: stamp for name, stamp in self._stamps[key].items()
                  if max(stamp[-2:]) < just_now}
        self._records[key] = {"digests": self._digests[key], "stamps": stamps}
        self._cache.store(digest("folder", key), self._records[key])

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
        digests, settled = self._digests[key], self._records[key]["stamps"]
        if settled.keys() == digests.keys() and target.is_dir() \
                and settled.items() <= _stamps(target).items():
            return True
        return digests.items() <= _digests(target).items()

    def _use(self, key: str) -> None:
        folder = self._folder / key
        if time.time() - folder.stat().st_mtime > DAY / 10:
            os.utime(folder)

    def forget(self, seconds: float = DAY) -> None:
        """Folders that were not used for so long are kept no longer; another build may run now."""
        for folder in self._folder.iterdir() if self._folder.exists() else ():
            if time.time() - folder.stat().st_mtime > seconds:
                shutil.rmtree(folder, ignore_errors=True)


def _digests(folder: Path) -> dict[str, str]:
    """A digest of each file; nothing if there is no such folder."""
    if not folder.is_dir():
        return {}
    return {file.name: digest(Path(file.path).read_bytes()) for file in os.scandir(folder)}


def _stamps(folder: Path) -> Stamps:
    """A size and a time of writing would do against chance, but who changes a file can set both.
    The time of its last change is the machine's own, and a link is a change."""
    return {file.name: [(state := file.stat(follow_symlinks=False)).st_dev, state.st_ino,
                        state.st_size, state.st_mtime_ns, state.st_ctime_ns]
            for file in os.scandir(folder)}


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
