(* Proofs of what docs/families/not-exponential.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Open Scope R_scope.

Theorem crosswise_difference : statement.crosswise_difference.
Proof.
  intros n some d _ h weights t x Hx eta zeta y Hy.
  change (statement.finite_density n d h t) with (fun x eta => p n d h t eta x); cbv beta.
  assert (positive : forall v z, In z (range 1 n) -> 0 < p n d h t v z)
    by (intros; now apply p_pos).
  pose proof (positive eta x Hx); pose proof (positive zeta x Hx).
  pose proof (positive eta y Hy); pose proof (positive zeta y Hy).
  parts; try (exact (total_pos n d h t some weights _)); [nonzero | positive |].
  logs; rewrite !ln_p by assumption.
  rewrite (sum_ext _ _ (fun i => eta i * t x i - zeta i * t x i
    - (eta i * t y i - zeta i * t y i))) by (intros; ring).
  rewrite !sum_minus; unfold dot; ring.
Qed.

Theorem laplace_second_differences : statement.laplace_second_differences.
Proof.
  intros i j; destruct (Nat.eqb_spec i j) as [-> | other].
  - unfold Rabs; repeat destruct Rcase_abs; lra.
  - assert (apart : INR i + 1 <= INR j \/ INR j + 1 <= INR i).
    { destruct (Nat.lt_ge_cases i j); [left | right]; rewrite <- S_INR; apply le_INR; lia. }
    unfold Rabs; repeat destruct Rcase_abs; lra.
Qed.

Theorem student_slope : statement.student_slope.
Proof.
  intros y Hy sigma Hsigma k Hk; assert (scale : 0 < k * sigma) by (apply Rmult_lt_0_compat; lra).
  assert (inside : forall u, - (k * sigma) < u -> 0 < 1 + u / (k * sigma)).
  { intros u Hu; replace (1 + u / (k * sigma)) with ((k * sigma + u) / (k * sigma))
      by (field; lra); apply Rdiv_lt_0_compat; lra. }
  assert (low : - (k * sigma) < y) by lra.
  parts; try lra.
  - generalize (open_gt _ y low); apply filter_imp; exact inside.
  - apply filter_forall; intros; apply exp_pos.
  - apply (is_derive_ext (fun u => - ((k + 1) / 2) * ln (1 + u / (k * sigma)))).
    + intros; unfold Rpower; now rewrite ln_exp.
    + pose proof (inside y low); auto_derive; [assumption|]; field; repeat split; lra.
Qed.

Lemma one_plus_square : forall a, 0 < 1 + a ^ 2.
Proof. intros a; pose proof (pow2_ge_0 a); lra. Qed.

Lemma cauchy_slope : forall u m,
  is_derive (fun w : R => ln (1 + (u - w) ^ 2)) m (- 2 * (u - m) / (1 + (u - m) ^ 2)).
Proof.
  intros u m; pose proof (one_plus_square (u - m)) as positive; auto_derive.
  - simpl in positive |- *; lra.
  - field; lra.
Qed.

Lemma cauchy_curvature : forall x m,
  is_derive (fun u : R => Derive (fun w : R => ln (1 + (u - w) ^ 2)) m) x
    (- 2 * (1 - (x - m) ^ 2) / (1 + (x - m) ^ 2) ^ 2).
Proof.
  intros x m; pose proof (one_plus_square (x - m)) as positive.
  apply (is_derive_ext (fun u => - 2 * (u - m) / (1 + (u - m) ^ 2))).
  - intros; symmetry; apply is_derive_unique, cauchy_slope.
  - auto_derive; [lra | field; lra].
Qed.

Theorem cauchy_mixed_derivative : statement.cauchy_mixed_derivative.
Proof.
  intros x m; pose proof (one_plus_square (x - m)) as positive; parts.
  - do 2 (apply filter_forall; intros); apply one_plus_square.
  - apply filter_forall; intros; eexists; apply cauchy_slope.
  - eexists; apply cauchy_curvature.
  - apply pow_nonzero; lra.
  - rewrite (is_derive_unique _ _ _ (cauchy_curvature x m)); field; lra.
Qed.

Theorem uniform_outcomes_depend : statement.uniform_outcomes_depend.
Proof.
  intros b Hb c Hc more; parts; try (intros; lra).
  - apply ex_RInt_const.
  - rewrite RInt_const; unfold scal; simpl; unfold mult; simpl; field; lra.
  - replace (1 - b / c) with ((c - b) / c) by (field; lra).
    apply Rlt_gt, Rdiv_lt_0_compat; lra.
Qed.
