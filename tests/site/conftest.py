"""The module `projects` beside the tests is imported by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project, Small, pageless_cache
from sharing import Shared


@pytest.fixture
def small(tmp_path: Path, shared: Shared) -> Small:
    """A project with a few pages and a site that an earlier build left."""
    return lambda **pages: Project.small(
        tmp_path / "project", {f"{name}.md": text for name, text in pages.items()},
        pageless_cache(shared)
    )


@pytest.fixture(scope="session")
def built(shared: Shared) -> Project:
    """A copy of the real project that was built, with its cache."""

    def make(root: Path) -> None:
        done = Project.real(root).build()
        assert done.code == 0, done.output

    return Project(shared("real", make))


@pytest.fixture
def real(built: Project, tmp_path: Path) -> Project:
    """A copy of it to be edited."""
    return built.copy(tmp_path / "real")
