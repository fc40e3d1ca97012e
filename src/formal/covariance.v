(* Proofs of what docs/theory/covariance.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements.
Import ListNotations.
Open Scope R_scope.

(* ------------------------------------------------------------- the general finite family *)

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation A := (statement.finite_log_normalizer n d h t).
Notation p := (finite_family.p n d h t).
Notation mean := (finite_family.mean n d h t).

Lemma A_exists : forall eta, statement.finite_log_normalizer_has_value n d h t eta.
Proof. exact (total_pos n d h t outcomes weights). Qed.

(* The slope of a probability is it times the deviation of the statistic from its mean. *)
Lemma slope_of_p : forall eta x j, In j (range 1 d) ->
  is_derive (fun u => p (update eta j u) x) (eta j)
    (p eta x * (t x j - mean eta (fun y => t y j))).
Proof.
  intros eta x j Hj.
  assert (here : forall i, In i (range 1 d) -> line eta (unit_vector j) (eta j - eta j) i = eta i)
    by (intros; unfold line; ring).
  replace (p eta x * (t x j - mean eta (fun y => t y j)))
    with (p (line eta (unit_vector j) (eta j - eta j)) x
          * (dot d t (unit_vector j) x
             - mean (line eta (unit_vector j) (eta j - eta j)) (dot d t (unit_vector j)))).
  - apply (is_derive_component d (fun eta => p eta x) (fun eta => p eta x
      * (dot d t (unit_vector j) x - mean eta (dot d t (unit_vector j)))));
      [intros; now apply p_ext | intros; now apply (is_derive_p n d h t outcomes weights)].
  - rewrite (p_ext n d h t _ eta), (mean_at n d h t _ eta), dot_unit by assumption.
    do 2 f_equal; apply mean_ext; intros; now apply dot_unit.
Qed.

Lemma deviations : forall eta f g,
  mean eta (fun x => (f x - mean eta f) * (g x - mean eta g))
  = mean eta (fun x => f x * g x) - mean eta f * mean eta g.
Proof.
  intros eta f g; set (a := mean eta f); set (b := mean eta g).
  rewrite (mean_ext n d h t eta _ (fun x => (f x * g x - b * f x - a * g x) + a * b))
    by (intros; ring).
  rewrite mean_plus, !mean_minus, !mean_scale, mean_constant by assumption; unfold a, b; ring.
Qed.

Lemma A_slopes : forall eta i u, In i (range 1 d) ->
  is_derive (fun w => A (update eta i w)) u (mean (update eta i u) (fun x => t x i)).
Proof. intros; now apply (mean_from_A n d h t outcomes weights). Qed.

End Family.

Theorem covariance_step_by_step : statement.covariance_step_by_step.
Proof.
  intros n Hn d _ h Hh t eta j Hj.
  pose proof (A_exists n d h t Hn Hh) as value.
  set (mu := sum (range 1 n) (fun y => statement.finite_density n d h t y eta * t y j)).
  assert (slope : forall x, is_derive (fun u => statement.finite_density n d h t x (update eta j u))
      (eta j) (statement.finite_density n d h t x eta
               * (t x j - mu)))
    by (intros; exact (slope_of_p n d h t Hn Hh eta x j Hj)).
  assert (derived : forall x, Derive (fun u => statement.finite_density n d h t x (update eta j u))
      (eta j) = statement.finite_density n d h t x eta
                * (t x j - mu))
    by (intros; apply is_derive_unique, slope).
  parts; try (intros; apply filter_forall; intros; apply value); try (intros; apply value).
  - intros; eexists; apply slope.
  - intros i Hi.
    rewrite (sum_ext _ _ (fun x => statement.finite_density n d h t x eta
                                   * (t x j - mu) * t x i))
      by (intros; rewrite derived; ring).
    apply (is_derive_sum (range 1 n)
      (fun x u => statement.finite_density n d h t x (update eta j u) * t x i)); intros x _.
    apply (is_derive_scal_l (K := R_AbsRing) (V := R_NormedModule)
      (fun u => statement.finite_density n d h t x (update eta j u))), slope.
  - intros i Hi; apply sum_ext; intros x _.
    rewrite derived; ring.
  - intros i Hi.
    change (sum (range 1 n) (fun x => statement.finite_density n d h t x eta * t x j)) with mu.
    rewrite <- sum_scale_r, <- sum_minus.
    apply sum_ext; intros; ring.
Qed.

(* Near a point the gradient is the mean, and the mean moves by the covariance. *)
Theorem covariance_from_log_normalizer : statement.covariance_from_log_normalizer.
Proof.
  intros n Hn d _ h Hh t eta.
  pose proof (A_exists n d h t Hn Hh) as value.
  parts; try (intros; apply value).
  - intros; do 2 (apply filter_forall; intros); apply value.
  - intros i Hi j Hj; apply filter_forall; intros u; eexists; now apply A_slopes.
  - intros i Hi j Hj.
    apply (is_derive_ext (fun u => mean n d h t (update eta i u) (fun x => t x j))).
    { intros u; symmetry; apply is_derive_unique.
      rewrite <- (mean_at n d h t (update (update eta i u) j (update eta i u j)) (update eta i u))
        by (intros; apply update_same).
      now apply A_slopes. }
    change (is_derive (fun u => mean n d h t (update eta i u) (fun x => t x j)) (eta i)
      (mean n d h t eta (fun x => (t x i - mean n d h t eta (fun x => t x i))
                                  * (t x j - mean n d h t eta (fun x => t x j))))).
    rewrite (mean_ext n d h t eta _ (fun x => (t x j - mean n d h t eta (fun x => t x j))
        * (t x i - mean n d h t eta (fun x => t x i)))) by (intros; ring).
    rewrite (deviations n d h t Hn Hh eta (fun x => t x j) (fun x => t x i)).
    now apply covariance_from_mean_at.
Qed.

(* ------------------------------------------------------------------------- the softmax *)

Lemma softmax_exists : forall k a, (2 <= k)%nat -> statement.softmax_has_value k a.
Proof. intros; apply Rgt_not_eq, sum_exp_pos; lia. Qed.

(* The slope of a quotient of which the upper side is one of the terms below. *)
Lemma slope_of_softmax : forall k a i j, (2 <= k)%nat -> In j (range 1 k) ->
  is_derive (fun u => statement.softmax k (update a j u) i) (a j)
    (statement.softmax k a i * (unit_vector i j - statement.softmax k a j)).
Proof.
  intros k a i j Hk Hj; unfold statement.softmax.
  pose proof (sum_exp_pos k a ltac:(lia)) as positive.
  assert (same : sum (range 1 k) (fun m => exp (update a j (a j) m))
                 = sum (range 1 k) (fun m => exp (a m)))
    by (apply sum_ext; intros; now rewrite update_same).
  pose proof (is_derive_div (fun u => exp (update a j u i))
    (fun u => sum (range 1 k) (fun m => exp (update a j u m))) (a j) _ _
    (is_derive_exp_update a j i) (is_derive_sum_exp k a j Hj)) as slope.
  simpl in slope; rewrite same, update_same in slope; specialize (slope ltac:(lra)).
  rewrite (unit_symmetric i j).
  replace (exp (a i) / _ * _) with ((unit_vector j i * exp (a i) * sum (range 1 k) (fun m => exp (a m))
      - exp (a i) * exp (a j)) / sum (range 1 k) (fun m => exp (a m)) ^ 2) by (field; lra).
  exact slope.
Qed.

Theorem softmax_slope_own : statement.softmax_slope_own.
Proof.
  intros k Hk a i Hi; parts; try now apply softmax_exists.
  - apply filter_forall; intros; now apply softmax_exists.
  - pose proof (slope_of_softmax k a i i Hk Hi) as slope; rewrite unit_same in slope; exact slope.
Qed.

Theorem softmax_slope_other : statement.softmax_slope_other.
Proof.
  intros k Hk a i Hi j Hj different; parts; try now apply softmax_exists.
  - apply filter_forall; intros; now apply softmax_exists.
  - pose proof (slope_of_softmax k a i j Hk Hj) as slope.
    rewrite unit_other in slope by exact different.
    replace (- (statement.softmax k a i * statement.softmax k a j))
      with (statement.softmax k a i * (0 - statement.softmax k a j)) by ring; exact slope.
Qed.

(* ----------------------------------------------------------------------- cross-entropy *)

Lemma normalizer_exists : forall k a, (2 <= k)%nat -> statement.categorical_normalizer_has_value k a.
Proof. intros; apply sum_exp_pos; lia. Qed.

Lemma softmax_pos : forall k a i, (2 <= k)%nat -> 0 < statement.softmax k a i.
Proof. intros; apply Rdiv_lt_0_compat; [apply exp_pos | apply sum_exp_pos; lia]. Qed.

Lemma cross_entropy_exists : forall k y a, (2 <= k)%nat -> statement.cross_entropy_has_value k y a.
Proof. intros; split; intros; [now apply softmax_exists | now apply softmax_pos]. Qed.

(* The logarithm of a probability is its score less the log-normalizer; the y sum to one. *)
Lemma cross_entropy_is : forall k y a, (2 <= k)%nat -> in_simplex k y ->
  statement.cross_entropy k y a
  = statement.categorical_normalizer k a - sum (range 1 k) (fun i => y i * a i).
Proof.
  intros k y a Hk [_ one]; unfold statement.cross_entropy.
  rewrite (sum_ext _ _ (fun i => y i * a i - y i * statement.categorical_normalizer k a)).
  - rewrite sum_minus, sum_scale_r; change (fun i => y i) with y; rewrite one; ring.
  - intros i _; unfold statement.softmax, statement.categorical_normalizer.
    rewrite ln_quotient, ln_exp by (apply exp_pos || (apply sum_exp_pos; lia)); ring.
Qed.

Theorem cross_entropy_by_log_normalizer : statement.cross_entropy_by_log_normalizer.
Proof.
  intros k Hk y Hy a; parts.
  - now apply cross_entropy_exists.
  - now apply normalizer_exists.
  - now apply cross_entropy_is.
Qed.

Lemma slope_of_normalizer : forall k a i, In i (range 1 k) ->
  is_derive (fun u => statement.categorical_normalizer k (update a i u)) (a i)
    (statement.softmax k a i).
Proof. exact is_derive_log_sum_exp. Qed.

Lemma slope_of_cross_entropy : forall k y a i, (2 <= k)%nat -> in_simplex k y -> In i (range 1 k) ->
  is_derive (fun u => statement.cross_entropy k y (update a i u)) (a i)
    (statement.softmax k a i - y i).
Proof.
  intros k y a i Hk Hy Hi.
  apply (is_derive_ext (fun u => statement.categorical_normalizer k (update a i u)
    - sum (range 1 k) (fun m => y m * update a i u m)));
    [intros; symmetry; now apply cross_entropy_is|].
  apply (is_derive_minus (V := R_NormedModule)
    (fun u => statement.categorical_normalizer k (update a i u))); [now apply slope_of_normalizer|].
  rewrite <- (sum_unit k i y Hi).
  apply (is_derive_sum (range 1 k) (fun m u => y m * update a i u m)); intros m _.
  apply (is_derive_scal (fun u => update a i u m)), is_derive_update.
Qed.

Theorem cross_entropy_gradient : statement.cross_entropy_gradient.
Proof.
  intros k Hk y Hy a; parts.
  - now apply softmax_exists.
  - intros; apply filter_forall; intros; now apply cross_entropy_exists.
  - intros; now apply slope_of_cross_entropy.
Qed.
