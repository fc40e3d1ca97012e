"""Code blocks: each one that should run did run, to its end, with its output on the page.

markdown-exec runs them. It is forgiving: an attribute misspelt means that a block is not run,
and a block that raises leaves a warning. Here both are problems, with their line.

What the blocks of a page showed is kept, as long as all of them and what they depend on stay the
same: then a word changed beside them runs none.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from execmath.code import active_site
from execmath.documents.markdown import FENCE, Block
from execmath.runtime.cache import Cache, digest

LANGUAGES = frozenset({"", "bash", "bibtex", "console", "coq", "html", "json", "latex", "make",
                       "markdown", "pycon", "python", "rst", "tex", "text", "toml", "yaml"})
ALLOWED = {
    "exec": {"true"},
    "source": {"above", "below", "material-block", "tabbed-left", "tabbed-right"},
    "result": {"text", "python", "json", "console"},
    "html": {"true"},
    "session": None,  # any name
    "title": None,
}
INFO = re.compile(r'(?P<language>[^\s{="]*)(?P<attributes>(?:\s+[\w-]+="[^"]*")*)\s*')
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
TOKEN = "execmath:ran"  # in the place of a run's own, which says the line
HEADING = re.compile(r"<h[1-6][ >]")  # of it more is told than its HTML says
FRAME = re.compile(r'File "<code block: id [^"]*:(\d+)>", line (\d+)')


def fault(block: Block) -> str:
    """What is wrong with how a block is opened, or nothing."""
    match = INFO.fullmatch(block.info)
    if match is None:
        return f'cannot read "{block.info}"; attributes are written key="value"'
    language, attributes = match["language"], dict(ATTRIBUTE.findall(match["attributes"]))
    if language not in LANGUAGES:
        return f"{language!r} is no language of this site: {', '.join(sorted(LANGUAGES - {''}))}"
    for key, value in attributes.items():
        if key not in ALLOWED:
            return f"no attribute {key!r}; there are {', '.join(sorted(ALLOWED))}"
        allowed = ALLOWED[key]
        if allowed is not None and value not in allowed:
            return f'{key}="{value}" is not one of {", ".join(sorted(allowed))}'
    if language == "python" and "exec" not in attributes:
        return 'a python block that would not run; write ```python exec="true" …'
    if "exec" in attributes and language != "python":
        return f"exec on a block of {language or 'no language'}; only python is run"
    if "exec" in attributes and "session" not in attributes:
        return 'a block without session="…" shares nothing with the others; name one'
    return ""


def is_executed(block: Block) -> bool:
    return 'exec="true"' in block.info


@dataclass
class Run:
    """One execution of one block. `token` is printed behind its last line."""

    token: str
    line: int
    error: str = ""
    error_line: int = 0


class Watcher:
    """Stands between superfences and markdown-exec, and writes down what happens."""

    def __init__(self) -> None:
        self.page = ""
        self.build = 0
        self.runs: dict[str, list[Run]] = {}
        self._log = _Capture()
        self._cache = Cache()
        self.packages = ""  # the digest of what the blocks import
        self._code: dict[str, str] = {}  # by session, the digest of all code that ran in it
        self._key = ""  # of what the blocks of the page show
        self._shown: dict[str, str] = {}  # by the place of a block among them
        self._places: dict[int, str] = {}  # of the blocks, by their lines
        self._known: dict[str, str] = {}  # as it was shown before

    def start_build(self, cache: Cache, packages: Iterable[str]) -> None:
        """Forget the runs of an earlier build, and its sessions with them.

        packages  whose functions the blocks hold against the page: reports are remembered, in
                  `cache`, only as long as their code stays the same
        """
        self.build += 1
        self.runs = {}
        self._cache, self.packages = cache, _sources(packages)
        self._code = {}
        self._log.attach()

    def start_page(self, page: str, ground: str, blocks: tuple[Block, ...]) -> None:
        """Its blocks are about to be run.

        ground  the digest of all that they depend on besides their own code
        """
        self.page, self._shown = page, {}
        executed = [block for block in blocks if is_executed(block)]
        self._places = {block.line: str(place) for place, block in enumerate(executed)}
        self._key = digest("shown", ground, page,
                           *(text for block in executed for text in (block.info, block.source)))
        known = self._cache.load(self._key)
        self._known = known if isinstance(known, dict) else {}

    def keep(self) -> None:
        """All went well: keep what the blocks of the page showed."""
        if self._shown.keys() == set(self._places.values()) \
                and not any(map(HEADING.search, self._shown.values())):
            self._cache.store(self._key, self._shown)

    def number_fences(self, markdown: str, blocks: tuple[Block, ...]) -> str:
        """Give each executed fence an id that says its line; it comes back in tracebacks."""
        executed = iter([block for block in blocks if is_executed(block)])

        def numbered(line: str) -> str:
            if (match := FENCE.match(line)) and 'exec="true"' in match["info"]:
                return f'{line.rstrip()} id="{self.page}:{next(executed).line}"'
            return line

        return "\n".join(map(numbered, markdown.split("\n")))

    def wrap(self, formatter: Callable[..., Any]) -> Callable[..., Any]:
        """markdown-exec's formatter with its eyes open."""

        def watched(source: str, language: str, css_class: str, options: dict[str, Any], md: Any,
                    **more: Any) -> Any:
            line = int(str(options.get("id", "")).rpartition(":")[2] or 0)
            runs = self.runs.setdefault(self.page, [])
            run = Run(f"execmath:{self.page}:{line}:ran", line)
            runs.append(run)
            place = self._places.get(line, "")
            if place in self._known:
                self._shown[place] = self._known[place]
                return self._known[place].replace(TOKEN, run.token)
            options = options | {"id_prefix": "", "session": self._session(options)}
            self._log.records.clear()
            self._remember(options["session"], source)
            source = f"{source}\nprint({run.token!r})  # markdown-exec: hide"
            try:
                html = formatter(source, language, css_class, options, md, **more)
            except SystemExit as error:
                run.error = f"the block asked to end the build: SystemExit({error.code!r})"
                return ""
            self._explain(run)
            self._shown[place] = html.replace(run.token, TOKEN)
            return html

        return watched

    def _remember(self, name: str, source: str) -> None:
        self._code[name] = digest(self._code.get(name, self.packages), source)
        active_site.remember(self._cache, self._code[name])

    def _session(self, options: dict[str, Any]) -> str:
        return f"{self.page} {options.get('session', '')} {self.build}"

    def _explain(self, run: Run) -> None:
        for text in self._log.records:
            trace = [line for line in text.strip().splitlines() if line.strip()]
            run.error = _last_message(trace)
            frames = FRAME.findall(text)
            if frames:
                run.error_line = int(frames[-1][0]) + int(frames[-1][1])

    def problems(self, page: str, blocks: tuple[Block, ...],
                 html: str) -> Iterator[tuple[int, str]]:
        """Line and message for each block that did not do what its page promises."""
        runs = {run.line: run for run in self.runs.get(page, [])}
        for block in blocks:
            if (wrong := fault(block)) != "":
                yield block.line, wrong
            elif is_executed(block):
                run = runs.get(block.line)
                if run is None:
                    yield block.line, "this block was not run"
                elif run.error:
                    yield run.error_line or run.line, f"this block failed: {run.error}"
                elif run.token not in html:
                    yield block.line, "this block ran, and its output is not on the page"
        known = {block.line for block in blocks if is_executed(block)}
        for run in self.runs.get(page, []):
            if run.line not in known:
                yield 1, ("a block ran that stands within a quotation or the output of another; "
                          f"put it on the page itself{run.error and ': ' + run.error}")

    def without_tokens(self, page: str, html: str) -> str:
        for run in self.runs.get(page, []):
            html = re.sub(rf"[^\S\n]*{re.escape(run.token)}\n?", "", html)
        return html


def _sources(packages: Iterable[str]) -> str:
    """The digest of all files of the packages, and of the numpy and Python below it."""
    files = [file for package in packages for folder in _folders(package)
             for file in sorted(folder.rglob("*")) if file.is_file() and file.suffix != ".pyc"]
    return digest(sys.version, version("numpy"), *(file.read_bytes() for file in files))


def _folders(package: str) -> list[Path]:
    spec = find_spec(package)
    return [Path(folder) for folder in (spec and spec.submodule_search_locations) or []]


def _last_message(trace: list[str]) -> str:
    """The exception of a traceback, with the lines of its message that follow."""
    starts = [i for i, line in enumerate(trace)
              if re.match(r"\s*(\w+\.)*[A-Z]\w*(Error|Exception|Refused|Interrupt|Warning)\b|\s*"
                          r"(\w+\.)+[A-Z]\w*:", line)]
    message = trace[starts[-1] :] if starts else trace[-1:]
    return "\n".join(line.removeprefix("  ") for line in message)


class _Capture(logging.Handler):
    """Takes markdown-exec's warnings, which are said again as problems."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[str] = []

    def attach(self) -> None:
        logger = logging.getLogger("mkdocs.plugins.markdown_exec")
        if self not in logger.handlers:
            logger.addHandler(self)
        logger.setLevel(logging.WARNING)  # also under `mkdocs build -q`
        logger.propagate = False

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record.getMessage())
