(* Proofs of what docs/families/normal-vector-isotropic.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.normal_vector_isotropic_member__N_has_value,
  statement.normal_vector_isotropic_member__N,
  statement.normal_vector_isotropic_member__mu_has_value,
  statement.normal_vector_isotropic_member__mu,
  statement.normal_vector_isotropic_member__p_has_value,
  statement.normal_vector_isotropic_member__p,
  statement.normal_vector_isotropic_member__A_has_value,
  statement.normal_vector_isotropic_member__A, statement.normal_vector_isotropic_member__t,
  statement.normal_vector_isotropic_member__h_has_value,
  statement.normal_vector_isotropic_member__h.

Section Slopes.

Variables a b e : R.
Hypothesis He : e < 0.

Lemma first_slope : is_derive (fun u : R =>
  - ((u ^ 2 + b ^ 2) / (4 * e)) - ln (- (2 * e))) a (- (a / (2 * e))).
Proof. auto_derive; [sides | field; lra]. Qed.

Lemma second_slope : is_derive (fun u : R =>
  - ((a ^ 2 + u ^ 2) / (4 * e)) - ln (- (2 * e))) b (- (b / (2 * e))).
Proof. auto_derive; [sides | field; lra]. Qed.

Lemma third_slope : is_derive (fun u : R => - ((a ^ 2 + b ^ 2) / (4 * u)) - ln (- (2 * u))) e
  ((- (a / (2 * e))) ^ 2 + (- (b / (2 * e))) ^ 2 + 2 * - (1 / (2 * e))).
Proof. auto_derive; [sides | field; lra]. Qed.

End Slopes.

Ltac by_slope H := rewrite (is_derive_unique _ _ _ H).

Ltac means := repeat match goal with
  | |- context [Derive (fun u => - ((u ^ 2 + ?b ^ 2) / (4 * ?e)) - _) ?a] =>
      by_slope (first_slope a b e ltac:(sides))
  | |- context [Derive (fun u => - ((?a ^ 2 + u ^ 2) / (4 * ?e)) - _) ?b] =>
      by_slope (second_slope a b e ltac:(sides))
  | |- context [Derive (fun u => - ((?a ^ 2 + ?b ^ 2) / (4 * u)) - _) ?e] =>
      by_slope (third_slope a b e ltac:(sides))
  end.

(* The square of a length is a sum of squares. *)
Ltac lengths := rewrite ?pow2_sqrt by (apply sum_nonneg; intros; apply pow2_ge_0).

Theorem normal_vector_isotropic_usual_density : statement.normal_vector_isotropic_usual_density.
Proof. start; opened; lengths; main; by_ratio. Qed.

Theorem normal_vector_isotropic_usual_parameters :
  statement.normal_vector_isotropic_usual_parameters.
Proof. start; opened; lengths; main; means; by_field. Qed.

Theorem normal_vector_isotropic_distance : statement.normal_vector_isotropic_distance.
Proof.
  start; opened; main.
  assert (circle : cos varphi ^ 2 + sin varphi ^ 2 = 1)
    by (pose proof (sin2_cos2 varphi) as one; unfold Rsqr in one; lra).
  match goal with |- context [exp (?sum - (?square - ln ?v))] =>
    replace (sum - (square - ln v))
      with (eta 3%nat * r ^ 2 * (cos varphi ^ 2 + sin varphi ^ 2) + ln v) by (field; lra)
  end.
  rewrite circle, exp_plus, exp_ln by positive.
  replace (- (r ^ 2 / (2 * - (1 / (2 * eta 3%nat))))) with (eta 3%nat * r ^ 2 * 1)
    by (field; lra).
  pose proof PI_RGT_0; field; lra.
Qed.

Theorem normal_vector_isotropic_gradient : statement.normal_vector_isotropic_gradient.
Proof.
  start; opened; main; [apply first_slope | apply second_slope | apply third_slope]; sides.
Qed.

Theorem normal_vector_isotropic_hessian : statement.normal_vector_isotropic_hessian.
Proof. start; opened; lengths; main; spreads_by means. Qed.

Theorem normal_vector_isotropic_conjugate : statement.normal_vector_isotropic_conjugate.
Proof. start; opened; lengths; main; means; by_field. Qed.

Theorem normal_vector_isotropic_divergence : statement.normal_vector_isotropic_divergence.
Proof. start; opened; lengths; main; means; by_field. Qed.

Theorem normal_vector_isotropic_fit : statement.normal_vector_isotropic_fit.
Proof. start; opened; lengths; main; means; by_field. Qed.
