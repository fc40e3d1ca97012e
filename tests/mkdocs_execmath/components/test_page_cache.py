"""What a page is made from, besides its text and what it opens."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_execmath.components.page_cache import _settings


def settings(**more: Any) -> list[str]:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Notes", "site_url": "https://example.org/", **more})
    return _settings(config)


def test_a_page_is_the_same_in_whatever_folder_the_site_is_put() -> None:
    assert settings(site_dir="/tmp/one") == settings(site_dir="/tmp/two")


def test_any_other_setting_may_be_on_the_page() -> None:
    assert settings(site_author="A") != settings(site_author="B")
