(* Proofs of what docs/families/mallows.md displays: sums of powers, one for each place. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Notation A := statement.mallows_member__A.
Notation mu := statement.mallows_member__mu.

(* The weights of one place, and their first and second moments, as functions of the parameter. *)
Definition weights (n : nat) (s : R) : R := sum (range 0 n) (fun i => exp (INR i * s)).
Definition firsts (n : nat) (s : R) : R := sum (range 0 n) (fun i => INR i * exp (INR i * s)).
Definition seconds (n : nat) (s : R) : R :=
  sum (range 0 n) (fun i => INR i ^ 2 * exp (INR i * s)).

Lemma weights_pos : forall n s, 0 < weights n s.
Proof.
  intros; apply sum_pos; [apply range_nonempty; lia | intros; apply exp_pos].
Qed.

Lemma powers : forall i s, exp s ^ i = exp (INR i * s).
Proof.
  intros i s; induction i as [|i IH]; [simpl; now rewrite Rmult_0_l, exp_0|].
  rewrite S_INR, Rmult_plus_distr_r, Rmult_1_l, Rplus_comm, exp_plus, <- IH; reflexivity.
Qed.

Lemma weights_by_powers : forall n s, sum (range 0 n) (fun i => exp s ^ i) = weights n s.
Proof. intros; apply sum_ext; intros; apply powers. Qed.

Lemma firsts_by_powers : forall n s,
  sum (range 0 n) (fun i => INR i * exp s ^ i) = firsts n s.
Proof. intros; apply sum_ext; intros; now rewrite powers. Qed.

Lemma seconds_by_powers : forall n s,
  sum (range 0 n) (fun i => INR i ^ 2 * exp s ^ i) = seconds n s.
Proof. intros; apply sum_ext; intros; now rewrite powers. Qed.

(* ------------------------------------------------------------------------- derivatives *)

Lemma weights_slope : forall n s, is_derive (weights n) s (firsts n s).
Proof.
  intros; apply (is_derive_sum (range 0 n) (fun i u => exp (INR i * u))); intros.
  auto_derive; [trivial | ring].
Qed.

Lemma firsts_slope : forall n s, is_derive (firsts n) s (seconds n s).
Proof.
  intros; apply (is_derive_sum (range 0 n) (fun i u => INR i * exp (INR i * u))); intros.
  auto_derive; [trivial | ring].
Qed.

Lemma place_slope : forall n s, is_derive (fun u => ln (weights n u)) s
  (firsts n s / weights n s).
Proof.
  intros; apply (is_derive_comp ln (weights n)); [apply is_derive_ln, weights_pos|].
  apply weights_slope.
Qed.

Lemma place_curvature : forall n s, is_derive (fun u => firsts n u / weights n u) s
  (seconds n s / weights n s - (firsts n s / weights n s) ^ 2).
Proof.
  intros; pose proof (Rgt_not_eq _ _ (weights_pos n s)) as nonzero.
  eapply by_value; [apply (is_derive_div (firsts n) (weights n));
    [apply firsts_slope | apply weights_slope | exact nonzero]|].
  simpl; field; exact nonzero.
Qed.

Definition mean (m : nat) (s : R) : R :=
  sum (range 1 m) (fun j => firsts (j - 1) s / weights (j - 1) s).

Lemma slope : forall m eta s, is_derive (fun u : R => A m (update eta 1 u)) s (mean m s).
Proof.
  intros; apply (is_derive_sum (range 1 m) (fun j u => ln (weights (j - 1) u))); intros.
  apply place_slope.
Qed.

Lemma normalizer_exists : forall m eta, statement.mallows_member__A_has_value m eta.
Proof. intros m eta j _; apply weights_pos. Qed.

Lemma mean_exists : forall m eta, statement.mallows_member__mu_has_value m eta.
Proof.
  split; intros i Hi; places Hi.
  - apply filter_forall; intros; apply normalizer_exists.
  - eexists; apply slope.
Qed.

Lemma powers_nonzero : forall n s, sum (range 0 n) (fun i => exp s ^ i) <> 0.
Proof. intros; rewrite weights_by_powers; apply Rgt_not_eq, weights_pos. Qed.

Theorem mallows_gradient : statement.mallows_gradient.
Proof.
  intros m _ eta; parts.
  - apply filter_forall; intros; apply normalizer_exists.
  - intros; apply powers_nonzero.
  - eapply by_value; [apply slope|]; apply sum_ext; intros.
    now rewrite weights_by_powers, firsts_by_powers.
Qed.

Theorem mallows_hessian : statement.mallows_hessian.
Proof.
  intros m _ eta; parts.
  - do 2 (apply filter_forall; intros); apply normalizer_exists.
  - apply filter_forall; intros; eexists; apply slope.
  - intros; apply powers_nonzero.
  - apply (is_derive_ext (mean m)); [intros; symmetry; apply is_derive_unique, slope|].
    eapply by_value.
    + apply (is_derive_sum (range 1 m) (fun j u => firsts (j - 1) u / weights (j - 1) u)).
      intros; apply place_curvature.
    + apply sum_ext; intros.
      now rewrite weights_by_powers, firsts_by_powers, seconds_by_powers.
Qed.

Theorem mallows_conjugate : statement.mallows_conjugate.
Proof.
  intros m _ eta; parts.
  - split; [apply mean_exists | apply normalizer_exists].
  - apply exp_pos.
  - intros; apply powers_nonzero.
  - intros; rewrite weights_by_powers; apply weights_pos.
  - unfold statement.mallows_member__N; change (range 1 1) with [1%nat]; simpl sum at 1.
    unfold mu; rewrite (is_derive_unique _ _ _ (slope m eta (eta 1%nat))).
    rewrite (sum_ext (range 1 m) _ (fun j =>
      eta 1%nat * (firsts (j - 1) (eta 1%nat) / weights (j - 1) (eta 1%nat))
      - ln (weights (j - 1) (eta 1%nat)))).
    + rewrite sum_minus, sum_scale; unfold A, mean, weights; ring.
    + intros; now rewrite ln_exp, firsts_by_powers, weights_by_powers.
Qed.

(* -------------------------------------------------------------------------- reversing *)

Lemma weights_reversed : forall n s, weights n (- s) = exp (- (INR n * s)) * weights n s.
Proof.
  intros n s; induction n as [|n IH].
  - unfold weights; simpl; rewrite !Rmult_0_l, Ropp_0, exp_0; ring.
  - unfold weights at 1; rewrite sum_shift.
    rewrite (sum_ext _ _ (fun i => exp (- s) * exp (INR i * - s)))
      by (intros; rewrite S_INR, <- exp_plus; f_equal; ring).
    rewrite sum_scale; fold (weights n (- s)); rewrite IH.
    unfold weights at 2; rewrite sum_last; fold (weights n s).
    rewrite (Rmult_plus_distr_l _ (weights n s)), <- exp_plus, <- Rmult_assoc, <- exp_plus.
    rewrite S_INR; simpl (INR 0).
    replace (- s + - (INR n * s)) with (- ((INR n + 1) * s)) by ring.
    replace (- ((INR n + 1) * s) + (INR n + 1) * s) with 0 by ring.
    replace (0 * - s) with 0 by ring; rewrite exp_0; ring.
Qed.

Lemma places_sum : forall m s, sum (range 1 m) (fun j => INR (j - 1) * s)
  = INR m * (INR m - 1) / 2 * s.
Proof.
  intros m s; induction m as [|m IH]; [simpl; field|].
  rewrite range_snoc, sum_app, IH by lia; cbn [sum fold_right].
  replace (S m - 1)%nat with m by lia; rewrite S_INR; field.
Qed.

Theorem mallows_reversed : statement.mallows_reversed.
Proof.
  intros m _ eta; parts; try apply normalizer_exists.
  rewrite <- places_sum; unfold A; rewrite <- sum_minus; apply sum_ext; intros j _.
  change (ln (weights (j - 1) (- eta 1%nat))
    = ln (weights (j - 1) (eta 1%nat)) - INR (j - 1) * eta 1%nat).
  rewrite weights_reversed, ln_mult, ln_exp by (apply exp_pos || apply weights_pos); ring.
Qed.
