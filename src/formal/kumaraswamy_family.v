(* Proofs of what docs/families/kumaraswamy.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.kumaraswamy_member__N_has_value, statement.kumaraswamy_member__N,
  statement.kumaraswamy_member__mu_has_value, statement.kumaraswamy_member__mu,
  statement.kumaraswamy_member__p_has_value, statement.kumaraswamy_member__p,
  statement.kumaraswamy_member__A_has_value, statement.kumaraswamy_member__A,
  statement.kumaraswamy_member__t_has_value, statement.kumaraswamy_member__t,
  statement.kumaraswamy_member__h_has_value, statement.kumaraswamy_member__h.

Lemma slope : forall e, 0 < e ->
  is_derive (fun u : R => - ln u) e (- (1 / e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

(* Where u and 1 - u ^ a are positive, so they are near by. *)
Lemma between : forall x : R, 0 < x < 1 -> locally x (fun u => 0 < u < 1).
Proof.
  intros x [low high]; apply filter_and; [now apply (open_gt 0) | now apply (open_lt 1)].
Qed.

Lemma survival_slope : forall a e x, 0 < a -> 0 < x < 1 ->
  is_derive (fun u : R => Rpower (1 - Rpower u a) e) x
    (- (a * e * Rpower x (a - 1) * Rpower (1 - Rpower x a) (e - 1))).
Proof.
  intros a e x Ha Hx; pose proof (power_below_one x a Hx Ha) as inside.
  unfold Rpower at 1 2; auto_derive.
  - repeat split; [lra | exact inside].
  - change (1 + - exp (a * ln x)) with (1 - Rpower x a).
    change (exp (a * ln x)) with (Rpower x a).
    change (exp (e * ln (1 - Rpower x a))) with (Rpower (1 - Rpower x a) e).
    replace (Rpower x (a - 1)) with (Rpower x a / x) by by_ratio.
    replace (Rpower (1 - Rpower x a) (e - 1)) with (Rpower (1 - Rpower x a) e / (1 - Rpower x a))
      by by_ratio.
    field; lra.
Qed.

Theorem kumaraswamy_usual_density : statement.kumaraswamy_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem kumaraswamy_distribution_function : statement.kumaraswamy_distribution_function.
Proof.
  start.
  assert (inside : 0 < 1 - Rpower x a) by positive.
  pose proof (survival_slope a (eta 1%nat) x ltac:(lra) H0) as slope.
  opened; parts; match goal with
    | |- ex_derive _ _ => eexists; exact slope
  | |- locally _ _ => generalize (between x H0); apply filter_imp; intros; positive
  | |- _ = _ => idtac
  | |- _ => sides
  end; rewrite (is_derive_unique _ _ _ slope), Ropp_involutive; flat; by_ratio.
Qed.

Theorem kumaraswamy_complement_is_power : statement.kumaraswamy_complement_is_power.
Proof.
  start.
  assert (low : 0 < 1 - Rpower (1 - x) (1 / a)) by (apply power_below_one;
    [lra | apply Rdiv_lt_0_compat; lra]).
  assert (back : Rpower (Rpower (1 - x) (1 / a)) a = 1 - x) by (by_logs; field; lra).
  opened; rewrite back; main; by_ratio.
Qed.

Theorem kumaraswamy_gradient : statement.kumaraswamy_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem kumaraswamy_hessian : statement.kumaraswamy_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem kumaraswamy_smaller : statement.kumaraswamy_smaller.
Proof. start; opened; main; by_logs; ring. Qed.

Theorem kumaraswamy_conjugate : statement.kumaraswamy_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem kumaraswamy_divergence : statement.kumaraswamy_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem kumaraswamy_fit : statement.kumaraswamy_fit.
Proof. start; opened; main; means slope; by_field. Qed.
