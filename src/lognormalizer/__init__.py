"""Log-normalizers of exponential families and their gradients, with numpy alone."""

from lognormalizer import categorical, families, special, testing
from lognormalizer.bernoulli import logit, sigmoid, softplus
from lognormalizer.derivatives import gradient, hessian
from lognormalizer.family import ExponentialFamily
from lognormalizer.finite import Finite
from lognormalizer.log_sum_exp import log_softmax, logsumexp, softmax

__version__ = "0.1.0"

__all__ = [
    "ExponentialFamily",
    "Finite",
    "categorical",
    "families",
    "gradient",
    "hessian",
    "log_softmax",
    "logit",
    "logsumexp",
    "sigmoid",
    "softmax",
    "softplus",
    "special",
    "testing",
]
