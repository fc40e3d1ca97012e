"""Every class of node is read for the prover by a rule, or its refusal is stated."""

from __future__ import annotations

import dataclasses
from typing import get_args

from execmath.language import ast as s
from execmath.rocq.sets import membership_rule
from execmath.rocq.support import PARTS, REFUSED
from execmath.rocq.translation import rule

NODES = {each for each in vars(s).values()
         if dataclasses.is_dataclass(each) and issubclass(each, s.Node) and each is not s.Node}
STATEMENTS = {*get_args(s.Statement), *get_args(s.Hypothesis), s.Link}
WITHIN_OTHERS = {s.Run, s.Infinity}  # read by the rules of `Vector` and of `Interval`


def test_every_class_is_read_or_refused() -> None:
    assert set(PARTS) | REFUSED == NODES
    assert not set(PARTS) & REFUSED


def test_each_that_is_read_has_a_rule() -> None:
    assert set(rule) == set(PARTS) - STATEMENTS - WITHIN_OTHERS - set(s.SETS)
    assert set(membership_rule) == set(PARTS) & set(s.SETS)


def test_the_parts_that_are_read_are_fields() -> None:
    for node_class, parts in PARTS.items():
        assert set(parts.split()) <= {field.name for field in dataclasses.fields(node_class)}
