"""What a built site says of its proofs, and when it is refused for one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from problems import uncoded
from projects import ROOT, SMALL, Build, Project, pageless_cache
from sharing import Shared

PAGE = r"""# Sums

$$
k \in \{0, 1, \ldots\}
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
  intros k v.
  induction (range 1 k) as [|j items IH]; simpl; [lra | rewrite <- IH; lra].
Qed.
"""
STATUS = re.compile(r'<span class="execmath-mark execmath-mark-(?:proved|unchecked)" '
                    'title="([^"]*)"')


@pytest.fixture
def project(tmp_path: Path, shared: Shared) -> Project:
    """One page with one claim, and its proof."""
    project = Project.small(tmp_path / "project", {"page.md": PAGE}, pageless_cache(shared))
    plugin = SMALL.replace("{reload: [lognormalizer]}", "{formal: formal}")
    (project.root / "mkdocs.yml").write_text(plugin, encoding="utf-8")
    (project.root / "formal").mkdir()
    (project.root / "formal" / "page.v").write_text(PROOF, encoding="utf-8")
    shutil.copy(ROOT / "src/formal/axioms.txt", project.root / "formal")
    state(project)
    return project


def state(project: Project) -> None:
    """`make statements`."""
    command = [sys.executable, "-m", "execmath", "proofs", "docs", "formal", "--write"]
    subprocess.run(command, cwd=project.root, env=project.environment, check=True,
                   stdout=subprocess.DEVNULL)


def published(project: Project) -> str:
    build = project.build("--strict")
    assert build.code == 0, build.output
    return project.published()["site/page/index.html"].decode()


def refused(project: Project) -> Build:
    before = project.published()
    build = project.build()
    assert build.code != 0, build.output
    assert project.published() == before
    return build


def test_a_proved_claim_says_so_and_leads_to_its_proof(project: Project, prover: str) -> None:
    page = published(project)
    assert STATUS.findall(page) == [
        f"It is proved for every k, and the proof is checked by the Rocq prover, version {prover}."]
    home = project.published()["site/eq/doubled/index.html"].decode()
    assert '<a href="../../proofs/page/#line-5">Read the proof.</a>' in home
    proof = project.published()["site/proofs/page/index.html"].decode()
    assert "Theorem" in proof and "statement" in proof
    assert "site/proofs/statements/index.html" in project.published()


def test_the_build_names_the_claim_whose_page_says_something_else(project: Project) -> None:
    """Even where the new claim is as true as the old one was."""
    project.edit("docs/page.md", r"2 \sum_{j=1}^{k} v_j", r"2 \sum_{i=1}^{k} v_i")
    assert refused(project).problems == [
        "page.md:8 doubled: the page says something else than its formal statement in "
        "formal/statements.v; `execmath proofs --write` makes it anew, and then its proof "
        "has to follow"]


@pytest.mark.usefixtures("prover")
def test_the_build_names_the_claim_whose_proof_fails(project: Project) -> None:
    project.edit("docs/page.md", r"\sum_{j=1}^{k} (v_j + v_j)",
                 r"\left(\sum_{j=1}^{k} 3 v_j\right) - \sum_{j=1}^{k} v_j")
    state(project)
    problem, = refused(project).problems
    assert problem.startswith("page.md:8 doubled: its proof fails, at formal/page.v:8: ")


def test_without_a_proof_there_is_no_badge(project: Project) -> None:
    (project.root / "formal" / "page.v").unlink()
    state(project)
    assert STATUS.findall(published(project)) == []


def test_a_proof_of_what_no_page_displays_is_refused(project: Project) -> None:
    project.edit("docs/page.md", r"\label{doubled}", r"\label{redoubled}")
    assert "formal/page.v:5 doubled: a proof of a statement that no page displays" \
        in uncoded(refused(project).output)


def test_without_a_prover_the_site_claims_no_proof(project: Project, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "node").symlink_to(shutil.which("node") or "there is no node")
    project.environment["PATH"] = str(tools)
    project.environment.pop("CI", None)
    build = project.build("--strict")
    assert build.code == 0, build.output
    assert "0 claims proved, 1 proof not re-checked" in build.output
    page = project.published()["site/page/index.html"].decode()
    assert STATUS.findall(page) == [
        "It has a formal proof, which was not checked again when this site was built."]
    assert "checked by the Rocq" not in page
