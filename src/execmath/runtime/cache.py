"""What was worked out before, kept on disk by the digest of all that it depends on.

A cache saves time and decides nothing: it can be deleted at any moment, and a clean checkout has
none. What is missing, damaged, or not written with the user's own key, is worked out anew.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from execmath.runtime.secret import cache_key

T = TypeVar("T")

NAME = "kept.sqlite"
SECONDS = 60.0  # that one build waits for another to finish writing
# Not a database, or not this one: it is begun anew.
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
FULL = 500_000_000  # bytes, seven times what the whole site takes: then it is thinned out
MANY = 500  # keys in one question to the database
SEAL = 16  # bytes that say who wrote an entry
LEVEL = 1  # typeset formulas repeat themselves so much that quick compression leaves a tenth


def digest(*parts: str | bytes) -> str:
    """One name for all the parts; parts that are cut elsewhere have another name."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


class Cache:
    """JSON, or bytes, by digest, in one file in `folder` (None: nothing is kept)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._alone = RLock()  # threads share a connection, which is one thread's at a time

    @property
    def keeps(self) -> bool:
        """Whether it keeps anything; where it does not, nobody has to work out a key."""
        return self._folder is not None

    def reopened(self) -> Cache:
        """The same folder, for a process that was forked: a connection is one process's own."""
        other = Cache(self._folder)
        other.load("")  # which opens it
        return other

    def load(self, key: str) -> Any | None:
        return self.load_all([key]).get(key)

    def load_all(self, keys: Iterable[str]) -> dict[str, Any]:
        """What is kept under some of the keys; to read much at once takes less time than one after
        the other."""
        values = {}
        for key, data in self._read(keys):
            with suppress(ValueError):
                values[key] = json.loads(data)
        return values

    def store(self, key: str, value: Any) -> None:
        self.store_all({key: value})

    def remember(self, key: str, make: Callable[[], Any]) -> Any:
        """What is kept; if nothing is, what `make` makes, which is then."""
        if (value := self.load(key)) is None:
            value = make()
            self.store(key, value)
        return value

    def store_all(self, values: Mapping[str, Any]) -> None:
        """Much at once, which takes less time than one after the other; bytes as they are, all
        else as JSON."""
        if self._folder is None:
            return
        rows = [(key, self._sealed(key, zlib.compress(_encoded(value), LEVEL)))
                for key, value in values.items()]
        with self._alone:
            try:
                self._write(rows)
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode & 0xFF not in DAMAGED:
                    return  # locked, full or not to be written: what is there is whole, and stays
                self._close()
                (self._folder / NAME).unlink(missing_ok=True)
                self._write(rows)

    def take_in(self, other: Cache) -> None:
        """All that another folder keeps, as far as the user's key has sealed it."""
        if self._folder is None:
            return
        with other._alone:
            rows = other._database.execute("SELECT key, value FROM kept").fetchall()
        with self._alone:
            self._write([(key, value) for key, value in rows
                         if isinstance(value, bytes) and self._is_own(key, value)])

    def known(self, keys: Iterable[str]) -> set[str]:
        """Those of the keys under which something is kept."""
        return {key for key, in self._select("key", keys)}

    def load_bytes(self, key: str) -> bytes | None:
        return dict(self._read([key])).get(key)

    def store_bytes(self, key: str, data: bytes) -> None:
        self.store_all({key: data})

    def _read(self, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        for key, value in self._select("key, value", keys):
            if isinstance(value, bytes) and self._is_own(key, value):
                with suppress(zlib.error):
                    yield key, zlib.decompress(value[SEAL:])

    def _is_own(self, key: str, value: bytes) -> bool:
        return hmac.compare_digest(value, self._sealed(key, value[SEAL:]))

    def _sealed(self, key: str, data: bytes) -> bytes:
        """With a seal in front, which nobody can make who has not the user's key."""
        seal = hashlib.blake2b(key=self._secret, digest_size=SEAL)
        seal.update(len(key.encode()).to_bytes(8, "big") + key.encode())
        seal.update(data)
        return seal.digest() + data

    @cached_property
    def _secret(self) -> bytes:
        return cache_key()

    def _select(self, columns: str, keys: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """Of the rows under these keys, `MANY` at a time."""
        remaining = iter(keys)
        while self._folder is not None and (some := list(islice(remaining, MANY))):
            places = ",".join("?" * len(some))
            try:
                with self._alone:
                    rows = self._database.execute(
                        f"SELECT {columns} FROM kept WHERE key IN ({places})", some).fetchall()
            except sqlite3.Error:
                return
            yield from rows

    def _write(self, rows: Sequence[tuple[str, bytes]]) -> None:
        with self._database:
            self._database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)

    @cached_property
    def _database(self) -> sqlite3.Connection:
        assert self._folder is not None
        self._folder.mkdir(parents=True, exist_ok=True)
        opened = sqlite3.connect(self._folder / NAME, timeout=SECONDS,
                                 check_same_thread=False)
        # If the machine fails, what was written last may be lost; it is no loss.
        opened.execute("PRAGMA synchronous = OFF")
        # A build writes a thousand times; to make a file each time takes longer than to write.
        opened.execute("PRAGMA journal_mode = TRUNCATE")
        # With row ids, as without them the values would lie between the keys.
        opened.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB)")
        if _size(opened) > FULL:
            with opened:
                opened.execute("DELETE FROM kept WHERE rowid < (SELECT rowid FROM kept ORDER BY "
                               "rowid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM kept))")
        return opened

    def _close(self) -> None:
        if "_database" in self.__dict__:
            self._database.close()
            del self._database


class Lazy(Mapping[Any, T]):
    """Values by name: those that are new, and others that are read when somebody asks."""

    def __init__(self, names: Collection[Any], new: Mapping[Any, T],
                 read: Callable[[Any], T]) -> None:
        self._names, self._new, self._read = names, new, read

    def __getitem__(self, name: Any) -> T:
        return self._new[name] if name in self._new else self._read(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[Any]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _size(opened: sqlite3.Connection) -> int:
    """Of what is kept, in bytes; what was deleted leaves room in the file, which is used again."""
    pages, free, size = (opened.execute(f"PRAGMA {name}").fetchone()[0]
                         for name in ("page_count", "freelist_count", "page_size"))
    return int((pages - free) * size)


def _encoded(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")
