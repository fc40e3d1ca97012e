"""The table of letters names each letter of the site, and no other."""

import ast
import re
from pathlib import Path

import pytest

from execmath.code import active_site
from execmath.code.glossary import glossary
from execmath.documents.site import read_site

PAGE = r"""
$$
n \in \{1, 2, \ldots\}, \qquad x \in \mathbb{R}^n
\label{sizes}
$$

$$
g(u) := u + 1 \qquad u \in \mathbb{R}
\label{next}
$$
"""
NAMES = {"sizes": "size; point", "next": "the next number"}


@pytest.fixture(autouse=True)
def site(tmp_path: Path):
    (tmp_path / "theory").mkdir()
    (tmp_path / "theory/page.md").write_text(PAGE)
    active_site.use(read_site(tmp_path))
    yield
    active_site.use(None)


def test_each_letter_has_a_row_with_its_name_domain_and_link():
    assert glossary(NAMES, "reference/notation.md").splitlines()[2:] == [
        r"| $n$ | size | $\{1, 2, \ldots\}$ | [`sizes`](../theory/page.md#sizes) |",
        r"| $x$ | point | $\mathbb{R}^n$ | [`sizes`](../theory/page.md#sizes) |",
        r"| $g$ | the next number | defined | [`next`](../theory/page.md#next) |",
    ]


def test_a_letter_without_a_name_is_missed():
    with pytest.raises(LookupError, match=r"no name for g of next at theory/page.md:\d+"):
        glossary({"sizes": "size; point"}, "notation.md")


def test_a_name_without_a_letter_is_refused():
    with pytest.raises(LookupError, match="gone introduces no letter"):
        glossary(NAMES | {"gone": "a letter of old"}, "notation.md")


def test_as_many_names_as_letters():
    with pytest.raises(LookupError, match="sizes introduces 2 letters, named are 1"):
        glossary(NAMES | {"sizes": "size"}, "notation.md")


def test_the_page_of_notation_names_no_label_twice():
    """Python would keep the later name, and say nothing."""
    text = (Path(__file__).parents[3] / "docs/reference/notation.md").read_text("utf-8")
    (block,) = re.findall(r"^```python [^\n]*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (names,) = (node for node in ast.walk(ast.parse(block)) if isinstance(node, ast.Dict))
    labels = [ast.literal_eval(key) for key in names.keys if key is not None]
    assert len(labels) > 50
    assert len(labels) == len(set(labels))
