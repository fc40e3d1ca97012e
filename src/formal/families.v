(* Members of families with one or two parameters: tactics for the parts of their statements. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary.
Import ListNotations.
Open Scope R_scope.

(* ------------------------------------------------------------------------- derivatives *)

(* Sums over ranges of numbers, written out; a moved component is the number that moves it. *)
Ltac flat :=
  change (range 1 1) with [1%nat]; change (range 1 2) with [1%nat; 2%nat];
  change (range 1 3) with [1%nat; 2%nat; 3%nat];
  change (range 1 4) with [1%nat; 2%nat; 3%nat; 4%nat];
  change (range 1 5) with [1%nat; 2%nat; 3%nat; 4%nat; 5%nat];
  cbv [sum fold_right update Nat.eqb Nat.leb].

(* An index in a range of numbers is one of them. *)
Ltac places H := apply in_range in H;
  match type of H with
  | (1 <= ?i <= 1)%nat => assert (i = 1%nat) by lia; subst i; clear H
  | (1 <= ?i <= 2)%nat => assert (i = 1%nat \/ i = 2%nat) as [-> | ->] by lia; clear H
  | (1 <= ?i <= 3)%nat =>
      assert (i = 1%nat \/ i = 2%nat \/ i = 3%nat) as [-> | [-> | ->]] by lia; clear H
  | (1 <= ?i <= 4)%nat =>
      assert (i = 1%nat \/ i = 2%nat \/ i = 3%nat \/ i = 4%nat) as [-> | [-> | [-> | ->]]] by lia;
      clear H
  | (1 <= ?i <= 5)%nat =>
      assert (i = 1%nat \/ i = 2%nat \/ i = 3%nat \/ i = 4%nat \/ i = 5%nat)
        as [-> | [-> | [-> | [-> | ->]]]] by lia;
      clear H
  end.

(* What is said near a number of which the sign, or a bound, is known. *)
Ltac nearby :=
  match goal with
  | |- locally _ (fun u => @?P u) => apply filter_forall; intros ?; solve [sides]
  | H : ?x < ?c |- locally ?x _ => generalize (open_lt c x H); apply filter_imp; intros ? ?; sides
  | H : ?x > ?c |- locally ?x _ => generalize (open_gt c x H); apply filter_imp; intros ? ?; sides
  | H : ?c < ?x |- locally ?x _ => generalize (open_gt c x H); apply filter_imp; intros ? ?; sides
  | |- locally ?x _ =>
      let H := fresh in assert (H : x < 0) by positive;
      generalize (open_lt 0 x H); apply filter_imp; intros ? ?; sides
  | |- locally ?x _ =>
      let H := fresh in assert (H : 0 < x) by positive;
      generalize (open_gt 0 x H); apply filter_imp; intros ? ?; sides
  end
with sides :=
  match goal with
  | |- True => exact I
  | |- _ /\ _ => split; sides
  | |- forall i, In i (range _ _) -> _ =>
      let i := fresh in let H := fresh in intros i H; places H; sides
  | |- forall _, _ => intro; sides
  | |- locally _ _ => cbv [update Nat.eqb Nat.leb]; nearby
  | |- ex_derive _ _ => flat; auto_derive; sides
  | |- _ <> _ => flat; nonzero
  | |- _ < _ => flat; positive
  | |- _ <= _ => flat; positive
  | |- _ > _ => flat; positive
  | |- _ >= _ => flat; positive
  end.

(* ------------------------------------------------------------------------------ families *)

(* A vector with one component is known by it. *)
Ltac start := try red; intros; repeat match goal with
  | H : forall i, In i (range 1 1) -> _ |- _ =>
      let K := fresh in pose proof (H 1%nat (or_introl eq_refl)) as K; cbv beta in K; clear H
  end.

(* All parts of a statement that say that something exists; what is left is written out. *)
Ltac main := parts; try sides;
  repeat (let i := fresh in let H := fresh in intros i H; places H); flat.

Lemma by_value : forall (f : R -> R) (x l m : R), is_derive f x l -> l = m -> is_derive f x m.
Proof. intros f x l m H <-; exact H. Qed.

(* The mean is the slope of the log-normalizer. *)
Ltac means slope := repeat match goal with
  | |- context [Derive ?f ?x] =>
      let H := fresh in eassert (H : is_derive f x _) by (apply slope; sides);
      rewrite (is_derive_unique _ _ _ H); clear H
  end.

(* The variance is the slope of the mean; `slopes` says what the slopes in an equation are. *)
Ltac moves slopes :=
  intros ?; try intros ?; symmetry; progress slopes; reflexivity.

Ltac of_mean slopes :=
  match goal with |- is_derive _ ?x _ =>
    eapply is_derive_ext_loc;
    [ first
      [ apply filter_forall; moves slopes
      | let H := fresh in assert (H : x < 0) by positive;
        generalize (open_lt 0 x H); apply filter_imp; moves slopes
      | let H := fresh in assert (H : 0 < x) by positive;
        generalize (open_gt 0 x H); apply filter_imp; moves slopes ]
    | ]
  end.

Ltac spreads_by slopes :=
  of_mean slopes; auto_derive; [sides | unfold Rminus; field; repeat split; nonzero].

Ltac spreads slope := spreads_by ltac:(means slope).

(* An equation of the library's modules, as one of real numbers. *)
Ltac of_reals := match goal with |- @eq _ ?left ?right => change (@eq R left right) end.

(* Equations between logarithms of numbers that are positive. *)
Ltac by_field := logs; field; repeat split; nonzero.

Ltac by_ratio := by_logs; field; repeat split; nonzero.
