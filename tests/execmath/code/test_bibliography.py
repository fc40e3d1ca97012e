"""The list of sources is made from what the pages name."""

from pathlib import Path

import pytest

from execmath.code import active_site
from execmath.code.bibliography import bibliography
from execmath.documents.site import read_site

BROWN = "L. D. Brown (1986), *Exponential Families: Fundamentals*, IMS"


@pytest.fixture
def pages(tmp_path: Path):
    def write(**texts: str) -> None:
        for name, text in texts.items():
            (tmp_path / f"{name}.md").write_text(text)
        active_site.use(read_site(tmp_path))

    yield write
    active_site.use(None)


def test_a_work_stands_once_with_each_page_that_names_it_and_what_for(pages):
    pages(mean=f"# The mean\n\n## Sources\n\n- {BROWN}: means, chapter 2.\n",
          scale=f"# The scale {{ #top }}\n\n## Sources\n\n- {BROWN}.\n- B. Adams (1999), *Law*.\n")
    assert bibliography("sources.md").splitlines() == [
        "- B. Adams (1999), *Law*.<br>In [The scale](scale.md).",
        f"- {BROWN}.<br>In [The mean](mean.md) (means, chapter 2); [The scale](scale.md).",
    ]


def test_a_page_without_sources_is_named(pages):
    pages(mean=f"# The mean\n\n## Sources\n\n- {BROWN}.\n", bare="# Bare\n\nNothing.\n")
    assert bibliography("sources.md").endswith("Pages that name no source: [Bare](bare.md).")


def test_what_is_not_written_as_a_source_is_refused(pages):
    pages(mean="# The mean\n\n## Sources\n\n- Somebody, some time.\n")
    with pytest.raises(ValueError, match=r"mean\.md: a source is written"):
        bibliography("sources.md")
