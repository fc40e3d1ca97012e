"""The float32 exponential, which numpy's own is too rough for."""

import numpy as np

from lognormalizer.exp_float32 import FEW, exp


def ours(x):
    spare = [np.empty_like(x) for _ in range(2)]
    return exp(x, np.empty_like(x), spare)


def off(x):
    """In ulp of float32; float64 is exact beside it."""
    true = np.exp(x.astype(np.float64))
    return (abs(ours(x) - true) / np.spacing(true.astype(np.float32))).max()


def test_it_is_within_1_1_ulp_from_subnormal_results_to_large_ones():
    rng = np.random.default_rng(2)
    for low, high in ((-104, 69), (-1, 1), (-104, -87), (-1e-6, 1e-6)):
        assert off(rng.uniform(low, high, 300_000).astype(np.float32)) <= 1.1


def test_so_it_is_for_a_few_numbers():
    assert off(np.random.default_rng(2).uniform(-104, 69, 100).astype(np.float32)) <= 1.1


def test_numpys_is_not():
    x = np.random.default_rng(2).uniform(-87, 80, 300_000).astype(np.float32)
    true = np.exp(x.astype(np.float64))
    assert (abs(np.exp(x) - true) / np.spacing(true.astype(np.float32))).max() > 2


def test_limits_pass_through():
    x = np.tile(np.array([0, -0.0, -np.inf, np.nan, -1e30], np.float32), FEW)
    np.testing.assert_array_equal(ours(x)[:5], [1, 1, 0, np.nan, 0])
