(* Proofs of what docs/families/normal-vector-variance-known.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.normal_vector_variance_known_member__N_has_value,
  statement.normal_vector_variance_known_member__N,
  statement.normal_vector_variance_known_member__mu_has_value,
  statement.normal_vector_variance_known_member__mu,
  statement.normal_vector_variance_known_member__p_has_value,
  statement.normal_vector_variance_known_member__p,
  statement.normal_vector_variance_known_member__A,
  statement.normal_vector_variance_known_member__t,
  statement.normal_vector_variance_known_member__h_has_value,
  statement.normal_vector_variance_known_member__h.

Lemma length_squared : forall k (w : nat -> R),
  sqrt (sum (range 1 k) (fun i => w i ^ 2)) ^ 2 = sum (range 1 k) (fun i => w i ^ 2).
Proof. intros; apply pow2_sqrt, sum_nonneg; intros; apply pow2_ge_0. Qed.

Lemma slope : forall k v (eta : nat -> R) i t, In i (range 1 k) ->
  is_derive (fun u : R => v * sqrt (sum (range 1 k) (fun j => update eta i u j ^ 2)) ^ 2 / 2) t
    (v * t).
Proof.
  intros k v eta i t Hi.
  apply (is_derive_ext (fun u => v / 2 * sum (range 1 k) (fun j => update eta i u j ^ 2))).
  { intros u; rewrite (length_squared k (update eta i u)); of_reals; field. }
  eapply by_value; [apply is_derive_scal, is_derive_sum; intros j Hj|].
  { apply is_derive_pow, is_derive_update. }
  rewrite (sum_ext _ _ (fun j => unit_vector i j * (2 * update eta i t j)))
    by (intros j Hj; cbn [pred pow]; change (INR 2) with 2; ring).
  rewrite sum_unit_l by exact Hi; unfold update; rewrite Nat.eqb_refl; field.
Qed.

(* The log-normalizer is half of v times the squared length, the mean v times the parameter. *)
Lemma mean_is : forall k v (eta : nat -> R) i, In i (range 1 k) ->
  statement.normal_vector_variance_known_member__mu k v eta i = v * eta i.
Proof. intros; apply is_derive_unique, slope; assumption. Qed.

Theorem normal_vector_variance_known_usual_density :
  statement.normal_vector_variance_known_usual_density.
Proof.
  intros k Hk v Hv x eta; opened; parts; try sides.
  rewrite !length_squared, Rmult_assoc; f_equal.
  rewrite <- exp_plus; f_equal.
  rewrite (sum_ext _ (fun i => (x i - v * eta i) ^ 2)
    (fun i => x i ^ 2 - 2 * v * (eta i * x i) + v * v * eta i ^ 2)) by (intros; ring).
  rewrite sum_plus, sum_minus, !sum_scale; field; lra.
Qed.

Theorem normal_vector_variance_known_independent :
  statement.normal_vector_variance_known_independent.
Proof.
  intros k Hk v Hv x eta two; apply (INR_eq k 2) in two; subst k.
  opened; parts; try sides; rewrite !length_squared; change (INR 2) with 2; flat.
  by_ratio.
Qed.

Theorem normal_vector_variance_known_gradient : statement.normal_vector_variance_known_gradient.
Proof. intros k Hk v Hv eta i Hi; opened; apply slope, Hi. Qed.

Theorem normal_vector_variance_known_hessian : statement.normal_vector_variance_known_hessian.
Proof.
  intros k Hk v Hv eta; opened; parts; intros i Hi j Hj.
  - apply filter_forall; intros u; eexists; apply slope, Hj.
  - apply (is_derive_ext (fun u => v * update eta i u j)).
    { intros u; symmetry; apply is_derive_unique, slope, Hj. }
    change (if (i =? j)%nat then 1 else 0) with (unit_vector j i); rewrite unit_symmetric.
    apply is_derive_scal, is_derive_update.
Qed.

Theorem normal_vector_variance_known_conjugate : statement.normal_vector_variance_known_conjugate.
Proof.
  intros k Hk v Hv eta; parts; try sides; unfold statement.normal_vector_variance_known_member__N.
  - intros i Hi; eexists; apply slope, Hi.
  - rewrite (sum_ext _
      (fun i => eta i * statement.normal_vector_variance_known_member__mu k v eta i)
      (fun i => v * eta i ^ 2)) by (intros i Hi; rewrite mean_is by exact Hi; ring).
    opened; rewrite !length_squared, sum_scale.
    rewrite (sum_ext _ (fun i => (v * eta i) ^ 2) (fun i => v ^ 2 * eta i ^ 2)) by (intros; ring).
    rewrite sum_scale; field; lra.
Qed.

Theorem normal_vector_variance_known_divergence : statement.normal_vector_variance_known_divergence.
Proof.
  intros k Hk v Hv eta zeta; parts; try sides.
  - intros i Hi; eexists; apply slope, Hi.
  - rewrite (sum_ext _ (fun i =>
      statement.normal_vector_variance_known_member__mu k v eta i * (zeta i - eta i))
      (fun i => v * (eta i * zeta i) - v * eta i ^ 2))
      by (intros i Hi; rewrite mean_is by exact Hi; ring).
    opened; rewrite !length_squared.
    rewrite (sum_ext _ (fun i => (v * eta i - v * zeta i) ^ 2)
      (fun i => v ^ 2 * eta i ^ 2 - 2 * v ^ 2 * (eta i * zeta i) + v ^ 2 * zeta i ^ 2))
      by (intros; ring).
    rewrite sum_plus, !sum_minus, !sum_scale; field; lra.
Qed.

Theorem normal_vector_variance_known_fit : statement.normal_vector_variance_known_fit.
Proof.
  intros k Hk v Hv tau; parts; try sides; intros i Hi.
  - eexists; apply slope, Hi.
  - rewrite mean_is by exact Hi; field; lra.
Qed.
