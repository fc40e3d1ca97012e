"""A build does again what something changed for, and publishes what a first build would."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from projects import Project, Small, pageless_cache
from sharing import Shared

DOUBLE = r"""
$$
d(x) := 2 x \qquad x \in \mathbb{R}
\label{double}
$$

$$
d(x) = x + x \qquad x \in \mathbb{R}
\label{double-is-a-sum}
$$
"""
# Each run of the block leaves a mark.
RUNS = """# Code

```python exec="true" result="text" session="s"
letters = "x"
```

```python exec="true" result="text" session="s"
open("ran", "a").write(letters)
print("written")
```
"""


def runs(project: Project) -> int:
    return len((project.root / "ran").read_text())


def test_a_page_is_converted_and_its_blocks_run_when_it_or_the_core_changed(
    small: Small
) -> None:
    project = small(code=RUNS, sums=f"# Sums\n{DOUBLE}", prose="# Words\n\nSome.\n")
    core = project.root / "src" / "lognormalizer" / "__init__.py"
    core.parent.mkdir(parents=True)
    core.write_text("")

    def build_runs() -> int:
        before = runs(project) if (project.root / "ran").exists() else 0
        done = project.build()
        assert done.code == 0, done.output
        return runs(project) - before

    assert build_runs() == 1
    assert build_runs() == 0
    project.edit("docs/sums.md", "# Sums", "---\nbuilds_on: [prose.md]\n---\n# Sums")
    assert build_runs() == 0  # they asked about no equation
    project.edit("docs/prose.md", "Some.", "Others.")
    assert build_runs() == 0
    assert "Others." in (project.site / "prose" / "index.html").read_text()
    project.edit("docs/code.md", "# Code", "# The code\n\nSeveral words.")
    assert build_runs() == 0
    shown = (project.site / "code" / "index.html").read_text()
    assert "Several words." in shown
    assert "written" in shown
    project.edit("docs/code.md", 'letters = "x"', "letters = 'x'")
    assert build_runs() == 1  # what is behind it in the session runs as well
    project.edit("docs/sums.md", "d(x) = x + x", "d(x) = x + 2 x - x")
    assert build_runs() == 0
    core.write_text("VERSION = 2\n")
    assert build_runs() == 1
    project.write("another.md", "# Another\n")  # its page might link to it; it has not read it
    assert build_runs() == 0


ASKS = """# Code

```python exec="true" result="text" session="s"
from execmath import implements
print(implements("double", lambda x: 2 * x))
open("ran", "a").write("x")
```
"""
LOOKS_AROUND = """# Letters

```python exec="true" session="s"
from execmath.code import active_site
print(", ".join(active_site.current().ledger.results))
open("looked", "a").write("x")
```
"""


def test_blocks_run_again_when_an_equation_changed_that_they_asked_about(small: Small) -> None:
    project = small(code=ASKS, around=LOOKS_AROUND, sums=f"# Sums\n{DOUBLE}")

    def ran() -> list[int]:
        done = project.build()
        assert done.code == 0, done.output
        marks = [(project.root / name).read_text() for name in ("ran", "looked")]
        return [*map(len, marks)]

    assert ran() == [1, 1]
    project.edit("docs/sums.md", "d(x) = x + x", "d(x) = x + 2 x - x")
    assert ran() == [1, 2]
    project.edit("docs/sums.md", "d(x) := 2 x", "d(x) := x + x")
    assert ran() == [2, 3]
    project.edit("docs/code.md", "# Code", "# The code")  # its blocks show what they showed
    assert ran() == [2, 3]
    project.edit("docs/sums.md", "d(x) := x + x", "d(x) := 3 x - x")
    assert ran() == [3, 4]


def test_a_page_that_somebody_was_warned_of_is_warned_of_again(small: Small) -> None:
    project = small(prose="# Words\n\n[Nowhere](nowhere.md)\n")
    assert "nowhere.md" not in project.build("-q").output
    for _ in range(2):
        assert "nowhere.md" in project.build().output
    assert project.build("--strict").code != 0


def test_a_link_to_an_anchor_that_went_is_told_of_a_page_that_did_not_change(small: Small) -> None:
    project = small(prose="# Words\n\n[There](other.md#there)\n", other="# Other\n\n## There\n")
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("validation: {anchors: warn}\n")
    assert "#there" not in project.build().output
    project.edit("docs/other.md", "## There", "## Gone")
    assert "#there" in project.build().output


def test_what_another_plugin_adds_to_a_page_is_added_once(small: Small) -> None:
    project = small(prose="# Words\n")
    (project.root / "hook.py").write_text(
        "def on_page_content(html, **_):\n    return html + '<p>added</p>'\n")
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    for _ in range(2):
        assert project.build().code == 0
        page = (project.site / "prose" / "index.html").read_text()
        assert page.count("<p>added</p>") == 1


def test_a_title_that_changes_above_a_page_is_its_title(small: Small) -> None:
    project = small(prose="---\ntitle: Early\n---\n\nWords.\n")
    assert project.build().code == 0
    project.edit("docs/prose.md", "Early", "Late")
    assert project.build().code == 0
    assert "Late - Small</title>" in (project.site / "prose" / "index.html").read_text()


def test_a_page_that_documents_a_package_with_no_eye_on_it_is_converted_each_time(
    small: Small
) -> None:
    project = small(api="# The code\n\n::: another\n")
    package = project.root / "src" / "another" / "__init__.py"
    package.parent.mkdir(parents=True)
    config = project.root / "mkdocs.yml"
    config.write_text(config.read_text() + "  - mkdocstrings: "
                      "{handlers: {python: {paths: [src]}}}\n")
    for words in ("Says this.", "Says that."):
        package.write_text(f'"""{words}"""\n')
        done = project.build()
        assert done.code == 0, done.output
        assert words in (project.site / "api" / "index.html").read_text()


def test_a_block_that_fails_fails_again(small: Small) -> None:
    project = small(code=RUNS.replace('open("ran", "a").write(letters)', "assert False"))
    for _ in range(2):
        build = project.build()
        assert build.code != 0
        assert build.places == ["code.md:8"]


def test_a_second_build_publishes_the_same_bytes(real: Project) -> None:
    before = _lasting(real)
    assert before
    assert real.build().code == 0
    assert _lasting(real) == before


def test_a_page_of_an_equation_that_was_changed_in_the_site_is_made_anew(small: Small) -> None:
    project = small(sums=f"# Sums\n{DOUBLE}")
    page = project.site / "eq" / "double" / "index.html"
    assert project.build().code == 0
    before = page.read_bytes()
    page.write_bytes(before + b"<!-- changed -->")
    assert project.build().code == 0
    assert page.read_bytes() == before


def test_of_a_folder_that_is_gone_or_holds_less_nothing_stays(small: Small) -> None:
    """Folders of equations are those of the site before, as far as they are what was made."""
    project = small(sums=f"# Sums\n{DOUBLE}")
    project.write("eq/double/figure.txt", "of the author's own")
    folders = project.site / "eq"
    for _ in range(2):
        assert project.build().code == 0
        assert (folders / "double" / "figure.txt").read_text() == "of the author's own"
        assert {"double", "double-is-a-sum"} == {folder.name for folder in folders.iterdir()}
    (project.root / "docs/eq/double/figure.txt").unlink()
    project.write("sums.md", "# Sums\n" + DOUBLE.replace("double-is-a-sum", "doubled"))
    assert project.build().code == 0
    assert {"double", "doubled"} == {folder.name for folder in folders.iterdir()}
    assert not (folders / "double" / "figure.txt").exists()


def test_a_change_in_words_is_in_the_page_of_the_equation_behind_them(real: Project) -> None:
    real.edit("docs/softmax.md", "One of $k$ things happens.", "One thing of $k$ happens.")
    assert real.build().code == 0
    assert "One thing of" in (real.site / "eq" / "categories" / "index.html").read_text("utf-8")
    index = json.loads((real.site / "search" / "search_index.json").read_text("utf-8"))
    assert any("One thing of" in document["text"] for document in index["docs"])


TRIPLE = r"""---
builds_on: [sums.md]
---
# Triples

Three of a number are these.

$$
h(x) := 3 x \qquad x \in \mathbb{R}
\label{triple}
$$

By [the sum](sums.md#double-is-a-sum) it is one more.

$$
h(x) = d(x) + x \qquad x \in \mathbb{R}
\label{triple-is-one-more}
$$
"""
HOLDS = """# Code

```python exec="true" result="text" session="s"
from execmath import implements
print(implements("triple", lambda x: 3 * x))
```
"""
# What is edited, on which page, and how: each is something that pages of equations are made from.
EDITS = {
    "the words before an equation": ("docs/triples.md", "Three of a number", "Its triples"),
    "a link of an argument": ("docs/triples.md", "By [the sum](sums.md#double-is-a-sum) it", "It"),
    "the title of a page": ("docs/sums.md", "# Sums", "# All sums"),
    "what an equation is called": ("docs/titles.txt", "Twice", "Two times"),
    "when an equation was published": ("docs/labels.txt", "2024-05-06", "2024-05-07"),
    "a declaration on another page": ("docs/sums.md", "d(x) := 2 x", "d(x) := x + x"),
    "the code that is held against one": ("docs/code.md", "3 * x", "x * 3"),
    "a template of the site's own": ("own/letters.html", "<ul>", "<ul class='own'>"),
    "the name of the site": ("mkdocs.yml", "site_name: Small", "site_name: Not so small"),
}


def test_pages_of_equations_are_those_of_a_first_build_whatever_was_edited(
    small: Small, tmp_path: Path, shared: Shared
) -> None:
    project = small(sums=f"# Sums\n{DOUBLE}", triples=TRIPLE, code=HOLDS)
    project.edit("mkdocs.yml", "{reload: [lognormalizer]}", "{templates: own}")
    (project.root / "own").mkdir()
    (project.root / "own" / "letters.html").write_text(
        "<ul>{% for note in notes %}<li>{{ note[1] }}</li>{% endfor %}</ul>")
    project.write("titles.txt", "double  Twice\ntriple  Thrice\n"
                  "double-is-a-sum  A sum\ntriple-is-one-more  One more\n")
    assert project.build().code == 0
    done = subprocess.run([sys.executable, "-m", "execmath", "register", "docs"],
                          cwd=project.root, env=project.environment, check=False)
    assert done.returncode == 0
    register = project.root / "docs" / "labels.txt"
    lines = register.read_text("utf-8").splitlines(keepends=True)
    dated = next(number for number, line in enumerate(lines) if line.startswith("triple "))
    lines[dated] = re.sub(r"\d{4}-\d\d-\d\d", "2024-05-06", lines[dated])
    register.write_text("".join(lines), encoding="utf-8")
    assert project.build().code == 0
    for number, (what, edit) in enumerate(EDITS.items()):
        project.edit(*edit)
        first = project.copy(tmp_path / f"first-{number}")
        shutil.rmtree(first.root / ".cache")
        shutil.copytree(pageless_cache(shared), first.root / ".cache")
        for one in (project, first):
            done = one.build()
            assert done.code == 0, f"{what}: {done.output}"
        assert _of_equations(project) == _of_equations(first), what


def _of_equations(project: Project) -> dict[str, bytes]:
    return {path: data for path, data in project.published().items() if path.startswith("site/eq/")}


def _lasting(project: Project) -> dict[str, bytes]:
    """What is published, but for what says when."""
    return {path: data for path, data in project.published().items()
            if not Path(path).name.startswith("sitemap")}


def test_a_build_without_a_new_equation_starts_without_the_arithmetic(small: Small) -> None:
    """It is half of all that this package has to load."""
    project = small(sums=f"# Sums\n{DOUBLE}\nWords.\n")
    assert project.build().code == 0
    project.edit("docs/sums.md", "Words.", "Other words.")
    program = ("import sys; from mkdocs.__main__ import cli; "
               "cli(['build', '-q'], standalone_mode=False); "
               "print({'flint', 'numpy', 'execmath.evaluation.compiler'} & set(sys.modules))")
    done = subprocess.run([sys.executable, "-c", program], cwd=project.root, check=True,
                          env=project.environment, capture_output=True, encoding="utf-8",
                          timeout=60)
    assert done.stdout == "set()\n"
    assert "Other words." in (project.site / "sums" / "index.html").read_text()
