"""Every class of node is said in JavaScript by a rule, or is refused with a reason."""

from __future__ import annotations

import dataclasses
import re
from typing import get_args

import pytest

from execmath.javascript.translator import REFUSED, RUNTIME, Refused, Translator, rule, set_rule
from execmath.language import ast as s

NODES = {each for each in vars(s).values()
         if dataclasses.is_dataclass(each) and issubclass(each, s.Node) and each is not s.Node}
STATEMENTS = {*get_args(s.Statement), *get_args(s.Hypothesis), s.Link}
PARTS = {s.Case, s.Belonging}  # read by the rule of `Cases`, and as a condition


def test_every_expression_has_a_rule_or_is_refused() -> None:
    assert set(rule) == NODES - STATEMENTS - PARTS - set(s.SETS) - set(REFUSED)


def test_every_set_has_a_rule_or_is_refused() -> None:
    assert set(set_rule) == set(s.SETS) - set(REFUSED)


def test_each_refusal_says_why() -> None:
    integral = s.Integral(s.Letter("x"), s.Number("0"), s.Number("1"), s.Letter("x"))
    with pytest.raises(Refused, match=r"^an integral$"):
        Translator({}, {}).say(s.Negative(integral))
    assert all(reason.startswith("a") for reason in REFUSED.values())


def test_a_function_that_the_runtime_does_not_know_is_refused() -> None:
    with pytest.raises(Refused, match=r"^the function erf$"):
        Translator({}, {}).say(s.Apply("erf", s.Number("1")))


def test_a_sum_without_an_end_is_refused() -> None:
    endless = s.IntegerRange(s.Number("0"), None)
    with pytest.raises(Refused, match=r"^a sum without an end$"):
        Translator({}, {}).say(s.Fold("sum", s.Letter("n"), endless, s.Letter("n")))


def test_letters_that_look_alike_are_told_apart() -> None:
    translator = Translator({}, {})
    names = [translator.name(letter) for letter in
             (s.Letter("x", "a"), s.Letter("x", "b"), s.Letter(r"\mathbf{x}"), s.Letter("x", "a"))]
    assert names == ["x", "x2", "x3", "x"]


def test_what_is_said_is_what_the_runtime_exports() -> None:
    package = RUNTIME.parent
    said = {word for file in package.glob("*.py")
            for word in re.findall(r"\br\.(\w+)\(", file.read_text(encoding="utf-8"))}
    said |= {"plus", "minus", "times", "over"}
    exported = set(re.findall(r"^export (?:const|function|class) (\w+)",
                              RUNTIME.read_text(encoding="utf-8"), re.MULTILINE))
    assert said - {"sub"} <= exported
    assert len(said) > 35
