"""What is made once for all workers of a run."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Shared:
    """A folder of all workers. The first that asks for something makes it, the others wait."""

    folder: Path

    def __call__(self, name: str, make: Callable[[Path], None]) -> Path:
        """The file or folder of this name; `make` is told where to write it."""
        with (self.folder / f"{name}.made").open("a+") as note:
            fcntl.flock(note, fcntl.LOCK_EX)
            note.seek(0)
            if not note.read():  # nobody came before, or whoever came has failed
                make(self.folder / name)
                note.write("made")
        return self.folder / name
