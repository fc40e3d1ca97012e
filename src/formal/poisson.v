(* Proofs of what the pages display of the Poisson distribution: sums over all natural numbers. *)

From Coq Require Import Reals Lia Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums statements.
Open Scope R_scope.

Lemma fact_not_zero : forall n, INR (fact n) <> 0.
Proof. intros; apply INR_fact_neq_0. Qed.

Lemma power_of_exp : forall eta n, exp (eta * INR n) = exp eta ^ n.
Proof.
  intros eta n; induction n as [|n IH]; [simpl; rewrite Rmult_0_r; apply exp_0|].
  rewrite S_INR, Rmult_plus_distr_l, Rmult_1_r, exp_plus, IH; simpl; ring.
Qed.

(* An equation of the library's modules, as one of real numbers. *)
Ltac in_reals := unfold plus, minus, plus, opp, scal; simpl; unfold mult; simpl;
  match goal with |- @eq _ ?left ?right => change (@eq R left right) end.

(* The exponential series, and those with the factors n and n (n - 1). *)
Definition term (l : R) (n : nat) : R := l ^ n / INR (fact n).

Lemma exponential_series : forall l, is_series (term l) (exp l).
Proof.
  intros l; apply (is_series_ext (fun n => scal (pow_n l n) (/ INR (fact n)))).
  - intros n; rewrite pow_n_pow; reflexivity.
  - exact (is_exp_Reals l).
Qed.

Lemma next_term : forall l n, INR (S n) * term l (S n) = l * term l n.
Proof.
  intros l n; unfold term; rewrite fact_simpl, mult_INR; simpl pow.
  pose proof (fact_not_zero n); pose proof (not_0_INR (S n) ltac:(lia)); field; auto.
Qed.

Lemma first_moment_series : forall l, is_series (fun n => INR n * term l n) (l * exp l).
Proof.
  intros l; replace (l * exp l) with (plus (l * exp l) (INR 0 * term l 0))
    by (in_reals; ring).
  apply (is_series_decr_1 (V := R_NormedModule) (fun n => INR n * term l n)).
  replace (plus (plus _ _) _) with (scal l (exp l))
    by (in_reals; ring).
  apply (is_series_ext (fun n => scal l (term l n))).
  - intros n; symmetry; apply next_term.
  - apply (is_series_scal l (term l)), exponential_series.
Qed.

Lemma second_moment_series : forall l,
  is_series (fun n => INR n * INR n * term l n) (l * exp l + l * (l * exp l)).
Proof.
  intros l; set (value := l * exp l + l * (l * exp l)).
  replace value with (plus value (INR 0 * INR 0 * term l 0)) by (in_reals; ring).
  apply (is_series_decr_1 (V := R_NormedModule) (fun n => INR n * INR n * term l n)).
  replace (plus (plus _ _) _) with (plus (scal l (exp l)) (scal l (l * exp l)))
    by (unfold value; in_reals; ring).
  apply (is_series_ext (fun n => plus (scal l (term l n)) (scal l (INR n * term l n)))).
  - intros n.
    change (l * term l n + l * (INR n * term l n) = INR (S n) * INR (S n) * term l (S n)).
    rewrite Rmult_assoc, next_term, S_INR; ring.
  - apply (is_series_plus (V := R_NormedModule)).
    + apply (is_series_scal l (term l)), exponential_series.
    + apply (is_series_scal l (fun n => INR n * term l n)), first_moment_series.
Qed.

(* ------------------------------------------------------------------------ the distribution *)

Section Poisson.

Variable eta : R.

Notation p := (fun x => statement.poisson_density x eta).

Lemma density_is : forall x, p x = exp (- exp eta) * term (exp eta) x.
Proof.
  intros x; unfold statement.poisson_density, statement.poisson_log_normalizer, term, Rminus.
  rewrite exp_plus, power_of_exp; pose proof (fact_not_zero x); field; auto.
Qed.

Lemma cancels : exp (- exp eta) * exp (exp eta) = 1.
Proof. rewrite <- exp_plus, Rplus_opp_l; apply exp_0. Qed.

Lemma density_nonneg : forall x, 0 <= p x.
Proof.
  intros x; cbv beta; rewrite density_is; apply Rmult_le_pos; [left; apply exp_pos|].
  left; apply Rdiv_lt_0_compat; [apply pow_lt, exp_pos | apply INR_fact_lt_0].
Qed.

Lemma normalized : is_series p 1.
Proof.
  rewrite <- cancels.
  apply (is_series_ext (fun x => scal (exp (- exp eta)) (term (exp eta) x))).
  - intros; symmetry; apply density_is.
  - apply (is_series_scal (exp (- exp eta)) (term (exp eta))), exponential_series.
Qed.

Lemma mean_is : is_series (fun x => p x * INR x) (exp eta).
Proof.
  replace (exp eta) with (scal (exp (- exp eta)) (exp eta * exp (exp eta)))
    by (in_reals; rewrite Rmult_comm, Rmult_assoc, (Rmult_comm (exp (exp eta))), cancels; ring).
  apply (is_series_ext (fun x => scal (exp (- exp eta)) (INR x * term (exp eta) x))).
  - intros x; cbv beta; rewrite density_is; in_reals; ring.
  - apply (is_series_scal (exp (- exp eta)) (fun x => INR x * term (exp eta) x)).
    apply first_moment_series.
Qed.

Lemma square_is : is_series (fun x => p x * (INR x * INR x)) (exp eta + exp eta * exp eta).
Proof.
  set (l := exp eta).
  replace (l + l * l) with (scal (exp (- l)) (l * exp l + l * (l * exp l))).
  - apply (is_series_ext (fun x => scal (exp (- l)) (INR x * INR x * term l x))).
    + intros x; cbv beta; rewrite density_is; unfold l; in_reals; ring.
    + apply (is_series_scal (exp (- l)) (fun x => INR x * INR x * term l x)).
      apply second_moment_series.
  - in_reals.
    replace (exp (- l) * (l * exp l + l * (l * exp l)))
      with ((exp (- l) * exp l) * (l + l * l)) by ring.
    unfold l; rewrite cancels; ring.
Qed.

Lemma variance_is :
  is_series (fun x => p x * ((INR x - exp eta) * (INR x - exp eta))) (exp eta).
Proof.
  set (l := exp eta).
  assert (value : plus (minus (l + l * l) (scal (2 * l) l)) (scal (l * l) 1) = l)
    by (in_reals; ring).
  apply (eq_ind _ (is_series (fun x => p x * ((INR x - l) * (INR x - l)))) (A := R))
    with (2 := value).
  apply (is_series_ext (fun x => plus (minus (p x * (INR x * INR x))
    (scal (2 * l) (p x * INR x))) (scal (l * l) (p x)))).
  - intros x; in_reals; ring.
  - apply (is_series_plus (V := R_NormedModule)); [apply (is_series_minus (V := R_NormedModule))|].
    + exact square_is.
    + apply (is_series_scal (2 * l) (fun x => p x * INR x)), mean_is.
    + apply (is_series_scal (l * l) p), normalized.
Qed.

End Poisson.

Theorem poisson_normalization : statement.poisson_normalization.
Proof.
  intros eta _; pose proof (normalized eta) as total; parts.
  - intros; apply fact_not_zero.
  - now exists 1.
  - now apply is_series_unique.
Qed.

Theorem poisson_mean_from_log_normalizer : statement.poisson_mean_from_log_normalizer.
Proof.
  intros eta _; pose proof (mean_is eta) as mean; pose proof (is_series_unique _ _ mean) as value.
  parts.
  - intros; apply fact_not_zero.
  - apply density_nonneg.
  - apply normalized.
  - now exists (exp eta).
  - rewrite value; apply is_derive_exp.
  - exact value.
Qed.

Theorem poisson_variance : statement.poisson_variance.
Proof.
  intros eta _; pose proof (mean_is eta) as mean; pose proof (is_series_unique _ _ mean) as value.
  pose proof (variance_is eta) as variance; pose proof (is_series_unique _ _ variance) as spread.
  assert (curvature : is_derive (fun u => Derive (fun w => statement.poisson_log_normalizer w) u)
      eta (exp eta)).
  { apply (is_derive_ext exp); [|apply is_derive_exp].
    intros u; symmetry; apply is_derive_unique, is_derive_exp. }
  rewrite value; parts.
  - intros; apply fact_not_zero.
  - apply density_nonneg.
  - apply normalized.
  - now exists (exp eta).
  - now exists (exp eta).
  - apply filter_forall; intros u; exists (exp u); apply is_derive_exp.
  - rewrite spread; exact curvature.
  - exact curvature.
Qed.
