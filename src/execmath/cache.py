"""What was worked out before, kept on disk by the digest of all that it depends on.

A cache saves time and decides nothing: it can be deleted at any moment, and a clean checkout has
none. An entry that is missing or damaged is worked out anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


def digest(*parts: str | bytes) -> str:
    """One name for all the parts; parts that are cut elsewhere have another name."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


class Cache:
    """JSON by digest, in `folder` (None: nothing is kept)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def load(self, key: str) -> Any | None:
        if self._folder is None:
            return None
        try:
            return json.loads((self._folder / f"{key}.json").read_bytes())
        except (OSError, ValueError):
            return None

    def store(self, key: str, value: Any) -> None:
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        # Written aside and then moved: another build never reads half an entry.
        with tempfile.NamedTemporaryFile(
            "w", dir=self._folder, delete=False, encoding="utf-8"
        ) as file:
            json.dump(value, file)
        os.replace(file.name, self._folder / f"{key}.json")
