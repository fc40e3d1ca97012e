(* Proofs of what docs/theory/duality.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements distributions.
Import ListNotations.
Open Scope R_scope.

(* ------------------------------------------------------------- the general finite family *)

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation A := (finite_family.A n d h t).
Notation p := (finite_family.p n d h t).
Notation mean := (finite_family.mean n d h t).
Notation mu := (statement.mean_parameter n d h t).
Notation mu_exists := (statement.mean_parameter_has_value n d h t).
Notation N := (statement.conjugate_at_mean n d h t).
Notation KL := (statement.kl_divergence n d h t).

Lemma A_exists : forall eta, statement.finite_log_normalizer_has_value n d h t eta.
Proof. exact (total_pos n d h t outcomes weights). Qed.

Lemma p_positive : forall eta x, In x (range 1 n) -> 0 < p eta x.
Proof. exact (p_pos n d h t outcomes weights). Qed.

Lemma slope_of_A : forall eta i, In i (range 1 d) ->
  is_derive (fun u => statement.finite_log_normalizer n d h t (update eta i u)) (eta i)
            (mean eta (fun x => t x i)).
Proof. exact (mean_from_A_at n d h t outcomes weights). Qed.

Lemma mean_parameter_exists : forall eta, mu_exists eta.
Proof.
  intros eta; split; intros i Hi.
  - apply filter_forall; intros; apply A_exists.
  - eexists; now apply slope_of_A.
Qed.

Lemma mean_parameter_is : forall eta i, In i (range 1 d) -> mu eta i = mean eta (fun x => t x i).
Proof. intros; apply is_derive_unique; now apply slope_of_A. Qed.

Lemma conjugate_exists : forall eta, statement.conjugate_at_mean_has_value n d h t eta.
Proof. intros; split; [apply mean_parameter_exists | apply A_exists]. Qed.

Lemma scalar_product : forall eta s,
  sum (range 1 d) (fun i => s i * mu eta i) = mean eta (dot d t s).
Proof.
  intros; rewrite mean_dot; apply sum_ext; intros; now rewrite mean_parameter_is.
Qed.

Lemma scalar_product_r : forall eta s,
  sum (range 1 d) (fun i => mu eta i * s i) = mean eta (dot d t s).
Proof. intros; rewrite <- scalar_product; apply sum_ext; intros; ring. Qed.

Lemma conjugate_is : forall eta, N eta = mean eta (dot d t eta) - A eta.
Proof. intros; unfold statement.conjugate_at_mean; rewrite scalar_product; reflexivity. Qed.

Lemma density_quotient : forall eta x, In x (range 1 n) ->
  ln (p eta x / h x) = dot d t eta x - A eta.
Proof.
  intros; rewrite ln_quotient, ln_p by (try apply p_positive; try apply weights; assumption); ring.
Qed.

Lemma kl_exists : forall eta zeta, statement.kl_divergence_has_value n d h t eta zeta.
Proof.
  intros; unfold statement.kl_divergence_has_value; parts; try (intros; apply A_exists).
  - intros; now apply Rgt_not_eq, (p_positive zeta).
  - intros; apply Rdiv_lt_0_compat; now apply (p_positive _).
Qed.

Lemma kl_is : forall eta zeta, KL eta zeta = A zeta - A eta - mean eta (dot d t zeta)
                                             + mean eta (dot d t eta).
Proof.
  intros eta zeta.
  transitivity (mean eta (fun x => ln (p eta x) - ln (p zeta x))).
  - apply sum_ext; intros x Hx; f_equal; apply ln_quotient; now apply p_positive.
  - rewrite kl_bregman, <- (mean_dot n d h t eta (fun i => zeta i - eta i)) by assumption.
    rewrite (mean_ext n d h t eta _ (fun x => dot d t zeta x - dot d t eta x))
      by (intros; apply dot_minus).
    rewrite mean_minus; ring.
Qed.

Lemma kl_nonneg : forall eta zeta, 0 <= KL eta zeta.
Proof.
  intros; apply (gibbs_inequality (range 1 n) (p eta) (p zeta));
    try apply p_positive; now apply p_sums_to_one.
Qed.

Lemma mean_parameter_moves : forall eta i j, In i (range 1 d) -> In j (range 1 d) ->
  is_derive (fun u => mu (update eta i u) j) (eta i)
    (mean eta (fun x => t x j * t x i) - mean eta (fun x => t x j) * mean eta (fun x => t x i)).
Proof.
  intros eta i j Hi Hj.
  apply (is_derive_ext (fun u => mean (update eta i u) (fun x => t x j))).
  { intros u; symmetry; now apply mean_parameter_is. }
  now apply covariance_from_mean_at.
Qed.

(* The terms in which eta itself moves cancel against the change of A. *)
Lemma conjugate_moves : forall eta i, In i (range 1 d) ->
  is_derive (fun u => N (update eta i u)) (eta i)
    (sum (range 1 d) (fun j => eta j * Derive (fun u => mu (update eta i u) j) (eta i))).
Proof.
  intros eta i Hi.
  set (dmu := fun j => mean eta (fun x => t x j * t x i)
                       - mean eta (fun x => t x j) * mean eta (fun x => t x i)).
  rewrite (sum_ext _ _ (fun j => eta j * dmu j))
    by (intros j Hj; f_equal; apply is_derive_unique; now apply mean_parameter_moves).
  replace (sum (range 1 d) (fun j => eta j * dmu j))
    with (sum (range 1 d) (fun j => unit_vector i j * mu (update eta i (eta i)) j
                                    + update eta i (eta i) j * dmu j)
          - mean eta (fun x => t x i)).
  - apply (is_derive_minus
      (fun u => sum (range 1 d) (fun j => update eta i u j * mu (update eta i u) j))
      (fun u => statement.finite_log_normalizer n d h t (update eta i u)));
      [|now apply slope_of_A].
    apply (is_derive_sum (range 1 d) (fun j u => update eta i u j * mu (update eta i u) j)).
    intros j Hj.
    apply (is_derive_mult (fun u => update eta i u j) (fun u => mu (update eta i u) j));
      [apply is_derive_update | now apply mean_parameter_moves | intros; apply Rmult_comm].
  - rewrite sum_plus, (sum_unit_l d i) by assumption.
    rewrite mean_parameter_is by assumption.
    rewrite (mean_at n d h t (update eta i (eta i)) eta) by (intros; apply update_same).
    rewrite (sum_ext _ (fun j => update eta i (eta i) j * dmu j) (fun j => eta j * dmu j))
      by (intros; now rewrite update_same).
    ring.
Qed.

End Family.

Ltac exist := parts;
  try (apply mean_parameter_exists; assumption); try (apply conjugate_exists; assumption);
  try (apply A_exists; assumption); try (apply kl_exists; assumption);
  try (intros; apply A_exists; assumption).

Theorem mean_parameter_is_mean : statement.mean_parameter_is_mean.
Proof. intros n Hn d _ h Hh t eta; exist; intros; now apply mean_parameter_is. Qed.

Theorem fenchel_young : statement.fenchel_young.
Proof.
  intros n Hn d _ h Hh t eta zeta; exist.
  pose proof (kl_nonneg n d h t Hn Hh eta zeta) as gap.
  rewrite kl_is in gap by assumption.
  rewrite scalar_product, conjugate_is by assumption.
  change (statement.finite_log_normalizer n d h t zeta) with (A n d h t zeta); lra.
Qed.

Theorem conjugate_is_negative_entropy : statement.conjugate_is_negative_entropy.
Proof.
  intros n Hn d _ h Hh t eta; exist.
  - unfold statement.relative_entropy_to_base_has_value; exist.
    + intros; now apply Rgt_not_eq, Hh.
    + intros; apply Rdiv_lt_0_compat; [now apply (p_positive n d h t Hn Hh eta) | now apply Hh].
  - rewrite conjugate_is by assumption; unfold statement.relative_entropy_to_base.
    rewrite Ropp_involutive.
    transitivity (mean n d h t eta (fun x => dot d t eta x - A n d h t eta)).
    + rewrite mean_minus, mean_constant by assumption; ring.
    + apply sum_ext; intros x Hx; f_equal; symmetry; now apply density_quotient.
Qed.

Theorem conjugate_gradient_along_family : statement.conjugate_gradient_along_family.
Proof.
  intros n Hn d _ h Hh t eta i Hi; parts.
  - apply filter_forall; intros; now apply conjugate_exists.
  - apply filter_forall; intros; now apply mean_parameter_exists.
  - intros j Hj; eexists; now apply mean_parameter_moves.
  - now apply conjugate_moves.
Qed.

Theorem kl_is_bregman : statement.kl_is_bregman.
Proof.
  intros n Hn d _ h Hh t eta zeta; exist.
  rewrite kl_is, (scalar_product_r n d h t Hn Hh eta (fun i => zeta i - eta i)) by assumption.
  rewrite (mean_ext n d h t eta (dot d t (fun i => zeta i - eta i))
    (fun x => dot d t zeta x - dot d t eta x)) by (intros; apply dot_minus).
  rewrite mean_minus; unfold A, total, weight, dot; unfold statement.finite_log_normalizer; ring.
Qed.

Theorem kl_nonnegative : statement.kl_nonnegative.
Proof. intros n Hn d _ h Hh t eta zeta; exist; apply Rle_ge; now apply kl_nonneg. Qed.

Theorem kl_is_fenchel_young_gap : statement.kl_is_fenchel_young_gap.
Proof.
  intros n Hn d _ h Hh t eta zeta; exist.
  rewrite kl_is, scalar_product, conjugate_is by assumption.
  change (statement.finite_log_normalizer n d h t zeta) with (A n d h t zeta); ring.
Qed.

Theorem kl_is_dual_bregman : statement.kl_is_dual_bregman.
Proof.
  intros n Hn d _ h Hh t eta zeta; exist.
  rewrite (sum_ext _ _ (fun i => zeta i * statement.mean_parameter n d h t eta i
                                 - zeta i * statement.mean_parameter n d h t zeta i))
    by (intros; ring).
  rewrite sum_minus, !scalar_product, kl_is, !conjugate_is by assumption; ring.
Qed.

Theorem symmetric_divergence : statement.symmetric_divergence.
Proof.
  intros n Hn d _ h Hh t eta zeta; exist.
  rewrite (sum_ext _ _ (fun i =>
      (eta i * statement.mean_parameter n d h t eta i - zeta i * statement.mean_parameter n d h t
        eta i)
      - (eta i * statement.mean_parameter n d h t zeta i
         - zeta i * statement.mean_parameter n d h t zeta i)))
    by (intros; ring).
  rewrite !sum_minus, !scalar_product, !kl_is by assumption; ring.
Qed.

Theorem three_point_identity : statement.three_point_identity.
Proof.
  intros n Hn d _ h Hh t eta zeta omega; exist.
  rewrite (sum_ext _ _ (fun i =>
      (omega i * statement.mean_parameter n d h t eta i
       - zeta i * statement.mean_parameter n d h t eta i)
      - (omega i * statement.mean_parameter n d h t omega i
         - zeta i * statement.mean_parameter n d h t omega i)))
    by (intros; ring).
  rewrite !sum_minus, !scalar_product, !kl_is by assumption; ring.
Qed.

(* Each term of the first sum and of the second add up to q x times A. *)
Theorem gibbs_identity : statement.gibbs_identity.
Proof.
  intros n Hn q [Hq Hone] d _ h Hh t eta; exist.
  - intros; now apply Rgt_not_eq, Hh.
  - intros; apply Rdiv_lt_0_compat; [now apply Hq | now apply Hh].
  - intros; apply Rdiv_lt_0_compat; [now apply Hq | now apply (p_positive n d h t Hn Hh eta)].
  - rewrite <- sum_plus.
    transitivity (sum (range 1 n) (fun x => q x * A n d h t eta)).
    + rewrite sum_scale_r; change (fun x => q x) with q; rewrite Hone; symmetry; apply Rmult_1_l.
    + apply sum_ext; intros x Hx.
      pose proof (p_positive n d h t Hn Hh eta x Hx) as px.
      change (statement.finite_density n d h t x eta) with (p n d h t eta x).
      rewrite !ln_quotient by solve [exact px | now apply Hq | now apply Hh].
      rewrite ln_p by assumption; unfold dot; ring.
Qed.

Theorem gibbs_principle : statement.gibbs_principle.
Proof.
  intros n Hn q Hq d Hd h Hh t eta.
  destruct (gibbs_identity n Hn q Hq d Hd h Hh t eta) as
    (_ & below & quotient & _ & _ & _ & identity).
  exist; [exact below | exact quotient|].
  destruct Hq as [Hq Hone].
  pose proof (gibbs_inequality (range 1 n) q (p n d h t eta) Hq
    (p_positive n d h t Hn Hh eta) Hone (p_sums_to_one n d h t Hn Hh eta)) as gap.
  change (p n d h t eta) with (fun x => statement.finite_density n d h t x eta) in gap.
  simpl in gap; rewrite identity; lra.
Qed.

Theorem gibbs_within_family : statement.gibbs_within_family.
Proof.
  intros n Hn d Hd h Hh t eta zeta.
  destruct (conjugate_is_negative_entropy n Hn d Hd h Hh t zeta) as (_ & entropy & negative).
  rewrite conjugate_is in negative by assumption.
  pose proof (kl_nonneg n d h t Hn Hh zeta eta) as gap.
  exist; try exact entropy; [|lra].
  rewrite kl_is, scalar_product by assumption.
  change (statement.finite_log_normalizer n d h t eta) with (A n d h t eta); lra.
Qed.

(* ------------------------------------------------------------------ the minimal categorical *)

Lemma minimal_exists : forall m xi, statement.minimal_log_normalizer_has_value m xi.
Proof.
  intros m xi; unfold statement.minimal_log_normalizer_has_value.
  apply Rplus_lt_le_0_compat; [lra | apply sum_nonneg; intros; left; apply exp_pos].
Qed.

Lemma minimal_slope : forall m xi i, In i (range 1 m) ->
  is_derive (fun u => statement.minimal_log_normalizer m (update xi i u)) (xi i)
    (exp (xi i) / (1 + sum (range 1 m) (fun j => exp (xi j)))).
Proof.
  intros m xi i Hi; pose proof (minimal_exists m xi) as positive.
  assert (same : sum (range 1 m) (fun j => exp (update xi i (xi i) j))
                 = sum (range 1 m) (fun j => exp (xi j)))
    by (apply sum_ext; intros; now rewrite update_same).
  rewrite <- same.
  apply (is_derive_comp ln (fun u => 1 + sum (range 1 m) (fun j => exp (update xi i u j)))).
  - apply is_derive_ln; rewrite same; exact positive.
  - rewrite <- (Rplus_0_l (exp (xi i))).
    apply (is_derive_plus (V := R_NormedModule) (fun _ => 1));
      [apply (is_derive_const (V := R_NormedModule)) | now apply is_derive_sum_exp].
Qed.

Lemma last_probability : forall m theta, in_simplex (m + 1) theta ->
  theta (m + 1)%nat = 1 - sum (range 1 m) theta.
Proof.
  intros m theta [_ Hsum]; rewrite sum_split_last in Hsum by lia.
  replace (m + 1 - 1)%nat with m in Hsum by lia; lra.
Qed.

Theorem gradient_undoes_natural_parameter : statement.gradient_undoes_natural_parameter.
Proof.
  intros m Hm theta Htheta; pose proof Htheta as [Hpos Hsum].
  assert (last : 0 < theta (m + 1)%nat) by (apply Hpos, in_range; lia).
  assert (inside : forall i, In i (range 1 m) -> 0 < theta i)
    by (intros i Hi; apply Hpos; apply in_range in Hi; apply in_range; lia).
  assert (quotient : forall i, In i (range 1 m) -> 0 < theta i / theta (m + 1)%nat)
    by (intros; apply Rdiv_lt_0_compat; auto).
  parts.
  - split; [now apply Rgt_not_eq | exact quotient].
  - intros; apply filter_forall; intros; apply minimal_exists.
  - intros i Hi.
    replace (theta i) with (exp (statement.minimal_natural_parameter m theta i)
      / (1 + sum (range 1 m) (fun j => exp (statement.minimal_natural_parameter m theta j))));
      [now apply minimal_slope|].
    unfold statement.minimal_natural_parameter.
    rewrite (sum_ext _ _ (fun j => theta j / theta (m + 1)%nat))
      by (intros; apply exp_ln; now apply quotient).
    rewrite sum_divide, exp_ln by now apply quotient.
    change (fun x => theta x) with theta.
    replace (sum (range 1 m) theta) with (1 - theta (m + 1)%nat)
      by (rewrite (last_probability m theta Htheta); ring).
    field; lra.
Qed.

Theorem natural_parameter_undoes_gradient : statement.natural_parameter_undoes_gradient.
Proof.
  intros m Hm xi i Hi.
  set (Z := 1 + sum (range 1 m) (fun j => exp (xi j))).
  assert (positive : 0 < Z) by apply minimal_exists.
  assert (slope : forall j, In j (range 1 m) ->
    Derive (fun u => statement.minimal_log_normalizer m (update xi j u)) (xi j) = exp (xi j) / Z)
    by (intros; apply is_derive_unique; now apply minimal_slope).
  assert (rest : 1 - sum (range 1 m)
    (fun j => Derive (fun u => statement.minimal_log_normalizer m (update xi j u)) (xi j)) = 1 / Z).
  { rewrite (sum_ext _ _ _ slope), sum_divide.
    replace (sum (range 1 m) (fun j => exp (xi j))) with (Z - 1) by (unfold Z; ring); field; lra. }
  assert (quotient : exp (xi i) / Z / (1 / Z) = exp (xi i)) by (field; lra).
  rewrite rest, slope, quotient by assumption.
  parts.
  - apply filter_forall; intros; apply minimal_exists.
  - intros; apply filter_forall; intros; apply minimal_exists.
  - intros; eexists; now apply minimal_slope.
  - apply Rgt_not_eq, Rdiv_lt_0_compat; lra.
  - eexists; now apply minimal_slope.
  - apply exp_pos.
  - apply ln_exp.
Qed.

(* ---------------------------------------------------------------- the gradient of entropy *)

Lemma near_positive : forall (f : R -> R) (x : R), continuous f x -> 0 < f x ->
  locally x (fun u => 0 < f u).
Proof. intros f x Hf Hx; exact (Hf (fun y => 0 < y) (open_gt 0 (f x) Hx)). Qed.

Lemma is_derive_entropy : forall u, 0 < u -> is_derive (fun u => u * ln u) u (ln u + 1).
Proof. intros u Hu; auto_derive; [lra | field; lra]. Qed.

Theorem gradient_of_negative_entropy : statement.gradient_of_negative_entropy.
Proof.
  intros m Hm u Hpos Hless i Hi.
  assert (rest : 0 < 1 - sum (range 1 m) (fun j => u j)) by lra.
  pose proof (Hpos i Hi) as ui.
  assert (same : sum (range 1 m) (fun j => update u i (u i) j) = sum (range 1 m) (fun j => u j))
    by (apply sum_ext; intros; apply update_same).
  assert (moves : is_derive (fun v => 1 - sum (range 1 m) (fun j => update u i v j)) (u i) (-1)).
  { replace (-1) with (0 - sum (range 1 m) (unit_vector i)) by
    (rewrite sum_unit_ones by assumption; ring).
    apply (is_derive_minus (V := R_NormedModule) (fun _ => 1));
      [apply (is_derive_const (V := R_NormedModule))|].
    apply (is_derive_sum (range 1 m) (fun j v => update u i v j)); intros; apply is_derive_update. }
  parts.
  - apply (filter_imp (fun v => 0 < v)).
    + intros v Hv j Hj; unfold update; destruct (Nat.eqb j i); [assumption | now apply Hpos].
    + exact (open_gt 0 (u i) ui).
  - apply near_positive; [|rewrite same; exact rest].
    apply (ex_derive_continuous (V := R_NormedModule)); now exists (-1).
  - now apply Rgt_not_eq.
  - now apply Rdiv_lt_0_compat.
  - replace (ln (u i / (1 - sum (range 1 m) (fun j => u j))))
      with (sum (range 1 m) (fun j => unit_vector i j * (ln (u j) + 1))
            + -1 * (ln (1 - sum (range 1 m) (fun j => u j)) + 1)).
    + apply (is_derive_plus (V := R_NormedModule)
        (fun v => sum (range 1 m) (fun j => update u i v j * ln (update u i v j)))).
      * apply (is_derive_sum (range 1 m) (fun j v => update u i v j * ln (update u i v j))).
        intros j Hj; rewrite <- (update_same u i j).
        apply (is_derive_comp (fun w => w * ln w) (fun v => update u i v j));
          [apply is_derive_entropy; rewrite update_same; now apply Hpos | apply is_derive_update].
      * rewrite <- same.
        apply (is_derive_comp (fun w => w * ln w)
          (fun v => 1 - sum (range 1 m) (fun j => update u i v j)));
          [apply is_derive_entropy; rewrite same; exact rest | exact moves].
    + rewrite (sum_unit_l m i (fun j => ln (u j) + 1)) by assumption.
      rewrite ln_quotient by assumption; ring.
Qed.
