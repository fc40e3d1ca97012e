"""Where nothing executes the equations, no page is converted, whoever asks for it."""

from __future__ import annotations

import subprocess
import sys

import markdown
import pytest
from mkdocs.exceptions import PluginError
from projects import Small

from mkdocs_execmath import fail_closed

EXTENSION = "mkdocs_execmath.fail_closed"
FALSE = "# False\n\n$$\n1 + 1 = 3\n\\label{false}\n$$\n"
NESTED = ('# Nested\n\n```python exec="true" session="s"\nprint("**bold**")\n```\n\n'
          "$$\n1 + 1 = 2\n\\label{sum}\n$$\n")
PLUGIN = "  - execmath: {reload: [lognormalizer]}\n"


def test_markdown_alone_converts_no_page() -> None:
    converter = markdown.Markdown(extensions=[EXTENSION])  # as a configuration that is validated
    with pytest.raises(PluginError, match="S116: no equation of this page is executed") as refusal:
        converter.convert(FALSE)
    assert "`mkdocs build`" in str(refusal.value) and "`plugins`" in str(refusal.value)


def test_pages_are_converted_between_the_check_and_the_end_of_the_build() -> None:
    fail_closed.begin()
    assert "<h1>" in markdown.markdown(FALSE, extensions=[EXTENSION])
    fail_closed.end()
    with pytest.raises(PluginError):
        markdown.markdown(FALSE, extensions=[EXTENSION])


def test_another_program_with_markdown_and_the_sites_extensions_fails(small: Small) -> None:
    project = small(page=FALSE)
    program = ("import markdown, mkdocs.config; c = mkdocs.config.load_config('mkdocs.yml'); "
               "print(markdown.markdown(open('docs/page.md').read(), "
               "extensions=c.markdown_extensions, extension_configs=c.mdx_configs))")
    done = subprocess.run([sys.executable, "-c", program], cwd=project.root,
                          env=project.environment, capture_output=True, encoding="utf-8")
    assert done.returncode != 0 and done.stdout == ""
    assert "S116: " in done.stderr


def test_a_build_without_the_plugin_fails(small: Small) -> None:
    project = small(page=FALSE)
    config = project.root / "mkdocs.yml"
    before = project.published()
    config.write_text(config.read_text().replace(PLUGIN, ""))
    build = project.build()
    assert build.code != 0
    assert "S116: no equation of this page is executed" in build.output
    assert "Traceback" not in build.output
    assert not any(path.endswith("page/index.html") for path in project.published())
    assert before["site/index.html"] == b"the last good site"


def test_what_is_converted_within_a_page_is_part_of_it(small: Small) -> None:
    project = small(page=NESTED)
    assert EXTENSION in (project.root / "mkdocs.yml").read_text()
    build = project.build()
    assert build.code == 0, build.output
    assert "<strong>bold</strong>" in (project.site / "page" / "index.html").read_text()


def test_a_site_that_does_not_list_it_is_told(small: Small) -> None:
    project = small(page=NESTED)
    config = project.root / "mkdocs.yml"
    config.write_text(config.read_text().replace(f"  - {EXTENSION}\n", ""))
    build = project.build()
    assert build.code == 0 and "another generator would build this site without" in build.output
