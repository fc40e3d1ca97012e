"""What was worked out is kept; what cannot be read any more is as if it had never been kept."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from execmath.runtime.cache import MANY, NAME, SEAL, Cache


def test_what_is_kept_is_found_by_the_next_build(tmp_path: Path) -> None:
    Cache(tmp_path / "new" / "folder").store("key", {"a": [1, "β"]})
    assert Cache(tmp_path / "new" / "folder").load("key") == {"a": [1, "β"]}
    assert Cache(tmp_path / "new" / "folder").load("another") is None


def test_what_is_stored_last_is_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store("key", 1)
    cache.store("key", 2)
    assert cache.load("key") == 2


def test_much_is_kept_at_once(tmp_path: Path) -> None:
    Cache(tmp_path).store_all({"a": b"1", "b": b"[2]"})
    assert [Cache(tmp_path).load(key) for key in "ab"] == [1, [2]]


def test_what_is_remembered_is_made_once(tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        assert Cache(tmp_path).remember("key", lambda: made.append(1) or "made") == "made"
    assert made == [1]


def test_bytes_are_kept_as_they_are(tmp_path: Path) -> None:
    Cache(tmp_path).store_bytes("key", bytes(range(256)))
    assert Cache(tmp_path).load_bytes("key") == bytes(range(256))
    assert Cache(tmp_path).load("key") is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache()
    cache.store("key", 1)
    assert cache.load("key") is None


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    Cache(tmp_path).store("key", 1)
    (tmp_path / NAME).write_bytes(damage)
    cache = Cache(tmp_path)
    assert cache.load("key") is None
    cache.store("key", 2)
    assert Cache(tmp_path).load("key") == 2


def test_a_cache_that_is_damaged_while_it_is_open_is_begun_anew(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store("key", 1)
    (tmp_path / NAME).write_bytes(bytes(8192))
    cache.store("key", 2)
    assert Cache(tmp_path).load("key") == 2


def test_a_cache_that_another_build_holds_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("execmath.runtime.cache.SECONDS", 0.05)
    cache = Cache(tmp_path)
    cache.store("key", 1)
    with sqlite3.connect(tmp_path / NAME, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        cache.store("key", 2)
        other.execute("ROLLBACK")
    assert Cache(tmp_path).load("key") == 1


@pytest.mark.parametrize("damage", [b"", b"x", b"\x78\x01\x03\x00", "text", None, 1])
def test_a_damaged_entry_is_none(tmp_path: Path, damage: object) -> None:
    Cache(tmp_path).store("key", 1)
    with sqlite3.connect(tmp_path / NAME) as opened:
        opened.execute("UPDATE kept SET value = ?", (damage,))
    assert Cache(tmp_path).load("key") is None


def test_several_builds_may_write_at_once(tmp_path: Path) -> None:
    def write(name: str) -> None:
        cache = Cache(tmp_path)
        for number in range(50):
            cache.store(f"{name}{number}", [name, number])

    writers = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    cache = Cache(tmp_path)
    assert [cache.load(f"{n}{i}") for n in "abcd" for i in range(50)] == [
        [n, i] for n in "abcd" for i in range(50)]


def test_a_cache_that_is_full_forgets_what_was_stored_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> str:
        return "".join(name for name in "abcdefgh" if Cache(tmp_path).load(name) is not None)

    for name in "abcdefgh":
        Cache(tmp_path).store(name, Random(name).randbytes(50_000).hex())
    monkeypatch.setattr("execmath.runtime.cache.FULL", 300_000)
    assert found() == "efgh"
    assert found() == "efgh"  # the room that they left does not count
    Cache(tmp_path).store("a", 1)
    assert found() == "aefgh"


def test_much_is_read_at_once_but_for_what_is_missing_or_damaged(tmp_path: Path) -> None:
    kept = {str(number): [number] for number in range(2 * MANY)}
    Cache(tmp_path).store_all(kept | {"damaged": b"["})
    assert Cache(tmp_path).load_all([*kept, "damaged", "missing"]) == kept
    assert Cache().load_all(kept) == {}


def test_which_keys_are_known_is_told_without_reading_what_is_kept(tmp_path: Path) -> None:
    Cache(tmp_path).store_all({"a": b"1", "b": b"2"})
    assert Cache(tmp_path).known(["a", "b", "c"]) == {"a", "b"}
    assert Cache().known(["a"]) == set()


def test_threads_share_what_is_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)

    def use(thread: int) -> bool:
        """All that this thread finds again."""
        for turn in range(50):
            key = f"{thread} {turn}"
            cache.store(key, [thread, turn] * 100)
            cache.store_all({f"{key} {place}": b"[1]" for place in range(20)})
            if cache.load(key) != [thread, turn] * 100 or cache.known([key]) != {key}:
                return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(use, range(8)))


# ------------------------------------------------------------------------ who has written it


def rows(folder: Path) -> dict[str, bytes]:
    with sqlite3.connect(folder / NAME) as opened:
        return dict(opened.execute("SELECT key, value FROM kept"))


def write(folder: Path, key: str, value: bytes) -> None:
    with sqlite3.connect(folder / NAME) as opened:
        opened.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))


def test_what_somebody_else_wrote_is_missing(tmp_path: Path) -> None:
    Cache(tmp_path).store("key", {"holds": True})
    (value,) = rows(tmp_path).values()
    for forged in (zlib.compress(b'{"holds":true}'),
                   bytes(SEAL) + zlib.compress(b'{"holds":true}'),
                   value[:SEAL] + zlib.compress(b'{"holds":false}')):
        write(tmp_path, "key", forged)
        assert Cache(tmp_path).load("key") is None


def test_an_entry_under_the_key_of_another_is_missing(tmp_path: Path) -> None:
    Cache(tmp_path).store_all({"true": b"1", "false": b"2"})
    write(tmp_path, "false", rows(tmp_path)["true"])
    assert Cache(tmp_path).load("false") is None
    assert Cache(tmp_path).load("true") == 1


def test_a_cache_without_its_key_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "here"))
    Cache(tmp_path).store("key", 1)
    key = tmp_path / "here" / "execmath" / "cache.key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert Cache(tmp_path).load("key") == 1
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "there"))
    assert Cache(tmp_path).load("key") is None
    Cache(tmp_path).store("key", 2)
    assert Cache(tmp_path).load("key") == 2


def test_where_no_key_can_be_kept_a_cache_lasts_as_long_as_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    Cache(tmp_path).store("key", 1)
    assert Cache(tmp_path).load("key") == 1
    read = ("import sys; from pathlib import Path; from execmath.runtime.cache import Cache; "
            "print(Cache(Path(sys.argv[1])).load('key'))")
    done = subprocess.run([sys.executable, "-c", read, str(tmp_path)], capture_output=True,
                          encoding="utf-8")
    assert done.stdout == "None\n", done.stderr
