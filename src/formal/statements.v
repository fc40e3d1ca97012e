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

(* theory/log-normalizer.md#finite-log-normalizer
   A(\eta) := \log \sum_{x \in \mathcal{X}} h(x) \exp\left[\eta^\top t(x)\right] *)
Definition finite_log_normalizer (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (eta : nat -> R) : R :=
  ln (sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta i * t x i)))).

Definition finite_log_normalizer_has_value (n : nat) (d : nat) (h : nat -> R)
  (t : nat -> nat -> R) (eta : nat -> R) : Prop :=
  0 < sum (range 1 n) (fun x => h x * exp (sum (range 1 d) (fun i => eta i * t x i))).

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

(* theory/log-normalizer.md#finite-density
   p(x; \eta) := h(x) \exp\left[\eta^\top t(x) - A(\eta)\right] *)
Definition finite_density (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R) (x : nat)
  (eta : nat -> R) : R :=
  h x * exp (sum (range 1 d) (fun i => eta i * t x i) - finite_log_normalizer n d h t eta).

Definition finite_density_has_value (n : nat) (d : nat) (h : nat -> R) (t : nat -> nat -> R)
  (x : nat) (eta : nat -> R) : Prop :=
  finite_log_normalizer_has_value n d h t eta.

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
