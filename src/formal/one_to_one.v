(* Where a mean belongs to one parameter alone, for docs/theory/convexity.md. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family log_normalizer convexity strictness statements.
Open Scope R_scope.

Section Slopes.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation A := (statement.finite_log_normalizer n d h t).
Notation p := (finite_family.p n d h t).
Notation mean := (finite_family.mean n d h t).

(* Jensen's inequality is strict where the exponents of two outcomes differ. *)
Lemma exponential_above_mean : forall eta r a b, In a (range 1 n) -> In b (range 1 n) ->
  r a <> r b -> exp (mean eta r) < sum (range 1 n) (fun x => p eta x * exp (r x)).
Proof.
  intros eta r a b Ha Hb apart; set (m := mean eta r).
  assert (positive : forall x, In x (range 1 n) -> 0 < p eta x) by (intros; now apply p_pos).
  replace (exp m) with (sum (range 1 n) (fun x => p eta x * (exp m * (1 + (r x - m))))).
  - assert (some : exists z, In z (range 1 n) /\ m <> r z).
    { destruct (Req_dec m (r a)); [exists b | exists a]; split; congruence. }
    destruct some as [z [Hz other]]; apply (sum_lt _ _ _ z); [|exact Hz|].
    + intros y Hy; apply Rmult_le_compat_l; [left; now apply positive | apply exp_tangent].
    + apply Rmult_lt_compat_l; [now apply positive | now apply exp_tangent_strict].
  - rewrite (sum_ext _ _ (fun x => exp m * (1 - m) * p eta x + exp m * (p eta x * r x)))
      by (intros; ring).
    rewrite sum_plus, !sum_scale, (p_sums_to_one n d h t outcomes weights eta).
    change (sum (range 1 n) (fun x => p eta x * r x)) with m; ring.
Qed.

Lemma tangent_strict : forall eta zeta a b, In a (range 1 n) -> In b (range 1 n) ->
  dot d t (fun i => zeta i - eta i) a <> dot d t (fun i => zeta i - eta i) b ->
  A eta + mean eta (dot d t (fun i => zeta i - eta i)) < A zeta.
Proof.
  intros eta zeta a b Ha Hb apart.
  pose proof (exponential_above_mean eta _ a b Ha Hb apart) as above.
  pose proof (tilted n d h t eta (fun i => zeta i - eta i) outcomes weights) as tilt.
  change (sum (range 1 n) (fun x => p eta x * exp (dot d t (fun i => zeta i - eta i) x))
    = exp (A (fun i => eta i + (zeta i - eta i)) - A eta)) in tilt.
  rewrite tilt, log_normalizer_arrives in above; apply exp_lt_inv in above; lra.
Qed.

End Slopes.

Theorem tangent_strictly_below : statement.tangent_strictly_below.
Proof.
  intros n Hn d _ h Hh t eta zeta a Ha b Hb apart; parts; try now apply A_exists.
  - intros; apply filter_forall; intros; now apply A_exists.
  - intros; now apply slope_exists.
  - rewrite (slopes_along n d h t Hn Hh eta (fun i => zeta i - eta i)).
    pose proof (tangent_strict n d h t Hn Hh eta zeta a b Ha Hb apart); lra.
Qed.

Theorem gradient_strictly_monotone : statement.gradient_strictly_monotone.
Proof.
  intros n Hn d _ h Hh t eta zeta a Ha b Hb apart; parts;
    try (intros; apply filter_forall; intros; now apply A_exists);
    try (intros; now apply slope_exists).
  set (slope := fun xi i => Derive (fun u => statement.finite_log_normalizer n d h t
    (update xi i u)) (xi i)).
  rewrite (sum_ext _ _ (fun i => (zeta i - eta i) * slope zeta i - (zeta i - eta i) * slope eta i))
    by (intros; unfold slope; ring).
  unfold slope; rewrite sum_minus, (slopes_along n d h t Hn Hh zeta (fun i => zeta i - eta i)),
    (slopes_along n d h t Hn Hh eta (fun i => zeta i - eta i)).
  assert (back : forall x, dot d t (fun i => eta i - zeta i) x
      = -1 * dot d t (fun i => zeta i - eta i) x) by (intros; rewrite !dot_minus; ring).
  pose proof (tangent_strict n d h t Hn Hh eta zeta a b Ha Hb apart) as one.
  assert (apart_back : dot d t (fun i => eta i - zeta i) a <> dot d t (fun i => eta i - zeta i) b).
  { rewrite !back; intros same; apply apart.
    change (dot d t (fun i => zeta i - eta i) a = dot d t (fun i => zeta i - eta i) b); lra. }
  pose proof (tangent_strict n d h t Hn Hh zeta eta a b Ha Hb apart_back) as other.
  rewrite (mean_ext n d h t zeta _ (fun x => -1 * dot d t (fun i => zeta i - eta i) x)) in other
    by (intros; apply back).
  rewrite mean_scale in other; lra.
Qed.

Theorem tangent_along_dependence : statement.tangent_along_dependence.
Proof.
  intros c n Hn d Hd w h Hh t xi s; set (u := statement.dependent_statistics c n d w t).
  assert (first : In 1%nat (range 1 n)) by (apply in_range; lia).
  pose proof (affine_dependence_is_flat c n Hn d Hd w h Hh t 1%nat first xi s) as flat.
  repeat match goal with H : _ /\ _ |- _ => destruct H end.
  parts; try assumption.
  - intros; apply filter_forall; intros; exact (A_exists n (d + 1) h u _ Hn Hh).
  - intros i Hi; exact (slope_exists n (d + 1) h u Hn Hh xi i Hi).
  - match goal with H : _ = _ + s * c |- _ => rewrite H end.
    pose proof (slopes_along n (d + 1) h u Hn Hh xi
      (fun i => s * (if (i <=? d)%nat then w i else 1))) as slopes.
    rewrite (mean_ext n (d + 1) h u xi _ (fun _ => s * c)) in slopes.
    + rewrite mean_constant in slopes by assumption.
      change (statement.finite_log_normalizer n (d + 1) h u)
        with (statement.dependent_log_normalizer c n d w h t) in slopes.
      rewrite slopes; ring.
    + intros x _; unfold dot.
      rewrite (sum_ext _ _ (fun i => s * ((if (i <=? d)%nat then w i else 1) * u x i)))
        by (intros; ring).
      rewrite sum_scale; f_equal; now apply constant_statistic.
Qed.
