"""The table of letters: the author names them, the machine knows the rest.

A page that calls `glossary` in a code block cannot leave a letter out, nor keep one that is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, relpath

from execmath.code import active_site
from execmath.documents.results import Result
from execmath.language import ast as s
from execmath.language.edits import piece


def glossary(names: Mapping[str, str], page: str) -> str:
    r"""Every letter of the site with its name, its domain and where it gets its meaning.

    names    by the label of the statement that introduces the letters, their names, separated by
             semicolons where there are several
    page     of the table, for the links
    returns  a Markdown table
    raises   LookupError that lists the labels without a name, and the names without a label
    """
    results = {label: result for label, result in active_site.current().ledger.results.items()
               if result.introduces}
    _check(names, results)
    rows = [f"| ${letter}$ | {name} | {domain} | [`{label}`]({_link(result, page)}) |"
            for label, result in results.items()
            for (letter, domain), name in zip(_letters(result), _split(names[label]), strict=True)]
    return "\n".join(["| Letter | Name | Domain | From |", "|---|---|---|---|", *rows])


def _check(names: Mapping[str, str], results: Mapping[str, Result]) -> None:
    faults = [f"no name for {' and '.join(result.introduces)} of {label} at {result.place}"
              for label, result in results.items() if label not in names]
    faults += [f"{label} introduces no letter" for label in names if label not in results]
    faults += [f"{label} introduces {len(results[label].introduces)} letters, named are "
               f"{len(_split(text))}" for label, text in names.items()
               if label in results and len(_split(text)) != len(results[label].introduces)]
    if faults:
        raise LookupError("the table of letters: " + "; ".join(faults))


def _split(text: str) -> list[str]:
    return [name.strip() for name in text.split(";")]


def _letters(result: Result) -> Iterator[tuple[str, str]]:
    """Each letter as typeset, with its domain."""
    if isinstance(result.statement, s.Declaration):
        for membership in result.statement.memberships:
            domain = piece(result.display.tex, membership.domain.span).strip()
            yield membership.letter.name, f"${domain}$"
    else:
        yield from ((name, "defined") for name in result.introduces)


def _link(result: Result, page: str) -> str:
    return f"{relpath(result.page, dirname(page) or '.')}#{result.label}"
