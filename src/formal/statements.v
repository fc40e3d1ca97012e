(* Made from the pages by `make statements`; do not edit. Above each statement stands the LaTeX
   that it was read from. src/execmath/rocq/prelude.v explains the words. *)

From Coq Require Import Reals List.
From Coquelicot Require Import Coquelicot.
Require Import prelude.
Import ListNotations.
Open Scope R_scope.

Module statement.

(* theory/softmax.md#softplus
   \operatorname{softplus}(z) := \log\left(1 + e^z\right)
   \qquad z \in \mathbb{R} *)
Definition softplus (z : R) : R :=
  ln (1 + exp z).

Definition softplus_has_value (z : R) : Prop :=
  0 < 1 + exp z.

(* about/core.md#softplus-reflection
   \operatorname{softplus}(s) - \operatorname{softplus}(-s) = s
   \qquad s \in \mathbb{R} *)
Definition softplus_reflection : Prop :=
  forall s : R,
  softplus_has_value s /\
  softplus_has_value (- s) /\
  softplus s - softplus (- s) = s.

(* about/core.md#log-sigmoid
   \operatorname{logsigmoid}(s) := \log \frac{1}{1 + e^{-s}}
   \qquad s \in \mathbb{R} *)
Definition log_sigmoid (s : R) : R :=
  ln (1 / (1 + exp (- s))).

Definition log_sigmoid_has_value (s : R) : Prop :=
  1 + exp (- s) <> 0 /\
  0 < 1 / (1 + exp (- s)).

(* about/core.md#log-sigmoid-is-softplus
   \operatorname{logsigmoid}(s) = -\operatorname{softplus}(-s)
   \qquad s \in \mathbb{R} *)
Definition log_sigmoid_is_softplus : Prop :=
  forall s : R,
  log_sigmoid_has_value s /\
  softplus_has_value (- s) /\
  log_sigmoid s = - softplus (- s).

(* softmax.md#log-sum-exp
   A(\eta) := \log \sum_{j=1}^{k} e^{\eta_j}
   \qquad \eta \in \mathbb{R}^k *)
Definition log_sum_exp (k : nat) (eta : nat -> R) : R :=
  ln (sum (range 1 k) (fun j => exp (eta j))).

Definition log_sum_exp_has_value (k : nat) (eta : nat -> R) : Prop :=
  0 < sum (range 1 k) (fun j => exp (eta j)).

(* softmax.md#softmax
   \operatorname{softmax}(\eta) :=
   \left(\frac{e^{\eta_1}}{\sum_{j=1}^{k} e^{\eta_j}}, \ldots, \frac{e^{\eta_k}}{\sum_{j=1}^{k} e^{\eta_j}}\right)
   \qquad \eta \in \mathbb{R}^k *)
Definition softmax (k : nat) (eta : nat -> R) (i : nat) : R :=
  exp (eta i) / sum (range 1 k) (fun j => exp (eta j)).

Definition softmax_has_value (k : nat) (eta : nat -> R) : Prop :=
  sum (range 1 k) (fun j => exp (eta j)) <> 0.

(* about/core.md#categorical-entropy
   H(\eta) := A(\eta) - \eta^\top \operatorname{softmax}(\eta)
   \qquad \eta \in \mathbb{R}^k *)
Definition categorical_entropy (k : nat) (eta : nat -> R) : R :=
  log_sum_exp k eta - sum (range 1 k) (fun i => eta i * softmax k eta i).

Definition categorical_entropy_has_value (k : nat) (eta : nat -> R) : Prop :=
  log_sum_exp_has_value k eta /\
  softmax_has_value k eta.

(* about/core.md#categorical-entropy-by-probabilities
   H(\eta) = -\sum_{i=1}^{k} \theta_i \log \theta_i
   \qquad \eta \in \mathbb{R}^k,\; \theta := \operatorname{softmax}(\eta) *)
Definition categorical_entropy_by_probabilities : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  categorical_entropy_has_value k eta /\
  softmax_has_value k eta /\
  (forall i, In i (range 1 k) -> 0 < softmax k eta i) /\
  categorical_entropy k eta = - sum (range 1 k) (fun i => softmax k eta i * ln (softmax k eta i)).

(* about/core.md#categorical-kl-divergence
   D(\eta, \zeta) := A(\zeta) - A(\eta) - (\zeta - \eta)^\top \operatorname{softmax}(\eta)
   \qquad \eta \in \mathbb{R}^k,\; \zeta \in \mathbb{R}^k *)
Definition categorical_kl_divergence (k : nat) (eta : nat -> R) (zeta : nat -> R) : R :=
  log_sum_exp k zeta - log_sum_exp k eta
    - sum (range 1 k) (fun i => (zeta i - eta i) * softmax k eta i).

Definition categorical_kl_divergence_has_value (k : nat) (eta : nat -> R) (zeta : nat -> R) :
  Prop :=
  log_sum_exp_has_value k zeta /\
  log_sum_exp_has_value k eta /\
  softmax_has_value k eta.

(* about/core.md#categorical-kl-divergence-by-probabilities
   D(\eta, \zeta) = \sum_{i=1}^{k} \theta_i \log\frac{\theta_i}{\phi_i}
   \qquad \eta \in \mathbb{R}^k,\; \zeta \in \mathbb{R}^k,\; \theta := \operatorname{softmax}(\eta),\; \phi := \operatorname{softmax}(\zeta) *)
Definition categorical_kl_divergence_by_probabilities : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  categorical_kl_divergence_has_value k eta zeta /\
  softmax_has_value k eta /\
  softmax_has_value k zeta /\
  (forall i, In i (range 1 k) -> softmax k zeta i <> 0) /\
  (forall i, In i (range 1 k) -> 0 < softmax k eta i / softmax k zeta i) /\
  categorical_kl_divergence k eta zeta
    = sum (range 1 k) (fun i => softmax k eta i * ln (softmax k eta i / softmax k zeta i)).

(* about/core.md#covariance-vector-product
   C(\eta, v) := \left(\frac{e^{\eta_1}}{\sum_{j=1}^{k} e^{\eta_j}} \left(v_1 - \operatorname{softmax}(\eta)^\top v\right), \ldots, \frac{e^{\eta_k}}{\sum_{j=1}^{k} e^{\eta_j}} \left(v_k - \operatorname{softmax}(\eta)^\top v\right)\right)
   \qquad \eta \in \mathbb{R}^k,\; v \in \mathbb{R}^k *)
Definition covariance_vector_product (k : nat) (eta : nat -> R) (v : nat -> R) (i : nat) : R :=
  exp (eta i) / sum (range 1 k) (fun j => exp (eta j))
    * (v i - sum (range 1 k) (fun i_2 => softmax k eta i_2 * v i_2)).

Definition covariance_vector_product_has_value (k : nat) (eta : nat -> R) (v : nat -> R) : Prop :=
  sum (range 1 k) (fun j => exp (eta j)) <> 0 /\
  softmax_has_value k eta.

(* about/core.md#covariance-product-is-hessian
   C(\eta, v) = \nabla^2 A(\eta) \, v
   \qquad \eta \in \mathbb{R}^k,\; v \in \mathbb{R}^k *)
Definition covariance_product_is_hessian : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall v : nat -> R,
  covariance_vector_product_has_value k eta v /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => log_sum_exp_has_value k (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => log_sum_exp k (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    ex_derive
    (fun u =>
    Derive (fun u_2 => log_sum_exp k (update (update eta i u) i_2 u_2)) (update eta i u i_2))
    (eta i))) /\
  (forall i, In i (range 1 k) -> covariance_vector_product k eta v i
    = sum (range 1 k)
    (fun i_2 =>
    Derive
    (fun u =>
    Derive (fun u_2 => log_sum_exp k (update (update eta i u) i_2 u_2)) (update eta i u i_2))
    (eta i) * v i_2)).

(* softmax.md#ones
   \mathbf{1} := (1, \ldots, 1) \in \mathbb{R}^k *)
Definition ones (k : nat) (i : nat) : R :=
  1.

(* about/core.md#covariance-product-sums-to-zero
   \mathbf{1}^\top C(\eta, v) = 0
   \qquad \eta \in \mathbb{R}^k,\; v \in \mathbb{R}^k *)
Definition covariance_product_sums_to_zero : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall v : nat -> R,
  covariance_vector_product_has_value k eta v /\
  sum (range 1 k) (fun i => ones k i * covariance_vector_product k eta v i) = 0.

(* errata.md#log-of-a-half
   \left|1000000000 \cdot \log\frac{1}{2} + 693147180.5\right| < 0.1 *)
Definition log_of_a_half : Prop :=
  0 < 1 / 2 /\
  Rabs (1000000000 * ln (1 / 2) + (6931471805 / 10)) < (1 / 10).

(* errata.md#lower-bound-of-logsumexp
   \log \sum_{i=1}^{k} e^{x_i} \ge \sum_{i=1}^{k} p_i x_i - (t - 1) \log \sum_{i=1}^{k} p_i^{t / (t - 1)}
   \qquad x \in \mathbb{R}^k,\; p \in \Delta^{k - 1},\; t \in \mathbb{R},\; t > 1 *)
Definition lower_bound_of_logsumexp : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall x : nat -> R,
  forall p : nat -> R, in_simplex k p ->
  forall t : R,
  t > 1 ->
  0 < sum (range 1 k) (fun i => exp (x i)) /\
  (forall i, In i (range 1 k) -> 0 < p i) /\
  t - 1 <> 0 /\
  0 < sum (range 1 k) (fun i => Rpower (p i) (t / (t - 1))) /\
  ln (sum (range 1 k) (fun i => exp (x i)))
    >= sum (range 1 k) (fun i => p i * x i) - (t - 1)
    * ln (sum (range 1 k) (fun i => Rpower (p i) (t / (t - 1)))).

(* errata.md#three-exponentials
   \left|e^0 + e^{0.1} + e^{0.2} - 3.327\right| \le 0.0005 *)
Definition three_exponentials : Prop :=
  Rabs (exp 0 + exp (1 / 10) + exp (2 / 10) - (3327 / 1000)) <= (5 / 10000).

(* errata.md#three-exponentials-logarithm
   \left|10 \log\left(e^0 + e^{0.1} + e^{0.2}\right) - 12.02\right| \le 0.005 *)
Definition three_exponentials_logarithm : Prop :=
  0 < exp 0 + exp (1 / 10) + exp (2 / 10) /\
  Rabs (10 * ln (exp 0 + exp (1 / 10) + exp (2 / 10)) - (1202 / 100)) <= (5 / 1000).

(* families/bernoulli.md#bernoulli-member
   \begin{aligned}
   \mathcal{X} &:= \{0, 1\} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log(1 + e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition bernoulli_member__h (x : nat) : R :=
  1.

(* families/bernoulli.md#bernoulli-member
   \begin{aligned}
   \mathcal{X} &:= \{0, 1\} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log(1 + e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition bernoulli_member__t (x : nat) (i : nat) : R :=
  INR x.

(* families/bernoulli.md#bernoulli-member
   \begin{aligned}
   \mathcal{X} &:= \{0, 1\} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log(1 + e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition bernoulli_member__A (eta : nat -> R) : R :=
  ln (1 + exp (eta 1%nat)).

Definition bernoulli_member__A_has_value (eta : nat -> R) : Prop :=
  0 < 1 + exp (eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/bernoulli.md#bernoulli-member *)
Definition bernoulli_member__p (x : nat) (eta : nat -> R) : R :=
  bernoulli_member__h x
    * exp (sum (range 1 1) (fun i => eta i * bernoulli_member__t x i) - bernoulli_member__A eta).

Definition bernoulli_member__p_has_value (x : nat) (eta : nat -> R) : Prop :=
  bernoulli_member__A_has_value eta.

(* families/bernoulli.md#bernoulli-usual-density
   p(x; \eta) = q^x (1 - q)^{1 - x}
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition bernoulli_usual_density : Prop :=
  forall x : nat, In x (range 0 1) ->
  forall eta : nat -> R,
  bernoulli_member__p_has_value x eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  bernoulli_member__p x eta
    = (1 / (1 + exp (- eta 1%nat))) ^ x * (1 - 1 / (1 + exp (- eta 1%nat))) ^ (1 - x).

(* families/bernoulli.md#bernoulli-usual-parameters
   \eta_1 = \log \frac{q}{1 - q}
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition bernoulli_usual_parameters : Prop :=
  forall eta : nat -> R,
  1 + exp (- eta 1%nat) <> 0 /\
  1 - 1 / (1 + exp (- eta 1%nat)) <> 0 /\
  0 < 1 / (1 + exp (- eta 1%nat)) / (1 - 1 / (1 + exp (- eta 1%nat))) /\
  eta 1%nat = ln (1 / (1 + exp (- eta 1%nat)) / (1 - 1 / (1 + exp (- eta 1%nat)))).

(* families/bernoulli.md#bernoulli-usual-log-normalizer
   A(\eta) = -\log(1 - q)
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition bernoulli_usual_log_normalizer : Prop :=
  forall eta : nat -> R,
  bernoulli_member__A_has_value eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  0 < 1 - 1 / (1 + exp (- eta 1%nat)) /\
  bernoulli_member__A eta = - ln (1 - 1 / (1 + exp (- eta 1%nat))).

(* families/bernoulli.md#bernoulli-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = q
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition bernoulli_gradient : Prop :=
  forall eta : nat -> R,
  locally (eta 1%nat) (fun u => bernoulli_member__A_has_value (update eta 1 u)) /\
  1 + exp (- eta 1%nat) <> 0 /\
  is_derive (fun u => bernoulli_member__A (update eta 1 u)) (eta 1%nat)
    (1 / (1 + exp (- eta 1%nat))).

(* families/bernoulli.md#bernoulli-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = q (1 - q)
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition bernoulli_hessian : Prop :=
  forall eta : nat -> R,
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => bernoulli_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => bernoulli_member__A (update eta 1 u_2)) u)
    /\
  1 + exp (- eta 1%nat) <> 0 /\
  is_derive (fun u => Derive (fun u_2 => bernoulli_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (1 / (1 + exp (- eta 1%nat)) * (1 - 1 / (1 + exp (- eta 1%nat)))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/bernoulli.md#bernoulli-member *)
Definition bernoulli_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => bernoulli_member__A (update eta i u)) (eta i).

Definition bernoulli_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => bernoulli_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => bernoulli_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/bernoulli.md#bernoulli-member *)
Definition bernoulli_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * bernoulli_member__mu eta i) - bernoulli_member__A eta.

Definition bernoulli_member__N_has_value (eta : nat -> R) : Prop :=
  bernoulli_member__mu_has_value eta /\
  bernoulli_member__A_has_value eta.

(* families/bernoulli.md#bernoulli-conjugate
   N(\eta) = q \log q + (1 - q) \log(1 - q)
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition bernoulli_conjugate : Prop :=
  forall eta : nat -> R,
  bernoulli_member__N_has_value eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  0 < 1 / (1 + exp (- eta 1%nat)) /\
  0 < 1 - 1 / (1 + exp (- eta 1%nat)) /\
  bernoulli_member__N eta
    = 1 / (1 + exp (- eta 1%nat)) * ln (1 / (1 + exp (- eta 1%nat)))
    + (1 - 1 / (1 + exp (- eta 1%nat))) * ln (1 - 1 / (1 + exp (- eta 1%nat))).

(* families/bernoulli.md#bernoulli-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = q \log \frac{q}{r} + (1 - q) \log \frac{1 - q}{1 - r}
   \qquad q := \frac{1}{1 + e^{-\eta_1}},\; r := \frac{1}{1 + e^{-\zeta_1}} *)
Definition bernoulli_divergence : Prop :=
  forall eta : nat -> R,
  forall zeta : nat -> R,
  bernoulli_member__A_has_value zeta /\
  bernoulli_member__A_has_value eta /\
  bernoulli_member__mu_has_value eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  1 + exp (- zeta 1%nat) <> 0 /\
  1 / (1 + exp (- zeta 1%nat)) <> 0 /\
  0 < 1 / (1 + exp (- eta 1%nat)) / (1 / (1 + exp (- zeta 1%nat))) /\
  1 - 1 / (1 + exp (- zeta 1%nat)) <> 0 /\
  0 < (1 - 1 / (1 + exp (- eta 1%nat))) / (1 - 1 / (1 + exp (- zeta 1%nat))) /\
  bernoulli_member__A zeta - bernoulli_member__A eta
    - sum (range 1 1) (fun i => bernoulli_member__mu eta i * (zeta i - eta i))
    = 1 / (1 + exp (- eta 1%nat))
    * ln (1 / (1 + exp (- eta 1%nat)) / (1 / (1 + exp (- zeta 1%nat))))
    + (1 - 1 / (1 + exp (- eta 1%nat)))
    * ln ((1 - 1 / (1 + exp (- eta 1%nat))) / (1 - 1 / (1 + exp (- zeta 1%nat)))).

(* families/bernoulli.md#bernoulli-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in (0, 1),\; \eta := \left(\log \frac{\tau}{1 - \tau}, \ldots, \log \frac{\tau}{1 - \tau}\right) *)
Definition bernoulli_fit : Prop :=
  forall tau : R, 0 < tau < 1 ->
  1 - tau <> 0 /\
  0 < tau / (1 - tau) /\
  bernoulli_member__mu_has_value (fun i => ln (tau / (1 - tau))) /\
  bernoulli_member__mu (fun i => ln (tau / (1 - tau))) 1%nat = tau.

(* families/binomial.md#binomial-member
   \begin{aligned}
   \mathcal{X} &:= \{0, \ldots, n\} \\
   d &:= 1 \\
   h(x) &:= \binom{n}{x} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= n \log(1 + e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition binomial_member__h (n : nat) (x : nat) : R :=
  binomial n x.

(* families/binomial.md#binomial-member
   \begin{aligned}
   \mathcal{X} &:= \{0, \ldots, n\} \\
   d &:= 1 \\
   h(x) &:= \binom{n}{x} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= n \log(1 + e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition binomial_member__t (n : nat) (x : nat) (i : nat) : R :=
  INR x.

(* families/binomial.md#binomial-member
   \begin{aligned}
   \mathcal{X} &:= \{0, \ldots, n\} \\
   d &:= 1 \\
   h(x) &:= \binom{n}{x} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= n \log(1 + e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition binomial_member__A (n : nat) (eta : nat -> R) : R :=
  INR n * ln (1 + exp (eta 1%nat)).

Definition binomial_member__A_has_value (n : nat) (eta : nat -> R) : Prop :=
  0 < 1 + exp (eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/binomial.md#binomial-member *)
Definition binomial_member__p (n : nat) (x : nat) (eta : nat -> R) : R :=
  binomial_member__h n x
    * exp
    (sum (range 1 1) (fun i => eta i * binomial_member__t n x i) - binomial_member__A n eta).

Definition binomial_member__p_has_value (n : nat) (x : nat) (eta : nat -> R) : Prop :=
  binomial_member__A_has_value n eta.

(* families/binomial.md#binomial-usual-density
   p(x; \eta) = \binom{n}{x} q^x (1 - q)^{n - x}
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition binomial_usual_density : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall x : nat, In x (range 0 n) ->
  forall eta : nat -> R,
  binomial_member__p_has_value n x eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  binomial_member__p n x eta
    = binomial n x * (1 / (1 + exp (- eta 1%nat))) ^ x
    * (1 - 1 / (1 + exp (- eta 1%nat))) ^ (n - x).

(* families/binomial.md#binomial-usual-log-normalizer
   A(\eta) = -n \log(1 - q)
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition binomial_usual_log_normalizer : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall eta : nat -> R,
  binomial_member__A_has_value n eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  0 < 1 - 1 / (1 + exp (- eta 1%nat)) /\
  binomial_member__A n eta = - (INR n * ln (1 - 1 / (1 + exp (- eta 1%nat)))).

(* families/binomial.md#binomial-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = n q
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition binomial_gradient : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall eta : nat -> R,
  locally (eta 1%nat) (fun u => binomial_member__A_has_value n (update eta 1 u)) /\
  1 + exp (- eta 1%nat) <> 0 /\
  is_derive (fun u => binomial_member__A n (update eta 1 u)) (eta 1%nat)
    (INR n * (1 / (1 + exp (- eta 1%nat)))).

(* families/binomial.md#binomial-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = n q (1 - q)
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition binomial_hessian : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall eta : nat -> R,
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => binomial_member__A_has_value n (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => binomial_member__A n (update eta 1 u_2)) u)
    /\
  1 + exp (- eta 1%nat) <> 0 /\
  is_derive (fun u => Derive (fun u_2 => binomial_member__A n (update eta 1 u_2)) u) (eta 1%nat)
    (INR n * (1 / (1 + exp (- eta 1%nat))) * (1 - 1 / (1 + exp (- eta 1%nat)))).

(* families/binomial.md#binomial-sum
   \sum_{j=0}^{c} \binom{a}{j} \binom{b}{c - j} = \binom{a + b}{c}
   \qquad a, b, c \in \mathbb{N}_0 *)
Definition binomial_sum : Prop :=
  forall a : nat,
  forall b : nat,
  forall c : nat,
  sum (range 0 c) (fun j => binomial a j * binomial b (c - j)) = binomial (a + b) c.

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/binomial.md#binomial-member *)
Definition binomial_member__mu (n : nat) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => binomial_member__A n (update eta i u)) (eta i).

Definition binomial_member__mu_has_value (n : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => binomial_member__A_has_value n (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => binomial_member__A n (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/binomial.md#binomial-member *)
Definition binomial_member__N (n : nat) (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * binomial_member__mu n eta i) - binomial_member__A n eta.

Definition binomial_member__N_has_value (n : nat) (eta : nat -> R) : Prop :=
  binomial_member__mu_has_value n eta /\
  binomial_member__A_has_value n eta.

(* families/binomial.md#binomial-conjugate
   N(\eta) = n \left(q \log q + (1 - q) \log(1 - q)\right)
   \qquad q := \frac{1}{1 + e^{-\eta_1}} *)
Definition binomial_conjugate : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall eta : nat -> R,
  binomial_member__N_has_value n eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  0 < 1 / (1 + exp (- eta 1%nat)) /\
  0 < 1 - 1 / (1 + exp (- eta 1%nat)) /\
  binomial_member__N n eta
    = INR n
    *
    (1 / (1 + exp (- eta 1%nat)) * ln (1 / (1 + exp (- eta 1%nat)))
    + (1 - 1 / (1 + exp (- eta 1%nat))) * ln (1 - 1 / (1 + exp (- eta 1%nat)))).

(* families/binomial.md#binomial-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = n \left(q \log \frac{q}{r} + (1 - q) \log \frac{1 - q}{1 - r}\right)
   \qquad q := \frac{1}{1 + e^{-\eta_1}},\; r := \frac{1}{1 + e^{-\zeta_1}} *)
Definition binomial_divergence : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  binomial_member__A_has_value n zeta /\
  binomial_member__A_has_value n eta /\
  binomial_member__mu_has_value n eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  1 + exp (- zeta 1%nat) <> 0 /\
  1 / (1 + exp (- zeta 1%nat)) <> 0 /\
  0 < 1 / (1 + exp (- eta 1%nat)) / (1 / (1 + exp (- zeta 1%nat))) /\
  1 - 1 / (1 + exp (- zeta 1%nat)) <> 0 /\
  0 < (1 - 1 / (1 + exp (- eta 1%nat))) / (1 - 1 / (1 + exp (- zeta 1%nat))) /\
  binomial_member__A n zeta - binomial_member__A n eta
    - sum (range 1 1) (fun i => binomial_member__mu n eta i * (zeta i - eta i))
    = INR n
    *
    (1 / (1 + exp (- eta 1%nat))
    * ln (1 / (1 + exp (- eta 1%nat)) / (1 / (1 + exp (- zeta 1%nat))))
    + (1 - 1 / (1 + exp (- eta 1%nat)))
    * ln ((1 - 1 / (1 + exp (- eta 1%nat))) / (1 - 1 / (1 + exp (- zeta 1%nat))))).

(* families/binomial.md#binomial-fit
   \mu(\eta)_1 = n \tau
   \qquad \tau \in (0, 1),\; \eta := \left(\log \frac{\tau}{1 - \tau}, \ldots, \log \frac{\tau}{1 - \tau}\right) *)
Definition binomial_fit : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall tau : R, 0 < tau < 1 ->
  1 - tau <> 0 /\
  0 < tau / (1 - tau) /\
  binomial_member__mu_has_value n (fun i => ln (tau / (1 - tau))) /\
  binomial_member__mu n (fun i => ln (tau / (1 - tau))) 1%nat = INR n * tau.

(* families/categorical-minimal.md#categorical-minimal-member
   \begin{aligned}
   \mathcal{X} &:= \{1, \ldots, d + 1\} \\
   h(x) &:= 1 \\
   t(x) &:= (\mathbf{1}[x = 1], \ldots, \mathbf{1}[x = d]) \\
   A(\eta) &:= \log\left(1 + \sum_{j=1}^{d} e^{\eta_j}\right) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition categorical_minimal_member__h (d : nat) (x : nat) : R :=
  1.

(* families/categorical-minimal.md#categorical-minimal-member
   \begin{aligned}
   \mathcal{X} &:= \{1, \ldots, d + 1\} \\
   h(x) &:= 1 \\
   t(x) &:= (\mathbf{1}[x = 1], \ldots, \mathbf{1}[x = d]) \\
   A(\eta) &:= \log\left(1 + \sum_{j=1}^{d} e^{\eta_j}\right) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition categorical_minimal_member__t (d : nat) (x : nat) (i : nat) : R :=
  if (x =? i)%nat then 1 else 0.

(* families/categorical-minimal.md#categorical-minimal-member
   \begin{aligned}
   \mathcal{X} &:= \{1, \ldots, d + 1\} \\
   h(x) &:= 1 \\
   t(x) &:= (\mathbf{1}[x = 1], \ldots, \mathbf{1}[x = d]) \\
   A(\eta) &:= \log\left(1 + \sum_{j=1}^{d} e^{\eta_j}\right) \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition categorical_minimal_member__A (d : nat) (eta : nat -> R) : R :=
  ln (1 + sum (range 1 d) (fun j => exp (eta j))).

Definition categorical_minimal_member__A_has_value (d : nat) (eta : nat -> R) : Prop :=
  0 < 1 + sum (range 1 d) (fun j => exp (eta j)).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/categorical-minimal.md#categorical-minimal-member *)
Definition categorical_minimal_member__p (d : nat) (x : nat) (eta : nat -> R) : R :=
  categorical_minimal_member__h d x
    * exp
    (sum (range 1 d) (fun i => eta i * categorical_minimal_member__t d x i)
    - categorical_minimal_member__A d eta).

Definition categorical_minimal_member__p_has_value (d : nat) (x : nat) (eta : nat -> R) : Prop :=
  categorical_minimal_member__A_has_value d eta.

(* families/categorical-minimal.md#categorical-minimal-usual-density
   p(i; \eta) = q_i
   \qquad i \in \{1, \ldots, d\},\; s := 1 + \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition categorical_minimal_usual_density : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 d) ->
  categorical_minimal_member__p_has_value d i eta /\
  1 + sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  categorical_minimal_member__p d i eta
    = exp (eta i) / (1 + sum (range 1 d) (fun j => exp (eta j))).

(* families/categorical-minimal.md#categorical-minimal-last
   p(d + 1; \eta) = \frac{1}{s}
   \qquad s := 1 + \sum_{j=1}^{d} e^{\eta_j} *)
Definition categorical_minimal_last : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  categorical_minimal_member__p_has_value d (d + 1)%nat eta /\
  1 + sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  categorical_minimal_member__p d (d + 1)%nat eta
    = 1 / (1 + sum (range 1 d) (fun j => exp (eta j))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/categorical-minimal.md#categorical-minimal-member *)
Definition categorical_minimal_member__mu (d : nat) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => categorical_minimal_member__A d (update eta i u)) (eta i).

Definition categorical_minimal_member__mu_has_value (d : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => categorical_minimal_member__A_has_value d (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => categorical_minimal_member__A d (update eta i u)) (eta i)).

(* families/categorical-minimal.md#categorical-minimal-usual-parameters
   \eta_i = \log \frac{q_i}{1 - \sum_{j=1}^{d} q_j}
   \qquad i \in \{1, \ldots, d\},\; q := \mu(\eta) *)
Definition categorical_minimal_usual_parameters : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 d) ->
  categorical_minimal_member__mu_has_value d eta /\
  1 - sum (range 1 d) (fun j => categorical_minimal_member__mu d eta j) <> 0 /\
  0 < categorical_minimal_member__mu d eta i
    / (1 - sum (range 1 d) (fun j => categorical_minimal_member__mu d eta j)) /\
  eta i
    = ln
    (categorical_minimal_member__mu d eta i
    / (1 - sum (range 1 d) (fun j => categorical_minimal_member__mu d eta j))).

(* families/categorical-minimal.md#categorical-minimal-gradient
   \nabla A(\eta) = q
   \qquad s := 1 + \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition categorical_minimal_gradient : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => categorical_minimal_member__A_has_value d (update eta i u))) /\
  1 + sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  (forall i, In i (range 1 d) ->
    is_derive (fun u => categorical_minimal_member__A d (update eta i u)) (eta i)
    (exp (eta i) / (1 + sum (range 1 d) (fun j => exp (eta j))))).

(* families/categorical-minimal.md#categorical-minimal-hessian
   \nabla^2 A(\eta) = \operatorname{diag}(q) - q q^\top
   \qquad s := 1 + \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition categorical_minimal_hessian : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => categorical_minimal_member__A_has_value d (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => categorical_minimal_member__A d (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  1 + sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => categorical_minimal_member__A d (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    ((if (i =? i_2)%nat then exp (eta i) / (1 + sum (range 1 d) (fun j => exp (eta j))) else 0)
    - exp (eta i) / (1 + sum (range 1 d) (fun j => exp (eta j)))
    * (exp (eta i_2) / (1 + sum (range 1 d) (fun j => exp (eta j))))))).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/categorical-minimal.md#categorical-minimal-member *)
Definition categorical_minimal_member__N (d : nat) (eta : nat -> R) : R :=
  sum (range 1 d) (fun i => eta i * categorical_minimal_member__mu d eta i)
    - categorical_minimal_member__A d eta.

Definition categorical_minimal_member__N_has_value (d : nat) (eta : nat -> R) : Prop :=
  categorical_minimal_member__mu_has_value d eta /\
  categorical_minimal_member__A_has_value d eta.

(* families/categorical-minimal.md#categorical-minimal-conjugate
   N(\eta) = \sum_{j=1}^{d} q_j \log q_j - \frac{\log s}{s}
   \qquad s := 1 + \sum_{j=1}^{d} e^{\eta_j},\; q := \mu(\eta) *)
Definition categorical_minimal_conjugate : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  categorical_minimal_member__N_has_value d eta /\
  categorical_minimal_member__mu_has_value d eta /\
  (forall j, In j (range 1 d) -> 0 < categorical_minimal_member__mu d eta j) /\
  0 < 1 + sum (range 1 d) (fun j => exp (eta j)) /\
  1 + sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  categorical_minimal_member__N d eta
    = sum (range 1 d)
    (fun j =>
    categorical_minimal_member__mu d eta j * ln (categorical_minimal_member__mu d eta j))
    - ln (1 + sum (range 1 d) (fun j => exp (eta j)))
    / (1 + sum (range 1 d) (fun j => exp (eta j))).

(* families/categorical-minimal.md#categorical-minimal-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \sum_{j=1}^{d} q_j \log \frac{q_j}{r_j} + \frac{1}{s} \log \frac{u}{s}
   \qquad s := 1 + \sum_{j=1}^{d} e^{\eta_j},\; u := 1 + \sum_{j=1}^{d} e^{\zeta_j},\; q := \mu(\eta),\; r := \mu(\zeta) *)
Definition categorical_minimal_divergence : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  categorical_minimal_member__A_has_value d zeta /\
  categorical_minimal_member__A_has_value d eta /\
  categorical_minimal_member__mu_has_value d eta /\
  categorical_minimal_member__mu_has_value d zeta /\
  (forall j, In j (range 1 d) -> categorical_minimal_member__mu d zeta j <> 0) /\
  (forall j, In j (range 1 d) -> 0
    < categorical_minimal_member__mu d eta j / categorical_minimal_member__mu d zeta j) /\
  1 + sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  0 < (1 + sum (range 1 d) (fun j => exp (zeta j)))
    / (1 + sum (range 1 d) (fun j => exp (eta j))) /\
  categorical_minimal_member__A d zeta - categorical_minimal_member__A d eta
    - sum (range 1 d) (fun i => categorical_minimal_member__mu d eta i * (zeta i - eta i))
    = sum (range 1 d)
    (fun j =>
    categorical_minimal_member__mu d eta j
    * ln (categorical_minimal_member__mu d eta j / categorical_minimal_member__mu d zeta j)) + 1
    / (1 + sum (range 1 d) (fun j => exp (eta j)))
    * ln
    ((1 + sum (range 1 d) (fun j => exp (zeta j)))
    / (1 + sum (range 1 d) (fun j => exp (eta j)))).

(* families/categorical-minimal.md#categorical-minimal-fit
   \mu(\eta) = (\tau_1, \ldots, \tau_d)
   \qquad \tau \in \Delta^d,\; \eta := \left(\log \frac{\tau_1}{\tau_{d+1}}, \ldots, \log \frac{\tau_d}{\tau_{d+1}}\right) *)
Definition categorical_minimal_fit : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall tau : nat -> R, in_simplex (d + 1) tau ->
  tau (d + 1)%nat <> 0 /\
  (forall i, In i (range 1 d) -> 0 < tau i / tau (d + 1)%nat) /\
  categorical_minimal_member__mu_has_value d (fun i => ln (tau i / tau (d + 1)%nat)) /\
  (forall i, In i (range 1 d) ->
    categorical_minimal_member__mu d (fun i => ln (tau i / tau (d + 1)%nat)) i = tau i).

(* families/categorical.md#categorical-full-member
   \begin{aligned}
   \mathcal{X} &:= \{1, \ldots, d\} \\
   h(x) &:= 1 \\
   t(x) &:= (\mathbf{1}[x = 1], \ldots, \mathbf{1}[x = d]) \\
   A(\eta) &:= \log \sum_{j=1}^{d} e^{\eta_j} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition categorical_full_member__h (d : nat) (x : nat) : R :=
  1.

(* families/categorical.md#categorical-full-member
   \begin{aligned}
   \mathcal{X} &:= \{1, \ldots, d\} \\
   h(x) &:= 1 \\
   t(x) &:= (\mathbf{1}[x = 1], \ldots, \mathbf{1}[x = d]) \\
   A(\eta) &:= \log \sum_{j=1}^{d} e^{\eta_j} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition categorical_full_member__t (d : nat) (x : nat) (i : nat) : R :=
  if (x =? i)%nat then 1 else 0.

(* families/categorical.md#categorical-full-member
   \begin{aligned}
   \mathcal{X} &:= \{1, \ldots, d\} \\
   h(x) &:= 1 \\
   t(x) &:= (\mathbf{1}[x = 1], \ldots, \mathbf{1}[x = d]) \\
   A(\eta) &:= \log \sum_{j=1}^{d} e^{\eta_j} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition categorical_full_member__A (d : nat) (eta : nat -> R) : R :=
  ln (sum (range 1 d) (fun j => exp (eta j))).

Definition categorical_full_member__A_has_value (d : nat) (eta : nat -> R) : Prop :=
  0 < sum (range 1 d) (fun j => exp (eta j)).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/categorical.md#categorical-full-member *)
Definition categorical_full_member__p (d : nat) (x : nat) (eta : nat -> R) : R :=
  categorical_full_member__h d x
    * exp
    (sum (range 1 d) (fun i => eta i * categorical_full_member__t d x i)
    - categorical_full_member__A d eta).

Definition categorical_full_member__p_has_value (d : nat) (x : nat) (eta : nat -> R) : Prop :=
  categorical_full_member__A_has_value d eta.

(* families/categorical.md#categorical-full-usual-density
   p(x; \eta) = q_x
   \qquad s := \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition categorical_full_usual_density : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall x : nat, In x (range 1 d) ->
  forall eta : nat -> R,
  categorical_full_member__p_has_value d x eta /\
  sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  categorical_full_member__p d x eta = exp (eta x) / sum (range 1 d) (fun j => exp (eta j)).

(* families/categorical.md#categorical-full-usual-parameters
   \eta_x = \log q_x + A(\eta)
   \qquad s := \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition categorical_full_usual_parameters : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall x : nat, In x (range 1 d) ->
  forall eta : nat -> R,
  sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  0 < exp (eta x) / sum (range 1 d) (fun j => exp (eta j)) /\
  categorical_full_member__A_has_value d eta /\
  eta x
    = ln (exp (eta x) / sum (range 1 d) (fun j => exp (eta j)))
    + categorical_full_member__A d eta.

(* families/categorical.md#categorical-full-gradient
   \nabla A(\eta) = q
   \qquad s := \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition categorical_full_gradient : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => categorical_full_member__A_has_value d (update eta i u))) /\
  sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  (forall i, In i (range 1 d) ->
    is_derive (fun u => categorical_full_member__A d (update eta i u)) (eta i)
    (exp (eta i) / sum (range 1 d) (fun j => exp (eta j)))).

(* families/categorical.md#categorical-full-hessian
   \nabla^2 A(\eta) = \operatorname{diag}(q) - q q^\top
   \qquad s := \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition categorical_full_hessian : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => categorical_full_member__A_has_value d (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => categorical_full_member__A d (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  sum (range 1 d) (fun j => exp (eta j)) <> 0 /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => categorical_full_member__A d (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    ((if (i =? i_2)%nat then exp (eta i) / sum (range 1 d) (fun j => exp (eta j)) else 0)
    - exp (eta i) / sum (range 1 d) (fun j => exp (eta j))
    * (exp (eta i_2) / sum (range 1 d) (fun j => exp (eta j)))))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/categorical.md#categorical-full-member *)
Definition categorical_full_member__mu (d : nat) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => categorical_full_member__A d (update eta i u)) (eta i).

Definition categorical_full_member__mu_has_value (d : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => categorical_full_member__A_has_value d (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => categorical_full_member__A d (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/categorical.md#categorical-full-member *)
Definition categorical_full_member__N (d : nat) (eta : nat -> R) : R :=
  sum (range 1 d) (fun i => eta i * categorical_full_member__mu d eta i)
    - categorical_full_member__A d eta.

Definition categorical_full_member__N_has_value (d : nat) (eta : nat -> R) : Prop :=
  categorical_full_member__mu_has_value d eta /\
  categorical_full_member__A_has_value d eta.

(* families/categorical.md#categorical-full-conjugate
   N(\eta) = \sum_{j=1}^{d} q_j \log q_j
   \qquad s := \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition categorical_full_conjugate : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  categorical_full_member__N_has_value d eta /\
  sum (range 1 d) (fun j_2 => exp (eta j_2)) <> 0 /\
  (forall j, In j (range 1 d) -> 0 < exp (eta j) / sum (range 1 d) (fun j_2 => exp (eta j_2))) /\
  categorical_full_member__N d eta
    = sum (range 1 d)
    (fun j =>
    exp (eta j) / sum (range 1 d) (fun j_2 => exp (eta j_2))
    * ln (exp (eta j) / sum (range 1 d) (fun j_2 => exp (eta j_2)))).

(* families/categorical.md#categorical-full-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \sum_{j=1}^{d} q_j \log \frac{q_j}{r_j}
   \qquad q := \mu(\eta),\; r := \mu(\zeta) *)
Definition categorical_full_divergence : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  categorical_full_member__A_has_value d zeta /\
  categorical_full_member__A_has_value d eta /\
  categorical_full_member__mu_has_value d eta /\
  categorical_full_member__mu_has_value d zeta /\
  (forall j, In j (range 1 d) -> categorical_full_member__mu d zeta j <> 0) /\
  (forall j, In j (range 1 d) -> 0
    < categorical_full_member__mu d eta j / categorical_full_member__mu d zeta j) /\
  categorical_full_member__A d zeta - categorical_full_member__A d eta
    - sum (range 1 d) (fun i => categorical_full_member__mu d eta i * (zeta i - eta i))
    = sum (range 1 d)
    (fun j =>
    categorical_full_member__mu d eta j
    * ln (categorical_full_member__mu d eta j / categorical_full_member__mu d zeta j)).

(* families/categorical.md#categorical-full-fit
   \mu(\eta) = \tau
   \qquad \tau \in \Delta^{d-1},\; \eta := (\log \tau_1, \ldots, \log \tau_d) *)
Definition categorical_full_fit : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall tau : nat -> R, in_simplex d tau ->
  (forall i, In i (range 1 d) -> 0 < tau i) /\
  categorical_full_member__mu_has_value d (fun i => ln (tau i)) /\
  (forall i, In i (range 1 d) -> categorical_full_member__mu d (fun i => ln (tau i)) i = tau i).

(* families/continuous-bernoulli.md#continuous-bernoulli-member
   \begin{aligned}
   \mathcal{X} &:= [0, 1] \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log \frac{e^{\eta_1} - 1}{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition continuous_bernoulli_member__h (x : R) : R :=
  1.

(* families/continuous-bernoulli.md#continuous-bernoulli-member
   \begin{aligned}
   \mathcal{X} &:= [0, 1] \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log \frac{e^{\eta_1} - 1}{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition continuous_bernoulli_member__t (x : R) (i : nat) : R :=
  x.

(* families/continuous-bernoulli.md#continuous-bernoulli-member
   \begin{aligned}
   \mathcal{X} &:= [0, 1] \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log \frac{e^{\eta_1} - 1}{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition continuous_bernoulli_member__A (eta : nat -> R) : R :=
  ln ((exp (eta 1%nat) - 1) / eta 1%nat).

Definition continuous_bernoulli_member__A_has_value (eta : nat -> R) : Prop :=
  eta 1%nat <> 0 /\
  0 < (exp (eta 1%nat) - 1) / eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/continuous-bernoulli.md#continuous-bernoulli-member *)
Definition continuous_bernoulli_member__p (x : R) (eta : nat -> R) : R :=
  continuous_bernoulli_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * continuous_bernoulli_member__t x i)
    - continuous_bernoulli_member__A eta).

Definition continuous_bernoulli_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i < 0) /\
  continuous_bernoulli_member__A_has_value eta.

(* families/continuous-bernoulli.md#continuous-bernoulli-usual-density
   p(x; \eta) = c \, \lambda^x (1 - \lambda)^{1 - x}
   \qquad \lambda := \frac{1}{1 + e^{-\eta_1}},\; c := \frac{\log(1 - \lambda) - \log \lambda}{1 - 2 \lambda} *)
Definition continuous_bernoulli_usual_density : Prop :=
  forall x : R, 0 <= x <= 1 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  continuous_bernoulli_member__p_has_value x eta /\
  1 + exp (- eta 1%nat) <> 0 /\
  0 < 1 - 1 / (1 + exp (- eta 1%nat)) /\
  0 < 1 / (1 + exp (- eta 1%nat)) /\
  1 - 2 * (1 / (1 + exp (- eta 1%nat))) <> 0 /\
  continuous_bernoulli_member__p x eta
    = (ln (1 - 1 / (1 + exp (- eta 1%nat))) - ln (1 / (1 + exp (- eta 1%nat))))
    / (1 - 2 * (1 / (1 + exp (- eta 1%nat)))) * Rpower (1 / (1 + exp (- eta 1%nat))) x
    * Rpower (1 - 1 / (1 + exp (- eta 1%nat))) (1 - x).

(* families/continuous-bernoulli.md#continuous-bernoulli-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \frac{1}{1 - e^{-\eta_1}} - \frac{1}{\eta_1} *)
Definition continuous_bernoulli_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => continuous_bernoulli_member__A_has_value (update eta 1 u)) /\
  1 - exp (- eta 1%nat) <> 0 /\
  eta 1%nat <> 0 /\
  is_derive (fun u => continuous_bernoulli_member__A (update eta 1 u)) (eta 1%nat)
    (1 / (1 - exp (- eta 1%nat)) - 1 / eta 1%nat).

(* families/continuous-bernoulli.md#continuous-bernoulli-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1}{\eta_1^2} - \frac{e^{\eta_1}}{(e^{\eta_1} - 1)^2} *)
Definition continuous_bernoulli_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => continuous_bernoulli_member__A_has_value (update eta 1 u_2)))
    /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => continuous_bernoulli_member__A (update eta 1 u_2)) u) /\
  eta 1%nat ^ 2 <> 0 /\
  (exp (eta 1%nat) - 1) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => continuous_bernoulli_member__A (update eta 1 u_2)) u)
    (eta 1%nat) (1 / eta 1%nat ^ 2 - exp (eta 1%nat) / (exp (eta 1%nat) - 1) ^ 2).

(* families/continuous-bernoulli.md#continuous-bernoulli-mirror
   \log \int_0^1 e^{-s x} \, \mathrm{d}x = \log \int_0^1 e^{s x} \, \mathrm{d}x - s
   \qquad s \in [1, 8] *)
Definition continuous_bernoulli_mirror : Prop :=
  forall s : R, 1 <= s <= 8 ->
  0 <= 1 /\
  ex_RInt (fun x => exp (- (s * x))) 0 1 /\
  0 < RInt (fun x => exp (- (s * x))) 0 1 /\
  ex_RInt (fun x => exp (s * x)) 0 1 /\
  0 < RInt (fun x => exp (s * x)) 0 1 /\
  ln (RInt (fun x => exp (- (s * x))) 0 1) = ln (RInt (fun x => exp (s * x)) 0 1) - s.

(* families/erlang.md#erlang-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{x^{k - 1}}{(k - 1)!} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -k \log(-\eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition erlang_member__h (k : nat) (x : R) : R :=
  x ^ (k - 1) / INR (fact (k - 1)).

Definition erlang_member__h_has_value (k : nat) (x : R) : Prop :=
  INR (fact (k - 1)) <> 0.

(* families/erlang.md#erlang-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{x^{k - 1}}{(k - 1)!} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -k \log(-\eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition erlang_member__t (x : R) (i : nat) : R :=
  x.

(* families/erlang.md#erlang-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{x^{k - 1}}{(k - 1)!} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -k \log(-\eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition erlang_member__A (k : nat) (eta : nat -> R) : R :=
  - (INR k * ln (- eta 1%nat)).

Definition erlang_member__A_has_value (k : nat) (eta : nat -> R) : Prop :=
  0 < - eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/erlang.md#erlang-member *)
Definition erlang_member__p (k : nat) (x : R) (eta : nat -> R) : R :=
  erlang_member__h k x
    * exp (sum (range 1 1) (fun i => eta i * erlang_member__t x i) - erlang_member__A k eta).

Definition erlang_member__p_has_value (k : nat) (x : R) (eta : nat -> R) : Prop :=
  erlang_member__h_has_value k x /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  erlang_member__A_has_value k eta.

(* families/erlang.md#erlang-one-is-exponential
   p(x; \eta) = \beta e^{-\beta x}
   \qquad k = 1,\; \beta := -\eta_1 *)
Definition erlang_one_is_exponential : Prop :=
  forall k : nat, (1 <= k)%nat ->
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  INR k = 1 ->
  erlang_member__p_has_value k x eta /\
  erlang_member__p k x eta = - eta 1%nat * exp (- (- eta 1%nat * x)).

(* families/erlang.md#erlang-counts
   p(x; \eta) = -\frac{\mathrm{d}}{\mathrm{d}x} \sum_{n=0}^{k-1} \frac{(\beta x)^n e^{-\beta x}}{n!}
   \qquad \beta := -\eta_1 *)
Definition erlang_counts : Prop :=
  forall k : nat, (1 <= k)%nat ->
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  erlang_member__p_has_value k x eta /\
  (forall n, In n (range 0 (k - 1)) -> INR (fact n) <> 0) /\
  ex_derive
    (fun u =>
    sum (range 0 (k - 1))
    (fun n => (- eta 1%nat * u) ^ n * exp (- (- eta 1%nat * u)) / INR (fact n))) x /\
  erlang_member__p k x eta
    =
    - Derive
    (fun u =>
    sum (range 0 (k - 1))
    (fun n => (- eta 1%nat * u) ^ n * exp (- (- eta 1%nat * u)) / INR (fact n))) x.

(* families/erlang.md#erlang-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \frac{k}{\beta}
   \qquad \beta := -\eta_1 *)
Definition erlang_gradient : Prop :=
  forall k : nat, (1 <= k)%nat ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => erlang_member__A_has_value k (update eta 1 u)) /\
  - eta 1%nat <> 0 /\
  is_derive (fun u => erlang_member__A k (update eta 1 u)) (eta 1%nat) (INR k / - eta 1%nat).

(* families/erlang.md#erlang-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{k}{\beta^2}
   \qquad \beta := -\eta_1 *)
Definition erlang_hessian : Prop :=
  forall k : nat, (1 <= k)%nat ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => erlang_member__A_has_value k (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => erlang_member__A k (update eta 1 u_2)) u) /\
  (- eta 1%nat) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => erlang_member__A k (update eta 1 u_2)) u) (eta 1%nat)
    (INR k / (- eta 1%nat) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/erlang.md#erlang-member *)
Definition erlang_member__mu (k : nat) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => erlang_member__A k (update eta i u)) (eta i).

Definition erlang_member__mu_has_value (k : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => erlang_member__A_has_value k (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => erlang_member__A k (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/erlang.md#erlang-member *)
Definition erlang_member__N (k : nat) (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * erlang_member__mu k eta i) - erlang_member__A k eta.

Definition erlang_member__N_has_value (k : nat) (eta : nat -> R) : Prop :=
  erlang_member__mu_has_value k eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  erlang_member__A_has_value k eta.

(* families/erlang.md#erlang-conjugate
   N(\eta) = k (\log \beta - 1)
   \qquad \beta := -\eta_1 *)
Definition erlang_conjugate : Prop :=
  forall k : nat, (1 <= k)%nat ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  erlang_member__N_has_value k eta /\
  0 < - eta 1%nat /\
  erlang_member__N k eta = INR k * (ln (- eta 1%nat) - 1).

(* families/erlang.md#erlang-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = k \left(\frac{b}{\beta} - 1 - \log \frac{b}{\beta}\right)
   \qquad \beta := -\eta_1,\; b := -\zeta_1 *)
Definition erlang_divergence : Prop :=
  forall k : nat, (1 <= k)%nat ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  erlang_member__A_has_value k zeta /\
  erlang_member__A_has_value k eta /\
  erlang_member__mu_has_value k eta /\
  - eta 1%nat <> 0 /\
  0 < - zeta 1%nat / - eta 1%nat /\
  erlang_member__A k zeta - erlang_member__A k eta
    - sum (range 1 1) (fun i => erlang_member__mu k eta i * (zeta i - eta i))
    = INR k * (- zeta 1%nat / - eta 1%nat - 1 - ln (- zeta 1%nat / - eta 1%nat)).

(* families/erlang.md#erlang-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{k}{\tau}, \ldots, -\frac{k}{\tau}\right) *)
Definition erlang_fit : Prop :=
  forall k : nat, (1 <= k)%nat ->
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  erlang_member__mu_has_value k (fun i => - (INR k / tau)) /\
  erlang_member__mu k (fun i => - (INR k / tau)) 1%nat = tau.

(* families/exponential.md#exponential-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-\eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition exponential_member__h (x : R) : R :=
  1.

(* families/exponential.md#exponential-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-\eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition exponential_member__t (x : R) (i : nat) : R :=
  x.

(* families/exponential.md#exponential-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-\eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition exponential_member__A (eta : nat -> R) : R :=
  - ln (- eta 1%nat).

Definition exponential_member__A_has_value (eta : nat -> R) : Prop :=
  0 < - eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/exponential.md#exponential-member *)
Definition exponential_member__p (x : R) (eta : nat -> R) : R :=
  exponential_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * exponential_member__t x i) - exponential_member__A eta).

Definition exponential_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i < 0) /\
  exponential_member__A_has_value eta.

(* families/exponential.md#exponential-usual-density
   p(x; \eta) = \beta e^{-\beta x}
   \qquad \beta := -\eta_1 *)
Definition exponential_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  exponential_member__p_has_value x eta /\
  exponential_member__p x eta = - eta 1%nat * exp (- (- eta 1%nat * x)).

(* families/exponential.md#exponential-usual-log-normalizer
   A(\eta) = -\log \beta
   \qquad \beta := -\eta_1 *)
Definition exponential_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  exponential_member__A_has_value eta /\
  0 < - eta 1%nat /\
  exponential_member__A eta = - ln (- eta 1%nat).

(* families/exponential.md#exponential-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \frac{1}{\beta}
   \qquad \beta := -\eta_1 *)
Definition exponential_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => exponential_member__A_has_value (update eta 1 u)) /\
  - eta 1%nat <> 0 /\
  is_derive (fun u => exponential_member__A (update eta 1 u)) (eta 1%nat) (1 / - eta 1%nat).

(* families/exponential.md#exponential-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1}{\beta^2}
   \qquad \beta := -\eta_1 *)
Definition exponential_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => exponential_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => exponential_member__A (update eta 1 u_2)) u) /\
  (- eta 1%nat) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => exponential_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (1 / (- eta 1%nat) ^ 2).

(* families/exponential.md#exponential-memory
   \frac{p(a + x; \eta)}{e^{\eta_1 a}} = p(x; \eta)
   \qquad a \in \mathbb{R}_{\ge 0} *)
Definition exponential_memory : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall a : R, a >= 0 ->
  (a + x) > 0 /\
  exponential_member__p_has_value (a + x) eta /\
  exp (eta 1%nat * a) <> 0 /\
  exponential_member__p_has_value x eta /\
  exponential_member__p (a + x) eta / exp (eta 1%nat * a) = exponential_member__p x eta.

(* families/exponential.md#exponential-sum
   \int_0^c \beta e^{-\beta y} \cdot \beta e^{-\beta (c - y)} \, \mathrm{d}y = \beta^2 c \, e^{-\beta c}
   \qquad c \in \left[\tfrac{1}{8}, 8\right],\; \beta \in \left[\tfrac{1}{8}, 8\right] *)
Definition exponential_sum : Prop :=
  forall c : R, 1 / 8 <= c <= 8 ->
  forall beta : R, 1 / 8 <= beta <= 8 ->
  0 <= c /\
  ex_RInt (fun y => beta * exp (- (beta * y)) * beta * exp (- (beta * (c - y)))) 0 c /\
  RInt (fun y => beta * exp (- (beta * y)) * beta * exp (- (beta * (c - y)))) 0 c
    = beta ^ 2 * c * exp (- (beta * c)).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/exponential.md#exponential-member *)
Definition exponential_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => exponential_member__A (update eta i u)) (eta i).

Definition exponential_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => exponential_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => exponential_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/exponential.md#exponential-member *)
Definition exponential_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * exponential_member__mu eta i) - exponential_member__A eta.

Definition exponential_member__N_has_value (eta : nat -> R) : Prop :=
  exponential_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  exponential_member__A_has_value eta.

(* families/exponential.md#exponential-conjugate
   N(\eta) = \log \beta - 1
   \qquad \beta := -\eta_1 *)
Definition exponential_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  exponential_member__N_has_value eta /\
  0 < - eta 1%nat /\
  exponential_member__N eta = ln (- eta 1%nat) - 1.

(* families/exponential.md#exponential-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{\kappa}{\beta} - 1 - \log \frac{\kappa}{\beta}
   \qquad \beta := -\eta_1,\; \kappa := -\zeta_1 *)
Definition exponential_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  exponential_member__A_has_value zeta /\
  exponential_member__A_has_value eta /\
  exponential_member__mu_has_value eta /\
  - eta 1%nat <> 0 /\
  0 < - zeta 1%nat / - eta 1%nat /\
  exponential_member__A zeta - exponential_member__A eta
    - sum (range 1 1) (fun i => exponential_member__mu eta i * (zeta i - eta i))
    = - zeta 1%nat / - eta 1%nat - 1 - ln (- zeta 1%nat / - eta 1%nat).

(* families/exponential.md#exponential-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{\tau}, \ldots, -\frac{1}{\tau}\right) *)
Definition exponential_fit : Prop :=
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  exponential_member__mu_has_value (fun i => - (1 / tau)) /\
  exponential_member__mu (fun i => - (1 / tau)) 1%nat = tau.

(* families/geometric-trials.md#trials-member
   \begin{aligned}
   \mathcal{X} &:= \{1, 2, \ldots\} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \eta_1 - \log(1 - e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition trials_member__h (x : nat) : R :=
  1.

(* families/geometric-trials.md#trials-member
   \begin{aligned}
   \mathcal{X} &:= \{1, 2, \ldots\} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \eta_1 - \log(1 - e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition trials_member__t (x : nat) (i : nat) : R :=
  INR x.

(* families/geometric-trials.md#trials-member
   \begin{aligned}
   \mathcal{X} &:= \{1, 2, \ldots\} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \eta_1 - \log(1 - e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition trials_member__A (eta : nat -> R) : R :=
  eta 1%nat - ln (1 - exp (eta 1%nat)).

Definition trials_member__A_has_value (eta : nat -> R) : Prop :=
  0 < 1 - exp (eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/geometric-trials.md#trials-member *)
Definition trials_member__p (x : nat) (eta : nat -> R) : R :=
  trials_member__h x
    * exp (sum (range 1 1) (fun i => eta i * trials_member__t x i) - trials_member__A eta).

Definition trials_member__p_has_value (x : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i < 0) /\
  trials_member__A_has_value eta.

(* families/geometric-trials.md#trials-usual-density
   p(x; \eta) = q (1 - q)^{x - 1}
   \qquad q := 1 - e^{\eta_1} *)
Definition trials_usual_density : Prop :=
  forall x : nat, (1 <= x)%nat ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  trials_member__p_has_value x eta /\
  trials_member__p x eta = (1 - exp (eta 1%nat)) * (1 - (1 - exp (eta 1%nat))) ^ (x - 1).

(* families/geometric-trials.md#trials-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \frac{1}{q}
   \qquad q := 1 - e^{\eta_1} *)
Definition trials_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => trials_member__A_has_value (update eta 1 u)) /\
  1 - exp (eta 1%nat) <> 0 /\
  is_derive (fun u => trials_member__A (update eta 1 u)) (eta 1%nat) (1 / (1 - exp (eta 1%nat))).

(* families/geometric-trials.md#trials-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1 - q}{q^2}
   \qquad q := 1 - e^{\eta_1} *)
Definition trials_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => trials_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => trials_member__A (update eta 1 u_2)) u) /\
  (1 - exp (eta 1%nat)) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => trials_member__A (update eta 1 u_2)) u) (eta 1%nat)
    ((1 - (1 - exp (eta 1%nat))) / (1 - exp (eta 1%nat)) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/geometric-trials.md#trials-member *)
Definition trials_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => trials_member__A (update eta i u)) (eta i).

Definition trials_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => trials_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) -> ex_derive (fun u => trials_member__A (update eta i u)) (eta i)).

(* families/geometric-trials.md#trials-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \log \frac{q}{r} + \frac{1 - q}{q} \log \frac{1 - q}{1 - r}
   \qquad q := 1 - e^{\eta_1},\; r := 1 - e^{\zeta_1} *)
Definition trials_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  trials_member__A_has_value zeta /\
  trials_member__A_has_value eta /\
  trials_member__mu_has_value eta /\
  1 - exp (zeta 1%nat) <> 0 /\
  0 < (1 - exp (eta 1%nat)) / (1 - exp (zeta 1%nat)) /\
  1 - exp (eta 1%nat) <> 0 /\
  1 - (1 - exp (zeta 1%nat)) <> 0 /\
  0 < (1 - (1 - exp (eta 1%nat))) / (1 - (1 - exp (zeta 1%nat))) /\
  trials_member__A zeta - trials_member__A eta
    - sum (range 1 1) (fun i => trials_member__mu eta i * (zeta i - eta i))
    = ln ((1 - exp (eta 1%nat)) / (1 - exp (zeta 1%nat))) + (1 - (1 - exp (eta 1%nat)))
    / (1 - exp (eta 1%nat)) * ln ((1 - (1 - exp (eta 1%nat))) / (1 - (1 - exp (zeta 1%nat)))).

(* families/geometric-trials.md#trials-fit
   \mu(\eta)_1 = 1 + \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(\log \frac{\tau}{1 + \tau}, \ldots, \log \frac{\tau}{1 + \tau}\right) *)
Definition trials_fit : Prop :=
  forall tau : R, tau > 0 ->
  1 + tau <> 0 /\
  0 < tau / (1 + tau) /\
  trials_member__mu_has_value (fun i => ln (tau / (1 + tau))) /\
  trials_member__mu (fun i => ln (tau / (1 + tau))) 1%nat = 1 + tau.

(* families/geometric.md#geometric-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{N}_0 \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(1 - e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition geometric_member__h (x : nat) : R :=
  1.

(* families/geometric.md#geometric-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{N}_0 \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(1 - e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition geometric_member__t (x : nat) (i : nat) : R :=
  INR x.

(* families/geometric.md#geometric-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{N}_0 \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(1 - e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition geometric_member__A (eta : nat -> R) : R :=
  - ln (1 - exp (eta 1%nat)).

Definition geometric_member__A_has_value (eta : nat -> R) : Prop :=
  0 < 1 - exp (eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/geometric.md#geometric-member *)
Definition geometric_member__p (x : nat) (eta : nat -> R) : R :=
  geometric_member__h x
    * exp (sum (range 1 1) (fun i => eta i * geometric_member__t x i) - geometric_member__A eta).

Definition geometric_member__p_has_value (x : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i < 0) /\
  geometric_member__A_has_value eta.

(* families/geometric.md#geometric-usual-density
   p(x; \eta) = q (1 - q)^x
   \qquad q := 1 - e^{\eta_1} *)
Definition geometric_usual_density : Prop :=
  forall x : nat,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  geometric_member__p_has_value x eta /\
  geometric_member__p x eta = (1 - exp (eta 1%nat)) * (1 - (1 - exp (eta 1%nat))) ^ x.

(* families/geometric.md#geometric-usual-parameters
   \eta_1 = \log(1 - q)
   \qquad q := 1 - e^{\eta_1} *)
Definition geometric_usual_parameters : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  0 < 1 - (1 - exp (eta 1%nat)) /\
  eta 1%nat = ln (1 - (1 - exp (eta 1%nat))).

(* families/geometric.md#geometric-usual-log-normalizer
   A(\eta) = -\log q
   \qquad q := 1 - e^{\eta_1} *)
Definition geometric_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  geometric_member__A_has_value eta /\
  0 < 1 - exp (eta 1%nat) /\
  geometric_member__A eta = - ln (1 - exp (eta 1%nat)).

(* families/geometric.md#geometric-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \frac{1 - q}{q}
   \qquad q := 1 - e^{\eta_1} *)
Definition geometric_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => geometric_member__A_has_value (update eta 1 u)) /\
  1 - exp (eta 1%nat) <> 0 /\
  is_derive (fun u => geometric_member__A (update eta 1 u)) (eta 1%nat)
    ((1 - (1 - exp (eta 1%nat))) / (1 - exp (eta 1%nat))).

(* families/geometric.md#geometric-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1 - q}{q^2}
   \qquad q := 1 - e^{\eta_1} *)
Definition geometric_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => geometric_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => geometric_member__A (update eta 1 u_2)) u)
    /\
  (1 - exp (eta 1%nat)) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => geometric_member__A (update eta 1 u_2)) u) (eta 1%nat)
    ((1 - (1 - exp (eta 1%nat))) / (1 - exp (eta 1%nat)) ^ 2).

(* families/geometric.md#geometric-memory
   \frac{p(m + x; \eta)}{\sum_{j=0}^{\infty} p(m + j; \eta)} = p(x; \eta)
   \qquad m \in \mathbb{N}_0 *)
Definition geometric_memory : Prop :=
  forall x : nat,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall m : nat,
  geometric_member__p_has_value (m + x)%nat eta /\
  (forall j : nat, geometric_member__p_has_value (j + m)%nat eta) /\
  ex_series (fun j => geometric_member__p (j + m)%nat eta) /\
  Series (fun j => geometric_member__p (j + m)%nat eta) <> 0 /\
  geometric_member__p_has_value x eta /\
  geometric_member__p (m + x)%nat eta / Series (fun j => geometric_member__p (j + m)%nat eta)
    = geometric_member__p x eta.

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/geometric.md#geometric-member *)
Definition geometric_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => geometric_member__A (update eta i u)) (eta i).

Definition geometric_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => geometric_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => geometric_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/geometric.md#geometric-member *)
Definition geometric_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * geometric_member__mu eta i) - geometric_member__A eta.

Definition geometric_member__N_has_value (eta : nat -> R) : Prop :=
  geometric_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  geometric_member__A_has_value eta.

(* families/geometric.md#geometric-conjugate
   N(\eta) = \log q + \frac{1 - q}{q} \log(1 - q)
   \qquad q := 1 - e^{\eta_1} *)
Definition geometric_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  geometric_member__N_has_value eta /\
  0 < 1 - exp (eta 1%nat) /\
  1 - exp (eta 1%nat) <> 0 /\
  0 < 1 - (1 - exp (eta 1%nat)) /\
  geometric_member__N eta
    = ln (1 - exp (eta 1%nat)) + (1 - (1 - exp (eta 1%nat))) / (1 - exp (eta 1%nat))
    * ln (1 - (1 - exp (eta 1%nat))).

(* families/geometric.md#geometric-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \log \frac{q}{r} + \frac{1 - q}{q} \log \frac{1 - q}{1 - r}
   \qquad q := 1 - e^{\eta_1},\; r := 1 - e^{\zeta_1} *)
Definition geometric_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  geometric_member__A_has_value zeta /\
  geometric_member__A_has_value eta /\
  geometric_member__mu_has_value eta /\
  1 - exp (zeta 1%nat) <> 0 /\
  0 < (1 - exp (eta 1%nat)) / (1 - exp (zeta 1%nat)) /\
  1 - exp (eta 1%nat) <> 0 /\
  1 - (1 - exp (zeta 1%nat)) <> 0 /\
  0 < (1 - (1 - exp (eta 1%nat))) / (1 - (1 - exp (zeta 1%nat))) /\
  geometric_member__A zeta - geometric_member__A eta
    - sum (range 1 1) (fun i => geometric_member__mu eta i * (zeta i - eta i))
    = ln ((1 - exp (eta 1%nat)) / (1 - exp (zeta 1%nat))) + (1 - (1 - exp (eta 1%nat)))
    / (1 - exp (eta 1%nat)) * ln ((1 - (1 - exp (eta 1%nat))) / (1 - (1 - exp (zeta 1%nat)))).

(* families/geometric.md#geometric-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(\log \frac{\tau}{1 + \tau}, \ldots, \log \frac{\tau}{1 + \tau}\right) *)
Definition geometric_fit : Prop :=
  forall tau : R, tau > 0 ->
  1 + tau <> 0 /\
  0 < tau / (1 + tau) /\
  geometric_member__mu_has_value (fun i => ln (tau / (1 + tau))) /\
  geometric_member__mu (fun i => ln (tau / (1 + tau))) 1%nat = tau.

(* families/gompertz.md#gompertz-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= b e^{b x} \\
   t(x) &:= (1 - e^{b x}, \ldots, 1 - e^{b x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition gompertz_member__h (b : R) (x : R) : R :=
  b * exp (b * x).

(* families/gompertz.md#gompertz-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= b e^{b x} \\
   t(x) &:= (1 - e^{b x}, \ldots, 1 - e^{b x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition gompertz_member__t (b : R) (x : R) (i : nat) : R :=
  1 - exp (b * x).

(* families/gompertz.md#gompertz-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= b e^{b x} \\
   t(x) &:= (1 - e^{b x}, \ldots, 1 - e^{b x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition gompertz_member__A (eta : nat -> R) : R :=
  - ln (eta 1%nat).

Definition gompertz_member__A_has_value (eta : nat -> R) : Prop :=
  0 < eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/gompertz.md#gompertz-member *)
Definition gompertz_member__p (b : R) (x : R) (eta : nat -> R) : R :=
  gompertz_member__h b x
    * exp (sum (range 1 1) (fun i => eta i * gompertz_member__t b x i) - gompertz_member__A eta).

Definition gompertz_member__p_has_value (b : R) (x : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i > 0) /\
  gompertz_member__A_has_value eta.

(* families/gompertz.md#gompertz-usual-density
   p(x; \eta) = a b \exp\left[b x - a \left(e^{b x} - 1\right)\right]
   \qquad a := \eta_1 *)
Definition gompertz_usual_density : Prop :=
  forall b : R, 1 / 8 <= b <= 1 ->
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  gompertz_member__p_has_value b x eta /\
  gompertz_member__p b x eta = eta 1%nat * b * exp (b * x - eta 1%nat * (exp (b * x) - 1)).

(* families/gompertz.md#gompertz-hazard
   p(x; \eta) = -\frac{\mathrm{d}}{\mathrm{d}x} e^{-a \left(e^{b x} - 1\right)} = a b e^{b x} \cdot e^{-a \left(e^{b x} - 1\right)}
   \qquad a := \eta_1 *)
Definition gompertz_hazard : Prop :=
  forall b : R, 1 / 8 <= b <= 1 ->
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  gompertz_member__p_has_value b x eta /\
  ex_derive (fun u => exp (- (eta 1%nat * (exp (b * u) - 1)))) x /\
  gompertz_member__p b x eta = - Derive (fun u => exp (- (eta 1%nat * (exp (b * u) - 1)))) x /\
  - Derive (fun u => exp (- (eta 1%nat * (exp (b * u) - 1)))) x
    = eta 1%nat * b * exp (b * x) * exp (- (eta 1%nat * (exp (b * x) - 1))).

(* families/gompertz.md#gompertz-clock-is-exponential
   \frac{p\left(\log(1 + x) / b; \eta\right)}{b (1 + x)} = a e^{-a x}
   \qquad a := \eta_1 *)
Definition gompertz_clock_is_exponential : Prop :=
  forall b : R, 1 / 8 <= b <= 1 ->
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  0 < 1 + x /\
  b <> 0 /\
  (ln (1 + x) / b) > 0 /\
  gompertz_member__p_has_value b (ln (1 + x) / b) eta /\
  b * (1 + x) <> 0 /\
  gompertz_member__p b (ln (1 + x) / b) eta / (b * (1 + x)) = eta 1%nat * exp (- (eta 1%nat * x)).

(* families/gompertz.md#gompertz-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = -\frac{1}{a}
   \qquad a := \eta_1 *)
Definition gompertz_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i > 0)) /\
  locally (eta 1%nat) (fun u => gompertz_member__A_has_value (update eta 1 u)) /\
  eta 1%nat <> 0 /\
  is_derive (fun u => gompertz_member__A (update eta 1 u)) (eta 1%nat) (- (1 / eta 1%nat)).

(* families/gompertz.md#gompertz-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1}{a^2}
   \qquad a := \eta_1 *)
Definition gompertz_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i > 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => gompertz_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => gompertz_member__A (update eta 1 u_2)) u) /\
  eta 1%nat ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => gompertz_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (1 / eta 1%nat ^ 2).

(* families/gompertz.md#gompertz-shorter
   e^{-\eta_1 \left(e^{b x} - 1\right)} e^{-\zeta_1 \left(e^{b x} - 1\right)} = e^{-s \left(e^{b x} - 1\right)}
   \qquad s := \eta_1 + \zeta_1 *)
Definition gompertz_shorter : Prop :=
  forall b : R, 1 / 8 <= b <= 1 ->
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  exp (- (eta 1%nat * (exp (b * x) - 1))) * exp (- (zeta 1%nat * (exp (b * x) - 1)))
    = exp (- ((eta 1%nat + zeta 1%nat) * (exp (b * x) - 1))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/gompertz.md#gompertz-member *)
Definition gompertz_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => gompertz_member__A (update eta i u)) (eta i).

Definition gompertz_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => gompertz_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => gompertz_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/gompertz.md#gompertz-member *)
Definition gompertz_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * gompertz_member__mu eta i) - gompertz_member__A eta.

Definition gompertz_member__N_has_value (eta : nat -> R) : Prop :=
  gompertz_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i > 0) /\
  gompertz_member__A_has_value eta.

(* families/gompertz.md#gompertz-conjugate
   N(\eta) = \log a - 1
   \qquad a := \eta_1 *)
Definition gompertz_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  gompertz_member__N_has_value eta /\
  0 < eta 1%nat /\
  gompertz_member__N eta = ln (eta 1%nat) - 1.

(* families/gompertz.md#gompertz-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{c}{a} - 1 - \log \frac{c}{a}
   \qquad a := \eta_1,\; c := \zeta_1 *)
Definition gompertz_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  gompertz_member__A_has_value zeta /\
  gompertz_member__A_has_value eta /\
  gompertz_member__mu_has_value eta /\
  eta 1%nat <> 0 /\
  0 < zeta 1%nat / eta 1%nat /\
  gompertz_member__A zeta - gompertz_member__A eta
    - sum (range 1 1) (fun i => gompertz_member__mu eta i * (zeta i - eta i))
    = zeta 1%nat / eta 1%nat - 1 - ln (zeta 1%nat / eta 1%nat).

(* families/gompertz.md#gompertz-fit
   \mu(\eta)_1 = -\tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(\frac{1}{\tau}, \ldots, \frac{1}{\tau}\right) *)
Definition gompertz_fit : Prop :=
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  gompertz_member__mu_has_value (fun i => 1 / tau) /\
  gompertz_member__mu (fun i => 1 / tau) 1%nat = - tau.

(* families/gumbel.md#gumbel-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= e^{-x} \\
   t(x) &:= (-e^{-x}, \ldots, -e^{-x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition gumbel_member__h (x : R) : R :=
  exp (- x).

(* families/gumbel.md#gumbel-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= e^{-x} \\
   t(x) &:= (-e^{-x}, \ldots, -e^{-x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition gumbel_member__t (x : R) (i : nat) : R :=
  - exp (- x).

(* families/gumbel.md#gumbel-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= e^{-x} \\
   t(x) &:= (-e^{-x}, \ldots, -e^{-x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition gumbel_member__A (eta : nat -> R) : R :=
  - ln (eta 1%nat).

Definition gumbel_member__A_has_value (eta : nat -> R) : Prop :=
  0 < eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/gumbel.md#gumbel-member *)
Definition gumbel_member__p (x : R) (eta : nat -> R) : R :=
  gumbel_member__h x
    * exp (sum (range 1 1) (fun i => eta i * gumbel_member__t x i) - gumbel_member__A eta).

Definition gumbel_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i > 0) /\
  gumbel_member__A_has_value eta.

(* families/gumbel.md#gumbel-usual-density
   p(x; \eta) = \exp\left[-(x - m) - e^{-(x - m)}\right]
   \qquad m := \log \eta_1 *)
Definition gumbel_usual_density : Prop :=
  forall x : R,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  gumbel_member__p_has_value x eta /\
  0 < eta 1%nat /\
  gumbel_member__p x eta = exp (- (x - ln (eta 1%nat)) - exp (- (x - ln (eta 1%nat)))).

(* families/gumbel.md#gumbel-usual-log-normalizer
   A(\eta) = -m
   \qquad m := \log \eta_1 *)
Definition gumbel_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  gumbel_member__A_has_value eta /\
  0 < eta 1%nat /\
  gumbel_member__A eta = - ln (eta 1%nat).

(* families/gumbel.md#gumbel-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = -e^{-m}
   \qquad m := \log \eta_1 *)
Definition gumbel_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i > 0)) /\
  locally (eta 1%nat) (fun u => gumbel_member__A_has_value (update eta 1 u)) /\
  0 < eta 1%nat /\
  is_derive (fun u => gumbel_member__A (update eta 1 u)) (eta 1%nat) (- exp (- ln (eta 1%nat))).

(* families/gumbel.md#gumbel-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = e^{-2 m}
   \qquad m := \log \eta_1 *)
Definition gumbel_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i > 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => gumbel_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => gumbel_member__A (update eta 1 u_2)) u) /\
  0 < eta 1%nat /\
  is_derive (fun u => Derive (fun u_2 => gumbel_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (exp (- (2 * ln (eta 1%nat)))).

(* families/gumbel.md#gumbel-distribution-function
   p(x; \eta) = \frac{\mathrm{d}}{\mathrm{d}x} e^{-\eta_1 e^{-x}} *)
Definition gumbel_distribution_function : Prop :=
  forall x : R,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  gumbel_member__p_has_value x eta /\
  is_derive (fun u => exp (- (eta 1%nat * exp (- u)))) x (gumbel_member__p x eta).

(* families/gumbel.md#gumbel-larger
   e^{-\eta_1 e^{-x}} e^{-\zeta_1 e^{-x}} = e^{-s e^{-x}}
   \qquad s := \eta_1 + \zeta_1 *)
Definition gumbel_larger : Prop :=
  forall x : R,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  exp (- (eta 1%nat * exp (- x))) * exp (- (zeta 1%nat * exp (- x)))
    = exp (- ((eta 1%nat + zeta 1%nat) * exp (- x))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/gumbel.md#gumbel-member *)
Definition gumbel_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => gumbel_member__A (update eta i u)) (eta i).

Definition gumbel_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => gumbel_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) -> ex_derive (fun u => gumbel_member__A (update eta i u)) (eta i)).

(* families/gumbel.md#gumbel-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = e^{n - m} - 1 - (n - m)
   \qquad m := \log \eta_1,\; n := \log \zeta_1 *)
Definition gumbel_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  gumbel_member__A_has_value zeta /\
  gumbel_member__A_has_value eta /\
  gumbel_member__mu_has_value eta /\
  0 < zeta 1%nat /\
  0 < eta 1%nat /\
  gumbel_member__A zeta - gumbel_member__A eta
    - sum (range 1 1) (fun i => gumbel_member__mu eta i * (zeta i - eta i))
    = exp (ln (zeta 1%nat) - ln (eta 1%nat)) - 1 - (ln (zeta 1%nat) - ln (eta 1%nat)).

(* families/gumbel.md#gumbel-fit
   \mu(\eta)_1 = -\tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(\frac{1}{\tau}, \ldots, \frac{1}{\tau}\right) *)
Definition gumbel_fit : Prop :=
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  gumbel_member__mu_has_value (fun i => 1 / tau) /\
  gumbel_member__mu (fun i => 1 / tau) 1%nat = - tau.

(* families/half-normal.md#half-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \sqrt{\frac{2}{\pi}} \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition half_normal_member__h (x : R) : R :=
  sqrt (2 / PI).

Definition half_normal_member__h_has_value (x : R) : Prop :=
  PI <> 0 /\
  0 <= 2 / PI.

(* families/half-normal.md#half-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \sqrt{\frac{2}{\pi}} \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition half_normal_member__t (x : R) (i : nat) : R :=
  x ^ 2.

(* families/half-normal.md#half-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \sqrt{\frac{2}{\pi}} \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition half_normal_member__A (eta : nat -> R) : R :=
  - (1 / 2 * ln (- (2 * eta 1%nat))).

Definition half_normal_member__A_has_value (eta : nat -> R) : Prop :=
  0 < - (2 * eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/half-normal.md#half-normal-member *)
Definition half_normal_member__p (x : R) (eta : nat -> R) : R :=
  half_normal_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * half_normal_member__t x i) - half_normal_member__A eta).

Definition half_normal_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  half_normal_member__h_has_value x /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  half_normal_member__A_has_value eta.

(* families/half-normal.md#half-normal-usual-density
   p(x; \eta) = \sqrt{\frac{2}{\pi v}} \exp\left[-\frac{x^2}{2 v}\right]
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition half_normal_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  half_normal_member__p_has_value x eta /\
  2 * eta 1%nat <> 0 /\
  PI * - (1 / (2 * eta 1%nat)) <> 0 /\
  0 <= 2 / (PI * - (1 / (2 * eta 1%nat))) /\
  2 * - (1 / (2 * eta 1%nat)) <> 0 /\
  half_normal_member__p x eta
    = sqrt (2 / (PI * - (1 / (2 * eta 1%nat)))) * exp (- (x ^ 2 / (2 * - (1 / (2 * eta 1%nat))))).

(* families/half-normal.md#half-normal-usual-log-normalizer
   A(\eta) = \frac{1}{2} \log v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition half_normal_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  half_normal_member__A_has_value eta /\
  2 * eta 1%nat <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) /\
  half_normal_member__A eta = 1 / 2 * ln (- (1 / (2 * eta 1%nat))).

(* families/half-normal.md#half-normal-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition half_normal_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => half_normal_member__A_has_value (update eta 1 u)) /\
  2 * eta 1%nat <> 0 /\
  is_derive (fun u => half_normal_member__A (update eta 1 u)) (eta 1%nat)
    (- (1 / (2 * eta 1%nat))).

(* families/half-normal.md#half-normal-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = 2 v^2
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition half_normal_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => half_normal_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => half_normal_member__A (update eta 1 u_2)) u) /\
  2 * eta 1%nat <> 0 /\
  is_derive (fun u => Derive (fun u_2 => half_normal_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (2 * (- (1 / (2 * eta 1%nat))) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/half-normal.md#half-normal-member *)
Definition half_normal_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => half_normal_member__A (update eta i u)) (eta i).

Definition half_normal_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => half_normal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => half_normal_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/half-normal.md#half-normal-member *)
Definition half_normal_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * half_normal_member__mu eta i) - half_normal_member__A eta.

Definition half_normal_member__N_has_value (eta : nat -> R) : Prop :=
  half_normal_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  half_normal_member__A_has_value eta.

(* families/half-normal.md#half-normal-conjugate
   N(\eta) = -\frac{1}{2} - \frac{1}{2} \log v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition half_normal_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  half_normal_member__N_has_value eta /\
  2 * eta 1%nat <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) /\
  half_normal_member__N eta = - (1 / 2) - 1 / 2 * ln (- (1 / (2 * eta 1%nat))).

(* families/half-normal.md#half-normal-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{1}{2} \left(\frac{v}{w} - 1 - \log \frac{v}{w}\right)
   \qquad v := -\frac{1}{2 \eta_1},\; w := -\frac{1}{2 \zeta_1} *)
Definition half_normal_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  half_normal_member__A_has_value zeta /\
  half_normal_member__A_has_value eta /\
  half_normal_member__mu_has_value eta /\
  2 * eta 1%nat <> 0 /\
  2 * zeta 1%nat <> 0 /\
  - (1 / (2 * zeta 1%nat)) <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)) /\
  half_normal_member__A zeta - half_normal_member__A eta
    - sum (range 1 1) (fun i => half_normal_member__mu eta i * (zeta i - eta i))
    = 1 / 2
    *
    (- (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)) - 1
    - ln (- (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)))).

(* families/half-normal.md#half-normal-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{2 \tau}, \ldots, -\frac{1}{2 \tau}\right) *)
Definition half_normal_fit : Prop :=
  forall tau : R, tau > 0 ->
  2 * tau <> 0 /\
  half_normal_member__mu_has_value (fun i => - (1 / (2 * tau))) /\
  half_normal_member__mu (fun i => - (1 / (2 * tau))) 1%nat = tau.

(* families/inverse-gaussian.md#inverse-gaussian-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi x^3}} \\
   t(x) &:= \left(x, \frac{1}{x}\right) \\
   A(\eta) &:= -2 \sqrt{\eta_1 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition inverse_gaussian_member__h (x : R) : R :=
  1 / sqrt (2 * PI * x ^ 3).

Definition inverse_gaussian_member__h_has_value (x : R) : Prop :=
  0 <= 2 * PI * x ^ 3 /\
  sqrt (2 * PI * x ^ 3) <> 0.

(* families/inverse-gaussian.md#inverse-gaussian-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi x^3}} \\
   t(x) &:= \left(x, \frac{1}{x}\right) \\
   A(\eta) &:= -2 \sqrt{\eta_1 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition inverse_gaussian_member__t (x : R) (i : nat) : R :=
  if (i <=? 1)%nat then x else 1 / x.

Definition inverse_gaussian_member__t_has_value (x : R) : Prop :=
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> x <> 0)).

(* families/inverse-gaussian.md#inverse-gaussian-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi x^3}} \\
   t(x) &:= \left(x, \frac{1}{x}\right) \\
   A(\eta) &:= -2 \sqrt{\eta_1 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition inverse_gaussian_member__A (eta : nat -> R) : R :=
  - (2 * sqrt (eta 1%nat * eta 2%nat)) - 1 / 2 * ln (- (2 * eta 2%nat)).

Definition inverse_gaussian_member__A_has_value (eta : nat -> R) : Prop :=
  0 <= eta 1%nat * eta 2%nat /\
  0 < - (2 * eta 2%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/inverse-gaussian.md#inverse-gaussian-member *)
Definition inverse_gaussian_member__p (x : R) (eta : nat -> R) : R :=
  inverse_gaussian_member__h x
    * exp
    (sum (range 1 2) (fun i => eta i * inverse_gaussian_member__t x i)
    - inverse_gaussian_member__A eta).

Definition inverse_gaussian_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  inverse_gaussian_member__h_has_value x /\
  inverse_gaussian_member__t_has_value x /\
  (eta 1%nat < 0 /\ eta 2%nat < 0) /\
  inverse_gaussian_member__A_has_value eta.

(* families/inverse-gaussian.md#inverse-gaussian-usual-density
   p(x; \eta) = \sqrt{\frac{\lambda}{2 \pi x^3}} \exp\left[-\frac{\lambda (x - m)^2}{2 m^2 x}\right]
   \qquad m := \sqrt{\frac{\eta_2}{\eta_1}},\; \lambda := -2 \eta_2 *)
Definition inverse_gaussian_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (eta 1%nat < 0 /\ eta 2%nat < 0) ->
  inverse_gaussian_member__p_has_value x eta /\
  2 * PI * x ^ 3 <> 0 /\
  0 <= - (2 * eta 2%nat) / (2 * PI * x ^ 3) /\
  eta 1%nat <> 0 /\
  0 <= eta 2%nat / eta 1%nat /\
  2 * sqrt (eta 2%nat / eta 1%nat) ^ 2 * x <> 0 /\
  inverse_gaussian_member__p x eta
    = sqrt (- (2 * eta 2%nat) / (2 * PI * x ^ 3))
    * exp
    (-
    (- (2 * eta 2%nat) * (x - sqrt (eta 2%nat / eta 1%nat)) ^ 2
    / (2 * sqrt (eta 2%nat / eta 1%nat) ^ 2 * x))).

(* families/inverse-gaussian.md#inverse-gaussian-usual-parameters
   \eta = \left(-\frac{\lambda}{2 m^2}, -\frac{\lambda}{2}\right)
   \qquad m := \sqrt{\frac{\eta_2}{\eta_1}},\; \lambda := -2 \eta_2 *)
Definition inverse_gaussian_usual_parameters : Prop :=
  forall eta : nat -> R, (eta 1%nat < 0 /\ eta 2%nat < 0) ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> eta 1%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 0 <= eta 2%nat / eta 1%nat)) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * sqrt (eta 2%nat / eta 1%nat) ^ 2 <> 0)) /\
  (forall i, In i (range 1 2) -> eta i
    =
    (if (i <=? 1)%nat then - (- (2 * eta 2%nat) / (2 * sqrt (eta 2%nat / eta 1%nat) ^ 2)) else
    - (- (2 * eta 2%nat) / 2))).

(* families/inverse-gaussian.md#inverse-gaussian-usual-log-normalizer
   A(\eta) = -\frac{\lambda}{m} - \frac{1}{2} \log \lambda
   \qquad m := \sqrt{\frac{\eta_2}{\eta_1}},\; \lambda := -2 \eta_2 *)
Definition inverse_gaussian_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (eta 1%nat < 0 /\ eta 2%nat < 0) ->
  inverse_gaussian_member__A_has_value eta /\
  eta 1%nat <> 0 /\
  0 <= eta 2%nat / eta 1%nat /\
  sqrt (eta 2%nat / eta 1%nat) <> 0 /\
  0 < - (2 * eta 2%nat) /\
  inverse_gaussian_member__A eta
    = - (- (2 * eta 2%nat) / sqrt (eta 2%nat / eta 1%nat)) - 1 / 2 * ln (- (2 * eta 2%nat)).

(* families/inverse-gaussian.md#inverse-gaussian-gradient
   \nabla A(\eta) = \left(m, \frac{1}{m} + \frac{1}{\lambda}\right)
   \qquad m := \sqrt{\frac{\eta_2}{\eta_1}},\; \lambda := -2 \eta_2 *)
Definition inverse_gaussian_gradient : Prop :=
  forall eta : nat -> R, (eta 1%nat < 0 /\ eta 2%nat < 0) ->
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => inverse_gaussian_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> eta 1%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 0 <= eta 2%nat / eta 1%nat)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> eta 1%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 0 <= eta 2%nat / eta 1%nat)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> sqrt (eta 2%nat / eta 1%nat) <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> - (2 * eta 2%nat) <> 0)) /\
  (forall i, In i (range 1 2) ->
    is_derive (fun u => inverse_gaussian_member__A (update eta i u)) (eta i)
    (if (i <=? 1)%nat then sqrt (eta 2%nat / eta 1%nat) else 1 / sqrt (eta 2%nat / eta 1%nat) + 1
    / - (2 * eta 2%nat))).

(* families/inverse-gaussian.md#inverse-gaussian-hessian
   \nabla^2 A(\eta) = \begin{pmatrix} \frac{m^3}{\lambda} & -\frac{m}{\lambda} \\ -\frac{m}{\lambda} & \frac{1}{m \lambda} + \frac{2}{\lambda^2} \end{pmatrix}
   \qquad m := \sqrt{\frac{\eta_2}{\eta_1}},\; \lambda := -2 \eta_2 *)
Definition inverse_gaussian_hessian : Prop :=
  forall eta : nat -> R, (eta 1%nat < 0 /\ eta 2%nat < 0) ->
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => inverse_gaussian_member__A_has_value (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => inverse_gaussian_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((i <= 1)%nat -> ((i_2 <= 1)%nat -> eta 1%nat <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((i <= 1)%nat -> ((i_2 <= 1)%nat -> 0 <= eta 2%nat / eta 1%nat)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((i <= 1)%nat -> ((i_2 <= 1)%nat -> - (2 * eta 2%nat) <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((i <= 1)%nat -> ((1 < i_2)%nat -> eta 1%nat <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((i <= 1)%nat -> ((1 < i_2)%nat -> 0 <= eta 2%nat / eta 1%nat)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((i <= 1)%nat -> ((1 < i_2)%nat -> - (2 * eta 2%nat) <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((1 < i)%nat -> ((i_2 <= 1)%nat -> eta 1%nat <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((1 < i)%nat -> ((i_2 <= 1)%nat -> 0 <= eta 2%nat / eta 1%nat)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((1 < i)%nat -> ((i_2 <= 1)%nat -> - (2 * eta 2%nat) <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((1 < i)%nat -> ((1 < i_2)%nat -> eta 1%nat <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((1 < i)%nat -> ((1 < i_2)%nat -> 0 <= eta 2%nat / eta 1%nat)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((1 < i)%nat -> ((1 < i_2)%nat -> sqrt (eta 2%nat / eta 1%nat) * - (2 * eta 2%nat) <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    ((1 < i)%nat -> ((1 < i_2)%nat -> (- (2 * eta 2%nat)) ^ 2 <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => inverse_gaussian_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then sqrt (eta 2%nat / eta 1%nat) ^ 3 /
    - (2 * eta 2%nat) else
    - (sqrt (eta 2%nat / eta 1%nat) / - (2 * eta 2%nat)) else if (i_2 <=? 1)%nat then
    - (sqrt (eta 2%nat / eta 1%nat) / - (2 * eta 2%nat)) else 1
    / (sqrt (eta 2%nat / eta 1%nat) * - (2 * eta 2%nat)) + 2 / (- (2 * eta 2%nat)) ^ 2))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/inverse-gaussian.md#inverse-gaussian-member *)
Definition inverse_gaussian_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => inverse_gaussian_member__A (update eta i u)) (eta i).

Definition inverse_gaussian_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => inverse_gaussian_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 2) ->
    ex_derive (fun u => inverse_gaussian_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/inverse-gaussian.md#inverse-gaussian-member *)
Definition inverse_gaussian_member__N (eta : nat -> R) : R :=
  sum (range 1 2) (fun i => eta i * inverse_gaussian_member__mu eta i)
    - inverse_gaussian_member__A eta.

Definition inverse_gaussian_member__N_has_value (eta : nat -> R) : Prop :=
  inverse_gaussian_member__mu_has_value eta /\
  (eta 1%nat < 0 /\ eta 2%nat < 0) /\
  inverse_gaussian_member__A_has_value eta.

(* families/inverse-gaussian.md#inverse-gaussian-conjugate
   N(\eta) = \frac{1}{2} \log \lambda - \frac{1}{2}
   \qquad \lambda := -2 \eta_2 *)
Definition inverse_gaussian_conjugate : Prop :=
  forall eta : nat -> R, (eta 1%nat < 0 /\ eta 2%nat < 0) ->
  inverse_gaussian_member__N_has_value eta /\
  0 < - (2 * eta 2%nat) /\
  inverse_gaussian_member__N eta = 1 / 2 * ln (- (2 * eta 2%nat)) - 1 / 2.

(* families/inverse-gaussian.md#inverse-gaussian-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{\kappa (m - n)^2}{2 m n^2} + \frac{1}{2} \left(\frac{\kappa}{\lambda} - 1 - \log \frac{\kappa}{\lambda}\right)
   \qquad m := \sqrt{\frac{\eta_2}{\eta_1}},\; \lambda := -2 \eta_2,\; n := \sqrt{\frac{\zeta_2}{\zeta_1}},\; \kappa := -2 \zeta_2 *)
Definition inverse_gaussian_divergence : Prop :=
  forall eta : nat -> R, (eta 1%nat < 0 /\ eta 2%nat < 0) ->
  forall zeta : nat -> R, (zeta 1%nat < 0 /\ zeta 2%nat < 0) ->
  inverse_gaussian_member__A_has_value zeta /\
  inverse_gaussian_member__A_has_value eta /\
  inverse_gaussian_member__mu_has_value eta /\
  eta 1%nat <> 0 /\
  0 <= eta 2%nat / eta 1%nat /\
  zeta 1%nat <> 0 /\
  0 <= zeta 2%nat / zeta 1%nat /\
  2 * sqrt (eta 2%nat / eta 1%nat) * sqrt (zeta 2%nat / zeta 1%nat) ^ 2 <> 0 /\
  - (2 * eta 2%nat) <> 0 /\
  0 < - (2 * zeta 2%nat) / - (2 * eta 2%nat) /\
  inverse_gaussian_member__A zeta - inverse_gaussian_member__A eta
    - sum (range 1 2) (fun i => inverse_gaussian_member__mu eta i * (zeta i - eta i))
    = - (2 * zeta 2%nat) * (sqrt (eta 2%nat / eta 1%nat) - sqrt (zeta 2%nat / zeta 1%nat)) ^ 2
    / (2 * sqrt (eta 2%nat / eta 1%nat) * sqrt (zeta 2%nat / zeta 1%nat) ^ 2) + 1 / 2
    * (- (2 * zeta 2%nat) / - (2 * eta 2%nat) - 1 - ln (- (2 * zeta 2%nat) / - (2 * eta 2%nat))).

(* families/inverse-gaussian.md#inverse-gaussian-fit
   \mu(\eta) = \left(m, \frac{1}{m} + c\right)
   \qquad m \in \mathbb{R}_{>0},\; c \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{2 c m^2}, -\frac{1}{2 c}\right) *)
Definition inverse_gaussian_fit : Prop :=
  forall m : R, m > 0 ->
  forall c : R, c > 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * c * m ^ 2 <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * c <> 0)) /\
  inverse_gaussian_member__mu_has_value
    (fun i => if (i <=? 1)%nat then - (1 / (2 * c * m ^ 2)) else - (1 / (2 * c))) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> m <> 0)) /\
  (forall i, In i (range 1 2) ->
    inverse_gaussian_member__mu
    (fun i => if (i <=? 1)%nat then - (1 / (2 * c * m ^ 2)) else - (1 / (2 * c))) i
    = (if (i <=? 1)%nat then m else 1 / m + c)).

(* families/ising-ring.md#ising-ring-member
   \begin{aligned}
   \mathcal{X} &:= \{-1, 1\}^n \\
   d &:= 2 \\
   h(x) &:= 1 \\
   t(x) &:= \left(\sum_{i=1}^{n} x_i, x_n x_1 + \sum_{i=1}^{n - 1} x_i x_{i+1}\right) \\
   A(\eta) &:= \log \operatorname{tr} \begin{pmatrix} e^{\eta_2 + \eta_1} & e^{-\eta_2} \\ e^{-\eta_2} & e^{\eta_2 - \eta_1} \end{pmatrix}^n \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition ising_ring_member__A (n : nat) (eta : nat -> R) : R :=
  ln (sum (range 1 2)
    (fun i =>
    matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i i)).

Definition ising_ring_member__A_has_value (n : nat) (eta : nat -> R) : Prop :=
  0 < sum (range 1 2)
    (fun i =>
    matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i i).

(* families/ising-ring.md#ising-ring-eigenvalues
   A(\eta) = \log\left((w + r)^n + (w - r)^n\right)
   \qquad w := e^{\eta_2} \cosh \eta_1,\; r := \sqrt{e^{2 \eta_2} (\cosh \eta_1)^2 - e^{2 \eta_2} + e^{-2 \eta_2}} *)
Definition ising_ring_eigenvalues : Prop :=
  forall n : nat, In n (range 3 5) ->
  forall eta : nat -> R,
  ising_ring_member__A_has_value n eta /\
  0 <= exp (2 * eta 2%nat) * cosh (eta 1%nat) ^ 2 - exp (2 * eta 2%nat)
    + exp (- (2 * eta 2%nat)) /\
  0 <
    (exp (eta 2%nat) * cosh (eta 1%nat)
    + sqrt
    (exp (2 * eta 2%nat) * cosh (eta 1%nat) ^ 2 - exp (2 * eta 2%nat) + exp (- (2 * eta 2%nat))))
    ^ n
    +
    (exp (eta 2%nat) * cosh (eta 1%nat)
    - sqrt
    (exp (2 * eta 2%nat) * cosh (eta 1%nat) ^ 2 - exp (2 * eta 2%nat) + exp (- (2 * eta 2%nat))))
    ^ n /\
  ising_ring_member__A n eta
    = ln
    ((exp (eta 2%nat) * cosh (eta 1%nat)
    + sqrt
    (exp (2 * eta 2%nat) * cosh (eta 1%nat) ^ 2 - exp (2 * eta 2%nat) + exp (- (2 * eta 2%nat))))
    ^ n
    +
    (exp (eta 2%nat) * cosh (eta 1%nat)
    - sqrt
    (exp (2 * eta 2%nat) * cosh (eta 1%nat) ^ 2 - exp (2 * eta 2%nat) + exp (- (2 * eta 2%nat))))
    ^ n).

(* families/ising-ring.md#ising-ring-gradient
   \nabla A(\eta) = \frac{n}{\operatorname{tr} T^n} \left(\operatorname{tr}(S T^n), \operatorname{tr}(S T S T^{n - 1})\right)
   \qquad b := \eta_1,\; c := \eta_2,\; T := \begin{pmatrix} e^{c + b} & e^{-c} \\ e^{-c} & e^{c - b} \end{pmatrix},\; S := \begin{pmatrix} 1 & 0 \\ 0 & -1 \end{pmatrix} *)
Definition ising_ring_gradient : Prop :=
  forall n : nat, In n (range 3 5) ->
  forall eta : nat -> R,
  sum (range 1 2)
    (fun i =>
    matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i i) <> 0 /\
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => ising_ring_member__A_has_value n (update eta i u))) /\
  (forall i, In i (range 1 2) ->
    is_derive (fun u => ising_ring_member__A n (update eta i u)) (eta i)
    (INR n
    / sum (range 1 2)
    (fun i =>
    matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i i)
    *
    (if (i <=? 1)%nat then sum (range 1 2)
    (fun i_2 =>
    sum (range 1 2)
    (fun i_3 =>
    (if (i_2 <=? 1)%nat then if (i_3 <=? 1)%nat then 1 else 0 else if (i_3 <=? 1)%nat then 0 else
    - 1)
    * matrix_power 2
    (fun i_2 =>
    (fun i_3 =>
    if (i_2 <=? 1)%nat then if (i_3 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_3 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i_3 i_2)) else sum (range 1 2)
    (fun i_2 =>
    sum (range 1 2)
    (fun i_3 =>
    sum (range 1 2)
    (fun i_4 =>
    sum (range 1 2)
    (fun i_5 =>
    (if (i_2 <=? 1)%nat then if (i_5 <=? 1)%nat then 1 else 0 else if (i_5 <=? 1)%nat then 0 else
    - 1)
    *
    (if (i_5 <=? 1)%nat then if (i_4 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_4 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat)))
    *
    (if (i_4 <=? 1)%nat then if (i_3 <=? 1)%nat then 1 else 0 else if (i_3 <=? 1)%nat then 0 else
    - 1))
    * matrix_power 2
    (fun i_2 =>
    (fun i_3 =>
    if (i_2 <=? 1)%nat then if (i_3 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_3 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) (n - 1) i_3 i_2))))).

(* families/ising-ring.md#ising-ring-flipped
   A(\eta) = A(\zeta)
   \qquad \zeta := (-\eta_1, \eta_2) *)
Definition ising_ring_flipped : Prop :=
  forall n : nat, In n (range 3 5) ->
  forall eta : nat -> R,
  ising_ring_member__A_has_value n eta /\
  ising_ring_member__A_has_value n (fun i => if (i <=? 1)%nat then - eta 1%nat else eta 2%nat) /\
  ising_ring_member__A n eta
    = ising_ring_member__A n (fun i => if (i <=? 1)%nat then - eta 1%nat else eta 2%nat).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/ising-ring.md#ising-ring-member *)
Definition ising_ring_member__mu (n : nat) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => ising_ring_member__A n (update eta i u)) (eta i).

Definition ising_ring_member__mu_has_value (n : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => ising_ring_member__A_has_value n (update eta i u))) /\
  (forall i, In i (range 1 2) ->
    ex_derive (fun u => ising_ring_member__A n (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/ising-ring.md#ising-ring-member *)
Definition ising_ring_member__N (n : nat) (eta : nat -> R) : R :=
  sum (range 1 2) (fun i => eta i * ising_ring_member__mu n eta i) - ising_ring_member__A n eta.

Definition ising_ring_member__N_has_value (n : nat) (eta : nat -> R) : Prop :=
  ising_ring_member__mu_has_value n eta /\
  ising_ring_member__A_has_value n eta.

(* families/ising-ring.md#ising-ring-conjugate
   N(\eta) = \frac{n}{\operatorname{tr} T^n} \left(b \operatorname{tr}(S T^n) + c \operatorname{tr}(S T S T^{n - 1})\right) - \log \operatorname{tr} T^n
   \qquad b := \eta_1,\; c := \eta_2,\; T := \begin{pmatrix} e^{c + b} & e^{-c} \\ e^{-c} & e^{c - b} \end{pmatrix},\; S := \begin{pmatrix} 1 & 0 \\ 0 & -1 \end{pmatrix} *)
Definition ising_ring_conjugate : Prop :=
  forall n : nat, In n (range 3 5) ->
  forall eta : nat -> R,
  ising_ring_member__N_has_value n eta /\
  sum (range 1 2)
    (fun i =>
    matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i i) <> 0 /\
  0 < sum (range 1 2)
    (fun i =>
    matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i i) /\
  ising_ring_member__N n eta
    = INR n
    / sum (range 1 2)
    (fun i =>
    matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i i)
    *
    (eta 1%nat
    * sum (range 1 2)
    (fun i =>
    sum (range 1 2)
    (fun i_2 =>
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then 1 else 0 else if (i_2 <=? 1)%nat then 0 else
    - 1)
    * matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i_2 i)) + eta 2%nat
    * sum (range 1 2)
    (fun i =>
    sum (range 1 2)
    (fun i_2 =>
    sum (range 1 2)
    (fun i_3 =>
    sum (range 1 2)
    (fun i_4 =>
    (if (i <=? 1)%nat then if (i_4 <=? 1)%nat then 1 else 0 else if (i_4 <=? 1)%nat then 0 else
    - 1)
    *
    (if (i_4 <=? 1)%nat then if (i_3 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_3 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat)))
    *
    (if (i_3 <=? 1)%nat then if (i_2 <=? 1)%nat then 1 else 0 else if (i_2 <=? 1)%nat then 0 else
    - 1))
    * matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) (n - 1) i_2 i)))
    - ln
    (sum (range 1 2)
    (fun i =>
    matrix_power 2
    (fun i =>
    (fun i_2 =>
    if (i <=? 1)%nat then if (i_2 <=? 1)%nat then exp (eta 2%nat + eta 1%nat) else exp
    (- eta 2%nat) else if (i_2 <=? 1)%nat then exp (- eta 2%nat) else exp
    (eta 2%nat - eta 1%nat))) n i i)).

(* families/kumaraswamy.md#kumaraswamy-member
   \begin{aligned}
   \mathcal{X} &:= (0, 1) \\
   d &:= 1 \\
   h(x) &:= \frac{a \, x^{a - 1}}{1 - x^a} \\
   t(x) &:= (\log(1 - x^a), \ldots, \log(1 - x^a)) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition kumaraswamy_member__h (a : R) (x : R) : R :=
  a * Rpower x (a - 1) / (1 - Rpower x a).

Definition kumaraswamy_member__h_has_value (a : R) (x : R) : Prop :=
  0 < x /\
  1 - Rpower x a <> 0.

(* families/kumaraswamy.md#kumaraswamy-member
   \begin{aligned}
   \mathcal{X} &:= (0, 1) \\
   d &:= 1 \\
   h(x) &:= \frac{a \, x^{a - 1}}{1 - x^a} \\
   t(x) &:= (\log(1 - x^a), \ldots, \log(1 - x^a)) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition kumaraswamy_member__t (a : R) (x : R) (i : nat) : R :=
  ln (1 - Rpower x a).

Definition kumaraswamy_member__t_has_value (a : R) (x : R) : Prop :=
  0 < x /\
  0 < 1 - Rpower x a.

(* families/kumaraswamy.md#kumaraswamy-member
   \begin{aligned}
   \mathcal{X} &:= (0, 1) \\
   d &:= 1 \\
   h(x) &:= \frac{a \, x^{a - 1}}{1 - x^a} \\
   t(x) &:= (\log(1 - x^a), \ldots, \log(1 - x^a)) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition kumaraswamy_member__A (eta : nat -> R) : R :=
  - ln (eta 1%nat).

Definition kumaraswamy_member__A_has_value (eta : nat -> R) : Prop :=
  0 < eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/kumaraswamy.md#kumaraswamy-member *)
Definition kumaraswamy_member__p (a : R) (x : R) (eta : nat -> R) : R :=
  kumaraswamy_member__h a x
    * exp
    (sum (range 1 1) (fun i => eta i * kumaraswamy_member__t a x i) - kumaraswamy_member__A eta).

Definition kumaraswamy_member__p_has_value (a : R) (x : R) (eta : nat -> R) : Prop :=
  kumaraswamy_member__h_has_value a x /\
  kumaraswamy_member__t_has_value a x /\
  (forall i, In i (range 1 1) -> eta i > 0) /\
  kumaraswamy_member__A_has_value eta.

(* families/kumaraswamy.md#kumaraswamy-usual-density
   p(x; \eta) = a b x^{a - 1} (1 - x^a)^{b - 1}
   \qquad b := \eta_1 *)
Definition kumaraswamy_usual_density : Prop :=
  forall a : R, 1 / 4 <= a <= 4 ->
  forall x : R, 0 < x < 1 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  kumaraswamy_member__p_has_value a x eta /\
  0 < x /\
  0 < 1 - Rpower x a /\
  kumaraswamy_member__p a x eta
    = a * eta 1%nat * Rpower x (a - 1) * Rpower (1 - Rpower x a) (eta 1%nat - 1).

(* families/kumaraswamy.md#kumaraswamy-distribution-function
   p(x; \eta) = -\frac{\mathrm{d}}{\mathrm{d}x} (1 - x^a)^b
   \qquad b := \eta_1 *)
Definition kumaraswamy_distribution_function : Prop :=
  forall a : R, 1 / 4 <= a <= 4 ->
  forall x : R, 0 < x < 1 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  kumaraswamy_member__p_has_value a x eta /\
  locally x (fun u => 0 < u) /\
  locally x (fun u => 0 < 1 - Rpower u a) /\
  ex_derive (fun u => Rpower (1 - Rpower u a) (eta 1%nat)) x /\
  kumaraswamy_member__p a x eta = - Derive (fun u => Rpower (1 - Rpower u a) (eta 1%nat)) x.

(* families/kumaraswamy.md#kumaraswamy-complement-is-power
   p\left((1 - x)^{1 / a}; \eta\right) \frac{(1 - x)^{1 / a - 1}}{a} = b x^{b - 1}
   \qquad b := \eta_1 *)
Definition kumaraswamy_complement_is_power : Prop :=
  forall a : R, 1 / 4 <= a <= 4 ->
  forall x : R, 0 < x < 1 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  0 < 1 - x /\
  a <> 0 /\
  0 < (Rpower (1 - x) (1 / a)) < 1 /\
  kumaraswamy_member__p_has_value a (Rpower (1 - x) (1 / a)) eta /\
  0 < x /\
  kumaraswamy_member__p a (Rpower (1 - x) (1 / a)) eta * (Rpower (1 - x) (1 / a - 1) / a)
    = eta 1%nat * Rpower x (eta 1%nat - 1).

(* families/kumaraswamy.md#kumaraswamy-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = -\frac{1}{b}
   \qquad b := \eta_1 *)
Definition kumaraswamy_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i > 0)) /\
  locally (eta 1%nat) (fun u => kumaraswamy_member__A_has_value (update eta 1 u)) /\
  eta 1%nat <> 0 /\
  is_derive (fun u => kumaraswamy_member__A (update eta 1 u)) (eta 1%nat) (- (1 / eta 1%nat)).

(* families/kumaraswamy.md#kumaraswamy-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1}{b^2}
   \qquad b := \eta_1 *)
Definition kumaraswamy_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i > 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => kumaraswamy_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => kumaraswamy_member__A (update eta 1 u_2)) u) /\
  eta 1%nat ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => kumaraswamy_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (1 / eta 1%nat ^ 2).

(* families/kumaraswamy.md#kumaraswamy-smaller
   (1 - x^a)^b (1 - x^a)^c = (1 - x^a)^s
   \qquad b := \eta_1,\; c := \zeta_1,\; s := \eta_1 + \zeta_1 *)
Definition kumaraswamy_smaller : Prop :=
  forall a : R, 1 / 4 <= a <= 4 ->
  forall x : R, 0 < x < 1 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  0 < x /\
  0 < 1 - Rpower x a /\
  Rpower (1 - Rpower x a) (eta 1%nat) * Rpower (1 - Rpower x a) (zeta 1%nat)
    = Rpower (1 - Rpower x a) (eta 1%nat + zeta 1%nat).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/kumaraswamy.md#kumaraswamy-member *)
Definition kumaraswamy_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => kumaraswamy_member__A (update eta i u)) (eta i).

Definition kumaraswamy_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => kumaraswamy_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => kumaraswamy_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/kumaraswamy.md#kumaraswamy-member *)
Definition kumaraswamy_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * kumaraswamy_member__mu eta i) - kumaraswamy_member__A eta.

Definition kumaraswamy_member__N_has_value (eta : nat -> R) : Prop :=
  kumaraswamy_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i > 0) /\
  kumaraswamy_member__A_has_value eta.

(* families/kumaraswamy.md#kumaraswamy-conjugate
   N(\eta) = \log b - 1
   \qquad b := \eta_1 *)
Definition kumaraswamy_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  kumaraswamy_member__N_has_value eta /\
  0 < eta 1%nat /\
  kumaraswamy_member__N eta = ln (eta 1%nat) - 1.

(* families/kumaraswamy.md#kumaraswamy-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{c}{b} - 1 - \log \frac{c}{b}
   \qquad b := \eta_1,\; c := \zeta_1 *)
Definition kumaraswamy_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  kumaraswamy_member__A_has_value zeta /\
  kumaraswamy_member__A_has_value eta /\
  kumaraswamy_member__mu_has_value eta /\
  eta 1%nat <> 0 /\
  0 < zeta 1%nat / eta 1%nat /\
  kumaraswamy_member__A zeta - kumaraswamy_member__A eta
    - sum (range 1 1) (fun i => kumaraswamy_member__mu eta i * (zeta i - eta i))
    = zeta 1%nat / eta 1%nat - 1 - ln (zeta 1%nat / eta 1%nat).

(* families/kumaraswamy.md#kumaraswamy-fit
   \mu(\eta)_1 = -\tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(\frac{1}{\tau}, \ldots, \frac{1}{\tau}\right) *)
Definition kumaraswamy_fit : Prop :=
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  kumaraswamy_member__mu_has_value (fun i => 1 / tau) /\
  kumaraswamy_member__mu (fun i => 1 / tau) 1%nat = - tau.

(* families/laplace.md#laplace-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (|x|, \ldots, |x|) \in \mathbb{R}^d \\
   A(\eta) &:= \log\left(-\frac{2}{\eta_1}\right) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition laplace_member__h (x : R) : R :=
  1.

(* families/laplace.md#laplace-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (|x|, \ldots, |x|) \in \mathbb{R}^d \\
   A(\eta) &:= \log\left(-\frac{2}{\eta_1}\right) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition laplace_member__t (x : R) (i : nat) : R :=
  Rabs x.

(* families/laplace.md#laplace-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (|x|, \ldots, |x|) \in \mathbb{R}^d \\
   A(\eta) &:= \log\left(-\frac{2}{\eta_1}\right) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition laplace_member__A (eta : nat -> R) : R :=
  ln (- (2 / eta 1%nat)).

Definition laplace_member__A_has_value (eta : nat -> R) : Prop :=
  eta 1%nat <> 0 /\
  0 < - (2 / eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/laplace.md#laplace-member *)
Definition laplace_member__p (x : R) (eta : nat -> R) : R :=
  laplace_member__h x
    * exp (sum (range 1 1) (fun i => eta i * laplace_member__t x i) - laplace_member__A eta).

Definition laplace_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i < 0) /\
  laplace_member__A_has_value eta.

(* families/laplace.md#laplace-usual-density
   p(x; \eta) = \frac{1}{2 b} \exp\left[-\frac{|x|}{b}\right]
   \qquad b := -\frac{1}{\eta_1} *)
Definition laplace_usual_density : Prop :=
  forall x : R,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  laplace_member__p_has_value x eta /\
  eta 1%nat <> 0 /\
  2 * - (1 / eta 1%nat) <> 0 /\
  - (1 / eta 1%nat) <> 0 /\
  laplace_member__p x eta = 1 / (2 * - (1 / eta 1%nat)) * exp (- (Rabs x / - (1 / eta 1%nat))).

(* families/laplace.md#laplace-usual-log-normalizer
   A(\eta) = \log(2 b)
   \qquad b := -\frac{1}{\eta_1} *)
Definition laplace_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  laplace_member__A_has_value eta /\
  eta 1%nat <> 0 /\
  0 < 2 * - (1 / eta 1%nat) /\
  laplace_member__A eta = ln (2 * - (1 / eta 1%nat)).

(* families/laplace.md#laplace-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = b
   \qquad b := -\frac{1}{\eta_1} *)
Definition laplace_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => laplace_member__A_has_value (update eta 1 u)) /\
  eta 1%nat <> 0 /\
  is_derive (fun u => laplace_member__A (update eta 1 u)) (eta 1%nat) (- (1 / eta 1%nat)).

(* families/laplace.md#laplace-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = b^2
   \qquad b := -\frac{1}{\eta_1} *)
Definition laplace_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => laplace_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => laplace_member__A (update eta 1 u_2)) u) /\
  eta 1%nat <> 0 /\
  is_derive (fun u => Derive (fun u_2 => laplace_member__A (update eta 1 u_2)) u) (eta 1%nat)
    ((- (1 / eta 1%nat)) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/laplace.md#laplace-member *)
Definition laplace_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => laplace_member__A (update eta i u)) (eta i).

Definition laplace_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => laplace_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) -> ex_derive (fun u => laplace_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/laplace.md#laplace-member *)
Definition laplace_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * laplace_member__mu eta i) - laplace_member__A eta.

Definition laplace_member__N_has_value (eta : nat -> R) : Prop :=
  laplace_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  laplace_member__A_has_value eta.

(* families/laplace.md#laplace-conjugate
   N(\eta) = -1 - \log(2 b)
   \qquad b := -\frac{1}{\eta_1} *)
Definition laplace_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  laplace_member__N_has_value eta /\
  eta 1%nat <> 0 /\
  0 < 2 * - (1 / eta 1%nat) /\
  laplace_member__N eta = - 1 - ln (2 * - (1 / eta 1%nat)).

(* families/laplace.md#laplace-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{b}{c} - 1 - \log \frac{b}{c}
   \qquad b := -\frac{1}{\eta_1},\; c := -\frac{1}{\zeta_1} *)
Definition laplace_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  laplace_member__A_has_value zeta /\
  laplace_member__A_has_value eta /\
  laplace_member__mu_has_value eta /\
  eta 1%nat <> 0 /\
  zeta 1%nat <> 0 /\
  - (1 / zeta 1%nat) <> 0 /\
  0 < - (1 / eta 1%nat) / - (1 / zeta 1%nat) /\
  laplace_member__A zeta - laplace_member__A eta
    - sum (range 1 1) (fun i => laplace_member__mu eta i * (zeta i - eta i))
    = - (1 / eta 1%nat) / - (1 / zeta 1%nat) - 1 - ln (- (1 / eta 1%nat) / - (1 / zeta 1%nat)).

(* families/laplace.md#laplace-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{\tau}, \ldots, -\frac{1}{\tau}\right) *)
Definition laplace_fit : Prop :=
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  laplace_member__mu_has_value (fun i => - (1 / tau)) /\
  laplace_member__mu (fun i => - (1 / tau)) 1%nat = tau.

(* families/levy.md#levy-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{x^{-3 / 2}}{\sqrt{2 \pi}} \\
   t(x) &:= (\frac{1}{x}, \ldots, \frac{1}{x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition levy_member__h (x : R) : R :=
  Rpower x (- (3 / 2)) / sqrt (2 * PI).

Definition levy_member__h_has_value (x : R) : Prop :=
  0 < x /\
  0 <= 2 * PI /\
  sqrt (2 * PI) <> 0.

(* families/levy.md#levy-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{x^{-3 / 2}}{\sqrt{2 \pi}} \\
   t(x) &:= (\frac{1}{x}, \ldots, \frac{1}{x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition levy_member__t (x : R) (i : nat) : R :=
  1 / x.

Definition levy_member__t_has_value (x : R) : Prop :=
  x <> 0.

(* families/levy.md#levy-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{x^{-3 / 2}}{\sqrt{2 \pi}} \\
   t(x) &:= (\frac{1}{x}, \ldots, \frac{1}{x}) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition levy_member__A (eta : nat -> R) : R :=
  - (1 / 2 * ln (- (2 * eta 1%nat))).

Definition levy_member__A_has_value (eta : nat -> R) : Prop :=
  0 < - (2 * eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/levy.md#levy-member *)
Definition levy_member__p (x : R) (eta : nat -> R) : R :=
  levy_member__h x
    * exp (sum (range 1 1) (fun i => eta i * levy_member__t x i) - levy_member__A eta).

Definition levy_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  levy_member__h_has_value x /\
  levy_member__t_has_value x /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  levy_member__A_has_value eta.

(* families/levy.md#levy-usual-density
   p(x; \eta) = \sqrt{\frac{c}{2 \pi}} \, x^{-3 / 2} \exp\left[-\frac{c}{2 x}\right]
   \qquad c := -2 \eta_1 *)
Definition levy_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  levy_member__p_has_value x eta /\
  2 * PI <> 0 /\
  0 <= - (2 * eta 1%nat) / (2 * PI) /\
  0 < x /\
  2 * x <> 0 /\
  levy_member__p x eta
    = sqrt (- (2 * eta 1%nat) / (2 * PI)) * Rpower x (- (3 / 2))
    * exp (- (- (2 * eta 1%nat) / (2 * x))).

(* families/levy.md#levy-usual-log-normalizer
   A(\eta) = -\frac{1}{2} \log c
   \qquad c := -2 \eta_1 *)
Definition levy_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  levy_member__A_has_value eta /\
  0 < - (2 * eta 1%nat) /\
  levy_member__A eta = - (1 / 2 * ln (- (2 * eta 1%nat))).

(* families/levy.md#levy-root-is-half-normal
   p\left(\frac{1}{x^2}; \eta\right) \frac{2}{x^3} = \sqrt{\frac{2}{\pi v}} \exp\left[-\frac{x^2}{2 v}\right]
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition levy_root_is_half_normal : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  x ^ 2 <> 0 /\
  (1 / x ^ 2) > 0 /\
  levy_member__p_has_value (1 / x ^ 2) eta /\
  x ^ 3 <> 0 /\
  2 * eta 1%nat <> 0 /\
  PI * - (1 / (2 * eta 1%nat)) <> 0 /\
  0 <= 2 / (PI * - (1 / (2 * eta 1%nat))) /\
  2 * - (1 / (2 * eta 1%nat)) <> 0 /\
  levy_member__p (1 / x ^ 2) eta * (2 / x ^ 3)
    = sqrt (2 / (PI * - (1 / (2 * eta 1%nat)))) * exp (- (x ^ 2 / (2 * - (1 / (2 * eta 1%nat))))).

(* families/levy.md#levy-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \frac{1}{c}
   \qquad c := -2 \eta_1 *)
Definition levy_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => levy_member__A_has_value (update eta 1 u)) /\
  - (2 * eta 1%nat) <> 0 /\
  is_derive (fun u => levy_member__A (update eta 1 u)) (eta 1%nat) (1 / - (2 * eta 1%nat)).

(* families/levy.md#levy-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{2}{c^2}
   \qquad c := -2 \eta_1 *)
Definition levy_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => levy_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => levy_member__A (update eta 1 u_2)) u) /\
  (- (2 * eta 1%nat)) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => levy_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (2 / (- (2 * eta 1%nat)) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/levy.md#levy-member *)
Definition levy_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => levy_member__A (update eta i u)) (eta i).

Definition levy_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => levy_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) -> ex_derive (fun u => levy_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/levy.md#levy-member *)
Definition levy_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * levy_member__mu eta i) - levy_member__A eta.

Definition levy_member__N_has_value (eta : nat -> R) : Prop :=
  levy_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  levy_member__A_has_value eta.

(* families/levy.md#levy-conjugate
   N(\eta) = \frac{1}{2} \log c - \frac{1}{2}
   \qquad c := -2 \eta_1 *)
Definition levy_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  levy_member__N_has_value eta /\
  0 < - (2 * eta 1%nat) /\
  levy_member__N eta = 1 / 2 * ln (- (2 * eta 1%nat)) - 1 / 2.

(* families/levy.md#levy-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{1}{2} \left(\frac{r}{c} - 1 - \log \frac{r}{c}\right)
   \qquad c := -2 \eta_1,\; r := -2 \zeta_1 *)
Definition levy_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  levy_member__A_has_value zeta /\
  levy_member__A_has_value eta /\
  levy_member__mu_has_value eta /\
  - (2 * eta 1%nat) <> 0 /\
  0 < - (2 * zeta 1%nat) / - (2 * eta 1%nat) /\
  levy_member__A zeta - levy_member__A eta
    - sum (range 1 1) (fun i => levy_member__mu eta i * (zeta i - eta i))
    = 1 / 2
    * (- (2 * zeta 1%nat) / - (2 * eta 1%nat) - 1 - ln (- (2 * zeta 1%nat) / - (2 * eta 1%nat))).

(* families/levy.md#levy-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{2 \tau}, \ldots, -\frac{1}{2 \tau}\right) *)
Definition levy_fit : Prop :=
  forall tau : R, tau > 0 ->
  2 * tau <> 0 /\
  levy_member__mu_has_value (fun i => - (1 / (2 * tau))) /\
  levy_member__mu (fun i => - (1 / (2 * tau))) 1%nat = tau.

(* families/log-normal-unit-variance.md#log-normal-unit-variance-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, x} \exp\left[-\frac{(\log x)^2}{2}\right] \\
   t(x) &:= (\log x, \ldots, \log x) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{\eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition log_normal_unit_variance_member__h (x : R) : R :=
  1 / (sqrt (2 * PI) * x) * exp (- (ln x ^ 2 / 2)).

Definition log_normal_unit_variance_member__h_has_value (x : R) : Prop :=
  0 <= 2 * PI /\
  sqrt (2 * PI) * x <> 0 /\
  0 < x.

(* families/log-normal-unit-variance.md#log-normal-unit-variance-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, x} \exp\left[-\frac{(\log x)^2}{2}\right] \\
   t(x) &:= (\log x, \ldots, \log x) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{\eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition log_normal_unit_variance_member__t (x : R) (i : nat) : R :=
  ln x.

Definition log_normal_unit_variance_member__t_has_value (x : R) : Prop :=
  0 < x.

(* families/log-normal-unit-variance.md#log-normal-unit-variance-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, x} \exp\left[-\frac{(\log x)^2}{2}\right] \\
   t(x) &:= (\log x, \ldots, \log x) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{\eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition log_normal_unit_variance_member__A (eta : nat -> R) : R :=
  eta 1%nat ^ 2 / 2.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/log-normal-unit-variance.md#log-normal-unit-variance-member *)
Definition log_normal_unit_variance_member__p (x : R) (eta : nat -> R) : R :=
  log_normal_unit_variance_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * log_normal_unit_variance_member__t x i)
    - log_normal_unit_variance_member__A eta).

Definition log_normal_unit_variance_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  log_normal_unit_variance_member__h_has_value x /\
  log_normal_unit_variance_member__t_has_value x.

(* families/log-normal-unit-variance.md#log-normal-unit-variance-usual-density
   p(x; \eta) = \frac{1}{\sqrt{2 \pi} \, x} \exp\left[-\frac{(\log x - m)^2}{2}\right]
   \qquad m := \eta_1 *)
Definition log_normal_unit_variance_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R,
  log_normal_unit_variance_member__p_has_value x eta /\
  0 <= 2 * PI /\
  sqrt (2 * PI) * x <> 0 /\
  0 < x /\
  log_normal_unit_variance_member__p x eta
    = 1 / (sqrt (2 * PI) * x) * exp (- ((ln x - eta 1%nat) ^ 2 / 2)).

(* families/log-normal-unit-variance.md#log-normal-unit-variance-reciprocal
   \frac{1}{x^2} p\left(\frac{1}{x}; \eta\right) = p(x; -\eta) *)
Definition log_normal_unit_variance_reciprocal : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R,
  x ^ 2 <> 0 /\
  x <> 0 /\
  (1 / x) > 0 /\
  log_normal_unit_variance_member__p_has_value (1 / x) eta /\
  log_normal_unit_variance_member__p_has_value x (fun i => - eta i) /\
  1 / x ^ 2 * log_normal_unit_variance_member__p (1 / x) eta
    = log_normal_unit_variance_member__p x (fun i => - eta i).

(* families/log-normal-unit-variance.md#log-normal-unit-variance-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = m
   \qquad m := \eta_1 *)
Definition log_normal_unit_variance_gradient : Prop :=
  forall eta : nat -> R,
  is_derive (fun u => log_normal_unit_variance_member__A (update eta 1 u)) (eta 1%nat)
    (eta 1%nat).

(* families/log-normal-unit-variance.md#log-normal-unit-variance-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = 1 *)
Definition log_normal_unit_variance_hessian : Prop :=
  forall eta : nat -> R,
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => log_normal_unit_variance_member__A (update eta 1 u_2)) u) /\
  is_derive
    (fun u => Derive (fun u_2 => log_normal_unit_variance_member__A (update eta 1 u_2)) u)
    (eta 1%nat) 1.

(* families/log-normal-unit-variance.md#log-normal-unit-variance-mean-of-power
   A(\zeta) - A(\eta) = n m + \frac{n^2}{2}
   \qquad n \in \mathbb{R},\; \zeta := (\eta_1 + n, \ldots, \eta_1 + n),\; m := \eta_1 *)
Definition log_normal_unit_variance_mean_of_power : Prop :=
  forall eta : nat -> R,
  forall n : R,
  log_normal_unit_variance_member__A (fun i => eta 1%nat + n)
    - log_normal_unit_variance_member__A eta = n * eta 1%nat + n ^ 2 / 2.

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/log-normal-unit-variance.md#log-normal-unit-variance-member *)
Definition log_normal_unit_variance_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => log_normal_unit_variance_member__A (update eta i u)) (eta i).

Definition log_normal_unit_variance_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => log_normal_unit_variance_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/log-normal-unit-variance.md#log-normal-unit-variance-member *)
Definition log_normal_unit_variance_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * log_normal_unit_variance_member__mu eta i)
    - log_normal_unit_variance_member__A eta.

Definition log_normal_unit_variance_member__N_has_value (eta : nat -> R) : Prop :=
  log_normal_unit_variance_member__mu_has_value eta.

(* families/log-normal-unit-variance.md#log-normal-unit-variance-conjugate
   N(\eta) = \frac{m^2}{2}
   \qquad m := \eta_1 *)
Definition log_normal_unit_variance_conjugate : Prop :=
  forall eta : nat -> R,
  log_normal_unit_variance_member__N_has_value eta /\
  log_normal_unit_variance_member__N eta = eta 1%nat ^ 2 / 2.

(* families/log-normal-unit-variance.md#log-normal-unit-variance-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{(m - n)^2}{2}
   \qquad m := \eta_1,\; n := \zeta_1 *)
Definition log_normal_unit_variance_divergence : Prop :=
  forall eta : nat -> R,
  forall zeta : nat -> R,
  log_normal_unit_variance_member__mu_has_value eta /\
  log_normal_unit_variance_member__A zeta - log_normal_unit_variance_member__A eta
    - sum (range 1 1) (fun i => log_normal_unit_variance_member__mu eta i * (zeta i - eta i))
    = (eta 1%nat - zeta 1%nat) ^ 2 / 2.

(* families/log-normal-unit-variance.md#log-normal-unit-variance-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R},\; \eta := (\tau, \ldots, \tau) *)
Definition log_normal_unit_variance_fit : Prop :=
  forall tau : R,
  log_normal_unit_variance_member__mu_has_value (fun i => tau) /\
  log_normal_unit_variance_member__mu (fun i => tau) 1%nat = tau.

(* families/log-normal.md#log-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, x} \\
   t(x) &:= (\log x, (\log x)^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition log_normal_member__h (x : R) : R :=
  1 / (sqrt (2 * PI) * x).

Definition log_normal_member__h_has_value (x : R) : Prop :=
  0 <= 2 * PI /\
  sqrt (2 * PI) * x <> 0.

(* families/log-normal.md#log-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, x} \\
   t(x) &:= (\log x, (\log x)^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition log_normal_member__t (x : R) (i : nat) : R :=
  if (i <=? 1)%nat then ln x else ln x ^ 2.

Definition log_normal_member__t_has_value (x : R) : Prop :=
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 0 < x)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 0 < x)).

(* families/log-normal.md#log-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, x} \\
   t(x) &:= (\log x, (\log x)^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition log_normal_member__A (eta : nat -> R) : R :=
  - (eta 1%nat ^ 2 / (4 * eta 2%nat)) - 1 / 2 * ln (- (2 * eta 2%nat)).

Definition log_normal_member__A_has_value (eta : nat -> R) : Prop :=
  4 * eta 2%nat <> 0 /\
  0 < - (2 * eta 2%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/log-normal.md#log-normal-member *)
Definition log_normal_member__p (x : R) (eta : nat -> R) : R :=
  log_normal_member__h x
    * exp
    (sum (range 1 2) (fun i => eta i * log_normal_member__t x i) - log_normal_member__A eta).

Definition log_normal_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  log_normal_member__h_has_value x /\
  log_normal_member__t_has_value x /\
  eta 2%nat < 0 /\
  log_normal_member__A_has_value eta.

(* families/log-normal.md#log-normal-usual-density
   p(x; \eta) = \frac{1}{\sqrt{2 \pi v} \, x} \exp\left[-\frac{(\log x - m)^2}{2 v}\right]
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition log_normal_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, eta 2%nat < 0 ->
  log_normal_member__p_has_value x eta /\
  2 * eta 2%nat <> 0 /\
  0 <= 2 * PI * - (1 / (2 * eta 2%nat)) /\
  sqrt (2 * PI * - (1 / (2 * eta 2%nat))) * x <> 0 /\
  0 < x /\
  2 * - (1 / (2 * eta 2%nat)) <> 0 /\
  log_normal_member__p x eta
    = 1 / (sqrt (2 * PI * - (1 / (2 * eta 2%nat))) * x)
    * exp (- ((ln x - - (eta 1%nat / (2 * eta 2%nat))) ^ 2 / (2 * - (1 / (2 * eta 2%nat))))).

(* families/log-normal.md#log-normal-usual-parameters
   \eta = \left(\frac{m}{v}, -\frac{1}{2 v}\right)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition log_normal_usual_parameters : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> - (1 / (2 * eta 2%nat)) <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * - (1 / (2 * eta 2%nat)) <> 0)) /\
  (forall i, In i (range 1 2) -> eta i
    =
    (if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 2%nat)) / - (1 / (2 * eta 2%nat)) else
    - (1 / (2 * - (1 / (2 * eta 2%nat)))))).

(* families/log-normal.md#log-normal-gradient
   \nabla A(\eta) = (m, m^2 + v)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition log_normal_gradient : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => log_normal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) ->
    is_derive (fun u => log_normal_member__A (update eta i u)) (eta i)
    (if (i <=? 1)%nat then
    - (eta 1%nat / (2 * eta 2%nat)) else (- (eta 1%nat / (2 * eta 2%nat))) ^ 2 +
    - (1 / (2 * eta 2%nat)))).

(* families/log-normal.md#log-normal-hessian
   \nabla^2 A(\eta) = \begin{pmatrix} v & 2 m v \\ 2 m v & 4 m^2 v + 2 v^2 \end{pmatrix}
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition log_normal_hessian : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => log_normal_member__A_has_value (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => log_normal_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((i <= 1)%nat -> ((i_2 <= 1)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((i <= 1)%nat -> ((1 < i_2)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((1 < i)%nat -> ((i_2 <= 1)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((1 < i)%nat -> ((1 < i_2)%nat -> 2 * eta 2%nat <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => log_normal_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then - (1 / (2 * eta 2%nat)) else 2 *
    - (eta 1%nat / (2 * eta 2%nat)) * - (1 / (2 * eta 2%nat)) else if (i_2 <=? 1)%nat then 2 *
    - (eta 1%nat / (2 * eta 2%nat)) * - (1 / (2 * eta 2%nat)) else 4
    * (- (eta 1%nat / (2 * eta 2%nat))) ^ 2 * - (1 / (2 * eta 2%nat)) + 2
    * (- (1 / (2 * eta 2%nat))) ^ 2))).

(* families/log-normal.md#log-normal-mean-of-outcome
   A(\zeta) - A(\eta) = m + \frac{v}{2}
   \qquad \zeta := (\eta_1 + 1, \eta_2),\; m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition log_normal_mean_of_outcome : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (fun i => if (i <=? 1)%nat then eta 1%nat + 1 else eta 2%nat) 2%nat < 0 /\
  log_normal_member__A_has_value (fun i => if (i <=? 1)%nat then eta 1%nat + 1 else eta 2%nat) /\
  log_normal_member__A_has_value eta /\
  2 * eta 2%nat <> 0 /\
  log_normal_member__A (fun i => if (i <=? 1)%nat then eta 1%nat + 1 else eta 2%nat)
    - log_normal_member__A eta = - (eta 1%nat / (2 * eta 2%nat)) + - (1 / (2 * eta 2%nat)) / 2.

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/log-normal.md#log-normal-member *)
Definition log_normal_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => log_normal_member__A (update eta i u)) (eta i).

Definition log_normal_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => log_normal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 2) ->
    ex_derive (fun u => log_normal_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/log-normal.md#log-normal-member *)
Definition log_normal_member__N (eta : nat -> R) : R :=
  sum (range 1 2) (fun i => eta i * log_normal_member__mu eta i) - log_normal_member__A eta.

Definition log_normal_member__N_has_value (eta : nat -> R) : Prop :=
  log_normal_member__mu_has_value eta /\
  eta 2%nat < 0 /\
  log_normal_member__A_has_value eta.

(* families/log-normal.md#log-normal-conjugate
   N(\eta) = -\frac{1}{2} - \frac{1}{2} \log v
   \qquad v := -\frac{1}{2 \eta_2} *)
Definition log_normal_conjugate : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  log_normal_member__N_has_value eta /\
  2 * eta 2%nat <> 0 /\
  0 < - (1 / (2 * eta 2%nat)) /\
  log_normal_member__N eta = - (1 / 2) - 1 / 2 * ln (- (1 / (2 * eta 2%nat))).

(* families/log-normal.md#log-normal-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{(m - n)^2}{2 w} + \frac{1}{2} \left(\frac{v}{w} - 1 - \log \frac{v}{w}\right)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2},\; n := -\frac{\zeta_1}{2 \zeta_2},\; w := -\frac{1}{2 \zeta_2} *)
Definition log_normal_divergence : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  forall zeta : nat -> R, zeta 2%nat < 0 ->
  log_normal_member__A_has_value zeta /\
  log_normal_member__A_has_value eta /\
  log_normal_member__mu_has_value eta /\
  2 * eta 2%nat <> 0 /\
  2 * zeta 2%nat <> 0 /\
  2 * - (1 / (2 * zeta 2%nat)) <> 0 /\
  - (1 / (2 * zeta 2%nat)) <> 0 /\
  0 < - (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)) /\
  log_normal_member__A zeta - log_normal_member__A eta
    - sum (range 1 2) (fun i => log_normal_member__mu eta i * (zeta i - eta i))
    = (- (eta 1%nat / (2 * eta 2%nat)) - - (zeta 1%nat / (2 * zeta 2%nat))) ^ 2
    / (2 * - (1 / (2 * zeta 2%nat))) + 1 / 2
    *
    (- (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)) - 1
    - ln (- (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)))).

(* families/log-normal.md#log-normal-fit
   \mu(\eta) = (a, a^2 + v)
   \qquad a \in \mathbb{R},\; v \in \mathbb{R}_{>0},\; \eta := \left(\frac{a}{v}, -\frac{1}{2 v}\right) *)
Definition log_normal_fit : Prop :=
  forall a : R,
  forall v : R, v > 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> v <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * v <> 0)) /\
  log_normal_member__mu_has_value (fun i => if (i <=? 1)%nat then a / v else - (1 / (2 * v))) /\
  (forall i, In i (range 1 2) ->
    log_normal_member__mu (fun i => if (i <=? 1)%nat then a / v else - (1 / (2 * v))) i
    = (if (i <=? 1)%nat then a else a ^ 2 + v)).

(* families/logarithmic.md#logarithmic-member
   \begin{aligned}
   \mathcal{X} &:= \{1, 2, \ldots\} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log(-\log(1 - e^{\eta_1})) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition logarithmic_member__h (x : nat) : R :=
  1 / INR x.

Definition logarithmic_member__h_has_value (x : nat) : Prop :=
  INR x <> 0.

(* families/logarithmic.md#logarithmic-member
   \begin{aligned}
   \mathcal{X} &:= \{1, 2, \ldots\} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log(-\log(1 - e^{\eta_1})) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition logarithmic_member__t (x : nat) (i : nat) : R :=
  INR x.

(* families/logarithmic.md#logarithmic-member
   \begin{aligned}
   \mathcal{X} &:= \{1, 2, \ldots\} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log(-\log(1 - e^{\eta_1})) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition logarithmic_member__A (eta : nat -> R) : R :=
  ln (- ln (1 - exp (eta 1%nat))).

Definition logarithmic_member__A_has_value (eta : nat -> R) : Prop :=
  0 < 1 - exp (eta 1%nat) /\
  0 < - ln (1 - exp (eta 1%nat)).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/logarithmic.md#logarithmic-member *)
Definition logarithmic_member__p (x : nat) (eta : nat -> R) : R :=
  logarithmic_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * logarithmic_member__t x i) - logarithmic_member__A eta).

Definition logarithmic_member__p_has_value (x : nat) (eta : nat -> R) : Prop :=
  logarithmic_member__h_has_value x /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  logarithmic_member__A_has_value eta.

(* families/logarithmic.md#logarithmic-usual-density
   p(x; \eta) = -\frac{q^x}{x \log(1 - q)}
   \qquad q := e^{\eta_1} *)
Definition logarithmic_usual_density : Prop :=
  forall x : nat, (1 <= x)%nat ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  logarithmic_member__p_has_value x eta /\
  0 < 1 - exp (eta 1%nat) /\
  INR x * ln (1 - exp (eta 1%nat)) <> 0 /\
  logarithmic_member__p x eta = - (exp (eta 1%nat) ^ x / (INR x * ln (1 - exp (eta 1%nat)))).

(* families/logarithmic.md#logarithmic-usual-log-normalizer
   A(\eta) = \log(-\log(1 - q))
   \qquad q := e^{\eta_1} *)
Definition logarithmic_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  logarithmic_member__A_has_value eta /\
  0 < 1 - exp (eta 1%nat) /\
  0 < - ln (1 - exp (eta 1%nat)) /\
  logarithmic_member__A eta = ln (- ln (1 - exp (eta 1%nat))).

(* families/logarithmic.md#logarithmic-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = -\frac{q}{(1 - q) \log(1 - q)}
   \qquad q := e^{\eta_1} *)
Definition logarithmic_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => logarithmic_member__A_has_value (update eta 1 u)) /\
  0 < 1 - exp (eta 1%nat) /\
  (1 - exp (eta 1%nat)) * ln (1 - exp (eta 1%nat)) <> 0 /\
  is_derive (fun u => logarithmic_member__A (update eta 1 u)) (eta 1%nat)
    (- (exp (eta 1%nat) / ((1 - exp (eta 1%nat)) * ln (1 - exp (eta 1%nat))))).

(* families/logarithmic.md#logarithmic-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = -\frac{q (q + \log(1 - q))}{(1 - q)^2 (\log(1 - q))^2}
   \qquad q := e^{\eta_1} *)
Definition logarithmic_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => logarithmic_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => logarithmic_member__A (update eta 1 u_2)) u) /\
  0 < 1 - exp (eta 1%nat) /\
  (1 - exp (eta 1%nat)) ^ 2 * ln (1 - exp (eta 1%nat)) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => logarithmic_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (-
    (exp (eta 1%nat) * (exp (eta 1%nat) + ln (1 - exp (eta 1%nat)))
    / ((1 - exp (eta 1%nat)) ^ 2 * ln (1 - exp (eta 1%nat)) ^ 2))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/logarithmic.md#logarithmic-member *)
Definition logarithmic_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => logarithmic_member__A (update eta i u)) (eta i).

Definition logarithmic_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => logarithmic_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => logarithmic_member__A (update eta i u)) (eta i)).

(* families/logarithmic.md#logarithmic-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \log \frac{\log(1 - u)}{\log(1 - q)} + m \log \frac{q}{u}
   \qquad q := e^{\eta_1},\; u := e^{\zeta_1},\; m := \mu(\eta)_1 *)
Definition logarithmic_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  logarithmic_member__A_has_value zeta /\
  logarithmic_member__A_has_value eta /\
  logarithmic_member__mu_has_value eta /\
  0 < 1 - exp (zeta 1%nat) /\
  0 < 1 - exp (eta 1%nat) /\
  ln (1 - exp (eta 1%nat)) <> 0 /\
  0 < ln (1 - exp (zeta 1%nat)) / ln (1 - exp (eta 1%nat)) /\
  exp (zeta 1%nat) <> 0 /\
  0 < exp (eta 1%nat) / exp (zeta 1%nat) /\
  logarithmic_member__A zeta - logarithmic_member__A eta
    - sum (range 1 1) (fun i => logarithmic_member__mu eta i * (zeta i - eta i))
    = ln (ln (1 - exp (zeta 1%nat)) / ln (1 - exp (eta 1%nat)))
    + logarithmic_member__mu eta 1%nat * ln (exp (eta 1%nat) / exp (zeta 1%nat)).

(* families/mallows.md#mallows-member
   \begin{aligned}
   \mathcal{X} &:= S_m \\
   d &:= 1 \\
   h(x) &:= 1 \\
   t(x) &:= (\operatorname{inv}(x), \ldots, \operatorname{inv}(x)) \in \mathbb{R}^d \\
   A(\eta) &:= \sum_{j=1}^{m} \log \sum_{i=0}^{j - 1} e^{i \eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition mallows_member__A (m : nat) (eta : nat -> R) : R :=
  sum (range 1 m) (fun j => ln (sum (range 0 (j - 1)) (fun i => exp (INR i * eta 1%nat)))).

Definition mallows_member__A_has_value (m : nat) (eta : nat -> R) : Prop :=
  (forall j, In j (range 1 m) -> 0 < sum (range 0 (j - 1)) (fun i => exp (INR i * eta 1%nat))).

(* families/mallows.md#mallows-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \sum_{j=1}^{m} \frac{\sum_{i=0}^{j - 1} i q^i}{\sum_{i=0}^{j - 1} q^i}
   \qquad q := e^{\eta_1} *)
Definition mallows_gradient : Prop :=
  forall m : nat, In m (range 2 4) ->
  forall eta : nat -> R,
  locally (eta 1%nat) (fun u => mallows_member__A_has_value m (update eta 1 u)) /\
  (forall j, In j (range 1 m) -> sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i) <> 0) /\
  is_derive (fun u => mallows_member__A m (update eta 1 u)) (eta 1%nat)
    (sum (range 1 m)
    (fun j =>
    sum (range 0 (j - 1)) (fun i => INR i * exp (eta 1%nat) ^ i)
    / sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i))).

(* families/mallows.md#mallows-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \sum_{j=1}^{m} \left(\frac{\sum_{i=0}^{j - 1} i^2 q^i}{\sum_{i=0}^{j - 1} q^i} - \left(\frac{\sum_{i=0}^{j - 1} i q^i}{\sum_{i=0}^{j - 1} q^i}\right)^2\right)
   \qquad q := e^{\eta_1} *)
Definition mallows_hessian : Prop :=
  forall m : nat, In m (range 2 4) ->
  forall eta : nat -> R,
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => mallows_member__A_has_value m (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => mallows_member__A m (update eta 1 u_2)) u)
    /\
  (forall j, In j (range 1 m) -> sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i) <> 0) /\
  is_derive (fun u => Derive (fun u_2 => mallows_member__A m (update eta 1 u_2)) u) (eta 1%nat)
    (sum (range 1 m)
    (fun j =>
    sum (range 0 (j - 1)) (fun i => INR i ^ 2 * exp (eta 1%nat) ^ i)
    / sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i)
    -
    (sum (range 0 (j - 1)) (fun i => INR i * exp (eta 1%nat) ^ i)
    / sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i)) ^ 2)).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/mallows.md#mallows-member *)
Definition mallows_member__mu (m : nat) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => mallows_member__A m (update eta i u)) (eta i).

Definition mallows_member__mu_has_value (m : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => mallows_member__A_has_value m (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => mallows_member__A m (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/mallows.md#mallows-member *)
Definition mallows_member__N (m : nat) (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * mallows_member__mu m eta i) - mallows_member__A m eta.

Definition mallows_member__N_has_value (m : nat) (eta : nat -> R) : Prop :=
  mallows_member__mu_has_value m eta /\
  mallows_member__A_has_value m eta.

(* families/mallows.md#mallows-conjugate
   N(\eta) = \sum_{j=1}^{m} \left(\log q \cdot \frac{\sum_{i=0}^{j - 1} i q^i}{\sum_{i=0}^{j - 1} q^i} - \log \sum_{i=0}^{j - 1} q^i\right)
   \qquad q := e^{\eta_1} *)
Definition mallows_conjugate : Prop :=
  forall m : nat, In m (range 2 4) ->
  forall eta : nat -> R,
  mallows_member__N_has_value m eta /\
  0 < exp (eta 1%nat) /\
  (forall j, In j (range 1 m) -> sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i) <> 0) /\
  (forall j, In j (range 1 m) -> 0 < sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i)) /\
  mallows_member__N m eta
    = sum (range 1 m)
    (fun j =>
    ln (exp (eta 1%nat))
    *
    (sum (range 0 (j - 1)) (fun i => INR i * exp (eta 1%nat) ^ i)
    / sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i))
    - ln (sum (range 0 (j - 1)) (fun i => exp (eta 1%nat) ^ i))).

(* families/mallows.md#mallows-reversed
   A(-\eta) = A(\eta) - \frac{m (m - 1)}{2} \eta_1 *)
Definition mallows_reversed : Prop :=
  forall m : nat, In m (range 2 4) ->
  forall eta : nat -> R,
  mallows_member__A_has_value m (fun i => - eta i) /\
  mallows_member__A_has_value m eta /\
  mallows_member__A m (fun i => - eta i)
    = mallows_member__A m eta - INR m * (INR m - 1) / 2 * eta 1%nat.

(* families/maxwell.md#maxwell-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \sqrt{\frac{2}{\pi}} x^2 \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{3}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition maxwell_member__h (x : R) : R :=
  sqrt (2 / PI) * x ^ 2.

Definition maxwell_member__h_has_value (x : R) : Prop :=
  PI <> 0 /\
  0 <= 2 / PI.

(* families/maxwell.md#maxwell-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \sqrt{\frac{2}{\pi}} x^2 \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{3}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition maxwell_member__t (x : R) (i : nat) : R :=
  x ^ 2.

(* families/maxwell.md#maxwell-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \sqrt{\frac{2}{\pi}} x^2 \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{3}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition maxwell_member__A (eta : nat -> R) : R :=
  - (3 / 2 * ln (- (2 * eta 1%nat))).

Definition maxwell_member__A_has_value (eta : nat -> R) : Prop :=
  0 < - (2 * eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/maxwell.md#maxwell-member *)
Definition maxwell_member__p (x : R) (eta : nat -> R) : R :=
  maxwell_member__h x
    * exp (sum (range 1 1) (fun i => eta i * maxwell_member__t x i) - maxwell_member__A eta).

Definition maxwell_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  maxwell_member__h_has_value x /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  maxwell_member__A_has_value eta.

(* families/maxwell.md#maxwell-usual-density
   p(x; \eta) = \sqrt{\frac{2}{\pi}} \frac{x^2}{v^{3 / 2}} \exp\left[-\frac{x^2}{2 v}\right]
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition maxwell_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  maxwell_member__p_has_value x eta /\
  PI <> 0 /\
  0 <= 2 / PI /\
  2 * eta 1%nat <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) /\
  Rpower (- (1 / (2 * eta 1%nat))) (3 / 2) <> 0 /\
  2 * - (1 / (2 * eta 1%nat)) <> 0 /\
  maxwell_member__p x eta
    = sqrt (2 / PI) * (x ^ 2 / Rpower (- (1 / (2 * eta 1%nat))) (3 / 2))
    * exp (- (x ^ 2 / (2 * - (1 / (2 * eta 1%nat))))).

(* families/maxwell.md#maxwell-usual-log-normalizer
   A(\eta) = \frac{3}{2} \log v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition maxwell_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  maxwell_member__A_has_value eta /\
  2 * eta 1%nat <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) /\
  maxwell_member__A eta = 3 / 2 * ln (- (1 / (2 * eta 1%nat))).

(* families/maxwell.md#maxwell-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = 3 v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition maxwell_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => maxwell_member__A_has_value (update eta 1 u)) /\
  2 * eta 1%nat <> 0 /\
  is_derive (fun u => maxwell_member__A (update eta 1 u)) (eta 1%nat)
    (3 * - (1 / (2 * eta 1%nat))).

(* families/maxwell.md#maxwell-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = 6 v^2
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition maxwell_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => maxwell_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => maxwell_member__A (update eta 1 u_2)) u) /\
  2 * eta 1%nat <> 0 /\
  is_derive (fun u => Derive (fun u_2 => maxwell_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (6 * (- (1 / (2 * eta 1%nat))) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/maxwell.md#maxwell-member *)
Definition maxwell_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => maxwell_member__A (update eta i u)) (eta i).

Definition maxwell_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => maxwell_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) -> ex_derive (fun u => maxwell_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/maxwell.md#maxwell-member *)
Definition maxwell_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * maxwell_member__mu eta i) - maxwell_member__A eta.

Definition maxwell_member__N_has_value (eta : nat -> R) : Prop :=
  maxwell_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  maxwell_member__A_has_value eta.

(* families/maxwell.md#maxwell-conjugate
   N(\eta) = -\frac{3}{2} - \frac{3}{2} \log v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition maxwell_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  maxwell_member__N_has_value eta /\
  2 * eta 1%nat <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) /\
  maxwell_member__N eta = - (3 / 2) - 3 / 2 * ln (- (1 / (2 * eta 1%nat))).

(* families/maxwell.md#maxwell-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{3}{2} \left(\frac{v}{w} - 1 - \log \frac{v}{w}\right)
   \qquad v := -\frac{1}{2 \eta_1},\; w := -\frac{1}{2 \zeta_1} *)
Definition maxwell_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  maxwell_member__A_has_value zeta /\
  maxwell_member__A_has_value eta /\
  maxwell_member__mu_has_value eta /\
  2 * eta 1%nat <> 0 /\
  2 * zeta 1%nat <> 0 /\
  - (1 / (2 * zeta 1%nat)) <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)) /\
  maxwell_member__A zeta - maxwell_member__A eta
    - sum (range 1 1) (fun i => maxwell_member__mu eta i * (zeta i - eta i))
    = 3 / 2
    *
    (- (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)) - 1
    - ln (- (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)))).

(* families/maxwell.md#maxwell-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{3}{2 \tau}, \ldots, -\frac{3}{2 \tau}\right) *)
Definition maxwell_fit : Prop :=
  forall tau : R, tau > 0 ->
  2 * tau <> 0 /\
  maxwell_member__mu_has_value (fun i => - (3 / (2 * tau))) /\
  maxwell_member__mu (fun i => - (3 / (2 * tau))) 1%nat = tau.

(* families/multinomial.md#multinomial-member
   \begin{aligned}
   \mathcal{X} &:= \{1, \ldots, d\}^n \\
   d &:= 3 \\
   h(x) &:= 1 \\
   t(x) &:= \left(\sum_{i=1}^{n} \mathbf{1}[x_i = 1], \ldots, \sum_{i=1}^{n} \mathbf{1}[x_i = d]\right) \\
   A(\eta) &:= n \log \sum_{j=1}^{d} e^{\eta_j} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition multinomial_member__A (n : nat) (eta : nat -> R) : R :=
  INR n * ln (sum (range 1 3) (fun j => exp (eta j))).

Definition multinomial_member__A_has_value (n : nat) (eta : nat -> R) : Prop :=
  0 < sum (range 1 3) (fun j => exp (eta j)).

(* families/multinomial.md#multinomial-gradient
   \nabla A(\eta) = n q
   \qquad s := \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition multinomial_gradient : Prop :=
  forall n : nat, In n (range 1 3) ->
  forall eta : nat -> R,
  (forall i, In i (range 1 3) ->
    locally (eta i) (fun u => multinomial_member__A_has_value n (update eta i u))) /\
  sum (range 1 3) (fun j => exp (eta j)) <> 0 /\
  (forall i, In i (range 1 3) ->
    is_derive (fun u => multinomial_member__A n (update eta i u)) (eta i)
    (INR n * (exp (eta i) / sum (range 1 3) (fun j => exp (eta j))))).

(* families/multinomial.md#multinomial-hessian
   \nabla^2 A(\eta) = n \left(\operatorname{diag}(q) - q q^\top\right)
   \qquad s := \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition multinomial_hessian : Prop :=
  forall n : nat, In n (range 1 3) ->
  forall eta : nat -> R,
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => multinomial_member__A_has_value n (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => multinomial_member__A n (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  sum (range 1 3) (fun j => exp (eta j)) <> 0 /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => multinomial_member__A n (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (INR n
    *
    ((if (i =? i_2)%nat then exp (eta i) / sum (range 1 3) (fun j => exp (eta j)) else 0)
    - exp (eta i) / sum (range 1 3) (fun j => exp (eta j))
    * (exp (eta i_2) / sum (range 1 3) (fun j => exp (eta j))))))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/multinomial.md#multinomial-member *)
Definition multinomial_member__mu (n : nat) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => multinomial_member__A n (update eta i u)) (eta i).

Definition multinomial_member__mu_has_value (n : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 3) ->
    locally (eta i) (fun u => multinomial_member__A_has_value n (update eta i u))) /\
  (forall i, In i (range 1 3) ->
    ex_derive (fun u => multinomial_member__A n (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/multinomial.md#multinomial-member *)
Definition multinomial_member__N (n : nat) (eta : nat -> R) : R :=
  sum (range 1 3) (fun i => eta i * multinomial_member__mu n eta i) - multinomial_member__A n eta.

Definition multinomial_member__N_has_value (n : nat) (eta : nat -> R) : Prop :=
  multinomial_member__mu_has_value n eta /\
  multinomial_member__A_has_value n eta.

(* families/multinomial.md#multinomial-conjugate
   N(\eta) = n \sum_{j=1}^{d} q_j \log q_j
   \qquad s := \sum_{j=1}^{d} e^{\eta_j},\; q := \left(\frac{e^{\eta_1}}{s}, \ldots, \frac{e^{\eta_d}}{s}\right) *)
Definition multinomial_conjugate : Prop :=
  forall n : nat, In n (range 1 3) ->
  forall eta : nat -> R,
  multinomial_member__N_has_value n eta /\
  sum (range 1 3) (fun j_2 => exp (eta j_2)) <> 0 /\
  (forall j, In j (range 1 3) -> 0 < exp (eta j) / sum (range 1 3) (fun j_2 => exp (eta j_2))) /\
  multinomial_member__N n eta
    = INR n
    * sum (range 1 3)
    (fun j =>
    exp (eta j) / sum (range 1 3) (fun j_2 => exp (eta j_2))
    * ln (exp (eta j) / sum (range 1 3) (fun j_2 => exp (eta j_2)))).

(* families/multinomial.md#multinomial-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = n \sum_{j=1}^{d} q_j \log \frac{q_j}{r_j}
   \qquad q := \frac{1}{n} \mu(\eta),\; r := \frac{1}{n} \mu(\zeta) *)
Definition multinomial_divergence : Prop :=
  forall n : nat, In n (range 1 3) ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  multinomial_member__A_has_value n zeta /\
  multinomial_member__A_has_value n eta /\
  multinomial_member__mu_has_value n eta /\
  INR n <> 0 /\
  multinomial_member__mu_has_value n zeta /\
  (forall j, In j (range 1 3) -> 1 / INR n * multinomial_member__mu n zeta j <> 0) /\
  (forall j, In j (range 1 3) -> 0
    < 1 / INR n * multinomial_member__mu n eta j / (1 / INR n * multinomial_member__mu n zeta j))
    /\
  multinomial_member__A n zeta - multinomial_member__A n eta
    - sum (range 1 3) (fun i => multinomial_member__mu n eta i * (zeta i - eta i))
    = INR n
    * sum (range 1 3)
    (fun j =>
    1 / INR n * multinomial_member__mu n eta j
    * ln
    (1 / INR n * multinomial_member__mu n eta j / (1 / INR n * multinomial_member__mu n zeta j))).

(* families/multinomial.md#multinomial-fit
   \mu(\eta) = n \tau
   \qquad \tau \in \Delta^2,\; \eta := (\log \tau_1, \log \tau_2, \log \tau_3) *)
Definition multinomial_fit : Prop :=
  forall n : nat, In n (range 1 3) ->
  forall tau : nat -> R, in_simplex 3 tau ->
  (forall i, In i (range 1 3) -> ((i <= 1)%nat -> 0 < tau 1%nat)) /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((i <= 2)%nat -> 0 < tau 2%nat))) /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((2 < i)%nat -> 0 < tau 3%nat))) /\
  multinomial_member__mu_has_value n
    (fun i =>
    if (i <=? 1)%nat then ln (tau 1%nat) else if (i <=? 2)%nat then ln (tau 2%nat) else ln
    (tau 3%nat)) /\
  (forall i, In i (range 1 3) ->
    multinomial_member__mu n
    (fun i =>
    if (i <=? 1)%nat then ln (tau 1%nat) else if (i <=? 2)%nat then ln (tau 2%nat) else ln
    (tau 3%nat)) i = INR n * tau i).

(* families/negative-binomial.md#negative-binomial-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{N}_0 \\
   d &:= 1 \\
   h(x) &:= \frac{\Gamma(x + r)}{\Gamma(r) \, x!} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= -r \log(1 - e^{\eta_1}) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition negative_binomial_member__A (r : R) (eta : nat -> R) : R :=
  - (r * ln (1 - exp (eta 1%nat))).

Definition negative_binomial_member__A_has_value (r : R) (eta : nat -> R) : Prop :=
  0 < 1 - exp (eta 1%nat).

(* families/negative-binomial.md#negative-binomial-usual-log-normalizer
   A(\eta) = -r \log q
   \qquad q := 1 - e^{\eta_1} *)
Definition negative_binomial_usual_log_normalizer : Prop :=
  forall r : R, r > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  negative_binomial_member__A_has_value r eta /\
  0 < 1 - exp (eta 1%nat) /\
  negative_binomial_member__A r eta = - (r * ln (1 - exp (eta 1%nat))).

(* families/negative-binomial.md#negative-binomial-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \frac{r (1 - q)}{q}
   \qquad q := 1 - e^{\eta_1} *)
Definition negative_binomial_gradient : Prop :=
  forall r : R, r > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => negative_binomial_member__A_has_value r (update eta 1 u)) /\
  1 - exp (eta 1%nat) <> 0 /\
  is_derive (fun u => negative_binomial_member__A r (update eta 1 u)) (eta 1%nat)
    (r * (1 - (1 - exp (eta 1%nat))) / (1 - exp (eta 1%nat))).

(* families/negative-binomial.md#negative-binomial-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{r (1 - q)}{q^2}
   \qquad q := 1 - e^{\eta_1} *)
Definition negative_binomial_hessian : Prop :=
  forall r : R, r > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => negative_binomial_member__A_has_value r (update eta 1 u_2)))
    /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => negative_binomial_member__A r (update eta 1 u_2)) u) /\
  (1 - exp (eta 1%nat)) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => negative_binomial_member__A r (update eta 1 u_2)) u)
    (eta 1%nat) (r * (1 - (1 - exp (eta 1%nat))) / (1 - exp (eta 1%nat)) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/negative-binomial.md#negative-binomial-member *)
Definition negative_binomial_member__mu (r : R) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => negative_binomial_member__A r (update eta i u)) (eta i).

Definition negative_binomial_member__mu_has_value (r : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => negative_binomial_member__A_has_value r (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => negative_binomial_member__A r (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/negative-binomial.md#negative-binomial-member *)
Definition negative_binomial_member__N (r : R) (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * negative_binomial_member__mu r eta i)
    - negative_binomial_member__A r eta.

Definition negative_binomial_member__N_has_value (r : R) (eta : nat -> R) : Prop :=
  negative_binomial_member__mu_has_value r eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  negative_binomial_member__A_has_value r eta.

(* families/negative-binomial.md#negative-binomial-conjugate
   N(\eta) = r \left(\log q + \frac{1 - q}{q} \log(1 - q)\right)
   \qquad q := 1 - e^{\eta_1} *)
Definition negative_binomial_conjugate : Prop :=
  forall r : R, r > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  negative_binomial_member__N_has_value r eta /\
  0 < 1 - exp (eta 1%nat) /\
  1 - exp (eta 1%nat) <> 0 /\
  0 < 1 - (1 - exp (eta 1%nat)) /\
  negative_binomial_member__N r eta
    = r
    *
    (ln (1 - exp (eta 1%nat)) + (1 - (1 - exp (eta 1%nat))) / (1 - exp (eta 1%nat))
    * ln (1 - (1 - exp (eta 1%nat)))).

(* families/negative-binomial.md#negative-binomial-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = r \left(\log \frac{q}{u} + \frac{1 - q}{q} \log \frac{1 - q}{1 - u}\right)
   \qquad q := 1 - e^{\eta_1},\; u := 1 - e^{\zeta_1} *)
Definition negative_binomial_divergence : Prop :=
  forall r : R, r > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  negative_binomial_member__A_has_value r zeta /\
  negative_binomial_member__A_has_value r eta /\
  negative_binomial_member__mu_has_value r eta /\
  1 - exp (zeta 1%nat) <> 0 /\
  0 < (1 - exp (eta 1%nat)) / (1 - exp (zeta 1%nat)) /\
  1 - exp (eta 1%nat) <> 0 /\
  1 - (1 - exp (zeta 1%nat)) <> 0 /\
  0 < (1 - (1 - exp (eta 1%nat))) / (1 - (1 - exp (zeta 1%nat))) /\
  negative_binomial_member__A r zeta - negative_binomial_member__A r eta
    - sum (range 1 1) (fun i => negative_binomial_member__mu r eta i * (zeta i - eta i))
    = r
    *
    (ln ((1 - exp (eta 1%nat)) / (1 - exp (zeta 1%nat))) + (1 - (1 - exp (eta 1%nat)))
    / (1 - exp (eta 1%nat)) * ln ((1 - (1 - exp (eta 1%nat))) / (1 - (1 - exp (zeta 1%nat))))).

(* families/negative-binomial.md#negative-binomial-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(\log \frac{\tau}{r + \tau}, \ldots, \log \frac{\tau}{r + \tau}\right) *)
Definition negative_binomial_fit : Prop :=
  forall r : R, r > 0 ->
  forall tau : R, tau > 0 ->
  r + tau <> 0 /\
  0 < tau / (r + tau) /\
  negative_binomial_member__mu_has_value r (fun i => ln (tau / (r + tau))) /\
  negative_binomial_member__mu r (fun i => ln (tau / (r + tau))) 1%nat = tau.

(* families/normal-mean-known.md#normal-mean-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi}} \\
   t(x) &:= ((x - m)^2, \ldots, (x - m)^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition normal_mean_known_member__h (x : R) : R :=
  1 / sqrt (2 * PI).

Definition normal_mean_known_member__h_has_value (x : R) : Prop :=
  0 <= 2 * PI /\
  sqrt (2 * PI) <> 0.

(* families/normal-mean-known.md#normal-mean-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi}} \\
   t(x) &:= ((x - m)^2, \ldots, (x - m)^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition normal_mean_known_member__t (m : R) (x : R) (i : nat) : R :=
  (x - m) ^ 2.

(* families/normal-mean-known.md#normal-mean-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi}} \\
   t(x) &:= ((x - m)^2, \ldots, (x - m)^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\frac{1}{2} \log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition normal_mean_known_member__A (eta : nat -> R) : R :=
  - (1 / 2 * ln (- (2 * eta 1%nat))).

Definition normal_mean_known_member__A_has_value (eta : nat -> R) : Prop :=
  0 < - (2 * eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/normal-mean-known.md#normal-mean-known-member *)
Definition normal_mean_known_member__p (m : R) (x : R) (eta : nat -> R) : R :=
  normal_mean_known_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * normal_mean_known_member__t m x i)
    - normal_mean_known_member__A eta).

Definition normal_mean_known_member__p_has_value (m : R) (x : R) (eta : nat -> R) : Prop :=
  normal_mean_known_member__h_has_value x /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  normal_mean_known_member__A_has_value eta.

(* families/normal-mean-known.md#normal-mean-known-usual-density
   p(x; \eta) = \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{(x - m)^2}{2 v}\right]
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition normal_mean_known_usual_density : Prop :=
  forall m : R,
  forall x : R,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  normal_mean_known_member__p_has_value m x eta /\
  2 * eta 1%nat <> 0 /\
  0 <= 2 * PI * - (1 / (2 * eta 1%nat)) /\
  sqrt (2 * PI * - (1 / (2 * eta 1%nat))) <> 0 /\
  2 * - (1 / (2 * eta 1%nat)) <> 0 /\
  normal_mean_known_member__p m x eta
    = 1 / sqrt (2 * PI * - (1 / (2 * eta 1%nat)))
    * exp (- ((x - m) ^ 2 / (2 * - (1 / (2 * eta 1%nat))))).

(* families/normal-mean-known.md#normal-mean-known-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition normal_mean_known_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => normal_mean_known_member__A_has_value (update eta 1 u)) /\
  2 * eta 1%nat <> 0 /\
  is_derive (fun u => normal_mean_known_member__A (update eta 1 u)) (eta 1%nat)
    (- (1 / (2 * eta 1%nat))).

(* families/normal-mean-known.md#normal-mean-known-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = 2 v^2
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition normal_mean_known_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => normal_mean_known_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => normal_mean_known_member__A (update eta 1 u_2)) u) /\
  2 * eta 1%nat <> 0 /\
  is_derive (fun u => Derive (fun u_2 => normal_mean_known_member__A (update eta 1 u_2)) u)
    (eta 1%nat) (2 * (- (1 / (2 * eta 1%nat))) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/normal-mean-known.md#normal-mean-known-member *)
Definition normal_mean_known_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => normal_mean_known_member__A (update eta i u)) (eta i).

Definition normal_mean_known_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => normal_mean_known_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => normal_mean_known_member__A (update eta i u)) (eta i)).

(* families/normal-mean-known.md#normal-mean-known-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{1}{2} \left(\frac{v}{w} - 1 - \log \frac{v}{w}\right)
   \qquad v := -\frac{1}{2 \eta_1},\; w := -\frac{1}{2 \zeta_1} *)
Definition normal_mean_known_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  normal_mean_known_member__A_has_value zeta /\
  normal_mean_known_member__A_has_value eta /\
  normal_mean_known_member__mu_has_value eta /\
  2 * eta 1%nat <> 0 /\
  2 * zeta 1%nat <> 0 /\
  - (1 / (2 * zeta 1%nat)) <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)) /\
  normal_mean_known_member__A zeta - normal_mean_known_member__A eta
    - sum (range 1 1) (fun i => normal_mean_known_member__mu eta i * (zeta i - eta i))
    = 1 / 2
    *
    (- (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)) - 1
    - ln (- (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)))).

(* families/normal-mean-known.md#normal-mean-known-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{2 \tau}, \ldots, -\frac{1}{2 \tau}\right) *)
Definition normal_mean_known_fit : Prop :=
  forall tau : R, tau > 0 ->
  2 * tau <> 0 /\
  normal_mean_known_member__mu_has_value (fun i => - (1 / (2 * tau))) /\
  normal_mean_known_member__mu (fun i => - (1 / (2 * tau))) 1%nat = tau.

(* families/normal-variance-known.md#normal-variance-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{x^2}{2 v}\right] \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{v \eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition normal_variance_known_member__h (v : R) (x : R) : R :=
  1 / sqrt (2 * PI * v) * exp (- (x ^ 2 / (2 * v))).

Definition normal_variance_known_member__h_has_value (v : R) (x : R) : Prop :=
  0 <= 2 * PI * v /\
  sqrt (2 * PI * v) <> 0 /\
  2 * v <> 0.

(* families/normal-variance-known.md#normal-variance-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{x^2}{2 v}\right] \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{v \eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition normal_variance_known_member__t (x : R) (i : nat) : R :=
  x.

(* families/normal-variance-known.md#normal-variance-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{x^2}{2 v}\right] \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{v \eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition normal_variance_known_member__A (v : R) (eta : nat -> R) : R :=
  v * eta 1%nat ^ 2 / 2.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/normal-variance-known.md#normal-variance-known-member *)
Definition normal_variance_known_member__p (v : R) (x : R) (eta : nat -> R) : R :=
  normal_variance_known_member__h v x
    * exp
    (sum (range 1 1) (fun i => eta i * normal_variance_known_member__t x i)
    - normal_variance_known_member__A v eta).

Definition normal_variance_known_member__p_has_value (v : R) (x : R) (eta : nat -> R) : Prop :=
  normal_variance_known_member__h_has_value v x.

(* families/normal-variance-known.md#normal-variance-known-usual-density
   p(x; \eta) = \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{(x - m)^2}{2 v}\right]
   \qquad m := v \eta_1 *)
Definition normal_variance_known_usual_density : Prop :=
  forall v : R, v > 0 ->
  forall x : R,
  forall eta : nat -> R,
  normal_variance_known_member__p_has_value v x eta /\
  0 <= 2 * PI * v /\
  sqrt (2 * PI * v) <> 0 /\
  2 * v <> 0 /\
  normal_variance_known_member__p v x eta
    = 1 / sqrt (2 * PI * v) * exp (- ((x - v * eta 1%nat) ^ 2 / (2 * v))).

(* families/normal-variance-known.md#normal-variance-known-usual-parameters
   \eta_1 = \frac{m}{v}
   \qquad m := v \eta_1 *)
Definition normal_variance_known_usual_parameters : Prop :=
  forall v : R, v > 0 ->
  forall eta : nat -> R,
  v <> 0 /\
  eta 1%nat = v * eta 1%nat / v.

(* families/normal-variance-known.md#normal-variance-known-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = m
   \qquad m := v \eta_1 *)
Definition normal_variance_known_gradient : Prop :=
  forall v : R, v > 0 ->
  forall eta : nat -> R,
  is_derive (fun u => normal_variance_known_member__A v (update eta 1 u)) (eta 1%nat)
    (v * eta 1%nat).

(* families/normal-variance-known.md#normal-variance-known-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = v *)
Definition normal_variance_known_hessian : Prop :=
  forall v : R, v > 0 ->
  forall eta : nat -> R,
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => normal_variance_known_member__A v (update eta 1 u_2)) u) /\
  is_derive (fun u => Derive (fun u_2 => normal_variance_known_member__A v (update eta 1 u_2)) u)
    (eta 1%nat) v.

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/normal-variance-known.md#normal-variance-known-member *)
Definition normal_variance_known_member__mu (v : R) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => normal_variance_known_member__A v (update eta i u)) (eta i).

Definition normal_variance_known_member__mu_has_value (v : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => normal_variance_known_member__A v (update eta i u)) (eta i)).

(* families/normal-variance-known.md#normal-variance-known-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{(m - n)^2}{2 v}
   \qquad m := v \eta_1,\; n := v \zeta_1 *)
Definition normal_variance_known_divergence : Prop :=
  forall v : R, v > 0 ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  normal_variance_known_member__mu_has_value v eta /\
  2 * v <> 0 /\
  normal_variance_known_member__A v zeta - normal_variance_known_member__A v eta
    - sum (range 1 1) (fun i => normal_variance_known_member__mu v eta i * (zeta i - eta i))
    = (v * eta 1%nat - v * zeta 1%nat) ^ 2 / (2 * v).

(* families/normal-variance-known.md#normal-variance-known-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R},\; \eta := \left(\frac{\tau}{v}, \ldots, \frac{\tau}{v}\right) *)
Definition normal_variance_known_fit : Prop :=
  forall v : R, v > 0 ->
  forall tau : R,
  v <> 0 /\
  normal_variance_known_member__mu_has_value v (fun i => tau / v) /\
  normal_variance_known_member__mu v (fun i => tau / v) 1%nat = tau.

(* families/normal-vector-diagonal.md#normal-vector-diagonal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 4 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_1^2, x_2, x_2^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) - \frac{\eta_3^2}{4 \eta_4} - \frac{1}{2} \log(-2 \eta_4) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0} \times \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_vector_diagonal_member__h (x : nat -> R) : R :=
  1 / (2 * PI).

Definition normal_vector_diagonal_member__h_has_value (x : nat -> R) : Prop :=
  2 * PI <> 0.

(* families/normal-vector-diagonal.md#normal-vector-diagonal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 4 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_1^2, x_2, x_2^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) - \frac{\eta_3^2}{4 \eta_4} - \frac{1}{2} \log(-2 \eta_4) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0} \times \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_vector_diagonal_member__t (x : nat -> R) (i : nat) : R :=
  if (i <=? 1)%nat then x 1%nat else if (i <=? 2)%nat then x 1%nat ^ 2 else if (i <=? 3)%nat then
    x 2%nat else x 2%nat ^ 2.

(* families/normal-vector-diagonal.md#normal-vector-diagonal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 4 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_1^2, x_2, x_2^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) - \frac{\eta_3^2}{4 \eta_4} - \frac{1}{2} \log(-2 \eta_4) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0} \times \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_vector_diagonal_member__A (eta : nat -> R) : R :=
  - (eta 1%nat ^ 2 / (4 * eta 2%nat)) - 1 / 2 * ln (- (2 * eta 2%nat)) - eta 3%nat ^ 2
    / (4 * eta 4%nat) - 1 / 2 * ln (- (2 * eta 4%nat)).

Definition normal_vector_diagonal_member__A_has_value (eta : nat -> R) : Prop :=
  4 * eta 2%nat <> 0 /\
  0 < - (2 * eta 2%nat) /\
  4 * eta 4%nat <> 0 /\
  0 < - (2 * eta 4%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/normal-vector-diagonal.md#normal-vector-diagonal-member *)
Definition normal_vector_diagonal_member__p (x : nat -> R) (eta : nat -> R) : R :=
  normal_vector_diagonal_member__h x
    * exp
    (sum (range 1 4) (fun i => eta i * normal_vector_diagonal_member__t x i)
    - normal_vector_diagonal_member__A eta).

Definition normal_vector_diagonal_member__p_has_value (x : nat -> R) (eta : nat -> R) : Prop :=
  normal_vector_diagonal_member__h_has_value x /\
  (eta 2%nat < 0 /\ eta 4%nat < 0) /\
  normal_vector_diagonal_member__A_has_value eta.

(* families/normal-vector-diagonal.md#normal-vector-diagonal-usual-density
   p(x; \eta) = \prod_{i=1}^{2} \frac{1}{\sqrt{2 \pi v_i}} \exp\left[-\frac{(x_i - m_i)^2}{2 v_i}\right]
   \qquad m := \left(-\frac{\eta_1}{2 \eta_2}, -\frac{\eta_3}{2 \eta_4}\right),\; v := \left(-\frac{1}{2 \eta_2}, -\frac{1}{2 \eta_4}\right) *)
Definition normal_vector_diagonal_usual_density : Prop :=
  forall x : nat -> R,
  forall eta : nat -> R, (eta 2%nat < 0 /\ eta 4%nat < 0) ->
  normal_vector_diagonal_member__p_has_value x eta /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 4%nat <> 0)) /\
  (forall i, In i (range 1 2) -> 0
    <= 2 * PI * (if (i <=? 1)%nat then - (1 / (2 * eta 2%nat)) else - (1 / (2 * eta 4%nat)))) /\
  (forall i, In i (range 1 2) ->
    sqrt (2 * PI * (if (i <=? 1)%nat then - (1 / (2 * eta 2%nat)) else - (1 / (2 * eta 4%nat))))
    <> 0) /\
  (forall i, In i (range 1 2) ->
    2 * (if (i <=? 1)%nat then - (1 / (2 * eta 2%nat)) else - (1 / (2 * eta 4%nat))) <> 0) /\
  normal_vector_diagonal_member__p x eta
    = product (range 1 2)
    (fun i =>
    1
    / sqrt
    (2 * PI * (if (i <=? 1)%nat then - (1 / (2 * eta 2%nat)) else - (1 / (2 * eta 4%nat))))
    * exp
    (-
    ((x i
    -
    (if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 2%nat)) else - (eta 3%nat / (2 * eta 4%nat))))
    ^ 2 / (2 * (if (i <=? 1)%nat then - (1 / (2 * eta 2%nat)) else - (1 / (2 * eta 4%nat))))))).

(* families/normal-vector-diagonal.md#normal-vector-diagonal-usual-parameters
   \eta = \left(\frac{m_1}{v_1}, -\frac{1}{2 v_1}, \frac{m_2}{v_2}, -\frac{1}{2 v_2}\right)
   \qquad m := \left(-\frac{\eta_1}{2 \eta_2}, -\frac{\eta_3}{2 \eta_4}\right),\; v := \left(-\frac{1}{2 \eta_2}, -\frac{1}{2 \eta_4}\right) *)
Definition normal_vector_diagonal_usual_parameters : Prop :=
  forall eta : nat -> R, (eta 2%nat < 0 /\ eta 4%nat < 0) ->
  (forall i, In i (range 1 4) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 4) -> ((i <= 1)%nat -> - (1 / (2 * eta 2%nat)) <> 0)) /\
  (forall i, In i (range 1 4) -> ((1 < i)%nat -> ((i <= 2)%nat -> 2 * eta 2%nat <> 0))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((i <= 2)%nat -> 2 * - (1 / (2 * eta 2%nat)) <> 0))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((i <= 3)%nat -> 2 * eta 4%nat <> 0)))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((i <= 3)%nat -> - (1 / (2 * eta 4%nat)) <> 0)))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((3 < i)%nat -> 2 * eta 4%nat <> 0)))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((3 < i)%nat -> 2 * - (1 / (2 * eta 4%nat)) <> 0)))) /\
  (forall i, In i (range 1 4) -> eta i
    =
    (if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 2%nat)) /
    - (1 / (2 * eta 2%nat)) else if (i <=? 2)%nat then
    - (1 / (2 * - (1 / (2 * eta 2%nat)))) else if (i <=? 3)%nat then
    - (eta 3%nat / (2 * eta 4%nat)) / - (1 / (2 * eta 4%nat)) else
    - (1 / (2 * - (1 / (2 * eta 4%nat)))))).

(* families/normal-vector-diagonal.md#normal-vector-diagonal-gradient
   \nabla A(\eta) = (m_1, m_1^2 + v_1, m_2, m_2^2 + v_2)
   \qquad m := \left(-\frac{\eta_1}{2 \eta_2}, -\frac{\eta_3}{2 \eta_4}\right),\; v := \left(-\frac{1}{2 \eta_2}, -\frac{1}{2 \eta_4}\right) *)
Definition normal_vector_diagonal_gradient : Prop :=
  forall eta : nat -> R, (eta 2%nat < 0 /\ eta 4%nat < 0) ->
  (forall i, In i (range 1 4) ->
    locally (eta i) (fun u => normal_vector_diagonal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 4) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 4) -> ((1 < i)%nat -> ((i <= 2)%nat -> 2 * eta 2%nat <> 0))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((i <= 3)%nat -> 2 * eta 4%nat <> 0)))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((3 < i)%nat -> 2 * eta 4%nat <> 0)))) /\
  (forall i, In i (range 1 4) ->
    is_derive (fun u => normal_vector_diagonal_member__A (update eta i u)) (eta i)
    (if (i <=? 1)%nat then
    - (eta 1%nat / (2 * eta 2%nat)) else if (i <=? 2)%nat then (- (eta 1%nat / (2 * eta 2%nat)))
    ^ 2 + - (1 / (2 * eta 2%nat)) else if (i <=? 3)%nat then
    - (eta 3%nat / (2 * eta 4%nat)) else (- (eta 3%nat / (2 * eta 4%nat))) ^ 2 +
    - (1 / (2 * eta 4%nat)))).

(* families/normal-vector-diagonal.md#normal-vector-diagonal-hessian
   \nabla^2 A(\eta) = \begin{pmatrix} v_1 & 2 m_1 v_1 & 0 & 0 \\ 2 m_1 v_1 & 4 m_1^2 v_1 + 2 v_1^2 & 0 & 0 \\ 0 & 0 & v_2 & 2 m_2 v_2 \\ 0 & 0 & 2 m_2 v_2 & 4 m_2^2 v_2 + 2 v_2^2 \end{pmatrix}
   \qquad m := \left(-\frac{\eta_1}{2 \eta_2}, -\frac{\eta_3}{2 \eta_4}\right),\; v := \left(-\frac{1}{2 \eta_2}, -\frac{1}{2 \eta_4}\right) *)
Definition normal_vector_diagonal_hessian : Prop :=
  forall eta : nat -> R, (eta 2%nat < 0 /\ eta 4%nat < 0) ->
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => normal_vector_diagonal_member__A_has_value (update (update eta i u) i_2 u_2)))))
    /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => normal_vector_diagonal_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) -> ((i <= 1)%nat -> ((i_2 <= 1)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    ((i <= 1)%nat -> ((1 < i_2)%nat -> ((i_2 <= 2)%nat -> 2 * eta 2%nat <> 0))))) /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    ((1 < i)%nat -> ((i <= 2)%nat -> ((i_2 <= 1)%nat -> 2 * eta 2%nat <> 0))))) /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    ((1 < i)%nat ->
    ((i <= 2)%nat -> ((1 < i_2)%nat -> ((i_2 <= 2)%nat -> 2 * eta 2%nat <> 0)))))) /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((i <= 3)%nat ->
    ((1 < i_2)%nat -> ((2 < i_2)%nat -> ((i_2 <= 3)%nat -> 2 * eta 4%nat <> 0)))))))) /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((i <= 3)%nat ->
    ((1 < i_2)%nat -> ((2 < i_2)%nat -> ((3 < i_2)%nat -> 2 * eta 4%nat <> 0)))))))) /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((1 < i_2)%nat -> ((2 < i_2)%nat -> ((i_2 <= 3)%nat -> 2 * eta 4%nat <> 0)))))))) /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((1 < i_2)%nat -> ((2 < i_2)%nat -> ((3 < i_2)%nat -> 2 * eta 4%nat <> 0)))))))) /\
  (forall i, In i (range 1 4) ->
    (forall i_2, In i_2 (range 1 4) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => normal_vector_diagonal_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then
    - (1 / (2 * eta 2%nat)) else if (i_2 <=? 2)%nat then 2 * - (eta 1%nat / (2 * eta 2%nat)) *
    - (1 / (2 * eta 2%nat)) else if (i_2 <=? 3)%nat then 0 else 0 else if (i <=? 2)%nat then if
    (i_2 <=? 1)%nat then 2 * - (eta 1%nat / (2 * eta 2%nat)) *
    - (1 / (2 * eta 2%nat)) else if (i_2 <=? 2)%nat then 4
    * (- (eta 1%nat / (2 * eta 2%nat))) ^ 2 * - (1 / (2 * eta 2%nat)) + 2
    * (- (1 / (2 * eta 2%nat))) ^ 2 else if (i_2 <=? 3)%nat then 0 else 0 else if (i <=? 3)%nat
    then if (i_2 <=? 1)%nat then 0 else if (i_2 <=? 2)%nat then 0 else if (i_2 <=? 3)%nat then
    - (1 / (2 * eta 4%nat)) else 2 * - (eta 3%nat / (2 * eta 4%nat)) *
    - (1 / (2 * eta 4%nat)) else if (i_2 <=? 1)%nat then 0 else if (i_2 <=? 2)%nat then 0 else if
    (i_2 <=? 3)%nat then 2 * - (eta 3%nat / (2 * eta 4%nat)) * - (1 / (2 * eta 4%nat)) else 4
    * (- (eta 3%nat / (2 * eta 4%nat))) ^ 2 * - (1 / (2 * eta 4%nat)) + 2
    * (- (1 / (2 * eta 4%nat))) ^ 2))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/normal-vector-diagonal.md#normal-vector-diagonal-member *)
Definition normal_vector_diagonal_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => normal_vector_diagonal_member__A (update eta i u)) (eta i).

Definition normal_vector_diagonal_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 4) ->
    locally (eta i) (fun u => normal_vector_diagonal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 4) ->
    ex_derive (fun u => normal_vector_diagonal_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/normal-vector-diagonal.md#normal-vector-diagonal-member *)
Definition normal_vector_diagonal_member__N (eta : nat -> R) : R :=
  sum (range 1 4) (fun i => eta i * normal_vector_diagonal_member__mu eta i)
    - normal_vector_diagonal_member__A eta.

Definition normal_vector_diagonal_member__N_has_value (eta : nat -> R) : Prop :=
  normal_vector_diagonal_member__mu_has_value eta /\
  (eta 2%nat < 0 /\ eta 4%nat < 0) /\
  normal_vector_diagonal_member__A_has_value eta.

(* families/normal-vector-diagonal.md#normal-vector-diagonal-conjugate
   N(\eta) = -1 - \frac{1}{2} \log(v_1 v_2)
   \qquad v := \left(-\frac{1}{2 \eta_2}, -\frac{1}{2 \eta_4}\right) *)
Definition normal_vector_diagonal_conjugate : Prop :=
  forall eta : nat -> R, (eta 2%nat < 0 /\ eta 4%nat < 0) ->
  normal_vector_diagonal_member__N_has_value eta /\
  2 * eta 2%nat <> 0 /\
  2 * eta 4%nat <> 0 /\
  0 < - (1 / (2 * eta 2%nat)) * - (1 / (2 * eta 4%nat)) /\
  normal_vector_diagonal_member__N eta
    = - 1 - 1 / 2 * ln (- (1 / (2 * eta 2%nat)) * - (1 / (2 * eta 4%nat))).

(* families/normal-vector-diagonal.md#normal-vector-diagonal-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \sum_{i=1}^{2} \left(\frac{(m_i - n_i)^2}{2 w_i} + \frac{1}{2} \left(\frac{v_i}{w_i} - 1 - \log \frac{v_i}{w_i}\right)\right)
   \qquad m := \left(-\frac{\eta_1}{2 \eta_2}, -\frac{\eta_3}{2 \eta_4}\right),\; v := \left(-\frac{1}{2 \eta_2}, -\frac{1}{2 \eta_4}\right),\; n := \left(-\frac{\zeta_1}{2 \zeta_2}, -\frac{\zeta_3}{2 \zeta_4}\right),\; w := \left(-\frac{1}{2 \zeta_2}, -\frac{1}{2 \zeta_4}\right) *)
Definition normal_vector_diagonal_divergence : Prop :=
  forall eta : nat -> R, (eta 2%nat < 0 /\ eta 4%nat < 0) ->
  forall zeta : nat -> R, (zeta 2%nat < 0 /\ zeta 4%nat < 0) ->
  normal_vector_diagonal_member__A_has_value zeta /\
  normal_vector_diagonal_member__A_has_value eta /\
  normal_vector_diagonal_member__mu_has_value eta /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 4%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * zeta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * zeta 4%nat <> 0)) /\
  (forall i, In i (range 1 2) ->
    2 * (if (i <=? 1)%nat then - (1 / (2 * zeta 2%nat)) else - (1 / (2 * zeta 4%nat))) <> 0) /\
  (forall i, In i (range 1 2) ->
    (if (i <=? 1)%nat then - (1 / (2 * zeta 2%nat)) else - (1 / (2 * zeta 4%nat))) <> 0) /\
  (forall i, In i (range 1 2) -> 0
    < (if (i <=? 1)%nat then - (1 / (2 * eta 2%nat)) else - (1 / (2 * eta 4%nat)))
    / (if (i <=? 1)%nat then - (1 / (2 * zeta 2%nat)) else - (1 / (2 * zeta 4%nat)))) /\
  normal_vector_diagonal_member__A zeta - normal_vector_diagonal_member__A eta
    - sum (range 1 4) (fun i => normal_vector_diagonal_member__mu eta i * (zeta i - eta i))
    = sum (range 1 2)
    (fun i =>
    ((if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 2%nat)) else - (eta 3%nat / (2 * eta 4%nat)))
    -
    (if (i <=? 1)%nat then - (zeta 1%nat / (2 * zeta 2%nat)) else
    - (zeta 3%nat / (2 * zeta 4%nat)))) ^ 2
    / (2 * (if (i <=? 1)%nat then - (1 / (2 * zeta 2%nat)) else - (1 / (2 * zeta 4%nat)))) + 1
    / 2
    *
    ((if (i <=? 1)%nat then - (1 / (2 * eta 2%nat)) else - (1 / (2 * eta 4%nat)))
    / (if (i <=? 1)%nat then - (1 / (2 * zeta 2%nat)) else - (1 / (2 * zeta 4%nat))) - 1
    - ln
    ((if (i <=? 1)%nat then - (1 / (2 * eta 2%nat)) else - (1 / (2 * eta 4%nat)))
    / (if (i <=? 1)%nat then - (1 / (2 * zeta 2%nat)) else - (1 / (2 * zeta 4%nat)))))).

(* families/normal-vector-diagonal.md#normal-vector-diagonal-fit
   \mu(\eta) = (a_1, a_1^2 + v_1, a_2, a_2^2 + v_2)
   \qquad a \in \mathbb{R}^2,\; v \in \mathbb{R}_{>0}^2,\; \eta := \left(\frac{a_1}{v_1}, -\frac{1}{2 v_1}, \frac{a_2}{v_2}, -\frac{1}{2 v_2}\right) *)
Definition normal_vector_diagonal_fit : Prop :=
  forall a : nat -> R,
  forall v : nat -> R, (forall i, In i (range 1 2) -> v i > 0) ->
  (forall i, In i (range 1 4) -> ((i <= 1)%nat -> v 1%nat <> 0)) /\
  (forall i, In i (range 1 4) -> ((1 < i)%nat -> ((i <= 2)%nat -> 2 * v 1%nat <> 0))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((i <= 3)%nat -> v 2%nat <> 0)))) /\
  (forall i, In i (range 1 4) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((3 < i)%nat -> 2 * v 2%nat <> 0)))) /\
  normal_vector_diagonal_member__mu_has_value
    (fun i =>
    if (i <=? 1)%nat then a 1%nat / v 1%nat else if (i <=? 2)%nat then
    - (1 / (2 * v 1%nat)) else if (i <=? 3)%nat then a 2%nat / v 2%nat else
    - (1 / (2 * v 2%nat))) /\
  (forall i, In i (range 1 4) ->
    normal_vector_diagonal_member__mu
    (fun i =>
    if (i <=? 1)%nat then a 1%nat / v 1%nat else if (i <=? 2)%nat then
    - (1 / (2 * v 1%nat)) else if (i <=? 3)%nat then a 2%nat / v 2%nat else
    - (1 / (2 * v 2%nat))) i
    =
    (if (i <=? 1)%nat then a 1%nat else if (i <=? 2)%nat then a 1%nat ^ 2
    + v 1%nat else if (i <=? 3)%nat then a 2%nat else a 2%nat ^ 2 + v 2%nat)).

(* families/normal-vector-isotropic.md#normal-vector-isotropic-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 3 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_2, x_1^2 + x_2^2) \\
   A(\eta) &:= -\frac{\eta_1^2 + \eta_2^2}{4 \eta_3} - \log(-2 \eta_3) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_vector_isotropic_member__h (x : nat -> R) : R :=
  1 / (2 * PI).

Definition normal_vector_isotropic_member__h_has_value (x : nat -> R) : Prop :=
  2 * PI <> 0.

(* families/normal-vector-isotropic.md#normal-vector-isotropic-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 3 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_2, x_1^2 + x_2^2) \\
   A(\eta) &:= -\frac{\eta_1^2 + \eta_2^2}{4 \eta_3} - \log(-2 \eta_3) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_vector_isotropic_member__t (x : nat -> R) (i : nat) : R :=
  if (i <=? 1)%nat then x 1%nat else if (i <=? 2)%nat then x 2%nat else x 1%nat ^ 2 + x 2%nat ^ 2.

(* families/normal-vector-isotropic.md#normal-vector-isotropic-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 3 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_2, x_1^2 + x_2^2) \\
   A(\eta) &:= -\frac{\eta_1^2 + \eta_2^2}{4 \eta_3} - \log(-2 \eta_3) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_vector_isotropic_member__A (eta : nat -> R) : R :=
  - ((eta 1%nat ^ 2 + eta 2%nat ^ 2) / (4 * eta 3%nat)) - ln (- (2 * eta 3%nat)).

Definition normal_vector_isotropic_member__A_has_value (eta : nat -> R) : Prop :=
  4 * eta 3%nat <> 0 /\
  0 < - (2 * eta 3%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/normal-vector-isotropic.md#normal-vector-isotropic-member *)
Definition normal_vector_isotropic_member__p (x : nat -> R) (eta : nat -> R) : R :=
  normal_vector_isotropic_member__h x
    * exp
    (sum (range 1 3) (fun i => eta i * normal_vector_isotropic_member__t x i)
    - normal_vector_isotropic_member__A eta).

Definition normal_vector_isotropic_member__p_has_value (x : nat -> R) (eta : nat -> R) : Prop :=
  normal_vector_isotropic_member__h_has_value x /\
  eta 3%nat < 0 /\
  normal_vector_isotropic_member__A_has_value eta.

(* families/normal-vector-isotropic.md#normal-vector-isotropic-usual-density
   p(x; \eta) = \frac{1}{2 \pi v} \exp\left[-\frac{\lVert x - m \rVert^2}{2 v}\right]
   \qquad m := \left(-\frac{\eta_1}{2 \eta_3}, -\frac{\eta_2}{2 \eta_3}\right),\; v := -\frac{1}{2 \eta_3} *)
Definition normal_vector_isotropic_usual_density : Prop :=
  forall x : nat -> R,
  forall eta : nat -> R, eta 3%nat < 0 ->
  normal_vector_isotropic_member__p_has_value x eta /\
  2 * eta 3%nat <> 0 /\
  2 * PI * - (1 / (2 * eta 3%nat)) <> 0 /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 3%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 3%nat <> 0)) /\
  2 * - (1 / (2 * eta 3%nat)) <> 0 /\
  normal_vector_isotropic_member__p x eta
    = 1 / (2 * PI * - (1 / (2 * eta 3%nat)))
    * exp
    (-
    (sqrt
    (sum (range 1 2)
    (fun i =>
    (x i
    -
    (if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 3%nat)) else - (eta 2%nat / (2 * eta 3%nat))))
    ^ 2)) ^ 2 / (2 * - (1 / (2 * eta 3%nat))))).

(* families/normal-vector-isotropic.md#normal-vector-isotropic-usual-parameters
   \eta = \left(\frac{m_1}{v}, \frac{m_2}{v}, -\frac{1}{2 v}\right)
   \qquad m := \left(-\frac{\eta_1}{2 \eta_3}, -\frac{\eta_2}{2 \eta_3}\right),\; v := -\frac{1}{2 \eta_3} *)
Definition normal_vector_isotropic_usual_parameters : Prop :=
  forall eta : nat -> R, eta 3%nat < 0 ->
  (forall i, In i (range 1 3) -> ((i <= 1)%nat -> 2 * eta 3%nat <> 0)) /\
  (forall i, In i (range 1 3) -> ((i <= 1)%nat -> - (1 / (2 * eta 3%nat)) <> 0)) /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((i <= 2)%nat -> 2 * eta 3%nat <> 0))) /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((i <= 2)%nat -> - (1 / (2 * eta 3%nat)) <> 0)))
    /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((2 < i)%nat -> 2 * eta 3%nat <> 0))) /\
  (forall i, In i (range 1 3) ->
    ((1 < i)%nat -> ((2 < i)%nat -> 2 * - (1 / (2 * eta 3%nat)) <> 0))) /\
  (forall i, In i (range 1 3) -> eta i
    =
    (if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 3%nat)) /
    - (1 / (2 * eta 3%nat)) else if (i <=? 2)%nat then - (eta 2%nat / (2 * eta 3%nat)) /
    - (1 / (2 * eta 3%nat)) else - (1 / (2 * - (1 / (2 * eta 3%nat)))))).

(* families/normal-vector-isotropic.md#normal-vector-isotropic-distance
   2 \pi r \, p\left((m_1 + r \cos \varphi, m_2 + r \sin \varphi); \eta\right) = \frac{r}{v} \exp\left[-\frac{r^2}{2 v}\right]
   \qquad r \in \mathbb{R}_{\ge 0},\; \varphi \in [-4, 4],\; m := \left(-\frac{\eta_1}{2 \eta_3}, -\frac{\eta_2}{2 \eta_3}\right),\; v := -\frac{1}{2 \eta_3} *)
Definition normal_vector_isotropic_distance : Prop :=
  forall eta : nat -> R, eta 3%nat < 0 ->
  forall r : R, r >= 0 ->
  forall varphi : R, - 4 <= varphi <= 4 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 3%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 3%nat <> 0)) /\
  normal_vector_isotropic_member__p_has_value
    (fun i =>
    if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 3%nat)) + r * cos varphi else
    - (eta 2%nat / (2 * eta 3%nat)) + r * sin varphi) eta /\
  2 * eta 3%nat <> 0 /\
  - (1 / (2 * eta 3%nat)) <> 0 /\
  2 * - (1 / (2 * eta 3%nat)) <> 0 /\
  2 * PI * r
    * normal_vector_isotropic_member__p
    (fun i =>
    if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 3%nat)) + r * cos varphi else
    - (eta 2%nat / (2 * eta 3%nat)) + r * sin varphi) eta
    = r / - (1 / (2 * eta 3%nat)) * exp (- (r ^ 2 / (2 * - (1 / (2 * eta 3%nat))))).

(* families/normal-vector-isotropic.md#normal-vector-isotropic-gradient
   \nabla A(\eta) = (m_1, m_2, m_1^2 + m_2^2 + 2 v)
   \qquad m := \left(-\frac{\eta_1}{2 \eta_3}, -\frac{\eta_2}{2 \eta_3}\right),\; v := -\frac{1}{2 \eta_3} *)
Definition normal_vector_isotropic_gradient : Prop :=
  forall eta : nat -> R, eta 3%nat < 0 ->
  (forall i, In i (range 1 3) ->
    locally (eta i) (fun u => normal_vector_isotropic_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 3) -> ((i <= 1)%nat -> 2 * eta 3%nat <> 0)) /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((i <= 2)%nat -> 2 * eta 3%nat <> 0))) /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((2 < i)%nat -> 2 * eta 3%nat <> 0))) /\
  (forall i, In i (range 1 3) ->
    is_derive (fun u => normal_vector_isotropic_member__A (update eta i u)) (eta i)
    (if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 3%nat)) else if (i <=? 2)%nat then
    - (eta 2%nat / (2 * eta 3%nat)) else (- (eta 1%nat / (2 * eta 3%nat))) ^ 2
    + (- (eta 2%nat / (2 * eta 3%nat))) ^ 2 + 2 * - (1 / (2 * eta 3%nat)))).

(* families/normal-vector-isotropic.md#normal-vector-isotropic-hessian
   \nabla^2 A(\eta) = \begin{pmatrix} v & 0 & 2 m_1 v \\ 0 & v & 2 m_2 v \\ 2 m_1 v & 2 m_2 v & 4 \lVert m \rVert^2 v + 4 v^2 \end{pmatrix}
   \qquad m := \left(-\frac{\eta_1}{2 \eta_3}, -\frac{\eta_2}{2 \eta_3}\right),\; v := -\frac{1}{2 \eta_3} *)
Definition normal_vector_isotropic_hessian : Prop :=
  forall eta : nat -> R, eta 3%nat < 0 ->
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => normal_vector_isotropic_member__A_has_value (update (update eta i u) i_2 u_2)))))
    /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => normal_vector_isotropic_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) -> ((i <= 1)%nat -> ((i_2 <= 1)%nat -> 2 * eta 3%nat <> 0))))
    /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    ((i <= 1)%nat -> ((1 < i_2)%nat -> ((2 < i_2)%nat -> 2 * eta 3%nat <> 0))))) /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    ((1 < i)%nat ->
    ((i <= 2)%nat -> ((1 < i_2)%nat -> ((i_2 <= 2)%nat -> 2 * eta 3%nat <> 0)))))) /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    ((1 < i)%nat -> ((i <= 2)%nat -> ((1 < i_2)%nat -> ((2 < i_2)%nat -> 2 * eta 3%nat <> 0))))))
    /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((i_2 <= 1)%nat -> 2 * eta 3%nat <> 0))))) /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((1 < i_2)%nat -> ((i_2 <= 2)%nat -> 2 * eta 3%nat <> 0))))))
    /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    (forall i_3, In i_3 (range 1 2) -> ((i_3 <= 1)%nat -> 2 * eta 3%nat <> 0)))))))) /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    (forall i_3, In i_3 (range 1 2) -> ((1 < i_3)%nat -> 2 * eta 3%nat <> 0)))))))) /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((1 < i_2)%nat -> ((2 < i_2)%nat -> 2 * eta 3%nat <> 0))))))
    /\
  (forall i, In i (range 1 3) ->
    (forall i_2, In i_2 (range 1 3) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => normal_vector_isotropic_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then
    - (1 / (2 * eta 3%nat)) else if (i_2 <=? 2)%nat then 0 else 2 *
    - (eta 1%nat / (2 * eta 3%nat)) *
    - (1 / (2 * eta 3%nat)) else if (i <=? 2)%nat then if (i_2 <=? 1)%nat then 0 else if
    (i_2 <=? 2)%nat then - (1 / (2 * eta 3%nat)) else 2 * - (eta 2%nat / (2 * eta 3%nat)) *
    - (1 / (2 * eta 3%nat)) else if (i_2 <=? 1)%nat then 2 * - (eta 1%nat / (2 * eta 3%nat)) *
    - (1 / (2 * eta 3%nat)) else if (i_2 <=? 2)%nat then 2 * - (eta 2%nat / (2 * eta 3%nat)) *
    - (1 / (2 * eta 3%nat)) else 4
    * sqrt
    (sum (range 1 2)
    (fun i_3 =>
    (if (i_3 <=? 1)%nat then - (eta 1%nat / (2 * eta 3%nat)) else
    - (eta 2%nat / (2 * eta 3%nat))) ^ 2)) ^ 2 * - (1 / (2 * eta 3%nat)) + 4
    * (- (1 / (2 * eta 3%nat))) ^ 2))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/normal-vector-isotropic.md#normal-vector-isotropic-member *)
Definition normal_vector_isotropic_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => normal_vector_isotropic_member__A (update eta i u)) (eta i).

Definition normal_vector_isotropic_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 3) ->
    locally (eta i) (fun u => normal_vector_isotropic_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 3) ->
    ex_derive (fun u => normal_vector_isotropic_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/normal-vector-isotropic.md#normal-vector-isotropic-member *)
Definition normal_vector_isotropic_member__N (eta : nat -> R) : R :=
  sum (range 1 3) (fun i => eta i * normal_vector_isotropic_member__mu eta i)
    - normal_vector_isotropic_member__A eta.

Definition normal_vector_isotropic_member__N_has_value (eta : nat -> R) : Prop :=
  normal_vector_isotropic_member__mu_has_value eta /\
  eta 3%nat < 0 /\
  normal_vector_isotropic_member__A_has_value eta.

(* families/normal-vector-isotropic.md#normal-vector-isotropic-conjugate
   N(\eta) = -1 - \log v
   \qquad v := -\frac{1}{2 \eta_3} *)
Definition normal_vector_isotropic_conjugate : Prop :=
  forall eta : nat -> R, eta 3%nat < 0 ->
  normal_vector_isotropic_member__N_has_value eta /\
  2 * eta 3%nat <> 0 /\
  0 < - (1 / (2 * eta 3%nat)) /\
  normal_vector_isotropic_member__N eta = - 1 - ln (- (1 / (2 * eta 3%nat))).

(* families/normal-vector-isotropic.md#normal-vector-isotropic-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{\lVert m - n \rVert^2}{2 w} + \frac{v}{w} - 1 - \log \frac{v}{w}
   \qquad m := \left(-\frac{\eta_1}{2 \eta_3}, -\frac{\eta_2}{2 \eta_3}\right),\; v := -\frac{1}{2 \eta_3},\; n := \left(-\frac{\zeta_1}{2 \zeta_3}, -\frac{\zeta_2}{2 \zeta_3}\right),\; w := -\frac{1}{2 \zeta_3} *)
Definition normal_vector_isotropic_divergence : Prop :=
  forall eta : nat -> R, eta 3%nat < 0 ->
  forall zeta : nat -> R, zeta 3%nat < 0 ->
  normal_vector_isotropic_member__A_has_value zeta /\
  normal_vector_isotropic_member__A_has_value eta /\
  normal_vector_isotropic_member__mu_has_value eta /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 3%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 3%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * zeta 3%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * zeta 3%nat <> 0)) /\
  2 * zeta 3%nat <> 0 /\
  2 * - (1 / (2 * zeta 3%nat)) <> 0 /\
  2 * eta 3%nat <> 0 /\
  - (1 / (2 * zeta 3%nat)) <> 0 /\
  0 < - (1 / (2 * eta 3%nat)) / - (1 / (2 * zeta 3%nat)) /\
  normal_vector_isotropic_member__A zeta - normal_vector_isotropic_member__A eta
    - sum (range 1 3) (fun i => normal_vector_isotropic_member__mu eta i * (zeta i - eta i))
    = sqrt
    (sum (range 1 2)
    (fun i =>
    ((if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 3%nat)) else - (eta 2%nat / (2 * eta 3%nat)))
    -
    (if (i <=? 1)%nat then - (zeta 1%nat / (2 * zeta 3%nat)) else
    - (zeta 2%nat / (2 * zeta 3%nat)))) ^ 2)) ^ 2 / (2 * - (1 / (2 * zeta 3%nat))) +
    - (1 / (2 * eta 3%nat)) / - (1 / (2 * zeta 3%nat)) - 1
    - ln (- (1 / (2 * eta 3%nat)) / - (1 / (2 * zeta 3%nat))).

(* families/normal-vector-isotropic.md#normal-vector-isotropic-fit
   \mu(\eta) = (a_1, a_2, a_1^2 + a_2^2 + 2 v)
   \qquad a \in \mathbb{R}^2,\; v \in \mathbb{R}_{>0},\; \eta := \left(\frac{a_1}{v}, \frac{a_2}{v}, -\frac{1}{2 v}\right) *)
Definition normal_vector_isotropic_fit : Prop :=
  forall a : nat -> R,
  forall v : R, v > 0 ->
  (forall i, In i (range 1 3) -> ((i <= 1)%nat -> v <> 0)) /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((i <= 2)%nat -> v <> 0))) /\
  (forall i, In i (range 1 3) -> ((1 < i)%nat -> ((2 < i)%nat -> 2 * v <> 0))) /\
  normal_vector_isotropic_member__mu_has_value
    (fun i =>
    if (i <=? 1)%nat then a 1%nat / v else if (i <=? 2)%nat then a 2%nat / v else
    - (1 / (2 * v))) /\
  (forall i, In i (range 1 3) ->
    normal_vector_isotropic_member__mu
    (fun i =>
    if (i <=? 1)%nat then a 1%nat / v else if (i <=? 2)%nat then a 2%nat / v else
    - (1 / (2 * v))) i
    =
    (if (i <=? 1)%nat then a 1%nat else if (i <=? 2)%nat then a 2%nat else a 1%nat ^ 2
    + a 2%nat ^ 2 + 2 * v)).

(* families/normal-vector-variance-known.md#normal-vector-variance-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^k \\
   d &:= k \\
   h(x) &:= (2 \pi v)^{-k / 2} \exp\left[-\frac{\lVert x \rVert^2}{2 v}\right] \\
   t(x) &:= x \\
   A(\eta) &:= \frac{v \lVert \eta \rVert^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^k
   \end{aligned} *)
Definition normal_vector_variance_known_member__h (k : nat) (v : R) (x : nat -> R) : R :=
  Rpower (2 * PI * v) (- (INR k / 2))
    * exp (- (sqrt (sum (range 1 k) (fun i => x i ^ 2)) ^ 2 / (2 * v))).

Definition normal_vector_variance_known_member__h_has_value (k : nat) (v : R) (x : nat -> R) :
  Prop :=
  0 < 2 * PI * v /\
  2 * v <> 0.

(* families/normal-vector-variance-known.md#normal-vector-variance-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^k \\
   d &:= k \\
   h(x) &:= (2 \pi v)^{-k / 2} \exp\left[-\frac{\lVert x \rVert^2}{2 v}\right] \\
   t(x) &:= x \\
   A(\eta) &:= \frac{v \lVert \eta \rVert^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^k
   \end{aligned} *)
Definition normal_vector_variance_known_member__t (k : nat) (x : nat -> R) (i : nat) : R :=
  x i.

(* families/normal-vector-variance-known.md#normal-vector-variance-known-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^k \\
   d &:= k \\
   h(x) &:= (2 \pi v)^{-k / 2} \exp\left[-\frac{\lVert x \rVert^2}{2 v}\right] \\
   t(x) &:= x \\
   A(\eta) &:= \frac{v \lVert \eta \rVert^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^k
   \end{aligned} *)
Definition normal_vector_variance_known_member__A (k : nat) (v : R) (eta : nat -> R) : R :=
  v * sqrt (sum (range 1 k) (fun i => eta i ^ 2)) ^ 2 / 2.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/normal-vector-variance-known.md#normal-vector-variance-known-member *)
Definition normal_vector_variance_known_member__p (k : nat) (v : R) (x : nat -> R)
  (eta : nat -> R) : R :=
  normal_vector_variance_known_member__h k v x
    * exp
    (sum (range 1 k) (fun i => eta i * normal_vector_variance_known_member__t k x i)
    - normal_vector_variance_known_member__A k v eta).

Definition normal_vector_variance_known_member__p_has_value (k : nat) (v : R) (x : nat -> R)
  (eta : nat -> R) : Prop :=
  normal_vector_variance_known_member__h_has_value k v x.

(* families/normal-vector-variance-known.md#normal-vector-variance-known-usual-density
   p(x; \eta) = (2 \pi v)^{-k / 2} \exp\left[-\frac{\lVert x - m \rVert^2}{2 v}\right]
   \qquad m := v \eta *)
Definition normal_vector_variance_known_usual_density : Prop :=
  forall k : nat, In k (range 1 3) ->
  forall v : R, v > 0 ->
  forall x : nat -> R,
  forall eta : nat -> R,
  normal_vector_variance_known_member__p_has_value k v x eta /\
  0 < 2 * PI * v /\
  2 * v <> 0 /\
  normal_vector_variance_known_member__p k v x eta
    = Rpower (2 * PI * v) (- (INR k / 2))
    * exp (- (sqrt (sum (range 1 k) (fun i => (x i - v * eta i) ^ 2)) ^ 2 / (2 * v))).

(* families/normal-vector-variance-known.md#normal-vector-variance-known-independent
   p(x; \eta) = \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{(x_1 - m_1)^2}{2 v}\right] \cdot \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{(x_2 - m_2)^2}{2 v}\right]
   \qquad k = 2,\; m := v \eta *)
Definition normal_vector_variance_known_independent : Prop :=
  forall k : nat, In k (range 1 3) ->
  forall v : R, v > 0 ->
  forall x : nat -> R,
  forall eta : nat -> R,
  INR k = 2 ->
  normal_vector_variance_known_member__p_has_value k v x eta /\
  0 <= 2 * PI * v /\
  sqrt (2 * PI * v) <> 0 /\
  2 * v <> 0 /\
  normal_vector_variance_known_member__p k v x eta
    = 1 / sqrt (2 * PI * v) * exp (- ((x 1%nat - v * eta 1%nat) ^ 2 / (2 * v)))
    * (1 / sqrt (2 * PI * v)) * exp (- ((x 2%nat - v * eta 2%nat) ^ 2 / (2 * v))).

(* families/normal-vector-variance-known.md#normal-vector-variance-known-gradient
   \nabla A(\eta) = m
   \qquad m := v \eta *)
Definition normal_vector_variance_known_gradient : Prop :=
  forall k : nat, In k (range 1 3) ->
  forall v : R, v > 0 ->
  forall eta : nat -> R,
  (forall i, In i (range 1 k) ->
    is_derive (fun u => normal_vector_variance_known_member__A k v (update eta i u)) (eta i)
    (v * eta i)).

(* families/normal-vector-variance-known.md#normal-vector-variance-known-hessian
   \nabla^2 A(\eta) = v I_k *)
Definition normal_vector_variance_known_hessian : Prop :=
  forall k : nat, In k (range 1 3) ->
  forall v : R, v > 0 ->
  forall eta : nat -> R,
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (eta i)
    (fun u =>
    ex_derive
    (fun u_2 => normal_vector_variance_known_member__A k v (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    is_derive
    (fun u =>
    Derive
    (fun u_2 => normal_vector_variance_known_member__A k v (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i) (v * (if (i =? i_2)%nat then 1 else 0)))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/normal-vector-variance-known.md#normal-vector-variance-known-member *)
Definition normal_vector_variance_known_member__mu (k : nat) (v : R) (eta : nat -> R) (i : nat) :
  R :=
  Derive (fun u => normal_vector_variance_known_member__A k v (update eta i u)) (eta i).

Definition normal_vector_variance_known_member__mu_has_value (k : nat) (v : R) (eta : nat -> R) :
  Prop :=
  (forall i, In i (range 1 k) ->
    ex_derive (fun u => normal_vector_variance_known_member__A k v (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/normal-vector-variance-known.md#normal-vector-variance-known-member *)
Definition normal_vector_variance_known_member__N (k : nat) (v : R) (eta : nat -> R) : R :=
  sum (range 1 k) (fun i => eta i * normal_vector_variance_known_member__mu k v eta i)
    - normal_vector_variance_known_member__A k v eta.

Definition normal_vector_variance_known_member__N_has_value (k : nat) (v : R) (eta : nat -> R) :
  Prop :=
  normal_vector_variance_known_member__mu_has_value k v eta.

(* families/normal-vector-variance-known.md#normal-vector-variance-known-conjugate
   N(\eta) = \frac{\lVert m \rVert^2}{2 v}
   \qquad m := v \eta *)
Definition normal_vector_variance_known_conjugate : Prop :=
  forall k : nat, In k (range 1 3) ->
  forall v : R, v > 0 ->
  forall eta : nat -> R,
  normal_vector_variance_known_member__N_has_value k v eta /\
  2 * v <> 0 /\
  normal_vector_variance_known_member__N k v eta
    = sqrt (sum (range 1 k) (fun i => (v * eta i) ^ 2)) ^ 2 / (2 * v).

(* families/normal-vector-variance-known.md#normal-vector-variance-known-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{\lVert m - n \rVert^2}{2 v}
   \qquad m := v \eta,\; n := v \zeta *)
Definition normal_vector_variance_known_divergence : Prop :=
  forall k : nat, In k (range 1 3) ->
  forall v : R, v > 0 ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  normal_vector_variance_known_member__mu_has_value k v eta /\
  2 * v <> 0 /\
  normal_vector_variance_known_member__A k v zeta
    - normal_vector_variance_known_member__A k v eta
    - sum (range 1 k)
    (fun i => normal_vector_variance_known_member__mu k v eta i * (zeta i - eta i))
    = sqrt (sum (range 1 k) (fun i => (v * eta i - v * zeta i) ^ 2)) ^ 2 / (2 * v).

(* families/normal-vector-variance-known.md#normal-vector-variance-known-fit
   \mu(\eta) = \tau
   \qquad \tau \in \mathbb{R}^k,\; \eta := \frac{1}{v} \tau *)
Definition normal_vector_variance_known_fit : Prop :=
  forall k : nat, In k (range 1 3) ->
  forall v : R, v > 0 ->
  forall tau : nat -> R,
  v <> 0 /\
  normal_vector_variance_known_member__mu_has_value k v (fun i => 1 / v * tau i) /\
  (forall i, In i (range 1 k) ->
    normal_vector_variance_known_member__mu k v (fun i => 1 / v * tau i) i = tau i).

(* families/normal-vector.md#normal-vector-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 5 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_2, x_1^2, x_1 x_2, x_2^2) \\
   A(\eta) &:= \frac{\eta_4 \eta_1 \eta_2 - \eta_5 \eta_1^2 - \eta_3 \eta_2^2}{4 \eta_3 \eta_5 - \eta_4^2} - \frac{1}{2} \log(4 \eta_3 \eta_5 - \eta_4^2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R} \times (-\infty, -1) \times [-2, 2] \times (-\infty, -1)
   \end{aligned} *)
Definition normal_vector_member__h (x : nat -> R) : R :=
  1 / (2 * PI).

Definition normal_vector_member__h_has_value (x : nat -> R) : Prop :=
  2 * PI <> 0.

(* families/normal-vector.md#normal-vector-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 5 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_2, x_1^2, x_1 x_2, x_2^2) \\
   A(\eta) &:= \frac{\eta_4 \eta_1 \eta_2 - \eta_5 \eta_1^2 - \eta_3 \eta_2^2}{4 \eta_3 \eta_5 - \eta_4^2} - \frac{1}{2} \log(4 \eta_3 \eta_5 - \eta_4^2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R} \times (-\infty, -1) \times [-2, 2] \times (-\infty, -1)
   \end{aligned} *)
Definition normal_vector_member__t (x : nat -> R) (i : nat) : R :=
  if (i <=? 1)%nat then x 1%nat else if (i <=? 2)%nat then x 2%nat else if (i <=? 3)%nat then x
    1%nat ^ 2 else if (i <=? 4)%nat then x 1%nat * x 2%nat else x 2%nat ^ 2.

(* families/normal-vector.md#normal-vector-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}^2 \\
   d &:= 5 \\
   h(x) &:= \frac{1}{2 \pi} \\
   t(x) &:= (x_1, x_2, x_1^2, x_1 x_2, x_2^2) \\
   A(\eta) &:= \frac{\eta_4 \eta_1 \eta_2 - \eta_5 \eta_1^2 - \eta_3 \eta_2^2}{4 \eta_3 \eta_5 - \eta_4^2} - \frac{1}{2} \log(4 \eta_3 \eta_5 - \eta_4^2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R} \times (-\infty, -1) \times [-2, 2] \times (-\infty, -1)
   \end{aligned} *)
Definition normal_vector_member__A (eta : nat -> R) : R :=
  (eta 4%nat * eta 1%nat * eta 2%nat - eta 5%nat * eta 1%nat ^ 2 - eta 3%nat * eta 2%nat ^ 2)
    / (4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2) - 1 / 2
    * ln (4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2).

Definition normal_vector_member__A_has_value (eta : nat -> R) : Prop :=
  4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2 <> 0 /\
  0 < 4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/normal-vector.md#normal-vector-member *)
Definition normal_vector_member__p (x : nat -> R) (eta : nat -> R) : R :=
  normal_vector_member__h x
    * exp
    (sum (range 1 5) (fun i => eta i * normal_vector_member__t x i)
    - normal_vector_member__A eta).

Definition normal_vector_member__p_has_value (x : nat -> R) (eta : nat -> R) : Prop :=
  normal_vector_member__h_has_value x /\
  (eta 3%nat < - 1 /\ - 2 <= eta 4%nat <= 2 /\ eta 5%nat < - 1) /\
  normal_vector_member__A_has_value eta.

(* families/normal-vector.md#normal-vector-usual-density
   p(x; \eta) = \frac{1}{2 \pi \sqrt{\det S}} \exp\left[-\frac{1}{2} (x - m)^\top S^{-1} (x - m)\right]
   \qquad S := \begin{pmatrix} -2 \eta_3 & -\eta_4 \\ -\eta_4 & -2 \eta_5 \end{pmatrix}^{-1},\; m := S (\eta_1, \eta_2) *)
Definition normal_vector_usual_density : Prop :=
  forall x : nat -> R,
  forall eta : nat -> R, (eta 3%nat < - 1 /\ - 2 <= eta 4%nat <= 2 /\ eta 5%nat < - 1) ->
  normal_vector_member__p_has_value x eta /\
  - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0 /\
  0 <= - (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) -
    - (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) /\
  2 * PI
    * sqrt
    (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) -
    - (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    <> 0 /\
  - (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) -
    - (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    <> 0 /\
  normal_vector_member__p x eta
    = 1
    /
    (2 * PI
    * sqrt
    (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) -
    - (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))))
    * exp
    (- sum (range 1 2)
    (fun i =>
    sum (range 1 2)
    (fun i_2 =>
    1 / 2
    *
    (x i_2
    - sum (range 1 2)
    (fun i_3 =>
    (if (i_2 <=? 1)%nat then if (i_3 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else if (i_3 <=? 1)%nat
    then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_3 <=? 1)%nat then eta 1%nat else eta 2%nat)))
    *
    (if (i_2 <=? 1)%nat then if (i <=? 1)%nat then - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    /
    (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) -
    - (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    else
    - (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    /
    (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) -
    - (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    else if (i <=? 1)%nat then
    - (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    /
    (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) -
    - (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    else - (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    /
    (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) -
    - (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))))
    *
    (x i
    - sum (range 1 2)
    (fun i_2 =>
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else if (i_2 <=? 1)%nat
    then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_2 <=? 1)%nat then eta 1%nat else eta 2%nat))))).

(* families/normal-vector.md#normal-vector-units
   \frac{1}{b c} p\left(\left(\frac{x_1}{b}, \frac{x_2}{c}\right); \eta\right) = p(x; \zeta)
   \qquad b \in (0, 1],\; c \in (0, 1],\; \lvert \eta_4 \rvert \le 2 b c,\; \zeta := \left(\frac{\eta_1}{b}, \frac{\eta_2}{c}, \frac{\eta_3}{b^2}, \frac{\eta_4}{b c}, \frac{\eta_5}{c^2}\right) *)
Definition normal_vector_units : Prop :=
  forall x : nat -> R,
  forall eta : nat -> R, (eta 3%nat < - 1 /\ - 2 <= eta 4%nat <= 2 /\ eta 5%nat < - 1) ->
  forall b : R, 0 < b <= 1 ->
  forall c : R, 0 < c <= 1 ->
  Rabs (eta 4%nat) <= 2 * b * c ->
  b * c <> 0 /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> b <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> c <> 0)) /\
  normal_vector_member__p_has_value (fun i => if (i <=? 1)%nat then x 1%nat / b else x 2%nat / c)
    eta /\
  (forall i, In i (range 1 5) -> ((i <= 1)%nat -> b <> 0)) /\
  (forall i, In i (range 1 5) -> ((1 < i)%nat -> ((i <= 2)%nat -> c <> 0))) /\
  (forall i, In i (range 1 5) -> ((1 < i)%nat -> ((2 < i)%nat -> ((i <= 3)%nat -> b ^ 2 <> 0))))
    /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((3 < i)%nat -> ((i <= 4)%nat -> b * c <> 0))))) /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((3 < i)%nat -> ((4 < i)%nat -> c ^ 2 <> 0))))) /\
  normal_vector_member__p_has_value x
    (fun i =>
    if (i <=? 1)%nat then eta 1%nat / b else if (i <=? 2)%nat then eta 2%nat
    / c else if (i <=? 3)%nat then eta 3%nat / b ^ 2 else if (i <=? 4)%nat then eta 4%nat
    / (b * c) else eta 5%nat / c ^ 2) /\
  1 / (b * c)
    * normal_vector_member__p (fun i => if (i <=? 1)%nat then x 1%nat / b else x 2%nat / c) eta
    = normal_vector_member__p x
    (fun i =>
    if (i <=? 1)%nat then eta 1%nat / b else if (i <=? 2)%nat then eta 2%nat
    / c else if (i <=? 3)%nat then eta 3%nat / b ^ 2 else if (i <=? 4)%nat then eta 4%nat
    / (b * c) else eta 5%nat / c ^ 2).

(* families/normal-vector.md#normal-vector-gradient
   \nabla A(\eta) = (m_1, m_2, m_1^2 + S_{1,1}, m_1 m_2 + S_{1,2}, m_2^2 + S_{2,2})
   \qquad S := \begin{pmatrix} -2 \eta_3 & -\eta_4 \\ -\eta_4 & -2 \eta_5 \end{pmatrix}^{-1},\; m := S (\eta_1, \eta_2) *)
Definition normal_vector_gradient : Prop :=
  forall eta : nat -> R, (eta 3%nat < - 1 /\ - 2 <= eta 4%nat <= 2 /\ eta 5%nat < - 1) ->
  (forall i, In i (range 1 5) ->
    locally (eta i) (fun u => normal_vector_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 5) ->
    ((i <= 1)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0)) /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat ->
    ((i <= 2)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0))) /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((i <= 3)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0)))) /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((i <= 4)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0)))))
    /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((4 < i)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0))))) /\
  (forall i, In i (range 1 5) ->
    is_derive (fun u => normal_vector_member__A (update eta i u)) (eta i)
    (if (i <=? 1)%nat then sum (range 1 2)
    (fun i_2 =>
    (if (i_2 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_2 <=? 1)%nat then eta 1%nat else eta 2%nat)) else if (i <=? 2)%nat then sum
    (range 1 2)
    (fun i_2 =>
    (if (i_2 <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_2 <=? 1)%nat then eta 1%nat else eta 2%nat)) else if (i <=? 3)%nat then sum
    (range 1 2)
    (fun i_2 =>
    (if (i_2 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_2 <=? 1)%nat then eta 1%nat else eta 2%nat)) ^ 2 + - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else if (i <=? 4)%nat
    then sum (range 1 2)
    (fun i_2 =>
    (if (i_2 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_2 <=? 1)%nat then eta 1%nat else eta 2%nat))
    * sum (range 1 2)
    (fun i_2 =>
    (if (i_2 <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_2 <=? 1)%nat then eta 1%nat else eta 2%nat)) + - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else sum (range 1 2)
    (fun i_2 =>
    (if (i_2 <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_2 <=? 1)%nat then eta 1%nat else eta 2%nat)) ^ 2 + - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))).

(* families/normal-vector.md#normal-vector-hessian
   \nabla^2 A(\eta) = B^\top S B + \begin{pmatrix} 0 & 0 & 0 & 0 & 0 \\ 0 & 0 & 0 & 0 & 0 \\ 0 & 0 & 2 v^2 & 2 v c & 2 c^2 \\ 0 & 0 & 2 v c & v w + c^2 & 2 c w \\ 0 & 0 & 2 c^2 & 2 c w & 2 w^2 \end{pmatrix}
   \qquad S := \begin{pmatrix} -2 \eta_3 & -\eta_4 \\ -\eta_4 & -2 \eta_5 \end{pmatrix}^{-1},\; m := S (\eta_1, \eta_2),\; v := S_{1,1},\; c := S_{1,2},\; w := S_{2,2},\; B := \begin{pmatrix} 1 & 0 & 2 m_1 & m_2 & 0 \\ 0 & 1 & 0 & m_1 & 2 m_2 \end{pmatrix} *)
Definition normal_vector_hessian : Prop :=
  forall eta : nat -> R, (eta 3%nat < - 1 /\ - 2 <= eta 4%nat <= 2 /\ eta 5%nat < - 1) ->
  - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0 /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => normal_vector_member__A_has_value (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => normal_vector_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 5) ->
    (forall i_4, In i_4 (range 1 2) ->
    ((i_4 <= 1)%nat ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((i <= 3)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0))))))
    /\
  (forall i, In i (range 1 5) ->
    (forall i_4, In i_4 (range 1 2) ->
    ((i_4 <= 1)%nat ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((i <= 4)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_4, In i_4 (range 1 2) ->
    ((1 < i_4)%nat ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((i <= 4)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_4, In i_4 (range 1 2) ->
    ((1 < i_4)%nat ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((4 < i)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0)))))))
    /\
  (forall i_2, In i_2 (range 1 5) ->
    (forall i_3, In i_3 (range 1 2) ->
    ((i_3 <= 1)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((i_2 <= 3)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0)))))) /\
  (forall i_2, In i_2 (range 1 5) ->
    (forall i_3, In i_3 (range 1 2) ->
    ((i_3 <= 1)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((i_2 <= 4)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))) /\
  (forall i_2, In i_2 (range 1 5) ->
    (forall i_3, In i_3 (range 1 2) ->
    ((1 < i_3)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((i_2 <= 4)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))) /\
  (forall i_2, In i_2 (range 1 5) ->
    (forall i_3, In i_3 (range 1 2) ->
    ((1 < i_3)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((4 < i_2)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((i <= 3)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((i_2 <= 3)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0)))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((i <= 3)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((i_2 <= 4)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((i <= 3)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((4 < i_2)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((i <= 4)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((i_2 <= 3)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((i <= 4)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((i_2 <= 4)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0)))))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((i <= 4)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((4 < i_2)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0)))))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((4 < i)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((i_2 <= 3)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0))))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((4 < i)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((i_2 <= 4)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0)))))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    ((1 < i)%nat ->
    ((2 < i)%nat ->
    ((3 < i)%nat ->
    ((4 < i)%nat ->
    ((1 < i_2)%nat ->
    ((2 < i_2)%nat ->
    ((3 < i_2)%nat ->
    ((4 < i_2)%nat -> - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat
    <> 0)))))))))) /\
  (forall i, In i (range 1 5) ->
    (forall i_2, In i_2 (range 1 5) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => normal_vector_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (sum (range 1 2)
    (fun i_3 =>
    sum (range 1 2)
    (fun i_4 =>
    (if (i_4 <=? 1)%nat then if (i <=? 1)%nat then 1 else if (i <=? 2)%nat then 0 else if
    (i <=? 3)%nat then 2
    * sum (range 1 2)
    (fun i_5 =>
    (if (i_5 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_5 <=? 1)%nat then eta 1%nat else eta 2%nat)) else if (i <=? 4)%nat then sum
    (range 1 2)
    (fun i_5 =>
    (if (i_5 <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_5 <=? 1)%nat then eta 1%nat else eta 2%nat)) else 0 else if (i <=? 1)%nat then 0
    else if (i <=? 2)%nat then 1 else if (i <=? 3)%nat then 0 else if (i <=? 4)%nat then sum
    (range 1 2)
    (fun i_5 =>
    (if (i_5 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_5 <=? 1)%nat then eta 1%nat else eta 2%nat)) else 2
    * sum (range 1 2)
    (fun i_5 =>
    (if (i_5 <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_5 <=? 1)%nat then eta 1%nat else eta 2%nat)))
    *
    (if (i_4 <=? 1)%nat then if (i_3 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else if (i_3 <=? 1)%nat
    then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    *
    (if (i_3 <=? 1)%nat then if (i_2 <=? 1)%nat then 1 else if (i_2 <=? 2)%nat then 0 else if
    (i_2 <=? 3)%nat then 2
    * sum (range 1 2)
    (fun i_4 =>
    (if (i_4 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_4 <=? 1)%nat then eta 1%nat else eta 2%nat)) else if (i_2 <=? 4)%nat then sum
    (range 1 2)
    (fun i_4 =>
    (if (i_4 <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_4 <=? 1)%nat then eta 1%nat else eta 2%nat)) else 0 else if (i_2 <=? 1)%nat then 0
    else if (i_2 <=? 2)%nat then 1 else if (i_2 <=? 3)%nat then 0 else if (i_2 <=? 4)%nat then
    sum (range 1 2)
    (fun i_4 =>
    (if (i_4 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_4 <=? 1)%nat then eta 1%nat else eta 2%nat)) else 2
    * sum (range 1 2)
    (fun i_4 =>
    (if (i_4 <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_4 <=? 1)%nat then eta 1%nat else eta 2%nat))))
    +
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then 0 else if (i_2 <=? 2)%nat then 0 else if
    (i_2 <=? 3)%nat then 0 else if (i_2 <=? 4)%nat then 0 else 0 else if (i <=? 2)%nat then if
    (i_2 <=? 1)%nat then 0 else if (i_2 <=? 2)%nat then 0 else if (i_2 <=? 3)%nat then 0 else if
    (i_2 <=? 4)%nat then 0 else 0 else if (i <=? 3)%nat then if (i_2 <=? 1)%nat then 0 else if
    (i_2 <=? 2)%nat then 0 else if (i_2 <=? 3)%nat then 2
    * (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) ^
    2 else if (i_2 <=? 4)%nat then 2
    * (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    else 2
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) ^ 2
    else if (i <=? 4)%nat then if (i_2 <=? 1)%nat then 0 else if (i_2 <=? 2)%nat then 0 else if
    (i_2 <=? 3)%nat then 2
    * (- (2 * eta 5%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    else if (i_2 <=? 4)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    + (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) ^ 2
    else 2
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    else if (i_2 <=? 1)%nat then 0 else if (i_2 <=? 2)%nat then 0 else if (i_2 <=? 3)%nat then 2
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) ^ 2
    else if (i_2 <=? 4)%nat then 2
    * (- (- eta 4%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    else 2
    * (- (2 * eta 3%nat) / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)) ^
    2)))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/normal-vector.md#normal-vector-member *)
Definition normal_vector_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => normal_vector_member__A (update eta i u)) (eta i).

Definition normal_vector_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 5) ->
    locally (eta i) (fun u => normal_vector_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 5) ->
    ex_derive (fun u => normal_vector_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/normal-vector.md#normal-vector-member *)
Definition normal_vector_member__N (eta : nat -> R) : R :=
  sum (range 1 5) (fun i => eta i * normal_vector_member__mu eta i) - normal_vector_member__A eta.

Definition normal_vector_member__N_has_value (eta : nat -> R) : Prop :=
  normal_vector_member__mu_has_value eta /\
  (eta 3%nat < - 1 /\ - 2 <= eta 4%nat <= 2 /\ eta 5%nat < - 1) /\
  normal_vector_member__A_has_value eta.

(* families/normal-vector.md#normal-vector-conjugate
   N(\eta) = \frac{1}{2} \log(4 \eta_3 \eta_5 - \eta_4^2) - 1 *)
Definition normal_vector_conjugate : Prop :=
  forall eta : nat -> R, (eta 3%nat < - 1 /\ - 2 <= eta 4%nat <= 2 /\ eta 5%nat < - 1) ->
  normal_vector_member__N_has_value eta /\
  0 < 4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2 /\
  normal_vector_member__N eta = 1 / 2 * ln (4 * eta 3%nat * eta 5%nat - eta 4%nat ^ 2) - 1.

(* families/normal-vector.md#normal-vector-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{1}{2} (m - n)^\top Q (m - n) + \frac{1}{2} \operatorname{tr}(Q S) - 1 - \frac{1}{2} \log \det(Q S)
   \qquad S := \begin{pmatrix} -2 \eta_3 & -\eta_4 \\ -\eta_4 & -2 \eta_5 \end{pmatrix}^{-1},\; m := S (\eta_1, \eta_2),\; Q := \begin{pmatrix} -2 \zeta_3 & -\zeta_4 \\ -\zeta_4 & -2 \zeta_5 \end{pmatrix},\; n := Q^{-1} (\zeta_1, \zeta_2) *)
Definition normal_vector_divergence : Prop :=
  forall eta : nat -> R, (eta 3%nat < - 1 /\ - 2 <= eta 4%nat <= 2 /\ eta 5%nat < - 1) ->
  forall zeta : nat -> R, (zeta 3%nat < - 1 /\ - 2 <= zeta 4%nat <= 2 /\ zeta 5%nat < - 1) ->
  normal_vector_member__A_has_value zeta /\
  normal_vector_member__A_has_value eta /\
  normal_vector_member__mu_has_value eta /\
  - (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat <> 0 /\
  - (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat <> 0 /\
  0 < sum (range 1 2)
    (fun i =>
    (if (i <=? 1)%nat then - (2 * zeta 3%nat) else - zeta 4%nat)
    *
    (if (i <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    * sum (range 1 2)
    (fun i =>
    (if (i <=? 1)%nat then - zeta 4%nat else - (2 * zeta 5%nat))
    *
    (if (i <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    - sum (range 1 2)
    (fun i =>
    (if (i <=? 1)%nat then - (2 * zeta 3%nat) else - zeta 4%nat)
    *
    (if (i <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    * sum (range 1 2)
    (fun i =>
    (if (i <=? 1)%nat then - zeta 4%nat else - (2 * zeta 5%nat))
    *
    (if (i <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))) /\
  normal_vector_member__A zeta - normal_vector_member__A eta
    - sum (range 1 5) (fun i => normal_vector_member__mu eta i * (zeta i - eta i))
    = sum (range 1 2)
    (fun i =>
    sum (range 1 2)
    (fun i_2 =>
    1 / 2
    *
    (sum (range 1 2)
    (fun i_3 =>
    (if (i_2 <=? 1)%nat then if (i_3 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else if (i_3 <=? 1)%nat
    then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_3 <=? 1)%nat then eta 1%nat else eta 2%nat))
    - sum (range 1 2)
    (fun i_3 =>
    (if (i_2 <=? 1)%nat then if (i_3 <=? 1)%nat then - (2 * zeta 5%nat)
    / (- (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat) else
    - (- zeta 4%nat)
    / (- (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat) else if
    (i_3 <=? 1)%nat then - (- zeta 4%nat)
    / (- (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat) else
    - (2 * zeta 3%nat) / (- (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat))
    * (if (i_3 <=? 1)%nat then zeta 1%nat else zeta 2%nat)))
    *
    (if (i_2 <=? 1)%nat then if (i <=? 1)%nat then - (2 * zeta 3%nat) else
    - zeta 4%nat else if (i <=? 1)%nat then - zeta 4%nat else - (2 * zeta 5%nat)))
    *
    (sum (range 1 2)
    (fun i_2 =>
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else if (i_2 <=? 1)%nat
    then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat))
    * (if (i_2 <=? 1)%nat then eta 1%nat else eta 2%nat))
    - sum (range 1 2)
    (fun i_2 =>
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then - (2 * zeta 5%nat)
    / (- (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat) else
    - (- zeta 4%nat)
    / (- (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat) else if
    (i_2 <=? 1)%nat then - (- zeta 4%nat)
    / (- (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat) else
    - (2 * zeta 3%nat) / (- (2 * zeta 3%nat) * - (2 * zeta 5%nat) - - zeta 4%nat * - zeta 4%nat))
    * (if (i_2 <=? 1)%nat then zeta 1%nat else zeta 2%nat)))) + 1 / 2
    * sum (range 1 2)
    (fun i =>
    sum (range 1 2)
    (fun i_2 =>
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then - (2 * zeta 3%nat) else
    - zeta 4%nat else if (i_2 <=? 1)%nat then - zeta 4%nat else - (2 * zeta 5%nat))
    *
    (if (i_2 <=? 1)%nat then if (i <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else if (i <=? 1)%nat
    then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))) - 1 - 1 / 2
    * ln
    (sum (range 1 2)
    (fun i =>
    (if (i <=? 1)%nat then - (2 * zeta 3%nat) else - zeta 4%nat)
    *
    (if (i <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    * sum (range 1 2)
    (fun i =>
    (if (i <=? 1)%nat then - zeta 4%nat else - (2 * zeta 5%nat))
    *
    (if (i <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    - sum (range 1 2)
    (fun i =>
    (if (i <=? 1)%nat then - (2 * zeta 3%nat) else - zeta 4%nat)
    *
    (if (i <=? 1)%nat then - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (2 * eta 3%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))
    * sum (range 1 2)
    (fun i =>
    (if (i <=? 1)%nat then - zeta 4%nat else - (2 * zeta 5%nat))
    *
    (if (i <=? 1)%nat then - (2 * eta 5%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat) else - (- eta 4%nat)
    / (- (2 * eta 3%nat) * - (2 * eta 5%nat) - - eta 4%nat * - eta 4%nat)))).

(* families/normal-vector.md#normal-vector-fit
   \mu(\eta) = (a_1, a_2, a_1^2 + v, a_1 a_2 + c, a_2^2 + w)
   \qquad a \in \mathbb{R}^2,\; v \in \left[\frac{1}{16}, \frac{1}{4}\right],\; w \in \left[\frac{1}{16}, \frac{1}{4}\right],\; c \in \left[-\frac{1}{256}, \frac{1}{256}\right],\; D := v w - c^2,\; \eta := \left(\frac{w a_1 - c a_2}{D}, \frac{v a_2 - c a_1}{D}, -\frac{w}{2 D}, \frac{c}{D}, -\frac{v}{2 D}\right) *)
Definition normal_vector_fit : Prop :=
  forall a : nat -> R,
  forall v : R, 1 / 16 <= v <= 1 / 4 ->
  forall w : R, 1 / 16 <= w <= 1 / 4 ->
  forall c : R, - (1 / 256) <= c <= 1 / 256 ->
  (forall i, In i (range 1 5) -> ((i <= 1)%nat -> v * w - c ^ 2 <> 0)) /\
  (forall i, In i (range 1 5) -> ((1 < i)%nat -> ((i <= 2)%nat -> v * w - c ^ 2 <> 0))) /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((i <= 3)%nat -> 2 * (v * w - c ^ 2) <> 0)))) /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((3 < i)%nat -> ((i <= 4)%nat -> v * w - c ^ 2 <> 0))))) /\
  (forall i, In i (range 1 5) ->
    ((1 < i)%nat -> ((2 < i)%nat -> ((3 < i)%nat -> ((4 < i)%nat -> 2 * (v * w - c ^ 2) <> 0)))))
    /\
  normal_vector_member__mu_has_value
    (fun i =>
    if (i <=? 1)%nat then (w * a 1%nat - c * a 2%nat)
    / (v * w - c ^ 2) else if (i <=? 2)%nat then (v * a 2%nat - c * a 1%nat)
    / (v * w - c ^ 2) else if (i <=? 3)%nat then
    - (w / (2 * (v * w - c ^ 2))) else if (i <=? 4)%nat then c / (v * w - c ^ 2) else
    - (v / (2 * (v * w - c ^ 2)))) /\
  (forall i, In i (range 1 5) ->
    normal_vector_member__mu
    (fun i =>
    if (i <=? 1)%nat then (w * a 1%nat - c * a 2%nat)
    / (v * w - c ^ 2) else if (i <=? 2)%nat then (v * a 2%nat - c * a 1%nat)
    / (v * w - c ^ 2) else if (i <=? 3)%nat then
    - (w / (2 * (v * w - c ^ 2))) else if (i <=? 4)%nat then c / (v * w - c ^ 2) else
    - (v / (2 * (v * w - c ^ 2)))) i
    =
    (if (i <=? 1)%nat then a 1%nat else if (i <=? 2)%nat then a 2%nat else if (i <=? 3)%nat then
    a 1%nat ^ 2 + v else if (i <=? 4)%nat then a 1%nat * a 2%nat + c else a 2%nat ^ 2 + w)).

(* families/normal.md#normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi}} \\
   t(x) &:= (x, x^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_member__h (x : R) : R :=
  1 / sqrt (2 * PI).

Definition normal_member__h_has_value (x : R) : Prop :=
  0 <= 2 * PI /\
  sqrt (2 * PI) <> 0.

(* families/normal.md#normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi}} \\
   t(x) &:= (x, x^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_member__t (x : R) (i : nat) : R :=
  if (i <=? 1)%nat then x else x ^ 2.

(* families/normal.md#normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi}} \\
   t(x) &:= (x, x^2) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition normal_member__A (eta : nat -> R) : R :=
  - (eta 1%nat ^ 2 / (4 * eta 2%nat)) - 1 / 2 * ln (- (2 * eta 2%nat)).

Definition normal_member__A_has_value (eta : nat -> R) : Prop :=
  4 * eta 2%nat <> 0 /\
  0 < - (2 * eta 2%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/normal.md#normal-member *)
Definition normal_member__p (x : R) (eta : nat -> R) : R :=
  normal_member__h x
    * exp (sum (range 1 2) (fun i => eta i * normal_member__t x i) - normal_member__A eta).

Definition normal_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  normal_member__h_has_value x /\
  eta 2%nat < 0 /\
  normal_member__A_has_value eta.

(* families/normal.md#normal-usual-density
   p(x; \eta) = \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{(x - m)^2}{2 v}\right]
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition normal_usual_density : Prop :=
  forall x : R,
  forall eta : nat -> R, eta 2%nat < 0 ->
  normal_member__p_has_value x eta /\
  2 * eta 2%nat <> 0 /\
  0 <= 2 * PI * - (1 / (2 * eta 2%nat)) /\
  sqrt (2 * PI * - (1 / (2 * eta 2%nat))) <> 0 /\
  2 * - (1 / (2 * eta 2%nat)) <> 0 /\
  normal_member__p x eta
    = 1 / sqrt (2 * PI * - (1 / (2 * eta 2%nat)))
    * exp (- ((x - - (eta 1%nat / (2 * eta 2%nat))) ^ 2 / (2 * - (1 / (2 * eta 2%nat))))).

(* families/normal.md#normal-usual-parameters
   \eta = \left(\frac{m}{v}, -\frac{1}{2 v}\right)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition normal_usual_parameters : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> - (1 / (2 * eta 2%nat)) <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * - (1 / (2 * eta 2%nat)) <> 0)) /\
  (forall i, In i (range 1 2) -> eta i
    =
    (if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 2%nat)) / - (1 / (2 * eta 2%nat)) else
    - (1 / (2 * - (1 / (2 * eta 2%nat)))))).

(* families/normal.md#normal-usual-log-normalizer
   A(\eta) = \frac{m^2}{2 v} + \frac{1}{2} \log v
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition normal_usual_log_normalizer : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  normal_member__A_has_value eta /\
  2 * eta 2%nat <> 0 /\
  2 * - (1 / (2 * eta 2%nat)) <> 0 /\
  0 < - (1 / (2 * eta 2%nat)) /\
  normal_member__A eta
    = (- (eta 1%nat / (2 * eta 2%nat))) ^ 2 / (2 * - (1 / (2 * eta 2%nat))) + 1 / 2
    * ln (- (1 / (2 * eta 2%nat))).

(* families/normal.md#normal-gradient
   \nabla A(\eta) = (m, m^2 + v)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition normal_gradient : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => normal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) ->
    is_derive (fun u => normal_member__A (update eta i u)) (eta i)
    (if (i <=? 1)%nat then
    - (eta 1%nat / (2 * eta 2%nat)) else (- (eta 1%nat / (2 * eta 2%nat))) ^ 2 +
    - (1 / (2 * eta 2%nat)))).

(* families/normal.md#normal-hessian
   \nabla^2 A(\eta) = \begin{pmatrix} v & 2 m v \\ 2 m v & 4 m^2 v + 2 v^2 \end{pmatrix}
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition normal_hessian : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => normal_member__A_has_value (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => normal_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((i <= 1)%nat -> ((i_2 <= 1)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((i <= 1)%nat -> ((1 < i_2)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((1 < i)%nat -> ((i_2 <= 1)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((1 < i)%nat -> ((1 < i_2)%nat -> 2 * eta 2%nat <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => normal_member__A (update (update eta i u) i_2 u_2)) (update eta i u i_2))
    (eta i)
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then - (1 / (2 * eta 2%nat)) else 2 *
    - (eta 1%nat / (2 * eta 2%nat)) * - (1 / (2 * eta 2%nat)) else if (i_2 <=? 1)%nat then 2 *
    - (eta 1%nat / (2 * eta 2%nat)) * - (1 / (2 * eta 2%nat)) else 4
    * (- (eta 1%nat / (2 * eta 2%nat))) ^ 2 * - (1 / (2 * eta 2%nat)) + 2
    * (- (1 / (2 * eta 2%nat))) ^ 2))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/normal.md#normal-member *)
Definition normal_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => normal_member__A (update eta i u)) (eta i).

Definition normal_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => normal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 2) -> ex_derive (fun u => normal_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/normal.md#normal-member *)
Definition normal_member__N (eta : nat -> R) : R :=
  sum (range 1 2) (fun i => eta i * normal_member__mu eta i) - normal_member__A eta.

Definition normal_member__N_has_value (eta : nat -> R) : Prop :=
  normal_member__mu_has_value eta /\
  eta 2%nat < 0 /\
  normal_member__A_has_value eta.

(* families/normal.md#normal-conjugate
   N(\eta) = -\frac{1}{2} - \frac{1}{2} \log v
   \qquad v := -\frac{1}{2 \eta_2} *)
Definition normal_conjugate : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  normal_member__N_has_value eta /\
  2 * eta 2%nat <> 0 /\
  0 < - (1 / (2 * eta 2%nat)) /\
  normal_member__N eta = - (1 / 2) - 1 / 2 * ln (- (1 / (2 * eta 2%nat))).

(* families/normal.md#normal-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{(m - n)^2}{2 w} + \frac{1}{2} \left(\frac{v}{w} - 1 - \log \frac{v}{w}\right)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2},\; n := -\frac{\zeta_1}{2 \zeta_2},\; w := -\frac{1}{2 \zeta_2} *)
Definition normal_divergence : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  forall zeta : nat -> R, zeta 2%nat < 0 ->
  normal_member__A_has_value zeta /\
  normal_member__A_has_value eta /\
  normal_member__mu_has_value eta /\
  2 * eta 2%nat <> 0 /\
  2 * zeta 2%nat <> 0 /\
  2 * - (1 / (2 * zeta 2%nat)) <> 0 /\
  - (1 / (2 * zeta 2%nat)) <> 0 /\
  0 < - (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)) /\
  normal_member__A zeta - normal_member__A eta
    - sum (range 1 2) (fun i => normal_member__mu eta i * (zeta i - eta i))
    = (- (eta 1%nat / (2 * eta 2%nat)) - - (zeta 1%nat / (2 * zeta 2%nat))) ^ 2
    / (2 * - (1 / (2 * zeta 2%nat))) + 1 / 2
    *
    (- (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)) - 1
    - ln (- (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)))).

(* families/normal.md#normal-fit
   \mu(\eta) = (a, a^2 + v)
   \qquad a \in \mathbb{R},\; v \in \mathbb{R}_{>0},\; \eta := \left(\frac{a}{v}, -\frac{1}{2 v}\right) *)
Definition normal_fit : Prop :=
  forall a : R,
  forall v : R, v > 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> v <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * v <> 0)) /\
  normal_member__mu_has_value (fun i => if (i <=? 1)%nat then a / v else - (1 / (2 * v))) /\
  (forall i, In i (range 1 2) ->
    normal_member__mu (fun i => if (i <=? 1)%nat then a / v else - (1 / (2 * v))) i
    = (if (i <=? 1)%nat then a else a ^ 2 + v)).

(* theory/log-normalizer.md#finite-log-normalizer
   A(\eta) := \log \sum_{x \in \mathcal{X}} h(x) \exp\left[\eta^\top t(x)\right] *)
Definition finite_log_normalizer (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) : R :=
  ln (sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta i * t x i)))).

Definition finite_log_normalizer_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) : Prop :=
  0 < sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta i * t x i))).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
Definition finite_density (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R) (x : nat)
  (eta : nat -> R) : R :=
  h x * exp (sum (range 1 d) (fun i => eta i * t x i) - finite_log_normalizer n d h t eta).

Definition finite_density_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (x : nat) (eta : nat -> R) : Prop :=
  finite_log_normalizer_has_value n d h t eta.

(* families/not-exponential.md#crosswise-difference
   \log \frac{p(x; \eta) \, p(y; \zeta)}{p(x; \zeta) \, p(y; \eta)} = (t(x) - t(y))^\top (\eta - \zeta)
   \qquad y \in \mathcal{X} *)
Definition crosswise_difference : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall y : nat, In y (range 1 n) ->
  finite_density_has_value n d h t x eta /\
  finite_density_has_value n d h t y zeta /\
  finite_density_has_value n d h t x zeta /\
  finite_density_has_value n d h t y eta /\
  finite_density n d h t x zeta * finite_density n d h t y eta <> 0 /\
  0 < finite_density n d h t x eta * finite_density n d h t y zeta
    / (finite_density n d h t x zeta * finite_density n d h t y eta) /\
  ln (finite_density n d h t x eta * finite_density n d h t y zeta
    / (finite_density n d h t x zeta * finite_density n d h t y eta))
    = sum (range 1 d) (fun i => (t x i - t y i) * (eta i - zeta i)).

(* families/not-exponential.md#laplace-second-differences
   -|i + 1 - j| + 2 |i - j| - |i - 1 - j| = -2 \cdot \mathbf{1}[i = j]
   \qquad i, j \in \mathbb{N}_0 *)
Definition laplace_second_differences : Prop :=
  forall i : nat,
  forall j : nat,
  - Rabs (INR i + 1 - INR j) + 2 * Rabs (INR i - INR j) - Rabs (INR i - 1 - INR j)
    = - (2 * (if (i =? j)%nat then 1 else 0)).

(* families/not-exponential.md#student-slope
   \frac{\partial}{\partial y} \log \left(\left(1 + \frac{y}{k \sigma}\right)^{-(k + 1) / 2}\right) = -\frac{k + 1}{2} \cdot \frac{1}{k \sigma + y}
   \qquad y \in \mathbb{R}_{\ge 0},\; \sigma \in \mathbb{R}_{>0},\; k \in \mathbb{R}_{>0} *)
Definition student_slope : Prop :=
  forall y : R, y >= 0 ->
  forall sigma : R, sigma > 0 ->
  forall k : R, k > 0 ->
  k * sigma <> 0 /\
  locally y (fun u => 0 < 1 + u / (k * sigma)) /\
  locally y (fun u => 0 < Rpower (1 + u / (k * sigma)) (- ((k + 1) / 2))) /\
  k * sigma + y <> 0 /\
  is_derive (fun u => ln (Rpower (1 + u / (k * sigma)) (- ((k + 1) / 2)))) y
    (- ((k + 1) / 2 * (1 / (k * sigma + y)))).

(* families/not-exponential.md#cauchy-mixed-derivative
   -\frac{1}{2} \cdot \frac{\partial^2}{\partial x \partial m} \log\left(1 + (x - m)^2\right) = \frac{1 - (x - m)^2}{\left(1 + (x - m)^2\right)^2}
   \qquad x \in \mathbb{R},\; m \in \mathbb{R} *)
Definition cauchy_mixed_derivative : Prop :=
  forall x : R,
  forall m : R,
  locally x (fun u => locally m (fun u_2 => 0 < 1 + (u - u_2) ^ 2)) /\
  locally x (fun u => ex_derive (fun u_2 => ln (1 + (u - u_2) ^ 2)) m) /\
  ex_derive (fun u => Derive (fun u_2 => ln (1 + (u - u_2) ^ 2)) m) x /\
  (1 + (x - m) ^ 2) ^ 2 <> 0 /\
  - (1 / 2 * Derive (fun u => Derive (fun u_2 => ln (1 + (u - u_2) ^ 2)) m) x)
    = (1 - (x - m) ^ 2) / (1 + (x - m) ^ 2) ^ 2.

(* families/not-exponential.md#uniform-outcomes-depend
   \int_b^c \frac{1}{c} \, \mathrm{d}x = 1 - \frac{b}{c} > 0
   \qquad b \in \mathbb{R}_{>0},\; c \in \mathbb{R}_{>0},\; c > b *)
Definition uniform_outcomes_depend : Prop :=
  forall b : R, b > 0 ->
  forall c : R, c > 0 ->
  c > b ->
  b <= c /\
  (forall x : R, b < x -> x < c -> c <> 0) /\
  ex_RInt (fun x => 1 / c) b c /\
  c <> 0 /\
  RInt (fun x => 1 / c) b c = 1 - b / c /\
  1 - b / c > 0.

(* families/pareto.md#pareto-member
   \begin{aligned}
   \mathcal{X} &:= [a, \infty) \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x} \\
   t(x) &:= (\log x, \ldots, \log x) \in \mathbb{R}^d \\
   A(\eta) &:= \eta_1 \log a - \log(-\eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition pareto_member__A (a : R) (eta : nat -> R) : R :=
  eta 1%nat * ln a - ln (- eta 1%nat).

Definition pareto_member__A_has_value (a : R) (eta : nat -> R) : Prop :=
  0 < a /\
  0 < - eta 1%nat.

(* families/pareto.md#pareto-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \log a + \frac{1}{\alpha}
   \qquad \alpha := -\eta_1 *)
Definition pareto_gradient : Prop :=
  forall a : R, a > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => pareto_member__A_has_value a (update eta 1 u)) /\
  0 < a /\
  - eta 1%nat <> 0 /\
  is_derive (fun u => pareto_member__A a (update eta 1 u)) (eta 1%nat) (ln a + 1 / - eta 1%nat).

(* families/pareto.md#pareto-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1}{\alpha^2}
   \qquad \alpha := -\eta_1 *)
Definition pareto_hessian : Prop :=
  forall a : R, a > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => pareto_member__A_has_value a (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => pareto_member__A a (update eta 1 u_2)) u) /\
  (- eta 1%nat) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => pareto_member__A a (update eta 1 u_2)) u) (eta 1%nat)
    (1 / (- eta 1%nat) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/pareto.md#pareto-member *)
Definition pareto_member__mu (a : R) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => pareto_member__A a (update eta i u)) (eta i).

Definition pareto_member__mu_has_value (a : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => pareto_member__A_has_value a (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => pareto_member__A a (update eta i u)) (eta i)).

(* families/pareto.md#pareto-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{\beta}{\alpha} - 1 - \log \frac{\beta}{\alpha}
   \qquad \alpha := -\eta_1,\; \beta := -\zeta_1 *)
Definition pareto_divergence : Prop :=
  forall a : R, a > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  pareto_member__A_has_value a zeta /\
  pareto_member__A_has_value a eta /\
  pareto_member__mu_has_value a eta /\
  - eta 1%nat <> 0 /\
  0 < - zeta 1%nat / - eta 1%nat /\
  pareto_member__A a zeta - pareto_member__A a eta
    - sum (range 1 1) (fun i => pareto_member__mu a eta i * (zeta i - eta i))
    = - zeta 1%nat / - eta 1%nat - 1 - ln (- zeta 1%nat / - eta 1%nat).

(* families/pareto.md#pareto-fit
   \mu(\eta)_1 = \log a + \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{\tau}, \ldots, -\frac{1}{\tau}\right) *)
Definition pareto_fit : Prop :=
  forall a : R, a > 0 ->
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  pareto_member__mu_has_value a (fun i => - (1 / tau)) /\
  0 < a /\
  pareto_member__mu a (fun i => - (1 / tau)) 1%nat = ln a + tau.

(* families/poisson.md#poisson-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{N}_0 \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x!} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= e^{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition poisson_member__h (x : nat) : R :=
  1 / INR (fact x).

Definition poisson_member__h_has_value (x : nat) : Prop :=
  INR (fact x) <> 0.

(* families/poisson.md#poisson-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{N}_0 \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x!} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= e^{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition poisson_member__t (x : nat) (i : nat) : R :=
  INR x.

(* families/poisson.md#poisson-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{N}_0 \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x!} \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= e^{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition poisson_member__A (eta : nat -> R) : R :=
  exp (eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/poisson.md#poisson-member *)
Definition poisson_member__p (x : nat) (eta : nat -> R) : R :=
  poisson_member__h x
    * exp (sum (range 1 1) (fun i => eta i * poisson_member__t x i) - poisson_member__A eta).

Definition poisson_member__p_has_value (x : nat) (eta : nat -> R) : Prop :=
  poisson_member__h_has_value x.

(* families/poisson.md#poisson-usual-density
   p(x; \eta) = \frac{\lambda^x e^{-\lambda}}{x!}
   \qquad \lambda := e^{\eta_1} *)
Definition poisson_usual_density : Prop :=
  forall x : nat,
  forall eta : nat -> R,
  poisson_member__p_has_value x eta /\
  INR (fact x) <> 0 /\
  poisson_member__p x eta = exp (eta 1%nat) ^ x * exp (- exp (eta 1%nat)) / INR (fact x).

(* families/poisson.md#poisson-usual-parameters
   \eta_1 = \log \lambda
   \qquad \lambda := e^{\eta_1} *)
Definition poisson_usual_parameters : Prop :=
  forall eta : nat -> R,
  0 < exp (eta 1%nat) /\
  eta 1%nat = ln (exp (eta 1%nat)).

(* families/poisson.md#poisson-usual-log-normalizer
   A(\eta) = \lambda
   \qquad \lambda := e^{\eta_1} *)
Definition poisson_usual_log_normalizer : Prop :=
  forall eta : nat -> R,
  poisson_member__A eta = exp (eta 1%nat).

(* families/poisson.md#poisson-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \lambda
   \qquad \lambda := e^{\eta_1} *)
Definition poisson_gradient : Prop :=
  forall eta : nat -> R,
  is_derive (fun u => poisson_member__A (update eta 1 u)) (eta 1%nat) (exp (eta 1%nat)).

(* families/poisson.md#poisson-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \lambda
   \qquad \lambda := e^{\eta_1} *)
Definition poisson_hessian : Prop :=
  forall eta : nat -> R,
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => poisson_member__A (update eta 1 u_2)) u) /\
  is_derive (fun u => Derive (fun u_2 => poisson_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (exp (eta 1%nat)).

(* families/poisson.md#poisson-sum
   \sum_{j=0}^{c} \frac{\lambda^j e^{-\lambda}}{j!} \frac{\kappa^{c - j} e^{-\kappa}}{(c - j)!} = \frac{(\lambda + \kappa)^c e^{-(\lambda + \kappa)}}{c!}
   \qquad c \in \mathbb{N}_0,\; \lambda, \kappa \in \mathbb{R}_{\ge 0} *)
Definition poisson_sum : Prop :=
  forall c : nat,
  forall lambda : R, lambda >= 0 ->
  forall kappa : R, kappa >= 0 ->
  (forall j, In j (range 0 c) -> INR (fact j) <> 0) /\
  (forall j, In j (range 0 c) -> INR (fact (c - j)) <> 0) /\
  INR (fact c) <> 0 /\
  sum (range 0 c)
    (fun j =>
    lambda ^ j * exp (- lambda) / INR (fact j)
    * (kappa ^ (c - j) * exp (- kappa) / INR (fact (c - j))))
    = (lambda + kappa) ^ c * exp (- (lambda + kappa)) / INR (fact c).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/poisson.md#poisson-member *)
Definition poisson_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => poisson_member__A (update eta i u)) (eta i).

Definition poisson_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> ex_derive (fun u => poisson_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/poisson.md#poisson-member *)
Definition poisson_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * poisson_member__mu eta i) - poisson_member__A eta.

Definition poisson_member__N_has_value (eta : nat -> R) : Prop :=
  poisson_member__mu_has_value eta.

(* families/poisson.md#poisson-conjugate
   N(\eta) = \lambda \log \lambda - \lambda
   \qquad \lambda := e^{\eta_1} *)
Definition poisson_conjugate : Prop :=
  forall eta : nat -> R,
  poisson_member__N_has_value eta /\
  0 < exp (eta 1%nat) /\
  poisson_member__N eta = exp (eta 1%nat) * ln (exp (eta 1%nat)) - exp (eta 1%nat).

(* families/poisson.md#poisson-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \kappa - \lambda + \lambda \log \frac{\lambda}{\kappa}
   \qquad \lambda := e^{\eta_1},\; \kappa := e^{\zeta_1} *)
Definition poisson_divergence : Prop :=
  forall eta : nat -> R,
  forall zeta : nat -> R,
  poisson_member__mu_has_value eta /\
  exp (zeta 1%nat) <> 0 /\
  0 < exp (eta 1%nat) / exp (zeta 1%nat) /\
  poisson_member__A zeta - poisson_member__A eta
    - sum (range 1 1) (fun i => poisson_member__mu eta i * (zeta i - eta i))
    = exp (zeta 1%nat) - exp (eta 1%nat) + exp (eta 1%nat)
    * ln (exp (eta 1%nat) / exp (zeta 1%nat)).

(* families/poisson.md#poisson-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := (\log \tau, \ldots, \log \tau) *)
Definition poisson_fit : Prop :=
  forall tau : R, tau > 0 ->
  0 < tau /\
  poisson_member__mu_has_value (fun i => ln tau) /\
  poisson_member__mu (fun i => ln tau) 1%nat = tau.

(* families/power-function.md#power-function-member
   \begin{aligned}
   \mathcal{X} &:= (0, 1) \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x} \\
   t(x) &:= (\log x, \ldots, \log x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition power_function_member__h (x : R) : R :=
  1 / x.

Definition power_function_member__h_has_value (x : R) : Prop :=
  x <> 0.

(* families/power-function.md#power-function-member
   \begin{aligned}
   \mathcal{X} &:= (0, 1) \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x} \\
   t(x) &:= (\log x, \ldots, \log x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition power_function_member__t (x : R) (i : nat) : R :=
  ln x.

Definition power_function_member__t_has_value (x : R) : Prop :=
  0 < x.

(* families/power-function.md#power-function-member
   \begin{aligned}
   \mathcal{X} &:= (0, 1) \\
   d &:= 1 \\
   h(x) &:= \frac{1}{x} \\
   t(x) &:= (\log x, \ldots, \log x) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition power_function_member__A (eta : nat -> R) : R :=
  - ln (eta 1%nat).

Definition power_function_member__A_has_value (eta : nat -> R) : Prop :=
  0 < eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/power-function.md#power-function-member *)
Definition power_function_member__p (x : R) (eta : nat -> R) : R :=
  power_function_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * power_function_member__t x i)
    - power_function_member__A eta).

Definition power_function_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  power_function_member__h_has_value x /\
  power_function_member__t_has_value x /\
  (forall i, In i (range 1 1) -> eta i > 0) /\
  power_function_member__A_has_value eta.

(* families/power-function.md#power-function-usual-density
   p(x; \eta) = a x^{a - 1}
   \qquad a := \eta_1 *)
Definition power_function_usual_density : Prop :=
  forall x : R, 0 < x < 1 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  power_function_member__p_has_value x eta /\
  0 < x /\
  power_function_member__p x eta = eta 1%nat * Rpower x (eta 1%nat - 1).

(* families/power-function.md#power-function-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = -\frac{1}{a}
   \qquad a := \eta_1 *)
Definition power_function_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i > 0)) /\
  locally (eta 1%nat) (fun u => power_function_member__A_has_value (update eta 1 u)) /\
  eta 1%nat <> 0 /\
  is_derive (fun u => power_function_member__A (update eta 1 u)) (eta 1%nat) (- (1 / eta 1%nat)).

(* families/power-function.md#power-function-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1}{a^2}
   \qquad a := \eta_1 *)
Definition power_function_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i > 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => power_function_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => power_function_member__A (update eta 1 u_2)) u) /\
  eta 1%nat ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => power_function_member__A (update eta 1 u_2)) u)
    (eta 1%nat) (1 / eta 1%nat ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/power-function.md#power-function-member *)
Definition power_function_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => power_function_member__A (update eta i u)) (eta i).

Definition power_function_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => power_function_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => power_function_member__A (update eta i u)) (eta i)).

(* families/power-function.md#power-function-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{b}{a} - 1 - \log \frac{b}{a}
   \qquad a := \eta_1,\; b := \zeta_1 *)
Definition power_function_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  power_function_member__A_has_value zeta /\
  power_function_member__A_has_value eta /\
  power_function_member__mu_has_value eta /\
  eta 1%nat <> 0 /\
  0 < zeta 1%nat / eta 1%nat /\
  power_function_member__A zeta - power_function_member__A eta
    - sum (range 1 1) (fun i => power_function_member__mu eta i * (zeta i - eta i))
    = zeta 1%nat / eta 1%nat - 1 - ln (zeta 1%nat / eta 1%nat).

(* families/power-function.md#power-function-fit
   \mu(\eta)_1 = -\tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(\frac{1}{\tau}, \ldots, \frac{1}{\tau}\right) *)
Definition power_function_fit : Prop :=
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  power_function_member__mu_has_value (fun i => 1 / tau) /\
  power_function_member__mu (fun i => 1 / tau) 1%nat = - tau.

(* families/rayleigh.md#rayleigh-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= x \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition rayleigh_member__h (x : R) : R :=
  x.

(* families/rayleigh.md#rayleigh-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= x \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition rayleigh_member__t (x : R) (i : nat) : R :=
  x ^ 2.

(* families/rayleigh.md#rayleigh-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= x \\
   t(x) &:= (x^2, \ldots, x^2) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-2 \eta_1) \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition rayleigh_member__A (eta : nat -> R) : R :=
  - ln (- (2 * eta 1%nat)).

Definition rayleigh_member__A_has_value (eta : nat -> R) : Prop :=
  0 < - (2 * eta 1%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/rayleigh.md#rayleigh-member *)
Definition rayleigh_member__p (x : R) (eta : nat -> R) : R :=
  rayleigh_member__h x
    * exp (sum (range 1 1) (fun i => eta i * rayleigh_member__t x i) - rayleigh_member__A eta).

Definition rayleigh_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i < 0) /\
  rayleigh_member__A_has_value eta.

(* families/rayleigh.md#rayleigh-usual-density
   p(x; \eta) = \frac{x}{v} \exp\left[-\frac{x^2}{2 v}\right]
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition rayleigh_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  rayleigh_member__p_has_value x eta /\
  2 * eta 1%nat <> 0 /\
  - (1 / (2 * eta 1%nat)) <> 0 /\
  2 * - (1 / (2 * eta 1%nat)) <> 0 /\
  rayleigh_member__p x eta
    = x / - (1 / (2 * eta 1%nat)) * exp (- (x ^ 2 / (2 * - (1 / (2 * eta 1%nat))))).

(* families/rayleigh.md#rayleigh-usual-log-normalizer
   A(\eta) = \log v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition rayleigh_usual_log_normalizer : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  rayleigh_member__A_has_value eta /\
  2 * eta 1%nat <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) /\
  rayleigh_member__A eta = ln (- (1 / (2 * eta 1%nat))).

(* families/rayleigh.md#rayleigh-square-is-exponential
   \frac{p(\sqrt{x}; \eta)}{2 \sqrt{x}} = \beta e^{-\beta x}
   \qquad \beta := -\eta_1 *)
Definition rayleigh_square_is_exponential : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  0 <= x /\
  (sqrt x) > 0 /\
  rayleigh_member__p_has_value (sqrt x) eta /\
  2 * sqrt x <> 0 /\
  rayleigh_member__p (sqrt x) eta / (2 * sqrt x) = - eta 1%nat * exp (- (- eta 1%nat * x)).

(* families/rayleigh.md#rayleigh-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = 2 v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition rayleigh_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => rayleigh_member__A_has_value (update eta 1 u)) /\
  2 * eta 1%nat <> 0 /\
  is_derive (fun u => rayleigh_member__A (update eta 1 u)) (eta 1%nat)
    (2 * - (1 / (2 * eta 1%nat))).

(* families/rayleigh.md#rayleigh-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = 4 v^2
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition rayleigh_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => rayleigh_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => rayleigh_member__A (update eta 1 u_2)) u) /\
  2 * eta 1%nat <> 0 /\
  is_derive (fun u => Derive (fun u_2 => rayleigh_member__A (update eta 1 u_2)) u) (eta 1%nat)
    (4 * (- (1 / (2 * eta 1%nat))) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/rayleigh.md#rayleigh-member *)
Definition rayleigh_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => rayleigh_member__A (update eta i u)) (eta i).

Definition rayleigh_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => rayleigh_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => rayleigh_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/rayleigh.md#rayleigh-member *)
Definition rayleigh_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * rayleigh_member__mu eta i) - rayleigh_member__A eta.

Definition rayleigh_member__N_has_value (eta : nat -> R) : Prop :=
  rayleigh_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  rayleigh_member__A_has_value eta.

(* families/rayleigh.md#rayleigh-conjugate
   N(\eta) = -1 - \log v
   \qquad v := -\frac{1}{2 \eta_1} *)
Definition rayleigh_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  rayleigh_member__N_has_value eta /\
  2 * eta 1%nat <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) /\
  rayleigh_member__N eta = - 1 - ln (- (1 / (2 * eta 1%nat))).

(* families/rayleigh.md#rayleigh-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{v}{w} - 1 - \log \frac{v}{w}
   \qquad v := -\frac{1}{2 \eta_1},\; w := -\frac{1}{2 \zeta_1} *)
Definition rayleigh_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  rayleigh_member__A_has_value zeta /\
  rayleigh_member__A_has_value eta /\
  rayleigh_member__mu_has_value eta /\
  2 * eta 1%nat <> 0 /\
  2 * zeta 1%nat <> 0 /\
  - (1 / (2 * zeta 1%nat)) <> 0 /\
  0 < - (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)) /\
  rayleigh_member__A zeta - rayleigh_member__A eta
    - sum (range 1 1) (fun i => rayleigh_member__mu eta i * (zeta i - eta i))
    = - (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat)) - 1
    - ln (- (1 / (2 * eta 1%nat)) / - (1 / (2 * zeta 1%nat))).

(* families/rayleigh.md#rayleigh-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{\tau}, \ldots, -\frac{1}{\tau}\right) *)
Definition rayleigh_fit : Prop :=
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  rayleigh_member__mu_has_value (fun i => - (1 / tau)) /\
  rayleigh_member__mu (fun i => - (1 / tau)) 1%nat = tau.

(* families/scaled-inverse-chi-squared.md#scaled-inverse-chi-squared-usual-parameters
   \eta = \left(-\frac{k}{2} - 1, -\frac{k v}{2}\right)
   \qquad k := -2 (\eta_1 + 1),\; v := \frac{\eta_2}{\eta_1 + 1} *)
Definition scaled_inverse_chi_squared_usual_parameters : Prop :=
  forall eta : nat -> R, (eta 1%nat < - 1 /\ eta 2%nat < 0) ->
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> eta 1%nat + 1 <> 0)) /\
  (forall i, In i (range 1 2) -> eta i
    =
    (if (i <=? 1)%nat then - (- (2 * (eta 1%nat + 1)) / 2) - 1 else
    - (- (2 * (eta 1%nat + 1)) * (eta 2%nat / (eta 1%nat + 1)) / 2))).

(* families/skew-logistic.md#skew-logistic-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{1 + e^x} \\
   t(x) &:= (-\log(1 + e^{-x}), \ldots, -\log(1 + e^{-x})) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition skew_logistic_member__h (x : R) : R :=
  1 / (1 + exp x).

Definition skew_logistic_member__h_has_value (x : R) : Prop :=
  1 + exp x <> 0.

(* families/skew-logistic.md#skew-logistic-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{1 + e^x} \\
   t(x) &:= (-\log(1 + e^{-x}), \ldots, -\log(1 + e^{-x})) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition skew_logistic_member__t (x : R) (i : nat) : R :=
  - ln (1 + exp (- x)).

Definition skew_logistic_member__t_has_value (x : R) : Prop :=
  0 < 1 + exp (- x).

(* families/skew-logistic.md#skew-logistic-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{1 + e^x} \\
   t(x) &:= (-\log(1 + e^{-x}), \ldots, -\log(1 + e^{-x})) \in \mathbb{R}^d \\
   A(\eta) &:= -\log \eta_1 \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition skew_logistic_member__A (eta : nat -> R) : R :=
  - ln (eta 1%nat).

Definition skew_logistic_member__A_has_value (eta : nat -> R) : Prop :=
  0 < eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/skew-logistic.md#skew-logistic-member *)
Definition skew_logistic_member__p (x : R) (eta : nat -> R) : R :=
  skew_logistic_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * skew_logistic_member__t x i)
    - skew_logistic_member__A eta).

Definition skew_logistic_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  skew_logistic_member__h_has_value x /\
  skew_logistic_member__t_has_value x /\
  (forall i, In i (range 1 1) -> eta i > 0) /\
  skew_logistic_member__A_has_value eta.

(* families/skew-logistic.md#skew-logistic-usual-density
   p(x; \eta) = \frac{\alpha e^{-x}}{(1 + e^{-x})^{\alpha + 1}}
   \qquad \alpha := \eta_1 *)
Definition skew_logistic_usual_density : Prop :=
  forall x : R,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  skew_logistic_member__p_has_value x eta /\
  0 < 1 + exp (- x) /\
  Rpower (1 + exp (- x)) (eta 1%nat + 1) <> 0 /\
  skew_logistic_member__p x eta = eta 1%nat * exp (- x) / Rpower (1 + exp (- x)) (eta 1%nat + 1).

(* families/skew-logistic.md#skew-logistic-distribution-function
   p(x; \eta) = \frac{\mathrm{d}}{\mathrm{d}x} \frac{1}{(1 + e^{-x})^\alpha}
   \qquad \alpha := \eta_1 *)
Definition skew_logistic_distribution_function : Prop :=
  forall x : R,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  skew_logistic_member__p_has_value x eta /\
  locally x (fun u => 0 < 1 + exp (- u)) /\
  locally x (fun u => Rpower (1 + exp (- u)) (eta 1%nat) <> 0) /\
  is_derive (fun u => 1 / Rpower (1 + exp (- u)) (eta 1%nat)) x (skew_logistic_member__p x eta).

(* families/skew-logistic.md#skew-logistic-probability-is-power
   \frac{p\left(\log y - \log(1 - y); \eta\right)}{y (1 - y)} = \alpha y^{\alpha - 1}
   \qquad y \in (0, 1),\; \alpha := \eta_1 *)
Definition skew_logistic_probability_is_power : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall y : R, 0 < y < 1 ->
  0 < y /\
  0 < 1 - y /\
  skew_logistic_member__p_has_value (ln y - ln (1 - y)) eta /\
  y * (1 - y) <> 0 /\
  skew_logistic_member__p (ln y - ln (1 - y)) eta / (y * (1 - y))
    = eta 1%nat * Rpower y (eta 1%nat - 1).

(* families/skew-logistic.md#skew-logistic-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = -\frac{1}{\alpha}
   \qquad \alpha := \eta_1 *)
Definition skew_logistic_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i > 0)) /\
  locally (eta 1%nat) (fun u => skew_logistic_member__A_has_value (update eta 1 u)) /\
  eta 1%nat <> 0 /\
  is_derive (fun u => skew_logistic_member__A (update eta 1 u)) (eta 1%nat) (- (1 / eta 1%nat)).

(* families/skew-logistic.md#skew-logistic-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1}{\alpha^2}
   \qquad \alpha := \eta_1 *)
Definition skew_logistic_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i > 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => skew_logistic_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => skew_logistic_member__A (update eta 1 u_2)) u) /\
  eta 1%nat ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => skew_logistic_member__A (update eta 1 u_2)) u)
    (eta 1%nat) (1 / eta 1%nat ^ 2).

(* families/skew-logistic.md#skew-logistic-larger
   \frac{1}{(1 + e^{-x})^\alpha} \cdot \frac{1}{(1 + e^{-x})^\beta} = \frac{1}{(1 + e^{-x})^s}
   \qquad \alpha := \eta_1,\; \beta := \zeta_1,\; s := \eta_1 + \zeta_1 *)
Definition skew_logistic_larger : Prop :=
  forall x : R,
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  0 < 1 + exp (- x) /\
  Rpower (1 + exp (- x)) (eta 1%nat) <> 0 /\
  Rpower (1 + exp (- x)) (zeta 1%nat) <> 0 /\
  Rpower (1 + exp (- x)) (eta 1%nat + zeta 1%nat) <> 0 /\
  1 / Rpower (1 + exp (- x)) (eta 1%nat) * (1 / Rpower (1 + exp (- x)) (zeta 1%nat))
    = 1 / Rpower (1 + exp (- x)) (eta 1%nat + zeta 1%nat).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/skew-logistic.md#skew-logistic-member *)
Definition skew_logistic_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => skew_logistic_member__A (update eta i u)) (eta i).

Definition skew_logistic_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => skew_logistic_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => skew_logistic_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/skew-logistic.md#skew-logistic-member *)
Definition skew_logistic_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * skew_logistic_member__mu eta i) - skew_logistic_member__A eta.

Definition skew_logistic_member__N_has_value (eta : nat -> R) : Prop :=
  skew_logistic_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i > 0) /\
  skew_logistic_member__A_has_value eta.

(* families/skew-logistic.md#skew-logistic-conjugate
   N(\eta) = \log \alpha - 1
   \qquad \alpha := \eta_1 *)
Definition skew_logistic_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  skew_logistic_member__N_has_value eta /\
  0 < eta 1%nat /\
  skew_logistic_member__N eta = ln (eta 1%nat) - 1.

(* families/skew-logistic.md#skew-logistic-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{\beta}{\alpha} - 1 - \log \frac{\beta}{\alpha}
   \qquad \alpha := \eta_1,\; \beta := \zeta_1 *)
Definition skew_logistic_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  skew_logistic_member__A_has_value zeta /\
  skew_logistic_member__A_has_value eta /\
  skew_logistic_member__mu_has_value eta /\
  eta 1%nat <> 0 /\
  0 < zeta 1%nat / eta 1%nat /\
  skew_logistic_member__A zeta - skew_logistic_member__A eta
    - sum (range 1 1) (fun i => skew_logistic_member__mu eta i * (zeta i - eta i))
    = zeta 1%nat / eta 1%nat - 1 - ln (zeta 1%nat / eta 1%nat).

(* families/skew-logistic.md#skew-logistic-fit
   \mu(\eta)_1 = -\tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(\frac{1}{\tau}, \ldots, \frac{1}{\tau}\right) *)
Definition skew_logistic_fit : Prop :=
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  skew_logistic_member__mu_has_value (fun i => 1 / tau) /\
  skew_logistic_member__mu (fun i => 1 / tau) 1%nat = - tau.

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, (1 - e^{-x})} \exp\left[-\frac{(x + \log(1 - e^{-x}))^2}{2}\right] \\
   t(x) &:= (x + \log(1 - e^{-x}), \ldots, x + \log(1 - e^{-x})) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{\eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition softplus_normal_unit_variance_member__h (x : R) : R :=
  1 / (sqrt (2 * PI) * (1 - exp (- x))) * exp (- ((x + ln (1 - exp (- x))) ^ 2 / 2)).

Definition softplus_normal_unit_variance_member__h_has_value (x : R) : Prop :=
  0 <= 2 * PI /\
  sqrt (2 * PI) * (1 - exp (- x)) <> 0 /\
  0 < 1 - exp (- x).

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, (1 - e^{-x})} \exp\left[-\frac{(x + \log(1 - e^{-x}))^2}{2}\right] \\
   t(x) &:= (x + \log(1 - e^{-x}), \ldots, x + \log(1 - e^{-x})) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{\eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition softplus_normal_unit_variance_member__t (x : R) (i : nat) : R :=
  x + ln (1 - exp (- x)).

Definition softplus_normal_unit_variance_member__t_has_value (x : R) : Prop :=
  0 < 1 - exp (- x).

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, (1 - e^{-x})} \exp\left[-\frac{(x + \log(1 - e^{-x}))^2}{2}\right] \\
   t(x) &:= (x + \log(1 - e^{-x}), \ldots, x + \log(1 - e^{-x})) \in \mathbb{R}^d \\
   A(\eta) &:= \frac{\eta_1^2}{2} \\
   \eta, \zeta, \omega &\in \mathbb{R}^d
   \end{aligned} *)
Definition softplus_normal_unit_variance_member__A (eta : nat -> R) : R :=
  eta 1%nat ^ 2 / 2.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-member *)
Definition softplus_normal_unit_variance_member__p (x : R) (eta : nat -> R) : R :=
  softplus_normal_unit_variance_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * softplus_normal_unit_variance_member__t x i)
    - softplus_normal_unit_variance_member__A eta).

Definition softplus_normal_unit_variance_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  softplus_normal_unit_variance_member__h_has_value x /\
  softplus_normal_unit_variance_member__t_has_value x.

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-usual-density
   p(x; \eta) = \frac{1}{\sqrt{2 \pi} \, (1 - e^{-x})} \exp\left[-\frac{(x + \log(1 - e^{-x}) - m)^2}{2}\right]
   \qquad m := \eta_1 *)
Definition softplus_normal_unit_variance_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R,
  softplus_normal_unit_variance_member__p_has_value x eta /\
  0 <= 2 * PI /\
  sqrt (2 * PI) * (1 - exp (- x)) <> 0 /\
  0 < 1 - exp (- x) /\
  softplus_normal_unit_variance_member__p x eta
    = 1 / (sqrt (2 * PI) * (1 - exp (- x)))
    * exp (- ((x + ln (1 - exp (- x)) - eta 1%nat) ^ 2 / 2)).

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-of-normal
   \frac{p\left(\log(1 + e^y); \eta\right)}{1 + e^{-y}} = \frac{1}{\sqrt{2 \pi}} \exp\left[-\frac{(y - m)^2}{2}\right]
   \qquad y \in [-8, 8],\; m := \eta_1 *)
Definition softplus_normal_unit_variance_of_normal : Prop :=
  forall eta : nat -> R,
  forall y : R, - 8 <= y <= 8 ->
  0 < 1 + exp y /\
  (ln (1 + exp y)) > 0 /\
  softplus_normal_unit_variance_member__p_has_value (ln (1 + exp y)) eta /\
  1 + exp (- y) <> 0 /\
  0 <= 2 * PI /\
  sqrt (2 * PI) <> 0 /\
  softplus_normal_unit_variance_member__p (ln (1 + exp y)) eta / (1 + exp (- y))
    = 1 / sqrt (2 * PI) * exp (- ((y - eta 1%nat) ^ 2 / 2)).

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = m
   \qquad m := \eta_1 *)
Definition softplus_normal_unit_variance_gradient : Prop :=
  forall eta : nat -> R,
  is_derive (fun u => softplus_normal_unit_variance_member__A (update eta 1 u)) (eta 1%nat)
    (eta 1%nat).

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = 1 *)
Definition softplus_normal_unit_variance_hessian : Prop :=
  forall eta : nat -> R,
  locally (eta 1%nat)
    (fun u =>
    ex_derive (fun u_2 => softplus_normal_unit_variance_member__A (update eta 1 u_2)) u) /\
  is_derive
    (fun u => Derive (fun u_2 => softplus_normal_unit_variance_member__A (update eta 1 u_2)) u)
    (eta 1%nat) 1.

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-mean-of-exponential
   (e^x - 1) \, p(x; \eta) = \exp\left[m + \frac{1}{2}\right] p(x; \zeta)
   \qquad m := \eta_1,\; \zeta := (m + 1, \ldots, m + 1) *)
Definition softplus_normal_unit_variance_mean_of_exponential : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R,
  softplus_normal_unit_variance_member__p_has_value x eta /\
  softplus_normal_unit_variance_member__p_has_value x (fun i => eta 1%nat + 1) /\
  (exp x - 1) * softplus_normal_unit_variance_member__p x eta
    = exp (eta 1%nat + 1 / 2)
    * softplus_normal_unit_variance_member__p x (fun i => eta 1%nat + 1).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-member *)
Definition softplus_normal_unit_variance_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => softplus_normal_unit_variance_member__A (update eta i u)) (eta i).

Definition softplus_normal_unit_variance_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => softplus_normal_unit_variance_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-member *)
Definition softplus_normal_unit_variance_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * softplus_normal_unit_variance_member__mu eta i)
    - softplus_normal_unit_variance_member__A eta.

Definition softplus_normal_unit_variance_member__N_has_value (eta : nat -> R) : Prop :=
  softplus_normal_unit_variance_member__mu_has_value eta.

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-conjugate
   N(\eta) = \frac{m^2}{2}
   \qquad m := \eta_1 *)
Definition softplus_normal_unit_variance_conjugate : Prop :=
  forall eta : nat -> R,
  softplus_normal_unit_variance_member__N_has_value eta /\
  softplus_normal_unit_variance_member__N eta = eta 1%nat ^ 2 / 2.

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{(m - n)^2}{2}
   \qquad m := \eta_1,\; n := \zeta_1 *)
Definition softplus_normal_unit_variance_divergence : Prop :=
  forall eta : nat -> R,
  forall zeta : nat -> R,
  softplus_normal_unit_variance_member__mu_has_value eta /\
  softplus_normal_unit_variance_member__A zeta - softplus_normal_unit_variance_member__A eta
    - sum (range 1 1)
    (fun i => softplus_normal_unit_variance_member__mu eta i * (zeta i - eta i))
    = (eta 1%nat - zeta 1%nat) ^ 2 / 2.

(* families/softplus-normal-unit-variance.md#softplus-normal-unit-variance-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R},\; \eta := (\tau, \ldots, \tau) *)
Definition softplus_normal_unit_variance_fit : Prop :=
  forall tau : R,
  softplus_normal_unit_variance_member__mu_has_value (fun i => tau) /\
  softplus_normal_unit_variance_member__mu (fun i => tau) 1%nat = tau.

(* families/softplus-normal.md#softplus-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, (1 - e^{-x})} \\
   t(x) &:= \left(x + \log(1 - e^{-x}), (x + \log(1 - e^{-x}))^2\right) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition softplus_normal_member__h (x : R) : R :=
  1 / (sqrt (2 * PI) * (1 - exp (- x))).

Definition softplus_normal_member__h_has_value (x : R) : Prop :=
  0 <= 2 * PI /\
  sqrt (2 * PI) * (1 - exp (- x)) <> 0.

(* families/softplus-normal.md#softplus-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, (1 - e^{-x})} \\
   t(x) &:= \left(x + \log(1 - e^{-x}), (x + \log(1 - e^{-x}))^2\right) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition softplus_normal_member__t (x : R) (i : nat) : R :=
  if (i <=? 1)%nat then x + ln (1 - exp (- x)) else (x + ln (1 - exp (- x))) ^ 2.

Definition softplus_normal_member__t_has_value (x : R) : Prop :=
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 0 < 1 - exp (- x))) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 0 < 1 - exp (- x))).

(* families/softplus-normal.md#softplus-normal-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 2 \\
   h(x) &:= \frac{1}{\sqrt{2 \pi} \, (1 - e^{-x})} \\
   t(x) &:= \left(x + \log(1 - e^{-x}), (x + \log(1 - e^{-x}))^2\right) \\
   A(\eta) &:= -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2) \\
   \eta, \zeta, \omega &\in \mathbb{R} \times \mathbb{R}_{<0}
   \end{aligned} *)
Definition softplus_normal_member__A (eta : nat -> R) : R :=
  - (eta 1%nat ^ 2 / (4 * eta 2%nat)) - 1 / 2 * ln (- (2 * eta 2%nat)).

Definition softplus_normal_member__A_has_value (eta : nat -> R) : Prop :=
  4 * eta 2%nat <> 0 /\
  0 < - (2 * eta 2%nat).

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/softplus-normal.md#softplus-normal-member *)
Definition softplus_normal_member__p (x : R) (eta : nat -> R) : R :=
  softplus_normal_member__h x
    * exp
    (sum (range 1 2) (fun i => eta i * softplus_normal_member__t x i)
    - softplus_normal_member__A eta).

Definition softplus_normal_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  softplus_normal_member__h_has_value x /\
  softplus_normal_member__t_has_value x /\
  eta 2%nat < 0 /\
  softplus_normal_member__A_has_value eta.

(* families/softplus-normal.md#softplus-normal-usual-density
   p(x; \eta) = \frac{1}{\sqrt{2 \pi v} \, (1 - e^{-x})} \exp\left[-\frac{(x + \log(1 - e^{-x}) - m)^2}{2 v}\right]
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition softplus_normal_usual_density : Prop :=
  forall x : R, x > 0 ->
  forall eta : nat -> R, eta 2%nat < 0 ->
  softplus_normal_member__p_has_value x eta /\
  2 * eta 2%nat <> 0 /\
  0 <= 2 * PI * - (1 / (2 * eta 2%nat)) /\
  sqrt (2 * PI * - (1 / (2 * eta 2%nat))) * (1 - exp (- x)) <> 0 /\
  0 < 1 - exp (- x) /\
  2 * - (1 / (2 * eta 2%nat)) <> 0 /\
  softplus_normal_member__p x eta
    = 1 / (sqrt (2 * PI * - (1 / (2 * eta 2%nat))) * (1 - exp (- x)))
    * exp
    (-
    ((x + ln (1 - exp (- x)) - - (eta 1%nat / (2 * eta 2%nat))) ^ 2
    / (2 * - (1 / (2 * eta 2%nat))))).

(* families/softplus-normal.md#softplus-normal-usual-parameters
   \eta = \left(\frac{m}{v}, -\frac{1}{2 v}\right)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition softplus_normal_usual_parameters : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> - (1 / (2 * eta 2%nat)) <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * - (1 / (2 * eta 2%nat)) <> 0)) /\
  (forall i, In i (range 1 2) -> eta i
    =
    (if (i <=? 1)%nat then - (eta 1%nat / (2 * eta 2%nat)) / - (1 / (2 * eta 2%nat)) else
    - (1 / (2 * - (1 / (2 * eta 2%nat)))))).

(* families/softplus-normal.md#softplus-normal-of-normal
   \frac{p\left(\log(1 + e^y); \eta\right)}{1 + e^{-y}} = \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{(y - m)^2}{2 v}\right]
   \qquad y \in [-8, 8],\; m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition softplus_normal_of_normal : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  forall y : R, - 8 <= y <= 8 ->
  0 < 1 + exp y /\
  (ln (1 + exp y)) > 0 /\
  softplus_normal_member__p_has_value (ln (1 + exp y)) eta /\
  1 + exp (- y) <> 0 /\
  2 * eta 2%nat <> 0 /\
  0 <= 2 * PI * - (1 / (2 * eta 2%nat)) /\
  sqrt (2 * PI * - (1 / (2 * eta 2%nat))) <> 0 /\
  2 * - (1 / (2 * eta 2%nat)) <> 0 /\
  softplus_normal_member__p (ln (1 + exp y)) eta / (1 + exp (- y))
    = 1 / sqrt (2 * PI * - (1 / (2 * eta 2%nat)))
    * exp (- ((y - - (eta 1%nat / (2 * eta 2%nat))) ^ 2 / (2 * - (1 / (2 * eta 2%nat))))).

(* families/softplus-normal.md#softplus-normal-gradient
   \nabla A(\eta) = (m, m^2 + v)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition softplus_normal_gradient : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => softplus_normal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * eta 2%nat <> 0)) /\
  (forall i, In i (range 1 2) ->
    is_derive (fun u => softplus_normal_member__A (update eta i u)) (eta i)
    (if (i <=? 1)%nat then
    - (eta 1%nat / (2 * eta 2%nat)) else (- (eta 1%nat / (2 * eta 2%nat))) ^ 2 +
    - (1 / (2 * eta 2%nat)))).

(* families/softplus-normal.md#softplus-normal-hessian
   \nabla^2 A(\eta) = \begin{pmatrix} v & 2 m v \\ 2 m v & 4 m^2 v + 2 v^2 \end{pmatrix}
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2} *)
Definition softplus_normal_hessian : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => softplus_normal_member__A_has_value (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => softplus_normal_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((i <= 1)%nat -> ((i_2 <= 1)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((i <= 1)%nat -> ((1 < i_2)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((1 < i)%nat -> ((i_2 <= 1)%nat -> 2 * eta 2%nat <> 0))))
    /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) -> ((1 < i)%nat -> ((1 < i_2)%nat -> 2 * eta 2%nat <> 0)))) /\
  (forall i, In i (range 1 2) ->
    (forall i_2, In i_2 (range 1 2) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => softplus_normal_member__A (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (if (i <=? 1)%nat then if (i_2 <=? 1)%nat then - (1 / (2 * eta 2%nat)) else 2 *
    - (eta 1%nat / (2 * eta 2%nat)) * - (1 / (2 * eta 2%nat)) else if (i_2 <=? 1)%nat then 2 *
    - (eta 1%nat / (2 * eta 2%nat)) * - (1 / (2 * eta 2%nat)) else 4
    * (- (eta 1%nat / (2 * eta 2%nat))) ^ 2 * - (1 / (2 * eta 2%nat)) + 2
    * (- (1 / (2 * eta 2%nat))) ^ 2))).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/softplus-normal.md#softplus-normal-member *)
Definition softplus_normal_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => softplus_normal_member__A (update eta i u)) (eta i).

Definition softplus_normal_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 2) ->
    locally (eta i) (fun u => softplus_normal_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 2) ->
    ex_derive (fun u => softplus_normal_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/softplus-normal.md#softplus-normal-member *)
Definition softplus_normal_member__N (eta : nat -> R) : R :=
  sum (range 1 2) (fun i => eta i * softplus_normal_member__mu eta i)
    - softplus_normal_member__A eta.

Definition softplus_normal_member__N_has_value (eta : nat -> R) : Prop :=
  softplus_normal_member__mu_has_value eta /\
  eta 2%nat < 0 /\
  softplus_normal_member__A_has_value eta.

(* families/softplus-normal.md#softplus-normal-conjugate
   N(\eta) = -\frac{1}{2} - \frac{1}{2} \log v
   \qquad v := -\frac{1}{2 \eta_2} *)
Definition softplus_normal_conjugate : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  softplus_normal_member__N_has_value eta /\
  2 * eta 2%nat <> 0 /\
  0 < - (1 / (2 * eta 2%nat)) /\
  softplus_normal_member__N eta = - (1 / 2) - 1 / 2 * ln (- (1 / (2 * eta 2%nat))).

(* families/softplus-normal.md#softplus-normal-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \frac{(m - n)^2}{2 w} + \frac{1}{2} \left(\frac{v}{w} - 1 - \log \frac{v}{w}\right)
   \qquad m := -\frac{\eta_1}{2 \eta_2},\; v := -\frac{1}{2 \eta_2},\; n := -\frac{\zeta_1}{2 \zeta_2},\; w := -\frac{1}{2 \zeta_2} *)
Definition softplus_normal_divergence : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  forall zeta : nat -> R, zeta 2%nat < 0 ->
  softplus_normal_member__A_has_value zeta /\
  softplus_normal_member__A_has_value eta /\
  softplus_normal_member__mu_has_value eta /\
  2 * eta 2%nat <> 0 /\
  2 * zeta 2%nat <> 0 /\
  2 * - (1 / (2 * zeta 2%nat)) <> 0 /\
  - (1 / (2 * zeta 2%nat)) <> 0 /\
  0 < - (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)) /\
  softplus_normal_member__A zeta - softplus_normal_member__A eta
    - sum (range 1 2) (fun i => softplus_normal_member__mu eta i * (zeta i - eta i))
    = (- (eta 1%nat / (2 * eta 2%nat)) - - (zeta 1%nat / (2 * zeta 2%nat))) ^ 2
    / (2 * - (1 / (2 * zeta 2%nat))) + 1 / 2
    *
    (- (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)) - 1
    - ln (- (1 / (2 * eta 2%nat)) / - (1 / (2 * zeta 2%nat)))).

(* families/softplus-normal.md#softplus-normal-fit
   \mu(\eta) = (a, a^2 + v)
   \qquad a \in \mathbb{R},\; v \in \mathbb{R}_{>0},\; \eta := \left(\frac{a}{v}, -\frac{1}{2 v}\right) *)
Definition softplus_normal_fit : Prop :=
  forall a : R,
  forall v : R, v > 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> v <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * v <> 0)) /\
  softplus_normal_member__mu_has_value
    (fun i => if (i <=? 1)%nat then a / v else - (1 / (2 * v))) /\
  (forall i, In i (range 1 2) ->
    softplus_normal_member__mu (fun i => if (i <=? 1)%nat then a / v else - (1 / (2 * v))) i
    = (if (i <=? 1)%nat then a else a ^ 2 + v)).

(* families/von-mises-fisher.md#von-mises-fisher-log-normalizer
   F(w) := \log \frac{4 \pi \sinh \lVert w \rVert}{\lVert w \rVert}
   \qquad w \in \mathbb{R} \times \mathbb{R} \times \mathbb{R}_{>0} *)
Definition von_mises_fisher_log_normalizer (w : nat -> R) : R :=
  ln (4 * PI * sinh (sqrt (sum (range 1 3) (fun i => w i ^ 2)))
    / sqrt (sum (range 1 3) (fun i => w i ^ 2))).

Definition von_mises_fisher_log_normalizer_has_value (w : nat -> R) : Prop :=
  sqrt (sum (range 1 3) (fun i => w i ^ 2)) <> 0 /\
  0 < 4 * PI * sinh (sqrt (sum (range 1 3) (fun i => w i ^ 2)))
    / sqrt (sum (range 1 3) (fun i => w i ^ 2)).

(* families/von-mises-fisher.md#von-mises-fisher-mean-direction
   \nabla F(w) = \left(\frac{\cosh \kappa}{\sinh \kappa} - \frac{1}{\kappa}\right) \frac{1}{\kappa} w
   \qquad w \in \mathbb{R} \times \mathbb{R} \times \mathbb{R}_{>0},\; \kappa := \lVert w \rVert *)
Definition von_mises_fisher_mean_direction : Prop :=
  forall w : nat -> R, w 3%nat > 0 ->
  sinh (sqrt (sum (range 1 3) (fun i => w i ^ 2))) <> 0 /\
  sqrt (sum (range 1 3) (fun i => w i ^ 2)) <> 0 /\
  (forall i, In i (range 1 3) ->
    locally (w i) (fun u => von_mises_fisher_log_normalizer_has_value (update w i u))) /\
  (forall i, In i (range 1 3) ->
    is_derive (fun u => von_mises_fisher_log_normalizer (update w i u)) (w i)
    ((cosh (sqrt (sum (range 1 3) (fun i => w i ^ 2)))
    / sinh (sqrt (sum (range 1 3) (fun i => w i ^ 2))) - 1
    / sqrt (sum (range 1 3) (fun i => w i ^ 2)))
    * (1 / sqrt (sum (range 1 3) (fun i => w i ^ 2))) * w i)).

(* families/von-mises-fisher.md#von-mises-fisher-member
   \begin{aligned}
   \mathcal{X} &:= [-1, 1] \\
   d &:= 1 \\
   h(x) &:= 2 \pi \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log \frac{4 \pi \sinh \eta_1}{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition von_mises_fisher_member__h (x : R) : R :=
  2 * PI.

(* families/von-mises-fisher.md#von-mises-fisher-member
   \begin{aligned}
   \mathcal{X} &:= [-1, 1] \\
   d &:= 1 \\
   h(x) &:= 2 \pi \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log \frac{4 \pi \sinh \eta_1}{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition von_mises_fisher_member__t (x : R) (i : nat) : R :=
  x.

(* families/von-mises-fisher.md#von-mises-fisher-member
   \begin{aligned}
   \mathcal{X} &:= [-1, 1] \\
   d &:= 1 \\
   h(x) &:= 2 \pi \\
   t(x) &:= (x, \ldots, x) \in \mathbb{R}^d \\
   A(\eta) &:= \log \frac{4 \pi \sinh \eta_1}{\eta_1} \\
   \eta, \zeta, \omega &\in \mathbb{R}_{>0}^d
   \end{aligned} *)
Definition von_mises_fisher_member__A (eta : nat -> R) : R :=
  ln (4 * PI * sinh (eta 1%nat) / eta 1%nat).

Definition von_mises_fisher_member__A_has_value (eta : nat -> R) : Prop :=
  eta 1%nat <> 0 /\
  0 < 4 * PI * sinh (eta 1%nat) / eta 1%nat.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/von-mises-fisher.md#von-mises-fisher-member *)
Definition von_mises_fisher_member__p (x : R) (eta : nat -> R) : R :=
  von_mises_fisher_member__h x
    * exp
    (sum (range 1 1) (fun i => eta i * von_mises_fisher_member__t x i)
    - von_mises_fisher_member__A eta).

Definition von_mises_fisher_member__p_has_value (x : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) -> eta i > 0) /\
  von_mises_fisher_member__A_has_value eta.

(* families/von-mises-fisher.md#von-mises-fisher-usual-density
   p(x; \eta) = \frac{\kappa e^{\kappa x}}{2 \sinh \kappa}
   \qquad \kappa := \eta_1 *)
Definition von_mises_fisher_usual_density : Prop :=
  forall x : R, - 1 <= x <= 1 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  von_mises_fisher_member__p_has_value x eta /\
  2 * sinh (eta 1%nat) <> 0 /\
  von_mises_fisher_member__p x eta = eta 1%nat * exp (eta 1%nat * x) / (2 * sinh (eta 1%nat)).

(* families/von-mises-fisher.md#von-mises-fisher-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \frac{\cosh \kappa}{\sinh \kappa} - \frac{1}{\kappa}
   \qquad \kappa := \eta_1 *)
Definition von_mises_fisher_gradient : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i > 0)) /\
  locally (eta 1%nat) (fun u => von_mises_fisher_member__A_has_value (update eta 1 u)) /\
  sinh (eta 1%nat) <> 0 /\
  eta 1%nat <> 0 /\
  is_derive (fun u => von_mises_fisher_member__A (update eta 1 u)) (eta 1%nat)
    (cosh (eta 1%nat) / sinh (eta 1%nat) - 1 / eta 1%nat).

(* families/von-mises-fisher.md#von-mises-fisher-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \frac{1}{\kappa^2} - \frac{1}{(\sinh \kappa)^2}
   \qquad \kappa := \eta_1 *)
Definition von_mises_fisher_hessian : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i > 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => von_mises_fisher_member__A_has_value (update eta 1 u_2))) /\
  locally (eta 1%nat)
    (fun u => ex_derive (fun u_2 => von_mises_fisher_member__A (update eta 1 u_2)) u) /\
  eta 1%nat ^ 2 <> 0 /\
  sinh (eta 1%nat) ^ 2 <> 0 /\
  is_derive (fun u => Derive (fun u_2 => von_mises_fisher_member__A (update eta 1 u_2)) u)
    (eta 1%nat) (1 / eta 1%nat ^ 2 - 1 / sinh (eta 1%nat) ^ 2).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/von-mises-fisher.md#von-mises-fisher-member *)
Definition von_mises_fisher_member__mu (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => von_mises_fisher_member__A (update eta i u)) (eta i).

Definition von_mises_fisher_member__mu_has_value (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => von_mises_fisher_member__A_has_value (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => von_mises_fisher_member__A (update eta i u)) (eta i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
(* for families/von-mises-fisher.md#von-mises-fisher-member *)
Definition von_mises_fisher_member__N (eta : nat -> R) : R :=
  sum (range 1 1) (fun i => eta i * von_mises_fisher_member__mu eta i)
    - von_mises_fisher_member__A eta.

Definition von_mises_fisher_member__N_has_value (eta : nat -> R) : Prop :=
  von_mises_fisher_member__mu_has_value eta /\
  (forall i, In i (range 1 1) -> eta i > 0) /\
  von_mises_fisher_member__A_has_value eta.

(* families/von-mises-fisher.md#von-mises-fisher-conjugate
   N(\eta) = \frac{\kappa \cosh \kappa}{\sinh \kappa} - 1 - \log \frac{4 \pi \sinh \kappa}{\kappa}
   \qquad \kappa := \eta_1 *)
Definition von_mises_fisher_conjugate : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  von_mises_fisher_member__N_has_value eta /\
  sinh (eta 1%nat) <> 0 /\
  eta 1%nat <> 0 /\
  0 < 4 * PI * sinh (eta 1%nat) / eta 1%nat /\
  von_mises_fisher_member__N eta
    = eta 1%nat * cosh (eta 1%nat) / sinh (eta 1%nat) - 1
    - ln (4 * PI * sinh (eta 1%nat) / eta 1%nat).

(* families/von-mises-fisher.md#von-mises-fisher-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \log \frac{\kappa \sinh \lambda}{\lambda \sinh \kappa} - (\lambda - \kappa) \left(\frac{\cosh \kappa}{\sinh \kappa} - \frac{1}{\kappa}\right)
   \qquad \kappa := \eta_1,\; \lambda := \zeta_1 *)
Definition von_mises_fisher_divergence : Prop :=
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i > 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i > 0) ->
  von_mises_fisher_member__A_has_value zeta /\
  von_mises_fisher_member__A_has_value eta /\
  von_mises_fisher_member__mu_has_value eta /\
  zeta 1%nat * sinh (eta 1%nat) <> 0 /\
  0 < eta 1%nat * sinh (zeta 1%nat) / (zeta 1%nat * sinh (eta 1%nat)) /\
  sinh (eta 1%nat) <> 0 /\
  eta 1%nat <> 0 /\
  von_mises_fisher_member__A zeta - von_mises_fisher_member__A eta
    - sum (range 1 1) (fun i => von_mises_fisher_member__mu eta i * (zeta i - eta i))
    = ln (eta 1%nat * sinh (zeta 1%nat) / (zeta 1%nat * sinh (eta 1%nat)))
    - (zeta 1%nat - eta 1%nat) * (cosh (eta 1%nat) / sinh (eta 1%nat) - 1 / eta 1%nat).

(* families/weibull.md#weibull-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= x^{k - 1} \\
   t(x) &:= (x^k, \ldots, x^k) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-\eta_1) - \log k \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition weibull_member__h (k : R) (x : R) : R :=
  Rpower x (k - 1).

Definition weibull_member__h_has_value (k : R) (x : R) : Prop :=
  0 < x.

(* families/weibull.md#weibull-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= x^{k - 1} \\
   t(x) &:= (x^k, \ldots, x^k) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-\eta_1) - \log k \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition weibull_member__t (k : R) (x : R) (i : nat) : R :=
  Rpower x k.

Definition weibull_member__t_has_value (k : R) (x : R) : Prop :=
  0 < x.

(* families/weibull.md#weibull-member
   \begin{aligned}
   \mathcal{X} &:= \mathbb{R}_{>0} \\
   d &:= 1 \\
   h(x) &:= x^{k - 1} \\
   t(x) &:= (x^k, \ldots, x^k) \in \mathbb{R}^d \\
   A(\eta) &:= -\log(-\eta_1) - \log k \\
   \eta, \zeta, \omega &\in \mathbb{R}_{<0}^d
   \end{aligned} *)
Definition weibull_member__A (k : R) (eta : nat -> R) : R :=
  - ln (- eta 1%nat) - ln k.

Definition weibull_member__A_has_value (k : R) (eta : nat -> R) : Prop :=
  0 < - eta 1%nat /\
  0 < k.

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
(* for families/weibull.md#weibull-member *)
Definition weibull_member__p (k : R) (x : R) (eta : nat -> R) : R :=
  weibull_member__h k x
    * exp (sum (range 1 1) (fun i => eta i * weibull_member__t k x i) - weibull_member__A k eta).

Definition weibull_member__p_has_value (k : R) (x : R) (eta : nat -> R) : Prop :=
  weibull_member__h_has_value k x /\
  weibull_member__t_has_value k x /\
  (forall i, In i (range 1 1) -> eta i < 0) /\
  weibull_member__A_has_value k eta.

(* families/weibull.md#weibull-usual-density
   p(x; \eta) = \frac{k}{\lambda} \left(\frac{x}{\lambda}\right)^{k - 1} \exp\left[-\left(\frac{x}{\lambda}\right)^k\right]
   \qquad \lambda := (-\eta_1)^{-1 / k} *)
Definition weibull_usual_density : Prop :=
  forall k : R, 1 / 8 <= k <= 8 ->
  forall x : R, x > 0 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  weibull_member__p_has_value k x eta /\
  0 < - eta 1%nat /\
  k <> 0 /\
  Rpower (- eta 1%nat) (- (1 / k)) <> 0 /\
  0 < x / Rpower (- eta 1%nat) (- (1 / k)) /\
  weibull_member__p k x eta
    = k / Rpower (- eta 1%nat) (- (1 / k))
    * Rpower (x / Rpower (- eta 1%nat) (- (1 / k))) (k - 1)
    * exp (- Rpower (x / Rpower (- eta 1%nat) (- (1 / k))) k).

(* families/weibull.md#weibull-usual-parameters
   \eta_1 = -\lambda^{-k}
   \qquad \lambda := (-\eta_1)^{-1 / k} *)
Definition weibull_usual_parameters : Prop :=
  forall k : R, 1 / 8 <= k <= 8 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  0 < - eta 1%nat /\
  k <> 0 /\
  0 < Rpower (- eta 1%nat) (- (1 / k)) /\
  eta 1%nat = - Rpower (Rpower (- eta 1%nat) (- (1 / k))) (- k).

(* families/weibull.md#weibull-gradient
   \frac{\partial}{\partial \eta_1} A(\eta) = \lambda^k
   \qquad \lambda := (-\eta_1)^{-1 / k} *)
Definition weibull_gradient : Prop :=
  forall k : R, 1 / 8 <= k <= 8 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat) (fun u => (forall i, In i (range 1 1) -> (update eta 1 u) i < 0)) /\
  locally (eta 1%nat) (fun u => weibull_member__A_has_value k (update eta 1 u)) /\
  0 < - eta 1%nat /\
  k <> 0 /\
  0 < Rpower (- eta 1%nat) (- (1 / k)) /\
  is_derive (fun u => weibull_member__A k (update eta 1 u)) (eta 1%nat)
    (Rpower (Rpower (- eta 1%nat) (- (1 / k))) k).

(* families/weibull.md#weibull-hessian
   \frac{\partial^2}{\partial \eta_1^2} A(\eta) = \lambda^{2 k}
   \qquad \lambda := (-\eta_1)^{-1 / k} *)
Definition weibull_hessian : Prop :=
  forall k : R, 1 / 8 <= k <= 8 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => (forall i, In i (range 1 1) -> (update eta 1 u_2) i < 0))) /\
  locally (eta 1%nat)
    (fun u => locally u (fun u_2 => weibull_member__A_has_value k (update eta 1 u_2))) /\
  locally (eta 1%nat) (fun u => ex_derive (fun u_2 => weibull_member__A k (update eta 1 u_2)) u)
    /\
  0 < - eta 1%nat /\
  k <> 0 /\
  0 < Rpower (- eta 1%nat) (- (1 / k)) /\
  is_derive (fun u => Derive (fun u_2 => weibull_member__A k (update eta 1 u_2)) u) (eta 1%nat)
    (Rpower (Rpower (- eta 1%nat) (- (1 / k))) (2 * k)).

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
(* for families/weibull.md#weibull-member *)
Definition weibull_member__mu (k : R) (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => weibull_member__A k (update eta i u)) (eta i).

Definition weibull_member__mu_has_value (k : R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 1) ->
    locally (eta i) (fun u => weibull_member__A_has_value k (update eta i u))) /\
  (forall i, In i (range 1 1) ->
    ex_derive (fun u => weibull_member__A k (update eta i u)) (eta i)).

(* families/weibull.md#weibull-divergence
   A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) = \left(\frac{\lambda}{\kappa}\right)^k - 1 - k \log \frac{\lambda}{\kappa}
   \qquad \lambda := (-\eta_1)^{-1 / k},\; \kappa := (-\zeta_1)^{-1 / k} *)
Definition weibull_divergence : Prop :=
  forall k : R, 1 / 8 <= k <= 8 ->
  forall eta : nat -> R, (forall i, In i (range 1 1) -> eta i < 0) ->
  forall zeta : nat -> R, (forall i, In i (range 1 1) -> zeta i < 0) ->
  weibull_member__A_has_value k zeta /\
  weibull_member__A_has_value k eta /\
  weibull_member__mu_has_value k eta /\
  0 < - eta 1%nat /\
  k <> 0 /\
  0 < - zeta 1%nat /\
  Rpower (- zeta 1%nat) (- (1 / k)) <> 0 /\
  0 < Rpower (- eta 1%nat) (- (1 / k)) / Rpower (- zeta 1%nat) (- (1 / k)) /\
  weibull_member__A k zeta - weibull_member__A k eta
    - sum (range 1 1) (fun i => weibull_member__mu k eta i * (zeta i - eta i))
    = Rpower (Rpower (- eta 1%nat) (- (1 / k)) / Rpower (- zeta 1%nat) (- (1 / k))) k - 1 - k
    * ln (Rpower (- eta 1%nat) (- (1 / k)) / Rpower (- zeta 1%nat) (- (1 / k))).

(* families/weibull.md#weibull-fit
   \mu(\eta)_1 = \tau
   \qquad \tau \in \mathbb{R}_{>0},\; \eta := \left(-\frac{1}{\tau}, \ldots, -\frac{1}{\tau}\right) *)
Definition weibull_fit : Prop :=
  forall k : R, 1 / 8 <= k <= 8 ->
  forall tau : R, tau > 0 ->
  tau <> 0 /\
  weibull_member__mu_has_value k (fun i => - (1 / tau)) /\
  weibull_member__mu k (fun i => - (1 / tau)) 1%nat = tau.

(* softmax.md#exponential-family
   f(x; \theta) := h(x) \exp\left[\eta(\theta)^\top t(x) - A(\theta)\right] *)
Definition exponential_family (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : R -> nat -> R) (A : R -> R) (x : nat) (theta : R) : R :=
  h x * exp (sum (range 1 d) (fun i => eta theta i * t x i) - A theta).

(* softmax.md#total-mass
   \sum_{x \in \mathcal{X}} f(x; \theta)
   = e^{-A(\theta)} \sum_{x \in \mathcal{X}} h(x) \exp\left[\eta(\theta)^\top t(x)\right] *)
Definition total_mass : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall theta : R,
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : R -> nat -> R,
  forall A : R -> R,
  sum (range 1 n) (fun x => exponential_family n d h t eta A x theta)
    = exp (- A theta)
    * sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta theta i * t x i))).

(* softmax.md#log-normalizer-discrete
   A(\theta) := \log \sum_{x \in \mathcal{X}} h(x) \exp\left[\eta(\theta)^\top t(x)\right] *)
Definition log_normalizer_discrete (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : R -> nat -> R) (theta : R) : R :=
  ln (sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta theta i * t x i)))).

Definition log_normalizer_discrete_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : R -> nat -> R) (theta : R) : Prop :=
  0 < sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta theta i * t x i))).

(* softmax.md#normalization
   \sum_{x \in \mathcal{X}} f(x; \theta) = 1 *)
Definition normalization : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall theta : R,
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : R -> nat -> R,
  (forall theta, log_normalizer_discrete_has_value n d h t eta theta) /\
  sum (range 1 n)
    (fun x => exponential_family n d h t eta (log_normalizer_discrete n d h t eta) x theta) = 1.

(* softmax.md#exponential-density
   f(x; \theta) := \theta e^{-\theta x} *)
Definition exponential_density (x : R) (theta : R) : R :=
  theta * exp (- (theta * x)).

(* softmax.md#exponential-base-measure
   h(x) := 1 *)
Definition exponential_base_measure (x : R) : R :=
  1.

(* softmax.md#exponential-natural-parameter
   \eta(\theta) := -\theta *)
Definition exponential_natural_parameter (theta : R) : R :=
  - theta.

(* softmax.md#exponential-statistic
   t(x) := x *)
Definition exponential_statistic (x : R) : R :=
  x.

(* softmax.md#exponential-log-normalizer
   A(\theta) := -\log \theta *)
Definition exponential_log_normalizer (theta : R) : R :=
  - ln theta.

Definition exponential_log_normalizer_has_value (theta : R) : Prop :=
  0 < theta.

(* softmax.md#exponential-density-form
   f(x; \theta) = h(x) \exp\left[\eta(\theta) \, t(x) - A(\theta)\right] *)
Definition exponential_density_form : Prop :=
  forall x : R, x > 0 ->
  forall theta : R, theta > 0 ->
  exponential_log_normalizer_has_value theta /\
  exponential_density x theta
    = exponential_base_measure x
    * exp
    (exponential_natural_parameter theta * exponential_statistic x
    - exponential_log_normalizer theta).

(* softmax.md#log-normalizer-continuous
   A(\theta) = \log\left[\int_0^\infty h(x) \exp\left[\eta(\theta) \, t(x)\right] \, \mathrm{d}x\right] *)
Definition log_normalizer_continuous : Prop :=
  forall theta : R, theta > 0 ->
  exponential_log_normalizer_has_value theta /\
  (forall x : R, 0 < x -> x > 0) /\
  ex_RInt_gen
    (fun x =>
    exponential_base_measure x
    * exp (exponential_natural_parameter theta * exponential_statistic x)) (at_point 0)
    (Rbar_locally p_infty) /\
  0 < RInt_gen
    (fun x =>
    exponential_base_measure x
    * exp (exponential_natural_parameter theta * exponential_statistic x)) (at_point 0)
    (Rbar_locally p_infty) /\
  exponential_log_normalizer theta
    = ln
    (RInt_gen
    (fun x =>
    exponential_base_measure x
    * exp (exponential_natural_parameter theta * exponential_statistic x)) (at_point 0)
    (Rbar_locally p_infty)).

(* softmax.md#categorical-parameters
   \begin{aligned}
   \theta_i &> 0 \\
   \theta_k &= 1 - \sum_{j=1}^{k-1} \theta_j
   \end{aligned}
   \qquad i \in \{1, \ldots, k\} *)
Definition categorical_parameters : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall theta : nat -> R, in_simplex k theta ->
  forall i : nat, In i (range 1 k) ->
  theta i > 0 /\
  theta k = 1 - sum (range 1 (k - 1)) (fun j => theta j).

(* softmax.md#categorical-pmf
   f(x; \theta) := \prod_{i=1}^{k} \theta_i^{x_i}
   \qquad x \in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\} *)
Definition categorical_pmf (k : nat) (x : nat -> R) (theta : nat -> R) : R :=
  product (range 1 k) (fun i => Rpower (theta i) (x i)).

Definition categorical_pmf_has_value (k : nat) (x : nat -> R) (theta : nat -> R) : Prop :=
  (forall i, In i (range 1 k) -> 0 < theta i).

(* softmax.md#categorical-natural-parameter
   \eta(\theta) := \left(\log\frac{\theta_1}{\theta_k}, \ldots, \log\frac{\theta_{k-1}}{\theta_k}, 0\right) *)
Definition categorical_natural_parameter (k : nat) (theta : nat -> R) (i : nat) : R :=
  if (i <=? k - 1)%nat then ln (theta i / theta k) else 0.

Definition categorical_natural_parameter_has_value (k : nat) (theta : nat -> R) : Prop :=
  (forall i, In i (range 1 k) -> ((i <= k - 1)%nat -> theta k <> 0)) /\
  (forall i, In i (range 1 k) -> ((i <= k - 1)%nat -> 0 < theta i / theta k)).

(* softmax.md#categorical-exponential-form
   f(x; \theta) = \exp\left[\eta(\theta)^\top x - (-\log\theta_k)\right]
   \qquad x \in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\} *)
Definition categorical_exponential_form : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall theta : nat -> R, in_simplex k theta ->
  forall x : nat -> R, In x (one_hots k) ->
  categorical_pmf_has_value k x theta /\
  categorical_natural_parameter_has_value k theta /\
  0 < theta k /\
  categorical_pmf k x theta
    = exp
    (sum (range 1 k) (fun i => categorical_natural_parameter k theta i * x i) - - ln (theta k)).

(* softmax.md#categorical-inverse
   \theta_i = \frac{e^{\eta_i}}{\sum_{j=1}^{k} e^{\eta_j}}
   \qquad \eta := \eta(\theta),\; i \in \{1, \ldots, k\} *)
Definition categorical_inverse : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall theta : nat -> R, in_simplex k theta ->
  forall i : nat, In i (range 1 k) ->
  categorical_natural_parameter_has_value k theta /\
  sum (range 1 k) (fun j => exp (categorical_natural_parameter k theta j)) <> 0 /\
  theta i
    = exp (categorical_natural_parameter k theta i)
    / sum (range 1 k) (fun j => exp (categorical_natural_parameter k theta j)).

(* softmax.md#categorical-log-normalizer
   \begin{aligned}
   -\log\theta_k
   &= -\log\left[\frac{e^{\eta_k}}{\sum_{j=1}^{k} e^{\eta_j}}\right] \\
   &= -\log\left[\frac{1}{\sum_{j=1}^{k} e^{\eta_j}}\right] \\
   &= \log\left[\sum_{j=1}^{k} e^{\eta_j}\right]
   \end{aligned}
   \qquad \eta \in \mathbb{R}^k,\; \eta_k = 0,\; \theta := \operatorname{softmax}(\eta) *)
Definition categorical_log_normalizer : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  eta k = 0 ->
  softmax_has_value k eta /\
  0 < softmax k eta k /\
  sum (range 1 k) (fun j => exp (eta j)) <> 0 /\
  0 < exp (eta k) / sum (range 1 k) (fun j => exp (eta j)) /\
  0 < 1 / sum (range 1 k) (fun j => exp (eta j)) /\
  0 < sum (range 1 k) (fun j => exp (eta j)) /\
  - ln (softmax k eta k) = - ln (exp (eta k) / sum (range 1 k) (fun j => exp (eta j))) /\
  - ln (exp (eta k) / sum (range 1 k) (fun j => exp (eta j)))
    = - ln (1 / sum (range 1 k) (fun j => exp (eta j))) /\
  - ln (1 / sum (range 1 k) (fun j => exp (eta j))) = ln (sum (range 1 k) (fun j => exp (eta j))).

(* softmax.md#categorical-natural-form
   p(x; \eta) := \exp\left[\eta^\top x - A(\eta)\right]
   \qquad x \in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\},\; \eta \in \mathbb{R}^k *)
Definition categorical_natural_form (k : nat) (x : nat -> R) (eta : nat -> R) : R :=
  exp (sum (range 1 k) (fun i => eta i * x i) - log_sum_exp k eta).

Definition categorical_natural_form_has_value (k : nat) (x : nat -> R) (eta : nat -> R) : Prop :=
  log_sum_exp_has_value k eta.

(* softmax.md#categorical-normalization
   \sum_{x \in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}} p(x; \eta) = 1
   \qquad \eta \in \mathbb{R}^k *)
Definition categorical_normalization : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  (forall x, In x (one_hots k) -> categorical_natural_form_has_value k x eta) /\
  sum (one_hots k) (fun x => categorical_natural_form k x eta) = 1.

(* softmax.md#softmax-shift
   \begin{aligned}
   \operatorname{softmax}(\eta + c\mathbf{1}) &= \operatorname{softmax}(\eta) \\
   A(\eta + c\mathbf{1}) &= A(\eta) + c
   \end{aligned}
   \qquad \eta \in \mathbb{R}^k,\; c \in \mathbb{R} *)
Definition softmax_shift : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall c : R,
  softmax_has_value k (fun i => eta i + c * ones k i) /\
  softmax_has_value k eta /\
  log_sum_exp_has_value k (fun i => eta i + c * ones k i) /\
  log_sum_exp_has_value k eta /\
  (forall i, In i (range 1 k) -> softmax k (fun i => eta i + c * ones k i) i = softmax k eta i) /\
  log_sum_exp k (fun i => eta i + c * ones k i) = log_sum_exp k eta + c.

(* softmax.md#gradient-is-softmax
   \begin{aligned}
   \frac{\partial}{\partial \eta_i} A(\eta)
   &= \frac{1}{\sum_{j=1}^{k} e^{\eta_j}} \cdot \frac{\partial}{\partial \eta_i} \sum_{j=1}^{k} e^{\eta_j} \\
   &= \frac{e^{\eta_i}}{\sum_{j=1}^{k} e^{\eta_j}}
   \end{aligned}
   \qquad \eta \in \mathbb{R}^k,\; i \in \{1, \ldots, k\} *)
Definition gradient_is_softmax : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  locally (eta i) (fun u => log_sum_exp_has_value k (update eta i u)) /\
  sum (range 1 k) (fun j => exp (eta j)) <> 0 /\
  ex_derive (fun u => sum (range 1 k) (fun j => exp (update eta i u j))) (eta i) /\
  is_derive (fun u => log_sum_exp k (update eta i u)) (eta i)
    (1 / sum (range 1 k) (fun j => exp (eta j))
    * Derive (fun u => sum (range 1 k) (fun j => exp (update eta i u j))) (eta i)) /\
  1 / sum (range 1 k) (fun j => exp (eta j))
    * Derive (fun u => sum (range 1 k) (fun j => exp (update eta i u j))) (eta i)
    = exp (eta i) / sum (range 1 k) (fun j => exp (eta j)).

(* softmax.md#gradient-vector
   \nabla A(\eta)
   = \left[\frac{e^{\eta_1}}{\sum_{j=1}^{k} e^{\eta_j}}, \ldots, \frac{e^{\eta_k}}{\sum_{j=1}^{k} e^{\eta_j}}\right]
   = \operatorname{softmax}(\eta)
   \qquad \eta \in \mathbb{R}^k *)
Definition gradient_vector : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  (forall i, In i (range 1 k) ->
    locally (eta i) (fun u => log_sum_exp_has_value k (update eta i u))) /\
  sum (range 1 k) (fun j => exp (eta j)) <> 0 /\
  softmax_has_value k eta /\
  (forall i, In i (range 1 k) ->
    is_derive (fun u => log_sum_exp k (update eta i u)) (eta i)
    (exp (eta i) / sum (range 1 k) (fun j => exp (eta j)))) /\
  (forall i, In i (range 1 k) -> exp (eta i) / sum (range 1 k) (fun j => exp (eta j))
    = softmax k eta i).

(* softmax.md#minimal-gradient
   \frac{\partial}{\partial \eta_i} A(\eta_1, \ldots, \eta_{k-1}, 0)
   = \frac{e^{\eta_i}}{1 + \sum_{j=1}^{k-1} e^{\eta_j}}
   \qquad \eta \in \mathbb{R}^{k-1},\; i \in \{1, \ldots, k-1\} *)
Definition minimal_gradient : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 (k - 1)) ->
  locally (eta i)
    (fun u =>
    log_sum_exp_has_value k (fun i_2 => if (i_2 <=? k - 1)%nat then update eta i u i_2 else 0)) /\
  1 + sum (range 1 (k - 1)) (fun j => exp (eta j)) <> 0 /\
  is_derive
    (fun u => log_sum_exp k (fun i_2 => if (i_2 <=? k - 1)%nat then update eta i u i_2 else 0))
    (eta i) (exp (eta i) / (1 + sum (range 1 (k - 1)) (fun j => exp (eta j)))).

(* softmax.md#categorical-statistic
   t(x) := x \qquad x \in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\} *)
Definition categorical_statistic (k : nat) (x : nat -> R) (i : nat) : R :=
  x i.

(* softmax.md#gradient-is-mean
   \nabla A(\eta) = \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[t(x)\right]
   \qquad \eta \in \mathbb{R}^k *)
Definition gradient_is_mean : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  (forall x, In x (one_hots k) -> categorical_natural_form_has_value k x eta) /\
  is_distribution (one_hots k) (fun x => categorical_natural_form k x eta) /\
  (forall i, In i (range 1 k) ->
    locally (eta i) (fun u => log_sum_exp_has_value k (update eta i u))) /\
  (forall i, In i (range 1 k) ->
    is_derive (fun u => log_sum_exp k (update eta i u)) (eta i)
    (sum (one_hots k) (fun x => categorical_natural_form k x eta * categorical_statistic k x i))).

(* theory/convexity.md#weighted-means
   u^{\lambda} v^{1 - \lambda} \le \lambda u + (1 - \lambda) v
   \qquad u \in \mathbb{R}_{>0},\; v \in \mathbb{R}_{>0},\; \lambda \in \mathbb{R}_{\ge 0},\; \lambda \le 1 *)
Definition weighted_means : Prop :=
  forall u : R, u > 0 ->
  forall v : R, v > 0 ->
  forall lambda : R, lambda >= 0 ->
  lambda <= 1 ->
  0 < u /\
  0 < v /\
  Rpower u lambda * Rpower v (1 - lambda) <= lambda * u + (1 - lambda) * v.

(* theory/convexity.md#hoelder-normalized
   \sum_{x \in \mathcal{X}} \left(\frac{a(x)}{\sum_{y \in \mathcal{X}} a(y)}\right)^{\lambda} \left(\frac{b(x)}{\sum_{y \in \mathcal{X}} b(y)}\right)^{1 - \lambda}
   \le \sum_{x \in \mathcal{X}} \left[\lambda \frac{a(x)}{\sum_{y \in \mathcal{X}} a(y)} + (1 - \lambda) \frac{b(x)}{\sum_{y \in \mathcal{X}} b(y)}\right]
   = 1
   \qquad \lambda \in \mathbb{R}_{\ge 0},\; \lambda \le 1 *)
Definition hoelder_normalized : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall a : nat -> R, (forall x, In x (range 1 n) -> a x > 0) ->
  forall b : nat -> R, (forall x, In x (range 1 n) -> b x > 0) ->
  forall lambda : R, lambda >= 0 ->
  lambda <= 1 ->
  sum (range 1 n) (fun y => a y) <> 0 /\
  (forall x, In x (range 1 n) -> 0 < a x / sum (range 1 n) (fun y => a y)) /\
  sum (range 1 n) (fun y => b y) <> 0 /\
  (forall x, In x (range 1 n) -> 0 < b x / sum (range 1 n) (fun y => b y)) /\
  sum (range 1 n)
    (fun x =>
    Rpower (a x / sum (range 1 n) (fun y => a y)) lambda
    * Rpower (b x / sum (range 1 n) (fun y => b y)) (1 - lambda))
    <= sum (range 1 n)
    (fun x =>
    lambda * (a x / sum (range 1 n) (fun y => a y)) + (1 - lambda)
    * (b x / sum (range 1 n) (fun y => b y))) /\
  sum (range 1 n)
    (fun x =>
    lambda * (a x / sum (range 1 n) (fun y => a y)) + (1 - lambda)
    * (b x / sum (range 1 n) (fun y => b y))) = 1.

(* theory/convexity.md#hoelder-inequality
   \sum_{x \in \mathcal{X}} a(x)^{\lambda} \, b(x)^{1 - \lambda}
   \le \left(\sum_{x \in \mathcal{X}} a(x)\right)^{\lambda} \left(\sum_{x \in \mathcal{X}} b(x)\right)^{1 - \lambda}
   \qquad \lambda \in \mathbb{R}_{\ge 0},\; \lambda \le 1 *)
Definition hoelder_inequality : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall a : nat -> R, (forall x, In x (range 1 n) -> a x > 0) ->
  forall b : nat -> R, (forall x, In x (range 1 n) -> b x > 0) ->
  forall lambda : R, lambda >= 0 ->
  lambda <= 1 ->
  (forall x, In x (range 1 n) -> 0 < a x) /\
  (forall x, In x (range 1 n) -> 0 < b x) /\
  0 < sum (range 1 n) (fun x => a x) /\
  0 < sum (range 1 n) (fun x => b x) /\
  sum (range 1 n) (fun x => Rpower (a x) lambda * Rpower (b x) (1 - lambda))
    <= Rpower (sum (range 1 n) (fun x => a x)) lambda
    * Rpower (sum (range 1 n) (fun x => b x)) (1 - lambda).

(* theory/convexity.md#weight-between
   \left(h(x) \exp\left[\eta^\top t(x)\right]\right)^{\lambda} \left(h(x) \exp\left[\zeta^\top t(x)\right]\right)^{1 - \lambda}
   = h(x) \exp\left[(\lambda \eta + (1 - \lambda) \zeta)^\top t(x)\right]
   \qquad \lambda \in \mathbb{R}_{\ge 0},\; \lambda \le 1 *)
Definition weight_between : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall lambda : R, lambda >= 0 ->
  lambda <= 1 ->
  0 < h x * exp (sum (range 1 d) (fun i => eta i * t x i)) /\
  0 < h x * exp (sum (range 1 d) (fun i => zeta i * t x i)) /\
  Rpower (h x * exp (sum (range 1 d) (fun i => eta i * t x i))) lambda
    * Rpower (h x * exp (sum (range 1 d) (fun i => zeta i * t x i))) (1 - lambda)
    = h x * exp (sum (range 1 d) (fun i => (lambda * eta i + (1 - lambda) * zeta i) * t x i)).

(* theory/convexity.md#normalizer-log-convex
   e^{A(\lambda \eta + (1 - \lambda) \zeta)} \le \left(e^{A(\eta)}\right)^{\lambda} \left(e^{A(\zeta)}\right)^{1 - \lambda}
   \qquad \lambda \in \mathbb{R}_{\ge 0},\; \lambda \le 1 *)
Definition normalizer_log_convex : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall lambda : R, lambda >= 0 ->
  lambda <= 1 ->
  finite_log_normalizer_has_value n d h t (fun i => lambda * eta i + (1 - lambda) * zeta i) /\
  finite_log_normalizer_has_value n d h t eta /\
  0 < exp (finite_log_normalizer n d h t eta) /\
  finite_log_normalizer_has_value n d h t zeta /\
  0 < exp (finite_log_normalizer n d h t zeta) /\
  exp (finite_log_normalizer n d h t (fun i => lambda * eta i + (1 - lambda) * zeta i))
    <= Rpower (exp (finite_log_normalizer n d h t eta)) lambda
    * Rpower (exp (finite_log_normalizer n d h t zeta)) (1 - lambda).

(* theory/convexity.md#log-normalizer-convex
   A(\lambda \eta + (1 - \lambda) \zeta) \le \lambda A(\eta) + (1 - \lambda) A(\zeta)
   \qquad \lambda \in \mathbb{R}_{\ge 0},\; \lambda \le 1 *)
Definition log_normalizer_convex : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall lambda : R, lambda >= 0 ->
  lambda <= 1 ->
  finite_log_normalizer_has_value n d h t (fun i => lambda * eta i + (1 - lambda) * zeta i) /\
  finite_log_normalizer_has_value n d h t eta /\
  finite_log_normalizer_has_value n d h t zeta /\
  finite_log_normalizer n d h t (fun i => lambda * eta i + (1 - lambda) * zeta i)
    <= lambda * finite_log_normalizer n d h t eta + (1 - lambda)
    * finite_log_normalizer n d h t zeta.

(* theory/convexity.md#tangent-below
   A(\zeta) \ge A(\eta) + (\zeta - \eta)^\top \nabla A(\eta) *)
Definition tangent_below : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  finite_log_normalizer_has_value n d h t zeta /\
  finite_log_normalizer_has_value n d h t eta /\
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)) /\
  finite_log_normalizer n d h t zeta
    >= finite_log_normalizer n d h t eta
    + sum (range 1 d)
    (fun i =>
    (zeta i - eta i) * Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)).

(* theory/convexity.md#gradient-monotone
   (\zeta - \eta)^\top \left[\nabla A(\zeta) - \nabla A(\eta)\right] \ge 0 *)
Definition gradient_monotone : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  (forall i, In i (range 1 d) ->
    locally (zeta i) (fun u => finite_log_normalizer_has_value n d h t (update zeta i u))) /\
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update zeta i u)) (zeta i)) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)) /\
  sum (range 1 d)
    (fun i =>
    (zeta i - eta i)
    *
    (Derive (fun u => finite_log_normalizer n d h t (update zeta i u)) (zeta i)
    - Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i))) >= 0.

(* theory/convexity.md#direction
   v := \zeta - \eta *)
Definition direction (d : nat) (eta : nat -> R) (zeta : nat -> R) (i : nat) : R :=
  zeta i - eta i.

(* theory/convexity.md#point-between
   \eta + s v = (1 - s) \eta + s \zeta
   \qquad s \in [0, 1] *)
Definition point_between : Prop :=
  forall d : nat, (1 <= d)%nat ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R, 0 <= s <= 1 ->
  (forall i, In i (range 1 d) -> eta i + s * direction d eta zeta i
    = (1 - s) * eta i + s * zeta i).

(* theory/convexity.md#statistic-along-line
   r(x) := v^\top t(x) *)
Definition statistic_along_line (n : nat) (d : nat) (t : nat -> nat -> R) (eta : nat -> R)
  (zeta : nat -> R) (x : nat) : R :=
  sum (range 1 d) (fun i => direction d eta zeta i * t x i).

(* theory/convexity.md#curvature-is-variance
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} A(\eta + s v)
   = \mathbb{E}_{x \sim p(\cdot;\, \xi)}\left[(r(x) - m)^2\right]
   \qquad s \in [0, 1],\; \xi := \eta + s v,\; m := \mathbb{E}_{x \sim p(\cdot;\, \xi)}\left[r(x)\right] *)
Definition curvature_is_variance : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R, 0 <= s <= 1 ->
  locally s
    (fun u =>
    locally u
    (fun u_2 =>
    finite_log_normalizer_has_value n d h t (fun i => eta i + u_2 * direction d eta zeta i))) /\
  locally s
    (fun u =>
    ex_derive
    (fun u_2 => finite_log_normalizer n d h t (fun i => eta i + u_2 * direction d eta zeta i)) u)
    /\
  (forall x, In x (range 1 n) ->
    finite_density_has_value n d h t x (fun i => eta i + s * direction d eta zeta i)) /\
  is_distribution (range 1 n)
    (fun x => finite_density n d h t x (fun i => eta i + s * direction d eta zeta i)) /\
  (forall x_2, In x_2 (range 1 n) ->
    finite_density_has_value n d h t x_2 (fun i => eta i + s * direction d eta zeta i)) /\
  is_distribution (range 1 n)
    (fun x_2 => finite_density n d h t x_2 (fun i => eta i + s * direction d eta zeta i)) /\
  is_derive
    (fun u =>
    Derive
    (fun u_2 => finite_log_normalizer n d h t (fun i => eta i + u_2 * direction d eta zeta i)) u)
    s
    (sum (range 1 n)
    (fun x =>
    finite_density n d h t x (fun i => eta i + s * direction d eta zeta i)
    *
    (statistic_along_line n d t eta zeta x
    - sum (range 1 n)
    (fun x_2 =>
    finite_density n d h t x_2 (fun i => eta i + s * direction d eta zeta i)
    * statistic_along_line n d t eta zeta x_2)) ^ 2)).

(* theory/convexity.md#hessian-quadratic-form
   v^\top \nabla^2 A(\eta) \, v = \operatorname{Var}_{x \sim p(\cdot;\, \eta)}\left[r(x)\right] \ge 0 *)
Definition hessian_quadratic_form : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i_2)
    (fun u =>
    locally (update eta i_2 u i)
    (fun u_2 => finite_log_normalizer_has_value n d h t (update (update eta i_2 u) i u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i_2)
    (fun u =>
    ex_derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i_2 u) i u_2))
    (update eta i_2 u i)))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    ex_derive
    (fun u =>
    Derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i_2 u) i u_2))
    (update eta i_2 u i)) (eta i_2))) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  sum (range 1 d)
    (fun i =>
    sum (range 1 d)
    (fun i_2 =>
    direction d eta zeta i_2
    * Derive
    (fun u =>
    Derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i_2 u) i u_2))
    (update eta i_2 u i)) (eta i_2)) * direction d eta zeta i)
    = sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    *
    ((statistic_along_line n d t eta zeta x
    - sum (range 1 n)
    (fun x => finite_density n d h t x eta * statistic_along_line n d t eta zeta x))
    *
    (statistic_along_line n d t eta zeta x
    - sum (range 1 n)
    (fun x => finite_density n d h t x eta * statistic_along_line n d t eta zeta x)))) /\
  sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    *
    ((statistic_along_line n d t eta zeta x
    - sum (range 1 n)
    (fun x => finite_density n d h t x eta * statistic_along_line n d t eta zeta x))
    *
    (statistic_along_line n d t eta zeta x
    - sum (range 1 n)
    (fun x => finite_density n d h t x eta * statistic_along_line n d t eta zeta x)))) >= 0.

(* theory/convexity.md#log-normalizer-convex-along-lines
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} A(\eta + s v) \ge 0
   \qquad s \in [0, 1] *)
Definition log_normalizer_convex_along_lines : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R, 0 <= s <= 1 ->
  locally s
    (fun u =>
    locally u
    (fun u_2 =>
    finite_log_normalizer_has_value n d h t (fun i => eta i + u_2 * direction d eta zeta i))) /\
  locally s
    (fun u =>
    ex_derive
    (fun u_2 => finite_log_normalizer n d h t (fun i => eta i + u_2 * direction d eta zeta i)) u)
    /\
  ex_derive
    (fun u =>
    Derive
    (fun u_2 => finite_log_normalizer n d h t (fun i => eta i + u_2 * direction d eta zeta i)) u)
    s /\
  Derive
    (fun u =>
    Derive
    (fun u_2 => finite_log_normalizer n d h t (fun i => eta i + u_2 * direction d eta zeta i)) u)
    s >= 0.

(* theory/convexity.md#curvature-by-pairs
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} A(\eta + s v)
   = \frac{1}{2} \sum_{x \in \mathcal{X}} \sum_{y \in \mathcal{X}} p(x; \xi) \, p(y; \xi) \, (r(x) - r(y))^2
   \qquad s \in [0, 1],\; \xi := \eta + s v *)
Definition curvature_by_pairs : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R, 0 <= s <= 1 ->
  locally s
    (fun u =>
    locally u
    (fun u_2 =>
    finite_log_normalizer_has_value n d h t (fun i => eta i + u_2 * direction d eta zeta i))) /\
  locally s
    (fun u =>
    ex_derive
    (fun u_2 => finite_log_normalizer n d h t (fun i => eta i + u_2 * direction d eta zeta i)) u)
    /\
  (forall x, In x (range 1 n) ->
    finite_density_has_value n d h t x (fun i => eta i + s * direction d eta zeta i)) /\
  (forall y, In y (range 1 n) ->
    finite_density_has_value n d h t y (fun i => eta i + s * direction d eta zeta i)) /\
  is_derive
    (fun u =>
    Derive
    (fun u_2 => finite_log_normalizer n d h t (fun i => eta i + u_2 * direction d eta zeta i)) u)
    s
    (1 / 2
    * sum (range 1 n)
    (fun x =>
    sum (range 1 n)
    (fun y =>
    finite_density n d h t x (fun i => eta i + s * direction d eta zeta i)
    * finite_density n d h t y (fun i => eta i + s * direction d eta zeta i)
    * (statistic_along_line n d t eta zeta x - statistic_along_line n d t eta zeta y) ^ 2))).

(* theory/convexity.md#strictly-convex-along-lines
   \frac{1}{2} \sum_{x \in \mathcal{X}} \sum_{y \in \mathcal{X}} p(x; \eta) \, p(y; \eta) \, (r(x) - r(y))^2 > 0
   \qquad a \in \mathcal{X},\; b \in \mathcal{X},\; r(a) \ne r(b) *)
Definition strictly_convex_along_lines : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall a : nat, In a (range 1 n) ->
  forall b : nat, In b (range 1 n) ->
  statistic_along_line n d t eta zeta a <> statistic_along_line n d t eta zeta b ->
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  (forall y, In y (range 1 n) -> finite_density_has_value n d h t y eta) /\
  1 / 2
    * sum (range 1 n)
    (fun x =>
    sum (range 1 n)
    (fun y =>
    finite_density n d h t x eta * finite_density n d h t y eta
    * (statistic_along_line n d t eta zeta x - statistic_along_line n d t eta zeta y) ^ 2)) > 0.

(* theory/convexity.md#log-normalizer-strictly-convex
   A(\lambda \eta + (1 - \lambda) \zeta) < \lambda A(\eta) + (1 - \lambda) A(\zeta)
   \qquad a \in \mathcal{X},\; b \in \mathcal{X},\; r(a) \ne r(b),\; \lambda \in \left[\tfrac{1}{16}, \tfrac{15}{16}\right] *)
Definition log_normalizer_strictly_convex : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall a : nat, In a (range 1 n) ->
  forall b : nat, In b (range 1 n) ->
  statistic_along_line n d t eta zeta a <> statistic_along_line n d t eta zeta b ->
  forall lambda : R, 1 / 16 <= lambda <= 15 / 16 ->
  finite_log_normalizer_has_value n d h t (fun i => lambda * eta i + (1 - lambda) * zeta i) /\
  finite_log_normalizer_has_value n d h t eta /\
  finite_log_normalizer_has_value n d h t zeta /\
  finite_log_normalizer n d h t (fun i => lambda * eta i + (1 - lambda) * zeta i)
    < lambda * finite_log_normalizer n d h t eta + (1 - lambda)
    * finite_log_normalizer n d h t zeta.

(* theory/convexity.md#dependent-statistics
   u(x) := (t_1(x), \ldots, t_d(x), c - w^\top t(x)) *)
Definition dependent_statistics (c : R) (n : nat) (d : nat) (w : nat -> R) (t : nat -> nat -> R)
  (x : nat) (i : nat) : R :=
  if (i <=? d)%nat then t x i else c - sum (range 1 d) (fun i_2 => w i_2 * t x i_2).

(* theory/convexity.md#dependent-log-normalizer
   B(\xi) := \log \sum_{x \in \mathcal{X}} h(x) \exp\left[\xi^\top u(x)\right]
   \qquad \xi \in \mathbb{R}^{d+1} *)
Definition dependent_log_normalizer (c : R) (n : nat) (d : nat) (w : nat -> R) (h : nat -> R)
  (t : nat -> nat -> R) (xi : nat -> R) : R :=
  ln (sum (range 1 n)
    (fun x =>
    h x * exp (sum (range 1 (d + 1)) (fun i => xi i * dependent_statistics c n d w t x i)))).

Definition dependent_log_normalizer_has_value (c : R) (n : nat) (d : nat) (w : nat -> R)
  (h : nat -> R) (t : nat -> nat -> R) (xi : nat -> R) : Prop :=
  0 < sum (range 1 n)
    (fun x =>
    h x * exp (sum (range 1 (d + 1)) (fun i => xi i * dependent_statistics c n d w t x i))).

(* theory/convexity.md#affine-dependence-is-flat
   \begin{aligned}
   (w_1, \ldots, w_d, 1)^\top u(x) &= c \\
   B(\xi + s (w_1, \ldots, w_d, 1)) &= B(\xi) + s c
   \end{aligned}
   \qquad \xi \in \mathbb{R}^{d+1},\; s \in \mathbb{R} *)
Definition affine_dependence_is_flat : Prop :=
  forall c : R,
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall w : nat -> R,
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall xi : nat -> R,
  forall s : R,
  dependent_log_normalizer_has_value c n d w h t
    (fun i => xi i + s * (if (i <=? d)%nat then w i else 1)) /\
  dependent_log_normalizer_has_value c n d w h t xi /\
  sum (range 1 (d + 1))
    (fun i => (if (i <=? d)%nat then w i else 1) * dependent_statistics c n d w t x i) = c /\
  dependent_log_normalizer c n d w h t (fun i => xi i + s * (if (i <=? d)%nat then w i else 1))
    = dependent_log_normalizer c n d w h t xi + s * c.

(* theory/convexity.md#tangent-strictly-below
   A(\zeta) - A(\eta) - (\zeta - \eta)^\top \nabla A(\eta) > 0
   \qquad a \in \mathcal{X},\; b \in \mathcal{X},\; r(a) \ne r(b) *)
Definition tangent_strictly_below : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall a : nat, In a (range 1 n) ->
  forall b : nat, In b (range 1 n) ->
  statistic_along_line n d t eta zeta a <> statistic_along_line n d t eta zeta b ->
  finite_log_normalizer_has_value n d h t zeta /\
  finite_log_normalizer_has_value n d h t eta /\
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)) /\
  finite_log_normalizer n d h t zeta - finite_log_normalizer n d h t eta
    - sum (range 1 d)
    (fun i =>
    (zeta i - eta i) * Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i))
    > 0.

(* theory/convexity.md#tangent-along-dependence
   B(\xi + s (w_1, \ldots, w_d, 1)) - B(\xi) - s (w_1, \ldots, w_d, 1)^\top \nabla B(\xi) = 0
   \qquad \xi \in \mathbb{R}^{d+1},\; s \in \mathbb{R} *)
Definition tangent_along_dependence : Prop :=
  forall c : R,
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall w : nat -> R,
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall xi : nat -> R,
  forall s : R,
  dependent_log_normalizer_has_value c n d w h t
    (fun i => xi i + s * (if (i <=? d)%nat then w i else 1)) /\
  dependent_log_normalizer_has_value c n d w h t xi /\
  (forall i, In i (range 1 (d + 1)) ->
    locally (xi i) (fun u => dependent_log_normalizer_has_value c n d w h t (update xi i u))) /\
  (forall i, In i (range 1 (d + 1)) ->
    ex_derive (fun u => dependent_log_normalizer c n d w h t (update xi i u)) (xi i)) /\
  dependent_log_normalizer c n d w h t (fun i => xi i + s * (if (i <=? d)%nat then w i else 1))
    - dependent_log_normalizer c n d w h t xi
    - sum (range 1 (d + 1))
    (fun i =>
    s * (if (i <=? d)%nat then w i else 1)
    * Derive (fun u => dependent_log_normalizer c n d w h t (update xi i u)) (xi i)) = 0.

(* theory/convexity.md#gradient-strictly-monotone
   (\zeta - \eta)^\top \left[\nabla A(\zeta) - \nabla A(\eta)\right] > 0
   \qquad a \in \mathcal{X},\; b \in \mathcal{X},\; r(a) \ne r(b) *)
Definition gradient_strictly_monotone : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall a : nat, In a (range 1 n) ->
  forall b : nat, In b (range 1 n) ->
  statistic_along_line n d t eta zeta a <> statistic_along_line n d t eta zeta b ->
  (forall i, In i (range 1 d) ->
    locally (zeta i) (fun u => finite_log_normalizer_has_value n d h t (update zeta i u))) /\
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update zeta i u)) (zeta i)) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)) /\
  sum (range 1 d)
    (fun i =>
    (zeta i - eta i)
    *
    (Derive (fun u => finite_log_normalizer n d h t (update zeta i u)) (zeta i)
    - Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i))) > 0.

(* theory/log-normalizer.md#log-sum-exp-of-scores
   \operatorname{lse}(a) := \log \sum_{j=1}^{n} e^{a_j}
   \qquad a \in \mathbb{R}^n *)
Definition log_sum_exp_of_scores (n : nat) (a : nat -> R) : R :=
  ln (sum (range 1 n) (fun j => exp (a j))).

Definition log_sum_exp_of_scores_has_value (n : nat) (a : nat -> R) : Prop :=
  0 < sum (range 1 n) (fun j => exp (a j)).

(* theory/convexity.md#log-sum-exp-bounds
   \max(a_1, \ldots, a_n) \le \operatorname{lse}(a) \le \max(a_1, \ldots, a_n) + \log n
   \qquad a \in \mathbb{R}^n *)
Definition log_sum_exp_bounds : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall a : nat -> R,
  log_sum_exp_of_scores_has_value n a /\
  0 < INR n /\
  maximum (range 1 n) (fun i => a i) <= log_sum_exp_of_scores n a /\
  log_sum_exp_of_scores n a <= maximum (range 1 n) (fun i => a i) + ln (INR n).

(* theory/convexity.md#ones-of-outcomes
   \mathbf{1} := (1, \ldots, 1) \in \mathbb{R}^n *)
Definition ones_of_outcomes (n : nat) (i : nat) : R :=
  1.

(* theory/convexity.md#log-sum-exp-at-ties
   \operatorname{lse}(c \mathbf{1}) = c + \log n *)
Definition log_sum_exp_at_ties : Prop :=
  forall c : R,
  forall n : nat, (1 <= n)%nat ->
  log_sum_exp_of_scores_has_value n (fun i => c * ones_of_outcomes n i) /\
  0 < INR n /\
  log_sum_exp_of_scores n (fun i => c * ones_of_outcomes n i) = c + ln (INR n).

(* theory/convexity.md#log-normalizer-bounds
   \max_{x \in \mathcal{X}} \left(\log h(x) + \eta^\top t(x)\right)
   \le A(\eta)
   \le \max_{x \in \mathcal{X}} \left(\log h(x) + \eta^\top t(x)\right) + \log n *)
Definition log_normalizer_bounds : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall x, In x (range 1 n) -> 0 < h x) /\
  finite_log_normalizer_has_value n d h t eta /\
  0 < INR n /\
  maximum (range 1 n) (fun x => ln (h x) + sum (range 1 d) (fun i => eta i * t x i))
    <= finite_log_normalizer n d h t eta /\
  finite_log_normalizer n d h t eta
    <= maximum (range 1 n) (fun x => ln (h x) + sum (range 1 d) (fun i => eta i * t x i))
    + ln (INR n).

(* theory/convexity.md#log-sum-exp-shifted
   \operatorname{lse}(a) = m + \log \sum_{j=1}^{n} e^{a_j - m}
   \qquad a \in \mathbb{R}^n,\; m \in \mathbb{R} *)
Definition log_sum_exp_shifted : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall a : nat -> R,
  forall m : R,
  log_sum_exp_of_scores_has_value n a /\
  0 < sum (range 1 n) (fun j => exp (a j - m)) /\
  log_sum_exp_of_scores n a = m + ln (sum (range 1 n) (fun j => exp (a j - m))).

(* theory/convexity.md#shifted-sum-bounds
   1 \le \sum_{j=1}^{n} e^{a_j - m} \le n
   \qquad a \in \mathbb{R}^n,\; m := \max(a_1, \ldots, a_n) *)
Definition shifted_sum_bounds : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall a : nat -> R,
  1 <= sum (range 1 n) (fun j => exp (a j - maximum (range 1 n) (fun i => a i))) /\
  sum (range 1 n) (fun j => exp (a j - maximum (range 1 n) (fun i => a i))) <= INR n.

(* theory/log-normalizer.md#waiting-time-log-normalizer
   A_{\text{exponential}}(\eta) := -\log(-\eta)
   \qquad \eta \in \mathbb{R}_{<0} *)
Definition waiting_time_log_normalizer (eta : R) : R :=
  - ln (- eta).

Definition waiting_time_log_normalizer_has_value (eta : R) : Prop :=
  0 < - eta.

(* theory/convexity.md#waiting-time-log-normalizer-convex
   A_{\text{exponential}}(\lambda \eta + (1 - \lambda) \zeta) \le \lambda A_{\text{exponential}}(\eta) + (1 - \lambda) A_{\text{exponential}}(\zeta)
   \qquad \eta \in \mathbb{R}_{<0},\; \zeta \in \mathbb{R}_{<0},\; \lambda \in [0, 1] *)
Definition waiting_time_log_normalizer_convex : Prop :=
  forall eta : R, eta < 0 ->
  forall zeta : R, zeta < 0 ->
  forall lambda : R, 0 <= lambda <= 1 ->
  (lambda * eta + (1 - lambda) * zeta) < 0 /\
  waiting_time_log_normalizer_has_value (lambda * eta + (1 - lambda) * zeta) /\
  waiting_time_log_normalizer_has_value eta /\
  waiting_time_log_normalizer_has_value zeta /\
  waiting_time_log_normalizer (lambda * eta + (1 - lambda) * zeta)
    <= lambda * waiting_time_log_normalizer eta + (1 - lambda) * waiting_time_log_normalizer zeta.

(* theory/log-normalizer.md#normal-log-normalizer
   A_{\text{normal}}(\eta) := -\frac{\eta_1^2}{4 \eta_2} - \frac{1}{2} \log(-2 \eta_2)
   \qquad \eta \in \mathbb{R} \times \mathbb{R}_{<0} *)
Definition normal_log_normalizer (eta : nat -> R) : R :=
  - (eta 1%nat ^ 2 / (4 * eta 2%nat)) - 1 / 2 * ln (- (2 * eta 2%nat)).

Definition normal_log_normalizer_has_value (eta : nat -> R) : Prop :=
  4 * eta 2%nat <> 0 /\
  0 < - (2 * eta 2%nat).

(* theory/convexity.md#normal-log-normalizer-convex
   A_{\text{normal}}(\lambda \eta + (1 - \lambda) \zeta) \le \lambda A_{\text{normal}}(\eta) + (1 - \lambda) A_{\text{normal}}(\zeta)
   \qquad \eta \in \mathbb{R} \times \mathbb{R}_{<0},\; \zeta \in \mathbb{R} \times \mathbb{R}_{<0},\; \lambda \in [0, 1] *)
Definition normal_log_normalizer_convex : Prop :=
  forall eta : nat -> R, eta 2%nat < 0 ->
  forall zeta : nat -> R, zeta 2%nat < 0 ->
  forall lambda : R, 0 <= lambda <= 1 ->
  (fun i => lambda * eta i + (1 - lambda) * zeta i) 2%nat < 0 /\
  normal_log_normalizer_has_value (fun i => lambda * eta i + (1 - lambda) * zeta i) /\
  normal_log_normalizer_has_value eta /\
  normal_log_normalizer_has_value zeta /\
  normal_log_normalizer (fun i => lambda * eta i + (1 - lambda) * zeta i)
    <= lambda * normal_log_normalizer eta + (1 - lambda) * normal_log_normalizer zeta.

(* theory/log-normalizer.md#poisson-log-normalizer
   A_{\text{Poisson}}(\eta) := e^\eta
   \qquad \eta \in \mathbb{R} *)
Definition poisson_log_normalizer (eta : R) : R :=
  exp eta.

(* theory/convexity.md#poisson-log-normalizer-convex
   A_{\text{Poisson}}(\lambda \eta + (1 - \lambda) \zeta) \le \lambda A_{\text{Poisson}}(\eta) + (1 - \lambda) A_{\text{Poisson}}(\zeta)
   \qquad \eta \in \mathbb{R},\; \zeta \in \mathbb{R},\; \lambda \in [0, 1] *)
Definition poisson_log_normalizer_convex : Prop :=
  forall eta : R,
  forall zeta : R,
  forall lambda : R, 0 <= lambda <= 1 ->
  poisson_log_normalizer (lambda * eta + (1 - lambda) * zeta)
    <= lambda * poisson_log_normalizer eta + (1 - lambda) * poisson_log_normalizer zeta.

(* theory/covariance.md#covariance-step-by-step
   \begin{aligned}
   \frac{\partial}{\partial \eta_j} \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[t(x)\right]
   &= \sum_{x \in \mathcal{X}} t(x) \, \frac{\partial}{\partial \eta_j} p(x; \eta) \\
   &= \sum_{x \in \mathcal{X}} t(x) \, p(x; \eta) \left( t(x)_j - \mathbb{E}_{y \sim p(\cdot;\, \eta)}\left[t(y)_j\right] \right) \\
   &= \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[t(x) \, t(x)_j\right]
   - \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[t(x)\right] \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[t(x)_j\right]
   \end{aligned}
   \qquad j \in \{1, \ldots, d\} *)
Definition covariance_step_by_step : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall j : nat, In j (range 1 d) ->
  (forall x, In x (range 1 n) ->
    locally (eta j) (fun u => finite_density_has_value n d h t x (update eta j u))) /\
  (forall x, In x (range 1 n) ->
    ex_derive (fun u => finite_density n d h t x (update eta j u)) (eta j)) /\
  locally (eta j)
    (fun u =>
    (forall x, In x (range 1 n) -> finite_density_has_value n d h t x (update eta j u))) /\
  locally (eta j)
    (fun u => is_distribution (range 1 n) (fun x => finite_density n d h t x (update eta j u))) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  (forall y, In y (range 1 n) -> finite_density_has_value n d h t y eta) /\
  is_distribution (range 1 n) (fun y => finite_density n d h t y eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  (forall i, In i (range 1 d) ->
    is_derive
    (fun u => sum (range 1 n) (fun x => finite_density n d h t x (update eta j u) * t x i))
    (eta j)
    (sum (range 1 n)
    (fun x => t x i * Derive (fun u => finite_density n d h t x (update eta j u)) (eta j)))) /\
  (forall i, In i (range 1 d) ->
    sum (range 1 n)
    (fun x => t x i * Derive (fun u => finite_density n d h t x (update eta j u)) (eta j))
    = sum (range 1 n)
    (fun x =>
    t x i * finite_density n d h t x eta
    * (t x j - sum (range 1 n) (fun y => finite_density n d h t y eta * t y j)))) /\
  (forall i, In i (range 1 d) ->
    sum (range 1 n)
    (fun x =>
    t x i * finite_density n d h t x eta
    * (t x j - sum (range 1 n) (fun y => finite_density n d h t y eta * t y j)))
    = sum (range 1 n) (fun x => finite_density n d h t x eta * (t x i * t x j))
    - sum (range 1 n) (fun x => finite_density n d h t x eta * t x i)
    * sum (range 1 n) (fun x => finite_density n d h t x eta * t x j)).

(* theory/covariance.md#covariance-from-log-normalizer
   \nabla^2 A(\eta) = \operatorname{Cov}_{x \sim p(\cdot;\, \eta)}\left[t(x)\right] *)
Definition covariance_from_log_normalizer : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => finite_log_normalizer_has_value n d h t (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall x_2, In x_2 (range 1 n) -> finite_density_has_value n d h t x_2 eta) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    *
    ((t x i - sum (range 1 n) (fun x_2 => finite_density n d h t x_2 eta * t x_2 i))
    * (t x i_2 - sum (range 1 n) (fun x_2 => finite_density n d h t x_2 eta * t x_2 i_2))))))).

(* theory/covariance.md#fisher-information-is-hessian
   \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[ \left(t(x) - \nabla A(\eta)\right) \left(t(x) - \nabla A(\eta)\right)^\top \right]
   = \nabla^2 A(\eta) *)
Definition fisher_information_is_hessian : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)) /\
  (forall i_2, In i_2 (range 1 d) ->
    locally (eta i_2) (fun u => finite_log_normalizer_has_value n d h t (update eta i_2 u))) /\
  (forall i_2, In i_2 (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update eta i_2 u)) (eta i_2)) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => finite_log_normalizer_has_value n d h t (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)
    (sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    *
    ((t x i - Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i))
    *
    (t x i_2 - Derive (fun u => finite_log_normalizer n d h t (update eta i_2 u)) (eta i_2))))))).

(* theory/covariance.md#log-density-bends-like-log-normalizer
   \nabla_\eta^2 \log p(x; \eta) = -\nabla^2 A(\eta) *)
Definition log_density_bends_like_log_normalizer : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => finite_density_has_value n d h t x (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => 0 < finite_density n d h t x (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => ln (finite_density n d h t x (update (update eta i u) i_2 u_2)))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => finite_log_normalizer_has_value n d h t (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    ex_derive
    (fun u =>
    Derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => ln (finite_density n d h t x (update (update eta i u) i_2 u_2)))
    (update eta i u i_2)) (eta i)
    (- Derive
    (fun u =>
    Derive (fun u_2 => finite_log_normalizer n d h t (update (update eta i u) i_2 u_2))
    (update eta i u i_2)) (eta i)))).

(* theory/covariance.md#categorical-normalizer
   S(a) := \log \sum_{j=1}^{k} e^{a_j}
   \qquad a \in \mathbb{R}^k *)
Definition categorical_normalizer (k : nat) (a : nat -> R) : R :=
  ln (sum (range 1 k) (fun j => exp (a j))).

Definition categorical_normalizer_has_value (k : nat) (a : nat -> R) : Prop :=
  0 < sum (range 1 k) (fun j => exp (a j)).

(* theory/covariance.md#categorical-covariance
   \nabla^2 S(a) = \operatorname{diag}(p) - p p^\top
   \qquad a \in \mathbb{R}^k,\; p := \operatorname{softmax}(a) *)
Definition categorical_covariance : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall a : nat -> R,
  softmax_has_value k a /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (a i)
    (fun u =>
    locally (update a i u i_2)
    (fun u_2 => categorical_normalizer_has_value k (update (update a i u) i_2 u_2))))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (a i)
    (fun u =>
    ex_derive (fun u_2 => categorical_normalizer k (update (update a i u) i_2 u_2))
    (update a i u i_2)))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => categorical_normalizer k (update (update a i u) i_2 u_2))
    (update a i u i_2)) (a i)
    ((if (i =? i_2)%nat then softmax k a i else 0) - softmax k a i * softmax k a i_2))).

(* theory/covariance.md#softmax-slope-own
   \frac{\partial}{\partial a_i} \operatorname{softmax}(a)_i = p_i (1 - p_i)
   \qquad a \in \mathbb{R}^k,\; p := \operatorname{softmax}(a),\; i \in \{1, \ldots, k\} *)
Definition softmax_slope_own : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall a : nat -> R,
  forall i : nat, In i (range 1 k) ->
  locally (a i) (fun u => softmax_has_value k (update a i u)) /\
  softmax_has_value k a /\
  is_derive (fun u => softmax k (update a i u) i) (a i) (softmax k a i * (1 - softmax k a i)).

(* theory/covariance.md#softmax-slope-other
   \frac{\partial}{\partial a_j} \operatorname{softmax}(a)_i = -p_i p_j
   \qquad a \in \mathbb{R}^k,\; p := \operatorname{softmax}(a),\; i \in \{1, \ldots, k\},\; j \in \{1, \ldots, k\},\; j \ne i *)
Definition softmax_slope_other : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall a : nat -> R,
  forall i : nat, In i (range 1 k) ->
  forall j : nat, In j (range 1 k) ->
  (j <> i)%nat ->
  locally (a j) (fun u => softmax_has_value k (update a j u)) /\
  softmax_has_value k a /\
  is_derive (fun u => softmax k (update a j u) i) (a j) (- (softmax k a i * softmax k a j)).

(* theory/covariance.md#softmax-curvature-at-most-half
   v^\top \nabla^2 S(a) \, v \le \frac{1}{2} v^\top v
   \qquad a \in \mathbb{R}^k,\; v \in \mathbb{R}^k *)
Definition softmax_curvature_at_most_half : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall a : nat -> R,
  forall v : nat -> R,
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (a i_2)
    (fun u =>
    locally (update a i_2 u i)
    (fun u_2 => categorical_normalizer_has_value k (update (update a i_2 u) i u_2))))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (a i_2)
    (fun u =>
    ex_derive (fun u_2 => categorical_normalizer k (update (update a i_2 u) i u_2))
    (update a i_2 u i)))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    ex_derive
    (fun u =>
    Derive (fun u_2 => categorical_normalizer k (update (update a i_2 u) i u_2))
    (update a i_2 u i)) (a i_2))) /\
  sum (range 1 k)
    (fun i =>
    sum (range 1 k)
    (fun i_2 =>
    v i_2
    * Derive
    (fun u =>
    Derive (fun u_2 => categorical_normalizer k (update (update a i_2 u) i u_2))
    (update a i_2 u i)) (a i_2)) * v i) <= sum (range 1 k) (fun i => 1 / 2 * v i * v i).

(* theory/covariance.md#cross-entropy
   c(a) := -\sum_{i=1}^{k} y_i \log \operatorname{softmax}(a)_i
   \qquad a \in \mathbb{R}^k *)
Definition cross_entropy (k : nat) (y : nat -> R) (a : nat -> R) : R :=
  - sum (range 1 k) (fun i => y i * ln (softmax k a i)).

Definition cross_entropy_has_value (k : nat) (y : nat -> R) (a : nat -> R) : Prop :=
  softmax_has_value k a /\
  (forall i, In i (range 1 k) -> 0 < softmax k a i).

(* theory/covariance.md#cross-entropy-by-log-normalizer
   c(a) = S(a) - y^\top a
   \qquad a \in \mathbb{R}^k *)
Definition cross_entropy_by_log_normalizer : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall y : nat -> R, in_simplex k y ->
  forall a : nat -> R,
  cross_entropy_has_value k y a /\
  categorical_normalizer_has_value k a /\
  cross_entropy k y a = categorical_normalizer k a - sum (range 1 k) (fun i => y i * a i).

(* theory/covariance.md#cross-entropy-gradient
   \nabla c(a) = \operatorname{softmax}(a) - y
   \qquad a \in \mathbb{R}^k *)
Definition cross_entropy_gradient : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall y : nat -> R, in_simplex k y ->
  forall a : nat -> R,
  softmax_has_value k a /\
  (forall i, In i (range 1 k) ->
    locally (a i) (fun u => cross_entropy_has_value k y (update a i u))) /\
  (forall i, In i (range 1 k) ->
    is_derive (fun u => cross_entropy k y (update a i u)) (a i) (softmax k a i - y i)).

(* theory/covariance.md#cross-entropy-hessian
   \nabla^2 c(a) = \operatorname{diag}(p) - p p^\top
   \qquad a \in \mathbb{R}^k,\; p := \operatorname{softmax}(a) *)
Definition cross_entropy_hessian : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall y : nat -> R, in_simplex k y ->
  forall a : nat -> R,
  softmax_has_value k a /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (a i)
    (fun u =>
    locally (update a i u i_2)
    (fun u_2 => cross_entropy_has_value k y (update (update a i u) i_2 u_2))))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (a i)
    (fun u =>
    ex_derive (fun u_2 => cross_entropy k y (update (update a i u) i_2 u_2))
    (update a i u i_2)))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => cross_entropy k y (update (update a i u) i_2 u_2)) (update a i u i_2))
    (a i) ((if (i =? i_2)%nat then softmax k a i else 0) - softmax k a i * softmax k a i_2))).

(* theory/covariance.md#cross-entropy-gradient-with-temperature
   \frac{\partial}{\partial a_i} c\left(\frac{a}{T}\right) = \frac{1}{T} \left(\operatorname{softmax}\left(\frac{a}{T}\right)_i - y_i\right)
   \qquad a \in \mathbb{R}^k,\; T \in \mathbb{R}_{>0},\; i \in \{1, \ldots, k\} *)
Definition cross_entropy_gradient_with_temperature : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall y : nat -> R, in_simplex k y ->
  forall a : nat -> R,
  forall T : R, T > 0 ->
  forall i : nat, In i (range 1 k) ->
  T <> 0 /\
  locally (a i) (fun u => cross_entropy_has_value k y (fun i_2 => update a i u i_2 / T)) /\
  softmax_has_value k (fun i_2 => a i_2 / T) /\
  is_derive (fun u => cross_entropy k y (fun i_2 => update a i u i_2 / T)) (a i)
    (1 / T * (softmax k (fun i_2 => a i_2 / T) i - y i)).

(* theory/log-normalizer.md#poisson-density
   p_{\text{Poisson}}(x; \eta) := \frac{1}{x!} \exp\left[\eta x - A_{\text{Poisson}}(\eta)\right]
   \qquad x \in \mathbb{N}_0,\; \eta \in \mathbb{R} *)
Definition poisson_density (x : nat) (eta : R) : R :=
  1 / INR (fact x) * exp (eta * INR x - poisson_log_normalizer eta).

Definition poisson_density_has_value (x : nat) (eta : R) : Prop :=
  INR (fact x) <> 0.

(* theory/covariance.md#poisson-variance
   \operatorname{Var}_{x \sim p_{\text{Poisson}}(\cdot;\, \eta)}[x]
   = \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} A_{\text{Poisson}}(\eta)
   = e^{\eta}
   \qquad \eta \in [-2, 3] *)
Definition poisson_variance : Prop :=
  forall eta : R, - 2 <= eta <= 3 ->
  (forall x : nat, poisson_density_has_value x eta) /\
  (forall x : nat, 0 <= poisson_density x eta) /\
  is_series (fun x => poisson_density x eta) 1 /\
  ex_series (fun x => poisson_density x eta * INR x) /\
  ex_series
    (fun x =>
    poisson_density x eta
    *
    ((INR x - Series (fun x => poisson_density x eta * INR x))
    * (INR x - Series (fun x => poisson_density x eta * INR x)))) /\
  locally eta (fun u => ex_derive (fun u_2 => poisson_log_normalizer u_2) u) /\
  is_derive (fun u => Derive (fun u_2 => poisson_log_normalizer u_2) u) eta
    (Series
    (fun x =>
    poisson_density x eta
    *
    ((INR x - Series (fun x => poisson_density x eta * INR x))
    * (INR x - Series (fun x => poisson_density x eta * INR x))))) /\
  is_derive (fun u => Derive (fun u_2 => poisson_log_normalizer u_2) u) eta (exp eta).

(* theory/cumulants.md#cumulant-direction
   v := \zeta - \eta *)
Definition cumulant_direction (d : nat) (eta : nat -> R) (zeta : nat -> R) (i : nat) : R :=
  zeta i - eta i.

(* theory/cumulants.md#cumulant-generating-function
   K(s) := A(\eta + s v) - A(\eta)
   \qquad s \in \mathbb{R} *)
Definition cumulant_generating_function (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (zeta : nat -> R) (s : R) : R :=
  finite_log_normalizer n d h t (fun i => eta i + s * cumulant_direction d eta zeta i)
    - finite_log_normalizer n d h t eta.

Definition cumulant_generating_function_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) (zeta : nat -> R) (s : R) : Prop :=
  finite_log_normalizer_has_value n d h t (fun i => eta i + s * cumulant_direction d eta zeta i)
    /\
  finite_log_normalizer_has_value n d h t eta.

(* theory/cumulants.md#cgf-at-one
   K(1) = A(\zeta) - A(\eta) *)
Definition cgf_at_one : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  cumulant_generating_function_has_value n d h t eta zeta 1 /\
  finite_log_normalizer_has_value n d h t zeta /\
  finite_log_normalizer_has_value n d h t eta /\
  cumulant_generating_function n d h t eta zeta 1
    = finite_log_normalizer n d h t zeta - finite_log_normalizer n d h t eta.

(* theory/cumulants.md#cgf-is-log-of-mean
   K(s) = \log \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[e^{s \, v^\top t(x)}\right]
   \qquad s \in (0, 1) *)
Definition cgf_is_log_of_mean : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R, 0 < s < 1 ->
  cumulant_generating_function_has_value n d h t eta zeta s /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  0 < sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    * exp (sum (range 1 d) (fun i => s * cumulant_direction d eta zeta i * t x i))) /\
  cumulant_generating_function n d h t eta zeta s
    = ln
    (sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    * exp (sum (range 1 d) (fun i => s * cumulant_direction d eta zeta i * t x i)))).

(* theory/cumulants.md#mean-along-direction
   \mu_1 := \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[v^\top t(x)\right] *)
Definition mean_along_direction (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (zeta : nat -> R) : R :=
  sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    * sum (range 1 d) (fun i => cumulant_direction d eta zeta i * t x i)).

Definition mean_along_direction_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) (zeta : nat -> R) : Prop :=
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta).

(* theory/cumulants.md#first-cumulant
   \frac{\partial}{\partial s} K(s) = \mu_1
   \qquad s \in \mathbb{R},\; s = 0 *)
Definition first_cumulant : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R,
  s = 0 ->
  locally s (fun u => cumulant_generating_function_has_value n d h t eta zeta u) /\
  mean_along_direction_has_value n d h t eta zeta /\
  is_derive (fun u => cumulant_generating_function n d h t eta zeta u) s
    (mean_along_direction n d h t eta zeta).

(* theory/cumulants.md#second-central-moment
   \mu_2 := \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[\left(v^\top t(x) - \mu_1\right)^2\right] *)
Definition second_central_moment (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (zeta : nat -> R) : R :=
  sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    *
    (sum (range 1 d) (fun i => cumulant_direction d eta zeta i * t x i)
    - mean_along_direction n d h t eta zeta) ^ 2).

Definition second_central_moment_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) (zeta : nat -> R) : Prop :=
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  mean_along_direction_has_value n d h t eta zeta.

(* theory/cumulants.md#second-cumulant
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} K(s) = \mu_2
   \qquad s \in \mathbb{R},\; s = 0 *)
Definition second_cumulant : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R,
  s = 0 ->
  locally s
    (fun u => locally u (fun u_2 => cumulant_generating_function_has_value n d h t eta zeta u_2))
    /\
  locally s (fun u => ex_derive (fun u_2 => cumulant_generating_function n d h t eta zeta u_2) u)
    /\
  second_central_moment_has_value n d h t eta zeta /\
  is_derive (fun u => Derive (fun u_2 => cumulant_generating_function n d h t eta zeta u_2) u) s
    (second_central_moment n d h t eta zeta).

(* theory/cumulants.md#third-central-moment
   \mu_3 := \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[\left(v^\top t(x) - \mu_1\right)^3\right] *)
Definition third_central_moment (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (zeta : nat -> R) : R :=
  sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    *
    (sum (range 1 d) (fun i => cumulant_direction d eta zeta i * t x i)
    - mean_along_direction n d h t eta zeta) ^ 3).

Definition third_central_moment_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) (zeta : nat -> R) : Prop :=
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  mean_along_direction_has_value n d h t eta zeta.

(* theory/cumulants.md#third-cumulant
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} \frac{\partial}{\partial s} K(s) = \mu_3
   \qquad s \in \mathbb{R},\; s = 0 *)
Definition third_cumulant : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R,
  s = 0 ->
  locally s
    (fun u =>
    locally u
    (fun u_2 =>
    locally u_2 (fun u_3 => cumulant_generating_function_has_value n d h t eta zeta u_3))) /\
  locally s
    (fun u =>
    locally u
    (fun u_2 => ex_derive (fun u_3 => cumulant_generating_function n d h t eta zeta u_3) u_2)) /\
  locally s
    (fun u =>
    ex_derive
    (fun u_2 => Derive (fun u_3 => cumulant_generating_function n d h t eta zeta u_3) u_2) u) /\
  third_central_moment_has_value n d h t eta zeta /\
  is_derive
    (fun u =>
    Derive (fun u_2 => Derive (fun u_3 => cumulant_generating_function n d h t eta zeta u_3) u_2)
    u) s (third_central_moment n d h t eta zeta).

(* theory/cumulants.md#fourth-central-moment
   \mu_4 := \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[\left(v^\top t(x) - \mu_1\right)^4\right] *)
Definition fourth_central_moment (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (zeta : nat -> R) : R :=
  sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    *
    (sum (range 1 d) (fun i => cumulant_direction d eta zeta i * t x i)
    - mean_along_direction n d h t eta zeta) ^ 4).

Definition fourth_central_moment_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) (zeta : nat -> R) : Prop :=
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  mean_along_direction_has_value n d h t eta zeta.

(* theory/cumulants.md#fourth-cumulant
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} \frac{\partial}{\partial s} \frac{\partial}{\partial s} K(s)
   = \mu_4 - 3 \mu_2^2
   \qquad s \in \mathbb{R},\; s = 0 *)
Definition fourth_cumulant : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R,
  s = 0 ->
  locally s
    (fun u =>
    locally u
    (fun u_2 =>
    locally u_2
    (fun u_3 =>
    locally u_3 (fun u_4 => cumulant_generating_function_has_value n d h t eta zeta u_4)))) /\
  locally s
    (fun u =>
    locally u
    (fun u_2 =>
    locally u_2
    (fun u_3 => ex_derive (fun u_4 => cumulant_generating_function n d h t eta zeta u_4) u_3))) /\
  locally s
    (fun u =>
    locally u
    (fun u_2 =>
    ex_derive
    (fun u_3 => Derive (fun u_4 => cumulant_generating_function n d h t eta zeta u_4) u_3) u_2))
    /\
  locally s
    (fun u =>
    ex_derive
    (fun u_2 =>
    Derive (fun u_3 => Derive (fun u_4 => cumulant_generating_function n d h t eta zeta u_4) u_3)
    u_2) u) /\
  fourth_central_moment_has_value n d h t eta zeta /\
  second_central_moment_has_value n d h t eta zeta /\
  is_derive
    (fun u =>
    Derive
    (fun u_2 =>
    Derive (fun u_3 => Derive (fun u_4 => cumulant_generating_function n d h t eta zeta u_4) u_3)
    u_2) u) s
    (fourth_central_moment n d h t eta zeta - 3 * second_central_moment n d h t eta zeta ^ 2).

(* theory/cumulants.md#joint-third-cumulant
   \frac{\partial}{\partial \eta_i} \frac{\partial}{\partial \eta_j} \frac{\partial}{\partial \eta_l} A(\eta)
   = \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[(t_i(x) - m_i) (t_j(x) - m_j) (t_l(x) - m_l)\right]
   \qquad i \in \{1, \ldots, d\},\; j \in \{1, \ldots, d\},\; l \in \{1, \ldots, d\},\; m := \nabla A(\eta) *)
Definition joint_third_cumulant : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall i : nat, In i (range 1 d) ->
  forall j : nat, In j (range 1 d) ->
  forall l : nat, In l (range 1 d) ->
  locally (eta i)
    (fun u =>
    locally (update eta i u j)
    (fun u_2 =>
    locally (update (update eta i u) j u_2 l)
    (fun u_3 =>
    finite_log_normalizer_has_value n d h t (update (update (update eta i u) j u_2) l u_3)))) /\
  locally (eta i)
    (fun u =>
    locally (update eta i u j)
    (fun u_2 =>
    ex_derive
    (fun u_3 => finite_log_normalizer n d h t (update (update (update eta i u) j u_2) l u_3))
    (update (update eta i u) j u_2 l))) /\
  locally (eta i)
    (fun u =>
    ex_derive
    (fun u_2 =>
    Derive
    (fun u_3 => finite_log_normalizer n d h t (update (update (update eta i u) j u_2) l u_3))
    (update (update eta i u) j u_2 l)) (update eta i u j)) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u)) /\
  ex_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i) /\
  locally (eta j) (fun u => finite_log_normalizer_has_value n d h t (update eta j u)) /\
  ex_derive (fun u => finite_log_normalizer n d h t (update eta j u)) (eta j) /\
  locally (eta l) (fun u => finite_log_normalizer_has_value n d h t (update eta l u)) /\
  ex_derive (fun u => finite_log_normalizer n d h t (update eta l u)) (eta l) /\
  is_derive
    (fun u =>
    Derive
    (fun u_2 =>
    Derive
    (fun u_3 => finite_log_normalizer n d h t (update (update (update eta i u) j u_2) l u_3))
    (update (update eta i u) j u_2 l)) (update eta i u j)) (eta i)
    (sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    *
    ((t x i - Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i))
    * (t x j - Derive (fun u => finite_log_normalizer n d h t (update eta j u)) (eta j))
    * (t x l - Derive (fun u => finite_log_normalizer n d h t (update eta l u)) (eta l))))).

(* theory/cumulants.md#slope-is-tilted-mean
   \frac{\partial}{\partial s} K(s) = \mathbb{E}_{x \sim p(\cdot;\, \eta + s v)}\left[v^\top t(x)\right]
   \qquad s \in (0, 1) *)
Definition slope_is_tilted_mean : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R, 0 < s < 1 ->
  locally s (fun u => cumulant_generating_function_has_value n d h t eta zeta u) /\
  (forall x, In x (range 1 n) ->
    finite_density_has_value n d h t x (fun i => eta i + s * cumulant_direction d eta zeta i)) /\
  is_distribution (range 1 n)
    (fun x => finite_density n d h t x (fun i => eta i + s * cumulant_direction d eta zeta i)) /\
  is_derive (fun u => cumulant_generating_function n d h t eta zeta u) s
    (sum (range 1 n)
    (fun x =>
    finite_density n d h t x (fun i => eta i + s * cumulant_direction d eta zeta i)
    * sum (range 1 d) (fun i => cumulant_direction d eta zeta i * t x i))).

(* theory/cumulants.md#moment-generating-function
   M(s) := e^{K(s)}
   \qquad s \in \mathbb{R} *)
Definition moment_generating_function (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (zeta : nat -> R) (s : R) : R :=
  exp (cumulant_generating_function n d h t eta zeta s).

Definition moment_generating_function_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) (zeta : nat -> R) (s : R) : Prop :=
  cumulant_generating_function_has_value n d h t eta zeta s.

(* theory/cumulants.md#second-moment
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} M(s)
   = \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[\left(v^\top t(x)\right)^2\right]
   \qquad s \in \mathbb{R},\; s = 0 *)
Definition second_moment : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R,
  s = 0 ->
  locally s
    (fun u => locally u (fun u_2 => moment_generating_function_has_value n d h t eta zeta u_2)) /\
  locally s (fun u => ex_derive (fun u_2 => moment_generating_function n d h t eta zeta u_2) u) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  is_derive (fun u => Derive (fun u_2 => moment_generating_function n d h t eta zeta u_2) u) s
    (sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    * sum (range 1 d) (fun i => cumulant_direction d eta zeta i * t x i) ^ 2)).

(* theory/cumulants.md#third-moment
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} \frac{\partial}{\partial s} M(s)
   = \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[\left(v^\top t(x)\right)^3\right]
   \qquad s \in \mathbb{R},\; s = 0 *)
Definition third_moment : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R,
  s = 0 ->
  locally s
    (fun u =>
    locally u
    (fun u_2 =>
    locally u_2 (fun u_3 => moment_generating_function_has_value n d h t eta zeta u_3))) /\
  locally s
    (fun u =>
    locally u
    (fun u_2 => ex_derive (fun u_3 => moment_generating_function n d h t eta zeta u_3) u_2)) /\
  locally s
    (fun u =>
    ex_derive
    (fun u_2 => Derive (fun u_3 => moment_generating_function n d h t eta zeta u_3) u_2) u) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  is_derive
    (fun u =>
    Derive (fun u_2 => Derive (fun u_3 => moment_generating_function n d h t eta zeta u_3) u_2)
    u) s
    (sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    * sum (range 1 d) (fun i => cumulant_direction d eta zeta i * t x i) ^ 3)).

(* theory/cumulants.md#cumulants-add
   \log \sum_{x \in \mathcal{X}} \sum_{y \in \mathcal{X}} p(x; \eta) \, p(y; \eta) \, e^{s \, v^\top (t(x) + t(y))}
   = 2 K(s)
   \qquad s \in [0, 1] *)
Definition cumulants_add : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall s : R, 0 <= s <= 1 ->
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  (forall y, In y (range 1 n) -> finite_density_has_value n d h t y eta) /\
  0 < sum (range 1 n)
    (fun x =>
    sum (range 1 n)
    (fun y =>
    finite_density n d h t x eta * finite_density n d h t y eta
    * exp (sum (range 1 d) (fun i => s * cumulant_direction d eta zeta i * (t x i + t y i))))) /\
  cumulant_generating_function_has_value n d h t eta zeta s /\
  ln (sum (range 1 n)
    (fun x =>
    sum (range 1 n)
    (fun y =>
    finite_density n d h t x eta * finite_density n d h t y eta
    * exp (sum (range 1 d) (fun i => s * cumulant_direction d eta zeta i * (t x i + t y i))))))
    = 2 * cumulant_generating_function n d h t eta zeta s.

(* theory/cumulants.md#poisson-cumulant-function
   P(\eta) := e^{\eta}
   \qquad \eta \in \mathbb{R} *)
Definition poisson_cumulant_function (eta : R) : R :=
  exp eta.

(* theory/cumulants.md#poisson-cumulants
   \frac{\partial}{\partial \eta} P(\eta)
   = \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} P(\eta)
   = \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} P(\eta)
   = e^{\eta}
   \qquad \eta \in \mathbb{R} *)
Definition poisson_cumulants : Prop :=
  forall eta : R,
  locally eta (fun u => ex_derive (fun u_2 => poisson_cumulant_function u_2) u) /\
  ex_derive (fun u => Derive (fun u_2 => poisson_cumulant_function u_2) u) eta /\
  locally eta
    (fun u => locally u (fun u_2 => ex_derive (fun u_3 => poisson_cumulant_function u_3) u_2)) /\
  locally eta
    (fun u => ex_derive (fun u_2 => Derive (fun u_3 => poisson_cumulant_function u_3) u_2) u) /\
  ex_derive
    (fun u => Derive (fun u_2 => Derive (fun u_3 => poisson_cumulant_function u_3) u_2) u) eta /\
  is_derive (fun u => poisson_cumulant_function u) eta
    (Derive (fun u => Derive (fun u_2 => poisson_cumulant_function u_2) u) eta) /\
  is_derive (fun u => Derive (fun u_2 => poisson_cumulant_function u_2) u) eta
    (Derive
    (fun u => Derive (fun u_2 => Derive (fun u_3 => poisson_cumulant_function u_3) u_2) u) eta) /\
  is_derive
    (fun u => Derive (fun u_2 => Derive (fun u_3 => poisson_cumulant_function u_3) u_2) u) eta
    (exp eta).

(* theory/cumulants.md#exponential-cumulant-function
   E(\eta) := -\log(-\eta)
   \qquad \eta \in \mathbb{R}_{<0} *)
Definition exponential_cumulant_function (eta : R) : R :=
  - ln (- eta).

Definition exponential_cumulant_function_has_value (eta : R) : Prop :=
  0 < - eta.

(* theory/cumulants.md#exponential-cumulants
   \begin{aligned}
   \frac{\partial}{\partial \eta} E(\eta) &= \frac{1}{-\eta} \\
   \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} E(\eta) &= \frac{1}{\eta^2} \\
   \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} E(\eta) &= \frac{2}{(-\eta)^3}
   \end{aligned}
   \qquad \eta \in \mathbb{R}_{<0} *)
Definition exponential_cumulants : Prop :=
  forall eta : R, eta < 0 ->
  locally eta (fun u => u < 0) /\
  locally eta (fun u => exponential_cumulant_function_has_value u) /\
  - eta <> 0 /\
  locally eta (fun u => locally u (fun u_2 => u_2 < 0)) /\
  locally eta (fun u => locally u (fun u_2 => exponential_cumulant_function_has_value u_2)) /\
  locally eta (fun u => ex_derive (fun u_2 => exponential_cumulant_function u_2) u) /\
  eta ^ 2 <> 0 /\
  locally eta (fun u => locally u (fun u_2 => locally u_2 (fun u_3 => u_3 < 0))) /\
  locally eta
    (fun u =>
    locally u (fun u_2 => locally u_2 (fun u_3 => exponential_cumulant_function_has_value u_3)))
    /\
  locally eta
    (fun u =>
    locally u (fun u_2 => ex_derive (fun u_3 => exponential_cumulant_function u_3) u_2)) /\
  locally eta
    (fun u => ex_derive (fun u_2 => Derive (fun u_3 => exponential_cumulant_function u_3) u_2) u)
    /\
  (- eta) ^ 3 <> 0 /\
  is_derive (fun u => exponential_cumulant_function u) eta (1 / - eta) /\
  is_derive (fun u => Derive (fun u_2 => exponential_cumulant_function u_2) u) eta (1 / eta ^ 2)
    /\
  is_derive
    (fun u => Derive (fun u_2 => Derive (fun u_3 => exponential_cumulant_function u_3) u_2) u)
    eta (2 / (- eta) ^ 3).

(* theory/cumulants.md#normal-cumulant-function
   G(\eta) := \frac{\eta^2}{2}
   \qquad \eta \in \mathbb{R} *)
Definition normal_cumulant_function (eta : R) : R :=
  eta ^ 2 / 2.

(* theory/cumulants.md#normal-cumulants
   \begin{aligned}
   \frac{\partial}{\partial \eta} G(\eta) &= \eta \\
   \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} G(\eta) &= 1 \\
   \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} \frac{\partial}{\partial \eta} G(\eta) &= 0
   \end{aligned}
   \qquad \eta \in \mathbb{R} *)
Definition normal_cumulants : Prop :=
  forall eta : R,
  locally eta (fun u => ex_derive (fun u_2 => normal_cumulant_function u_2) u) /\
  locally eta
    (fun u => locally u (fun u_2 => ex_derive (fun u_3 => normal_cumulant_function u_3) u_2)) /\
  locally eta
    (fun u => ex_derive (fun u_2 => Derive (fun u_3 => normal_cumulant_function u_3) u_2) u) /\
  is_derive (fun u => normal_cumulant_function u) eta eta /\
  is_derive (fun u => Derive (fun u_2 => normal_cumulant_function u_2) u) eta 1 /\
  is_derive (fun u => Derive (fun u_2 => Derive (fun u_3 => normal_cumulant_function u_3) u_2) u)
    eta 0.

(* theory/duality.md#mean-parameter
   \mu(\eta) := \nabla A(\eta) *)
Definition mean_parameter (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i).

Definition mean_parameter_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)).

(* theory/duality.md#mean-parameter-is-mean
   \mu(\eta) = \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[t(x)\right] *)
Definition mean_parameter_is_mean : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  mean_parameter_has_value n d h t eta /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  (forall i, In i (range 1 d) -> mean_parameter n d h t eta i
    = sum (range 1 n) (fun x => finite_density n d h t x eta * t x i)).

(* theory/duality.md#conjugate-at-mean
   N(\eta) := \eta^\top \mu(\eta) - A(\eta) *)
Definition conjugate_at_mean (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) : R :=
  sum (range 1 d) (fun i => eta i * mean_parameter n d h t eta i)
    - finite_log_normalizer n d h t eta.

Definition conjugate_at_mean_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) : Prop :=
  mean_parameter_has_value n d h t eta /\
  finite_log_normalizer_has_value n d h t eta.

(* theory/duality.md#fenchel-young
   \zeta^\top \mu(\eta) - A(\zeta) \le N(\eta) *)
Definition fenchel_young : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  mean_parameter_has_value n d h t eta /\
  finite_log_normalizer_has_value n d h t zeta /\
  conjugate_at_mean_has_value n d h t eta /\
  sum (range 1 d) (fun i => zeta i * mean_parameter n d h t eta i)
    - finite_log_normalizer n d h t zeta <= conjugate_at_mean n d h t eta.

(* theory/duality.md#relative-entropy-to-base
   H(\eta) := -\sum_{x \in \mathcal{X}} p(x; \eta) \log\frac{p(x; \eta)}{h(x)} *)
Definition relative_entropy_to_base (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) : R :=
  - sum (range 1 n)
    (fun x => finite_density n d h t x eta * ln (finite_density n d h t x eta / h x)).

Definition relative_entropy_to_base_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) : Prop :=
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  (forall x, In x (range 1 n) -> h x <> 0) /\
  (forall x, In x (range 1 n) -> 0 < finite_density n d h t x eta / h x).

(* theory/duality.md#conjugate-is-negative-entropy
   N(\eta) = -H(\eta) *)
Definition conjugate_is_negative_entropy : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  conjugate_at_mean_has_value n d h t eta /\
  relative_entropy_to_base_has_value n d h t eta /\
  conjugate_at_mean n d h t eta = - relative_entropy_to_base n d h t eta.

(* theory/duality.md#conjugate-gradient-along-family
   \frac{\partial}{\partial \eta_i} N(\eta)
   = \eta^\top \frac{\partial}{\partial \eta_i} \mu(\eta)
   \qquad i \in \{1, \ldots, d\} *)
Definition conjugate_gradient_along_family : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall i : nat, In i (range 1 d) ->
  locally (eta i) (fun u => conjugate_at_mean_has_value n d h t (update eta i u)) /\
  locally (eta i) (fun u => mean_parameter_has_value n d h t (update eta i u)) /\
  (forall i_2, In i_2 (range 1 d) ->
    ex_derive (fun u => mean_parameter n d h t (update eta i u) i_2) (eta i)) /\
  is_derive (fun u => conjugate_at_mean n d h t (update eta i u)) (eta i)
    (sum (range 1 d)
    (fun i_2 => eta i_2 * Derive (fun u => mean_parameter n d h t (update eta i u) i_2) (eta i))).

(* theory/duality.md#minimal-log-normalizer
   B(\xi) := \log\left(1 + \sum_{j=1}^{m} e^{\xi_j}\right)
   \qquad \xi \in \mathbb{R}^m *)
Definition minimal_log_normalizer (m : nat) (xi : nat -> R) : R :=
  ln (1 + sum (range 1 m) (fun j => exp (xi j))).

Definition minimal_log_normalizer_has_value (m : nat) (xi : nat -> R) : Prop :=
  0 < 1 + sum (range 1 m) (fun j => exp (xi j)).

(* theory/duality.md#minimal-natural-parameter
   \xi(\theta) := \left(\log\frac{\theta_1}{\theta_{m+1}}, \ldots, \log\frac{\theta_m}{\theta_{m+1}}\right)
   \qquad \theta \in \Delta^m *)
Definition minimal_natural_parameter (m : nat) (theta : nat -> R) (i : nat) : R :=
  ln (theta i / theta (m + 1)%nat).

Definition minimal_natural_parameter_has_value (m : nat) (theta : nat -> R) : Prop :=
  theta (m + 1)%nat <> 0 /\
  (forall i, In i (range 1 m) -> 0 < theta i / theta (m + 1)%nat).

(* theory/duality.md#gradient-undoes-natural-parameter
   \nabla B(\xi(\theta)) = (\theta_1, \ldots, \theta_m)
   \qquad \theta \in \Delta^m *)
Definition gradient_undoes_natural_parameter : Prop :=
  forall m : nat, (1 <= m)%nat ->
  forall theta : nat -> R, in_simplex (m + 1) theta ->
  minimal_natural_parameter_has_value m theta /\
  (forall i, In i (range 1 m) ->
    locally (minimal_natural_parameter m theta i)
    (fun u =>
    minimal_log_normalizer_has_value m (update (minimal_natural_parameter m theta) i u))) /\
  (forall i, In i (range 1 m) ->
    is_derive
    (fun u => minimal_log_normalizer m (update (minimal_natural_parameter m theta) i u))
    (minimal_natural_parameter m theta i) (theta i)).

(* theory/duality.md#natural-parameter-undoes-gradient
   \log\frac{p_i}{1 - \sum_{j=1}^{m} p_j} = \xi_i
   \qquad \xi \in \mathbb{R}^m,\; i \in \{1, \ldots, m\},\; p := \nabla B(\xi) *)
Definition natural_parameter_undoes_gradient : Prop :=
  forall m : nat, (1 <= m)%nat ->
  forall xi : nat -> R,
  forall i : nat, In i (range 1 m) ->
  locally (xi i) (fun u => minimal_log_normalizer_has_value m (update xi i u)) /\
  (forall j, In j (range 1 m) ->
    locally (xi j) (fun u => minimal_log_normalizer_has_value m (update xi j u))) /\
  (forall j, In j (range 1 m) ->
    ex_derive (fun u => minimal_log_normalizer m (update xi j u)) (xi j)) /\
  1 - sum (range 1 m)
    (fun j => Derive (fun u => minimal_log_normalizer m (update xi j u)) (xi j)) <> 0 /\
  ex_derive (fun u => minimal_log_normalizer m (update xi i u)) (xi i) /\
  0 < Derive (fun u => minimal_log_normalizer m (update xi i u)) (xi i)
    /
    (1
    - sum (range 1 m)
    (fun j => Derive (fun u => minimal_log_normalizer m (update xi j u)) (xi j))) /\
  ln (Derive (fun u => minimal_log_normalizer m (update xi i u)) (xi i)
    /
    (1
    - sum (range 1 m)
    (fun j => Derive (fun u => minimal_log_normalizer m (update xi j u)) (xi j)))) = xi i.

(* theory/duality.md#gradient-of-negative-entropy
   \frac{\partial}{\partial u_i} \left[ \sum_{j=1}^{m} u_j \log u_j + \left(1 - \sum_{j=1}^{m} u_j\right) \log \left(1 - \sum_{j=1}^{m} u_j\right) \right]
   = \log\frac{u_i}{1 - \sum_{j=1}^{m} u_j}
   \qquad u \in \mathbb{R}_{>0}^m,\; \sum_{j=1}^{m} u_j < 1,\; i \in \{1, \ldots, m\} *)
Definition gradient_of_negative_entropy : Prop :=
  forall m : nat, (1 <= m)%nat ->
  forall u : nat -> R, (forall i, In i (range 1 m) -> u i > 0) ->
  sum (range 1 m) (fun j => u j) < 1 ->
  forall i : nat, In i (range 1 m) ->
  locally (u i) (fun u_2 => (forall j, In j (range 1 m) -> 0 < update u i u_2 j)) /\
  locally (u i) (fun u_2 => 0 < 1 - sum (range 1 m) (fun j => update u i u_2 j)) /\
  1 - sum (range 1 m) (fun j => u j) <> 0 /\
  0 < u i / (1 - sum (range 1 m) (fun j => u j)) /\
  is_derive
    (fun u_2 =>
    sum (range 1 m) (fun j => update u i u_2 j * ln (update u i u_2 j))
    + (1 - sum (range 1 m) (fun j => update u i u_2 j))
    * ln (1 - sum (range 1 m) (fun j => update u i u_2 j))) (u i)
    (ln (u i / (1 - sum (range 1 m) (fun j => u j)))).

(* theory/duality.md#kl-divergence
   \operatorname{KL}(\eta, \zeta) := \sum_{x \in \mathcal{X}} p(x; \eta) \log\frac{p(x; \eta)}{p(x; \zeta)}
   \qquad \eta \in \mathbb{R}^d,\; \zeta \in \mathbb{R}^d *)
Definition kl_divergence (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (zeta : nat -> R) : R :=
  sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    * ln (finite_density n d h t x eta / finite_density n d h t x zeta)).

Definition kl_divergence_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (zeta : nat -> R) : Prop :=
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x zeta) /\
  (forall x, In x (range 1 n) -> finite_density n d h t x zeta <> 0) /\
  (forall x, In x (range 1 n) -> 0
    < finite_density n d h t x eta / finite_density n d h t x zeta).

(* theory/duality.md#kl-is-bregman
   \operatorname{KL}(\eta, \zeta) = A(\zeta) - A(\eta) - \mu(\eta)^\top (\zeta - \eta) *)
Definition kl_is_bregman : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  kl_divergence_has_value n d h t eta zeta /\
  finite_log_normalizer_has_value n d h t zeta /\
  finite_log_normalizer_has_value n d h t eta /\
  mean_parameter_has_value n d h t eta /\
  kl_divergence n d h t eta zeta
    = finite_log_normalizer n d h t zeta - finite_log_normalizer n d h t eta
    - sum (range 1 d) (fun i => mean_parameter n d h t eta i * (zeta i - eta i)).

(* theory/duality.md#kl-nonnegative
   \operatorname{KL}(\eta, \zeta) \ge 0 *)
Definition kl_nonnegative : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  kl_divergence_has_value n d h t eta zeta /\
  kl_divergence n d h t eta zeta >= 0.

(* theory/duality.md#kl-is-fenchel-young-gap
   \operatorname{KL}(\eta, \zeta) = N(\eta) + A(\zeta) - \zeta^\top \mu(\eta) *)
Definition kl_is_fenchel_young_gap : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  kl_divergence_has_value n d h t eta zeta /\
  conjugate_at_mean_has_value n d h t eta /\
  finite_log_normalizer_has_value n d h t zeta /\
  mean_parameter_has_value n d h t eta /\
  kl_divergence n d h t eta zeta
    = conjugate_at_mean n d h t eta + finite_log_normalizer n d h t zeta
    - sum (range 1 d) (fun i => zeta i * mean_parameter n d h t eta i).

(* theory/duality.md#kl-is-dual-bregman
   \operatorname{KL}(\eta, \zeta) = N(\eta) - N(\zeta) - \zeta^\top \left(\mu(\eta) - \mu(\zeta)\right) *)
Definition kl_is_dual_bregman : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  kl_divergence_has_value n d h t eta zeta /\
  conjugate_at_mean_has_value n d h t eta /\
  conjugate_at_mean_has_value n d h t zeta /\
  mean_parameter_has_value n d h t eta /\
  mean_parameter_has_value n d h t zeta /\
  kl_divergence n d h t eta zeta
    = conjugate_at_mean n d h t eta - conjugate_at_mean n d h t zeta
    - sum (range 1 d)
    (fun i => zeta i * (mean_parameter n d h t eta i - mean_parameter n d h t zeta i)).

(* theory/duality.md#kl-second-derivative
   \frac{\partial}{\partial s} \frac{\partial}{\partial s} \operatorname{KL}(\eta, \eta + s v) = v^\top \nabla^2 A(\eta + s v) \, v
   \qquad v \in \mathbb{R}^d,\; s \in \mathbb{R} *)
Definition kl_second_derivative : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall v : nat -> R,
  forall s : R,
  locally s
    (fun u =>
    locally u (fun u_2 => kl_divergence_has_value n d h t eta (fun i => eta i + u_2 * v i))) /\
  locally s
    (fun u => ex_derive (fun u_2 => kl_divergence n d h t eta (fun i => eta i + u_2 * v i)) u) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i_2 + s * v i_2)
    (fun u =>
    locally (update (fun i_3 => eta i_3 + s * v i_3) i_2 u i)
    (fun u_2 =>
    finite_log_normalizer_has_value n d h t
    (update (update (fun i_3 => eta i_3 + s * v i_3) i_2 u) i u_2))))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    locally (eta i_2 + s * v i_2)
    (fun u =>
    ex_derive
    (fun u_2 =>
    finite_log_normalizer n d h t (update (update (fun i_3 => eta i_3 + s * v i_3) i_2 u) i u_2))
    (update (fun i_3 => eta i_3 + s * v i_3) i_2 u i)))) /\
  (forall i, In i (range 1 d) ->
    (forall i_2, In i_2 (range 1 d) ->
    ex_derive
    (fun u =>
    Derive
    (fun u_2 =>
    finite_log_normalizer n d h t (update (update (fun i_3 => eta i_3 + s * v i_3) i_2 u) i u_2))
    (update (fun i_3 => eta i_3 + s * v i_3) i_2 u i)) (eta i_2 + s * v i_2))) /\
  is_derive
    (fun u => Derive (fun u_2 => kl_divergence n d h t eta (fun i => eta i + u_2 * v i)) u) s
    (sum (range 1 d)
    (fun i =>
    sum (range 1 d)
    (fun i_2 =>
    v i_2
    * Derive
    (fun u =>
    Derive
    (fun u_2 =>
    finite_log_normalizer n d h t (update (update (fun i_3 => eta i_3 + s * v i_3) i_2 u) i u_2))
    (update (fun i_3 => eta i_3 + s * v i_3) i_2 u i)) (eta i_2 + s * v i_2)) * v i)).

(* theory/duality.md#symmetric-divergence
   \operatorname{KL}(\eta, \zeta) + \operatorname{KL}(\zeta, \eta)
   = \left(\mu(\eta) - \mu(\zeta)\right)^\top (\eta - \zeta) *)
Definition symmetric_divergence : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  kl_divergence_has_value n d h t eta zeta /\
  kl_divergence_has_value n d h t zeta eta /\
  mean_parameter_has_value n d h t eta /\
  mean_parameter_has_value n d h t zeta /\
  kl_divergence n d h t eta zeta + kl_divergence n d h t zeta eta
    = sum (range 1 d)
    (fun i => (mean_parameter n d h t eta i - mean_parameter n d h t zeta i) * (eta i - zeta i)).

(* theory/duality.md#three-point-identity
   \operatorname{KL}(\eta, \zeta)
   = \operatorname{KL}(\eta, \omega) + \operatorname{KL}(\omega, \zeta)
   + \left(\mu(\eta) - \mu(\omega)\right)^\top (\omega - \zeta) *)
Definition three_point_identity : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall omega : nat -> R,
  kl_divergence_has_value n d h t eta zeta /\
  kl_divergence_has_value n d h t eta omega /\
  kl_divergence_has_value n d h t omega zeta /\
  mean_parameter_has_value n d h t eta /\
  mean_parameter_has_value n d h t omega /\
  kl_divergence n d h t eta zeta
    = kl_divergence n d h t eta omega + kl_divergence n d h t omega zeta
    + sum (range 1 d)
    (fun i =>
    (mean_parameter n d h t eta i - mean_parameter n d h t omega i) * (omega i - zeta i)).

(* theory/duality.md#gibbs-identity
   A(\eta) = \sum_{x \in \mathcal{X}} q_x \left( \eta^\top t(x) - \log\frac{q_x}{h(x)} \right)
   + \sum_{x \in \mathcal{X}} q_x \log\frac{q_x}{p(x; \eta)} *)
Definition gibbs_identity : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall q : nat -> R, in_simplex n q ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  finite_log_normalizer_has_value n d h t eta /\
  (forall x, In x (range 1 n) -> h x <> 0) /\
  (forall x, In x (range 1 n) -> 0 < q x / h x) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  (forall x, In x (range 1 n) -> finite_density n d h t x eta <> 0) /\
  (forall x, In x (range 1 n) -> 0 < q x / finite_density n d h t x eta) /\
  finite_log_normalizer n d h t eta
    = sum (range 1 n)
    (fun x => q x * (sum (range 1 d) (fun i => eta i * t x i) - ln (q x / h x)))
    + sum (range 1 n) (fun x => q x * ln (q x / finite_density n d h t x eta)).

(* theory/duality.md#gibbs-principle
   \sum_{x \in \mathcal{X}} q_x \left( \eta^\top t(x) - \log\frac{q_x}{h(x)} \right) \le A(\eta) *)
Definition gibbs_principle : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall q : nat -> R, in_simplex n q ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall x, In x (range 1 n) -> h x <> 0) /\
  (forall x, In x (range 1 n) -> 0 < q x / h x) /\
  finite_log_normalizer_has_value n d h t eta /\
  sum (range 1 n) (fun x => q x * (sum (range 1 d) (fun i => eta i * t x i) - ln (q x / h x)))
    <= finite_log_normalizer n d h t eta.

(* theory/duality.md#gibbs-within-family
   A(\eta) = \eta^\top \mu(\zeta) + H(\zeta) + \operatorname{KL}(\zeta, \eta)
   \ge \eta^\top \mu(\zeta) + H(\zeta) *)
Definition gibbs_within_family : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  finite_log_normalizer_has_value n d h t eta /\
  mean_parameter_has_value n d h t zeta /\
  relative_entropy_to_base_has_value n d h t zeta /\
  kl_divergence_has_value n d h t zeta eta /\
  finite_log_normalizer n d h t eta
    = sum (range 1 d) (fun i => eta i * mean_parameter n d h t zeta i)
    + relative_entropy_to_base n d h t zeta + kl_divergence n d h t zeta eta /\
  sum (range 1 d) (fun i => eta i * mean_parameter n d h t zeta i)
    + relative_entropy_to_base n d h t zeta + kl_divergence n d h t zeta eta
    >= sum (range 1 d) (fun i => eta i * mean_parameter n d h t zeta i)
    + relative_entropy_to_base n d h t zeta.

(* theory/duality.md#entropy-of-any-distribution
   -\sum_{x \in \mathcal{X}} q_x \log\frac{q_x}{h(x)}
   = H(\eta) + \eta^\top \left(\mu(\eta) - \sum_{x \in \mathcal{X}} q_x \, t(x)\right) - \sum_{x \in \mathcal{X}} q_x \log\frac{q_x}{p(x; \eta)} *)
Definition entropy_of_any_distribution : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall q : nat -> R, in_simplex n q ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall x, In x (range 1 n) -> h x <> 0) /\
  (forall x, In x (range 1 n) -> 0 < q x / h x) /\
  relative_entropy_to_base_has_value n d h t eta /\
  mean_parameter_has_value n d h t eta /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  (forall x, In x (range 1 n) -> finite_density n d h t x eta <> 0) /\
  (forall x, In x (range 1 n) -> 0 < q x / finite_density n d h t x eta) /\
  - sum (range 1 n) (fun x => q x * ln (q x / h x))
    = relative_entropy_to_base n d h t eta
    + sum (range 1 d)
    (fun i => eta i * (mean_parameter n d h t eta i - sum (range 1 n) (fun x => q x * t x i)))
    - sum (range 1 n) (fun x => q x * ln (q x / finite_density n d h t x eta)).

(* theory/duality.md#maximum-entropy
   -\sum_{x \in \mathcal{X}} q_x \log\frac{q_x}{h(x)}
   \le H(\eta) + \eta^\top \left(\mu(\eta) - \sum_{x \in \mathcal{X}} q_x \, t(x)\right) *)
Definition maximum_entropy : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall q : nat -> R, in_simplex n q ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall x, In x (range 1 n) -> h x <> 0) /\
  (forall x, In x (range 1 n) -> 0 < q x / h x) /\
  relative_entropy_to_base_has_value n d h t eta /\
  mean_parameter_has_value n d h t eta /\
  - sum (range 1 n) (fun x => q x * ln (q x / h x))
    <= relative_entropy_to_base n d h t eta
    + sum (range 1 d)
    (fun i => eta i * (mean_parameter n d h t eta i - sum (range 1 n) (fun x => q x * t x i))).

(* theory/gauge.md#softmax-fisher-information
   F(\eta) := \operatorname{diag}(\operatorname{softmax}(\eta)) - \operatorname{softmax}(\eta) \operatorname{softmax}(\eta)^\top
   \qquad \eta \in \mathbb{R}^k *)
Definition softmax_fisher_information (k : nat) (eta : nat -> R) (i : nat) (i_2 : nat) : R :=
  (if (i =? i_2)%nat then softmax k eta i else 0) - softmax k eta i * softmax k eta i_2.

Definition softmax_fisher_information_has_value (k : nat) (eta : nat -> R) : Prop :=
  softmax_has_value k eta.

(* theory/gauge.md#softmax-hessian-is-fisher
   \nabla^2 A(\eta) = F(\eta)
   \qquad \eta \in \mathbb{R}^k *)
Definition softmax_hessian_is_fisher : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  softmax_fisher_information_has_value k eta /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (eta i)
    (fun u =>
    locally (update eta i u i_2)
    (fun u_2 => log_sum_exp_has_value k (update (update eta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    locally (eta i)
    (fun u =>
    ex_derive (fun u_2 => log_sum_exp k (update (update eta i u) i_2 u_2))
    (update eta i u i_2)))) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => log_sum_exp k (update (update eta i u) i_2 u_2)) (update eta i u i_2))
    (eta i) (softmax_fisher_information k eta i i_2))).

(* theory/gauge.md#fisher-sends-constants-to-zero
   F(\eta) \, \mathbf{1} = 0 \, \mathbf{1}
   \qquad \eta \in \mathbb{R}^k *)
Definition fisher_sends_constants_to_zero : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  softmax_fisher_information_has_value k eta /\
  (forall i, In i (range 1 k) ->
    sum (range 1 k) (fun i_2 => softmax_fisher_information k eta i i_2 * ones k i_2)
    = 0 * ones k i).

(* theory/gauge.md#fisher-quadratic-form
   v^\top F(\eta) \, v = \frac{1}{2} \sum_{i=1}^{k} \sum_{j=1}^{k} p_i \, p_j \, (v_i - v_j)^2
   \qquad \eta \in \mathbb{R}^k,\; v \in \mathbb{R}^k,\; p := \operatorname{softmax}(\eta) *)
Definition fisher_quadratic_form : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall v : nat -> R,
  softmax_fisher_information_has_value k eta /\
  softmax_has_value k eta /\
  sum (range 1 k)
    (fun i => sum (range 1 k) (fun i_2 => v i_2 * softmax_fisher_information k eta i_2 i) * v i)
    = 1 / 2
    * sum (range 1 k)
    (fun i => sum (range 1 k) (fun j => softmax k eta i * softmax k eta j * (v i - v j) ^ 2)).

(* theory/gauge.md#fisher-positive-elsewhere
   v^\top F(\eta) \, v = \frac{1}{2} \sum_{i=1}^{k} \sum_{j=1}^{k} p_i \, p_j \, (v_i - v_j)^2 > 0
   \qquad \eta \in \mathbb{R}^k,\; v \in \mathbb{R}^k,\; \max_{i \in \{1, \ldots, k\}} v_i > \min_{i \in \{1, \ldots, k\}} v_i,\; p := \operatorname{softmax}(\eta) *)
Definition fisher_positive_elsewhere : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall v : nat -> R,
  maximum (range 1 k) (fun i => v i) > minimum (range 1 k) (fun i => v i) ->
  softmax_fisher_information_has_value k eta /\
  softmax_has_value k eta /\
  sum (range 1 k)
    (fun i => sum (range 1 k) (fun i_2 => v i_2 * softmax_fisher_information k eta i_2 i) * v i)
    = 1 / 2
    * sum (range 1 k)
    (fun i => sum (range 1 k) (fun j => softmax k eta i * softmax k eta j * (v i - v j) ^ 2)) /\
  1 / 2
    * sum (range 1 k)
    (fun i => sum (range 1 k) (fun j => softmax k eta i * softmax k eta j * (v i - v j) ^ 2)) > 0.

(* theory/gauge.md#reference-log-normalizer
   B(\beta) := A(\beta_1, \ldots, \beta_{k-1}, 0)
   \qquad \beta \in \mathbb{R}^{k-1} *)
Definition reference_log_normalizer (k : nat) (beta : nat -> R) : R :=
  log_sum_exp k (fun i => if (i <=? k - 1)%nat then beta i else 0).

Definition reference_log_normalizer_has_value (k : nat) (beta : nat -> R) : Prop :=
  log_sum_exp_has_value k (fun i => if (i <=? k - 1)%nat then beta i else 0).

(* theory/gauge.md#reference-hessian
   \nabla^2 B(\beta) = \operatorname{diag}(q) - q q^\top
   \qquad \beta \in \mathbb{R}^{k-1},\; p := \operatorname{softmax}(\beta_1, \ldots, \beta_{k-1}, 0),\; q := (p_1, \ldots, p_{k-1}) *)
Definition reference_hessian : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall beta : nat -> R,
  (forall i, In i (range 1 (k - 1)) ->
    (forall i_2, In i_2 (range 1 (k - 1)) ->
    locally (beta i)
    (fun u =>
    locally (update beta i u i_2)
    (fun u_2 => reference_log_normalizer_has_value k (update (update beta i u) i_2 u_2))))) /\
  (forall i, In i (range 1 (k - 1)) ->
    (forall i_2, In i_2 (range 1 (k - 1)) ->
    locally (beta i)
    (fun u =>
    ex_derive (fun u_2 => reference_log_normalizer k (update (update beta i u) i_2 u_2))
    (update beta i u i_2)))) /\
  softmax_has_value k (fun i_3 => if (i_3 <=? k - 1)%nat then beta i_3 else 0) /\
  (forall i, In i (range 1 (k - 1)) ->
    (forall i_2, In i_2 (range 1 (k - 1)) ->
    is_derive
    (fun u =>
    Derive (fun u_2 => reference_log_normalizer k (update (update beta i u) i_2 u_2))
    (update beta i u i_2)) (beta i)
    ((if (i =? i_2)%nat then softmax k (fun i_3 => if (i_3 <=? k - 1)%nat then beta i_3 else 0) i
    else 0) - softmax k (fun i_3 => if (i_3 <=? k - 1)%nat then beta i_3 else 0) i
    * softmax k (fun i_3 => if (i_3 <=? k - 1)%nat then beta i_3 else 0) i_2))).

(* theory/gauge.md#reference-inverse
   \left(\operatorname{diag}(q) - q q^\top\right) \left(\operatorname{diag}\left(\frac{1}{p_1}, \ldots, \frac{1}{p_{k-1}}\right) + \frac{1}{p_k} u u^\top\right) = I_{k-1}
   \qquad \eta \in \mathbb{R}^k,\; p := \operatorname{softmax}(\eta),\; q := (p_1, \ldots, p_{k-1}),\; u := (\mathbf{1}_1, \ldots, \mathbf{1}_{k-1}) *)
Definition reference_inverse : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  softmax_has_value k eta /\
  softmax k eta k <> 0 /\
  (forall i_3, In i_3 (range 1 (k - 1)) -> softmax k eta i_3 <> 0) /\
  (forall i, In i (range 1 (k - 1)) ->
    (forall i_2, In i_2 (range 1 (k - 1)) ->
    sum (range 1 (k - 1))
    (fun i_3 =>
    ((if (i =? i_3)%nat then softmax k eta i else 0) - softmax k eta i * softmax k eta i_3)
    *
    ((if (i_3 =? i_2)%nat then 1 / softmax k eta i_3 else 0) + 1 / softmax k eta k * ones k i_3
    * ones k i_2)) = (if (i =? i_2)%nat then 1 else 0))).

(* theory/gauge.md#centering
   P := I_k - \frac{1}{k} \mathbf{1} \mathbf{1}^\top *)
Definition centering (k : nat) (i : nat) (i_2 : nat) : R :=
  (if (i =? i_2)%nat then 1 else 0) - 1 / INR k * ones k i * ones k i_2.

Definition centering_has_value (k : nat) : Prop :=
  INR k <> 0.

(* theory/gauge.md#centering-changes-nothing
   \begin{aligned}
   P P &= P \\
   P \, \mathbf{1} &= 0 \, \mathbf{1} \\
   \operatorname{softmax}(P \eta) &= \operatorname{softmax}(\eta)
   \end{aligned}
   \qquad \eta \in \mathbb{R}^k *)
Definition centering_changes_nothing : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  centering_has_value k /\
  softmax_has_value k (fun i => sum (range 1 k) (fun i_2 => centering k i i_2 * eta i_2)) /\
  softmax_has_value k eta /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    sum (range 1 k) (fun i_3 => centering k i i_3 * centering k i_3 i_2) = centering k i i_2)) /\
  (forall i, In i (range 1 k) -> sum (range 1 k) (fun i_2 => centering k i i_2 * ones k i_2)
    = 0 * ones k i) /\
  (forall i, In i (range 1 k) ->
    softmax k (fun i => sum (range 1 k) (fun i_2 => centering k i i_2 * eta i_2)) i
    = softmax k eta i).

(* theory/gauge.md#centered-is-shortest
   (P \eta)^\top P \eta \le (\eta + c \mathbf{1})^\top (\eta + c \mathbf{1})
   \qquad \eta \in \mathbb{R}^k,\; c \in \mathbb{R} *)
Definition centered_is_shortest : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall c : R,
  centering_has_value k /\
  sum (range 1 k)
    (fun i =>
    sum (range 1 k)
    (fun i_2 => sum (range 1 k) (fun i_3 => centering k i_2 i_3 * eta i_3) * centering k i_2 i)
    * eta i) <= sum (range 1 k) (fun i => (eta i + c * ones k i) * (eta i + c * ones k i)).

(* theory/gauge.md#fisher-pseudo-inverse
   G(p) := P \operatorname{diag}\left(\frac{1}{p_1}, \ldots, \frac{1}{p_k}\right) P
   \qquad p \in \Delta^{k-1} *)
Definition fisher_pseudo_inverse (k : nat) (p : nat -> R) (i : nat) (i_2 : nat) : R :=
  sum (range 1 k)
    (fun i_3 =>
    sum (range 1 k) (fun i_4 => centering k i i_4 * (if (i_4 =? i_3)%nat then 1 / p i_4 else 0))
    * centering k i_3 i_2).

Definition fisher_pseudo_inverse_has_value (k : nat) (p : nat -> R) : Prop :=
  centering_has_value k /\
  (forall i_4, In i_4 (range 1 k) -> p i_4 <> 0).

(* theory/gauge.md#fisher-penrose-conditions
   \begin{aligned}
   F(\eta) \, G(p) &= P \\
   G(p) \, F(\eta) &= P \\
   P \, F(\eta) &= F(\eta) \\
   P \, G(p) &= G(p)
   \end{aligned}
   \qquad \eta \in \mathbb{R}^k,\; p := \operatorname{softmax}(\eta) *)
Definition fisher_penrose_conditions : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  softmax_fisher_information_has_value k eta /\
  softmax_has_value k eta /\
  in_simplex k (softmax k eta) /\
  fisher_pseudo_inverse_has_value k (softmax k eta) /\
  centering_has_value k /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    sum (range 1 k)
    (fun i_3 =>
    softmax_fisher_information k eta i i_3 * fisher_pseudo_inverse k (softmax k eta) i_3 i_2)
    = centering k i i_2)) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    sum (range 1 k)
    (fun i_3 =>
    fisher_pseudo_inverse k (softmax k eta) i i_3 * softmax_fisher_information k eta i_3 i_2)
    = centering k i i_2)) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    sum (range 1 k) (fun i_3 => centering k i i_3 * softmax_fisher_information k eta i_3 i_2)
    = softmax_fisher_information k eta i i_2)) /\
  (forall i, In i (range 1 k) ->
    (forall i_2, In i_2 (range 1 k) ->
    sum (range 1 k)
    (fun i_3 => centering k i i_3 * fisher_pseudo_inverse k (softmax k eta) i_3 i_2)
    = fisher_pseudo_inverse k (softmax k eta) i i_2)).

(* theory/gauge.md#newton-step-without-inverse
   F(\eta) \, s = y - p
   \qquad \eta \in \mathbb{R}^k,\; y \in \Delta^{k-1},\; p := \operatorname{softmax}(\eta),\; s := \left(\frac{y_1 - p_1}{p_1}, \ldots, \frac{y_k - p_k}{p_k}\right) *)
Definition newton_step_without_inverse : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall y : nat -> R, in_simplex k y ->
  softmax_fisher_information_has_value k eta /\
  softmax_has_value k eta /\
  (forall i_2, In i_2 (range 1 k) -> softmax k eta i_2 <> 0) /\
  (forall i, In i (range 1 k) ->
    sum (range 1 k)
    (fun i_2 =>
    softmax_fisher_information k eta i i_2 * ((y i_2 - softmax k eta i_2) / softmax k eta i_2))
    = y i - softmax k eta i).

(* theory/likelihood.md#log-likelihood
   \ell(\eta) := \sum_{i=1}^{m} \log p(y(i); \eta) *)
Definition log_likelihood (m : nat) (n : nat) (y : nat -> nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) : R :=
  sum (range 1 m) (fun i => ln (finite_density n d h t (y i) eta)).

Definition log_likelihood_has_value (m : nat) (n : nat) (y : nat -> nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 m) -> finite_density_has_value n d h t (y i) eta) /\
  (forall i, In i (range 1 m) -> 0 < finite_density n d h t (y i) eta).

(* theory/likelihood.md#observed-mean
   \tau := \frac{1}{m} \sum_{i=1}^{m} t(y(i)) *)
Definition observed_mean (m : nat) (n : nat) (y : nat -> nat) (d : nat) (t : nat -> nat -> R)
  (i : nat) : R :=
  1 / INR m * sum (range 1 m) (fun i_2 => t (y i_2) i).

Definition observed_mean_has_value (m : nat) (n : nat) (y : nat -> nat) (d : nat)
  (t : nat -> nat -> R) : Prop :=
  INR m <> 0.

(* theory/likelihood.md#log-likelihood-by-mean
   \ell(\eta) = m \left( \eta^\top \tau - A(\eta) \right) + \sum_{i=1}^{m} \log h(y(i)) *)
Definition log_likelihood_by_mean : Prop :=
  forall m : nat, (1 <= m)%nat ->
  forall n : nat, (1 <= n)%nat ->
  forall y : nat -> nat, (forall x, In x (range 1 m) -> In (y x) (range 1 n)) ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  log_likelihood_has_value m n y d h t eta /\
  observed_mean_has_value m n y d t /\
  finite_log_normalizer_has_value n d h t eta /\
  (forall i, In i (range 1 m) -> 0 < h (y i)) /\
  log_likelihood m n y d h t eta
    = INR m
    *
    (sum (range 1 d) (fun i => eta i * observed_mean m n y d t i)
    - finite_log_normalizer n d h t eta) + sum (range 1 m) (fun i => ln (h (y i))).

(* theory/likelihood.md#score
   \nabla \ell(\eta) = m \left( \tau - \mu(\eta) \right) *)
Definition score : Prop :=
  forall m : nat, (1 <= m)%nat ->
  forall n : nat, (1 <= n)%nat ->
  forall y : nat -> nat, (forall x, In x (range 1 m) -> In (y x) (range 1 n)) ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  observed_mean_has_value m n y d t /\
  mean_parameter_has_value n d h t eta /\
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => log_likelihood_has_value m n y d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    is_derive (fun u => log_likelihood m n y d h t (update eta i u)) (eta i)
    (INR m * (observed_mean m n y d t i - mean_parameter n d h t eta i))).

(* theory/likelihood.md#log-likelihood-concave
   \ell(\lambda \eta + (1 - \lambda) \zeta) \ge \lambda \, \ell(\eta) + (1 - \lambda) \, \ell(\zeta)
   \qquad \lambda \in \mathbb{R}_{\ge 0},\; \lambda \le 1 *)
Definition log_likelihood_concave : Prop :=
  forall m : nat, (1 <= m)%nat ->
  forall n : nat, (1 <= n)%nat ->
  forall y : nat -> nat, (forall x, In x (range 1 m) -> In (y x) (range 1 n)) ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall lambda : R, lambda >= 0 ->
  lambda <= 1 ->
  log_likelihood_has_value m n y d h t (fun i => lambda * eta i + (1 - lambda) * zeta i) /\
  log_likelihood_has_value m n y d h t eta /\
  log_likelihood_has_value m n y d h t zeta /\
  log_likelihood m n y d h t (fun i => lambda * eta i + (1 - lambda) * zeta i)
    >= lambda * log_likelihood m n y d h t eta + (1 - lambda) * log_likelihood m n y d h t zeta.

(* theory/likelihood.md#likelihood-gap
   \left(\eta^\top \tau - A(\eta)\right) - \left(\zeta^\top \tau - A(\zeta)\right) = \operatorname{KL}(\eta, \zeta)
   \qquad \tau := \mu(\eta) *)
Definition likelihood_gap : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall zeta : nat -> R,
  mean_parameter_has_value n d h t eta /\
  finite_log_normalizer_has_value n d h t eta /\
  finite_log_normalizer_has_value n d h t zeta /\
  kl_divergence_has_value n d h t eta zeta /\
  sum (range 1 d) (fun i => eta i * mean_parameter n d h t eta i)
    - finite_log_normalizer n d h t eta
    -
    (sum (range 1 d) (fun i => zeta i * mean_parameter n d h t eta i)
    - finite_log_normalizer n d h t zeta) = kl_divergence n d h t eta zeta.

(* theory/likelihood.md#logistic-sigmoid
   \sigma(s) := \frac{1}{1 + e^{-s}}
   \qquad s \in \mathbb{R} *)
Definition logistic_sigmoid (s : R) : R :=
  1 / (1 + exp (- s)).

Definition logistic_sigmoid_has_value (s : R) : Prop :=
  1 + exp (- s) <> 0.

(* theory/likelihood.md#sigmoid-is-gradient
   \frac{\partial}{\partial s} \log(1 + e^{s}) = \sigma(s)
   \qquad s \in \mathbb{R} *)
Definition sigmoid_is_gradient : Prop :=
  forall s : R,
  locally s (fun u => 0 < 1 + exp u) /\
  logistic_sigmoid_has_value s /\
  is_derive (fun u => ln (1 + exp u)) s (logistic_sigmoid s).

(* theory/likelihood.md#logistic-loss
   L(w) := \sum_{i=1}^{r} \left( \log\left(1 + e^{w^\top z(i)}\right) - b(i) \, w^\top z(i) \right) *)
Definition logistic_loss (r : nat) (b : nat -> nat) (d : nat) (z : nat -> nat -> R)
  (w : nat -> R) : R :=
  sum (range 1 r)
    (fun i =>
    ln (1 + exp (sum (range 1 d) (fun i_2 => w i_2 * z i i_2)))
    - sum (range 1 d) (fun i_2 => INR (b i) * w i_2 * z i i_2)).

Definition logistic_loss_has_value (r : nat) (b : nat -> nat) (d : nat) (z : nat -> nat -> R)
  (w : nat -> R) : Prop :=
  (forall i, In i (range 1 r) -> 0 < 1 + exp (sum (range 1 d) (fun i_2 => w i_2 * z i i_2))).

(* theory/likelihood.md#logistic-gradient
   \nabla L(w) = \sum_{i=1}^{r} \left( \sigma(w^\top z(i)) - b(i) \right) z(i) *)
Definition logistic_gradient : Prop :=
  forall r : nat, (1 <= r)%nat ->
  forall b : nat -> nat, (forall x, In x (range 1 r) -> In (b x) (range 0 1)) ->
  forall d : nat, (1 <= d)%nat ->
  forall z : nat -> nat -> R,
  forall w : nat -> R,
  (forall i, In i (range 1 r) ->
    logistic_sigmoid_has_value (sum (range 1 d) (fun i_2 => w i_2 * z i i_2))) /\
  (forall i, In i (range 1 d) ->
    locally (w i) (fun u => logistic_loss_has_value r b d z (update w i u))) /\
  (forall i_2, In i_2 (range 1 r) ->
    logistic_sigmoid_has_value (sum (range 1 d) (fun i_3 => w i_3 * z i_2 i_3))) /\
  (forall i, In i (range 1 d) ->
    is_derive (fun u => logistic_loss r b d z (update w i u)) (w i)
    (sum (range 1 r)
    (fun i_2 =>
    (logistic_sigmoid (sum (range 1 d) (fun i_3 => w i_3 * z i_2 i_3)) - INR (b i_2))
    * z i_2 i))).

(* theory/likelihood.md#softmax-loss
   \operatorname{loss}(a, c) := \log \sum_{j=1}^{n} e^{a_j} - a_c
   \qquad a \in \mathbb{R}^n,\; c \in \{1, \ldots, n\} *)
Definition softmax_loss (n : nat) (a : nat -> R) (c : nat) : R :=
  ln (sum (range 1 n) (fun j => exp (a j))) - a c.

Definition softmax_loss_has_value (n : nat) (a : nat -> R) (c : nat) : Prop :=
  0 < sum (range 1 n) (fun j => exp (a j)).

(* theory/likelihood.md#softmax-loss-gradient-right
   \frac{\partial}{\partial a_i} \operatorname{loss}(a, i) = \frac{e^{a_i}}{\sum_{j=1}^{n} e^{a_j}} - 1
   \qquad a \in \mathbb{R}^n,\; i \in \{1, \ldots, n\} *)
Definition softmax_loss_gradient_right : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall a : nat -> R,
  forall i : nat, In i (range 1 n) ->
  locally (a i) (fun u => softmax_loss_has_value n (update a i u) i) /\
  sum (range 1 n) (fun j => exp (a j)) <> 0 /\
  is_derive (fun u => softmax_loss n (update a i u) i) (a i)
    (exp (a i) / sum (range 1 n) (fun j => exp (a j)) - 1).

(* theory/likelihood.md#softmax-loss-gradient-wrong
   \frac{\partial}{\partial a_i} \operatorname{loss}(a, c) = \frac{e^{a_i}}{\sum_{j=1}^{n} e^{a_j}}
   \qquad a \in \mathbb{R}^n,\; i \in \{1, \ldots, n\},\; c \in \{1, \ldots, n\},\; c \ne i *)
Definition softmax_loss_gradient_wrong : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall a : nat -> R,
  forall i : nat, In i (range 1 n) ->
  forall c : nat, In c (range 1 n) ->
  (c <> i)%nat ->
  locally (a i) (fun u => softmax_loss_has_value n (update a i u) c) /\
  sum (range 1 n) (fun j => exp (a j)) <> 0 /\
  is_derive (fun u => softmax_loss n (update a i u) c) (a i)
    (exp (a i) / sum (range 1 n) (fun j => exp (a j))).

(* theory/likelihood.md#conjugate-prior
   \pi(\eta; \chi, \nu) := \exp\left[\chi^\top \eta - \nu A(\eta)\right] *)
Definition conjugate_prior (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (chi : nat -> R) (nu : R) : R :=
  exp (sum (range 1 d) (fun i => chi i * eta i) - nu * finite_log_normalizer n d h t eta).

Definition conjugate_prior_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) (chi : nat -> R) (nu : R) : Prop :=
  finite_log_normalizer_has_value n d h t eta.

(* theory/likelihood.md#conjugate-update
   \pi(\eta; \chi, \nu) \, p(x; \eta) = h(x) \, \pi(\eta; \chi + t(x), \nu + 1) *)
Definition conjugate_update : Prop :=
  forall nu : R, nu > 0 ->
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall chi : nat -> R,
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  conjugate_prior_has_value n d h t eta chi nu /\
  finite_density_has_value n d h t x eta /\
  (nu + 1) > 0 /\
  conjugate_prior_has_value n d h t eta (fun i => chi i + t x i) (nu + 1) /\
  conjugate_prior n d h t eta chi nu * finite_density n d h t x eta
    = h x * conjugate_prior n d h t eta (fun i => chi i + t x i) (nu + 1).

(* theory/log-normalizer.md#finite-density-quotient
   p(x; \eta)
   = e^{-A(\eta)} \, h(x) \exp\left[\eta^\top t(x)\right]
   = \frac{h(x) \exp\left[\eta^\top t(x)\right]}{\sum_{y \in \mathcal{X}} h(y) \exp\left[\eta^\top t(y)\right]} *)
Definition finite_density_quotient : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  finite_density_has_value n d h t x eta /\
  finite_log_normalizer_has_value n d h t eta /\
  sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i))) <> 0 /\
  finite_density n d h t x eta
    = exp (- finite_log_normalizer n d h t eta) * h x
    * exp (sum (range 1 d) (fun i => eta i * t x i)) /\
  exp (- finite_log_normalizer n d h t eta) * h x
    * exp (sum (range 1 d) (fun i => eta i * t x i))
    = h x * exp (sum (range 1 d) (fun i => eta i * t x i))
    / sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i))).

(* theory/log-normalizer.md#finite-normalization
   \sum_{x \in \mathcal{X}} p(x; \eta) = 1 *)
Definition finite_normalization : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  sum (range 1 n) (fun x => finite_density n d h t x eta) = 1.

(* theory/log-normalizer.md#zero-parameter
   \mathbf{0} := (0, \ldots, 0) \in \mathbb{R}^d *)
Definition zero_parameter (d : nat) (i : nat) : R :=
  0.

(* theory/log-normalizer.md#log-normalizer-at-zero
   \begin{aligned}
   A(\mathbf{0}) &= \log \sum_{x \in \mathcal{X}} h(x) \\
   p(x; \mathbf{0}) &= \frac{h(x)}{\sum_{y \in \mathcal{X}} h(y)}
   \end{aligned} *)
Definition log_normalizer_at_zero : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  finite_log_normalizer_has_value n d h t (zero_parameter d) /\
  0 < sum (range 1 n) (fun x => h x) /\
  finite_density_has_value n d h t x (zero_parameter d) /\
  sum (range 1 n) (fun y => h y) <> 0 /\
  finite_log_normalizer n d h t (zero_parameter d) = ln (sum (range 1 n) (fun x => h x)) /\
  finite_density n d h t x (zero_parameter d) = h x / sum (range 1 n) (fun y => h y).

(* theory/log-normalizer.md#exponential-tilting
   \begin{aligned}
   \log \sum_{x \in \mathcal{X}} p(x; \eta) \exp\left[(\zeta - \eta)^\top t(x)\right] &= A(\zeta) - A(\eta) \\
   p(x; \eta) \exp\left[(\zeta - \eta)^\top t(x) - (A(\zeta) - A(\eta))\right] &= p(x; \zeta)
   \end{aligned} *)
Definition exponential_tilting : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  0 < sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta * exp (sum (range 1 d) (fun i => (zeta i - eta i) * t x i))) /\
  finite_log_normalizer_has_value n d h t zeta /\
  finite_log_normalizer_has_value n d h t eta /\
  finite_density_has_value n d h t x eta /\
  finite_density_has_value n d h t x zeta /\
  ln (sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta * exp (sum (range 1 d) (fun i => (zeta i - eta i) * t x i))))
    = finite_log_normalizer n d h t zeta - finite_log_normalizer n d h t eta /\
  finite_density n d h t x eta
    * exp
    (sum (range 1 d) (fun i => (zeta i - eta i) * t x i)
    - (finite_log_normalizer n d h t zeta - finite_log_normalizer n d h t eta))
    = finite_density n d h t x zeta.

(* theory/log-normalizer.md#finite-log-normalizer-by-scores
   A(\eta) = \operatorname{lse}\left(\log h(1) + \eta^\top t(1), \ldots, \log h(n) + \eta^\top t(n)\right) *)
Definition finite_log_normalizer_by_scores : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  finite_log_normalizer_has_value n d h t eta /\
  (forall i, In i (range 1 n) -> 0 < h i) /\
  log_sum_exp_of_scores_has_value n
    (fun i => ln (h i) + sum (range 1 d) (fun i_2 => eta i_2 * t i i_2)) /\
  finite_log_normalizer n d h t eta
    = log_sum_exp_of_scores n
    (fun i => ln (h i) + sum (range 1 d) (fun i_2 => eta i_2 * t i i_2)).

(* theory/log-normalizer.md#cumulant-function
   \log \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[e^{s^\top t(x)}\right] = A(\eta + s) - A(\eta)
   \qquad s \in \mathbb{R}^d *)
Definition cumulant_function : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall s : nat -> R,
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  0 < sum (range 1 n)
    (fun x => finite_density n d h t x eta * exp (sum (range 1 d) (fun i => s i * t x i))) /\
  finite_log_normalizer_has_value n d h t (fun i => eta i + s i) /\
  finite_log_normalizer_has_value n d h t eta /\
  ln (sum (range 1 n)
    (fun x => finite_density n d h t x eta * exp (sum (range 1 d) (fun i => s i * t x i))))
    = finite_log_normalizer n d h t (fun i => eta i + s i) - finite_log_normalizer n d h t eta.

(* theory/log-normalizer.md#free-energy
   -A(\eta)
   = \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[-\log h(x) - \eta^\top t(x)\right]
   - \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[-\log p(x; \eta)\right] *)
Definition free_energy : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  finite_log_normalizer_has_value n d h t eta /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  (forall x, In x (range 1 n) -> 0 < h x) /\
  (forall x, In x (range 1 n) -> 0 < finite_density n d h t x eta) /\
  - finite_log_normalizer n d h t eta
    = sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta * (- ln (h x) - sum (range 1 d) (fun i => eta i * t x i)))
    - sum (range 1 n)
    (fun x => finite_density n d h t x eta * - ln (finite_density n d h t x eta)).

(* theory/log-normalizer.md#finite-log-density
   \log p(x; \eta) = \log h(x) + \eta^\top t(x) - A(\eta) *)
Definition finite_log_density : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  finite_density_has_value n d h t x eta /\
  0 < finite_density n d h t x eta /\
  0 < h x /\
  finite_log_normalizer_has_value n d h t eta /\
  ln (finite_density n d h t x eta)
    = ln (h x) + sum (range 1 d) (fun i => eta i * t x i) - finite_log_normalizer n d h t eta.

(* theory/log-normalizer.md#weight-convex
   h(x) \exp\left[(\lambda \eta + (1 - \lambda) \zeta)^\top t(x)\right]
   \le \lambda \, h(x) \exp\left[\eta^\top t(x)\right] + (1 - \lambda) \, h(x) \exp\left[\zeta^\top t(x)\right]
   \qquad \lambda \in \mathbb{R}_{>0},\; \lambda < 1 *)
Definition weight_convex : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  forall zeta : nat -> R,
  forall lambda : R, lambda > 0 ->
  lambda < 1 ->
  h x * exp (sum (range 1 d) (fun i => (lambda * eta i + (1 - lambda) * zeta i) * t x i))
    <= lambda * h x * exp (sum (range 1 d) (fun i => eta i * t x i)) + (1 - lambda) * h x
    * exp (sum (range 1 d) (fun i => zeta i * t x i)).

(* theory/log-normalizer.md#waiting-time-total
   \log \int_{0}^{\infty} \exp\left[\eta x\right] \, \mathrm{d}x = A_{\text{exponential}}(\eta)
   \qquad \eta \in \mathbb{R}_{<0} *)
Definition waiting_time_total : Prop :=
  forall eta : R, eta < 0 ->
  ex_RInt_gen (fun x => exp (eta * x)) (at_point 0) (Rbar_locally p_infty) /\
  0 < RInt_gen (fun x => exp (eta * x)) (at_point 0) (Rbar_locally p_infty) /\
  waiting_time_log_normalizer_has_value eta /\
  ln (RInt_gen (fun x => exp (eta * x)) (at_point 0) (Rbar_locally p_infty))
    = waiting_time_log_normalizer eta.

(* theory/log-normalizer.md#waiting-time-diverges
   \int_{0}^{r} \exp\left[\eta x\right] \, \mathrm{d}x \ge r
   \qquad \eta \in \mathbb{R}_{\ge 0},\; r \in \mathbb{R}_{>0},\; \eta r \le 100 *)
Definition waiting_time_diverges : Prop :=
  forall eta : R, eta >= 0 ->
  forall r : R, r > 0 ->
  eta * r <= 100 ->
  0 <= r /\
  ex_RInt (fun x => exp (eta * x)) 0 r /\
  RInt (fun x => exp (eta * x)) 0 r >= r.

(* theory/log-normalizer.md#normal-statistic
   t_{\text{normal}}(x) := (x, x^2)
   \qquad x \in \mathbb{R} *)
Definition normal_statistic (x : R) (i : nat) : R :=
  if (i <=? 1)%nat then x else x ^ 2.

(* theory/log-normalizer.md#normal-density
   p_{\text{normal}}(x; \eta) := \frac{1}{\sqrt{2 \pi}} \exp\left[\eta^\top t_{\text{normal}}(x) - A_{\text{normal}}(\eta)\right]
   \qquad x \in \mathbb{R},\; \eta \in \mathbb{R} \times \mathbb{R}_{<0} *)
Definition normal_density (x : R) (eta : nat -> R) : R :=
  1 / sqrt (2 * PI)
    * exp (sum (range 1 2) (fun i => eta i * normal_statistic x i) - normal_log_normalizer eta).

Definition normal_density_has_value (x : R) (eta : nat -> R) : Prop :=
  0 <= 2 * PI /\
  sqrt (2 * PI) <> 0 /\
  normal_log_normalizer_has_value eta.

(* theory/log-normalizer.md#normal-density-form
   p_{\text{normal}}(x; \eta) = \frac{1}{\sqrt{2 \pi v}} \exp\left[-\frac{(x - m)^2}{2 v}\right]
   \qquad x \in \mathbb{R},\; m \in \mathbb{R},\; v \in \mathbb{R}_{>0},\; \eta := \left(\frac{m}{v}, -\frac{1}{2 v}\right) *)
Definition normal_density_form : Prop :=
  forall x : R,
  forall m : R,
  forall v : R, v > 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> v <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * v <> 0)) /\
  (fun i => if (i <=? 1)%nat then m / v else - (1 / (2 * v))) 2%nat < 0 /\
  normal_density_has_value x (fun i => if (i <=? 1)%nat then m / v else - (1 / (2 * v))) /\
  0 <= 2 * PI * v /\
  sqrt (2 * PI * v) <> 0 /\
  2 * v <> 0 /\
  normal_density x (fun i => if (i <=? 1)%nat then m / v else - (1 / (2 * v)))
    = 1 / sqrt (2 * PI * v) * exp (- ((x - m) ^ 2 / (2 * v))).

(* theory/log-normalizer.md#poisson-normalization
   \sum_{x=0}^{\infty} p_{\text{Poisson}}(x; \eta) = 1
   \qquad \eta \in (-\infty, 4] *)
Definition poisson_normalization : Prop :=
  forall eta : R, eta <= 4 ->
  (forall x : nat, poisson_density_has_value x eta) /\
  ex_series (fun x => poisson_density x eta) /\
  Series (fun x => poisson_density x eta) = 1.

(* theory/mean.md#mean-from-log-normalizer
   \begin{aligned}
   \nabla A(\eta)
   &= \nabla_\eta \log \sum_{x \in \mathcal{X}} h(x) \exp\left[\eta^\top t(x)\right] \\
   &= \frac{\nabla_\eta \sum_{x \in \mathcal{X}} h(x) \exp\left[\eta^\top t(x)\right]}{\sum_{y \in \mathcal{X}} h(y) \exp\left[\eta^\top t(y)\right]} \\
   &= \frac{\sum_{x \in \mathcal{X}} \nabla_\eta h(x) \exp\left[\eta^\top t(x)\right]}{\sum_{y \in \mathcal{X}} h(y) \exp\left[\eta^\top t(y)\right]} \\
   &= \frac{\sum_{x \in \mathcal{X}} t(x) \, h(x) \exp\left[\eta^\top t(x)\right]}{\sum_{y \in \mathcal{X}} h(y) \exp\left[\eta^\top t(y)\right]} \\
   &= \sum_{x \in \mathcal{X}} t(x) \, p(x; \eta) \\
   &= \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[t(x)\right]
   \end{aligned} *)
Definition mean_from_log_normalizer : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    locally (eta i)
    (fun u => 0
    < sum (range 1 n)
    (fun x => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2))))) /\
  (forall i, In i (range 1 d) ->
    ex_derive
    (fun u =>
    ln
    (sum (range 1 n)
    (fun x => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2))))) (eta i)) /\
  sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i))) <> 0 /\
  (forall i, In i (range 1 d) ->
    ex_derive
    (fun u =>
    sum (range 1 n)
    (fun x => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2)))) (eta i)) /\
  (forall i, In i (range 1 d) ->
    (forall x, In x (range 1 n) ->
    ex_derive (fun u => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2)))
    (eta i))) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  (forall i, In i (range 1 d) ->
    is_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)
    (Derive
    (fun u =>
    ln
    (sum (range 1 n)
    (fun x => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2))))) (eta i)))
    /\
  (forall i, In i (range 1 d) ->
    is_derive
    (fun u =>
    ln
    (sum (range 1 n)
    (fun x => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2))))) (eta i)
    (Derive
    (fun u =>
    sum (range 1 n)
    (fun x => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2)))) (eta i)
    / sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i))))) /\
  (forall i, In i (range 1 d) ->
    Derive
    (fun u =>
    sum (range 1 n)
    (fun x => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2)))) (eta i)
    / sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i)))
    = sum (range 1 n)
    (fun x =>
    Derive (fun u => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2)))
    (eta i)) / sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i)))) /\
  (forall i, In i (range 1 d) ->
    sum (range 1 n)
    (fun x =>
    Derive (fun u => h x * exp (sum (range 1 d) (fun i_2 => update eta i u i_2 * t x i_2)))
    (eta i)) / sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i)))
    = sum (range 1 n)
    (fun x => t x i * h x * exp (sum (range 1 d) (fun i_2 => eta i_2 * t x i_2)))
    / sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i)))) /\
  (forall i, In i (range 1 d) ->
    sum (range 1 n) (fun x => t x i * h x * exp (sum (range 1 d) (fun i_2 => eta i_2 * t x i_2)))
    / sum (range 1 n) (fun y => h y * exp (sum (range 1 d) (fun i => eta i * t y i)))
    = sum (range 1 n) (fun x => t x i * finite_density n d h t x eta)) /\
  (forall i, In i (range 1 d) -> sum (range 1 n) (fun x => t x i * finite_density n d h t x eta)
    = sum (range 1 n) (fun x => finite_density n d h t x eta * t x i)).

(* theory/mean.md#slope-is-mean
   \left. \frac{\mathrm{d}}{\mathrm{d}s} A(\eta + s v) \right|_{s = 0} = \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[v^\top t(x)\right]
   \qquad v \in \mathbb{R}^d *)
Definition slope_is_mean : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall v : nat -> R,
  locally 0 (fun u => finite_log_normalizer_has_value n d h t (fun i => eta i + u * v i)) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  is_derive (fun u => finite_log_normalizer n d h t (fun i => eta i + u * v i)) 0
    (sum (range 1 n)
    (fun x => finite_density n d h t x eta * sum (range 1 d) (fun i => v i * t x i))).

(* theory/mean.md#normal-mean-parameter
   \nabla A_{\text{normal}}(\eta) = (m, m^2 + v)
   \qquad m \in \mathbb{R},\; v \in \mathbb{R}_{>0},\; \eta := \left(\frac{m}{v}, -\frac{1}{2 v}\right) *)
Definition normal_mean_parameter : Prop :=
  forall m : R,
  forall v : R, v > 0 ->
  (forall i, In i (range 1 2) -> ((i <= 1)%nat -> v <> 0)) /\
  (forall i, In i (range 1 2) -> ((1 < i)%nat -> 2 * v <> 0)) /\
  (forall i_2, In i_2 (range 1 2) -> ((i_2 <= 1)%nat -> v <> 0)) /\
  (forall i_2, In i_2 (range 1 2) -> ((1 < i_2)%nat -> 2 * v <> 0)) /\
  (forall i, In i (range 1 2) ->
    locally (if (i <=? 1)%nat then m / v else - (1 / (2 * v)))
    (fun u =>
    normal_log_normalizer_has_value
    (update (fun i_2 => if (i_2 <=? 1)%nat then m / v else - (1 / (2 * v))) i u))) /\
  (forall i, In i (range 1 2) ->
    is_derive
    (fun u =>
    normal_log_normalizer
    (update (fun i_2 => if (i_2 <=? 1)%nat then m / v else - (1 / (2 * v))) i u))
    (if (i <=? 1)%nat then m / v else - (1 / (2 * v))) (if (i <=? 1)%nat then m else m ^ 2 + v)).

(* theory/mean.md#exponential-mean-from-log-normalizer
   \frac{\partial}{\partial \eta} A_{\text{exponential}}(\eta) = \int_0^\infty x \exp\left[\eta x - A_{\text{exponential}}(\eta)\right] \, \mathrm{d}x = -\frac{1}{\eta}
   \qquad \eta \in \left[-16, -\tfrac{1}{16}\right] *)
Definition exponential_mean_from_log_normalizer : Prop :=
  forall eta : R, - 16 <= eta <= - (1 / 16) ->
  locally eta (fun u => u < 0) /\
  locally eta (fun u => waiting_time_log_normalizer_has_value u) /\
  (forall x : R, 0 < x -> eta < 0) /\
  (forall x : R, 0 < x -> waiting_time_log_normalizer_has_value eta) /\
  ex_RInt_gen (fun x => x * exp (eta * x - waiting_time_log_normalizer eta)) (at_point 0)
    (Rbar_locally p_infty) /\
  eta <> 0 /\
  is_derive (fun u => waiting_time_log_normalizer u) eta
    (RInt_gen (fun x => x * exp (eta * x - waiting_time_log_normalizer eta)) (at_point 0)
    (Rbar_locally p_infty)) /\
  RInt_gen (fun x => x * exp (eta * x - waiting_time_log_normalizer eta)) (at_point 0)
    (Rbar_locally p_infty) = - (1 / eta).

(* theory/mean.md#poisson-mean-from-log-normalizer
   \frac{\partial}{\partial \eta} A_{\text{Poisson}}(\eta) = \mathbb{E}_{x \sim p_{\text{Poisson}}(\cdot;\, \eta)}\left[x\right] = e^\eta
   \qquad \eta \in [-8, 4] *)
Definition poisson_mean_from_log_normalizer : Prop :=
  forall eta : R, - 8 <= eta <= 4 ->
  (forall x : nat, poisson_density_has_value x eta) /\
  (forall x : nat, 0 <= poisson_density x eta) /\
  is_series (fun x => poisson_density x eta) 1 /\
  ex_series (fun x => poisson_density x eta * INR x) /\
  is_derive (fun u => poisson_log_normalizer u) eta
    (Series (fun x => poisson_density x eta * INR x)) /\
  Series (fun x => poisson_density x eta * INR x) = exp eta.

(* theory/mean.md#score-of-outcome
   u(x; \eta) := \nabla_\eta \log p(x; \eta) *)
Definition score_of_outcome (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R) (x : nat)
  (eta : nat -> R) (i : nat) : R :=
  Derive (fun u => ln (finite_density n d h t x (update eta i u))) (eta i).

Definition score_of_outcome_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (x : nat) (eta : nat -> R) : Prop :=
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_density_has_value n d h t x (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => 0 < finite_density n d h t x (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => ln (finite_density n d h t x (update eta i u))) (eta i)).

(* theory/mean.md#score-is-deviation
   u(x; \eta) = t(x) - \nabla A(\eta) = t(x) - \mathbb{E}_{y \sim p(\cdot;\, \eta)}\left[t(y)\right] *)
Definition score_is_deviation : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  score_of_outcome_has_value n d h t x eta /\
  (forall i, In i (range 1 d) ->
    locally (eta i) (fun u => finite_log_normalizer_has_value n d h t (update eta i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)) /\
  (forall y, In y (range 1 n) -> finite_density_has_value n d h t y eta) /\
  is_distribution (range 1 n) (fun y => finite_density n d h t y eta) /\
  (forall i, In i (range 1 d) -> score_of_outcome n d h t x eta i
    = t x i - Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)) /\
  (forall i, In i (range 1 d) ->
    t x i - Derive (fun u => finite_log_normalizer n d h t (update eta i u)) (eta i)
    = t x i - sum (range 1 n) (fun y => finite_density n d h t y eta * t y i)).

(* theory/mean.md#score-has-mean-zero
   \begin{aligned}
   \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[u(x; \eta)\right]
   &= \sum_{x \in \mathcal{X}} p(x; \eta) \, u(x; \eta) \\
   &= \sum_{x \in \mathcal{X}} \nabla_\eta \, p(x; \eta) \\
   &= \nabla_\eta \sum_{x \in \mathcal{X}} p(x; \eta) \\
   &= \mathbf{0}
   \end{aligned} *)
Definition score_has_mean_zero : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  (forall x, In x (range 1 n) -> score_of_outcome_has_value n d h t x eta) /\
  (forall i, In i (range 1 d) ->
    (forall x, In x (range 1 n) ->
    locally (eta i) (fun u => finite_density_has_value n d h t x (update eta i u)))) /\
  (forall i, In i (range 1 d) ->
    (forall x, In x (range 1 n) ->
    ex_derive (fun u => finite_density n d h t x (update eta i u)) (eta i))) /\
  (forall i, In i (range 1 d) ->
    locally (eta i)
    (fun u =>
    (forall x, In x (range 1 n) -> finite_density_has_value n d h t x (update eta i u)))) /\
  (forall i, In i (range 1 d) ->
    sum (range 1 n) (fun x => finite_density n d h t x eta * score_of_outcome n d h t x eta i)
    = sum (range 1 n) (fun x => finite_density n d h t x eta * score_of_outcome n d h t x eta i))
    /\
  (forall i, In i (range 1 d) ->
    sum (range 1 n) (fun x => finite_density n d h t x eta * score_of_outcome n d h t x eta i)
    = sum (range 1 n)
    (fun x => Derive (fun u => finite_density n d h t x (update eta i u)) (eta i))) /\
  (forall i, In i (range 1 d) ->
    is_derive (fun u => sum (range 1 n) (fun x => finite_density n d h t x (update eta i u)))
    (eta i)
    (sum (range 1 n)
    (fun x => Derive (fun u => finite_density n d h t x (update eta i u)) (eta i)))) /\
  (forall i, In i (range 1 d) ->
    is_derive (fun u => sum (range 1 n) (fun x => finite_density n d h t x (update eta i u)))
    (eta i) (zero_parameter d i)).

(* theory/mean.md#uniform-normalization
   \int_0^\theta \frac{1}{\theta} \, \mathrm{d}x = 1
   \qquad \theta \in \mathbb{R}_{>0} *)
Definition uniform_normalization : Prop :=
  forall theta : R, theta > 0 ->
  0 <= theta /\
  (forall x : R, 0 < x -> x < theta -> theta <> 0) /\
  ex_RInt (fun x => 1 / theta) 0 theta /\
  RInt (fun x => 1 / theta) 0 theta = 1.

(* theory/mean.md#uniform-slope-under-integral
   \int_0^\theta \left( \frac{\partial}{\partial \theta} \frac{1}{\theta} \right) \mathrm{d}x = -\frac{1}{\theta}
   \qquad \theta \in \mathbb{R}_{>0} *)
Definition uniform_slope_under_integral : Prop :=
  forall theta : R, theta > 0 ->
  0 <= theta /\
  (forall x : R, 0 < x -> x < theta -> locally theta (fun u => u <> 0)) /\
  (forall x : R, 0 < x -> x < theta -> ex_derive (fun u => 1 / u) theta) /\
  ex_RInt (fun x => Derive (fun u => 1 / u) theta) 0 theta /\
  theta <> 0 /\
  RInt (fun x => Derive (fun u => 1 / u) theta) 0 theta = - (1 / theta).

(* theory/mean.md#score-keeps-total
   \mathbb{E}_{x \sim p(\cdot;\, \eta)}\left[1 + v^\top u(x; \eta)\right] = 1
   \qquad v \in \mathbb{R}^d *)
Definition score_keeps_total : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall v : nat -> R,
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x eta) /\
  (forall x, In x (range 1 n) -> score_of_outcome_has_value n d h t x eta) /\
  sum (range 1 n)
    (fun x =>
    finite_density n d h t x eta
    * (1 + sum (range 1 d) (fun i => v i * score_of_outcome n d h t x eta i))) = 1.

(* theory/mean.md#mean-by-another-parameter
   \frac{\mathrm{d}}{\mathrm{d}\theta} A(w(\theta))
   = w'(\theta)^\top \nabla A(w(\theta))
   = \mathbb{E}_{x \sim p(\cdot;\, w(\theta))}\left[w'(\theta)^\top t(x)\right]
   \qquad \theta \in \mathbb{R},\; w \in C^\infty(\mathbb{R}, \mathbb{R}^d) *)
Definition mean_by_another_parameter : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall theta : R,
  forall w : R -> nat ->
    R, (forall i, In i (range 1 d) -> forall m x, ex_derive_n (fun u => w u i) m x) ->
  locally theta (fun u => finite_log_normalizer_has_value n d h t (w u)) /\
  (forall i, In i (range 1 d) -> ex_derive (fun u => w u i) theta) /\
  (forall i, In i (range 1 d) ->
    locally (w theta i)
    (fun u => finite_log_normalizer_has_value n d h t (update (w theta) i u))) /\
  (forall i, In i (range 1 d) ->
    ex_derive (fun u => finite_log_normalizer n d h t (update (w theta) i u)) (w theta i)) /\
  (forall x, In x (range 1 n) -> finite_density_has_value n d h t x (w theta)) /\
  is_distribution (range 1 n) (fun x => finite_density n d h t x (w theta)) /\
  is_derive (fun u => finite_log_normalizer n d h t (w u)) theta
    (sum (range 1 d)
    (fun i =>
    Derive (fun u => w u i) theta
    * Derive (fun u => finite_log_normalizer n d h t (update (w theta) i u)) (w theta i))) /\
  sum (range 1 d)
    (fun i =>
    Derive (fun u => w u i) theta
    * Derive (fun u => finite_log_normalizer n d h t (update (w theta) i u)) (w theta i))
    = sum (range 1 n)
    (fun x =>
    finite_density n d h t x (w theta)
    * sum (range 1 d) (fun i => Derive (fun u => w u i) theta * t x i)).

(* theory/mean.md#normalizing-factor
   c^*(\eta) := \frac{1}{\sum_{x \in \mathcal{X}} h(x) \exp\left(\sum_{i=1}^{d} \eta_i \, t_i(x)\right)} *)
Definition normalizing_factor (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) : R :=
  1 / sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta i * t x i))).

Definition normalizing_factor_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) : Prop :=
  sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta i * t x i))) <> 0.

(* theory/mean.md#casella-berger-form
   f(x \mid \eta) := h(x) \, c^*(\eta) \exp\left(\sum_{i=1}^{d} \eta_i \, t_i(x)\right) *)
Definition casella_berger_form (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R) (x : nat)
  (eta : nat -> R) : R :=
  h x * normalizing_factor n d h t eta * exp (sum (range 1 d) (fun i => eta i * t x i)).

Definition casella_berger_form_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (x : nat) (eta : nat -> R) : Prop :=
  normalizing_factor_has_value n d h t eta.

(* theory/mean.md#factor-is-log-normalizer
   \begin{aligned}
   \log c^*(\eta) &= -A(\eta) \\
   f(x \mid \eta) &= p(x; \eta)
   \end{aligned} *)
Definition factor_is_log_normalizer : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x_2, In x_2 (range 1 n) -> h x_2 > 0) ->
  forall t : nat -> nat -> R,
  forall x : nat, In x (range 1 n) ->
  forall eta : nat -> R,
  normalizing_factor_has_value n d h t eta /\
  0 < normalizing_factor n d h t eta /\
  finite_log_normalizer_has_value n d h t eta /\
  casella_berger_form_has_value n d h t x eta /\
  finite_density_has_value n d h t x eta /\
  ln (normalizing_factor n d h t eta) = - finite_log_normalizer n d h t eta /\
  casella_berger_form n d h t x eta = finite_density n d h t x eta.

(* theory/mean.md#casella-berger-part-a
   \begin{aligned}
   \mathbb{E}_{x \sim f(\cdot \mid \eta)}\left[t_j(x)\right] &= -\frac{\partial}{\partial \eta_j} \log c^*(\eta) \\
   \operatorname{Var}_{x \sim f(\cdot \mid \eta)}\left[t_j(x)\right] &= -\frac{\partial^2}{\partial \eta_j^2} \log c^*(\eta)
   \end{aligned}
   \qquad j \in \{1, \ldots, d\} *)
Definition casella_berger_part_a : Prop :=
  forall n : nat, (1 <= n)%nat ->
  forall d : nat, (1 <= d)%nat ->
  forall h : nat -> R, (forall x, In x (range 1 n) -> h x > 0) ->
  forall t : nat -> nat -> R,
  forall eta : nat -> R,
  forall j : nat, In j (range 1 d) ->
  (forall x, In x (range 1 n) -> casella_berger_form_has_value n d h t x eta) /\
  is_distribution (range 1 n) (fun x => casella_berger_form n d h t x eta) /\
  locally (eta j) (fun u => normalizing_factor_has_value n d h t (update eta j u)) /\
  locally (eta j) (fun u => 0 < normalizing_factor n d h t (update eta j u)) /\
  ex_derive (fun u => ln (normalizing_factor n d h t (update eta j u))) (eta j) /\
  locally (eta j)
    (fun u => locally u (fun u_2 => normalizing_factor_has_value n d h t (update eta j u_2))) /\
  locally (eta j)
    (fun u => locally u (fun u_2 => 0 < normalizing_factor n d h t (update eta j u_2))) /\
  locally (eta j)
    (fun u => ex_derive (fun u_2 => ln (normalizing_factor n d h t (update eta j u_2))) u) /\
  ex_derive (fun u => Derive (fun u_2 => ln (normalizing_factor n d h t (update eta j u_2))) u)
    (eta j) /\
  sum (range 1 n) (fun x => casella_berger_form n d h t x eta * t x j)
    = - Derive (fun u => ln (normalizing_factor n d h t (update eta j u))) (eta j) /\
  sum (range 1 n)
    (fun x =>
    casella_berger_form n d h t x eta
    *
    ((t x j - sum (range 1 n) (fun x => casella_berger_form n d h t x eta * t x j))
    * (t x j - sum (range 1 n) (fun x => casella_berger_form n d h t x eta * t x j))))
    =
    - Derive (fun u => Derive (fun u_2 => ln (normalizing_factor n d h t (update eta j u_2))) u)
    (eta j).

(* theory/softmax.md#softmax-odds
   \frac{\operatorname{softmax}(\eta)_i}{\operatorname{softmax}(\eta)_j} = e^{\eta_i - \eta_j}
   \qquad \eta \in \mathbb{R}^k,\; i \in \{1, \ldots, k\},\; j \in \{1, \ldots, k\} *)
Definition softmax_odds : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  forall j : nat, In j (range 1 k) ->
  softmax_has_value k eta /\
  softmax k eta j <> 0 /\
  softmax k eta i / softmax k eta j = exp (eta i - eta j).

(* theory/softmax.md#softmax-odds-multiply
   \frac{\operatorname{softmax}(\eta)_i}{\operatorname{softmax}(\eta)_j} \cdot \frac{\operatorname{softmax}(\eta)_j}{\operatorname{softmax}(\eta)_l} = \frac{\operatorname{softmax}(\eta)_i}{\operatorname{softmax}(\eta)_l}
   \qquad \eta \in \mathbb{R}^k,\; i, j, l \in \{1, \ldots, k\} *)
Definition softmax_odds_multiply : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  forall j : nat, In j (range 1 k) ->
  forall l : nat, In l (range 1 k) ->
  softmax_has_value k eta /\
  softmax k eta j <> 0 /\
  softmax k eta l <> 0 /\
  softmax k eta i / softmax k eta j * (softmax k eta j / softmax k eta l)
    = softmax k eta i / softmax k eta l.

(* theory/softmax.md#softmax-cold
   \operatorname{softmax}\left(\tfrac{1}{T} \eta\right)_i \le \exp\left[-\frac{m - \eta_i}{T}\right]
   \qquad \eta \in \mathbb{R}^k,\; i \in \{1, \ldots, k\},\; m := \max(\eta_1, \ldots, \eta_k) *)
Definition softmax_cold : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall T : R, T > 0 ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  T <> 0 /\
  softmax_has_value k (fun i_2 => 1 / T * eta i_2) /\
  softmax k (fun i_2 => 1 / T * eta i_2) i
    <= exp (- ((maximum (range 1 k) (fun i_2 => eta i_2) - eta i) / T)).

(* theory/softmax.md#log-sum-exp-cold
   m \le T A\left(\tfrac{1}{T} \eta\right) \le m + T \log k
   \qquad \eta \in \mathbb{R}^k,\; m := \max(\eta_1, \ldots, \eta_k) *)
Definition log_sum_exp_cold : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall T : R, T > 0 ->
  forall eta : nat -> R,
  T <> 0 /\
  log_sum_exp_has_value k (fun i => 1 / T * eta i) /\
  0 < INR k /\
  maximum (range 1 k) (fun i => eta i) <= T * log_sum_exp k (fun i => 1 / T * eta i) /\
  T * log_sum_exp k (fun i => 1 / T * eta i)
    <= maximum (range 1 k) (fun i => eta i) + T * ln (INR k).

(* theory/softmax.md#softmax-hot
   \frac{1}{k} \exp\left[-\frac{r}{T}\right] \le \operatorname{softmax}\left(\tfrac{1}{T} \eta\right)_i \le \frac{1}{k} \exp\left[\frac{r}{T}\right]
   \qquad \eta \in \mathbb{R}^k,\; i \in \{1, \ldots, k\},\; r := \max(\eta_1, \ldots, \eta_k) - \min(\eta_1, \ldots, \eta_k) *)
Definition softmax_hot : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall T : R, T > 0 ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  INR k <> 0 /\
  T <> 0 /\
  softmax_has_value k (fun i_2 => 1 / T * eta i_2) /\
  1 / INR k
    * exp
    (-
    ((maximum (range 1 k) (fun i_2 => eta i_2) - minimum (range 1 k) (fun i_2 => eta i_2)) / T))
    <= softmax k (fun i_2 => 1 / T * eta i_2) i /\
  softmax k (fun i_2 => 1 / T * eta i_2) i
    <= 1 / INR k
    * exp
    ((maximum (range 1 k) (fun i_2 => eta i_2) - minimum (range 1 k) (fun i_2 => eta i_2)) / T).

(* theory/softmax.md#log-sum-exp-hot
   0 \le T A\left(\tfrac{1}{T} \eta\right) - T \log k - \frac{1}{k} \sum_{j=1}^{k} \eta_j \le \frac{r^2}{8 T}
   \qquad \eta \in \mathbb{R}^k,\; r := \max(\eta_1, \ldots, \eta_k) - \min(\eta_1, \ldots, \eta_k) *)
Definition log_sum_exp_hot : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall T : R, T > 0 ->
  forall eta : nat -> R,
  T <> 0 /\
  log_sum_exp_has_value k (fun i => 1 / T * eta i) /\
  0 < INR k /\
  INR k <> 0 /\
  8 * T <> 0 /\
  0 <= T * log_sum_exp k (fun i => 1 / T * eta i) - T * ln (INR k) - 1 / INR k
    * sum (range 1 k) (fun j => eta j) /\
  T * log_sum_exp k (fun i => 1 / T * eta i) - T * ln (INR k) - 1 / INR k
    * sum (range 1 k) (fun j => eta j)
    <= (maximum (range 1 k) (fun i => eta i) - minimum (range 1 k) (fun i => eta i)) ^ 2
    / (8 * T).

(* theory/softmax.md#entropy-is-slope-in-temperature
   \frac{\partial}{\partial T} \left(T A\left(\tfrac{1}{T} \eta\right)\right) = -\sum_{i=1}^{k} p_i \log p_i
   \qquad \eta \in \mathbb{R}^k,\; p := \operatorname{softmax}\left(\tfrac{1}{T} \eta\right) *)
Definition entropy_is_slope_in_temperature : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall T : R, T > 0 ->
  forall eta : nat -> R,
  locally T (fun u => u <> 0) /\
  locally T (fun u => log_sum_exp_has_value k (fun i => 1 / u * eta i)) /\
  T <> 0 /\
  softmax_has_value k (fun i_2 => 1 / T * eta i_2) /\
  (forall i, In i (range 1 k) -> 0 < softmax k (fun i_2 => 1 / T * eta i_2) i) /\
  is_derive (fun u => u * log_sum_exp k (fun i => 1 / u * eta i)) T
    (- sum (range 1 k)
    (fun i =>
    softmax k (fun i_2 => 1 / T * eta i_2) i * ln (softmax k (fun i_2 => 1 / T * eta i_2) i))).

(* theory/softmax.md#log-softmax
   \operatorname{logsoftmax}(\eta) := \eta - A(\eta) \, \mathbf{1}
   \qquad \eta \in \mathbb{R}^k *)
Definition log_softmax (k : nat) (eta : nat -> R) (i : nat) : R :=
  eta i - log_sum_exp k eta * ones k i.

Definition log_softmax_has_value (k : nat) (eta : nat -> R) : Prop :=
  log_sum_exp_has_value k eta.

(* theory/softmax.md#log-softmax-is-log-of-softmax
   \operatorname{logsoftmax}(\eta)_i = \log \operatorname{softmax}(\eta)_i
   \qquad \eta \in \mathbb{R}^k,\; i \in \{1, \ldots, k\} *)
Definition log_softmax_is_log_of_softmax : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  log_softmax_has_value k eta /\
  softmax_has_value k eta /\
  0 < softmax k eta i /\
  log_softmax k eta i = ln (softmax k eta i).

(* theory/softmax.md#log-softmax-twice
   \begin{aligned}
   A(\operatorname{logsoftmax}(\eta)) &= 0 \\
   \operatorname{logsoftmax}(\operatorname{logsoftmax}(\eta)) &= \operatorname{logsoftmax}(\eta)
   \end{aligned}
   \qquad \eta \in \mathbb{R}^k *)
Definition log_softmax_twice : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  log_softmax_has_value k eta /\
  log_sum_exp_has_value k (log_softmax k eta) /\
  log_softmax_has_value k (log_softmax k eta) /\
  log_sum_exp k (log_softmax k eta) = 0 /\
  (forall i, In i (range 1 k) -> log_softmax k (log_softmax k eta) i = log_softmax k eta i).

(* theory/softmax.md#log-softmax-slopes
   \frac{\partial}{\partial \eta_j} \operatorname{logsoftmax}(\eta)_i = \mathbb{1}\{i = j\} - \operatorname{softmax}(\eta)_j
   \qquad \eta \in \mathbb{R}^k,\; i \in \{1, \ldots, k\},\; j \in \{1, \ldots, k\} *)
Definition log_softmax_slopes : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  forall j : nat, In j (range 1 k) ->
  locally (eta j) (fun u => log_softmax_has_value k (update eta j u)) /\
  softmax_has_value k eta /\
  is_derive (fun u => log_softmax k (update eta j u) i) (eta j)
    ((if (i =? j)%nat then 1 else 0) - softmax k eta j).

(* theory/softmax.md#gumbel-all-below
   \prod_{j=1}^{k} \exp\left[-e^{-(u + \eta_i - \eta_j)}\right] = \exp\left[-\frac{e^{-u}}{\operatorname{softmax}(\eta)_i}\right]
   \qquad \eta \in \mathbb{R}^k,\; i \in \{1, \ldots, k\},\; u \in \mathbb{R} *)
Definition gumbel_all_below : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  forall u : R,
  softmax_has_value k eta /\
  softmax k eta i <> 0 /\
  product (range 1 k) (fun j => exp (- exp (- (u + eta i - eta j))))
    = exp (- (exp (- u) / softmax k eta i)).

(* theory/softmax.md#gumbel-max
   \int_{-\infty}^{\infty} e^{-u} \exp\left[-\frac{e^{-u}}{q}\right] \, \mathrm{d}u
   = \int_{0}^{\infty} \exp\left[-\frac{v}{q}\right] \, \mathrm{d}v
   = q
   \qquad \eta \in [-8, 8]^k,\; q := \operatorname{softmax}(\eta)_1 *)
Definition gumbel_max : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R, (forall i, In i (range 1 k) -> - 8 <= eta i <= 8) ->
  (forall u : R, softmax_has_value k eta) /\
  (forall u : R, softmax k eta 1%nat <> 0) /\
  ex_RInt_gen (fun u => exp (- u) * exp (- (exp (- u) / softmax k eta 1%nat)))
    (Rbar_locally m_infty) (Rbar_locally p_infty) /\
  (forall v : R, 0 < v -> softmax_has_value k eta) /\
  (forall v : R, 0 < v -> softmax k eta 1%nat <> 0) /\
  ex_RInt_gen (fun v => exp (- (v / softmax k eta 1%nat))) (at_point 0) (Rbar_locally p_infty) /\
  softmax_has_value k eta /\
  RInt_gen (fun u => exp (- u) * exp (- (exp (- u) / softmax k eta 1%nat)))
    (Rbar_locally m_infty) (Rbar_locally p_infty)
    = RInt_gen (fun v => exp (- (v / softmax k eta 1%nat))) (at_point 0) (Rbar_locally p_infty) /\
  RInt_gen (fun v => exp (- (v / softmax k eta 1%nat))) (at_point 0) (Rbar_locally p_infty)
    = softmax k eta 1%nat.

(* theory/softmax.md#gumbel-maximum
   \prod_{j=1}^{k} \exp\left[-e^{-(u - \eta_j)}\right] = \exp\left[-e^{-(u - A(\eta))}\right]
   \qquad \eta \in \mathbb{R}^k,\; u \in \mathbb{R} *)
Definition gumbel_maximum : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall u : R,
  log_sum_exp_has_value k eta /\
  product (range 1 k) (fun j => exp (- exp (- (u - eta j))))
    = exp (- exp (- (u - log_sum_exp k eta))).

(* theory/softmax.md#sigmoid
   \sigma(z) := \frac{1}{1 + e^{-z}}
   \qquad z \in \mathbb{R} *)
Definition sigmoid (z : R) : R :=
  1 / (1 + exp (- z)).

Definition sigmoid_has_value (z : R) : Prop :=
  1 + exp (- z) <> 0.

(* theory/softmax.md#softmax-of-two
   \operatorname{softmax}(a) = (\sigma(z - y), \sigma(y - z))
   \qquad z \in \mathbb{R},\; y \in \mathbb{R},\; k = 2,\; a := (z, y) *)
Definition softmax_of_two : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall z : R,
  forall y : R,
  INR k = 2 ->
  softmax_has_value k (fun i => if (i <=? 1)%nat then z else y) /\
  (forall i, In i (range 1 k) -> ((i <= 1)%nat -> sigmoid_has_value (z - y))) /\
  (forall i, In i (range 1 k) -> ((1 < i)%nat -> sigmoid_has_value (y - z))) /\
  (forall i, In i (range 1 k) -> softmax k (fun i => if (i <=? 1)%nat then z else y) i
    = (if (i <=? 1)%nat then sigmoid (z - y) else sigmoid (y - z))).

(* theory/softmax.md#sigmoid-symmetry
   \begin{aligned}
   \sigma(z) &= \frac{1}{2} \left(1 + \tanh\left(\tfrac{z}{2}\right)\right) \\
   \sigma(z) + \sigma(-z) &= 1
   \end{aligned}
   \qquad z \in \mathbb{R} *)
Definition sigmoid_symmetry : Prop :=
  forall z : R,
  sigmoid_has_value z /\
  sigmoid_has_value (- z) /\
  sigmoid z = 1 / 2 * (1 + tanh (z / 2)) /\
  sigmoid z + sigmoid (- z) = 1.

(* theory/softmax.md#softplus-slope
   \frac{\partial}{\partial z} \operatorname{softplus}(z) = \sigma(z)
   \qquad z \in \mathbb{R} *)
Definition softplus_slope : Prop :=
  forall z : R,
  locally z (fun u => softplus_has_value u) /\
  sigmoid_has_value z /\
  is_derive (fun u => softplus u) z (sigmoid z).

(* theory/softmax.md#logit
   \operatorname{logit}(q) := \log \frac{q}{1 - q}
   \qquad q \in (0, 1) *)
Definition logit (q : R) : R :=
  ln (q / (1 - q)).

Definition logit_has_value (q : R) : Prop :=
  1 - q <> 0 /\
  0 < q / (1 - q).

(* theory/softmax.md#logit-inverts-sigmoid
   \operatorname{logit}(\sigma(z)) = z
   \qquad z \in \mathbb{R} *)
Definition logit_inverts_sigmoid : Prop :=
  forall z : R,
  sigmoid_has_value z /\
  0 < (sigmoid z) < 1 /\
  logit_has_value (sigmoid z) /\
  logit (sigmoid z) = z.

(* theory/softmax.md#log-sum-exp-of-parts
   A(\eta) = \log\left(e^a + e^b\right)
   \qquad \eta \in \mathbb{R}^k,\; r \in \{1, \ldots, k - 1\},\; a := \log \sum_{j=1}^{r} e^{\eta_j},\; b := \log \sum_{j=r+1}^{k} e^{\eta_j} *)
Definition log_sum_exp_of_parts : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall r : nat, In r (range 1 (k - 1)) ->
  log_sum_exp_has_value k eta /\
  0 < sum (range 1 r) (fun j => exp (eta j)) /\
  0 < sum (range (r + 1) k) (fun j => exp (eta j)) /\
  0 < exp (ln (sum (range 1 r) (fun j => exp (eta j))))
    + exp (ln (sum (range (r + 1) k) (fun j => exp (eta j)))) /\
  log_sum_exp k eta
    = ln
    (exp (ln (sum (range 1 r) (fun j => exp (eta j))))
    + exp (ln (sum (range (r + 1) k) (fun j => exp (eta j))))).

(* theory/softmax.md#softmax-chain-rule
   \operatorname{softmax}(\eta)_i = \sigma(a - b) \frac{e^{\eta_i}}{\sum_{j=1}^{r} e^{\eta_j}}
   \qquad \eta \in \mathbb{R}^k,\; r \in \{1, \ldots, k - 1\},\; i \in \{1, \ldots, r\},\; a := \log \sum_{j=1}^{r} e^{\eta_j},\; b := \log \sum_{j=r+1}^{k} e^{\eta_j} *)
Definition softmax_chain_rule : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall r : nat, In r (range 1 (k - 1)) ->
  forall i : nat, In i (range 1 r) ->
  softmax_has_value k eta /\
  0 < sum (range 1 r) (fun j => exp (eta j)) /\
  0 < sum (range (r + 1) k) (fun j => exp (eta j)) /\
  sigmoid_has_value
    (ln (sum (range 1 r) (fun j => exp (eta j)))
    - ln (sum (range (r + 1) k) (fun j => exp (eta j)))) /\
  sum (range 1 r) (fun j => exp (eta j)) <> 0 /\
  softmax k eta i
    = sigmoid
    (ln (sum (range 1 r) (fun j => exp (eta j)))
    - ln (sum (range (r + 1) k) (fun j => exp (eta j))))
    * (exp (eta i) / sum (range 1 r) (fun j => exp (eta j))).

(* theory/softmax.md#softmax-permutation
   \begin{aligned}
   A(\eta_{\pi(1)}, \ldots, \eta_{\pi(k)}) &= A(\eta) \\
   \operatorname{softmax}(\eta_{\pi(1)}, \ldots, \eta_{\pi(k)})_i &= \operatorname{softmax}(\eta)_{\pi(i)}
   \end{aligned}
   \qquad \eta \in \mathbb{R}^k,\; \pi \in S_k,\; i \in \{1, \ldots, k\} *)
Definition softmax_permutation : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall pi : nat -> nat, is_permutation k pi ->
  forall i : nat, In i (range 1 k) ->
  log_sum_exp_has_value k (fun i_2 => eta (pi i_2)) /\
  log_sum_exp_has_value k eta /\
  softmax_has_value k (fun i_2 => eta (pi i_2)) /\
  softmax_has_value k eta /\
  log_sum_exp k (fun i_2 => eta (pi i_2)) = log_sum_exp k eta /\
  softmax k (fun i_2 => eta (pi i_2)) i = softmax k eta (pi i).

(* theory/softmax.md#softmax-keeps-order
   \operatorname{softmax}(\eta)_i < \operatorname{softmax}(\eta)_j
   \qquad \eta \in \mathbb{R}^k,\; i \in \{1, \ldots, k\},\; j \in \{1, \ldots, k\},\; \eta_i < \eta_j *)
Definition softmax_keeps_order : Prop :=
  forall k : nat, (2 <= k)%nat ->
  forall eta : nat -> R,
  forall i : nat, In i (range 1 k) ->
  forall j : nat, In j (range 1 k) ->
  eta i < eta j ->
  softmax_has_value k eta /\
  softmax k eta i < softmax k eta j.

End statement.
