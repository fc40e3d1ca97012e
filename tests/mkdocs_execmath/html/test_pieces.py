"""Where a wide display goes on in a new line."""

from __future__ import annotations

import pytest

from mkdocs_execmath.html.pieces import LONG, cut

LEFT = r"\operatorname{KL}(\eta, \zeta) + \operatorname{KL}(\zeta, \eta) + \operatorname{KL}(\eta)"


def pieces(tex: str) -> list[str]:
    return [tex[first:last] for first, last in cut(tex).spans]


def test_a_long_chain_is_cut_before_its_relations() -> None:
    assert pieces(rf"{LEFT} = a \le b") == [LEFT, "= a", r"\le b"]


def test_a_short_one_is_not() -> None:
    assert len("a = b") < LONG and pieces("a = b") == ["a = b"]


@pytest.mark.parametrize("tex", [
    rf"\sum_{{i = 1}} {LEFT}", rf"\left( {LEFT} = a \right)", rf"({LEFT} = a)",
    rf"\begin{{cases}} {LEFT} = a \end{{cases}}", rf"{{ {LEFT} = a }}", rf"{LEFT} \not= a",
    rf"{LEFT} \over b = c", rf"{LEFT} )= a(", rf"= {LEFT} = ",
])
def test_what_stands_in_brackets_or_reaches_further_stays_whole(tex: str) -> None:
    assert pieces(tex) == [tex.strip()]


def test_hypotheses_are_cut_behind_commas_with_a_space() -> None:
    tex = r"a = b \qquad x, y \in X,\; i \in \{1, \ldots, k\},\quad p := f(x,\, y)"
    assert pieces(tex) == ["a = b", r"x, y \in X,", r"i \in \{1, \ldots, k\},", r"p := f(x,\, y)"]


def test_nothing_but_spaces_is_lost() -> None:
    tex = rf"{LEFT} = a \qquad x \in X,\; y \in Y"
    shown = "".join(pieces(tex)).replace(" ", "")
    assert shown == tex.replace(r"\qquad", "").replace(r"\;", "").replace(" ", "")
