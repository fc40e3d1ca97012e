(* Hoeffding's lemma: the logarithm of a mean of exponentials, between the mean of the exponents
   and an eighth of their squared range above it. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family.
Import ListNotations.
Open Scope R_scope.

Lemma log_mean_exp_ge : forall k (v : nat -> R), (1 <= k)%nat ->
  1 / INR k * sum (range 1 k) v <= ln (sum (range 1 k) (fun j => exp (v j))) - ln (INR k).
Proof.
  intros k v Hk; set (m := 1 / INR k * sum (range 1 k) v).
  assert (outcomes : 0 < INR k) by (apply lt_0_INR; lia).
  assert (total : sum (range 1 k) v = INR k * m) by (unfold m; field; lra).
  assert (below : m + ln (INR k) <= ln (sum (range 1 k) (fun j => exp (v j)))); [|lra].
  apply exp_reflects_le; rewrite exp_plus, !exp_ln by (assumption || now apply sum_exp_pos).
  apply Rle_trans with (sum (range 1 k) (fun j => exp m * (1 + (v j - m)))).
  - rewrite sum_scale, sum_plus, sum_minus, total, !sum_constant, range_length; right; ring.
  - apply sum_le; intros; apply exp_tangent.
Qed.

(* ------------------------------------------------------ two outcomes, the second with weight q *)

Section Two.

Variable q : R.
Hypothesis weight : 0 <= q <= 1.

Definition mixed (s : R) : R := 1 - q + q * exp s.

Lemma mixed_pos : forall s, 0 < mixed s.
Proof.
  intros s; unfold mixed; pose proof (exp_pos s).
  destruct (Req_dec q 1) as [->|]; [lra|].
  pose proof (Rmult_le_pos q (exp s)); lra.
Qed.

Definition tilted_weight (s : R) : R := q * exp s / mixed s.

Definition gap (s : R) : R := s ^ 2 / 8 - (ln (mixed s) - q * s).

Lemma slope_of_gap : forall s, is_derive gap s (s / 4 + q - tilted_weight s).
Proof.
  intros s; pose proof (mixed_pos s) as positive.
  unfold gap, tilted_weight, mixed in *; auto_derive; [lra | field; lra].
Qed.

(* A variance of a probability w is w (1 - w), at most a quarter. *)
Lemma curvature_of_gap : forall s, is_derive (fun u => u / 4 + q - tilted_weight u) s
  (1 / 4 - tilted_weight s * (1 - tilted_weight s)).
Proof.
  intros s; pose proof (mixed_pos s) as positive.
  unfold tilted_weight, mixed in *; auto_derive; [lra | field; lra].
Qed.

Lemma curvature_nonneg : forall s, 0 <= 1 / 4 - tilted_weight s * (1 - tilted_weight s).
Proof. intros s; pose proof (pow2_ge_0 (tilted_weight s - 1 / 2)); lra. Qed.

Lemma grows : forall f df a b, (forall s, is_derive f s (df s)) ->
  (forall s, a <= s <= b -> 0 <= df s) -> a <= b -> f a <= f b.
Proof.
  intros f df a b slope nonneg order.
  destruct (MVT_gen f a b df) as [c [between difference]];
    rewrite ?Rmin_left, ?Rmax_right in * by exact order.
  - intros; apply slope.
  - intros s _; apply derivable_continuous_pt, ex_derive_Reals_0; eexists; apply slope.
  - pose proof (Rmult_le_pos (df c) (b - a) (nonneg c between)); lra.
Qed.

Lemma gap_nonneg : forall s, 0 <= s -> 0 <= gap s.
Proof.
  intros s Hs.
  assert (start : gap 0 = 0).
  { unfold gap, mixed; rewrite exp_0; replace (1 - q + q * 1) with 1 by ring; rewrite ln_1; field. }
  assert (slope : forall u, 0 <= u -> 0 <= u / 4 + q - tilted_weight u).
  { intros u Hu; replace 0 with (0 / 4 + q - tilted_weight 0).
    - apply (grows (fun u => u / 4 + q - tilted_weight u)
        (fun s => 1 / 4 - tilted_weight s * (1 - tilted_weight s)));
        [apply curvature_of_gap | intros; apply curvature_nonneg | exact Hu].
    - unfold tilted_weight, mixed; rewrite exp_0; field; lra. }
  rewrite <- start; apply (grows gap (fun u => u / 4 + q - tilted_weight u));
    [apply slope_of_gap | intros; apply slope; lra | exact Hs].
Qed.

End Two.

(* The chord of the exponential function lies above it. *)
Lemma exp_below_chord : forall x low high, low < high -> low <= x <= high ->
  exp x <= (high - x) / (high - low) * exp low + (x - low) / (high - low) * exp high.
Proof.
  intros x low high order between.
  assert (weight : 0 <= (high - x) / (high - low) <= 1).
  { split; [apply Rle_div_r | apply Rle_div_l]; lra. }
  pose proof (exp_convex ((high - x) / (high - low)) low high weight) as chord.
  replace ((high - x) / (high - low) * low + (1 - (high - x) / (high - low)) * high)
    with x in chord by (field; lra).
  replace (1 - (high - x) / (high - low)) with ((x - low) / (high - low)) in chord by (field; lra).
  exact chord.
Qed.

Theorem hoeffding : forall k (v : nat -> R) low high, (1 <= k)%nat ->
  (forall j, In j (range 1 k) -> low <= v j <= high) ->
  ln (sum (range 1 k) (fun j => exp (v j))) - ln (INR k) - 1 / INR k * sum (range 1 k) v
  <= (high - low) ^ 2 / 8.
Proof.
  intros k v low high Hk between; set (m := 1 / INR k * sum (range 1 k) v).
  assert (outcomes : 0 < INR k) by (apply lt_0_INR; lia).
  assert (total : sum (range 1 k) v = INR k * m) by (unfold m; field; lra).
  assert (inside : low <= m <= high).
  { assert (constant : forall c, sum (range 1 k) (fun _ => c) = INR k * c)
      by (intros; now rewrite sum_constant, range_length).
    split; apply (Rmult_le_reg_l (INR k)); trivial; rewrite <- total, <- constant;
      apply sum_le; intros; now apply between. }
  assert (above : ln (sum (range 1 k) (fun j => exp (v j)))
                  <= ln (INR k) + m + (high - low) ^ 2 / 8); [|lra].
  destruct (Rle_lt_or_eq_dec low high) as [order|same]; [lra| |].
  - set (q := (m - low) / (high - low)).
    assert (weight : 0 <= q <= 1) by (split; [apply Rle_div_r | apply Rle_div_l]; unfold q; lra).
    pose proof (gap_nonneg q weight (high - low) ltac:(lra)) as bound; unfold gap in bound.
    pose proof (mixed_pos q weight (high - low)) as positive.
    apply Rle_trans with (ln (INR k * (exp low * mixed q (high - low)))).
    + apply ln_monotone; [now apply sum_exp_pos|].
      apply Rle_trans with (sum (range 1 k) (fun j => / (high - low)
        * ((high * exp low - low * exp high) + v j * (exp high - exp low)))).
      * apply sum_le; intros j Hj.
        pose proof (exp_below_chord (v j) low high order (between j Hj)) as chord.
        eapply Rle_trans; [exact chord | right; field; lra].
      * rewrite sum_scale, sum_plus, sum_scale_r, total, sum_constant, range_length; right.
        unfold mixed, q.
        replace (exp (high - low)) with (exp high / exp low)
          by (unfold Rminus, Rdiv; now rewrite exp_plus, exp_Ropp).
        pose proof (exp_pos low); field; split; lra.
    + pose proof (exp_pos low).
      rewrite !ln_mult, ln_exp by (try apply Rmult_lt_0_compat; assumption).
      replace (q * (high - low)) with (m - low) in bound by (unfold q; field; lra); lra.
  - assert (flat : forall j, In j (range 1 k) -> exp (v j) = exp m).
    { intros j Hj; pose proof (between j Hj); f_equal; lra. }
    rewrite (sum_ext _ _ _ flat), sum_constant, range_length, ln_mult, ln_exp
      by (assumption || apply exp_pos).
    pose proof (pow2_ge_0 (high - low)); lra.
Qed.
