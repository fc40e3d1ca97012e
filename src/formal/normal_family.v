(* Proofs of what docs/families/normal.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.normal_member__N_has_value, statement.normal_member__N,
  statement.normal_member__mu_has_value, statement.normal_member__mu,
  statement.normal_member__p_has_value, statement.normal_member__p,
  statement.normal_member__A_has_value, statement.normal_member__A, statement.normal_member__t,
  statement.normal_member__h_has_value, statement.normal_member__h.

Lemma first_slope : forall a b, b < 0 ->
  is_derive (fun u : R => - (u ^ 2 / (4 * b)) - 1 / 2 * ln (- (2 * b))) a (- (a / (2 * b))).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Lemma second_slope : forall a b, b < 0 ->
  is_derive (fun u : R => - (a ^ 2 / (4 * u)) - 1 / 2 * ln (- (2 * u))) b
    ((- (a / (2 * b))) ^ 2 + - (1 / (2 * b))).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Ltac means := repeat match goal with
  | |- context [Derive (fun u => - (u ^ 2 / (4 * ?b)) - _) ?a] =>
      rewrite (is_derive_unique _ _ _ (first_slope a b ltac:(sides)))
  | |- context [Derive (fun u => - (?a ^ 2 / (4 * u)) - _) ?b] =>
      rewrite (is_derive_unique _ _ _ (second_slope a b ltac:(sides)))
  end.

Theorem normal_usual_density : statement.normal_usual_density.
Proof. start; opened; main; by_ratio. Qed.

Theorem normal_usual_parameters : statement.normal_usual_parameters.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_usual_log_normalizer : statement.normal_usual_log_normalizer.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_gradient : statement.normal_gradient.
Proof. start; opened; main; [apply first_slope; sides | apply second_slope; sides]. Qed.

Theorem normal_conjugate : statement.normal_conjugate.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_divergence : statement.normal_divergence.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_fit : statement.normal_fit.
Proof. start; opened; main; means; by_field. Qed.
