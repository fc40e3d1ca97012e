(* Proofs of what docs/families/normal-vector-diagonal.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.normal_vector_diagonal_member__N_has_value,
  statement.normal_vector_diagonal_member__N,
  statement.normal_vector_diagonal_member__mu_has_value,
  statement.normal_vector_diagonal_member__mu,
  statement.normal_vector_diagonal_member__p_has_value,
  statement.normal_vector_diagonal_member__p,
  statement.normal_vector_diagonal_member__A_has_value,
  statement.normal_vector_diagonal_member__A, statement.normal_vector_diagonal_member__t,
  statement.normal_vector_diagonal_member__h_has_value,
  statement.normal_vector_diagonal_member__h.

Lemma first_slope : forall a b c e, b < 0 -> e < 0 ->
  is_derive (fun u : R => - (u ^ 2 / (4 * b)) - 1 / 2 * ln (- (2 * b))
    - c ^ 2 / (4 * e) - 1 / 2 * ln (- (2 * e))) a
    (- (a / (2 * b))).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Lemma second_slope : forall a b c e, b < 0 -> e < 0 ->
  is_derive (fun u : R => - (a ^ 2 / (4 * u)) - 1 / 2 * ln (- (2 * u))
    - c ^ 2 / (4 * e) - 1 / 2 * ln (- (2 * e))) b
    ((- (a / (2 * b))) ^ 2 + - (1 / (2 * b))).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Lemma third_slope : forall a b c e, b < 0 -> e < 0 ->
  is_derive (fun u : R => - (a ^ 2 / (4 * b)) - 1 / 2 * ln (- (2 * b))
    - u ^ 2 / (4 * e) - 1 / 2 * ln (- (2 * e))) c
    (- (c / (2 * e))).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Lemma fourth_slope : forall a b c e, b < 0 -> e < 0 ->
  is_derive (fun u : R => - (a ^ 2 / (4 * b)) - 1 / 2 * ln (- (2 * b))
    - c ^ 2 / (4 * u) - 1 / 2 * ln (- (2 * u))) e
    ((- (c / (2 * e))) ^ 2 + - (1 / (2 * e))).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Ltac by_slope H := rewrite (is_derive_unique _ _ _ H).

Ltac means := repeat match goal with
  | |- context [Derive (fun u => - (u ^ 2 / (4 * ?b)) - _ - ?c ^ 2 / (4 * ?e) - _) ?a] =>
      by_slope (first_slope a b c e ltac:(sides) ltac:(sides))
  | |- context [Derive (fun u => - (?a ^ 2 / (4 * u)) - _ - ?c ^ 2 / (4 * ?e) - _) ?b] =>
      by_slope (second_slope a b c e ltac:(sides) ltac:(sides))
  | |- context [Derive (fun u => - (?a ^ 2 / (4 * ?b)) - _ - u ^ 2 / (4 * ?e) - _) ?c] =>
      by_slope (third_slope a b c e ltac:(sides) ltac:(sides))
  | |- context [Derive (fun u => - (?a ^ 2 / (4 * ?b)) - _ - ?c ^ 2 / (4 * u) - _) ?e] =>
      by_slope (fourth_slope a b c e ltac:(sides) ltac:(sides))
  end.

(* What one of the two coordinates gives to the divergence. *)
Lemma coordinate : forall a b c e, b < 0 -> e < 0 ->
  - (c ^ 2 / (4 * e)) - 1 / 2 * ln (- (2 * e)) - (- (a ^ 2 / (4 * b)) - 1 / 2 * ln (- (2 * b)))
    - (- (a / (2 * b)) * (c - a) + ((- (a / (2 * b))) ^ 2 + - (1 / (2 * b))) * (e - b))
  = (- (a / (2 * b)) - - (c / (2 * e))) ^ 2 / (2 * - (1 / (2 * e)))
    + 1 / 2 * (- (1 / (2 * b)) / - (1 / (2 * e)) - 1 - ln (- (1 / (2 * b)) / - (1 / (2 * e)))).
Proof. intros; by_field. Qed.

Theorem normal_vector_diagonal_usual_density : statement.normal_vector_diagonal_usual_density.
Proof. start; opened; main; unfold product; flat; by_ratio. Qed.

Theorem normal_vector_diagonal_usual_parameters : statement.normal_vector_diagonal_usual_parameters.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_vector_diagonal_gradient : statement.normal_vector_diagonal_gradient.
Proof.
  start; opened; main; [apply first_slope | apply second_slope | apply third_slope |
    apply fourth_slope]; sides.
Qed.

Theorem normal_vector_diagonal_hessian : statement.normal_vector_diagonal_hessian.
Proof. start; opened; main; spreads_by means. Qed.

Theorem normal_vector_diagonal_conjugate : statement.normal_vector_diagonal_conjugate.
Proof. start; opened; main; means; by_field. Qed.

Theorem normal_vector_diagonal_divergence : statement.normal_vector_diagonal_divergence.
Proof.
  start; opened; main; means.
  pose proof (coordinate (eta 1%nat) (eta 2%nat) (zeta 1%nat) (zeta 2%nat) ltac:(lra) ltac:(lra)).
  pose proof (coordinate (eta 3%nat) (eta 4%nat) (zeta 3%nat) (zeta 4%nat) ltac:(lra) ltac:(lra)).
  lra.
Qed.

Theorem normal_vector_diagonal_fit : statement.normal_vector_diagonal_fit.
Proof.
  intros a v Hv; pose proof (Hv 1%nat (or_introl eq_refl)) as first.
  pose proof (Hv 2%nat (or_intror (or_introl eq_refl))) as second; clear Hv; cbv beta in *.
  opened; main; means; by_field.
Qed.
