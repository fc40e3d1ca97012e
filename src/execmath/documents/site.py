"""A folder of pages -> what they say: each page a program, read from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from execmath.checking.verdict import Failure, Verdict
from execmath.documents import codes
from execmath.documents import markdown as md
from execmath.documents.catalogue import contradicted
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.directives import Directives, read_directives
from execmath.documents.results import Ledger, Result
from execmath.documents.unread import files_below, other_pages, with_complaints
from execmath.language import ast as s
from execmath.language import codes as language_codes
from execmath.language.ast import Span
from execmath.language.closed_forms import wanting
from execmath.language.context import Context, context_of
from execmath.language.equation import Display, Kind
from execmath.language.parser.instances import read_instance
from execmath.language.parser.references import Reference
from execmath.language.parser.statements import ParsedStatement, read_statement
from execmath.language.symbols import Meaning, Scope
from execmath.language.tokens import LatexError
from execmath.runtime.codes import Code

LETTER = re.compile(r"\\[A-Za-z]+\{[A-Za-z]+\}|\\[A-Za-z]+|[A-Za-z]")
# What letters stand before that a display gives a meaning, and nothing but letters.
INTRODUCED = re.compile(r"([\sA-Za-z\\{}_,0-9']+?)(?:\\in(?![A-Za-z])|:=|=|\\colon|\\sim|:|\()")
TAG = re.compile(r"\\tag\*?\s*\{\s*\(?([^{}()]*)\)?\s*\}")


@dataclass
class Site:
    """The pages, and the ledger with an entry for each display; `execute` fills in the verdicts."""

    root: Path
    pages: dict[str, md.Page]
    ledger: Ledger = field(default_factory=Ledger)
    scopes: dict[str, Scope] = field(default_factory=dict)  # of each page, at its end

    @classmethod
    def read(cls, folder: str | Path) -> Site:
        """What the pages below a folder say, not executed yet.

        raises  NotADirectoryError
        """
        if not Path(folder).is_dir():
            raise NotADirectoryError(f"{folder} is not a folder")
        return read_site(Path(folder))

    def execute(self) -> Site:
        """Try every equation with its altered formulas; then `diagnostics` says what is wrong."""
        from execmath.documents.scheduler import execute

        execute(self)
        return self

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong, in reading order; of a site that holds, nothing."""
        return tuple(self.ledger.problems)


def read_site(root: Path, order: Sequence[str] = ()) -> Site:
    """Read every page below `root`. Nothing is raised; problems are in the ledger.

    order     page paths in reading order; those not named follow alphabetically
    """
    return site_of(root, read_pages(root, order))


def read_pages(root: Path, order: Sequence[str] = ()) -> dict[str, md.Page]:
    """Every page below `root`, in reading order, taken apart; what its displays say is not read."""
    paths = page_paths(root)
    rank = {path: place for place, path in enumerate([*order, *paths][::-1])}
    pages = {path: with_complaints(root, md.read_page(root, path))
             for path in sorted(paths, key=lambda path: -rank[path])}
    return pages | {page.path: page for page in other_pages(root, sorted(files_below(root)))}


def page_paths(root: Path) -> list[str]:
    """The pages below `root`."""
    return sorted(path for path in files_below(root) if path.endswith(".md"))


def site_of(root: Path, pages: dict[str, md.Page]) -> Site:
    """What pages say."""
    site = Site(root, pages)
    reader = _Reader(site)
    for path in pages:
        reader.page(path)
    reader.instances()
    reader.follow_references()
    reader.unused()
    reader.say_what_waits()
    site.ledger.problems.sort()
    return site


@dataclass
class _Cause:
    """A display that could not be read, and those that wait for its letters."""

    place: int  # of its problem
    waiting: list[str] = field(default_factory=list)  # labels


class _Reader:
    def __init__(self, site: Site) -> None:
        self.site = site
        self.ledger = site.ledger
        self.running: list[str] = []
        self.definitions: dict[s.Letter, s.Definition] = {}
        self.domains: dict[s.Letter, s.Node] = {}
        self.introduced: dict[s.Letter, list[str]] = {}  # by which labels
        self.used: set[s.Letter] = set()
        self.references: list[tuple[str, Display, Reference]] = []
        self.causes: dict[tuple[str, str], _Cause] = {}  # by the page, and the letter that is amiss

    def problem(self, page: str, line: int, label: str, code: Code, message: str) -> None:
        self.ledger.problems.append(Diagnostic(page, line, label, message, code))

    def page(self, path: str) -> None:
        """Read a page, after the pages that it builds on."""
        if path in self.site.scopes:
            return
        page, scope = self.site.pages[path], Scope()
        self.running.append(path)
        for other in page.builds_on:
            scope = scope.with_meanings(self.brought(other, path))
        for complaint in page.complaints:
            self.problem(path, complaint.line, "", complaint.code, complaint.message)
        for display in page.displays:
            scope = scope.with_meanings(self.display(path, display, scope))
        self.running.pop()
        self.site.scopes[path] = scope

    def brought(self, other: str, path: str) -> tuple[Meaning, ...]:
        """What the page `path` knows since it builds on another."""
        if other not in self.site.pages:
            self.problem(path, 1, "", codes.BUILDS_ON,
                         f"builds_on names {other!r}, which is no page")
        elif other in self.running:
            circle = " -> ".join([*self.running, other])
            self.problem(path, 1, "", codes.BUILDS_ON, f"pages that build on each other: {circle}")
        else:
            self.page(other)
            return self.site.scopes[other].meanings()
        return ()

    # ----------------------------------------------------------------------- one display

    def display(self, path: str, display: Display, scope: Scope) -> tuple[Meaning, ...]:
        """Enter a display into the ledger; returns the meanings that it adds to its page."""
        label = self.label(path, display)
        if label is None:
            return ()
        directives = read_directives(display.directives)
        for message in directives.complaints:
            self.problem(path, display.line, label, codes.DIRECTIVE, message)
        if directives.shown is not None:
            self.enter(Result(label, Kind.SHOWN, path, display, scope, verdict=Verdict(None),
                             reason=directives.shown))
            return ()
        if directives.instance:
            self.instance(path, display, label, scope, directives)
            return ()
        try:
            reading = read_statement(display.tex, scope, label, display.section)
        except LatexError as error:
            self.unread(path, display, label, scope, error)
            return ()
        for message in directives.misplaced(reading.statement):
            self.problem(path, display.line, label, codes.MISPLACED, message)
        self.references += [(path, display, reference) for reference in reading.references]
        self.statement(path, display, label, scope, reading, directives)
        return reading.introduces

    def instance(self, path: str, display: Display, label: str, scope: Scope,
                 directives: Directives) -> None:
        """Enter a particular case, and see that it does not define a letter by itself."""
        try:
            reading = read_instance(display.tex, scope, label)
        except LatexError as error:
            self.unread(path, display, label, scope, error)
            return
        statement, context = reading.statement, Context(dict(self.definitions), dict(self.domains))
        assert isinstance(statement, s.Instance)
        missing = wanting(statement, context)
        if missing is not None:
            self.problem(path, display.line, label, codes.PINS_NOTHING, pins_nothing(missing))
        for message in directives.misplaced(statement):
            self.problem(path, display.line, label, codes.MISPLACED, message)
        circular = defined_by_themselves(statement, context)
        for name in circular:
            self.problem(path, display.line, label, codes.CIRCULAR,
                         f"{name} is defined by {name} itself")
        used = self.use(reading)
        self.enter(Result(label, Kind.INSTANCE, path, display, scope,
                          None if circular else statement, context,
                          uses=self.labels_of(used, label), also_true=directives.also_true,
                          group=directives.group, without=directives.without))

    def unread(self, path: str, display: Display, label: str, scope: Scope,
               error: LatexError) -> None:
        unread = Verdict(Failure("could not be read", error.span))
        self.enter(Result(label, Kind.UNREAD, path, display, scope, verdict=unread))
        missing = LETTER.match(display.tex, error.span[0])
        cause = self.causes.get((path, missing[0] if missing is not None else ""))
        if cause is not None and error.code in (language_codes.NO_MEANING,
                                                language_codes.NO_DOMAIN):
            cause.waiting.append(label)
        else:
            cause = _Cause(len(self.ledger.problems))
            self.unread_problem(path, display, label, error)
        # What it would have said a meaning of has none below; that is its fault alone.
        introduced = INTRODUCED.match(display.tex)
        for letter in LETTER.findall(introduced[1] if introduced is not None else ""):
            self.causes.setdefault((path, letter), cause)

    def unread_problem(self, path: str, display: Display, label: str, error: LatexError) -> None:
        message = f"{error.message}\n{caret(display, error.span)}"
        self.problem(path, display.line_of(error.span[0]), label, error.code, message)

    def say_what_waits(self) -> None:
        """A display that cannot be read is one problem, however many displays need its letters."""
        for cause in {id(one): one for one in self.causes.values() if one.waiting}.values():
            problem, count = self.ledger.problems[cause.place], len(cause.waiting)
            listed = ", ".join(cause.waiting[:3]) + (", …" if count > 3 else "")
            displays = "display needs" if count == 1 else "displays need"
            message = f"{problem.message}\n      {count} {displays} its letters: {listed}"
            self.ledger.problems[cause.place] = replace(problem, message=message)

    def label(self, path: str, display: Display) -> str | None:
        """The display's label if it is a good one; otherwise a problem."""
        if not display.labels:
            first = " ".join(display.tex.split())[:60]
            self.problem(path, display.line, "", codes.NO_LABEL,
                         f"a display without a \\label: {first}")
            return None
        name = display.label
        if len(display.labels) > 1:
            self.problem(path, display.line, name, codes.NO_LABEL,
                         "more than one \\label in a display")
        if not md.GOOD_LABEL.fullmatch(name):
            self.problem(path, display.line, name[:80], codes.NO_LABEL,
                         "a label is lower-case words joined by "
                         "hyphens")
            return None
        earlier = self.ledger.results.get(name)
        if earlier is not None:
            self.problem(path, display.line, name, codes.LABEL_TAKEN,
                         f"this label is taken, at {earlier.place}")
            return None
        return name

    def statement(self, path: str, display: Display, label: str, scope: Scope,
                  reading: ParsedStatement, directives: Directives) -> None:
        statement = reading.statement
        circular = self.introduce(reading, label)
        used = self.use(reading)
        named = [one.name for one in reading.references if one.name in self.ledger.results]
        if circular:
            self.problem(path, display.line, label, codes.CIRCULAR, circular)
        self.enter(Result(
            label, Kind.REFUTED if directives.refuted else Kind(type(statement).__name__.lower()),
            path, display, scope,
            None if circular else statement,
            self.context_inside(path, display, label, directives.inside),
            uses=tuple(dict.fromkeys([*self.labels_of(used, label), *named, *filter(
                self.may_be_instance, [directives.inside])])),
            inside=directives.inside,
            introduces=tuple(meaning.letter.name for meaning in reading.introduces
                             if meaning.letter.binding),
            points=directives.points, also_true=directives.also_true,
            also_for=directives.also_for,
        ))

    def context_inside(self, path: str, display: Display, label: str, inside: str) -> Context:
        """What letters mean here, and in the instance that the display is about."""
        context = Context(dict(self.definitions), dict(self.domains))
        if not inside:
            return context
        if not self.may_be_instance(inside):
            self.problem(path, display.line, label, codes.NO_INSTANCE,
                         f"in {inside}, which is not the label of an instance above")
            return context
        instance = self.ledger.results[inside].statement
        return context_of(instance, context) if isinstance(instance, s.Instance) else context

    def use(self, reading: ParsedStatement) -> set[s.Letter]:
        """Note which letters of the pages a statement uses."""
        letters = {node for node in s.walk(reading.statement) if isinstance(node, s.Letter)}
        used = (letters & self.introduced.keys()) | reading.borrowed
        self.used |= used - {m.letter for m in reading.introduces}
        if isinstance(reading.statement, s.Declaration):  # one letter may tell the set of another
            self.used |= {part for member in reading.statement.memberships
                          for part in s.walk(member.domain) if isinstance(part, s.Letter)}
        return used

    def introduce(self, reading: ParsedStatement, label: str) -> str:
        """Record what new letters mean; says so when definitions go round in a circle."""
        for meaning in reading.introduces:
            letter = meaning.letter
            if not letter.binding:  # it says something of letters and is none
                continue
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
        def meaning(letter: s.Letter) -> list[s.Node | None]:
            return [getattr(self.definitions.get(letter), "body", None)]

        return target in s.letters_behind(body, meaning)

    def enter(self, result: Result) -> None:
        self.ledger.results[result.label] = result

    def labels_of(self, letters: set[s.Letter], own: str) -> tuple[str, ...]:
        """Where the letters were introduced, in reading order."""
        labels = {label for letter in letters for label in self.introduced[letter]} - {own}
        return tuple(label for label in self.ledger.results if label in labels)

    def instances(self) -> None:
        """What a claim is executed for must be an instance, and each must be used."""
        results, named = self.ledger.results, set()
        groups = self.groups()
        for label, result in results.items():
            single, members = self.executed_for(result, groups)
            # A theorem does not depend on those that a group brings; its page does not know them.
            results[label] = replace(result, also_for=tuple(dict.fromkeys(members)),
                                     uses=tuple(dict.fromkeys([*result.uses, *single])))
            named |= {*members, result.inside}
        self.idle_instances(named)
        self.contradictions()

    def executed_for(self, result: Result,
                     groups: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
        """The instances that a claim names by themselves, and all, with those of its groups."""
        single: list[str] = []
        members: list[str] = []
        for name in result.also_for:
            if name in groups:
                members += groups[name]
            elif self.may_be_instance(name):
                single.append(name)
                members.append(name)
            else:
                self.problem(result.page, result.display.line, result.label, codes.NO_INSTANCE,
                             f"also for {name}, which is not the label of an instance, nor a "
                             "group of some")
        return single, members

    def groups(self) -> dict[str, list[str]]:
        """The labels of the instances of each group, in reading order."""
        groups: dict[str, list[str]] = {}
        for label, result in self.ledger.results.items():
            if result.group:
                groups.setdefault(result.group, []).append(label)
        return groups

    def idle_instances(self, named: set[str]) -> None:
        for label, result in self.ledger.results.items():
            if result.kind == Kind.INSTANCE and label not in named:
                self.problem(result.page, result.display.line, label, codes.IDLE_INSTANCE,
                             "an instance for which no claim is executed: also for: " + label)

    def contradictions(self) -> None:
        """A row is not without what is there: the reason would stand in the place of it."""
        for label, result in self.ledger.results.items():
            if isinstance(result.statement, s.Instance):
                for part in contradicted(self.ledger, result):
                    self.problem(result.page, result.display.line, label, codes.MISPLACED,
                                 f"without: {part}: but it is there; take the comment away")

    def may_be_instance(self, label: str) -> bool:
        result = self.ledger.results.get(label)
        return result is not None and result.kind in (Kind.INSTANCE, Kind.UNREAD)

    def follow_references(self) -> None:
        """What stands over a relation is the label of a display, or the number of one."""
        for path, display, reference in self.references:
            numbers = {number for other in self.site.pages[path].displays
                       for number in TAG.findall(other.raw)}
            known = self.ledger.results if reference.is_label else numbers
            if reference.name not in known:
                self.problem(path, display.line_of(reference.span[0]), display.label,
                             codes.REFERENCE, f"no display is called {reference.name}")

    def unused(self) -> None:
        """A letter that is introduced and never used is a mistake, or should go."""
        for letter, labels in self.introduced.items():
            if letter not in self.used:
                result = self.ledger.results[labels[-1]]
                what = "defined" if letter in self.definitions else "declared"
                self.problem(result.page, result.display.line, result.label, codes.UNUSED,
                             f"{letter.name} is {what} and never used")


def caret(display: Display, span: Span) -> str:
    """The line of the display that holds the span, with a mark below it."""
    start = display.visible(min(span[0], max(len(display.raw) - 1, 0)))
    begin = display.raw.rfind("\n", 0, start) + 1
    end = display.raw.find("\n", start)
    line = display.raw[begin : end if end >= 0 else None]
    width = max(1, min(span[1], begin + len(line)) - start)
    shift = max(0, start - begin - 60)  # a long line is cut so that the mark stays in view
    text, place = line[shift : shift + 120], start - begin - shift
    mark = " " * place + "^" * max(1, min(width, len(text) - place))
    return f"      {text}\n      {mark}"



def pins_nothing(missing: s.Definition) -> str:
    """Of an instance without a row for a letter that the pages define by what its rows replace."""
    name = missing.letter.name
    parameters = ", ".join(parameter.letter.name for parameter in missing.parameters)
    form = f"{name}({parameters})" if parameters else name
    return (f"no row says what {name} comes to, which the pages define by what the rows replace "
            f"({missing.letter.binding}); so nothing here could be false. Add a row with its "
            f"closed form: {form} := …")


def defined_by_themselves(instance: s.Instance, context: Context) -> list[str]:
    """The letters of rows whose right sides lead back to them."""
    there = context_of(instance, context)
    return [row.letter.name for row in instance.meanings if isinstance(row, s.Definition)
            and row.letter in there.dependencies(row.body)]
