"""The code blocks of pages, run without MkDocs: each page has namespaces of its own.

Blocks run in order. So whoever asks for one gets those before it in its session run first.
"""

from __future__ import annotations

import io
import traceback
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from typing import Any

from execmath.code import active_site, blocks
from execmath.documents.markdown import Block
from execmath.documents.results import Diagnostic
from execmath.documents.site import Site


@dataclass
class PageCode:
    """The executed blocks of one page and what has become of them."""

    site: Site
    page: str
    sessions: dict[str, dict[str, Any]] = field(default_factory=dict)
    done: dict[int, Diagnostic | None] = field(default_factory=dict)  # by line
    printed: dict[int, str] = field(default_factory=dict)  # by line

    def problem(self, block: Block) -> Diagnostic | None:
        """Run a block, after those before it in its session; what is wrong, or None."""
        name = _session(block)
        for earlier in self.site.pages[self.page].blocks:
            before = _session(earlier) == name and earlier.line <= block.line
            if before and earlier.line not in self.done:
                self.done[earlier.line] = self._run(earlier)
        return self.done[block.line]

    def _run(self, block: Block) -> Diagnostic | None:
        if (wrong := blocks.fault(block)) != "":
            return Diagnostic(self.page, block.line, "", wrong)
        if not blocks.is_executed(block):
            return None
        active_site.use(self.site)
        namespace = self.sessions.setdefault(_session(block), {"__name__": "__main__"})
        # Blank lines in front make the lines of a traceback those of the page.
        source, printed = "\n" * block.line + block.source, io.StringIO()
        try:
            with redirect_stdout(printed):
                exec(compile(source, self.page, "exec"), namespace)
        except (Exception, SystemExit) as error:
            line = _line_of(error, self.page) or block.line
            said = "".join(traceback.format_exception_only(error)).strip()
            return Diagnostic(self.page, line, "", f"this block failed: {said}")
        self.printed[block.line] = printed.getvalue()
        return None


def _session(block: Block) -> str:
    attributes: dict[str, str] = dict(blocks.ATTRIBUTE.findall(block.info))
    return attributes.get("session", "")


def _line_of(error: BaseException, page: str) -> int:
    if isinstance(error, SyntaxError) and error.filename == page:
        return error.lineno or 0
    frames = [frame for frame in traceback.extract_tb(error.__traceback__)
              if frame.filename == page]
    return frames[-1].lineno or 0 if frames else 0
