"""Code blocks on the pages: each one that should run did run, to its end, with its output there.

markdown-exec stands in front of the one executor of code: it reads the options of a fence and lays
out the source and the output. What the blocks of a page showed is kept, as long as all of them and
what they depend on stay the same: then a word changed beside them runs none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import markdown_exec

from execmath.code import active_site, codes
from execmath.code.assertions import functions_of
from execmath.code.blocks import attributes, fault, is_executed, problem, version_of
from execmath.code.runner import Failure, Program
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.markdown import Block, parse_page
from execmath.documents.site import Site
from execmath.runtime.cache import Cache, digest

TOKEN = "execmath:ran"  # in the place of a run's own, which says the line
HEADING = re.compile(r"<h[1-6][ >]")  # of it more is told than its HTML says
ALTERED = "the code that is shown is not that of the page: another extension has changed it"
NOT_RUN = ("this block was not run: it stands within a comment, a quotation or the output of "
           "another; put it on the page itself")


@dataclass
class Run:
    """One execution of one block. `token` stands behind its output."""

    token: str
    line: int
    failure: Failure | None = None
    text: str = ""


class Watcher:
    """Stands between superfences and markdown-exec, and writes down what happens."""

    def __init__(self) -> None:
        self.page = ""
        self.runs: dict[str, list[Run]] = {}
        self._cache = Cache()
        self.packages = ""  # the digest of what the blocks import
        self._shown: dict[str, str] = {}  # by the place of a block among them
        self._blocks: dict[int, Block] = {}  # those that are executed, by their lines
        self._places: dict[int, str] = {}  # of the blocks, by their lines
        self._before: dict[str, str] = {}  # what they showed in an earlier build
        self._site: Site
        self._program: Program | None = None
        self._ran: dict[str, str] = {}  # by session, the digest of all code that ran in it

    def start_build(self, cache: Cache, packages: Iterable[str]) -> None:
        """Forget the runs of an earlier build, and its sessions with them.

        packages  whose functions the blocks hold against the page: reports are remembered, in
                  `cache`, only as long as their code stays the same
        """
        self.runs = {}
        self._cache, self.packages = cache, version_of(packages)
        markdown_exec.formatters["python"] = self._format

    def start_page(self, site: Site, page: str, ground: str, blocks: tuple[Block, ...]) -> None:
        """The blocks of a page are about to be run.

        ground  the digest of all that they depend on besides their own code
        """
        self._site, self.page, self._shown = site, page, {}
        self._program, self._ran = None, {}
        executed = [block for block in blocks if is_executed(block)]
        self._blocks = {block.line: block for block in executed}
        self._places = {block.line: str(place) for place, block in enumerate(executed)}
        cached = self._cache.load(self._key(ground))
        self._before = cached if isinstance(cached, dict) else {}

    def _key(self, ground: str) -> str:
        return digest("shown", ground, self.page,
                      *(text for block in self._blocks.values()
                        for text in (block.info, block.source)))

    def keep(self, ground: str) -> None:
        """All went well: keep what the blocks of the page showed, on this ground."""
        if self._shown.keys() == set(self._places.values()) \
                and not any(map(HEADING.search, self._shown.values())):
            self._cache.store(self._key(ground), self._shown)

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
            place = self._places[line]
            if place in self._before:
                self._shown[place] = self._before[place]
                return self._before[place].replace(TOKEN, run.token)
            html = formatter(source, language, css_class, options | {"id_prefix": ""}, md, **more)
            if "source" not in attributes(self._blocks[line]):
                html = folded(html, functions_of(run.text))
            self._shown[place] = html.replace(run.token, TOKEN)
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
        if self._program is None:
            self._program = Program(self._site, self.page)
        self._remember(block)
        shown = self._program.run(block)
        run.failure, run.text = shown.failure, shown.text
        return f"{shown.text}{run.token}\n"

    def _remember(self, block: Block) -> None:
        self._ran[self.page] = digest(self._ran.get(self.page, self.packages), block.source)
        active_site.remember(self._cache, self._ran[self.page])

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
