"""The corpus says what is executed: trees, and the values of expressions at a point."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import Run

from execmath.documents.addresses import Publisher
from execmath.documents.corpus import corpus

PAGE = (r"sizes | k \in \{2, 3, \ldots\}, \qquad \eta \in \mathbb{R}^k",
        r"total | A(\eta) := \log \sum_{j=1}^k e^{\eta_j}",
        r"shift | \log \sum_{j=1}^k e^{\eta_j + 1} = 1 + \log \sum_{j=1}^k e^{\eta_j} "
        r"= 1 + A(\eta)")


@pytest.fixture
def displays(run: Run) -> list[dict[str, Any]]:
    document = corpus(run(*PAGE).site.ledger, Publisher("Sums", "https://sums.example/"))
    assert document["license"] == "CC-BY-4.0"
    return list(document["displays"])


def test_each_claim_and_definition_is_there_with_its_sides(
        displays: list[dict[str, Any]]) -> None:
    assert [(one["label"], len(one["sides"])) for one in displays] == [("total", 1), ("shift", 3)]
    total = displays[0]["sides"][0]
    assert total["latex"] == r"\log \sum_{j=1}^k e^{\eta_j}"
    assert (total["tree"]["node"], total["tree"]["name"]) == ("Apply", "log")
    assert total["tree"]["argument"]["letter"]["name"] == "j"


def test_an_expression_is_closed_if_its_letters_are_numbers(
        displays: list[dict[str, Any]]) -> None:
    assert [side["closed"] for side in displays[1]["sides"]] == [True, True, False]


def test_the_sides_of_an_equality_have_one_value(displays: list[dict[str, Any]]) -> None:
    left, right, _ = displays[1]["sides"]
    assert left["value"] == right["value"]
    assert set(left["values"]) == {"k", r"\eta"}
