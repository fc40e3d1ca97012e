(* Proofs of what docs/families/gompertz.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.gompertz_member__N_has_value, statement.gompertz_member__N,
  statement.gompertz_member__mu_has_value, statement.gompertz_member__mu,
  statement.gompertz_member__p_has_value, statement.gompertz_member__p,
  statement.gompertz_member__A_has_value, statement.gompertz_member__A,
  statement.gompertz_member__t, statement.gompertz_member__h.

Lemma slope : forall e, 0 < e ->
  is_derive (fun u : R => - ln u) e (- (1 / e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Lemma survival_slope : forall e b x, is_derive (fun u : R => exp (- (e * (exp (b * u) - 1)))) x
  (- (e * b * exp (b * x) * exp (- (e * (exp (b * x) - 1))))).
Proof. intros; auto_derive; [trivial | unfold Rminus; ring]. Qed.

Theorem gompertz_usual_density : statement.gompertz_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem gompertz_hazard : statement.gompertz_hazard.
Proof.
  start.
  opened; main; rewrite (is_derive_unique _ _ _ (survival_slope _ b x)); [by_logs; ring | ring].
Qed.

Theorem gompertz_clock_is_exponential : statement.gompertz_clock_is_exponential.
Proof.
  start.
  assert (later : 0 < ln (1 + x)) by (rewrite <- ln_1; apply ln_increasing; lra).
  opened; main; replace (b * (ln (1 + x) / b)) with (ln (1 + x)) by (field; lra); by_ratio.
Qed.

Theorem gompertz_gradient : statement.gompertz_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem gompertz_hessian : statement.gompertz_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem gompertz_shorter : statement.gompertz_shorter.
Proof. start; opened; main; by_logs; ring. Qed.

Theorem gompertz_conjugate : statement.gompertz_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem gompertz_divergence : statement.gompertz_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem gompertz_fit : statement.gompertz_fit.
Proof. start; opened; main; means slope; by_field. Qed.
