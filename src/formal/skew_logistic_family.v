(* Proofs of what docs/families/skew-logistic.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.skew_logistic_member__N_has_value, statement.skew_logistic_member__N,
  statement.skew_logistic_member__mu_has_value, statement.skew_logistic_member__mu,
  statement.skew_logistic_member__p_has_value, statement.skew_logistic_member__p,
  statement.skew_logistic_member__A_has_value, statement.skew_logistic_member__A,
  statement.skew_logistic_member__t_has_value, statement.skew_logistic_member__t,
  statement.skew_logistic_member__h_has_value, statement.skew_logistic_member__h.

Lemma slope : forall e, 0 < e ->
  is_derive (fun u : R => - ln u) e (- (1 / e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem skew_logistic_usual_density : statement.skew_logistic_usual_density.
Proof. start; opened; main; by_logs; rewrite (ln_one_plus_exp x); ring. Qed.

Theorem skew_logistic_distribution_function : statement.skew_logistic_distribution_function.
Proof.
  start.
  opened; main; apply (is_derive_ext (fun u => exp (- (eta 1%nat * ln (1 + exp (- u))))));
    [intros; unfold Rpower; rewrite exp_Ropp; of_reals; field; nonzero|]; auto_derive;
    [positive|]; apply ln_inv; [positive | positive |]; logs; rewrite (ln_one_plus_exp x); field.
Qed.

Theorem skew_logistic_probability_is_power : statement.skew_logistic_probability_is_power.
Proof.
  start.
  assert (odds : exp (ln y - ln (1 - y)) = y / (1 - y)) by (by_logs; ring).
  assert (against : exp (- (ln y - ln (1 - y))) = (1 - y) / y) by (by_logs; ring).
  opened; main; rewrite odds, against;
    replace (1 + y / (1 - y)) with (/ (1 - y)) by (field; lra);
    replace (1 + (1 - y) / y) with (/ y) by (field; lra); by_ratio.
Qed.

Theorem skew_logistic_gradient : statement.skew_logistic_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem skew_logistic_hessian : statement.skew_logistic_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem skew_logistic_larger : statement.skew_logistic_larger.
Proof. start; opened; main; by_logs; ring. Qed.

Theorem skew_logistic_conjugate : statement.skew_logistic_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem skew_logistic_divergence : statement.skew_logistic_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem skew_logistic_fit : statement.skew_logistic_fit.
Proof. start; opened; main; means slope; by_field. Qed.
