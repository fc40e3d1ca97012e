"""The instances of a group as a table: what their rows say, and what is claimed of each.

The cells are cut out of the displays, so that a table cannot say what no display does. A claim
about `poisson-member` whose label is `poisson-fit` is the part *fit* of its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from execmath.documents.results import Ledger, Result
from execmath.language import ast as s
from execmath.language.context import introduced
from execmath.language.edits import piece
from execmath.language.equation import Kind
from execmath.language.parser.instances import rows_of

if TYPE_CHECKING:
    from execmath.documents.site import Site

MEMBER = "-member"  # the end of an instance's label; the parts of its row begin with what is before
GIVEN = (":=", r"\in")  # between a letter and what a row says of it


@dataclass(frozen=True)
class Cell:
    """LaTeX, and the label of the display that it is cut from; or why there is none."""

    tex: str = ""
    label: str = ""
    why: str = ""


@dataclass(frozen=True)
class Row:
    name: str  # the title of its page
    instance: Result
    cells: dict[str, Cell]  # by the letter, or by the part

    @property
    def stem(self) -> str:
        return self.instance.label.removesuffix(MEMBER)

    @property
    def is_certified(self) -> bool:
        return self.instance.verdict.holds


def groups(ledger: Ledger) -> list[str]:
    return list(dict.fromkeys(r.group for r in ledger.results.values() if r.group))


def rows(site: Site, group: str) -> list[Row]:
    """One for each instance of the group, in reading order."""
    members = [result for result in site.ledger.results.values() if result.group == group]
    return [Row(_title(site, result), result,
                {**_letters(result), **_parts(site.ledger, result), **_reasons(result)})
            for result in members if isinstance(result.statement, s.Instance)]


def _title(site: Site, result: Result) -> str:
    heading = next((line for line in site.pages[result.page].lines if line.startswith("# ")), "")
    return heading.removeprefix("# ") or result.label


def _letters(result: Result) -> dict[str, Cell]:
    """What each row says of its letter."""
    assert isinstance(result.statement, s.Instance)
    cells = {}
    for row, text in zip(result.statement.meanings, rows_of(result.display.tex), strict=True):
        said = next(text.partition(mark)[2] for mark in GIVEN if mark in text)
        if isinstance(row, s.Definition):
            said = _of_one(row.body, result.display.tex) or said
        cells[introduced(row)[0].name] = Cell(said.strip(), result.label)
    return cells


def _of_one(node: s.Node, tex: str) -> str:
    """What is written in a vector with one component, as (x, …, x)."""
    if isinstance(node, s.Vector) and len(node.items) == 1 and isinstance(node.items[0], s.Run):
        first, *others = node.items[0].written
        return piece(tex, first.span).strip() if all(one == first for one in others) else ""
    return ""


def _parts(ledger: Ledger, result: Result) -> dict[str, Cell]:
    """What is claimed of it: not what is shown as a mistake, nor what another one is said to be."""
    stem = result.label.removesuffix(MEMBER) + "-"
    claims = [claim for claim in ledger.results.values() if claim.page == result.page
              and claim.label.startswith(stem) and claim.kind == Kind.CLAIM
              and claim.inside in ("", result.label)]
    return {claim.label.removeprefix(stem): Cell(_right_side(claim), claim.label)
            for claim in claims}


def _right_side(claim: Result) -> str:
    assert isinstance(claim.statement, s.Claim)
    return " ".join(piece(claim.display.tex, claim.statement.links[-1].right.span).split())


def contradicted(ledger: Ledger, result: Result) -> Iterator[str]:
    """The parts that an instance is said to be without, and has."""
    there = {**_letters(result), **_parts(ledger, result)}
    yield from (part for part, _ in result.without if part in there)


def _reasons(result: Result) -> dict[str, Cell]:
    return {part: Cell(label=result.label, why=why) for part, why in result.without}


# ------------------------------------------------------------------- what rows are chosen by


def facet(row: Row, kind: str, name: str) -> str:
    """What a reader may choose rows by: of the letter of a row, `outcomes` says what set it is,
    `number` how many it counts, `functions` which functions it is made of; of a part, `form` says
    whether there is one."""
    if kind == "form":
        return "closed form" if row.cells[name].tex else "none, or by iteration"
    return KINDS[kind](_body(row, name))


def _body(row: Row, name: str) -> s.Node | None:
    assert isinstance(row.instance.statement, s.Instance)
    return next((one.body for one in row.instance.statement.meanings
                 if isinstance(one, s.Definition) and one.letter.name == name), None)


def _outcomes(domain: s.Node | None) -> str:
    if isinstance(domain, s.Reals):
        return "positive numbers" if domain.relation else "real numbers"
    if isinstance(domain, s.Interval):
        is_long = any(isinstance(end, s.Infinity) for end in (domain.lower, domain.upper))
        return "positive numbers" if is_long else "an interval"
    if isinstance(domain, s.IntegerRange) and domain.last is None:
        return "counts"
    if _is_of_vectors(domain):
        return "vectors"
    return "finitely many"


def _is_of_vectors(domain: s.Node | None) -> bool:
    """A continuum of vectors."""
    return isinstance(domain, s.Simplex) or (
        isinstance(domain, s.SetPower) and isinstance(domain.base, s.Reals | s.Interval))


def _number(number: s.Node | None) -> str:
    return number.digits if isinstance(number, s.Number) else "any number"


def _functions(body: s.Node | None) -> str:
    nodes = list(s.walk(body)) if body is not None else []
    if any(isinstance(node, s.Apply) and node.name == "gamma" for node in nodes):
        return "the gamma function"
    if any(isinstance(node, s.Fold) and isinstance(node.domain, s.IntegerRange)
           and node.domain.last is None for node in nodes):
        return "an infinite series"
    return "elementary functions"


KINDS: dict[str, Callable[[s.Node | None], str]] = {
    "outcomes": _outcomes, "number": _number, "functions": _functions}


def abbreviations(claim: Result) -> Iterator[tuple[str, str]]:
    """The letters that a display introduces for itself, and what they stand for."""
    if isinstance(claim.statement, s.Claim):
        for hypothesis in claim.statement.hypotheses:
            if isinstance(hypothesis, s.Abbreviation):
                value = _of_one(hypothesis.value, claim.display.tex) \
                    or piece(claim.display.tex, hypothesis.value.span)
                yield hypothesis.letter.name, " ".join(value.split())
