r"""Random pages: whatever stands in them, the machine says what is wrong, or gives a verdict.

`FUZZ=5000 pytest tests/hostile` tries many more of them.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LETTERS = "$$\na \\in \\mathbb{R}, \\qquad n \\in \\{1, 2, \\ldots\\}\n\\label{letters}\n$$\n\n"
TOKENS = (r"\frac \sum \prod \int \log \exp \sqrt \partial \nabla \max \left( \right) \left| "
          r"\right| \begin{aligned} \end{aligned} \begin{cases} \end{cases} \begin{pmatrix} "
          r"\end{pmatrix} \\ & = \le < \in := \colon \to \qquad \ldots \cdot \mathbb{R} "
          r"\mathbb{E} \operatorname{f} \mathbf{1} \infty \mathrm{d} \top \det \eta "
          r"a n x e j k 0 1 2 10 99 0.5 ( ) [ ] { } \{ \} ^ _ + - * / | , ; . ! : "
          r"' $ \foo é").split()
FORMULAS = st.recursive(
    st.sampled_from(["a", "n", "0", "1", "2", r"\pi", "0.5"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", r"\cdot"]), inner).map(
            lambda parts: f"({' '.join(parts)})"),
        st.tuples(inner, inner).map(lambda parts: rf"\frac{{{parts[0]}}}{{{parts[1]}}}"),
        st.tuples(inner, inner).map(lambda parts: f"({parts[0]})^{{{parts[1]}}}"),
        st.tuples(st.sampled_from([r"\log", r"\exp", r"\sin", r"\Gamma", r"\cosh"]), inner).map(
            lambda parts: f"{parts[0]}({parts[1]})"),
        st.tuples(inner, inner).map(lambda parts: rf"\sum_{{j=1}}^{{{parts[0]}}} ({parts[1]})"),
        inner.map(lambda part: rf"\sqrt{{{part}}}"),
        inner.map(lambda part: rf"\left|{part}\right|"),
    ), max_leaves=12)

often = settings(max_examples=int(os.environ.get("FUZZ", "25")), deadline=None, database=None,
                 suppress_health_check=list(HealthCheck))


def display(tex: str) -> str:
    return f"{LETTERS}$$\n{tex}\n\\label{{it}}\n$$\n"


@pytest.mark.parametrize("alter", [False, True])
@often
@given(tokens=st.lists(st.sampled_from(TOKENS), max_size=40))
def test_tokens_in_any_order(try_page, alter: bool, tokens: list[str]) -> None:
    assert try_page(display(" ".join(tokens)), alter=alter)


@often
@given(text=st.text(max_size=200))
def test_any_text_as_a_display(try_page, text: str) -> None:
    assert try_page(display(text))


@often
@given(text=st.text(alphabet=st.sampled_from(list("$`<!->~#:\n \\{}[]()|*_a1é\x00")), max_size=300))
def test_any_text_as_a_page(try_page, text: str) -> None:
    assert isinstance(try_page(text), list)


@often
@given(left=FORMULAS, right=FORMULAS)
def test_formulas_that_can_be_read_get_a_verdict(try_page, left: str, right: str) -> None:
    """A strict order in both directions cannot hold; whatever the formulas are, one fails."""
    first, second = display(f"{left} < {right}"), display(f"{left} > {right}")
    problems = [[text for text in try_page(page) if " it: " in text] for page in (first, second)]
    assert problems[0] or problems[1]
