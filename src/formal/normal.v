(* Proofs of what the pages display of the normal distribution. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family statements.
Import ListNotations.
Open Scope R_scope.

Notation A := statement.normal_log_normalizer.

(* The natural parameter of mean m and variance v. *)
Definition natural (m v : R) : nat -> R :=
  fun i => if (i <=? 1)%nat then m / v else - (1 / (2 * v)).

Lemma normalizer_exists : forall eta : nat -> R, eta 2%nat < 0 ->
  statement.normal_log_normalizer_has_value eta.
Proof. intros; split; lra. Qed.

Lemma natural_negative : forall m v, 0 < v -> natural m v 2%nat < 0.
Proof.
  intros m v Hv; unfold natural; simpl.
  apply Ropp_lt_gt_0_contravar, Rdiv_lt_0_compat; lra.
Qed.

Lemma two_pi : 0 < 2 * PI.
Proof. pose proof PI_RGT_0; lra. Qed.

Theorem normal_density_form : statement.normal_density_form.
Proof.
  intros x m v Hv; pose proof two_pi as positive; pose proof (natural_negative m v Hv) as negative.
  assert (spread : 0 < 2 * PI * v) by (apply Rmult_lt_0_compat; lra).
  parts; try (intros; lra); try exact negative; try (apply Rgt_not_eq, sqrt_lt_R0; lra).
  - split; [lra | split; [apply Rgt_not_eq, sqrt_lt_R0; lra | now apply normalizer_exists]].
  - unfold statement.normal_density, A, statement.normal_statistic; simpl sum; simpl Nat.leb.
    cbv iota.
    replace (- (2 * - (1 / (2 * v)))) with (/ v) by (field; lra).
    rewrite ln_Rinv, (sqrt_mult (2 * PI) v) by lra.
    match goal with |- _ * exp ?exponent = _ =>
      replace exponent with (- ((x - m) ^ 2 / (2 * v)) + - ln (sqrt v)) end.
    + rewrite exp_plus, (exp_Ropp (ln (sqrt v))), (exp_ln (sqrt v)) by now apply sqrt_lt_R0.
      pose proof (sqrt_lt_R0 _ Hv); pose proof (sqrt_lt_R0 _ positive); field; lra.
    + assert (half : ln v = ln (sqrt v) + ln (sqrt v)).
      { rewrite <- ln_mult, sqrt_sqrt by (lra || now apply sqrt_lt_R0); reflexivity. }
      rewrite half; field; lra.
Qed.

Theorem normal_mean_parameter : statement.normal_mean_parameter.
Proof.
  intros m v Hv; pose proof (natural_negative m v Hv) as negative.
  parts; try (intros; lra).
  - intros i Hi; apply in_range in Hi.
    assert (places : i = 1%nat \/ i = 2%nat) by lia; destruct places as [-> | ->].
    + apply filter_forall; intros u; now apply normalizer_exists.
    + generalize (open_lt 0 _ negative); apply filter_imp; intros u Hu.
      now apply normalizer_exists.
  - intros i Hi; apply in_range in Hi; unfold A, statement.normal_log_normalizer, update.
    assert (places : i = 1%nat \/ i = 2%nat) by lia; destruct places as [-> | ->];
      simpl Nat.leb; simpl Nat.eqb; cbv iota.
    + auto_derive; [trivial | field; lra].
    + unfold natural in negative; simpl in negative.
      auto_derive; [split; [|split; trivial]; lra | field; lra].
Qed.

(* A square over a positive number is convex in both. *)
Lemma square_over_convex : forall a b c e l, 0 < c -> 0 < e -> 0 <= l <= 1 ->
  (l * a + (1 - l) * b) ^ 2 / (l * c + (1 - l) * e) <= l * (a ^ 2 / c) + (1 - l) * (b ^ 2 / e).
Proof.
  intros a b c e l Hc He Hl.
  assert (positive : 0 < l * c + (1 - l) * e) by nra.
  apply (Rle_div_l _ _ _ positive).
  replace ((l * (a ^ 2 / c) + (1 - l) * (b ^ 2 / e)) * (l * c + (1 - l) * e))
    with ((l * a + (1 - l) * b) ^ 2 + l * (1 - l) * ((a * e - b * c) ^ 2 / (c * e)))
    by (field; lra).
  assert (nonneg : 0 <= l * (1 - l) * ((a * e - b * c) ^ 2 / (c * e))); [|lra].
  apply Rmult_le_pos; [nra|]; apply Rmult_le_pos; [apply pow2_ge_0|].
  left; apply Rinv_0_lt_compat; nra.
Qed.

Theorem normal_log_normalizer_convex : statement.normal_log_normalizer_convex.
Proof.
  intros eta Heta zeta Hzeta l Hl.
  assert (negative : l * eta 2%nat + (1 - l) * zeta 2%nat < 0) by nra.
  parts; try (now apply normalizer_exists); try exact negative.
  pose proof (square_over_convex (eta 1%nat) (zeta 1%nat) (- (4 * eta 2%nat)) (- (4 * zeta 2%nat))
    l ltac:(lra) ltac:(lra) Hl) as squares.
  pose proof (exp_convex l (ln (- (2 * eta 2%nat))) (ln (- (2 * zeta 2%nat))) Hl) as below.
  rewrite !exp_ln in below by lra; apply ln_monotone in below; [|apply exp_pos].
  rewrite ln_exp in below; unfold A.
  replace (- (2 * (l * eta 2%nat + (1 - l) * zeta 2%nat)))
    with (l * - (2 * eta 2%nat) + (1 - l) * - (2 * zeta 2%nat)) by ring.
  replace (l * - (4 * eta 2%nat) + (1 - l) * - (4 * zeta 2%nat))
    with (- (4 * (l * eta 2%nat + (1 - l) * zeta 2%nat))) in squares by ring.
  assert (turned : forall s c, c <> 0 -> s / - c = - (s / c)) by (intros; field; assumption).
  rewrite !turned in squares by lra; lra.
Qed.
