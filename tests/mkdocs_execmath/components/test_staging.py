"""One build at a time makes a site."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_execmath.components.staging import Staging, StagingFolder


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


def test_a_site_that_cannot_take_the_place_of_another_leaves_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    folder = StagingFolder(site)
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path == folder.folder:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space left"):
        folder.complete(tmp_path / "spare")
    folder.discard()
    assert (site / "index.html").read_text() == "the last good site"
    assert [*tmp_path.iterdir()] == [site]
