"""What the tests of more than one folder ask for, and which of them take long."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sharing import Shared

from execmath.rocq.prover import version

TESTS = Path(__file__).parent
collect_ignore_glob = ["*.md"]  # pages that tests use are none themselves

SLOW_FOLDERS = {"architecture", "browser", "distribution", "fits", "hostile", "picture", "site",
                "tamper"}
SLOW_FILES = {"test_printed.py"}
SLOW_FIXTURES = {"prover"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Which tests `make quick` leaves out: two thirds of the time, and a tenth of the tests."""
    for item in items:
        if is_slow(item):
            item.add_marker(pytest.mark.slow)


def is_slow(item: pytest.Item) -> bool:
    in_slow_folder = any(TESTS / folder in item.path.parents for folder in SLOW_FOLDERS)
    fixtures = getattr(item, "fixturenames", ())
    return (in_slow_folder or item.path.name in SLOW_FILES
            or not SLOW_FIXTURES.isdisjoint(fixtures))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Shared:
    folder = tmp_path_factory.getbasetemp()
    return Shared(folder if worker_id == "master" else folder.parent)


@pytest.fixture(scope="session")
def prover() -> str:
    """The prover's version; a test that asks for it is skipped where there is none, but in CI."""
    found = version()
    if not found and not os.environ.get("CI"):
        pytest.skip("no coqc with Coquelicot here")
    assert found, "CI requires the prover"
    return found
