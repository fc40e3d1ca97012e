(* Sums of counts: Vandermonde's identity, and the binomial theorem in the sum of two Poisson
   variables. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums statements.
Open Scope R_scope.

(* ------------------------------------------------------------------ binomial coefficients *)

Lemma choose_none : forall n, binomial n 0 = 1.
Proof.
  intros n; unfold binomial, Binomial.C; rewrite Nat.sub_0_r; cbn [Nat.leb].
  change (INR (fact 0)) with 1; field; apply INR_fact_neq_0.
Qed.

Lemma choose_too_many : forall n k, (n < k)%nat -> binomial n k = 0.
Proof. intros n k H; unfold binomial; now rewrite (proj2 (Nat.leb_gt k n) H). Qed.

Lemma choose_all : forall n, binomial n n = 1.
Proof.
  intros n; unfold binomial, Binomial.C; rewrite Nat.leb_refl, Nat.sub_diag.
  change (INR (fact 0)) with 1; field; apply INR_fact_neq_0.
Qed.

Lemma pascal_rule : forall n k, binomial (S n) (S k) = binomial n k + binomial n (S k).
Proof.
  intros n k; destruct (lt_eq_lt_dec k n) as [[less | ->] | more].
  - unfold binomial; rewrite !(proj2 (Nat.leb_le _ _)) by lia; now rewrite pascal.
  - rewrite !choose_all, choose_too_many by lia; ring.
  - rewrite !choose_too_many by lia; ring.
Qed.

Theorem binomial_sum : statement.binomial_sum.
Proof.
  intros a b; induction a as [|a IH]; intros c.
  - destruct c as [|c]; [simpl; rewrite !choose_none; ring|].
    rewrite sum_shift, sum_zero, choose_none by (intros; rewrite choose_too_many by lia; ring).
    rewrite Nat.sub_0_r; simpl; ring.
  - destruct c as [|c]; [simpl; rewrite !choose_none; ring|].
    rewrite sum_shift.
    rewrite (sum_ext _ _ (fun j => binomial a j * binomial b (c - j)
      + binomial a (S j) * binomial b (c - j)))
      by (intros; rewrite pascal_rule; change (S c - S x)%nat with (c - x)%nat; ring).
    rewrite sum_plus, IH; change (S a + b)%nat with (S (a + b)).
    rewrite pascal_rule, <- (IH (S c)), sum_shift, !choose_none.
    change (fun j => binomial a (S j) * binomial b (S c - S j))
      with (fun j => binomial a (S j) * binomial b (c - j)); ring.
Qed.

(* ------------------------------------------------------------------- two Poisson variables *)

Lemma sum_as_library : forall n f, sum (range 0 n) f = sum_f_R0 f n.
Proof.
  intros n f; induction n as [|n IH]; [simpl; ring|].
  rewrite sum_last, IH; reflexivity.
Qed.

Theorem poisson_sum : statement.poisson_sum.
Proof.
  intros c l _ k _; parts; try (intros; apply INR_fact_neq_0).
  rewrite Ropp_plus_distr, exp_plus, (Binomial.binomial l k c), <- sum_as_library.
  rewrite (sum_ext _ _ (fun j => exp (- l) * exp (- k) / INR (fact c)
    * (Binomial.C c j * l ^ j * k ^ (c - j)))).
  - rewrite sum_scale; field; apply INR_fact_neq_0.
  - intros j _; unfold Binomial.C; field; repeat split; apply INR_fact_neq_0.
Qed.
