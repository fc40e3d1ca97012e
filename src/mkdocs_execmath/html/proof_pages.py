"""The formal proofs for readers: a page for each file, what a card says of a proof, the list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from html import escape

from execmath.documents.proofs import PRELUDE, Proofs
from execmath.documents.results import Ledger, Proof

FOLDER = "proofs"
STATEMENTS = "statements"
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


def facts(proof: Proof, source: Callable[[str], str]) -> Iterable[tuple[str, str]]:
    """What is known of a proof, as names and HTML.

    source  file -> href of its page
    """
    link = f'<a href="{escape(source(proof.file))}{anchor(proof)}">{escape(proof.theorem)}</a>'
    checked = f"checked by Rocq (Coq) {escape(proof.prover)}" if proof.prover else proof.words()
    yield "proof", f"{link}, {checked}"
    if proof.prover:
        names = ", ".join(f"<code>{escape(axiom)}</code>" for axiom in proof.axioms)
        yield "rests on at most", names or "no axioms"
    statement = escape(proof.statement.partition("*)\n")[2].strip())
    words = f'its words: <a href="{escape(source(STATEMENTS))}">{STATEMENTS}.v</a>, ' \
            f'<a href="{escape(source(PRELUDE.stem))}">{PRELUDE.name}</a>'
    yield "formal statement", f'<pre tabindex="0"><code>{statement}</code></pre>{words}'


def listed(ledger: Ledger, address: Callable[[str], str], source: Callable[[str], str]) -> str:
    """Every claim that has a proof.

    address  label -> href of the equation
    source   file -> href of its page
    """
    rows = "".join(
        f'<tr><td><a href="{escape(address(result.label))}">{escape(result.label)}</a></td>'
        f"<td>{escape(result.proof.words())}</td><td>"
        f'<a href="{escape(source(result.proof.file))}{anchor(result.proof)}">'
        f"{escape(result.proof.theorem)}</a></td></tr>"
        for result in ledger.results.values() if result.proof is not None)
    return ('<div class="execmath-table" tabindex="0" role="group" aria-label="Proofs"><table>'
            '<thead><tr><th scope="col">Equation</th><th scope="col">Status</th>'
            f'<th scope="col">Theorem</th></tr></thead><tbody>{rows}</tbody></table></div>')
