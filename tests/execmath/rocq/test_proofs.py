"""A proof counts only if the prover says so now, of the statement that the page displays now."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from problems import uncoded

from execmath.documents.proofs import PRELUDE, Proofs
from execmath.documents.results import Proof
from execmath.documents.site import read_site
from execmath.rocq import terms
from execmath.rocq.execution import Execution
from execmath.rocq.prover import Prover
from execmath.rocq.statements import Formalizer, Statement, statements_file
from execmath.rocq.values import Refused
from execmath.rocq.vernacular import without_comments
from execmath.runtime.cache import Cache

ROOT = Path(__file__).parents[3]

PAGE = r"""
$$
k \in \{2, 3, \ldots\}
\label{size}
$$

$$
2 \sum_{j=1}^{k} v_j = \sum_{j=1}^{k} (v_j + v_j) \qquad v \in \mathbb{R}^k
\label{doubled}
$$
"""
PROOF = """\
From Coq Require Import Reals List Lra.
Require Import prelude statements.
Open Scope R_scope.

Theorem doubled : statement.doubled.
Proof.
  intros k _ v.
  induction (range 1 k) as [|j items IH]; simpl; [lra | rewrite <- IH; lra].
Qed.
"""


class Folder:
    """Pages and proofs that a test may alter; what is compiled is shared, by its digest."""

    def __init__(self, root: Path, build: Path) -> None:
        self.docs, self.formal, self.build = root / "docs", root / "formal", build
        self.docs.mkdir()
        self.formal.mkdir()

    def alter(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def proofs(self) -> Proofs:
        return Proofs(read_site(self.docs).ledger, self.formal, "formal")

    def state(self) -> None:
        """`make statements`."""
        text = self.proofs().text
        (self.formal / "statements.v").write_text(text, encoding="utf-8")

    def prove(self) -> Proofs:
        proofs = self.proofs()
        proofs.prove(self.build)
        return proofs


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("build")


@pytest.fixture
def folder(tmp_path: Path, build: Path) -> Folder:
    return Folder(tmp_path, build)


@pytest.fixture
def sums(folder: Folder) -> Folder:
    """One page with one claim, and its proof."""
    (folder.docs / "page.md").write_text(PAGE, encoding="utf-8")
    (folder.formal / "page.v").write_text(PROOF, encoding="utf-8")
    shutil.copy(ROOT / "src/formal/axioms.txt", folder.formal)
    folder.state()
    return folder


def proof_of(proofs: Proofs, label: str) -> Proof | None:
    return proofs.ledger.results[label].proof


def told(proofs: Proofs) -> str:
    return "\n".join(map(uncoded, proofs.problems))


# ------------------------------------------------------------------------- with a prover


def test_a_claim_is_proved_when_the_prover_says_so(sums: Folder, prover: str) -> None:
    proofs = sums.prove()
    assert told(proofs) == ""
    proof = proof_of(proofs, "doubled")
    assert proof is not None
    assert proof.words() == "proved for every k (Rocq)"
    assert (proof.theorem, proof.line, proof.prover) == ("page.doubled", 5, prover)
    assert "ClassicalDedekindReals.sig_forall_dec" in proof.axioms


@pytest.mark.usefixtures("prover")
def test_a_proof_that_fails_is_told_at_the_display_and_earns_nothing(sums: Folder) -> None:
    sums.alter(sums.docs / "page.md", "2 \\sum", "3 \\sum")
    sums.state()
    proofs = sums.prove()
    assert told(proofs).startswith("page.md:7 doubled: its proof fails, at formal/page.v:8: ")
    assert proof_of(proofs, "doubled") is None


@pytest.mark.usefixtures("prover")
def test_a_gap_in_a_proof_is_refused(sums: Folder) -> None:
    text = PROOF[: PROOF.index("  intros")] + "Admitted.\n"
    (sums.formal / "page.v").write_text(text, encoding="utf-8")
    proofs = sums.prove()
    assert told(proofs).startswith("formal/page.v:7: `Admitted` is not what a file of proofs may")
    assert proof_of(proofs, "doubled").words() == "proof not re-checked in this build"


@pytest.mark.usefixtures("prover", "anything_goes")
def test_a_gap_is_seen_by_the_prover_as_well(sums: Folder) -> None:
    text = PROOF[: PROOF.index("  intros")] + "Admitted.\n"
    (sums.formal / "page.v").write_text(text, encoding="utf-8")
    proofs = sums.prove()
    assert told(proofs) == ("page.md:7 doubled: its proof rests on page.doubled, which is not on "
                            "the list in formal/axioms.txt")
    assert proof_of(proofs, "doubled") is None


@pytest.mark.usefixtures("prover")
def test_an_axiom_that_is_not_on_the_list_is_refused(sums: Folder) -> None:
    sums.alter(sums.formal / "axioms.txt", "ClassicalDedekindReals.sig_forall_dec\n", "")
    proofs = sums.prove()
    assert "its proof rests on ClassicalDedekindReals.sig_forall_dec, which is not" in told(proofs)
    assert proof_of(proofs, "doubled") is None


@pytest.mark.usefixtures("prover", "anything_goes")
def test_a_theorem_of_another_statement_in_disguise_is_refused(sums: Folder) -> None:
    disguise = "Module statement. Definition doubled := True. End statement.\nTheorem"
    sums.alter(sums.formal / "page.v", "Theorem", disguise)
    sums.alter(sums.formal / "page.v", PROOF[PROOF.index("  intros") :], "  exact I.\nQed.\n")
    proofs = sums.prove()
    assert "page.md:7 doubled: its proof fails" in told(proofs)
    assert proof_of(proofs, "doubled") is None


@pytest.fixture
def anything_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of proofs are not read before the prover gets them: its own answer has to do."""
    monkeypatch.setattr(Proofs, "check_files", lambda proofs: None)


@pytest.fixture
def fresh(sums: Folder, tmp_path: Path) -> Folder:
    """With nothing compiled yet."""
    sums.build = tmp_path / "build"
    return sums


def compiled(folder: Folder) -> dict[str, int]:
    """The files that the prover has written, and when."""
    return {path.stem: path.stat().st_mtime_ns for path in folder.build.glob("*.vo")}


@pytest.mark.usefixtures("prover")
def test_files_that_are_all_new_are_given_to_the_prover_as_one(fresh: Folder) -> None:
    proof = proof_of(fresh.prove(), "doubled")
    assert compiled(fresh).keys() == {"ask_at_once"}
    assert proof is not None
    assert "ClassicalDedekindReals.sig_forall_dec" in proof.axioms


@pytest.mark.usefixtures("prover")
def test_a_second_run_asks_no_more_and_a_changed_proof_is_checked_again(fresh: Folder) -> None:
    fresh.prove()
    assert proof_of(fresh.prove(), "doubled") is not None
    assert compiled(fresh) == {}  # the answer of the first run is gone, and no other was asked for
    fresh.alter(fresh.formal / "page.v", "rewrite <- IH; lra", "idtac")
    assert "its proof fails" in told(fresh.prove())


@pytest.mark.usefixtures("prover")
def test_where_a_proof_fails_the_other_files_are_kept_by_themselves(fresh: Folder) -> None:
    fresh.alter(fresh.formal / "page.v", "rewrite <- IH; lra", "idtac")
    fresh.prove()
    before = compiled(fresh)
    assert before.keys() == {"prelude", "statements"}
    fresh.alter(fresh.formal / "page.v", "idtac", "rewrite <- IH; lra")
    assert told(fresh.prove()) == ""
    assert before.items() <= compiled(fresh).items()


@pytest.mark.usefixtures("prover")
def test_a_compiled_file_that_the_prover_did_not_make_is_made_anew(fresh: Folder) -> None:
    fresh.alter(fresh.formal / "page.v", "rewrite <- IH; lra", "idtac")
    fresh.prove()  # fails, so that each file is compiled by itself
    prelude = fresh.build / "prelude.vo"
    made = prelude.read_bytes()
    prelude.write_bytes(b"another")
    fresh.prove()
    assert prelude.read_bytes() == made


@pytest.mark.usefixtures("prover", "anything_goes")
@pytest.mark.parametrize("place", ["beside", "in a folder below", "behind a link"])
def test_a_compiled_file_that_lies_beside_them_is_not_believed(fresh: Folder, place: str) -> None:
    fresh.build.mkdir()
    module = "elsewhere" if place == "beside" else "sub.elsewhere"
    where = fresh.build if place == "beside" else fresh.build / "sub"
    if place == "behind a link":
        (fresh.docs.parent / "other").mkdir()
        where.symlink_to(fresh.docs.parent / "other", target_is_directory=True)
    where.mkdir(exist_ok=True)
    (where / "elsewhere.v").write_text("Definition anything := True.\n")
    subprocess.run(["coqc", "-q", "-Q", fresh.build, "", where / "elsewhere.v"], check=True)
    fresh.alter(fresh.formal / "page.v", "Open Scope R_scope.",
                f"Require {module}.\nOpen Scope R_scope.")
    assert "elsewhere" in told(fresh.prove())


OUTSIDE = [
    pytest.param("End page.\nModule statements.\nModule statement.\nDefinition doubled := True.\n"
                 "End statement.\nEnd statements.\nModule page.\n", id="a module that ends early"),
    pytest.param('Goal True. idtac "== all". Abort.\nQuit.\n', id="an answer of its own"),
    pytest.param("Reset Initial.\n", id="all forgotten"),
]


@pytest.mark.usefixtures("prover", "anything_goes")
@pytest.mark.parametrize("text", OUTSIDE)
def test_no_text_says_anything_outside_of_its_file(fresh: Folder, text: str) -> None:
    fresh.alter(fresh.formal / "page.v", "Theorem", f"{text}Theorem")
    fresh.alter(fresh.formal / "page.v", PROOF[PROOF.index("  intros") :], "  exact I.\nQed.\n")
    proofs = fresh.prove()
    assert "its proof fails" in told(proofs)
    assert proof_of(proofs, "doubled") is None


# --------------------------------------------------------------- with a prover or without one


def test_a_page_that_says_something_else_makes_its_statement_stale(sums: Folder) -> None:
    sums.alter(sums.docs / "page.md", "j=1}^{k} v_j", "j=2}^{k} v_j")
    proofs = sums.prove()
    assert told(proofs) == (
        "page.md:7 doubled: the page says something else than its formal statement in "
        "formal/statements.v; `execmath proofs --write` makes it anew, and then its proof "
        "has to follow")
    proof = proof_of(proofs, "doubled")
    assert proof is not None and proof.words() == "proof not re-checked in this build"


def test_a_statement_written_by_hand_is_refused(sums: Folder) -> None:
    sums.alter(sums.formal / "statements.v", "End statement.",
               "Definition easy : Prop := True.\nEnd statement.")
    assert told(sums.prove()) == ("formal/statements.v:1: not what the pages say; "
                                  "`execmath proofs --write` makes it anew")


def test_without_its_proof_a_claim_has_no_badge(sums: Folder) -> None:
    sums.alter(sums.formal / "page.v", "Theorem doubled", "Lemma doubled")
    sums.state()
    proofs = sums.proofs()
    proofs.check_fresh()
    assert told(proofs) == ""
    assert proofs.statements == {}
    assert proof_of(proofs, "doubled") is None


def test_a_proof_in_a_comment_is_none(sums: Folder) -> None:
    sums.alter(sums.formal / "page.v", "Theorem", "(* Theorem")
    assert sums.proofs().theorems == {}


def test_a_proof_of_a_statement_that_no_page_displays_is_refused(sums: Folder) -> None:
    sums.alter(sums.docs / "page.md", r"\label{doubled}", r"\label{redoubled}")
    assert ("formal/page.v:5 doubled: a proof of a statement that no page displays"
            in told(sums.prove()))


def test_a_proof_of_what_has_no_formal_reading_is_refused(sums: Folder) -> None:
    sums.alter(sums.docs / "page.md", r"= \sum_{j=1}^{k} (v_j + v_j)", r"= \Gamma(k)")
    assert ("page.md:7 doubled: it has a proof, and no formal reading: gamma has no formal reading"
            in told(sums.prove()))


def test_a_reading_that_is_not_what_the_page_says_is_refused(
    sums: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the prover makes of it: 2 (v + v) is proved as easily."""
    monkeypatch.setitem(terms.FOLDS, "sum", "product")
    problems = told(sums.prove())
    assert "page.md:7 doubled: its formal statement is not what the page says: its" in problems
    assert "at k = 2, v = (" in problems


@pytest.mark.parametrize("name", ["prelude", "Reals"])
@pytest.mark.usefixtures("prover")
def test_a_file_that_would_stand_in_for_another_is_refused(sums: Folder, name: str) -> None:
    (sums.formal / f"{name}.v").write_text("Definition sum := 0.\n", encoding="utf-8")
    proofs = sums.prove()
    assert told(proofs).startswith(f"formal/{name}.v:1: {name}")
    assert "give it another name" in told(proofs)
    proof = proof_of(proofs, "doubled")
    assert proof is not None and proof.words() == "proof not re-checked in this build"


def test_the_machine_takes_its_own_files_from_nowhere_else(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"prelude\.v stands beside the machine's own"):
        Prover({"prelude": ""}, {"prelude": "Definition sum := 0."}, tmp_path)


def test_without_a_prover_nothing_is_proved(sums: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    proofs = sums.prove()
    assert told(proofs) == ""
    proof = proof_of(proofs, "doubled")
    assert proof is not None and proof.words() == "proof not re-checked in this build"
    assert proofs.ledger.proofs_summary() == "0 claims proved, 1 proof not re-checked"


def test_in_ci_a_missing_prover_is_a_problem(
    sums: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "true")
    assert told(sums.prove()) == "formal:1: there is no coqc, and CI requires it"


# ------------------------------------------------------------------------------- this site


@pytest.fixture
def softmax(folder: Folder) -> Folder:
    """A copy of the page of the derivation and its proofs."""
    shutil.copy(ROOT / "docs/softmax.md", folder.docs)
    for name in ("softmax.v", "finite_sums.v", "axioms.txt"):
        shutil.copy(ROOT / "src/formal" / name, folder.formal)
    folder.state()
    return folder


def test_the_statements_of_this_site_are_what_its_pages_say(proofs_of_this_site: Proofs) -> None:
    proofs = proofs_of_this_site
    proofs.check_fresh()
    assert told(proofs) == ""
    assert len(proofs.statements) == len(proofs.theorems) > 0


@pytest.mark.parametrize("path", sorted((ROOT / "src/formal").glob("*.v")), ids=lambda p: p.name)
def test_nothing_is_left_open_or_assumed(path: Path) -> None:
    """Of what a theorem rests on the prover tells; this is of what none needs, too."""
    text = without_comments(path.read_text(encoding="utf-8"))
    assert re.findall(r"\b(?:Admitted|admit|give_up|Axiom|Conjecture|Parameter)\b", text) == []


@pytest.mark.usefixtures("prover")
def test_each_claim_of_this_site_that_can_be_read_is_a_proposition(folder: Folder) -> None:
    """Proved or not: what the reading makes of a page is well-formed for the prover."""
    formalizer = Formalizer(read_site(ROOT / "docs").ledger.results)
    statements = []
    for label, result in formalizer.equations.items():
        with contextlib.suppress(Refused):
            if result.kind == "claim":
                statements.append(formalizer.statement(label))
    assert len(statements) > 50
    own = {"prelude": PRELUDE.read_text(encoding="utf-8"),
           "statements": statements_file(formalizer, statements)}
    prover = Prover(own, {}, folder.build)
    assert {file: outcome.error for file, outcome in prover.run({}).items()} == {
        "prelude": "", "statements": ""}


ALTERATIONS = [
    pytest.param(r"&= \frac{e^{\eta_i}}{\sum_{j=1}^{k} e^{\eta_j}}",
                 r"&= \frac{e^{\eta_k}}{\sum_{j=1}^{k} e^{\eta_j}}", "gradient-is-softmax",
                 id="an index"),
    pytest.param(r"&= 1 - \sum_{j=1}^{k-1} \theta_j", r"&= 1 - \sum_{j=1}^{k} \theta_j",
                 "categorical-parameters", id="a bound"),
    pytest.param(r"\eta \in \mathbb{R}^k,\; \eta_k = 0,\;", r"\eta \in \mathbb{R}^k,\;",
                 "categorical-log-normalizer", id="a dropped hypothesis"),
]


@pytest.mark.parametrize(("old", "new", "label"), ALTERATIONS)
def test_an_altered_formula_makes_its_statement_stale(
    softmax: Folder, old: str, new: str, label: str
) -> None:
    softmax.alter(softmax.docs / "softmax.md", old, new)
    proofs = softmax.proofs()
    proofs.check_fresh()
    assert [problem.label for problem in proofs.problems] == [label]


@pytest.mark.usefixtures("prover")
@pytest.mark.parametrize(("old", "new", "label"), ALTERATIONS)
def test_and_a_new_statement_does_not_save_it(
    softmax: Folder, old: str, new: str, label: str
) -> None:
    softmax.alter(softmax.docs / "softmax.md", old, new)
    softmax.state()
    proofs = softmax.prove()
    assert [problem.label for problem in proofs.problems] == [label]
    assert "its proof fails" in told(proofs)
    assert proof_of(proofs, label) is None


def test_a_statement_is_held_against_its_page_again_only_where_one_of_them_changed(
        sums: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []
    execute = Formalizer.execute

    def counted(formalizer: Formalizer, statement: Statement) -> Execution:
        held.append(statement.label)
        return execute(formalizer, statement)

    monkeypatch.setattr(Formalizer, "execute", counted)
    page, cache = sums.docs / "page.md", Cache(tmp_path / "cache")

    def read() -> list[str]:
        held.clear()
        proofs = Proofs(read_site(sums.docs).ledger, sums.formal, "formal", cache)
        assert not proofs.problems
        return list(held)

    assert read() == ["doubled"]
    assert read() == []
    page.write_text(page.read_text(encoding="utf-8") + "\n$$\n1 + 1 = 2\n\\label{two}\n$$\n",
                    encoding="utf-8")
    assert read() == []
    sums.alter(page, "(v_j + v_j)", "(2 v_j)")
    assert read() == ["doubled"]


# ------------------------------------------------------------------------ the scripts of this site


SCRIPTS = sorted({*(ROOT / "src/formal").glob("*.v")} - {ROOT / "src/formal/statements.v"})


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_no_line_of_a_script_is_longer_than_its_page_is_wide(script: Path) -> None:
    long = [number for number, line in enumerate(script.read_text(encoding="utf-8").splitlines(), 1)
            if len(line) > 100]
    assert long == []
