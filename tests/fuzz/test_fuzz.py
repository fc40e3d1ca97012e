"""A sample of `make fuzz`: no false claim is accepted, and the true ones are not refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import machine
from breaking import from_a_size_on
from claims import FALSE, TRUE, claim
from rewriting import Writer
from terms import fold, number, of

FALSE_ONES, TRUE_ONES = 200, 40


@pytest.mark.parametrize("first", range(0, FALSE_ONES, 20))
def test_no_false_claim_is_accepted(first: int) -> None:
    made = [claim(seed, FALSE) for seed in range(first, first + 20)]
    accepted = [(one.seed, one.tex) for one in made if machine.answer(one.tex).accepted]
    assert accepted == []


@pytest.mark.parametrize("first", range(0, TRUE_ONES, 10))
def test_true_claims_are_accepted(first: int) -> None:
    made = [claim(seed, TRUE) for seed in range(first, first + 10)]
    answers = [(one, machine.answer(one.tex)) for one in made]
    assert [(one.seed, answer.words) for one, answer in answers if not answer.accepted] == []


def test_a_seed_makes_the_same_claim_again() -> None:
    assert claim(7, FALSE) == claim(7, FALSE) != claim(8, FALSE)
    assert claim(7, TRUE).tex != claim(7, FALSE).tex


def test_a_term_with_all_indices_is_broken_in_another_way() -> None:
    writer = Writer(Random(0))
    n, (i, j, k) = of(writer.natural), writer.indices
    full = fold("sum", i, number(1), n, fold("sum", j, number(1), n, fold(
        "sum", k, number(1), n, n)))
    assert from_a_size_on(writer, full) is None
    assert from_a_size_on(writer, full.parts[-1]) is not None
    assert writer.rewritten(full, 3)[0] != full


def test_what_was_found_is_told_with_its_figures() -> None:
    done = subprocess.run([sys.executable, str(Path(__file__).parent), "--steps", "1", "--only",
                           FALSE, "--workers", "1"], capture_output=True, encoding="utf-8")
    assert done.stderr == ""
    assert "0 of 250 false claims are accepted" in done.stdout
    assert "go on with --from 1" in done.stdout
    assert done.returncode == 0
