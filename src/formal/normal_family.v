(* Proofs of what docs/families/normal.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families normal_slopes statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.normal_member__N_has_value, statement.normal_member__N,
  statement.normal_member__mu_has_value, statement.normal_member__mu,
  statement.normal_member__p_has_value, statement.normal_member__p,
  statement.normal_member__A_has_value, statement.normal_member__A, statement.normal_member__t,
  statement.normal_member__h_has_value, statement.normal_member__h.

Theorem normal_usual_density : statement.normal_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem normal_usual_parameters : statement.normal_usual_parameters.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_usual_log_normalizer : statement.normal_usual_log_normalizer.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_gradient : statement.normal_gradient.
Proof. start; opened; main; [apply first_slope; sides | apply second_slope; sides]. Qed.

Theorem normal_conjugate : statement.normal_conjugate.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_divergence : statement.normal_divergence.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_fit : statement.normal_fit.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_hessian : statement.normal_hessian.
Proof. start; opened; main; hessian. Qed.
