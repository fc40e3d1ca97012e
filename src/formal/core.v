(* Proofs of what docs/about/core.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family categorical statements.
Import ListNotations.
Open Scope R_scope.

Lemma softmax_exists : forall k a, (2 <= k)%nat -> statement.softmax_has_value k a.
Proof. intros; apply Rgt_not_eq, sum_exp_pos; lia. Qed.

Lemma log_sum_exp_exists : forall k a, (2 <= k)%nat -> statement.log_sum_exp_has_value k a.
Proof. intros; apply sum_exp_pos; lia. Qed.

Lemma one_plus_exp : forall s, 0 < 1 + exp s.
Proof. intros; pose proof (exp_pos s); lra. Qed.

Theorem softplus_reflection : statement.softplus_reflection.
Proof.
  intros s; parts; try apply one_plus_exp; unfold statement.softplus.
  replace (1 + exp s) with (exp s * (1 + exp (- s))).
  - rewrite ln_mult, ln_exp by (apply exp_pos || apply one_plus_exp); ring.
  - rewrite Rmult_plus_distr_l, <- exp_plus, Rplus_opp_r, exp_0; ring.
Qed.

Theorem log_sigmoid_is_softplus : statement.log_sigmoid_is_softplus.
Proof.
  intros s; pose proof (one_plus_exp (- s)) as positive; parts; [split | |].
  - now apply Rgt_not_eq.
  - apply Rdiv_lt_0_compat; [lra | exact positive].
  - exact positive.
  - unfold statement.log_sigmoid, statement.softplus.
    now rewrite ln_quotient, ln_1, Rminus_0_l by lra.
Qed.

Theorem categorical_entropy_by_probabilities : statement.categorical_entropy_by_probabilities.
Proof.
  intros k Hk eta; assert (some : (1 <= k)%nat) by lia; parts;
    try (now apply softmax_exists); try (now apply log_sum_exp_exists).
  - split; [now apply log_sum_exp_exists | now apply softmax_exists].
  - intros; now apply softmax_pos.
  - rewrite (sum_ext _ _ (fun i => eta i * statement.softmax k eta i
        - statement.log_sum_exp k eta * statement.softmax k eta i)).
    + rewrite sum_minus, sum_scale; unfold statement.categorical_entropy.
      change (sum (range 1 k) (statement.softmax k eta)) with (sum (range 1 k) (softmax k eta)).
      rewrite (softmax_sums_to_one k some); ring.
    + intros i _; change (ln (statement.softmax k eta i)) with (ln (softmax k eta i)).
      rewrite (ln_softmax k some).
      change (lse k eta) with (statement.log_sum_exp k eta); ring.
Qed.

Theorem categorical_kl_divergence_by_probabilities :
  statement.categorical_kl_divergence_by_probabilities.
Proof.
  intros k Hk eta zeta; assert (some : (1 <= k)%nat) by lia; parts;
    try (now apply softmax_exists); try (now apply log_sum_exp_exists).
  - split; [|split]; try (now apply softmax_exists); now apply log_sum_exp_exists.
  - intros; apply Rgt_not_eq; now apply softmax_pos.
  - intros; apply Rdiv_lt_0_compat; now apply softmax_pos.
  - set (difference := statement.log_sum_exp k zeta - statement.log_sum_exp k eta).
    rewrite (sum_ext _ (fun i => statement.softmax k eta i
        * ln (statement.softmax k eta i / statement.softmax k zeta i))
      (fun i => difference * statement.softmax k eta i
        - (zeta i - eta i) * statement.softmax k eta i)).
    + rewrite sum_minus, sum_scale; unfold statement.categorical_kl_divergence.
      change (sum (range 1 k) (statement.softmax k eta)) with (sum (range 1 k) (softmax k eta)).
      rewrite (softmax_sums_to_one k some); unfold difference; ring.
    + intros i _; rewrite ln_quotient by now apply softmax_pos.
      change (statement.softmax k) with (softmax k); rewrite !(ln_softmax k some).
      unfold difference; change (lse k) with (statement.log_sum_exp k); ring.
Qed.

Lemma product_is_spread : forall k eta v i, (1 <= k)%nat -> In i (range 1 k) ->
  statement.covariance_vector_product k eta v i
  = sum (range 1 k) (fun j => spread (softmax k eta) i j * v j).
Proof.
  intros k eta v i some Hi.
  now rewrite spread_times by exact Hi.
Qed.

Theorem covariance_product_is_hessian : statement.covariance_product_is_hessian.
Proof.
  intros k Hk eta v; assert (some : (1 <= k)%nat) by lia; parts.
  - split; now apply softmax_exists.
  - intros; do 2 (apply filter_forall; intros); now apply log_sum_exp_exists.
  - intros; apply filter_forall; intros; eexists; now apply slope_of_lse.
  - intros; eexists; now apply (curvature_of_lse k some).
  - intros i Hi; rewrite product_is_spread by assumption.
    apply sum_ext; intros j Hj; f_equal; symmetry.
    now apply is_derive_unique, (curvature_of_lse k some).
Qed.

Theorem covariance_product_sums_to_zero : statement.covariance_product_sums_to_zero.
Proof.
  intros k Hk eta v; assert (some : (1 <= k)%nat) by lia; parts.
  { split; now apply softmax_exists. }
  set (mean := sum (range 1 k) (fun i => statement.softmax k eta i * v i)).
  rewrite (sum_ext _ _ (fun i => statement.softmax k eta i * v i
    - mean * statement.softmax k eta i)).
  - rewrite sum_minus, sum_scale; fold mean.
    change (sum (range 1 k) (statement.softmax k eta)) with (sum (range 1 k) (softmax k eta)).
    rewrite (softmax_sums_to_one k some); ring.
  - intros i _; unfold statement.ones, statement.covariance_vector_product; fold mean.
    unfold statement.softmax; ring.
Qed.
