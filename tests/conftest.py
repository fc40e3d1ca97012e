"""What the tests of more than one folder ask for."""

from __future__ import annotations

import os

import pytest

from execmath.rocq.prover import version


@pytest.fixture(scope="session")
def prover() -> str:
    """The prover's version; a test that asks for it is skipped where there is none, but in CI."""
    found = version()
    if not found and not os.environ.get("CI"):
        pytest.skip("no coqc with Coquelicot here")
    assert found, "CI requires the prover"
    return found
