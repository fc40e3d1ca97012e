(* The densities of the pages are distributions: that an expectation under one is a mean. *)

From Coq Require Import Reals List Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements.
Open Scope R_scope.

Lemma finite_density_is_distribution : forall n d h t eta, (1 <= n)%nat ->
  (forall x, In x (range 1 n) -> h x > 0) ->
  is_distribution (range 1 n) (fun x => statement.finite_density n d h t x eta).
Proof.
  intros n d h t eta outcomes weights; split.
  - intros x Hx; left; exact (p_pos n d h t outcomes weights eta x Hx).
  - exact (p_sums_to_one n d h t outcomes weights eta).
Qed.

(* The parts of a statement; of those that a density is a distribution nothing is left to show. *)
Ltac parts := finite_sums.parts;
  try match goal with
  | |- is_distribution _ _ => solve [apply finite_density_is_distribution; assumption]
  | |- locally _ (fun _ => is_distribution _ _) =>
      solve [apply filter_forall; intros; apply finite_density_is_distribution; assumption]
  end.
