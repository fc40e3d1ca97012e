(* Proofs of what docs/theory/cumulants.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements distributions.
Import ListNotations.
Open Scope R_scope.

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R) (eta zeta : nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation v := (statement.cumulant_direction d eta zeta).
Notation K := (statement.cumulant_generating_function n d h t eta zeta).
Notation mean := (finite_family.mean n d h t).
Notation r := (dot d t v).

Lemma A_exists : forall xi, statement.finite_log_normalizer_has_value n d h t xi.
Proof. exact (total_pos n d h t outcomes weights). Qed.

Lemma K_exists : forall s, statement.cumulant_generating_function_has_value n d h t eta zeta s.
Proof. intros; split; apply A_exists. Qed.

(* The generating function grows by the mean under the tilted member. *)
Lemma slope_of_K : forall s, is_derive K s (mean (line eta v s) r).
Proof.
  intros s; rewrite <- (Rminus_0_r (mean _ _)).
  apply (is_derive_minus (V := R_NormedModule)
    (fun u => statement.finite_log_normalizer n d h t (fun i => eta i + u * v i)));
    [exact (is_derive_A n d h t outcomes weights eta v s)
    | apply (is_derive_const (V := R_NormedModule))].
Qed.

Lemma curvature_of_K : forall s, is_derive (fun u => Derive K u) s
  (mean (line eta v s) (fun x => r x * r x) - mean (line eta v s) r * mean (line eta v s) r).
Proof.
  intros s; apply (is_derive_ext (fun u => mean (line eta v u) r)).
  { intros u; symmetry; apply is_derive_unique, slope_of_K. }
  exact (is_derive_mean n d h t outcomes weights eta v r s).
Qed.

Lemma at_zero : forall f, mean (line eta v 0) f = mean eta f.
Proof. intros; apply mean_at; intros; unfold line; ring. Qed.

Lemma central : forall f,
  mean eta (fun x => (f x - mean eta f) ^ 2) = mean eta (fun x => f x * f x) - mean eta f * mean
    eta f.
Proof.
  intros; rewrite <- (deviations n d h t outcomes weights).
  apply mean_ext; intros; ring.
Qed.

Lemma dot_scaled : forall s x, sum (range 1 d) (fun i => s * v i * t x i) = s * r x.
Proof. intros; unfold dot; rewrite <- sum_scale; apply sum_ext; intros; ring. Qed.

(* The mean of e^(s r) is the quotient of two totals. *)
Lemma generating : forall s, mean eta (fun x => exp (s * r x)) = exp (K s).
Proof.
  intros s; unfold statement.cumulant_generating_function, Rminus; rewrite exp_plus.
  replace (exp (statement.finite_log_normalizer n d h t (fun i => eta i + s * v i)))
    with (total n d h t (line eta v s))
    by (symmetry; exact (exp_ln _ (total_pos n d h t outcomes weights _))).
  unfold total; rewrite <- sum_scale_r; apply sum_ext; intros x _.
  unfold p, weight; rewrite dot_line; unfold Rminus; rewrite !exp_plus.
  change (A n d h t eta) with (statement.finite_log_normalizer n d h t eta); ring.
Qed.

Lemma K_at_one :
  K 1 = statement.finite_log_normalizer n d h t zeta - statement.finite_log_normalizer n d h t eta.
Proof.
  unfold statement.cumulant_generating_function; f_equal.
  unfold statement.finite_log_normalizer; f_equal; apply sum_ext; intros x _; do 2 f_equal.
  apply sum_ext; intros; unfold statement.cumulant_direction; ring.
Qed.

End Family.

Theorem cgf_at_one : statement.cgf_at_one.
Proof.
  intros n Hn d _ h Hh t eta zeta; parts; try (now apply K_exists); try (now apply A_exists).
  apply K_at_one.
Qed.

Theorem cgf_is_log_of_mean : statement.cgf_is_log_of_mean.
Proof.
  intros n Hn d _ h Hh t eta zeta s _; set (v := statement.cumulant_direction d eta zeta).
  assert (value : sum (range 1 n) (fun x => statement.finite_density n d h t x eta
      * exp (sum (range 1 d) (fun i => s * v i * t x i)))
    = exp (statement.cumulant_generating_function n d h t eta zeta s)).
  { rewrite <- generating by assumption; apply sum_ext; intros; unfold v; now rewrite dot_scaled. }
  parts; try (now apply K_exists); try (intros; now apply A_exists).
  - rewrite value; apply exp_pos.
  - now rewrite value, ln_exp.
Qed.

Theorem slope_is_tilted_mean : statement.slope_is_tilted_mean.
Proof.
  intros n Hn d _ h Hh t eta zeta s _; parts; try (intros; now apply A_exists).
  - apply filter_forall; intros; now apply K_exists.
  - exact (slope_of_K n d h t eta zeta Hn Hh s).
Qed.

Theorem first_cumulant : statement.first_cumulant.
Proof.
  intros n Hn d _ h Hh t eta zeta s ->; parts.
  - apply filter_forall; intros; now apply K_exists.
  - unfold statement.mean_along_direction_has_value; parts; intros x _; now apply A_exists.
  - pose proof (slope_of_K n d h t eta zeta Hn Hh 0) as slope; rewrite at_zero in slope;
      exact slope.
Qed.

Theorem second_cumulant : statement.second_cumulant.
Proof.
  intros n Hn d _ h Hh t eta zeta s ->; parts.
  - do 2 (apply filter_forall; intros); now apply K_exists.
  - apply filter_forall; intros; eexists; now apply slope_of_K.
  - unfold statement.second_central_moment_has_value, statement.mean_along_direction_has_value.
    parts; intros x _; now apply A_exists.
  - pose proof (curvature_of_K n d h t eta zeta Hn Hh 0) as slope.
    rewrite !at_zero, <- central in slope by assumption; exact slope.
Qed.

(* Two independent draws: the mean of the product is the product of the means. *)
Theorem cumulants_add : statement.cumulants_add.
Proof.
  intros n Hn d _ h Hh t eta zeta s _; set (v := statement.cumulant_direction d eta zeta).
  set (K := statement.cumulant_generating_function n d h t eta zeta s).
  assert (value : sum (range 1 n) (fun x => sum (range 1 n) (fun y =>
      statement.finite_density n d h t x eta * statement.finite_density n d h t y eta
      * exp (sum (range 1 d) (fun i => s * v i * (t x i + t y i))))) = exp K * exp K).
  { unfold K; rewrite <- (generating n d h t eta zeta Hn Hh s) at 1.
    unfold mean; rewrite <- sum_scale_r; apply sum_ext; intros x _.
    rewrite <- (generating n d h t eta zeta Hn Hh s).
    unfold mean; rewrite <- sum_scale; apply sum_ext; intros y _.
    rewrite (sum_ext _ _ (fun i => s * v i * t x i + s * v i * t y i)) by (intros; ring).
    unfold v; rewrite sum_plus, !dot_scaled, exp_plus.
    unfold p; unfold statement.finite_density, dot.
    change (A n d h t eta) with (statement.finite_log_normalizer n d h t eta); ring. }
  parts; try (now apply K_exists); try (intros; now apply A_exists); rewrite value, <- exp_plus.
  - apply exp_pos.
  - rewrite ln_exp; unfold K; ring.
Qed.
