(* Where the log-normalizer is strictly convex, for docs/theory/convexity.md. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements.
Import ListNotations.
Open Scope R_scope.

Lemma sum_lt : forall {T : Type} (items : list T) (f g : T -> R) x,
  (forall y, In y items -> f y <= g y) -> In x items -> f x < g x -> sum items f < sum items g.
Proof.
  intros T items f g x below Hx less.
  assert (nonneg : forall y, In y items -> 0 <= g y - f y)
    by (intros y Hy; pose proof (below y Hy); lra).
  pose proof (sum_ge_term items (fun y => g y - f y) x nonneg Hx) as gap.
  rewrite sum_minus in gap; lra.
Qed.

Lemma exp_tangent_strict : forall x y, x <> y -> exp x * (1 + (y - x)) < exp y.
Proof.
  intros x y other; replace (exp y) with (exp x * exp (y - x))
    by (rewrite <- exp_plus; f_equal; ring).
  apply Rmult_lt_compat_l; [apply exp_pos | apply exp_ineq1; lra].
Qed.

Lemma exp_strictly_convex : forall l x y, 0 < l < 1 -> x <> y ->
  exp (l * x + (1 - l) * y) < l * exp x + (1 - l) * exp y.
Proof.
  intros l x y Hl other; set (m := l * x + (1 - l) * y).
  assert (m <> x) by (unfold m; intros same; apply other;
    apply (Rmult_eq_reg_l (1 - l)); lra).
  assert (m <> y) by (unfold m; intros same; apply other; apply (Rmult_eq_reg_l l); lra).
  pose proof (exp_tangent_strict m x H) as at_x; pose proof (exp_tangent_strict m y H0) as at_y.
  apply (Rmult_lt_compat_l l) in at_x; [|lra].
  apply (Rmult_lt_compat_l (1 - l)) in at_y; [|lra].
  replace (exp m) with (l * (exp m * (1 + (x - m))) + (1 - l) * (exp m * (1 + (y - m))));
    [lra | unfold m; ring].
Qed.

(* Strict, where the normalized exponents differ at one item. *)
Lemma log_sum_exp_strict : forall {T : Type} (items : list T) (a b : T -> R) l x,
  0 < l < 1 -> In x items ->
  a x - ln (sum items (fun y => exp (a y))) <> b x - ln (sum items (fun y => exp (b y))) ->
  ln (sum items (fun y => exp (l * a y + (1 - l) * b y)))
  < l * ln (sum items (fun y => exp (a y))) + (1 - l) * ln (sum items (fun y => exp (b y))).
Proof.
  intros T items a b l x Hl Hx other.
  assert (nonempty : items <> []) by (intros ->; destruct Hx).
  assert (positive : forall f, 0 < sum items (fun y => exp (f y)))
    by (intros; apply sum_pos; [assumption | intros; apply exp_pos]).
  set (A := ln (sum items (fun y => exp (a y)))) in *.
  set (B := ln (sum items (fun y => exp (b y)))) in *.
  assert (normal : forall f, sum items (fun y => exp (f y - ln (sum items (fun z => exp (f z)))))
      = 1).
  { intros f; rewrite (sum_ext _ _ (fun y => exp (f y) * / sum items (fun z => exp (f z)))).
    - rewrite sum_scale_r; apply Rinv_r, Rgt_not_eq, positive.
    - intros; unfold Rminus; rewrite exp_plus, exp_Ropp, exp_ln by apply positive; reflexivity. }
  apply exp_lt_inv; rewrite exp_ln by apply (positive (fun y => l * a y + (1 - l) * b y)).
  apply Rlt_le_trans with (exp (l * A + (1 - l) * B)
    * sum items (fun y => l * exp (a y - A) + (1 - l) * exp (b y - B))).
  - rewrite <- sum_scale.
    assert (split : forall y, exp (l * a y + (1 - l) * b y) = exp (l * A + (1 - l) * B)
        * exp (l * (a y - A) + (1 - l) * (b y - B)))
      by (intros; rewrite <- exp_plus; f_equal; ring).
    apply (sum_lt items _ _ x); [|exact Hx|].
    + intros y _; rewrite split; apply Rmult_le_compat_l; [left; apply exp_pos|].
      apply exp_convex; lra.
    + rewrite split; apply Rmult_lt_compat_l; [apply exp_pos | now apply exp_strictly_convex].
  - rewrite sum_plus, !sum_scale; unfold A at 2, B at 2; rewrite !normal; right; ring.
Qed.

Theorem log_normalizer_strictly_convex : statement.log_normalizer_strictly_convex.
Proof.
  intros n Hn d _ h Hh t eta zeta a Ha b Hb apart l Hl.
  parts; try exact (total_pos n d h t Hn Hh _).
  set (score := fun xi x => ln (h x) + dot d t xi x).
  assert (value : forall xi, statement.finite_log_normalizer n d h t xi
      = ln (sum (range 1 n) (fun x => exp (score xi x)))).
  { intros xi; unfold statement.finite_log_normalizer; f_equal; apply sum_ext; intros x Hx.
    unfold score; rewrite exp_plus, exp_ln by (now apply Hh); reflexivity. }
  assert (line : forall x, score (fun i => l * eta i + (1 - l) * zeta i) x
      = l * score eta x + (1 - l) * score zeta x).
  { intros x; unfold score, dot.
    rewrite (sum_ext _ _ (fun i => l * (eta i * t x i) + (1 - l) * (zeta i * t x i)))
      by (intros; ring).
    rewrite sum_plus, !sum_scale; ring. }
  assert (along : forall x, score zeta x - score eta x
      = statement.statistic_along_line n d t eta zeta x).
  { intros x; unfold score, dot, statement.statistic_along_line, statement.direction.
    rewrite (sum_ext _ (fun i => (zeta i - eta i) * t x i)
      (fun i => zeta i * t x i - eta i * t x i)) by (intros; ring).
    rewrite sum_minus; ring. }
  rewrite !value, (sum_ext _ (fun x => exp (score _ x))
    (fun x => exp (l * score eta x + (1 - l) * score zeta x)))
    by (intros; now rewrite line).
  set (E := ln (sum (range 1 n) (fun x => exp (score eta x)))).
  set (Z := ln (sum (range 1 n) (fun x => exp (score zeta x)))).
  destruct (Req_dec (score eta a - E) (score zeta a - Z)) as [same|other].
  - apply (log_sum_exp_strict (range 1 n) (score eta) (score zeta) l b); [lra | exact Hb|].
    fold E Z; intros same_b; apply apart; rewrite <- !along; lra.
  - apply (log_sum_exp_strict (range 1 n) (score eta) (score zeta) l a); [lra | exact Ha|].
    exact other.
Qed.

Theorem log_sum_exp_shifted : statement.log_sum_exp_shifted.
Proof.
  intros n Hn a m; pose proof (sum_exp_pos n (fun j => a j - m) Hn) as positive.
  parts; [now apply sum_exp_pos | exact positive |].
  unfold statement.log_sum_exp_of_scores.
  rewrite (sum_ext _ (fun j => exp (a j)) (fun j => exp m * exp (a j - m)))
    by (intros; rewrite <- exp_plus; f_equal; ring).
  rewrite sum_scale, ln_mult, ln_exp by (exact positive || apply exp_pos); reflexivity.
Qed.

Theorem shifted_sum_bounds : statement.shifted_sum_bounds.
Proof.
  intros n Hn a; change (fun i => a i) with a; set (m := maximum (range 1 n) a).
  destruct (maximum_attained (range 1 n) a (range_nonempty 1 n Hn)) as [i [Hi largest]].
  fold m in largest; split.
  - rewrite <- exp_0, <- (Rminus_diag_eq m m eq_refl); rewrite largest at 1.
    apply (sum_ge_term (range 1 n) (fun j => exp (a j - m)));
      [intros; left; apply exp_pos | exact Hi].
  - replace (INR n) with (sum (range 1 n) (fun _ => 1))
      by (rewrite sum_constant, range_length; ring).
    apply sum_le; intros j Hj; rewrite <- exp_0; apply exp_le.
    pose proof (maximum_ge (range 1 n) a j Hj); fold m in H; lra.
Qed.
