"""Integrals and sums are enclosed: by a bound of the rule's error, and of all that lies far out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flint import acb, arb, ctx, fmpq
from small_pages import Run

from execmath.arithmetic import asymptotics, elementary, enclosed, quadrature
from execmath.arithmetic.asymptotics import Germ
from execmath.arithmetic.elementary import apply, divide, power
from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.monomials import Ray, Unbounded
from execmath.arithmetic.values import Value

Function = Callable[[Value], Value]
Known = tuple[Function, Callable[[], arb]]  # an integrand, and its integral


def exp(x: Value) -> Value:
    return apply("exp", x)


def inverse_softplus(x: Value) -> Value:
    return x + apply("log", 1 - exp(-x))


def times_its_logarithm(p: Value, slope: Value) -> Value:
    """-p log(p times the slope): p log p of what p is as a density of another number."""
    return -p * apply("log", p * slope)


def whole_line(function: Function) -> Value:
    return quadrature.to_infinity(function, 0, 1, -1)


def half_line(function: Function) -> Value:
    return quadrature.to_infinity(function, 0, 1)


def unit(function: Function) -> Value:
    return quadrature.integral(function, 0, 1)


WHOLE_LINE: dict[str, Known] = {
    "bell": (lambda x: exp(-x * x), lambda: arb.pi().sqrt()),
    "waves": (lambda x: apply("cos", 20 * x) * exp(-x * x),
              lambda: arb.pi().sqrt() * arb(-100).exp()),
    "heavy tails": (lambda x: divide(1, 1 + x * x), lambda: arb.pi()),
    "two hills far apart": (lambda x: exp(-x * x) + exp(-power(x - 100, 2)),
                            lambda: 2 * arb.pi().sqrt()),
    "a narrow hill far out": (lambda x: exp(-1_000_000 * power(x - fmpq(1_000_001, 3), 2)),
                              lambda: arb.pi().sqrt() / 1_000),
    "odd": (lambda x: power(x, 3) * exp(-power(x * x - 30, 2)), lambda: arb(0)),
    "Gumbel": (lambda u: u * exp(-u) * exp(-exp(-u)), arb.const_euler),
    "a hill 2^300 wide": (lambda u: exp(arb(2) ** -300 * u - exp(u)),
                          lambda: (arb(2) ** -300).gamma()),
    "beta": (lambda s: exp(3 * s - 5 * apply("log", 1 + exp(s))), lambda: arb(1) / 12),
    "a corner": (lambda x: exp(-apply("abs", x)), lambda: arb(2)),
}
HALF_LINE: dict[str, Known] = {
    "exponential": (lambda x: exp(-1_000 * x), lambda: arb(1) / 1_000),
    "a pole at the end": (lambda x: exp(-x) * power(x, fmpq(-9, 10)),
                          lambda: (arb(1) / 10).gamma()),
    "a logarithm": (lambda x: exp(-x) * apply("log", x), lambda: -arb.const_euler()),
    "log-normal": (lambda x: divide(exp(-power(apply("log", x), 2)), x), lambda: arb.pi().sqrt()),
    "a normal softplus": (lambda x: divide(exp(-power(inverse_softplus(x), 2)), 1 - exp(-x)),
                          lambda: arb.pi().sqrt()),
    "its entropy": (lambda x: times_its_logarithm(divide(
        exp(-power(inverse_softplus(x), 2)), arb.pi().sqrt() * (1 - exp(-x))), 1 - exp(-x)),
        lambda: arb.pi().log() / 2 + arb(1) / 2),
    "a zero at the end": (lambda x: divide(exp(-divide(1, x)), x * x), lambda: arb(1)),
    "slow": (lambda x: exp(-apply("sqrt", x)), lambda: arb(2)),
}
UNIT: dict[str, Known] = {
    "a root": (lambda x: apply("sqrt", x), lambda: arb(2) / 3),
    "a pole": (lambda x: power(x, fmpq(-1, 2)), lambda: arb(2)),
    "a logarithm": (lambda x: -apply("log", x), lambda: arb(1)),
    "a corner": (lambda x: apply("abs", x - fmpq(1, 3)), lambda: arb(5) / 18),
    "poles at both ends": (lambda x: power(x, fmpq(-9, 10)) * power(1 - x, fmpq(-9, 10)),
                           lambda: (arb(1) / 10).gamma() ** 2 / (arb(1) / 5).gamma()),
}


@pytest.mark.parametrize("bits", [160, 320])
@pytest.mark.parametrize(("integral", "known"), [
    *(pytest.param(whole_line, known, id=f"line {name}") for name, known in WHOLE_LINE.items()),
    *(pytest.param(half_line, known, id=f"half {name}") for name, known in HALF_LINE.items()),
    *(pytest.param(unit, known, id=f"unit {name}") for name, known in UNIT.items()),
])
def test_the_true_value_is_in_the_ball_which_is_tight(
    integral: Callable[[Function], Value], known: Known, bits: int
) -> None:
    function, value = known
    with ctx.workprec(bits):
        found, true = integral(function), value()
        assert found.overlaps(true)
        assert found.rad() < (1 + abs(true)) * arb(2) ** -(bits - 50)


@pytest.mark.parametrize("b", [arb(800), arb(2) ** 30])
@pytest.mark.parametrize("a", [arb(3), arb(1) / 2, arb(2) ** -40, arb(2) ** -300])
def test_a_peak_is_met_however_far_out_and_narrow_it_is(a: arb, b: arb) -> None:
    with ctx.workprec(1280):
        enclosed = whole_line(lambda x: exp(-a * x * x + b * x))
        logarithm = b * b / (4 * a) + (arb.pi() / a).log() / 2
        assert abs(enclosed.log() - logarithm) < arb(2) ** -300


def test_two_narrow_peaks_are_both_met() -> None:
    with ctx.workprec(320):
        enclosed = whole_line(lambda x: exp(-800 * (x - 10**6) * (x - 10**6))
                              + exp(-2 * (x + 10**5) * (x + 10**5)))
        assert abs(enclosed - (arb.pi() / 800).sqrt() - (arb.pi() / 2).sqrt()) < arb(2) ** -200


def test_a_pole_at_the_end_of_a_short_interval_far_from_zero() -> None:
    start, length = fmpq(10**6), fmpq(1, 10**6)
    with ctx.workprec(160):
        enclosed = quadrature.integral(lambda x: power(x - start, fmpq(-1, 2)), start,
                                       start + length)
        assert enclosed.overlaps(2 * arb(length).sqrt())
        assert enclosed.rad() < arb(2) ** -110


def test_only_close_to_an_end_more_digits_are_asked_for_than_the_integral_is_to_have() -> None:
    asked: list[int] = []

    def recorded(x: Value) -> Value:
        asked.append(ctx.prec)
        return exp(x)

    with ctx.workprec(160):
        unit(recorded)
        # In the whole interval, to see how the integrand is: at its ends and in the middle.
        looked = [bits for bits in asked if bits > 160]
        assert set(looked) == {3 * 160} and len(looked) < len(asked)


@pytest.mark.parametrize("function", [
    lambda x: divide(1, x), lambda x: divide(1, 1 + x),
    lambda x: divide(1, (x + 3) * apply("log", x + 3)), lambda x: 1 - exp(-x),
])
def test_what_has_no_integral_is_known_to_have_none(function: Function) -> None:
    with ctx.workprec(160), pytest.raises(EvaluationError, match="does not converge"):
        half_line(function)


@pytest.mark.parametrize(("power_of_x", "rate", "start"), [
    (1, "0.125", 16), (3, "0.5", 16), (2, "0.03125", 20), (-1, "0.25", 16), (6, "1", 40)])
def test_a_sum_whose_terms_rise_at_first_has_a_bound(power_of_x: int, rate: str,
                                                     start: int) -> None:
    def term(n: Value) -> Value:
        return power(n, power_of_x) * exp(-arb(rate) * n)

    n = asymptotics.identity(start, whole=True)
    assert asymptotics.series(term(n), n).contains(sum(term(arb(k)) for k in range(start, 2000)))


def test_what_a_limit_leaves_open_is_enclosed_if_it_has_a_value() -> None:
    before = quadrature.left_open.count
    value = half_line(lambda x: divide(exp(-power(apply("log", x) - 800, 2)), x))
    assert value.contains(arb.pi().sqrt())
    assert quadrature.left_open.count == before + 1


def test_where_nothing_is_proved_nothing_is_enclosed() -> None:
    with ctx.workprec(160), pytest.raises(Unbounded):
        half_line(lambda x: divide(apply("sin", x), x))


def test_an_integral_within_an_integral() -> None:
    def inner(x: Value) -> Value:
        return whole_line(lambda y: exp(-x * x - y * y) * power(x - y, 2))

    with ctx.workprec(160):
        assert whole_line(inner).overlaps(arb.pi())


# ------------------------------------------------------------------- what is said far out

FORMULAS: dict[str, Function] = {
    "polynomial": lambda x: 3 * power(x, 4) - 7 * x + 1,
    "rational": lambda x: divide(x * x - 3 * x, power(x, 3) + x + 1),
    "bell": lambda x: exp(-x * x + 5 * x - 1) * (x - 3),
    "logistic": lambda x: exp(3 * x - 5 * apply("log", 1 + exp(x))),
    "roots": lambda x: apply("sqrt", x * x + 1) - x,
    "nested": lambda x: exp(x - exp(x)),
    "logarithms": lambda x: divide(apply("log", x + 3), x * power(apply("log", x), 2)),
    "waves": lambda x: apply("sin", x * x) * exp(-x) + apply("cos", divide(1, x)),
    "bounded": lambda x: apply("tanh", x) - apply("erf", x) + apply("atan", x),
    "gamma": lambda x: divide(power(arb(3), x), apply("gamma", x + 1)),
    "digamma": lambda x: apply("digamma", x) - apply("log", x) + apply("trigamma", x),
    "many that fade away": lambda x: divide(power(inverse_softplus(x), 2), 1 - exp(-x)),
    "many that turn": lambda x: divide(
        power(inverse_softplus(x), 2) * apply("sin", x) - inverse_softplus(x), 1 - exp(-x)),
    "power of a power": lambda x: power(divide(x + 1, x), x),
}


@pytest.mark.parametrize("function", FORMULAS.values(), ids=list(FORMULAS))
@pytest.mark.parametrize("start", [16, 64])
def test_what_a_germ_says_is_true_at_every_point(function: Function, start: int) -> None:
    with ctx.workprec(200):
        germ = function(asymptotics.identity(start))
        assert isinstance(germ, Germ)
        for x in (arb(start), arb(start) + 1 / arb(3), arb(7 * start), arb(start * start)):
            ray = Ray(x)
            said = sum((f.ball * ray.at_start(m) for m, f in germ.terms.items()), arb(0))
            assert said.overlaps(function(x))


def test_what_fades_away_in_many_ways_is_taken_together() -> None:
    fading = FORMULAS["many that fade away"](asymptotics.identity(16))
    assert len(fading.terms) <= asymptotics.MANY_SUMMANDS
    assert len(power(fading, 4).terms) <= asymptotics.MAX_SUMMANDS


def test_the_logarithm_of_an_exponential_has_no_cut() -> None:
    box = acb(arb(0, 1), arb(0, 30))
    with ctx.workprec(160):
        assert apply("log", elementary.divide(exp(box), 2)).overlaps(box - arb(2).log())
        assert abs(divide(exp(box) * box, exp(box) * 3)) < 100


@pytest.mark.parametrize("order", [1, 2, 5])
def test_a_power_of_the_logarithm_beside_a_power_has_a_sum(order: int) -> None:
    def term(n: Value) -> Value:
        return divide(power(apply("log", n), order), power(n, 3))

    def tail(x: arb) -> arb:
        """The integral from x on, by parts."""
        total, factor = arb(0), arb(1) / 2
        for k in range(order, -1, -1):
            total, factor = total + factor * x.log() ** k, factor * k / 2
        return total / x**2

    with ctx.workprec(160):
        total = enclosed.series(term, 1)
        some = sum((term(arb(n)) for n in range(2, 400)), arb(0))
        assert total.rad() < arb(2) ** -120
        assert some + tail(arb(400)) < total < some + term(arb(400)) + tail(arb(400))


# ------------------------------------------------------------------------------ on a page

TRUE = [
    r"\int_{-\infty}^\infty \frac{1}{\pi (1 + x^2)} \, dx = 1",
    r"\int_0^1 \sqrt{x} \, dx = \frac{2}{3}",
    r"\int_0^1 x^{-1/2} \, dx = 2",
    r"\int_0^1 \log(x) \, dx = -1",
    r"\int_0^1 \frac{1}{\sqrt{x (1 - x)}} \, dx = \pi",
    r"\int_{-\infty}^\infty e^{-\left|x\right|} \, dx = 2",
    r"\int_{-\infty}^0 e^s \, ds = 1",
    r"\int_{-\infty}^2 e^s \, ds = e^2",
    r"\int_{\mathbb{R}_{<0}} e^s \, ds = 1",
    r"\int_0^{-\infty} e^s \, ds = -1",
    r"\int_\infty^0 e^{-s} \, ds = -1",
    r"\int_1^\infty \frac{\log x}{x^2} \, dx = 1",
    r"\int_2^\infty \frac{(\log x)^2}{x^3} \, dx = \frac{2 (\log 2)^2 + 2 \log 2 + 1}{16}",
    r"\int_{-\infty}^\infty e^{-a x^2 + b x} \, dx = \sqrt{\frac{\pi}{a}} e^{b^2 / (4 a)} "
    r"\qquad a \in \mathbb{R}_{>0}, b \in \mathbb{R}",
    r"\sum_{n=1}^\infty \frac{1}{n^2} = \frac{\pi^2}{6}",
    r"\sum_{n=0}^\infty \frac{1}{(n + 1)(n + 2)} = 1",
    r"\sum_{n=0}^\infty \frac{(-1)^n}{n!} = e^{-1}",
    r"\sum_{n=0}^\infty \left(\frac{1}{2^{n + 2}} + \frac{2000^n}{2 e^{2000} n!}\right) = 1",
]
FALSE = {
    r"\int_{-\infty}^\infty x^3 e^{-(x^2 - 30)^2} \, dx = 15 \sqrt{\pi}": "",
    r"\int_{-\infty}^\infty \left(e^{-x^2} + e^{-(x - 100)^2}\right) \, dx = \sqrt{\pi}": "",
    r"\int_0^\infty \left(e^{-x} + e^{-(x - 5000)^2}\right) \, dx = 1": "",
    r"\sum_{n=0}^\infty \left(\frac{1}{2^{n + 2}} + \frac{2000^n}{2 e^{2000} n!}\right) "
    r"= \frac{1}{2}": "",
    r"\sum_{n=0}^\infty (n + 1) \left(\frac{1}{2^n} + 10^{-60}\right) = 4":
        "an infinite sum that does not converge",
    r"\sum_{n=2}^\infty \frac{1}{n \log n} = 20": "an infinite sum that does not converge",
    r"\int_{-\infty}^0 e^s \, ds = -1": "",
    r"\int_1^\infty \frac{1}{x} \, dx = 800": "an integral that does not converge",
}


@pytest.mark.parametrize("tex", TRUE)
def test_what_is_true_holds_and_is_certified(run: Run, tex: str) -> None:
    verdict = run(rf"claim | {tex}")["claim"].verdict
    assert verdict.failure is None


@pytest.mark.parametrize("tex", FALSE)
def test_what_is_false_is_refused_however_far_out_it_shows(run: Run, tex: str) -> None:
    failure = run(rf"claim | {tex}")["claim"].verdict.failure
    assert failure is not None
    assert failure.reason == FALSE[tex]


NARROW = r"e^{-(10^9 (x - 12345.678))^2}"


@pytest.mark.parametrize(("tex", "reason"), [
    (r"\sum_{n=0}^\infty \prod_{j=1}^n \frac{1}{2 j} = \sqrt{e}",
     "an integral or a sum to infinity of which nothing bounds what lies far out"),
    (rf"\int_{{-\infty}}^\infty \left(\frac{{1}}{{1 + x^{{1000}}}} + {NARROW}\right) \, dx "
     r"= \int_{-\infty}^\infty \frac{1}{1 + x^{1000}} \, dx",
     "an integral that did not settle"),
], ids=["true", "false by a peak that no node meets"])
def test_what_is_not_enclosed_is_undecided(run: Run, tex: str, reason: str) -> None:
    assert reason in run(f"claim | {tex}").problem


def test_what_is_not_enclosed_refutes_nothing(run: Run) -> None:
    narrow = NARROW.replace("12345.678", "0.678")
    result = run("<!-- execmath: refuted -->",
                 r"claim | \int_{-\infty}^\infty \left(\frac{1}{1 + x^{1000}} + "
                 rf"{NARROW}\right) \, dx = \int_{{-\infty}}^\infty \left("
                 rf"\frac{{1}}{{1 + x^{{1000}}}} + {narrow}\right) \, dx")
    assert "marked as refuted" in result.problem


@pytest.mark.parametrize("tex", [
    r"\sum_{n=0}^\infty {n + 2 \choose n} \frac{1}{2^n} = 8",
    r"\sum_{n=0}^\infty \frac{(-1)^n x^{2 n}}{(2 n)!} = \cos x \qquad x \in \{0, 1, 3\}",
])
def test_binomials_and_factorials_of_a_multiple_have_a_bound_far_out(run: Run, tex: str) -> None:
    assert run(f"claim | {tex}")["claim"].verdict.holds
