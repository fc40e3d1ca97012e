"""Numbers as a picture needs them: finite, short, and spelled as in print."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


def finite(values: ArrayLike) -> NDArray[Any]:
    """A list of float64; raises ValueError where one is NaN or infinite, as nothing is skipped."""
    array = np.atleast_1d(np.asarray(values, dtype=np.float64))
    if array.ndim != 1 or not np.isfinite(array).all():
        raise ValueError(f"a picture needs a list of finite numbers, got {values!r}")
    return array


def pixels(value: float) -> str:
    """To a hundredth of a unit, without trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def in_words(value: float) -> str:
    """A tick: 0.5, 2, −1, with a minus sign and not a hyphen."""
    return f"{value:g}".replace("-", "\N{MINUS SIGN}")
