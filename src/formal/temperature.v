(* Proofs of what docs/theory/softmax.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family categorical hoeffding permutations statements.
Import ListNotations.
Open Scope R_scope.

Lemma some : forall k, (2 <= k)%nat -> (1 <= k)%nat.
Proof. lia. Qed.

Lemma softmax_exists : forall k a, (2 <= k)%nat -> statement.softmax_has_value k a.
Proof. intros; apply Rgt_not_eq, sum_exp_pos; lia. Qed.

Lemma log_sum_exp_exists : forall k a, (2 <= k)%nat -> statement.log_sum_exp_has_value k a.
Proof. intros; apply sum_exp_pos; lia. Qed.

Ltac values := parts; try (now apply softmax_exists); try (now apply log_sum_exp_exists);
  try (now apply Rgt_not_eq).

Theorem softmax_odds : statement.softmax_odds.
Proof.
  intros k Hk eta i _ j _; values.
  - apply Rgt_not_eq, (softmax_pos k (some k Hk) eta j).
  - unfold statement.softmax, Rminus; rewrite exp_plus, exp_Ropp.
    pose proof (sum_exp_pos k eta (some k Hk)); pose proof (exp_pos (eta j)); field; split; lra.
Qed.

(* ----------------------------------------------------------------------------- temperature *)

Lemma maximum_scaled : forall k (v : nat -> R) c, (1 <= k)%nat -> 0 <= c ->
  maximum (range 1 k) (fun i => c * v i) = c * maximum (range 1 k) v.
Proof.
  intros k v c Hk Hc; pose proof (range_nonempty 1 k Hk) as nonempty.
  destruct (maximum_attained (range 1 k) v nonempty) as [i [Hi at_i]].
  destruct (maximum_attained (range 1 k) (fun j => c * v j) nonempty) as [j [Hj at_j]].
  apply Rle_antisym.
  - rewrite at_j; apply Rmult_le_compat_l; [exact Hc | now apply maximum_ge].
  - rewrite at_i; apply (maximum_ge (range 1 k) (fun j => c * v j)); exact Hi.
Qed.

Theorem softmax_cold : statement.softmax_cold.
Proof.
  intros k Hk T HT eta i Hi; values.
  change (fun j => eta j) with eta; unfold statement.softmax.
  destruct (maximum_attained (range 1 k) eta (range_nonempty 1 k (some k Hk))) as [m [Hm ->]].
  pose proof (sum_exp_pos k (fun j => 1 / T * eta j) (some k Hk)) as positive; cbv beta in positive.
  pose proof (sum_ge_term (range 1 k) (fun j => exp (1 / T * eta j)) m
    (fun j _ => Rlt_le _ _ (exp_pos _)) Hm) as largest; cbv beta in largest.
  replace (exp (1 / T * eta i)) with (exp (- ((eta m - eta i) / T)) * exp (1 / T * eta m))
    by (rewrite <- exp_plus; f_equal; field; lra).
  apply (Rle_div_l _ _ _ positive).
  apply Rmult_le_compat_l; [left; apply exp_pos | exact largest].
Qed.

Theorem log_sum_exp_cold : statement.log_sum_exp_cold.
Proof.
  intros k Hk T HT eta; values; try (apply lt_0_INR; lia);
    change (fun j => eta j) with eta; unfold statement.log_sum_exp;
    destruct (log_sum_exp_between k (fun i => 1 / T * eta i) (some k Hk)) as [below above];
    rewrite maximum_scaled in below, above
      by (now apply some || (left; apply Rdiv_lt_0_compat; lra)).
  - apply (Rmult_le_compat_l T) in below; [|lra].
    replace (T * (1 / T * maximum (range 1 k) eta)) with (maximum (range 1 k) eta) in below
      by (field; lra); exact below.
  - apply (Rmult_le_compat_l T) in above; [|lra].
    rewrite Rmult_plus_distr_l in above.
    replace (T * (1 / T * maximum (range 1 k) eta)) with (maximum (range 1 k) eta) in above
      by (field; lra); exact above.
Qed.

(* All weights together, from the smallest and the largest. *)
Lemma sum_exp_between : forall k (v : nat -> R) least largest,
  (forall j, In j (range 1 k) -> least <= v j <= largest) ->
  INR k * exp least <= sum (range 1 k) (fun j => exp (v j)) <= INR k * exp largest.
Proof.
  intros k v least largest between; rewrite <- (range_length k) at 1 4.
  rewrite <- !sum_constant; split; apply sum_le; intros j Hj; apply exp_le; now apply between.
Qed.

Theorem softmax_hot : statement.softmax_hot.
Proof.
  intros k Hk T HT eta i Hi.
  assert (outcomes : 0 < INR k) by (apply lt_0_INR; lia).
  set (low := minimum (range 1 k) eta); set (high := maximum (range 1 k) eta).
  assert (between : forall j, In j (range 1 k) -> low / T <= 1 / T * eta j <= high / T).
  { intros j Hj; pose proof (minimum_le (range 1 k) eta j Hj) as below.
    pose proof (maximum_ge (range 1 k) eta j Hj) as above.
    replace (1 / T * eta j) with (eta j / T) by (field; lra).
    split; apply Rmult_le_compat_r; trivial; left; now apply Rinv_0_lt_compat. }
  pose proof (sum_exp_between k (fun j => 1 / T * eta j) _ _ between) as [below above].
  destruct (between i Hi) as [at_least at_most].
  pose proof (sum_exp_pos k (fun j => 1 / T * eta j) (some k Hk)) as positive.
  cbv beta in below, above, positive.
  pose proof (exp_le _ _ at_least) as at_least_exp; pose proof (exp_le _ _ at_most) as at_most_exp.
  values; change (fun j => eta j) with eta; fold low high; unfold statement.softmax.
  - apply (Rle_div_r _ _ _ positive).
    apply Rle_trans with (1 / INR k * exp (- ((high - low) / T)) * (INR k * exp (high / T))).
    + apply Rmult_le_compat_l; [|exact above].
      apply Rmult_le_pos; [left; apply Rdiv_lt_0_compat; lra | left; apply exp_pos].
    + replace (1 / INR k * exp (- ((high - low) / T)) * (INR k * exp (high / T)))
        with (exp (- ((high - low) / T)) * exp (high / T)) by (field; lra).
      rewrite <- exp_plus; replace (- ((high - low) / T) + high / T) with (low / T) by (field; lra).
      exact at_least_exp.
  - apply (Rle_div_l _ _ _ positive).
    apply Rle_trans with (1 / INR k * exp ((high - low) / T) * (INR k * exp (low / T))).
    + replace (1 / INR k * exp ((high - low) / T) * (INR k * exp (low / T)))
        with (exp ((high - low) / T) * exp (low / T)) by (field; lra).
      rewrite <- exp_plus; replace ((high - low) / T + low / T) with (high / T) by (field; lra).
      exact at_most_exp.
    + apply Rmult_le_compat_l; [|exact below].
      apply Rmult_le_pos; [left; apply Rdiv_lt_0_compat; lra | left; apply exp_pos].
Qed.

Theorem log_sum_exp_hot : statement.log_sum_exp_hot.
Proof.
  intros k Hk T HT eta; pose proof (some k Hk) as outcomes.
  assert (positive : 0 < INR k) by (apply lt_0_INR; lia).
  set (low := minimum (range 1 k) eta); set (high := maximum (range 1 k) eta).
  set (mean := 1 / INR k * sum (range 1 k) eta).
  assert (scaled : 1 / INR k * sum (range 1 k) (fun j => 1 / T * eta j) = mean / T).
  { unfold mean; rewrite sum_scale; field; lra. }
  pose proof (log_mean_exp_ge k (fun j => 1 / T * eta j) outcomes) as below.
  assert (above : ln (sum (range 1 k) (fun j => exp (1 / T * eta j))) - ln (INR k) - mean / T
                  <= (high / T - low / T) ^ 2 / 8).
  { rewrite <- scaled; apply (hoeffding k (fun j => 1 / T * eta j) _ _ outcomes).
    intros j Hj; pose proof (minimum_le (range 1 k) eta j Hj).
    pose proof (maximum_ge (range 1 k) eta j Hj).
    replace (1 / T * eta j) with (eta j / T) by (field; lra).
    split; apply Rmult_le_compat_r; trivial; left; now apply Rinv_0_lt_compat. }
  cbv beta in below; rewrite scaled in below.
  apply (Rmult_le_compat_l T) in below; [|lra]; apply (Rmult_le_compat_l T) in above; [|lra].
  replace (T * (mean / T)) with mean in below by (field; lra).
  replace (T * (_ - mean / T)) with (T * (ln (sum (range 1 k) (fun j => exp (1 / T * eta j))))
    - T * ln (INR k) - mean) in above by (field; lra).
  values; try lra; change (fun j => eta j) with eta; fold low high; unfold statement.log_sum_exp;
    [|replace ((high - low) ^ 2 / (8 * T)) with (T * ((high / T - low / T) ^ 2 / 8))
        by (field; lra)]; unfold mean in *; lra.
Qed.

Theorem entropy_is_slope_in_temperature : statement.entropy_is_slope_in_temperature.
Proof.
  intros k Hk T HT eta; pose proof (some k Hk) as outcomes.
  set (a := fun i => 1 / T * eta i); values.
  - exists (mkposreal T HT); intros u close; apply Rabs_lt_between' in close; simpl in close; lra.
  - apply filter_forall; intros; now apply log_sum_exp_exists.
  - intros; now apply (softmax_pos k outcomes).
  - change (statement.softmax k) with (softmax k); change (fun j => 1 / T * eta j) with a.
    set (entropy := - sum _ _).
    assert (value : entropy = lse k a - sum (range 1 k) (fun i => softmax k a i * a i)).
    { unfold entropy; rewrite (sum_ext _ _ (fun i => softmax k a i * a i - lse k a * softmax k a i))
        by (intros; rewrite (ln_softmax k outcomes); ring).
      rewrite sum_minus, sum_scale, (softmax_sums_to_one k outcomes); ring. }
    assert (slope : is_derive (fun u => lse k (fun i => 1 / u * eta i)) T
        (sum (range 1 k) (fun i => exp (a i) * (- eta i / T ^ 2))
         / sum (range 1 k) (fun j => exp (1 / T * eta j)))).
    { apply (is_derive_log_sum (range 1 k) (fun i u => exp (1 / u * eta i)));
        [now apply (sum_exp_pos k (fun j => 1 / T * eta j))|].
      intros i _; unfold a; auto_derive; [lra|].
      replace (1 * / T) with (1 / T) by reflexivity; field; lra. }
    rewrite value.
    pose proof (is_derive_mult (fun u => u) _ T _ _ (is_derive_id T) slope Rmult_comm) as product.
    unfold mult, plus, one in product; simpl in product.
    replace (lse k a - _) with (1 * lse k (fun i => 1 / T * eta i) + T
      * (sum (range 1 k) (fun i => exp (a i) * (- eta i / T ^ 2))
         / sum (range 1 k) (fun j => exp (1 / T * eta j)))); [exact product|].
    rewrite Rmult_1_l; unfold Rminus; f_equal; rewrite <- sum_divide, <- sum_scale.
    replace (- _) with (-1 * sum (range 1 k) (fun i => softmax k a i * a i)) by ring.
    rewrite <- sum_scale; apply sum_ext; intros i _; unfold softmax, a.
    pose proof (sum_exp_pos k a outcomes) as positive; unfold a in positive; field; lra.
Qed.

(* --------------------------------------------------------------- logarithms of the softmax *)

Lemma log_softmax_is : forall k eta i, statement.log_softmax k eta i = eta i - lse k eta.
Proof. intros; unfold statement.log_softmax, statement.ones; ring_simplify; reflexivity. Qed.

Theorem log_softmax_is_log_of_softmax : statement.log_softmax_is_log_of_softmax.
Proof.
  intros k Hk eta i _; values; try (apply (log_sum_exp_exists k eta Hk)).
  - now apply (softmax_pos k (some k Hk)).
  - rewrite log_softmax_is; symmetry; exact (ln_softmax k (some k Hk) eta i).
Qed.

Lemma log_softmax_total : forall k eta, (2 <= k)%nat ->
  lse k (statement.log_softmax k eta) = 0.
Proof.
  intros k eta Hk; unfold lse; rewrite <- ln_1; f_equal.
  rewrite <- (softmax_sums_to_one k (some k Hk) eta); apply sum_ext; intros i _.
  rewrite log_softmax_is, <- (ln_softmax k (some k Hk)).
  now apply exp_ln, softmax_pos, some.
Qed.

Theorem log_softmax_twice : statement.log_softmax_twice.
Proof.
  intros k Hk eta; values; try now apply (log_sum_exp_exists k).
  - now apply log_softmax_total.
  - intros i _; rewrite log_softmax_is, log_softmax_total by exact Hk; ring.
Qed.

(* --------------------------------------------------------------------------------- Gumbel *)

(* A product of double exponentials is a double exponential. *)
Lemma gumbel_product : forall k (eta : nat -> R) u,
  product (range 1 k) (fun j => exp (- exp (- (u - eta j))))
  = exp (- (exp (- u) * sum (range 1 k) (fun j => exp (eta j)))).
Proof.
  intros; rewrite product_exp; f_equal.
  replace (- (_ * _)) with (- exp (- u) * sum (range 1 k) (fun j => exp (eta j))) by ring.
  rewrite <- sum_scale; apply sum_ext; intros j _.
  replace (- (u - eta j)) with (- u + eta j) by ring; rewrite exp_plus; ring.
Qed.

Theorem gumbel_all_below : statement.gumbel_all_below.
Proof.
  intros k Hk eta i _ u; pose proof (sum_exp_pos k eta (some k Hk)) as positive; values.
  - apply Rgt_not_eq, (softmax_pos k (some k Hk)).
  - rewrite (gumbel_product k eta (u + eta i)); do 2 f_equal; unfold statement.softmax.
    rewrite Ropp_plus_distr, exp_plus, (exp_Ropp (eta i)).
    pose proof (exp_pos (eta i)); field; split; lra.
Qed.

Theorem gumbel_maximum : statement.gumbel_maximum.
Proof.
  intros k Hk eta u; values; rewrite gumbel_product; do 2 f_equal.
  replace (- (u - statement.log_sum_exp k eta)) with (- u + statement.log_sum_exp k eta) by ring.
  unfold statement.log_sum_exp; rewrite exp_plus, exp_ln by (now apply sum_exp_pos, some).
  reflexivity.
Qed.

(* -------------------------------------------------------------------- two categories, and order *)

Lemma one_plus_exp : forall z, 0 < 1 + exp z.
Proof. intros; pose proof (exp_pos z); lra. Qed.

Lemma sigmoid_exists : forall z, statement.sigmoid_has_value z.
Proof. intros; apply Rgt_not_eq, one_plus_exp. Qed.

Lemma sigmoid_is : forall z, statement.sigmoid z = exp z / (exp z + 1).
Proof.
  intros; unfold statement.sigmoid; rewrite exp_Ropp.
  pose proof (exp_pos z); field; lra.
Qed.

Theorem sigmoid_symmetry : statement.sigmoid_symmetry.
Proof.
  intros z; parts; try apply sigmoid_exists; rewrite !sigmoid_is.
  - unfold tanh, sinh, cosh; rewrite exp_Ropp.
    replace (exp z) with (exp (z / 2) * exp (z / 2)) by (rewrite <- exp_plus; f_equal; field).
    pose proof (exp_pos (z / 2)); pose proof (Rmult_lt_0_compat _ _ H H); field; repeat split; lra.
  - rewrite exp_Ropp; pose proof (exp_pos z); field; lra.
Qed.

Theorem softplus_slope : statement.softplus_slope.
Proof.
  intros z; parts; try apply sigmoid_exists.
  - apply filter_forall; intros; apply one_plus_exp.
  - rewrite sigmoid_is; unfold statement.softplus; pose proof (one_plus_exp z).
    auto_derive; [lra | field; lra].
Qed.

Theorem logit_inverts_sigmoid : statement.logit_inverts_sigmoid.
Proof.
  intros z; pose proof (exp_pos z) as positive.
  assert (between : 0 < statement.sigmoid z < 1).
  { rewrite sigmoid_is; split; [apply Rdiv_lt_0_compat; lra | apply Rlt_div_l; lra]. }
  assert (odds : statement.sigmoid z / (1 - statement.sigmoid z) = exp z)
    by (rewrite sigmoid_is; field; lra).
  parts; try apply sigmoid_exists; try apply between.
  - split; [lra | rewrite odds; exact positive].
  - unfold statement.logit; rewrite odds; apply ln_exp.
Qed.

Theorem log_sum_exp_of_parts : statement.log_sum_exp_of_parts.
Proof.
  intros k Hk eta r Hr; apply in_range in Hr.
  assert (first : 0 < sum (range 1 r) (fun j => exp (eta j))) by (apply sum_exp_pos; lia).
  assert (second : 0 < sum (range (r + 1) k) (fun j => exp (eta j))).
  { apply sum_pos; [apply range_nonempty; lia | intros; apply exp_pos]. }
  values; rewrite ?exp_ln by assumption; try lra.
  unfold statement.log_sum_exp.
  now rewrite (range_app 1 r k), sum_app, (Nat.add_1_r r) by lia.
Qed.

Theorem softmax_chain_rule : statement.softmax_chain_rule.
Proof.
  intros k Hk eta r Hr i _; apply in_range in Hr.
  assert (first : 0 < sum (range 1 r) (fun j => exp (eta j))) by (apply sum_exp_pos; lia).
  assert (second : 0 < sum (range (r + 1) k) (fun j => exp (eta j))).
  { apply sum_pos; [apply range_nonempty; lia | intros; apply exp_pos]. }
  values; try assumption; try apply sigmoid_exists.
  rewrite sigmoid_is; unfold statement.softmax, Rminus.
  rewrite exp_plus, exp_Ropp, !exp_ln by assumption.
  rewrite (range_app 1 r k), sum_app, <- (Nat.add_1_r r) by lia.
  field; lra.
Qed.

Theorem softmax_keeps_order : statement.softmax_keeps_order.
Proof.
  intros k Hk eta i _ j _ below; values; unfold statement.softmax.
  apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; now apply sum_exp_pos, some|].
  now apply exp_increasing.
Qed.

Theorem log_softmax_slopes : statement.log_softmax_slopes.
Proof.
  intros k Hk eta i _ j Hj; values.
  - apply filter_forall; intros; now apply log_sum_exp_exists.
  - apply (is_derive_ext (fun u => update eta j u i - lse k (update eta j u))).
    { intros u; symmetry; apply log_softmax_is. }
    change (if (i =? j)%nat then 1 else 0) with (unit_vector j i).
    apply (is_derive_minus (V := R_NormedModule) (fun u => update eta j u i));
      [apply is_derive_update | now apply slope_of_lse].
Qed.

Theorem softmax_of_two : statement.softmax_of_two.
Proof.
  intros k Hk z y two; apply (INR_eq k 2) in two; subst k; values;
    try (intros; apply sigmoid_exists).
  intros i Hi; unfold statement.softmax; simpl sum.
  pose proof (exp_pos z); pose proof (exp_pos y).
  destruct (i <=? 1)%nat; rewrite sigmoid_is; unfold Rminus; rewrite exp_plus, exp_Ropp; field; lra.
Qed.

Theorem softmax_permutation : statement.softmax_permutation.
Proof.
  intros k Hk eta pi shuffles i _; values.
  - unfold statement.log_sum_exp; now rewrite (sum_permuted k pi (fun j => exp (eta j))).
  - unfold statement.softmax; now rewrite (sum_permuted k pi (fun j => exp (eta j))).
Qed.

Theorem softmax_odds_multiply : statement.softmax_odds_multiply.
Proof.
  intros k Hk eta i Hi j Hj l Hl; unfold statement.softmax, statement.softmax_has_value.
  assert (total : 0 < sum (range 1 k) (fun j => exp (eta j))) by (apply sum_exp_pos; lia).
  pose proof (exp_pos (eta j)); pose proof (exp_pos (eta l)).
  parts; try (apply Rgt_not_eq, Rdiv_lt_0_compat; lra); [lra | field; lra].
Qed.
