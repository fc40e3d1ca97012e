"""A table of all instances of a group, cut out of their displays.

A page that calls `catalogue` in a code block cannot leave an instance out, nor a cell: what is not
claimed has a reason, in a comment above the instance.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from posixpath import dirname, relpath

from execmath.code import active_site
from execmath.documents.catalogue import Cell, Row, abbreviations, facet, rows

WHERE = "where "  # before the name of a part: the letters that its display introduces


def catalogue(group: str, columns: Mapping[str, str], page: str,
              filters: Mapping[str, str] | None = None) -> str:
    r"""Every instance of a group, a row each.

    group    that the instances name, `instance of: GROUP`
    columns  title of each column, to the letter of a row of the instances, as `\mathcal{X}`, to a
             part, as `fit` for claims labelled `poisson-fit`, or to `where PART`: the letters that
             this claim introduces
    page     of the table, for the links
    filters  title of each choice above the table, to what rows are chosen by: `outcomes LETTER`,
             `number LETTER`, `functions LETTER`, or `form PART`
    returns  a Markdown table
    raises   LookupError that lists the cells that are missing, and how to give a reason
    """
    table = rows(active_site.current(), group)
    if not table:
        raise LookupError(f"no instance is of the group {group!r}")
    _see_that_nothing_is_missing(table, columns)
    head = ["Family", *columns]
    lines = [_line(head), _line(["---"] * len(head))]
    for row in table:
        link = relpath(row.instance.page, dirname(page) or ".")
        cells = [_shown(row, part, link) for part in columns.values()]
        lines.append(_line([f"[{row.name}]({link})", *cells]))
    if filters:
        lines[:0] = [_choices(table, filters), ""]
    return "\n".join(lines)


def _see_that_nothing_is_missing(table: Sequence[Row], columns: Mapping[str, str]) -> None:
    parts = [part.removeprefix(WHERE) for part in columns.values()]
    missing = [_wanting(row, part) for row in table for part in parts if part not in row.cells]
    if missing:
        raise LookupError("the catalogue: " + "; ".join(missing))


def _choices(table: Sequence[Row], filters: Mapping[str, str]) -> str:
    """A form that a script of the site shows; what the rows have stands in it, in their order."""
    facets = [[facet(row, *by.split(" ", 1)) for by in filters.values()] for row in table]
    labels = []
    for title, column in zip(filters, zip(*facets, strict=True), strict=True):
        options = "".join(f"<option>{escape(value)}</option>" for value in sorted(set(column)))
        labels.append(f'<label>{escape(title)} <select><option value="">all</option>{options}'
                      "</select></label>")
    return (f'<form class="catalogue" data-rows="{escape(json.dumps(facets))}" hidden>'
            f'{"".join(labels)}<output></output></form>')


def _wanting(row: Row, part: str) -> str:
    return (f"{row.instance.label} at {row.instance.place} has no claim {row.stem}-{part}, and no "
            f"reason; write above it <!-- execmath: without: {part}: REASON -->")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(row: Row, part: str, link: str) -> str:
    if part.startswith(WHERE):
        return _where(row.cells[part.removeprefix(WHERE)], link)
    return _linked(row.cells[part], link)


def _where(cell: Cell, link: str) -> str:
    if not cell.tex:
        return cell.why
    claim = active_site.result(cell.label)
    text = r",\; ".join(f"{letter} = {value}" for letter, value in abbreviations(claim))
    return _linked(Cell(text, cell.label), link) if text else ""


def _linked(cell: Cell, link: str) -> str:
    if not cell.tex:
        return cell.why
    tex = cell.tex.replace("|", r"\vert ").strip()
    # Who does not see the formula is told what the link leads to.
    return f'[${tex}$]({link}#{cell.label} "{cell.label.replace("-", " ")}")'
