"""The templates of a theme, compiled, are as good as ever when the next build begins."""

from __future__ import annotations

from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.structure.files import Files

from mkdocs_execmath.components.component import Build, Component


class CompiledTemplates(Component):
    def read(self, files: Files, build: Build) -> None:
        if (docstrings := build.config.plugins.get("mkdocstrings")) is not None:
            for handler in docstrings.handlers.seen_handlers:
                _keep(handler.env, build)

    def assemble(self, environment: Any, build: Build) -> None:
        _keep(environment, build)


def _keep(environment: Any, build: Build) -> None:
    folder = build.settings.folder / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
