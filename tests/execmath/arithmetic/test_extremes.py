"""The extremes of functions over intervals are enclosed, or there is no value."""

from __future__ import annotations

import pytest
from small_pages import Run

TRUE = {
    "a peak within": r"\sup_{x \in [0, 1]} x (1 - x) = \max_{x \in [0, 1]} x (1 - x) = \frac{1}{4}",
    "its place": r"\arg\max_{x \in [0, 1]} x (1 - x) = \frac{1}{2}",
    "at an end": r"\max_{x \in [-1, 2]} x^2 = 4, \quad \arg\max_{x \in [-1, 2]} x^2 = 2",
    "approached at an open end": r"\sup_{x \in (0, 1)} x = 1, \quad \inf_{x \in (0, 1)} x = 0",
    "approached far out": r"\sup_{x \in \mathbb{R}_{>0}} \left(1 - \frac{1}{x}\right) = 1",
    "on the whole line": r"\sup_{x \in \mathbb{R}} \frac{x}{1 + x^2} = \frac{1}{2}",
    "where it has no value at an end": (
        r"\inf_{x \in \mathbb{R}_{>0}} x \log x = -\frac{1}{e}, \quad "
        r"\inf_{x \in (0, 1)} \frac{1}{x} = 1"),
    "where it has no slope at an end": r"\sup_{x \in [0, 1]} \sqrt{x (1 - x)} = \frac{1}{2}",
    "with letters": (
        r"\sup_{x \in \mathbb{R}} (x y - e^x) = y \log y - y \qquad y \in [1/4, 4]"),
    "a narrow peak": (
        r"\sup_{x \in [0, 10]} e^{-1000 (x - \pi)^2} = 1, \quad "
        r"\arg\max_{x \in [0, 10]} e^{-1000 (x - \pi)^2} = \pi"),
    "with a corner": r"\sup_{x \in \mathbb{R}} |x| e^{-|x|} = e^{-1}",
    "an open end does not count": (
        r"\sup_{x \in (0, 1]} \begin{cases} 1 & \text{if } x = 0 \\ 0 & \text{otherwise} "
        r"\end{cases} = 0"),
    "two that are as large": r"\max_{x \in [-1, 1]} x^2 = 1",
}
FALSE = {
    "too large by little": r"\sup_{x \in [0, 1]} x (1 - x) = \frac{1}{4} + 10^{-12}",
    "too small by little": r"\sup_{x \in [0, 1]} x (1 - x) = \frac{1}{4} - 10^{-12}",
    "by little, with letters": (
        r"\sup_{x \in \mathbb{R}} (x y - e^x) = y \log y - y + 10^{-9} \qquad y \in [1/4, 4]"),
    "a narrow peak is not seen": (
        r"\sup_{x \in [0, 10]} \left(\frac{1}{2} e^{-x} + e^{-1000000 (x - \pi)^2}\right) "
        r"= \frac{1}{2}"),
    "not attained at an open end": r"\max_{x \in (0, 1)} x = 1",
    "not attained far out": r"\max_{x \in \mathbb{R}_{>0}} \left(1 - \frac{1}{x}\right) = 1",
    "attained in two places": r"\arg\max_{x \in [-1, 1]} x^2 = 1",
    "without bound": r"\sup_{x \in \mathbb{R}} x = 1",
    "without bound at an open end": r"\sup_{x \in (0, 1)} \frac{1}{x} = 1",
    "a value at an end that counts": (
        r"\sup_{x \in [0, 1]} \begin{cases} 1 & \text{if } x = 0 \\ 0 & \text{otherwise} "
        r"\end{cases} = 0"),
    "over vectors": r"\sup_{x \in \mathbb{R}^2} -(x^\top x) = 0",
}


@pytest.mark.parametrize("tex", TRUE.values(), ids=TRUE)
def test_a_true_extreme_holds(run: Run, tex: str) -> None:
    assert run(f"display | {tex}", points=40).problems == []


@pytest.mark.parametrize("tex", FALSE.values(), ids=FALSE)
def test_a_false_extreme_is_refused(run: Run, tex: str) -> None:
    assert "display: " in run(f"display | {tex}", points=40).problem


def test_an_extreme_is_certified_and_not_computed(run: Run) -> None:
    result = run(r"display | \sup_{x \in [0, 1]} x (1 - x) = \frac{1}{4}")
    assert not result["display"].verdict.estimated
