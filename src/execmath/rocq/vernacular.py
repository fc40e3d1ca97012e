"""What a file of proofs may say to the prover: lemmas and their proofs, and nothing that bends it.

A theorem counts for what the page displays only if no file beside it can change what is asked.
So a file has a short list of commands: it cannot assume anything outside of a section, set a flag,
give a notation another meaning, load a plugin, or hide a file of the library behind its own name.
The kernel is asked all the same what each theorem rests on; these rules keep the question whole.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from execmath.rocq.codes import MISUSE
from execmath.runtime.codes import Code

ANYWHERE = frozenset(
    "Abort Corollary Defined Definition Example Fact Fixpoint Inductive Lemma Let Ltac Proof"
    " Proposition Qed Record Remark Theorem Unshelve".split())
IN_SECTIONS = frozenset("Context Hypotheses Hypothesis Variable Variables".split())
PATTERNS = {
    "Close": re.compile(r"Close Scope \w+"),
    "End": re.compile(r"End \w+"),
    "From": re.compile(r"From (Coq|Stdlib|Coquelicot|mathcomp) Require (Import|Export) [\w. ]+"),
    "Implicit": re.compile(r"Implicit Types? .*", re.DOTALL),
    "Import": re.compile(r"Import [\w. ]+"),
    "Notation": re.compile(r"Notation \w+( \w+)* := .*", re.DOTALL),  # an abbreviation
    "Open": re.compile(r"Open Scope \w+"),
    "Require": re.compile(r"Require (Import|Export) ([\w ]+)"),
    "Section": re.compile(r"Section \w+"),
}
# A bullet, a brace, or a choice of goals may stand before a command as before a tactic.
BEFORE = re.compile(r"(?:\s|[-+*]|[{}]|!\s*:|(?:all|par|\[\w+\]|\d[\d\s,-]*)\s*:(?!=))*")
SENTENCE_END = re.compile(r"\.(?=\s|\Z)")
FILE_NAME = re.compile(r"(?!(?:ask|asked|m)_)[A-Za-z]\w*", re.ASCII)
STRANGE = re.compile(r"[^\t\n\r -~]")


@dataclass(frozen=True)
class Misuse:
    """What a file may not say, and at which line."""

    line: int
    message: str
    code: Code = MISUSE


def misuses_of_name(name: str, ours: Container[str], library: Container[str]) -> Iterator[Misuse]:
    """A file may not stand in for one of the machine's own, or one of the library's."""
    if name in ours:
        yield Misuse(1, f"{name}.v is the machine's own, and would be replaced by this file; "
                        "give it another name")
    elif name in library:
        yield Misuse(1, f"{name} is a file of the prover's library, which this one would hide; "
                        "give it another name")
    elif not FILE_NAME.fullmatch(name):
        yield Misuse(1, "a file of proofs is named by a letter, then letters, digits and _, and "
                        "not ask_..., asked_... or m_...")


def misuses(text: str, files: Container[str]) -> Iterator[Misuse]:
    """Where a file says what it may not.

    files  the names that it may require: of the other files, and of the machine's own
    """
    if '"' in text:
        yield Misuse(_line(text, text.index('"')), "a quotation mark: strings, and notations that "
                     "are given as strings, have no place in a file of proofs")
        return
    bare = without_comments(text)
    if strange := STRANGE.search(bare):
        yield Misuse(_line(text, strange.start()), f"the character {strange[0]!r} outside of a "
                                                   "comment")
    sections = 0
    for start, sentence in sentences(bare):
        command = re.match(r"\w+", sentence)
        name = command[0] if command else ""
        sections += (name == "Section") - (name == "End")
        if message := _misuse(sentence, name, sections, files):
            yield Misuse(_line(text, start), message)


def without_comments(text: str) -> str:
    """The text with blanks for comments, which may be nested; lines stay where they are."""
    depth, pieces, end = 0, [], 0
    for mark in re.finditer(r"\(\*|\*\)", text):
        if mark.start() < end:
            continue
        if mark[0] == "(*":
            if not depth:
                pieces.append(text[end : mark.start()])
                end = mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                pieces.append(re.sub(r"[^\n]", " ", text[end : mark.end()]))
                end = mark.end()
    rest = text[end:]
    return "".join(pieces) + (re.sub(r"[^\n]", " ", rest) if depth else rest)


def sentences(bare: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text without comments, each from its first word, and where that stands."""
    start = 0
    for end in [*(match.start() for match in SENTENCE_END.finditer(bare)), len(bare)]:
        before = BEFORE.match(bare, start, end)
        begin = before.end() if before else start
        if sentence := bare[begin:end].strip():
            yield begin, sentence
        start = end + 1


def _misuse(sentence: str, command: str, sections: int, files: Container[str]) -> str:
    """What is wrong with a sentence; "" if nothing is."""
    if sentence[0].islower() or sentence[0] in "([":
        return ""  # a tactic; those that leave a gap are found by the kernel
    if (command in IN_SECTIONS and sections > 0) or command in ANYWHERE:
        return ""
    words = " ".join(sentence.split())
    pattern = PATTERNS.get(command)
    match = pattern.fullmatch(words) if pattern else None
    if match is None:
        where = " outside of a section" if command in IN_SECTIONS else ""
        return (f"`{words[:60]}`{where} is not what a file of proofs may say: it has definitions, "
                "lemmas and their proofs, in sections; what assumes, sets or renames anything "
                "could weaken what is proved")
    return _not_beside(match[2], files) if command == "Require" else ""


def _not_beside(names: str, files: Container[str]) -> str:
    others = [name for name in names.split() if name not in files]
    return "" if not others else (
        f"{others[0]} is none of the files beside this one; what is the library's is required "
        "`From Coq` or `From Coquelicot`")


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
