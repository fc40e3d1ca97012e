"""The key by which a cache knows what it has written itself.

Machines that are to believe each other have it from the variable `EXECMATH_CACHE_KEY`. Otherwise
it lies in the user's own folder, not in the cache: who edits a cache, or brings one along with a
checkout, has not the key, and what they wrote is as good as missing.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

LENGTH = 32  # bytes
SHARED = "EXECMATH_CACHE_KEY"


def key_file() -> Path:
    """`$XDG_STATE_HOME/execmath/cache.key`; without the variable, below `~/.local/state`."""
    state = os.environ.get("XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "execmath" / "cache.key"


def cache_key() -> bytes:
    """The key that machines share, if there is one that cannot be guessed; else the user's, made
    when there is none.

    Where none can be kept it is new in each process; then every cache is begun anew.
    """
    shared = os.environ.get(SHARED, "").encode()
    if len(shared) >= LENGTH:
        return hashlib.sha256(shared).digest()
    try:
        return _kept(key_file())
    except (OSError, RuntimeError):  # no home, or none that can be written to
        return _of_this_process()


def _kept(file: Path) -> bytes:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not file.exists():
        _make(file)
    data = file.read_bytes()
    if len(data) != LENGTH:
        raise OSError(f"{file} is no key")
    return data


def _make(file: Path) -> None:
    with suppress(FileExistsError):
        # Made beside and linked, so that another build never reads half of it.
        made = file.with_name(f".{secrets.token_hex(8)}")
        descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(secrets.token_bytes(LENGTH))
        try:
            os.link(made, file)
        finally:
            made.unlink()


@cache
def _of_this_process() -> bytes:
    return secrets.token_bytes(LENGTH)
