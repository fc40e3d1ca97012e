"""A block that says that it is run is opened as it should be; any other is left alone."""

from __future__ import annotations

import pytest

from execmath.code.blocks import fault
from execmath.documents.markdown import parse_page


def fault_of(opening: str) -> str:
    (block,) = parse_page(f"```{opening}\nprint(1)\n```\n", "page.md").blocks
    return fault(block)


@pytest.mark.parametrize("opening", [
    "", "julia", "mermaid", "python", "Python", "py", "text", 'python title="a.py"',
    'rust linenums="1" hl_lines="2 3"', "{.python .annotate}", "{ .julia #id }",
])
def test_what_nobody_means_to_run_is_shown(opening: str) -> None:
    assert fault_of(opening) == ""


@pytest.mark.parametrize(("opening", "says"), [
    ('python exec="true" session="s"', ""),
    ('python exce="true" session="s"', "no attribute 'exce'"),
    ('python session="s"', "a python block that would not run"),
    ('python source="above"', "a python block that would not run"),
    ('Python exec="true" session="s"', "exec on a block of Python; only python is run"),
    ('julia exec="true" session="s"', "exec on a block of julia; only python is run"),
    ("python exec=true", "cannot read"),
    ("{.python exec=true}", "cannot read"),
    ('python exec="true"', 'a block without session="…"'),
])
def test_what_looks_as_if_it_were_run_is_held_to_it(opening: str, says: str) -> None:
    assert fault_of(opening).startswith(says) and bool(says) == bool(fault_of(opening))
