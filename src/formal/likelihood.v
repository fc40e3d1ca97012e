(* Proofs of what docs/theory/likelihood.md displays. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude finite_sums finite_family categorical statements distributions duality.
Import ListNotations.
Open Scope R_scope.

Theorem likelihood_gap : statement.likelihood_gap.
Proof.
  intros n Hn d _ h Hh t eta zeta; exist.
  rewrite kl_is, !scalar_product by assumption.
  change (statement.finite_log_normalizer n d h t) with (A n d h t); ring.
Qed.

Theorem conjugate_update : statement.conjugate_update.
Proof.
  intros nu Hnu n Hn d _ chi h Hh t x Hx eta; exist; try lra.
  unfold statement.conjugate_prior, statement.finite_density.
  set (A := statement.finite_log_normalizer n d h t eta).
  rewrite (sum_ext _ (fun i => (chi i + t x i) * eta i) (fun i => chi i * eta i + eta i * t x i))
    by (intros; ring).
  rewrite sum_plus.
  set (prior := sum _ (fun i => chi i * eta i)); set (scores := sum _ (fun i => eta i * t x i)).
  replace (prior + scores - (nu + 1) * A) with ((prior - nu * A) + (scores - A)) by ring.
  rewrite exp_plus; ring.
Qed.

(* ---------------------------------------------------------------------- logistic regression *)

Lemma one_plus_exp : forall s, 0 < 1 + exp s.
Proof. intros; pose proof (exp_pos s); lra. Qed.

Lemma sigmoid_exists : forall s, statement.logistic_sigmoid_has_value s.
Proof. intros; apply Rgt_not_eq, one_plus_exp. Qed.

Lemma slope_of_softplus : forall s,
  is_derive (fun u => ln (1 + exp u)) s (statement.logistic_sigmoid s).
Proof.
  intros s; pose proof (one_plus_exp s) as positive; pose proof (exp_pos s).
  unfold statement.logistic_sigmoid; rewrite exp_Ropp; auto_derive; [lra | field; lra].
Qed.

Theorem sigmoid_is_gradient : statement.sigmoid_is_gradient.
Proof.
  intros s; parts; [|apply sigmoid_exists | apply slope_of_softplus].
  apply filter_forall; intros; apply one_plus_exp.
Qed.

(* A scalar product with a constant vector moves by a component of it. *)
Lemma scalar_product_moves : forall d (w z : nat -> R) i, In i (range 1 d) ->
  is_derive (fun u => sum (range 1 d) (fun j => update w i u j * z j)) (w i) (z i).
Proof.
  intros d w z i Hi; rewrite <- (sum_unit_l d i z Hi).
  apply (is_derive_sum (range 1 d) (fun j u => update w i u j * z j)); intros j _.
  apply (is_derive_scal_l (K := R_AbsRing) (V := R_NormedModule) (fun u => update w i u j)).
  apply is_derive_update.
Qed.

Lemma slope_of_one_loss : forall d (w z : nat -> R) c i, In i (range 1 d) ->
  is_derive (fun u => ln (1 + exp (sum (range 1 d) (fun j => update w i u j * z j)))
                      - sum (range 1 d) (fun j => c * update w i u j * z j)) (w i)
    ((statement.logistic_sigmoid (sum (range 1 d) (fun j => w j * z j)) - c) * z i).
Proof.
  intros d w z c i Hi.
  assert (here : sum (range 1 d) (fun j => update w i (w i) j * z j)
                 = sum (range 1 d) (fun j => w j * z j))
    by (apply sum_ext; intros; now rewrite update_same).
  replace ((_ - c) * z i) with (z i * statement.logistic_sigmoid
    (sum (range 1 d) (fun j => w j * z j)) - c * z i) by ring.
  apply (is_derive_minus (V := R_NormedModule)
    (fun u => ln (1 + exp (sum (range 1 d) (fun j => update w i u j * z j))))).
  - rewrite <- here; apply (is_derive_comp (fun s => ln (1 + exp s))
      (fun u => sum (range 1 d) (fun j => update w i u j * z j)));
      [apply slope_of_softplus | now apply scalar_product_moves].
  - apply (is_derive_ext (fun u => c * sum (range 1 d) (fun j => update w i u j * z j))).
    { intros u; rewrite <- sum_scale; apply sum_ext; intros; ring. }
    apply (is_derive_scal (fun u => sum (range 1 d) (fun j => update w i u j * z j))).
    now apply scalar_product_moves.
Qed.

Theorem logistic_gradient : statement.logistic_gradient.
Proof.
  intros r _ b _ d _ z w; parts; try (intros; apply sigmoid_exists).
  - intros i _; apply filter_forall; intros u j _; apply one_plus_exp.
  - intros i Hi; apply (is_derive_sum (range 1 r) (fun j u =>
      ln (1 + exp (sum (range 1 d) (fun l => update w i u l * z j l)))
      - sum (range 1 d) (fun l => INR (b j) * update w i u l * z j l))).
    intros j _; now apply slope_of_one_loss.
Qed.

(* ------------------------------------------------------------------------ the softmax loss *)

Lemma loss_exists : forall n a c, (1 <= n)%nat -> statement.softmax_loss_has_value n a c.
Proof. intros; now apply sum_exp_pos. Qed.

Lemma slope_of_loss : forall n a i c, In i (range 1 n) ->
  is_derive (fun u => statement.softmax_loss n (update a i u) c) (a i)
    (exp (a i) / sum (range 1 n) (fun j => exp (a j)) - unit_vector i c).
Proof.
  intros n a i c Hi; apply (is_derive_minus (V := R_NormedModule)
    (fun u => ln (sum (range 1 n) (fun j => exp (update a i u j)))));
    [now apply is_derive_log_sum_exp | apply is_derive_update].
Qed.

Theorem softmax_loss_gradient_right : statement.softmax_loss_gradient_right.
Proof.
  intros n Hn a i Hi; parts.
  - apply filter_forall; intros; now apply loss_exists.
  - now apply Rgt_not_eq, sum_exp_pos.
  - rewrite <- (unit_same i); now apply slope_of_loss.
Qed.

Theorem softmax_loss_gradient_wrong : statement.softmax_loss_gradient_wrong.
Proof.
  intros n Hn a i Hi c _ other; parts.
  - apply filter_forall; intros; now apply loss_exists.
  - now apply Rgt_not_eq, sum_exp_pos.
  - rewrite <- (Rminus_0_r (exp (a i) / _)), <- (unit_other i c other); now apply slope_of_loss.
Qed.

(* ------------------------------------------------------------------- m independent outcomes *)

Lemma size_not_zero : forall m, (1 <= m)%nat -> INR m <> 0.
Proof. intros; apply not_0_INR; lia. Qed.

Section Sample.

Variables (m n d : nat) (y : nat -> nat) (h : nat -> R) (t : nat -> nat -> R).
Hypothesis draws : (1 <= m)%nat.
Hypothesis outcomes : (1 <= n)%nat.
Hypothesis drawn : forall i, In i (range 1 m) -> In (y i) (range 1 n).
Hypothesis weights : forall x, In x (range 1 n) -> h x > 0.

Notation l := (statement.log_likelihood m n y d h t).
Notation tau := (statement.observed_mean m n y d t).

Lemma likelihood_exists : forall eta, statement.log_likelihood_has_value m n y d h t eta.
Proof.
  intros eta; split; intros i Hi; [apply (total_pos n d h t outcomes weights)|].
  apply (p_pos n d h t outcomes weights); now apply drawn.
Qed.

Lemma likelihood_is : forall eta, l eta
  = sum (range 1 m) (fun i => ln (h (y i)) + dot d t eta (y i) - A n d h t eta).
Proof.
  intros eta; apply sum_ext; intros i Hi.
  apply (ln_p n d h t weights); now apply drawn.
Qed.

Lemma times_m : forall j, INR m * tau j = sum (range 1 m) (fun i => t (y i) j).
Proof. intros; unfold statement.observed_mean; pose proof (size_not_zero m draws); field; auto. Qed.

Lemma scores : forall eta, INR m * sum (range 1 d) (fun j => eta j * tau j)
  = sum (range 1 m) (fun i => dot d t eta (y i)).
Proof.
  intros eta; unfold dot; rewrite sum_swap, <- sum_scale; apply sum_ext; intros j _.
  rewrite sum_scale, <- times_m; ring.
Qed.

Lemma constant_drawn : forall c, sum (range 1 m) (fun _ => c) = INR m * c.
Proof. intros; now rewrite sum_constant, range_length. Qed.

End Sample.

Theorem log_likelihood_by_mean : statement.log_likelihood_by_mean.
Proof.
  intros m Hm n Hn y Hy d _ h Hh t eta; exist; try (now apply likelihood_exists).
  - now apply size_not_zero.
  - intros i Hi; apply Hh; now apply Hy.
  - rewrite likelihood_is, Rmult_minus_distr_l, scores, <- constant_drawn by assumption.
    change (statement.finite_log_normalizer n d h t eta) with (A n d h t eta).
    rewrite sum_minus, sum_plus; ring.
Qed.

Theorem score : statement.score.
Proof.
  intros m Hm n Hn y Hy d _ h Hh t eta; exist.
  - now apply size_not_zero.
  - intros; apply filter_forall; intros; now apply likelihood_exists.
  - intros j Hj; rewrite mean_parameter_is by assumption.
    rewrite Rmult_minus_distr_l, times_m, <- constant_drawn, <- sum_minus by assumption.
    apply (is_derive_sum (range 1 m)
      (fun i u => ln (statement.finite_density n d h t (y i) (update eta j u)))).
    intros i Hi; rewrite <- (mean_at n d h t (update eta j (eta j)) eta)
      by (intros; apply update_same).
    apply (slope_of_ln_p n d h t Hn Hh); [exact Hj | now apply Hy].
Qed.

Theorem log_likelihood_concave : statement.log_likelihood_concave.
Proof.
  intros m Hm n Hn y Hy d _ h Hh t eta zeta l Hl Hl'; exist; try (now apply likelihood_exists).
  rewrite !likelihood_is, <- !sum_scale, <- sum_plus by assumption.
  apply Rle_ge, sum_le; intros i _.
  pose proof (A_convex n d h t Hn Hh eta zeta l (conj (Rge_le _ _ Hl) Hl')) as below.
  assert (scores : dot d t (fun j => l * eta j + (1 - l) * zeta j) (y i)
                   = l * dot d t eta (y i) + (1 - l) * dot d t zeta (y i)).
  { unfold dot; rewrite <- !sum_scale, <- sum_plus; apply sum_ext; intros; ring. }
  rewrite scores; lra.
Qed.
