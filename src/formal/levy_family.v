(* Proofs of what docs/families/levy.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.levy_member__N_has_value, statement.levy_member__N,
  statement.levy_member__mu_has_value, statement.levy_member__mu,
  statement.levy_member__p_has_value, statement.levy_member__p,
  statement.levy_member__A_has_value, statement.levy_member__A,
  statement.levy_member__t_has_value, statement.levy_member__t,
  statement.levy_member__h_has_value, statement.levy_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => - (1 / 2 * ln (- (2 * u)))) e (- (1 / (2 * e))).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem levy_usual_density : statement.levy_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem levy_usual_log_normalizer : statement.levy_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem levy_root_is_half_normal : statement.levy_root_is_half_normal.
Proof. start; opened; main; by_ratio. Qed.

Theorem levy_gradient : statement.levy_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem levy_hessian : statement.levy_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem levy_conjugate : statement.levy_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem levy_divergence : statement.levy_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem levy_fit : statement.levy_fit.
Proof. start; opened; main; means slope; by_field. Qed.
