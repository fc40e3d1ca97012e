"""The formal proofs for readers: a page for each file, what a card says of a proof, the list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from html import escape

from markupsafe import Markup

from execmath.documents.coverage import Coverage
from execmath.documents.proofs import PRELUDE, Proofs
from execmath.documents.results import Ledger, Proof
from mkdocs_execmath.templating import render

FOLDER = "proofs"
OPEN, CLOSE = "\0", "\1"  # around an anchor, until the text is escaped
LIST = '<div id="execmath-proofs"></div>'


def path(file: str) -> str:
    """The page's place among the Markdown pages."""
    return f"{FOLDER}/{file}.md"


def anchor(proof: Proof) -> str:
    """Of the line at which the theorem stands."""
    return f"#{_line(proof.line)}"


def _line(number: int) -> str:
    return f"line-{number}"


def pages(proofs: Proofs, title: Callable[[str], str] = str) -> dict[str, str]:
    """The Markdown of a page for each file with its source.

    title  label -> what an equation is called
    """
    sources = [PRELUDE, *sorted(proofs.folder.glob("*.v"))]
    return {path(file.stem): _page(file.stem, file.read_text(encoding="utf-8"), proofs, title)
            for file in sources}


def _page(file: str, text: str, proofs: Proofs, title: Callable[[str], str]) -> str:
    header = {"title": f"{file}.v", "hide": ["toc"],
              "description": f"The source of {file}.v, one of the files of formal proofs."}
    front = "".join(f"{name}: {json.dumps(value)}\n" for name, value in header.items())
    proved = [(result, result.proof) for result in proofs.ledger.results.values()
              if result.proof is not None and result.proof.file == file]
    rows = [f"- [{title(result.label)}](../{result.page}#{result.label}): {proof.words()}\n"
            for result, proof in proved]
    return (f'---\n{front}---\n\n# {file}.v\n\n{"".join(rows)}\n'
            f"{source(text.rstrip(), [proof.line for _, proof in proved])}\n")


def source(text: str, lines: Iterable[int]) -> str:
    """A text as it stands, with an anchor at some of its lines. Highlighted, a file of proofs is
    ten times as heavy as any other page."""
    shown = text.splitlines()
    for number in lines:
        shown[number - 1] = f"{OPEN}{_line(number)}{CLOSE}{shown[number - 1]}"
    code = escape("\n".join(shown), quote=False).replace(OPEN, '<a id="').replace(CLOSE, '"></a>')
    return f'<pre class="proof" tabindex="0"><code>{code}</code></pre>'


def words_of_statement(proof: Proof) -> str:
    """What a proof proves, without the comment that stands above it."""
    return proof.statement.partition("*)\n")[2].strip()


def listed(ledger: Ledger, address: Callable[[str], str], source: Callable[[str], str],
           title: Callable[[str], str] = str, coverage: Sequence[Coverage] = ()) -> Markup:
    """Every claim that has a proof, below how far the proofs reach.

    address  label -> href of the equation
    source   file -> href of its page
    title    label -> what it is called
    """
    proved = [result for result in ledger.results.values() if result.proof is not None]
    return render("proofs", results=proved, address=address, source=source, anchor=anchor,
                  title=title, coverage=coverage)
