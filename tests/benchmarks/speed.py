"""`make bench`: the core against SciPy, the usual three lines of numpy, and a bare np.exp; by numpy
and by the compiled kernel, which is compiled for that.

Writes docs/about/speed.md: one table and two pictures. What is compared runs in turn, round after
round, and ratios are taken within a round, so that a machine that gets slower slows all of them.
"""

from __future__ import annotations

import argparse
import math
import platform
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import scipy
import scipy.special

from lognormalizer import compiled, log_softmax, logsumexp, softmax
from lognormalizer.compiling import build
from pictures import Picture

PAGE = Path(__file__).parents[2] / "docs/about/speed.md"
LEAST = 2e-3  # seconds that one measurement takes at least, so that caches are warm

WAYS = ("numpy", "compiled")
COLUMNS = [("numpy", "SciPy"), ("compiled", "SciPy"), ("numpy", "three lines"),
           ("numpy", "np.exp"), ("compiled", "np.exp")]

Array = np.ndarray
Kernel = dict[str, compiled.Compiled]
Function = Callable[..., Array]  # of an array, and the axis of its components


@dataclass(frozen=True)
class Layout:
    """An array to reduce: its shape, with contiguous rows, and the axis of the components."""

    shape: tuple[int, ...]
    axis: int = -1

    def __str__(self) -> str:
        shape = " × ".join(f"{n:,}" for n in self.shape)
        if len(self.shape) == 1:
            return shape
        return f"{shape}, over {'rows' if self.axis == -1 else 'columns'}"


LAYOUTS = [
    Layout((5,)), Layout((100,)),
    *(Layout(shape, axis=axis) for shape in ((100, 10), (10_000, 10), (1000, 1000), (10, 100_000))
      for axis in (-1, 0)),
    Layout((100_000, 3)), Layout((1_000_000,)),
]


def three_lines_logsumexp(x: Array, axis: int) -> Array:
    largest = x.max(axis=axis, keepdims=True)
    weights = np.exp(x - largest)
    return np.log(weights.sum(axis=axis)) + np.squeeze(largest, axis)


def three_lines_softmax(x: Array, axis: int) -> Array:
    largest = x.max(axis=axis, keepdims=True)
    weights = np.exp(x - largest)
    return weights / weights.sum(axis=axis, keepdims=True)


def three_lines_log_softmax(x: Array, axis: int) -> Array:
    largest = x.max(axis=axis, keepdims=True)
    below = x - largest
    return below - np.log(np.exp(below).sum(axis=axis, keepdims=True))


TITLES = {"numpy": "Time by numpy", "compiled": "Time by the compiled kernel"}
OURS: dict[str, Function] = {"logsumexp": logsumexp, "softmax": softmax,
                             "log_softmax": log_softmax}
OTHERS: dict[str, dict[str, Function]] = {
    "logsumexp": {"SciPy": scipy.special.logsumexp, "three lines": three_lines_logsumexp},
    "softmax": {"SciPy": scipy.special.softmax, "three lines": three_lines_softmax},
    "log_softmax": {"SciPy": scipy.special.log_softmax, "three lines": three_lines_log_softmax},
}


def bare_exp(x: Array, axis: int) -> Array:
    return np.exp(x)


@dataclass(frozen=True, eq=False)
class Row:
    """What was measured for one function on one array: quartiles of the ratios, by competitor."""

    function: str
    layout: Layout
    dtype: str
    ratios: dict[tuple[str, str], tuple[float, float, float]]  # and by the way it was computed


def measure(function: Function, x: Array, axis: int, times: int) -> float:
    """The seconds of a call."""
    start = time.thread_time()
    for _ in range(times):
        function(x, axis=axis)
    return (time.thread_time() - start) / times


def compare(layout: Layout, dtype: type, rounds: int, kernel: Kernel) -> Iterator[Row]:
    rng = np.random.default_rng(0)
    x = np.asarray(rng.normal(0, 3, layout.shape), dtype)
    for name, ours in OURS.items():
        others = {**OTHERS[name], "np.exp": bare_exp}
        runs = {"numpy": ours, "compiled": ours, **others}
        seconds: dict[str, list[float]] = {key: [] for key in runs}
        times: dict[str, int] = {}
        for round_ in range(rounds + 1):
            for key in rng.permutation(list(runs)):
                compiled.FUNCTIONS = kernel if key == "compiled" else {}
                took = measure(runs[key], x, layout.axis, times.get(key, 1))
                if round_ == 0:
                    times[key] = 1 + int(LEAST / max(took, 1e-7))
                else:
                    seconds[key].append(took)
        yield Row(name, layout, np.dtype(dtype).name, {
            (way, key): quartiles(np.array(seconds[way]) / seconds[key])
            for way in WAYS for key in others})


def quartiles(values: Array) -> tuple[float, float, float]:
    low, middle, high = np.quantile(values, [0.25, 0.5, 0.75])
    return float(low), float(middle), float(high)


def table(rows: list[Row]) -> str:
    names = " | ".join(f"{way} / {against}" for way, against in COLUMNS)
    lines = [f"| function | array | type | {names} |", "|---" * (3 + len(COLUMNS)) + "|"]
    for row in rows:
        cells = [f"**{middle:.2f}** ({low:.2f}…{high:.2f})"
                 for low, middle, high in map(row.ratios.get, COLUMNS)]
        lines.append(f"| `{row.function}` | {row.layout} | {row.dtype} | {' | '.join(cells)} |")
    return "\n".join(lines)


@dataclass(frozen=True)
class Goal:
    """What was aimed at: for some rows, that a ratio's median is at most a limit."""

    words: str
    against: str
    limit: float
    concerns: Callable[[Row], bool]

    def met(self, rows: list[Row], way: str) -> str:
        """By how many of the rows, and the one that is farthest from it."""
        medians = {row: row.ratios[way, self.against][1] for row in rows if self.concerns(row)}
        worst = max(medians, key=lambda row: medians[row])
        count = sum(median <= self.limit for median in medians.values())
        return (f"{count} of {len(medians)} | "
                f"{medians[worst]:.2f}: `{worst.function}`, {worst.layout}")


GOALS = [
    Goal("`logsumexp` at least twice as fast as SciPy", "SciPy", 0.5,
         lambda row: row.function == "logsumexp"),
    Goal("`softmax` and `log_softmax` not slower than SciPy", "SciPy", 1,
         lambda row: row.function != "logsumexp"),
    Goal("5 numbers within 3 times the three lines", "three lines", 3,
         lambda row: row.layout.shape == (5,)),
    Goal("100,000 numbers or more within 2.5 times `np.exp`", "np.exp", 2.5,
         lambda row: math.prod(row.layout.shape) >= 100_000),
]


def goals(rows: list[Row]) -> str:
    lines = ["| goal | by | type | met | farthest |", "|---|---|---|---|---|"]
    for goal in GOALS:
        for way in WAYS:
            for dtype in ("float64", "float32"):
                met = goal.met([row for row in rows if row.dtype == dtype], way)
                lines.append(f"| {goal.words} | {way} | {dtype} | {met} |")
    return "\n".join(lines)


LEGEND = 0.2  # how far below the frame of a picture its legend stands, in halves of its height


def picture(rows: list[Row], way: str) -> str:
    """Time as a multiple of SciPy's, on a logarithmic scale, with the quartiles as lines."""
    scipy_ratios = [row.ratios[way, "SciPy"] for row in rows]
    bound = 1 + int(max(abs(np.log2(np.array(scipy_ratios)).ravel())))
    places = [(layout, dtype) for dtype in ("float64", "float32") for layout in LAYOUTS]
    best, worst = min(r[1] for r in scipy_ratios), max(r[1] for r in scipy_ratios)
    drawing = Picture(
        f"{TITLES[way]} as a multiple of SciPy's: each step down halves it.",
        f"For {len(places)} arrays, in the order of the table, the left half in float64 and the "
        f"right half in float32: the binary logarithm of the time of logsumexp (disks of the first "
        f"color), softmax (second) and log_softmax (third) relative to SciPy's. The medians lie "
        f"between {best:.2f} and {worst:.2f} times SciPy's time.",
        (-1, len(places)), (-bound, bound), height=260)
    drawing.axes("", "log₂", at=(-1, 0), y_ticks=range(-bound, bound + 1))
    middle = len(LAYOUTS) - 0.5
    drawing.line([middle, middle], [-bound, bound], "quiet")
    drawing.note(middle, bound, "float64", anchor="end", shift=(-6, 4))
    drawing.note(middle, bound, "float32", anchor="start", shift=(6, 4))
    legend = -bound * (1 + LEGEND)
    for place, (pen, name) in enumerate(zip(("first", "second", "third"), OURS, strict=True)):
        across = place * len(places) / 3
        drawing.dots([across], [legend], pen)
        drawing.note(across, legend, name, anchor="start", shift=(7, 4))
        for row in rows:
            if row.function == name:
                at = places.index((row.layout, row.dtype))
                low, value, high = np.log2(row.ratios[way, "SciPy"])
                drawing.line([at, at], [low, high], pen)
                drawing.dots([at], [value], pen, radius=2.5)
    return str(drawing)


def page(rows: list[Row], rounds: int) -> str:
    template = Path(__file__).with_name("speed.md").read_text()
    return template.format(
        rounds=rounds, date=f"{date.today():%-d %B %Y}", processor=processor(),
        python=platform.python_version(), numpy=np.__version__, scipy=scipy.__version__,
        numpy_picture=picture(rows, "numpy"), compiled_picture=picture(rows, "compiled"),
        goals=goals(rows), table=table(rows))


def processor() -> str:
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines()
             if line.startswith("model name")] if info.exists() else []
    return names[0] if names else platform.machine()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "kernel.so")
        build(library)
        kernel = compiled.load(library)
    rows: list[Row] = []
    for dtype in (np.float64, np.float32):
        for layout in LAYOUTS:
            for row in compare(layout, dtype, chosen.rounds, kernel):
                rows.append(row)
                print(row.function, layout, row.dtype,
                      {" / ".join(key): round(row.ratios[key][1], 2) for key in COLUMNS},
                      flush=True)
    rows.sort(key=lambda row: list(OURS).index(row.function))
    PAGE.write_text(page(rows, chosen.rounds))
    print(f"wrote {PAGE}")


if __name__ == "__main__":
    main()
