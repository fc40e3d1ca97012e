"""Which formulas a display is altered to: one place at a time, each that can be read, once."""

from __future__ import annotations

import pytest

NUMBERS = (r"a | a \in \mathbb{R}, \qquad b \in \mathbb{R}", r"n | n \in \{1, 2, \ldots\}",
           r"x | x \in \mathbb{R}^n, \qquad y \in \mathbb{R}^n")


def texts(found) -> set[str]:
    return {mutant.shown for mutant in found}


@pytest.mark.parametrize("tex, expected", [
    ("a + b = 0", {"a - b = 0", r"a \cdot b = 0", "a = 0", "b = 0"}),
    ("a - b = 0", {"a + b = 0", "a = 0", "-b = 0"}),
    ("a b = 0", {"a / b = 0", "a + b = 0", "a = 0", "b = 0"}),
    (r"\frac{a}{b} = 0", {"a = 0", r"\frac{1}{b} = 0", r"a \cdot b = 0"}),
    ("-a = 0", {"a = 0"}),
    ("a + b = b + a", {r"a + b = -\left(b + a\right)"}),
    ("e^{a} = a", {r"\log\left(a\right) = a", "e^{-a} = a"}),
    (r"\log a = 0", {r"\exp a = 0"}),
    (r"\sum_{i=1}^{n} x_i = 0", {r"\prod_{i=1}^{n} x_i = 0", r"\sum_{i=2}^{n} x_i = 0",
                                 r"\sum_{i=0}^{n} x_i = 0", r"\sum_{i=1}^{n+1} x_i = 0",
                                 r"\sum_{i=1}^{n-1} x_i = 0", r"\sum_{i=1}^{n} x_n = 0",
                                 r"\sum_{i=1}^{n} y_i = 0"}),
    (r"\max_{i \in \{1, \ldots, n\}} x_i = 0", {r"\min_{i \in \{1, \ldots, n\}} x_i = 0"}),
    ("x^\\top y = 0", {"x^\\top x = 0", "y^\\top y = 0"}),
    ("2 a = 0", {"3 a = 0", "a = 0"}),
    ("a = 0", {r"a \ne 0", "b = 0", "a = 1", "a = -1"}),
    (r"a \le b", {r"a \ge b", "a < b", "a = b"}),
    ("a < b", {"a > b", "a = b", "a < a", "b < b"}),
])
def test_a_rule_alters_one_place(altered, tex: str, expected: set[str]) -> None:
    assert expected <= texts(altered(*NUMBERS, f"it | {tex}"))


def test_an_altered_definition_keeps_what_it_defines(altered) -> None:
    found = altered(*NUMBERS, r"f | f(a) := a + 1 \qquad a \in \mathbb{R}")
    assert r"f(a) := a - 1 \qquad a \in \mathbb{R}" in texts(found)
    assert all(mutant.shown.startswith("f(a) :=") for mutant in found)


def test_items_around_an_ellipsis_are_altered_alike_and_their_ends_are_moved(altered) -> None:
    found = texts(altered(*NUMBERS, r"it | (2 x_1, \ldots, 2 x_n) = 2 x"))
    assert r"(3 x_1, \ldots, 3 x_n) = 2 x" in found
    assert r"(2 x_1, \ldots, 2 x_{n-1}) = 2 x" in found
    assert r"(3 x_1, \ldots, 2 x_n) = 2 x" not in found


@pytest.mark.parametrize("domain, larger", [
    (r"c \in \mathbb{R}_{>0}", r"c \in \mathbb{R}_{\ge 0}"),
    (r"c \in \mathbb{R}_{\ge 0}", r"c \in \mathbb{R}"),
    (r"c \in \{2, 3, \ldots\}", r"c \in \{1, 2, \ldots\}"),
    (r"c \in \{1, \ldots, n\}", r"c \in \{0, \ldots, n\}"),
    (r"c \in \{1, \ldots, n-1\}", r"c \in \{1, \ldots, n\}"),
])
def test_a_domain_becomes_the_next_larger_one(altered, domain: str, larger: str) -> None:
    assert larger in texts(altered(*NUMBERS, rf"it | c = a \qquad {domain}"))


@pytest.mark.parametrize("domain, larger", [
    (r"\Delta^{n-1}", r"\mathbb{R}_{>0}^{n}"),
    (r"\{\mathbf{e}_1, \ldots, \mathbf{e}_n\}", r"\mathbb{R}^{n}"),
    (r"\mathbb{R}_{>0}^n", r"\mathbb{R}_{\ge 0}^n"),
])
def test_a_set_of_vectors_becomes_the_next_larger_one(altered, domain: str, larger: str) -> None:
    assert rf"c \in {larger}" in texts(altered(*NUMBERS, rf"it | c = x \qquad c \in {domain}"))


def test_a_hypothesis_is_dropped_or_weakened(altered) -> None:
    found = texts(altered(*NUMBERS, r"it | c = a \qquad c \in \mathbb{R},\; c > 0,\; b = 1"))
    assert {r"c \in \mathbb{R},\; b = 1", r"c \in \mathbb{R},\; c > 0",
            r"c \in \mathbb{R},\; c \ge 0,\; b = 1"} <= found


def test_what_is_the_same_counts_once_and_the_display_itself_never(altered) -> None:
    found = altered(*NUMBERS, "it | a - 1 = 0")
    assert len(texts(found)) == len(found)
    assert "a - 0 = 0" not in texts(found)  # it is a = 0, which is among them
    assert "a = 0" in texts(found)
    assert "a - 1 = 0" not in texts(found)


def test_what_says_only_that_a_thing_equals_itself_does_not_count(altered) -> None:
    assert "a = a" not in texts(altered(*NUMBERS, "it | a + b = a"))


def test_an_inequality_between_a_thing_and_itself_counts_if_it_is_false(altered) -> None:
    assert not {r"a \le a", r"b \le b"} & texts(altered(*NUMBERS, r"it | a \le b"))
    assert {r"a \ne a", r"b \ne b"} <= texts(altered(*NUMBERS, r"it | a \ne b"))


def test_what_follows_from_the_display_is_no_alteration_and_may_be_a_repair(altered) -> None:
    assert r"a \le b" not in texts(altered(*NUMBERS, "it | a = b"))
    assert r"a \le b" in texts(altered(*NUMBERS, "it | a = b", weaker=True))


def test_the_sign_of_a_letter_that_occurs_once_says_nothing(altered) -> None:
    assert texts(altered(*NUMBERS, r"f | f(a) := a^2", "it | f(b) \\ge 0")).isdisjoint(
        {r"f(-b) \ge 0"})


def test_words_say_what_was_altered_and_where(altered) -> None:
    found = altered(*NUMBERS, r"it | \sum_{i=1}^{n} x_i = \sum_{i=1}^{n-1} x_i + x_n")
    says = {mutant.says for mutant in found}
    assert '"n" in place of "n-1" in the second sum' in says
    assert r'"\prod" in place of "\sum" in the first sum' in says


def test_an_exponent_keeps_its_braces(altered) -> None:
    assert "a^{-b} = b" in texts(altered(*NUMBERS, "it | a^b = b"))
