"""A code stands for one kind of diagnostic, for good."""

from __future__ import annotations

import pytest

from execmath.runtime import codes


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "_registered", {})


def test_a_code_is_found_in_the_list_of_all() -> None:
    second = codes.code("S100", "a page that is not read", "Name it .md.")
    first = codes.code("C100", "a claim that fails", "Mend the page.")
    assert list(codes.registered()) == [first, second]
    assert str(first) == "C100"


def test_no_name_is_given_twice() -> None:
    codes.code("L100", "an unknown letter", "Declare it.")
    with pytest.raises(ValueError, match="L100 is taken: an unknown letter"):
        codes.code("L100", "an unknown command", "Spell it.")
    codes.code("L100", "an unknown letter", "Declare it.")  # a module that is loaded again


@pytest.mark.parametrize("name", ["X100", "L1", "L1000", "l100", ""])
def test_a_name_is_a_letter_and_three_digits(name: str) -> None:
    with pytest.raises(ValueError, match="is no name of a diagnostic"):
        codes.code(name, "", "")
