"""Results -> HTML: the formula, the quiet line under it, its page, and the index."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from markupsafe import Markup

from execmath.checking.verdict import Verdict
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.results import Ledger, Result
from execmath.language import ast as s
from execmath.mutation.report import MutantResult
from mkdocs_execmath.html import proof_pages
from mkdocs_execmath.templating import render

Address = Callable[[str], str]  # label -> href on the page at hand
KINDS = {"claim": "Claims", "definition": "Definitions", "declaration": "Declarations",
         "instance": "Instances",
         "refuted": "Refuted", "shown": "Shown, not executed"}
FORMS = (("Markdown", "markdown.txt", "for StackExchange, or any Markdown with formulas"),
         ("LaTeX", "latex.txt", "the formula alone"), ("BibTeX", "bibtex.txt", "to cite it"))
"""To copy. Each is a link to a file; a script makes it copy what the file says."""
EVIDENCE = {"proved": "proved", "certified": "certified in balls",
            "computed": "computed, error estimated", "code": "code held against it",
            "none": "not executed"}
ALTERED = "altered"  # the anchor of the altered formulas, on an equation's own page
EXACT = 1000  # digits, from which on a number is not rounded
NOTHING = Markup()


def card(result: Result, formula: Markup, address: Address, ledger: Ledger, home: str,
         problems: Iterable[Diagnostic] = (), source: Address = str,
         notes: Markup = NOTHING) -> Markup:
    """A display as a figure: what it says, its name, its verdict, and folds with the details.

    home    the href of the equation's own page
    source  a file of formal proofs -> href of its page
    notes   what its letters mean
    """
    href = f"{home}#{ALTERED}" if result.mutation.altered else ""
    details = facts(result, address, ledger, source, notes, href)
    return _figure(result, formula, home, details, problems)


def equation(result: Result, formula: Markup, address: Address, ledger: Ledger,
             place: tuple[str, str], lead_in: Markup, drawing: Markup,
             notices: Iterable[tuple[str, str]] = (), source: Address = str,
             notes: Markup = NOTHING) -> Markup:
    """The equation on its own page: the same figure, with its details in the open.

    place    the href of where it stands in a derivation, and the title of that page
    lead_in  what is said there just before it
    drawing  its neighbors
    notices  the labels that its address has taken over, each with the date
    source   a file of formal proofs -> href of its page
    notes    what its letters mean
    """
    href, title = place
    return render("equation", result=result, place=href, title=title, lead_in=lead_in,
                  notices=list(notices), figure=_figure(result, formula, "./", NOTHING),
                  facts=facts(result, address, ledger, source, notes), drawing=drawing)


def letters(label: str, notes: Iterable[tuple[Markup, str, str]], address: Address) -> Markup:
    """What each letter means: a list here, and beside the letter where a script runs.

    notes  for each letter: the formula, `declared`, `defined` or `bound`, and by which equation
    """
    numbered = [(number, *note) for number, note in enumerate(notes) if note[0]]
    return render("letters", label=label, notes=numbered, address=address) if numbered else NOTHING


def drawing(svg: Markup, what: str) -> Markup:
    """A graph around an equation, or of all of them."""
    return render("drawing", svg=svg, what=what)


def _figure(result: Result, formula: Markup, home: str, details: Markup,
            problems: Iterable[Diagnostic] = ()) -> Markup:
    failing = [str(problem) for problem in problems]
    return render("figure", result=result, formula=formula, home=home, facts=details, forms=FORMS,
                  problems=failing, state="fails" if failing else result.kind,
                  kind_of_equation="Refuted equation" if result.kind == "refuted" else "Equation")


def facts(result: Result, address: Address, ledger: Ledger, source: Address = str,
          notes: Markup = NOTHING, altered: str = "") -> Markup:
    """What is known of an equation, as a list; under the equation and on its own page.

    altered  the href of its altered formulas
    """
    functions = ""
    if any(isinstance(node, s.SmoothFunctions) for node in _in_reach(result)):
        from execmath.domains.smooth import KINDS as functions  # only here: it loads the arithmetic
    return render("facts", result=result, address=address, source=source, notes=notes,
                  functions=functions,
                  used_by=ledger.used_by(result.label), altered=altered, digits=_digits,
                  anchor=proof_pages.anchor, words_of_statement=proof_pages.words_of_statement)


def _in_reach(result: Result) -> Iterator[s.Node]:
    """The parts of the statement, and of the sets of its letters."""
    if result.statement is None:
        return
    yield from s.walk(result.statement)
    for letter in result.dependencies:
        if (domain := result.context.domains.get(letter)) is not None:
            yield from s.walk(domain)


def _digits(verdict: Verdict) -> str:
    return "exact" if verdict.digits >= EXACT else f"at least {verdict.digits} digits"


def altered(result: Result, typeset: Callable[[str], Markup], address: Address) -> Markup:
    """Every altered formula, typeset, with the point that rejects it."""
    if not result.mutation.altered:
        return NOTHING
    return render("altered", result=result, typeset=typeset, address=address, rejection=_rejection)


def _rejection(mutant: MutantResult) -> str:
    """Where, and by what, an altered formula is rejected."""
    sides = f"{mutant.left} against {mutant.right}" if mutant.left else ""
    why = ", ".join(filter(None, (sides, mutant.reason)))
    where = f"at {mutant.point}" if mutant.point else ""
    return ": ".join(filter(None, (where, why)))


def evidence(result: Result, has_code: bool) -> list[str]:
    """What speaks for an equation, as keys of `EVIDENCE`."""
    verdict = result.verdict
    kinds = ["proved"] if result.proof is not None and result.proof.prover else []
    if verdict.holds and verdict.points and result.kind in ("claim", "definition"):
        kinds.append("computed" if verdict.estimated else "certified")
    if has_code:
        kinds.append("code")
    return kinds or ["none"]


def index(ledger: Ledger, address: Address, titles: Mapping[str, str],
          coded: Container[str]) -> Markup:
    """Every equation of the site by label, with its verdict; the figures, and a filter.

    titles  of the pages, by path
    coded   the labels that code is held against
    """
    results = list(ledger.results.values())
    totals = ", ".join(f"{sum(result.kind == kind for result in results)} {name.lower()}"
                       for kind, name in KINDS.items())
    return render(
        "index", ledger=ledger, address=address, totals=totals, evidence=EVIDENCE,
        pages={result.page: titles.get(result.page, result.page) for result in results},
        kinds={kind: name.lower() for kind, name in KINDS.items()},
        coded=sum(result.label in coded for result in results),
        rows=[(result, evidence(result, result.label in coded)) for result in results])


def banner(problems: Iterable[Diagnostic]) -> Markup:
    """What is wrong with a page, in red at its top, while it is being written."""
    listed = "\n".join(map(str, problems))
    return render("banner", problems=listed) if listed else NOTHING
