(* Third derivatives of the log-normalizer, and second ones of the divergence: for
   docs/theory/cumulants.md and docs/theory/duality.md. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements distributions duality.
Import ListNotations.
Open Scope R_scope.

Lemma slope_less_a_line : forall (f : R -> R) c m u slope, is_derive f u slope ->
  is_derive (fun w => f w - c - w * m) u (slope - m).
Proof.
  intros f c m u slope H; auto_derive; [now exists slope|].
  replace (Derive (fun x => f x) u) with slope by (symmetry; now apply is_derive_unique); ring.
Qed.

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation A := (statement.finite_log_normalizer n d h t).
Notation mean := (finite_family.mean n d h t).
Notation covariance := (finite_family.covariance n d h t).
Notation E := (fun i eta => mean eta (fun x => t x i)).

Definition moment2 (eta : nat -> R) (i j : nat) : R := mean eta (fun x => t x i * t x j).
Definition moment3 (eta : nat -> R) (i j l : nat) : R :=
  mean eta (fun x => t x i * t x j * t x l).

(* A covariance moves by the third joint cumulant. *)
Lemma slope_of_covariance : forall eta i j l, In i (range 1 d) ->
  is_derive (fun u => covariance (update eta i u) j l) (eta i)
    (moment3 eta i j l - E i eta * moment2 eta j l - E j eta * moment2 eta i l
     - E l eta * moment2 eta i j + 2 * (E i eta * E j eta * E l eta)).
Proof.
  intros eta i j l Hi.
  pose proof (covariance_from_mean_at n d h t outcomes weights (fun x => t x j * t x l) eta i Hi)
    as both.
  pose proof (covariance_from_mean_at n d h t outcomes weights (fun x => t x j) eta i Hi) as one.
  pose proof (covariance_from_mean_at n d h t outcomes weights (fun x => t x l) eta i Hi) as other.
  apply (is_derive_ext (fun u => mean (update eta i u) (fun x => t x j * t x l)
    - mean (update eta i u) (fun x => t x j) * mean (update eta i u) (fun x => t x l))).
  { intros u; symmetry; exact (deviations n d h t outcomes weights _ _ _). }
  pose proof (is_derive_minus _ _ _ _ _ both
    (is_derive_mult _ _ _ _ _ one other Rmult_comm)) as slope.
  unfold minus, plus, opp, mult in slope; simpl in slope.
  assert (here : forall f, mean (update eta i (eta i)) f = mean eta f)
    by (intros; apply mean_at; intros; apply update_same).
  rewrite !here in slope.
  match type of slope with is_derive _ _ ?value => replace (moment3 _ _ _ _ - _ - _ - _ + _)
    with value; [exact slope|] end.
  unfold moment3, moment2.
  rewrite (mean_ext n d h t eta (fun x => t x j * t x l * t x i)
    (fun x => t x i * t x j * t x l)) by (intros; ring).
  rewrite (mean_ext n d h t eta (fun x => t x j * t x i) (fun x => t x i * t x j))
    by (intros; ring).
  rewrite (mean_ext n d h t eta (fun x => t x l * t x i) (fun x => t x i * t x l))
    by (intros; ring).
  ring.
Qed.

(* The mean product of three deviations, term by term. *)
Lemma three_deviations : forall eta i j l,
  mean eta (fun x => (t x i - E i eta) * (t x j - E j eta) * (t x l - E l eta))
  = moment3 eta i j l - E i eta * moment2 eta j l - E j eta * moment2 eta i l
    - E l eta * moment2 eta i j + 2 * (E i eta * E j eta * E l eta).
Proof.
  intros eta i j l; cbv beta; unfold moment3, moment2.
  set (a := mean eta (fun x => t x i)); set (b := mean eta (fun x => t x j)).
  set (c := mean eta (fun x => t x l)).
  rewrite (mean_ext n d h t eta _ (fun x => (t x i * t x j * t x l - a * (t x j * t x l)
    - b * (t x i * t x l) - c * (t x i * t x j))
    + (b * c * t x i + a * c * t x j + a * b * t x l - a * b * c))) by (intros; ring).
  rewrite mean_plus, !mean_minus, !mean_plus, !mean_scale, mean_constant by assumption.
  fold a b c; ring.
Qed.

Lemma gradient_at : forall xi i, In i (range 1 d) ->
  is_derive (fun u => A (update xi i u)) (xi i) (mean xi (fun x => t x i)).
Proof. exact (mean_from_A_at n d h t outcomes weights). Qed.

Lemma gradient_is : forall xi i, In i (range 1 d) ->
  Derive (fun u => A (update xi i u)) (xi i) = mean xi (fun x => t x i).
Proof. intros; now apply is_derive_unique, gradient_at. Qed.

Lemma hessian_at : forall xi i j, In i (range 1 d) -> In j (range 1 d) ->
  is_derive (fun u => Derive (fun w => A (update (update xi i u) j w)) (update xi i u j)) (xi i)
    (covariance xi i j).
Proof. exact (curvature_of_A n d h t outcomes weights). Qed.

(* ------------------------------------------------------------- the divergence along a line *)

Variables (eta v : nat -> R).

Notation KL := (fun u => statement.kl_divergence n d h t eta (fun i => eta i + u * v i)).
Notation r := (dot d t v).

Lemma divergence_along : forall u,
  KL u = finite_family.A n d h t (line eta v u) - finite_family.A n d h t eta - u * mean eta r.
Proof.
  intros u; cbv beta; rewrite (kl_is n d h t outcomes weights).
  change (fun i => eta i + u * v i) with (line eta v u).
  rewrite (mean_ext n d h t eta (dot d t (line eta v u)) (fun x => dot d t eta x + u * r x))
    by (intros; apply dot_line).
  rewrite mean_plus, mean_scale; ring.
Qed.

Lemma slope_of_divergence : forall u, is_derive KL u (mean (line eta v u) r - mean eta r).
Proof.
  intros u; apply (is_derive_ext (fun w => finite_family.A n d h t (line eta v w)
    - finite_family.A n d h t eta - w * mean eta r)).
  { intros w; symmetry; apply divergence_along. }
  apply (slope_less_a_line (fun w => finite_family.A n d h t (line eta v w))).
  exact (is_derive_A n d h t outcomes weights eta v u).
Qed.

Lemma curvature_of_divergence : forall u, is_derive (fun w => Derive KL w) u
  (mean (line eta v u) (fun x => r x * r x) - mean (line eta v u) r * mean (line eta v u) r).
Proof.
  intros u; apply (is_derive_ext (fun w => mean (line eta v w) r - mean eta r)).
  { intros w; symmetry; apply is_derive_unique, slope_of_divergence. }
  pose proof (is_derive_mean n d h t outcomes weights eta v r u) as slope.
  rewrite <- (Rminus_0_r (_ - _ * _)).
  apply (is_derive_minus (V := R_NormedModule)
    (fun w => mean (line eta v w) r) (fun _ => mean eta r));
    [exact slope | apply (is_derive_const (V := R_NormedModule))].
Qed.

End Family.

Theorem joint_third_cumulant : statement.joint_third_cumulant.
Proof.
  intros n Hn d _ h Hh t eta i Hi j Hj l Hl.
  pose proof (total_pos n d h t Hn Hh) as exists_A.
  parts; try (repeat (apply filter_forall; intros); apply exists_A); try (intros; apply exists_A);
    try (eexists; now apply gradient_at).
  - do 2 (apply filter_forall; intros); eexists; now apply gradient_at.
  - apply filter_forall; intros u; eexists; now apply hessian_at.
  - rewrite !(gradient_is n d h t Hn Hh eta) by assumption.
    match goal with |- is_derive _ _ ?value => replace value with (moment3 n d h t eta i j l
      - mean n d h t eta (fun x => t x i) * moment2 n d h t eta j l
      - mean n d h t eta (fun x => t x j) * moment2 n d h t eta i l
      - mean n d h t eta (fun x => t x l) * moment2 n d h t eta i j
      + 2 * (mean n d h t eta (fun x => t x i) * mean n d h t eta (fun x => t x j)
             * mean n d h t eta (fun x => t x l)))
      by (symmetry; exact (three_deviations n d h t Hn Hh eta i j l)) end.
    apply (is_derive_ext (fun u => covariance n d h t (update eta i u) j l)).
    + intros u; symmetry; now apply is_derive_unique, hessian_at.
    + now apply slope_of_covariance.
Qed.

Theorem kl_second_derivative : statement.kl_second_derivative.
Proof.
  intros n Hn d _ h Hh t eta v s; pose proof (total_pos n d h t Hn Hh) as exists_A.
  parts.
  - do 2 (apply filter_forall; intros); now apply kl_exists.
  - apply filter_forall; intros; eexists; now apply slope_of_divergence.
  - intros; do 2 (apply filter_forall; intros); apply exists_A.
  - intros; apply filter_forall; intros; eexists; now apply gradient_at.
  - intros i Hi j Hj; eexists; exact (hessian_at n d h t Hn Hh (line eta v s) j i Hj Hi).
  - match goal with |- is_derive _ _ ?value => replace value with
      (mean n d h t (line eta v s) (fun x => dot d t v x * dot d t v x)
       - mean n d h t (line eta v s) (dot d t v) * mean n d h t (line eta v s) (dot d t v)) end;
      [now apply curvature_of_divergence|].
    rewrite <- deviations, <- covariance_form by assumption.
    apply sum_ext; intros i Hi; f_equal; apply sum_ext; intros j Hj; f_equal; symmetry.
    now apply is_derive_unique, (hessian_at n d h t Hn Hh (line eta v s)).
Qed.
