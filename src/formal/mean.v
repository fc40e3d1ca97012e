(* Proofs of what docs/theory/mean.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements.
Import ListNotations.
Open Scope R_scope.

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Lemma A_exists : forall eta, statement.finite_log_normalizer_has_value n d h t eta.
Proof. exact (total_pos n d h t outcomes weights). Qed.

(* One over the total is e to minus its logarithm. *)
Lemma factor_is : forall eta, statement.normalizing_factor n d h t eta
  = exp (- statement.finite_log_normalizer n d h t eta).
Proof.
  intros; unfold statement.finite_log_normalizer; rewrite exp_Ropp, exp_ln by apply A_exists.
  apply Rmult_1_l.
Qed.

End Family.

Theorem factor_is_log_normalizer : statement.factor_is_log_normalizer.
Proof.
  intros n Hn d _ h Hh t x _ eta.
  pose proof (A_exists n d h t Hn Hh eta) as value.
  assert (total : statement.normalizing_factor_has_value n d h t eta) by (apply Rgt_not_eq, value).
  parts; try assumption.
  - rewrite factor_is by assumption; apply exp_pos.
  - now rewrite factor_is, ln_exp by assumption.
  - unfold statement.casella_berger_form; rewrite factor_is by assumption.
    rewrite Rmult_assoc, <- exp_plus; unfold statement.finite_density; do 2 f_equal; ring.
Qed.
