(* Proofs of what docs/families/rayleigh.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.rayleigh_member__N_has_value, statement.rayleigh_member__N,
  statement.rayleigh_member__mu_has_value, statement.rayleigh_member__mu,
  statement.rayleigh_member__p_has_value, statement.rayleigh_member__p,
  statement.rayleigh_member__A_has_value, statement.rayleigh_member__A,
  statement.rayleigh_member__t, statement.rayleigh_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => - ln (- (2 * u))) e (2 * - (1 / (2 * e))).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem rayleigh_usual_density : statement.rayleigh_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem rayleigh_usual_log_normalizer : statement.rayleigh_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem rayleigh_square_is_exponential : statement.rayleigh_square_is_exponential.
Proof. start; opened; main; by_logs; rewrite pow2_sqrt by lra; field. Qed.

Theorem rayleigh_gradient : statement.rayleigh_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem rayleigh_hessian : statement.rayleigh_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem rayleigh_conjugate : statement.rayleigh_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem rayleigh_divergence : statement.rayleigh_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem rayleigh_fit : statement.rayleigh_fit.
Proof. start; opened; main; means slope; by_field. Qed.
