"""Entries of the ledger -> HTML: the formula, the quiet line under it, its page, and the index."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from html import escape

from execmath.checking.verdict import Verdict
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.results import Ledger, Result
from execmath.mutation.report import ALSO_TRUE, REJECTED, MutantResult
from mkdocs_execmath.html import proof_pages

Address = Callable[[str], str]  # label -> href on the page at hand
KINDS = {"claim": "Claims", "definition": "Definitions", "declaration": "Declarations",
         "instance": "Instances",
         "refuted": "Refuted", "shown": "Shown, not executed"}
QUOTED = re.compile(r'"([^"]*)"')
ALTERED = "altered"  # the anchor of the altered formulas, on an equation's own page


def card(result: Result, formula: str, address: Address, ledger: Ledger, home: str,
         problems: Iterable[Diagnostic] = (), source: Address = str, notes: str = "") -> str:
    """A display as a figure: what it says, its name, its verdict, and folds with the details.

    home    the href of the equation's own page
    source  a file of formal proofs -> href of its page
    notes   what its letters mean, as HTML
    """
    rows = [*_noted(notes), *facts(result, address, ledger, source),
            *_mutation(result, f"{home}#{ALTERED}")]
    details = _fold("details", _list(rows))
    return _figure(result, formula, home, details, problems)


def equation(result: Result, formula: str, address: Address, ledger: Ledger, place: str,
             lead_in: str, drawing: str, notices: Iterable[str] = (),
             source: Address = str, notes: str = "") -> str:
    """The equation on its own page: the same figure, with its details in the open.

    place    the link to where it stands in a derivation, as HTML
    lead_in  what is said there just before it, as HTML
    drawing  its neighbors, as HTML
    notices  what its address has taken over from others, as HTML
    source   a file of formal proofs -> href of its page
    notes    what its letters mean, as HTML
    """
    rows = [*_noted(notes), *facts(result, address, ledger, source)]
    told = f': <q>{lead_in}</q>' if lead_in else "."
    return (f'<p class="execmath-place"><code>{escape(result.label)}</code>, {place}{told}</p>'
            f'{"".join(notices)}{_figure(result, formula, "./", "")}'
            f'<div class="execmath-facts">{_list(rows)}</div>{drawing}')


def letters(label: str, notes: Iterable[tuple[str, str, str]], address: Address) -> str:
    """What each letter means: a list here, and beside the letter where a script runs.

    notes  for each letter: the formula, `declared`, `defined` or `bound`, and by which equation
    """
    items = "".join(
        f'<li data-letter="{number}">{formula} <span>{_told(how, owner, address)}</span></li>'
        for number, (formula, how, owner) in enumerate(notes) if formula)
    if not items:
        return ""
    return (f'<ul class="execmath-letters" data-letters-of="{escape(label)}" tabindex="0" '
            f'aria-label="letters of {escape(label)}">{items}</ul>')


def _told(how: str, owner: str, address: Address) -> str:
    if not owner:
        return "in this equation"
    return f'{how} in <a href="{escape(address(owner))}">{escape(owner)}</a>'


def _noted(notes: str) -> Iterable[tuple[str, str]]:
    if notes:
        yield "letters", notes


def drawing(svg: str, what: str) -> str:
    """A graph, which scrolls where it is too wide, and can be scrolled with the keyboard."""
    name = "all equations" if what == "all" else f"the equations around {what}"
    return (f'<div class="execmath-drawing" tabindex="0" role="group" data-search-exclude '
            f'aria-label="Graph of {escape(name)}">{svg}</div>')


def where(result: Result, href: str, title: str) -> str:
    kind = {"shown": "shown, not executed,", "unread": "not read,"}.get(result.kind, result.kind)
    article = {"claim": "a ", "definition": "a ", "declaration": "a "}.get(result.kind, "")
    if result.kind == "refuted":
        return f'a mistake, refuted, in <a href="{escape(href)}">{escape(title)}</a>'
    return f'{article}{kind} in <a href="{escape(href)}">{escape(title)}</a>'


def notice(label: str, date: str) -> str:
    """At the address of a retired equation's successor; a redirect leads here."""
    return (f'<p class="execmath-notice" id="was-{label}">The equation <code>{label}</code> was '
            f"retired on {date}. This one took its place.</p>")


def _figure(result: Result, formula: str, home: str, details: str,
            problems: Iterable[Diagnostic] = ()) -> str:
    label = escape(result.label)
    failing = "".join(f'<pre class="execmath-problem">{escape(str(problem))}</pre>'
                      for problem in problems)
    state = "fails" if failing else result.kind
    what = "Refuted equation" if result.kind == "refuted" else "Equation"
    return (
        f'<figure class="execmath execmath-{state}" id="{label}">'
        f'<div class="execmath-formula" tabindex="0" role="group" aria-label="{what} {label}">'
        f"{formula}</div>{_counterexample(result)}"
        f'<figcaption data-search-exclude><a class="execmath-label" href="#{label}" '
        f'title="Link to this equation">{label}<span aria-hidden="true"> ¶</span></a>'
        f'<span class="execmath-words">{escape(result.words())}</span>{_proof(result)}'
        f"{details}{_menu(label, home)}</figcaption>{failing}</figure>"
    )


def _counterexample(result: Result) -> str:
    """The simplest point at which a displayed mistake is false, for all to see."""
    if (found := result.verdict.refutation) is None:
        return ""
    sides = f"left {found.left}, right {found.right}"
    return f'<p class="execmath-counterexample">false at {escape(f"{found.point}: {sides}")}</p>'


def _mutation(result: Result, href: str) -> Iterable[tuple[str, str]]:
    if result.mutation.altered:
        yield "altered", f'<a href="{escape(href)}">{escape(result.mutation.words())}</a>'


def altered(result: Result, typeset: Callable[[str], str], address: Address) -> str:
    """Every altered formula, typeset, with the point that rejects it."""
    mutation = result.mutation
    if not mutation.altered:
        return ""
    rows = "".join(_altered_row(result, one, typeset, address) for one in mutation.altered)
    return (
        f'<h2 id="{ALTERED}">Altered formulas</h2><p>One place of it is altered at a time. '
        f"{escape(mutation.words())}.</p>"
        '<div class="execmath-table execmath-altered" tabindex="0" role="group" '
        f'data-search-exclude aria-label="Altered formulas of {escape(result.label)}">'
        '<table><thead><tr><th scope="col">Altered</th><th scope="col">How</th>'
        f'<th scope="col">What became of it</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _altered_row(result: Result, one: MutantResult, typeset: Callable[[str], str],
                 address: Address) -> str:
    status = escape(one.status)
    if one.status == REJECTED:
        sides = f"{one.left} against {one.right}" if one.left else ""
        why = ", ".join(filter(None, (sides, one.reason)))
        where = f"at {one.point}" if one.point else ""
        status = f"rejected {escape(': '.join(filter(None, (where, why))))}"
        if one.by != result.label:
            status += f', by <a href="{escape(address(one.by))}">{escape(one.by)}</a>'
    elif one.status == ALSO_TRUE and one.bound:
        status = "also true: a bound beside this one"
    return (f'<tr class="execmath-{one.status.replace(" ", "-")}"><td>{typeset(one.tex)}</td>'
            f"<td>{_with_code(one.says)}</td><td>{status}</td></tr>")


def _with_code(says: str) -> str:
    """How it was altered; the LaTeX in it, which stands in quotation marks, as code."""
    return QUOTED.sub(r"<code>\1</code>", escape(says, quote=False))


def _proof(result: Result) -> str:
    if result.proof is None:
        return ""
    return f'<span class="execmath-words execmath-proof">{escape(result.proof.words())}</span>'


def _menu(label: str, home: str) -> str:
    """The forms to copy. Each is a link to a file; a script makes it copy what the file says."""
    forms = (("Markdown", "markdown.txt", "for StackExchange, or any Markdown with formulas"),
             ("LaTeX", "latex.txt", "the formula alone"), ("BibTeX", "bibtex.txt", "to cite it"))
    links = [f'<a href="{home}{file}" data-copy title="{title}">{name}</a>'
             for name, file, title in forms]
    links.append(f'<a href="{home}" data-copy="link" title="its permanent address">link</a>')
    return _fold("copy", " · ".join(links), f"copy {label}")


def _fold(summary: str, body: str, name: str = "") -> str:
    label = f' aria-label="{name}"' if name else ""
    return f"<details><summary{label}>{summary}</summary> {body}</details>"


def _list(rows: Iterable[tuple[str, str]]) -> str:
    return f'<dl>{"".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in rows)}</dl>'


def facts(result: Result, address: Address, ledger: Ledger,
          source: Address = str) -> Iterable[tuple[str, str]]:
    """What is known of an equation, as names and HTML; under the equation and on its own page."""
    verdict = result.verdict
    if result.kind in ("claim", "definition") and verdict.points:
        covered = f", {escape(verdict.coverage)}" if verdict.coverage else ""
        yield "tried at", f"{verdict.points} points{covered}"
        if verdict.comparisons:
            how = "exact" if verdict.digits >= 1000 else f"at least {verdict.digits} digits"
            yield "compared", f"{verdict.comparisons} pairs of numbers, {how} on both sides"
    if verdict.estimated:
        yield "computed", ("a sum or an integral to infinity ends where the rest no longer counts; "
                           "its error is estimated, not enclosed")
    for one in result.instances:
        name = one.instance
        yield "also for", f"{_links([name], address)}: {_tried(one.verdict)}"
    if verdict.sample is not None and result.kind == "claim":
        sample = verdict.sample
        yield "one point", f"<code>{escape(sample.point)}</code>"
        yield "left", f"<code>{escape(sample.left)}</code>"
        yield "right", f"<code>{escape(sample.right)}</code>"
    if verdict.slack:
        told = "attained: its two sides meet" if verdict.slack == "0" else verdict.slack
        yield "smallest slack", told
    if result.proof is not None:
        yield from proof_pages.facts(result.proof, source)
    if result.uses:
        yield "uses", _links(result.uses, address)
    if used_by := ledger.used_by(result.label):
        yield "used by", _links(used_by, address)
    tex = escape(result.display.tex.strip())
    yield "LaTeX", f'<pre tabindex="0"><code>{tex}</code></pre>'


def _tried(verdict: Verdict) -> str:
    digits = "exact" if verdict.digits >= 1000 else f"at least {verdict.digits} digits"
    how = "; computed" if verdict.estimated else ""
    return f"{verdict.points} points, {verdict.comparisons} pairs of numbers, {digits}{how}"


def _links(labels: Iterable[str], address: Address) -> str:
    return " ".join(f'<a href="{escape(address(label))}">{escape(label)}</a>' for label in labels)


EVIDENCE = {"proved": "proved", "certified": "certified in balls",
            "computed": "computed, error estimated", "code": "code held against it",
            "none": "not executed"}


def evidence(result: Result, has_code: bool) -> list[str]:
    """What speaks for an equation, as keys of `EVIDENCE`."""
    verdict = result.verdict
    found = ["proved"] if result.proof is not None and result.proof.prover else []
    if verdict.holds and verdict.points and result.kind in ("claim", "definition"):
        found.append("computed" if verdict.estimated else "certified")
    if has_code:
        found.append("code")
    return found or ["none"]


def index(ledger: Ledger, address: Address, titles: Mapping[str, str],
          coded: Container[str]) -> str:
    """Every equation of the site by label, with its verdict; the figures, and a filter.

    titles  of the pages, by path
    coded   the labels that code is held against
    """
    results = list(ledger.results.values())
    pages = {result.page: titles.get(result.page, result.page) for result in results}
    groups = "".join(_group(title, [result for result in results if result.page == page], address,
                            coded) for page, title in pages.items())
    totals = ", ".join(f"{sum(e.kind == kind for e in results)} {name.lower()}"
                       for kind, name in KINDS.items())
    held = sum(result.label in coded for result in results)
    kinds = {kind: name.lower() for kind, name in KINDS.items()}
    return (
        f'<p class="execmath-totals">{escape(ledger.summary())}. There are {totals}. '
        f"{escape(ledger.mutation_summary())}. "
        f"Code is held against {held} of them.</p>"
        '<form class="execmath-filter">'
        f'{_choice("page", pages)}{_choice("kind", kinds)}{_choice("evidence", EVIDENCE)}'
        f'<output role="status">{len(results)} of {len(results)}</output></form>'
        '<div class="execmath-table" tabindex="0" role="group" aria-label="Equations">'
        '<table><thead><tr><th scope="col">Equation</th><th scope="col">Kind</th>'
        f'<th scope="col">Verdict</th></tr></thead>{groups}</table></div>'
    )


def _choice(name: str, values: Mapping[str, str]) -> str:
    options = "".join(f'<option value="{escape(value)}">{escape(shown)}</option>'
                      for value, shown in values.items())
    return (f'<label>{name} <select name="{name}"><option value="">all</option>{options}'
            "</select></label>")


def _group(title: str, results: Iterable[Result], address: Address, coded: Container[str]) -> str:
    rows = "".join(_row(result, address, coded) for result in results)
    return f'<tbody><tr><th scope="rowgroup" colspan="3">{escape(title)}</th></tr>{rows}</tbody>'


def _row(result: Result, address: Address, coded: Container[str]) -> str:
    kinds = " ".join(evidence(result, result.label in coded))
    words = f"<span>{escape(result.words())}</span>{_proof(result)}"
    return (f'<tr data-page="{escape(result.page)}" data-kind="{result.kind}" '
            f'data-evidence="{kinds}">'
            f'<td><a href="{escape(address(result.label))}">{escape(result.label)}</a></td>'
            f"<td>{result.kind}</td><td>{words}</td></tr>")


def banner(problems: Iterable[Diagnostic]) -> str:
    """What is wrong with a page, in red at its top, while it is being written."""
    listed = "\n".join(map(str, problems))
    if not listed:
        return ""
    return ('<div class="execmath-banner" role="alert"><p>This page does not hold; '
            f"a build would refuse it.</p><pre>{escape(listed)}</pre></div>")
