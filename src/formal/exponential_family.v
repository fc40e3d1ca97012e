(* Proofs of what docs/families/exponential.md displays. *)

From Coq Require Import Reals List Arith Lia Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.exponential_member__N_has_value, statement.exponential_member__N,
  statement.exponential_member__mu_has_value, statement.exponential_member__mu,
  statement.exponential_member__p_has_value, statement.exponential_member__p,
  statement.exponential_member__A_has_value, statement.exponential_member__A,
  statement.exponential_member__t, statement.exponential_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => - ln (- u)) e (1 / - e).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem exponential_usual_density : statement.exponential_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem exponential_usual_log_normalizer : statement.exponential_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem exponential_gradient : statement.exponential_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem exponential_hessian : statement.exponential_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem exponential_memory : statement.exponential_memory.
Proof. start; opened; main; by_logs; ring. Qed.

Theorem exponential_sum : statement.exponential_sum.
Proof.
  start.
  assert
    (same : (fun y => beta * exp (- (beta * y)) * beta * exp (- (beta * (c - y)))) =
    (fun _ => beta ^ 2 * exp (- (beta * c)))) by (apply functional_extensionality; intros;
    by_logs; ring).
  rewrite same; parts; [lra | apply ex_RInt_const |].
  rewrite RInt_const; unfold scal; simpl; unfold mult; simpl; ring.
Qed.

Theorem exponential_conjugate : statement.exponential_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem exponential_divergence : statement.exponential_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem exponential_fit : statement.exponential_fit.
Proof. start; opened; main; means slope; by_field. Qed.
