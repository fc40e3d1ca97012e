(* Proofs of what docs/families/poisson.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.poisson_member__N_has_value, statement.poisson_member__N,
  statement.poisson_member__mu_has_value, statement.poisson_member__mu,
  statement.poisson_member__p_has_value, statement.poisson_member__p,
  statement.poisson_member__A, statement.poisson_member__t,
  statement.poisson_member__h_has_value, statement.poisson_member__h.

Lemma slope : forall e, 0 < 1 ->
  is_derive (fun u : R => exp u) e (exp e).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem poisson_usual_density : statement.poisson_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem poisson_usual_parameters : statement.poisson_usual_parameters.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem poisson_usual_log_normalizer : statement.poisson_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem poisson_gradient : statement.poisson_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem poisson_hessian : statement.poisson_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem poisson_conjugate : statement.poisson_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem poisson_divergence : statement.poisson_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem poisson_fit : statement.poisson_fit.
Proof. start; opened; main; means slope; by_field. Qed.
