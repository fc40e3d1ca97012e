"""A folder of pages -> its ledger: each page a program, run from top to bottom."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from execmath import pages as md
from execmath import syntax as s
from execmath.check import Effort, World, check
from execmath.ledger import Entry, Ledger, Problem
from execmath.scope import Scope
from execmath.statements import Reading, read_statement
from execmath.syntax import Span
from execmath.tokens import LatexError
from execmath.verdict import Failure, Verdict

SHOWN = "not executed:"


@dataclass
class Site:
    """The pages, the meanings of their letters, and the ledger."""

    root: Path
    pages: dict[str, md.Page]
    ledger: Ledger = field(default_factory=Ledger)
    world: World = field(default_factory=lambda: World({}, {}))
    scopes: dict[str, Scope] = field(default_factory=dict)


def read_site(root: Path, order: Sequence[str] = (), effort: Effort = Effort(),
              progress: Callable[[str], None] = lambda text: None) -> Site:
    """Read and execute every page below `root`. Nothing is raised; problems are in the ledger.

    order     page paths in reading order; those not named follow alphabetically
    progress  is told each label before it is executed
    """
    started = time.perf_counter()
    found = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.md"))
    rank = {path: place for place, path in enumerate([*order, *found][::-1])}
    names = sorted(found, key=lambda path: -rank[path])
    site = Site(root, {path: md.read_page(root, path) for path in names})
    runner = _Runner(site, effort, progress)
    for path in names:
        runner.page(path)
    runner.unused()
    site.ledger.problems.sort()
    site.ledger.seconds = time.perf_counter() - started
    return site


class _Runner:
    def __init__(self, site: Site, effort: Effort, progress: Callable[[str], None]) -> None:
        self.site, self.effort, self.progress = site, effort, progress
        self.ledger = site.ledger
        self.running: list[str] = []
        self.definitions: dict[s.Letter, s.Definition] = {}
        self.domains: dict[s.Letter, s.Node] = {}
        self.introduced: dict[s.Letter, list[str]] = {}  # by which labels
        self.used: set[s.Letter] = set()
        site.world = World(self.definitions, self.domains)

    def problem(self, page: str, line: int, label: str, message: str) -> None:
        self.ledger.problems.append(Problem(page, line, label, message))

    def page(self, path: str) -> None:
        """Run a page, after the pages that it builds on."""
        if path in self.site.scopes:
            return
        page, scope = self.site.pages[path], Scope()
        self.running.append(path)
        for other in page.builds_on:
            self.bring(other, path, scope)
        for line, message in page.complaints:
            self.problem(path, line, "", message)
        for display in page.displays:
            self.display(path, display, scope)
        self.running.pop()
        self.site.scopes[path] = scope

    def bring(self, other: str, path: str, scope: Scope) -> None:
        if other not in self.site.pages:
            self.problem(path, 1, "", f"builds_on names {other!r}, which is no page")
        elif other in self.running:
            circle = " -> ".join([*self.running, other])
            self.problem(path, 1, "", f"pages that build on each other: {circle}")
        else:
            self.page(other)
            for meaning in self.site.scopes[other].meanings():
                scope.add(meaning)

    # ----------------------------------------------------------------------- one display

    def display(self, path: str, display: md.Display, scope: Scope) -> None:
        label = self.label(path, display)
        if label is None:
            return
        shown = [text for text in display.directives if text.startswith(SHOWN)]
        unknown = [text for text in display.directives if text not in shown]
        for text in unknown:
            self.problem(path, display.line, label, f"no such directive: execmath: {text}")
        if shown:
            self.shown(path, display, label, shown[0][len(SHOWN) :].strip())
            return
        place = f"{path}:{display.line}"
        try:
            reading = read_statement(display.tex, scope, label, place, display.section)
        except LatexError as error:
            unread = Verdict(Failure("could not be read", error.span))
            self.enter(Entry(label, "unread", path, display, None, unread))
            message = f"{error.message}\n{caret(display, error.span)}"
            self.problem(path, display.line_of(error.span[0]), label, message)
            return
        self.execute(path, display, label, reading, scope)

    def shown(self, path: str, display: md.Display, label: str, reason: str) -> None:
        if not reason:
            self.problem(path, display.line, label, "not executed, and no reason given")
        self.enter(Entry(label, "shown", path, display, None, Verdict(None), reason=reason))

    def label(self, path: str, display: md.Display) -> str | None:
        """The display's label if it is a good one; otherwise a problem."""
        if not display.labels:
            first = " ".join(display.tex.split())[:60]
            self.problem(path, display.line, "", f"a display without a \\label: {first}")
            return None
        name = display.label
        if len(display.labels) > 1:
            self.problem(path, display.line, name, "more than one \\label in a display")
        if not md.GOOD_LABEL.fullmatch(name):
            self.problem(path, display.line, name[:80], "a label is lower-case words joined by "
                         "hyphens")
            return None
        known = self.ledger.entries.get(name)
        if known is not None:
            self.problem(path, display.line, name,
                         f"this label is taken, at {known.page}:{known.display.line}")
            return None
        return name

    def execute(self, path: str, display: md.Display, label: str, reading: Reading,
                scope: Scope) -> None:
        statement = reading.statement
        circular = self.introduce(reading, label)
        self.progress(label)
        letters = {node for node in s.walk(statement) if isinstance(node, s.Letter)}
        used = (letters & self.introduced.keys()) | reading.borrowed
        self.used |= used - {m.letter for m in reading.introduces}
        uses = [name for letter in used for name in self.introduced[letter] if name != label]
        if circular:
            verdict = Verdict(None)
            self.problem(path, display.line, label, circular)
        else:
            verdict = check(statement, self.site.world, label, self.effort)
        kind = type(statement).__name__.lower()
        introduces = tuple(m.letter.name for m in reading.introduces)
        self.enter(Entry(label, kind, path, display, statement, verdict,
                         tuple(self.in_order(uses)), introduces))
        for meaning in reading.introduces:
            scope.add(meaning)
        if (failure := verdict.failure) is not None:
            line = display.line_of(failure.span[0])
            message = failure.message()
            if failure.span != (0, 0):
                message += f"\n{caret(display, failure.span)}"
            self.problem(path, line, label, message)

    def introduce(self, reading: Reading, label: str) -> str:
        """Record what new letters mean; says so when definitions go round in a circle."""
        for meaning in reading.introduces:
            letter = meaning.letter
            self.introduced.setdefault(letter, []).append(label)
            if meaning.definition is not None:
                self.definitions[letter] = meaning.definition
            if meaning.domain is not None:
                self.domains[letter] = meaning.domain
            if meaning.definition and self.reaches(meaning.definition.body, letter):
                del self.definitions[letter]
                return f"the definition of {letter.name} leads back to {letter.name} itself"
        return ""

    def reaches(self, body: s.Node, target: s.Letter) -> bool:
        seen: set[s.Letter] = set()
        waiting = [body]
        while waiting:
            for node in s.walk(waiting.pop()):
                if node == target:
                    return True
                if isinstance(node, s.Letter) and node in self.definitions and node not in seen:
                    seen.add(node)
                    waiting.append(self.definitions[node].body)
        return False

    def enter(self, entry: Entry) -> None:
        self.ledger.entries[entry.label] = entry

    def in_order(self, labels: list[str]) -> list[str]:
        return [label for label in self.ledger.entries if label in set(labels)]

    def unused(self) -> None:
        """A letter that is introduced and never used is a mistake, or should go."""
        for letter, labels in self.introduced.items():
            if letter not in self.used:
                entry = self.ledger.entries[labels[-1]]
                what = "defined" if letter in self.definitions else "declared"
                self.problem(entry.page, entry.display.line, entry.label,
                             f"{letter.name} is {what} and never used")


def caret(display: md.Display, span: Span) -> str:
    """The line of the display that holds the span, with a mark below it."""
    start = min(span[0], max(len(display.raw) - 1, 0))
    begin = display.raw.rfind("\n", 0, start) + 1
    end = display.raw.find("\n", start)
    line = display.raw[begin : end if end >= 0 else None]
    width = max(1, min(span[1], begin + len(line)) - start)
    shift = max(0, start - begin - 60)  # a long line is cut so that the mark stays in view
    text, place = line[shift : shift + 120], start - begin - shift
    mark = " " * place + "^" * max(1, min(width, len(text) - place))
    return f"      {text}\n      {mark}"

