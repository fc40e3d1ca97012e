(* Proofs of what docs/families/categorical.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family categorical elementary families statements.
Import ListNotations.
Open Scope R_scope.

Notation A := statement.categorical_full_member__A.
Notation mu := statement.categorical_full_member__mu.

Section Family.

Variable d : nat.
Hypothesis some : (1 <= d)%nat.

Lemma normalizer_exists : forall eta, statement.categorical_full_member__A_has_value d eta.
Proof. intros; now apply sum_exp_pos. Qed.

Lemma weights_nonzero : forall eta, sum (range 1 d) (fun j => exp (eta j)) <> 0.
Proof. intros; now apply Rgt_not_eq, sum_exp_pos. Qed.

Lemma mean_exists : forall eta, statement.categorical_full_member__mu_has_value d eta.
Proof.
  split; intros.
  - apply filter_forall; intros; apply normalizer_exists.
  - eexists; now apply slope_of_lse.
Qed.

(* The mean of the indicators is the softmax. *)
Lemma mean_is : forall eta i, In i (range 1 d) -> mu d eta i = softmax d eta i.
Proof. intros; now apply is_derive_unique, slope_of_lse. Qed.

Lemma score : forall eta x, In x (range 1 d) ->
  sum (range 1 d) (fun i => eta i * statement.categorical_full_member__t d x i) = eta x.
Proof.
  intros eta x Hx; rewrite <- (sum_where d x eta Hx); apply sum_ext; intros i _.
  unfold statement.categorical_full_member__t; destruct (x =? i)%nat; ring.
Qed.

(* The mean of a difference of scores. *)
Lemma mean_of_logarithms : forall eta zeta,
  sum (range 1 d) (fun j => softmax d eta j * ln (softmax d eta j / softmax d zeta j))
  = A d zeta - A d eta - sum (range 1 d) (fun i => softmax d eta i * (zeta i - eta i)).
Proof.
  intros eta zeta.
  rewrite (sum_ext _ _ (fun j => (A d zeta - A d eta) * softmax d eta j
    - softmax d eta j * (zeta j - eta j))).
  - rewrite sum_minus, sum_scale; change (fun j => softmax d eta j) with (softmax d eta).
    rewrite softmax_sums_to_one by exact some; ring.
  - intros j _; rewrite ln_quotient, !ln_softmax by (exact some || now apply softmax_pos).
    change (lse d) with (A d); ring.
Qed.

End Family.

Theorem categorical_full_usual_density : statement.categorical_full_usual_density.
Proof.
  intros d some x Hx eta; parts; [now apply normalizer_exists | now apply weights_nonzero |].
  unfold statement.categorical_full_member__p, statement.categorical_full_member__h.
  rewrite score by exact Hx; unfold A; pose proof (sum_exp_pos d eta some); by_ratio.
Qed.

Theorem categorical_full_usual_parameters : statement.categorical_full_usual_parameters.
Proof.
  intros d some x Hx eta; parts; try (now apply normalizer_exists); try now apply weights_nonzero.
  - now apply softmax_pos.
  - change (eta x = ln (softmax d eta x) + lse d eta); rewrite ln_softmax by exact some; ring.
Qed.

Theorem categorical_full_gradient : statement.categorical_full_gradient.
Proof.
  intros d some eta; parts; [|now apply weights_nonzero | now apply slope_of_lse].
  intros; apply filter_forall; intros; now apply normalizer_exists.
Qed.

Theorem categorical_full_hessian : statement.categorical_full_hessian.
Proof.
  intros d some eta; parts; try now apply weights_nonzero.
  - intros; do 2 (apply filter_forall; intros); now apply normalizer_exists.
  - intros; apply filter_forall; intros; eexists; now apply slope_of_lse.
  - intros i Hi j Hj; now apply (curvature_of_lse d some).
Qed.

Theorem categorical_full_conjugate : statement.categorical_full_conjugate.
Proof.
  intros d some eta; parts.
  - split; [now apply mean_exists | now apply normalizer_exists].
  - now apply weights_nonzero.
  - intros; now apply softmax_pos.
  - unfold statement.categorical_full_member__N.
    rewrite (sum_ext _ (fun i => eta i * mu d eta i) (fun i => eta i * softmax d eta i))
      by (intros; now rewrite mean_is).
    change (sum (range 1 d) (fun i => eta i * softmax d eta i) - lse d eta
      = sum (range 1 d) (fun j => softmax d eta j * ln (softmax d eta j))).
    rewrite (sum_ext _ (fun j => softmax d eta j * ln (softmax d eta j))
      (fun j => eta j * softmax d eta j - lse d eta * softmax d eta j))
      by (intros; rewrite ln_softmax by exact some; ring).
    rewrite sum_minus, sum_scale; change (fun j => softmax d eta j) with (softmax d eta).
    rewrite softmax_sums_to_one by exact some; ring.
Qed.

Theorem categorical_full_divergence : statement.categorical_full_divergence.
Proof.
  intros d some eta zeta; parts; try (now apply normalizer_exists); try now apply mean_exists.
  - intros; rewrite mean_is by assumption; now apply Rgt_not_eq, softmax_pos.
  - intros; rewrite !mean_is by assumption; apply Rdiv_lt_0_compat; now apply softmax_pos.
  - rewrite (sum_ext _ (fun i => mu d eta i * (zeta i - eta i))
      (fun i => softmax d eta i * (zeta i - eta i))) by (intros; now rewrite mean_is).
    rewrite <- mean_of_logarithms by exact some.
    apply sum_ext; intros; now rewrite !mean_is.
Qed.

Theorem categorical_full_fit : statement.categorical_full_fit.
Proof.
  intros d some tau [positive one]; parts; [exact positive | now apply mean_exists |].
  intros i Hi; rewrite mean_is by assumption; unfold softmax.
  rewrite (sum_ext _ _ tau) by (intros; now rewrite exp_ln by now apply positive).
  rewrite one, exp_ln by (now apply positive); field.
Qed.
