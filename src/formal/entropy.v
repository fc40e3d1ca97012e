(* Maximum entropy, for docs/theory/duality.md: of all distributions, not only of the family's. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements distributions duality.
Import ListNotations.
Open Scope R_scope.

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R) (q eta : nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.
Hypothesis distribution : in_simplex n q.

Notation p := (finite_family.p n d h t).
Notation mean := (finite_family.mean n d h t).

Lemma q_pos : forall x, In x (range 1 n) -> 0 < q x.
Proof. exact (proj1 distribution). Qed.

Lemma entropy_exists : statement.relative_entropy_to_base_has_value n d h t eta.
Proof.
  unfold statement.relative_entropy_to_base_has_value; parts.
  - intros; exact (total_pos n d h t outcomes weights eta).
  - intros; now apply Rgt_not_eq, weights.
  - intros; apply Rdiv_lt_0_compat; [now apply (p_pos n d h t) | now apply weights].
Qed.

Lemma entropy_is : statement.relative_entropy_to_base n d h t eta
  = A n d h t eta - mean eta (dot d t eta).
Proof.
  unfold statement.relative_entropy_to_base.
  rewrite (sum_ext _ _ (fun x => p eta x * (dot d t eta x - A n d h t eta)))
    by (intros; f_equal; now apply (density_quotient n d h t outcomes weights)).
  change (- mean eta (fun x => dot d t eta x - A n d h t eta)
    = A n d h t eta - mean eta (dot d t eta)).
  rewrite mean_minus, mean_constant by assumption.
  change (fun x => dot d t eta x) with (dot d t eta); ring.
Qed.

(* The entropy of q: the family's, a linear term, and less the divergence from the family. *)
Lemma entropy_splits :
  - sum (range 1 n) (fun x => q x * ln (q x / h x))
  = statement.relative_entropy_to_base n d h t eta
    + sum (range 1 d) (fun i => eta i * (statement.mean_parameter n d h t eta i
        - sum (range 1 n) (fun x => q x * t x i)))
    - sum (range 1 n) (fun x => q x * ln (q x / p eta x)).
Proof.
  assert (linear : sum (range 1 d) (fun i => eta i * sum (range 1 n) (fun x => q x * t x i))
                   = sum (range 1 n) (fun x => q x * dot d t eta x)).
  { rewrite (sum_ext _ (fun x => q x * dot d t eta x)
      (fun x => sum (range 1 d) (fun i => eta i * (q x * t x i)))).
    - rewrite sum_swap; apply sum_ext; intros; symmetry; apply sum_scale.
    - intros; unfold dot; rewrite <- sum_scale; apply sum_ext; intros; ring. }
  rewrite (sum_ext _ (fun i => eta i * (_ - _))
    (fun i => eta i * statement.mean_parameter n d h t eta i
      - eta i * sum (range 1 n) (fun x => q x * t x i))) by (intros; ring).
  rewrite sum_minus, (scalar_product n d h t outcomes weights), entropy_is, linear.
  rewrite (sum_ext _ (fun x => q x * ln (q x / p eta x))
    (fun x => q x * ln (q x / h x) - q x * dot d t eta x + A n d h t eta * q x)).
  - rewrite sum_plus, sum_minus, sum_scale; change (fun x => q x) with q.
    rewrite (proj2 distribution); ring.
  - intros x Hx; pose proof (q_pos x Hx) as positive; pose proof (weights x Hx) as weight.
    rewrite !ln_quotient, (ln_p n d h t weights) by (assumption || now apply (p_pos n d h t)).
    ring.
Qed.

End Family.

Ltac entropies := parts; try (now apply entropy_exists); try (now apply mean_parameter_exists).

Theorem entropy_of_any_distribution : statement.entropy_of_any_distribution.
Proof.
  intros n Hn q Hq d _ h Hh t eta; pose proof (p_pos n d h t Hn Hh eta) as positive; entropies.
  - intros x Hx; apply Rdiv_lt_0_compat; [now apply (q_pos n q Hq) | now apply Hh].
  - intros x Hx; apply Rdiv_lt_0_compat; [now apply (q_pos n q Hq) | now apply positive].
  - now apply entropy_splits.
Qed.

Theorem maximum_entropy : statement.maximum_entropy.
Proof.
  intros n Hn q Hq d _ h Hh t eta; entropies.
  - intros x Hx; apply Rdiv_lt_0_compat; [now apply (q_pos n q Hq) | now apply Hh].
  - rewrite (entropy_splits n d h t q eta Hn Hh Hq).
    pose proof (gibbs_inequality (range 1 n) q (p n d h t eta) (proj1 Hq)
      (p_pos n d h t Hn Hh eta) (proj2 Hq) (p_sums_to_one n d h t Hn Hh eta)); lra.
Qed.
