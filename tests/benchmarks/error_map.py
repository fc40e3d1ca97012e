"""`make map`: how far each function of the core is off, over its input, and what is unavoidable.

Writes docs/about/error-map.md: a picture for each function. Dots are the worst of some random
points in each interval; the line is what a function of rounded numbers could not avoid there, half
an ulp of the value and what it changes by where each argument changes by half an ulp of its own.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.random import Generator

from pictures import Picture

CORE = Path(__file__).parents[1] / "lognormalizer"
sys.path.insert(0, str(CORE))
from errors import EACH, FAMILIES, NONE  # noqa: E402, beside the tests

PAGE = Path(__file__).parents[2] / "docs/about/error-map.md"
INTERVALS, POINTS = 40, 5  # of each picture, and in each interval
LOWEST, HIGHEST = -3, 11  # of the binary logarithms of errors that are shown

Point = np.ndarray


@dataclass(frozen=True)
class Sweep:
    """How the points of a picture depend on the number below it."""

    words: str  # what that number is
    low: float
    high: float
    point: Callable[[Generator, float], Point]


def level(rng: Generator, at: float) -> Point:
    return at + np.append(0.0, rng.normal(0, 2, 2))


def difference(rng: Generator, at: float) -> Point:
    return np.array([at, 0.0, rng.normal()])


def weighted(rng: Generator, at: float) -> Point:
    return np.stack([level(rng, at), np.exp(rng.normal(0, 5, 3))])


def number(rng: Generator, at: float) -> Point:
    return np.array([at])


def probability(rng: Generator, at: float) -> Point:
    return np.array([np.exp(at) / (1 + np.exp(at)) if at < 0 else 1 / (1 + np.exp(-at))])


def pair(rng: Generator, at: float) -> Point:
    eta = rng.normal(0, 3, 3)
    return np.stack([eta, eta + 10**at * rng.normal(size=3)])


def product(rng: Generator, at: float) -> Point:
    return np.stack([difference(rng, at), rng.normal(size=3)])


LEVEL = Sweep("the level of three components", -750, 700, level)
DIFFERENCE = Sweep("one of three components, the others being near 0", -740, 740, difference)
LOG_ODDS = Sweep("the log-odds", -740, 700, number)
OF_FUNCTIONS = {
    "logsumexp": LEVEL,
    "logsumexp, weights": Sweep("the level of three components", -750, 700, weighted),
    "gradient, logsumexp": DIFFERENCE, "softmax": DIFFERENCE, "log_softmax": DIFFERENCE,
    "softplus": LOG_ODDS, "sigmoid": LOG_ODDS, "log_sigmoid": LOG_ODDS,
    "logit": Sweep("the logit of the probability", -700, 36, probability),
    "entropy": DIFFERENCE, "covariance": DIFFERENCE,
    "kl_divergence": Sweep("the decimal logarithm of the distance of the two", -14, 2.5, pair),
    "covariance_product": Sweep(DIFFERENCE.words, -740, 740, product),
}


def parameter(name: str, rng: Generator, at: float) -> Point:
    """The natural parameter for a rate, a mean in standard deviations, a shape, or itself."""
    family = FAMILIES[name]
    if name == "poisson":
        return np.array([at])
    if name == "exponential":
        return family.natural_parameter(10**at)
    scale = 10 ** rng.uniform(-3, 3)
    usual = (10**at * np.sqrt(scale), scale) if name == "normal" else (10**at, scale)
    return family.natural_parameter(*usual)


RANGES = {"exponential": ("the decimal logarithm of the rate", -280, 280),
          "normal": ("the decimal logarithm of the mean in standard deviations", -8, 12),
          "gamma": ("the decimal logarithm of the shape", -8, 17),
          "poisson": ("the logarithm of the rate", -600, 600)}


def outcome(name: str, rng: Generator, eta: Point) -> float:
    """Some multiple of the mean; of a normal distribution, standard deviations away from it."""
    family = FAMILIES[name]
    if name == "normal":
        mean, variance = family.usual_parameters(eta)
        return float(mean + rng.normal(0, 2) * np.sqrt(variance))
    value = float(family.mean(eta)[-1]) * np.exp(rng.normal())
    return float(np.floor(min(value, 1e15))) if name == "poisson" else value


def sweep_of_family(name: str, method: str) -> Sweep:
    words, low, high = RANGES[name]
    if method == "kl_divergence":
        def two(rng: Generator, at: float) -> Point:
            eta = parameter(name, rng, rng.uniform(-1, 2))
            other = eta * np.exp(10**at * rng.normal(size=eta.shape))
            return np.concatenate([other, eta])

        return Sweep("the decimal logarithm of the distance of the two", -14, 1, two)

    def one(rng: Generator, at: float) -> Point:
        eta = parameter(name, rng, at)
        return np.append(outcome(name, rng, eta), eta) if method == "log_density" else eta

    return Sweep(words, low, high, one)


def sweep(name: str) -> Sweep:
    return OF_FUNCTIONS[name] if name in OF_FUNCTIONS else sweep_of_family(*name.split("."))


@dataclass(frozen=True)
class Curve:
    """The middles of intervals, the worst errors and what is unavoidable, in ulp."""

    at: list[float]
    errors: list[float]
    unavoidable: list[float]


def measure(name: str, seed: int = 0) -> Curve:
    one, plan, rng = EACH[name], sweep(name), np.random.default_rng(seed)
    edges = np.linspace(plan.low, plan.high, INTERVALS + 1)
    curve = Curve([], [], [])
    for low, high in pairwise(edges):
        points = [plan.point(rng, rng.uniform(low, high)) for _ in range(POINTS)]
        errors = [one.error(point) for point in points]
        worst = max(errors)
        if worst == NONE:
            continue
        curve.at.append(float(low + high) / 2)
        curve.errors.append(worst)
        curve.unavoidable.append(max(one.unavoidable(point) for point, error
                                     in zip(points, errors, strict=True) if error != NONE))
    return curve


def picture(name: str, curve: Curve) -> str:
    plan, promised = sweep(name), EACH[name].promised
    worst = max(curve.errors)
    drawing = Picture(
        f"{name}: errors over {plan.words}",
        f"The binary logarithm of errors in ulp, as {plan.words} goes from {plan.low:g} to "
        f"{plan.high:g}. No error is above {worst:.2f} ulp; {promised:g} are promised, as the "
        f"dashed line says. What is unavoidable goes up to {max(curve.unavoidable):.3g} ulp.",
        (plan.low, plan.high), (LOWEST, HIGHEST), height=190)
    ticks = [plan.low, *([0] if plan.low < 0 < plan.high else []), plan.high]
    drawing.axes("", "log₂", x_ticks=ticks, y_ticks=range(LOWEST + 1, HIGHEST, 3))
    drawing.line([plan.low, plan.high], np.log2([promised] * 2), "second")
    drawing.line(curve.at, np.log2(np.clip(curve.unavoidable, 2.0**LOWEST, 2.0**HIGHEST)), "first")
    drawing.dots(curve.at, np.log2(np.clip(curve.errors, 2.0**LOWEST, 2.0**HIGHEST)), "first", 2)
    return str(drawing)


def pictures(names: list[str]) -> Iterator[str]:
    for name in names:
        curve = measure(name)
        print(f"{name:28} worst {max(curve.errors):6.2f} of {EACH[name].promised:g}, unavoidable "
              f"{min(curve.unavoidable):.2g} … {max(curve.unavoidable):.3g}", flush=True)
        yield picture(name, curve)


def main() -> None:
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    drawn = dict(zip(EACH, pictures(list(EACH)), strict=True))
    template = Path(__file__).with_name("error-map.md").read_text(encoding="utf-8")
    parts = {"functions": [drawn[name] for name in OF_FUNCTIONS],
             **{family: [drawn[name] for name in EACH if name.startswith(family + ".")]
                for family in FAMILIES}}
    PAGE.write_text(template.format(
        date=f"{date.today():%-d %B %Y}", points=POINTS, intervals=INTERVALS,
        **{name: "\n\n".join(part) for name, part in parts.items()}), encoding="utf-8")
    print(f"wrote {PAGE}")


if __name__ == "__main__":
    main()
