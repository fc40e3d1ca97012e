"""Log-normalizers of exponential families and their gradients, with numpy alone."""

from lognormalizer import categorical, points
from lognormalizer.derivatives import gradient, hessian
from lognormalizer.log_sum_exp import log_softmax, logsumexp, softmax

__version__ = "0.1.0"

__all__ = [
    "categorical",
    "gradient",
    "hessian",
    "log_softmax",
    "logsumexp",
    "points",
    "softmax",
]
