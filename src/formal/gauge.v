(* Proofs of what docs/theory/gauge.md displays. *)

From Coq Require Import Reals List Arith Lia Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family categorical statements.
Import ListNotations.
Open Scope R_scope.

Lemma softmax_exists : forall k a, (2 <= k)%nat -> statement.softmax_has_value k a.
Proof. intros; apply Rgt_not_eq, sum_exp_pos; lia. Qed.

Lemma log_sum_exp_exists : forall k a, (2 <= k)%nat -> statement.log_sum_exp_has_value k a.
Proof. intros; apply sum_exp_pos; lia. Qed.

(* --------------------------------------------------------- the Fisher information matrix *)

Section Fisher.

Variables (k : nat) (eta : nat -> R).
Hypothesis sizes : (2 <= k)%nat.

Lemma some : (1 <= k)%nat. Proof. lia. Qed.

Notation p := (statement.softmax k eta).
Notation F := (statement.softmax_fisher_information k eta).

Lemma p_pos : forall i, 0 < p i.
Proof. exact (softmax_pos k some eta). Qed.

Lemma p_not_zero : forall i, p i <> 0.
Proof. intros; apply Rgt_not_eq, p_pos. Qed.

Lemma p_one : sum (range 1 k) p = 1.
Proof. exact (softmax_sums_to_one k some eta). Qed.

Lemma F_times : forall v i, In i (range 1 k) ->
  sum (range 1 k) (fun j => F i j * v j) = p i * (v i - sum (range 1 k) (fun j => p j * v j)).
Proof. exact (spread_times k p). Qed.

Lemma F_symmetric : forall i j, F i j = F j i.
Proof. exact (spread_symmetric p). Qed.

Lemma F_rows : forall i, In i (range 1 k) -> sum (range 1 k) (F i) = 0.
Proof.
  intros i Hi; rewrite <- (Rmult_0_r (p i)), <- (Rminus_diag_eq 1 1 eq_refl).
  rewrite <- p_one at 2; rewrite (sum_ext _ p (fun j => p j * 1)) by (intros; ring).
  rewrite <- (F_times (fun _ => 1)) by exact Hi; apply sum_ext; intros; ring.
Qed.

Lemma F_form : forall v,
  sum (range 1 k) (fun i => sum (range 1 k) (fun j => v j * F j i) * v i)
  = 1 / 2 * sum (range 1 k) (fun i => sum (range 1 k) (fun j => p i * p j * (v i - v j) ^ 2)).
Proof.
  intros v; transitivity (sum (range 1 k) (fun i => p i * (v i * v i))
    - sum (range 1 k) (fun i => p i * v i) * sum (range 1 k) (fun i => p i * v i)).
  - exact (spread_form k p v).
  - rewrite (sum_ext _ (fun i => sum (range 1 k) (fun j => p i * p j * (v i - v j) ^ 2))
      (fun i => sum (range 1 k) (fun j => p i * p j * (v i + -1 * v j) ^ 2)))
      by (intros; apply sum_ext; intros; ring).
    rewrite (drawn_twice k p p_one); field.
Qed.

End Fisher.

Theorem softmax_hessian_is_fisher : statement.softmax_hessian_is_fisher.
Proof.
  intros k Hk eta; pose proof (some k Hk) as some; parts; try now apply softmax_exists.
  - intros; do 2 (apply filter_forall; intros); now apply log_sum_exp_exists.
  - intros; apply filter_forall; intros; eexists; now apply slope_of_lse.
  - intros i Hi j Hj; exact (curvature_of_lse k some eta i j Hi Hj).
Qed.

Theorem fisher_sends_constants_to_zero : statement.fisher_sends_constants_to_zero.
Proof.
  intros k Hk eta; parts; try now apply softmax_exists.
  intros i Hi; rewrite Rmult_0_l, <- (F_rows k eta Hk i Hi).
  apply sum_ext; intros; unfold statement.ones; ring.
Qed.

Theorem fisher_quadratic_form : statement.fisher_quadratic_form.
Proof. intros k Hk eta v; parts; try (now apply softmax_exists); now apply F_form. Qed.

Theorem fisher_positive_elsewhere : statement.fisher_positive_elsewhere.
Proof.
  intros k Hk eta v spans; pose proof (some k Hk) as some; parts; try (now apply softmax_exists);
    [now apply F_form|].
  change (maximum (range 1 k) v > minimum (range 1 k) v) in spans.
  destruct (maximum_attained (range 1 k) v (range_nonempty 1 k some)) as [i [Hi largest]].
  destruct (minimum_attained (range 1 k) v (range_nonempty 1 k some)) as [j [Hj least]].
  set (p := statement.softmax k eta).
  assert (positive : forall m, 0 < p m) by exact (p_pos k eta Hk).
  assert (terms : forall m l, 0 <= p m * p l * (v m - v l) ^ 2).
  { intros; apply Rmult_le_pos; [|apply pow2_ge_0].
    apply Rmult_le_pos; left; apply positive. }
  assert (term : 0 < p i * p j * (v i - v j) ^ 2).
  { apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; apply positive|].
    apply pow_lt; lra. }
  pose proof (sum_ge_term (range 1 k) (fun l => p i * p l * (v i - v l) ^ 2) j
    (fun l _ => terms i l) Hj) as row.
  pose proof (sum_ge_term (range 1 k)
    (fun m => sum (range 1 k) (fun l => p m * p l * (v m - v l) ^ 2)) i
    (fun m _ => sum_nonneg _ _ (fun l _ => terms m l)) Hi) as all.
  cbv beta in row, all; lra.
Qed.

(* --------------------------------------------------- the last component held at zero *)

Definition extended (k : nat) (v : nat -> R) : nat -> R :=
  fun i => if (i <=? k - 1)%nat then v i else 0.

Lemma extended_update : forall k v i u, In i (range 1 (k - 1)) ->
  extended k (update v i u) = update (extended k v) i u.
Proof.
  intros k v i u Hi; apply functional_extensionality; intros j; unfold extended, update.
  apply in_range in Hi; destruct (Nat.eqb_spec j i) as [->|]; [|reflexivity].
  now replace (i <=? k - 1)%nat with true by (symmetry; apply Nat.leb_le; lia).
Qed.

Lemma extended_at : forall k v i, In i (range 1 (k - 1)) -> extended k v i = v i.
Proof.
  intros k v i Hi; apply in_range in Hi; unfold extended.
  now replace (i <=? k - 1)%nat with true by (symmetry; apply Nat.leb_le; lia).
Qed.

Lemma shorter : forall k i, In i (range 1 (k - 1)) -> In i (range 1 k).
Proof. intros k i; rewrite !in_range; lia. Qed.

Lemma reference_is : forall k v, statement.reference_log_normalizer k v = lse k (extended k v).
Proof. reflexivity. Qed.

Lemma reference_slope : forall k v j, In j (range 1 (k - 1)) ->
  is_derive (fun w => statement.reference_log_normalizer k (update v j w)) (v j)
    (softmax k (extended k v) j).
Proof.
  intros k v j Hj; apply (is_derive_ext (fun w => lse k (update (extended k v) j w))).
  - intros w; now rewrite reference_is, extended_update.
  - rewrite <- (extended_at k v j Hj); now apply slope_of_lse, shorter.
Qed.

Theorem reference_hessian : statement.reference_hessian.
Proof.
  intros k Hk beta; pose proof (some k Hk) as some; parts; try now apply softmax_exists.
  - intros; do 2 (apply filter_forall; intros); now apply log_sum_exp_exists.
  - intros; apply filter_forall; intros; eexists; now apply reference_slope.
  - intros i Hi j Hj.
    apply (is_derive_ext (fun u => softmax k (extended k (update beta i u)) j)).
    { intros u; symmetry; now apply is_derive_unique, reference_slope. }
    apply (is_derive_ext (fun u => softmax k (update (extended k beta) i u) j)).
    { intros u; now rewrite extended_update. }
    pose proof (slope_of_softmax k some (extended k beta) j i (shorter k i Hi)) as slope.
    rewrite spread_symmetric, (extended_at k beta i Hi) in slope; exact slope.
Qed.

Theorem reference_inverse : statement.reference_inverse.
Proof.
  intros k Hk eta; set (p := statement.softmax k eta).
  assert (positive : forall i, p i <> 0) by exact (p_not_zero k eta Hk).
  parts; try (now apply softmax_exists); try (intros; apply positive).
  intros i Hi j Hj.
  assert (others : sum (range 1 (k - 1)) p = 1 - p k).
  { pose proof (p_one k eta Hk) as one; fold p in one; rewrite sum_split_last in one by lia; lra. }
  pose proof (positive i); pose proof (positive j); pose proof (positive k).
  rewrite (sum_ext _ _ (fun m => (if (i =? m)%nat then
      p i * ((if (m =? j)%nat then 1 / p m else 0) + 1 / p k) else 0)
    - p i * ((if (j =? m)%nat then 1 else 0) + 1 / p k * p m))).
  - rewrite sum_minus, sum_where, sum_scale, sum_plus, sum_where, sum_scale by assumption.
    change (fun m => p m) with p; rewrite others.
    destruct (Nat.eqb_spec i j) as [->|]; field; auto.
  - intros m _; unfold statement.ones; pose proof (positive m).
    rewrite (Nat.eqb_sym j m).
    destruct (Nat.eqb_spec i m) as [->|], (Nat.eqb_spec m j) as [->|]; field; auto.
Qed.

(* ------------------------------------------------------------------------- the centering *)

Section Centering.

Variable k : nat.
Hypothesis sizes : (2 <= k)%nat.

Notation P := (statement.centering k).

Definition average (v : nat -> R) : R := 1 / INR k * sum (range 1 k) v.

Lemma k_not_zero : INR k <> 0.
Proof. apply not_0_INR; lia. Qed.

Lemma P_times : forall v i, In i (range 1 k) ->
  sum (range 1 k) (fun j => P i j * v j) = v i - average v.
Proof.
  intros v i Hi; unfold average; rewrite <- sum_scale, <- (sum_where k i v Hi), <- sum_minus.
  apply sum_ext; intros j _; unfold statement.centering, statement.ones.
  destruct (Nat.eqb_spec i j); ring.
Qed.

Lemma P_symmetric : forall i j, P i j = P j i.
Proof. intros; unfold statement.centering; rewrite Nat.eqb_sym; ring. Qed.

Lemma average_constant : forall c, average (fun _ => c) = c.
Proof.
  intros; unfold average; rewrite sum_constant, range_length; pose proof k_not_zero; field; auto.
Qed.

Lemma average_minus : forall v w, average (fun i => v i - w i) = average v - average w.
Proof. intros; unfold average; rewrite sum_minus; ring. Qed.

Lemma average_ext : forall v w, (forall i, In i (range 1 k) -> v i = w i) ->
  average v = average w.
Proof. intros v w same; unfold average; now rewrite (sum_ext _ v w same). Qed.

Lemma P_columns : forall j, In j (range 1 k) -> sum (range 1 k) (fun i => P i j) = 0.
Proof.
  intros j Hj; rewrite (sum_ext _ _ (fun i => P j i * 1)) by (intros; rewrite P_symmetric; ring).
  rewrite (P_times (fun _ => 1)), average_constant by exact Hj; ring.
Qed.

Lemma average_P : forall j, In j (range 1 k) -> average (fun i => P i j) = 0.
Proof. intros; unfold average; rewrite P_columns by assumption; ring. Qed.

End Centering.

Lemma average_square : forall k, (2 <= k)%nat -> forall a,
  sum (range 1 k) (fun _ => a * a) = INR k * (a * a).
Proof. intros; now rewrite sum_constant, range_length. Qed.

Lemma softmax_shifted : forall k eta c i, (1 <= k)%nat ->
  softmax k (fun j => eta j - c) i = softmax k eta i.
Proof.
  intros k eta c i some; unfold softmax.
  rewrite (sum_ext _ (fun j => exp (eta j - c)) (fun j => exp (eta j) * exp (- c)))
    by (intros; unfold Rminus; apply exp_plus).
  rewrite sum_scale_r; unfold Rminus; rewrite exp_plus.
  pose proof (sum_exp_pos k eta some); pose proof (exp_pos (- c)); field; split; lra.
Qed.

Lemma softmax_ext : forall k a b i, (forall j, In j (range 1 k) -> a j = b j) ->
  In i (range 1 k) -> softmax k a i = softmax k b i.
Proof.
  intros k a b i same Hi; unfold softmax; rewrite (same i Hi); f_equal.
  apply sum_ext; intros; now rewrite same.
Qed.

Theorem centering_changes_nothing : statement.centering_changes_nothing.
Proof.
  intros k Hk eta; parts; try (now apply softmax_exists); try exact (k_not_zero k Hk).
  - intros i Hi j Hj; rewrite (P_times k (fun m => statement.centering k m j)) by exact Hi.
    rewrite average_P by assumption; ring.
  - intros i Hi; rewrite (P_times k (statement.ones k)) by exact Hi.
    unfold statement.ones at 2; rewrite average_constant by exact Hk; unfold statement.ones; ring.
  - intros i Hi; change (statement.softmax k) with (softmax k).
    rewrite <- (softmax_shifted k eta (average k eta) i) by lia.
    apply softmax_ext; [intros; now apply P_times | exact Hi].
Qed.

Theorem centered_is_shortest : statement.centered_is_shortest.
Proof.
  intros k Hk eta c; parts; try exact (k_not_zero k Hk).
  set (m := average k eta); set (centered := fun i => eta i - m).
  assert (moved : forall i, In i (range 1 k) ->
      sum (range 1 k) (fun j => statement.centering k i j * eta j) = centered i)
    by (intros; now apply P_times).
  assert (total : sum (range 1 k) eta = INR k * m).
  { unfold m, average; pose proof (k_not_zero k Hk); field; auto. }
  assert (positive : 0 < INR k) by (apply lt_0_INR; lia).
  rewrite (sum_ext _ _ (fun i => sum (range 1 k)
      (fun j => centered j * statement.centering k j i) * eta i))
    by (intros; f_equal; apply sum_ext; intros; now rewrite moved).
  apply Rle_trans with (sum (range 1 k) (fun j => centered j * centered j)).
  { right; rewrite (sum_ext _ _ (fun i => sum (range 1 k)
      (fun j => centered j * statement.centering k j i * eta i)))
      by (intros; symmetry; apply sum_scale_r).
    rewrite sum_swap; apply sum_ext; intros j Hj.
    transitivity (centered j * sum (range 1 k) (fun i => statement.centering k j i * eta i));
      [|now rewrite moved].
    rewrite <- sum_scale; apply sum_ext; intros; ring. }
  assert (squares : forall a, sum (range 1 k) (fun i => (eta i + a) * (eta i + a))
      = sum (range 1 k) (fun i => eta i * eta i) + 2 * a * (INR k * m) + INR k * (a * a)).
  { intros a; rewrite <- total, <- (average_square k Hk).
    rewrite <- sum_scale, <- !sum_plus; apply sum_ext; intros; ring. }
  rewrite (sum_ext _ (fun i => (eta i + c * statement.ones k i) * _)
    (fun i => (eta i + c) * (eta i + c))) by (intros; unfold statement.ones; ring).
  rewrite (sum_ext _ (fun j => centered j * centered j)
    (fun j => (eta j + - m) * (eta j + - m))) by (intros; unfold centered; ring).
  rewrite !squares.
  pose proof (Rmult_le_pos _ _ (Rlt_le _ _ positive) (pow2_ge_0 (m + c))); lra.
Qed.

(* ---------------------------------------------------------------------- the pseudo-inverse *)

Section PseudoInverse.

Variables (k : nat) (eta : nat -> R).
Hypothesis sizes : (2 <= k)%nat.

Notation P := (statement.centering k).
Notation p := (statement.softmax k eta).
Notation F := (statement.softmax_fisher_information k eta).
Notation G := (statement.fisher_pseudo_inverse k p).

(* Column j of the centering, each component divided by its probability. *)
Definition scaled (j i : nat) : R := P i j / p i.

Lemma G_is : forall i j, In i (range 1 k) -> In j (range 1 k) ->
  G i j = scaled j i - average k (scaled j).
Proof.
  intros i j Hi Hj; rewrite <- (P_times k (scaled j)) by exact Hi.
  unfold statement.fisher_pseudo_inverse; apply sum_ext; intros m Hm.
  rewrite (sum_ext _ _ (fun l => if (m =? l)%nat then P i l * (1 / p l) else 0)).
  - rewrite sum_where by exact Hm; unfold scaled, Rdiv; ring.
  - intros l _; rewrite (Nat.eqb_sym m l); destruct (l =? m)%nat; ring.
Qed.

Lemma G_symmetric : forall i j, G i j = G j i.
Proof.
  intros i j; unfold statement.fisher_pseudo_inverse.
  rewrite (sum_ext _ _ (fun m => sum (range 1 k) (fun l =>
    P i l * (if (l =? m)%nat then 1 / p l else 0) * P m j)))
    by (intros; symmetry; apply sum_scale_r).
  rewrite sum_swap; apply sum_ext; intros m _.
  rewrite <- sum_scale_r; apply sum_ext; intros l _.
  rewrite (P_symmetric k i m), (P_symmetric k l j).
  destruct (Nat.eqb_spec m l) as [->|other]; [rewrite Nat.eqb_refl; ring|].
  apply not_eq_sym, Nat.eqb_neq in other; rewrite other; ring.
Qed.

Lemma F_G : forall i j, In i (range 1 k) -> In j (range 1 k) ->
  sum (range 1 k) (fun m => F i m * G m j) = P i j.
Proof.
  intros i j Hi Hj.
  rewrite (F_times k eta (fun m => G m j)) by exact Hi.
  rewrite (sum_ext _ (fun m => p m * G m j) (fun m => P m j - average k (scaled j) * p m)).
  - rewrite sum_minus, sum_scale, (p_one k eta sizes), (P_columns k sizes) by exact Hj.
    rewrite G_is by assumption; unfold scaled; pose proof (p_not_zero k eta sizes i); field; auto.
  - intros m Hm; rewrite G_is by assumption; unfold scaled at 1.
    pose proof (p_not_zero k eta sizes m); field; auto.
Qed.

Lemma G_F : forall i j, In i (range 1 k) -> In j (range 1 k) ->
  sum (range 1 k) (fun m => G i m * F m j) = P i j.
Proof.
  intros i j Hi Hj; rewrite (P_symmetric k), <- (F_G j i Hj Hi); apply sum_ext; intros m _.
  now rewrite G_symmetric, F_symmetric, Rmult_comm.
Qed.

Lemma P_F : forall i j, In i (range 1 k) -> In j (range 1 k) ->
  sum (range 1 k) (fun m => P i m * F m j) = F i j.
Proof.
  intros i j Hi Hj; rewrite (P_times k (fun m => F m j)) by exact Hi; unfold average.
  rewrite (sum_ext _ (fun m => F m j) (F j)) by (intros; apply F_symmetric).
  rewrite F_rows by assumption; ring.
Qed.

Lemma P_G : forall i j, In i (range 1 k) -> In j (range 1 k) ->
  sum (range 1 k) (fun m => P i m * G m j) = G i j.
Proof.
  intros i j Hi Hj; rewrite (P_times k (fun m => G m j)) by exact Hi.
  rewrite (average_ext k _ (fun m => scaled j m - average k (scaled j)))
    by (intros; now apply G_is).
  rewrite (average_minus k (scaled j) (fun _ => average k (scaled j))).
  rewrite average_constant by exact sizes; ring.
Qed.

End PseudoInverse.

Theorem fisher_penrose_conditions : statement.fisher_penrose_conditions.
Proof.
  intros k Hk eta; parts; try (now apply softmax_exists); try exact (k_not_zero k Hk).
  - split; [intros; now apply p_pos | now apply p_one].
  - split; [exact (k_not_zero k Hk) | intros; now apply p_not_zero].
  - intros; now apply F_G.
  - intros; now apply G_F.
  - intros; now apply P_F.
  - intros; now apply P_G.
Qed.

Theorem newton_step_without_inverse : statement.newton_step_without_inverse.
Proof.
  intros k Hk eta y [_ one]; parts; try (now apply softmax_exists);
    try (intros; now apply p_not_zero).
  intros i Hi; pose proof (p_not_zero k eta Hk) as positive.
  rewrite (F_times k eta (fun j => (y j - statement.softmax k eta j) / statement.softmax k eta j))
    by exact Hi.
  rewrite (sum_ext _ _ (fun j => y j - statement.softmax k eta j)).
  - rewrite sum_minus; change (fun j => y j) with y; rewrite one.
    change (sum (range 1 k) (fun j => statement.softmax k eta j))
      with (sum (range 1 k) (statement.softmax k eta)).
    rewrite (p_one k eta Hk); field; auto.
  - intros j _; field; auto.
Qed.
