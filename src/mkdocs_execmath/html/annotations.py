r"""What each letter of a display stands for: where it is, and which statement gave it its meaning.

The reading knows both: a letter of the tree carries its place in the display and the label of the
statement that it is bound to, or none if it is bound inside the display. Nothing is guessed; a
letter whose meaning cannot be told in a few symbols is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from execmath.documents import json_export
from execmath.documents.results import Result
from execmath.language import ast as s
from execmath.language.hypotheses import parts
from execmath.language.parser.references import as_text
from mkdocs_execmath.html.pieces import cut

# Stand around a letter in marked LaTeX; TeX has no use for them. Between the first two is a number.
OPEN, NUMBER, CLOSE = "\ue000", "\ue001", "\ue002"
MARK = re.compile(f"{OPEN}\\d+{NUMBER}|{CLOSE}")
LONGEST = 160  # characters of a definition that is shown whole


@dataclass(frozen=True)
class Note:
    r"""What a letter means: `says` in LaTeX, by the statement `label`, or inside the display.

    Letters that were declared together, `x, y \in \mathbb{R}`, share one note.
    """

    name: str = field(compare=False)  # of the letter, or of the first of several
    says: str
    how: str  # declared, defined or bound
    label: str = ""


@dataclass(frozen=True)
class Letters:
    """The notes of a display, and the pieces of its LaTeX with each letter marked by the number of
    its note."""

    notes: tuple[Note, ...]
    marked: tuple[str, ...]


def letters(result: Result, results: Mapping[str, Result]) -> Letters:
    """The letters of one display; `entries` are those of the site."""
    tex = as_text(result.display.tex)
    if result.statement is None:
        return Letters((), pieces(tex))
    bound = _bound(result.statement, tex, results)
    notes: dict[Note, int] = {}
    places: dict[s.Span, int] = {}
    for letter in _written(result.statement, tex):
        note = _note(letter, bound, result, results)
        if note is not None:
            places[letter.span] = notes.setdefault(note, len(notes))
    return Letters(tuple(notes), tuple(_mark(tex, places, span) for span in cut(tex).spans))


def pieces(tex: str) -> tuple[str, ...]:
    """The pieces of a display, which may go to lines of their own on a small screen."""
    return tuple(as_text(tex[first:last]) for first, last in cut(tex).spans)


def plain(marked: str) -> str:
    """The LaTeX without its marks."""
    return MARK.sub("", marked)


def _written(statement: s.Statement, tex: str) -> Iterator[s.Letter]:
    """The letters that have a place of their own in the display."""
    for node in s.walk(statement):
        if isinstance(node, s.Letter):
            piece = tex[node.span[0] : node.span[1]]
            if "".join(piece.split()) == "".join(node.name.split()):
                yield node


def _mark(tex: str, places: Mapping[s.Span, int], piece: s.Span) -> str:
    """Letters do not overlap, since none holds another; if two did, the second stays unmarked."""
    marked, end = [], piece[0]
    for (first, last), number in sorted(places.items()):
        if end <= first and last <= piece[1]:
            marked += [tex[end:first], f"{OPEN}{number}{NUMBER}{tex[first:last]}{CLOSE}"]
            end = last
    return "".join([*marked, tex[end : piece[1]]])


def _note(letter: s.Letter, bound: Mapping[str, set[str]], result: Result,
          results: Mapping[str, Result]) -> Note | None:
    if letter.binding in results:
        return _elsewhere(letter, results)
    says = bound.get(letter.name, set())
    if len(says) == 1:
        return Note(letter.name, next(iter(says)), "bound")
    meaning = result.scope[letter.name]
    if not says and meaning is not None and _borrows(letter.name, meaning.domain, result):
        return _elsewhere(meaning.letter, results)
    return None


def _borrows(name: str, domain: s.Node | None, result: Result) -> bool:
    """Is this a parameter whose domain a declaration on the page has given?"""
    return isinstance(result.statement, s.Definition) and any(
        parameter.letter.name == name and parameter.domain is domain
        for parameter in result.statement.parameters)


def _elsewhere(letter: s.Letter, results: Mapping[str, Result]) -> Note | None:
    owner = results.get(letter.binding)
    if owner is None:
        return None
    if isinstance(owner.statement, s.Definition):
        whole = " ".join(json_export.split(owner)[0].split())
        return Note(letter.name, whole if len(whole) <= LONGEST else letter.name, "defined",
                    owner.label)
    if isinstance(owner.statement, s.Declaration):
        for membership in owner.statement.memberships:
            if membership.letter.name == letter.name:
                return Note(letter.name, _piece(owner.display.tex, membership.span), "declared",
                            owner.label)
    return None


def _bound(statement: s.Statement, tex: str,
           results: Mapping[str, Result]) -> dict[str, set[str]]:
    """What the display itself says of the letters that it binds, by their names."""
    meanings: dict[str, set[str]] = {}
    for node in s.walk(statement):
        if (binding := _binding(node, tex)) is not None:
            letter, says = binding
            if letter.binding not in results:
                meanings.setdefault(letter.name, set()).add(says)
    return {name: {text for text in says if text} for name, says in meanings.items()}


def _binding(node: s.Node, tex: str) -> tuple[s.Letter, str] | None:
    match node:
        case s.Membership(letter=letter, domain=domain, span=span):
            text = _piece(tex, span)
            if r"\in" not in text and r"\colon" not in text:  # a parameter, and behind it
                text = _hypothesis(letter, domain, tex)
            return letter, text
        case s.Abbreviation(letter=letter, span=span):
            return letter, _piece(tex, span)
        case s.Fold(letter=letter, domain=domain):
            return letter, _range(letter, domain, tex)
        case s.Integral(letter=letter, lower=lower, upper=upper):
            low, high = _piece(tex, lower.span), _piece(tex, upper.span)
            return letter, rf"{letter.name} \in ({low}, {high})" if low and high else ""
        case s.Expectation(letter=letter, density=density):
            return letter, rf"{letter.name} \sim {density.name}"
    return None


def _range(letter: s.Letter, domain: s.Node, tex: str) -> str:
    """Over what a sum or the like runs."""
    if isinstance(domain, s.IntegerRange) and domain.last:
        low, high = _piece(tex, domain.first.span), _piece(tex, domain.last.span)
        return rf"{letter.name} = {low}, \ldots, {high}" if low and high else ""
    text = _piece(tex, domain.span)
    return rf"{letter.name} \in {text}" if text else ""


def _hypothesis(letter: s.Letter, domain: s.Node, tex: str) -> str:
    r"""`x \in X`, if that is said of a parameter behind the definition itself."""
    behind = parts(tex).hypotheses
    first, last = domain.span
    if behind is not None and behind[0] < first < last and tex[:first].rstrip().endswith(r"\in"):
        return rf"{letter.name} \in {_piece(tex, (first, last))}"
    return ""


def _piece(tex: str, span: s.Span) -> str:
    return " ".join(tex[span[0] : span[1]].split())
