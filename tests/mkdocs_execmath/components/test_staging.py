"""One build at a time makes a site."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_execmath.components.staging import Staging


def test_a_build_within_the_build_is_refused(tmp_path: Path) -> None:
    """As by a plugin that makes a site for each language."""
    config = SimpleNamespace(site_dir=str(tmp_path / "site"))
    settings = SimpleNamespace(config=config, is_serving=False)
    staging = Staging()
    staging.begin(settings)
    with pytest.raises(PluginError, match=r"S119.*second time within its build"):
        staging.begin(settings)
    staging.fail()
    assert [*tmp_path.iterdir()] == []
    config.site_dir = str(tmp_path / "site")
    staging.begin(settings)  # the next build is as good as the first
    staging.fail()
