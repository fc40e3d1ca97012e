"""Which way the core takes, as the environment says."""

from __future__ import annotations

import os

CHOICE = "LOGNORMALIZER_KERNEL"  # `numpy` for numpy alone


def wants_kernel() -> bool:
    return os.environ.get(CHOICE) != "numpy"
