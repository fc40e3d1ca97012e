(* Proofs of what docs/families/half-normal.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.half_normal_member__N_has_value, statement.half_normal_member__N,
  statement.half_normal_member__mu_has_value, statement.half_normal_member__mu,
  statement.half_normal_member__p_has_value, statement.half_normal_member__p,
  statement.half_normal_member__A_has_value, statement.half_normal_member__A,
  statement.half_normal_member__t, statement.half_normal_member__h_has_value,
  statement.half_normal_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => - (1 / 2 * ln (- (2 * u)))) e (- (1 / (2 * e))).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem half_normal_usual_density : statement.half_normal_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem half_normal_usual_log_normalizer : statement.half_normal_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem half_normal_gradient : statement.half_normal_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem half_normal_hessian : statement.half_normal_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem half_normal_conjugate : statement.half_normal_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem half_normal_divergence : statement.half_normal_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem half_normal_fit : statement.half_normal_fit.
Proof. start; opened; main; means slope; by_field. Qed.
