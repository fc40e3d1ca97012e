"""How much memory the core needs at its peak: one array like its input and a block, or a block."""

import tracemalloc

import numpy as np
import pytest

from lognormalizer import categorical, log_softmax, logsumexp, sigmoid, softmax, softplus

BLOCKS = 4 * 2**20  # bytes: the working arrays of a block of 2**16 numbers, all together
SHAPES = [((600_000,), -1), ((120_000, 5), -1), ((5, 120_000), 0), ((300, 2000), -1),
          ((300, 2000), 0)]


def peak(call):
    call()  # what is imported or remembered once does not count
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(params=SHAPES, ids=str)
def case(request):
    shape, axis = request.param
    return np.random.default_rng(0).normal(0, 3, shape), axis


@pytest.mark.parametrize("function", [softmax, log_softmax])
def test_the_result_and_a_block(case, function):
    eta, axis = case
    assert peak(lambda: function(eta, axis)) <= eta.nbytes + BLOCKS


@pytest.mark.parametrize("function", [softmax, log_softmax])
def test_a_block_where_the_result_has_its_place(case, function):
    eta, axis = case
    out = np.empty_like(eta)
    assert peak(lambda: function(eta, axis, out=out)) <= BLOCKS
    assert peak(lambda: function(eta, axis, out=eta)) <= BLOCKS


def test_logsumexp_needs_its_result_and_a_block(case):
    eta, axis = case
    assert peak(lambda: logsumexp(eta, axis)) <= logsumexp(eta, axis).nbytes + BLOCKS


def test_signed_weights_need_some_blocks():
    eta, weights = np.random.default_rng(0).normal(0, 3, (240_000, 5)), [1, -1, 2, -2, 3.0]
    assert peak(lambda: logsumexp(eta, weights=weights)) <= eta.nbytes + 8 * BLOCKS


@pytest.mark.parametrize("kind", [np.float32, np.float16, np.int64])
def test_other_types_are_converted_by_the_block(kind):
    eta = np.ones((120_000, 5), kind)
    assert peak(lambda: softmax(eta)) <= softmax(eta).nbytes + BLOCKS


def test_logits_that_need_a_shift_need_no_more(case):
    eta, axis = case
    eta = eta + 1000
    assert peak(lambda: softmax(eta, axis)) <= eta.nbytes + BLOCKS


@pytest.mark.parametrize("function", [softplus, sigmoid])
def test_elementwise_functions_need_their_result_and_a_block(case, function):
    eta, _ = case
    assert peak(lambda: function(eta)) <= eta.nbytes + BLOCKS
    assert peak(lambda: function(eta, out=eta)) <= BLOCKS


@pytest.mark.parametrize("function", [categorical.entropy, categorical.kl_divergence,
                                      categorical.covariance_product])
def test_information_needs_its_result_and_some_blocks(function):
    eta = np.random.default_rng(0).normal(0, 3, (120_000, 5))
    arguments = [eta] * (1 + (function != categorical.entropy))
    assert peak(lambda: function(*arguments)) <= function(*arguments).nbytes + 6 * BLOCKS
