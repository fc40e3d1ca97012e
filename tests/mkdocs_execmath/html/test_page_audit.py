"""What looks like a checked equation and is none is found in the HTML of a page."""

from __future__ import annotations

from collections import Counter

import pytest

from mkdocs_execmath.html.lost_text import lost_words
from mkdocs_execmath.html.page_audit import (
    displayed_otherwise,
    faults_of_changed,
    faults_of_converted,
    faults_of_copied,
    faults_of_finished,
    faults_of_source,
)

MARK = "\u2061\u2062"
FORMULA = rf'<span class="arithmatex">{MARK}\(x\){MARK}</span>'
DISPLAY = '<div class="arithmatex">\\[\nx = x\n\\]</div>'


@pytest.mark.parametrize("html", [
    f"<p>For all {FORMULA} it holds.</p>{DISPLAY}",
    f"<ul><li><p>{FORMULA}</p></li></ul>",
    f"<table><tr><td>{FORMULA}</td><td>a number</td></tr></table>",
    '<p style="text-align: center; color: #333">Words.</p>',
    "<p>It costs $5 today and $6 tomorrow.</p>",
    "<p>Write <code>$x$</code> or <code>\\(x\\)</code>.</p><pre>$$\n1 = 2\n$$</pre>",
    '<div id="execmath-index"></div><div class="execmath-drawing"><svg></svg></div>',
    '<p>A <a class="md-button md-button--primary" title="a b">button</a>.</p>',
    "<table><tr><td>Word<tr><td>Word</table><ul><li>One<li>Two</ul>",
    '<pre class="mermaid"><code>graph LR\n  A --> B</code></pre>',
    f"<h2>The set {FORMULA}</h2><dl><dt>Term</dt><dd>{FORMULA}</dd></dl>",
    f"<blockquote>{DISPLAY}</blockquote><details><summary>More</summary>{DISPLAY}</details>",
])
def test_an_ordinary_page_is_good(html: str) -> None:
    assert faults_of_converted(html, MARK) == []


@pytest.mark.parametrize(("html", "code"), [
    ('<figure class="execmath execmath-claim"><p>2 + 2 = 5</p></figure>', "S107"),
    ("<figure class='x execmath-claim'>2 + 2 = 5</figure>", "S107"),
    ('<figure class="&#101;xecmath">2 + 2 = 5</figure>', "S107"),
    ("<FIGURE CLASS=execmath-formula>2 + 2 = 5</FIGURE>", "S107"),
    ("<mjx-container><mjx-c></mjx-c></mjx-container>", "S107"),
    ("<p><math><mn>1</mn><mo>=</mo><mn>2</mn></math></p>", "S107"),
    (r'<p>So <span class="arithmatex">\(1 = 2\)</span> holds.</p>', "S107"),
    ('<iframe srcdoc="&lt;b&gt;1 = 2&lt;/b&gt;"></iframe>', "S107"),
    ("<p>So $ 1 + 1 = 3 $ holds.</p>", "S108"),
    ("<td>$P(A|B)$</td>", "S108"),
    (r"<p>So \(1 = 2\) holds.</p>", "S108"),
    ("<p>So $<em>x</em> = y$ holds.</p>", "S108"),
    ("<p>$$1 = 2$$</p>", "S108"),
    ('<p>The <abbr title="so $1 + 1 = 3$">sum</abbr>.</p>', "S108"),
    (r'<p><img alt="\(1 + 1 = 3\)"> and <a title="x">y</a>.</p>', "S108"),
    ('<pre class="mermaid"><code>A["$$1 + 1 = 3$$"]</code></pre>', "S108"),
    ("<p>\ue0101 = 2\ue011</p>", "S109"),
    ("<p>&#xe010;1 = 2</p>", "S109"),
    ("<p>\u202e2 - 1</p>", "S109"),
    (f"<div hidden>{DISPLAY}</div>", "S110"),
    (f'<div style="display: none">{DISPLAY}</div>', "S110"),
    (f'<div class="visually-hidden"><div>{DISPLAY}</div></div>', "S110"),
    (f"<template>{DISPLAY}</template>", "S110"),
    (f'<div dir="rtl">{DISPLAY}</div>', "S110"),
    (f"<script>{DISPLAY}</script>", "S110"),
    (f"<style>#label {{ display: none }}</style>{DISPLAY}", "S110"),
    (f'{DISPLAY}<p style="margin-top: -2em">Words.</p>', "S110"),
    (f'{DISPLAY}<b style="POSITION:relative; left: 1em">+</b>', "S110"),
    (f'<div class="md-skip">{DISPLAY}</div>', "S110"),
    (f'<div class="headerlink">{DISPLAY}</div>', "S110"),
    (f'<div class="modal fade">{DISPLAY}</div>', "S110"),
    (f'{DISPLAY}<div class="md-overlay">The sum is 3.</div>', "S110"),
    (f"<p>A <ruby>word<rp>where {FORMULA}</rp><rt>two</rt></ruby></p>", "S110"),
    (f"<noembed>{DISPLAY}</noembed>", "S110"),
    (f"<progress>{DISPLAY}</progress>", "S110"),
    (f'<font color="white">{DISPLAY}</font>', "S110"),
    (f'<table bgcolor="black"><tr><td>{DISPLAY}</td></tr></table>', "S110"),
    (f"<p>Words <div hidden></p>{DISPLAY}", "S110"),
    (f'<p><font color="white"></p>{DISPLAY}<p></font></p>', "S110"),
    (f"<p>Words <s></p>{DISPLAY}", "S110"),
    (f"<p><marquee></p>{DISPLAY}<p></marquee></p>", "S110"),
    (f"<table><tr><td>Words</td></tr>{DISPLAY}</table>", "S110"),
    (f"<!-- {DISPLAY} -->", "S110"),
    (f"<p>Words.</p><!-- {DISPLAY}", "S110"),
    (f"<textarea>{DISPLAY}", "S110"),
    (f"<p>{FORMULA}</p>", "S111"),
    (f"<h2>{FORMULA}</h2>", "S111"),
    (f"<p>{FORMULA}, {FORMULA} (1).</p>", "S111"),
    (rf'<p>So <span class="arithmatex">{MARK}\(\displaystyle 1 = 2\){MARK}</span> holds.</p>',
     "S111"),
])
def test_what_nothing_has_read_is_a_fault(html: str, code: str) -> None:
    assert code in [str(fault.code) for fault in faults_of_converted(html, MARK)]


def test_a_file_that_is_copied_holds_no_card() -> None:
    (fault,) = faults_of_copied('<figure class="Execmath-claim execmath">2 + 2 = 5</figure>')
    assert str(fault.code) == "S107"
    assert faults_of_copied(r"<p>Slides, with \(x\) and <mjx-container>x</mjx-container></p>") == []


def test_a_source_holds_no_private_characters_even_in_a_comment() -> None:
    assert faults_of_source("# Good\n\nWords, $x$, 𝔼.") == []
    assert [str(fault.code) for fault in faults_of_source("<!-- \ue010 -->")] == ["S109"]


def test_a_formula_that_another_plugin_adds_is_a_fault() -> None:
    before = r'<p>For <span class="arithmatex">\(x\)</span> here.</p>'
    assert faults_of_changed(f"{before}<p>more words</p>", before) == []
    assert [str(fault.code) for fault in faults_of_changed(before * 2, before)] == ["S107"]


CONTENT = '<figure class="execmath" id="one"><mjx-container>1</mjx-container></figure><p>Words.</p>'
FRAME = "<html><title>Page</title><body><nav>Contents</nav>{}<footer>$5</footer></body></html>"


def test_a_finished_page_shows_what_was_rendered_and_no_more() -> None:
    finished = FRAME.format(CONTENT)
    assert faults_of_finished(finished, CONTENT, Counter()) == []
    assert faults_of_finished(finished.replace("<p>", "<p class='lead'>"), CONTENT, Counter()) == []
    typeset = Counter(["<mjx-container>x</mjx-container>"])
    assert faults_of_finished(finished.replace("Contents", *typeset), CONTENT, typeset) == []


def test_a_page_that_is_made_smaller_shows_the_same() -> None:
    formula = '<mjx-container class="a  b" style="x: 1"><mjx-c></mjx-c> 1\n 2</mjx-container>'
    rendered, elsewhere = f"<p>It is {formula}</p>", Counter({formula: 1})
    smaller = "<p>It is <mjx-container style='x: 1' class='a b'><mjx-c/>1 2</mjx-container>"
    finished = f"<nav>{smaller[9:]}</nav>{smaller}"
    assert faults_of_finished(finished, rendered, elsewhere) == []
    for change in (("1 2<", "1 3<"), ("'a b'", "'a c'"), ("x: 1", "x: 2"), ("<mjx-c/>", "")):
        assert faults_of_finished(finished.replace(*change), rendered, elsewhere) != []
        assert faults_of_finished(finished.replace(*change, 1), rendered, elsewhere) != []


@pytest.mark.parametrize(("change", "code"), [
    (("<footer>", f"{CONTENT}<footer>"), "S107"),
    (("Contents", "<mjx-container>2</mjx-container>"), "S107"),
    (("Contents", r"\(x\)"), "S108"),
    (("<title>Page", r"<title>Page \(x\)"), "S108"),
    (("Contents", r'<div class="arithmatex">\[1 = 2\]</div>'), "S108"),
    (("<mjx-container>1", "<mjx-container>2"), "S113"),
    (('class="execmath"', 'class="execmath execmath-claim"'), "S113"),
])
def test_whatever_else_a_finished_page_shows_is_a_fault(change: tuple[str, str],
                                                       code: str) -> None:
    finished = FRAME.format(CONTENT).replace(*change)
    assert code in [str(fault.code) for fault in faults_of_finished(finished, CONTENT, Counter())]


def test_displays_are_shown_in_the_order_in_which_they_were_read() -> None:
    assert list(displayed_otherwise(["a", "b", "c"], ["a", "b", "c"])) == []
    assert list(displayed_otherwise(["a", "b", "a"], ["a", "b"])) == [("shown", 2)]
    assert list(displayed_otherwise(["b"], ["a", "b"])) == [("read", 0)]
    assert list(displayed_otherwise(["b", "a"], ["a", "b"])) != []


SOURCE = """\
# A *title*{: #id .class }

Words with [a link](other.md#there), `code_with_parts`, **bold**ly and $x_1$ <b>and</b> HTML.

!!! note "The kind is not shown"
    But this is &amp; stays.

```python exec="true" session="s"
print("not shown")
```

```text
shown
```

<!-- A comment is not. -->
The last caveat.
"""
SHOWN = """<h1 id="id" class="class">A <em>title</em></h1>
<p>Words with <a href="../other/#there">a link</a>, <code>code_with_parts</code>,
<strong>bold</strong>ly and <span class="arithmatex">\\(x_1\\)</span> <b>and</b> HTML.</p>
<div class="admonition note"><p class="admonition-title">The kind is not shown</p>
<p>But this is &amp; stays.</p></div><pre>6</pre><pre><code><span>sho</span>wn</code></pre>
<p>The last caveat.</p>"""


def test_a_page_loses_no_text() -> None:
    assert lost_words(SOURCE, SHOWN) is None


@pytest.mark.parametrize(("shown", "line", "words"), [
    (SHOWN.partition("<p>The last")[0], 17, "the last caveat"),
    (SHOWN.replace("<p>The last", "<!-- <p>The last"), 17, "the last caveat"),
    (SHOWN.replace("<span>sho</span>wn", ""), 13, "shown"),
    (SHOWN.replace("stays", ""), 6, "stays"),
])
def test_text_that_a_page_loses_is_named_with_its_line(shown: str, line: int, words: str) -> None:
    assert lost_words(SOURCE, shown) == (line, words)
