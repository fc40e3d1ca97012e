"""The formal proofs for readers: a page for each file, what a card says of a proof, the list."""

from __future__ import annotations

import json
from collections.abc import Callable

from markupsafe import Markup

from execmath.documents.proofs import PRELUDE, Proofs
from execmath.documents.results import Ledger, Proof
from mkdocs_execmath.templating import render

FOLDER = "proofs"
LIST = '<div id="execmath-proofs"></div>'


def path(file: str) -> str:
    """The page's place among the Markdown pages."""
    return f"{FOLDER}/{file}.md"


def anchor(proof: Proof) -> str:
    """Of the line at which the theorem stands, as the highlighter numbers them."""
    return f"#__codelineno-0-{proof.line}"


def pages(proofs: Proofs) -> dict[str, str]:
    """The Markdown of a page for each file, with its source highlighted."""
    sources = [PRELUDE, *sorted(proofs.folder.glob("*.v"))]
    return {path(source.stem): _page(source.stem, source.read_text(encoding="utf-8"), proofs)
            for source in sources}


def _page(file: str, text: str, proofs: Proofs) -> str:
    header = {"title": f"{file}.v", "hide": ["toc"],
              "description": f"The source of {file}.v, one of the files of formal proofs."}
    front = "".join(f"{name}: {json.dumps(value)}\n" for name, value in header.items())
    rows = [f"- [`{result.label}`](../{result.page}#{result.label}): {result.proof.words()}\n"
            for result in proofs.ledger.results.values()
            if result.proof is not None and result.proof.file == file]
    return (f'---\n{front}---\n\n# {file}.v\n\n{"".join(rows)}\n'
            f'```{{.coq linenums="1"}}\n{text.rstrip()}\n```\n')


def words_of_statement(proof: Proof) -> str:
    """What a proof proves, without the comment that stands above it."""
    return proof.statement.partition("*)\n")[2].strip()


def listed(ledger: Ledger, address: Callable[[str], str], source: Callable[[str], str]) -> Markup:
    """Every claim that has a proof.

    address  label -> href of the equation
    source   file -> href of its page
    """
    proved = [result for result in ledger.results.values() if result.proof is not None]
    return render("proofs", results=proved, address=address, source=source, anchor=anchor)
