"""The search reads the pages as they are read; what it read of one that did not change is kept."""

from __future__ import annotations

import json
from typing import Any

from mkdocs.structure.pages import Page

from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.search.index import Indexed, plain


class Search(Component):
    def __init__(self) -> None:
        self._indexed: Indexed | None = None
        self._shown = ""  # the content of a page, while the search reads another

    def assemble(self, environment: Any, build: Build) -> None:
        if (plugin := build.config.plugins.get("material/search")) is not None:
            self._indexed = Indexed(plugin.search_index, build.cache)

    def before_search(self, context: Any, build: Build, page: Page) -> None:
        self._shown, is_known = page.content or "", False
        if self._indexed is not None:
            meta = json.dumps(page.meta, sort_keys=True, default=str)
            is_known = self._indexed.recall(page.url, str(page.title), meta, self._shown)
        page.content = "" if is_known else plain(self._shown)

    def after_search(self, context: Any, build: Build, page: Page) -> None:
        page.content = self._shown
        if self._indexed is not None:
            self._indexed.keep()
