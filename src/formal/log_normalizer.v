(* Proofs of what docs/theory/log-normalizer.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements distributions.
Import ListNotations.
Open Scope R_scope.

(* The page's log-normalizer and density are those of the library. *)
Lemma log_normalizer_exists : forall n d h t eta, (1 <= n)%nat ->
  (forall x, In x (range 1 n) -> h x > 0) ->
  statement.finite_log_normalizer_has_value n d h t eta.
Proof. intros n d h t eta Hn Hh; exact (total_pos n d h t Hn Hh eta). Qed.

Theorem finite_density_quotient : statement.finite_density_quotient.
Proof.
  intros n Hn d _ h Hh t x Hx eta.
  pose proof (log_normalizer_exists n d h t eta Hn Hh) as exists_A.
  parts; try exact exists_A.
  - apply Rgt_not_eq, exists_A.
  - unfold statement.finite_density, Rminus; rewrite exp_plus; ring.
  - unfold statement.finite_log_normalizer; rewrite exp_Ropp, exp_ln by exact exists_A.
    unfold Rdiv; ring.
Qed.

Theorem finite_normalization : statement.finite_normalization.
Proof.
  intros n Hn d _ h Hh t eta; split.
  - intros; now apply log_normalizer_exists.
  - exact (p_sums_to_one n d h t Hn Hh eta).
Qed.

Theorem log_normalizer_at_zero : statement.log_normalizer_at_zero.
Proof.
  intros n Hn d _ h Hh t x Hx.
  assert (Hsum : 0 < sum (range 1 n) h)
    by (apply sum_pos; [now apply range_nonempty | exact Hh]).
  assert (flat : forall y, sum (range 1 d) (fun i => statement.zero_parameter d i * t y i) = 0)
    by (intros; apply sum_zero; intros; unfold statement.zero_parameter; ring).
  assert (value : statement.finite_log_normalizer n d h t (statement.zero_parameter d)
                  = ln (sum (range 1 n) h)).
  { unfold statement.finite_log_normalizer; f_equal; apply sum_ext; intros y _.
    rewrite flat, exp_0; ring. }
  parts; try (now apply log_normalizer_exists); try exact Hsum; try exact value.
  - now apply Rgt_not_eq.
  - unfold statement.finite_density; rewrite flat, value.
    rewrite Rminus_0_l, exp_Ropp, exp_ln by exact Hsum; reflexivity.
Qed.

(* The mean of e^(s t) under the member at eta, by which tilting normalizes. *)
Lemma tilted : forall n d h t eta s, (1 <= n)%nat -> (forall x, In x (range 1 n) -> h x > 0) ->
  sum (range 1 n) (fun x => statement.finite_density n d h t x eta
                            * exp (sum (range 1 d) (fun i => s i * t x i)))
  = exp (statement.finite_log_normalizer n d h t (fun i => eta i + s i)
         - statement.finite_log_normalizer n d h t eta).
Proof.
  intros n d h t eta s Hn Hh.
  unfold Rminus at 1; rewrite exp_plus.
  replace (exp (statement.finite_log_normalizer n d h t (fun i => eta i + s i)))
    with (total n d h t (fun i => eta i + s i))
    by (symmetry; exact (exp_ln _ (total_pos n d h t Hn Hh _))).
  unfold total; rewrite <- sum_scale_r; apply sum_ext; intros x _.
  unfold statement.finite_density, weight.
  rewrite dot_plus; unfold dot, Rminus; rewrite !exp_plus; ring.
Qed.

Lemma tilted_density : forall n d h t eta s x,
  statement.finite_density n d h t x eta
  * exp (sum (range 1 d) (fun i => s i * t x i)
         - (statement.finite_log_normalizer n d h t (fun i => eta i + s i)
            - statement.finite_log_normalizer n d h t eta))
  = statement.finite_density n d h t x (fun i => eta i + s i).
Proof.
  intros; unfold statement.finite_density at 1 2.
  rewrite Rmult_assoc, <- exp_plus; do 2 f_equal.
  change (sum (range 1 d) (fun i => (eta i + s i) * t x i)) with (dot d t (fun i => eta i + s i) x).
  rewrite dot_plus; unfold dot; ring.
Qed.

(* From eta by the difference to zeta. *)
Lemma arrives : forall d (t : nat -> nat -> R) eta zeta x,
  sum (range 1 d) (fun i => (eta i + (zeta i - eta i)) * t x i)
  = sum (range 1 d) (fun i => zeta i * t x i).
Proof. intros; apply sum_ext; intros; ring. Qed.

Lemma log_normalizer_arrives : forall n d h t eta zeta,
  statement.finite_log_normalizer n d h t (fun i => eta i + (zeta i - eta i))
  = statement.finite_log_normalizer n d h t zeta.
Proof.
  intros; unfold statement.finite_log_normalizer; f_equal.
  apply sum_ext; intros; now rewrite arrives.
Qed.

Theorem exponential_tilting : statement.exponential_tilting.
Proof.
  intros n Hn d _ h Hh t x Hx eta zeta.
  pose proof (tilted n d h t eta (fun i => zeta i - eta i) Hn Hh) as all.
  pose proof (tilted_density n d h t eta (fun i => zeta i - eta i) x) as one.
  cbv beta in all, one; rewrite log_normalizer_arrives in all, one.
  parts; try (intros; now apply log_normalizer_exists).
  - rewrite all; apply exp_pos.
  - rewrite all; apply ln_exp.
  - rewrite one; unfold statement.finite_density.
    now rewrite arrives, log_normalizer_arrives.
Qed.

Theorem cumulant_function : statement.cumulant_function.
Proof.
  intros n Hn d _ h Hh t eta s.
  parts; try (intros; now apply log_normalizer_exists).
  - rewrite tilted by assumption; apply exp_pos.
  - rewrite tilted by assumption; apply ln_exp.
Qed.

Theorem finite_log_normalizer_by_scores : statement.finite_log_normalizer_by_scores.
Proof.
  intros n Hn d _ h Hh t eta.
  parts; try (now apply log_normalizer_exists).
  - exact Hh.
  - now apply sum_exp_pos.
  - unfold statement.finite_log_normalizer, statement.log_sum_exp_of_scores; f_equal.
    apply sum_ext; intros x Hx; rewrite exp_plus, exp_ln by (now apply Hh); reflexivity.
Qed.

Lemma density_pos : forall n d h t x eta, In x (range 1 n) ->
  (forall x, In x (range 1 n) -> h x > 0) -> 0 < statement.finite_density n d h t x eta.
Proof. intros n d h t x eta Hx Hh; apply Rmult_lt_0_compat; [now apply Hh | apply exp_pos]. Qed.

Lemma log_density : forall n d h t x eta, In x (range 1 n) ->
  (forall x, In x (range 1 n) -> h x > 0) ->
  ln (statement.finite_density n d h t x eta)
  = ln (h x) + sum (range 1 d) (fun i => eta i * t x i)
    - statement.finite_log_normalizer n d h t eta.
Proof. intros n d h t x eta Hx Hh; exact (ln_p n d h t Hh eta x Hx). Qed.

Theorem finite_log_density : statement.finite_log_density.
Proof.
  intros n Hn d _ h Hh t x Hx eta.
  parts; try (now apply log_normalizer_exists).
  - now apply density_pos.
  - now apply Hh.
  - now apply log_density.
Qed.

Theorem free_energy : statement.free_energy.
Proof.
  intros n Hn d _ h Hh t eta.
  parts; try (intros; now apply log_normalizer_exists).
  - exact Hh.
  - intros; now apply density_pos.
  - rewrite <- sum_minus.
    rewrite (sum_ext _ _ (fun x => statement.finite_density n d h t x eta
                                   * - statement.finite_log_normalizer n d h t eta))
      by (intros; rewrite log_density by assumption; ring).
    rewrite sum_scale_r.
    pose proof (p_sums_to_one n d h t Hn Hh eta) as one.
    change (sum (range 1 n) (fun x => statement.finite_density n d h t x eta) = 1) in one.
    rewrite one; ring.
Qed.

Theorem weight_convex : statement.weight_convex.
Proof.
  intros n _ d _ h Hh t x Hx eta zeta lambda Hlambda Hlambda'.
  pose proof (Hh x Hx) as positive.
  replace (sum (range 1 d) (fun i => (lambda * eta i + (1 - lambda) * zeta i) * t x i))
    with (lambda * dot d t eta x + (1 - lambda) * dot d t zeta x)
    by (unfold dot; rewrite <- !sum_scale, <- sum_plus; apply sum_ext; intros; ring).
  pose proof (exp_convex lambda (dot d t eta x) (dot d t zeta x) ltac:(lra)) as convex.
  apply (Rmult_le_compat_l (h x)) in convex; [|lra].
  unfold dot in *; lra.
Qed.
