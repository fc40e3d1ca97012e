(* Proofs of what docs/families/ising-ring.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family elementary families statements.
Import ListNotations.
Open Scope R_scope.

Ltac opened := unfold
  statement.ising_ring_member__N_has_value, statement.ising_ring_member__N,
  statement.ising_ring_member__mu_has_value, statement.ising_ring_member__mu,
  statement.ising_ring_member__A_has_value, statement.ising_ring_member__A.

(* The transfer matrix, and the trace of its powers. *)
Definition transfer (b c : R) (i j : nat) : R :=
  if (i <=? 1)%nat then if (j <=? 1)%nat then exp (c + b) else exp (- c)
  else if (j <=? 1)%nat then exp (- c) else exp (c - b).

Definition trace (b c : R) (n : nat) : R :=
  sum (range 1 2) (fun i => matrix_power 2 (transfer b c) n i i).

Lemma entries_positive : forall b c n i j, In i (range 1 2) -> In j (range 1 2) ->
  0 < matrix_power 2 (transfer b c) (S n) i j.
Proof.
  intros b c; assert (positive : forall i j, 0 < transfer b c i j).
  { intros i j; unfold transfer; destruct (i <=? 1)%nat, (j <=? 1)%nat; apply exp_pos. }
  induction n as [|n IH]; intros i j Hi Hj.
  - pose proof (positive i 1%nat); pose proof (positive i 2%nat).
    places Hj; cbv [matrix_power sum fold_right range seq Nat.sub unit_vector Nat.eqb]; lra.
  - change (0 < sum (range 1 2)
      (fun l => transfer b c i l * matrix_power 2 (transfer b c) (S n) l j)).
    apply sum_pos; [discriminate|]; intros l Hl; apply Rmult_lt_0_compat;
      [apply positive | now apply IH].
Qed.

Lemma trace_positive : forall b c n, (3 <= n)%nat -> 0 < trace b c n.
Proof.
  intros b c n Hn; replace n with (S (n - 1)) by lia; apply sum_pos; [discriminate|].
  intros i Hi; now apply entries_positive.
Qed.

(* Three, four or five spins; the powers of the transfer matrix are written out. *)
Ltac spins H := apply in_range in H;
  match type of H with (3 <= ?n <= 5)%nat =>
    assert (n = 3%nat \/ n = 4%nat \/ n = 5%nat) as [-> | [-> | ->]] by lia
  end.

(* The matrix of one spin, and the traces with it. *)
Definition spin (i j : nat) : R :=
  if (i <=? 1)%nat then if (j <=? 1)%nat then 1 else 0 else if (j <=? 1)%nat then 0 else - 1.

Definition field_trace (b c : R) (n : nat) : R :=
  sum (range 1 2) (fun i => sum (range 1 2) (fun j =>
    spin i j * matrix_power 2 (transfer b c) n j i)).

Definition coupling_trace (b c : R) (n : nat) : R :=
  sum (range 1 2) (fun i => sum (range 1 2) (fun j => sum (range 1 2) (fun l =>
    sum (range 1 2) (fun m => spin i m * transfer b c m l) * spin l j)
    * matrix_power 2 (transfer b c) (n - 1) j i)).

Ltac written := cbv [field_trace coupling_trace trace transfer spin matrix_power sum fold_right
  range seq Nat.sub unit_vector Nat.eqb Nat.leb update].

Section Ring.

Variables (b c : R) (n : nat).
Hypothesis Hn : In n (range 3 5).

Lemma log_trace_positive : 0 < trace b c n.
Proof. apply trace_positive; apply in_range in Hn; lia. Qed.

Lemma by_field : is_derive (fun u : R => ln (trace u c n)) b
  (INR n / trace b c n * field_trace b c n).
Proof.
  assert (slope : is_derive (fun u => trace u c n) b (INR n * field_trace b c n))
    by (spins Hn; written; cbv [INR]; (auto_derive; [exact I | unfold Rminus; ring])).
  eapply by_value; [apply (is_derive_comp ln (fun u => trace u c n)); [|exact slope]|].
  - apply is_derive_Reals, derivable_pt_lim_ln, log_trace_positive.
  - pose proof log_trace_positive; unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

Lemma by_coupling : is_derive (fun u : R => ln (trace b u n)) c
  (INR n / trace b c n * coupling_trace b c n).
Proof.
  assert (slope : is_derive (fun u => trace b u n) c (INR n * coupling_trace b c n))
    by (spins Hn; written; cbv [INR]; (auto_derive; [exact I | unfold Rminus; ring])).
  eapply by_value; [apply (is_derive_comp ln (fun u => trace b u n)); [|exact slope]|].
  - apply is_derive_Reals, derivable_pt_lim_ln, log_trace_positive.
  - pose proof log_trace_positive; unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

(* Half the difference of the eigenvalues is a root; half their sum is half the matrix's trace. *)
Lemma root : exp (2 * c) * cosh b ^ 2 - exp (2 * c) + exp (- (2 * c))
  = ((exp (c + b) - exp (c - b)) / 2) ^ 2 + exp (- c) ^ 2.
Proof.
  replace (2 * c) with (c + c) by ring; replace (- (c + c)) with (- c + - c) by ring.
  unfold cosh, Rminus; rewrite !exp_plus, !exp_Ropp.
  pose proof (exp_pos b); pose proof (exp_pos c); field; lra.
Qed.

Lemma half : exp c * cosh b = (exp (c + b) + exp (c - b)) / 2.
Proof. unfold cosh, Rminus; rewrite !exp_plus; field. Qed.

Lemma eigenvalues : trace b c n
  = (exp c * cosh b + sqrt (exp (2 * c) * cosh b ^ 2 - exp (2 * c) + exp (- (2 * c)))) ^ n
  + (exp c * cosh b - sqrt (exp (2 * c) * cosh b ^ 2 - exp (2 * c) + exp (- (2 * c)))) ^ n.
Proof.
  rewrite half, root; set (square := ((exp (c + b) - exp (c - b)) / 2) ^ 2 + exp (- c) ^ 2).
  assert (squared : sqrt square ^ 2 = square).
  { apply pow2_sqrt; unfold square; pose proof (pow2_ge_0 ((exp (c + b) - exp (c - b)) / 2));
      pose proof (pow2_ge_0 (exp (- c))); lra. }
  set (half := (exp (c + b) + exp (c - b)) / 2); set (r := sqrt square) in *.
  assert (powers : (half + r) ^ 3 + (half - r) ^ 3 = 2 * half ^ 3 + 6 * half * r ^ 2 /\
    (half + r) ^ 4 + (half - r) ^ 4 = 2 * half ^ 4 + 12 * half ^ 2 * r ^ 2 + 2 * (r ^ 2) ^ 2 /\
    (half + r) ^ 5 + (half - r) ^ 5
    = 2 * half ^ 5 + 20 * half ^ 3 * r ^ 2 + 10 * half * (r ^ 2) ^ 2) by (repeat split; ring).
  rewrite squared in powers; destruct powers as [three [four five]].
  spins Hn; rewrite ?three, ?four, ?five; unfold square, half; written; field.
Qed.

End Ring.

Theorem ising_ring_flipped : statement.ising_ring_flipped.
Proof.
  intros n Hn eta; opened; parts.
  - exact (log_trace_positive (eta 1%nat) (eta 2%nat) n Hn).
  - exact (log_trace_positive (- eta 1%nat) (eta 2%nat) n Hn).
  - f_equal; spins Hn; written; unfold Rminus; rewrite Ropp_involutive; ring.
Qed.

Theorem ising_ring_eigenvalues : statement.ising_ring_eigenvalues.
Proof.
  intros n Hn eta; opened; parts.
  - exact (log_trace_positive (eta 1%nat) (eta 2%nat) n Hn).
  - rewrite root; apply Rplus_le_le_0_compat; apply pow2_ge_0.
  - rewrite <- eigenvalues by exact Hn; now apply log_trace_positive.
  - f_equal; exact (eigenvalues (eta 1%nat) (eta 2%nat) n Hn).
Qed.

Theorem ising_ring_gradient : statement.ising_ring_gradient.
Proof.
  intros n Hn eta; opened; parts.
  - exact (Rgt_not_eq _ _ (log_trace_positive (eta 1%nat) (eta 2%nat) n Hn)).
  - intros i Hi; apply filter_forall; intros u; places Hi;
      [exact (log_trace_positive u (eta 2%nat) n Hn)
      | exact (log_trace_positive (eta 1%nat) u n Hn)].
  - intros i Hi; places Hi; [exact (by_field (eta 1%nat) (eta 2%nat) n Hn)
      | exact (by_coupling (eta 1%nat) (eta 2%nat) n Hn)].
Qed.

Theorem ising_ring_conjugate : statement.ising_ring_conjugate.
Proof.
  intros n Hn eta; pose proof (log_trace_positive (eta 1%nat) (eta 2%nat) n Hn) as positive.
  pose proof (by_field (eta 1%nat) (eta 2%nat) n Hn) as first.
  pose proof (by_coupling (eta 1%nat) (eta 2%nat) n Hn) as second.
  opened; parts.
  - intros i Hi; apply filter_forall; intros u; places Hi;
      [exact (log_trace_positive u (eta 2%nat) n Hn)
      | exact (log_trace_positive (eta 1%nat) u n Hn)].
  - intros i Hi; places Hi; eexists; [exact first | exact second].
  - exact positive.
  - exact (Rgt_not_eq _ _ positive).
  - exact positive.
  - apply is_derive_unique in first, second.
    change (eta 1%nat * Derive (fun u => ln (trace u (eta 2%nat) n)) (eta 1%nat)
      + (eta 2%nat * Derive (fun u => ln (trace (eta 1%nat) u n)) (eta 2%nat) + 0)
      - ln (trace (eta 1%nat) (eta 2%nat) n) = INR n / trace (eta 1%nat) (eta 2%nat) n
      * (eta 1%nat * field_trace (eta 1%nat) (eta 2%nat) n
        + eta 2%nat * coupling_trace (eta 1%nat) (eta 2%nat) n)
      - ln (trace (eta 1%nat) (eta 2%nat) n)).
    rewrite first, second; ring.
Qed.
