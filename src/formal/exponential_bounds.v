(* The exponential function of a rational number, between rational numbers. *)

From Coq Require Import Reals ZArith Lia Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(* The factorial as an integer in binary, with which the prover calculates. *)
Fixpoint factorial (n : nat) : Z :=
  match n with
  | O => 1
  | S m => Z.of_nat n * factorial m
  end.

Lemma factorial_is : forall n, IZR (factorial n) = INR (fact n).
Proof.
  induction n as [|n IH]; [reflexivity|].
  change (factorial (S n)) with (Z.of_nat (S n) * factorial n)%Z.
  rewrite mult_IZR, IH, <- INR_IZR_INZ, fact_simpl, mult_INR; reflexivity.
Qed.

(* The first terms of its series: x ^ 0 / 0! + ... + x ^ n / n!. *)
Fixpoint taylor (n : nat) (x : R) : R :=
  match n with
  | O => 1
  | S m => taylor m x + x ^ n / IZR (factorial n)
  end.

Lemma taylor_zero : forall n, taylor n 0 = 1.
Proof.
  induction n as [|n IH]; [reflexivity|]; cbn [taylor].
  rewrite IH, pow_i by lia; unfold Rdiv; ring.
Qed.

Lemma taylor_slope : forall n x, is_derive (taylor (S n)) x (taylor n x).
Proof.
  induction n as [|n IH]; intros x.
  - simpl taylor; auto_derive; [exact I | cbn; field].
  - apply (is_derive_ext (fun u => taylor (S n) u + u ^ S (S n) / INR (fact (S (S n)))));
      [intros u; rewrite <- factorial_is; reflexivity|].
    change (taylor (S n) x) with (taylor n x + x ^ S n / IZR (factorial (S n))).
    rewrite factorial_is.
    apply (is_derive_plus (V := R_NormedModule)); [apply IH|].
    pose proof (INR_fact_neq_0 (S n)); pose proof (not_0_INR (S (S n)) ltac:(lia)).
    replace (x ^ S n / INR (fact (S n)))
      with (/ INR (fact (S (S n))) * (INR (S (S n)) * 1 * x ^ S n))
      by (rewrite (fact_simpl (S n)), mult_INR; field; split; assumption).
    apply (is_derive_ext (fun u => / INR (fact (S (S n))) * u ^ S (S n)));
      [intros; apply Rmult_comm|].
    apply is_derive_scal, (is_derive_pow (fun u => u)), (is_derive_id (K := R_AbsRing)).
Qed.

(* What is left of exp x changes as the rest of one term less. *)
Lemma rest : forall n x, exists c, Rmin 0 x <= c <= Rmax 0 x /\
  exp x - taylor (S n) x = (exp c - taylor n c) * x.
Proof.
  intros n x; assert (slope : forall u, is_derive (fun u => exp u - taylor (S n) u) u
    (exp u - taylor n u)).
  { intros u; apply (is_derive_minus (V := R_NormedModule) exp (taylor (S n)));
      [apply is_derive_exp | apply taylor_slope]. }
  destruct (MVT_gen (fun u => exp u - taylor (S n) u) 0 x (fun u => exp u - taylor n u))
    as [c [between value]].
  - intros u _; apply slope.
  - intros u _; apply continuity_pt_filterlim.
    apply (ex_derive_continuous (V := R_NormedModule) (fun u => exp u - taylor (S n) u)).
    eexists; apply slope.
  - exists c; split; [exact between|]; rewrite taylor_zero, exp_0 in value; lra.
Qed.

Lemma above_taylor : forall m x,
  0 <= (exp x - taylor (2 * m) x) * x /\ 0 <= exp x - taylor (S (2 * m)) x.
Proof.
  assert (step : forall n, (forall x, 0 <= (exp x - taylor n x) * x) ->
    forall x, 0 <= exp x - taylor (S n) x).
  { intros n even x; destruct (rest n x) as [c [between ->]]; specialize (even c).
    destruct (Rlt_le_dec x 0) as [negative | nonnegative].
    - rewrite Rmin_right, Rmax_left in between by lra.
      destruct (Req_dec c 0) as [-> | some]; [rewrite taylor_zero, exp_0; lra | nra].
    - rewrite Rmin_left, Rmax_right in between by lra.
      destruct (Req_dec c 0) as [-> | some]; [rewrite taylor_zero, exp_0; lra | nra]. }
  assert (first : forall n, (forall x, 0 <= exp x - taylor n x) ->
    forall x, 0 <= (exp x - taylor (S n) x) * x).
  { intros n odd x; destruct (rest n x) as [c [between ->]]; specialize (odd c); nra. }
  assert (all : forall m, (forall x, 0 <= (exp x - taylor (2 * m) x) * x)).
  { induction m as [|m IH].
    - intros x; change (taylor (2 * 0) x) with 1; pose proof (exp_ineq1_le x).
      destruct (Rlt_le_dec x 0) as [negative | nonnegative]; [|nra].
      apply exp_increasing in negative; rewrite exp_0 in negative.
      assert (x < 0) by (apply exp_lt_inv; rewrite exp_0; exact negative); nra.
    - replace (2 * S m)%nat with (S (S (2 * m))) by lia; apply first, step, IH. }
  intros m x; split; [apply all | apply step, all].
Qed.

Lemma exp_above : forall m x, taylor (S (2 * m)) x <= exp x.
Proof. intros m x; pose proof (above_taylor m x); lra. Qed.

Lemma exp_below : forall m x c, 0 < c -> 1 <= c * taylor (S (2 * m)) (- x) -> exp x <= c.
Proof.
  intros m x c Hc large; pose proof (exp_above m (- x)); pose proof (exp_pos x).
  assert (one : exp x * exp (- x) = 1) by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
  apply (Rmult_le_compat_l c) in H; [|lra].
  apply (Rmult_le_reg_r (exp (- x))); [apply exp_pos | lra].
Qed.
