"""The explorer, moved as a person moves it."""

from __future__ import annotations

import re

import numpy as np
from playwright.sync_api import Page, expect
from visiting import Visit

from lognormalizer import logsumexp, softmax


def shown(page: Page) -> list[float]:
    return [float(text) for text in page.locator(".explorer-row output").all_inner_texts()]


def said(page: Page, name: str) -> str:
    return page.locator(f".explorer-said dt:has-text('{name}') + dd").first.inner_text()


def test_it_shows_the_numbers_of_the_core_to_full_precision(visit: Visit) -> None:
    visit.page.goto("./?eta=1,2,3&i=2")
    np.testing.assert_array_max_ulp(np.array(shown(visit.page)), softmax([1, 2, 3]), 4)
    assert abs(float(said(visit.page, "A")) - logsumexp([1, 2, 3])) < 1e-15 * 4
    assert float(said(visit.page, "slope along η₂")) == shown(visit.page)[1]


def test_the_keyboard_moves_a_component_and_the_address_follows(visit: Visit) -> None:
    page = visit.page
    page.goto("softmax/#explorer")
    page.get_by_role("slider", name="η₁").focus()
    page.keyboard.press("ArrowRight")
    np.testing.assert_array_max_ulp(np.array(shown(page)), softmax([0.4, -1.2, 2, 0]), 4)
    expect(page).to_have_url(re.compile(r"/softmax/\?eta=0.4,-1.2,2,0&i=1&T=1&c=0#explorer$"))
    before = shown(page)
    page.reload()
    assert shown(page) == before


def test_the_shift_changes_no_bar_and_moves_a(visit: Visit) -> None:
    page = visit.page
    page.goto("./")
    before, A = shown(page), float(said(page, "A"))
    page.get_by_role("spinbutton", name="shift c, exactly").fill("3")
    assert float(said(page, "A")) == A + 3
    np.testing.assert_array_max_ulp(np.array(shown(page)), np.array(before), 8)


def test_the_slope_is_that_of_what_is_drawn_at_every_temperature(visit: Visit) -> None:
    page = visit.page
    page.goto("./?eta=0.3,-1.2,2,0&i=1&T=2")
    step = 1e-6
    rise = (logsumexp([0.15 + step, -0.6, 1, 0]) - logsumexp([0.15 - step, -0.6, 1, 0])) / 2
    assert abs(float(said(page, "slope along η₁")) - rise / (2 * step)) < 1e-9
    assert abs(float(said(page, "slope along η₁")) - shown(page)[0] / 2) < 1e-15


def test_a_lower_temperature_sharpens(visit: Visit) -> None:
    page = visit.page
    page.goto("./?eta=1,2")
    page.get_by_role("spinbutton", name="temperature T, exactly").fill("0.1")
    np.testing.assert_array_max_ulp(np.array(shown(page)), softmax([10, 20]), 4)


def test_there_are_two_to_six_components(visit: Visit) -> None:
    page = visit.page
    page.goto("./")
    choice = page.get_by_label("number of components k")
    assert choice.locator("option").all_inner_texts() == [f"k = {k}" for k in range(2, 7)]
    choice.select_option("6")
    assert len(shown(page)) == 6
    choice.select_option("2")
    assert len(shown(page)) == 2 and abs(sum(shown(page)) - 1) < 1e-15


def test_the_tangent_has_the_slope_of_the_chosen_component(visit: Visit) -> None:
    page = visit.page
    page.goto("./?eta=1,2,3&i=1")
    page.get_by_label("draw A along η₃").check()
    expect(page.locator(".explorer svg")).to_have_attribute(
        "aria-label", re.compile("with slope 0.665 at 3")
    )
    expect(page.locator(".explorer-tangent")).to_have_attribute("d", re.compile("^M.*L"))
    assert float(said(page, "slope along η₃")) == shown(page)[2]


def test_nothing_moves_when_it_appears(first_visit: Visit) -> None:
    page = first_visit.page
    page.goto("./#explorer")
    page.wait_for_selector(".explorer-row")
    shift = page.evaluate("""new Promise((done) => new PerformanceObserver((list) => done(
        list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
    )).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 500))""")
    assert shift < 0.01
