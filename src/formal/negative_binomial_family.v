(* Proofs of what docs/families/negative-binomial.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.negative_binomial_member__N_has_value, statement.negative_binomial_member__N,
  statement.negative_binomial_member__mu_has_value, statement.negative_binomial_member__mu,
  statement.negative_binomial_member__A_has_value, statement.negative_binomial_member__A.

Lemma slope : forall r e, e < 0 ->
  is_derive (fun u : R => - (r * ln (1 - exp u))) e (r * exp e / (1 - exp e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem negative_binomial_usual_log_normalizer : statement.negative_binomial_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem negative_binomial_gradient : statement.negative_binomial_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem negative_binomial_hessian : statement.negative_binomial_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem negative_binomial_conjugate : statement.negative_binomial_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem negative_binomial_divergence : statement.negative_binomial_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem negative_binomial_fit : statement.negative_binomial_fit.
Proof.
  start.
  assert (negative : ln (tau / (r + tau)) < 0) by (apply ln_negative; lra).
  opened; main; means slope; by_field.
Qed.
