(* Proofs of what docs/families/logarithmic.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.logarithmic_member__mu_has_value, statement.logarithmic_member__mu,
  statement.logarithmic_member__p_has_value, statement.logarithmic_member__p,
  statement.logarithmic_member__A_has_value, statement.logarithmic_member__A,
  statement.logarithmic_member__t, statement.logarithmic_member__h_has_value,
  statement.logarithmic_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => ln (- ln (1 - exp u))) e (- (exp e / ((1 - exp e) * ln (1 - exp e)))).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem logarithmic_usual_density : statement.logarithmic_usual_density.
Proof. start; opened; main; by_logs; ring. Qed.

Theorem logarithmic_usual_log_normalizer : statement.logarithmic_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem logarithmic_gradient : statement.logarithmic_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem logarithmic_hessian : statement.logarithmic_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem logarithmic_divergence : statement.logarithmic_divergence.
Proof. start; opened; main; means slope; by_field. Qed.
