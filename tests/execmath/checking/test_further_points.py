r"""Where the plain points do not look: far out, at the constants and zeros of the display itself,
at larger sizes, at smooth functions with nothing in common, at the same points with more digits.

Each false claim here is true at all plain points, which are short binary fractions up to 1024, or
nearly so; each true one goes to an extreme that must not get it refused.
"""

from __future__ import annotations

import pytest
from small_pages import Run

REAL = r"\qquad x \in \mathbb{R}"
SMOOTH = r"f \in C^\infty(\mathbb{R}, \mathbb{R})"
PLANE = r"\qquad x \in \mathbb{R}^2,\; f \in C^\infty(\mathbb{R}^2, \mathbb{R})"

FALSE = {
    "a bound on all numbers": rf"|x| \le 1024 {REAL}",
    "a logarithm that grows slowly": rf"\log(1 + x^2) < 5000 {REAL}",
    "a logarithm next to zero": r"-\log x < 7000 \qquad x \in (0, 1)",
    "a far bound": rf"|x| \le 10^{{200}} {REAL}",
    "a hole just where another case applies":
        r"\left(\begin{cases} y & x + y \ge 4 \\ \frac{4 y}{4} & x + y < 4 \end{cases}\right)"
        r" \frac{x^3 - 10}{x^3 - 10} = y \qquad x \in \mathbb{R},\; y \in \{1\}",
    "a number too large to be written out": rf"x \ne e^{{e^{{50}}}} {REAL}",
    "a hole at one that is too small": rf"\frac{{x - e^{{-e^{{50}}}}}}{{x - e^{{-e^{{50}}}}}} = 1"
        rf"{REAL}",
    "a bound from below that is very small": r"x \ge 10^{-310} \qquad x \in \mathbb{R}_{>0}",
    "a hole between probabilities": r"\frac{p_1 - p_2^2}{p_1 - p_2^2} = 1 \qquad p \in \Delta^{2}",
    "a probability next to one": r"p_1 \le 1 - 10^{-100} \qquad p \in \Delta^{2}",
    "a whole number far out": r"\sin(\pi n / 12345) \ne 0 \qquad n \in \{1, 2, \ldots\}",
    "two numbers of which one is irrational":
        r"(x - 3.5)^2 + (y - e^2)^2 > 0 \qquad x, y \in \mathbb{R}",
    "two numbers that are solved for": r"(x - 3.5)^2 + (y - x^2)^2 > 0 \qquad x, y \in \mathbb{R}",
    "a sum of hundreds of terms": r"\sum_{j=1}^{n} \frac{1}{j} \le 6 \qquad n \in \{1, 2, \ldots\}",
    "more components than the display names": r"\sum_{j=1}^{k} x_j \le \sqrt{100} \sqrt{x^\top x}"
        r" \qquad k \in \{1, 2, \ldots\},\; x \in \mathbb{R}^k",
    "a size in the thousands": r"k \le 5000 + 0 x_1 \qquad k \in \{1, 2, \ldots\},\;"
        r" x \in \mathbb{R}^k",
    "a bound from below": r"x \ge \frac{1}{2^{300}} \qquad x \in \mathbb{R}_{>0}",
    "an end of an interval": r"x - 5 \ge 10^{-95} \qquad x \in (5, \infty)",
    "a component of a simplex": r"p_1 \ge 10^{-80} \qquad p \in \Delta^{2}",
    "binary fractions only": rf"\sin(2^{{40}} \pi x) = 0 {REAL}",
    "two frequencies": rf"\sin(2^{{40}} \pi x + 1) = \sin(3 \cdot 2^{{40}} \pi x + 1) {REAL}",
    "values of a function": r"\sin(2^{40} \pi A(1)) = 0 \qquad A \colon \{1, 2\} \to \mathbb{R}",
    "all values of a function": r"|A(x)| \le 10^6 \qquad x \in \mathbb{R},\;"
                                r" A \colon \mathbb{R} \to \mathbb{R}",
    "a step beside what is larger by hundreds of digits":
        rf"e^{{x^2}} = e^{{x^2}} + \mathbf{{1}}[x > 23] {REAL}",
    "a step in one component beside it":
        rf"(e^{{x^2}}, 1) = (e^{{x^2}} + \max(x - 30, 0), 1) {REAL}",
    "a bound that is lower by one beside it":
        rf"e^{{x^2}} \le e^{{x^2}} - \mathbf{{1}}[x > 23] + \mathbf{{1}}[x > 24] {REAL}",
    "a step beside a large integral":
        r"\int_{-\infty}^\infty e^{-a t^2 + b t} \, dt = \sqrt{\frac{\pi}{a}} e^{\frac{b^2}{4 a}}"
        r" + (b - 24) \mathbf{1}[b > 24] \qquad a \in \mathbb{R}_{>0},\; b \in \mathbb{R}",
    "a narrow window beside an integral of other letters":
        r"\int_{-\infty}^\infty e^{-a t^2 + b t} \, dt = \sqrt{\frac{\pi}{a}} e^{\frac{b^2}{4 a}}"
        r" + \mathbf{1}[c > \sqrt{2} + \frac{6}{7}]"
        r" \mathbf{1}[c < \sqrt{2} + \frac{6}{7} + 10^{-12}]"
        r" \qquad a \in \mathbb{R}_{>0},\; b, c \in \mathbb{R}",
    "a hole": rf"\frac{{x^2 - 49}}{{x - 7}} = x + 7 {REAL}",
    "a hole at a root of 3": rf"\frac{{x - \sqrt{{3}}}}{{x - \sqrt{{3}}}} = 1 {REAL}",
    "a hole that is solved for": rf"\frac{{x^2 - x - 1}}{{x^2 - x - 1}} = 1 {REAL}",
    "a hole beside what has many zeros": rf"(\sin(x^2))^2 (\cos(x^2))^2 (\sin(3 x^2))^2"
        rf" (\cos(5 x^2))^2 (\sin(7 x^3))^2 (1 - \frac{{x^2 - 19}}{{x^2 - 19}}) = 0 {REAL}",
    "a hole beside what nearly has zeros": rf"\frac{{1}}{{1 + (\sin(x^2))^2}} + (\sin(x^3))^2"
        rf" + \frac{{x^3 - 19}}{{x^3 - 19}} = \frac{{1}}{{1 + (\sin(x^2))^2}} + (\sin(x^3))^2 + 1"
        rf" {REAL}",
    "a hole where two letters meet": r"\frac{x - y}{x - y} = 1 \qquad x, y \in \mathbb{R}",
    "a hole on a line": r"\frac{x_1 + x_2 - 7}{x_1 + x_2 - 7} = 1 \qquad x \in \mathbb{R}^2",
    "a logarithm of zero": rf"\log|x - 5| = \log|5 - x| {REAL}",
    "a pole": rf"\tan(x) \cos(x) = \sin(x) {REAL}",
    "a zero that is touched": rf"x^2 - 14 x + 49 > 0 {REAL}",
    "a number that is left out": rf"x \ne \frac{{1}}{{3}} {REAL}",
    "an irrational one": rf"x^2 \ne 2 {REAL}",
    "a transcendental one": rf"x \ne \pi {REAL}",
    "one that is solved for": rf"x^2 \ne x + 1 {REAL}",
    "a case": rf"\left(\begin{{cases}} 1 & x = 23 \\ 0 & x \ne 23 \end{{cases}}\right) = 0 {REAL}",
    "a case at an irrational number":
        rf"1 + \mathbf{{1}}[x = \sqrt{{2}} + \frac{{33}}{{7}}] = 1 {REAL}",
    "a case at a root": rf"1 + \mathbf{{1}}[x^2 - x = 1] = 1 {REAL}",
    "a window beside an irrational number":
        rf"\mathbf{{1}}[x > \sqrt{{7}}] \cdot \mathbf{{1}}[x < \sqrt{{7}} + 10^{{-17}}] = 0 {REAL}",
    "a bump": rf"e^{{-10^{{18}} (x - \sqrt{{e}})^2}} < 10^{{-1}} {REAL}",
    "a bump at a root": rf"e^{{-10^{{30}} (x^2 - x - 3)^2}} = 0 {REAL}",
    "where all letters are equal": r"(x - y)^2 + (y - z)^2 > 0 \qquad x, y, z \in \mathbb{R}",
    "where two letters are zero": r"|x - y| + |x + y| > 0 \qquad x, y \in \mathbb{R}",
    "at a constant for each letter": r"(x - 3)^2 + (y - 5)^2 > 0 \qquad x, y \in \mathbb{R}",
    "at one constant for all components":
        r"\sum_{j=1}^{k} |x_j - 7| > 0 \qquad k \in \{2, 3\},\; x \in \mathbb{R}^k",
    "where a bound is touched": rf"\sin x > -1 {REAL}",
    "where it is touched later": r"\cos x < 1 \qquad x \in (0, \infty)",
    "below a minimum": r"\Gamma(x) > \frac{8857}{10000} \qquad x \in \mathbb{R}_{>0}",
    "at one whole number": r"n^2 + n + 41 \ne 1681 \qquad n \in \mathbb{N}_0",
    "where two letters are equal": r"2 x y < x^2 + y^2 \qquad x, y \in \mathbb{R}",
    "from a size on that is named":
        r"\sum_{j=1}^{n} 1 = n + \mathbf{1}[n > 53] \qquad n \in \{1, 2, \ldots\}",
    "a hole in a product of sets": r"\frac{(x_1 - 7) x_2}{x_1 - 7} = x_2"
        r" \qquad x \in \mathbb{R} \times \mathbb{R}_{<0}",
    "a case in a product of sets":
        r"\mathbf{1}[x_2 = -\frac{7}{3}] = 0 \qquad x \in \mathbb{R} \times \mathbb{R}_{<0}",
    "an end of the second set of a product": r"x_2 < 0 \qquad x \in [1, 4] \times [-4, 0]",
    "a hole at a component in the middle":
        r"\mathbf{1}[x_3 = \frac{7}{3}] = 0 \qquad x \in \mathbb{R}^5",
    "a hole at three components": r"\mathbf{1}[x_1 = 7] \mathbf{1}[x_2 = 5] \mathbf{1}[x_3 = 3] = 0"
        r" \qquad x \in \mathbb{R}^3",
    "a hole on the diagonal of a matrix":
        r"\frac{\operatorname{tr}(A) - 7}{\operatorname{tr}(A) - 7} = 1"
        r" \qquad A \in \mathbb{R}^{2 \times 2}",
    "a square of an entry in the middle":
        r"(A_{2,2} - \frac{7}{3})^2 + (A_{1,3} - 1)^2 > 0 \qquad A \in \mathbb{R}^{3 \times 3}",
    "two components of an interval": r"(x_1 - \frac{1}{7})^2 + (x_2 - \frac{1}{3})^2 > 0"
        r" \qquad x \in [0, 1]^2",
    "two of three probabilities":
        r"(p_1 - \frac{1}{7})^2 + (p_2 - \frac{2}{7})^2 > 0 \qquad p \in \Delta^{2}",
    "a value of a function": r"h(1) \ne \frac{7}{3} \qquad h \colon \{1, 2\} \to \mathbb{R}_{>0}",
    "a hole at a value of a function": r"\frac{(h(2) - 7) h(1)}{h(2) - 7} = h(1)"
        r" \qquad h \colon \{1, 2\} \to \mathbb{R}",
    "a transcendental value of a function":
        rf"(f(x) - \pi)^2 > 0 {REAL},\; f \colon \mathbb{{R}} \to \mathbb{{R}}",
    "a set that depends on a letter":
        r"(x - 2 a + \frac{1}{3})^2 > 0 \qquad a \in [1, 2],\; x \in [a, a + 1]",
    "a zero in a short interval": r"\mathbf{1}[\psi(x) = 0] = 0 \qquad x \in (-3, -2)",
    "two curves that cross at whole numbers":
        r"(x^2 + y - 11)^2 + (x + y^2 - 7)^2 > 0 \qquad x, y \in \mathbb{R}",
    "two curves that cross at irrational numbers":
        r"(x^3 - 2)^2 + (y - x - 1)^2 > 0 \qquad x, y \in \mathbb{R}",
    "a small valley":
        r"(x^2 + 2 y^2 - 4)^2 + (x - y^2 + 1)^2 \ge \frac{1}{1000} \qquad x, y \in \mathbb{R}",
    "a kink near zero": r"\max(\log x, -15) = \log x \qquad x \in [10^{-12}, 1]",
    "the larger of two that nearly agree": rf"\max(\log(1 + e^x), x + e^{{-2000}}) = \log(1 + e^x)"
        rf" {REAL}",
    "between two whole numbers":
        r"\binom{20}{n} \binom{n}{15} (n - 15) (n - 20) = 0 \qquad n \in \mathbb{N}_0",
    "a window, and vectors of many sizes": r"\sum_{j=1}^{m} (\max(x_j, z) + \min(x_j, z)) = m z"
        r" + \sum_{j=1}^{m} x_j + \mathbf{1}[z > \sqrt{2}] \mathbf{1}[z < \sqrt{2} + 10^{-19}]"
        r" \qquad m \in \{1, 2, \ldots\},\; z \in \mathbb{R},\; x \in \mathbb{R}^m",
    "a bound that a slow sum passes late":
        r"\sum_{j=1}^{n} \frac{1}{j} < 9 \qquad n \in \{1, 2, \ldots\}",
    "a bound that few whole numbers pass":
        r"\sin(n) < \frac{9999}{10000} \qquad n \in \{1, 2, \ldots\}",
    "where two vectors are equal": r"(x^\top y)^2 < (x^\top x) (y^\top y)"
                                   r" \qquad x, y \in \mathbb{R}_{>0}^3",
    "a little more than a bound that is attained":
        r"2 + 10^{-99} \le \frac{x}{y} + \frac{y}{x} \qquad x, y \in \mathbb{R}_{>0}",
    "a little more than a bound that is attained at no fraction":
        rf"e^{{x - \pi}} \ge 1 + x - \pi + 10^{{-60}} {REAL}",
    "at an end of a hypothesis": r"x > \sqrt{2} \qquad x \in \mathbb{R},\; x \ge \sqrt{2}",
    "the fifth letter": r"\mathbf{1}[z = 37] = 0 \qquad v, w, x, y, z \in \mathbb{R},\;"
                        r" v + w + x + y \ne 99",
    "beside an integral":
        rf"\mathbf{{1}}[x = 23] + \int_0^1 t \, \mathrm{{d}}t = \frac{{1}}{{2}} {REAL}",
    "zero up to 8":
        r"(n-1)(n-2)(n-3)(n-4)(n-5)(n-6)(n-7)(n-8) = 0 \qquad n \in \{1, 2, \ldots\}",
    "a bound on whole numbers": r"n^2 \le 10^9 \qquad n \in \{1, 2, \ldots\}",
    "a bound on sizes": r"\sum_{j=1}^{n} 1 \le 40 \qquad n \in \{1, 2, \ldots\}",
    "one to 52 digits": rf"\tanh(x^2 + 60) = 1 {REAL}",
    "one to 347 digits": rf"\tanh(x^2 + 400) = 1 {REAL}",
    "zero to 400 decimals": r"\sin(\pi + 10^{-400}) = 0",
    "a factor of one to 900 decimals": rf"x (1 + 10^{{-900}}) = x {REAL}",
    "one to 1,086 digits": rf"\operatorname{{erf}}(x^2 + 50) = 1 {REAL}",
    "one to 4,345 digits": r"\operatorname{erf}(100) = 1",
    "a limit that is off by very little":
        r"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right) = 1 + 10^{-400}",
    "a supremum that is off by very little": r"\sup_{x \in [0, 1]} (x + 10^{-400}) = 1",
    "an integral that is off by very little":
        r"\int_0^1 (x + 10^{-200} e^{-x^2}) \, \mathrm{d}x = \frac{1}{2}",
    "an integral to infinity that is off by very little":
        r"\int_0^\infty (1 + 10^{-300}) e^{-x} \, \mathrm{d}x = 1",
    "a reciprocal of what the display names":
        r"\frac{1}{n} \ne 10^{-700} \qquad n \in \{1, 2, \ldots\}",
    "a root of what the display names": r"\frac{1}{1 + x^2} > 10^{-3000} \qquad x \in \mathbb{R}",
    "a root next to zero": r"\frac{1}{x^2} < 10^{3000} \qquad x \in \mathbb{R}_{>0}",
    "a power of what the display names": r"\sqrt{x} < 10^{400} \qquad x \in \mathbb{R}_{>0}",
    "a norm that is far out":
        r"\frac{1}{1 + \lVert x \rVert^2} > 10^{-3000} \qquad x \in \mathbb{R}^3",
    "a number of 5,001 digits": r"x^2 < 10^{5000} \qquad x \in \mathbb{R}",
    "a sum that is off by very little": r"\sum_{n=0}^\infty \frac{1}{n!} = e + 10^{-900}",
    "polynomials and sines": rf"f^{{(5)}}(x) = -f^{{(3)}}(x) \qquad x \in \mathbb{{R}},\; {SMOOTH}",
    "sums over components":
        rf"\frac{{\partial}}{{\partial x_1}} \frac{{\partial}}{{\partial x_2}} f(x) = 0 {PLANE}",
    "small smooth functions": rf"|f(x)| \le 10^{{50}} \qquad x \in \mathbb{{R}},\; {SMOOTH}",
}


@pytest.mark.parametrize("tex", FALSE.values(), ids=FALSE)
def test_what_is_false_only_elsewhere_is_refused(run: Run, tex: str) -> None:
    failure = run(rf"claim | {tex}")["claim"].verdict.failure
    assert failure is not None
    assert failure.failing > 0
    assert failure.point


OPEN, POSITIVE = r"\qquad p \in (0, 1)", r"\in \mathbb{R}_{>0}"
GEOMETRIC_MEAN = r"\sum_{x=0}^{\infty} x p (1 - p)^x = \frac{1 - p}{p}"
LAPLACE = r"\int_{-\infty}^{\infty} \frac{1}{2 b} e^{-|x| / b} \, \mathrm{d}x"

# What is out of reach is taken back, and nothing is hidden by that.
FALSE_WHERE_A_VALUE_IS_OUT_OF_REACH = {
    "a step": rf"{GEOMETRIC_MEAN} + \mathbf{{1}}[p < 10^{{-50}}] {OPEN}",
    "a corner": rf"{GEOMETRIC_MEAN} + \max(0, 10^{{-50}} - p) {OPEN}",
    "a step where another number is":
        rf"{GEOMETRIC_MEAN} + \mathbf{{1}}[\frac{{1}}{{p}} > 10^{{60}}] {OPEN}",
    "an integral that diverges there":
        r"\sum_{k=0}^{\infty} k p (1 - p)^k + 0 \int_0^\infty e^{(1/p - 2000) x} \, \mathrm{d}x"
        rf" = \frac{{1-p}}{{p}} {OPEN}",
    "a bound": r"\sum_{k=1}^{\infty} \frac{x^k}{k} \le 200 \qquad x \in (0, 1)",
    "a step at an integral": rf"{LAPLACE} = 1 + \mathbf{{1}}[b < 10^{{-60}}] \qquad b {POSITIVE}",
    "a series beyond where it converges":
        r"\sum_{k=0}^{\infty} (x/30)^k (1 - x/30) = 1 \qquad x \in \mathbb{R}_{>0}",
}


@pytest.mark.parametrize("tex", FALSE_WHERE_A_VALUE_IS_OUT_OF_REACH.values(),
                         ids=FALSE_WHERE_A_VALUE_IS_OUT_OF_REACH)
def test_what_is_false_where_a_value_is_out_of_reach_is_refused(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}")["claim"].verdict.failure is not None


def test_the_details_say_how_many_points_are_out_of_reach(run: Run) -> None:
    verdict = run(rf"claim | {GEOMETRIC_MEAN} {OPEN}")["claim"].verdict
    assert verdict.holds
    assert 0 < verdict.out_of_reach < verdict.points / 2


TRUE = {
    "a sum that hardly falls at an edge": rf"\sum_{{x=0}}^{{\infty}} p (1 - p)^x = 1 {OPEN}",
    "a sum of which no value is known there": rf"{GEOMETRIC_MEAN} {OPEN}",
    "a logarithm": r"\sum_{k=1}^{\infty} \frac{x^k}{k} = -\log(1 - x) \qquad x \in (0, 1)",
    "a gamma function next to its pole":
        rf"\int_0^\infty x^{{a-1}} e^{{-x}} \, \mathrm{{d}}x = \Gamma(a) \qquad a {POSITIVE}",
    "an exponential density, tilted": r"\int_0^\infty e^{t x} b e^{-b x} \, \mathrm{d}x"
        r" = \frac{b}{b - t} \qquad b \in \mathbb{R}_{>0},\; t \in (-\infty, b)",
    "Student's density": r"\int_{-\infty}^{\infty} \left(1 + \frac{x^2}{a}\right)^{-(a+1)/2}"
        r" \, \mathrm{d}x = \frac{\sqrt{a \pi} \, \Gamma(a/2)}{\Gamma((a+1)/2)}"
        rf" \qquad a {POSITIVE}",
    "far beyond what the display names":
        r"\frac{1}{1 + x^2} < 2 - 10^{-3000} \qquad x \in \mathbb{R}",
    "a number too small for all digits that are compared": r"\log e^{-10^6} = -10^6",
    "powers that cancel": rf"e^{{-10^6 x}} e^{{10^6 x}} = 1 {REAL}",
    "small constants on both sides":
        rf"x (10^{{-900}} + 10^{{-901}}) = 11 x \cdot 10^{{-901}} {REAL}",
    "a threshold that is a root":
        rf"x^2 = \begin{{cases}} x + 1 & \text{{if }} x^2 = x + 1 \\ x^2 & \text{{otherwise}} "
        rf"\end{{cases}} {REAL}",
    "the larger of two at a tie": rf"\max(e^x, 2) + \min(e^x, 2) = e^x + 2 {REAL}",
    "a condition on a number and itself":
        rf"\mathbf{{1}}[x \le x] + \mathbf{{1}}[x > x] = 1 {REAL}",
    "above a minimum": r"\Gamma(x) > \frac{8856}{10000} \qquad x \in \mathbb{R}_{>0}",
    "what cancels far out": rf"(x + 1)^3 - x^3 = 3 x^2 + 3 x + 1 {REAL}",
    "a doubly exponential": rf"\log e^{{e^x}} = e^x {REAL}",
    "what is below one by less than any digit": rf"|\tanh(x)| < 1 {REAL}",
    "a sigmoid": rf"0 < \frac{{1}}{{1 + e^{{-x}}}} < 1 {REAL}",
    "softplus": rf"\log(1 + e^x) - \log(1 + e^{{-x}}) = x {REAL}",
    "a tangent": rf"e^x \ge 1 + x {REAL}",
    "a gamma function": r"\Gamma(x + 1) = x \Gamma(x) \qquad x \in \mathbb{R}_{>0}",
    "a hole that is left out":
        r"\frac{x^2 - 49}{x - 7} = x + 7 \qquad x \in \mathbb{R},\; x \ne 7",
    "an irrational hole that is left out":
        r"\frac{x^2 - x - 1}{x^2 - x - 1} = 1 \qquad x \in \mathbb{R},\; x^2 - x - 1 \ne 0",
    "a root of a square": rf"\sqrt{{(x - \sqrt{{2}})^2}} = |x - \sqrt{{2}}| {REAL}",
    "an end that belongs to it": r"\sqrt{x - 100}^2 = x - 100 \qquad x \in [100, \infty)",
    "a sum of n": r"\sum_{j=1}^{n} j = \frac{n (n + 1)}{2} \qquad n \in \{1, 2, \ldots\}",
    "binomials": r"\sum_{j=0}^{n} \binom{n}{j} = 2^n \qquad n \in \{1, 2, \ldots\}",
    "powers of whole numbers": r"2^n > n \qquad n \in \{1, 2, \ldots\}",
    "entropy": r"-\sum_{j=1}^3 p_j \log p_j \le \log 3 \qquad p \in \Delta^{2}",
    "an integral with a parameter":
        r"\int_0^\infty e^{-b x} \, dx = \frac{1}{b} \qquad b \in \mathbb{R}_{>0}",
    "mixed derivatives": r"\frac{\partial}{\partial x_1} \frac{\partial}{\partial x_2} f(x)"
                         r" = \frac{\partial}{\partial x_2} \frac{\partial}{\partial x_1} f(x)"
                         rf" {PLANE}",
    "the theorem of calculus": rf"\int_0^1 f'(s) \, ds = f(1) - f(0) \qquad {SMOOTH}",
    "an arbitrary function": r"A(x) + A(y) = A(y) + A(x) \qquad x, y \in \mathbb{R},\;"
                             r" A \colon \mathbb{R} \to \mathbb{R}",
}


@pytest.mark.parametrize("tex", TRUE.values(), ids=TRUE)
def test_what_is_true_everywhere_holds(run: Run, tex: str) -> None:
    assert run(rf"claim | {tex}").problems == []


def test_a_hole_is_shown_where_it_is(run: Run) -> None:
    problem = run(rf"claim | \frac{{x^2 - 49}}{{x - 7}} = x + 7 {REAL}").problem
    assert "(a division by zero); simplest:\n    x = 7\n" in problem


def test_the_line_says_which_magnitudes_and_sizes_were_covered(run: Run) -> None:
    words = run(r"claim | \sum_{j=1}^{n} x_j = \sum_{j=1}^{n} x_{n+1-j}"
                r" \qquad n \in \{1, 2, \ldots\},\; x \in \mathbb{R}^n")["claim"].words()
    assert "n = 1…7, some to " in words
    assert ", numbers of 10⁻²" in words
    assert "…10²" in words


def test_where_the_arithmetic_does_not_reach_a_point_is_taken_back_and_the_line_says_so(
    run: Run
) -> None:
    verdict = run(rf"claim | e^{{e^x}} > 1 {REAL}")["claim"].verdict
    assert verdict.holds
    largest = verdict.coverage.rpartition("…")[2]
    assert largest in ("1", "10¹", "10²")


def test_the_digits_of_a_second_look_are_kept(run: Run) -> None:
    assert run(rf"claim | e^x e^{{-x}} = 1 {REAL}")["claim"].verdict.again >= 600


def test_on_a_threshold_that_is_irrational_the_two_sides_meet(run: Run) -> None:
    cases = r"x - \sqrt{2} & x \ge \sqrt{2} \\ \sqrt{2} - x & x < \sqrt{2}"
    modulus = rf"\begin{{cases}} {cases} \end{{cases}}"
    result = run(rf"claim | \left({modulus}\right) = |x - \sqrt{{2}}| {REAL}")
    verdict = result["claim"].verdict
    assert verdict.holds
    assert verdict.passed_over == 0


def test_the_size_of_a_set_with_a_name_is_not_set_equal_to_another(run: Run) -> None:
    result = run(
        r"sizes | m, n \in \{1, 2, \ldots\}",
        r"rows | \mathcal{X} := \{1, \ldots, m\}",
        r"columns | \mathcal{Y} := \{1, \ldots, n\}",
        r"weights | q \colon \mathcal{X} \times \mathcal{Y} \to \mathbb{R}_{>0}",
        r"entropy | H(c) := c - \sum_{x \in \mathcal{X}} \sum_{y \in \mathcal{Y}} "
        r"q(x, y) \log q(x, y) \qquad c \in \mathbb{R}",
        r"claim | H(1) = 1 + H(0)",
    )
    assert result.problems == []


@pytest.mark.parametrize("definition, use", [
    (r"f(x) := 1 + 10^{-6} x \in \mathbb{R}_{>0} \qquad x \in \mathbb{R}",
     r"f(x) = 1 + 10^{-6} x \qquad x \in \mathbb{R}"),
    (r"f(x) := (x - 7)^2 \in \mathbb{R}_{>0} \qquad x \in \mathbb{R}",
     r"f(x) = x^2 - 14 x + 49 \qquad x \in \mathbb{R}"),
    (r"f(x) := \frac{x}{1 + x} \in [0, 0.9999999] \qquad x \in \mathbb{R}_{>0}",
     r"f(x) (1 + x) = x \qquad x \in \mathbb{R}_{>0}"),
], ids=["far out", "at one number", "an end"])
def test_a_definition_that_leaves_its_codomain_only_elsewhere_is_refused(
    run: Run, definition: str, use: str
) -> None:
    assert "outside the set" in run(f"function | {definition}", f"use | {use}").problem \
        or "is in the set" in run(f"function | {definition}", f"use | {use}").problem
