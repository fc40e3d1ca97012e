"""An equation has an address, and a person can use it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visiting import PUBLISHED, Visit

LABEL = "gradient-is-softmax"
HOME = f"eq/{LABEL}/"


def labels(built: Path) -> list[str]:
    listed = json.loads((built / "equations.json").read_text())["equations"]
    return [item["label"] for item in listed]


def test_every_label_has_its_page_its_data_and_its_picture(built: Path) -> None:
    assert len(labels(built)) > 50
    for label in labels(built):
        folder = built / "eq" / label
        assert {"index.html", "index.json", "picture.png", "markdown.txt", "latex.txt",
                "bibtex.txt"} <= {file.name for file in folder.iterdir()}


def test_the_page_shows_the_equation_its_verdict_and_its_neighbors(visit: Visit) -> None:
    page = visit.page
    page.goto(HOME)
    expect(page).to_have_title(re.compile("^Gradient is softmax"))
    expect(page.locator("h1")).to_have_text(re.compile("^Gradient is softmax"))
    expect(page.locator("figure mjx-container").first).to_be_visible()
    checked, proved = page.locator(".execmath-words").all()
    expect(checked).to_contain_text("holds as typeset: ")
    expect(proved).to_have_text("proved for every k (Rocq)")
    facts = page.locator(".execmath-facts")
    expect(facts.locator("dt:has-text('uses') + dd").first).to_contain_text("log-sum-exp")
    expect(facts.locator("dt:text-is('LaTeX') + dd")).to_contain_text(r"\eta \in \mathbb{R}^k")
    expect(page.locator("pre", has_text='holds("gradient-is-softmax"')).to_be_visible()
    page.locator(".execmath-graph a", has_text="log-sum-exp").click()
    expect(page).to_have_url(re.compile("/eq/log-sum-exp/$"))


def test_an_equation_leads_to_those_that_use_it(visit: Visit) -> None:
    page = visit.page
    page.goto("eq/log-sum-exp/")
    used = page.locator(".execmath-facts dt:text-is('used by') + dd")
    used.get_by_role("link", name=LABEL, exact=True).click()
    expect(page).to_have_url(re.compile(f"/{HOME}$"))


def test_a_link_leads_to_the_place_in_the_derivation(visit: Visit) -> None:
    page = visit.page
    page.goto(HOME)
    page.locator(".execmath-place a").click()
    expect(page).to_have_url(re.compile(f"/softmax/#{LABEL}$"))
    expect(page.locator(f"#{LABEL}")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_what_became_of_an_altered_formula_stands_below_it(visit: Visit,
                                                                      width: int) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(HOME)
    page.locator(".execmath-altered").scroll_into_view_if_needed()
    rows = page.locator(".execmath-altered tbody tr")
    assert rows.count() > 20
    for row in rows.all():
        formula, how, status = (cell.bounding_box() for cell in row.locator("td").all())
        assert formula["y"] < how["y"] < status["y"]
        assert max(box["x"] + box["width"] for box in (how, status)) <= width


def test_a_phone_lays_the_altered_formulas_out_when_a_reader_comes_near(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(HOME)
    first = page.locator(".execmath-altered mjx-container").first
    seen = "one => one.checkVisibility({contentVisibilityAuto: true})"
    assert not first.evaluate(seen)
    page.locator("#altered").evaluate("one => one.scrollIntoView()")
    expect(first).to_be_in_viewport()
    assert first.evaluate(seen)
    page.emulate_media(media="print")
    assert page.locator(".execmath-altered mjx-container").last.evaluate(seen)


def test_a_pasted_link_previews_as_the_equation(built: Path) -> None:
    head = (built / HOME / "index.html").read_text().partition("</head>")[0]
    assert f'<link rel="canonical" href="{PUBLISHED}{HOME}">' in head
    assert '<meta property="og:title" content="Gradient is softmax">' in head
    assert re.search('<meta property="og:description" content="[^"]*holds as typeset: ', head, re.I)
    assert f'<meta property="og:image" content="{PUBLISHED}{HOME}picture.png">' in head
    assert (built / HOME / "picture.png").read_bytes().startswith(b"\x89PNG")


# ------------------------------------------------------------------------------------ to copy


@pytest.fixture
def clipboard(visit: Visit, base_url: str) -> Visit:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    return visit


def copied(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    ("form", "file"),
    [("Markdown", "markdown.txt"), ("LaTeX", "latex.txt"), ("BibTeX", "bibtex.txt")],
)
def test_each_form_is_copied_from_under_the_equation(
    clipboard: Visit, built: Path, form: str, file: str
) -> None:
    page = clipboard.page
    page.goto("softmax/")
    figure = page.locator(f"#{LABEL}")
    figure.get_by_text("copy", exact=True).click()
    figure.get_by_role("link", name=form, exact=True).click()
    expect(page.get_by_role("status").filter(has_text=f"{form} copied")).to_be_attached()
    assert copied(page) == (built / HOME / file).read_text()
    expect(page).to_have_url(re.compile("/softmax/$"))


def test_the_link_that_is_copied_is_the_permanent_one(clipboard: Visit, base_url: str) -> None:
    page = clipboard.page
    page.goto("softmax/")
    figure = page.locator(f"#{LABEL}")
    figure.get_by_text("copy", exact=True).click()
    figure.get_by_role("link", name="link", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="link copied")).to_be_attached()
    assert copied(page) == f"{base_url}{HOME}"


def test_the_menu_works_with_the_keyboard_alone(clipboard: Visit, built: Path) -> None:
    page = clipboard.page
    page.goto(HOME)
    page.locator(".execmath-label").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Markdown copied")).to_be_attached()
    assert copied(page) == (built / HOME / "markdown.txt").read_text()
    page.keyboard.press("Escape")
    expect(page.locator("figure details[open]")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "copy"


def test_without_scripts_the_forms_are_links_to_their_texts(
    without_script: Page, built: Path
) -> None:
    without_script.goto("softmax/")
    figure = without_script.locator(f"#{LABEL}")
    figure.get_by_text("copy", exact=True).click()
    figure.get_by_role("link", name="Markdown", exact=True).click()
    expect(without_script.locator("body")).to_contain_text("[Gradient is softmax]")


# ------------------------------------------------------------------------------------ the index


def test_the_index_can_be_filtered_and_the_choice_is_in_the_address(
    visit: Visit, built: Path
) -> None:
    page = visit.page
    page.goto("equations/")
    rows = page.locator("tr[data-kind]:visible")
    expect(rows).to_have_count(len(labels(built)))
    page.get_by_label("kind").select_option("claim")
    page.get_by_label("evidence").select_option("code")
    expect(page).to_have_url(re.compile(r"\?kind=claim&evidence=code$"))
    found = rows.locator("td:first-child").all_inner_texts()
    assert LABEL in found and "softmax" not in found and "categories" not in found
    expect(page.locator(".execmath-filter output")).to_have_text(
        f"{len(found)} of {len(labels(built))}"
    )
    page.reload()
    expect(rows).to_have_count(len(found))
    page.get_by_label("page").select_option("softmax.md")
    of_page = rows.locator("td:first-child").all_inner_texts()
    assert LABEL in of_page and set(of_page) < set(found)


def test_the_figures_of_the_index_stand_at_its_top(visit: Visit, built: Path) -> None:
    claims = [item for item in json.loads((built / "equations.json").read_text())["equations"]
              if item["kind"] == "claim"]
    visit.page.goto("equations/")
    totals = visit.page.locator(".execmath-totals")
    expect(totals).to_be_in_viewport()
    expect(totals).to_contain_text(f"{len(claims)} of {len(claims)} claims hold")


def test_without_scripts_the_index_lists_everything(without_script: Page, built: Path) -> None:
    without_script.goto("equations/")
    expect(without_script.locator("tr[data-kind]:visible")).to_have_count(len(labels(built)))
    expect(without_script.locator(".execmath-filter")).to_be_hidden()


def test_the_graph_of_all_equations_leads_to_each(visit: Visit, built: Path) -> None:
    page = visit.page
    page.goto("equations/")
    links = page.locator(".execmath-graph a")
    hrefs = {link.get_attribute("href") for link in links.all()}
    assert hrefs == {f"../eq/{label}/" for label in labels(built)}


def contrast(ink: str, paper: str) -> float:
    """The contrast of two colors as a browser tells them, by WCAG; the ink may be translucent."""
    (*inks, alpha), papers = rgba(ink), rgba(paper)[:3]
    mixed = [alpha * one + (1 - alpha) * other for one, other in zip(inks, papers, strict=True)]
    light, dark = sorted((luminance(mixed), luminance(papers)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rgba(color: str) -> list[float]:
    found = [float(number) for number in re.findall(r"[\d.]+", color)]
    return [*found, 1.0][:4]


def luminance(color: list[float]) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in (number / 255 for number in color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_names_in_a_graph_can_be_read(visit: Visit, scheme: str) -> None:
    page = visit.page
    page.emulate_media(color_scheme=scheme)
    for address in ("equations/", HOME):
        page.goto(address)
        inks = page.locator(".execmath-graph text").evaluate_all(
            "all => [...new Set(all.map(one => getComputedStyle(one).fill))]")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert inks and min(contrast(ink, paper) for ink in inks) >= 4.5, (inks, paper)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(("address", "about"), [("equations/", "sizes"), (HOME, LABEL)])
def test_a_graph_is_not_shrunk_and_shows_where_it_begins(
    visit: Visit, address: str, about: str, width: int
) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    name = page.locator(".execmath-graph text").get_by_text(about, exact=True)
    assert name.bounding_box()["height"] >= 10
    sides = page.locator(".execmath-drawing").bounding_box()
    place = name.bounding_box()
    assert sides["x"] <= place["x"]
    assert place["x"] + place["width"] <= sides["x"] + sides["width"]
