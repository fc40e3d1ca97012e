(* Proofs of what docs/families/normal-vector.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.normal_vector_member__N_has_value, statement.normal_vector_member__N,
  statement.normal_vector_member__mu_has_value, statement.normal_vector_member__mu,
  statement.normal_vector_member__p_has_value, statement.normal_vector_member__p,
  statement.normal_vector_member__A_has_value, statement.normal_vector_member__A,
  statement.normal_vector_member__t, statement.normal_vector_member__h_has_value,
  statement.normal_vector_member__h.

(* Four times the determinant of the precision matrix; where it is positive, so it is near by. *)
Lemma determinant_positive : forall c d e, c < - 1 -> - 2 <= d <= 2 -> e < - 1 ->
  0 < 4 * c * e - d ^ 2.
Proof. intros; nra. Qed.

Lemma stays_positive : forall (f : R -> R) x, ex_derive f x -> 0 < f x ->
  locally x (fun u => 0 < f u).
Proof.
  intros f x smooth positive; apply (ex_derive_continuous f x smooth).
  apply (open_gt 0 (f x) positive).
Qed.

Lemma first_slope : forall a b c d e, 0 < 4 * c * e - d ^ 2 -> is_derive (fun u : R =>
    (d * u * b - e * u ^ 2 - c * b ^ 2) / (4 * c * e - d ^ 2)
    - 1 / 2 * ln (4 * c * e - d ^ 2)) a
  ((d * b - 2 * e * a) / (4 * c * e - d ^ 2)).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Lemma second_slope : forall a b c d e, 0 < 4 * c * e - d ^ 2 -> is_derive (fun u : R =>
    (d * a * u - e * a ^ 2 - c * u ^ 2) / (4 * c * e - d ^ 2)
    - 1 / 2 * ln (4 * c * e - d ^ 2)) b
  ((d * a - 2 * c * b) / (4 * c * e - d ^ 2)).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Lemma third_slope : forall a b c d e, 0 < 4 * c * e - d ^ 2 -> is_derive (fun u : R =>
    (d * a * b - e * a ^ 2 - u * b ^ 2) / (4 * u * e - d ^ 2)
    - 1 / 2 * ln (4 * u * e - d ^ 2)) c
  (- b ^ 2 / (4 * c * e - d ^ 2)
    - 4 * e * (d * a * b - e * a ^ 2 - c * b ^ 2) / (4 * c * e - d ^ 2) ^ 2
    - 2 * e / (4 * c * e - d ^ 2)).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Lemma fourth_slope : forall a b c d e, 0 < 4 * c * e - d ^ 2 -> is_derive (fun u : R =>
    (u * a * b - e * a ^ 2 - c * b ^ 2) / (4 * c * e - u ^ 2)
    - 1 / 2 * ln (4 * c * e - u ^ 2)) d
  (a * b / (4 * c * e - d ^ 2)
    + 2 * d * (d * a * b - e * a ^ 2 - c * b ^ 2) / (4 * c * e - d ^ 2) ^ 2
    + d / (4 * c * e - d ^ 2)).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Lemma fifth_slope : forall a b c d e, 0 < 4 * c * e - d ^ 2 -> is_derive (fun u : R =>
    (d * a * b - u * a ^ 2 - c * b ^ 2) / (4 * c * u - d ^ 2)
    - 1 / 2 * ln (4 * c * u - d ^ 2)) e
  (- a ^ 2 / (4 * c * e - d ^ 2)
    - 4 * c * (d * a * b - e * a ^ 2 - c * b ^ 2) / (4 * c * e - d ^ 2) ^ 2
    - 2 * c / (4 * c * e - d ^ 2)).
Proof. intros; auto_derive; [sides | field; lra]. Qed.

Ltac by_slope H := rewrite (is_derive_unique _ _ _ H).

Ltac means := repeat match goal with
  | |- context [Derive (fun u =>
      (?d * u * ?b - ?e * u ^ 2 - ?c * ?b ^ 2) / (4 * ?c * ?e - ?d ^ 2) - _) ?a] =>
      by_slope (first_slope a b c d e ltac:(sides))
  | |- context [Derive (fun u =>
      (?d * ?a * u - ?e * ?a ^ 2 - ?c * u ^ 2) / (4 * ?c * ?e - ?d ^ 2) - _) ?b] =>
      by_slope (second_slope a b c d e ltac:(sides))
  | |- context [Derive (fun u =>
      (?d * ?a * ?b - ?e * ?a ^ 2 - u * ?b ^ 2) / (4 * u * ?e - ?d ^ 2) - _) ?c] =>
      by_slope (third_slope a b c d e ltac:(sides))
  | |- context [Derive (fun u =>
      (u * ?a * ?b - ?e * ?a ^ 2 - ?c * ?b ^ 2) / (4 * ?c * ?e - u ^ 2) - _) ?d] =>
      by_slope (fourth_slope a b c d e ltac:(sides))
  | |- context [Derive (fun u =>
      (?d * ?a * ?b - u * ?a ^ 2 - ?c * ?b ^ 2) / (4 * ?c * u - ?d ^ 2) - _) ?e] =>
      by_slope (fifth_slope a b c d e ltac:(sides))
  end.

(* That the log-normalizer has a value, and slopes, near by. *)
Ltac smooth := intros i Hi; places Hi; cbv [update Nat.eqb Nat.leb];
  match goal with
  | |- locally ?x (fun u => @?f u <> 0 /\ _) =>
      apply (filter_imp (fun u => 0 < f u)); [intros; split; [apply Rgt_not_eq|]; assumption|];
      apply (stays_positive f x); [auto_derive; exact I | assumption]
  | |- ex_derive _ _ => auto_derive; sides
  end.

Lemma below : forall x s, 0 < s -> x < - s -> x / s < - 1.
Proof.
  intros x s Hs Hx; apply (Rmult_lt_reg_r s); [exact Hs|].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma between : forall x s, 0 < s -> Rabs x <= 2 * s -> - 2 <= x / s <= 2.
Proof.
  intros x s Hs Hx; apply Rabs_le_between in Hx.
  split; (apply (Rmult_le_reg_r s); [exact Hs|]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra).
Qed.

Theorem normal_vector_units : statement.normal_vector_units.
Proof.
  intros x eta Heta b Hb c Hc bound.
  pose proof (determinant_positive (eta 3%nat) (eta 4%nat) (eta 5%nat)
    ltac:(lra) ltac:(lra) ltac:(lra)) as D.
  assert (same : 4 * (eta 3%nat / b ^ 2) * (eta 5%nat / c ^ 2) - (eta 4%nat / (b * c)) ^ 2
    = (4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2) / (b * c) ^ 2) by (field; lra).
  assert (scaled : 0 < 4 * (eta 3%nat / b ^ 2) * (eta 5%nat / c ^ 2) - (eta 4%nat / (b * c)) ^ 2)
    by (rewrite same; apply Rdiv_lt_0_compat; [exact D | sides]).
  assert (area : 0 < b * c) by sides; rewrite Rmult_assoc in bound.
  opened; parts; try sides; flat; try (apply Rgt_not_eq; exact scaled);
    try (apply below; [sides | nra]); try (apply between; assumption).
  rewrite same; by_ratio.
Qed.

Theorem normal_vector_conjugate : statement.normal_vector_conjugate.
Proof.
  intros eta Heta; pose proof (determinant_positive (eta 3%nat) (eta 4%nat) (eta 5%nat)
    ltac:(lra) ltac:(lra) ltac:(lra)) as D.
  opened; parts; try smooth; try sides; flat; means; field; lra.
Qed.

Theorem normal_vector_fit : statement.normal_vector_fit.
Proof.
  intros a v Hv w Hw c Hc; assert (D : 0 < v * w - c ^ 2) by nra.
  assert (same : 4 * - (w / (2 * (v * w - c ^ 2))) * - (v / (2 * (v * w - c ^ 2)))
    - (c / (v * w - c ^ 2)) ^ 2 = 1 / (v * w - c ^ 2)) by (field; lra).
  assert (inverse : 0 < 4 * - (w / (2 * (v * w - c ^ 2))) * - (v / (2 * (v * w - c ^ 2)))
    - (c / (v * w - c ^ 2)) ^ 2) by (rewrite same; apply Rdiv_lt_0_compat; lra).
  opened; parts; try smooth; try sides.
  intros i Hi; places Hi; flat; means; rewrite ?same; field; lra.
Qed.

Theorem normal_vector_usual_density : statement.normal_vector_usual_density.
Proof.
  intros x eta Heta; pose proof (determinant_positive (eta 3%nat) (eta 4%nat) (eta 5%nat)
    ltac:(lra) ltac:(lra) ltac:(lra)) as D.
  set (P := 4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2) in D.
  assert (determinant : - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat = P)
    by (unfold P; ring).
  assert (inverse : - (2 * eta 5%nat) / P * (- (2 * eta 3%nat) / P)
    - - - eta 4%nat / P * (- - eta 4%nat / P) = 1 / P) by (unfold P in *; field; lra).
  opened; rewrite !determinant, !inverse; parts; try sides; flat; fold P.
  by_logs; unfold P in *; field; lra.
Qed.

Theorem normal_vector_gradient : statement.normal_vector_gradient.
Proof.
  intros eta Heta; pose proof (determinant_positive (eta 3%nat) (eta 4%nat) (eta 5%nat)
    ltac:(lra) ltac:(lra) ltac:(lra)) as D.
  opened; parts; try smooth; try sides; intros i Hi; places Hi; flat; eapply by_value;
    [apply first_slope, D | | apply second_slope, D | | apply third_slope, D |
    | apply fourth_slope, D | | apply fifth_slope, D |]; field; lra.
Qed.

Theorem normal_vector_divergence : statement.normal_vector_divergence.
Proof.
  intros eta Heta zeta Hzeta; pose proof (determinant_positive (eta 3%nat) (eta 4%nat) (eta 5%nat)
    ltac:(lra) ltac:(lra) ltac:(lra)) as D.
  pose proof (determinant_positive (zeta 3%nat) (zeta 4%nat) (zeta 5%nat)
    ltac:(lra) ltac:(lra) ltac:(lra)) as E.
  assert (ratio : 0 < (4 * zeta 3%nat * zeta 5%nat - zeta 4%nat ^ 2)
    / (4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2)) by now apply Rdiv_lt_0_compat.
  opened; parts; match goal with
  | |- 0 < sum _ _ * _ - _ => flat; eapply Rlt_le_trans; [exact ratio | right; field; lra]
  | |- _ = _ => idtac
  | |- _ => solve [smooth | sides]
  end.
  flat; means; match goal with |- _ = _ - 1 / 2 * ln ?S =>
    replace S with ((4 * zeta 3%nat * zeta 5%nat - zeta 4%nat ^ 2)
      / (4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2)) by (field; lra)
  end.
  rewrite ln_quotient by assumption; field; lra.
Qed.

(* Near a point the determinant stays positive, whichever component moves. *)
Ltac near D := match goal with |- locally ?x _ =>
  match type of D with 0 < ?P => let f := eval pattern x in P in match f with ?g _ =>
    apply (filter_imp (fun u => 0 < g u));
      [|apply (stays_positive g x); [auto_derive; exact I | exact D]]
  end end end.

Ltac near_by D := intros i Hi j Hj; places Hi; places Hj; cbv [update Nat.eqb Nat.leb]; near D;
  intros u Hu; cbv beta in Hu;
  match goal with
  | |- locally ?y (fun w => @?f w <> 0 /\ _) =>
      apply (filter_imp (fun w => 0 < f w)); [intros; split; [apply Rgt_not_eq|]; assumption|];
      apply (stays_positive f y); [auto_derive; exact I | exact Hu]
  | |- ex_derive _ _ => auto_derive; sides
  end.

Theorem normal_vector_hessian : statement.normal_vector_hessian.
Proof.
  intros eta Heta; pose proof (determinant_positive (eta 3%nat) (eta 4%nat) (eta 5%nat)
    ltac:(lra) ltac:(lra) ltac:(lra)) as D.
  opened; parts; match goal with
  | |- forall i, In i _ -> forall j, In j _ -> locally _ _ => near_by D
  | |- forall i, In i _ -> forall j, In j _ -> is_derive _ _ _ =>
      intros i Hi j Hj; places Hi; places Hj; flat
  | |- _ => intros; lra
  end; (eapply is_derive_ext_loc; [near D; moves means | auto_derive; [sides | field; lra]]).
Qed.
