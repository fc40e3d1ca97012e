(* Proofs of what docs/families/power-function.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.power_function_member__mu_has_value, statement.power_function_member__mu,
  statement.power_function_member__p_has_value, statement.power_function_member__p,
  statement.power_function_member__A_has_value, statement.power_function_member__A,
  statement.power_function_member__t_has_value, statement.power_function_member__t,
  statement.power_function_member__h_has_value, statement.power_function_member__h.

Lemma slope : forall e, 0 < e ->
  is_derive (fun u : R => - ln u) e (- (1 / e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem power_function_usual_density : statement.power_function_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem power_function_gradient : statement.power_function_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem power_function_hessian : statement.power_function_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem power_function_divergence : statement.power_function_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem power_function_fit : statement.power_function_fit.
Proof. start; opened; main; means slope; by_field. Qed.
