"""Every class of node is compiled by a rule, or is named here with what reads it instead."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError
from execmath.evaluation.base import rule, set_rule
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s
from execmath.language.rules import Rules

NODES = {each for each in vars(s).values()
         if dataclasses.is_dataclass(each) and issubclass(each, s.Node) and each is not s.Node}
STATEMENTS = {*get_args(s.Statement), *get_args(s.Hypothesis), s.Link}
PARTS = {s.Hole, s.Case, s.Belonging}  # read by those of `Call` and `Cases`, and as a condition


def test_every_node_that_is_no_set_and_no_statement_is_an_expression_with_a_rule() -> None:
    assert set(rule) == NODES - STATEMENTS - PARTS - set(s.SETS)


def test_every_set_has_a_rule() -> None:
    assert set(set_rule) == set(s.SETS)


def test_a_statement_is_no_expression() -> None:
    compiler = Compiler({}, Balls())
    with pytest.raises(EvaluationError, match="Claim is not an expression"):
        compiler.compile(s.Claim((), ()))


def test_a_number_is_no_set() -> None:
    compiler = Compiler({}, Balls())
    with pytest.raises(EvaluationError, match="Number is not a set"):
        compiler.compile_set(s.Number("1"))


def test_a_class_has_one_rule() -> None:
    rules: Rules[None, str] = Rules()
    rules(s.Number)(lambda owner, node: node.digits)
    with pytest.raises(ValueError, match="Number has a rule already"):
        rules(s.Number)(lambda owner, node: "")
