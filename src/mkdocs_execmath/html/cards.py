"""Results -> HTML: the formula, the quiet line under it, its page, and the index."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from execmath.documents import wording
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.results import Ledger, Result
from execmath.language import ast as s
from execmath.language.equation import Kind
from execmath.mutation.report import ALSO_TRUE, REJECTED, UNDECIDED, MutantResult
from mkdocs_execmath.html import marks, proof_pages
from mkdocs_execmath.templating import render
from mkdocs_execmath.typesetting.vectors import Vector

Address = Callable[[str], str]  # label -> href on the page at hand
KINDS = {"claim": "Claims", "definition": "Definitions", "declaration": "Declarations",
         "instance": "Instances",
         "refuted": "Refuted", "shown": "Shown, not executed"}
FORMS = (("Markdown", "markdown.txt", "for StackExchange, or any Markdown with formulas"),
         ("LaTeX", "latex.txt", "the formula alone"), ("BibTeX", "bibtex.txt", "to cite it"))
"""To copy. Each is a link to a file; a script makes it copy what the file says."""
NOTHING = Markup()
NUMBER = re.compile(r"(\d\.\d{5})\d{3,}(?![\de])")  # with more digits than are read


@dataclass(frozen=True)
class Shown:
    """A display as it is typeset: its statement, which may go on below where it is too wide, and
    its hypotheses; and the width of the widest of them, in ems, or 0."""

    statement: tuple[Markup, ...] = ()
    hypotheses: tuple[Markup, ...] = ()
    width: float = 0.0

    @property
    def formula(self) -> Markup:
        """All of it, for a template that does not set the hypotheses apart."""
        return Markup().join(self.statement + self.hypotheses)

    @property
    def fitted(self) -> str:
        """The width for the style sheet, which makes smaller what is wider than a phone."""
        return f"--execmath-width: {self.width:.1f}" if self.width else ""


@dataclass(frozen=True)
class View:
    """What a page knows of the equations of its site.

    address   label -> href of an equation: where it stands on a page, or its own page
    home      label -> href of its own page
    title     label -> what it is called
    source    a file of formal proofs -> href of its page
    coded     the labels that code is held against
    pictures  of equations, by label
    deduced   label -> the claims that its argument rests on
    users     label -> the equations that rest on it, in reading order
    """

    ledger: Ledger
    address: Address = str
    home: Address = str
    title: Callable[[str], str] = str
    source: Address = str
    coded: Container[str] = ()
    pictures: Mapping[str, Vector] = field(default_factory=dict)
    deduced: Mapping[str, Sequence[str]] = field(default_factory=dict)
    users: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def folder(self, label: str) -> str:
        """Where the files beside an equation's own page are."""
        return self.home(label).removesuffix("index.html")

    def uses(self, result: Result) -> list[str]:
        """What an equation rests on: the claims of its argument first, then the letters."""
        return list(dict.fromkeys([*self.deduced.get(result.label, ()), *result.uses]))

    def marks(self, result: Result) -> list[marks.Mark]:
        return marks.marks(result, result.label in self.coded)


def card(result: Result, shown: Shown, view: View,
         problems: Iterable[Diagnostic] = (), letters: str = "") -> Markup:
    """A display as a figure: what it says, its name, a line of marks, and folds with the details.

    letters  the numbers of the notes on its letters
    """
    failing = [str(problem) for problem in problems]
    return render("figure", result=result, shown=shown, formula=shown.formula, view=view,
                  home=view.home(result.label), folder=view.folder(result.label), forms=FORMS,
                  title=view.title(result.label), marks=view.marks(result), letters=letters,
                  altered=marks.altered(result), problems=failing, uses=view.uses(result),
                  counterexample=counterexample(result), state="fails" if failing else result.kind,
                  kind=_named(result))


def quoted(results: Sequence[Result], formulas: Sequence[Markup], view: View) -> Markup:
    """Equations of another place, shown once more and large, with the evidence for the first."""
    first = results[0]
    return render("quoted", result=first, formulas=formulas, view=view,
                  title=view.title(first.label), marks=view.marks(first),
                  others=[result.label for result in results[1:]])


def equation(result: Result, shown: Shown, view: View, place: tuple[str, str],
             lead_in: Markup = NOTHING, code: Markup = NOTHING,
             notices: Iterable[tuple[str, str]] = (), notes: Markup = NOTHING,
             letters: str = "", neighbors: tuple[str, str] = ("", ""),
             sources: Sequence[Markup] = (), tryout: Markup = NOTHING) -> Markup:
    """The equation on its own page: the statement, its evidence, then all that stands around it.

    place      the href of where it stands in a derivation, and the title of that page
    lead_in    what is said there before it
    code       the code that is held against it
    notices    the labels that its address has taken over, each with the date
    notes      what its letters mean
    neighbors  the labels before and after it on its page
    sources    of its page
    tryout     the fold in which a reader sets its letters
    """
    href, title = place
    return render("equation", result=result, shown=shown, view=view, place=href, title=title,
                  lead_in=lead_in, code=code, notices=list(notices), notes=notes,
                  letters=letters, forms=FORMS, marks=view.marks(result), kind=_named(result),
                  evidence=evidence(result), altered=marks.altered(result),
                  also_true=result.mutation.of_status(ALSO_TRUE),
                  has_altered=has_altered(result),
                  uses=view.uses(result), used_by=view.users.get(result.label, ()),
                  previous=neighbors[0], next=neighbors[1], sources=sources, tryout=tryout,
                  anchor=proof_pages.anchor,
                  counterexample=counterexample(result),
                  words_of_statement=proof_pages.words_of_statement)


def _named(result: Result) -> str:
    return {"refuted": "Mistake, refuted", "claim": "Claim", "definition": "Definition",
            "declaration": "Declaration", "instance": "Instance",
            "shown": "Shown, not executed"}.get(result.kind, "Equation")


def letters(notes: Iterable[tuple[int, Markup, str, str]], address: Address,
            title: Callable[[str], str] = str) -> Markup:
    """What each letter means, as a list.

    notes  for each letter: its number, the formula, `declared`, `defined` or `bound`, and by which
           equation
    """
    listed = [note for note in notes if note[1]]
    return render("letters", notes=listed, address=address, title=title) if listed else NOTHING


def drawing(svg: Markup, what: str) -> Markup:
    """A graph of pages or of equations."""
    return render("drawing", svg=svg, what=what)


def graphs(drawn: Markup, folds: Sequence[tuple[str, str]]) -> Markup:
    """The graph of the pages, and a fold for the equations of each.

    folds  the title of each page, and the href of the drawing of its equations
    """
    return render("graphs", drawing=drawn, folds=folds)


def graph_page(drawn: Markup, title: str) -> Markup:
    """The equations of a page, drawn, as a page of its own."""
    return render("graph-page", drawing=drawn, title=title)


def evidence(result: Result) -> list[tuple[str, str]]:
    """What is known of how an equation was executed, beside the meaning of its marks."""
    return list(_evidence(result))


def _evidence(result: Result) -> Iterator[tuple[str, str]]:
    verdict = result.verdict
    if verdict.comparisons and result.kind == Kind.CLAIM:
        yield "compared", f"{verdict.comparisons} pairs of numbers"
    if verdict.again:
        yield "again", f"at a few of the points, with {verdict.again} digits"
    if verdict.passed_over:
        yield "passed over", (f"{verdict.passed_over} points that lie just on a threshold, or too "
                              "far out, where no precision tells")
    if verdict.out_of_reach:
        yield "out of reach", (f"{verdict.out_of_reach} points at which all values exist, and are "
                               "not known to enough digits; nearer points took their places")
    if any(isinstance(node, s.SmoothFunctions) for node in _in_reach(result)):
        from execmath.domains.smooth import KINDS  # only here: it loads the arithmetic
        yield "smooth functions", f"sums of {KINDS}"
    if verdict.sample is not None and result.kind == Kind.CLAIM:
        yield "one point", marks.readable(verdict.sample.point)
        yield "left", verdict.sample.left
        yield "right", verdict.sample.right


def _in_reach(result: Result) -> Iterator[s.Node]:
    """The parts of the statement, and of the sets of its letters."""
    if result.statement is None:
        return
    yield from s.walk(result.statement)
    for letter in result.dependencies:
        if (domain := result.context.domains.get(letter)) is not None:
            yield from s.walk(domain)


def has_altered(result: Result) -> bool:
    """Are there altered formulas that are told by themselves, behind those that are also true?"""
    return any(one.status != ALSO_TRUE for one in result.mutation.altered)


def altered(result: Result, view: View, tried_at: Callable[[str], str] = lambda point: ""
            ) -> Markup:
    """Every altered formula that is not also true, in words, by the point that rejects it; "" if
    there is none.

    tried_at  a point -> the address of the equation's page with the letters set to it, or ""
    """
    if not has_altered(result):
        return NOTHING
    groups: dict[tuple[str, str, str], list[MutantResult]] = {}
    for one in result.mutation.of_status(REJECTED):
        by = "" if one.by == result.label else one.by
        href = "" if by else tried_at(one.point)
        groups.setdefault((marks.readable(one.point), by, href), []).append(one)
    return render("altered", result=result, view=view, groups=groups, sides=_sides,
                  undecided=result.mutation.of_status(UNDECIDED),
                  title=view.title(result.label))


def counterexample(result: Result) -> str:
    """Where a mistake is false, and what stands on its two sides there; "" if it is none."""
    at = result.verdict.refutation
    if at is None:
        return ""
    left, right = _told_apart(at.left, at.right)
    return marks.readable(f"at {at.point}: left {left}, right {right}")


def _told_apart(left: str, right: str) -> tuple[str, str]:
    """Two numbers, shortened for a reader unless only later digits tell them apart."""
    short = NUMBER.sub(r"\1…", left), NUMBER.sub(r"\1…", right)
    return (left, right) if short[0] == short[1] else short


def _sides(mutant: MutantResult) -> str:
    """By what an altered formula is rejected."""
    left, right = _told_apart(mutant.left, mutant.right)
    sides = marks.readable(f"{left} ≠ {right}") if left else ""
    return ", ".join(filter(None, (sides, mutant.reason)))


def index(view: View, titles: Mapping[str, str]) -> Markup:
    """Every equation of the site: its title, the formula and its marks; the figures, and a filter.

    titles  of the pages, by path
    """
    ledger = view.ledger
    results = list(ledger.results.values())
    totals = {kind: sum(result.kind == kind for result in results) for kind in KINDS}
    rows = [(result, marks.evidence(result, result.label in view.coded)) for result in results]
    return render(
        "index", view=view, totals=totals, counted=wording.count, evidence=marks.EVIDENCE,
        rows=rows,
        pages={result.page: titles.get(result.page, result.page) for result in results},
        kinds={kind: name.lower() for kind, name in KINDS.items()},
        coded=sum(result.label in view.coded for result in results))


def banner(problems: Iterable[Diagnostic]) -> Markup:
    """What is wrong with a page, in red at its top, while it is being written."""
    listed = "\n".join(map(str, problems))
    return render("banner", problems=listed) if listed else NOTHING
