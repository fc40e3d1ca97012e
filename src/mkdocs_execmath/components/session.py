"""Pages may be converted from the moment all equations are executed to the end of the build."""

from __future__ import annotations

import logging

from mkdocs.structure.files import Files

from mkdocs_execmath import fail_closed
from mkdocs_execmath.components.component import Build, Component

log = logging.getLogger("mkdocs.plugins.execmath")


class Session(Component):
    def read(self, files: Files, build: Build) -> None:
        fail_closed.begin()
        if fail_closed.__name__ not in build.config.markdown_extensions:
            log.info("execmath: another generator would build this site without a check; to "
                     "prevent it, list %s under markdown_extensions", fail_closed.__name__)

    def complete(self, build: Build) -> None:
        fail_closed.end()

    def fail(self) -> None:
        fail_closed.end()
