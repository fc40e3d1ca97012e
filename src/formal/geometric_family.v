(* Proofs of what docs/families/geometric.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.geometric_member__N_has_value, statement.geometric_member__N,
  statement.geometric_member__mu_has_value, statement.geometric_member__mu,
  statement.geometric_member__p_has_value, statement.geometric_member__p,
  statement.geometric_member__A_has_value, statement.geometric_member__A,
  statement.geometric_member__t, statement.geometric_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => - ln (1 - exp u)) e (exp e / (1 - exp e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem geometric_usual_density : statement.geometric_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem geometric_usual_parameters : statement.geometric_usual_parameters.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem geometric_usual_log_normalizer : statement.geometric_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem geometric_gradient : statement.geometric_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem geometric_hessian : statement.geometric_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem geometric_conjugate : statement.geometric_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem geometric_divergence : statement.geometric_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem geometric_fit : statement.geometric_fit.
Proof.
  start.
  assert (negative : ln (tau / (1 + tau)) < 0) by (apply ln_negative; lra).
  opened; main; means slope; by_field.
Qed.
