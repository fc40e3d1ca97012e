"""Folders of files are made once, and linked into the site."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from execmath.runtime.cache import Cache
from mkdocs_execmath.html import artifacts
from mkdocs_execmath.html.artifacts import Artifacts


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def made(kept: Path) -> Artifacts:
    """The folders of a new build."""
    return Artifacts(kept, Cache(kept.parent))


def test_what_was_made_is_there_in_the_next_build(kept: Path, tmp_path: Path) -> None:
    assert not made(kept).have("key")
    made(kept).keep("key", {"a": b"1", "b": b"2"})
    assert made(kept).have("key")
    made(kept).place("key", tmp_path / "site" / "deep")
    assert (tmp_path / "site" / "deep" / "b").read_bytes() == b"2"


def test_what_was_changed_through_a_link_is_not_what_was_made(kept: Path, tmp_path: Path) -> None:
    made(kept).keep("key", {"a": b"1"})
    made(kept).place("key", tmp_path / "site")
    (tmp_path / "site" / "a").write_bytes(b"22")
    assert not made(kept).have("key")
    made(kept).keep("key", {"a": b"1"})
    assert (tmp_path / "site" / "a").read_bytes() == b"22"  # it is another file by now
    made(kept).place("key", tmp_path / "site")
    assert (tmp_path / "site" / "a").read_bytes() == b"1"


def test_what_was_changed_and_made_to_look_as_before_is_not_what_was_made(kept: Path) -> None:
    made(kept).keep("key", {"a": b"1 + 1 = 2"})
    file = kept / "key" / "a"
    before = file.stat()
    file.write_bytes(b"1 + 1 = 3")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not made(kept).have("key")


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a day had passed since the last change."""
    later = artifacts.time.time_ns() + 10**14
    monkeypatch.setattr(artifacts.time, "time_ns", lambda: later)


def test_what_was_made_long_ago_is_not_read_again(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(kept).keep("key", {"a": b"1"})
    made(kept).place("key", tmp_path / "site")
    settle(monkeypatch)
    assert made(kept).have("key")  # it is read, and its stamps are noted
    monkeypatch.setattr(artifacts, "_digests", lambda folder: pytest.fail(f"{folder} is read"))
    build = made(kept)
    assert build.have("key")
    build.place("key", tmp_path / "site")
    assert build.is_placed("key", tmp_path / "site")


@pytest.mark.parametrize("where", ["kept", "site"])
def test_what_was_changed_long_after_it_was_made_is_noticed(
    where: str, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(kept).keep("key", {"a": b"1 + 1 = 2"})
    made(kept).place("key", tmp_path / "site")
    settle(monkeypatch)
    build = made(kept)
    assert build.have("key")
    build.place("key", tmp_path / "site")
    file = {"kept": kept / "key" / "a", "site": tmp_path / "site" / "a"}[where]
    before = file.stat()
    file.write_bytes(b"1 + 1 = 3")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not build.is_placed("key", tmp_path / "site")
    assert not made(kept).have("key")


def test_a_file_in_place_of_a_link_is_noticed(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(kept).keep("key", {"a": b"1"})
    made(kept).place("key", tmp_path / "site")
    settle(monkeypatch)
    build = made(kept)
    assert build.have("key")
    build.place("key", tmp_path / "site")
    (tmp_path / "site" / "a").unlink()
    (tmp_path / "site" / "a").write_bytes(b"2")
    assert not build.is_placed("key", tmp_path / "site")
    assert not build.is_placed("key", tmp_path / "gone")


def test_a_folder_that_lacks_a_file_is_not_what_was_made(kept: Path) -> None:
    made(kept).keep("key", {"a": b"1", "b": b"2"})
    (kept / "key" / "a").unlink()
    assert not made(kept).have("key")


def test_a_folder_of_an_earlier_site_gets_what_was_made_and_loses_what_was_not(
    kept: Path, tmp_path: Path
) -> None:
    made(kept).keep("key", {"a": b"1", "b": b"2"})
    target = tmp_path / "site"
    made(kept).place("key", target)
    whole = {file.name: file.stat().st_ino for file in target.iterdir()}
    (target / "a").unlink()
    (target / "a").write_bytes(b"another")
    (target / "b").unlink()
    (target / "b").mkdir()
    (target / "stale").write_bytes(b"of an earlier build")
    (target / "figure").write_bytes(b"of another plugin")
    made(kept).place("key", target, others=["figure"])
    assert {file.name: file.stat().st_ino for file in target.iterdir()
            if file.name != "figure"} == whole
    assert (target / "figure").read_bytes() == b"of another plugin"


def test_where_there_are_no_links_files_are_copied(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(source: str, target: Path) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(artifacts.os, "link", no_link)
    made(kept).keep("key", {"a": b"1"})
    made(kept).place("key", tmp_path / "site")
    assert (tmp_path / "site" / "a").read_bytes() == b"1"


def test_what_was_not_used_for_a_day_is_forgotten(kept: Path, tmp_path: Path) -> None:
    build = made(kept)
    for key in ("used", "unused"):
        build.keep(key, {"a": b"1"})
        os.utime(kept / key, (0, 0))
    build.place("used", tmp_path / "site")
    build.forget()
    assert made(kept).have("used")
    assert not made(kept).have("unused")
