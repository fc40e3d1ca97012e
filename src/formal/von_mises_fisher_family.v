(* Proofs of what docs/families/von-mises-fisher.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.von_mises_fisher_member__N_has_value, statement.von_mises_fisher_member__N,
  statement.von_mises_fisher_member__mu_has_value, statement.von_mises_fisher_member__mu,
  statement.von_mises_fisher_member__p_has_value, statement.von_mises_fisher_member__p,
  statement.von_mises_fisher_member__A_has_value, statement.von_mises_fisher_member__A,
  statement.von_mises_fisher_member__t, statement.von_mises_fisher_member__h.

Lemma slope : forall e, 0 < e ->
  is_derive (fun u : R => ln (4 * PI * sinh u / u)) e (cosh e / sinh e - 1 / e).
Proof.
  intros e He; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero].
Qed.

Lemma squares : forall a b c, 0 < c -> 0 < a ^ 2 + (b ^ 2 + (c ^ 2 + 0)).
Proof.
  intros a b c Hc; pose proof (pow2_ge_0 a); pose proof (pow2_ge_0 b).
  pose proof (pow_lt c 2 Hc); lra.
Qed.

Ltac inside := match goal with |- context [sqrt (?a ^ 2 + (?b ^ 2 + (?c ^ 2 + 0)))] =>
  pose proof (squares a b c ltac:(assumption)); split; [nonzero | positive] end.

Theorem von_mises_fisher_mean_direction : statement.von_mises_fisher_mean_direction.
Proof.
  intros w Hw; pose proof (squares (w 1%nat) (w 2%nat) (w 3%nat) Hw) as length; unfold
    statement.von_mises_fisher_log_normalizer, statement.von_mises_fisher_log_normalizer_has_value.
  parts; try (intros i Hi; places Hi); flat; match goal with
  | |- locally _ _ => first [ apply filter_forall; intros u; inside
                            | generalize (open_gt 0 _ Hw); apply filter_imp; intros u Hu; inside ]
  | |- is_derive _ _ _ => cbn [pow] in *; auto_derive;
      [sides | unfold Rminus; field; repeat split; nonzero]
  | |- _ => nonzero
  end.
Qed.

Theorem von_mises_fisher_usual_density : statement.von_mises_fisher_usual_density.
Proof.
  start; opened; main; replace (4 * PI) with (2 * (2 * PI)) by ring; by_ratio.
Qed.

Theorem von_mises_fisher_gradient : statement.von_mises_fisher_gradient.
Proof. start; opened; main; apply slope; sides. Qed.

Lemma hyperbola : forall x, cosh x * cosh x = 1 + sinh x * sinh x.
Proof.
  intros x; unfold cosh, sinh; rewrite exp_Ropp; pose proof (exp_pos x); field; lra.
Qed.

Theorem von_mises_fisher_hessian : statement.von_mises_fisher_hessian.
Proof.
  start; opened; main; rename H0 into Heta; set (e := eta 1%nat) in *.
  pose proof (sinh_positive e ltac:(positive)).
  eapply is_derive_ext_loc;
    [generalize (open_gt 0 _ Heta); apply filter_imp; moves ltac:(means slope)|].
  auto_derive; [sides|].
  replace (cosh e * (- (1 * cosh e) * / (sinh e * sinh e)))
    with (- (cosh e * cosh e) / (sinh e * sinh e)) by (field; lra).
  rewrite hyperbola; field; repeat split; nonzero.
Qed.

Theorem von_mises_fisher_conjugate : statement.von_mises_fisher_conjugate.
Proof. start; opened; main; means slope; by_field. Qed.

Theorem von_mises_fisher_divergence : statement.von_mises_fisher_divergence.
Proof. start; opened; main; means slope; by_field. Qed.
