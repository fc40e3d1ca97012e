(* Proofs of what docs/theory/mean.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements distributions.
Import ListNotations.
Open Scope R_scope.

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation A := (statement.finite_log_normalizer n d h t).
Notation p := (statement.finite_density n d h t).
Notation factor := (statement.normalizing_factor n d h t).
Notation total := (finite_family.total n d h t).
Notation mean := (finite_family.mean n d h t).

Lemma A_exists : forall eta, statement.finite_log_normalizer_has_value n d h t eta.
Proof. exact (total_pos n d h t outcomes weights). Qed.

Lemma slope_of_A : forall eta i, In i (range 1 d) ->
  is_derive (fun u => A (update eta i u)) (eta i) (mean eta (fun x => t x i)).
Proof. exact (mean_from_A_at n d h t outcomes weights). Qed.

(* --------------------------------------------------------------------- the derivation *)

Lemma slope_of_weight : forall eta i x, In i (range 1 d) ->
  is_derive (fun u => weight d h t (update eta i u) x) (eta i) (t x i * weight d h t eta x).
Proof.
  intros eta i x Hi; unfold weight.
  assert (here : dot d t eta x = dot d t (update eta i (eta i)) x)
    by (apply dot_ext; intros; now rewrite update_same).
  rewrite here.
  replace (t x i * _) with (h x * (t x i * exp (dot d t (update eta i (eta i)) x))) by ring.
  apply (is_derive_scal (fun u => exp (dot d t (update eta i u) x))).
  apply (is_derive_comp exp (fun u => dot d t (update eta i u) x));
    [apply is_derive_exp | now apply is_derive_dot].
Qed.

Lemma slope_of_total : forall eta i, In i (range 1 d) ->
  is_derive (fun u => total (update eta i u)) (eta i)
    (sum (range 1 n) (fun x => t x i * weight d h t eta x)).
Proof.
  intros eta i Hi.
  apply (is_derive_sum (range 1 n) (fun x u => weight d h t (update eta i u) x)).
  intros; now apply slope_of_weight.
Qed.

Lemma mean_is_quotient : forall eta i,
  sum (range 1 n) (fun x => t x i * weight d h t eta x) / total eta
  = sum (range 1 n) (fun x => t x i * p x eta).
Proof.
  intros; rewrite <- sum_divide; apply sum_ext; intros x _.
  change (p x eta) with (finite_family.p n d h t eta x).
  rewrite (p_quotient n d h t outcomes weights); unfold Rdiv; ring.
Qed.

(* Along a curve A grows by the mean of the statistic in the direction of the curve. *)
Lemma slope_along_curve : forall (w : R -> nat -> R) (dw : nat -> R) s,
  (forall i, In i (range 1 d) -> is_derive (fun u => w u i) s (dw i)) ->
  is_derive (fun u => A (w u)) s (mean (w s) (dot d t dw)).
Proof.
  intros w dw s slopes; unfold finite_family.mean.
  rewrite (sum_ext _ _ (fun x => h x * (dot d t dw x * exp (dot d t (w s) x)) / total (w s)))
    by (intros; rewrite (p_quotient n d h t outcomes weights); unfold weight, Rdiv; ring).
  rewrite sum_divide.
  apply (is_derive_log_sum (range 1 n) (fun x u => weight d h t (w u) x)); [apply A_exists|].
  intros x _; apply (is_derive_scal (fun u => exp (dot d t (w u) x))).
  apply (is_derive_comp exp (fun u => dot d t (w u) x)); [apply is_derive_exp|].
  apply (is_derive_sum (range 1 d) (fun i u => w u i * t x i)); intros i Hi.
  apply (is_derive_scal_l (K := R_AbsRing) (V := R_NormedModule) (fun u => w u i)).
  now apply slopes.
Qed.

(* -------------------------------------------------------------------------- the score *)

Lemma density_pos : forall eta x, In x (range 1 n) -> 0 < p x eta.
Proof. exact (p_pos n d h t outcomes weights). Qed.

Lemma slope_of_log_density : forall eta i x, In i (range 1 d) -> In x (range 1 n) ->
  is_derive (fun u => ln (p x (update eta i u))) (eta i) (t x i - mean eta (fun y => t y i)).
Proof.
  intros eta i x Hi Hx.
  rewrite <- (mean_at n d h t (update eta i (eta i)) eta) by (intros; apply update_same).
  now apply (slope_of_ln_p n d h t outcomes weights).
Qed.

Lemma score_exists : forall eta x, In x (range 1 n) ->
  statement.score_of_outcome_has_value n d h t x eta.
Proof.
  intros eta x Hx; unfold statement.score_of_outcome_has_value; parts; intros i Hi.
  - apply filter_forall; intros; apply A_exists.
  - apply filter_forall; intros; now apply density_pos.
  - eexists; now apply slope_of_log_density.
Qed.

Lemma score_is : forall eta i x, In i (range 1 d) -> In x (range 1 n) ->
  statement.score_of_outcome n d h t x eta i = t x i - mean eta (fun y => t y i).
Proof. intros; now apply is_derive_unique, slope_of_log_density. Qed.

Lemma slope_of_density : forall eta i x, In i (range 1 d) -> In x (range 1 n) ->
  is_derive (fun u => p x (update eta i u)) (eta i)
    (p x eta * statement.score_of_outcome n d h t x eta i).
Proof. intros; rewrite score_is by assumption; now apply (slope_of_p n d h t outcomes weights). Qed.

(* ------------------------------------------------------------------------ the exercise *)

(* One over the total is e to minus its logarithm. *)
Lemma factor_is : forall eta, factor eta = exp (- A eta).
Proof.
  intros; unfold statement.finite_log_normalizer; rewrite exp_Ropp, exp_ln by apply A_exists.
  apply Rmult_1_l.
Qed.

Lemma factor_exists : forall eta, statement.normalizing_factor_has_value n d h t eta.
Proof. intros; apply Rgt_not_eq, A_exists. Qed.

Lemma factor_pos : forall eta, 0 < factor eta.
Proof. intros; rewrite factor_is; apply exp_pos. Qed.

Lemma ln_factor : forall eta, ln (factor eta) = - A eta.
Proof. intros; rewrite factor_is; apply ln_exp. Qed.

Lemma same_density : forall x eta, statement.casella_berger_form n d h t x eta = p x eta.
Proof.
  intros; unfold statement.casella_berger_form; rewrite factor_is.
  rewrite Rmult_assoc, <- exp_plus; unfold statement.finite_density; do 2 f_equal; ring.
Qed.

Lemma slope_of_ln_factor : forall eta i u, In i (range 1 d) ->
  is_derive (fun w => ln (factor (update eta i w))) u (- mean (update eta i u) (fun x => t x i)).
Proof.
  intros eta i u Hi; apply (is_derive_ext (fun w => - A (update eta i w)));
    [intros; symmetry; apply ln_factor|].
  apply (is_derive_opp (V := R_NormedModule) (fun w => A (update eta i w))).
  now apply (mean_from_A n d h t outcomes weights).
Qed.

End Family.

Theorem mean_from_log_normalizer : statement.mean_from_log_normalizer.
Proof.
  intros n Hn d _ h Hh t eta.
  pose proof (A_exists n d h t Hn Hh) as value.
  assert (derived : forall i x, In i (range 1 d) ->
      Derive (fun u => weight d h t (update eta i u) x) (eta i) = t x i * weight d h t eta x)
    by (intros; now apply is_derive_unique, slope_of_weight).
  assert (derived_total : forall i, In i (range 1 d) ->
      Derive (fun u => total n d h t (update eta i u)) (eta i)
      = sum (range 1 n) (fun x => t x i * weight d h t eta x))
    by (intros; now apply is_derive_unique, slope_of_total).
  unfold weight, dot in derived; unfold total, weight, dot in derived_total.
  parts; try (intros; apply filter_forall; intros; apply value).
  - intros; eexists; now apply (slope_of_A n d h t Hn Hh).
  - apply Rgt_not_eq, value.
  - intros; eexists; now apply (slope_of_total n d h t).
  - intros i Hi x _; eexists; exact (slope_of_weight d h t eta i x Hi).
  - intros; apply value.
  - intros; apply (Derive_correct (fun u => A n d h t (update eta i u))).
    eexists; now apply (slope_of_A n d h t Hn Hh).
  - intros i Hi; rewrite derived_total by exact Hi.
    pose proof (slope_of_A n d h t Hn Hh eta i Hi) as slope; unfold mean in slope.
    rewrite (sum_ext _ _ (fun x => t x i * statement.finite_density n d h t x eta)) in slope
      by (intros; apply Rmult_comm).
    rewrite <- (mean_is_quotient n d h t Hn Hh) in slope; exact slope.
  - intros i Hi; rewrite derived_total by exact Hi; f_equal; apply sum_ext; intros x _.
    now rewrite derived.
  - intros i Hi; f_equal; apply sum_ext; intros x _; rewrite derived by exact Hi; ring.
  - intros i Hi; rewrite <- (mean_is_quotient n d h t Hn Hh eta i).
    unfold weight, dot; f_equal; apply sum_ext; intros; ring.
  - intros; apply sum_ext; intros; ring.
Qed.

Theorem slope_is_mean : statement.slope_is_mean.
Proof.
  intros n Hn d _ h Hh t eta v.
  pose proof (A_exists n d h t Hn Hh) as value.
  parts; try (intros; apply value); try (apply filter_forall; intros; apply value).
  pose proof (is_derive_A n d h t Hn Hh eta v 0) as slope.
  rewrite (mean_at n d h t (line eta v 0) eta) in slope by (intros; unfold line; ring).
  exact slope.
Qed.

Theorem mean_by_another_parameter : statement.mean_by_another_parameter.
Proof.
  intros n Hn d _ h Hh t theta w smooth.
  pose proof (A_exists n d h t Hn Hh) as value.
  set (dw := fun i => Derive (fun u => w u i) theta).
  assert (chain : sum (range 1 d) (fun i => dw i
      * Derive (fun u => statement.finite_log_normalizer n d h t (update (w theta) i u))
          (w theta i))
      = mean n d h t (w theta) (dot d t dw)).
  { rewrite mean_dot; apply sum_ext; intros i Hi; f_equal.
    now apply is_derive_unique, (slope_of_A n d h t Hn Hh). }
  parts; try (intros; apply value); try (intros; apply filter_forall; intros; apply value).
  - intros i Hi; exact (smooth i Hi 1%nat theta).
  - intros; eexists; now apply (slope_of_A n d h t Hn Hh).
  - unfold dw in chain; rewrite chain; apply (slope_along_curve n d h t Hn Hh).
    intros i Hi; apply Derive_correct; exact (smooth i Hi 1%nat theta).
  - exact chain.
Qed.

Theorem score_is_deviation : statement.score_is_deviation.
Proof.
  intros n Hn d _ h Hh t x Hx eta.
  pose proof (A_exists n d h t Hn Hh) as value.
  assert (gradient : forall i, In i (range 1 d) ->
      Derive (fun u => statement.finite_log_normalizer n d h t (update eta i u)) (eta i)
      = mean n d h t eta (fun x => t x i))
    by (intros; now apply is_derive_unique, (slope_of_A n d h t Hn Hh)).
  parts; try (intros; apply value); try (intros; apply filter_forall; intros; apply value).
  - now apply score_exists.
  - intros; eexists; now apply (slope_of_A n d h t Hn Hh).
  - intros; rewrite gradient by assumption; now apply score_is.
  - intros; now rewrite gradient.
Qed.

Theorem score_has_mean_zero : statement.score_has_mean_zero.
Proof.
  intros n Hn d _ h Hh t eta.
  pose proof (A_exists n d h t Hn Hh) as value.
  assert (derived : forall i x, In i (range 1 d) -> In x (range 1 n) ->
      Derive (fun u => statement.finite_density n d h t x (update eta i u)) (eta i)
      = statement.finite_density n d h t x eta * statement.score_of_outcome n d h t x eta i)
    by (intros; now apply is_derive_unique, slope_of_density).
  parts; try (intros; apply value); try (intros; apply filter_forall; intros; apply value);
    try reflexivity.
  - intros; now apply score_exists.
  - intros i Hi x Hx; eexists; now apply slope_of_density.
  - intros i Hi; apply sum_ext; intros; now rewrite derived.
  - intros i Hi.
    apply (is_derive_sum (range 1 n) (fun x u => statement.finite_density n d h t x
      (update eta i u))).
    intros x Hx; rewrite derived by assumption; now apply slope_of_density.
  - intros i _; apply (is_derive_ext (fun _ => 1));
      [intros; symmetry; exact (p_sums_to_one n d h t Hn Hh _)
      | apply (is_derive_const (V := R_NormedModule))].
Qed.

Theorem score_keeps_total : statement.score_keeps_total.
Proof.
  intros n Hn d _ h Hh t eta v; parts;
    [intros; now apply (A_exists n d h t Hn Hh) | intros; now apply score_exists |].
  transitivity (mean n d h t eta (fun x => 1 + (dot d t v x - mean n d h t eta (dot d t v)))).
  - apply sum_ext; intros x Hx; do 2 f_equal.
    rewrite mean_dot; unfold dot; rewrite <- sum_minus.
    apply sum_ext; intros i Hi; rewrite (score_is n d h t Hn Hh) by assumption; ring.
  - rewrite mean_plus, mean_minus, !mean_constant by assumption; ring.
Qed.

Theorem factor_is_log_normalizer : statement.factor_is_log_normalizer.
Proof.
  intros n Hn d _ h Hh t x _ eta; parts.
  - now apply factor_exists.
  - now apply factor_pos.
  - now apply A_exists.
  - now apply factor_exists.
  - now apply A_exists.
  - now apply ln_factor.
  - now apply same_density.
Qed.

Theorem casella_berger_part_a : statement.casella_berger_part_a.
Proof.
  intros n Hn d _ h Hh t eta j Hj.
  pose proof (slope_of_ln_factor n d h t Hn Hh) as slope.
  assert (here : forall f, mean n d h t (update eta j (eta j)) f = mean n d h t eta f)
    by (intros; apply mean_at; intros; apply update_same).
  assert (moments : forall f, sum (range 1 n) (fun x => statement.casella_berger_form n d h t x eta
    * f x)
      = mean n d h t eta f)
    by (intros; apply sum_ext; intros; now rewrite same_density).
  assert (curvature : is_derive
      (fun u => Derive (fun w => ln (statement.normalizing_factor n d h t (update eta j w))) u)
      (eta j) (- covariance n d h t eta j j)).
  { apply (is_derive_ext (fun u => - mean n d h t (update eta j u) (fun x => t x j))).
    - intros; symmetry; now apply is_derive_unique, slope.
    - apply (is_derive_opp (V := R_NormedModule)
        (fun u => mean n d h t (update eta j u) (fun x => t x j))); now apply slope_of_mean. }
  assert (first : Derive (fun u => ln (statement.normalizing_factor n d h t (update eta j u)))
    (eta j)
      = - mean n d h t eta (fun x => t x j))
    by (rewrite <- here; now apply is_derive_unique, slope).
  assert (second : Derive
      (fun u => Derive (fun w => ln (statement.normalizing_factor n d h t (update eta j w))) u)
        (eta j)
      = - covariance n d h t eta j j) by (apply is_derive_unique, curvature).
  parts.
  - intros; now apply factor_exists.
  - destruct (finite_density_is_distribution n d h t eta Hn Hh) as [positive one]; split.
    + intros x Hx; rewrite same_density by assumption; exact (positive x Hx).
    + rewrite <- one; apply sum_ext; intros; now apply same_density.
  - apply filter_forall; intros; now apply factor_exists.
  - apply filter_forall; intros; now apply factor_pos.
  - eexists; now apply slope.
  - do 2 (apply filter_forall; intros); now apply factor_exists.
  - do 2 (apply filter_forall; intros); now apply factor_pos.
  - apply filter_forall; intros; eexists; now apply slope.
  - eexists; exact curvature.
  - rewrite first, moments; ring.
  - rewrite second, Ropp_involutive, moments; apply mean_ext; intros.
    now rewrite (moments (fun x => t x j)).
Qed.
