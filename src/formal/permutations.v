(* A sum over all indices is the same in another order. *)

From Coq Require Import Reals List Arith Lia Permutation.
Require Import prelude finite_sums.
Import ListNotations.
Open Scope R_scope.

Lemma sum_of_permuted : forall {T : Type} (items others : list T) (f : T -> R),
  Permutation items others -> sum items f = sum others f.
Proof.
  intros T items others f same; induction same; simpl; try congruence; try ring.
Qed.

Lemma nodup_map : forall (pi : nat -> nat) items,
  (forall i j, In i items -> In j items -> pi i = pi j -> i = j) -> NoDup items ->
  NoDup (map pi items).
Proof.
  intros pi items; induction items as [|i items IH]; intros injective distinct; [constructor|].
  inversion distinct as [|? ? new rest]; subst; simpl; constructor.
  - intros again; apply in_map_iff in again as [j [same Hj]]; apply new.
    rewrite (injective i j); [exact Hj | now left | now right | now symmetry].
  - apply IH; [intros; apply injective; try right; assumption | exact rest].
Qed.

Lemma sum_permuted : forall k pi (f : nat -> R), is_permutation k pi ->
  sum (range 1 k) (fun i => f (pi i)) = sum (range 1 k) f.
Proof.
  intros k pi f [inside injective]; rewrite <- sum_map; apply sum_of_permuted.
  apply NoDup_Permutation_bis.
  - now apply nodup_map; [|apply range_nodup].
  - rewrite map_length; reflexivity.
  - intros i Hi; apply in_map_iff in Hi as [j [<- Hj]]; now apply inside.
Qed.
