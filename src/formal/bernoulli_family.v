(* Proofs of what docs/families/bernoulli.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.bernoulli_member__N_has_value, statement.bernoulli_member__N,
  statement.bernoulli_member__mu_has_value, statement.bernoulli_member__mu,
  statement.bernoulli_member__p_has_value, statement.bernoulli_member__p,
  statement.bernoulli_member__A_has_value, statement.bernoulli_member__A,
  statement.bernoulli_member__t, statement.bernoulli_member__h.

Lemma slope : forall e, 0 < 1 ->
  is_derive (fun u : R => ln (1 + exp u)) e (exp e / (1 + exp e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem bernoulli_usual_density : statement.bernoulli_usual_density.
Proof.
  intros x Hx; apply in_range in Hx; assert (x = 0%nat \/ x = 1%nat) as [-> | ->] by lia; start;
    opened; rewrite ?logistic, ?against; main; simpl INR; simpl pow; by_ratio.
Qed.

Theorem bernoulli_usual_parameters : statement.bernoulli_usual_parameters.
Proof. start; opened; rewrite ?logistic, ?against; main; by_field. Qed.

Theorem bernoulli_usual_log_normalizer : statement.bernoulli_usual_log_normalizer.
Proof. start; opened; rewrite ?logistic, ?against; main; by_field. Qed.

Theorem bernoulli_gradient : statement.bernoulli_gradient.
Proof.
  start.
  opened; rewrite ?logistic, ?against; main; (eapply by_value; [apply slope; sides | by_field]).
Qed.

Theorem bernoulli_hessian : statement.bernoulli_hessian.
Proof. start; opened; rewrite ?logistic, ?against; main; spreads slope. Qed.

Theorem bernoulli_conjugate : statement.bernoulli_conjugate.
Proof. start; opened; rewrite ?logistic, ?against; main; means slope; by_field. Qed.

Theorem bernoulli_divergence : statement.bernoulli_divergence.
Proof. start; opened; rewrite ?logistic, ?against; main; means slope; by_field. Qed.

Theorem bernoulli_fit : statement.bernoulli_fit.
Proof. start; opened; rewrite ?logistic, ?against; main; means slope; by_field. Qed.
