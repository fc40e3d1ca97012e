"""What may run on a page, and what it weighs; who comes with a keyboard, or to a wrong address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from visiting import PUBLISHED, Visit, watch

KINDS = ["./", "softmax/", "eq/gradient-is-softmax/", "equations/", "api/"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_is_light_and_nothing_that_the_theme_needs_is_blocked(
    first_visit: Visit, kind: str
) -> None:
    """What is blocked is told on the console, and seen by `first_visit`."""
    page = first_visit.page
    page.goto(kind, wait_until="networkidle")
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
    assert "default-src 'none'" in (policy.get_attribute("content") or "")
    came = page.evaluate("""() => [...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource')].map((one) => [one.name, one.transferSize])""")
    fonts = sum(size for name, size in came if name.endswith(".woff2"))
    lazy = sum(size for name, size in came if name.endswith("/formula.svg"))  # as one scrolls
    whole = sum(size for _, size in came)
    assert 20_000 < whole - fonts - lazy < 175_000
    assert whole < 300_000


def test_a_script_that_nobody_named_does_not_run(page: Page, base_url: str) -> None:
    visit = watch(page, base_url)
    page.goto("softmax/")
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "run"';
        document.body.append(script);
    }""")
    assert page.title() != "run"
    assert len(visit.wrong) == 1 and "Content Security Policy" in visit.wrong[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_at_two_hundred_percent(browser: Browser, base_url: str, kind: str) -> None:
    page = browser.new_page(base_url=base_url, viewport={"width": 640, "height": 400},
                            device_scale_factor=2)
    page.goto(kind)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= 640


def test_an_address_that_is_not_there_says_so(page: Page) -> None:
    answer = page.goto("nosuch/page/")
    assert answer is not None and answer.status == 404
    expect(page.locator("h1")).to_contain_text("404")


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit.page
    page.goto("softmax/")
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("[...document.activeElement.classList]")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#why-the-softmax"))


def test_every_page_is_in_the_site_map_and_has_a_title_of_its_own(built: Path) -> None:
    pages = list(built.rglob("index.html"))
    titles = [re.search("<title>(.*?)</title>", page.read_text(), re.DOTALL) for page in pages]
    assert len({title[1] for title in titles if title}) == len(pages)
    listed = (built / "sitemap.xml").read_text()
    for page in pages:
        address = page.parent.relative_to(built).as_posix()
        assert f"<loc>{PUBLISHED}{'' if address == '.' else address + '/'}</loc>" in listed
    assert listed.count("<loc>") == len(pages)
