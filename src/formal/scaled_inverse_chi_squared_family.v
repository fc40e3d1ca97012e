(* Proofs of what docs/families/scaled-inverse-chi-squared.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Theorem scaled_inverse_chi_squared_usual_parameters :
  statement.scaled_inverse_chi_squared_usual_parameters.
Proof. start; main; field; lra. Qed.
