r"""`X \sim f` says what X is drawn from; means, variances and probabilities follow from it."""

from __future__ import annotations

import pytest
from small_pages import Run

LINEAR = (r"density | f(x) := 2 x \qquad x \in [0, 1]", r"law | X \sim f")
COIN = (r"chance | p \in (0, 1)",
        r"density | f(x) := p^x (1 - p)^{1 - x} \qquad x \in \{0, 1\}", r"law | X \sim f")
COUNT = (r"density | f(n) := 2^{-n-1} \qquad n \in \mathbb{N}_0", r"law | N \sim f")
POISSON = (r"rate | \lambda \in [1/4, 8]",
           r"density | \operatorname{Poisson}(x; \lambda) := \frac{\lambda^x e^{-\lambda}}{x!} "
           r"\qquad x \in \mathbb{N}_0", r"law | X \sim \operatorname{Poisson}(\lambda)")
JOINT = (r"weights | w \in \Delta^{3}", r"outcomes | x, y \in \{1, 2\}",
         r"density | p(x, y) := w_{2 (x - 1) + y}", r"law | (X, Y) \sim p")
INDEPENDENT = (r"density | f(x) := 2 x \qquad x \in [0, 1]",
               r"law | X, Y \sim f, \qquad X \perp Y")
IN_PAIRS = (r"density | f(x) := 2 x \qquad x \in [0, 1]",
            r"law | X, Y, Z \sim f, \qquad X \perp Y, \quad Y \perp Z, \quad X \perp Z")
THREE = (IN_PAIRS[0], r"law | X, Y, Z \sim f, \qquad X \perp Y \perp Z")
BESIDE = (*JOINT, r"density-2 | f(z) := 2 z \qquad z \in [0, 1]", r"law-2 | Z \sim f")
SAMPLE = (r"size | n \in \{2, 3\}, \qquad i \in \{1, \ldots, n\}",
          r"density | f(x) := 2 x \qquad x \in [0, 1]",
          r"law | y_i \sim f, \quad i = 1, \ldots, n")
DRAWS = (r"size | n \in \{2, 3\}", *SAMPLE[1:])

TWINS = {
    "three that are independent": (
        THREE, r"\mathrm{E}[X Z] = \frac{2}{3} \mathrm{E}[Y]",
        r"\mathrm{E}[X Z] = \mathrm{E}[Y^2]"),
    "letters by themselves stand for all their values": (
        (r"weights | w \in \Delta^3",
         r"density | P(a, b) := w_{2 (a - 1) + b} \qquad a, b \in \{1, 2\}",
         r"law | (A, B) \sim P"),
        r"P(A, B) = P(A | B) P(B) \quad \text{if } P(B) > 0", "P(A, B) = P(A) P(B)"),
    "in a probability that everybody knows": (
        JOINT, r"\Pr(X, Y) = \Pr(X = x | Y = y) \Pr(Y) \quad \text{if } \Pr(Y) > 0",
        r"\Pr(X, Y) = \Pr(X) \Pr(Y)"),
    "given a letter within a mean": (
        JOINT, r"\mathrm{E}\left[\sum_{k=1}^2 k \Pr(X = k | Y)\right] = \mathrm{E}[X]",
        r"\mathrm{E}\left[\sum_{k=1}^2 k \Pr(X = k | Y)\right] = \mathrm{E}[Y]"),
    "a small letter for its value": (
        LINEAR, r"\langle x \rangle = \frac{2}{3}, \quad \mathrm{E}(\ln x) = -\frac{1}{2}",
        r"\langle x^2 \rangle = \frac{2}{3}"),
    "the mean of a constant": (
        LINEAR, r"\mathrm{E}(a X + c) = a \mathrm{E}(X) + \mathrm{E}(c) = \frac{2 a}{3} + "
        r"\langle c \rangle \qquad a, c \in \mathbb{R}",
        r"\mathrm{E}(c) = c \mathrm{E}(X) \qquad c \in [1, 2]"),
    "the density alone below": (
        LINEAR, r"\mathbb{E}_f[x^2] = \mathbb{E}_{f}[x^2] = \mathrm{E}[X^2]",
        r"\mathbb{E}_f[x^2] = \mathrm{E}[X]^2"),
    "a density with what is given": (
        (*LINEAR[:1], r"density-2 | g(u \mid t) := t u^{t - 1} \qquad u \in [0, 1],\; t \in [1, 3]",
         r"law | X \sim f"),
        r"\mathbb{E}_{g(u | s)}[u] = \langle u \rangle_{g(u | s)} = \frac{s}{s + 1}, \quad "
        r"\mathbb{E}_{g(u | 2)}[u] = \mathrm{E}[X] \qquad s \in [1, 3]",
        r"\mathbb{E}_{g(u | s)}[u] = \mathrm{E}[X] \qquad s \in [1, 3]"),
    "chi squared, whose power is none": (
        (r"density | \chi^2(x; k) := \frac{x^{k/2 - 1} e^{-x/2}}{2^{k/2} \Gamma(k/2)} \qquad "
         r"x \in \mathbb{R}_{>0},\; k \in \{2, 4\}",),
        r"Z \sim \chi^{2}(k) \Rightarrow \mathrm{E}(Z) = k \qquad k \in \{2, 4\}",
        r"Z \sim \chi^{2}(k) \Rightarrow \mathrm{E}(Z) = 2 k \qquad k \in \{2, 4\}"),
    "outcomes that depend on another parameter": (
        (r"density | b(x; n, p) := \binom{n}{x} p^x (1 - p)^{n - x} \qquad "
         r"n \in \{1, 2, \ldots\},\; x \in \{0, \ldots, n\},\; p \in (0, 1)",
         r"letters | n \in \{1, 2, 3\}, \qquad p \in (0, 1)", r"law | X \sim b(n, p)"),
        r"\mathrm{E}(X) = n p, \quad \sum_{x=0}^n b(x; n, p) = 1", r"b(n + 1; n, p) = 0"),
    "given an independent one": (
        INDEPENDENT, r"\mathrm{E}[X | Y = 1] = \mathrm{E}[X]", r"\mathrm{E}[X | Y = 1] = 1"),
    "given what can be": (
        INDEPENDENT, r"\mathrm{E}[X | Y = \tfrac{1}{2}] = \frac{2}{3}",
        r"\mathrm{E}[X | Y = 2] = \frac{2}{3}"),
    "given itself": (LINEAR, r"\mathrm{E}[X^2 | X = \tfrac{1}{2}] = \frac{1}{4}",
                     r"\mathrm{E}[X^2 | X = 3] = 9"),
    "given what stands in it": (
        INDEPENDENT, r"\mathrm{E}[X Y | Y = \tfrac{1}{2}] = \frac{1}{3}",
        r"\mathrm{E}[X Y | Y = \tfrac{1}{2}] = \mathrm{E}[X Y]"),
    "two that are drawn together, and a third": (
        (*BESIDE, r"apart | (X, Y) \perp Z"),
        r"\mathrm{E}[Y X Z] = \mathrm{E}[X Y] \mathrm{E}[Z], \quad \mathrm{E}[Y Z] = "
        r"\frac{2}{3} \mathrm{E}[Y]", r"\mathrm{E}[X Y Z] = \mathrm{E}[X] \mathrm{E}[Y] "
        r"\mathrm{E}[Z]"),
    "the mean": (LINEAR, r"\mathrm{E}(X) = \frac{2}{3}", r"\mathrm{E}(X) = \frac{1}{2}"),
    "the square of the mean of a letter": (
        LINEAR, r"\mathrm{E}(X)^2 = \frac{4}{9}, \quad \mathrm{Var}(X) = \mathrm{E}(X^2) - "
                r"\mathrm{E}(X)^2", r"\mathrm{E}(X)^2 = \frac{1}{2}"),
    "in another face": (LINEAR, r"\mathbb{E}[X^2] = E[X^2] = \frac{1}{2}", r"E[X^2] = E[X]^2"),
    "in angles": (LINEAR, r"\langle X^2 \rangle = \langle x^2 \rangle_{f(x)} = \frac{1}{2}",
                  r"\langle x^2 \rangle_{f(x)} = \frac{4}{9}"),
    "a mean within a mean is a number": (
        LINEAR, r"\mathrm{E}[X \mathrm{E}[X]] = \mathrm{E}[X]^2",
        r"\mathrm{E}[X \mathrm{E}[X]] = \mathrm{E}[X^2]"),
    "the variance": (
        COIN, r"\mathrm{Var}(X) = \mathrm{E}\left[(X - \mathrm{E}[X])^2\right] = p (1 - p)",
        r"\mathrm{Var}(X) = \mathrm{E}(X^2)"),
    "probabilities of finitely many outcomes": (
        COIN, r"\mathrm{Pr}(X = 1) = p, \quad P(X < 1) = 1 - p", r"\mathrm{Pr}(X = 0) = p"),
    "of a continuum": (
        LINEAR, r"\Pr(X \le \tfrac{1}{2}) = \frac{1}{4}, \quad \Pr(\tfrac{1}{4} < X \le 2) = "
                r"\frac{15}{16}", r"\Pr(X > \tfrac{1}{2}) = \frac{1}{4}"),
    "of what goes on for ever": (
        COUNT, r"\Pr(N \in (0, 3)) = \frac{3}{8}, \quad P(N \ge 2) = \frac{1}{4}",
        r"\Pr(N \in (0, 3)) = \frac{7}{8}"),
    "given an event": (
        LINEAR, r"\Pr(X > \tfrac{1}{2} \mid X > \tfrac{1}{4}) = \frac{4}{5}",
        r"\Pr(X > \tfrac{1}{2} \mid X > \tfrac{1}{4}) = \frac{3}{4}"),
    "a law with parameters": (
        POISSON, r"\mathrm{E}(X) = \operatorname{Var}(X) = \lambda",
        r"\mathrm{E}(X) = \operatorname{Var}[X]^2"),
    "the laws of a joint law, by name": (
        JOINT, r"p(x, y) = p(x \mid y) \, p(y), \quad p(x) = w_{2 x - 1} + w_{2 x}",
        r"p(x, y) = p(x) p(y)"),
    "a conditional law is not the joint one": (
        JOINT, r"p(x | y) = \frac{p(x, y)}{p(y)}", r"p(x | y) = p(x, y)"),
    "the names tell them apart": (JOINT, r"p(y) = w_y + w_{y + 2}", r"p(x) = p(y)"),
    "a value for a name": (JOINT, r"p(x | y = 1) = \frac{p(x, 1)}{p(y = 1)}",
                           r"p(x | y = 1) = p(x, 1)"),
    "how two vary together": (
        JOINT, r"\mathrm{Cov}(X, Y) = \mathrm{E}[X Y] - \mathrm{E}[X] \mathrm{E}[Y]",
        r"\mathrm{Cov}(X, Y) = 0"),
    "a mean given a value": (
        JOINT, r"\mathrm{E}[X | Y = y] = \frac{w_y + 2 w_{y + 2}}{w_y + w_{y + 2}}",
        r"\mathrm{E}[X | Y = y] = w_y + 2 w_{y + 2}"),
    "the law of total expectation": (
        JOINT, r"\mathrm{E}[\mathrm{E}[X | Y]] = \mathrm{E}[X]",
        r"\mathrm{E}[\mathrm{E}[X | Y]] = \mathrm{E}[Y]"),
    "the law of total variance": (
        JOINT, r"\mathrm{Var}(X) = \mathrm{E}[\mathrm{Var}(X \vert Y)] + "
               r"\mathrm{Var}[\mathrm{E}(X \vert Y)]",
        r"\mathrm{Var}(X) = \mathrm{E}[\mathrm{Var}(X \vert Y)]"),
    "the letter that a mean is over": (
        INDEPENDENT, r"\mathrm{E}_X[X^2] = \frac{1}{2}, \quad \mathrm{E}_Y[\mathrm{E}_X[X^2 Y]] "
                     r"= \mathrm{E}_{X,Y}[X^2 Y] = \frac{1}{3}",
        r"\mathrm{E}_Y[\mathrm{E}_X[X^2 Y]] = \frac{1}{2}"),
    "the law below, at its outcome": (
        LINEAR[:1], r"\mathbb{E}_{x \sim f(x)}[x^2] = \frac{1}{2}",
        r"\mathbb{E}_{x \sim f(x)}[x^2] = \frac{4}{9}"),
    "what is independent": (INDEPENDENT, r"\mathrm{E}[X Y] = \frac{4}{9}",
                            r"\mathrm{E}[X Y] = \frac{1}{2}"),
    "the variance of independent letters": (
        INDEPENDENT, r"\mathrm{Var}(2 X - Y + 1) = 4 \mathrm{Var}(X) + \mathrm{Var}(Y), \quad "
                     r"\mathrm{Cov}(X, Y) = 0",
        r"\mathrm{Var}(2 X - Y + 1) = 2 \mathrm{Var}(X) + \mathrm{Var}(Y)"),
    "a variance of a product is no product": (
        INDEPENDENT, r"\mathrm{Var}(X Y) = \mathrm{E}[X^2] \mathrm{E}[Y^2] - \frac{16}{81}",
        r"\mathrm{Var}(X Y) = \mathrm{Var}(X) \mathrm{Var}(Y)"),
    "the mean of all draws": (
        DRAWS, r"\mathrm{E}(y_1 + \ldots + y_n) = \mathrm{E}(y_1) + \ldots + \mathrm{E}(y_n) = "
                r"\frac{2 n}{3}, \quad \mathrm{E}\left[\prod_{j=1}^n y_j\right] = (2 / 3)^n",
        r"\mathrm{E}\left[\prod_{j=1}^n y_j\right] = \mathrm{E}[y_1^n]"),
    "the variance of all draws": (
        DRAWS, r"\mathrm{Var}\left(\sum_{j=1}^n y_j\right) = \sum_{j=1}^n \mathrm{Var}(y_j) = "
                r"\frac{n}{18}",
        r"\mathrm{Var}\left(\sum_{j=1}^n y_j\right) = n^2 \mathrm{Var}(y_1)"),
    "one draw as often as there are draws": (
        SAMPLE, r"\mathrm{Var}\left(\sum_{j=1}^n y_i\right) = \frac{n^2}{18}",
        r"\mathrm{Var}\left(\sum_{j=1}^n y_i\right) = \frac{n}{18}"),
    "the mean of a sample": (
        (*DRAWS, r"mean | \bar{y} := \frac{1}{n} \sum_{j=1}^n y_j"),
        r"\mathrm{E}(\bar{y}) = \frac{2}{3}, \quad \mathrm{Var}(\bar{y}) = \frac{1}{18 n}",
        r"\mathrm{Var}(\bar{y}) = \frac{1}{18}"),
    "two draws with numbers of their own": (
        DRAWS, r"\mathrm{E}(y_1 y_2) = \frac{4}{9}", r"\mathrm{E}(y_1 y_2) = \frac{1}{2}"),
    "one draw of a sample": (SAMPLE, r"\mathrm{E}[y_i^2] = \frac{1}{2}",
                             r"\mathrm{E}[y_i^2] = \frac{4}{9}"),
    "two spellings of one law": (
        (r"density | f(x) := 2 x \qquad x \in [0, 1]",
         r"other | g(x; a) := a x^{a - 1} \qquad x \in [0, 1],\; a \in [1, 3]"),
        r"X \sim f \Rightarrow X \sim g(2)", r"X \sim f \Rightarrow X \sim g(3)"),
    "a functional of a density": (
        (*COIN, r"functions | g \colon \{0, 1\} \to \mathbb{R}_{>0}",
         r"entropy | \mathrm{H}(g) := -\sum_{x \in \{0, 1\}} g(x) \log_2(g(x))"),
        r"\mathrm{H}(X) = -p \log_2 p - (1 - p) \log_2(1 - p)", r"\mathrm{H}(X) = p"),
    "a number that belongs to a letter": (
        (*COIN, r"entropy | \mathrm{H}(X) := -\mathrm{E}[\log_2 f(X)]"),
        r"\mathrm{H}(X) = -p \log_2 p - (1 - p) \log_2(1 - p)", r"\mathrm{H}(X) = p"),
}


@pytest.mark.parametrize(("above", "claim"), [(page, true) for page, true, _ in TWINS.values()],
                         ids=TWINS)
def test_it_follows_from_the_law(run: Run, above: tuple[str, ...], claim: str) -> None:
    assert run(*above, f"claim | {claim}", points=40).problems == []


@pytest.mark.parametrize(("above", "claim"), [(page, false) for page, _, false in TWINS.values()],
                         ids=TWINS)
def test_its_false_twin_is_shown_false(run: Run, above: tuple[str, ...], claim: str) -> None:
    problems = run(*above, f"claim | {claim}", points=40).problems
    (problem,) = [problem for problem in problems if "never used" not in problem]
    assert " claim: " in problem and "fails at" in problem


REFUSED = {
    "a mean over one of two letters": (
        INDEPENDENT, r"\mathrm{E}_X[X Y] = \frac{2}{3}", "Y is a random letter"),
    "a mean over one of two that depend on each other": (
        JOINT, r"\mathrm{E}_Y[\mathrm{E}_X[X Y]] = \mathrm{E}[X Y]",
        "nothing says how X and Y vary together"),
    "a mean over one of three of which any two are independent": (
        IN_PAIRS, r"\mathrm{E}_{Y, Z}[\mathrm{E}_X[X Y Z]] = \frac{8}{27}", r"X \perp Y \perp Z"),
    "a letter by itself where its small letter is bound": (
        JOINT, r"\sum_{x=1}^2 \Pr(X) = 1", "write X = and a value"),
    "a small letter that has a value": (
        (*LINEAR, r"value | x \in [0, 1]"), r"\mathrm{E}(x) = x", "nothing in the brackets"),
    "a mean under a density of another letter": (
        LINEAR, r"\mathbb{E}_f[c] = c \qquad c \in [0, 1]", "the outcome of f is called x"),
    "a value of what has none": (LINEAR, r"X = X", "X is a random letter"),
    "a mean of nothing random": (LINEAR[:1], r"\mathrm{E}(3) = f(1)", "nothing in the brackets"),
    "how two vary together": (
        (r"density | f(x) := 2 x \qquad x \in [0, 1]", r"law | X, Y \sim f"),
        r"\mathrm{E}[X Y] = \frac{4}{9}", "nothing says how X and Y vary together"),
    "three of which any two are independent": (
        IN_PAIRS, r"\mathrm{E}[X Y Z] = \frac{8}{27}", r"X \perp Y \perp Z"),
    "two, given a third of which each is independent": (
        IN_PAIRS, r"\mathrm{E}[X Y | Z = 1] = \frac{4}{9}", "nothing says how X and Y and Z"),
    "a letter that is drawn with an independent one": (
        (*BESIDE, r"apart | X \perp Z"), r"\mathrm{E}[X Y Z] = \mathrm{E}[X Y] \mathrm{E}[Z]",
        r"(X, Y) \perp Z"),
    "two letters that are drawn together, each independent of a third": (
        (*BESIDE, r"apart | X \perp Z", r"apart-2 | Y \perp Z"),
        r"\mathrm{E}[X Y Z] = \mathrm{E}[X Y] \mathrm{E}[Z]", r"(X, Y) \perp Z"),
    "a power of a mean of more than a letter": (
        LINEAR, r"\mathrm{E}(X - 1)^2 = \frac{1}{6}", "two readings"),
    "a power of a mean of a power": (LINEAR, r"\mathrm{E}(X^2)^2 = \frac{1}{4}", "two readings"),
    "draws that may be the same": (
        SAMPLE, r"\mathrm{E}(y_1 y_n) = \frac{4}{9}", "over several draws"),
    "the square of a sum of draws": (
        SAMPLE, r"\mathrm{E}\left[\left(\sum_{j=1}^n y_j\right)^2\right] = n^2", "several draws"),
    "a draw, and all of them": (
        SAMPLE, r"\mathrm{Var}\left(y_1 + \sum_{j=1}^n y_j\right) = n", "several draws"),
    "an index that is bound in one place only": (
        SAMPLE, r"\mathrm{E}\left[y_i \left(\sum_{i=1}^n y_i\right)\right] = n", "several draws"),
    "a mean given a letter, which is random": (
        JOINT, r"\mathrm{E}[X | Y] = 1", "this is random itself"),
    "a law of another name": (JOINT, r"p(3) = 1", "told by the names"),
}


@pytest.mark.parametrize(("above", "claim", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_laws_do_not_say_is_not_guessed(run: Run, above: tuple[str, ...], claim: str,
                                                 message: str) -> None:
    problems = run(*above, f"claim | {claim}").problems
    assert any(" claim: " in problem and message in problem for problem in problems)


def test_a_law_sums_up_to_one(run: Run) -> None:
    page = (r"density | f(x) := x^2 \qquad x \in [0, 1]", r"law | X \sim f",
            r"claim | \mathrm{E}(X) = \frac{1}{4}")
    assert any(" law: " in problem and "does not sum to one" in problem
               for problem in run(*page).problems)


@pytest.mark.parametrize("claim", [
    r"\mathrm{E}(y_3) = \frac{2}{3}", r"\mathrm{E}(y_{n+1}) = \frac{2}{3}",
    r"\mathrm{E}(y_0) = \frac{2}{3}", r"\mathrm{Var}(y_{n+1}) = \frac{1}{18}",
    r"\sum_{j=1}^{n+1} \mathrm{E}(y_j) = \frac{2 (n + 1)}{3}",
    r"\mathrm{E}\left(\sum_{j=0}^{n} y_j\right) = \frac{2 (n + 1)}{3}"])
def test_there_are_as_many_draws_as_the_law_says(run: Run, claim: str) -> None:
    assert "of a vector of 2" in run(*DRAWS, f"claim | {claim}").problem


def test_a_random_letter_is_used_where_its_mean_is(run: Run) -> None:
    result = run(*LINEAR, r"claim | \mathrm{E}(X) = \frac{2}{3}")
    assert set(result["claim"].uses) == {"density", "law"}
    assert "X is declared and never used" in run(*LINEAR).problem


def test_letters_of_one_law_are_not_declared_independent(run: Run) -> None:
    problems = run(*JOINT, r"apart | X \perp Y").problems
    assert any("drawn from one law" in problem for problem in problems)


NORMAL = (r"ends | \mu \in [-2, 2], \quad \sigma \in [1/2, 2], \quad a, b \in [1, 2]",
          r"density | \mathcal{N}(x; \mu, v) := \frac{1}{\sqrt{2 \pi v}} \exp\left[ "
          r"-\frac{(x-\mu)^2}{2 v} \right] \qquad x, \mu \in \mathbb{R},\; v \in \mathbb{R}_{>0}")
BINOMIAL = (r"ends | n \in \{1, 2, 3\}, \quad p \in (0, 1)",
            r"density | \operatorname{Bin}(x; n, p) := {n \choose x} p^x (1 - p)^{n - x} \qquad "
            r"x \in \{0, \ldots, n\}")
UNIFORM = (r"density | f(x) := \frac{1}{2} \qquad x \in [-1, 1]",)
LAWS = {
    "of a linear function": (
        NORMAL, r"X \sim \mathcal{N}(\mu, \sigma^2) \Rightarrow Y = a X + b \sim "
                r"\mathcal{N}(a \mu + b, a^2 \sigma^2)",
        r"X \sim \mathcal{N}(\mu, \sigma^2) \Rightarrow Y = a X + b \sim "
        r"\mathcal{N}(a \mu + b, a \sigma^2) \qquad a > 1"),
    "of a power of what is positive": (
        (*LINEAR[:1], r"other | g(x) := 1 \qquad x \in [0, 1]"),
        r"X \sim f \Rightarrow X^2 \sim g", r"X \sim f \Rightarrow X^3 \sim g"),
    "of what can be counted": (
        BINOMIAL, r"X \sim \operatorname{Bin}(n, p) \Rightarrow n - X \sim "
                  r"\operatorname{Bin}(n, 1 - p)",
        r"X \sim \operatorname{Bin}(n, p) \Rightarrow n - X \sim \operatorname{Bin}(n, p)"),
}


@pytest.mark.parametrize(("above", "true", "false"), LAWS.values(), ids=LAWS)
def test_the_law_of_a_function_of_a_letter(run: Run, above: tuple[str, ...], true: str,
                                           false: str) -> None:
    assert run(*above, f"claim | {true}", points=40).problems == []
    assert any(" claim: " in problem and "fails at" in problem
               for problem in run(*above, f"claim | {false}", points=40).problems)


def test_a_value_that_is_taken_twice_has_another_law(run: Run) -> None:
    half = r"half | g(x) := \frac{1}{4 \sqrt{x}} \qquad x \in (0, 1)"
    for claim in (r"X^2 \sim f", r"|X| \sim f", r"X^2 \sim g", r"X - X^3 \sim f"):
        problems = run(*UNIFORM, half, r"law | X \sim f", f"claim | {claim}").problems
        assert any(" claim: a value that may be taken twice" in problem for problem in problems)


def test_a_model_says_first_what_its_letters_are_drawn_from(run: Run) -> None:
    model = r"model | Y = a X + b, \; X \sim \mathcal{N}(\mu, \sigma^2)"
    claim = r"claim | \mathrm{E}(Y) = a \mu + b, \quad \mathrm{Var}(Y) = a^2 \sigma^2"
    assert run(*NORMAL, model, claim, points=20).problems == []
    assert "fails at" in run(*NORMAL, model, claim.replace("a^2", "a"), points=20).problem
    no_law = (r"density | g(x) := x \qquad x \in [0, 1]", r"model | Y = X + 1, \; X \sim g")
    problems = run(*no_law, r"claim | \mathrm{E}(Y) = \frac{5}{6}").problems
    assert any(" model: " in problem and "sum to one" in problem for problem in problems)
