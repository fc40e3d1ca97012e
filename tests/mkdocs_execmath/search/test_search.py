"""The search index knows formulas, and the script that reads a query agrees with it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from execmath.documents.site import Site
from mkdocs_execmath.search import index as search
from mkdocs_execmath.search import scripts, terms
from mkdocs_execmath.typesetting.node import executable

TEX = [
    r"\frac{\partial}{\partial \eta_{i}} A\left(\eta\right) &= \operatorname{softmax}(x)^{e},",
    r"\begin{aligned} a &= b \\ &= c \end{aligned} \label{a}",
    r"A' \ge \mathbb{E}_{x \sim p(\cdot; \eta)}[t(x)] % why",
    r"\|x\| \lVert y \rVert \text{ for all } \text{} \{1, \ldots, k\}",
    "x^{2}_{} 1.5 := é ∑ 𝔼 # @ \\",
    r"{{x}} {} \mathrm {d}x \operatorname*{argmax}",
    "",
]


def test_the_script_reads_a_query_as_the_index_was_made() -> None:
    program = (
        "globalThis.self = globalThis;"
        "globalThis.addEventListener = globalThis.postMessage = () => {};"
        f"{scripts.script()}\nconst asked = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(asked.map(self.searchTerms)));"
    )
    done = subprocess.run([executable(), "--input-type=commonjs", "--eval", program], check=True,
                          input=json.dumps(TEX), capture_output=True, encoding="utf-8", timeout=60)
    assert json.loads(done.stdout) == [terms.search_terms(tex) for tex in TEX]


def test_an_equation_is_known_by_the_words_for_its_notation() -> None:
    words = terms.spoken(r"\frac{\partial}{\partial \eta_i} \log \sum_{j=1}^{k} e^{\eta_j}")
    assert {"partial", "derivative", "logarithm", "sum", "exponential", "eta"} <= set(words)
    assert {"expectation", "mean"} <= set(terms.spoken(r"\mathbb{E}[t(x)]"))
    assert "hessian" in terms.spoken(r"\nabla^2 A(\eta)")


def test_a_derivative_is_no_fraction_in_words() -> None:
    assert terms.said(r"\frac{\partial^2}{\partial x^2} f(x)") == ["partial", "derivative"]
    assert "quotient" in terms.said(r"\frac{\partial}{\partial x} \frac{a}{x}")


def test_a_claim_is_about_its_left_side_with_definitions_by_their_labels(site: Site) -> None:
    about = {label: search.subject(result, site.ledger)
             for label, result in site.ledger.results.items()}
    assert about["doubled-total"] == "total"
    assert about["total"] == about["size"] == about["picture"] == ""


def test_each_equation_is_one_entry_beside_the_pages(site: Site) -> None:
    index = json.dumps({"config": {"fields": {}},
                        "docs": [{"location": "sums/", "title": "T", "text": "x"}]})
    made = json.loads(search.with_equations(index, site, lambda label: f"The {label}"))
    entries = {doc["location"]: doc for doc in made["docs"]}
    assert list(entries) == ["sums/", *(f"eq/{label}/" for label in site.ledger.results)]
    total = entries["eq/total/"]
    assert total["title"] == "The total" and total["picture"] == "eq/total/formula.svg"
    assert total["text"] == "The total is what it sounds like. It adds every x_i."
    assert "texsxopen" in total["formula"].split() and "sum" in total["words"].split()
    assert total["left"] == "texs texopen texx texclose texsxopen texopenxx texxxclose"


def test_other_names_stand_beside_the_pages(tmp_path: Path) -> None:
    assert search.synonyms(tmp_path) == {}
    (tmp_path / search.SYNONYMS).write_text("# names\ngauss, bell curve: normal, gaussian\n\n"
                                            "gauss: Carl\n")
    assert search.synonyms(tmp_path) == {"gauss": ["normal", "gaussian", "Carl"],
                                         "bell curve": ["normal", "gaussian"]}


def test_the_index_gets_code_without_its_colors() -> None:
    code = '<pre><code><a id="__codelineno-0-1"></a><span class="k">Lemma</span> one.</code></pre>'
    assert search.plain(code) == "<pre><code>Lemma one.</code></pre>"


def test_the_index_gets_no_numbers_of_lines_and_only_the_attributes_that_it_asks_for() -> None:
    shown = ('<td class="linenos"><div class="linenodiv"><pre>1</pre></div></td>'
             '<h2 id="one">One<a class="headerlink" href="#one">¶</a></h2>'
             '<p class="a" title="1 > 0">See <a href="x">x</a><b data-search-exclude>y</b></p>')
    assert search.plain(shown) == (
        '<td></td><h2 id="one">One<a class="headerlink" href="#one">¶</a></h2>'
        "<p>See <a>x</a><b data-search-exclude>y</b></p>")


def test_the_index_gets_the_characters_of_a_formula_and_none_of_its_boxes() -> None:
    typeset = ('<mjx-container data-latex="\\eta &lt; 1" class="MathJax"><mjx-math><mjx-mi>'
               "<mjx-c>𝜂</mjx-c></mjx-mi></mjx-math></mjx-container>")
    assert search.plain(f"<p>for {typeset} and <b>{typeset}</b></p>") \
        == "<p>for η &lt; 1 and <b>η &lt; 1</b></p>"


def test_the_index_gets_no_displays_which_have_pages_of_their_own() -> None:
    assert search.plain('<p>a</p><figure class="execmath execmath-claim">b</figure>') == "<p>a</p>"
