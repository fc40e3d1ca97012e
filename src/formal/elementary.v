(* Signs and logarithms of elementary terms: lemmas, and the tactics that apply them. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family.
Open Scope R_scope.

(* ------------------------------------------------------------------------------- signs *)

Lemma negatives_times : forall a b, 0 < - a -> 0 < - b -> 0 < a * b.
Proof. intros; replace (a * b) with (- a * - b) by ring; now apply Rmult_lt_0_compat. Qed.

Lemma negatives_over : forall a b, 0 < - a -> 0 < - b -> 0 < a / b.
Proof.
  intros a b Ha Hb; replace (a / b) with (- a / - b) by (field; lra).
  now apply Rdiv_lt_0_compat.
Qed.

Lemma opposite_product_l : forall a b, 0 < - a -> 0 < b -> 0 < - (a * b).
Proof. intros; replace (- (a * b)) with (- a * b) by ring; now apply Rmult_lt_0_compat. Qed.

Lemma opposite_product_r : forall a b, 0 < a -> 0 < - b -> 0 < - (a * b).
Proof. intros; replace (- (a * b)) with (a * - b) by ring; now apply Rmult_lt_0_compat. Qed.

Lemma opposite_quotient_l : forall a b, 0 < - a -> 0 < b -> 0 < - (a / b).
Proof. intros; replace (- (a / b)) with (- a / b) by (field; lra); now apply Rdiv_lt_0_compat. Qed.

Lemma opposite_quotient_r : forall a b, 0 < a -> 0 < - b -> 0 < - (a / b).
Proof. intros; replace (- (a / b)) with (a / - b) by (field; lra); now apply Rdiv_lt_0_compat. Qed.

Lemma opposite_inverse : forall a, 0 < - a -> 0 < - / a.
Proof. intros; replace (- / a) with (/ - a) by (field; lra); now apply Rinv_0_lt_compat. Qed.

Lemma below_one : forall x, x < 0 -> 0 < 1 - exp x.
Proof. intros x Hx; apply exp_increasing in Hx; rewrite exp_0 in Hx; lra. Qed.

Lemma ln_negative : forall a b, 0 < a < b -> ln (a / b) < 0.
Proof.
  intros a b H; rewrite <- ln_1; apply ln_increasing; [apply Rdiv_lt_0_compat; lra|].
  apply (Rmult_lt_reg_r b); [lra|]; replace (a / b * b) with a by (field; lra); lra.
Qed.

Lemma minus_ln_positive : forall x, x < 0 -> 0 < - ln (1 - exp x).
Proof.
  intros x Hx; pose proof (below_one x Hx); pose proof (exp_pos x).
  assert (less : ln (1 - exp x) < ln 1) by (apply ln_increasing; lra); rewrite ln_1 in less; lra.
Qed.

(* The logistic function, which a coin's probability is of its log-odds. *)
Lemma logistic : forall x, 1 / (1 + exp (- x)) = exp x / (1 + exp x).
Proof. intros x; pose proof (exp_pos x); rewrite exp_Ropp; field; lra. Qed.

Lemma against : forall x, 1 - exp x / (1 + exp x) = 1 / (1 + exp x).
Proof. intros x; pose proof (exp_pos x); field; lra. Qed.

(* A power of a number between 0 and 1 is between them. *)
Lemma power_below_one : forall x a, 0 < x < 1 -> 0 < a -> 0 < 1 - Rpower x a.
Proof.
  intros x a Hx Ha; unfold Rpower; apply below_one.
  assert (less : ln x < ln 1) by (apply ln_increasing; lra); rewrite ln_1 in less; nra.
Qed.

(* Softplus on both sides of zero. *)
Lemma ln_one_plus_exp : forall x, ln (1 + exp x) = x + ln (1 + exp (- x)).
Proof.
  intros x; pose proof (exp_pos x); pose proof (exp_pos (- x)).
  replace (1 + exp x) with (exp x * (1 + exp (- x))).
  - rewrite ln_mult, ln_exp by lra; reflexivity.
  - rewrite Rmult_plus_distr_l, <- exp_plus, Rplus_opp_r, exp_0; ring.
Qed.

Lemma softplus_positive : forall x, 0 < ln (1 + exp x).
Proof. intros x; pose proof (exp_pos x); rewrite <- ln_1; apply ln_increasing; lra. Qed.

(* At softplus of x: what the inverse of softplus is made of, and its value. *)
Lemma against_softplus : forall x, 1 - exp (- ln (1 + exp x)) = exp x / (1 + exp x).
Proof. intros x; pose proof (exp_pos x); rewrite exp_Ropp, exp_ln by lra; field; lra. Qed.

Lemma inverse_of_softplus : forall x, ln (1 + exp x) + ln (1 - exp (- ln (1 + exp x))) = x.
Proof.
  intros x; pose proof (exp_pos x); rewrite against_softplus, ln_quotient, ln_exp by lra; ring.
Qed.

(* The same inverse of softplus, as one logarithm. *)
Lemma inverse_softplus : forall x, 0 < x -> exp x - 1 = exp (x + ln (1 - exp (- x))).
Proof.
  intros x Hx; rewrite exp_plus, exp_ln by (apply below_one; lra).
  rewrite exp_Ropp; pose proof (exp_pos x); field; lra.
Qed.

Lemma sinh_positive : forall x, 0 < x -> 0 < sinh x.
Proof. intros; rewrite <- sinh_0; now apply sinh_lt. Qed.

Ltac positive :=
  match goal with
  | |- _ => assumption
  | |- _ => lra
  | |- ?a > 0 => change (0 < a); positive
  | |- ?a >= 0 => apply Rle_ge; left; positive
  | |- 0 <= _ => left; positive
  | |- ?a < 0 => apply Ropp_lt_cancel; rewrite Ropp_0; positive
  | |- 0 < exp _ => apply exp_pos
  | |- 0 < Rpower _ _ => apply exp_pos
  | |- 0 < 1 + exp ?x => pose proof (exp_pos x); lra
  | |- 0 < 1 - exp ?x => apply below_one; positive
  | |- 0 < 1 + - exp ?x => apply below_one; positive
  | |- context [1 - (1 - ?a)] => replace (1 - (1 - a)) with a by ring; positive
  | |- context [1 + - (1 + - ?a)] => replace (1 + - (1 + - a)) with a by ring; positive
  | |- 0 < - (exp ?x - 1) => pose proof (below_one x ltac:(positive)); lra
  | |- 0 < - (exp ?x + Ropp 1) => pose proof (below_one x ltac:(positive)); lra
  | |- 0 < 1 - Rpower _ _ => apply power_below_one; lra
  | |- 0 < - ln (1 - exp _) => apply minus_ln_positive; positive
  | |- 0 < - ln (1 + - exp _) => apply minus_ln_positive; positive
  | |- 0 < ln (1 + exp _) => apply softplus_positive
  | |- 0 < sinh _ => apply sinh_positive; positive
  | |- 0 < sqrt _ => apply sqrt_lt_R0; positive
  | |- 0 < INR (fact _) => apply INR_fact_lt_0
  | |- 0 < INR _ => apply lt_0_INR; lia
  | |- 0 < PI => apply PI_RGT_0
  | |- 0 < _ ^ _ => apply pow_lt; positive
  | |- 0 < / _ => apply Rinv_0_lt_compat; positive
  | |- 0 < _ * _ => solve [apply Rmult_lt_0_compat; positive | apply negatives_times; positive]
  | |- 0 < _ / _ => solve [apply Rdiv_lt_0_compat; positive | apply negatives_over; positive]
  | |- 0 < - (_ * _) =>
      solve [apply opposite_product_l; positive | apply opposite_product_r; positive]
  | |- 0 < - (_ / _) =>
      solve [apply opposite_quotient_l; positive | apply opposite_quotient_r; positive]
  | |- 0 < - / _ => apply opposite_inverse; positive
  | |- 0 < - - _ => rewrite Ropp_involutive; positive
  | |- 0 < _ + _ => apply Rplus_lt_0_compat; positive
  end.

Ltac nonzero :=
  match goal with
  | |- _ => assumption
  | |- _ => lra
  | |- _ => apply Rgt_not_eq; positive
  | |- _ => apply Rlt_not_eq; positive
  | |- _ * _ <> 0 => apply Rmult_integral_contrapositive_currified; nonzero
  | |- _ ^ _ <> 0 => apply pow_nonzero; nonzero
  end.

(* -------------------------------------------------------------------------- logarithms *)

Lemma ln_power : forall a n, 0 < a -> ln (a ^ n) = INR n * ln a.
Proof. intros; rewrite <- Rpower_pow by assumption; apply ln_exp. Qed.

Lemma ln_sqrt : forall a, 0 < a -> ln (sqrt a) = 1 / 2 * ln a.
Proof.
  intros; rewrite <- Rpower_sqrt by assumption; unfold Rpower; rewrite ln_exp; field.
Qed.

Lemma ln_real_power : forall a b, ln (Rpower a b) = b * ln a.
Proof. intros; apply ln_exp. Qed.

(* The logarithm of a product is a sum, whatever the signs of two factors. *)
Ltac logs := repeat match goal with
  | |- context [ln (exp ?x)] => rewrite (ln_exp x)
  | |- context [exp (ln ?a)] => rewrite (exp_ln a) by positive
  | |- context [ln 1] => rewrite ln_1
  | |- context [INR 2] => change (INR 2) with 2
  | |- context [INR 3] => change (INR 3) with (2 + 1)
  | |- context [1 - (1 - ?a)] => replace (1 - (1 - a)) with a by ring
  | |- context [ln (Rpower ?a ?b)] => rewrite (ln_real_power a b)
  | |- context [ln (?a ^ ?n)] => rewrite (ln_power a n) by positive
  | |- context [ln (sqrt ?a)] => rewrite (ln_sqrt a) by positive
  | |- context [ln (/ ?a)] => rewrite (ln_Rinv a) by positive
  | |- context [ln (- - ?a)] => rewrite (Ropp_involutive a)
  | |- context [ln (?a * ?b)] =>
      first [ rewrite (ln_mult a b) by positive
            | replace (a * b) with (- a * - b) by ring; rewrite (ln_mult (- a) (- b)) by positive ]
  | |- context [ln (?a / ?b)] =>
      first [ rewrite (ln_quotient a b) by positive
            | replace (a / b) with (- a / - b) by (field; repeat split; nonzero);
              rewrite (ln_quotient (- a) (- b)) by positive ]
  | |- context [ln (- (?a * ?b))] =>
      first [ replace (- (a * b)) with (a * - b) by ring; rewrite (ln_mult a (- b)) by positive
            | replace (- (a * b)) with (- a * b) by ring; rewrite (ln_mult (- a) b) by positive ]
  | |- context [ln (- (?a / ?b))] =>
      first [ replace (- (a / b)) with (a / - b) by (field; repeat split; nonzero);
              rewrite (ln_quotient a (- b)) by positive
            | replace (- (a / b)) with (- a / b) by (field; repeat split; nonzero);
              rewrite (ln_quotient (- a) b) by positive ]
  end.

(* Positive numbers are the same where their logarithms are. *)
Ltac by_logs := apply ln_inv; [positive | positive | logs].
