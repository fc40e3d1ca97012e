"""What the blocks of one call share."""

import numpy as np

from lognormalizer.blocks import plan, types
from lognormalizer.kernel import Store


def test_working_arrays_are_used_again_where_the_shape_is_the_same():
    eta = np.empty((5, 3))
    store = Store(plan(eta.shape, eta.strides, (1,)), types(eta.dtype))
    first = store.take("spare", (3, 5))
    assert store.take("spare", (3, 5)) is first
    assert store.take("other", (3, 5)) is not first
    assert store.take("spare", (3, 2)).shape == (3, 2)
    assert store.take("mask", (3, 5), np.bool_).dtype == np.bool_
