(* Proofs of what docs/families/maxwell.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.maxwell_member__N_has_value, statement.maxwell_member__N,
  statement.maxwell_member__mu_has_value, statement.maxwell_member__mu,
  statement.maxwell_member__p_has_value, statement.maxwell_member__p,
  statement.maxwell_member__A_has_value, statement.maxwell_member__A,
  statement.maxwell_member__t, statement.maxwell_member__h_has_value,
  statement.maxwell_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => - (3 / 2 * ln (- (2 * u)))) e (3 * - (1 / (2 * e))).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem maxwell_usual_density : statement.maxwell_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem maxwell_usual_log_normalizer : statement.maxwell_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem maxwell_gradient : statement.maxwell_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem maxwell_hessian : statement.maxwell_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem maxwell_conjugate : statement.maxwell_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem maxwell_divergence : statement.maxwell_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem maxwell_fit : statement.maxwell_fit.
Proof. start; opened; main; means slope; by_field. Qed.
