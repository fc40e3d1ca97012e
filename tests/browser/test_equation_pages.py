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


TITLE = "Each partial derivative of the log-normalizer is a component of the softmax"


def test_the_page_leads_with_the_statement_its_name_and_its_evidence(visit: Visit) -> None:
    page = visit.page
    page.goto(HOME)
    expect(page).to_have_title(re.compile(f"^{TITLE}"))
    expect(page.locator("h1")).to_have_text(re.compile(f"^{TITLE}"))
    expect(page.locator("figure mjx-container").first).to_be_in_viewport()
    marks = page.locator(".execmath-evidence .execmath-mark")
    assert marks.all_inner_texts() == ["proved", "certified", "code"]
    expect(page.locator(".execmath-evidence dd").first).to_contain_text("proved for every k")
    expect(page.locator("dt:text-is('LaTeX') + dd")).to_contain_text(r"\eta \in \mathbb{R}^k")
    expect(page.locator("pre", has_text='holds("gradient-is-softmax"')).to_be_visible()
    page.locator("#uses + ul a", has_text="Log-sum-exp").click()
    expect(page).to_have_url(re.compile("/eq/log-sum-exp/$"))


def test_an_equation_leads_to_those_that_use_it(visit: Visit) -> None:
    page = visit.page
    page.goto("eq/log-sum-exp/")
    page.locator("#used-by + ul").get_by_role("link", name=TITLE, exact=True).click()
    expect(page).to_have_url(re.compile(f"/{HOME}$"))


def test_claims_are_used_by_the_claims_that_follow_from_them(built: Path) -> None:
    pages = {label: (built / "eq" / label / "index.html").read_text() for label in labels(built)}
    listed = [label for label, page in pages.items() if "Nothing on this site" not in page]
    assert len(listed) > 60 and "mean-from-log-normalizer" in listed


def test_a_link_leads_to_the_place_in_the_derivation(visit: Visit) -> None:
    page = visit.page
    page.goto(HOME)
    page.locator(".execmath-place a").click()
    expect(page).to_have_url(re.compile(f"/softmax/#{LABEL}$"))
    expect(page.locator(f"#{LABEL}")).to_be_in_viewport()


def test_altered_formulas_are_fetched_when_they_are_asked_for(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(HOME)
    assert page.locator("*").count() < 1500
    fold = page.locator(".execmath-altered")
    fold.locator("summary").click()
    expect(fold.locator("li").nth(40)).to_be_visible()
    expect(fold).to_contain_text("k = 2, η = (0, 1), i = 1")
    expect(fold).to_contain_text("0.73105… ≠ 0.26894…")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_the_altered_formulas_are_a_page(without_script: Page) -> None:
    without_script.goto(HOME)
    without_script.locator(".execmath-altered summary").click()
    without_script.locator(".execmath-altered a").click()
    expect(without_script.locator("li").nth(40)).to_be_visible()


def test_a_pasted_link_previews_as_the_equation(built: Path) -> None:
    head = (built / HOME / "index.html").read_text().partition("</head>")[0]
    assert f'<link rel="canonical" href="{PUBLISHED}{HOME}">' in head
    assert f'<meta property="og:title" content="{TITLE}">' in head
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
    page.goto("softmax/")
    page.locator(f"#{LABEL} .execmath-title").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Markdown copied")).to_be_attached()
    assert copied(page) == (built / HOME / "markdown.txt").read_text()
    page.keyboard.press("Escape")
    expect(page.locator("figure details[open]")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "copy"


SELECT = """(selector) => {
    const part = document.querySelector(selector);
    getSelection().selectAllChildren(part);
}"""


@pytest.mark.parametrize(("part", "text"), [
    ("#log-sum-exp .execmath-statement", r"A(\eta) := \log \sum_{j=1}^{k} e^{\eta_j}"),
    ("#categorical ~ p", "One of $k$ things happens."),
])
def test_a_selected_formula_pastes_as_its_latex(clipboard: Visit, part: str, text: str) -> None:
    page = clipboard.page
    page.goto("softmax/")
    page.evaluate(SELECT, part)
    page.keyboard.press("Control+c")
    assert copied(page) == text


def test_the_marks_open_what_they_mean(visit: Visit) -> None:
    page = visit.page
    page.goto("softmax/")
    figure = page.locator(f"#{LABEL}")
    marks = figure.locator(".execmath-mark")
    assert marks.all_inner_texts() == ["proved", "certified", "code"]
    expect(marks.first).to_have_attribute("title", re.compile("proved for every k"))
    marks.first.click()
    expect(figure.locator("dd").first).to_contain_text("checked by the Rocq prover")


def test_a_link_to_an_equation_shows_it(visit: Visit) -> None:
    page = visit.page
    page.goto("./")
    link = page.get_by_role("link", name="the weight divided by the sum")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    picture = page.get_by_role("tooltip").locator("img")
    expect(picture).to_have_attribute("src", re.compile(f"{HOME}formula.svg$"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    link.hover()
    expect(picture).to_be_visible()


def test_without_scripts_the_forms_are_links_to_their_texts(
    without_script: Page, built: Path
) -> None:
    without_script.goto("softmax/")
    figure = without_script.locator(f"#{LABEL}")
    figure.get_by_text("copy", exact=True).click()
    figure.get_by_role("link", name="Markdown", exact=True).click()
    expect(without_script.locator("body")).to_contain_text(f"[{TITLE}]")


# ------------------------------------------------------------------------------------ the index


def test_the_index_can_be_filtered_and_the_choice_is_in_the_address(
    visit: Visit, built: Path
) -> None:
    page = visit.page
    page.goto("equations/")
    rows = page.locator("li[data-kind]:not([hidden])")
    expect(rows).to_have_count(len(labels(built)))
    expect(page.locator(".execmath-index img").first).to_be_visible()
    page.get_by_label("kind").select_option("claim")
    page.get_by_label("evidence").select_option("code")
    expect(page).to_have_url(re.compile(r"\?kind=claim&evidence=code$"))
    found = rows.evaluate_all("all => all.map(one => one.id)")
    assert LABEL in found and "softmax" not in found and "categories" not in found
    expect(page.locator(".execmath-filter output")).to_have_text(
        f"{len(found)} of {len(labels(built))} equations"
    )
    page.reload()
    expect(rows).to_have_count(len(found))
    page.locator("select[name=page]").select_option("softmax.md")
    of_page = rows.evaluate_all("all => all.map(one => one.id)")
    assert LABEL in of_page and set(of_page) < set(found)
    page.get_by_label("text").fill("minimal gradient")
    expect(rows).to_have_count(1)


def test_the_figures_of_the_index_stand_at_its_top(visit: Visit, built: Path) -> None:
    claims = [item for item in json.loads((built / "equations.json").read_text())["equations"]
              if item["kind"] == "claim"]
    visit.page.goto("equations/")
    totals = visit.page.locator(".execmath-totals")
    expect(totals).to_be_in_viewport()
    expect(totals).to_contain_text(f"{len(claims)} of {len(claims)} claims hold")


def test_without_scripts_the_index_lists_everything(without_script: Page, built: Path) -> None:
    without_script.goto("equations/")
    expect(without_script.locator("li[data-kind]")).to_have_count(len(labels(built)))
    expect(without_script.locator(".execmath-filter")).to_be_hidden()


def test_the_graph_shows_the_pages_and_then_the_equations_of_one(visit: Visit) -> None:
    page = visit.page
    page.goto("equations/")
    pages = page.locator(".execmath-graph a")
    assert 8 < pages.count() < 80
    fold = page.locator(".execmath-graphs").first
    fold.locator("summary").click()
    expect(fold.locator(f'a[href="../eq/{LABEL}/"]')).to_be_visible()


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
    page.goto("equations/")
    inks = page.locator(".execmath-graph text").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).fill))]")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert inks and min(contrast(ink, paper) for ink in inks) >= 4.5, (inks, paper)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_graph_is_not_shrunk_and_begins_at_its_beginning(visit: Visit, width: int) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("equations/")
    place = page.locator(".execmath-graph text").get_by_text("The log-normalizer", exact=True) \
        .bounding_box()
    sides = page.locator(".execmath-drawing").bounding_box()
    assert place["height"] >= 10
    assert sides["x"] <= place["x"]
    assert place["x"] + place["width"] <= sides["x"] + sides["width"]
