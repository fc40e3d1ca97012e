"""What the package says of itself."""

from importlib import import_module

import pytest


@pytest.mark.parametrize("module", ["lognormalizer", "lognormalizer.categorical",
                                    "lognormalizer.families", "lognormalizer.special"])
def test_what_a_module_offers_is_documented(module):
    offered = import_module(module)
    assert all(getattr(offered, name).__doc__ for name in offered.__all__)
