"""The grammar and the register take the same spellings for one sign; the register a few more."""

from __future__ import annotations

import pytest

from execmath.language import canonical
from execmath.language.synonyms import SAYING_THE_SAME, SYNONYMS, same
from execmath.language.tokens import tokenize


@pytest.mark.parametrize(("one", "other"), SYNONYMS.items())
def test_what_the_grammar_takes_for_the_same_the_register_does(one: str, other: str) -> None:
    assert [token.text for token in tokenize(one)] == [token.text for token in tokenize(other)]
    assert canonical.tokens(f"a {one} b") == canonical.tokens(f"a {other} b")


@pytest.mark.parametrize("token", [*SYNONYMS, *SAYING_THE_SAME])
def test_one_step_leads_to_the_one_spelling(token: str) -> None:
    assert same(same(token)) == same(token)
