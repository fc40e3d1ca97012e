"""How faithful the formal statements are: what is altered on a page, or in a statement, is noticed.

`execmath faithful docs src/formal` measures two things of every claim that has a proof.

formulas  Each altered formula of the claim is stated anew, and the old proof is held against the
          new statement. The prover has to refuse it, unless the page calls the formula also true.
readings  Each statement is altered in one node and executed. It has to disagree with the page.

What was measured stands in `faithfulness.json` beside the proofs, with the digest of what it was
measured on: only what changed since is measured anew, and a run that was broken off goes on.

Exit codes: 0 nothing escaped notice, 1 something did, 2 there is no prover.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from execmath.arithmetic.errors import EvaluationError
from execmath.documents.faithfulness import Measured, Score, digest_of, keep, total, up_to_date
from execmath.documents.proofs import BUILD, Proofs
from execmath.documents.site import read_site
from execmath.language import ast as s
from execmath.language.equation import Equation
from execmath.mutation.mutants import Mutant
from execmath.mutation.score import acknowledged, telling_mutants, texts_covering
from execmath.rocq import term_parser as t
from execmath.rocq.alterations import altered_statements
from execmath.rocq.execution import Examination
from execmath.rocq.prover import version
from execmath.rocq.statements import HEADER, Statement
from execmath.rocq.values import Refused

SECONDS = 20  # for the prover to see that a proof does not fit
MARK = "== "
ANSWER = re.compile(rf"^{MARK}(\w+) (fits|refused)$", re.MULTILINE)


# --------------------------------------------------------------------------- altered formulas


def altered_formulas(proofs: Proofs, statement: Statement) -> Iterator[tuple[Mutant, str]]:
    """Each altered formula that has a formal reading, and the proposition that it is read as."""
    equations: dict[str, Equation] = dict(proofs.ledger.results)
    equation = equations[statement.label]
    for mutant in telling_mutants(equation):
        if not isinstance(mutant.statement, s.Claim):
            continue
        equations[statement.label] = replace(equation, statement=mutant.statement)
        proofs.formalizer.equations = equations
        try:
            yield mutant, proposition(proofs.formalizer.statement(statement.label))
        except Refused:
            continue
        finally:
            proofs.formalizer.equations = proofs.ledger.results


def proposition(statement: Statement) -> str:
    return statement.text.partition("Prop :=\n")[2].strip().removesuffix(".")


def question(theorem: str, propositions: Iterable[str]) -> str:
    """Ask of each proposition whether the theorem is a proof of it."""
    return "".join(
        f"Definition altered_{number} : Prop :=\n{text}.\n"
        f"Goal True. tryif (assert altered_{number} by (timeout {SECONDS} exact {theorem})) "
        f'then idtac "{MARK}altered_{number} fits" else idtac "{MARK}altered_{number} refused". '
        "Abort.\n"
        for number, text in enumerate(propositions))


def answers(folder: Path, file: str, asked: str) -> dict[str, str]:
    """What the prover says; a sentence that it does not take does not keep it from the next."""
    header = HEADER.partition("Module statement")[0].partition("*)")[2].replace(
        "Require Import prelude.", f"Require Import prelude statements.\nRequire {file}.")
    done = subprocess.run(["coqtop", "-q", "-w", "none", "-Q", ".", ""], cwd=folder, text=True,
                          input=f"{header}Import statement.\n{asked}", capture_output=True,
                          check=False)
    return dict(ANSWER.findall(done.stdout))


def formula_score(proofs: Proofs, statement: Statement, theorem: str, folder: Path) -> Score:
    equation = proofs.ledger.results[statement.label]
    fates = proof_against(statement, theorem, altered_formulas(proofs, statement), folder)
    readings = {text: acknowledged(equation, text) for text in equation.also_true}
    fitting = [mutant for mutant, fate in fates.items() if fate == "fits"]
    true = [mutant for mutant in fitting if texts_covering(mutant, equation, readings)]
    return Score(sum(map(bool, fates.values())), sum(f == "refused" for f in fates.values()),
                 len(true), tuple(mutant.says for mutant in fitting if mutant not in true))


def proof_against(statement: Statement, theorem: str, altered: Iterable[tuple[Mutant, str]],
                  folder: Path) -> dict[Mutant, str]:
    """Whether the proof of a statement `fits` altered ones, is `refused`, or "" where the prover
    does not say.

    raises  RuntimeError, where it does not fit its own statement: then the question is wrong
    """
    mutants, propositions = [], [proposition(statement)]
    for mutant, text in altered:
        mutants.append(mutant)
        propositions.append(text)
    said = answers(folder, theorem.partition(".")[0], question(theorem, propositions))
    if said.get("altered_0") != "fits":
        raise RuntimeError(f"{statement.label}: its proof does not fit its own statement")
    return {mutant: said.get(f"altered_{number}", "") for number, mutant in enumerate(mutants, 1)}


# --------------------------------------------------------------------------- altered readings


def reading_score(proofs: Proofs, statement: Statement) -> Score:
    equation = proofs.ledger.results[statement.label]
    assert isinstance(equation.statement, s.Claim)
    definitions = "\n".join(proofs.formalizer.texts[label] for label in statement.uses)
    examination = Examination(equation, definitions, dict(statement.letters))
    (defined,) = t.read_definitions(statement.text).values()
    tried, escaped = 0, []
    for body in altered_statements(defined.body, len(equation.statement.links)):
        tried += 1
        if not notices(examination, replace(defined, body=body)):
            escaped.append(f"alteration {tried}")
    return Score(tried, tried - len(escaped), 0, tuple(escaped))


def notices(examination: Examination, altered: t.Defined) -> bool:
    """Does a statement disagree with its page, or have no value anywhere?"""
    try:
        execution = examination.of(altered)
    except (EvaluationError, t.NotRead, TypeError, IndexError, AttributeError, ValueError):
        return True  # what is no longer of a type has no value
    return bool(execution.disagreement) or not execution.points


def measure(proofs: Proofs, folder: Path) -> Iterator[tuple[str, Measured]]:
    """Measure what is not up to date, and write each result down at once.

    folder  where the proofs are compiled
    """
    measured = up_to_date(proofs)
    for name, statement in proofs.statements.items():
        if statement.label not in measured:
            theorem = f"{proofs.theorems[name].file}.{name}"
            measured[statement.label] = Measured(
                digest_of(proofs, statement), formula_score(proofs, statement, theorem, folder),
                reading_score(proofs, statement))
            keep(proofs.folder, measured)
            yield statement.label, measured[statement.label]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="execmath faithful", description=__doc__)
    parser.add_argument("docs", type=Path, help="the folder of Markdown pages")
    parser.add_argument("formal", type=Path, help="the folder of proofs")
    parser.add_argument("--build", type=Path, default=Path(BUILD), help="where it is compiled")
    chosen = parser.parse_args(arguments)
    if not version():
        print("there is no coqc", file=sys.stderr)
        return 2
    proofs = Proofs(read_site(chosen.docs).ledger, chosen.formal)
    failed = [outcome.error for outcome in proofs.prover(chosen.build).compile_each().values()
              if outcome.error]
    if failed:
        print(f"a file of proofs fails: {failed[0]}", file=sys.stderr)
        return 1
    for label, one in measure(proofs, chosen.build):
        print(f"{label}: formulas {one.formulas.words}; readings {one.readings.words}", flush=True)
    everything = up_to_date(proofs).values()
    formulas, readings = (total(getattr(one, kind) for one in everything)
                          for kind in ("formulas", "readings"))
    print(f"altered formulas refused: {formulas.words}; altered readings noticed: "
          f"{readings.words}")
    return 1 if formulas.escaped or readings.escaped else 0
