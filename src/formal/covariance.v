(* Proofs of what docs/theory/covariance.md displays. *)

From Coq Require Import Reals List Arith Lia Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family categorical statements distributions.
Import ListNotations.
Open Scope R_scope.

(* ------------------------------------------------------------- the general finite family *)

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Lemma A_exists : forall eta, statement.finite_log_normalizer_has_value n d h t eta.
Proof. exact (total_pos n d h t outcomes weights). Qed.

Lemma slope_exists : forall eta i u, In i (range 1 d) ->
  ex_derive (fun w => statement.finite_log_normalizer n d h t (update eta i w)) u.
Proof. intros; eexists; now apply (mean_from_A n d h t outcomes weights). Qed.

Lemma density_pos : forall eta x, In x (range 1 n) -> 0 < statement.finite_density n d h t x eta.
Proof. exact (p_pos n d h t outcomes weights). Qed.

End Family.

Theorem covariance_step_by_step : statement.covariance_step_by_step.
Proof.
  intros n Hn d _ h Hh t eta j Hj.
  pose proof (A_exists n d h t Hn Hh) as value.
  set (mu := sum (range 1 n) (fun y => statement.finite_density n d h t y eta * t y j)).
  assert (slope : forall x, In x (range 1 n) ->
      is_derive (fun u => statement.finite_density n d h t x (update eta j u)) (eta j)
        (statement.finite_density n d h t x eta * (t x j - mu)))
    by (intros; now apply (slope_of_p n d h t Hn Hh)).
  assert (derived : forall x, In x (range 1 n) ->
      Derive (fun u => statement.finite_density n d h t x (update eta j u)) (eta j)
      = statement.finite_density n d h t x eta * (t x j - mu))
    by (intros; now apply is_derive_unique, slope).
  parts; try (intros; apply filter_forall; intros; apply value); try (intros; apply value).
  - intros x Hx; eexists; now apply slope.
  - intros i _.
    rewrite (sum_ext _ _ (fun x => statement.finite_density n d h t x eta * (t x j - mu) * t x i))
      by (intros; rewrite derived by assumption; ring).
    apply (is_derive_sum (range 1 n)
      (fun x u => statement.finite_density n d h t x (update eta j u) * t x i)); intros x Hx.
    apply (is_derive_scal_l (K := R_AbsRing) (V := R_NormedModule)
      (fun u => statement.finite_density n d h t x (update eta j u))); now apply slope.
  - intros i _; apply sum_ext; intros x Hx; rewrite derived by exact Hx; ring.
  - intros i _.
    change (sum (range 1 n) (fun x => statement.finite_density n d h t x eta * t x j)) with mu.
    rewrite <- sum_scale_r, <- sum_minus; apply sum_ext; intros; ring.
Qed.

Theorem covariance_from_log_normalizer : statement.covariance_from_log_normalizer.
Proof.
  intros n Hn d _ h Hh t eta.
  pose proof (A_exists n d h t Hn Hh) as value.
  parts; try (intros; apply value).
  - intros; do 2 (apply filter_forall; intros); apply value.
  - intros; apply filter_forall; intros; now apply slope_exists.
  - intros i Hi j Hj; exact (curvature_of_A n d h t Hn Hh eta i j Hi Hj).
Qed.

Theorem fisher_information_is_hessian : statement.fisher_information_is_hessian.
Proof.
  intros n Hn d _ h Hh t eta.
  pose proof (A_exists n d h t Hn Hh) as value.
  parts; try (intros; apply value); try (intros; now apply slope_exists);
    try (intros; apply filter_forall; intros; apply value).
  - intros; do 2 (apply filter_forall; intros); apply value.
  - intros; apply filter_forall; intros; now apply slope_exists.
  - intros i Hi j Hj; pose proof (gradient_of_A_at n d h t Hn Hh eta) as gradient.
    change (A n d h t) with (statement.finite_log_normalizer n d h t) in gradient.
    rewrite !gradient by assumption; now apply (curvature_of_A n d h t Hn Hh).
Qed.

Theorem log_density_bends_like_log_normalizer : statement.log_density_bends_like_log_normalizer.
Proof.
  intros n Hn d _ h Hh t x Hx eta.
  pose proof (A_exists n d h t Hn Hh) as value.
  parts; try (intros; do 2 (apply filter_forall; intros); apply value).
  - intros; do 2 (apply filter_forall; intros); now apply density_pos.
  - intros; apply filter_forall; intros; eexists; now apply (slope_of_ln_p n d h t Hn Hh).
  - intros; apply filter_forall; intros; now apply slope_exists.
  - intros; eexists; now apply (curvature_of_A n d h t Hn Hh).
  - intros i Hi j Hj.
    assert (curvature : Derive (fun u => Derive (fun w => statement.finite_log_normalizer n d h t
        (update (update eta i u) j w)) (update eta i u j)) (eta i) = covariance n d h t eta i j)
      by (apply is_derive_unique; now apply (curvature_of_A n d h t Hn Hh)).
    rewrite curvature, <- (Rminus_0_l (covariance n d h t eta i j)).
    apply (is_derive_ext (fun u => t x j - mean n d h t (update eta i u) (fun y => t y j))).
    { intros u; symmetry; apply is_derive_unique.
      rewrite <- (mean_at n d h t (update (update eta i u) j (update eta i u j)) (update eta i u))
        by (intros; apply update_same).
      now apply (slope_of_ln_p n d h t Hn Hh). }
    apply (is_derive_minus (V := R_NormedModule) (fun _ => t x j));
      [apply (is_derive_const (V := R_NormedModule)) | now apply slope_of_mean].
Qed.

(* ------------------------------------------------------------------------- the softmax *)

Lemma one_at_least : forall k, (2 <= k)%nat -> (1 <= k)%nat.
Proof. lia. Qed.

Lemma softmax_exists : forall k a, (2 <= k)%nat -> statement.softmax_has_value k a.
Proof. intros; apply Rgt_not_eq, sum_exp_pos; lia. Qed.

Lemma normalizer_exists : forall k a, (2 <= k)%nat -> statement.categorical_normalizer_has_value k
  a.
Proof. intros; apply sum_exp_pos; lia. Qed.

Lemma normalizer_slope_exists : forall k a j, In j (range 1 k) ->
  ex_derive (fun w => statement.categorical_normalizer k (update a j w)) (a j).
Proof. intros; eexists; now apply slope_of_lse. Qed.

Theorem categorical_covariance : statement.categorical_covariance.
Proof.
  intros k Hk a; parts; try now apply softmax_exists.
  - intros; do 2 (apply filter_forall; intros); now apply normalizer_exists.
  - intros; apply filter_forall; intros; now apply normalizer_slope_exists.
  - intros i Hi j Hj; exact (curvature_of_lse k (one_at_least k Hk) a i j Hi Hj).
Qed.

Theorem softmax_slope_own : statement.softmax_slope_own.
Proof.
  intros k Hk a i Hi; parts; try now apply softmax_exists.
  - apply filter_forall; intros; now apply softmax_exists.
  - pose proof (slope_of_softmax k (one_at_least k Hk) a i i Hi) as slope.
    rewrite spread_unit, unit_same in slope; exact slope.
Qed.

Theorem softmax_slope_other : statement.softmax_slope_other.
Proof.
  intros k Hk a i Hi j Hj different; parts; try now apply softmax_exists.
  - apply filter_forall; intros; now apply softmax_exists.
  - pose proof (slope_of_softmax k (one_at_least k Hk) a i j Hj) as slope.
    rewrite spread_unit, unit_other in slope by congruence.
    replace (- (statement.softmax k a i * statement.softmax k a j))
      with (statement.softmax k a i * (0 - statement.softmax k a j)) by ring; exact slope.
Qed.

Theorem softmax_curvature_at_most_half : statement.softmax_curvature_at_most_half.
Proof.
  intros k Hk a v; parts.
  - intros; do 2 (apply filter_forall; intros); now apply normalizer_exists.
  - intros; apply filter_forall; intros; now apply normalizer_slope_exists.
  - intros i Hi j Hj; eexists; exact (curvature_of_lse k (one_at_least k Hk) a j i Hj Hi).
  - pose proof (softmax_sums_to_one k (one_at_least k Hk) a) as one.
    rewrite (sum_ext _ _ (fun i => sum (range 1 k) (fun j =>
      v j * spread (categorical.softmax k a) j i) * v i)).
    + rewrite spread_form by exact one; apply variance_at_most_half; [exact one|].
      intros; left; now apply softmax_pos, one_at_least.
    + intros i Hi; f_equal; apply sum_ext; intros j Hj; f_equal.
      apply is_derive_unique; exact (curvature_of_lse k (one_at_least k Hk) a j i Hj Hi).
Qed.

(* ----------------------------------------------------------------------- cross-entropy *)

Lemma cross_entropy_exists : forall k y a, (2 <= k)%nat -> statement.cross_entropy_has_value k y a.
Proof.
  intros; split; intros; [now apply softmax_exists | now apply softmax_pos, one_at_least].
Qed.

Section CrossEntropy.

Variables (k : nat) (y : nat -> R).
Hypothesis outcomes : (2 <= k)%nat.
Hypothesis wanted : in_simplex k y.

(* The logarithm of a probability is its score less the log-normalizer; the y sum to one. *)
Lemma cross_entropy_is : forall a, statement.cross_entropy k y a
  = statement.categorical_normalizer k a - sum (range 1 k) (fun i => y i * a i).
Proof.
  intros a; destruct wanted as [_ one]; unfold statement.cross_entropy.
  rewrite (sum_ext _ _ (fun i => y i * a i - y i * statement.categorical_normalizer k a)).
  - rewrite sum_minus, sum_scale_r; change (fun i => y i) with y; rewrite one; ring.
  - intros i _; rewrite <- Rmult_minus_distr_l; f_equal.
    apply ln_softmax; now apply one_at_least.
Qed.

Lemma slope_of_cross_entropy : forall a i, In i (range 1 k) ->
  is_derive (fun u => statement.cross_entropy k y (update a i u)) (a i)
    (statement.softmax k a i - y i).
Proof.
  intros a i Hi.
  apply (is_derive_ext (fun u => statement.categorical_normalizer k (update a i u)
    - sum (range 1 k) (fun m => y m * update a i u m)));
    [intros; symmetry; apply cross_entropy_is|].
  apply (is_derive_minus (V := R_NormedModule)
    (fun u => statement.categorical_normalizer k (update a i u))); [now apply slope_of_lse|].
  rewrite <- (sum_unit k i y Hi).
  apply (is_derive_sum (range 1 k) (fun m u => y m * update a i u m)); intros m _.
  apply (is_derive_scal (fun u => update a i u m)), is_derive_update.
Qed.

End CrossEntropy.

Theorem cross_entropy_by_log_normalizer : statement.cross_entropy_by_log_normalizer.
Proof.
  intros k Hk y Hy a; parts.
  - now apply cross_entropy_exists.
  - now apply normalizer_exists.
  - now apply cross_entropy_is.
Qed.

Theorem cross_entropy_gradient : statement.cross_entropy_gradient.
Proof.
  intros k Hk y Hy a; parts.
  - now apply softmax_exists.
  - intros; apply filter_forall; intros; now apply cross_entropy_exists.
  - intros; now apply slope_of_cross_entropy.
Qed.

Theorem cross_entropy_hessian : statement.cross_entropy_hessian.
Proof.
  intros k Hk y Hy a; parts.
  - now apply softmax_exists.
  - intros; do 2 (apply filter_forall; intros); now apply cross_entropy_exists.
  - intros; apply filter_forall; intros; eexists; now apply slope_of_cross_entropy.
  - intros i Hi j Hj.
    apply (is_derive_ext (fun u => statement.softmax k (update a i u) j - y j)).
    { intros; symmetry; now apply is_derive_unique, slope_of_cross_entropy. }
    change (is_derive (fun u => categorical.softmax k (update a i u) j - y j) (a i)
      (spread (categorical.softmax k a) i j)).
    rewrite spread_symmetric, <- (Rminus_0_r (spread _ j i)).
    apply (is_derive_minus (V := R_NormedModule) (fun u => categorical.softmax k (update a i u) j));
      [apply slope_of_softmax; [now apply one_at_least | exact Hi]
      | apply (is_derive_const (V := R_NormedModule))].
Qed.

(* A score divided by T moves T times less. *)
Theorem cross_entropy_gradient_with_temperature :
  statement.cross_entropy_gradient_with_temperature.
Proof.
  intros k Hk y Hy a T HT i Hi; set (b := fun m => a m / T).
  assert (moved : forall u, (fun m => update a i u m / T) = update b i (u / T)).
  { intros u; apply functional_extensionality; intros m; unfold update, b.
    now destruct (m =? i)%nat. }
  parts; [lra | apply filter_forall; intros; now apply cross_entropy_exists
    | now apply softmax_exists |].
  apply (is_derive_ext (fun u => statement.cross_entropy k y (update b i (u / T)))).
  { intros u; now rewrite moved. }
  apply (is_derive_comp (fun w => statement.cross_entropy k y (update b i w)) (fun u => u / T)).
  - exact (slope_of_cross_entropy k y Hk Hy b i Hi).
  - auto_derive; [trivial | field; lra].
Qed.
