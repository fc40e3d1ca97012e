"""The whole grammar: the tables of its modules, joined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from execmath.language.parser import (
    arrays,
    calculus,
    differences,
    expectations,
    functions,
    integrals,
    letters,
    limits,
    lists,
    names,
    operators,
    sets,
    up_to,
)
from execmath.language.parser.pratt import Grammar

Rule = TypeVar("Rule")


def joined(*tables: Mapping[str, Rule]) -> dict[str, Rule]:
    """One table; that two modules lay claim to a token is a mistake of ours."""
    table: dict[str, Rule] = {}
    for one in tables:
        twice = table.keys() & one.keys()
        assert not twice, f"two rules for {twice}"
        table |= one
    return table


GRAMMAR = Grammar(
    factors=joined(operators.FACTORS, calculus.FACTORS, integrals.FACTORS, expectations.FACTORS,
                   limits.FACTORS, differences.FACTORS),
    primaries=joined(lists.PRIMARIES, functions.PRIMARIES, calculus.PRIMARIES, arrays.PRIMARIES,
                     operators.PRIMARIES, expectations.PRIMARIES),
    names=joined(letters.NAMES, calculus.NAMES, expectations.NAMES, arrays.NAMES,
                 up_to.NAMES),
    suffixes=joined(functions.SUFFIXES),
    sets=joined(sets.SETS),
    letter=letters.letter,
    call=functions.call,
    domain=sets.read_set,
    lower=lists.below_coefficient,
    is_name=names.is_name_here,
)
