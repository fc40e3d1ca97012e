r"""The converted pages of a site -> the HTML that a reader gets: formulas typeset, equations as
cards with their evidence, a page for each, the index, the graphs.

It knows nothing of MkDocs: it is given each page's HTML, in which formulas stand between `\[` and
`\]` or `\(` and `\)` as pymdownx.arithmatex leaves them, and how pages link to each other. In what
it writes, formulas are slots, for the typesetter to fill.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from markupsafe import Markup

from execmath.documents import addresses, json_export
from execmath.documents.coverage import Coverage
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.markdown import LABEL
from execmath.documents.register import Register
from execmath.documents.register import digest as statement_digest
from execmath.documents.results import Result
from execmath.documents.site import Site
from execmath.language.equation import Kind
from execmath.language.parser.references import as_text
from execmath.runtime.cache import Cache
from execmath.runtime.codes import Code
from mkdocs_execmath import codes
from mkdocs_execmath.html import annotations as letters
from mkdocs_execmath.html import (
    cards,
    docstrings,
    equation_pages,
    excerpts,
    graph,
    links,
    page_audit,
    pieces,
    proof_pages,
    tryouts,
)
from mkdocs_execmath.publishing.history import History
from mkdocs_execmath.templating import render
from mkdocs_execmath.typesetting import vectors
from mkdocs_execmath.typesetting.formulas import Formula

DISPLAYED = re.compile(r'<div class="arithmatex">\s*\\\[(.*?)\\\]\s*</div>', re.DOTALL)
INLINE = re.compile(r'<span class="arithmatex">\\\((.*?)\\\)</span>', re.DOTALL)
IDENTITY = re.compile(r'<[a-z][^>]*\sid="([^"]*)"')
INDEX = "equations.md"
GRAPHS = "assets/execmath/graphs"
INDEX_TABLE = '<div id="execmath-index"></div>'
INDEX_GRAPH = '<div id="execmath-graph"></div>'
INDEX_TEXT = f"""---
hide: [toc]
description: Every equation of this site with its formula and its evidence; and what rests on what.
---

# Equations

{INDEX_TABLE}

## What rests on what {{ #graph }}

An arrow leads from a page to one that uses its equations.
The equations of each page have a graph of their own.

{INDEX_GRAPH}
"""

QUOTED = re.compile(r'<div class="quoted" data-equations="([^"]*)"></div>')

NO_HISTORY: History = MappingProxyType({})
Href = Callable[[str, str], str]  # from a page to a page -> the relative link


class Renderer:
    """Renders the pages of one site.

    contents  the converted HTML of every page, by its path
    titles    of these pages
    title     label -> what an equation is called
    deduced   label -> the claims that its argument rests on
    coverage  how far the proofs reach, page by page
    history   of the equations, if it is known
    """

    def __init__(self, site: Site, register: Register, contents: Mapping[str, str],
                 titles: Mapping[str, str], href: Href, cache: Cache,
                 title: Callable[[str], str] = addresses.title,
                 deduced: Mapping[str, Sequence[str]] | None = None,
                 coverage: Sequence[Coverage] = (),
                 history: History = NO_HISTORY) -> None:
        self.site, self.register, self.titles = site, register, titles
        self.ledger, self.title, self.deduced = site.ledger, title, deduced or {}
        self.contents, self.href, self.cache = contents, href, cache
        self.coverage, self.history = coverage, history
        self.code = equation_pages.code(site)
        self.tryouts = tryouts.Tryouts(self.ledger.results, cache)
        self.pictures = self._pictures()
        self.letters = {label: letters.letters(result, self.ledger.results)
                        for label, result in self.ledger.results.items()}
        self.formulas = {label: self._labelled(tex, label) for content in contents.values()
                         for tex, label in map(_tex_and_label, DISPLAYED.finditer(content))}
        self.order = _in_order(self.ledger.results.values())
        self.users = self._users()
        self.graphs = self._draw()

    def problems(self) -> Iterator[Diagnostic]:
        """The displays that no check has seen."""
        unread = {problem.page for problem in self.ledger.problems}
        for path, content in self.contents.items():
            yield from self._unread(path, content)
            yield from self._misquoted(path, content)
            for label in docstrings.unknown_labels(content, self.ledger.results):
                yield codes.diagnostic(codes.NAMED_IN_CODE, path, 1, label, "a docstring on this "
                                       f"page names the equation {label}, and there is none")
            for formula, label in _formulas(content):
                if formula.display and label not in self.ledger.results and path not in unread:
                    yield self._problem(codes.DISPLAY_NOT_EXECUTED, path, formula, label,
                                        "a display that is not accounted "
                                        "for: neither declared, defined, claimed, refuted nor "
                                        "shown with a reason")

    def _misquoted(self, path: str, content: str) -> Iterator[Diagnostic]:
        for named in QUOTED.findall(content):
            for label in named.split() or [""]:
                result = self.ledger.results.get(label)
                if result is None:
                    yield codes.diagnostic(codes.QUOTED, path, 1, label, "there is no equation of "
                                           f"this name to quote: {label or 'none is named'}")
                elif result.kind not in (Kind.CLAIM, Kind.DEFINITION):
                    yield codes.diagnostic(codes.QUOTED, path, 1, label, "only a claim or a "
                                           f"definition can be quoted, and {label} is none")

    def not_typeset(self, errors: Mapping[Formula, str]) -> Iterator[Diagnostic]:
        """The formulas of the pages that cannot be typeset, from what the typesetter says."""
        plain = {Formula(letters.plain(formula.tex), formula.display): message
                 for formula, message in errors.items()}
        for path, content in self.contents.items():
            for formula, label in _formulas(content):
                if (message := plain.get(formula)) is not None:
                    yield self._problem(codes.NOT_TYPESET, path, formula, label,
                                        f"cannot be typeset: {message}")

    def _problem(self, code: Code, path: str, formula: Formula, label: str,
                 message: str) -> Diagnostic:
        shown = " ".join(formula.tex.split())[:80]
        line = self._line_of(path, formula, label)
        return codes.diagnostic(code, path, line, label, f"{message}\n      {shown}")

    def _unread(self, path: str, content: str) -> Iterator[Diagnostic]:
        """What is displayed and what was executed are the same displays, under the same names."""
        source = self.site.pages.get(path)
        read = list(source.displays) if source else []
        shown = list(DISPLAYED.finditer(content))
        for kind, place in page_audit.displayed_otherwise(
                [_spaced(_tex(match)) for match in shown],
                [_spaced(display.raw) for display in read]):
            if kind == "shown":
                tex = _spaced(_tex(shown[place]))
                earlier = sum(_tex(match) == _tex(shown[place]) for match in shown[:place])
                line = self._line_of(path, Formula(_tex_and_label(shown[place])[0], True), "",
                                     earlier)
                yield codes.diagnostic(
                    codes.DISPLAY_NOT_EXECUTED, path, line, "",
                    "a display that was not executed; write it between "
                    f"$$ and $$ on the page itself: {tex[:80]}")
            else:
                display = read[place]
                yield codes.diagnostic(
                    codes.DISPLAY_NOT_SHOWN, path, display.line, display.label,
                    "this display was executed and is not on the page where it stands; set it off "
                    "by empty lines")
        names = set(IDENTITY.findall(content)) if source else set()
        for result in self.ledger.of_page(path):
            if result.label in names:
                yield codes.diagnostic(
                    codes.LABEL_TAKEN, path, result.display.line, result.label,
                    "this label also names another part of the page, so a link would not find the "
                    "equation")

    def _line_of(self, path: str, formula: Formula, label: str, earlier: int = 0) -> int:
        """Where a formula stands in its page, if it stands there `earlier` times before."""
        if (result := self.ledger.results.get(label)) is not None:
            return result.display.line
        source = self.site.root / path
        text = source.read_text(encoding="utf-8") if source.exists() else ""
        place = text.find(formula.tex.strip())
        for _ in range(earlier):
            place = text.find(formula.tex.strip(), place + 1)
        return text.count("\n", 0, place) + 1 if place >= 0 else 1

    def _labelled(self, tex: str, label: str) -> cards.Shown:
        """A display with its letters marked, if what was read is what the page shows."""
        annotated = self.letters.get(label)
        shown = letters.pieces(tex)
        marked = annotated.marked if annotated is not None else ()
        if [letters.plain(piece).split() for piece in marked] != [piece.split() for piece in shown]:
            marked = shown
        formulas = tuple(Markup(Formula(piece, True).slot()) for piece in marked)
        first = len(pieces.cut(tex).statement)
        return cards.Shown(formulas[:first], formulas[first:], self._width(label, len(formulas)))

    def _width(self, label: str, count: int) -> float:
        """Of the widest piece of a display."""
        return max((picture.width for number in range(count)
                    if (picture := self.pictures.get(f"{label} {number}")) is not None),
                   default=0.0)

    def _pictures(self) -> dict[str, vectors.Vector]:
        """The statement of each equation as a picture, by its label; and each piece of a display
        that is cut, by the label and its place."""
        formulas = {label: json_export.split(result)[0]
                    for label, result in self.ledger.results.items()}
        formulas |= {f"{label} {number}": piece for label, result in self.ledger.results.items()
                     for number, piece in enumerate(letters.pieces(result.display.tex))}
        return vectors.draw(formulas, self.cache)

    def _notes(self, label: str, address: cards.Address) -> Markup:
        """What the letters of an equation mean."""
        notes = enumerate(self.letters[label].notes)
        return cards.letters([(number, _slot(note.says), note.how, note.label)
                              for number, note in notes], address, self.title)

    def _view(self, page: str, address: cards.Address) -> cards.View:
        return cards.View(self.ledger, address, self._home_from(page), self.title,
                          self._source_from(page), self.code.keys(), self.pictures, self.deduced,
                          self.users)

    def _users(self) -> dict[str, list[str]]:
        """The equations that rest on each, in reading order."""
        view, users = cards.View(self.ledger, deduced=self.deduced), dict[str, list[str]]()
        for result in self.ledger.results.values():
            for label in view.uses(result):
                users.setdefault(label, []).append(result.label)
        return users

    # ----------------------------------------------------------------------------- graphs

    def _draw(self) -> dict[str, str]:
        """The drawing of the pages, under the index's path, and of the equations of each."""
        titles = {path: self.titles.get(path, path) for path in self.site.pages}
        view = self._view(INDEX, self._home_from(INDEX))
        dots = {INDEX: graph.pages(self.ledger, view.uses, titles,
                                   lambda path: self.href(INDEX, path))}
        for path in self.with_equations:
            dots[path] = graph.of_page(self.ledger, view.uses, path, view.address, self.title)
        return dict(zip(dots, graph.draw(list(dots.values()), self.cache), strict=True))

    @property
    def with_equations(self) -> list[str]:
        """The paths of the pages that have equations, in reading order."""
        return [path for path in self.site.pages if self.ledger.of_page(path)]

    def graph_of(self, path: str) -> str:
        """The equations of a page and what rests on what, as a page that the index takes in."""
        return str(cards.graph_page(self._drawing(path, self.titles.get(path, path)),
                                    self.titles.get(path, path)))

    def _home_from(self, page: str) -> cards.Address:
        """How `page` links to the page of an equation."""
        return lambda label: self.href(page, equation_pages.path(label))

    def _place_from(self, page: str) -> cards.Address:
        """How `page` links to where an equation stands in a derivation."""
        def place(label: str) -> str:
            target = self.ledger.results[label].page
            return f"{'' if target == page else self.href(page, target)}#{label}"
        return place

    def _source_from(self, page: str) -> cards.Address:
        """How `page` links to the page of a file of formal proofs."""
        return lambda file: self.href(page, proof_pages.path(file))

    # ------------------------------------------------------------------------------ pages

    def page(self, path: str, problems: list[Diagnostic]) -> str:
        """The HTML of a page; `problems` are those of this page."""
        place, home = self._place_from(path), self._home_from(path)
        view, notes = self._view(path, place), _PageNotes()

        def displayed(match: re.Match[str]) -> str:
            tex, label = _tex_and_label(match)
            if (result := self.ledger.results.get(label)) is None:
                shown = "".join(Formula(piece, True).slot() for piece in letters.pieces(tex))
                return f'<div class="execmath-formula">{shown}</div>'
            wrong = [problem for problem in problems if problem.label == label]
            return cards.card(result, self.formulas[label], view, wrong,
                              notes.numbers(self.letters[label].notes))

        content = DISPLAYED.sub(displayed, self.contents[path])
        content = INLINE.sub(lambda match: _slot(_tex(match)), content)
        content = QUOTED.sub(lambda match: self._quoted(match[1].split(), view), content)
        content = docstrings.with_links(content, self.ledger.results, place, self.title)
        content = links.with_previews(content, self.ledger.results, home)
        if INDEX_TABLE in content:
            content = content.replace(INDEX_TABLE, cards.index(self._view(path, home),
                                                               self.titles))
            content = content.replace(INDEX_GRAPH, self._graphs(path))
        if proof_pages.LIST in content:
            table = proof_pages.listed(self.ledger, place, self._source_from(path), self.title,
                                       self.coverage)
            content = content.replace(proof_pages.LIST, table)
        told = notes.told(place, self.title)
        return f"{cards.banner(problems)}{content}{told}"

    def _quoted(self, labels: list[str], view: cards.View) -> str:
        results = [self.ledger.results[label] for label in labels if label in self.ledger.results]
        formulas = [Markup(Formula(tex, True).slot())
                    for tex in [*map(excerpts.ends, results),
                                *(json_export.split(one)[1] for one in results[:1])] if tex]
        return cards.quoted(results, formulas, view) if results else ""

    def equations(self, labels: Iterable[str]) -> dict[str, str]:
        """The HTML of the own page of each of these, by its label."""
        self.tryouts.prepare(labels := list(labels))
        return {label: str(self._equation(label)) for label in labels}

    def altered(self, label: str) -> str:
        """The altered formulas of an equation, as a page; "" where there is none to tell of."""
        path = equation_pages.path(label)
        return str(cards.altered(self.ledger.results[label],
                                 self._view(path, self._home_from(path)),
                                 partial(tryouts.address, self.tryouts.of(label))))

    def _equation(self, label: str) -> Markup:
        result, path = self.ledger.results[label], equation_pages.path(label)
        where = self._place_from(path)(label), self.titles.get(result.page, result.page)
        notices = [(old, retired.date)
                   for old, retired in self.register.retired.items()
                   if self.register.successor(old) == label]
        home = self._home_from(path)
        quoted = excerpts.quoted(equation_pages.lead_in(result, self.site), _slot)
        code = equation_pages.code_section(result, self.code.get(label, ()),
                                           lambda page: self.href(path, page), self.cache)
        if versions := self.history.get(label):
            code += render("history", versions=versions, now=statement_digest(result.display.tex),
                           published=self.register.dates.get(label, ""))
        numbers = " ".join(map(str, range(len(self.letters[label].notes))))
        return cards.equation(
            result, self.formulas.get(label, cards.Shown()), self._view(path, home), where,
            quoted, code, notices, self._notes(label, home), numbers, self.order[label],
            excerpts.sources(self.site.pages[result.page].lines), self._tryout(label))

    def _tryout(self, label: str) -> Markup:
        tryout = self.tryouts.of(label)
        return tryouts.fold(tryout, _slot) if tryout is not None else cards.NOTHING

    def _graphs(self, path: str) -> Markup:
        """The pages of the site, drawn, and where the equations of each are."""
        folds = [(self.titles.get(page, page), self.href(path, graph_path(page)))
                 for page in self.with_equations]
        return cards.graphs(self._drawing(INDEX, "the pages of this site"), folds)

    def _drawing(self, name: str, what: str) -> Markup:
        return cards.drawing(Markup(self.graphs[name]), what)


class _PageNotes:
    """What the letters of a page mean, each meaning once, whichever equations it belongs to."""

    def __init__(self) -> None:
        self._numbers: dict[letters.Note, int] = {}

    def numbers(self, notes: Sequence[letters.Note]) -> str:
        """The numbers of some notes."""
        return " ".join(str(self._numbers.setdefault(note, len(self._numbers))) for note in notes)

    def told(self, address: cards.Address, title: Callable[[str], str]) -> Markup:
        """The notes, where a script finds them and a page does not show them."""
        listed = cards.letters([(number, _slot(note.says), note.how, note.label)
                                for note, number in self._numbers.items()], address, title)
        return Markup("<template>{}</template>").format(listed) if listed else listed


def _in_order(results: Iterable[Result]) -> dict[str, tuple[str, str]]:
    """The labels before and after each equation in reading order, or ""."""
    labels = ["", *(result.label for result in results), ""]
    return {label: (before, after)
            for before, label, after in zip(labels, labels[1:], labels[2:], strict=False)}


def graph_path(page: str) -> str:
    """Where the drawing of a page's equations is published."""
    return f"{GRAPHS}/{page.removesuffix('.md').replace('/', '-')}.html"


def _slot(tex: str) -> Markup:
    """The typesetter puts a formula in the place of it, and escapes what it shows."""
    return Markup(Formula(as_text(tex), False).slot())


def _spaced(tex: str) -> str:
    """LaTeX with its spaces made alike."""
    return " ".join(tex.split())


def _tex(match: re.Match[str]) -> str:
    return html.unescape(match[1])


def _tex_and_label(match: re.Match[str]) -> tuple[str, str]:
    tex = _tex(match)
    labels = LABEL.findall(tex)
    return LABEL.sub("", tex).strip(), labels[0] if labels else ""


def _formulas(content: str) -> list[tuple[Formula, str]]:
    """The formulas of a converted page, each with its label if it is displayed."""
    formulas = []
    for match in DISPLAYED.finditer(content):
        tex, label = _tex_and_label(match)
        formulas += [(Formula(piece, True), label) for piece in letters.pieces(tex)]
    return formulas + [(Formula(_tex(match), False), "") for match in INLINE.finditer(content)]
