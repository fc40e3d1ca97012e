"""The formal proofs of a site: that each proves what its page displays, and what it rests on.

`execmath proofs docs src/formal --write` runs the prover; with `--write` it first makes
`statements.v` anew from the pages. A proof file holds `Theorem name : statement.name.`, where the
name is the label of a claim with `_` for `-`. `axioms.txt` lists what a proof may rest on.

Exit codes: 0 everything is proved, 1 there are problems, 2 there is nothing to run or to run with.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from execmath.documents import codec, codes, deduction
from execmath.documents.diagnostics import Diagnostic, report
from execmath.documents.results import Ledger, Proof
from execmath.documents.site import read_site
from execmath.rocq.codes import DISAGREES
from execmath.rocq.prover import Outcome, Prover, library_files, version
from execmath.rocq.statements import Formalizer, Statement, statements_file
from execmath.rocq.values import Refused
from execmath.rocq.vernacular import misuses, misuses_of_name, without_comments
from execmath.rocq.words import name_of
from execmath.runtime import workers as processes
from execmath.runtime.cache import Cache, digest
from execmath.runtime.codes import Code
from execmath.runtime.fingerprint import version as version_of

STATEMENTS_NAME = "statements"
STATEMENTS, AXIOMS, BUILD = f"{STATEMENTS_NAME}.v", "axioms.txt", ".cache/execmath/formal"
PRELUDE = Path(__file__).parents[1] / "rocq" / "prelude.v"
THEOREM = re.compile(r"^Theorem\s+(\w+)\s*:\s*statement\.\1\s*\.", re.MULTILINE)


@dataclass(frozen=True)
class Theorem:
    """Where a proof of a displayed claim begins."""

    name: str
    file: str  # without its ending
    line: int


@dataclass(frozen=True)
class Readings:
    """What the prover is told: all formal texts by label, and the statements to be proved."""

    texts: dict[str, str]
    statements: list[Statement]
    not_executed: dict[str, str]  # labels, and why their statements could not be


class Proofs:
    """The proofs in `folder`, held against the entries of a ledger. Nothing is raised."""

    def __init__(self, ledger: Ledger, folder: Path, shown: str = "",
                 cache: Cache = Cache()) -> None:
        """`shown` is the folder as problems name it; formal readings are kept in `cache`."""
        self.ledger, self.folder, self.cache = ledger, folder, cache
        self.shown = shown or folder.as_posix()
        self.problems: list[Diagnostic] = []
        self.formalizer = Formalizer(ledger.results)
        self.theorems = {t.name: t for t in find_theorems(folder)}
        self.labels = {name_of(label): label for label in ledger.results}
        self.not_executed: dict[str, str] = {}  # labels, and why their statements could not be
        self.statements: dict[str, Statement] = {}  # by the theorem's name, in the pages' order
        self.key = self._digest()  # of all that the formal readings depend on
        if not self._take(codec.decoded(cache.load(self.key), Readings)):
            for name in sorted(self.theorems, key=self._place):
                self._state(self.theorems[name])
            if not self.problems:
                cache.store(self.key, codec.encoded(self._readings()))

    def _digest(self) -> str:
        results = sorted(self.ledger.results.values(), key=lambda e: (e.page, e.display.line))
        read = [f"{e.page} {e.label} {e.kind} {e.fingerprint} {e.display.tex}"
                for e in results if e.statement is not None]
        return digest("formal", version_of("execmath.rocq.statements"), *sorted(self.theorems), "",
                      *read)

    def _readings(self) -> Readings:
        return Readings(self.formalizer.texts, list(self.statements.values()), self.not_executed)

    def _take(self, readings: Readings | None) -> bool:
        """Take readings that were kept, if there are some."""
        if readings is None:
            return False
        self.formalizer.texts, self.not_executed = readings.texts, readings.not_executed
        self.statements = {name_of(one.label): one for one in readings.statements}
        return True

    def _place(self, name: str) -> tuple[str, int]:
        result = self.ledger.results.get(self.labels.get(name, ""))
        return (result.page, result.display.line) if result else ("", 0)

    def _state(self, theorem: Theorem) -> None:
        label = self.labels.get(theorem.name)
        if label is None:
            self._wrong(theorem, codes.PROVES_NOTHING,
                        "a proof of a statement that no page displays")
            return
        try:
            statement = self.statements[theorem.name] = self.formalizer.statement(label)
        except Refused as refused:
            self._wrong(theorem, codes.NO_FORMAL_READING,
                        f"it has a proof, and no formal reading: {refused.message}")
            return
        key = self._key_of_execution(statement)
        if (reason := self.cache.load(key)) is None:
            execution = self.formalizer.execute(statement)
            if execution.disagreement:
                self._wrong(theorem, DISAGREES, "its formal statement is not what the page says: "
                                                f"{execution.disagreement}")
                return
            self.cache.store(key, reason := execution.reason)
        if reason:
            self.not_executed[label] = reason

    def _key_of_execution(self, statement: Statement) -> str:
        """The digest of all that holding one statement against its page depends on."""
        equation = self.ledger.results[statement.label]
        return digest("formal execution", version_of("execmath.rocq.execution"), statement.label,
                      equation.fingerprint, statement.text, repr(statement.letters),
                      self.formalizer.definitions_of(statement))

    def _wrong(self, theorem: Theorem, code: Code, message: str) -> None:
        """A problem of a claim stands at its display; of what is no claim, at its proof."""
        result = self.ledger.results.get(self.labels.get(theorem.name, ""))
        if result is None:
            place, label = (f"{self.shown}/{theorem.file}.v", theorem.line), theorem.name
        else:
            place, label = (result.page, result.display.line), result.label
        self.problems.append(Diagnostic(*place, label, message, code))

    @property
    def text(self) -> str:
        return statements_file(self.formalizer, self.statements.values())

    # ------------------------------------------------------------------------- freshness

    def check_fresh(self) -> None:
        """Is statements.v what the pages say? A statement that is not is told by its label."""
        path = self.folder / STATEMENTS
        committed = path.read_text(encoding="utf-8") if path.exists() else ""
        if committed == self.text:
            return
        remedy = "`execmath proofs --write` makes it anew, and then its proof has to follow"
        stale = [name for name, statement in self.statements.items()
                 if not all(part in committed for part in self._texts(statement))]
        for name in stale:
            self._wrong(self.theorems[name], codes.STALE_STATEMENT,
                        "the page says something else than its formal "
                        f"statement in {self.shown}/{STATEMENTS}; {remedy}")
        if not stale:
            self.problems.append(Diagnostic(f"{self.shown}/{STATEMENTS}", 1, "",
                                         "not what the pages say; `execmath proofs --write` "
                                         "makes it anew", codes.STALE_STATEMENT))

    def check_files(self) -> None:
        """Does a file of proofs say what could weaken the question that it answers?"""
        files, library = sorted(self.folder.glob("*.v")), library_files()
        proofs = [path for path in files if path.name != STATEMENTS]
        may_require = {PRELUDE.stem, STATEMENTS_NAME, *(path.stem for path in proofs)}
        for path in proofs:
            text = path.read_text(encoding="utf-8")
            for misuse in (*misuses_of_name(path.stem, {PRELUDE.stem}, library),
                           *misuses(text, may_require)):
                self.problems.append(
                    Diagnostic(f"{self.shown}/{path.name}", misuse.line, "", misuse.message,
                               misuse.code))

    def _texts(self, statement: Statement) -> list[str]:
        return [statement.text, *(self.formalizer.texts[label] for label in statement.uses)]

    # ------------------------------------------------------------------------- the prover

    @contextmanager
    def proving(self, build: Path, workers: int | None = None) -> Iterator[None]:
        """Run the prover beside what is done meanwhile, and then give each claim that has a proof
        what came of it.

        Without a prover, and where the statements are not those of the pages, nothing is proved.
        """
        self.check_fresh()
        self.check_files()
        prover = self.prover(build, workers)
        if not prover.version and os.environ.get("CI"):
            self.problems.append(Diagnostic(self.shown, 1, "", "there is no coqc, and CI requires "
                                            "it", codes.NO_PROVER))
        if self.problems or not prover.version:
            yield
            for name in self.statements:
                self._enter(name, "", ())
            return
        with ThreadPoolExecutor(1) as beside:
            outcomes = beside.submit(prover.run, self._questions())
            yield
            self._hear(outcomes.result(), prover)

    def prover(self, build: Path, workers: int | None = None) -> Prover:
        """The prover of these files, which it compiles into `build`."""
        own = {PRELUDE.stem: PRELUDE.read_text(encoding="utf-8"), STATEMENTS_NAME: self.text}
        return Prover(own, read_proofs(self.folder), build, read_axioms(self.folder),
                      workers or processes.cores())

    def prove(self, build: Path) -> None:
        """The same, with nothing else to do."""
        with self.proving(build):
            pass

    def _hear(self, outcomes: Mapping[str, Outcome], prover: Prover) -> None:
        for file, outcome in outcomes.items():
            if outcome.error:
                self._fails(file, outcome)
        for name in self.statements:
            axioms = outcomes[self.theorems[name].file].assumptions.get(name)
            if axioms is not None:
                self._rests_on(name, axioms, prover)
        if not self.problems:
            self._deduce(prover)

    def _deduce(self, prover: Prover) -> None:
        """On which other claims each proof rests; and a lemma that no proof needs is a problem."""
        labels = {f"{self.theorems[name].file}.{name}": statement.label
                  for name, statement in self.statements.items()}
        results = self.ledger.results
        for label, others in deduction.rests_on(prover.uses, labels).items():
            if (proof := results[label].proof) is not None:
                results[label] = replace(results[label], proof=replace(proof, rests_on=others))
        for lemma in deduction.unused(prover.uses, labels, prover.own):
            file, _, name = lemma.partition(".")
            self.problems.append(Diagnostic(
                f"{self.shown}/{file}.v", line_of(name, prover.texts[file]), "",
                f"nothing displayed rests on {name}", codes.IDLE_LEMMA))

    def _questions(self) -> dict[str, dict[str, str]]:
        propositions: dict[str, dict[str, str]] = {}
        for name in self.statements:
            of_file = propositions.setdefault(self.theorems[name].file, {})
            of_file[name] = f"{STATEMENTS_NAME}.statement.{name}"
        return propositions

    def _fails(self, file: str, outcome: Outcome) -> None:
        """The claim at whose proof a file fails is to blame, or all that the file should prove."""
        where = f"{self.shown}/{file}.v:{outcome.line}"
        mine = [t for t in self.theorems.values() if t.file == file and t.name in self.statements]
        begun = [t for t in mine if t.line <= outcome.line]
        blamed = [max(begun, key=lambda t: t.line)] if begun else mine
        for theorem in blamed:
            self._wrong(theorem, codes.PROOF_FAILS, f"its proof fails, at {where}: {outcome.error}")
        if not blamed:
            self.problems.append(Diagnostic(f"{self.shown}/{file}.v", outcome.line, "",
                                         outcome.error, codes.PROOF_FAILS))

    def _rests_on(self, name: str, axioms: tuple[str, ...], prover: Prover) -> None:
        beyond = [axiom for axiom in axioms if axiom not in prover.axioms]
        if beyond:
            self._wrong(self.theorems[name], codes.AXIOM,
                        f"its proof rests on {', '.join(beyond)}, which is "
                        f"not on the list in {self.shown}/{AXIOMS}")
        else:
            self._enter(name, prover.version, axioms)

    def _enter(self, name: str, prover: str, axioms: tuple[str, ...]) -> None:
        statement, theorem = self.statements[name], self.theorems[name]
        proof = Proof(f"{theorem.file}.{name}", statement.text, statement.sizes, theorem.file,
                      theorem.line, prover, axioms)
        results = self.ledger.results
        results[statement.label] = replace(results[statement.label], proof=proof)


def find_theorems(folder: Path) -> list[Theorem]:
    """The theorems in a folder of proofs that prove what a page displays."""
    theorems = []
    for path in sorted(folder.glob("*.v")):
        if path.name != STATEMENTS:
            text = without_comments(path.read_text(encoding="utf-8"))
            theorems += [Theorem(match[1], path.stem, text.count("\n", 0, match.start()) + 1)
                      for match in THEOREM.finditer(text)]
    return theorems


def line_of(name: str, text: str) -> int:
    """Where a name is given a meaning."""
    found = re.search(rf"^[A-Z]\w+\s+{re.escape(name)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def read_proofs(folder: Path) -> dict[str, str]:
    """The texts of the files of proofs, by name; the machine's own files are not among them."""
    own = {STATEMENTS, PRELUDE.name}
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.v"))
            if path.name not in own}


def read_axioms(folder: Path) -> list[str]:
    """The names on the committed list; what stands behind # is a comment."""
    path = folder / AXIOMS
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [name for line in lines if (name := line.partition("#")[0].strip())]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="execmath proofs", description=__doc__)
    parser.add_argument("docs", type=Path, help="the folder of Markdown pages")
    parser.add_argument("formal", type=Path, help="the folder of proofs")
    parser.add_argument("--build", type=Path, default=Path(BUILD), help="where it is compiled")
    parser.add_argument("--write", action="store_true", help="write statements.v, run nothing")
    chosen = parser.parse_args(arguments)
    for folder in (chosen.docs, chosen.formal):
        if not folder.is_dir():
            print(f"{folder} is not a folder", file=sys.stderr)
            return 2
    started = time.perf_counter()
    proofs = Proofs(read_site(chosen.docs).ledger, chosen.formal)
    if chosen.write:
        (chosen.formal / STATEMENTS).write_text(proofs.text, encoding="utf-8")
        print(f"{len(proofs.statements)} statements in {chosen.formal / STATEMENTS}")
    elif not version():
        print("there is no coqc. On Debian and Ubuntu: apt-get install coq libcoq-coquelicot",
              file=sys.stderr)
        return 2
    else:
        proofs.prove(chosen.build)
        print(f"{proofs.ledger.proofs_summary()}, in {time.perf_counter() - started:.1f} s")
        for label, reason in proofs.not_executed.items():
            print(f"{label}: its formal statement was not executed: {reason}")
    if proofs.problems:
        print(report(proofs.problems), file=sys.stderr)
    return 1 if proofs.problems else 0

