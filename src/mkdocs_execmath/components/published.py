"""What is published is what was gone over.

Pages are gone over when the theme and every plugin have done with them. Whatever alters the file of
one afterwards, a hook that is called last or a process that a block has left, is noticed just
before the site takes its place: such a page is gone over once more, as it lies there.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from execmath.runtime.cache import digest
from mkdocs_execmath.components.component import Build, Component
from mkdocs_execmath.components.pages import refuse, tell_of_finished


class Published(Component):
    def __init__(self) -> None:
        self._as_finished: dict[str, tuple[str, str]] = {}  # by address: its source, and a digest

    def read(self, files: Files, build: Build) -> None:
        self._as_finished = {}

    def finish_page(self, output: str, build: Build, page: Page) -> None:
        self._as_finished[page.file.dest_uri] = page.file.src_uri, digest(output)

    def finish_template(self, output: str, build: Build, template_name: str) -> None:
        if template_name.endswith(".html"):
            self._as_finished[template_name] = template_name, digest(output)

    def complete(self, build: Build) -> None:
        for address, (source, as_finished) in self._as_finished.items():
            file = Path(build.config.site_dir) / address
            text = file.read_bytes().decode(errors="replace") if file.exists() else ""
            if text and digest(text) != as_finished:
                tell_of_finished(text, source, build)
        refuse(build)
