"""The module `projects` beside the tests is imported by its name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from projects import Project, Small


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """A project with a few pages and a site that an earlier build left."""
    return lambda **pages: Project.small(
        tmp_path / "project", {f"{name}.md": text for name, text in pages.items()}
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the real project that was built, with its cache."""
    project = Project.real(tmp_path_factory.mktemp("real") / "project")
    done = project.build()
    assert done.code == 0, done.output
    return project


@pytest.fixture
def real(built: Project, tmp_path: Path) -> Project:
    """A copy of it to be edited."""
    return built.copy(tmp_path / "real")
