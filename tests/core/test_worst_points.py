"""Each function keeps its promise at the worst points that tests/benchmarks/worst.py found.

They are in worst_points.json, and docs/about/core.md says how far off they are.
To look for worse ones: `python tests/benchmarks/worst.py --keep`.
"""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from errors import ERRORS

# What the docstrings promise, in ulp.
PROMISED = {"logsumexp": 2, "softmax": 4, "log_softmax": 4, "softplus": 2, "sigmoid": 2, "logit": 2,
            "entropy": 2, "kl_divergence": 2, "covariance_product": 2}
PAGE = Path(__file__).parents[2] / "docs/about/core.md"
KEPT = json.loads((Path(__file__).parent / "worst_points.json").read_text())


def test_each_function_has_its_points_and_its_promise():
    assert set(KEPT) == set(PROMISED) == set(ERRORS)
    assert all(KEPT[name][dtype]["points"] for name in KEPT for dtype in ("float64", "float32"))


def largest(name, dtype):
    """The largest error at the points that are kept, on this machine."""
    points = [np.array(point, dtype) for point in KEPT[name][dtype]["points"]]
    return max(ERRORS[name](point) for point in points)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("name", sorted(PROMISED))
def test_the_worst_points_are_within_the_promise_and_what_was_found_of_them(name, dtype):
    # numpy takes its exponential and its logarithm from what the processor offers, and they differ.
    found = KEPT[name][dtype]["ulp"]
    assert largest(name, dtype) <= found + 1e-3
    assert found <= PROMISED[name]


def test_the_page_says_what_is_promised_and_what_was_found():
    row = r"^\| `(?:\w+\.)?(\w+)` \| (\d+).*\| ([\d.]+) \| ([\d.]+) \|$"
    assert re.findall(row, PAGE.read_text(), re.MULTILINE) == [
        (name, str(PROMISED[name]), *(f"{np.ceil(10 * KEPT[name][dtype]['ulp']) / 10:.1f}"
                                      for dtype in ("float64", "float32")))
        for name in PROMISED]
