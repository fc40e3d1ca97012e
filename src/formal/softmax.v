(* Proofs of what docs/softmax.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums statements.
Import ListNotations.
Open Scope R_scope.

(* A statement's first parts say that its values exist. The sums of exponentials in it are
   positive, so that they have logarithms and may stand below a line. *)

Lemma range_of_components : forall k, (2 <= k)%nat -> In k (range 1 k).
Proof. intros; apply in_range; lia. Qed.

Ltac positive :=
  solve [apply sum_exp_pos; lia | apply Rgt_not_eq, sum_exp_pos; lia].

Lemma log_sum_exp_exists : forall k eta, (1 <= k)%nat -> statement.log_sum_exp_has_value k eta.
Proof. intros; now apply sum_exp_pos. Qed.

Lemma softmax_exists : forall k eta, (1 <= k)%nat -> statement.softmax_has_value k eta.
Proof. intros; apply Rgt_not_eq; now apply sum_exp_pos. Qed.

(* ------------------------------------------------------------------ exponential families *)

Theorem total_mass : statement.total_mass.
Proof.
  intros n _ d _ theta h _ t eta A.
  rewrite <- sum_scale; apply sum_ext; intros x _.
  unfold statement.exponential_family, Rminus.
  rewrite exp_plus; ring.
Qed.

Theorem normalization : statement.normalization.
Proof.
  intros n Hn d Hd theta h Hh t eta.
  set (A := statement.log_normalizer_discrete n d h t eta).
  assert (Hpos : forall theta, statement.log_normalizer_discrete_has_value n d h t eta theta).
  { intros u; apply sum_pos; [now apply range_nonempty|].
    intros x Hx; apply Rmult_lt_0_compat; [now apply Hh | apply exp_pos]. }
  split; [exact Hpos|].
  pose proof (total_mass n Hn d Hd theta h Hh t eta A) as ->.
  unfold A, statement.log_normalizer_discrete.
  rewrite exp_Ropp, exp_ln by apply Hpos.
  apply Rinv_l, Rgt_not_eq, Hpos.
Qed.

Theorem exponential_density_form : statement.exponential_density_form.
Proof.
  intros x _ theta Htheta; split; [exact Htheta|].
  unfold statement.exponential_density, statement.exponential_base_measure,
    statement.exponential_natural_parameter, statement.exponential_statistic,
    statement.exponential_log_normalizer.
  unfold Rminus; rewrite Ropp_involutive, exp_plus, exp_ln by exact Htheta.
  replace (- theta * x) with (- (theta * x)) by ring; ring.
Qed.

(* -------------------------------------------------------------- the categorical distribution *)

Theorem categorical_parameters : statement.categorical_parameters.
Proof.
  intros k Hk theta [Hpos Hsum] i Hi; split; [now apply Hpos|].
  change (fun j => theta j) with theta.
  rewrite (sum_split_last theta k) in Hsum by lia; lra.
Qed.

Lemma natural_parameter_exists : forall k theta, (2 <= k)%nat -> in_simplex k theta ->
  statement.categorical_natural_parameter_has_value k theta.
Proof.
  intros k theta Hk [Hpos _].
  pose proof (Hpos k (range_of_components k Hk)).
  split; intros i Hi _; [lra | apply Rdiv_lt_0_compat; [now apply Hpos | assumption]].
Qed.

(* The natural parameter is a logarithm at the last place too: that of one. *)
Lemma natural_parameter_is : forall k theta i, (2 <= k)%nat -> in_simplex k theta ->
  In i (range 1 k) ->
  statement.categorical_natural_parameter k theta i = ln (theta i) - ln (theta k).
Proof.
  intros k theta i Hk [Hpos _] Hi; unfold statement.categorical_natural_parameter.
  pose proof (Hpos k (range_of_components k Hk)).
  destruct (Nat.leb_spec i (k - 1)).
  - unfold Rdiv. rewrite ln_mult, ln_Rinv; [lra | assumption | now apply Hpos |].
    now apply Rinv_0_lt_compat.
  - apply in_range in Hi. replace i with k by lia. lra.
Qed.

Theorem categorical_exponential_form : statement.categorical_exponential_form.
Proof.
  intros k Hk theta Htheta x Hx.
  pose proof Htheta as [Hpos _].
  apply in_one_hots in Hx as [m [Hm ->]].
  split; [intros i Hi; now apply Hpos|].
  split; [now apply natural_parameter_exists|].
  split; [apply Hpos, range_of_components, Hk|].
  unfold statement.categorical_pmf, Rpower.
  rewrite product_exp; f_equal.
  rewrite (sum_unit k m (statement.categorical_natural_parameter k theta) Hm).
  rewrite natural_parameter_is by assumption.
  rewrite (sum_unit_l k m (fun i => ln (theta i)) Hm); ring.
Qed.

Theorem categorical_inverse : statement.categorical_inverse.
Proof.
  intros k Hk theta Htheta i Hi.
  pose proof Htheta as [Hpos Hsum].
  assert (Hk' : 0 < theta k) by (apply Hpos, range_of_components, Hk).
  assert (weight : forall j, In j (range 1 k) ->
    exp (statement.categorical_natural_parameter k theta j) = theta j / theta k).
  { intros j Hj; rewrite natural_parameter_is by assumption.
    unfold Rminus; rewrite exp_plus, exp_Ropp, !exp_ln; [reflexivity | assumption |].
    now apply Hpos. }
  split; [now apply natural_parameter_exists|].
  split; [positive|].
  rewrite (sum_ext _ _ _ weight), weight, sum_divide by assumption.
  rewrite Hsum; field; lra.
Qed.

Theorem categorical_log_normalizer : statement.categorical_log_normalizer.
Proof.
  intros k Hk eta Hlast.
  assert (Hsum : 0 < sum (range 1 k) (fun j => exp (eta j))) by positive.
  assert (Hone : 0 < exp (eta k) / sum (range 1 k) (fun j => exp (eta j)))
    by (apply Rdiv_lt_0_compat; [apply exp_pos | exact Hsum]).
  assert (Hinv : 0 < 1 / sum (range 1 k) (fun j => exp (eta j)))
    by (apply Rdiv_lt_0_compat; [lra | exact Hsum]).
  parts; try reflexivity; try assumption; try (apply softmax_exists; lia);
    try (apply Rgt_not_eq, Hsum).
  - now rewrite Hlast, exp_0.
  - unfold Rdiv; rewrite Rmult_1_l, ln_Rinv by exact Hsum; ring.
Qed.

(* ------------------------------------------------------------- the log-normalizer on all of R^k *)

(* The probability of the outcome m is component m of the softmax. *)
Lemma natural_form_is_softmax : forall k eta m, (1 <= k)%nat -> In m (range 1 k) ->
  statement.categorical_natural_form k (unit_vector m) eta = statement.softmax k eta m.
Proof.
  intros k eta m Hk Hm; unfold statement.categorical_natural_form, statement.log_sum_exp.
  rewrite (sum_unit k m eta Hm); unfold Rminus.
  rewrite exp_plus, exp_Ropp, exp_ln by (now apply sum_exp_pos); reflexivity.
Qed.

Theorem categorical_normalization : statement.categorical_normalization.
Proof.
  intros k Hk eta; split; [intros x _; apply log_sum_exp_exists; lia|].
  rewrite sum_one_hots.
  rewrite (sum_ext _ _ (statement.softmax k eta))
    by (intros m Hm; apply natural_form_is_softmax; [lia | assumption]).
  unfold statement.softmax; rewrite sum_divide.
  apply Rinv_r; positive.
Qed.

Theorem softmax_shift : statement.softmax_shift.
Proof.
  intros k Hk eta c.
  assert (Hsum : 0 < sum (range 1 k) (fun j => exp (eta j))) by positive.
  assert (shifted : sum (range 1 k) (fun j => exp (eta j + c * statement.ones k j))
                    = exp c * sum (range 1 k) (fun j => exp (eta j))).
  { rewrite <- sum_scale; apply sum_ext; intros j _; unfold statement.ones.
    rewrite Rmult_1_r, exp_plus; ring. }
  parts; try (apply softmax_exists; lia); try (apply log_sum_exp_exists; lia).
  - intros i Hi; unfold statement.softmax.
    rewrite shifted; unfold statement.ones; rewrite Rmult_1_r, exp_plus.
    pose proof (exp_pos c); field; split; lra.
  - unfold statement.log_sum_exp.
    rewrite shifted, ln_mult, ln_exp by (exact Hsum || apply exp_pos); ring.
Qed.

(* -------------------------------------------------------------------------------- the gradient *)

Theorem gradient_is_softmax : statement.gradient_is_softmax.
Proof.
  intros k Hk eta i Hi.
  pose proof (is_derive_sum_exp k eta i Hi) as slope.
  assert (inner : Derive (fun u => sum (range 1 k) (fun j => exp (update eta i u j))) (eta i)
                  = exp (eta i)) by now apply is_derive_unique.
  parts.
  - apply filter_forall; intros u; apply log_sum_exp_exists; lia.
  - positive.
  - now exists (exp (eta i)).
  - rewrite inner.
    replace (1 / sum (range 1 k) (fun j => exp (eta j)) * exp (eta i))
      with (exp (eta i) / sum (range 1 k) (fun j => exp (eta j))) by (unfold Rdiv; ring).
    now apply is_derive_log_sum_exp.
  - rewrite inner; unfold Rdiv; ring.
Qed.

Theorem gradient_vector : statement.gradient_vector.
Proof.
  intros k Hk eta; parts.
  - intros i Hi; apply filter_forall; intros u; apply log_sum_exp_exists; lia.
  - positive.
  - apply softmax_exists; lia.
  - intros i Hi; now apply is_derive_log_sum_exp.
  - reflexivity.
Qed.

(* With the last component held at zero, its exponential is the 1 below the line. *)
Theorem minimal_gradient : statement.minimal_gradient.
Proof.
  intros k Hk eta i Hi.
  assert (Hi' : (1 <= i <= k - 1)%nat) by now apply in_range.
  pose proof (sum_exp_pos (k - 1) eta ltac:(lia)) as Hsum.
  assert (extended : forall v, sum (range 1 k)
      (fun j => exp (if (j <=? k - 1)%nat then v j else 0))
      = 1 + sum (range 1 (k - 1)) (fun j => exp (v j))).
  { intros v; rewrite sum_split_last by lia.
    replace (k <=? k - 1)%nat with false by (symmetry; apply Nat.leb_gt; lia).
    rewrite exp_0, Rplus_comm; f_equal; apply sum_ext; intros j Hj; apply in_range in Hj.
    now replace (j <=? k - 1)%nat with true by (symmetry; apply Nat.leb_le; lia). }
  parts.
  - apply filter_forall; intros u; apply log_sum_exp_exists; lia.
  - lra.
  - apply (is_derive_ext (fun u => ln (1 + sum (range 1 (k - 1))
      (fun j => exp (update eta i u j))))).
    { intros u; unfold statement.log_sum_exp; now rewrite extended. }
    assert (same : sum (range 1 (k - 1)) (fun j => exp (update eta i (eta i) j))
                   = sum (range 1 (k - 1)) (fun j => exp (eta j)))
      by (apply sum_ext; intros; now rewrite update_same).
    rewrite <- same.
    apply (is_derive_comp ln (fun u => 1 + sum (range 1 (k - 1))
      (fun j => exp (update eta i u j)))).
    { rewrite same. apply is_derive_ln; lra. }
    rewrite <- (Rplus_0_l (exp (eta i))).
    apply (is_derive_plus (V := R_NormedModule) (fun _ => 1));
      [apply (is_derive_const (V := R_NormedModule)) | now apply is_derive_sum_exp].
Qed.

Theorem gradient_is_mean : statement.gradient_is_mean.
Proof.
  intros k Hk eta; parts.
  - intros x _; apply log_sum_exp_exists; lia.
  - split; [intros; left; apply exp_pos | now apply (categorical_normalization k)].
  - intros i Hi; apply filter_forall; intros u; apply log_sum_exp_exists; lia.
  - intros i Hi.
    replace (sum (one_hots k) _) with (statement.softmax k eta i);
      [now apply is_derive_log_sum_exp|].
    rewrite sum_one_hots; unfold statement.categorical_statistic.
    rewrite <- (sum_unit k i (statement.softmax k eta) Hi).
    apply sum_ext; intros m Hm.
    now rewrite natural_form_is_softmax, (unit_symmetric i m) by (lia || assumption).
Qed.
