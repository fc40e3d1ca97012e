(* Proofs of what docs/families/pareto.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.pareto_member__mu_has_value, statement.pareto_member__mu,
  statement.pareto_member__A_has_value, statement.pareto_member__A.

Lemma slope : forall a e, e < 0 ->
  is_derive (fun u : R => u * ln a - ln (- u)) e (ln a + 1 / - e).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem pareto_gradient : statement.pareto_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem pareto_hessian : statement.pareto_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem pareto_divergence : statement.pareto_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem pareto_fit : statement.pareto_fit.
Proof. start; opened; main; means slope; by_field. Qed.
