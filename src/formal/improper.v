(* Integrals by a primitive, over intervals without an end. *)

From Coq Require Import Reals Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Lemma integral_by_primitive : forall (F f : R -> R) (Fa Fb : (R -> Prop) -> Prop),
  ProperFilter' Fa -> ProperFilter' Fb -> forall a b : R,
  (forall x, is_derive F x (f x)) -> (forall x, continuous f x) ->
  filterlim F Fa (locally a) -> filterlim F Fb (locally b) -> is_RInt_gen f Fa Fb (b - a).
Proof.
  intros F f Fa Fb proper_a proper_b a b slope smooth from to.
  assert (same : Derive F = f)
    by (apply functional_extensionality; intros; now apply is_derive_unique).
  rewrite <- same; apply is_RInt_gen_Derive; try assumption.
  - apply filter_forall; intros; eexists; apply slope.
  - apply filter_forall; intros; rewrite same; apply smooth.
Qed.

Lemma starts_at : forall (F : R -> R) a, filterlim F (at_point a) (locally (F a)).
Proof. intros F a P near; exact (locally_singleton _ _ near). Qed.

Lemma smooth : forall (f : R -> R) (df : R -> R), (forall x, is_derive f x (df x)) ->
  forall x, continuous f x.
Proof.
  intros f df slope x; apply (ex_derive_continuous (V := R_NormedModule)); eexists; apply slope.
Qed.

(* A multiple of x by a negative number falls without end. *)
Lemma falls : forall c, c < 0 ->
  filterlim (fun x => c * x) (Rbar_locally p_infty) (Rbar_locally m_infty).
Proof.
  intros c Hc P [M beyond]; exists (M / c); intros x Hx; apply beyond.
  apply (Rmult_lt_gt_compat_neg_l c) in Hx; [|exact Hc].
  replace (c * (M / c)) with M in Hx by (field; lra); lra.
Qed.

Lemma rises : filterlim (fun x => - x) (Rbar_locally m_infty) (Rbar_locally p_infty).
Proof. intros P [M beyond]; exists (- M); intros x Hx; apply beyond; lra. Qed.

Lemma decays : forall c, c < 0 ->
  filterlim (fun x => exp (c * x)) (Rbar_locally p_infty) (locally 0).
Proof.
  intros c Hc; apply (filterlim_comp _ _ _ (fun x => c * x) exp _ (Rbar_locally m_infty));
    [now apply falls | exact is_lim_exp_m].
Qed.

Lemma decays_linearly : forall c, c < 0 ->
  filterlim (fun x => x * exp (c * x)) (Rbar_locally p_infty) (locally 0).
Proof.
  intros c Hc; replace 0 with (/ c * 0) by ring.
  apply (filterlim_ext (fun x => / c * (c * x * exp (c * x)))).
  { intros x; field; lra. }
  apply (filterlim_comp _ _ _ (fun x => c * x * exp (c * x)) (fun y => / c * y) _ (locally 0)).
  - apply (filterlim_comp _ _ _ (fun x => c * x) (fun y => y * exp y) _ (Rbar_locally m_infty));
      [now apply falls | exact is_lim_mul_exp_m].
  - apply (continuous_scal_r (/ c) (fun y : R => y)), continuous_id.
Qed.

Lemma value_of : forall (f : R -> R) (Fa Fb : (R -> Prop) -> Prop) l,
  ProperFilter' Fa -> ProperFilter' Fb -> is_RInt_gen f Fa Fb l -> RInt_gen f Fa Fb = l.
Proof. intros; now apply is_RInt_gen_unique. Qed.

(* The exponential function, from zero on. *)
Theorem exponential_integral : forall c, c < 0 ->
  is_RInt_gen (fun x => exp (c * x)) (at_point 0) (Rbar_locally p_infty) (- (1 / c)).
Proof.
  intros c Hc; set (F := fun x => / c * exp (c * x)).
  assert (slope : forall x, is_derive F x (exp (c * x)))
    by (intros; unfold F; auto_derive; [trivial | field; lra]).
  replace (- (1 / c)) with (/ c * 0 - F 0).
  - apply (integral_by_primitive F); try exact _; [exact slope | | apply starts_at |].
    + apply (smooth _ (fun x => c * exp (c * x))); intros; auto_derive; [trivial | ring].
    + apply (filterlim_comp _ _ _ (fun x => exp (c * x)) (fun y => / c * y) _ (locally 0));
        [now apply decays|].
      apply (continuous_scal_r (/ c) (fun y : R => y)), continuous_id.
  - unfold F; rewrite !Rmult_0_r, exp_0; field; lra.
Qed.

Theorem exponential_first_moment : forall c, c < 0 ->
  is_RInt_gen (fun x => x * (- c * exp (c * x))) (at_point 0) (Rbar_locally p_infty) (- (1 / c)).
Proof.
  intros c Hc; set (F := fun x => / c * exp (c * x) - x * exp (c * x)).
  assert (slope : forall x, is_derive F x (x * (- c * exp (c * x))))
    by (intros; unfold F; auto_derive; [trivial | field; lra]).
  replace (- (1 / c)) with ((/ c * 0 - 0) - F 0).
  - apply (integral_by_primitive F); try exact _; [exact slope | | apply starts_at |].
    + apply (smooth _ (fun x => - c * exp (c * x) + x * (- c * (c * exp (c * x)))));
        intros; auto_derive; [trivial | ring].
    + apply (is_lim_minus' (fun x => / c * exp (c * x)) (fun x => x * exp (c * x)) p_infty).
      * apply (filterlim_comp _ _ _ (fun x => exp (c * x)) (fun y => / c * y) _ (locally 0));
          [now apply decays|].
        apply (continuous_scal_r (/ c) (fun y : R => y)), continuous_id.
      * now apply decays_linearly.
  - unfold F; rewrite !Rmult_0_r, exp_0; field; lra.
Qed.
