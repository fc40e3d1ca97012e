(* Proofs of what docs/families/weibull.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.weibull_member__mu_has_value, statement.weibull_member__mu,
  statement.weibull_member__p_has_value, statement.weibull_member__p,
  statement.weibull_member__A_has_value, statement.weibull_member__A,
  statement.weibull_member__t_has_value, statement.weibull_member__t,
  statement.weibull_member__h_has_value, statement.weibull_member__h.

Lemma slope : forall k e, e < 0 ->
  is_derive (fun u : R => - ln (- u) - ln k) e (- (1 / e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem weibull_usual_density : statement.weibull_usual_density.
Proof.
  start.
  assert (clock : Rpower (x / Rpower (- eta 1%nat) (- (1 / k))) k = - eta 1%nat * Rpower x k) by
    by_ratio.
  opened; main; rewrite clock; by_ratio.
Qed.

Theorem weibull_usual_parameters : statement.weibull_usual_parameters.
Proof.
  start.
  assert (back : Rpower (Rpower (- eta 1%nat) (- (1 / k))) (- k) = - eta 1%nat) by by_ratio.
  main; lra.
Qed.

Theorem weibull_gradient : statement.weibull_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_ratio]). Qed.

Theorem weibull_hessian : statement.weibull_hessian.
Proof.
  start.
  assert (square : Rpower (Rpower (- eta 1%nat) (- (1 / k))) (2 * k) = / (eta 1%nat * eta 1%nat))
    by by_ratio.
  rewrite square.
  opened; main; spreads slope.
Qed.

Theorem weibull_divergence : statement.weibull_divergence.
Proof.
  start.
  assert
    (ratio : Rpower (Rpower (- eta 1%nat) (- (1 / k)) / Rpower (- zeta 1%nat) (- (1 / k))) k =
    zeta 1%nat / eta 1%nat) by by_ratio.
  opened; main; rewrite ratio; means slope; by_field.
Qed.

Theorem weibull_fit : statement.weibull_fit.
Proof. start; opened; main; means slope; by_field. Qed.
