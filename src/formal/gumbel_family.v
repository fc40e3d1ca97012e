(* Proofs of what docs/families/gumbel.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.gumbel_member__mu_has_value, statement.gumbel_member__mu,
  statement.gumbel_member__p_has_value, statement.gumbel_member__p,
  statement.gumbel_member__A_has_value, statement.gumbel_member__A, statement.gumbel_member__t,
  statement.gumbel_member__h.

Lemma slope : forall e, 0 < e ->
  is_derive (fun u : R => - ln u) e (- (1 / e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem gumbel_usual_density : statement.gumbel_usual_density.
Proof.
  start.
  assert (moved : exp (- (x - ln (eta 1%nat))) = eta 1%nat * exp (- x)) by (by_logs; ring).
  opened; main; by_logs; rewrite moved; ring.
Qed.

Theorem gumbel_usual_log_normalizer : statement.gumbel_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem gumbel_gradient : statement.gumbel_gradient.
Proof.
  start.
  replace (exp (- ln (eta 1%nat))) with (1 / eta 1%nat) by by_ratio.
  opened; main; apply slope; lra.
Qed.

Theorem gumbel_hessian : statement.gumbel_hessian.
Proof.
  start.
  replace (exp (- (2 * ln (eta 1%nat)))) with (1 / eta 1%nat ^ 2) by by_ratio.
  opened; main; spreads slope.
Qed.

Theorem gumbel_distribution_function : statement.gumbel_distribution_function.
Proof.
  start.
  opened; main; auto_derive; [trivial|];
    replace (exp (eta 1%nat * - exp (- x) + 0 - - ln (eta 1%nat))) with
    (eta 1%nat * exp (- (eta 1%nat * exp (- x)))) by (by_logs; ring); ring.
Qed.

Theorem gumbel_larger : statement.gumbel_larger.
Proof. start; opened; main; by_logs; ring. Qed.

Theorem gumbel_divergence : statement.gumbel_divergence.
Proof.
  start.
  opened; main; means slope;
    replace (exp (ln (zeta 1%nat) - ln (eta 1%nat))) with (zeta 1%nat / eta 1%nat) by by_ratio;
    field; lra.
Qed.

Theorem gumbel_fit : statement.gumbel_fit.
Proof. start; opened; main; means slope; by_field. Qed.
