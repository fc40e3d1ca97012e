"""What a reader sees before scrolling, and what is laid out where it is narrow."""

from __future__ import annotations

import pytest
from visiting import Visit

DESK = {"width": 1440, "height": 900}
WIDTHS = (1440, 1100, 390, 320)


def bottom(visit: Visit, selector: str) -> float:
    box = visit.page.locator(selector).first.bounding_box()
    return box["y"] + box["height"]


def test_the_front_page_says_all_on_its_first_screen(visit: Visit) -> None:
    """The answer, three sentences, a picture, a number worked by hand, and where to go on."""
    visit.page.set_viewport_size(DESK)
    visit.page.goto("./")
    assert bottom(visit, ".beside + p") < 720
    assert bottom(visit, ".paths") <= DESK["height"]


@pytest.mark.parametrize("address", ["./", "softmax/"])
def test_the_answer_is_in_view_on_a_phone(visit: Visit, address: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 700})
    visit.page.goto(address)
    assert bottom(visit, ".execmath-quoted") <= 700


@pytest.mark.parametrize("width", WIDTHS)
def test_the_families_are_entries_that_fit_the_screen(visit: Visit, width: int) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("families/")
    entry = page.locator(".families tbody tr").first
    assert entry.bounding_box()["y"] < 720
    sides = page.locator("article").bounding_box()
    for cell in entry.locator("td").all():
        box = cell.bounding_box()
        assert box["x"] >= sides["x"] and box["x"] + box["width"] <= sides["x"] + sides["width"]
    names = entry.locator("td:not(:first-child)").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::before').content.split('\"')[1])")
    columns = page.locator(".families thead th:not(:first-child)").all_inner_texts()
    assert len(names) == len(columns) > 5
    for name, column in zip(names, columns, strict=True):
        assert name.split()[-1] in column, (name, column)


def test_figures_of_code_are_one_tap_away(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto("softmax/")
    fold = page.locator("details.code-figures").first
    figures = fold.locator("pre")
    assert not figures.is_visible()
    fold.locator("summary").click()
    assert figures.is_visible() and "ulp" in figures.inner_text()


@pytest.mark.parametrize("address", ["softmax/", "theory/duality/", "theory/convexity/"])
def test_the_line_under_a_formula_is_one_line_on_a_desk(visit: Visit, address: str) -> None:
    """Where a name is too long for that, the marks begin the next line, below its beginning."""
    page = visit.page
    page.set_viewport_size(DESK)
    page.goto(address)
    lines = page.locator("figure.execmath:not(.execmath-refuted) > figcaption")
    assert lines.count() > 20
    assert [line for line in lines.evaluate_all(LINES) if len(line) > 2 or len(set(line)) > 1] == []


LINES = """all => all.map(one => {  // where each line of a caption begins
    const parts = [...one.children].map(part => part.getBoundingClientRect());
    const tops = [...new Set(parts.map(part => part.top))];
    return tops.map(top => Math.min(
        ...parts.filter(part => part.top === top).map(part => part.left)));
})"""


def test_a_name_has_its_own_line_on_a_phone(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto("softmax/")
    beside = page.locator("figure.execmath > figcaption").evaluate_all(
        """all => all.filter(one => one.querySelector('.execmath-marks').getBoundingClientRect().top
            < one.querySelector('.execmath-title').getBoundingClientRect().bottom).length""")
    assert beside == 0


def test_a_declaration_takes_no_more_room_than_its_formula_on_a_phone(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto("softmax/")
    declaration = page.locator("#categories")
    declaration.scroll_into_view_if_needed()
    formula = declaration.locator(".execmath-statement").bounding_box()
    assert declaration.bounding_box()["height"] < 1.5 * formula["height"]


def test_the_name_of_a_row_is_not_cut_in_two(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size(DESK)
    page.goto("about/architecture/")
    names = page.locator("td:first-child > code:only-child")
    assert names.count() > 20
    assert names.evaluate_all("""all => all.map(one => [one.textContent, one.getClientRects()])
        .filter(([name, lines]) => lines.length > 1 && !/[ -]/.test(name))
        .map(([name]) => name)""") == []


def test_every_formula_of_a_page_is_heard(visit: Visit) -> None:
    """Chromium leaves MathML that is not laid out, by `content-visibility`, out of what it tells
    readers who listen."""
    page = visit.page
    page.goto("softmax/")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node["ignored"]]
    assert roles.count("MathMLMath") == page.locator("article mjx-assistive-mml").count() > 100
