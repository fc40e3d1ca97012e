"""What a file of proofs may say, and what it may not."""

from __future__ import annotations

import pytest

from execmath.rocq.vernacular import misuses, misuses_of_name, without_comments

PROOF = """\
From Coq Require Import Reals List Lra.
Require Import prelude statements.
Open Scope R_scope.

Section Sums.
Variables (n : nat) (f : nat -> R).
Notation total := (sum (range 1 n) f). (* an (* inner *) abbreviation. *)
Lemma same : total = total.
Proof. { - reflexivity. } Qed.
End Sums.
"""
FILES = {"prelude", "statements"}


def test_lemmas_and_their_proofs_in_sections_are_in_order() -> None:
    assert list(misuses(PROOF, FILES)) == []


WEAKENING = [
    "Axiom lie : False.",
    "Parameter lie : False.",
    "Conjecture lie : False.",
    "Variable lie : False.",
    "Hypothesis lie : False.",
    "Context (lie : False).",
    "#[local] Axiom lie : False.",
    "Local Axiom lie : False.",
    "Polymorphic Axiom lie : False.",
    "Time Axiom lie : False.",
    "Lemma lie : False. Admitted.",
    "Lemma lie : False. Proof. - { Axiom more : False. } Qed.",
    "Lemma lie : False. Proof. 1: { all: Axiom more : False. } Qed.",
    "Set Universe Polymorphism.",
    "Local Set Printing All.",
    "Global Set Printing Width 1.",
    "Unset Guard Checking.",
    "Unset Positivity Checking.",
    "Unset Universe Checking.",
    "Notation sum := (fun _ _ => 0).  Infix plus := sum.",
    "Notation x := y (only parsing). Reserved Notation z.",
    "Declare ML Module bad.",
    "Declare Custom Entry bad.",
    "Coercion f : nat >-> R.",
    "Canonical Structure lie := lie.",
    "Module statement. End statement.",
    "End Sums. Module statements.",
    "Include lie.",
    "Load other.",
    "Add LoadPath other.",
    "Redirect file Print sum.",
    "Extraction file.",
    "Reset Initial.",
    "Quit.",
    "Drop.",
    "Primitive lie := #int63_add.",
    "Register lie as core.True.type.",
    "Require Import Reals.",
    "From Coq Require Export Reals. From Evil Require Import Reals.",
    "From Coq Extra Dependency x as y.",
    "Import Reals. Export Reals.",
    "Program Definition lie : False := _.",
    "Obligation Tactic := idtac.",
    "Fail Axiom lie : False.",
    "Succeed Axiom lie : False.",
    "Goal False.",
    "Instance lie : False.",
    "Hint Resolve lie : core.",
    "Tactic Notation x := y.",
    "Arguments sum {T} _ _.",
    "Opaque sum.",
    "Strategy 10 [sum].",
]


@pytest.mark.parametrize("text", WEAKENING)
def test_what_could_weaken_a_statement_is_refused_at_its_line(text: str) -> None:
    assert {misuse.line for misuse in misuses(PROOF + text, FILES)} == {11}


def test_a_string_could_open_a_notation_or_hide_a_comment() -> None:
    assert list(misuses('Notation "0" := 1.', FILES))
    assert list(misuses('(* " *) Axiom lie : False. (* " *)', FILES))


def test_a_comment_hides_nothing_behind_it() -> None:
    assert without_comments("a (* b (* c *) d *) e (* f") == "a" + " " * 19 + "e     "
    assert list(misuses("(* (* *) *) Axiom lie : False.", FILES))
    assert list(misuses("(* Axiom lie : False. *)", FILES)) == []


def test_letters_that_look_like_others_are_refused() -> None:
    assert "'\\u0391'" in ascii(list(misuses("Lemma \u0391 : True.", FILES)))


@pytest.mark.parametrize("name", ["prelude", "Reals", "ask_page", "asked_page", "m_1", "1st",
                                  "a-b"])
def test_a_file_does_not_stand_in_for_another(name: str) -> None:
    (misuse,) = misuses_of_name(name, {"prelude"}, {"Reals"})
    assert misuse.line == 1


def test_other_names_are_free() -> None:
    assert list(misuses_of_name("convexity", {"prelude"}, {"Reals"})) == []
