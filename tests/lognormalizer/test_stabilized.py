"""What the blocks of one call share, and what a block does once."""

import numpy as np
import pytest

from lognormalizer.stabilized import Block, Store
from lognormalizer.tiling import plan, types

ETA = np.random.default_rng(37).normal(size=(3, 5)).astype(np.float32)  # the components first


@pytest.fixture
def store():
    return Store(plan((5, 3), (12, 4), (1,)), types(ETA.dtype))


def test_working_arrays_are_used_again_where_the_shape_is_the_same(store):
    first = store.take("spare", (3, 5))
    assert store.take("spare", (3, 5)) is first
    assert store.take("other", (3, 5)) is not first
    assert store.take("spare", (3, 2)).shape == (3, 2)
    assert store.take("mask", (3, 5), np.bool_).dtype == np.bool_


def test_a_block_is_copied_once_and_its_weights_are_taken_once(store):
    block = Block(ETA, store, None, deep=True)
    piece, = block.chunks
    block.load(piece)[0, 0] = 7
    assert block.load(piece)[0, 0] == 7
    block.weights(piece)[0, 0] = 11
    assert block.weights(piece)[0, 0] == 11


def test_what_is_read_off_keeps_the_axes_of_the_components(store):
    block = Block(ETA, store, None, deep=True)
    assert np.shape(block.largest) == np.shape(block.total()) == (1, 5)
    assert block.log_total().shape == (1, 5)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_sum_of_the_others_leaves_the_weights_whole(dtype):
    eta = np.random.default_rng(41).normal(0, 2, (300, 4)).astype(dtype)
    store = Store(plan((4, 300), (eta.itemsize, 4 * eta.itemsize), (1,)), types(eta.dtype))
    block = Block(eta, store, None, deep=True)
    before = block.total()
    others = block.others()
    np.testing.assert_array_equal(block.total(), before)
    np.testing.assert_array_equal(block.others(), others)
    heaviest = np.exp(eta.astype(np.float64)).max(axis=0)
    np.testing.assert_allclose(others[0] + heaviest, before[0], rtol=1e-6)
