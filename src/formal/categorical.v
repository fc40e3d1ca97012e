(* The log-sum-exp and the softmax: slopes, curvature, and the matrix diag(p) - p p'. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums.
Import ListNotations.
Open Scope R_scope.

(* ---------------------------------------------------------- the matrix diag(p) - p p' *)

Definition spread (p : nat -> R) (i j : nat) : R := (if (i =? j)%nat then p i else 0) - p i * p j.

Lemma spread_unit : forall p i j, spread p i j = p i * (unit_vector j i - p j).
Proof. intros; unfold spread, unit_vector; destruct (Nat.eqb i j); ring. Qed.

Lemma spread_symmetric : forall p i j, spread p i j = spread p j i.
Proof.
  intros; unfold spread; destruct (Nat.eqb_spec i j) as [->|different];
    [now rewrite Nat.eqb_refl | apply not_eq_sym, Nat.eqb_neq in different; rewrite different;
      ring].
Qed.

Section Spread.

Variables (k : nat) (p : nat -> R).
Hypothesis one : sum (range 1 k) p = 1.

(* Each component is weighted with its deviation from the mean. *)
Lemma spread_times : forall v i, In i (range 1 k) ->
  sum (range 1 k) (fun j => spread p i j * v j)
  = p i * (v i - sum (range 1 k) (fun j => p j * v j)).
Proof.
  intros v i Hi.
  rewrite (sum_ext _ _ (fun j => p i * (unit_vector i j * v j) - p i * (p j * v j)))
    by (intros; rewrite spread_unit, unit_symmetric; ring).
  rewrite sum_minus, !sum_scale, sum_unit_l by assumption; ring.
Qed.

(* The variance of the components of v. *)
Lemma spread_form : forall v,
  sum (range 1 k) (fun i => sum (range 1 k) (fun j => v j * spread p j i) * v i)
  = sum (range 1 k) (fun i => p i * (v i * v i))
    - sum (range 1 k) (fun i => p i * v i) * sum (range 1 k) (fun i => p i * v i).
Proof.
  intros v; set (m := sum (range 1 k) (fun i => p i * v i)).
  rewrite (sum_ext _ _ (fun i => p i * (v i * v i) - m * (p i * v i))).
  - rewrite sum_minus, sum_scale; reflexivity.
  - intros i Hi.
    rewrite (sum_ext _ _ (fun j => spread p i j * v j))
      by (intros; rewrite spread_symmetric; ring).
    rewrite spread_times by exact Hi; fold m; ring.
Qed.

(* The mean square of differences, and of sums, of two components that are drawn by p. *)
Lemma drawn_twice : forall v c,
  sum (range 1 k) (fun i => sum (range 1 k) (fun j => p i * p j * (v i + c * v j) ^ 2))
  = (1 + c * c) * sum (range 1 k) (fun i => p i * (v i * v i))
    + 2 * c * (sum (range 1 k) (fun i => p i * v i) * sum (range 1 k) (fun i => p i * v i)).
Proof.
  intros v c; set (m := sum (range 1 k) (fun i => p i * v i)).
  set (s := sum (range 1 k) (fun i => p i * (v i * v i))).
  rewrite (sum_ext _ _ (fun i => p i * (v i * v i) + (p i * (c * c * s) + p i * v i *
    (2 * c * m)))).
  - rewrite !sum_plus, !sum_scale_r; change (fun i => p i) with p; rewrite one; fold m s; ring.
  - intros i _.
    rewrite (sum_ext _ _ (fun j => p i * (v i * v i) * p j + (p i * (c * c) * (p j * (v j * v j))
      + p i * v i * (2 * c) * (p j * v j)))) by (intros; ring).
    rewrite !sum_plus, !sum_scale; change (fun j => p j) with p; rewrite one; fold m s; ring.
Qed.

Hypothesis nonneg : forall i, In i (range 1 k) -> 0 <= p i.

(* Of the squares of sums, those of a component with itself alone are 4 p^2 v^2. *)
Lemma variance_at_most_half : forall v,
  sum (range 1 k) (fun i => p i * (v i * v i))
  - sum (range 1 k) (fun i => p i * v i) * sum (range 1 k) (fun i => p i * v i)
  <= sum (range 1 k) (fun i => 1 / 2 * v i * v i).
Proof.
  intros v.
  assert (sums : sum (range 1 k) (fun i => 4 * (p i * p i * (v i * v i)))
    <= 2 * sum (range 1 k) (fun i => p i * (v i * v i))
       + 2 * (sum (range 1 k) (fun i => p i * v i) * sum (range 1 k) (fun i => p i * v i))).
  { replace 2 with (1 + 1 * 1) at 1 by ring; rewrite <- (Rmult_1_r 2) at 1.
    rewrite <- drawn_twice; apply sum_le; intros i Hi.
    replace (4 * (p i * p i * (v i * v i))) with (p i * p i * (v i + 1 * v i) ^ 2) by ring.
    apply (sum_ge_term (range 1 k) (fun j => p i * p j * (v i + 1 * v j) ^ 2)); [|exact Hi].
    intros j Hj; apply Rmult_le_pos; [apply Rmult_le_pos; now apply nonneg | apply pow2_ge_0]. }
  assert (quarter : 2 * sum (range 1 k) (fun i => p i * (v i * v i))
      - sum (range 1 k) (fun i => 2 * (p i * p i * (v i * v i)))
      <= sum (range 1 k) (fun i => 1 / 2 * v i * v i)).
  { rewrite <- sum_scale, <- sum_minus; apply sum_le; intros i _.
    pose proof (Rmult_le_pos _ _ (pow2_ge_0 (2 * p i - 1)) (pow2_ge_0 (v i))) as square; lra. }
  rewrite sum_scale in sums, quarter; lra.
Qed.

End Spread.

(* ------------------------------------------------------- the log-sum-exp and the softmax *)

Section Categorical.

Variable k : nat.
Hypothesis outcomes : (1 <= k)%nat.

Definition lse (a : nat -> R) : R := ln (sum (range 1 k) (fun j => exp (a j))).
Definition softmax (a : nat -> R) (i : nat) : R := exp (a i) / sum (range 1 k) (fun j => exp (a j)).

Lemma softmax_pos : forall a i, 0 < softmax a i.
Proof. intros; apply Rdiv_lt_0_compat; [apply exp_pos | now apply sum_exp_pos]. Qed.

Lemma softmax_sums_to_one : forall a, sum (range 1 k) (softmax a) = 1.
Proof.
  intros; unfold softmax; rewrite sum_divide; apply Rinv_r, Rgt_not_eq; now apply sum_exp_pos.
Qed.

Lemma ln_softmax : forall a i, ln (softmax a i) = a i - lse a.
Proof.
  intros; unfold softmax, lse, Rdiv.
  pose proof (sum_exp_pos k a outcomes).
  rewrite ln_mult, ln_Rinv, ln_exp by (try apply Rinv_0_lt_compat; assumption || apply exp_pos).
  reflexivity.
Qed.

Lemma slope_of_lse : forall a i, In i (range 1 k) ->
  is_derive (fun u => lse (update a i u)) (a i) (softmax a i).
Proof. exact (is_derive_log_sum_exp k). Qed.

Lemma slope_of_softmax : forall a i j, In j (range 1 k) ->
  is_derive (fun u => softmax (update a j u) i) (a j) (spread (softmax a) i j).
Proof.
  intros a i j Hj; rewrite spread_unit; unfold softmax.
  pose proof (sum_exp_pos k a outcomes) as positive.
  assert (same : sum (range 1 k) (fun m => exp (update a j (a j) m))
                 = sum (range 1 k) (fun m => exp (a m)))
    by (apply sum_ext; intros; now rewrite update_same).
  pose proof (is_derive_div (fun u => exp (update a j u i))
    (fun u => sum (range 1 k) (fun m => exp (update a j u m))) (a j) _ _
    (is_derive_exp_update a j i) (is_derive_sum_exp k a j Hj)) as slope.
  simpl in slope; rewrite same, update_same in slope; specialize (slope ltac:(lra)).
  replace (exp (a i) / _ * _) with ((unit_vector j i * exp (a i) * sum (range 1 k)
    (fun m => exp (a m))
      - exp (a i) * exp (a j)) / sum (range 1 k) (fun m => exp (a m)) ^ 2) by (field; lra).
  exact slope.
Qed.

(* Near a the gradient is the softmax, and the softmax moves by the spread. *)
Lemma curvature_of_lse : forall a i j, In i (range 1 k) -> In j (range 1 k) ->
  is_derive (fun u => Derive (fun w => lse (update (update a i u) j w)) (update a i u j)) (a i)
    (spread (softmax a) i j).
Proof.
  intros a i j Hi Hj; rewrite spread_symmetric.
  apply (is_derive_ext (fun u => softmax (update a i u) j)).
  - intros; symmetry; now apply is_derive_unique, slope_of_lse.
  - now apply slope_of_softmax.
Qed.

End Categorical.
