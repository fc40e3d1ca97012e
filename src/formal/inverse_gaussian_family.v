(* Proofs of what docs/families/inverse-gaussian.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold statement.inverse_gaussian_member__N_has_value,
  statement.inverse_gaussian_member__N, statement.inverse_gaussian_member__mu_has_value,
  statement.inverse_gaussian_member__mu, statement.inverse_gaussian_member__p_has_value,
  statement.inverse_gaussian_member__p, statement.inverse_gaussian_member__A_has_value,
  statement.inverse_gaussian_member__A, statement.inverse_gaussian_member__t_has_value,
  statement.inverse_gaussian_member__t, statement.inverse_gaussian_member__h_has_value,
  statement.inverse_gaussian_member__h.

(* Both parameters are negative: minus a square each. *)
Lemma square_of : forall x, x < 0 -> exists a, 0 < a /\ x = - a ^ 2.
Proof.
  intros x Hx; exists (sqrt (- x)); split; [apply sqrt_lt_R0; lra|].
  rewrite pow2_sqrt by lra; ring.
Qed.

Lemma root_of_quotient : forall a b, 0 < a -> 0 < b -> sqrt (- b ^ 2 / - a ^ 2) = b / a.
Proof.
  intros; replace (- b ^ 2 / - a ^ 2) with ((b / a) ^ 2) by (field; lra).
  apply sqrt_pow2; left; now apply Rdiv_lt_0_compat.
Qed.

Lemma root_of_product : forall a b, 0 < a -> 0 < b -> sqrt (- a ^ 2 * - b ^ 2) = a * b.
Proof.
  intros; replace (- a ^ 2 * - b ^ 2) with ((a * b) ^ 2) by ring.
  apply sqrt_pow2; left; now apply Rmult_lt_0_compat.
Qed.

Lemma times_positive : forall x y, x < 0 -> y < 0 -> 0 < x * y.
Proof. intros; apply negatives_times; lra. Qed.

Lemma first_slope : forall x y, x < 0 -> y < 0 ->
  is_derive (fun u : R => - (2 * sqrt (u * y)) - 1 / 2 * ln (- (2 * y))) x (- y / sqrt (x * y)).
Proof.
  intros x y Hx Hy; pose proof (times_positive x y Hx Hy) as positive.
  pose proof (sqrt_lt_R0 _ positive); auto_derive; [exact positive | field; lra].
Qed.

Lemma second_slope : forall x y, x < 0 -> y < 0 ->
  is_derive (fun u : R => - (2 * sqrt (x * u)) - 1 / 2 * ln (- (2 * u))) y
    (- x / sqrt (x * y) - 1 / (2 * y)).
Proof.
  intros x y Hx Hy; pose proof (times_positive x y Hx Hy) as positive.
  pose proof (sqrt_lt_R0 _ positive); auto_derive; [|field; lra].
  repeat split; [exact positive | lra].
Qed.

Ltac means := repeat match goal with
  | |- context [Derive (fun u => - (2 * sqrt (u * ?y)) - _) ?x] =>
      rewrite (is_derive_unique _ _ _ (first_slope x y ltac:(positive) ltac:(positive)))
  | |- context [Derive (fun u => - (2 * sqrt (?x * u)) - _) ?y] =>
      rewrite (is_derive_unique _ _ _ (second_slope x y ltac:(positive) ltac:(positive)))
  end.

(* With the roots of minus the parameters, a and b, all is rational. *)
Ltac roots eta a b :=
  let Ha := fresh in let Hb := fresh in let first := fresh in let second := fresh in
  destruct (square_of (eta 1%nat) ltac:(lra)) as [a [Ha first]];
  destruct (square_of (eta 2%nat) ltac:(lra)) as [b [Hb second]];
  rewrite ?first, ?second, ?(root_of_quotient a b Ha Hb), ?(root_of_product a b Ha Hb).

Theorem inverse_gaussian_usual_density : statement.inverse_gaussian_usual_density.
Proof.
  start; opened; main; roots eta a b; pose proof PI_RGT_0; by_ratio.
Qed.

Theorem inverse_gaussian_usual_parameters : statement.inverse_gaussian_usual_parameters.
Proof.
  start; opened; main; roots eta a b; field; lra.
Qed.

Theorem inverse_gaussian_usual_log_normalizer : statement.inverse_gaussian_usual_log_normalizer.
Proof.
  start; opened; main; roots eta a b; field; lra.
Qed.

Theorem inverse_gaussian_gradient : statement.inverse_gaussian_gradient.
Proof.
  start; opened; main.
  - eapply by_value; [apply first_slope; positive | roots eta a b; field; lra].
  - eapply by_value; [apply second_slope; positive | roots eta a b; field; lra].
Qed.

Theorem inverse_gaussian_conjugate : statement.inverse_gaussian_conjugate.
Proof.
  start; opened; main. means; roots eta a b; field; lra.
Qed.

Theorem inverse_gaussian_divergence : statement.inverse_gaussian_divergence.
Proof.
  start; opened; main. means; roots eta a b; roots zeta c e; logs; field; lra.
Qed.

Theorem inverse_gaussian_fit : statement.inverse_gaussian_fit.
Proof.
  start; opened; main; means;
    replace (- (1 / (2 * c * m ^ 2)) * - (1 / (2 * c))) with ((1 / (2 * c * m)) ^ 2)
      by (field; lra);
    rewrite sqrt_pow2 by positive; field; lra.
Qed.

Theorem inverse_gaussian_hessian : statement.inverse_gaussian_hessian.
Proof.
  start; opened; main; of_mean means; (auto_derive; [sides | roots eta a b; field; lra]).
Qed.
