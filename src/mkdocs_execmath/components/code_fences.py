"""Code blocks on the pages: each one that should run did, to its end, with its output there.

markdown-exec stands in front of the one executor of code: it reads the options of a fence and lays
out the source and the output, which is known by then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import markdown_exec

from execmath.code import codes
from execmath.code.blocks import attributes, fault, is_executed, problem
from execmath.code.reported import functions_of
from execmath.code.runner import Failure, Shown
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.markdown import Block, parse_page

ALTERED = "the code that is shown is not that of the page: another extension has changed it"
NOT_RUN = ("this block was not run: it stands within a comment, a quotation or the output of "
           "another; put it on the page itself")


@dataclass
class Run:
    """One place at which the output of a block is put in. `token` stands behind it."""

    token: str
    line: int
    failure: Failure | None = None


class Watcher:
    """Stands between superfences and markdown-exec, and writes down what happens."""

    def __init__(self) -> None:
        self.page = ""
        self.runs: dict[str, list[Run]] = {}
        self._blocks: dict[int, Block] = {}  # those that are executed, by their lines
        self._shown: Mapping[int, Shown] = {}  # by the line of a block

    def start_build(self) -> None:
        """Forget the runs of an earlier build."""
        self.runs = {}
        markdown_exec.formatters["python"] = self._format

    def start_page(self, page: str, blocks: tuple[Block, ...], shown: Mapping[int, Shown]) -> None:
        """A page with these blocks is about to be converted.

        shown  what they showed, by the lines of their fences
        """
        self.page, self._shown = page, shown
        self._blocks = {block.line: block for block in blocks if is_executed(block)}

    def number_fences(self, markdown: str, blocks: tuple[Block, ...]) -> str:
        """Give each executed fence an id that says its line on the page.

        The text has lost its front matter and some comments; it has the same blocks in the same
        order. Where it has not, none gets an id, and each is told as one that was not run.
        """
        lines = markdown.split("\n")
        here = [block for block in parse_page(markdown, self.page).blocks if is_executed(block)]
        there = [block for block in blocks if is_executed(block)]
        if [block.info for block in here] == [block.info for block in there]:
            for block, original in zip(here, there, strict=True):
                opening = lines[block.line - 1].rstrip()
                lines[block.line - 1] = f'{opening} id="{self.page}:{original.line}"'
        return "\n".join(lines)

    def wrap(self, formatter: Callable[..., Any]) -> Callable[..., Any]:
        """markdown-exec's formatter with its eyes open."""

        def watched(source: str, language: str, css_class: str, options: dict[str, Any], md: Any,
                    **more: Any) -> Any:
            line = int(str(options.get("id", "")).rpartition(":")[2] or 0)
            run = Run(f"execmath:{self.page}:{line}:ran", line)
            self.runs.setdefault(self.page, []).append(run)
            if line not in self._blocks or fault(self._blocks[line]):
                return ""  # which is a problem
            html = formatter(source, language, css_class, options | {"id_prefix": ""}, md, **more)
            if "source" not in attributes(self._blocks[line]) and line in self._shown:
                html = folded(html, functions_of(self._shown[line].text))
            return html

        return watched

    def _format(self, **options: Any) -> Any:
        """What markdown-exec calls for Python."""
        return markdown_exec.base_format(language="python", run=self._run, **options)

    def _run(self, code: str, **_: Any) -> str:
        """The output of the block that is being formatted, with its token behind it."""
        run = self.runs[self.page][-1]
        block = self._blocks[run.line]
        if _normal(code) != _normal(block.source):
            run.failure = Failure(ALTERED, run.line, codes.SHOWN_OTHERWISE)
            return ""
        shown = self._shown[run.line]
        run.failure = shown.failure
        return f"{shown.text}{run.token}\n"

    def problems(self, page: str, blocks: tuple[Block, ...], html: str) -> Iterator[Diagnostic]:
        """What each block did that did not do what its page promises."""
        runs = {run.line: run for run in self.runs.get(page, [])}
        for block in blocks:
            wrong = problem(page, block) or _problem(page, block, runs.get(block.line), html)
            if wrong is not None:
                yield wrong
        lines = {block.line for block in blocks if is_executed(block)}
        yield from (Diagnostic(page, 1, "", NOT_RUN, codes.NOT_RUN)
                    for run in self.runs.get(page, []) if run.line not in lines)

    def without_tokens(self, page: str, html: str) -> str:
        for run in self.runs.get(page, []):
            html = re.sub(rf"[^\S\n]*{re.escape(run.token)}\n?", "", html)
        return html


def folded(html: str, functions: Sequence[str]) -> str:
    """What was measured of functions, behind one line that names them; anything else as it is.

    The line claims nothing: a block may print what looks like a report.
    """
    if not functions:
        return html
    names = ", ".join(f"<code>{escape(name)}</code>" for name in functions)
    return ('<details class="code-figures" data-search-exclude><summary>Figures of the '
            f"numpy code: {names}</summary>{html}</details>")


def _problem(page: str, block: Block, run: Run | None, html: str) -> Diagnostic | None:
    """Of a block whose fence is in order."""
    failure = _failure(block, run, html) if is_executed(block) else None
    if failure is None:
        return None
    return Diagnostic(page, failure.line or block.line, "", failure.message, failure.code)


def _failure(block: Block, run: Run | None, html: str) -> Failure | None:
    if run is None:
        return Failure("this block was not run", block.line, codes.NOT_RUN)
    if run.failure is None and run.token not in html:
        return Failure("this block ran, and its output is not on the page", block.line,
                       codes.NOT_SHOWN)
    return run.failure


def _normal(code: str) -> list[str]:
    """Markdown takes tabs for spaces, and spaces away that nobody sees."""
    return [line.rstrip() for line in code.expandtabs(4).strip("\n").split("\n")]
