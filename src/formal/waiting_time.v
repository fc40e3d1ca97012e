(* Proofs of what the pages display of integrals: the waiting time, the uniform distribution, and
   the largest of Gumbel's variables. *)

From Coq Require Import Reals List Arith Lia Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums improper statements.
Open Scope R_scope.

(* --------------------------------------------------------------------- the waiting time *)

Theorem waiting_time_total : statement.waiting_time_total.
Proof.
  intros eta Heta; pose proof (exponential_integral eta Heta) as integral.
  assert (positive : 0 < - (1 / eta)).
  { replace (- (1 / eta)) with (/ - eta) by (field; lra); apply Rinv_0_lt_compat; lra. }
  rewrite (value_of _ _ _ _ _ _ integral); parts.
  - now exists (- (1 / eta)).
  - exact positive.
  - unfold statement.waiting_time_log_normalizer_has_value; lra.
  - unfold statement.waiting_time_log_normalizer.
    replace (- (1 / eta)) with (/ - eta) by (field; lra); apply ln_Rinv; lra.
Qed.

Theorem log_normalizer_continuous : statement.log_normalizer_continuous.
Proof.
  intros theta Htheta; pose proof (exponential_integral (- theta) ltac:(lra)) as integral.
  assert (same : (fun x => statement.exponential_base_measure x
      * exp (statement.exponential_natural_parameter theta * statement.exponential_statistic x))
      = (fun x => exp (- theta * x))).
  { apply functional_extensionality; intros x; unfold statement.exponential_base_measure.
    unfold statement.exponential_natural_parameter, statement.exponential_statistic; ring. }
  replace (- (1 / - theta)) with (/ theta) in integral by (field; lra).
  rewrite same, (value_of _ _ _ _ _ _ integral); parts.
  - exact Htheta.
  - intros; lra.
  - now exists (/ theta).
  - now apply Rinv_0_lt_compat.
  - unfold statement.exponential_log_normalizer; rewrite ln_Rinv by exact Htheta; reflexivity.
Qed.

Theorem exponential_mean_from_log_normalizer : statement.exponential_mean_from_log_normalizer.
Proof.
  intros eta Heta; assert (negative : eta < 0) by lra.
  pose proof (exponential_first_moment eta negative) as integral.
  assert (same : (fun x => x * exp (eta * x - statement.waiting_time_log_normalizer eta))
      = (fun x => x * (- eta * exp (eta * x)))).
  { apply functional_extensionality; intros x; unfold statement.waiting_time_log_normalizer.
    unfold Rminus; rewrite Ropp_involutive, exp_plus, exp_ln by lra; ring. }
  unfold statement.waiting_time_log_normalizer_has_value.
  rewrite same, (value_of _ _ _ _ _ _ integral); parts; try (intros; lra).
  - now apply (open_lt 0).
  - generalize (open_lt 0 eta negative); apply filter_imp; intros; lra.
  - now exists (- (1 / eta)).
  - unfold statement.waiting_time_log_normalizer; auto_derive; [lra | field; lra].
Qed.

Theorem waiting_time_diverges : statement.waiting_time_diverges.
Proof.
  intros eta Heta r Hr _.
  assert (exists_it : ex_RInt (fun x => exp (eta * x)) 0 r).
  { apply (ex_RInt_continuous (V := R_CompleteNormedModule)); intros x _.
    apply (smooth _ (fun x => eta * exp (eta * x))); intros; auto_derive; [trivial | ring]. }
  parts; [lra | exact exists_it |].
  apply Rle_ge; replace r with (RInt (fun _ => 1) 0 r) at 1
    by (rewrite RInt_const; unfold scal; simpl; unfold mult; simpl; ring).
  apply RInt_le; [lra | apply ex_RInt_const | exact exists_it |].
  intros x [Hx _]; rewrite <- exp_0.
  destruct (Rle_lt_or_eq_dec 0 (eta * x)) as [less | <-]; [nra | | right; reflexivity].
  left; now apply exp_increasing.
Qed.

(* -------------------------------------------------------------- the uniform distribution *)

Theorem uniform_normalization : statement.uniform_normalization.
Proof.
  intros theta Htheta; parts; try (intros; lra); [apply ex_RInt_const|].
  rewrite RInt_const; unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

Theorem uniform_slope_under_integral : statement.uniform_slope_under_integral.
Proof.
  intros theta Htheta.
  assert (slope : is_derive (fun u => 1 / u) theta (- (1 / theta ^ 2)))
    by (auto_derive; [lra | field; lra]).
  parts; try (intros; lra).
  - intros; generalize (open_gt 0 theta Htheta); apply filter_imp; intros; lra.
  - intros; now exists (- (1 / theta ^ 2)).
  - apply ex_RInt_const.
  - assert (value : Derive (fun u => 1 / u) theta = - (1 / theta ^ 2))
      by now apply is_derive_unique.
    rewrite RInt_const, value.
    unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

(* ------------------------------------------------------------------- Gumbel's variables *)

Lemma gumbel_integral : forall q, 0 < q ->
  is_RInt_gen (fun u => exp (- u) * exp (- (exp (- u) / q)))
    (Rbar_locally m_infty) (Rbar_locally p_infty) q.
Proof.
  intros q Hq; set (G := fun y => q * exp (- (1 / q) * y)).
  set (F := fun u => G (exp (- u))).
  assert (slope : forall u, is_derive F u (exp (- u) * exp (- (exp (- u) / q)))).
  { intros u; unfold F, G; auto_derive; [trivial|].
    replace (- (1 / q) * exp (- u)) with (- (exp (- u) / q)) by (field; lra); field; lra. }
  assert (at_zero : G 0 = q) by (unfold G; rewrite Rmult_0_r, exp_0; ring).
  assert (smooth_G : continuous G 0).
  { apply (smooth G (fun y => - exp (- (1 / q) * y))); intros; unfold G; auto_derive;
      [trivial | field; lra]. }
  assert (negative : - (1 / q) < 0).
  { apply Ropp_lt_gt_0_contravar, Rdiv_lt_0_compat; lra. }
  enough (integral : is_RInt_gen (fun u => exp (- u) * exp (- (exp (- u) / q)))
    (Rbar_locally m_infty) (Rbar_locally p_infty) (q - q * 0))
    by (now rewrite Rmult_0_r, Rminus_0_r in integral).
  apply (integral_by_primitive F); try exact _; [exact slope | | |].
  - intros u; apply (ex_derive_continuous (V := R_NormedModule)); auto_derive; trivial.
  - apply (filterlim_comp _ _ _ (fun u => exp (- u)) G _ (Rbar_locally p_infty)).
    + apply (filterlim_comp _ _ _ Ropp exp _ (Rbar_locally p_infty));
        [exact rises | exact is_lim_exp_p].
    + apply (filterlim_comp _ _ _ (fun y => exp (- (1 / q) * y)) (fun z => q * z) _ (locally 0));
        [now apply decays|].
      apply (continuous_scal_r q (fun y : R => y)), continuous_id.
  - rewrite <- at_zero; apply (filterlim_comp _ _ _ (fun u => exp (- u)) G _ (locally 0)).
    + apply (filterlim_ext (fun u => exp (-1 * u))); [intros; f_equal; ring|].
      apply decays; lra.
    + exact smooth_G.
Qed.

Theorem gumbel_max : statement.gumbel_max.
Proof.
  intros k Hk eta _; set (q := statement.softmax k eta 1%nat).
  assert (positive : 0 < sum (range 1 k) (fun j => exp (eta j))) by (apply sum_exp_pos; lia).
  assert (share : 0 < q) by (apply Rdiv_lt_0_compat; [apply exp_pos | exact positive]).
  assert (negative : - (1 / q) < 0).
  { apply Ropp_lt_gt_0_contravar, Rdiv_lt_0_compat; lra. }
  assert (value : statement.softmax_has_value k eta) by now apply Rgt_not_eq.
  pose proof (gumbel_integral q share) as whole.
  pose proof (exponential_integral (- (1 / q)) negative) as half.
  replace (- (1 / - (1 / q))) with q in half by (field; lra).
  assert (same : (fun v => exp (- (v / q))) = (fun v => exp (- (1 / q) * v))).
  { apply functional_extensionality; intros v; f_equal; field; lra. }
  rewrite same, (value_of _ _ _ _ _ _ whole), (value_of _ _ _ _ _ _ half).
  parts; try (intros; assumption); try (intros; now apply Rgt_not_eq); try reflexivity;
    now exists q.
Qed.
