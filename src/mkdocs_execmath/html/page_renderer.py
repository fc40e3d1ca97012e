r"""The converted pages of a site -> the HTML that a reader gets: formulas typeset, equations as
cards with their evidence, a page for each, the index, the graphs.

It knows nothing of MkDocs: it is given each page's HTML, in which formulas stand between `\[` and
`\]` or `\(` and `\)` as pymdownx.arithmatex leaves them, and how pages link to each other. In what
it writes, formulas are slots, for the typesetter to fill.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup

from execmath.documents.diagnostics import Diagnostic
from execmath.documents.markdown import LABEL
from execmath.documents.register import Register
from execmath.documents.results import Result
from execmath.documents.site import Site
from execmath.language.parser.references import as_text
from execmath.runtime.cache import Cache
from execmath.runtime.codes import Code
from mkdocs_execmath import codes
from mkdocs_execmath.html import annotations as letters
from mkdocs_execmath.html import (
    cards,
    equation_pages,
    excerpts,
    graph,
    page_audit,
    proof_pages,
)
from mkdocs_execmath.typesetting.formulas import Formula

DISPLAYED = re.compile(r'<div class="arithmatex">\s*\\\[(.*?)\\\]\s*</div>', re.DOTALL)
INLINE = re.compile(r'<span class="arithmatex">\\\((.*?)\\\)</span>', re.DOTALL)
IDENTITY = re.compile(r'<[a-z][^>]*\sid="([^"]*)"')
INDEX = "equations.md"
INDEX_TABLE = '<div id="execmath-index"></div>'
INDEX_GRAPH = '<div id="execmath-graph"></div>'
INDEX_TEXT = f"""---
description: Every equation of this site, by its label, with its verdict; and what depends on what.
---

# Equations

{INDEX_TABLE}

## What depends on what {{ #graph }}

An arrow leads from an equation to one that uses it, where no longer way says the same.

{INDEX_GRAPH}
"""

ALTERED = "altered"
PARTS = ("said", ALTERED, "code")  # of an equation's own page: its evidence, and what was tried

SEARCHED = tuple(part for part in PARTS if part != ALTERED)

Href = Callable[[str, str], str]  # from a page to a page -> the relative link


class Renderer:
    """Renders the pages of one site.

    contents  the converted HTML of every page, by its path
    titles    of these pages
    """

    def __init__(self, site: Site, register: Register, contents: Mapping[str, str],
                 titles: Mapping[str, str], href: Href, cache: Cache) -> None:
        self.site, self.register, self.titles = site, register, titles
        self.ledger = site.ledger
        self.contents, self.href, self.cache = contents, href, cache
        self.letters = {label: letters.letters(result, self.ledger.results)
                        for label, result in self.ledger.results.items()}
        self.formulas = {label: self._labelled(tex, label) for content in contents.values()
                         for tex, label in map(_tex_and_label, DISPLAYED.finditer(content))}
        self.graphs = self._draw()

    def problems(self) -> Iterator[Diagnostic]:
        """The displays that no check has seen."""
        unread = {problem.page for problem in self.ledger.problems}
        for path, content in self.contents.items():
            yield from self._unread(path, content)
            for formula, label in _formulas(content):
                if formula.display and label not in self.ledger.results and path not in unread:
                    yield self._problem(codes.DISPLAY_NOT_EXECUTED, path, formula, label,
                                        "a display that is not accounted "
                                        "for: neither declared, defined, claimed, refuted nor "
                                        "shown with a reason")

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

    def _labelled(self, tex: str, label: str) -> Markup:
        """A display with its letters marked, if what was read is what the page shows."""
        annotated = self.letters.get(label)
        shown = letters.pieces(tex)
        marked = annotated.marked if annotated is not None else ()
        if [letters.plain(piece).split() for piece in marked] != [piece.split() for piece in shown]:
            return _slots(shown)
        return _slots(marked)

    def _notes(self, label: str, address: cards.Address) -> Markup:
        """What the letters of an equation mean."""
        return cards.letters(label, [(_slot(note.says), note.how, note.label)
                                      for note in self.letters[label].notes], address)

    # ----------------------------------------------------------------------------- graphs

    def _draw(self) -> dict[str, str]:
        """The drawing around each equation, and the whole under the index's path."""
        titles = {path: self.titles.get(path, path) for path in self.site.pages}
        dots = {INDEX: graph.whole(self.ledger, self._home_from(INDEX), titles)}
        for label, result in self.ledger.results.items():
            home = self._home_from(equation_pages.path(label))
            if (dot := graph.around(result, self.ledger, home)) != "":
                dots[label] = dot
        return dict(zip(dots, graph.draw(list(dots.values()), self.cache), strict=True))

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

        def displayed(match: re.Match[str]) -> str:
            tex, label = _tex_and_label(match)
            if (result := self.ledger.results.get(label)) is None:
                return f'<div class="execmath-formula">{_slots(letters.pieces(tex))}</div>'
            wrong = [problem for problem in problems if problem.label == label]
            return cards.card(result, self.formulas[label], place, self.ledger, home(label), wrong,
                               self._source_from(path), self._notes(label, place))

        content = DISPLAYED.sub(displayed, self.contents[path])
        content = INLINE.sub(lambda match: _slot(_tex(match)), content)
        if INDEX_TABLE in content:
            coded = {label for label in self.ledger.results
                     if equation_pages.code(label, self.site)}
            table = cards.index(self.ledger, home, self.titles, coded)
            content = content.replace(INDEX_TABLE, table)
            content = content.replace(INDEX_GRAPH, self._drawing(INDEX, "all"))
        if proof_pages.LIST in content:
            table = proof_pages.listed(self.ledger, place, self._source_from(path))
            content = content.replace(proof_pages.LIST, table)
        return f"{cards.banner(problems)}{content}"

    def equations(self) -> dict[tuple[str, str], str]:
        """The HTML of each equation's own page in three parts, by the label and `PARTS`."""
        return {(label, part): str(html) for label in self.ledger.results
                for part, html in zip(PARTS, self._equation(label), strict=True)}

    def _equation(self, label: str) -> tuple[Markup, Markup, Markup]:
        result, path = self.ledger.results[label], equation_pages.path(label)
        where = self._place_from(path)(label), self._title(result)
        notices = [(old, retired.date)
                   for old, retired in self.register.retired.items()
                   if self.register.successor(old) == label]
        drawing = self._drawing(label, label) if label in self.graphs else Markup()
        home = self._home_from(path)
        quoted = excerpts.quoted(equation_pages.lead_in(result, self.site), _slot)
        evidence = cards.equation(result, self.formulas.get(label, Markup()), home, self.ledger,
                                  where, quoted, drawing, notices, self._source_from(path),
                                  self._notes(label, home))
        code = equation_pages.code_section(label, self.site, lambda page: self.href(path, page),
                                           self.cache)
        return evidence, cards.altered(result, _slot, home), code

    def _drawing(self, name: str, what: str) -> Markup:
        return cards.drawing(Markup(self.graphs[name]), what)

    def _title(self, result: Result) -> str:
        return self.titles.get(result.page, result.page)


def _slot(tex: str) -> Markup:
    """The typesetter puts a formula in the place of it, and escapes what it shows."""
    return Markup(Formula(as_text(tex), False).slot())


def _slots(pieces: tuple[str, ...]) -> Markup:
    return Markup("".join(Formula(piece, True).slot() for piece in pieces))


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
