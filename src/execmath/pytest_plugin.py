"""The adapter to pytest: every labelled equation and every code block is a test.

    pytest docs                          all of them
    pytest docs -k gradient-is-softmax   one; -x, --lf and -n work as ever
    pytest docs/softmax.md::log-sum-exp

It acts on the pages of a site only: beside their folder stands an mkdocs.yml that lists the plugin
`execmath`. Elsewhere it does nothing, and imports nothing; `-p no:execmath.pytest_plugin` leaves it
out altogether.

A page has namespaces of its own, and MkDocs is not needed. A failure says what the build says.
Each claim is tried with its altered formulas too; `--no-altered` leaves that out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from execmath.runtime.limits import POINTS

if TYPE_CHECKING:
    from execmath.code.runner import PageCode
    from execmath.documents.diagnostics import Diagnostic
    from execmath.documents.examiner import Examiner
    from execmath.documents.markdown import Block
    from execmath.documents.site import Site

SITES = pytest.StashKey["dict[Path, tuple[Site, Examiner]]"]()
CONFIGURATION = "mkdocs.yml"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("execmath", "equations of Markdown pages")
    group.addoption("--equation-points", type=int, default=POINTS, help="points a claim, at least")
    group.addoption("--equation-seed", type=int, default=0, help="draw other points")
    group.addoption("--no-altered", action="store_true", help="do not try altered formulas")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix != ".md" or file_path.name.startswith("."):
        return None
    docs = _docs(file_path.parent)
    return Page.from_parent(parent, path=file_path) if docs in file_path.parents else None


@cache
def _docs(folder: Path) -> Path | None:
    """The folder of pages of the site that `folder` is in, where a site is checked by execmath."""
    for place in (folder, *folder.parents):
        if (place / CONFIGURATION).is_file():
            return _checked_docs(place)
    return None


def _checked_docs(project: Path) -> Path | None:
    import yaml

    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        """MkDocs knows tags, such as !ENV, of which nothing here depends."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    try:
        config = yaml.load((project / CONFIGURATION).read_text(encoding="utf-8"), Loader)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    if not isinstance(config, dict) or "execmath" not in _names(config.get("plugins")):
        return None
    return project / str(config.get("docs_dir") or "docs")


def _names(plugins: object) -> set[str]:
    """A list of names, of which some have options; or a mapping."""
    listed = plugins if isinstance(plugins, list | dict) else []
    return {str(name) for item in listed for name in (item if isinstance(item, dict) else [item])}


class Refusal(Exception):
    """What is wrong with an item, in the words of the build."""

    def __init__(self, problems: Iterable[Diagnostic]) -> None:
        super().__init__("\n".join(map(str, problems)))


class Page(pytest.File):
    def collect(self) -> Iterable[pytest.Item]:
        from execmath.code.runner import PageCode

        docs = _docs(self.path.parent)
        assert docs is not None  # otherwise it were not collected
        site, examiner = self._site(docs)
        page = self.path.relative_to(docs).as_posix()
        loose = [problem for problem in site.ledger.problems
                 if problem.page == page and problem.label not in site.ledger.results]
        if loose:
            yield Loose.from_parent(self, name="page", problems=loose)
        for result in site.ledger.of_page(page):
            yield Equation.from_parent(self, name=result.label, examiner=examiner,
                                       line=result.display.line)
        code = PageCode(site, page)
        for number, block in enumerate(site.pages[page].blocks, 1):
            yield CodeBlock.from_parent(self, name=f"block-{number}", code=code, block=block)

    def _site(self, docs: Path) -> tuple[Site, Examiner]:
        """One reading for all pages of a folder."""
        sites = self.config.stash.setdefault(SITES, {})
        if docs not in sites:
            from execmath.checking.options import CheckOptions
            from execmath.documents.examiner import Examiner
            from execmath.documents.site import read_site

            option = self.config.option
            site = read_site(docs)
            options = CheckOptions(option.equation_points, option.equation_seed)
            sites[docs] = site, Examiner(site, options, alter=not option.no_altered)
        return sites[docs]


class _Item(pytest.Item):
    line = 1

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any) -> Any:
        if isinstance(excinfo.value, Refusal):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, self.name


class Loose(_Item):
    """What is wrong with a page and belongs to no equation."""

    def __init__(self, *, problems: list[Diagnostic], **rest: Any) -> None:
        super().__init__(**rest)
        self.problems = problems

    def runtest(self) -> None:
        raise Refusal(self.problems)


class Equation(_Item):
    def __init__(self, *, examiner: Examiner, line: int, **rest: Any) -> None:
        super().__init__(**rest)
        self.examiner, self.line = examiner, line

    def runtest(self) -> None:
        if problems := self.examiner.problems(self.name):
            raise Refusal(problems)


class CodeBlock(_Item):
    def __init__(self, *, code: PageCode, block: Block, **rest: Any) -> None:
        super().__init__(**rest)
        self.code, self.block, self.line = code, block, block.line

    def runtest(self) -> None:
        problem = self.code.problem(self.block)
        if shown := self.code.printed.get(self.block.line):
            self.add_report_section("call", "output of the block", shown)
        if problem is not None:
            raise Refusal([problem])
