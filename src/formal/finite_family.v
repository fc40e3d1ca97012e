(* Exponential families on finitely many outcomes: n outcomes with positive weights h, each with
   d statistics t. What holds of all of them is proved here once, for the pages to use. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums.
Import ListNotations.
Open Scope R_scope.

(* -------------------------------------------------------------------------- convexity *)

(* The exponential function lies above its tangents, so it is convex. *)
Lemma exp_tangent : forall x y, exp x * (1 + (y - x)) <= exp y.
Proof.
  intros x y; replace (exp y) with (exp x * exp (y - x))
    by (rewrite <- exp_plus; f_equal; ring).
  apply Rmult_le_compat_l; [left; apply exp_pos | apply exp_ineq1_le].
Qed.

Lemma exp_convex : forall l x y, 0 <= l <= 1 ->
  exp (l * x + (1 - l) * y) <= l * exp x + (1 - l) * exp y.
Proof.
  intros l x y Hl.
  remember (l * x + (1 - l) * y) as m eqn:middle.
  pose proof (exp_tangent m x) as Hx; pose proof (exp_tangent m y) as Hy.
  apply (Rmult_le_compat_l l) in Hx; [|lra].
  apply (Rmult_le_compat_l (1 - l)) in Hy; [|lra].
  replace (exp m) with (l * (exp m * (1 + (x - m))) + (1 - l) * (exp m * (1 + (y - m))));
    [lra|].
  transitivity (exp m * (1 + ((l * x + (1 - l) * y) - m))); [ring | rewrite <- middle; ring].
Qed.

Lemma exp_reflects_le : forall x y, exp x <= exp y -> x <= y.
Proof.
  intros x y H; destruct (Rle_or_lt x y) as [|Hlt]; [assumption|].
  apply exp_increasing in Hlt; lra.
Qed.

Lemma ln_monotone : forall x y, 0 < x -> x <= y -> ln x <= ln y.
Proof. intros; apply exp_reflects_le; rewrite !exp_ln; lra. Qed.

Lemma ln_quotient : forall x y, 0 < x -> 0 < y -> ln (x / y) = ln x - ln y.
Proof.
  intros; unfold Rdiv; rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; assumption); ring.
Qed.

Lemma exp_le : forall x y, x <= y -> exp x <= exp y.
Proof. intros x y [H | ->]; [left; now apply exp_increasing | right; reflexivity]. Qed.

Lemma ln_tangent : forall x, 0 < x -> ln x <= x - 1.
Proof. intros x H; pose proof (exp_ineq1_le (ln x)); rewrite exp_ln in H0; lra. Qed.

(* Gibbs's inequality: relative entropy is not negative. *)
Lemma gibbs_inequality : forall {T : Type} (items : list T) (p q : T -> R),
  (forall x, In x items -> 0 < p x) -> (forall x, In x items -> 0 < q x) ->
  sum items p = 1 -> sum items q = 1 -> 0 <= sum items (fun x => p x * ln (p x / q x)).
Proof.
  intros T items p q Hp Hq one_p one_q.
  replace 0 with (sum items p - sum items q) by lra.
  rewrite <- sum_minus; apply sum_le; intros x Hx.
  pose proof (Hp x Hx) as px; pose proof (Hq x Hx) as qx.
  replace (ln (p x / q x)) with (- ln (q x / p x)).
  - pose proof (ln_tangent (q x / p x) (Rdiv_lt_0_compat _ _ qx px)) as tangent.
    apply (Rmult_le_compat_l (p x)) in tangent; [|lra].
    replace (p x * (q x / p x - 1)) with (q x - p x) in tangent by (field; lra); lra.
  - unfold Rdiv; rewrite !ln_mult, !ln_Rinv by (try apply Rinv_0_lt_compat; assumption); ring.
Qed.

(* Hölder's inequality for sums of exponentials: their logarithm is convex. *)
Lemma log_sum_exp_convex : forall {T : Type} (items : list T) (a b : T -> R) l,
  items <> [] -> 0 <= l <= 1 ->
  ln (sum items (fun x => exp (l * a x + (1 - l) * b x)))
  <= l * ln (sum items (fun x => exp (a x))) + (1 - l) * ln (sum items (fun x => exp (b x))).
Proof.
  intros T items a b l Hne Hl.
  assert (positive : forall f, 0 < sum items (fun x => exp (f x)))
    by (intros; apply sum_pos; [assumption | intros; apply exp_pos]).
  set (A := ln (sum items (fun x => exp (a x)))); set (B := ln (sum items (fun x => exp (b x)))).
  assert (normal : forall f, sum items (fun x => exp (f x - ln (sum items (fun x => exp (f x))))) =
    1).
  { intros f; rewrite (sum_ext _ _ (fun x => exp (f x) * / sum items (fun x => exp (f x)))).
    - rewrite sum_scale_r; apply Rinv_r, Rgt_not_eq, positive.
    - intros; unfold Rminus; rewrite exp_plus, exp_Ropp, exp_ln by apply positive; reflexivity. }
  apply exp_reflects_le; rewrite exp_ln by apply (positive (fun x => l * a x + (1 - l) * b x)).
  apply Rle_trans with (exp (l * A + (1 - l) * B)
    * sum items (fun x => l * exp (a x - A) + (1 - l) * exp (b x - B))).
  - rewrite <- sum_scale; apply sum_le; intros x _.
    replace (l * a x + (1 - l) * b x)
      with ((l * A + (1 - l) * B) + (l * (a x - A) + (1 - l) * (b x - B))) by ring.
    rewrite exp_plus; apply Rmult_le_compat_l; [left; apply exp_pos | now apply exp_convex].
  - rewrite sum_plus, !sum_scale; unfold A at 2, B at 2; rewrite !normal; right; ring.
Qed.

Lemma is_derive_exponent : forall (g : R -> R) (dg a b c u : R), is_derive g u dg ->
  is_derive (fun u => c * exp (a + u * b - g u)) u (c * exp (a + u * b - g u) * (b - dg)).
Proof.
  intros g dg a b c u H; auto_derive; [now exists dg|].
  replace (Derive (fun x => g x) u) with dg by (symmetry; now apply is_derive_unique);
    unfold Rminus; ring.
Qed.

(* The logarithm of a sum of exponentials is the largest exponent, and up to ln k more. *)
Lemma log_sum_exp_between : forall k (v : nat -> R), (1 <= k)%nat ->
  maximum (range 1 k) v <= ln (sum (range 1 k) (fun j => exp (v j)))
  <= maximum (range 1 k) v + ln (INR k).
Proof.
  intros k v Hk.
  assert (positive : 0 < INR k) by (apply lt_0_INR; lia).
  destruct (maximum_attained (range 1 k) v (range_nonempty 1 k Hk)) as [m [Hm largest]].
  split; apply exp_reflects_le; rewrite exp_ln by now apply sum_exp_pos.
  - rewrite largest; apply (sum_ge_term (range 1 k) (fun j => exp (v j)));
      [intros; left; apply exp_pos | assumption].
  - rewrite exp_plus, exp_ln, Rmult_comm by assumption.
    rewrite <- (range_length k) at 2.
    rewrite <- sum_constant; apply sum_le; intros j Hj.
    destruct (maximum_ge (range 1 k) v j Hj) as [H | ->];
      [left; now apply exp_increasing | right; reflexivity].
Qed.

(* --------------------------------------------------------------------------- the family *)

Section Family.

Variables (n d : nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis positive_weights : forall x, In x (range 1 n) -> 0 < h x.

Definition dot (eta : nat -> R) (x : nat) : R := sum (range 1 d) (fun i => eta i * t x i).
Definition weight (eta : nat -> R) (x : nat) : R := h x * exp (dot eta x).
Definition total (eta : nat -> R) : R := sum (range 1 n) (weight eta).
Definition A (eta : nat -> R) : R := ln (total eta).
Definition p (eta : nat -> R) (x : nat) : R := h x * exp (dot eta x - A eta).
Definition mean (eta : nat -> R) (f : nat -> R) : R := sum (range 1 n) (fun x => p eta x * f x).

Lemma weight_pos : forall eta x, In x (range 1 n) -> 0 < weight eta x.
Proof.
  intros; apply Rmult_lt_0_compat; [now apply positive_weights | apply exp_pos].
Qed.

Lemma total_pos : forall eta, 0 < total eta.
Proof. intros; apply sum_pos; [now apply range_nonempty | apply weight_pos]. Qed.

Lemma p_quotient : forall eta x, p eta x = weight eta x / total eta.
Proof.
  intros; unfold p, A, Rminus, Rdiv, weight.
  rewrite exp_plus, exp_Ropp, exp_ln by apply total_pos; ring.
Qed.

Lemma p_pos : forall eta x, In x (range 1 n) -> 0 < p eta x.
Proof.
  intros; rewrite p_quotient; apply Rdiv_lt_0_compat; [now apply weight_pos | apply total_pos].
Qed.

Lemma p_sums_to_one : forall eta, sum (range 1 n) (p eta) = 1.
Proof.
  intros; rewrite (sum_ext _ _ (fun x => weight eta x / total eta)) by (intros; apply p_quotient).
  rewrite sum_divide; apply Rinv_r, Rgt_not_eq, total_pos.
Qed.

Lemma ln_p : forall eta x, In x (range 1 n) -> ln (p eta x) = ln (h x) + dot eta x - A eta.
Proof.
  intros; unfold p; rewrite ln_mult, ln_exp by (try apply exp_pos; now apply positive_weights);
    ring.
Qed.

Lemma dot_plus : forall eta s x, dot (fun i => eta i + s i) x = dot eta x + dot s x.
Proof. intros; unfold dot; rewrite <- sum_plus; apply sum_ext; intros; ring. Qed.

Lemma dot_minus : forall eta s x, dot (fun i => eta i - s i) x = dot eta x - dot s x.
Proof. intros; unfold dot; rewrite <- sum_minus; apply sum_ext; intros; ring. Qed.

Lemma mean_ext : forall eta f g, (forall x, In x (range 1 n) -> f x = g x) ->
  mean eta f = mean eta g.
Proof. intros; apply sum_ext; intros; f_equal; auto. Qed.

Lemma mean_plus : forall eta f g, mean eta (fun x => f x + g x) = mean eta f + mean eta g.
Proof. intros; unfold mean; rewrite <- sum_plus; apply sum_ext; intros; ring. Qed.

Lemma mean_minus : forall eta f g, mean eta (fun x => f x - g x) = mean eta f - mean eta g.
Proof. intros; unfold mean; rewrite <- sum_minus; apply sum_ext; intros; ring. Qed.

Lemma mean_scale : forall eta f c, mean eta (fun x => c * f x) = c * mean eta f.
Proof. intros; unfold mean; rewrite <- sum_scale; apply sum_ext; intros; ring. Qed.

Lemma mean_constant : forall eta c, mean eta (fun _ => c) = c.
Proof. intros; unfold mean; rewrite sum_scale_r, p_sums_to_one; ring. Qed.

(* The mean of a scalar product is the scalar product of the means. *)
Lemma mean_dot : forall eta s,
  mean eta (dot s) = sum (range 1 d) (fun i => s i * mean eta (fun x => t x i)).
Proof.
  intros; unfold mean, dot.
  rewrite (sum_ext _ _ (fun x => sum (range 1 d) (fun i => s i * (p eta x * t x i))))
    by (intros; rewrite <- sum_scale; apply sum_ext; intros; ring).
  rewrite sum_swap; apply sum_ext; intros; apply sum_scale.
Qed.

(* Moving along any direction; a component is one, with v the unit vector. *)
Section Along.

Variables (eta v : nat -> R).

Definition line (u : R) : nat -> R := fun i => eta i + u * v i.

Lemma dot_line : forall u x, dot (line u) x = dot eta x + u * dot v x.
Proof.
  intros; unfold dot, line; rewrite <- sum_scale, <- sum_plus; apply sum_ext; intros; ring.
Qed.

Lemma is_derive_weight : forall x u,
  is_derive (fun u => weight (line u) x) u (weight (line u) x * dot v x).
Proof.
  intros x u.
  apply (is_derive_ext (fun u => h x * exp (dot eta x + u * dot v x))).
  { intros w; unfold weight; now rewrite dot_line. }
  unfold weight; rewrite dot_line; auto_derive; [trivial | ring].
Qed.

(* The first derivative is the mean of the statistic. *)
Lemma is_derive_A : forall u, is_derive (fun u => A (line u)) u (mean (line u) (dot v)).
Proof.
  intros u; unfold mean.
  rewrite (sum_ext _ _ (fun x => weight (line u) x * dot v x / total (line u)))
    by (intros; rewrite p_quotient; unfold Rdiv; ring).
  rewrite sum_divide.
  apply (is_derive_log_sum (range 1 n) (fun x u => weight (line u) x));
    [apply total_pos | intros; apply is_derive_weight].
Qed.

Lemma is_derive_p : forall x u,
  is_derive (fun u => p (line u) x) u (p (line u) x * (dot v x - mean (line u) (dot v))).
Proof.
  intros x u.
  apply (is_derive_ext (fun u => h x * exp (dot eta x + u * dot v x - A (line u)))).
  { intros w; unfold p; now rewrite dot_line. }
  pose proof (is_derive_A u) as slope.
  unfold p at 1; rewrite dot_line; now apply (is_derive_exponent (fun u => A (line u))).
Qed.

(* A mean changes by a covariance. *)
Lemma is_derive_mean : forall (f : nat -> R) u,
  is_derive (fun u => mean (line u) f) u
    (mean (line u) (fun x => f x * dot v x) - mean (line u) f * mean (line u) (dot v)).
Proof.
  intros f u; unfold mean at 1.
  replace (mean (line u) (fun x => f x * dot v x) - mean (line u) f * mean (line u) (dot v))
    with (sum (range 1 n) (fun x => p (line u) x * (dot v x - mean (line u) (dot v)) * f x)).
  - apply (is_derive_sum (range 1 n) (fun x u => p (line u) x * f x)); intros x _.
    apply (is_derive_ext (fun u => f x * p (line u) x)); [intros; apply Rmult_comm|].
    replace (p (line u) x * (dot v x - mean (line u) (dot v)) * f x)
      with (f x * (p (line u) x * (dot v x - mean (line u) (dot v)))) by ring.
    apply (is_derive_scal (fun u => p (line u) x)), is_derive_p.
  - rewrite Rmult_comm, <- mean_scale, <- mean_minus.
    unfold mean at 1 3; apply sum_ext; intros; ring.
Qed.

(* The second derivative is the variance, which is not negative. *)
Lemma variance_nonneg : forall zeta f,
  0 <= mean zeta (fun x => f x * f x) - mean zeta f * mean zeta f.
Proof.
  intros zeta f; set (m := mean zeta f).
  replace (mean zeta (fun x => f x * f x) - m * m) with (mean zeta
    (fun x => (f x - m) * (f x - m))).
  - apply sum_nonneg; intros x Hx; apply Rmult_le_pos; [left; now apply p_pos | apply Rle_0_sqr].
  - rewrite (mean_ext _ _ (fun x => (f x * f x - (2 * m) * f x) + m * m)) by (intros; ring).
    rewrite mean_plus, mean_minus, mean_scale, mean_constant; unfold m; ring.
Qed.

End Along.

(* ------------------------------------------------------------------ along one component *)

Lemma dot_unit : forall i x, In i (range 1 d) -> dot (unit_vector i) x = t x i.
Proof. intros; unfold dot; now rewrite (sum_unit_l d i (t x)). Qed.

(* Moving component i to u is moving along the unit vector. *)
Lemma update_line : forall eta i u j,
  update eta i u j = line eta (unit_vector i) (u - eta i) j.
Proof.
  intros; unfold update, line, unit_vector; destruct (Nat.eqb_spec j i) as [->|]; ring.
Qed.

Lemma dot_ext : forall eta zeta x, (forall i, In i (range 1 d) -> eta i = zeta i) ->
  dot eta x = dot zeta x.
Proof. intros; apply sum_ext; intros; f_equal; auto. Qed.

Lemma A_ext : forall eta zeta, (forall i, In i (range 1 d) -> eta i = zeta i) -> A eta = A zeta.
Proof.
  intros; unfold A, total; f_equal; apply sum_ext; intros; unfold weight.
  do 2 f_equal; now apply dot_ext.
Qed.

Lemma p_ext : forall eta zeta x, (forall i, In i (range 1 d) -> eta i = zeta i) ->
  p eta x = p zeta x.
Proof.
  intros; unfold p; rewrite (dot_ext eta zeta), (A_ext eta zeta) by assumption; reflexivity.
Qed.

Lemma mean_at : forall eta zeta f, (forall i, In i (range 1 d) -> eta i = zeta i) ->
  mean eta f = mean zeta f.
Proof. intros; apply sum_ext; intros; f_equal; now apply p_ext. Qed.

(* A function of the parameter that varies smoothly along lines does so along components. *)
Lemma is_derive_component : forall (F : (nat -> R) -> R) (dF : (nat -> R) -> R) eta i u,
  (forall eta zeta, (forall i, In i (range 1 d) -> eta i = zeta i) -> F eta = F zeta) ->
  (forall w, is_derive (fun w => F (line eta (unit_vector i) w)) w
               (dF (line eta (unit_vector i) w))) ->
  is_derive (fun u => F (update eta i u)) u (dF (line eta (unit_vector i) (u - eta i))).
Proof.
  intros F dF eta i u Hext H.
  apply (is_derive_ext (fun u => F (line eta (unit_vector i) (u - eta i)))).
  { intros w; symmetry; apply Hext; intros; apply update_line. }
  rewrite <- (Rmult_1_l (dF _)).
  apply (is_derive_comp (fun w => F (line eta (unit_vector i) w)) (fun u => u - eta i)); [apply H|].
  auto_derive; [trivial | ring].
Qed.

Theorem mean_from_A : forall eta i u, In i (range 1 d) ->
  is_derive (fun u => A (update eta i u)) u (mean (update eta i u) (fun x => t x i)).
Proof.
  intros eta i u Hi.
  rewrite (mean_at _ (line eta (unit_vector i) (u - eta i))) by (intros; apply update_line).
  rewrite (mean_ext _ _ (dot (unit_vector i))) by (intros; now rewrite dot_unit).
  apply (is_derive_component A (fun eta => mean eta (dot (unit_vector i))));
    [apply A_ext | intros; apply is_derive_A].
Qed.

Theorem mean_from_A_at : forall eta i, In i (range 1 d) ->
  is_derive (fun u => A (update eta i u)) (eta i) (mean eta (fun x => t x i)).
Proof.
  intros eta i Hi.
  rewrite <- (mean_at (update eta i (eta i)) eta) by (intros; apply update_same).
  now apply mean_from_A.
Qed.

Theorem covariance_from_mean : forall (f : nat -> R) eta j u, In j (range 1 d) ->
  is_derive (fun u => mean (update eta j u) f) u
    (mean (update eta j u) (fun x => f x * t x j)
     - mean (update eta j u) f * mean (update eta j u) (fun x => t x j)).
Proof.
  intros f eta j u Hj.
  rewrite !(mean_at (update eta j u) (line eta (unit_vector j) (u - eta j)))
    by (intros; apply update_line).
  rewrite (mean_ext _ (fun x => t x j) (dot (unit_vector j))) by (intros; now rewrite dot_unit).
  rewrite (mean_ext _ (fun x => f x * t x j) (fun x => f x * dot (unit_vector j) x))
    by (intros; now rewrite dot_unit).
  apply (is_derive_component (fun eta => mean eta f)
    (fun eta => mean eta (fun x => f x * dot (unit_vector j) x)
                - mean eta f * mean eta (dot (unit_vector j))));
    [intros; now apply mean_at | intros; apply is_derive_mean].
Qed.

Theorem covariance_from_mean_at : forall (f : nat -> R) eta j, In j (range 1 d) ->
  is_derive (fun u => mean (update eta j u) f) (eta j)
    (mean eta (fun x => f x * t x j) - mean eta f * mean eta (fun x => t x j)).
Proof.
  intros f eta j Hj.
  rewrite <- !(mean_at (update eta j (eta j)) eta) by (intros; apply update_same).
  now apply covariance_from_mean.
Qed.

(* -------------------------------------------------------------- scores, and curvature *)

(* A covariance is the mean product less the product of the means. *)
Lemma deviations : forall eta f g,
  mean eta (fun x => (f x - mean eta f) * (g x - mean eta g))
  = mean eta (fun x => f x * g x) - mean eta f * mean eta g.
Proof.
  intros eta f g; set (a := mean eta f); set (b := mean eta g).
  rewrite (mean_ext eta _ (fun x => (f x * g x - b * f x - a * g x) + a * b)) by (intros; ring).
  rewrite mean_plus, !mean_minus, !mean_scale, mean_constant; unfold a, b; ring.
Qed.

Lemma is_derive_dot : forall eta j u x, In j (range 1 d) ->
  is_derive (fun w => dot (update eta j w) x) u (t x j).
Proof.
  intros eta j u x Hj; rewrite <- (sum_unit_l d j (t x) Hj).
  apply (is_derive_sum (range 1 d) (fun i w => update eta j w i * t x i)); intros i _.
  apply (is_derive_scal_l (K := R_AbsRing) (V := R_NormedModule) (fun w => update eta j w i)).
  apply is_derive_update.
Qed.

(* The score: how far the statistic is from its mean. *)
Lemma slope_of_ln_p : forall eta j u x, In j (range 1 d) -> In x (range 1 n) ->
  is_derive (fun w => ln (p (update eta j w) x)) u
    (t x j - mean (update eta j u) (fun y => t y j)).
Proof.
  intros eta j u x Hj Hx.
  apply (is_derive_ext (fun w => (ln (h x) + dot (update eta j w) x) - A (update eta j w))).
  { intros; symmetry; now apply ln_p. }
  apply (is_derive_minus (V := R_NormedModule) (fun w => ln (h x) + dot (update eta j w) x));
    [| now apply mean_from_A].
  rewrite <- (Rplus_0_l (t x j)).
  apply (is_derive_plus (V := R_NormedModule) (fun _ => ln (h x)));
    [apply (is_derive_const (V := R_NormedModule)) | now apply is_derive_dot].
Qed.

(* The slope of a probability is it times the score. *)
Lemma slope_of_p : forall eta j x, In j (range 1 d) -> In x (range 1 n) ->
  is_derive (fun u => p (update eta j u) x) (eta j)
    (p eta x * (t x j - mean eta (fun y => t y j))).
Proof.
  intros eta j x Hj Hx.
  assert (here : forall i, In i (range 1 d) -> update eta j (eta j) i = eta i)
    by (intros; apply update_same).
  rewrite <- (mean_at _ _ _ here), <- (p_ext _ _ x here), Rmult_comm.
  apply (is_derive_ext (fun u => exp (ln (p (update eta j u) x))));
    [intros; apply exp_ln; now apply p_pos|].
  rewrite <- (exp_ln (p (update eta j (eta j)) x)) by now apply p_pos.
  apply (is_derive_comp exp (fun u => ln (p (update eta j u) x)));
    [apply is_derive_exp | now apply slope_of_ln_p].
Qed.

Lemma gradient_of_A_at : forall eta i, In i (range 1 d) ->
  Derive (fun w => A (update eta i w)) (eta i) = mean eta (fun x => t x i).
Proof. intros; now apply is_derive_unique, mean_from_A_at. Qed.

Definition covariance (eta : nat -> R) (i j : nat) : R :=
  mean eta (fun x => (t x i - mean eta (fun x => t x i)) * (t x j - mean eta (fun x => t x j))).

(* Near a point the gradient is the mean, and the mean moves by the covariance. *)
Lemma slope_of_mean : forall eta i j, In i (range 1 d) ->
  is_derive (fun u => mean (update eta i u) (fun x => t x j)) (eta i) (covariance eta i j).
Proof.
  intros eta i j Hi; unfold covariance.
  rewrite (deviations eta (fun x => t x i) (fun x => t x j)),
    (Rmult_comm (mean eta (fun x => t x i))).
  rewrite (mean_ext eta _ (fun x => t x j * t x i)) by (intros; ring).
  now apply covariance_from_mean_at.
Qed.

Theorem curvature_of_A : forall eta i j, In i (range 1 d) -> In j (range 1 d) ->
  is_derive (fun u => Derive (fun w => A (update (update eta i u) j w)) (update eta i u j)) (eta i)
    (covariance eta i j).
Proof.
  intros eta i j Hi Hj; apply (is_derive_ext (fun u => mean (update eta i u) (fun x => t x j))).
  - intros; symmetry; now apply gradient_of_A_at.
  - now apply slope_of_mean.
Qed.

Lemma mean_sum : forall {T : Type} (items : list T) eta (f : T -> nat -> R),
  mean eta (fun x => sum items (fun i => f i x)) = sum items (fun i => mean eta (f i)).
Proof.
  intros; unfold mean; rewrite sum_swap; apply sum_ext; intros x _; now rewrite sum_scale.
Qed.

(* In a direction the covariance matrix is the variance of the statistic in that direction. *)
Theorem covariance_form : forall eta v,
  sum (range 1 d) (fun i => sum (range 1 d) (fun j => v j * covariance eta j i) * v i)
  = mean eta (fun x => (dot v x - mean eta (dot v)) * (dot v x - mean eta (dot v))).
Proof.
  intros eta v; set (r := fun x => dot v x - mean eta (dot v)).
  set (c := fun i x => v i * (t x i - mean eta (fun y => t y i))).
  assert (deviation : forall x, r x = sum (range 1 d) (fun i => c i x)).
  { intros; unfold r; rewrite mean_dot; unfold dot; rewrite <- sum_minus.
    apply sum_ext; intros; unfold c; ring. }
  transitivity (sum (range 1 d) (fun i => mean eta (fun x => r x * c i x))).
  - apply sum_ext; intros i _; rewrite <- sum_scale_r.
    rewrite (sum_ext _ _ (fun j => mean eta (fun x => c j x * c i x))).
    + rewrite <- mean_sum; apply mean_ext; intros; now rewrite deviation, sum_scale_r.
    + intros j _; unfold covariance; rewrite Rmult_comm, <- !mean_scale.
      apply mean_ext; intros; unfold c; ring.
  - rewrite <- mean_sum; apply mean_ext; intros; now rewrite sum_scale, <- deviation.
Qed.

(* -------------------------------------------------------------------- convex everywhere *)

Theorem A_convex : forall eta zeta l, 0 <= l <= 1 ->
  A (fun i => l * eta i + (1 - l) * zeta i) <= l * A eta + (1 - l) * A zeta.
Proof.
  intros eta zeta l Hl.
  assert (scores : forall eta, total eta = sum (range 1 n) (fun x => exp (ln (h x) + dot eta x))).
  { intros; apply sum_ext; intros x Hx; unfold weight.
    rewrite exp_plus, exp_ln by (now apply positive_weights); reflexivity. }
  unfold A; rewrite !scores.
  rewrite (sum_ext _ (fun x => exp (ln (h x) + dot (fun i => l * eta i + (1 - l) * zeta i) x))
    (fun x => exp (l * (ln (h x) + dot eta x) + (1 - l) * (ln (h x) + dot zeta x)))).
  - apply log_sum_exp_convex; [now apply range_nonempty | assumption].
  - intros x _; f_equal.
    replace (dot (fun i => l * eta i + (1 - l) * zeta i) x) with
      (l * dot eta x + (1 - l) * dot zeta x);
      [ring|].
    unfold dot; rewrite <- !sum_scale, <- sum_plus; apply sum_ext; intros; ring.
Qed.

(* -------------------------------------------------------------------- relative entropy *)

Theorem kl_bregman : forall eta zeta,
  mean eta (fun x => ln (p eta x) - ln (p zeta x))
  = A zeta - A eta - sum (range 1 d) (fun i => (zeta i - eta i) * mean eta (fun x => t x i)).
Proof.
  intros eta zeta; rewrite <- (mean_dot eta (fun i => zeta i - eta i)).
  rewrite (mean_ext _ _ (fun x => (A zeta - A eta) - dot (fun i => zeta i - eta i) x)).
  - rewrite mean_minus, mean_constant; reflexivity.
  - intros x Hx; rewrite !ln_p, dot_minus by assumption; ring.
Qed.

End Family.
