"""A reader wonders what a letter stands for."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from visiting import Visit

FORMULA = "#gradient-is-softmax > .execmath-formula"


def test_pointing_at_a_letter_tells_what_it_is_and_where_it_was_defined(visit: Visit) -> None:
    page = visit.page
    page.goto("softmax/")
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_hidden()
    page.locator(FORMULA).get_by_text("𝐴", exact=True).first.hover()
    expect(tip).to_contain_text("defined in Log-sum-exp")
    tip.get_by_role("link", name=re.compile("^Log-sum-exp")).click()
    expect(page).to_have_url(re.compile("#log-sum-exp$"))


def test_the_arrow_keys_walk_through_the_letters(visit: Visit) -> None:
    page = visit.page
    page.goto("softmax/")
    tip = page.get_by_role("tooltip")
    page.locator(FORMULA).focus()
    page.keyboard.press("ArrowRight")
    expect(tip).to_contain_text("in this equation")
    expect(page.locator(FORMULA)).to_have_attribute("aria-describedby", "execmath-tip")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_without_scripts_the_letters_are_a_list(without_script: Page) -> None:
    without_script.goto("eq/gradient-is-softmax/")
    letters = without_script.locator(".execmath-letters li")
    expect(letters.filter(has_text="defined in Log-sum-exp")).to_be_visible()
    expect(letters.filter(has_text="declared in The number of categories")).to_be_visible()
    expect(without_script.get_by_role("tooltip")).to_have_count(0)
