"""At an equation a reader sets the letters and sees both sides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visiting import Visit

HOME = "eq/gradient-is-softmax/"
STATE = "?k=2&eta=0,1&i=1#try"
SOFTMAX = "0.26894142137"  # 1 / (1 + e)


def opened(page: Page, address: str = HOME) -> Page:
    page.goto(address)
    page.locator(".execmath-try > summary").click()
    expect(page.locator("[data-difference]")).not_to_have_text("…")
    return page


def sides(page: Page) -> list[str]:
    return page.locator("[data-side]").all_inner_texts()


def test_both_sides_follow_the_letters_and_the_address_keeps_them(visit: Visit) -> None:
    page = opened(visit.page)
    for name, value in {"k": "2", "eta": "0, 1", "i": "1"}.items():
        page.locator(f"#try [name={name}]").fill(value)
    expect(page.locator("[data-side]").first).to_have_text(re.compile(f"^{SOFTMAX}"))
    assert len(set(sides(page))) == 1 and len(sides(page)) == 3
    assert page.url.endswith(HOME + STATE)
    page.reload()
    expect(page.locator("#try [name=eta]")).to_have_value("0, 1")
    expect(page.locator("[data-side]").last).to_have_text(re.compile(f"^{SOFTMAX}"))
    page.get_by_role("button", name="Begin anew").click()
    expect(page.locator("#try [name=eta]")).not_to_have_value("0, 1")
    expect(page.locator("[data-side]").last).not_to_have_text(re.compile(f"^{SOFTMAX}"))


def test_a_link_opens_it_with_its_letters(visit: Visit) -> None:
    visit.page.goto(HOME + STATE)
    expect(visit.page.locator("[data-side]").first).to_have_text(re.compile(f"^{SOFTMAX}"))
    expect(visit.page.locator("#try")).to_be_in_viewport()


@pytest.mark.parametrize(("name", "value", "says"), [
    ("eta", "0, 1, 2", "eta: not 2 numbers."),
    ("i", "3", "i: not an integer from 1 to 2."),
    ("eta", "0, x", "eta: x is no number."),
    ("eta", "0, 800", "a number is beyond what float64 holds."),
])
def test_what_has_no_value_says_so(visit: Visit, name: str, value: str, says: str) -> None:
    page = opened(visit.page, HOME + STATE.removesuffix("#try"))
    page.locator(f"#try [name={name}]").fill(value)
    expect(page.locator("#try-says")).to_have_text(f"No value here: {says}")
    assert set(sides(page)) == {"–"}
    page.locator(f"#try [name={name}]").fill("1" if name == "i" else "0, 1")
    expect(page.locator("#try-says")).to_have_text("")
    assert sides(page)[0].startswith(SOFTMAX)


def test_it_is_worked_with_the_keys_alone(visit: Visit) -> None:
    page = visit.page
    page.goto(HOME)
    page.locator(".execmath-try > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-difference]")).not_to_have_text("…")
    page.keyboard.press("Tab")
    expect(page.locator("#try [name=k]")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("2")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("0, 1")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("1")
    expect(page.locator("[data-side]").first).to_have_text(re.compile(f"^{SOFTMAX}"))


def test_an_altered_formula_leads_to_its_counterexample(visit: Visit) -> None:
    page = visit.page
    page.goto(HOME)
    page.locator(".execmath-altered summary").click()
    page.locator("a[data-point]", has_text="k = 2, η = (0, 1), i = 1").first.click()
    expect(page.locator("#try [name=eta]")).to_have_value("0, 1")
    expect(page.locator("[data-side]").first).to_have_text(re.compile(f"^{SOFTMAX}"))
    expect(page.locator("#try")).to_be_in_viewport()


def test_on_a_phone_it_fits(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, "eq/gradient-is-mean/")
    page.locator("#try input").last.fill("1234567890123456789, " * 20)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for field in page.locator("#try input, #try button").all():
        box = field.bounding_box()
        assert box is not None and box["height"] >= 24


def test_without_scripts_it_is_absent(without_script: Page) -> None:
    without_script.goto(HOME)
    expect(without_script.locator(".execmath-try")).to_be_hidden()


def test_all_that_it_fetches_is_under_30_kilobytes(built: Path) -> None:
    shared = sum((built / "assets/execmath" / name).stat().st_size
                 for name in ("runtime.js", "try.js"))
    modules = [file.stat().st_size for file in built.glob("eq/*/sides.js")]
    assert shared + max(modules) < 30_000
    assert len(modules) > 300
