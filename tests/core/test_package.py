"""What the package says of itself."""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import lognormalizer

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_version_is_that_of_the_project():
    assert lognormalizer.__version__ == tomllib.loads(PROJECT.read_text())["project"]["version"]


@pytest.mark.parametrize("module", ["lognormalizer", "lognormalizer.categorical",
                                    "lognormalizer.families"])
def test_what_a_module_offers_is_documented(module):
    offered = import_module(module)
    assert all(getattr(offered, name).__doc__ for name in offered.__all__)
