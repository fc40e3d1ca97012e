(* The words that formal statements are written in, besides those of the prover's library.

   An index counts from 1, as on the page. A vector is a function of its index, a finite set a
   list. Nothing is proved here: who reads a statement has to trust these few lines. *)

From Coq Require Import Reals List.
Import ListNotations.
Open Scope R_scope.

(* first, ..., last; nothing where last < first. *)
Definition range (first last : nat) : list nat := seq first (S last - first).

Definition sum {T : Type} (items : list T) (f : T -> R) : R :=
  fold_right (fun x rest => f x + rest) 0 items.

Definition product {T : Type} (items : list T) (f : T -> R) : R :=
  fold_right (fun x rest => f x * rest) 1 items.

(* The largest value; its statements ask that there are items. *)
Definition maximum {T : Type} (items : list T) (f : T -> R) : R :=
  match items with
  | [] => 0
  | first :: others => fold_right (fun x rest => Rmax (f x) rest) (f first) others
  end.

Definition minimum {T : Type} (items : list T) (f : T -> R) : R :=
  match items with
  | [] => 0
  | first :: others => fold_right (fun x rest => Rmin (f x) rest) (f first) others
  end.

(* In how many ways k of n things are chosen: in none where k is more. *)
Definition binomial (n k : nat) : R := if Nat.leb k n then C n k else 0.

(* The vector with a 1 at i and 0 elsewhere, and all k of them. *)
Definition unit_vector (i : nat) : nat -> R := fun j => if Nat.eqb j i then 1 else 0.

Definition one_hots (k : nat) : list (nat -> R) := map unit_vector (range 1 k).

(* A product of n factors, each the k by k matrix M. *)
Fixpoint matrix_power (k : nat) (M : nat -> nat -> R) (n : nat) : nat -> nat -> R :=
  match n with
  | O => fun i => unit_vector i
  | S m => fun i j => sum (range 1 k) (fun l => M i l * matrix_power k M m l j)
  end.

(* Positive components that sum to one. *)
Definition in_simplex (k : nat) (p : nat -> R) : Prop :=
  (forall i, In i (range 1 k) -> 0 < p i) /\ sum (range 1 k) p = 1.

(* A one-to-one map of the indices 1, ..., k to themselves. *)
Definition is_permutation (k : nat) (pi : nat -> nat) : Prop :=
  (forall i, In i (range 1 k) -> In (pi i) (range 1 k)) /\
  (forall i j, In i (range 1 k) -> In j (range 1 k) -> pi i = pi j -> i = j).

(* Probabilities of the items: none is negative, and they sum to one. *)
Definition is_distribution {T : Type} (items : list T) (p : T -> R) : Prop :=
  (forall x, In x items -> 0 <= p x) /\ sum items p = 1.

(* The vector v with u in the place of its component i: what a partial derivative varies. *)
Definition update (v : nat -> R) (i : nat) (u : R) : nat -> R :=
  fun j => if Nat.eqb j i then u else v j.
