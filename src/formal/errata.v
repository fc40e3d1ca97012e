(* Proofs of what docs/errata.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements.
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
