(* The slopes of the log-normalizer of the normal family, which is that of the log-normal one. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families.
Import ListNotations.
Open Scope R_scope.

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

Ltac hessian := spreads_by means.
