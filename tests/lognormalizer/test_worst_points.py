"""Each function keeps its promise at the worst points that tests/benchmarks/worst.py found.

They are in worst_points.json, and docs/about/core.md says how far off they are.
To look for worse ones: `python tests/benchmarks/worst.py --keep`.
"""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from errors import EACH, OF_FORMULAS, TOLD

PAGE = Path(__file__).parents[2] / "docs/about/core.md"
KEPT = json.loads((Path(__file__).parent / "worst_points.json").read_text())


def test_each_function_has_its_points_and_its_promise():
    assert set(KEPT) == set(EACH)
    assert all(found["points"] for dtypes in KEPT.values() for found in dtypes.values())


@pytest.mark.parametrize(("name", "dtype"), [
    (name, dtype) for name, dtypes in sorted(KEPT.items()) for dtype in dtypes])
def test_the_worst_points_are_within_the_promise_and_what_was_found_of_them(name, dtype):
    # numpy takes its exponential and its logarithm from what the processor offers, and they differ.
    found = KEPT[name][dtype]
    points = [np.array(point, dtype) for point in found["points"]]
    assert max(EACH[name].error(point) for point in points) <= found["ulp"] + 1e-3
    assert found["ulp"] <= EACH[name].promised


def shown(name):
    """The largest errors, rounded up, as on the page."""
    return tuple(f"{np.ceil(10 * found['ulp']) / 10:.1f}" for found in KEPT[name].values())


def test_the_page_says_what_is_promised_and_what_was_found():
    row = (r"^\| `(?:categorical\.)?([a-z_., ]+)` \| (\d+)(?: \||, ).*?([\d.]+) \|"
           r"(?: ([\d.]+|) \|)?$")
    rows = {name: (promised, *filter(None, found))
            for name, promised, *found in re.findall(row, PAGE.read_text(), re.MULTILINE)
            if name in EACH and name not in TOLD}
    assert rows == {name: (str(one.promised), *shown(name)) for name, one in EACH.items()
                    if name not in TOLD}


def test_so_it_does_of_families_that_are_told_by_their_formulas():
    rows = dict(re.findall(r"^\| `([^`]+)` \| ([\d.]+ \| [\d.]+ \| .*) \|$", PAGE.read_text(),
                           re.MULTILINE))
    for family in {name.rsplit(".", 1)[0] for name in TOLD}:
        found = [shown(name)[0] if (name := f"{family}.{method}") in TOLD else ""
                 for method in OF_FORMULAS]
        assert rows[family] == " | ".join(found)
