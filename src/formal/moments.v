(* Proofs of what docs/theory/cumulants.md displays of third and fourth order, and of moments. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements distributions cumulants.
Import ListNotations.
Open Scope R_scope.

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R) (eta zeta : nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation v := (statement.cumulant_direction d eta zeta).
Notation K := (statement.cumulant_generating_function n d h t eta zeta).
Notation M := (statement.moment_generating_function n d h t eta zeta).
Notation mean := (finite_family.mean n d h t).
Notation r := (dot d t v).

(* The moments under the tilted member, of each order. *)
Definition m (order : nat) (s : R) : R := mean (line eta v s) (fun x => r x ^ order).

Lemma slope_of_m : forall order s,
  is_derive (m order) s (m (S order) s - m order s * m 1 s).
Proof.
  intros order s; unfold m.
  rewrite (mean_ext n d h t _ (fun x => r x ^ S order) (fun x => r x ^ order * r x))
    by (intros; simpl; ring).
  rewrite (mean_ext n d h t _ (fun x => r x ^ 1) r) by (intros; ring).
  exact (is_derive_mean n d h t outcomes weights eta v (fun x => r x ^ order) s).
Qed.

Lemma first : forall s, Derive K s = m 1 s.
Proof.
  intros s; apply is_derive_unique; unfold m.
  rewrite (mean_ext n d h t _ (fun x => r x ^ 1) r) by (intros; ring).
  now apply slope_of_K.
Qed.

Lemma is_second : forall s, is_derive (fun u => Derive K u) s (m 2 s - m 1 s * m 1 s).
Proof.
  intros s; apply (is_derive_ext (m 1)); [intros; symmetry; apply first | apply slope_of_m].
Qed.

Lemma second : forall s, Derive (fun u => Derive K u) s = m 2 s - m 1 s * m 1 s.
Proof. intros; apply is_derive_unique, is_second. Qed.

(* A derivative that stands in the goal, by its value. *)
Ltac replaced_by slope := match type of slope with is_derive ?f ?s ?value =>
  replace (Derive (fun x => f x) s) with value by (symmetry; exact (is_derive_unique _ _ _ slope))
  end.

Lemma is_third : forall s, is_derive (fun u => Derive (fun w => Derive K w) u) s
  (m 3 s - 3 * (m 1 s * m 2 s) + 2 * m 1 s ^ 3).
Proof.
  intros s; apply (is_derive_ext (fun u => m 2 u - m 1 u * m 1 u)).
  { intros; symmetry; apply second. }
  pose proof (slope_of_m 1 s) as slope1; pose proof (slope_of_m 2 s) as slope2.
  auto_derive.
  - repeat split; eexists; eassumption.
  - replaced_by slope1; replaced_by slope2; ring.
Qed.

Lemma third : forall s, Derive (fun u => Derive (fun w => Derive K w) u) s
  = m 3 s - 3 * (m 1 s * m 2 s) + 2 * m 1 s ^ 3.
Proof. intros; apply is_derive_unique, is_third. Qed.

Lemma is_fourth : forall s,
  is_derive (fun u => Derive (fun w => Derive (fun z => Derive K z) w) u) s
    (m 4 s - 4 * (m 1 s * m 3 s) - 3 * m 2 s ^ 2 + 12 * (m 1 s ^ 2 * m 2 s) - 6 * m 1 s ^ 4).
Proof.
  intros s; apply (is_derive_ext (fun u => m 3 u - 3 * (m 1 u * m 2 u) + 2 * m 1 u ^ 3)).
  { intros; symmetry; apply third. }
  pose proof (slope_of_m 1 s) as slope1; pose proof (slope_of_m 2 s) as slope2.
  pose proof (slope_of_m 3 s) as slope3.
  auto_derive.
  - repeat split; eexists; eassumption.
  - replaced_by slope1; replaced_by slope2; replaced_by slope3; ring.
Qed.

(* The central moments, by the others. *)
Lemma mean_is : statement.mean_along_direction n d h t eta zeta = m 1 0.
Proof.
  unfold m; rewrite at_zero; apply mean_ext; intros; unfold dot; ring.
Qed.

Lemma moment_is : forall order, mean eta (fun x => r x ^ order) = m order 0.
Proof. intros; unfold m; now rewrite at_zero. Qed.

Lemma zeroth : m 0 0 = 1.
Proof. rewrite <- moment_is; exact (mean_constant n d h t outcomes weights eta 1). Qed.

(* The mean of a polynomial of r. *)
Lemma mean_of_quartic : forall a b c e f,
  mean eta (fun x => a * r x ^ 4 + b * r x ^ 3 + c * r x ^ 2 + e * r x ^ 1 + f * r x ^ 0)
  = a * m 4 0 + b * m 3 0 + c * m 2 0 + e * m 1 0 + f * m 0 0.
Proof. intros; rewrite !mean_plus, !mean_scale, !moment_is; reflexivity. Qed.

Lemma second_central : statement.second_central_moment n d h t eta zeta = m 2 0 - m 1 0 ^ 2.
Proof.
  unfold statement.second_central_moment; rewrite mean_is.
  transitivity (mean eta (fun x => 0 * r x ^ 4 + 0 * r x ^ 3 + 1 * r x ^ 2
    + -2 * m 1 0 * r x ^ 1 + m 1 0 ^ 2 * r x ^ 0)).
  - apply mean_ext; intros; unfold dot; ring.
  - rewrite mean_of_quartic, zeroth; ring.
Qed.

Lemma third_central : statement.third_central_moment n d h t eta zeta
  = m 3 0 - 3 * (m 1 0 * m 2 0) + 2 * m 1 0 ^ 3.
Proof.
  unfold statement.third_central_moment; rewrite mean_is.
  transitivity (mean eta (fun x => 0 * r x ^ 4 + 1 * r x ^ 3 + -3 * m 1 0 * r x ^ 2
    + 3 * m 1 0 ^ 2 * r x ^ 1 + - m 1 0 ^ 3 * r x ^ 0)).
  - apply mean_ext; intros; unfold dot; ring.
  - rewrite mean_of_quartic, zeroth; ring.
Qed.

Lemma fourth_central : statement.fourth_central_moment n d h t eta zeta
  = m 4 0 - 4 * (m 1 0 * m 3 0) + 6 * (m 1 0 ^ 2 * m 2 0) - 3 * m 1 0 ^ 4.
Proof.
  unfold statement.fourth_central_moment; rewrite mean_is.
  transitivity (mean eta (fun x => 1 * r x ^ 4 + -4 * m 1 0 * r x ^ 3 + 6 * m 1 0 ^ 2 * r x ^ 2
    + -4 * m 1 0 ^ 3 * r x ^ 1 + m 1 0 ^ 4 * r x ^ 0)).
  - apply mean_ext; intros; unfold dot; ring.
  - rewrite mean_of_quartic, zeroth; ring.
Qed.

(* The generating function of the moments: each slope brings down another factor r. *)
Lemma generating_of_order : forall order s,
  is_derive (fun u => mean eta (fun x => r x ^ order * exp (u * r x))) s
    (mean eta (fun x => r x ^ S order * exp (s * r x))).
Proof.
  intros order s; unfold finite_family.mean.
  apply (is_derive_sum (range 1 n) (fun x u => p n d h t eta x * (r x ^ order * exp (u * r x)))).
  intros x _; auto_derive; [trivial | simpl; ring].
Qed.

Lemma M_is : forall s, M s = mean eta (fun x => r x ^ 0 * exp (s * r x)).
Proof.
  intros s; unfold statement.moment_generating_function.
  rewrite <- generating by assumption; apply mean_ext; intros; simpl; ring.
Qed.

Lemma M_slope : forall s, is_derive M s (mean eta (fun x => r x ^ 1 * exp (s * r x))).
Proof.
  intros s; apply (is_derive_ext (fun u => mean eta (fun x => r x ^ 0 * exp (u * r x))));
    [intros; symmetry; apply M_is | apply generating_of_order].
Qed.

Lemma M_curvature : forall s,
  is_derive (fun u => Derive M u) s (mean eta (fun x => r x ^ 2 * exp (s * r x))).
Proof.
  intros s; apply (is_derive_ext (fun u => mean eta (fun x => r x ^ 1 * exp (u * r x))));
    [intros; symmetry; apply is_derive_unique, M_slope | apply generating_of_order].
Qed.

Lemma M_third : forall s, is_derive (fun u => Derive (fun w => Derive M w) u) s
  (mean eta (fun x => r x ^ 3 * exp (s * r x))).
Proof.
  intros s; apply (is_derive_ext (fun u => mean eta (fun x => r x ^ 2 * exp (u * r x))));
    [intros; symmetry; apply is_derive_unique, M_curvature | apply generating_of_order].
Qed.

Lemma raw_moment : forall order, mean eta (fun x => r x ^ order * exp (0 * r x))
  = sum (range 1 n) (fun x => statement.finite_density n d h t x eta
      * sum (range 1 d) (fun i => v i * t x i) ^ order).
Proof. intros; apply mean_ext; intros; rewrite Rmult_0_l, exp_0; unfold dot; ring. Qed.

End Family.

Ltac has_value :=
  repeat (apply filter_forall; intros); try (intros; now apply K_exists);
  try (intros x _; now apply A_exists).

Ltac central_moment_exists := split; [|split; [|split]]; parts; intros x _; now apply A_exists.

Theorem third_cumulant : statement.third_cumulant.
Proof.
  intros n Hn d _ h Hh t eta zeta s ->; parts; has_value.
  - eexists; now apply slope_of_K.
  - eexists; now apply is_second.
  - central_moment_exists.
  - rewrite third_central by assumption; now apply is_third.
Qed.

Theorem fourth_cumulant : statement.fourth_cumulant.
Proof.
  intros n Hn d _ h Hh t eta zeta s ->; parts; has_value.
  - eexists; now apply slope_of_K.
  - eexists; now apply is_second.
  - eexists; now apply is_third.
  - central_moment_exists.
  - central_moment_exists.
  - rewrite fourth_central, second_central by assumption.
    replace (_ - 3 * _ ^ 2) with (m n d h t eta zeta 4 0
      - 4 * (m n d h t eta zeta 1 0 * m n d h t eta zeta 3 0) - 3 * m n d h t eta zeta 2 0 ^ 2
      + 12 * (m n d h t eta zeta 1 0 ^ 2 * m n d h t eta zeta 2 0)
      - 6 * m n d h t eta zeta 1 0 ^ 4) by ring.
    now apply is_fourth.
Qed.

Theorem second_moment : statement.second_moment.
Proof.
  intros n Hn d _ h Hh t eta zeta s ->; parts; has_value.
  - eexists; now apply M_slope.
  - rewrite <- raw_moment; now apply M_curvature.
Qed.

Theorem third_moment : statement.third_moment.
Proof.
  intros n Hn d _ h Hh t eta zeta s ->; parts; has_value.
  - eexists; now apply M_slope.
  - eexists; now apply M_curvature.
  - rewrite <- raw_moment; now apply M_third.
Qed.

(* -------------------------------------------------------------- three functions of one number *)

Theorem poisson_cumulants : statement.poisson_cumulants.
Proof.
  intros eta; set (P := statement.poisson_cumulant_function).
  assert (slope : forall u, is_derive P u (exp u)) by exact is_derive_exp.
  assert (value : forall u, Derive P u = exp u) by (intros; now apply is_derive_unique).
  assert (slope2 : forall u, is_derive (fun w => Derive P w) u (exp u)).
  { intros; apply (is_derive_ext exp); [intros; now rewrite value | apply is_derive_exp]. }
  assert (value2 : forall u, Derive (fun w => Derive P w) u = exp u)
    by (intros; now apply is_derive_unique).
  assert (slope3 : forall u, is_derive (fun w => Derive (fun z => Derive P z) w) u (exp u)).
  { intros; apply (is_derive_ext exp); [intros; now rewrite value2 | apply is_derive_exp]. }
  assert (value3 : forall u, Derive (fun w => Derive (fun z => Derive P z) w) u = exp u)
    by (intros; now apply is_derive_unique).
  parts; repeat (apply filter_forall; intros).
  - eexists; apply slope.
  - exists (exp eta); exact (slope2 eta).
  - eexists; apply slope.
  - exists (exp x); exact (slope2 x).
  - exists (exp eta); exact (slope3 eta).
  - pose proof (slope eta) as here; rewrite <- value2 in here; exact here.
  - pose proof (slope2 eta) as here; rewrite <- value3 in here; exact here.
  - exact (slope3 eta).
Qed.

Theorem normal_cumulants : statement.normal_cumulants.
Proof.
  intros eta; set (G := statement.normal_cumulant_function).
  assert (slope : forall u, is_derive G u u).
  { intros; unfold G, statement.normal_cumulant_function; auto_derive; [trivial | field]. }
  assert (slope2 : forall u, is_derive (fun w => Derive G w) u 1).
  { intros; apply (is_derive_ext (fun w => w)); [intros; symmetry; now apply is_derive_unique|].
    apply (is_derive_id (K := R_AbsRing)). }
  assert (slope3 : forall u, is_derive (fun w => Derive (fun z => Derive G z) w) u 0).
  { intros; apply (is_derive_ext (fun w => 1)); [intros; symmetry; now apply is_derive_unique|].
    apply (is_derive_const (V := R_NormedModule)). }
  parts; repeat (apply filter_forall; intros);
    try (exact (slope eta)); try (exact (slope2 eta)); try (exact (slope3 eta)).
  - eexists; apply slope.
  - eexists; apply slope.
  - exists 1; exact (slope2 x).
Qed.

Lemma negative_near : forall x, x < 0 -> locally x (fun u => u < 0).
Proof. intros; now apply (open_lt 0). Qed.

Lemma near_negative : forall (holds : R -> Prop) x, (forall u, u < 0 -> holds u) -> x < 0 ->
  locally x holds.
Proof.
  intros holds x everywhere Hx; generalize (negative_near x Hx); apply filter_imp; exact everywhere.
Qed.

Theorem exponential_cumulants : statement.exponential_cumulants.
Proof.
  intros eta Heta; set (E := statement.exponential_cumulant_function).
  assert (slope : forall u, u < 0 -> is_derive E u (1 / - u)).
  { intros u Hu; unfold E, statement.exponential_cumulant_function.
    auto_derive; [lra | field; lra]. }
  assert (slope2 : forall u, u < 0 -> is_derive (fun w => Derive E w) u (1 / u ^ 2)).
  { intros u Hu; apply (is_derive_ext_loc (fun w => 1 / - w)).
    - apply near_negative; [|exact Hu]; intros; symmetry; now apply is_derive_unique, slope.
    - auto_derive; [lra | field; lra]. }
  assert (slope3 : forall u, u < 0 ->
    is_derive (fun w => Derive (fun z => Derive E z) w) u (2 / (- u) ^ 3)).
  { intros u Hu; apply (is_derive_ext_loc (fun w => 1 / w ^ 2)).
    - apply near_negative; [|exact Hu]; intros; symmetry; now apply is_derive_unique, slope2.
    - auto_derive; [change (u ^ 2 <> 0); apply pow_nonzero; lra | field; lra]. }
  parts; repeat match goal with |- locally _ _ => apply near_negative; [intros|assumption] end.
  all: match goal with
    | |- is_derive _ _ (1 / - _) => apply slope; assumption
    | |- is_derive _ _ (1 / _ ^ 2) => apply slope2; assumption
    | |- is_derive _ _ _ => apply slope3; assumption
    | |- ex_derive (fun u => Derive _ _) _ => eexists; apply slope2; assumption
    | |- ex_derive _ _ => eexists; apply slope; assumption
    | |- _ ^ _ <> 0 => apply pow_nonzero; lra
    | |- _ < 0 => assumption
    | |- _ <> 0 => lra
    | |- _ => unfold statement.exponential_cumulant_function_has_value; lra
    end.
Qed.
