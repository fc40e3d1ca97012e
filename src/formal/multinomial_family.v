(* Proofs of what docs/families/multinomial.md displays: n draws from three categories. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family categorical elementary families statements.
Import ListNotations.
Open Scope R_scope.

Notation A := statement.multinomial_member__A.
Notation mu := statement.multinomial_member__mu.
Notation q := (softmax 3).

Lemma some : (1 <= 3)%nat.
Proof. lia. Qed.

Lemma normalizer_exists : forall n eta, statement.multinomial_member__A_has_value n eta.
Proof. intros; exact (sum_exp_pos 3 eta some). Qed.

Lemma draws : forall n, In n (range 1 3) -> INR n <> 0.
Proof. intros n Hn; apply in_range in Hn; apply Rgt_not_eq, lt_0_INR; lia. Qed.

Lemma slope : forall n eta i, In i (range 1 3) ->
  is_derive (fun u => A n (update eta i u)) (eta i) (INR n * q eta i).
Proof.
  intros; apply (is_derive_scal (fun u => lse 3 (update eta i u))); now apply slope_of_lse.
Qed.

Lemma mean_exists : forall n eta, statement.multinomial_member__mu_has_value n eta.
Proof.
  split; intros.
  - apply filter_forall; intros; apply normalizer_exists.
  - eexists; now apply slope.
Qed.

Lemma mean_is : forall n eta i, In i (range 1 3) -> mu n eta i = INR n * q eta i.
Proof. intros; now apply is_derive_unique, slope. Qed.

(* The mean of one draw. *)
Lemma share_is : forall n eta i, In n (range 1 3) -> In i (range 1 3) ->
  1 / INR n * mu n eta i = q eta i.
Proof. intros; rewrite mean_is by assumption; field; now apply draws. Qed.

Lemma weights_nonzero : forall eta, sum (range 1 3) (fun j => exp (eta j)) <> 0.
Proof. intros; exact (Rgt_not_eq _ _ (sum_exp_pos 3 eta some)). Qed.

Theorem multinomial_gradient : statement.multinomial_gradient.
Proof.
  intros n Hn eta; parts; [| apply weights_nonzero | intros; now apply slope].
  intros; apply filter_forall; intros; apply normalizer_exists.
Qed.

Theorem multinomial_hessian : statement.multinomial_hessian.
Proof.
  intros n Hn eta; parts; [| | apply weights_nonzero |].
  - intros; do 2 (apply filter_forall; intros); apply normalizer_exists.
  - intros; apply filter_forall; intros; eexists; now apply slope.
  - intros i Hi j Hj.
    apply (is_derive_ext (fun u => INR n * Derive (fun w => lse 3 (update (update eta i u) j w))
      (update eta i u j))).
    + intros u; symmetry; unfold A; apply Derive_scal.
    + apply (is_derive_scal (fun u => Derive (fun w => lse 3 (update (update eta i u) j w))
        (update eta i u j))); now apply (curvature_of_lse 3 some).
Qed.

Theorem multinomial_conjugate : statement.multinomial_conjugate.
Proof.
  intros n Hn eta; parts.
  - split; [apply mean_exists | apply normalizer_exists].
  - apply weights_nonzero.
  - intros; exact (softmax_pos 3 some eta _).
  - unfold statement.multinomial_member__N.
    rewrite (sum_ext _ (fun i => eta i * mu n eta i) (fun i => INR n * (eta i * q eta i)))
      by (intros; rewrite mean_is by assumption; ring).
    change (sum (range 1 3) (fun i => INR n * (eta i * q eta i)) - INR n * lse 3 eta
      = INR n * sum (range 1 3) (fun j => q eta j * ln (q eta j))).
    rewrite (sum_ext _ (fun j => q eta j * ln (q eta j))
      (fun j => eta j * q eta j - lse 3 eta * q eta j))
      by (intros; rewrite (ln_softmax 3 some); ring).
    rewrite sum_minus, !sum_scale; change (fun j => q eta j) with (q eta).
    rewrite (softmax_sums_to_one 3 some); ring.
Qed.

Theorem multinomial_divergence : statement.multinomial_divergence.
Proof.
  intros n Hn eta zeta; parts; try apply normalizer_exists; try apply mean_exists.
  - now apply draws.
  - intros; rewrite share_is by assumption; exact (Rgt_not_eq _ _ (softmax_pos 3 some zeta _)).
  - intros; rewrite !share_is by assumption; apply Rdiv_lt_0_compat; apply (softmax_pos 3 some).
  - rewrite (sum_ext _ (fun i => mu n eta i * (zeta i - eta i))
      (fun i => INR n * (q eta i * (zeta i - eta i))))
      by (intros; rewrite mean_is by assumption; ring).
    rewrite (sum_ext _ (fun j => 1 / INR n * mu n eta j
      * ln (1 / INR n * mu n eta j / (1 / INR n * mu n zeta j)))
      (fun j => (lse 3 zeta - lse 3 eta) * q eta j
      - q eta j * (zeta j - eta j))).
    + rewrite sum_minus, !sum_scale; change (fun j => q eta j) with (q eta).
      rewrite (softmax_sums_to_one 3 some); unfold A, lse; ring.
    + intros j Hj; rewrite !share_is by assumption.
      rewrite ln_quotient, !(ln_softmax 3 some) by apply (softmax_pos 3 some); ring.
Qed.

Theorem multinomial_fit : statement.multinomial_fit.
Proof.
  intros n Hn tau [positive one].
  assert (inside : forall i, In i (range 1 3) -> 0 < tau i) by exact positive.
  parts; try (intros; apply inside; simpl; tauto); [apply mean_exists|].
  intros i Hi; rewrite mean_is by assumption; f_equal; unfold softmax.
  assert (weights : forall j, In j (range 1 3) -> exp (if (j <=? 1)%nat then ln (tau 1%nat)
      else if (j <=? 2)%nat then ln (tau 2%nat) else ln (tau 3%nat)) = tau j).
  { intros j Hj; places Hj; apply exp_ln, inside; simpl; tauto. }
  rewrite (sum_ext _ _ tau) by exact weights; rewrite one, weights by exact Hi; field.
Qed.
