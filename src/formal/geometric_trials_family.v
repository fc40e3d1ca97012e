(* Proofs of what docs/families/geometric-trials.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.trials_member__mu_has_value, statement.trials_member__mu,
  statement.trials_member__p_has_value, statement.trials_member__p,
  statement.trials_member__A_has_value, statement.trials_member__A, statement.trials_member__t,
  statement.trials_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => u - ln (1 - exp u)) e (1 / (1 - exp e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

Theorem trials_usual_density : statement.trials_usual_density.
Proof.
  start.
  destruct x as [|x]; [lia|].
  replace (S x - 1)%nat with x by lia.
  opened; main; rewrite S_INR; by_logs; ring.
Qed.

Theorem trials_gradient : statement.trials_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem trials_hessian : statement.trials_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem trials_divergence : statement.trials_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem trials_fit : statement.trials_fit.
Proof.
  start.
  assert (negative : ln (tau / (1 + tau)) < 0) by (apply ln_negative; lra).
  opened; main; means slope; by_field.
Qed.
