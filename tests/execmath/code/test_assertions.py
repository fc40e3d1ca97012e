"""`implements` and `holds`: a function that does not do what the page says is refused."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from small_pages import Result, Run

from execmath import holds, implements
from execmath.code import active_site
from execmath.code.assertions import Refused
from execmath.code.reported import functions_of

PAGE = (
    r"size | k \in \{2, 3, \ldots\}",
    r"vector | x \in \mathbb{R}^k",
    r"total | s(x) := \sum_{i=1}^{k} x_i",
    r"largest | m(x) := \max_{i \in \{1, \ldots, k\}} x_i",
    r"bump | b(y) := e^{-y^2} \qquad y \in \mathbb{R}",
    r"doubled | s(2 x) = 2 s(x)",
    r"bounded | s(x) \le k \, m(x)",
    r"slope | \frac{\partial}{\partial y} b(y) = -2 y b(y) \qquad y \in \mathbb{R}",
    r"number | c := 3",
    r"three | c = 3",
    r"square | q(n) := n^2 \qquad n \in \{0, 1, \ldots\}",
    r"third | q(3) = 9",
    r"turned | v(x) := -x",
    r"turned-twice | v(v(x)) = x",
)


@pytest.fixture(autouse=True)
def equations(run: Run) -> Iterator[Result]:
    result = run(*PAGE)
    assert result.problems == []
    active_site.use(result.site)
    yield result
    active_site.use(None)


def total(x: Any) -> Any:
    return math.fsum(x)


# ----------------------------------------------------------------------------- what is right


def test_a_function_that_computes_the_definition_is_accepted() -> None:
    report = implements("total", total)
    assert report.error <= 1
    assert report.points > 100
    lines = str(report).splitlines()
    assert lines[0] == "total computes total in float64:"
    assert lines[1].startswith(f"  {report.points} points, k = 2…8 and to 1000, within ")
    assert lines[1].endswith(" ulp, 4 allowed")


def test_reports_tell_of_which_functions_they_are() -> None:
    reports = f"{implements('total', total)}\n{holds('doubled', s=total)}\n"
    assert functions_of(reports) == ["total"]
    assert functions_of(reports + "and more\n") == functions_of("") == []


def test_a_claim_holds_with_the_function_for_a_letter() -> None:
    report = holds("doubled", s=total)
    assert str(report).startswith("doubled holds with s = total in float64:\n")


def test_a_slope_is_taken_of_a_function_that_accepts_complex_numbers() -> None:
    report = holds("slope", b=lambda y: np.exp(-y * y), ulp=8)
    assert "ulp of max(1e-290, |value|)" in str(report)


def test_whole_numbers_that_are_no_sizes_are_tried_where_32_bits_are_too_few() -> None:
    assert "and to 65537" in str(implements("square", lambda n: float(n) * float(n)))
    with pytest.raises(Refused, match=r"n = 46341\n"):
        implements("square", lambda n: float((int(n) ** 2 + 2**31) % 2**32 - 2**31))


def test_the_name_of_a_function_says_nothing_else() -> None:
    def slow(x: Any) -> Any:
        return math.fsum(x)

    slow.__name__ = "within 0.0 ulp\nthe best"
    assert str(implements("total", slow)).startswith("function computes total in float64:\n")


def test_the_largest_error_is_said_rounded_up() -> None:
    report = implements("total", lambda x: float(np.nextafter(math.fsum(x), np.inf)), scale=1e-300)
    assert 0.5 < report.error <= 1.5
    said = float(str(report).partition("within ")[2].split()[0])
    assert report.error <= said < report.error + 0.1


def test_a_function_need_not_take_batches_nor_single_precision() -> None:
    def strict(x: Any) -> float:
        if x.ndim != 1 or x.dtype != np.float64 or not x.flags.c_contiguous:
            raise TypeError("a vector of float64, without gaps")
        return math.fsum(x)

    assert implements("total", strict).error <= 1


# ----------------------------------------------------------------------------- what is wrong

WRONG: dict[str, Callable[[Any], Any]] = {
    "another function": max,
    "off by 1e-12": lambda x: math.fsum(x) * (1 + 1e-12),
    "off at one place": lambda x: math.fsum(x) if x[0] != 1 else 2.5,
    "NaN": lambda x: math.nan,
    "NaN at one place": lambda x: math.fsum(x) if x[0] != 1 else math.nan,
    "infinite": lambda x: math.inf,
    "a single": lambda x: np.float32(math.fsum(x)),
    "the vector": lambda x: x,
    "a vector of one": lambda x: np.array([math.fsum(x)]),
    "an empty vector": lambda x: np.array([]),
    "nothing": lambda x: None,
    "a table of tables": lambda x: np.zeros((1, 1, 1)),
    "a word": lambda x: "one",
    "a number in words": lambda x: str(math.fsum(x)),
    "an object": lambda x: np.array(math.fsum(x), dtype=object),
    "a truth": lambda x: math.fsum(x) == 0,
    "a list": lambda x: [math.fsum(x)],
    "a column": lambda x: np.array([[math.fsum(x)]]),
    "a complex number": lambda x: complex(math.fsum(x), 0),
    "a masked number": lambda x: np.ma.array(math.fsum(x), mask=False),
    "NaN for many components": lambda x: math.fsum(x) if len(x) < 900 else math.nan,
    "another function for nine": lambda x: math.fsum(x) if len(x) < 9 else 0.0,
    "NaN far out": lambda x: math.fsum(x) if max(x) < 1e9 else math.nan,
    "nothing close in": lambda x: math.fsum(x) if not 0 < max(abs(x)) < 1e-9 else 0.5,
    "a sum that loses digits": lambda x: float(sum(np.asarray(x) + 2.0**60) - 2.0**60 * len(x)),
}


@pytest.mark.parametrize("function", WRONG.values(), ids=WRONG)
def test_a_function_that_does_something_else_is_refused(function: Callable[[Any], Any]) -> None:
    with pytest.raises((Refused, TypeError, ValueError)):
        implements("total", function)
    with pytest.raises((Refused, TypeError, ValueError)):
        holds("doubled", s=function)


def overwriting(x: Any) -> float:
    x.sort()
    return math.fsum(x)


def unlocking(x: Any) -> float:
    x.flags.writeable = True
    x[0] += 1
    return math.fsum(x) - 1


def numbers(x: Any) -> Any:
    return np.asarray(x, dtype=float)


# A function that is right but for one kind of argument, and how that is called.
OTHERWISE: dict[str, tuple[Callable[[Any], Any], str]] = {
    "rows": (lambda x: np.ndim(x) == 2, "as rows of a batch"),
    "one row": (lambda x: np.ndim(x) == 2 and len(x) == 1, "as a batch of 1 rows"),
    "129 rows": (lambda x: np.ndim(x) == 2 and len(x) > 100, "as a batch of 129 rows"),
    "two axes": (lambda x: np.ndim(x) == 3, "as a batch with two axes"),
    "gaps": (lambda x: np.ndim(x) == 1 and abs(np.asarray(x).strides[0]) == 16,
             "with gaps in memory"),
    "backwards": (lambda x: np.ndim(x) == 1 and np.asarray(x).strides[0] < 0,
                  "with numbers from the last to the first in memory"),
    "big-endian": (lambda x: np.asarray(x).dtype == np.dtype(">f8"),
                   "with the bytes of each number in the other order"),
    "not aligned": (lambda x: not np.asarray(x).flags.aligned,
                    "with numbers that are not aligned in memory"),
    "Fortran order": (lambda x: np.ndim(x) == 2 and not np.asarray(x).flags.c_contiguous
                      and np.asarray(x).flags.f_contiguous,
                      "as rows of a batch with columns one after the other in memory"),
    "zeros below zero": (lambda x: ((numbers(x) == 0) & np.signbit(x)).any(), "with -0.0 for 0"),
    "single": (lambda x: np.asarray(x).dtype == np.float32, "in single precision"),
    "half": (lambda x: np.asarray(x).dtype == np.float16, "in half precision"),
    "extended": (lambda x: np.asarray(x).dtype == np.longdouble, "in extended precision"),
    "whole numbers": (lambda x: np.asarray(x).dtype.kind == "i", "with whole numbers"),
    "a list": (lambda x: isinstance(x, list), "with lists"),
    "a tuple": (lambda x: isinstance(x, tuple), "with tuples"),
    "writable": (lambda x: np.asarray(x).flags.writeable and isinstance(x, np.ndarray)
                 and x.flags.c_contiguous and x.ndim == 1, "with numbers that it may write to"),
}


def largest(x: Any) -> Any:
    return np.max(x, axis=-1)


@pytest.mark.parametrize("layout", OTHERWISE)
def test_a_function_that_takes_another_layout_has_to_mean_it(layout: str) -> None:
    differs, how = OTHERWISE[layout]
    with pytest.raises(Refused, match=f"called {how} returns"):
        implements("largest", lambda x: largest(x) + 1 if differs(x) else largest(x))


def test_arguments_of_all_kinds_are_taken_by_a_function_that_means_them() -> None:
    assert implements("largest", largest).error == 0
    assert implements("turned", np.negative).error == 0


# A function that is right but for some numbers.
ELSEWHERE: dict[str, Callable[[Any], Any]] = {
    "33 components": lambda x: len(x) == 33,
    "129 components": lambda x: len(x) == 129,
    "numbers with fewer digits": lambda x: 0 < max(abs(x)) < 2.0**-1022,
    "the largest numbers": lambda x: max(abs(x)) > 2.0**1000,
    "components in order": lambda x: len(x) > 4 and all(np.diff(x) > 0),
    "components in falling order": lambda x: len(x) > 4 and all(np.diff(x) < 0),
    "many components alike": lambda x: len(x) > 9 and len(set(x)) == 1,
    "zeros among many components": lambda x: len(x) > 9 and 0 in x,
}


@pytest.mark.parametrize("numbers", ELSEWHERE)
def test_a_function_has_to_be_right_for_all_numbers(numbers: str) -> None:
    differs = ELSEWHERE[numbers]

    def elsewhere(x: Any) -> Any:
        return 0.5 + max(x) / 3 if np.ndim(x) == 1 and differs(np.array(x, float)) else max(x)

    with pytest.raises(Refused, match=r"<?elsewhere>? computes largest: off by"):
        implements("largest", elsewhere)


def sharing() -> Callable[[Any], Any]:
    results: dict[Any, Any] = {}

    def turned(x: Any) -> Any:
        return np.negative(x, out=results.setdefault(np.shape(x), np.empty(np.shape(x))))

    return turned


def tiring() -> Callable[[Any], Any]:
    calls: list[Any] = []

    def turned(x: Any) -> Any:
        calls.append(x)
        return np.negative(x) if len(calls) < 300 or len(calls) % 2 else np.zeros(np.shape(x))

    return turned


def forgetting() -> Callable[[Any], Any]:
    first: dict[bytes, int] = {}

    def turned(x: Any) -> Any:
        since = len(first) - first.setdefault(np.asarray(x).tobytes(), len(first))
        return np.negative(x) if since < 50 else np.zeros(np.shape(x))

    return turned


def altering(x: Any) -> Any:
    result = np.negative(x)
    if isinstance(x, list):
        x[0] = 7.0
    return result


MEMORY: dict[str, tuple[Callable[[Any], Any], str]] = {
    "the same memory twice": (sharing(), "returns memory that it returned before"),
    "another value later": (tiring(), "returns|off by"),
    "another value again": (forgetting(), "when it was called with the same numbers before"),
    "a list that it writes to": (altering, "called with lists, altering writes to its argument"),
    "extended precision": (lambda x: np.negative(x).astype(np.longdouble),
                           "returned ndarray of float128 for numbers of float64"),
    "bytes in the other order": (lambda x: np.negative(x).astype(">f8"),
                                 "returned ndarray of >f8 for numbers of float64"),
}


@pytest.mark.parametrize("kind", MEMORY)
def test_a_function_returns_numbers_of_float64_in_memory_of_its_own(kind: str) -> None:
    function, message = MEMORY[kind]
    with pytest.raises(Refused, match=message):
        implements("turned", function)


def test_a_view_of_the_argument_is_refused() -> None:
    with pytest.raises(Refused, match="returns memory of its argument"):
        holds("turned-twice", v=lambda x: x[:])


@pytest.mark.parametrize(("function", "message"), [(overwriting, "read-only"),
                                                   (unlocking, "writes to its argument")])
def test_a_function_that_writes_to_its_argument_is_refused(
    function: Callable[[Any], Any], message: str
) -> None:
    with pytest.raises((Refused, ValueError), match=message):
        implements("total", function)


def test_what_is_right_for_complex_numbers_alone_is_refused() -> None:
    with pytest.raises(Refused, match=r"<lambda> of real numbers is 42\., and the real part"):
        holds("slope", b=lambda y: np.exp(-y * y) if np.iscomplexobj(y) else 42.0, ulp=8)


def test_an_error_of_the_function_itself_is_not_swallowed() -> None:
    def broken(x: Any) -> Any:
        raise ZeroDivisionError("mine")

    with pytest.raises(ZeroDivisionError, match="mine"):
        implements("total", broken)


@pytest.mark.parametrize("scale", [math.inf, 1e300, 2.0**21, math.nan, -1.0])
def test_a_scale_that_would_hide_every_error_is_refused(scale: float) -> None:
    with pytest.raises(Refused, match="it must be a number from 0 to"):
        implements("total", max, scale=scale)


def test_many_ulp_of_a_large_scale_are_refused_since_they_would_hide_a_small_error() -> None:
    with pytest.raises(Refused, match=r"64 ulp of 1.04858e\+06 are 1.5e-08, which no value below"):
        implements("total", lambda x: math.fsum(x) + 1e-9, ulp=64, scale=2.0**20)


def test_the_line_says_what_a_scale_allows_where_values_are_small() -> None:
    report = str(implements("total", math.fsum, scale=1024))
    assert report.endswith("ulp of max(1024, |value|), 4 allowed: 9.1e-13 where |value| < 1024")


def test_a_wide_margin_does_not_admit_nan() -> None:
    with pytest.raises(Refused):
        implements("total", lambda x: math.nan, ulp=1e300)
    with pytest.raises(Refused):
        implements("total", max, ulp=math.nan)


@pytest.mark.parametrize("ulp", [math.inf, 65.0, 0.0, math.nan])
def test_an_error_that_would_allow_everything_is_refused(ulp: float) -> None:
    with pytest.raises(Refused, match="above 0 and at most 64"):
        implements("total", total, ulp=ulp)


def test_the_refusal_shows_the_worst_point_with_both_values() -> None:
    with pytest.raises(Refused) as refusal:
        implements("bump", lambda y: math.exp(-y * y) if y != 3 else 1.0)
    assert str(refusal.value).splitlines()[1:] == [
        "    y = 3",
        "    found = 1",
        "    truth = 0.0001234098040866795495",
    ]
    assert str(refusal.value).startswith("<lambda> computes bump: off by ")
    assert "at most 4 allowed, at" in str(refusal.value)


@pytest.mark.parametrize(("verb", "message"), [
    (lambda: implements("totl", total), "no equation is labelled 'totl'; did you mean total?"),
    (lambda: implements("xyzzy", total), "no equation is labelled 'xyzzy'"),
    (lambda: holds("doubld", s=total), "no equation is labelled 'doubld'; did you mean doubled?"),
])
def test_a_label_that_does_not_exist_is_answered_with_those_that_do(
    verb: Callable[[], object], message: str
) -> None:
    with pytest.raises(LookupError) as error:
        verb()
    assert error.value.args[0] == message


@pytest.mark.parametrize(("verb", "message"), [
    (lambda: implements("doubled", total), "doubled at page.md:26 is not the definition of a "
                                           "function"),
    (lambda: implements("number", total), "number at page.md:41 is not the definition of a "
                                          "function"),
    (lambda: implements("size", total), "size at page.md:1 is not the definition of a function"),
    (lambda: holds("total", s=total), "total at page.md:11 is not a claim"),
    (lambda: holds("doubled"), "doubled: name at least one function, as in A=logsumexp"),
    (lambda: holds("doubled", t=total), "doubled does not use a function named t; it uses s"),
    (lambda: holds("doubled", x=total), "doubled does not use a function named x; it uses s"),
    (lambda: holds("three", c=total), "three does not use a function named c; it uses none"),
    (lambda: holds("bounded", s=total), "bounded: only equalities are held in float64"),
])
def test_a_verb_that_makes_no_sense_says_so(verb: Callable[[], object], message: str) -> None:
    with pytest.raises(Refused) as refusal:
        verb()
    assert str(refusal.value) == message


def test_what_could_not_be_read_is_not_held(run: Run) -> None:
    active_site.use(run(r"unread | f(x) := \oops").site)
    with pytest.raises(Refused, match=r"unread at page\.md:1 could not be read"):
        implements("unread", total)


# ------------------------------------------------------------------- letters that are handed over

FAMILY = (
    r"size | n \in \{1, 2, \ldots\}",
    r"outcomes | \mathcal{X} := \{1, \ldots, n\}",
    r"ingredients | h \colon \mathcal{X} \to \mathbb{R}_{>0}, \qquad "
    r"t \colon \mathcal{X} \to \mathbb{R}^2",
    r"parameter | \eta \in \mathbb{R}^2",
    r"weight | w(\eta) := \sum_{x \in \mathcal{X}} h(x) \, \eta^\top t(x)",
    r"same | w(\eta) = w(\eta) + 0",
)


def test_letters_are_handed_over_by_name_functions_as_the_array_of_their_values(run: Run) -> None:
    active_site.use(run(*FAMILY).site)
    shapes = set()

    def weight(eta: Any, h: Any, t: Any) -> Any:
        shapes.add((h.shape, t.shape))
        return math.fsum(h * (t @ eta))

    report = implements("weight", weight, letters=["h", "t"], scale=2**20)
    assert report.points > 100
    assert {((n,), (n, 2)) for n in range(1, 7)} <= shapes


def test_a_function_that_mistakes_what_it_is_handed_is_refused(run: Run) -> None:
    active_site.use(run(*FAMILY).site)
    with pytest.raises(Refused, match="weight: off by"):
        implements("weight", lambda eta, h, t: (t @ eta).sum(), letters=["h", "t"], scale=2**20)


def test_only_declared_letters_that_the_definition_depends_on_are_handed_over(run: Run) -> None:
    active_site.use(run(*FAMILY).site)
    with pytest.raises(Refused, match="no declared letter named v; it depends on n, h, t, eta"):
        implements("weight", total, letters=["v"])
