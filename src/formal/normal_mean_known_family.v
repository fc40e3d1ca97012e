(* Proofs of what docs/families/normal-mean-known.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.normal_mean_known_member__mu_has_value, statement.normal_mean_known_member__mu,
  statement.normal_mean_known_member__p_has_value, statement.normal_mean_known_member__p,
  statement.normal_mean_known_member__A_has_value, statement.normal_mean_known_member__A,
  statement.normal_mean_known_member__t, statement.normal_mean_known_member__h_has_value,
  statement.normal_mean_known_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => - (1 / 2 * ln (- (2 * u)))) e (- (1 / (2 * e))).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem normal_mean_known_usual_density : statement.normal_mean_known_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem normal_mean_known_gradient : statement.normal_mean_known_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem normal_mean_known_hessian : statement.normal_mean_known_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem normal_mean_known_divergence : statement.normal_mean_known_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem normal_mean_known_fit : statement.normal_mean_known_fit.
Proof. start; opened; main; means slope; by_field. Qed.
