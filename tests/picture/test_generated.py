"""What MathJax draws of claims that are made up is what is read; `make fuzz` tries many more."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))

from claims import FALSE, TRUE, claim
from typesetting import differing

SEEDS = 60


def test_what_is_drawn_of_made_up_claims_is_what_is_read() -> None:
    made = [claim(seed, truth) for seed in range(SEEDS) for truth in (TRUE, FALSE)]
    assert [(one.tex, drawn) for one, drawn in differing(made)] == []
