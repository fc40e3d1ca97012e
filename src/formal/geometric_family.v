(* Proofs of what docs/families/geometric.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.geometric_member__N_has_value, statement.geometric_member__N,
  statement.geometric_member__mu_has_value, statement.geometric_member__mu,
  statement.geometric_member__p_has_value, statement.geometric_member__p,
  statement.geometric_member__A_has_value, statement.geometric_member__A,
  statement.geometric_member__t, statement.geometric_member__h.

Lemma slope : forall e, e < 0 ->
  is_derive (fun u : R => - ln (1 - exp u)) e (exp e / (1 - exp e)).
Proof. intros; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero]. Qed.

(* The probability of at least m failures. *)
Lemma later_mass : forall m s, s < 0 ->
  is_series (fun j => (1 - exp s) * exp s ^ m * exp s ^ j) (exp s ^ m).
Proof.
  intros m s Hs; pose proof (below_one s Hs); pose proof (exp_pos s).
  assert (value : (1 - exp s) * exp s ^ m * / (1 - exp s) = exp s ^ m) by (field; lra).
  assert (inside : Rabs (exp s) < 1) by (rewrite Rabs_pos_eq; lra).
  pose proof
    (is_series_scal ((1 - exp s) * exp s ^ m) (fun j => exp s ^ j) _
    (is_series_geom (exp s) inside)) as total.
  change (scal ((1 - exp s) * exp s ^ m) (/ (1 - exp s))) with
    ((1 - exp s) * exp s ^ m * / (1 - exp s)) in total.
  rewrite value in total; exact total.
Qed.

Theorem geometric_usual_density : statement.geometric_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem geometric_usual_parameters : statement.geometric_usual_parameters.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem geometric_usual_log_normalizer : statement.geometric_usual_log_normalizer.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem geometric_gradient : statement.geometric_gradient.
Proof. start; opened; main; (eapply by_value; [apply slope; sides | by_field]). Qed.

Theorem geometric_hessian : statement.geometric_hessian.
Proof. start; opened; main; spreads slope. Qed.

Theorem geometric_memory : statement.geometric_memory.
Proof.
  start.
  pose proof (later_mass m (eta 1%nat) H0) as later; pose proof (below_one _ H0) as below.
  set (rest := fun j => statement.geometric_member__p (j + m) eta) in *.
  assert (total : is_series rest (exp (eta 1%nat) ^ m)) by
    (apply
    (is_series_ext (fun j => (1 - exp (eta 1%nat)) * exp (eta 1%nat) ^ m * exp (eta 1%nat) ^ j));
    [|exact later]; intros j; unfold rest; opened; flat; rewrite plus_INR; by_logs; ring).
  rewrite (is_series_unique _ _ total); parts; try (intros; opened; sides);
    try (apply pow_nonzero, Rgt_not_eq, exp_pos); [now exists (exp (eta 1%nat) ^ m)|].
  opened; flat; rewrite plus_INR; by_ratio.
Qed.

Theorem geometric_conjugate : statement.geometric_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem geometric_divergence : statement.geometric_divergence.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem geometric_fit : statement.geometric_fit.
Proof.
  start.
  assert (negative : ln (tau / (1 + tau)) < 0) by (apply ln_negative; lra).
  opened; main; means slope; by_field.
Qed.
