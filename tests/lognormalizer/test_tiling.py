"""How arrays are cut into blocks: in memory order, and each element once."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from lognormalizer import log_softmax, softmax, softplus
from lognormalizer.tiling import BLOCK, FEW, memory_order, pieces, plan


def plan_of(array, *axes):
    return plan(array.shape, array.strides, axes)


def test_axes_are_ordered_from_the_longest_stride_to_the_shortest():
    assert memory_order((8, -240, 0, 24)) == [1, 3, 0, 2]


def test_components_come_first_and_both_are_walked_in_memory_order():
    assert plan_of(np.empty((2, 3, 4, 5)), 1, 3).order == (1, 3, 0, 2)
    assert plan_of(np.empty((5, 4, 3, 2)).T, 0, 2).order == (2, 0, 3, 1)


@pytest.mark.parametrize(("array", "axis", "packed", "batch_last"), [
    (np.empty((9, FEW - 1)), 1, True, True),   # few components: copied, the batch contiguous
    (np.empty((9, FEW)), 1, False, False),     # many: as they are, next to each other
    (np.empty((FEW - 1, 9)), 0, False, True),  # the batch is contiguous already
    (np.empty((1, 5)), 1, False, False),       # a single vector
])
def test_blocks_are_copied_where_the_innermost_loop_would_be_short(array, axis, packed, batch_last):
    found = plan_of(array, axis)
    assert (found.packed, found.batch_last) == (packed, batch_last)
    assert found.buffer((2, 3), np.dtype(float)).flags.c_contiguous == batch_last


@pytest.mark.parametrize(("shape", "axis"), [((7, 3), 1), ((400, 300), 1), ((400, 300), 0),
                                             ((3, 90_000), 1), ((90_000, 3), 0), ((90_000,), 0)])
def test_each_element_is_in_one_piece_and_no_block_is_too_large(shape, axis):
    found, seen = plan_of(np.empty(shape), axis), np.zeros(shape, int)
    walked = seen.transpose(found.order)
    for batch in found.batches():
        for chunk in found.chunks:
            walked[batch][chunk] += 1
            assert walked[batch][chunk].size <= BLOCK
    assert (seen == 1).all()
    assert found.is_whole == (len(found.chunks) == 1)
    assert found.is_single == (len(found.chunks) * len(list(found.batches())) == 1)


@pytest.mark.parametrize(("shape", "limit", "cuts"), [
    ((3, 4), 12, [np.s_[:, :]]),
    ((3, 4), 8, [np.s_[0:2, :], np.s_[2:4, :]]),
    ((2, 3, 2), 4, [np.s_[0:1, 0:2, :], np.s_[0:1, 2:4, :],
                    np.s_[1:2, 0:2, :], np.s_[1:2, 2:4, :]]),
    ((2, 3), 2, [np.s_[0:1, 0:2], np.s_[0:1, 2:4], np.s_[1:2, 0:2], np.s_[1:2, 2:4]]),
    ((3, 0), 10, []),
    ((), 1, [()]),
])
def test_pieces_are_as_large_as_they_may_be(shape, limit, cuts):
    assert list(pieces(shape, limit)) == cuts


def test_a_plan_that_is_remembered_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        plan_of(np.empty((2, 3)), 1).rows = 1


@pytest.mark.parametrize("function", [softmax, log_softmax, softplus])
def test_a_result_may_overlap_the_argument_in_any_way(function):
    memory = np.random.default_rng(5).normal(size=(301, 300))
    for taken, given in ((slice(None, -1), slice(1, None)), (slice(1, None), slice(None, -1))):
        eta = memory.copy()
        expected = function(eta[taken].copy())
        np.testing.assert_array_equal(function(eta[taken], out=eta[given]), expected)
    square = memory[1:].copy()
    expected = function(square)
    np.testing.assert_array_equal(function(square, out=square.T), expected)
