"""What the package says of itself."""

import subprocess
import sys
from importlib import import_module

import numpy as np
import pytest

import lognormalizer
from lognormalizer import (
    Finite,
    categorical,
    gradient,
    log_sigmoid,
    log_softmax,
    logit,
    logsumexp,
    sigmoid,
    softmax,
    softplus,
)
from lognormalizer.families import gamma, normal


@pytest.mark.parametrize("module", ["lognormalizer", "lognormalizer.categorical",
                                    "lognormalizer.families"])
def test_what_a_module_offers_is_documented(module):
    offered = import_module(module)
    assert all(getattr(offered, name).__doc__ for name in offered.__all__)


MASKED = np.ma.array([0.25, 0.5], mask=[True, False])


@pytest.mark.parametrize("call", [
    logsumexp, softmax, log_softmax, softplus, sigmoid, log_sigmoid, logit,
    categorical.entropy, categorical.natural_parameter,
    lambda x: gradient(logsumexp, x), lambda x: logsumexp([1.0, 2.0], weights=x),
    lambda x: normal.log_density(x, [0.0, -1.0]), lambda x: normal.mean(x),
    lambda x: normal.natural_parameter(x, 1.0), lambda x: gamma.maximum_likelihood(x),
    lambda x: gamma.natural_from_mean(x), lambda x: Finite([[1.0], [2.0]]).mean(x[:1]),
])
def test_a_mask_is_never_lost_in_silence(call):
    with pytest.raises(TypeError, match="mask of a masked array would be lost"):
        call(MASKED)


def test_numpy_alone_is_imported_until_a_named_family_is_asked_for():
    program = ("import sys; import lognormalizer as l; assert 'scipy' not in sys.modules;"
               "l.categorical.mean([0., 1.]); l.Finite([[0.], [1.]]).mean([1.]);"
               "assert 'scipy' not in sys.modules; l.families; assert 'scipy' in sys.modules")
    subprocess.run([sys.executable, "-c", program], check=True)


def test_what_the_package_does_not_have_is_no_attribute():
    with pytest.raises(AttributeError, match="no attribute 'series'"):
        _ = lognormalizer.series
