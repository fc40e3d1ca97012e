(* Proofs of what docs/families/log-normal.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families normal_slopes statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.log_normal_member__N_has_value, statement.log_normal_member__N,
  statement.log_normal_member__mu_has_value, statement.log_normal_member__mu,
  statement.log_normal_member__p_has_value, statement.log_normal_member__p,
  statement.log_normal_member__A_has_value, statement.log_normal_member__A,
  statement.log_normal_member__t_has_value, statement.log_normal_member__t,
  statement.log_normal_member__h_has_value, statement.log_normal_member__h.

Theorem log_normal_usual_density : statement.log_normal_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem log_normal_usual_parameters : statement.log_normal_usual_parameters.
Proof. start; opened; main; means; by_field. Qed.

Theorem log_normal_gradient : statement.log_normal_gradient.
Proof. start; opened; main; [apply first_slope; sides | apply second_slope; sides]. Qed.

Theorem log_normal_mean_of_outcome : statement.log_normal_mean_of_outcome.
Proof. start; opened; main; by_field. Qed.

Theorem log_normal_conjugate : statement.log_normal_conjugate.
Proof. start; opened; main; means; by_field. Qed.

Theorem log_normal_divergence : statement.log_normal_divergence.
Proof. start; opened; main; means; by_field. Qed.

Theorem log_normal_fit : statement.log_normal_fit.
Proof. start; opened; main; means; by_field. Qed.

Theorem log_normal_hessian : statement.log_normal_hessian.
Proof. start; opened; main; hessian. Qed.
