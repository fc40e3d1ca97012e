(* Proofs of what docs/errata.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family exponential_bounds statements.
Open Scope R_scope.

(* Jensen's inequality: the mean exponent is at most the logarithm of the mean exponential. *)
Lemma mean_below_log_mean : forall {T : Type} (items : list T) (p y : T -> R),
  items <> nil -> (forall x, In x items -> 0 < p x) -> sum items p = 1 ->
  sum items (fun x => p x * y x) <= ln (sum items (fun x => p x * exp (y x))).
Proof.
  intros T items p y some positive one; set (m := sum items (fun x => p x * y x)).
  assert (total : 0 < sum items (fun x => p x * exp (y x))).
  { apply sum_pos; [exact some|]; intros; apply Rmult_lt_0_compat;
      [now apply positive | apply exp_pos]. }
  apply exp_reflects_le; rewrite exp_ln by exact total.
  replace (exp m) with (sum items (fun x => p x * (exp m * (1 + (y x - m))))).
  - apply sum_le; intros x Hx; apply Rmult_le_compat_l; [left; now apply positive|].
    apply exp_tangent.
  - rewrite (sum_ext _ _ (fun x => exp m * (1 - m) * p x + exp m * (p x * y x)))
      by (intros; ring).
    rewrite sum_plus, !sum_scale; change (fun x => p x) with p; rewrite one; fold m; ring.
Qed.

Theorem lower_bound_of_logsumexp : statement.lower_bound_of_logsumexp.
Proof.
  intros k Hk x p [positive one] t Ht.
  assert (some : range 1 k <> nil) by (apply range_nonempty; lia).
  parts; try exact positive; try lra.
  - apply sum_exp_pos; lia.
  - apply sum_pos; [exact some | intros; apply exp_pos].
  - pose proof (mean_below_log_mean (range 1 k) p (fun i => x i - ln (p i)) some positive one)
      as first.
    pose proof (mean_below_log_mean (range 1 k) p (fun i => 1 / (t - 1) * ln (p i)) some
      positive one) as second.
    rewrite (sum_ext _ (fun i => p i * exp (x i - ln (p i))) (fun i => exp (x i))) in first.
    + rewrite (sum_ext _ (fun i => p i * exp (1 / (t - 1) * ln (p i)))
        (fun i => Rpower (p i) (t / (t - 1)))) in second.
      * rewrite (sum_ext _ (fun i => p i * (x i - ln (p i)))
          (fun i => p i * x i - p i * ln (p i))), sum_minus in first by (intros; ring).
        rewrite (sum_ext _ (fun i => p i * (1 / (t - 1) * ln (p i)))
          (fun i => 1 / (t - 1) * (p i * ln (p i)))), sum_scale in second by (intros; ring).
        apply (Rmult_le_compat_l (t - 1)) in second; [|lra].
        rewrite <- Rmult_assoc in second.
        replace ((t - 1) * (1 / (t - 1))) with 1 in second by (field; lra); lra.
      * intros i Hi; pose proof (positive i Hi); unfold Rpower.
        rewrite <- (exp_ln (p i)) at 1 by assumption; rewrite <- exp_plus; f_equal; field; lra.
    + intros i Hi; pose proof (positive i Hi); unfold Rminus.
      rewrite exp_plus, exp_Ropp, exp_ln by assumption; field; lra.
Qed.

(* Both sides of a bound on the exponential function are numbers. *)
Ltac numbers :=
  cbn [taylor Nat.mul Nat.add];
  repeat match goal with
  | |- context [factorial ?n] =>
      let value := eval vm_compute in (factorial n) in change (factorial n) with value
  end; lra.

Ltac below n := apply (exp_below n); numbers.

Ltac above n := eapply Rle_trans; [|apply (exp_above n)]; numbers.

Theorem log_of_a_half : statement.log_of_a_half.
Proof.
  split; [lra|]; replace (1 / 2) with (/ 2) by lra; rewrite ln_Rinv by lra.
  assert (least : exp (6931471805 / 10 ^ 10) <= exp (ln 2)) by (rewrite exp_ln by lra; below 6%nat).
  assert (most : exp (ln 2) <= exp (69314718057 / 10 ^ 11)) by (rewrite exp_ln by lra; above 6%nat).
  apply exp_reflects_le in least, most; apply Rabs_def1; lra.
Qed.

Theorem three_exponentials : statement.three_exponentials.
Proof.
  pose proof exp_0.
  assert (11051 / 10 ^ 4 <= exp (1 / 10)) by above 2%nat.
  assert (exp (1 / 10) <= 11052 / 10 ^ 4) by below 2%nat.
  assert (12214 / 10 ^ 4 <= exp (2 / 10)) by above 2%nat.
  assert (exp (2 / 10) <= 12215 / 10 ^ 4) by below 2%nat.
  apply Rabs_le; lra.
Qed.

Theorem three_exponentials_logarithm : statement.three_exponentials_logarithm.
Proof.
  pose proof exp_0; pose proof (exp_pos (1 / 10)); pose proof (exp_pos (2 / 10)).
  split; [lra|]; set (total := exp 0 + exp (1 / 10) + exp (2 / 10)).
  assert (least : exp (12016 / 10 ^ 4) <= exp (ln total)).
  { rewrite exp_ln by (unfold total; lra).
    assert (exp (12016 / 10 ^ 4) <= 33263 / 10 ^ 4) by below 5%nat.
    assert (11051 / 10 ^ 4 <= exp (1 / 10)) by above 2%nat.
    assert (12214 / 10 ^ 4 <= exp (2 / 10)) by above 2%nat.
    unfold total; lra. }
  assert (most : exp (ln total) <= exp (12024 / 10 ^ 4)).
  { rewrite exp_ln by (unfold total; lra).
    assert (33268 / 10 ^ 4 <= exp (12024 / 10 ^ 4)) by above 5%nat.
    assert (exp (1 / 10) <= 11052 / 10 ^ 4) by below 2%nat.
    assert (exp (2 / 10) <= 12215 / 10 ^ 4) by below 2%nat.
    unfold total; lra. }
  apply exp_reflects_le in least, most; apply Rabs_le; lra.
Qed.
