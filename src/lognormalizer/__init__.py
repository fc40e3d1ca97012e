"""Log-normalizers of exponential families and their gradients, with numpy alone.

The named families want SciPy, for cumulative distribution functions and higher cumulants:
`pip install "lognormalizer[families]"`. It is imported when one of them is asked for.
"""

from importlib import import_module
from typing import Any

from lognormalizer import testing
from lognormalizer.bernoulli import log_sigmoid, logit, sigmoid, softplus
from lognormalizer.categorical import Categorical, categorical
from lognormalizer.derivatives import gradient, hessian
from lognormalizer.family import ExponentialFamily
from lognormalizer.finite import Finite
from lognormalizer.log_sum_exp import log_softmax, logsumexp, softmax

__version__ = "0.1.0"

__all__ = [
    "Categorical",
    "ExponentialFamily",
    "Finite",
    "categorical",
    "families",
    "gradient",
    "hessian",
    "log_sigmoid",
    "log_softmax",
    "logit",
    "logsumexp",
    "sigmoid",
    "softmax",
    "softplus",
    "testing",
]


def __getattr__(name: str) -> Any:
    """`families` is imported when it is asked for, since it wants SciPy."""
    if name == "families":
        return import_module("lognormalizer.families")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
