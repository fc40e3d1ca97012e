"""Every page of the built site, opened: nothing is missing, nothing is fetched, nothing moves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from facts import Facts, collect, faults_on_a_phone, hindrances
from playwright.sync_api import Browser, Page, expect
from sharing import Shared
from visiting import Visit

from execmath.documents.markdown import read_page, without_code

DOCS = Path(__file__).parents[2] / "docs"
WRITTEN = [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))]
WITH_DISPLAYS = [name for name in WRITTEN if read_page(DOCS, name).displays]
MAIN = [*WRITTEN, "equations.md", "eq/gradient-is-softmax.md"]
# Pages of families are made alike: a few of them tell whether anything moves.
FAMILIES = [name for name in MAIN if re.fullmatch(r"families/(?!index).*\.md", name)]
LOOKED_AT_ANEW = [name for name in MAIN if name not in FAMILIES[3:]]
PARTS = 8  # in which they are opened, for the sake of the workers
OPENED = 4  # one page of an equation in so many


def address(markdown: str) -> str:
    return re.sub(r"(?:(?<=/)|^)index\.md$|\.md$", "/", markdown).replace("//", "/").lstrip("/")


def labels_of(name: str) -> list[str]:
    """The labels of the displays of a page, in their order."""
    written = name in WRITTEN
    return [display.label for display in read_page(DOCS, name).displays] if written else []


def every_page(built: Path) -> list[str]:
    files = sorted(built.rglob("index.html"))
    return [f"{file.parent.relative_to(built).as_posix()}/" for file in files]


# ------------------------------------------------------------------------------- all of them


def test_every_markdown_file_is_a_page(built: Path) -> None:
    assert {address(name) or "./" for name in MAIN} <= set(every_page(built))


@pytest.mark.parametrize("part", range(PARTS))
def test_a_page_opens_whole_on_a_phone_and_fetches_nothing_elsewhere(
    visit: Visit, built: Path, part: int
) -> None:
    """What goes wrong, and what is fetched elsewhere, is seen by `visit`. Pages of equations have
    one frame, and their formulas stand on other pages too: one in a few is opened."""
    pages = every_page(built)
    equations = [page for page in pages if page.startswith("eq/")]
    opened = sorted({*pages} - {*equations} | {*equations[::OPENED]})
    assert [fault for page in opened[part::PARTS]
            for fault in faults_on_a_phone(visit.page, page)] == []


# ------------------------------------------------------------------------------ page by page

Visited = Callable[[str], Facts]


@pytest.fixture(scope="session")
def visited(browser: Browser, base_url: str, shared: Shared) -> Visited:
    """The facts of a page, by the name of its Markdown; the first who asks opens it."""

    def visited(name: str) -> Facts:
        def make(file: Path) -> None:
            facts = collect(browser, base_url, address(name) or "./", labels_of(name))
            file.write_text(facts.to_json(), encoding="utf-8")

        file = shared(f"facts-{name.replace('/', '-')}.json", make)
        return Facts.from_json(file.read_text(encoding="utf-8"))

    return visited


def inline_formulas(text: str) -> int:
    """How many `$...$` stand in the words of a page, front matter, code and displays left out."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^( *)(`{3,}).*?^\1\2", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^::: .*\n(?: {4}.*\n)*", "", text, flags=re.MULTILINE)  # mkdocstrings
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"\$\$.*?\$\$", "", text, flags=re.DOTALL)
    text = "\n".join(map(without_code, text.splitlines()))
    return len(re.findall(r"(?<![\\$])\$(?![\s$])(?:[^$\\]|\\.)+?\$", text))


# Pages with formulas that are made from other pages.
MADE = {"reference/notation.md", "reference/sources.md", "families/index.md"}


@pytest.mark.parametrize("name", WRITTEN)
def test_as_many_formulas_are_typeset_as_stand_in_the_markdown(visited: Visited, name: str) -> None:
    facts = visited(name)
    assert facts.figures == labels_of(name)
    assert [label for label, shown in facts.typeset.items() if not shown] == []
    written = inline_formulas((DOCS / name).read_text(encoding="utf-8"))
    # A block may write formulas of its own: the table of letters does.
    assert facts.inline == written or (name in MADE and facts.inline > written)
    assert facts.without_size == []


@pytest.mark.parametrize("name", [*WITH_DISPLAYS, "eq/gradient-is-softmax.md"])
def test_every_character_of_a_formula_is_drawn_with_a_font_of_this_site(
    visited: Visited, name: str
) -> None:
    fonts = visited(name).fonts
    assert "mjx-ncm-n" in fonts
    assert [font for font in fonts if not font.startswith("mjx-ncm-")] == []


@pytest.mark.parametrize("name", WITH_DISPLAYS)
def test_a_permalink_lands_on_its_equation_and_not_below_the_header(
    visited: Visited, name: str
) -> None:
    landings = visited(name).landings
    assert list(landings) == labels_of(name)
    assert {label: one for label, one in landings.items() if not one.is_good()} == {}


@pytest.mark.parametrize("name", MAIN)
def test_nothing_stands_in_a_readers_way(visited: Visited, name: str) -> None:
    assert visited(name).hindrances == {"default": [], "slate": []}


def test_one_sentence_that_is_hard_to_read_in_the_dark_alone_is_found(visit: Visit) -> None:
    visit.page.goto("./")
    visit.page.evaluate("[...document.querySelectorAll('article p')].at(-1).style.color = '#555'")
    found = hindrances(visit.page)
    assert found["default"] == []
    assert [rule for rule, _ in found["slate"]] == ["color-contrast"]


@pytest.mark.parametrize("name", MAIN)
def test_nothing_goes_wrong_on_a_desk_and_nothing_is_fetched_elsewhere(
    visited: Visited, name: str
) -> None:
    facts = visited(name)
    assert facts.wrong == []
    assert facts.outside == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", LOOKED_AT_ANEW)
def test_nothing_moves_while_a_page_appears(
    first_visit: Visit, name: str, width: int
) -> None:
    page = first_visit.page
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script("""
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(
            (entry) => entry.value))).observe({type: 'layout-shift', buffered: true});
    """)
    page.goto(address(name) or "./")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    page.wait_for_timeout(200)
    assert sum(page.evaluate("window.shifts")) < 0.001


def test_a_device_that_prefers_dark_is_given_dark(visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    visit.page.goto("./")
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_printed_page_reads_well(visit: Visit) -> None:
    page: Page = visit.page
    page.emulate_media(media="print")
    page.goto("softmax/")
    figure = page.locator("#gradient-is-softmax")
    expect(figure.locator("mjx-container").first).to_be_visible()
    expect(figure.locator(".execmath-title")).to_be_visible()
    assert figure.locator(".execmath-mark").all_inner_texts() == ["proved", "certified", "code"]
    for hidden in ("figure details summary", "header.md-header", ".md-sidebar", ".md-clipboard"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    assert figure.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_what_is_printed_from_the_dark_is_black_on_white(visit: Visit) -> None:
    page: Page = visit.page
    page.emulate_media(color_scheme="dark")
    page.goto("softmax/")
    page.emulate_media(media="print", color_scheme="dark")
    for part in ("h1", ".execmath-title", ".execmath-mark", "article p", "article code"):
        expect(page.locator(part).first).to_have_css(
            "color", re.compile(r"rgba\(0, 0, 0|rgb\(54, 70, 78"))


def test_a_mistake_that_is_printed_from_the_dark_is_as_red_as_from_the_light(visit: Visit) -> None:
    page: Page = visit.page
    page.emulate_media(color_scheme="dark")
    page.goto("softmax/")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".execmath-mark-refuted").first).to_have_css("color", "rgb(163, 38, 42)")


def test_the_ledger_is_published_with_every_verdict(built: Path) -> None:
    listed = json.loads((built / "equations.json").read_text())["equations"]
    labels = [label for name in WRITTEN for label in labels_of(name)]
    assert sorted(item["label"] for item in listed) == sorted(labels)
