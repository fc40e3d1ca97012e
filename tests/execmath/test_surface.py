"""What the package offers is what its page says, and it comes without what it does not need."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import execmath
from execmath import Site, check
from execmath.runtime.codes import ExecmathError

PAGE = Path(__file__).parents[2] / "docs" / "api-execmath.md"


def test_the_page_names_what_there_is() -> None:
    named = re.findall(r"^- `(\w+)` ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(execmath.__all__)
    assert all(getattr(execmath, name) for name in execmath.__all__)


def test_one_statement_is_checked() -> None:
    assert check(r"(a + b)^2 = a^2 + 2 a b + b^2 \qquad a, b \in \mathbb{R}").holds
    failing = check(r"(a + b)^2 = a^2 + b^2 \qquad a, b \in \mathbb{R}")
    assert not failing.holds
    assert str(failing.failure.code) == "C201"


def test_what_cannot_be_read_is_told_with_its_code() -> None:
    with pytest.raises(ExecmathError, match="has no meaning") as error:
        check("x = x")
    assert str(error.value.code).startswith("L")


def test_a_site_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("$$ 1 + 1 = 3 \\label{sum} $$\n")
    site = Site.read(tmp_path)
    assert site.diagnostics == ()
    (problem,) = site.execute().diagnostics
    assert (problem.page, problem.line, problem.label, str(problem.code)) == (
        "page.md", 1, "sum", "C201")
    with pytest.raises(NotADirectoryError):
        Site.read(tmp_path / "nosuch")


def test_the_package_alone_imports_nothing_that_takes_time() -> None:
    program = "import sys, execmath; print({'numpy', 'flint', 'mkdocs', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    assert done.stdout == "set()\n", done.stderr
