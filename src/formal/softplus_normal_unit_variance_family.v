(* Proofs of what docs/families/softplus-normal-unit-variance.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.softplus_normal_unit_variance_member__N_has_value,
  statement.softplus_normal_unit_variance_member__N,
  statement.softplus_normal_unit_variance_member__mu_has_value,
  statement.softplus_normal_unit_variance_member__mu,
  statement.softplus_normal_unit_variance_member__p_has_value,
  statement.softplus_normal_unit_variance_member__p,
  statement.softplus_normal_unit_variance_member__A,
  statement.softplus_normal_unit_variance_member__t_has_value,
  statement.softplus_normal_unit_variance_member__t,
  statement.softplus_normal_unit_variance_member__h_has_value,
  statement.softplus_normal_unit_variance_member__h.

Lemma slope : forall e, is_derive (fun u : R => u ^ 2 / 2) e e.
Proof. intros; auto_derive; [sides | field]. Qed.

Theorem softplus_normal_unit_variance_usual_density :
  statement.softplus_normal_unit_variance_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem softplus_normal_unit_variance_of_normal : statement.softplus_normal_unit_variance_of_normal.
Proof.
  start; opened; flat; rewrite ?inverse_of_softplus, ?against_softplus; main.
  by_logs; rewrite (ln_one_plus_exp y); field; repeat split; nonzero.
Qed.

Theorem softplus_normal_unit_variance_gradient : statement.softplus_normal_unit_variance_gradient.
Proof. start; opened; main; apply slope. Qed.

Theorem softplus_normal_unit_variance_hessian : statement.softplus_normal_unit_variance_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem softplus_normal_unit_variance_mean_of_exponential :
  statement.softplus_normal_unit_variance_mean_of_exponential.
Proof.
  start; opened; main; rewrite inverse_softplus by assumption; by_ratio.
Qed.

Theorem softplus_normal_unit_variance_conjugate : statement.softplus_normal_unit_variance_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem softplus_normal_unit_variance_divergence :
  statement.softplus_normal_unit_variance_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem softplus_normal_unit_variance_fit : statement.softplus_normal_unit_variance_fit.
Proof. start; opened; main; means slope; by_field. Qed.
