(* Proofs of what docs/families/laplace.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.laplace_member__N_has_value, statement.laplace_member__N,
  statement.laplace_member__mu_has_value, statement.laplace_member__mu,
  statement.laplace_member__p_has_value, statement.laplace_member__p,
  statement.laplace_member__A_has_value, statement.laplace_member__A,
  statement.laplace_member__t, statement.laplace_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => ln (- (2 / u))) e (- (1 / e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem laplace_usual_density : statement.laplace_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem laplace_usual_log_normalizer : statement.laplace_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem laplace_gradient : statement.laplace_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem laplace_hessian : statement.laplace_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem laplace_conjugate : statement.laplace_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem laplace_divergence : statement.laplace_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem laplace_fit : statement.laplace_fit.
Proof. start; opened; main; means slope; by_field. Qed.
