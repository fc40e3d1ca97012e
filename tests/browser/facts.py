"""What one visit finds out about a page.

A page is opened once on a desk for all that needs no fresh load of its own: the tests ask the
facts that were collected, so that each stays small and a page is not laid out for each of them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from visiting import watch

AXE = Axe()


@dataclass(frozen=True)
class Landing:
    """Where a reader stands who followed the permalink of an equation; heights in pixels."""

    in_view: bool
    is_target: bool
    formula_top: float | None
    header_bottom: float

    def is_good(self) -> bool:
        """The equation is on the screen, and not below the header, which stays at the top."""
        return (self.in_view and self.is_target and self.formula_top is not None
                and self.formula_top >= self.header_bottom)


@dataclass(frozen=True)
class Facts:
    """All that is asserted of a page on a desk; the lists of faults are empty where all is well."""

    landings: dict[str, Landing]
    figures: list[str]
    """The ids of the displays, in their order."""
    typeset: dict[str, int]
    """How many formulas each display shows."""
    inline: int
    """How many formulas stand in the words."""
    without_size: list[str]
    """The formulas that should be seen and take no room."""
    hindrances: dict[str, list[tuple[str, str]]]
    """What axe finds, by color scheme: the rule and the first place, however little it hinders."""
    fonts: list[str]
    """The families of the fonts that the formulas are drawn with, as the browser says."""
    wrong: list[str]
    outside: list[str]

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: str) -> Facts:
        facts = json.loads(text)
        landings = {label: Landing(**landing) for label, landing in facts["landings"].items()}
        return Facts(**{**facts, "landings": landings})


def collect(browser: Browser, base_url: str, address: str, labels: list[str]) -> Facts:
    """Open a page in a fresh context, at the first of its equations if it has any.

    The order matters: the landing comes first, while the page is as fresh as for a reader who
    followed a link; what opens details and marks characters comes last.
    """
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    visit = watch(page, base_url)
    page.goto(f"{address}#{labels[0]}" if labels else address)
    facts = Facts(
        landings={label: Landing(**page.evaluate(LAND, label)) for label in labels},
        **page.evaluate(FORMULAS),
        hindrances=hindrances(page),
        fonts=_fonts(page),
        wrong=visit.wrong,
        outside=visit.outside,
    )
    context.close()
    return facts


PHONE = {"width": 390, "height": 700}
NARROW = {"width": 320, "height": 700}


def faults_on_a_phone(page: Page, address: str) -> list[tuple[str, str]]:
    """What is wrong with a page on two phones, each with its address."""
    page.set_viewport_size(PHONE)
    page.goto(address)
    faults = page.evaluate(FAULTS) + page.evaluate(TOO_WIDE)
    page.set_viewport_size(NARROW)
    return [(address, fault) for fault in faults + page.evaluate(TOO_WIDE)]


FAULTS = r"""() => {
    const faults = [];
    const wrong = document.querySelector('mjx-merror');
    if (wrong) faults.push(`a formula that is no formula: ${wrong.textContent}`);
    const titles = document.querySelectorAll('h1').length;
    if (titles !== 1) faults.push(`${titles} titles`);
    // In code it may stand as it is written: there it is shown.
    const words = document.querySelector('article').cloneNode(true);
    words.querySelectorAll('code, pre').forEach((code) => code.remove());
    const [raw] = /.*(\$\$|\\\(|\\\[|execmath:).*/.exec(words.textContent) ?? [];
    if (raw) faults.push(`left as it was written: ${raw}`);
    return faults;
}"""

TOO_WIDE = """() => {
    const [wide, width] = [document.documentElement.scrollWidth, window.innerWidth];
    return wide > width ? [`${wide} pixels on a phone of ${width}`] : [];
}"""

LAND = """async (label) => {
    location.hash = label;
    const figure = document.querySelector(`figure[id="${label}"]`);
    const inView = () => new Promise((done) => new IntersectionObserver(
        ([entry]) => done(entry.intersectionRatio > 0)).observe(figure));
    let seen = false;
    const patience = performance.now() + 5000;
    while (figure && !(seen = await inView()) && performance.now() < patience) {
        await new Promise(requestAnimationFrame);
    }
    const formula = figure?.querySelector('mjx-container');
    return {
        in_view: seen,
        is_target: Boolean(figure?.matches(':target')),
        formula_top: formula?.getBoundingClientRect().top ?? null,
        header_bottom: document.querySelector('header.md-header').getBoundingClientRect().bottom,
    };
}"""

FORMULAS = """async () => {
    location.hash = '';
    await new Promise(requestAnimationFrame);
    const article = document.querySelector('article');
    const figures = [...article.querySelectorAll('figure.execmath')];
    const formulas = [...article.querySelectorAll('mjx-container')];
    const isHidden = (one) => one.closest('details:not([open])');
    const isFlat = (one) => {
        const box = one.getBoundingClientRect();
        return !(box.width > 0 && box.height > 0);
    };
    return {
        figures: figures.map((one) => one.id),
        typeset: Object.fromEntries(figures.map((one) => [
            one.id, one.querySelectorAll('.execmath-formula mjx-container').length])),
        inline: formulas.filter((one) => !one.closest('figure')).length,
        without_size: formulas.filter((one) => !isHidden(one) && isFlat(one))
            .map((one) => one.outerHTML.slice(0, 200)),
    };
}"""


# The theme gives the keyboard a way into what scrolls, soon after it is first seen; axe tells of
# what has none when the patience ends.
OPEN_SOME = """async () => {
    for (const one of [...document.querySelectorAll('details')].slice(0, 3)) one.open = true;
    const isOutOfReach = (one) => one.scrollWidth > one.clientWidth && one.tabIndex < 0;
    const patience = performance.now() + 2000;
    while ([...document.querySelectorAll('details[open] code')].some(isOutOfReach)
           && performance.now() < patience) {
        await new Promise(requestAnimationFrame);
    }
}"""


# Contrast is asked of every text in the light scheme; in the dark one, of the first of each style,
# by all that contrast depends on: the text's own style, and what stands behind it.
FIRST_OF_EACH_STYLE = """() => {
    const ids = new Map(), grounds = new Map([[null, '']]);
    const groundOf = (one) => {
        if (!grounds.has(one)) {
            const style = getComputedStyle(one);
            const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
                         style.mixBlendMode];
            // What is taken out of the flow may come to stand on something else.
            if (style.position !== 'static') own.push(one.localName, one.className, style.zIndex);
            const whole = `${groundOf(one.parentElement)} ${own}`;
            if (!ids.has(whole)) ids.set(whole, ids.size);
            grounds.set(one, ids.get(whole));
        }
        return grounds.get(one);
    };
    const hasText = (one) => [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const isSeen = (one) => one.checkVisibility({visibilityProperty: true});
    const seen = new Set();
    for (const one of document.querySelectorAll('body, body *')) {
        const isControl = one.matches('input, select, textarea, button');
        if (!isControl && !(hasText(one) && isSeen(one))) continue;
        const style = getComputedStyle(one);
        const drawn = [style.color, style.webkitTextFillColor, style.fontSize, style.fontWeight,
                       style.textShadow, groundOf(one)].join();
        if (isControl || !seen.has(drawn)) one.setAttribute('data-first-of-style', '');
        seen.add(drawn);
    }
    axe.configure({rules: [{id: 'color-contrast', selector: '[data-first-of-style]'}]});
}"""


def hindrances(page: Page) -> dict[str, list[tuple[str, str]]]:
    """The whole of axe in the light scheme; in the dark one, the rules that ask about colors."""
    page.evaluate(AXE.axe_script)
    page.evaluate(OPEN_SOME)
    in_light = {_scheme(page): _run_axe(page)}
    page.get_by_title("Switch to dark").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.evaluate(FIRST_OF_EACH_STYLE)
    return in_light | {
        _scheme(page): _run_axe(page, runOnly=["color-contrast", "link-in-text-block"])}


def _scheme(page: Page) -> str:
    return page.evaluate("document.body.dataset.mdColorScheme")


def _run_axe(page: Page, **options: object) -> list[tuple[str, str]]:
    violations = page.evaluate(
        "async (options) => (await axe.run(options)).violations",
        {"resultTypes": ["violations"], **options})
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in violations]


def _fonts(page: Page) -> list[str]:
    """One character of each font and sign is asked about, and the browser answers."""
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
    return sorted({
        font["familyName"] if font["isCustomFont"] else f"{font['familyName']} of the machine"
        for node in tools.send("DOM.querySelectorAll", first)["nodeIds"]
        for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]})
