"""A build is refused, whatever the flags, and what was published stays as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from projects import Build, Project, Small

TRUE = "$$\n1 + 1 = 2\n\\label{true}\n$$\n"
FALSE = "# Sums\n\n$$\n1 + 1 = 3\n\\label{false}\n$$\n"
BLOCK = '```python exec="true" source="above" session="s"\n{}\n```\n'


def refused(project: Project, *flags: str) -> Build:
    """Build, see that it fails and that the site is untouched."""
    before = project.published()
    build = project.build(*flags)
    assert build.code != 0, build.output
    assert project.published() == before
    return build


def test_what_holds_is_published(small: Small) -> None:
    project = small(page=f"# Page\n\n{TRUE}\n{BLOCK.format('print(6 * 7)')}")
    build = project.build("--strict")
    assert build.code == 0, build.output
    published = project.published()
    assert "site/deep/marker.bin" not in published
    page = published["site/page/index.html"].decode()
    assert "Both sides agree exactly at 1 point" in page
    assert "42" in page
    assert "execmath:page" not in page
    assert "site/equations/index.html" in published


def test_only_what_is_claimed_or_defined_can_be_quoted_elsewhere(small: Small) -> None:
    quote = '<div class="quoted" data-equations="{}"></div>\n'
    project = small(page=f"# Page\n\n{TRUE}", other=f"# Other\n\n{quote.format('true')}")
    assert project.build().code == 0
    other = project.published()["site/other/index.html"].decode()
    assert 'data-latex="1 + 1 = 2"' in other and '<a class="execmath-title" href=' in other
    wrong = f"<!-- execmath: refuted -->\n{TRUE.replace('2', '3')}"
    project.write("page.md", f"# Page\n\n{wrong}")
    assert refused(project).problems == [
        "other.md:1 true: only a claim or a definition can be quoted, and true is none"]
    project.write("page.md", "# Page\n")
    assert refused(project).problems == [
        "other.md:1 true: there is no equation of this name to quote: true"]


@pytest.mark.parametrize("flags", [(), ("--strict",), ("-q",), ("--dirty", "-q", "--strict")],
                         ids=" ".join)
def test_a_false_claim_is_refused_whatever_the_flags(small: Small, flags: tuple[str, ...]) -> None:
    build = refused(small(sums=FALSE), *flags)
    assert "\ndocs/sums.md:4 false: C201 fails" in build.output  # as editors find the page
    assert build.problems == [
        "sums.md:4 false: fails at 1 of 1 points; simplest:\n"
        "    no letters\n"
        "    left  = 2\n"
        "    right = 3\n"
        "    gap   = 1\n"
        "  it would hold with \"2\" in place of \"1\" (the first of 2, line 4)\n"
        "  or it would hold with \"2\" in place of \"3\" (line 4)\n"
        "  or it would hold with \"\\le\" in place of \"=\" (line 4)\n"
        "      1 + 1 = 3\n"
        "              ^"
    ]
    assert "\n1 problem; the site is refused\n" in build.output


@pytest.mark.parametrize("flags", [(), ("-q", "--strict")], ids=" ".join)
def test_a_block_cannot_end_the_build_well(small: Small, flags: tuple[str, ...]) -> None:
    build = refused(small(page=f"# Page\n\n{BLOCK.format('raise SystemExit(0)')}"), *flags)
    assert build.problems == [
        "page.md:4: this block failed: the block asked to end the build: SystemExit(0)"
    ]


BLOCKS = {
    '```python exce="true" session="s"\nprint(1)\n```': "no attribute 'exce'",
    '```python exec=true session="s"\nprint(1)\n```': "cannot read",
    '```Python exec="true" session="s"\nprint(1)\n```': "exec on a block of Python; only python",
    '```python exec="yes" session="s"\nprint(1)\n```': 'exec="yes" is not one of true',
    '```python exec="true" source="nosuch" session="s"\nprint(1)\n```':
        'source="nosuch" is not one of',
    '```python exec="true" returncode="abc" session="s"\nprint(1)\n```':
        "no attribute 'returncode'",
    '```python exec="true"\nprint(1)\n```': 'a block without session="…"',
    BLOCK.format("import sys\nsys.exit()"): "SystemExit(None)",
    BLOCK.format("assert 1 == 2, 'no'"): "AssertionError: no",
    BLOCK.format("1 / 0"): "ZeroDivisionError: division by zero",
    BLOCK.format("print(nosuch)"): "NameError: name 'nosuch' is not defined",
    BLOCK.format("1 +"): "SyntaxError",
    BLOCK.format("from execmath import holds; holds('tru', A=abs)"): "did you mean true?",
    BLOCK.format("from execmath import implements; implements('true', abs)"):
        "true at letters.md:1 is not the definition of a function",
    BLOCK.format("from execmath import holds; holds('true', A=abs)"):
        "true does not use a function named A; it uses none",
}
LETTERS = {
    TRUE: "",
    "$$\nx + 0 = 1\n\\label{no-meaning}\n$$": "x has no meaning here",
    "$$\nc := 2\n\\label{unused}\n$$": "c is defined and never used",
    "$$\n1 = \\hbar\n\\label{no-grammar}\n$$": r"\hbar is not in the grammar",
    "$$\n1 = 1\n$$": r"a display without a \label: 1 = 1",
    "$$\n1 = 1 \\label{Bad}\n$$": "a label is lower-case words joined by hyphens",
    "$$\n2 = 2 \\label{true}\n$$": "this label is taken, at letters.md:1",
    "An undefined $\\nosuchmacro{x}$ macro.": r"Undefined control sequence \nosuchmacro",
    "An open $\\frac{1}{2$ brace.": "Missing close brace",
}


def test_all_problems_are_listed_at_once_with_page_and_line(small: Small) -> None:
    pages = {"blocks": BLOCKS, "letters": LETTERS}
    build = refused(small(**{name: "\n\n".join(parts) for name, parts in pages.items()}))
    expected = []
    for name, parts in pages.items():
        line = 1
        for part, message in parts.items():
            if message:
                expected.append((name, range(line, line + part.count("\n") + 1), message))
            line += part.count("\n") + 2
    assert len(build.problems) == len(expected)
    for problem, (name, lines, message) in zip(build.problems, expected, strict=True):
        page, _, line = problem.split(" ")[0].rstrip(":").partition(":")
        assert page == f"{name}.md"
        assert int(line) in lines
        assert message in problem
    assert f"\n{len(expected)} problems; the site is refused\n" in build.output


# ---------------------------------------------- what a reader would see, and no check has seen

WRONG = "$$\n1 + 1 = 3\n$$"
UNSEEN = "a display that was not executed; write it between $$ and $$ on the page itself: "
UNLABELED = "a display without a \\label: "
QUOTED = "".join(f"> {line}\n" for line in BLOCK.format("raise ValueError('unseen')").splitlines())
HIDDEN = {
    "html": ('<div class="arithmatex">\\[ 1 + 1 = 3 \\]</div>\n', f"1: {UNSEEN}1 + 1 = 3"),
    "borrowed-name": ('<div class="arithmatex">\\[ 1 + 1 = 3 \\label{true} \\]</div>\n',
                      f"1: {UNSEEN}1 + 1 = 3 \\label{{true}}"),
    "printed": (BLOCK.format(r'print("\n$$\n1 + 1 = 3\n$$\n")'), f"2: {UNSEEN}1 + 1 = 3"),
    "indented-marks": (f"Words.\n\n    ```\n\n{WRONG}\n\n    ```\n", f"6: {UNSEEN}1 + 1 = 3"),
    "marks-in-a-line": (f"```x``` is code.\n\n{WRONG}\n", f"3: {UNLABELED}1 + 1 = 3"),
    "marks-of-comments": (f"`<!--`\n\n{WRONG}\n\n`-->`\n", f"3: {UNLABELED}1 + 1 = 3"),
    "in-html": ("<div>\n$$\n2 = 2\n\\label{two}\n$$\n</div>\n", "2 two: this display was executed "
                "and is not on the page where it stands; set it off by empty lines"),
    "quoted-block": (QUOTED, "1: this block was not run: it stands within a comment, a "
                             "quotation or the output of another; put it on the page itself"),
    "heading": ("## Four\n\n$$\n4 = 4\n\\label{four}\n$$\n",
                "3 four: this label also names another part of the page, so a link would not "
                "find the equation"),
}


def test_what_a_reader_sees_is_what_was_executed(small: Small) -> None:
    project = small(true=TRUE, **{name: text for name, (text, _) in HIDDEN.items()})
    project.write("other.markdown", FALSE)
    found = refused(project).problems
    for name, (_, problem) in HIDDEN.items():
        assert f"{name}.md:{problem}" in found
    assert "other.markdown:1: this page is not read; its name must end in .md" in found


# ---------------------------------------------------------------------------- what is left


def test_a_build_that_is_killed_leaves_the_last_good_site(small: Small) -> None:
    slow = BLOCK.format("import time, pathlib\npathlib.Path('started').touch()\ntime.sleep(99)")
    project = small(page=f"# Page\n\n{TRUE}\n{slow}")
    before = project.published()
    build = subprocess.Popen(project.command("build"), cwd=project.root, env=project.environment,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (project.root / "started").exists():
        assert time.monotonic() < deadline and build.poll() is None
        time.sleep(0.1)
    os.kill(build.pid, signal.SIGKILL)
    build.wait()
    left = project.published()
    assert {name: left[name] for name in left if name != ".site.next"} == before
    project.write("page.md", f"# Page\n\n{TRUE}")
    assert project.build().code == 0
    assert ".site.next" not in project.published()


def test_what_a_killed_run_started_ends_with_it(small: Small) -> None:
    """Ten equations, each of many terms, keep a process on each core busy for minutes."""
    slow = (r"$$" "\n" r"\sum_{{j=1}}^{{9000}} \cos(j x) = \sum_{{j=1}}^{{9000}} \cos(j x)"
            r" \qquad x \in \mathbb{{R}}" "\n" r"\label{{sum-{0}}}" "\n$$\n\n")
    project = small(page="".join(slow.format(number) for number in range(20)))
    run = subprocess.Popen([sys.executable, "-m", "execmath", "docs"], cwd=project.root,
                           env=project.environment, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
    while not (started := children(run.pid)):
        assert run.poll() is None
        time.sleep(0.1)
    run.kill()
    run.wait()
    deadline = time.monotonic() + 30
    while any(process(pid) for pid in started):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def children(parent: int) -> list[int]:
    """The processes that a process started."""
    pids = [int(folder.name) for folder in Path("/proc").glob("[0-9]*")]
    return [pid for pid in pids if process(pid) == parent]


def process(pid: int) -> int:
    """The parent of a process that runs; 0 when it has ended."""
    try:
        state, parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return 0
    return 0 if state == "Z" else int(parent)


def test_a_build_that_was_killed_between_two_renames_is_mended(small: Small) -> None:
    project = small(page=FALSE)
    before = project.published()
    project.site.rename(project.root / ".site.last")
    assert project.build().code != 0
    assert project.published() == before


def test_a_first_build_that_is_refused_leaves_nothing(small: Small) -> None:
    project = small(page=FALSE)
    project.site.rename(project.root / "elsewhere")
    assert project.build().code != 0
    assert project.published() == {}


def test_two_files_at_one_address_are_refused(small: Small) -> None:
    """One of the two would be lost, on some disks at least."""
    project = small(page=f"# Page\n\n{TRUE}")
    project.write("page/index.md", "# Another\n\nWords that would be lost.\n")
    assert refused(project).problems == ["page.md:1: page/index.md is published as page/index.html "
                                         "as well, and one of the two would be lost; rename one"]
    (project.root / "docs" / "page" / "index.md").rename(project.root / "docs" / "Page.md")
    assert "S124 Page.md" in refused(project).output or "S124 page.md" in refused(project).output


def test_what_the_system_says_of_a_file_is_said_without_a_traceback(small: Small) -> None:
    project = small(page=f"# Page\n\n{TRUE}")
    page, link = project.root / "docs" / "page.md", project.root / "docs" / "link.md"
    link.symlink_to("nowhere.md")
    for message in ("No such file or directory: ", "no text in UTF-8"):
        build = refused(project)
        assert "S123" in build.output and message in build.output
        assert "Traceback" not in build.output
        link.unlink(missing_ok=True)
        page.write_bytes("# Café\n".encode("latin-1"))


def test_a_link_to_where_the_site_is_stays_one(small: Small) -> None:
    project = small(page=f"# Page\n\n{TRUE}")
    project.site.rename(project.root / "served")
    project.site.symlink_to("served")
    for words in ("First words.", "Other words."):
        project.write("page.md", f"# Page\n\n{words}\n\n{TRUE}")
        assert project.build().code == 0
        assert project.site.is_symlink()
        assert words in (project.root / "served" / "page" / "index.html").read_text()
    assert not [*project.root.glob(".served*"), *project.root.glob(".site*")]


def test_a_pull_request_is_annotated_at_the_line(small: Small) -> None:
    project = small(page=FALSE)
    assert "::error" not in refused(project).output
    project.environment["GITHUB_ACTIONS"] = "true"
    assert "::error file=docs/page.md,line=4,title=C201 false::fails" in refused(project).output
