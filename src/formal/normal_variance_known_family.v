(* Proofs of what docs/families/normal-variance-known.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.normal_variance_known_member__mu_has_value,
  statement.normal_variance_known_member__mu,
  statement.normal_variance_known_member__p_has_value,
  statement.normal_variance_known_member__p, statement.normal_variance_known_member__A,
  statement.normal_variance_known_member__t,
  statement.normal_variance_known_member__h_has_value,
  statement.normal_variance_known_member__h.

Lemma slope : forall v e, 0 < v ->
  is_derive (fun u : R => v * u ^ 2 / 2) e (v * e).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem normal_variance_known_usual_density : statement.normal_variance_known_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem normal_variance_known_usual_parameters : statement.normal_variance_known_usual_parameters.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem normal_variance_known_gradient : statement.normal_variance_known_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem normal_variance_known_hessian : statement.normal_variance_known_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem normal_variance_known_divergence : statement.normal_variance_known_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem normal_variance_known_fit : statement.normal_variance_known_fit.
Proof. start; opened; main; means slope; by_field. Qed.
