"""Somebody follows an old link to an equation that was retired since."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from projects import Project
from static_host import hosted
from visiting import watch

PAGE = r"""# Sums

Let there be two numbers.

$$
u, v \in \mathbb{R}
\label{numbers}
$$

Their sum does not depend on their order.

$$
u + v = v + u
\label{sum-commutes}
$$
"""

REGISTER = """\
addition-commutes  2026-01-02  0123456789ab
plus-commutes  2026-02-03  0123456789ab
addition-commutes  2026-02-03  retired -> plus-commutes
plus-commutes  2026-03-04  retired -> sum-commutes
"""


@pytest.fixture(scope="module")
def retired(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site, in the theme of the real one, with labels that are retired."""
    project = Project.small(tmp_path_factory.mktemp("retired") / "project", {"sums.md": PAGE})
    project.write("labels.txt", REGISTER)
    project.edit("mkdocs.yml", "{name: mkdocs, highlightjs: false}",
                 "{name: material, font: false}")
    build = project.build()
    assert build.code == 0, build.output
    with hosted(project.site) as address:
        yield address


@pytest.mark.parametrize(
    ("label", "date"), [("plus-commutes", "2026-03-04"), ("addition-commutes", "2026-02-03")]
)
@pytest.mark.parametrize("script", [True, False])
def test_an_old_link_leads_to_what_took_the_place_of_its_equation_and_says_so(
    browser: Browser, retired: str, label: str, date: str, script: bool
) -> None:
    page: Page = browser.new_page(java_script_enabled=script)
    visit = watch(page, retired)
    page.goto(f"{retired}eq/{label}/")
    expect(page).to_have_url(re.compile(f"/eq/sum-commutes/#was-{label}$"))
    said = page.get_by_text(f"The equation {label} was retired on {date}. This one took its place.")
    expect(said).to_be_in_viewport()
    expect(page.locator("figure#sum-commutes mjx-container").first).to_be_in_viewport()
    assert visit.wrong == []
    assert visit.outside == []
    page.close()
