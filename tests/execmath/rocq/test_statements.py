"""A display as a proposition of the prover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from execmath.language import ast as s
from execmath.rocq.statements import Formalizer, comment
from execmath.rocq.support import PARTS
from execmath.rocq.values import Natural, Refused

Read = Callable[..., str]

SUM = r"""
$$
S(v) := \sum_{j=1}^{k} v_j
\qquad v \in \mathbb{R}^k
\label{total}
$$
"""
VECTOR = r"""
$$
v \in \mathbb{R}^k
\label{vector}
$$
"""


def test_letters_are_quantified_over_their_sets(formal: Read) -> None:
    assert formal(r"v_i = v_i \qquad v \in \mathbb{R}^k,\; i \in \{1, \ldots, k\}") == (
        "  forall k : nat, (2 <= k)%nat ->\n"
        "  forall v : nat -> R,\n"
        "  forall i : nat, In i (range 1 k) ->\n"
        "  v i = v i")


def test_a_half_line_is_a_condition(formal: Read) -> None:
    assert formal(r"x > 0 \qquad x \in \mathbb{R}_{>0}") == "  forall x : R, x > 0 ->\n  x > 0"


@pytest.mark.parametrize("interval, condition", [
    ("[0, 1]", "0 <= x <= 1"),
    ("(0, 1)", "0 < x < 1"),
    (r"\left[-\frac{1}{2}, 3\right)", "- (1 / 2) <= x < 3"),
    (r"(-\infty, 4]", "x <= 4"),
    (r"(-4, \infty)", "- 4 < x"),
])
def test_an_interval_is_a_condition(interval: str, condition: str, formal: Read) -> None:
    text = formal(rf"x = x + 0 \qquad x \in {interval}")
    assert text == f"  forall x : R, {condition} ->\n  x = x + 0"


def test_a_box_is_a_condition_on_each_component(formal: Read) -> None:
    text = formal(r"v_1 \ge 0 \qquad v \in [0, 1]^k")
    assert "  forall v : nat -> R, (forall i, In i (range 1 k) -> 0 <= v i <= 1) ->\n" in text


def test_the_ends_of_an_interval_are_numbers(formal: Read) -> None:
    with pytest.raises(Refused, match="an interval with a letter in its ends"):
        formal(r"x \ge 0 \qquad k \in \{2, 3, \ldots\},\; x \in [0, k]")


def test_sums_and_products_keep_their_bounds(formal: Read) -> None:
    text = formal(r"\sum_{j=1}^{k-1} v_j = \prod_{j=2}^{k} v_j \qquad v \in \mathbb{R}^k")
    assert text.endswith("sum (range 1 (k - 1)) (fun j => v j) = "
                         "product (range 2 k) (fun j => v j)")


def test_a_condition_stands_before_the_claim(formal: Read) -> None:
    text = formal(r"v_1 = 0 \qquad v \in \mathbb{R}^k,\; v_1 = 0")
    assert text.endswith("  v 1%nat = 0 ->\n  v 1%nat = 0")


def test_indices_are_compared_as_natural_numbers(formal: Read) -> None:
    text = formal(r"v_i = v_j \qquad v \in \mathbb{R}^k,\; i, j \in \{1, \ldots, k\},\; i \ne j")
    assert "\n  (i <> j)%nat ->\n" in text


def test_a_chain_is_stated_link_by_link(formal: Read) -> None:
    text = formal(r"c = c + 0 = c \cdot 1 \qquad c \in \mathbb{R}")
    assert text.endswith("  c = c + 0 /\\\n  c + 0 = c * 1")


def test_vectors_are_equal_component_by_component(formal: Read) -> None:
    text = formal(r"2 v = v + v \qquad v \in \mathbb{R}^k")
    assert text.endswith("(forall i, In i (range 1 k) -> 2 * v i = v i + v i)")


def test_a_vector_with_an_ellipsis_is_a_function_of_its_index(formal: Read) -> None:
    text = formal(r"S(v_1, \ldots, v_{k-1}, 0) = S(v) - v_k \qquad v \in \mathbb{R}^k", SUM)
    assert "total k (fun i => if (i <=? k - 1)%nat then v i else 0) = total k v - v k" in text


def test_what_comes_first_in_a_vector_shifts_the_rest(formal: Read) -> None:
    text = formal(r"S(0, v_1, \ldots, v_{k-1}) = S(v) - v_k \qquad v \in \mathbb{R}^k", SUM)
    assert "total k (fun i => if (i <=? 1)%nat then 0 else v (i - 1)%nat)" in text


def test_a_scalar_product_is_a_sum(formal: Read) -> None:
    assert formal(r"v^\top v \ge 0 \qquad v \in \mathbb{R}^k").endswith(
        "sum (range 1 k) (fun i => v i * v i) >= 0")


def test_a_matrix_that_is_written_out_is_a_choice_by_row_and_column(formal: Read) -> None:
    text = formal(r"v v^\top = \begin{pmatrix} v_1^2 & v_1 v_2 \\ v_1 v_2 & v_2^2 \end{pmatrix}"
                  r"\qquad v \in \mathbb{R}^2")
    assert " ".join(text.split()).partition("v i * v i_2 = ")[2] == (
        "(if (i <=? 1)%nat then if (i_2 <=? 1)%nat then v 1%nat ^ 2 else v 1%nat * v 2%nat else "
        "if (i_2 <=? 1)%nat then v 1%nat * v 2%nat else v 2%nat ^ 2)))")


def test_a_power_of_a_matrix_is_a_product_of_its_factors(formal: Read) -> None:
    text = formal(r"\operatorname{tr} \begin{pmatrix} a & 1 \\ 0 & a \end{pmatrix}^n = 2 a^n"
                  r" \qquad n \in \{2, 3\},\; a \in \mathbb{R}")
    assert "sum (range 1 2)" in text and "matrix_power 2" in text and text.endswith(
        " n i i) = 2 * a ^ n")


def test_the_inverse_of_a_matrix_needs_a_determinant(formal: Read) -> None:
    text = formal(r"S_{1,2} = -\frac{b}{a^2 - b^2} \qquad a \in \mathbb{R},\; b \in \mathbb{R},\;"
                  r" a > b,\; b > 0,\; S := \begin{pmatrix} a & b \\ b & a \end{pmatrix}^{-1}")
    assert "a * a - b * b <> 0 /\\" in text
    assert text.endswith("- b / (a * a - b * b) = - (b / (a ^ 2 - b ^ 2))")


def test_traces_and_small_determinants_are_sums(formal: Read) -> None:
    text = formal(r"\operatorname{tr}(v v^\top) = v^\top v \qquad v \in \mathbb{R}^k")
    assert text.endswith("sum (range 1 k) (fun i => v i * v i) = "
                         "sum (range 1 k) (fun i => v i * v i)")
    text = formal(r"\det \begin{pmatrix} a & b \\ b & a \end{pmatrix} = a^2 - b^2"
                  r"\qquad a, b \in \mathbb{R}")
    assert text.endswith("a * a - b * b = a ^ 2 - b ^ 2")


def test_a_binomial_coefficient_is_one_of_natural_numbers(formal: Read) -> None:
    text = formal(r"\binom{n}{j} \ge 0 \qquad n, j \in \{1, 2, \ldots\}")
    assert text.endswith("binomial n j >= 0")
    with pytest.raises(Refused, match="an index, a bound or a size"):
        formal(r"\binom{x}{2} \ge -1 \qquad x \in \mathbb{R}")


def test_a_sum_over_outcomes_runs_over_all_of_them(formal: Read) -> None:
    text = formal(r"\sum_{x \in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}} x_1 = 1")
    assert text.endswith("sum (one_hots k) (fun x => x 1%nat) = 1")


# ------------------------------------------------------------------------------ derivatives


def test_a_partial_derivative_is_the_slope_along_one_component_and_exists(formal: Read) -> None:
    text = formal(r"\frac{\partial}{\partial v_i} S(v) = 1"
                  r"\qquad v \in \mathbb{R}^k,\; i \in \{1, \ldots, k\}", SUM)
    assert text.endswith("is_derive (fun u => total k (update v i u)) (v i) 1")


def test_a_gradient_is_all_partial_derivatives(formal: Read) -> None:
    text = formal(r"\nabla S(v) = \mathbf{1} \qquad v \in \mathbb{R}^k", SUM + r"""
$$
\mathbf{1} := (1, \ldots, 1) \in \mathbb{R}^k
\label{ones}
$$
""")
    assert text.endswith("(forall i, In i (range 1 k) -> "
                         "is_derive (fun u => total k (update v i u)) (v i) (ones k i))")


def test_a_derivative_within_a_term_is_stated_to_exist(formal: Read) -> None:
    text = formal(r"2 \cdot \frac{\partial}{\partial x} x^2 = 4 x \qquad x \in \mathbb{R}")
    assert text == ("  forall x : R,\n"
                    "  ex_derive (fun u => u ^ 2) x /\\\n"
                    "  2 * Derive (fun u => u ^ 2) x = 4 * x")


def test_a_derivative_goes_through_an_abbreviation(formal: Read) -> None:
    text = formal(r"\frac{\partial}{\partial x} y = 2 \qquad x \in \mathbb{R},\; y := 2 x")
    assert text.endswith("is_derive (fun u => 2 * u) x 2")


def test_a_hessian_is_how_the_gradient_moves(formal: Read) -> None:
    text = formal(r"\nabla^2 S(v) = \nabla^2 S(v) \qquad v \in \mathbb{R}^k", SUM)
    inner = "Derive (fun u_2 => total k (update (update v i u) j u_2)) (update v i u j)"
    assert f"is_derive (fun u => {inner}) (v i)" in " ".join(text.split()).replace("i_2", "j")


DENSITY = r"""
$$
p(x) := \frac{1}{k} \qquad x \in \{1, \ldots, k\}
\label{uniform}
$$
"""


def test_an_expectation_is_a_sum_over_the_outcomes(formal: Read) -> None:
    text = formal(r"\mathbb{E}_{x \sim p}[x] = 1", DENSITY)
    assert text.endswith("sum (range 1 k) (fun x => uniform k x * INR x) = 1")


@pytest.mark.parametrize("mean", [
    r"\mathbb{E}_{x \sim p}[x]", r"\operatorname{Var}_{x \sim p}[x]",
    r"\operatorname{Cov}_{x \sim p}[x, 1]",
])
def test_a_mean_says_that_its_density_is_one(mean: str, formal: Read) -> None:
    text = formal(f"{mean} = 1", DENSITY)
    assert "  is_distribution (range 1 k) (fun x => uniform k x) /\\\n" in text


def test_a_variance_is_the_mean_square_of_the_deviation(formal: Read) -> None:
    text = " ".join(formal(r"\operatorname{Var}_{x \sim p}[x] = 1", DENSITY).split())
    mean = "sum (range 1 k) (fun x => uniform k x * INR x)"
    assert text.endswith(
        f"sum (range 1 k) (fun x => uniform k x * ((INR x - {mean}) * (INR x - {mean}))) = 1")


def test_a_covariance_of_a_vector_is_a_matrix(formal: Read) -> None:
    page = DENSITY + r"""
$$
t \colon \{1, \ldots, k\} \to \mathbb{R}^k
\label{statistic}
$$
"""
    text = " ".join(formal(
        r"\operatorname{Cov}_{x \sim p}[t(x)] = \operatorname{Cov}_{x \sim p}[t(x)]", page).split())
    assert "(forall i, In i (range 1 k) -> (forall i_2, In i_2 (range 1 k) -> sum " in text
    mean = "sum (range 1 k) (fun x_2 => uniform k x_2 * t x_2 i)"
    assert f"((t x i - {mean}) * (t x i_2 - {mean.replace('2 i)', '2 i_2)')}))" in text


def test_a_vector_is_differentiated_by_components(formal: Read) -> None:
    text = formal(r"\frac{\partial}{\partial x} (x v) = v \qquad x \in \mathbb{R},\; "
                  r"v \in \mathbb{R}^k")
    assert text.endswith("(forall i, In i (range 1 k) -> is_derive (fun u => u * v i) x (v i))")


def test_a_gradient_by_a_letter_is_that_of_what_stands_behind(formal: Read) -> None:
    text = " ".join(formal(r"\nabla_v v^\top c = c \qquad c \in \mathbb{R}^k", VECTOR).split())
    moved = "sum (range 1 k) (fun i_2 => update v i u i_2 * c i_2)"
    assert text.endswith(
        f"(forall i, In i (range 1 k) -> is_derive (fun u => {moved}) (v i) (c i))")


def test_a_second_derivative_is_the_slope_of_the_slope(formal: Read) -> None:
    text = formal(r"\frac{\partial^2}{\partial x^2} x^2 = 2 \qquad x \in \mathbb{R}")
    assert text == ("  forall x : R,\n"
                    "  locally x (fun u => ex_derive (fun u_2 => u_2 ^ 2) u) /\\\n"
                    "  is_derive (fun u => Derive (fun u_2 => u_2 ^ 2) u) x 2")


def test_a_derivative_at_a_place_is_taken_there(formal: Read) -> None:
    text = formal(r"\left. \frac{\mathrm{d}}{\mathrm{d}s} S(v + s v) \right|_{s = 0} = S(v)",
                  SUM + VECTOR)
    assert text.endswith("is_derive (fun u => total k (fun i => v i + u * v i)) 0 (total k v)")


def test_a_prime_is_the_slope_of_a_function(formal: Read) -> None:
    text = formal(r"f'(x) = 2 \qquad x \in \mathbb{R}", r"""
$$
f(y) := 2 y \qquad y \in \mathbb{R}
\label{twice}
$$
""")
    assert text.endswith("is_derive (fun u => twice u) x 2")


# --------------------------------------------------------------------------------- matrices


def results(text: str) -> str:
    """What is said of each entry, in row i and column i_2."""
    each = "(forall i, In i (range 1 k) -> (forall i_2, In i_2 (range 1 k) -> "
    flat = " ".join(text.split())
    assert each in flat
    return flat.partition(each)[2].removesuffix("))")


def test_a_column_times_a_row_is_the_matrix_of_products(formal: Read) -> None:
    text = formal(r"v v^\top = v v^\top", VECTOR)
    assert results(text) == "v i * v i_2 = v i * v i_2"


def test_a_diagonal_matrix_is_zero_elsewhere(formal: Read) -> None:
    text = formal(r"\operatorname{diag}(v) = 2 I_k", VECTOR)
    assert results(text) == (
        "(if (i =? i_2)%nat then v i else 0) = 2 * (if (i =? i_2)%nat then 1 else 0)")


def test_a_matrix_times_a_vector_is_a_sum_over_its_columns(formal: Read) -> None:
    text = formal(r"v c^\top v = v \qquad c \in \mathbb{R}^k", VECTOR)
    assert text.endswith(
        "(forall i, In i (range 1 k) -> sum (range 1 k) (fun i_2 => v i * c i_2 * v i_2) = v i)")


def test_a_row_times_a_matrix_is_a_sum_over_its_rows(formal: Read) -> None:
    text = formal(r"v^\top (v c^\top) = v^\top \qquad c \in \mathbb{R}^k", VECTOR)
    assert text.endswith(
        "(forall i, In i (range 1 k) -> sum (range 1 k) (fun i_2 => v i_2 * (v i_2 * c i)) = v i)")


def test_a_transposed_matrix_has_rows_for_columns(formal: Read) -> None:
    text = formal(r"(v c^\top)^\top = c v^\top \qquad c \in \mathbb{R}^k", VECTOR)
    assert results(text) == "v i_2 * c i = c i * v i_2"


def test_a_product_of_matrices_is_rows_times_columns(formal: Read) -> None:
    text = formal(r"(v c^\top) (v c^\top) = v c^\top \qquad c \in \mathbb{R}^k", VECTOR)
    assert results(text) == (
        "sum (range 1 k) (fun i_3 => v i * c i_3 * (v i_3 * c i_2)) = v i * c i_2")


def test_a_sum_of_matrices_is_taken_entry_by_entry(formal: Read) -> None:
    text = formal(r"\sum_{j=1}^{k} j v v^\top = v v^\top", VECTOR)
    assert results(text) == "sum (range 1 k) (fun j => INR j * v i * v i_2) = v i * v i_2"


# --------------------------------------------------------------------- values have to exist


def test_logarithms_and_quotients_have_to_have_values(formal: Read) -> None:
    text = formal(r"\log\frac{x}{y} = 0 \qquad x \in \mathbb{R},\; y \in \mathbb{R}")
    assert text.endswith("  y <> 0 /\\\n  0 < x / y /\\\n  ln (x / y) = 0")


def test_within_a_sum_each_term_has_to_have_its_value(formal: Read) -> None:
    text = formal(r"\sum_{j=1}^{k} \log v_j = 0 \qquad v \in \mathbb{R}^k")
    assert "  (forall j, In j (range 1 k) -> 0 < v j) /\\\n" in text


def test_under_a_derivative_values_have_to_exist_near_by(formal: Read) -> None:
    text = formal(r"\frac{\partial}{\partial x} \log x = \frac{1}{x} \qquad x \in \mathbb{R}_{>0}")
    assert "  locally x (fun u => 0 < u) /\\\n" in text


def test_a_defined_gradient_has_to_exist_at_each_component(
    formalizer: Callable[[str], Formalizer]
) -> None:
    page = formalizer(SUM + VECTOR + r"""
$$
g(v) := \nabla S(v)
\label{slopes}
$$

$$
g(v) = g(v)
\label{claim}
$$
""")
    page.statement("claim")
    assert page.texts["slopes"].endswith("""
Definition slopes_has_value (k : nat) (v : nat -> R) : Prop :=
  (forall i, In i (range 1 k) -> ex_derive (fun u => total k (update v i u)) (v i)).
""")


def test_a_branch_of_a_vector_demands_only_for_itself(formal: Read) -> None:
    text = formal(r"S(\log v_1, \ldots, \log v_{k-1}, 0) = 0 \qquad v \in \mathbb{R}^k", SUM)
    assert "(forall i, In i (range 1 k) -> ((i <= k - 1)%nat -> 0 < v i))" in text


def test_an_argument_has_to_be_in_the_domain(formal: Read) -> None:
    text = formal(r"g(x - 1) = x - 1 \qquad x \in \mathbb{R}_{>0}", r"""
$$
g(y) := y \qquad y \in \mathbb{R}_{>0}
\label{positive-part}
$$
""")
    assert "  (x - 1) > 0 /\\\n" in text


# --------------------------------------------------------------------------- smooth functions


def test_a_smooth_function_has_derivatives_of_every_order(formal: Read) -> None:
    text = formal(r"f(x) = f(x) \qquad x \in \mathbb{R},\; f \in C^\infty(\mathbb{R}, \mathbb{R})")
    assert "forall f : R -> R, (forall m x_2, ex_derive_n f m x_2) ->\n" in text


def test_a_smooth_curve_has_them_in_each_component(formal: Read) -> None:
    text = " ".join(formal(r"w(x) = w(x) \qquad x \in \mathbb{R},\; "
                           r"w \in C^\infty(\mathbb{R}, \mathbb{R}^k)").split())
    assert ("(forall i, In i (range 1 k) -> forall m x_2, ex_derive_n (fun u => w u i) m x_2) ->"
            in text)


# -------------------------------------------------------------------------- integrals and series


def test_an_integral_exists_and_its_integrand_has_a_value_within(formal: Read) -> None:
    assert formal(r"\int_1^2 \log x \, \mathrm{d}x \ge 0") == (
        "  1 <= 2 /\\\n  (forall x : R, 1 < x -> x < 2 -> 0 < x) /\\\n"
        "  ex_RInt (fun x => ln x) 1 2 /\\\n  RInt (fun x => ln x) 1 2 >= 0")


def test_an_integral_without_an_end_is_a_limit(formal: Read) -> None:
    text = formal(r"\int_0^\infty e^{-x} \, \mathrm{d}x = 1")
    assert text.endswith("RInt_gen (fun x => exp (- x)) (at_point 0) (Rbar_locally p_infty) = 1")
    assert "ex_RInt_gen (fun x => exp (- x)) (at_point 0) (Rbar_locally p_infty) /\\" in text
    assert "(Rbar_locally m_infty) (Rbar_locally p_infty) > 0" in formal(
        r"\int_{-\infty}^\infty e^{-x^2} \, \mathrm{d}x > 0")


def test_a_sum_over_all_natural_numbers_is_a_series(formal: Read) -> None:
    assert formal(r"\sum_{n=0}^{\infty} \frac{1}{n!} > 2").endswith(
        "ex_series (fun n => 1 / INR (fact n)) /\\\n  Series (fun n => 1 / INR (fact n)) > 2")


# ------------------------------------------------------------------------ choices and products


def test_an_indicator_compares_natural_numbers(formal: Read) -> None:
    text = formal(r"\mathbb{1}\{i = j\} v_i = v_j \mathbb{1}\{i = j\}"
                  r"\qquad v \in \mathbb{R}^k,\; i, j \in \{1, \ldots, k\}")
    assert text.endswith("(if (i =? j)%nat then 1 else 0) * v i = "
                         "v j * (if (i =? j)%nat then 1 else 0)")


@pytest.mark.parametrize("relation, choice", [
    (r"\ne", "if (i =? j)%nat then 0 else 1"),
    (r"\le", "if (i <=? j)%nat then 1 else 0"),
    ("<", "if (i + 1 <=? j)%nat then 1 else 0"),
    (r"\ge", "if (j <=? i)%nat then 1 else 0"),
    (">", "if (j + 1 <=? i)%nat then 1 else 0"),
])
def test_each_relation_is_decided(relation: str, choice: str, formal: Read) -> None:
    text = formal(rf"\mathbb{{1}}\{{i {relation} j\}} \ge 0 \qquad i, j \in \{{1, \ldots, k\}}")
    assert text.endswith(f"({choice}) >= 0")


def test_a_case_has_to_have_a_value_only_where_it_applies(formal: Read) -> None:
    text = formal(r"\begin{cases} \log v_i & \text{if } i = 1 \\ 0 & \text{otherwise} \end{cases}"
                  r" \ge v_1 \qquad v \in \mathbb{R}^k,\; i \in \{1, \ldots, k\}")
    assert "((i = 1)%nat -> 0 < v i) /\\" in text
    assert text.endswith("(if (i =? 1)%nat then ln (v i) else 0) >= v 1%nat")


def test_a_condition_on_real_numbers_is_refused(formal: Read) -> None:
    with pytest.raises(Refused, match="an index, a bound or a size"):
        formal(r"\mathbb{1}\{x > 0\} \ge 0 \qquad x \in \mathbb{R}")


def test_a_permutation_maps_indices_to_indices(formal: Read) -> None:
    text = formal(r"v_{\pi(i)} = v_{\pi(i)} \qquad v \in \mathbb{R}^k,\; \pi \in S_k,\;"
                  r"i \in \{1, \ldots, k\}")
    assert "  forall pi : nat -> nat, is_permutation k pi ->\n" in text
    assert text.endswith("v (pi i) = v (pi i)")


def test_a_product_of_sets_of_numbers_is_a_vector(formal: Read) -> None:
    text = formal(r"v_1 v_2 < 1 \qquad v \in \mathbb{R}_{>0} \times \mathbb{R}_{<0}")
    assert text == ("  forall v : nat -> R, (v 1%nat > 0 /\\ v 2%nat < 0) ->\n"
                    "  v 1%nat * v 2%nat < 1")


def test_a_size_that_is_assumed_fits_a_vector_of_that_size(formal: Read) -> None:
    claim = r"S(a) = x + y \qquad x, y \in \mathbb{R},\; "
    assert "INR k = 2 ->" in formal(rf"{claim} k = 2,\; a := (x, y)", SUM)
    with pytest.raises(Refused, match="not the shape"):
        formal(rf"{claim} k \le 3,\; a := (x, y)", SUM)


# ---------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\sum_{j=1}^{\infty} 2^{-j} = 1",
         "a sum over infinitely many terms, or over a set without a formal reading"),
        (r"\Gamma(k) > 0", "gamma has no formal reading"),
        (r"\sum_{j=1}^{k-3} j \ge 0", "k - 3 might be below zero"),
        (r"v + v_1 = v \qquad v \in \mathbb{R}^k", "a number was expected here"),
        (r"f(v) = f(v) \qquad v \in \mathbb{R}^k,\; f \in C^\infty(\mathbb{R}^k, \mathbb{R})",
         "smooth functions are read from all real numbers to all vectors"),
        (r"v v^\top + v = v \qquad v \in \mathbb{R}^k", "vectors of different shapes"),
        (r"v^\top v^\top = 1 \qquad v \in \mathbb{R}^k", "no such product of vectors"),
    ],
)
def test_what_is_not_covered_is_refused_with_the_reason(
    formal: Read, tex: str, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        formal(tex)
    assert refused.value.message == reason


def test_a_part_of_a_node_that_the_reading_does_not_know_is_not_dropped(
    formal: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the grammar learns something, statements must not lose it."""
    monkeypatch.setitem(PARTS, s.Fold, "name letter body")
    with pytest.raises(Refused, match="the domain of a Fold has no formal reading"):
        formal(r"\sum_{j=1}^{k} v_j = 0 \qquad v \in \mathbb{R}^k")


def test_a_definition_without_a_reading_refuses_the_claims_that_use_it(formal: Read) -> None:
    with pytest.raises(Refused, match="gamma has no formal reading"):
        formal(r"b > 0", r"""
$$
b := \Gamma(3)
\label{area}
$$
""")


# --------------------------------------------------------------------------- a page as a whole

FREE_THEN_DEFINED = r"""
$$
x \in \mathbb{R}, \qquad A \colon \mathbb{R} \to \mathbb{R}
\label{letters}
$$

$$
f(x) := x - A(x)
\label{difference}
$$

$$
f(x) + A(x) = x
\label{whatever-it-is}
$$

$$
A(x) := 2 x
\label{doubled}
$$

$$
f(x) = -x
\label{with-this-one}
$$
"""


def test_a_claim_is_about_what_its_letters_mean_at_its_place(
    formalizer: Callable[[str], Formalizer]
) -> None:
    page = formalizer(FREE_THEN_DEFINED)
    assert "forall A : R -> R,\n  difference A x + A x = x" in page.statement("whatever-it-is").text
    assert "difference doubled x = - x" in page.statement("with-this-one").text


def test_definitions_come_with_the_claims_that_use_them(
    formalizer: Callable[[str], Formalizer]
) -> None:
    page = formalizer(FREE_THEN_DEFINED)
    assert page.statement("with-this-one").uses == ("difference", "doubled")
    assert page.texts["difference"].endswith(
        "Definition difference (A : R -> R) (x : R) : R :=\n  x - A x.\n")


def test_a_function_that_is_handed_on_has_to_have_values(
    formalizer: Callable[[str], Formalizer]
) -> None:
    page = formalizer(FREE_THEN_DEFINED.replace("2 x\n", "\\log x\n").replace("-x", "x - \\log x"))
    assert "(forall x, doubled_has_value x) /\\" in page.statement("with-this-one").text


def test_a_statement_names_the_sizes_that_it_holds_for(
    formalizer: Callable[[str], Formalizer]
) -> None:
    page = formalizer(VECTOR + "\n$$\nv^\\top v \\ge 0\n\\label{claim}\n$$\n")
    assert page.statement("claim").sizes == ("k",)


def test_a_letter_stands_behind_those_that_its_set_needs(
    formalizer: Callable[[str], Formalizer]
) -> None:
    page = formalizer(r"""
$$
\mathcal{X} := \{1, \ldots, k\}
\label{places}
$$

$$
a \colon \mathcal{X} \to \mathbb{R}_{>0}
\label{amounts}
$$

$$
a(1) > 0
\label{claim}
$$
""")
    text = page.statement("claim").text
    assert text.index("forall k : nat") < text.index("forall a : nat -> R")


def test_latex_can_neither_open_nor_close_a_comment(
    formalizer: Callable[[str], Formalizer]
) -> None:
    result = formalizer("\n$$\n1 = 1\n\\label{claim}\n$$\n").equations["claim"]
    display = replace(result.display, tex='*) Axiom lie : False. (* "')
    assert comment(replace(result, display=display, page="*)(*.md")) == (
        "(* * )( *.md#claim\n   * ) Axiom lie : False. ( * '' *)")


def test_a_quotient_by_a_written_zero_demands_what_no_one_can_show(formal: Read) -> None:
    text = formal(r"\frac{x}{0.0} = \frac{x}{0.0} \qquad x \in \mathbb{R}")
    assert "  (0 / 10) <> 0 /\\\n" in text


def test_no_line_of_a_statement_is_wider_than_a_screen(formal: Read) -> None:
    long = " + ".join(r"\sum_{j=1}^{k} e^{v_j}" for _ in range(12))
    text = formal(rf"{long} > 0 \qquad v \in \mathbb{{R}}^k")
    assert max(map(len, text.splitlines())) <= 98


# --------------------------------------------------------------------------- natural numbers


def test_a_natural_number_is_cut_off_at_most_at_its_end() -> None:
    """The prover cuts n - i off at zero before it adds one."""
    number = Natural.variable("n") - Natural.variable("i") + Natural(constant=1)
    assert number.text == "n + 1 - i"


# --------------------------------------------------------------------- instances

IN_INSTANCES = r"""
$$
d \in \{1, 2, \ldots\}, \qquad h \in \mathbb{R}_{>0}
\label{weight}
$$

$$
c := 2 h
\label{twice}
$$

$$
b := 7
\label{seven}
$$

<!-- execmath: instance -->
$$
\begin{aligned} h &:= 3 \\ d &:= 2 \end{aligned}
\label{three}
$$

<!-- execmath: instance -->
$$
h := 4
\label{four}
$$

<!-- execmath: in: three -->
$$
CLAIM
\label{claim}
$$

<!-- execmath: in: four -->
$$
c = 8
\label{other}
$$
"""


def test_in_an_instance_letters_mean_what_it_says_and_so_do_definitions_that_rest_on_them(
    formalizer: Callable[[str], Formalizer]
) -> None:
    page = formalizer(IN_INSTANCES.replace("CLAIM", "c + b = 13"))
    statement, other = page.statement("claim"), page.statement("other")
    assert statement.text.endswith("  three__c + seven = 13.\n")
    assert statement.uses == ("three--h", "three--c", "seven")
    assert "Definition three__c : R :=\n  2 * three__h." in page.texts["three--c"]
    assert "Definition three__h : R :=\n  3." in page.texts["three--h"]
    assert other.uses == ("four--h", "four--c")


def test_a_size_that_an_instance_fixes_is_that_number(
    formalizer: Callable[[str], Formalizer]
) -> None:
    text = formalizer(IN_INSTANCES.replace(
        "CLAIM", r"v_d = v_2 \qquad v \in \mathbb{R}^d")).statement("claim").text
    assert text.endswith("  v 2%nat = v 2%nat.\n")


def test_listed_numbers_are_a_range_if_they_follow_each_other(formal: Read) -> None:
    text = formal(r"b^2 = b \qquad b \in \{0, 1\}")
    assert text == formal(r"b^2 = b \qquad b \in \{0, \ldots, 1\}")
    with pytest.raises(Refused, match="FiniteSet"):
        formal(r"b^2 = 4 \qquad b \in \{0, 2\}")
