(* Proofs of what docs/families/softplus-normal.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families normal_slopes statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.softplus_normal_member__N_has_value, statement.softplus_normal_member__N,
  statement.softplus_normal_member__mu_has_value, statement.softplus_normal_member__mu,
  statement.softplus_normal_member__p_has_value, statement.softplus_normal_member__p,
  statement.softplus_normal_member__A_has_value, statement.softplus_normal_member__A,
  statement.softplus_normal_member__t_has_value, statement.softplus_normal_member__t,
  statement.softplus_normal_member__h_has_value, statement.softplus_normal_member__h.

Theorem softplus_normal_usual_density : statement.softplus_normal_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem softplus_normal_usual_parameters : statement.softplus_normal_usual_parameters.
Proof. start; opened; main; means; by_field. Qed.

Theorem softplus_normal_of_normal : statement.softplus_normal_of_normal.
Proof.
  start; opened; flat; rewrite ?inverse_of_softplus, ?against_softplus; main.
  by_logs; rewrite (ln_one_plus_exp y); field; repeat split; nonzero.
Qed.

Theorem softplus_normal_gradient : statement.softplus_normal_gradient.
Proof. start; opened; main; [apply first_slope; sides | apply second_slope; sides]. Qed.

Theorem softplus_normal_hessian : statement.softplus_normal_hessian.
Proof. start; opened; main; hessian. Qed.

Theorem softplus_normal_conjugate : statement.softplus_normal_conjugate.
Proof. start; opened; main; means; by_field. Qed.

Theorem softplus_normal_divergence : statement.softplus_normal_divergence.
Proof. start; opened; main; means; by_field. Qed.

Theorem softplus_normal_fit : statement.softplus_normal_fit.
Proof. start; opened; main; means; by_field. Qed.
