"""Under another theme than Material the style sheet means the same."""

from __future__ import annotations

import re

from mkdocs_execmath.components import site_files
from mkdocs_execmath.publishing.other_themes import adapted

SHEET = (site_files.SOURCES / "execmath.css").read_text(encoding="utf-8")


def test_each_name_of_material_is_resolved() -> None:
    plain = adapted(SHEET)
    used = set(re.findall(r"var\((--md-[\w-]+)", plain))
    set_ = set(re.findall(r"(--md-[\w-]+):", plain))
    assert used and used <= set_
    assert ".md-typeset " not in plain


def test_sizes_are_those_of_a_root_that_is_a_quarter_smaller() -> None:
    assert adapted("a { margin: 0 .8rem 1.6rem; width: 40rem }").endswith(
        "a { margin: 0 1rem 2rem; width: 50rem }")
