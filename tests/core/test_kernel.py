"""What the blocks of one call share, and what a block does once."""

import numpy as np
import pytest

from lognormalizer.blocks import plan, types
from lognormalizer.kernel import Block, Store

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
    block = Block(ETA, store, (), deep=True)
    piece, = block.chunks
    block.load(piece)[0, 0] = 7
    assert block.load(piece)[0, 0] == 7
    block.weights(piece)[0, 0] = 11
    assert block.weights(piece)[0, 0] == 11


def test_what_is_read_off_keeps_the_axes_of_the_components(store):
    block = Block(ETA, store, (), deep=True)
    assert np.shape(block.largest) == np.shape(block.total()) == (1, 5)
    assert block.log_total().shape == (1, 5)
