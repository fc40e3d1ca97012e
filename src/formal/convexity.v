(* Proofs of what docs/theory/convexity.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements distributions.
Import ListNotations.
Open Scope R_scope.

(* ------------------------------------------------------------------- Hölder's inequality *)

Lemma powers_between : forall u v l, 0 < u -> 0 < v ->
  Rpower u l * Rpower v (1 - l) = exp (l * ln u + (1 - l) * ln v).
Proof. intros; unfold Rpower; now rewrite <- exp_plus. Qed.

Lemma weighted : forall u v l, 0 < u -> 0 < v -> 0 <= l <= 1 ->
  Rpower u l * Rpower v (1 - l) <= l * u + (1 - l) * v.
Proof.
  intros u v l Hu Hv Hl; rewrite powers_between by assumption.
  pose proof (exp_convex l (ln u) (ln v) Hl) as H; rewrite !exp_ln in H by assumption; exact H.
Qed.

Theorem weighted_means : statement.weighted_means.
Proof. intros u Hu v Hv l Hl Hl'; parts; try assumption; apply weighted; lra. Qed.

Lemma shares_sum_to_one : forall {T : Type} (items : list T) f, 0 < sum items f ->
  sum items (fun x => f x / sum items f) = 1.
Proof. intros; rewrite sum_divide; apply Rinv_r; lra. Qed.

Theorem hoelder_normalized : statement.hoelder_normalized.
Proof.
  intros n Hn a Ha b Hb l Hl Hl'.
  assert (Sa : 0 < sum (range 1 n) (fun y => a y))
    by (apply sum_pos; [now apply range_nonempty | exact Ha]).
  assert (Sb : 0 < sum (range 1 n) (fun y => b y))
    by (apply sum_pos; [now apply range_nonempty | exact Hb]).
  assert (share_a : forall x, In x (range 1 n) -> 0 < a x / sum (range 1 n) (fun y => a y))
    by (intros; apply Rdiv_lt_0_compat; [now apply Ha | exact Sa]).
  assert (share_b : forall x, In x (range 1 n) -> 0 < b x / sum (range 1 n) (fun y => b y))
    by (intros; apply Rdiv_lt_0_compat; [now apply Hb | exact Sb]).
  parts; try assumption; try (apply Rgt_not_eq; assumption).
  - apply sum_le; intros; apply weighted; [now apply share_a | now apply share_b | lra].
  - rewrite sum_plus, !sum_scale, !shares_sum_to_one by assumption; ring.
Qed.

Theorem hoelder_inequality : statement.hoelder_inequality.
Proof.
  intros n Hn a Ha b Hb l Hl Hl'.
  assert (Sa : 0 < sum (range 1 n) (fun x => a x))
    by (apply sum_pos; [now apply range_nonempty | exact Ha]).
  assert (Sb : 0 < sum (range 1 n) (fun x => b x))
    by (apply sum_pos; [now apply range_nonempty | exact Hb]).
  parts; try assumption.
  rewrite powers_between by assumption.
  rewrite (sum_ext _ _ (fun x => exp (l * ln (a x) + (1 - l) * ln (b x))))
    by (intros; apply powers_between; [now apply Ha | now apply Hb]).
  pose proof (log_sum_exp_convex (range 1 n) (fun x => ln (a x)) (fun x => ln (b x)) l
    (range_nonempty 1 n Hn) ltac:(lra)) as H.
  rewrite (sum_ext _ (fun x => exp (ln (a x))) a), (sum_ext _ (fun x => exp (ln (b x))) b) in H
    by (intros; apply exp_ln; (now apply Ha) || (now apply Hb)).
  apply exp_le in H; rewrite exp_ln in H; [exact H|].
  apply sum_pos; [now apply range_nonempty | intros; apply exp_pos].
Qed.

(* ---------------------------------------------------------- the log-normalizer is convex *)

Lemma A_exists : forall n d h t eta, (1 <= n)%nat -> (forall x, In x (range 1 n) -> h x > 0) ->
  statement.finite_log_normalizer_has_value n d h t eta.
Proof. intros n d h t eta Hn Hh; exact (total_pos n d h t Hn Hh eta). Qed.

Theorem weight_between : statement.weight_between.
Proof.
  intros n Hn d _ h Hh t x Hx eta zeta l Hl Hl'.
  pose proof (Hh x Hx) as hx.
  assert (positive : forall xi, 0 < h x * exp (sum (range 1 d) (fun i => xi i * t x i)))
    by (intros; apply Rmult_lt_0_compat; [exact hx | apply exp_pos]).
  parts; try apply positive.
  rewrite powers_between by apply positive.
  rewrite !ln_mult, !ln_exp by (exact hx || apply exp_pos).
  rewrite <- (exp_ln (h x)) at 3 by exact hx.
  rewrite <- exp_plus; f_equal.
  rewrite (sum_ext _ (fun i => (l * eta i + (1 - l) * zeta i) * t x i)
    (fun i => l * (eta i * t x i) + (1 - l) * (zeta i * t x i))) by (intros; ring).
  rewrite sum_plus, !sum_scale; ring.
Qed.

Theorem log_normalizer_convex : statement.log_normalizer_convex.
Proof.
  intros n Hn d _ h Hh t eta zeta l Hl Hl'.
  parts; try (now apply A_exists).
  apply (A_convex n d h t Hn Hh); lra.
Qed.

Theorem normalizer_log_convex : statement.normalizer_log_convex.
Proof.
  intros n Hn d Hd h Hh t eta zeta l Hl Hl'.
  parts; try (now apply A_exists); try apply exp_pos.
  rewrite powers_between, !ln_exp by apply exp_pos.
  apply exp_le; now apply log_normalizer_convex.
Qed.

(* ----------------------------------------------------------------------- tangents, slopes *)

Section Slopes.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation A := (statement.finite_log_normalizer n d h t).
Notation mean := (finite_family.mean n d h t).

Lemma slope_exists : forall eta i, In i (range 1 d) ->
  ex_derive (fun u => A (update eta i u)) (eta i).
Proof. intros; eexists; now apply (mean_from_A_at n d h t outcomes weights). Qed.

Lemma slopes_along : forall eta s,
  sum (range 1 d) (fun i => s i * Derive (fun u => A (update eta i u)) (eta i))
  = mean eta (dot d t s).
Proof.
  intros; rewrite mean_dot; apply sum_ext; intros; f_equal.
  apply is_derive_unique; now apply (mean_from_A_at n d h t outcomes weights).
Qed.

(* The gap between A and its tangent is a relative entropy. *)
Lemma tangent : forall eta zeta, A eta + mean eta (dot d t (fun i => zeta i - eta i)) <= A zeta.
Proof.
  intros eta zeta.
  assert (positive : forall xi x, In x (range 1 n) -> 0 < p n d h t xi x)
    by (intros; now apply p_pos).
  pose proof (gibbs_inequality (range 1 n) (p n d h t eta) (p n d h t zeta) (positive eta)
    (positive zeta) (p_sums_to_one n d h t outcomes weights eta)
    (p_sums_to_one n d h t outcomes weights zeta)) as gap.
  pose proof (kl_bregman n d h t outcomes weights eta zeta) as bregman.
  rewrite <- (mean_dot n d h t eta (fun i => zeta i - eta i)) in bregman.
  assert (same : sum (range 1 n) (fun x => p n d h t eta x * ln
    (p n d h t eta x / p n d h t zeta x))
                 = mean eta (fun x => ln (p n d h t eta x) - ln (p n d h t zeta x)))
    by (apply sum_ext; intros; f_equal; apply ln_quotient; now apply positive).
  rewrite same, bregman in gap.
  change (finite_family.A n d h t) with A in gap; lra.
Qed.

End Slopes.

Theorem tangent_below : statement.tangent_below.
Proof.
  intros n Hn d _ h Hh t eta zeta; parts; try (now apply A_exists).
  - intros; apply filter_forall; intros; now apply A_exists.
  - intros; now apply slope_exists.
  - rewrite slopes_along by assumption; apply Rle_ge; now apply tangent.
Qed.

Theorem gradient_monotone : statement.gradient_monotone.
Proof.
  intros n Hn d _ h Hh t eta zeta; parts;
    try (intros; apply filter_forall; intros; now apply A_exists);
    try (intros; now apply slope_exists).
  rewrite (sum_ext _ _ (fun i =>
      (zeta i - eta i) * Derive (fun u => statement.finite_log_normalizer n d h t
        (update zeta i u)) (zeta i)
      - (zeta i - eta i) * Derive (fun u => statement.finite_log_normalizer n d h t
          (update eta i u)) (eta i)))
    by (intros; ring).
  rewrite sum_minus, (slopes_along n d h t Hn Hh zeta (fun i => zeta i - eta i)),
    (slopes_along n d h t Hn Hh eta (fun i => zeta i - eta i)).
  pose proof (tangent n d h t Hn Hh eta zeta) as one.
  pose proof (tangent n d h t Hn Hh zeta eta) as other.
  rewrite (mean_ext n d h t zeta _ (fun x => -1 * dot d t (fun i => zeta i - eta i) x)) in other
    by (intros; rewrite !dot_minus; ring).
  rewrite mean_scale in other; lra.
Qed.

(* ------------------------------------------------------------------------------ curvature *)

Section Curvature.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R) (eta v : nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation A := (statement.finite_log_normalizer n d h t).
Notation r := (dot d t v).
Notation mean := (finite_family.mean n d h t).

Lemma slope_along_line : forall s,
  is_derive (fun u => A (fun i => eta i + u * v i)) s (mean (line eta v s) r).
Proof. intros; exact (is_derive_A n d h t outcomes weights eta v s). Qed.

Lemma curvature : forall s,
  is_derive (fun u => Derive (fun w => A (fun i => eta i + w * v i)) u) s
    (mean (line eta v s) (fun x => r x * r x) - mean (line eta v s) r * mean (line eta v s) r).
Proof.
  intros s; apply (is_derive_ext (fun u => mean (line eta v u) r)).
  { intros u; symmetry; apply is_derive_unique, slope_along_line. }
  exact (is_derive_mean n d h t outcomes weights eta v r s).
Qed.

Lemma curvature_value : forall s,
  Derive (fun u => Derive (fun w => A (fun i => eta i + w * v i)) u) s
  = mean (line eta v s) (fun x => r x * r x) - mean (line eta v s) r * mean (line eta v s) r.
Proof. intros; apply is_derive_unique, curvature. Qed.

Lemma variance_is : forall xi f,
  mean xi (fun x => (f x - mean xi f) ^ 2) = mean xi (fun x => f x * f x) - mean xi f * mean xi f.
Proof.
  intros; rewrite <- (deviations n d h t outcomes weights).
  apply mean_ext; intros; ring.
Qed.

Lemma pairs : forall xi f,
  1 / 2 * sum (range 1 n) (fun x => sum (range 1 n) (fun y =>
    p n d h t xi x * p n d h t xi y * (f x - f y) ^ 2))
  = mean xi (fun x => f x * f x) - mean xi f * mean xi f.
Proof.
  intros xi f; pose proof (p_sums_to_one n d h t outcomes weights xi) as one.
  rewrite (sum_ext _ _ (fun x => p n d h t xi x * (f x * f x)
    + (p n d h t xi x * mean xi (fun y => f y * f y) - (p n d h t xi x * f x) * (2 * mean xi f)))).
  - rewrite sum_plus, sum_minus, !sum_scale_r.
    change (fun x => p n d h t xi x) with (p n d h t xi); rewrite one.
    fold (mean xi f); unfold finite_family.mean; field.
  - intros x _; unfold finite_family.mean.
    rewrite (sum_ext _ _ (fun y => p n d h t xi x * (f x * f x) * p n d h t xi y
      + (p n d h t xi x * (p n d h t xi y * (f y * f y))
         - p n d h t xi x * f x * 2 * (p n d h t xi y * f y)))) by (intros; ring).
    rewrite sum_plus, sum_minus, !sum_scale.
    change (fun x => p n d h t xi x) with (p n d h t xi); rewrite one; ring.
Qed.

Lemma line_exists : forall s, locally s (fun u => locally u (fun w =>
  statement.finite_log_normalizer_has_value n d h t (fun i => eta i + w * v i))).
Proof. intros; do 2 (apply filter_forall; intros); now apply A_exists. Qed.

Lemma line_slopes : forall s,
  locally s (fun u => ex_derive (fun w => A (fun i => eta i + w * v i)) u).
Proof. intros; apply filter_forall; intros; eexists; apply slope_along_line. Qed.

End Curvature.

Theorem point_between : statement.point_between.
Proof. intros d Hd eta zeta s _ i Hi; unfold statement.direction; ring. Qed.

Theorem curvature_is_variance : statement.curvature_is_variance.
Proof.
  intros n Hn d _ h Hh t eta zeta s _; parts;
    try (now apply line_exists); try (now apply line_slopes); try (intros; now apply A_exists).
  pose proof (curvature n d h t eta (statement.direction d eta zeta) Hn Hh s) as H.
  rewrite <- variance_is in H by assumption; exact H.
Qed.

Theorem hessian_quadratic_form : statement.hessian_quadratic_form.
Proof.
  intros n Hn d _ h Hh t eta zeta; set (v := statement.direction d eta zeta).
  pose proof (curvature_of_A n d h t Hn Hh eta) as curvature.
  parts.
  - intros; do 2 (apply filter_forall; intros); now apply A_exists.
  - intros; apply filter_forall; intros; eexists; now apply (mean_from_A n d h t Hn Hh).
  - intros i Hi j Hj; eexists; now apply (curvature j i).
  - intros; now apply A_exists.
  - transitivity (sum (range 1 d) (fun i => sum (range 1 d)
      (fun j => v j * covariance n d h t eta j i)
      * v i)); [| exact (covariance_form n d h t eta v)].
    apply sum_ext; intros i Hi; f_equal; apply sum_ext; intros j Hj; f_equal.
    now apply is_derive_unique, (curvature j i).
  - apply Rle_ge, sum_nonneg; intros x Hx; apply Rmult_le_pos; [| apply Rle_0_sqr].
    left; exact (p_pos n d h t Hn Hh eta x Hx).
Qed.

Theorem log_normalizer_convex_along_lines : statement.log_normalizer_convex_along_lines.
Proof.
  intros n Hn d _ h Hh t eta zeta s _; parts; try (now apply line_exists);
    try (now apply line_slopes).
  - eexists; now apply curvature.
  - rewrite curvature_value by assumption.
    apply Rle_ge; now apply variance_nonneg.
Qed.

Theorem curvature_by_pairs : statement.curvature_by_pairs.
Proof.
  intros n Hn d _ h Hh t eta zeta s _; parts;
    try (now apply line_exists); try (now apply line_slopes); try (intros; now apply A_exists).
  pose proof (curvature n d h t eta (statement.direction d eta zeta) Hn Hh s) as H.
  rewrite <- pairs in H by assumption; exact H.
Qed.

Theorem strictly_convex_along_lines : statement.strictly_convex_along_lines.
Proof.
  intros n Hn d _ h Hh t eta zeta a Ha b Hb different; parts;
    try (intros; now apply A_exists).
  set (r := statement.statistic_along_line n d t eta zeta) in *.
  assert (px : forall x, In x (range 1 n) -> 0 < p n d h t eta x) by (intros; now apply p_pos).
  assert (term : forall x y, In x (range 1 n) -> In y (range 1 n) ->
    0 <= p n d h t eta x * p n d h t eta y * (r x - r y) ^ 2).
  { intros; apply Rmult_le_pos; [left; apply Rmult_lt_0_compat; auto | apply pow2_ge_0]. }
  apply Rlt_gt, Rmult_lt_0_compat; [lra|].
  apply Rlt_le_trans with (p n d h t eta a * p n d h t eta b * (r a - r b) ^ 2).
  - apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; auto|].
    rewrite <- Rsqr_pow2; apply Rsqr_pos_lt; intro; apply different; lra.
  - apply Rle_trans with (sum (range 1 n) (fun y =>
      p n d h t eta a * p n d h t eta y * (r a - r y) ^ 2)).
    + apply (sum_ge_term (range 1 n) (fun y => p n d h t eta a * p n d h t eta y * (r a - r y) ^
        2));
        auto.
    + apply (sum_ge_term (range 1 n) (fun x => sum (range 1 n) (fun y =>
        p n d h t eta x * p n d h t eta y * (r x - r y) ^ 2))); [|assumption].
      intros; apply sum_nonneg; auto.
Qed.

(* --------------------------------------------------------------------------------- bounds *)

Lemma size_positive : forall n, (1 <= n)%nat -> 0 < INR n.
Proof. intros; apply lt_0_INR; lia. Qed.

Theorem log_sum_exp_bounds : statement.log_sum_exp_bounds.
Proof.
  intros n Hn a; parts; try (now apply sum_exp_pos); try (now apply size_positive);
    now apply log_sum_exp_between.
Qed.

Theorem log_sum_exp_at_ties : statement.log_sum_exp_at_ties.
Proof.
  intros c n Hn; parts; try (now apply sum_exp_pos); try (now apply size_positive).
  unfold statement.log_sum_exp_of_scores, statement.ones_of_outcomes.
  rewrite sum_constant, range_length, Rmult_1_r, ln_mult, ln_exp
    by (try apply exp_pos; now apply size_positive); ring.
Qed.

Theorem log_normalizer_bounds : statement.log_normalizer_bounds.
Proof.
  intros n Hn d _ h Hh t eta.
  assert (scores : statement.finite_log_normalizer n d h t eta
    = ln (sum (range 1 n) (fun x => exp (ln (h x) + sum (range 1 d) (fun i => eta i * t x i))))).
  { unfold statement.finite_log_normalizer; f_equal; apply sum_ext; intros x Hx.
    rewrite exp_plus, exp_ln by (now apply Hh); reflexivity. }
  destruct (log_sum_exp_between n
    (fun x => ln (h x) + sum (range 1 d) (fun i => eta i * t x i)) Hn) as [above below].
  parts; try (now apply A_exists); try (now apply size_positive); try exact Hh;
    rewrite scores; assumption.
Qed.

(* -------------------------------------------------------------------- affine dependence *)

(* Along (w, 1) the statistic is the constant c, whatever the outcome. *)
Lemma constant_statistic : forall c n d w t x, (1 <= d)%nat ->
  sum (range 1 (d + 1)) (fun i => (if (i <=? d)%nat then w i else 1)
                                  * statement.dependent_statistics c n d w t x i) = c.
Proof.
  intros c n d w t x Hd; rewrite sum_split_last by lia.
  replace (d + 1 - 1)%nat with d by lia.
  unfold statement.dependent_statistics.
  replace (d + 1 <=? d)%nat with false by (symmetry; apply Nat.leb_gt; lia).
  rewrite (sum_ext _ _ (fun i => w i * t x i)); [ring|].
  intros i Hi; apply in_range in Hi.
  now replace (i <=? d)%nat with true by (symmetry; apply Nat.leb_le; lia).
Qed.

Theorem affine_dependence_is_flat : statement.affine_dependence_is_flat.
Proof.
  intros c n Hn d Hd w h Hh t x Hx xi s.
  assert (positive : forall zeta, statement.dependent_log_normalizer_has_value c n d w h t zeta).
  { intros; apply sum_pos; [now apply range_nonempty|].
    intros y Hy; apply Rmult_lt_0_compat; [now apply Hh | apply exp_pos]. }
  parts; try apply positive; [now apply constant_statistic|].
  unfold statement.dependent_log_normalizer.
  rewrite (sum_ext _ _ (fun y => exp (s * c) * (h y * exp (sum (range 1 (d + 1)) (fun i =>
    xi i * statement.dependent_statistics c n d w t y i))))).
  - rewrite sum_scale, ln_mult, ln_exp by (apply exp_pos || apply positive); ring.
  - intros y _.
    rewrite (sum_ext _ _ (fun i => xi i * statement.dependent_statistics c n d w t y i
      + s * ((if (i <=? d)%nat then w i else 1) * statement.dependent_statistics c n d w t y i)))
      by (intros; ring).
    rewrite sum_plus, sum_scale, constant_statistic, exp_plus by assumption; ring.
Qed.

(* ------------------------------------------------------------------------ of one parameter *)

Theorem waiting_time_log_normalizer_convex : statement.waiting_time_log_normalizer_convex.
Proof.
  intros eta Heta zeta Hzeta l Hl.
  assert (negative : l * eta + (1 - l) * zeta < 0) by nra.
  unfold statement.waiting_time_log_normalizer_has_value; parts; try lra.
  pose proof (exp_convex l (ln (- eta)) (ln (- zeta)) Hl) as below.
  rewrite !exp_ln in below by lra; apply ln_monotone in below; [|apply exp_pos].
  rewrite ln_exp in below; unfold statement.waiting_time_log_normalizer.
  replace (- (l * eta + (1 - l) * zeta)) with (l * - eta + (1 - l) * - zeta) by ring; lra.
Qed.

Theorem poisson_log_normalizer_convex : statement.poisson_log_normalizer_convex.
Proof. intros eta zeta l Hl; now apply exp_convex. Qed.
