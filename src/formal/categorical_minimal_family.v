(* Proofs of what docs/families/categorical-minimal.md displays: the last of d + 1 categories has
  the
   weight one. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family categorical elementary families statements.
Import ListNotations.
Open Scope R_scope.

Notation A := statement.categorical_minimal_member__A.
Notation mu := statement.categorical_minimal_member__mu.

Section Family.

Variable d : nat.

Definition total (eta : nat -> R) : R := 1 + sum (range 1 d) (fun j => exp (eta j)).
Definition share (eta : nat -> R) (i : nat) : R := exp (eta i) / total eta.

Lemma total_pos : forall eta, 0 < total eta.
Proof.
  intros; unfold total; apply Rplus_lt_le_0_compat; [lra|].
  apply sum_nonneg; intros; left; apply exp_pos.
Qed.

Lemma share_pos : forall eta i, 0 < share eta i.
Proof. intros; apply Rdiv_lt_0_compat; [apply exp_pos | apply total_pos]. Qed.

Lemma normalizer_exists : forall eta, statement.categorical_minimal_member__A_has_value d eta.
Proof. exact total_pos. Qed.

Lemma total_nonzero : forall eta, total eta <> 0.
Proof. intros; apply Rgt_not_eq, total_pos. Qed.

(* ------------------------------------------------------------------------- derivatives *)

Lemma total_same : forall eta i, total (update eta i (eta i)) = total eta.
Proof. intros; unfold total; f_equal; apply sum_ext; intros; now rewrite update_same. Qed.

Lemma slope_of_total : forall eta i, In i (range 1 d) ->
  is_derive (fun u => total (update eta i u)) (eta i) (exp (eta i)).
Proof.
  intros eta i Hi; rewrite <- (Rplus_0_l (exp (eta i))).
  apply (is_derive_plus (V := R_NormedModule) (fun _ => 1));
    [apply (is_derive_const (V := R_NormedModule)) | now apply is_derive_sum_exp].
Qed.

Lemma slope : forall eta i, In i (range 1 d) ->
  is_derive (fun u => A d (update eta i u)) (eta i) (share eta i).
Proof.
  intros eta i Hi; unfold share; rewrite <- (total_same eta i).
  apply (is_derive_comp ln (fun u => total (update eta i u)));
    [apply is_derive_ln, total_pos | now apply slope_of_total].
Qed.

Lemma slope_of_share : forall eta i j, In i (range 1 d) ->
  is_derive (fun u => share (update eta i u) j) (eta i) (spread (share eta) i j).
Proof.
  intros eta i j Hi; rewrite spread_symmetric, spread_unit.
  pose proof (is_derive_div (fun u => exp (update eta i u j)) (fun u => total (update eta i u))
    (eta i) _ _ (is_derive_exp_update eta i j) (slope_of_total eta i Hi)) as moved.
  simpl in moved; rewrite total_same, update_same in moved.
  specialize (moved (total_nonzero eta)).
  pose proof (total_nonzero eta).
  eapply by_value; [exact moved | unfold share; field; assumption].
Qed.

Lemma curvature : forall eta i j, In i (range 1 d) -> In j (range 1 d) ->
  is_derive (fun u => Derive (fun w => A d (update (update eta i u) j w)) (update eta i u j))
    (eta i) (spread (share eta) i j).
Proof.
  intros eta i j Hi Hj; apply (is_derive_ext (fun u => share (update eta i u) j)).
  - intros; symmetry; now apply is_derive_unique, slope.
  - now apply slope_of_share.
Qed.

(* -------------------------------------------------------------------------------- means *)

Lemma mean_exists : forall eta, statement.categorical_minimal_member__mu_has_value d eta.
Proof.
  split; intros.
  - apply filter_forall; intros; apply normalizer_exists.
  - eexists; now apply slope.
Qed.

Lemma mean_is : forall eta i, In i (range 1 d) -> mu d eta i = share eta i.
Proof. intros; now apply is_derive_unique, slope. Qed.

(* What the last category leaves. *)
Lemma shares_sum : forall eta, sum (range 1 d) (share eta) = 1 - 1 / total eta.
Proof.
  intros; unfold share; rewrite sum_divide.
  replace (sum (range 1 d) (fun x => exp (eta x))) with (total eta - 1) by (unfold total; ring).
  field; apply total_nonzero.
Qed.

Lemma means_sum : forall eta, sum (range 1 d) (fun j => mu d eta j) = 1 - 1 / total eta.
Proof. intros; rewrite <- shares_sum; apply sum_ext; intros; now apply mean_is. Qed.

Lemma ln_share : forall eta i, ln (share eta i) = eta i - ln (total eta).
Proof. intros; unfold share; pose proof (total_pos eta); logs; reflexivity. Qed.

End Family.

Theorem categorical_minimal_usual_density : statement.categorical_minimal_usual_density.
Proof.
  intros d some eta x Hx; parts; [apply normalizer_exists | apply total_nonzero |].
  unfold statement.categorical_minimal_member__p, statement.categorical_minimal_member__h.
  rewrite (sum_ext _ _ (fun i => if (x =? i)%nat then eta i else 0)).
  - rewrite sum_where by exact Hx; unfold A; pose proof (total_pos d eta); unfold total in *.
    by_ratio.
  - intros i _; unfold statement.categorical_minimal_member__t; destruct (x =? i)%nat; ring.
Qed.

Theorem categorical_minimal_last : statement.categorical_minimal_last.
Proof.
  intros d some eta; parts; [apply normalizer_exists | apply total_nonzero |].
  unfold statement.categorical_minimal_member__p, statement.categorical_minimal_member__h.
  rewrite sum_zero.
  - unfold A; pose proof (total_pos d eta); unfold total in *; by_ratio.
  - intros i Hi; apply in_range in Hi; unfold statement.categorical_minimal_member__t.
    destruct (Nat.eqb_spec (d + 1) i); [lia | ring].
Qed.

Theorem categorical_minimal_usual_parameters : statement.categorical_minimal_usual_parameters.
Proof.
  intros d some eta i Hi; rewrite means_sum, mean_is by exact Hi.
  pose proof (total_pos d eta) as positive; pose proof (share_pos d eta i).
  replace (1 - (1 - 1 / total d eta)) with (1 / total d eta) by ring.
  parts; [apply mean_exists | nonzero | positive |].
  logs; rewrite ln_share; ring.
Qed.

Theorem categorical_minimal_gradient : statement.categorical_minimal_gradient.
Proof.
  intros d some eta; parts; [| apply total_nonzero | intros; now apply slope].
  intros; apply filter_forall; intros; apply normalizer_exists.
Qed.

Theorem categorical_minimal_hessian : statement.categorical_minimal_hessian.
Proof.
  intros d some eta; parts; [| | apply total_nonzero |].
  - intros; do 2 (apply filter_forall; intros); apply normalizer_exists.
  - intros; apply filter_forall; intros; eexists; now apply slope.
  - intros i Hi j Hj; now apply curvature.
Qed.

Theorem categorical_minimal_conjugate : statement.categorical_minimal_conjugate.
Proof.
  intros d some eta; pose proof (total_pos d eta) as positive; parts.
  - split; [apply mean_exists | apply normalizer_exists].
  - apply mean_exists.
  - intros; rewrite mean_is by assumption; apply share_pos.
  - exact positive.
  - apply total_nonzero.
  - unfold statement.categorical_minimal_member__N.
    rewrite (sum_ext _ (fun j => mu d eta j * ln (mu d eta j))
      (fun j => eta j * mu d eta j - ln (total d eta) * mu d eta j)).
    + rewrite sum_minus, sum_scale, means_sum; unfold A; fold (total d eta); field.
      now apply total_nonzero.
    + intros; rewrite mean_is, ln_share by assumption; ring.
Qed.

Theorem categorical_minimal_divergence : statement.categorical_minimal_divergence.
Proof.
  intros d some eta zeta; pose proof (total_pos d eta); pose proof (total_pos d zeta).
  parts; try apply normalizer_exists; try apply mean_exists; try apply total_nonzero.
  - intros; rewrite mean_is by assumption; apply Rgt_not_eq, share_pos.
  - intros; rewrite !mean_is by assumption; apply Rdiv_lt_0_compat; apply share_pos.
  - now apply Rdiv_lt_0_compat.
  - rewrite (sum_ext _ (fun j => mu d eta j * ln (mu d eta j / mu d zeta j))
      (fun j => (ln (total d zeta) - ln (total d eta)) * mu d eta j
        - mu d eta j * (zeta j - eta j))).
    + rewrite sum_minus, sum_scale, means_sum; unfold A; fold (total d eta) (total d zeta).
      logs; field; apply total_nonzero.
    + intros; rewrite !mean_is by assumption.
      rewrite ln_quotient, !ln_share by apply share_pos; ring.
Qed.

Theorem categorical_minimal_fit : statement.categorical_minimal_fit.
Proof.
  intros d some tau [positive one].
  assert (last : 0 < tau (d + 1)%nat) by (apply positive, in_range; lia).
  assert (inside : forall i, In i (range 1 d) -> 0 < tau i)
    by (intros i Hi; apply in_range in Hi; apply positive, in_range; lia).
  assert (all : total d (fun i => ln (tau i / tau (d + 1)%nat)) = 1 / tau (d + 1)%nat).
  { unfold total; rewrite (sum_ext _ _ (fun i => tau i / tau (d + 1)%nat)).
    - rewrite sum_split_last in one by lia.
      replace (d + 1 - 1)%nat with d in one by lia; rewrite sum_divide.
      change (sum (range 1 d) (fun x => tau x)) with (sum (range 1 d) tau).
      replace (sum (range 1 d) tau) with (1 - tau (d + 1)%nat) by lra.
      field; lra.
    - intros i Hi; apply exp_ln, Rdiv_lt_0_compat; [now apply inside | exact last]. }
  parts; [lra | | apply mean_exists |].
  - intros; apply Rdiv_lt_0_compat; [now apply inside | exact last].
  - intros i Hi; rewrite mean_is by exact Hi; unfold share; rewrite all.
    rewrite exp_ln by (apply Rdiv_lt_0_compat; [now apply inside | exact last]); field; lra.
Qed.
