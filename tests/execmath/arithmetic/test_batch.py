"""A number for each of many nodes is one value: what comes of it is what comes node by node."""

from __future__ import annotations

import operator
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flint import arb, fmpq
from small_pages import page

from execmath.arithmetic import elementary, quadrature
from execmath.arithmetic.autodiff import Dual, Jet
from execmath.arithmetic.batch import Batch, Differs
from execmath.arithmetic.ordering import compare
from execmath.arithmetic.values import Value, Vector
from execmath.checking.check import check
from execmath.checking.options import CheckOptions
from execmath.checking.verdict import Verdict
from execmath.documents.site import read_site

NODES = (arb(1) / 3, arb(2), arb(5), arb(40))
OTHERS = [3, fmpq(2, 7), arb(3).sqrt(), Batch([arb(7), arb(1), arb(4), arb(3) / 4]),
          Vector([2, arb(5)]), Dual(arb(2), {0: 1, 3: arb(4)}, 1), Jet([arb(2), 1, 0], 1)]
TWO_SIDED = {"plus": operator.add, "minus": operator.sub, "times": operator.mul,
             "over": elementary.divide, "to the": elementary.power}


def at(node: int, value: Value) -> Value:
    """What a value is at one node."""
    if isinstance(value, Batch):
        return value.items[node]
    if isinstance(value, Vector):
        return value.map(lambda item: at(node, item))
    if isinstance(value, Dual):
        slopes = {i: at(node, slope) for i, slope in value.slopes.items()}
        return Dual(at(node, value.number), slopes, value.level)
    if isinstance(value, Jet):
        return Jet([at(node, term) for term in value.terms], value.level)
    return value


def told(value: Value) -> str:
    """All that is in it, to the last digit."""
    if isinstance(value, Vector):
        return f"({', '.join(map(told, value.items))})"
    if isinstance(value, Dual):
        return f"{told(value.number)} {sorted((i, told(s)) for i, s in value.slopes.items())}"
    if isinstance(value, Jet):
        return str(list(map(told, value.terms)))
    return arb(value).str(60, more=True)


PAIRS = [pytest.param(operation, other, id=f"{name} {type(other).__name__}")
         for name, operation in TWO_SIDED.items() for other in OTHERS
         if name == "times" or not isinstance(other, Vector)]  # nothing is broadcast


@pytest.mark.parametrize(("operation", "other"), PAIRS)
def test_it_meets_another_value_at_each_node(operation: Callable[[Value, Value], Value],
                                             other: Value) -> None:
    for left, right in ((Batch(NODES), other), (other, Batch(NODES))):
        together = operation(left, right)
        for i in range(len(NODES)):
            assert told(at(i, together)) == told(operation(at(i, left), at(i, right)))


@pytest.mark.parametrize("name", elementary.FUNCTIONS)
@pytest.mark.parametrize("around", [lambda x: x, lambda x: Dual(x, {0: x * x}, 1),
                                    lambda x: Jet([x, 1, x], 1)], ids=["number", "dual", "jet"])
def test_a_function_is_applied_at_each_node(name: str, around: Callable[[Value], Value]) -> None:
    together = elementary.apply(name, around(Batch(NODES)))
    for i, node in enumerate(NODES):
        assert told(at(i, together)) == told(elementary.apply(name, around(node)))


def test_it_is_compared_where_all_nodes_have_the_same_answer() -> None:
    nodes = Batch(NODES)
    assert compare(">", nodes, 0) is True
    assert compare("=", nodes, -1) is False
    assert compare("=", nodes, nodes * arb(1, 0.1)) is None
    with pytest.raises(Differs):
        compare("<", nodes, 3)


# ------------------------------------------------------------------------------- in an integral

INTEGRALS = {
    "a number": r"\int_{0}^{\infty} x^{\theta} e^{-x} \, dx = \Gamma(\theta + 1)",
    "a vector": r"\int_{-\infty}^{\infty} (1, x, x^2) e^{-x^2} \, dx"
                r" = (\sqrt{\pi}, 0, \sqrt{\pi} / 2)",
    "a slope": r"\int_{0}^{\infty} \left(\frac{\partial}{\partial \theta} e^{-\theta x}\right) dx"
               r" = -\frac{1}{\theta^2}",
    "a slope in front": r"\frac{\partial}{\partial \theta} \int_{0}^{\infty} e^{-\theta x} \, dx"
                        r" = -\frac{1}{\theta^2}",
    "a sum": r"\int_{0}^{\infty} \left(\sum_{j=1}^{3} j e^{-j x}\right) \, dx = 3",
    "cases": r"\int_{0}^{\infty} \left(\begin{cases} e^{-x} & x > 0 \\ 2 & x \le 0 "
             r"\end{cases}\right) \, dx = 1",
    "an integral": r"\int_{0}^{\infty} e^{-x} \int_{0}^{\infty} x e^{-y} \, dy \, dx = 1",
}


@pytest.mark.parametrize("name", INTEGRALS)
def test_an_integral_has_the_value_that_it_has_node_by_node(
    name: str, monkeypatch: pytest.MonkeyPatch, executed: Callable[[str], Verdict]
) -> None:
    together = executed(INTEGRALS[name])
    assert together.holds, together.failure and together.failure.message()

    numbers = quadrature.Enclosure.numbers

    def alone(enclosure: quadrature.Enclosure, x: Value, rate: Value) -> Any:
        if type(x) is Batch:
            raise Differs("asked node by node")
        return numbers(enclosure, x, rate)

    monkeypatch.setattr(quadrature.Enclosure, "numbers", alone)
    assert executed(INTEGRALS[name]) == together


def test_what_differs_from_node_to_node_is_asked_node_by_node(
    executed: Callable[[str], Verdict]
) -> None:
    cases = r"\begin{cases} e^{-x} & x > 1 \\ 0 & x \le 1 \end{cases}"
    verdict = executed(rf"\int_{{0}}^{{\infty}} \left({cases}\right) \, dx = e^{{-1}}")
    assert verdict.failure is not None
    assert "did not settle" in verdict.failure.message()  # a corner, but no other complaint


@pytest.fixture
def executed(tmp_path: Path) -> Callable[[str], Verdict]:
    """The verdict on a claim about a positive number."""
    def run(formula: str) -> Verdict:
        letters = [r"theta | \theta \in (0, \infty)"] if r"\theta" in formula else []
        (tmp_path / "page.md").write_text(page(*letters, f"claim | {formula}"), encoding="utf-8")
        site = read_site(tmp_path)
        assert not site.ledger.problems, site.ledger.problems
        result = site.ledger.results["claim"]
        assert result.statement is not None
        return check(result.statement, result.context, "claim", CheckOptions(points=24))

    return run
