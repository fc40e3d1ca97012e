"""The templates of the theme and of this package, compiled, are as good as ever when the next build
begins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_execmath import templating
from mkdocs_execmath.components.component import Build, Component, Settings
from mkdocs_execmath.templating import Templates


class CompiledTemplates(Component):
    def configure(self, config: MkDocsConfig, settings: Settings) -> None:
        custom = config.theme.custom_dir
        folders = [*filter(None, [settings.options.templates, custom and f"{custom}/execmath"])]
        templating.use(Templates([*map(Path, folders)], settings.cache))

    def read(self, files: Files, build: Build) -> None:
        if (docstrings := build.config.plugins.get("mkdocstrings")) is not None:
            for handler in docstrings.handlers.seen_handlers:
                _keep(handler.env, build)

    def assemble(self, environment: Any, build: Build) -> None:
        _keep(environment, build)


def _keep(environment: Any, build: Build) -> None:
    environment.bytecode_cache = templating.CompiledTemplates(build.cache)
