"""What is costly is known before it is executed: an integral more than a sum that has no end."""

from __future__ import annotations

import pytest

from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.cost import integrates, is_costly

X, OUTCOMES = s.Letter("x"), s.Letter("X")
WHOLE_NUMBERS = s.IntegerRange(s.Number("0"), None)
UNIT = s.Interval(s.Number("0"), s.Number("1"), open_below=True, open_above=True)


def over(domain: s.Node) -> s.Node:
    return s.Fold("sum", X, domain, X)


@pytest.mark.parametrize("domain", [UNIT, s.Reals(">"), s.SetPower(s.Reals(), s.Number("2")),
                                    s.Simplex(s.Number("3"))])
def test_a_sum_over_numbers_of_a_continuum_is_an_integral(domain: s.Node) -> None:
    assert integrates(over(domain), Context())
    assert is_costly(over(domain), Context())


def test_so_it_is_where_the_set_has_a_name() -> None:
    context = Context({OUTCOMES: s.Definition(OUTCOMES, (), UNIT, None)}, {})
    assert integrates(over(OUTCOMES), context)


def test_a_sum_without_an_end_is_costly_and_no_integral() -> None:
    assert is_costly(over(WHOLE_NUMBERS), Context())
    assert not integrates(over(WHOLE_NUMBERS), Context())


def test_a_sum_with_an_end_costs_little() -> None:
    few = s.IntegerRange(s.Number("1"), s.Number("9"))
    assert not is_costly(over(few), Context()) and not integrates(over(few), Context())
