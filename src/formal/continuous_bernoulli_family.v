(* Proofs of what docs/families/continuous-bernoulli.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.continuous_bernoulli_member__p_has_value, statement.continuous_bernoulli_member__p,
  statement.continuous_bernoulli_member__A_has_value, statement.continuous_bernoulli_member__A,
  statement.continuous_bernoulli_member__t, statement.continuous_bernoulli_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => ln ((exp u - 1) / u)) e (exp e / (exp e - 1) - 1 / e).
Proof.
  intros e He; pose proof (below_one e He); auto_derive; [sides | unfold Rminus; field; lra].
Qed.

Theorem continuous_bernoulli_usual_density : statement.continuous_bernoulli_usual_density.
Proof.
  start; pose proof (below_one _ H1) as below; opened; rewrite ?logistic, ?against; main.
  - apply Rgt_not_eq;
      replace (1 - 2 * (exp (eta 1%nat) / (1 + exp (eta 1%nat)))) with
      ((1 - exp (eta 1%nat)) / (1 + exp (eta 1%nat))) by (field; nonzero); positive.
  - replace (ln (1 / (1 + exp (eta 1%nat))) - ln (exp (eta 1%nat) / (1 + exp (eta 1%nat)))) with
      (- eta 1%nat) by (logs; ring).
    replace (1 - 2 * (exp (eta 1%nat) / (1 + exp (eta 1%nat)))) with
      ((1 - exp (eta 1%nat)) / (1 + exp (eta 1%nat))) by (field; nonzero).
    replace ((exp (eta 1%nat) - 1) / eta 1%nat) with ((1 - exp (eta 1%nat)) / - eta 1%nat) by
      (field; lra).
    by_ratio.
Qed.

Theorem continuous_bernoulli_gradient : statement.continuous_bernoulli_gradient.
Proof.
  start.
  pose proof (below_one _ H0) as below.
  pose proof (exp_pos (eta 1%nat)).
  assert (above : 1 - exp (- eta 1%nat) < 0) by (apply Rlt_minus; rewrite <- exp_0;
    apply exp_increasing; lra).
  opened; main; (eapply by_value; [apply slope; sides|]); rewrite exp_Ropp; field; lra.
Qed.

Theorem continuous_bernoulli_hessian : statement.continuous_bernoulli_hessian.
Proof.
  start.
  pose proof (below_one _ H0) as below.
  opened; main; eapply is_derive_ext_loc;
    [generalize (open_lt 0 _ H0); apply filter_imp; moves ltac:(means slope) | auto_derive;
    [repeat split; lra | unfold Rminus; field; lra]].
Qed.

Lemma exponential_over_unit : forall c, c <> 0 ->
  is_RInt (fun x => exp (c * x)) 0 1 ((exp c - 1) / c).
Proof.
  intros c Hc; replace ((exp c - 1) / c) with (minus (exp (c * 1) / c) (exp (c * 0) / c)).
  - apply (is_RInt_derive (fun x => exp (c * x) / c)).
    + intros; auto_derive; [exact I | field; exact Hc].
    + intros; apply (ex_derive_continuous (fun x => exp (c * x))); auto_derive; exact I.
  - rewrite Rmult_0_r, exp_0, Rmult_1_r; unfold minus, plus, opp; simpl; field; exact Hc.
Qed.

Theorem continuous_bernoulli_mirror : statement.continuous_bernoulli_mirror.
Proof.
  intros s Hs; pose proof (exponential_over_unit s ltac:(lra)) as rises.
  pose proof (exponential_over_unit (- s) ltac:(lra)) as falls.
  apply (is_RInt_ext _ (fun x => exp (- (s * x)))) in falls; [|intros; f_equal; ring].
  assert (large : 1 < exp s) by (rewrite <- exp_0; apply exp_increasing; lra).
  rewrite (is_RInt_unique _ _ _ _ rises), (is_RInt_unique _ _ _ _ falls).
  assert (up : 0 < (exp s - 1) / s) by (apply Rdiv_lt_0_compat; lra).
  assert (same : (exp (- s) - 1) / - s = (exp s - 1) / s * exp (- s))
    by (rewrite exp_Ropp; field; lra).
  rewrite same; pose proof (exp_pos (- s)); parts; try lra; try (now eexists; eassumption).
  - now apply Rmult_lt_0_compat.
  - rewrite ln_mult, ln_exp by assumption; lra.
Qed.
