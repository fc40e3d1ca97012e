"""Every error that an author may see has a code of its kind."""

from __future__ import annotations

import pytest

from execmath.arithmetic import errors
from execmath.rocq.execution import Disagreement
from execmath.rocq.term_parser import NotRead
from execmath.rocq.values import Refused
from execmath.runtime.codes import ExecmathError


@pytest.mark.parametrize("error, name", [
    (errors.EvaluationError("why"), "C101"), (errors.Undecided("why", bits=3), "C102"),
    (errors.Mismatch("why", (1, 2)), "C103"), (errors.TooMuch("why"), "C104"),
    (errors.Exhausted("why"), "C105"), (Refused("why"), "C501"), (Disagreement("why"), "C502"),
    (NotRead("why"), "C503"),
])
def test_an_error_has_the_code_of_its_kind(error: ExecmathError, name: str) -> None:
    assert (error.code.name, error.message, str(error)) == (name, "why", "why")
    assert error.code.title[0].isupper()
    assert error.code.remedy.endswith(".")


def test_the_innermost_piece_is_pointed_at() -> None:
    error = errors.EvaluationError("why")
    error.point_at((3, 4))
    error.point_at((0, 9))
    assert error.span == (3, 4)
