"""`make others`: other libraries' functions against the displayed equations of this site.

Writes docs/about/others.md: for each function of each library that is installed the worst error, in
ulp, and the simplest of the points at which most digits are lost. The truth is a ball that is tight
around the value of the displayed formula at that very point, as it is for the core itself.
"""

from __future__ import annotations

import argparse
import math
import platform
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module, metadata
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from flint import fmpq

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.values import Value, Vector
from execmath.checking.check import prepare
from execmath.checking.options import CheckOptions
from execmath.checking.points import Point
from execmath.code import float64
from execmath.documents.results import Result
from execmath.documents.site import read_site
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/about/others.md"
LOST = 64  # ulp; the verbs of this site allow no more, since two digits are gone
RANDOM = 400  # points for each function, besides the simple ones

Array = np.ndarray
Function = Callable[..., Any]
NUMBERS = [0.0, 1.0, -1.0, 2.0, 10.0, -10.0, 40.0, -40.0, 100.0, -100.0, 700.0, -700.0, 710.0,
           -745.0, 1000.0, -1000.0]


@dataclass(frozen=True)
class Equation:
    """A displayed definition, by its label, and what its promise is in ulp of."""

    function: str
    label: str
    vectors: int = 1
    scale: float = 0.0

    def truth(self, result: Result) -> Callable[[Sequence[Array]], Value]:
        """The value of the displayed formula at vectors, in tight balls."""
        definition = result.statement
        assert isinstance(definition, s.Definition)
        letters = tuple(parameter.letter for parameter in definition.parameters)
        call = s.Call(definition.letter, letters)
        balls = Compiler(result.context.definitions, Balls(), {})
        claim = s.Claim((s.Link("=", call, call),), definition.parameters)
        drawn = prepare(claim, result.context, balls, self.label, CheckOptions()).letters
        sizes = [one.letter for one in drawn if one.letter not in letters]
        evaluate = balls.compile(call)

        def value(vectors: Sequence[Array]) -> Value:
            env: dict[str, Value] = {letter.key: len(vectors[0]) for letter in sizes}
            for letter, vector in zip(letters, vectors, strict=True):
                env[letter.key] = Vector([fmpq(*x.as_integer_ratio()) for x in vector.tolist()])
            return float64.tight_value(evaluate, Point(env))

        return value


EQUATIONS = [
    Equation("logsumexp", "log-sum-exp", scale=1.0), Equation("softmax", "softmax"),
    Equation("log_softmax", "log-softmax"),
    Equation("gradient of logsumexp", "softmax", scale=1e-290),
    Equation("entropy", "categorical-entropy", scale=1e-290),
    Equation("kl_divergence", "categorical-kl-divergence", vectors=2, scale=1e-290),
]


# ------------------------------------------------------------------------------- the libraries


@dataclass(frozen=True)
class Library:
    """How it is called, and what it has for each function."""

    name: str
    functions: dict[str, tuple[str, Function]]  # what a reader would write, and that


def core() -> Library:
    import lognormalizer as core

    return Library(f"lognormalizer {core.__version__}", {
        "logsumexp": ("logsumexp(eta)", core.logsumexp),
        "softmax": ("softmax(eta)", core.softmax),
        "log_softmax": ("log_softmax(eta)", core.log_softmax),
        "gradient of logsumexp": ("gradient(logsumexp, eta)",
                                  lambda eta: core.gradient(core.logsumexp, eta)),
        "entropy": ("categorical.entropy(eta)", core.categorical.entropy),
        "kl_divergence": ("categorical.kl_divergence(eta, zeta)", core.categorical.kl_divergence),
    })


def three_lines() -> Library:
    def softmax(eta: Array) -> Array:
        weights = np.exp(eta - eta.max())
        return weights / weights.sum()

    def logsumexp(eta: Array) -> Any:
        return np.log(np.exp(eta - eta.max()).sum()) + eta.max()

    def kl_divergence(eta: Array, zeta: Array) -> Any:
        p, q = softmax(eta), softmax(zeta)
        return (p * np.log(p / q)).sum()

    return Library(f"three lines of numpy {np.__version__}", {
        "logsumexp": ("log(sum(exp(eta - max))) + max", logsumexp),
        "softmax": ("exp(eta - max) / sum(exp(eta - max))", softmax),
        "log_softmax": ("log(softmax(eta))", lambda eta: np.log(softmax(eta))),
        "entropy": ("-sum(p * log(p))", lambda eta: -(softmax(eta) * np.log(softmax(eta))).sum()),
        "kl_divergence": ("sum(p * log(p / q))", kl_divergence),
    })


def scipy() -> Library:
    from scipy import special, stats

    return Library(f"SciPy {metadata.version('scipy')}", {
        "logsumexp": ("special.logsumexp(eta)", special.logsumexp),
        "softmax": ("special.softmax(eta)", special.softmax),
        "log_softmax": ("special.log_softmax(eta)", special.log_softmax),
        "entropy": ("stats.entropy(softmax(eta))", lambda eta: stats.entropy(special.softmax(eta))),
        "kl_divergence": ("stats.entropy(softmax(eta), softmax(zeta))", lambda eta, zeta:
                          stats.entropy(special.softmax(eta), special.softmax(zeta))),
    })


def jax() -> Library:
    jax = import_module("jax")
    jax.config.update("jax_enable_x64", True)
    special, nn = import_module("jax.scipy.special"), jax.nn
    slopes = jax.grad(nn.logsumexp)

    def in_numpy(function: Function) -> Function:
        return lambda *vectors: np.asarray(function(*map(jax.numpy.asarray, vectors)))

    functions = {
        "logsumexp": ("nn.logsumexp(eta)", nn.logsumexp),
        "softmax": ("nn.softmax(eta)", nn.softmax),
        "log_softmax": ("nn.log_softmax(eta)", nn.log_softmax),
        "gradient of logsumexp": ("grad(nn.logsumexp)(eta)", slopes),
        "entropy": ("sum(entr(softmax(eta)))", lambda eta: special.entr(nn.softmax(eta)).sum()),
        "kl_divergence": ("sum(rel_entr(softmax(eta), softmax(zeta)))", lambda eta, zeta:
                          special.rel_entr(nn.softmax(eta), nn.softmax(zeta)).sum()),
    }
    return Library(f"JAX {metadata.version('jax')}",
                   {name: (words, in_numpy(f)) for name, (words, f) in functions.items()})


def torch() -> Library:
    torch = import_module("torch")
    distributions = import_module("torch.distributions")

    def tensor(vector: Array) -> Any:
        return torch.tensor(vector, dtype=torch.float64, requires_grad=True)

    def in_numpy(function: Function) -> Function:
        return lambda *vectors: function(*map(tensor, vectors)).detach().numpy()

    def slopes(eta: Any) -> Any:
        return torch.autograd.grad(torch.logsumexp(eta, -1), eta)[0]

    def categorical(eta: Any) -> Any:
        return distributions.Categorical(logits=eta)

    functions = {
        "logsumexp": ("logsumexp(eta, -1)", lambda eta: torch.logsumexp(eta, -1)),
        "softmax": ("softmax(eta, -1)", lambda eta: torch.softmax(eta, -1)),
        "log_softmax": ("log_softmax(eta, -1)", lambda eta: torch.log_softmax(eta, -1)),
        "gradient of logsumexp": ("autograd.grad(logsumexp(eta, -1), eta)", slopes),
        "entropy": ("Categorical(logits=eta).entropy()", lambda eta: categorical(eta).entropy()),
        "kl_divergence": ("kl_divergence(Categorical(logits=eta), Categorical(logits=zeta))",
                          lambda eta, zeta: distributions.kl_divergence(categorical(eta),
                                                                        categorical(zeta))),
    }
    return Library(f"PyTorch {metadata.version('torch')}",
                   {name: (words, in_numpy(f)) for name, (words, f) in functions.items()})


def installed() -> Iterator[Library]:
    for library in (core, three_lines, scipy, jax, torch):
        try:
            yield library()
        except ModuleNotFoundError as error:
            print(f"left out, as it is not installed: {error.name}")


# --------------------------------------------------------------------------------- the points


def points(equation: Equation) -> list[tuple[Array, ...]]:
    """Simple ones first, then random ones; the same for every library."""
    return [*(_simple_pairs if equation.vectors == 2 else _simple)(), *_random(equation)]


def _simple() -> Iterator[tuple[Array]]:
    ranked = sorted(product(range(len(NUMBERS)), repeat=2), key=lambda pair: (sum(pair), pair[1]))
    for i, j in ranked:
        yield (np.array([NUMBERS[i], NUMBERS[j]]),)


def _simple_pairs() -> Iterator[tuple[Array, Array]]:
    for step in (1.0, 2.0**-10, 2.0**-20, 2.0**-30, 10.0, 40.0, 100.0, 700.0, 1000.0):
        for start, sign in product((0.0, 1.0, 10.0, 40.0, 100.0, 700.0), (1, -1)):
            yield np.array([start, 0.0]), np.array([start + sign * step, 0.0])


def _random(equation: Equation) -> Iterator[tuple[Array, ...]]:
    rng = np.random.default_rng(0)
    for _ in range(RANDOM):
        k, size = int(rng.integers(2, 9)), float(rng.choice([1e-3, 0.1, 1, 10, 100]))
        eta = rng.normal(0, size, k)
        if equation.vectors == 1:
            yield (eta,)
        else:
            yield eta, eta + rng.normal(0, 10.0 ** rng.integers(-8, 2), k)


# ------------------------------------------------------------------------------- the comparison


@dataclass(frozen=True)
class Row:
    """What was found of one function of one library."""

    equation: Equation
    library: str
    words: str
    worst: float
    lost: float  # the share of points at which more than LOST ulp are
    example: str


def compare(libraries: Sequence[Library]) -> Iterator[Row]:
    results = read_site(ROOT / "docs").ledger.results
    for equation in EQUATIONS:
        truth = equation.truth(results[equation.label])
        truths = [(vectors, truth(vectors)) for vectors in points(equation)]
        for library in libraries:
            if equation.function in library.functions:
                words, function = library.functions[equation.function]
                yield _row(equation, library.name, words, function, truths)


def _row(equation: Equation, library: str, words: str, function: Function,
         truths: Sequence[tuple[tuple[Array, ...], Value]]) -> Row:
    errors, example = [], ""
    for vectors, true in truths:
        found = _called(function, vectors)
        flat = [true] if not isinstance(true, Vector) else list(true)
        ulps = [float64.ulps(a, b, equation.scale) for a, b in zip(found, flat, strict=True)]
        errors.append(max(ulps))
        if errors[-1] > LOST and not example:
            place = ulps.index(errors[-1])
            example = (f"{_shown(vectors)}: {_short(found[place])}, and right is "
                       f"{_short(float(flat[place].mid()))}")
    return Row(equation, library, words, max(errors),
               sum(error > LOST for error in errors) / len(errors), example)


def _called(function: Function, vectors: tuple[Array, ...]) -> list[float]:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return [float(number) for number in np.ravel(function(*vectors))]


def _shown(vectors: tuple[Array, ...]) -> str:
    return " and ".join(f"({', '.join(f'{x:g}' for x in vector)})" for vector in vectors)


def _short(number: float) -> str:
    return f"{number:.16g}"


# ------------------------------------------------------------------------------------ the page


def table(rows: Sequence[Row]) -> str:
    lines = []
    for equation in EQUATIONS:
        count = len(points(equation))
        unit = f" of max({equation.scale:g}, value)" if equation.scale in (1.0,) else ""
        lines += [f"### {equation.function.replace('_', ' ')} {{ #{_anchor(equation)} }}", "",
                  f"Against [the displayed equation](../{_place(equation)}), at {count} points; "
                  f"errors in ulp{unit}.", "",
                  "| library | what was called | worst | points with digits lost | the simplest "
                  "of them |", "|---|---|---|---|---|"]
        lines += [f"| {row.library} | `{row.words}` | {_ulps(row.worst)} | {row.lost:.0%} | "
                  f"{row.example} |" for row in rows if row.equation == equation]
        lines.append("")
    return "\n".join(lines).rstrip()


def _anchor(equation: Equation) -> str:
    return equation.function.replace("_", "-").replace(" ", "-")


def _place(equation: Equation) -> str:
    page = {"log-softmax": "theory/softmax.md", "log-sum-exp": "softmax.md",
            "softmax": "softmax.md"}.get(equation.label, "about/core.md")
    return f"{page}#{equation.label}"


def _ulps(error: float) -> str:
    if math.isinf(error):
        return "all digits"
    return f"{error:.1f}" if error < 1e4 else f"{error:.0e}".replace("e+", "e")


def page(rows: Sequence[Row], libraries: Sequence[Library]) -> str:
    template = Path(__file__).with_name("others.md").read_text(encoding="utf-8")
    return template.format(date=f"{date.today():%-d %B %Y}", python=platform.python_version(),
                           libraries=", ".join(library.name for library in libraries),
                           lost=LOST, table=table(rows))


def main() -> None:
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    libraries = list(installed())
    rows = []
    for row in compare(libraries):
        rows.append(row)
        print(f"{row.equation.function:22} {row.library:28} worst {row.worst:10.3g} ulp, "
              f"{row.lost:4.0%} lost  {row.example}", flush=True)
    PAGE.write_text(page(rows, libraries), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
