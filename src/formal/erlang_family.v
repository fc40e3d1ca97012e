(* Proofs of what docs/families/erlang.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.erlang_member__N_has_value, statement.erlang_member__N,
  statement.erlang_member__mu_has_value, statement.erlang_member__mu,
  statement.erlang_member__p_has_value, statement.erlang_member__p,
  statement.erlang_member__A_has_value, statement.erlang_member__A, statement.erlang_member__t,
  statement.erlang_member__h_has_value, statement.erlang_member__h.

Lemma slope : forall k e, e < 0 ->
  is_derive (fun u : R => - (INR k * ln (- u))) e (INR k / - e).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem erlang_one_is_exponential : statement.erlang_one_is_exponential.
Proof.
  start; apply (INR_eq k 1) in H2; subst k; opened; main.
  cbv [Nat.sub fact INR pow Nat.add Nat.mul]; by_ratio.
Qed.

Theorem erlang_counts : statement.erlang_counts.
Proof.
  start; assert (slope : forall m b, 0 < b -> is_derive (fun u : R => sum (range 0 m)
      (fun n => (b * u) ^ n * exp (- (b * u)) / INR (fact n))) x
      (- (b * (b * x) ^ m * exp (- (b * x)) / INR (fact m)))).
  { intros m b Hb; induction m as [|m IH].
    - cbv [range sum fold_right seq Nat.sub]; auto_derive; [exact I|]; cbn [fact INR pow]; field.
    - apply (is_derive_ext (fun u => sum (range 0 m)
        (fun n => (b * u) ^ n * exp (- (b * u)) / INR (fact n))
        + (b * u) ^ S m * exp (- (b * u)) / INR (fact (S m)))).
      { intros t; rewrite range_snoc, sum_app by lia; cbv [sum fold_right]; of_reals; ring. }
      eapply by_value; [apply (is_derive_plus (V := R_NormedModule)); [exact IH|]|].
      { auto_derive; [exact I | reflexivity]. }
      pose proof (INR_fact_lt_0 m); pose proof (lt_0_INR (S m) ltac:(lia)).
      change (fact m + m * fact m)%nat with (fact (S m)).
      change (match m with 0%nat => 1 | S _ => INR m + 1 end) with (INR (S m)).
      rewrite fact_simpl, mult_INR, S_INR in *; cbn [pow]; change plus with Rplus; field; lra. }
  assert (Hb : 0 < - eta 1%nat) by lra; specialize (slope (k - 1)%nat _ Hb).
  opened; parts; try (eexists; exact slope); try sides; rewrite (is_derive_unique _ _ _ slope).
  flat; pose proof (INR_fact_lt_0 (k - 1)).
  replace (- eta 1%nat * (- eta 1%nat * x) ^ (k - 1)) with ((- eta 1%nat) ^ k * x ^ (k - 1))
    by (rewrite Rpow_mult_distr; replace k with (S (k - 1)) at 1 by lia; cbn [pow]; ring).
  rewrite Ropp_involutive.
  by_ratio.
Qed.

Theorem erlang_gradient : statement.erlang_gradient.
Proof. start; opened; main; apply slope; sides. Qed.

Theorem erlang_hessian : statement.erlang_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem erlang_conjugate : statement.erlang_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem erlang_divergence : statement.erlang_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem erlang_fit : statement.erlang_fit.
Proof. start; opened; main; means slope; by_field. Qed.
