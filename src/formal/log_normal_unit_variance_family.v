(* Proofs of what docs/families/log-normal-unit-variance.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.log_normal_unit_variance_member__N_has_value,
  statement.log_normal_unit_variance_member__N,
  statement.log_normal_unit_variance_member__mu_has_value,
  statement.log_normal_unit_variance_member__mu,
  statement.log_normal_unit_variance_member__p_has_value,
  statement.log_normal_unit_variance_member__p, statement.log_normal_unit_variance_member__A,
  statement.log_normal_unit_variance_member__t_has_value,
  statement.log_normal_unit_variance_member__t,
  statement.log_normal_unit_variance_member__h_has_value,
  statement.log_normal_unit_variance_member__h.

Lemma slope : forall e, is_derive (fun u : R => u ^ 2 / 2) e e.
Proof. intros; auto_derive; [sides | field]. Qed.

Theorem log_normal_unit_variance_usual_density : statement.log_normal_unit_variance_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem log_normal_unit_variance_reciprocal : statement.log_normal_unit_variance_reciprocal.
Proof. start; opened; main; by_ratio. Qed.

Theorem log_normal_unit_variance_gradient : statement.log_normal_unit_variance_gradient.
Proof. start; opened; main; apply slope. Qed.

Theorem log_normal_unit_variance_hessian : statement.log_normal_unit_variance_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem log_normal_unit_variance_mean_of_power : statement.log_normal_unit_variance_mean_of_power.
Proof. start; opened; main; field. Qed.

Theorem log_normal_unit_variance_conjugate : statement.log_normal_unit_variance_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem log_normal_unit_variance_divergence : statement.log_normal_unit_variance_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem log_normal_unit_variance_fit : statement.log_normal_unit_variance_fit.
Proof. start; opened; main; means slope; by_field. Qed.
