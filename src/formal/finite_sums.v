(* Finite sums and products: what the proofs of all pages need. *)

From Coq Require Import Reals List Arith Lia Lra.
From Coquelicot Require Import Coquelicot.
Require Import prelude.
Import ListNotations.
Open Scope R_scope.

(* The parts of a statement, one by one; `split` alone would take derivatives apart too. *)
Ltac parts := repeat match goal with |- _ /\ _ => split end.

(* ------------------------------------------------------------------------------ ranges *)

Lemma in_range : forall first last i, In i (range first last) <-> (first <= i <= last)%nat.
Proof. intros; unfold range; rewrite in_seq; lia. Qed.

Lemma range_cons : forall first last, (first <= last)%nat ->
  range first last = first :: range (S first) last.
Proof.
  intros; unfold range.
  replace (S last - first)%nat with (S (S last - S first)) by lia; reflexivity.
Qed.

Lemma range_snoc : forall first last, (first <= S last)%nat ->
  range first (S last) = range first last ++ [S last].
Proof.
  intros; unfold range.
  replace (S (S last) - first)%nat with (S (S last - first)) by lia.
  rewrite seq_S; repeat f_equal; lia.
Qed.

Lemma range_nonempty : forall first last, (first <= last)%nat -> range first last <> [].
Proof. intros; rewrite range_cons by assumption; discriminate. Qed.

Lemma range_length : forall k, length (range 1 k) = k.
Proof. intros; unfold range; rewrite seq_length; lia. Qed.

Lemma range_nodup : forall first last, NoDup (range first last).
Proof. intros; apply seq_NoDup. Qed.

(* -------------------------------------------------------------------------------- sums *)

Section Sums.

Context {T : Type}.
Implicit Types (items : list T) (f g : T -> R).

Lemma sum_ext : forall items f g, (forall x, In x items -> f x = g x) -> sum items f = sum items g.
Proof.
  induction items as [|x items IH]; intros f g H; simpl; [reflexivity|].
  f_equal; [apply H; now left | apply IH; intros; apply H; now right].
Qed.

Lemma sum_plus : forall items f g, sum items (fun x => f x + g x) = sum items f + sum items g.
Proof. induction items as [|x items IH]; intros; simpl; [lra | rewrite IH; lra]. Qed.

Lemma sum_minus : forall items f g, sum items (fun x => f x - g x) = sum items f - sum items g.
Proof. induction items as [|x items IH]; intros; simpl; [lra | rewrite IH; lra]. Qed.

Lemma sum_scale : forall items f c, sum items (fun x => c * f x) = c * sum items f.
Proof. induction items as [|x items IH]; intros; simpl; [lra | rewrite IH; lra]. Qed.

Lemma sum_scale_r : forall items f c, sum items (fun x => f x * c) = sum items f * c.
Proof. induction items as [|x items IH]; intros; simpl; [lra | rewrite IH; lra]. Qed.

Lemma sum_divide : forall items f c, sum items (fun x => f x / c) = sum items f / c.
Proof. intros; apply sum_scale_r. Qed.

Lemma sum_zero : forall items f, (forall x, In x items -> f x = 0) -> sum items f = 0.
Proof.
  induction items as [|x items IH]; intros f H; simpl; [reflexivity|].
  rewrite H by now left. rewrite IH; [lra | intros; apply H; now right].
Qed.

Lemma sum_constant : forall items c, sum items (fun _ => c) = INR (length items) * c.
Proof.
  induction items as [|x items IH]; intros c; simpl length; [simpl; lra|].
  rewrite S_INR; simpl; rewrite IH; lra.
Qed.

Lemma sum_app : forall items others f, sum (items ++ others) f = sum items f + sum others f.
Proof. induction items as [|x items IH]; intros; simpl; [lra | rewrite IH; lra]. Qed.

Lemma sum_nonneg : forall items f, (forall x, In x items -> 0 <= f x) -> 0 <= sum items f.
Proof.
  induction items as [|x items IH]; intros f H; simpl; [lra|].
  apply Rplus_le_le_0_compat; [apply H; now left | apply IH; intros; apply H; now right].
Qed.

Lemma sum_pos : forall items f, items <> [] -> (forall x, In x items -> 0 < f x) ->
  0 < sum items f.
Proof.
  intros [|x items] f Hne H; [contradiction|]; simpl.
  apply Rplus_lt_le_0_compat; [apply H; now left|].
  apply sum_nonneg; intros y Hy; left; apply H; now right.
Qed.

Lemma sum_le : forall items f g, (forall x, In x items -> f x <= g x) ->
  sum items f <= sum items g.
Proof.
  induction items as [|x items IH]; intros f g H; simpl; [lra|].
  apply Rplus_le_compat; [apply H; now left | apply IH; intros; apply H; now right].
Qed.

(* A term of a sum of non-negative terms is at most the sum. *)
Lemma sum_ge_term : forall items f x, (forall y, In y items -> 0 <= f y) -> In x items ->
  f x <= sum items f.
Proof.
  induction items as [|y items IH]; intros f x H Hx; simpl; [destruct Hx|].
  assert (0 <= f y) by (apply H; now left).
  assert (forall z, In z items -> 0 <= f z) by (intros; apply H; now right).
  destruct Hx as [->|Hx]; [pose proof (sum_nonneg items f H1); lra|].
  pose proof (IH f x H1 Hx); lra.
Qed.

Lemma is_derive_sum : forall items (f : T -> R -> R) (df : T -> R) (t : R),
  (forall x, In x items -> is_derive (f x) t (df x)) ->
  is_derive (fun u => sum items (fun x => f x u)) t (sum items df).
Proof.
  induction items as [|x items IH]; intros f df t H; simpl.
  - apply (is_derive_const (V := R_NormedModule)).
  - apply (is_derive_plus (V := R_NormedModule) (f x));
      [apply H; now left | apply IH; intros; apply H; now right].
Qed.

(* The derivative of the logarithm of a sum of positive terms. *)
Lemma is_derive_log_sum : forall items (w : T -> R -> R) (dw : T -> R) (t : R),
  0 < sum items (fun x => w x t) ->
  (forall x, In x items -> is_derive (w x) t (dw x)) ->
  is_derive (fun u => ln (sum items (fun x => w x u))) t
            (sum items dw / sum items (fun x => w x t)).
Proof.
  intros items w dw t Hpos H.
  apply (is_derive_comp ln (fun u => sum items (fun x => w x u)));
    [now apply is_derive_ln | now apply is_derive_sum].
Qed.

(* ------------------------------------------------------------------------- the largest *)

Lemma fold_max_ge : forall items f start,
  start <= fold_right (fun x rest => Rmax (f x) rest) start items /\
  forall x, In x items -> f x <= fold_right (fun x rest => Rmax (f x) rest) start items.
Proof.
  induction items as [|y items IH]; intros f start; simpl; [split; [lra | contradiction]|].
  destruct (IH f start) as [Hstart Hin].
  pose proof (Rmax_l (f y) (fold_right (fun x rest => Rmax (f x) rest) start items)).
  pose proof (Rmax_r (f y) (fold_right (fun x rest => Rmax (f x) rest) start items)).
  split; [lra|]; intros x [->|Hx]; [lra | pose proof (Hin x Hx); lra].
Qed.

Lemma maximum_ge : forall items f x, In x items -> f x <= maximum items f.
Proof.
  intros [|y items] f x Hx; [contradiction|]; simpl.
  destruct (fold_max_ge items f (f y)) as [Hstart Hin].
  destruct Hx as [->|Hx]; [exact Hstart | now apply Hin].
Qed.

Lemma maximum_attained : forall items f, items <> [] ->
  exists x, In x items /\ maximum items f = f x.
Proof.
  intros [|y items] f Hne; [contradiction|]; simpl; clear Hne.
  induction items as [|z items IH]; simpl; [exists y; auto|].
  destruct IH as [x [Hx largest]]; simpl in Hx; rewrite largest.
  apply Rmax_case; [exists z; tauto | exists x; tauto].
Qed.

Lemma fold_min_le : forall items f start,
  fold_right (fun x rest => Rmin (f x) rest) start items <= start /\
  forall x, In x items -> fold_right (fun x rest => Rmin (f x) rest) start items <= f x.
Proof.
  induction items as [|y items IH]; intros f start; simpl; [split; [lra | contradiction]|].
  destruct (IH f start) as [Hstart Hin].
  pose proof (Rmin_l (f y) (fold_right (fun x rest => Rmin (f x) rest) start items)).
  pose proof (Rmin_r (f y) (fold_right (fun x rest => Rmin (f x) rest) start items)).
  split; [lra|]; intros x [->|Hx]; [lra | pose proof (Hin x Hx); lra].
Qed.

Lemma minimum_le : forall items f x, In x items -> minimum items f <= f x.
Proof.
  intros [|y items] f x Hx; [contradiction|]; simpl.
  destruct (fold_min_le items f (f y)) as [Hstart Hin].
  destruct Hx as [->|Hx]; [exact Hstart | now apply Hin].
Qed.

Lemma minimum_attained : forall items f, items <> [] ->
  exists x, In x items /\ minimum items f = f x.
Proof.
  intros [|y items] f Hne; [contradiction|]; simpl; clear Hne.
  induction items as [|z items IH]; simpl; [exists y; auto|].
  destruct IH as [x [Hx least]]; simpl in Hx; rewrite least.
  apply Rmin_case; [exists z; tauto | exists x; tauto].
Qed.

(* ---------------------------------------------------------------------------- products *)

Lemma product_exp : forall items f, product items (fun x => exp (f x)) = exp (sum items f).
Proof.
  induction items as [|x items IH]; intros; simpl; [now rewrite exp_0 | now rewrite IH, exp_plus].
Qed.

End Sums.

Lemma sum_swap : forall {S T : Type} (items : list S) (others : list T) (f : S -> T -> R),
  sum items (fun x => sum others (f x)) = sum others (fun y => sum items (fun x => f x y)).
Proof.
  intros S T items others f; induction items as [|x items IH]; simpl.
  - symmetry; now apply sum_zero.
  - rewrite IH, <- sum_plus; reflexivity.
Qed.

Lemma sum_map : forall {S T : Type} (g : S -> T) (items : list S) (f : T -> R),
  sum (map g items) f = sum items (fun x => f (g x)).
Proof. intros S T g items f; induction items as [|x items IH]; simpl; [|rewrite IH];
  reflexivity. Qed.

Lemma sum_split_last : forall f k, (1 <= k)%nat ->
  sum (range 1 k) f = sum (range 1 (k - 1)) f + f k.
Proof.
  intros f [|k] H; [lia|]. replace (S k - 1)%nat with k by lia.
  rewrite range_snoc by lia. rewrite sum_app; simpl; lra.
Qed.

Lemma range_app : forall first middle last, (first <= S middle)%nat -> (middle <= last)%nat ->
  range first last = range first middle ++ range (S middle) last.
Proof.
  intros; unfold range.
  replace (S last - first)%nat with ((S middle - first) + (S last - S middle))%nat by lia.
  rewrite seq_app; repeat f_equal; lia.
Qed.

Lemma sum_shift : forall n (f : nat -> R),
  sum (range 0 (S n)) f = f 0%nat + sum (range 0 n) (fun i => f (S i)).
Proof.
  intros; rewrite range_cons by lia.
  change (f 0%nat + sum (range 1 (S n)) f = f 0%nat + sum (range 0 n) (fun i => f (S i))).
  f_equal; unfold range.
  replace (S (S n) - 1)%nat with (S n - 0)%nat by lia; rewrite <- seq_shift; apply sum_map.
Qed.

Lemma sum_last : forall n (f : nat -> R),
  sum (range 0 (S n)) f = sum (range 0 n) f + f (S n).
Proof. intros; rewrite range_snoc, sum_app by lia; simpl; ring. Qed.

(* Of a sum over a range, the term at an index remains. *)
Lemma sum_where : forall k i (f : nat -> R), In i (range 1 k) ->
  sum (range 1 k) (fun j => if (i =? j)%nat then f j else 0) = f i.
Proof.
  intros k i f; generalize (range_nodup 1 k); induction (range 1 k) as [|j items IH];
    intros distinct Hi; [destruct Hi|]; simpl.
  inversion distinct as [|? ? new rest]; subst.
  destruct (Nat.eqb_spec i j) as [->|other].
  - rewrite sum_zero; [ring|]; intros m Hm.
    destruct (Nat.eqb_spec j m) as [->|]; [contradiction | reflexivity].
  - destruct Hi as [->|Hi]; [contradiction | rewrite IH by assumption; ring].
Qed.

(* ------------------------------------------------------------------------ unit vectors *)

Lemma unit_same : forall m, unit_vector m m = 1.
Proof. intros; unfold unit_vector; now rewrite Nat.eqb_refl. Qed.

Lemma unit_other : forall m i, i <> m -> unit_vector m i = 0.
Proof. intros m i H; unfold unit_vector. apply Nat.eqb_neq in H; now rewrite H. Qed.

Lemma sum_unit_list : forall items m (v : nat -> R), NoDup items -> In m items ->
  sum items (fun i => v i * unit_vector m i) = v m.
Proof.
  induction items as [|i items IH]; intros m v Hnd Hin; [destruct Hin|].
  inversion Hnd as [|? ? Hi Hnd']; subst; simpl.
  destruct Hin as [->|Hin].
  - rewrite unit_same, sum_zero; [lra|].
    intros j Hj; rewrite unit_other; [lra | intros ->; contradiction].
  - rewrite unit_other by (intros ->; contradiction). rewrite IH by assumption; lra.
Qed.

(* A scalar product with a unit vector picks a component. *)
Lemma sum_unit : forall k m v, In m (range 1 k) ->
  sum (range 1 k) (fun i => v i * unit_vector m i) = v m.
Proof. intros; apply sum_unit_list; [apply range_nodup | assumption]. Qed.

Lemma sum_unit_l : forall k m v, In m (range 1 k) ->
  sum (range 1 k) (fun i => unit_vector m i * v i) = v m.
Proof.
  intros k m v H; rewrite <- (sum_unit k m v H); apply sum_ext; intros; ring.
Qed.

Lemma sum_unit_ones : forall k m, In m (range 1 k) -> sum (range 1 k) (unit_vector m) = 1.
Proof.
  intros k m H; rewrite <- (sum_unit k m (fun _ => 1) H); apply sum_ext; intros; ring.
Qed.

Lemma in_one_hots : forall k x, In x (one_hots k) <->
  exists m, In m (range 1 k) /\ x = unit_vector m.
Proof.
  intros; unfold one_hots; rewrite in_map_iff; split; intros [m [? ?]]; exists m; auto.
Qed.

Lemma sum_one_hots : forall k f, sum (one_hots k) f = sum (range 1 k) (fun m => f (unit_vector m)).
Proof. intros; apply sum_map. Qed.

Lemma unit_symmetric : forall i j, unit_vector i j = unit_vector j i.
Proof. intros; unfold unit_vector; now rewrite Nat.eqb_sym. Qed.

(* --------------------------------------------------- moving one component of a vector *)

Lemma update_same : forall v i, forall j, update v i (v i) j = v j.
Proof.
  intros v i j; unfold update; destruct (Nat.eqb_spec j i) as [->|]; reflexivity.
Qed.

Lemma is_derive_update : forall v i j t,
  is_derive (fun u => update v i u j) t (unit_vector i j).
Proof.
  intros v i j t; unfold update, unit_vector; destruct (Nat.eqb j i).
  - apply (is_derive_id (K := R_AbsRing)).
  - apply (is_derive_const (V := R_NormedModule)).
Qed.

(* ----------------------------------------------------------------- exponential weights *)

Lemma sum_exp_pos : forall k (v : nat -> R), (1 <= k)%nat ->
  0 < sum (range 1 k) (fun j => exp (v j)).
Proof.
  intros; apply sum_pos; [now apply range_nonempty | intros; apply exp_pos].
Qed.

Lemma is_derive_exp_update : forall v i j,
  is_derive (fun u => exp (update v i u j)) (v i) (unit_vector i j * exp (v j)).
Proof.
  intros v i j. rewrite <- (update_same v i j).
  apply (is_derive_comp exp (fun u => update v i u j));
    [apply is_derive_exp | apply is_derive_update].
Qed.

Lemma is_derive_sum_exp : forall k v i, In i (range 1 k) ->
  is_derive (fun u => sum (range 1 k) (fun j => exp (update v i u j))) (v i) (exp (v i)).
Proof.
  intros k v i H.
  replace (exp (v i)) with (sum (range 1 k) (fun j => unit_vector i j * exp (v j)))
    by exact (sum_unit_l k i (fun j => exp (v j)) H).
  apply is_derive_sum; intros; apply is_derive_exp_update.
Qed.

Lemma is_derive_log_sum_exp : forall k v i, In i (range 1 k) ->
  is_derive (fun u => ln (sum (range 1 k) (fun j => exp (update v i u j)))) (v i)
            (exp (v i) / sum (range 1 k) (fun j => exp (v j))).
Proof.
  intros k v i H. pose proof (proj1 (in_range 1 k i) H).
  replace (exp (v i)) with (sum (range 1 k) (fun j => unit_vector i j * exp (v j)))
    by exact (sum_unit_l k i (fun j => exp (v j)) H).
  replace (sum (range 1 k) (fun j => exp (v j)))
    with (sum (range 1 k) (fun j => exp (update v i (v i) j)))
    by (apply sum_ext; intros; now rewrite update_same).
  apply (is_derive_log_sum (range 1 k) (fun j u => exp (update v i u j)));
    [apply sum_exp_pos; lia | intros; apply is_derive_exp_update].
Qed.
