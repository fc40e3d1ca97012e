"""What the prover is given is executed, and agrees with the page: a wrong reading is seen."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

import pytest
from flint import ctx

from execmath.documents.proofs import Proofs
from execmath.language import ast as s
from execmath.rocq import term_parser as t
from execmath.rocq import terms
from execmath.rocq.alterations import altered_statements
from execmath.rocq.execution import Execution, execute
from execmath.rocq.scope import Scope
from execmath.rocq.statements import Formalizer
from execmath.rocq.term_evaluator import Terms
from execmath.rocq.term_parser import read_definitions

Read = Callable[[str], Formalizer]

PAGE = r"""
$$
A(v) := \log \sum_{j=1}^{k} e^{v_j} \qquad v \in \mathbb{R}^k
\label{log-sum-exp}
$$

$$
p(i; v) := e^{v_i - A(v)} \qquad i \in \{1, \ldots, k\},\; v \in \mathbb{R}^k
\label{density}
$$

$$
CLAIM
\label{claim}
$$
"""
CLAIMS = {
    "a derivative": r"\frac{\partial}{\partial v_i} A(v) = p(i; v)"
                    r"\qquad v \in \mathbb{R}^k,\; i \in \{1, \ldots, k\}",
    "a gradient": r"\nabla A(v) = \left(\frac{e^{v_1}}{\sum_{j=1}^{k} e^{v_j}}, \ldots,"
                  r"\frac{e^{v_k}}{\sum_{j=1}^{k} e^{v_j}}\right) \qquad v \in \mathbb{R}^k",
    "a sum": r"\sum_{i=1}^{k} p(i; v) = 1 \qquad v \in \mathbb{R}^k",
    "a mean": r"\mathbb{E}_{i \sim p(\cdot; v)}[v_i] \le \max_{i=1}^{k} v_i"
              r"\qquad v \in \mathbb{R}^k",
    "a matrix": r"v v^\top + I_k = I_k + v v^\top \qquad v \in \mathbb{R}^k",
    "an indicator": r"\sum_{j=1}^{k} \mathbb{1}\{i \le j\} v_j \le \sum_{j=1}^{k} |v_j|"
                    r"\qquad v \in \mathbb{R}^k,\; i \in \{1, \ldots, k\}",
    "a permutation": r"\sum_{j=2}^{k} v_{\pi(j)} \le \sum_{j=1}^{k} |v_{\pi(j)}|"
                     r"\qquad v \in \mathbb{R}^k,\; \pi \in S_k",
    "an integral": r"\int_0^1 x e^{a x} \, \mathrm{d}x > 0 \qquad a \in \mathbb{R}",
    "an ellipsis": r"A(v_1, \ldots, v_{k-1}, 0) \ge 0 \qquad v \in \mathbb{R}^k",
    "a binomial coefficient": r"\binom{n}{j} = \binom{n - 1}{j} + \binom{n - 1}{j - 1}"
                              r"\qquad n, j \in \{1, 2, \ldots\}",
    "roots and powers": r"\sqrt{x^2 + 1} > |x|^{\frac{1}{2}} - 1 \qquad x \in \mathbb{R}_{>0}",
}

# Altered, most series have no value that balls can tell, and i = 1 is as good as i <= 1.
SERIES = {
    "a matrix that is written out":
        r"v v^\top = \begin{pmatrix} v_1^2 & v_1 v_2 \\ v_1 v_2 & v_2^2 \end{pmatrix}"
        r"\qquad v \in \mathbb{R}^2",
    "a series": r"\sum_{n=0}^{\infty} \frac{a^n}{n!} = e^a \qquad a \in [1, 2]",
}


def executed(page: Formalizer, alter: Callable[[str], str] = str) -> Execution:
    """The execution of a page's claim, its formal text altered."""
    statement = page.statement("claim")
    definitions = "\n".join(page.texts[label] for label in statement.uses)
    return execute(page.equations["claim"], alter(statement.text), definitions,
                   dict(statement.letters))


@pytest.mark.parametrize("claim", [*CLAIMS.values(), *SERIES.values()])
def test_a_right_reading_agrees_with_the_page(claim: str, formalizer: Read) -> None:
    execution = executed(formalizer(PAGE.replace("CLAIM", claim)))
    assert execution.disagreement == execution.reason == ""
    assert execution.points >= 5


def test_all_statements_of_this_site_agree_with_their_pages(proofs_of_this_site: Proofs) -> None:
    assert proofs_of_this_site.problems == []
    assert proofs_of_this_site.not_executed == {}


# --------------------------------------------------------------------- one node altered

@pytest.mark.parametrize("name", CLAIMS)
def test_a_statement_that_is_altered_in_one_node_is_refused(
    name: str, formalizer: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = formalizer(PAGE.replace("CLAIM", CLAIMS[name]))
    (defined,) = read_definitions(page.statement("claim").text).values()
    read, tried = t.read_definitions, 0
    for other in altered_statements(defined.body, 1):
        changed = {"claim": dataclasses.replace(defined, body=other)}

        def reading(text: str, changed: Mapping[str, t.Defined] = changed
                    ) -> Mapping[str, t.Defined]:
            return changed if "Definition claim" in text else read(text)

        monkeypatch.setattr(t, "read_definitions", reading)
        execution = executed(page)
        monkeypatch.setattr(t, "read_definitions", read)
        assert execution.disagreement or not execution.points, other
        tried += 1
    assert tried > 0


@pytest.mark.parametrize("word, other, claim", [
    ("exp", "cosh", "a gradient"),
    ("abs", "sin", "roots and powers"),
])
def test_a_wrong_word_for_a_function_is_seen(
    word: str, other: str, claim: str, formalizer: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(terms.FUNCTIONS, word, other)
    page = formalizer(PAGE.replace("CLAIM", CLAIMS[claim]))
    assert "the sides" in executed(page).disagreement


def test_a_wrong_rule_of_the_reading_is_seen(
    formalizer: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both sides of 2 v = v + v would lose a summand alike."""
    def first(scope: Scope, node: s.Node, left: object, right: object) -> object:
        return left

    monkeypatch.setattr(terms, "added", first)
    page = formalizer("\n$$\nx + 1 = 1 + x - 0\n\\qquad x \\in \\mathbb{R}\n\\label{claim}\n$$\n")
    assert executed(page).disagreement


def test_what_is_assumed_more_than_the_page_does_is_seen(formalizer: Read) -> None:
    page = formalizer("\n$$\nx^2 \\ge 0 \\qquad x \\in \\mathbb{R}\n\\label{claim}\n$$\n")
    text = page.statement("claim").text
    assert "forall x : R,\n" in text
    execution = executed(page, lambda text: text.replace("x : R,\n", "x : R, x > 0 ->\n"))
    assert execution.disagreement.startswith("its formal reading assumes what does not hold, at x")


def test_a_problem_names_both_values(formalizer: Read) -> None:
    page = formalizer("\n$$\nx = x + 0 \\qquad x \\in \\mathbb{R}\n\\label{claim}\n$$\n")
    execution = executed(page, lambda text: text.replace("x + 0", "x + 1"))
    assert execution.disagreement.startswith("its formal reading has the sides ")
    assert ", the page " in execution.disagreement


# ------------------------------------------------------------------- the language of terms

def value(text: str) -> object:
    (defined,) = read_definitions(f"Definition v : R := {text}.").values()
    with ctx.workprec(64):
        return Terms({}).value(defined.body, {})


@pytest.mark.parametrize("text, expected", [
    ("1 + 2 * 3 ^ 2", 19), ("2 - 1 - 1", 0), ("- 2 ^ 2", -4), ("/ 2 * 4", 2), ("8 / 2 / 2", 2),
    ("(fun x y => x - y) 5 3", 2), ("sum (range 2 4) (fun j => INR j * 2)", 18),
    ("sum (range 3 2) (fun j => 1)", 0), ("product (range 1 4) (fun j => INR j)", 24),
    ("INR (2 - 3)", 0), ("if (2 <=? 1 + 1)%nat then 1 else 2", 1),
    ("update (fun i => INR i) 2 7 2%nat", 7), ("unit_vector 2 3%nat", 0),
    ("Derive (fun u => u ^ 3) 2", 12), ("sum (one_hots 3) (fun x => x 2%nat)", 1),
    ("matrix_power 2 (fun i j => INR (i + 2 * j - 3)) 3 1%nat 2%nat", 22),
    ("matrix_power 2 (fun i j => 7) 0 2%nat 2%nat", 1),
])
def test_terms_are_read_as_the_prover_reads_them(text: str, expected: int) -> None:
    assert value(text) == expected


@pytest.mark.parametrize("text", ["1 +", "(1", "fun x", "1 ? 2", "sum", "nowhere 1"])
def test_what_is_not_in_the_language_is_said(text: str) -> None:
    with pytest.raises(t.NotRead):
        value(text)


@pytest.mark.parametrize("proposition, answer", [
    ("0 < 1 /\\ 1 <= 1 <= 2", True), ("1 < 0 -> 1 = 2", True), ("(2 - 3 = 0)%nat", True),
    ("2 - 3 = 0", False), ("forall i, In i (range 1 3) -> (i <= 3)%nat", True),
    ("range 1 0 <> []", False), ("In (unit_vector 2) (one_hots 3)", True),
    ("In 4 (range 1 3)", False), ("is_permutation 2 (fun i => 3 - i)%nat", True),
    ("is_permutation 2 (fun i => 1%nat)", False), ("in_simplex 2 (fun i => 1 / 2)", True),
    ("is_distribution (range 1 2) (fun i => 1 / 3)", False),
    ("is_derive (fun u => u ^ 2) 1 2", True),
    ("is_series (fun n => 1 / INR (fact n)) (exp 1)", None),
    ("is_series (fun n => 1 / INR (fact n)) 2", False),
    ("forall n : nat, INR n < 4", False), ("locally 1 (fun u => u < 1)", False),
    ("forall x, x < 0", False), ("forall x, x = x", None),
])
def test_propositions_hold_or_not_or_do_not_tell(proposition: str, answer: bool | None) -> None:
    (defined,) = read_definitions(f"Definition v : Prop := {proposition}.").values()
    assert Terms({}).truth(defined.body, {}) is answer
