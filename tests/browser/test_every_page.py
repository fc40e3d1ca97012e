"""Every page of the built site, opened: nothing is missing, nothing is fetched, nothing moves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from visiting import Visit

from execmath.documents.markdown import read_page, without_code

DOCS = Path(__file__).parents[2] / "docs"
WRITTEN = [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))]
WITH_DISPLAYS = [name for name in WRITTEN if read_page(DOCS, name).displays]
MAIN = [*WRITTEN, "equations.md", "eq/gradient-is-softmax.md"]
AXE = Axe()
PARTS = 8  # in which all pages are opened, for the sake of the workers


def address(markdown: str) -> str:
    return re.sub(r"(?:(?<=/)|^)index\.md$|\.md$", "/", markdown).replace("//", "/").lstrip("/")


def every_page(built: Path) -> list[str]:
    files = sorted(built.rglob("index.html"))
    return [f"{file.parent.relative_to(built).as_posix()}/" for file in files]


# ------------------------------------------------------------------------------- all of them


def test_every_markdown_file_is_a_page(built: Path) -> None:
    assert {address(name) or "./" for name in MAIN} <= set(every_page(built))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_opens_whole_on_a_phone_and_fetches_nothing_elsewhere(
    visit: Visit, built: Path, part: int
) -> None:
    """What goes wrong, and what is fetched elsewhere, is seen by `visit`."""
    wide = []
    for page in every_page(built)[part::PARTS]:
        visit.page.set_viewport_size({"width": 390, "height": 700})
        visit.page.goto(page)
        assert visit.page.locator("mjx-merror").count() == 0, page
        assert visit.page.locator("h1").count() == 1, page
        text = visit.page.locator("article").inner_text()
        assert not re.search(r"\$\$|\\\(|\\\[|execmath:", text), page
        for width in (390, 320):
            visit.page.set_viewport_size({"width": width, "height": 700})
            found = visit.page.evaluate("document.documentElement.scrollWidth")
            if found > width:
                wide.append((page, width, found))
    assert wide == []


def fonts_drawn(page: Page) -> set[str]:
    """The names of the fonts that the formulas of a page are drawn with, as the browser says."""
    page.evaluate("""async () => {
        document.querySelectorAll('details').forEach((one) => { one.open = true; });
        await document.fonts.ready;
        const seen = new Set();
        document.querySelectorAll('mjx-math *').forEach((one) => {
            if (one.children.length || !one.textContent.trim()) return;
            const drawn = `${getComputedStyle(one).fontFamily} ${one.textContent}`;
            if (!seen.has(drawn)) one.setAttribute('data-first', '');
            seen.add(drawn);
        });
    }""")
    tools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        tools.send(f"{domain}.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    first = {"nodeId": root, "selector": "[data-first]"}
    return {font["familyName"] if font["isCustomFont"] else f"{font['familyName']} of the machine"
            for node in tools.send("DOM.querySelectorAll", first)["nodeIds"]
            for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}


@pytest.mark.parametrize("name", [*WITH_DISPLAYS, "eq/gradient-is-softmax.md"])
def test_every_character_of_a_formula_is_drawn_with_a_font_of_this_site(
    visit: Visit, name: str
) -> None:
    visit.page.goto(address(name) or "./")
    drawn = fonts_drawn(visit.page)
    assert "mjx-ncm-n" in drawn
    assert {font for font in drawn if not font.startswith("mjx-ncm-")} == set()


# ------------------------------------------------------------------------------ page by page


def inline_formulas(text: str) -> int:
    """How many `$...$` stand in the words of a page, front matter, code and displays left out."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^( *)(`{3,}).*?^\1\2", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^::: .*\n(?: {4}.*\n)*", "", text, flags=re.MULTILINE)  # mkdocstrings
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"\$\$.*?\$\$", "", text, flags=re.DOTALL)
    text = "\n".join(map(without_code, text.splitlines()))
    return len(re.findall(r"(?<![\\$])\$(?![\s$])(?:[^$\\]|\\.)+?\$", text))


MADE = {"reference/notation.md"}  # pages with formulas that are made from other pages


@pytest.mark.parametrize("name", WRITTEN)
def test_as_many_formulas_are_typeset_as_stand_in_the_markdown(visit: Visit, name: str) -> None:
    visit.page.goto(address(name) or "./")
    article = visit.page.locator("article")
    displays = [display.label for display in read_page(DOCS, name).displays]
    figures = article.locator("figure.execmath")
    assert figures.evaluate_all("all => all.map(one => one.id)") == displays
    for label in displays:
        assert article.locator(f"#{label} .execmath-formula mjx-container").count() >= 1
    inline = article.locator("mjx-container:not(figure.execmath mjx-container)")
    written = inline_formulas((DOCS / name).read_text(encoding="utf-8"))
    # A block may write formulas of its own: the table of letters does.
    assert inline.count() == written or (name in MADE and inline.count() > written)
    sizes = article.locator("mjx-container:not(details:not([open]) mjx-container)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])")
    assert all(width > 0 and height > 0 for width, height in sizes)


@pytest.mark.parametrize("name", WITH_DISPLAYS)
def test_a_permalink_lands_on_its_equation(visit: Visit, name: str) -> None:
    page = visit.page
    for label in [display.label for display in read_page(DOCS, name).displays]:
        page.goto(f"{address(name)}#{label}")
        figure = page.locator(f"figure#{label}")
        expect(figure).to_be_in_viewport()
        assert figure.evaluate("one => one.matches(':target')")
        # Not below the header, which stays at the top.
        top = figure.locator("mjx-container").first.bounding_box()
        header = page.locator("header.md-header").bounding_box()
        assert top is not None and header is not None
        assert top["y"] >= header["y"] + header["height"]


def in_the_way(page: Page, **options: object) -> list[tuple[str, str]]:
    """What axe finds that hinders a reader, however little, each with the first place."""
    found = AXE.run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


@pytest.mark.parametrize("name", MAIN)
def test_nothing_stands_in_a_readers_way(visit: Visit, name: str) -> None:
    page = visit.page
    page.goto(address(name) or "./")
    for details in page.locator("details").all()[:3]:
        details.evaluate("one => one.open = true")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert in_the_way(page) == []
    page.get_by_title("Switch to dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert in_the_way(page, runOnly=["color-contrast", "link-in-text-block"]) == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", MAIN)
def test_nothing_moves_while_a_page_appears(visit: Visit, name: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.page.add_init_script("""
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(
            (entry) => entry.value))).observe({type: 'layout-shift', buffered: true});
    """)
    visit.page.goto(address(name) or "./")
    visit.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    visit.page.wait_for_timeout(200)
    assert sum(visit.page.evaluate("window.shifts")) < 0.001


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
    expect(figure.locator(".execmath-label")).to_be_visible()
    expect(figure.locator(".execmath-words").first).to_contain_text("holds as typeset")
    for hidden in ("figure details summary", "header.md-header", ".md-sidebar", ".md-clipboard"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    assert figure.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_the_ledger_is_published_with_every_verdict(built: Path) -> None:
    listed = json.loads((built / "equations.json").read_text())["equations"]
    labels = [display.label for name in WRITTEN for display in read_page(DOCS, name).displays]
    assert sorted(item["label"] for item in listed) == sorted(labels)
