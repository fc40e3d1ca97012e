(* Proofs of what docs/families/binomial.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.binomial_member__N_has_value, statement.binomial_member__N,
  statement.binomial_member__mu_has_value, statement.binomial_member__mu,
  statement.binomial_member__p_has_value, statement.binomial_member__p,
  statement.binomial_member__A_has_value, statement.binomial_member__A,
  statement.binomial_member__t, statement.binomial_member__h.

Lemma slope : forall n e, 0 < 1 ->
  is_derive (fun u : R => INR n * ln (1 + exp u)) e (INR n * (exp e / (1 + exp e))).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem binomial_usual_density : statement.binomial_usual_density.
Proof.
  intros n Hn x Hx; apply in_range in Hx; start; opened; rewrite ?logistic, ?against; main;
    rewrite Rmult_assoc; f_equal; by_logs; rewrite minus_INR by lia; ring.
Qed.

Theorem binomial_usual_log_normalizer : statement.binomial_usual_log_normalizer.
Proof. start; opened; rewrite ?logistic, ?against; main; by_field. Qed.

Theorem binomial_gradient : statement.binomial_gradient.
Proof.
  start.
  opened; rewrite ?logistic, ?against; main; (eapply by_value; [apply slope; sides | by_field]).
Qed.

Theorem binomial_hessian : statement.binomial_hessian.
Proof. start; opened; rewrite ?logistic, ?against; main; spreads slope. Qed.

Theorem binomial_conjugate : statement.binomial_conjugate.
Proof. start; opened; rewrite ?logistic, ?against; main; means slope; by_field. Qed.

Theorem binomial_divergence : statement.binomial_divergence.
Proof. start; opened; rewrite ?logistic, ?against; main; means slope; by_field. Qed.

Theorem binomial_fit : statement.binomial_fit.
Proof. start; opened; rewrite ?logistic, ?against; main; means slope; by_field. Qed.
