"""The explorer computes in a reader's browser; its arithmetic is held against the numpy core."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest

from lognormalizer import logsumexp, softmax
from mkdocs_execmath.typesetting.node import executable

EXPLORER = Path(__file__).parents[2] / "docs" / "assets" / "explorer.js"
PROGRAM = f"""
await import({json.dumps(EXPLORER.as_uri())});
const {{ explorer }} = globalThis;
const [points, addresses] = JSON.parse((await import('node:fs')).readFileSync(0, 'utf8'));
console.log(JSON.stringify({{
  A: points.map(explorer.logsumexp),
  p: points.map(explorer.softmax),
  states: addresses.map(explorer.read),
  addresses: addresses.map((address) => explorer.write(explorer.read(address))),
  slopes: points.map((eta) => explorer.slopes({{ eta, T: 2, c: 1 }})),
  effective: points.map((eta) => explorer.effective({{ eta, T: 0.5, c: 1 }})),
}}));
"""
ADDRESSES = ["", "?eta=1,2,3&i=2&T=0.5&c=1", "?eta=1e-3,-0.1&i=1&T=1&c=-2"]
NONSENSE = [
    "?eta=1", "?eta=1,2,3,4,5,6,7", "?eta=1,,2", "?eta=a,b", "?eta=Infinity,1", "?eta=1e999,0",
    "?i=0", "?i=5", "?i=1.5", "?T=0", "?T=-1", "?T=NaN", "?c=x", "?eta=<script>",
]


def points() -> list[list[float]]:
    random = np.random.default_rng(7)
    edges = [[0, 0], [800, 810, 0], [-800, -800.5], [1e6, -1e6, 0], [5, 5, 5, 5, 5, 5], [-745, 0]]
    drawn = [random.normal(scale=scale, size=k).tolist()
             for k in range(2, 7) for scale in (1e-8, 1, 30) for _ in range(20)]
    return [*edges, *drawn]


@pytest.fixture(scope="module")
def said() -> dict:
    done = subprocess.run([executable(), "--input-type=module", "--eval", PROGRAM], check=True,
                          input=json.dumps([points(), ADDRESSES + NONSENSE]),
                          capture_output=True, encoding="utf-8", timeout=60)
    return json.loads(done.stdout)


def test_its_log_normalizer_is_that_of_the_core(said: dict) -> None:
    assert len(said["A"]) == len(points()) > 300
    for eta, value in zip(points(), said["A"], strict=True):
        truth = logsumexp(eta)
        assert abs(value - truth) <= 4 * np.spacing(max(1, abs(truth))), eta


def test_its_slope_is_the_softmax_of_what_is_divided_by_the_temperature_divided_once_more(
    said: dict
) -> None:
    for eta, values in zip(points(), said["slopes"], strict=True):
        truth = softmax(np.array(eta) / 2 + 1) / 2
        assert np.all(np.abs(values - truth) <= 64 * np.spacing(truth)), eta


def test_its_softmax_is_that_of_the_core(said: dict) -> None:
    for eta, values in zip(points(), said["p"], strict=True):
        truth = softmax(eta)
        assert np.all(np.abs(values - truth) <= 8 * np.spacing(truth)), eta
        assert abs(sum(values) - 1) < 1e-15 * len(eta)


def test_temperature_divides_and_shift_adds(said: dict) -> None:
    for eta, values in zip(points(), said["effective"], strict=True):
        assert values == [component / 0.5 + 1 for component in eta]


def test_an_address_leads_back_to_the_numbers_that_were_seen(said: dict) -> None:
    assert said["states"][1] == {"eta": [1, 2, 3], "i": 1, "T": 0.5, "c": 1}
    assert said["addresses"][1] == ADDRESSES[1]
    assert said["states"][2] == {"eta": [0.001, -0.1], "i": 0, "T": 1, "c": -2}
    assert said["addresses"][2] == "?eta=0.001,-0.1&i=1&T=1&c=-2"


def test_an_address_that_makes_no_sense_is_the_start(said: dict) -> None:
    start, *nonsense = [said["states"][0], *said["states"][len(ADDRESSES) :]]
    assert start == {"eta": [0.3, -1.2, 2, 0], "i": 0, "T": 1, "c": 0}
    assert nonsense == [start] * len(NONSENSE)


def test_it_is_small_and_fetches_nothing() -> None:
    source = EXPLORER.read_text(encoding="utf-8")
    assert len(source.encode()) < 30_000
    assert "import" not in source and "fetch" not in source
    assert [line for line in source.splitlines() if "http" in line] == [
        "const SVG = 'http://www.w3.org/2000/svg';"
    ]
