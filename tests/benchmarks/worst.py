"""Searches for the points at which the numpy core is farthest from the truth, in ulp.

    .venv/bin/python tests/benchmarks/worst.py [function …] [--tries 4000] [--keep]

A climb from many starts: a point is altered at random, and the altered point is kept where the
error is larger. With --keep a point that is worse than all before goes to
tests/lognormalizer/worst_points.json with its error, and is a test from then on; and the tables of
docs/about/core.md say what was found.

numpy takes its exponential and its logarithm from what the processor offers, and they differ in the
last bits. So search as well with those of older ones, which NPY_DISABLE_CPU_FEATURES names:
"X86_V4 AVX512_ICL", say, on a machine that has them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

import numpy as np
from numpy.random import Generator

CORE = Path(__file__).parents[1] / "lognormalizer"
KEPT = CORE / "worst_points.json"
PAGE = Path(__file__).parents[2] / "docs/about/core.md"
sys.path.insert(0, str(CORE))
import truth  # noqa: E402, beside the tests
import truth_named  # noqa: E402
from errors import EACH, OF_FAMILIES, OF_FORMULAS, TOLD  # noqa: E402
from truth_declared import LOG_NORMALIZERS, some_parameters  # noqa: E402

from lognormalizer import families  # noqa: E402

Point = np.ndarray


def vector_start(rng: Generator, dtype: type) -> Point:
    k = int(rng.choice([2, 2, 3, 3, 4, 5, 8, 12, 40]))
    scale = float(rng.choice([1e-8, 0.1, 1, 1, 3, 10, 100]))
    point = rng.normal(0, scale, k)
    if rng.random() < 0.3:
        point += rng.choice([-700.0, -80, -5, 5, 80, 700])
    if rng.random() < 0.3:
        point -= float(truth.logsumexp(point).mid())  # the log-normalizer is close to 0
    return point.astype(dtype)


def vector_step(rng: Generator, point: Point) -> Point:
    moved, i, j = point.copy(), *rng.integers(len(point), size=2)
    kind = rng.integers(5)
    if kind == 0:
        moved[i] = moved[j]
    elif kind == 1:
        moved += rng.normal() * 10.0 ** rng.integers(-8, 1)
    elif kind == 2:
        moved[i] = rng.normal(0, 3)
    else:
        moved[i] += rng.normal() * max(abs(moved[i]), 1e-3) * 10.0 ** rng.integers(-12, 1)
    return moved.astype(point.dtype)


def number_start(rng: Generator, dtype: type) -> Point:
    return np.array([rng.normal() * 10.0 ** rng.integers(-4, 3)], dtype)


def probability_start(rng: Generator, dtype: type) -> Point:
    near = rng.choice([0.0, 0.25, 0.5, 0.75, 1.0])
    return np.clip(near + np.array([rng.normal() * 10.0 ** rng.integers(-6, 0)]),
                   1e-30, 1 - 2.0**-24).astype(dtype)


def number_step(rng: Generator, point: Point) -> Point:
    return (point * (1 + rng.normal() * 10.0 ** rng.integers(-9, 0))).astype(point.dtype)


def probability_step(rng: Generator, point: Point) -> Point:
    return np.clip(number_step(rng, point), 1e-300, 1 - 2.0**-24).astype(point.dtype)


def pair_start(rng: Generator, dtype: type) -> Point:
    first = vector_start(rng, dtype)
    second = first + rng.normal(size=first.shape) * 10.0 ** rng.integers(-12, 2)
    return np.stack([first, second.astype(dtype)])


def pair_step(rng: Generator, point: Point) -> Point:
    moved = point.copy()
    row = rng.integers(2)
    moved[row] = vector_step(rng, moved[row])
    return moved


def weighted_start(rng: Generator, dtype: type) -> Point:
    eta = vector_start(rng, dtype)
    weights = np.exp(np.clip(rng.normal(0, rng.choice([1e-8, 1, 10, 80]), eta.shape), -85, 85))
    return np.stack([eta, weights.astype(dtype)])


def weighted_step(rng: Generator, point: Point) -> Point:
    moved = point.copy()
    if rng.random() < 0.5:
        moved[0] = vector_step(rng, moved[0])
    else:
        moved[1] *= np.exp(rng.normal() * 10.0 ** rng.integers(-12, 1))
    return moved.astype(point.dtype)


def family_search(name: str):
    family_name, method = name.split(".")
    family = getattr(families, family_name)

    def start(rng: Generator, dtype: type) -> Point:
        eta = truth_named.some_parameters(rng, family, 3)[rng.integers(3)][None]
        if method == "log_density":
            return np.concatenate([truth_named.some_outcomes(rng, family, eta), eta[0]])
        if method == "kl_divergence":
            return np.concatenate([truth_named.neighbors(rng, family, eta)[0], eta[0]])
        return eta[0]

    def step(rng: Generator, point: Point) -> Point:
        moved = point.copy()
        i = rng.integers(len(point))
        moved[i] *= np.exp(rng.normal() * 10.0 ** rng.integers(-14, 0))
        if family is families.poisson and method == "log_density":
            moved[0] = np.round(moved[0])
        return moved

    return start, step


def search_of_formulas(name: str):
    family_name, method = name.rsplit(".", 1)
    family = next(one for one in LOG_NORMALIZERS if one.name == family_name)

    def start(rng: Generator, dtype: type) -> Point:
        eta, = some_parameters(rng, family, 1)
        if method != "kl_divergence":
            return eta
        return np.concatenate([eta * (1 + rng.choice([1e-13, 1e-6, 1e-2, 0.5])
                                      * rng.uniform(-1, 1, eta.shape)), eta])

    def step(rng: Generator, point: Point) -> Point:
        moved = point.copy()
        moved[rng.integers(len(point))] *= np.exp(rng.normal() * 10.0 ** rng.integers(-14, 0))
        return moved

    return start, step


def probabilities_start(rng: Generator, dtype: type) -> Point:
    return np.exp(rng.normal(0, rng.choice([0.1, 1, 20]), rng.integers(2, 6))).astype(dtype)


def probabilities_step(rng: Generator, point: Point) -> Point:
    moved, i, j = point.copy(), *rng.integers(len(point), size=2)
    if rng.random() < 0.3:
        moved[i] = moved[j]
    moved[i] *= np.exp(rng.normal() * 10.0 ** rng.integers(-12, 1))
    return moved.astype(point.dtype)


def numbers_start(rng: Generator, dtype: type) -> Point:
    first = number_start(rng, dtype)
    moved = first + rng.normal(size=1) * 10.0 ** rng.integers(-12, 2)
    return np.stack([first, moved.astype(dtype)])


def numbers_step(rng: Generator, point: Point) -> Point:
    moved = point.copy()
    row = rng.integers(2)
    moved[row] = number_step(rng, moved[row])
    return moved


VECTOR, NUMBER = (vector_start, vector_step), (number_start, number_step)
PROBABILITY, PAIR = (probability_start, probability_step), (pair_start, pair_step)
SEARCHES = {
    "logsumexp": VECTOR, "softmax": VECTOR, "log_softmax": VECTOR, "softplus": NUMBER,
    "sigmoid": NUMBER, "logit": PROBABILITY, "entropy": VECTOR, "kl_divergence": PAIR,
    "covariance_product": PAIR, "covariance": VECTOR, "gradient, logsumexp": VECTOR,
    "logsumexp, weights": (weighted_start, weighted_step), "log_sigmoid": NUMBER,
    "natural_parameter": (probabilities_start, probabilities_step), "log_density": VECTOR,
    "natural_gradient": PAIR, "bernoulli.kl_divergence": (numbers_start, numbers_step),
    **{f"bernoulli.{name}": NUMBER for name in (
        "log_normalizer", "log_density", "mean", "covariance", "entropy")},
    **{name: family_search(name) for name in OF_FAMILIES},
    **{name: search_of_formulas(name) for name in TOLD},
}


def climb(name: str, tries: int, seed: int, dtype: type) -> tuple[float, Point]:
    (start, step), error = SEARCHES[name], EACH[name].error
    rng = np.random.default_rng(seed)
    best: tuple[float, Point] = (-1.0, np.zeros(0))
    steps = 60
    for _ in range(max(1, tries // steps)):
        point = start(rng, dtype)
        found = error(point)
        for _ in range(steps):
            moved = step(rng, point)
            if (new := error(moved)) >= found:
                point, found = moved, new
        if found > best[0]:
            best = found, point
    return best


def figures(kept: dict, name: str) -> list[str]:
    """The largest errors of each type of numbers, rounded up."""
    return [f"{np.ceil(10 * worst['ulp']) / 10:.1f}" for worst in kept[name].values()]


def with_figures(page: str, kept: dict) -> str:
    """The page, with what was found in the rows of its tables."""
    shown = {name.removeprefix("categorical."): name for name in EACH}

    def row(match: re.Match[str]) -> str:
        name, promise = match[1], match[2]
        known = shown.get(name.removeprefix("categorical."))
        if known in kept:
            columns = match[0].replace("\\|", "").count("|") - 3
            found = figures(kept, known)
            return f"| `{name}` | {promise} | " + " | ".join(
                [*found, *[""] * (columns - len(found))]) + " |"
        methods = [f"{name}.{method}" for method in OF_FORMULAS]
        if methods[0] not in kept:
            return match[0]
        return f"| `{name}` | " + " | ".join(
            figures(kept, one)[0] if one in kept else "" for one in methods) + " |"

    return re.sub(r"^\| `([^`]+)` \| ((?:[^|\\]|\\.)*?) \|.*$", row, page, flags=re.MULTILINE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("functions", nargs="*", help="all without")
    parser.add_argument("--tries", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", action="store_true", help="add the points to the tests")
    chosen = parser.parse_args()
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    for name in chosen.functions or list(SEARCHES):
        # Derivatives and families are worked out in float64, whatever they are given.
        only_double = "." in name or name.startswith("gradient")
        for dtype in (np.float64,) if only_double else (np.float64, np.float32):
            error, point = climb(name, chosen.tries, chosen.seed, dtype)
            print(f"{name:20} {dtype.__name__} {error:6.3f} ulp at {point.tolist()}", flush=True)
            worst = kept.setdefault(name, {}).setdefault(
                dtype.__name__, {"ulp": -1.0, "points": []})
            if error > worst["ulp"]:
                worst["ulp"] = error
                worst["points"].append(point.tolist())
    if chosen.keep:
        KEPT.write_text(json.dumps(kept, indent=1) + "\n")
        PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8"), kept), encoding="utf-8")


if __name__ == "__main__":
    main()
