"""A formula in a list is a picture."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from execmath.runtime.cache import Cache
from mkdocs_execmath.typesetting.vectors import Vector, draw


def test_a_picture_stands_by_itself_and_has_its_size_in_ems() -> None:
    drawn = draw({"a": r"x < \frac{a}{b}", "wide": r"x + x + x + x"}, Cache())
    assert ElementTree.fromstring(drawn["a"].svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert drawn["a"].width < drawn["wide"].width < 12
    assert drawn["a"].height > drawn["wide"].height > 0.3


def test_what_cannot_be_typeset_has_no_picture() -> None:
    assert draw({"a": r"\nosuch"}, Cache()) == {"a": Vector()}


@pytest.mark.parametrize("answer", [[], {"svg": ""}, {"svg": "x", "width": "1", "height": 1}])
def test_an_answer_that_is_no_picture_is_none(answer: object) -> None:
    with pytest.raises(ValueError, match="not a picture"):
        Vector.read(answer)
