r"""Absurd pages get an error that says where, or a verdict; none of them passes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import execmath
from execmath.runtime import limits

LETTERS = r"""
$$
a \in \mathbb{R}, \qquad n \in \{1, 2, \ldots\}
\label{letters}
$$

$$
a^2 + n \ge 0
\label{used}
$$
"""


def display(tex: str, label: str = "it") -> str:
    return f"{LETTERS}\n$$\n{tex}\n\\label{{{label}}}\n$$\n"


def nested(opening: str, closing: str, depth: int = 5_000) -> str:
    return opening * depth + "a" + closing * depth


CANNOT_BE_READ = {
    "deep brackets": nested("(", ")") + " = a",
    "deep groups": nested("{", "}") + " = a",
    "deep fractions": nested(r"\frac{1}{", "}") + " = a",
    "deep powers": nested("a^{", "}") + " = a",
    "deep sums": nested(r"\sum_{i=1}^{n} (", ")") + " = a",
    "deep moduli": nested(r"\left|", r"\right|") + " = a",
    "deep minus": "(-" * 5_000 + "a" + ")" * 5_000 + " = a",
    "a bracket that is not closed": "(a + 1 = a",
    "a bracket that was not opened": "a + 1) = a",
    "a group that is not closed": r"a^{2 = a",
    "a left without a right": r"\left( a = a",
    "an environment that is not closed": r"\begin{aligned} a &= a",
    "an unknown macro": r"\nosuch{a} = a",
    "a definition of TeX": r"\def\x{a} \x = a",
    "a macro that calls itself": r"\newcommand{\x}{\x\x} \x = a",
    "a file": r"\input{/etc/passwd} = a",
    "a file to write": r"\write18{touch /tmp/x} = a",
    "a link": r"\href{javascript:alert(1)}{a} = a",
    "markup": "<script>alert(1)</script> = a",
    "Python": r"__import__('os').system('true') = a",
    "a letter beyond ASCII": "é = a",
    "a superscript as a character": "a² = a a",
    "an invisible space": "a\u200b+ a = 2 a",
    "a direction mark": "a \u202e= a",
    "an emoji": "a = \U0001f4a5",
    "a zero byte": "a \x00 = a",
    "only operators": "+ - * / = ^ _",
    "only relations": "= = = =",
    "an empty display": " ",
    "a very long display": "a + " * 10_000 + "a = a",
    "a comment sign": "a % b = a",
    "a tab of alignment alone": "& = &",
    "two subscripts": "a_1_2 = a",
    "two powers": "a^2^3 = a",
}


@pytest.mark.parametrize("tex", CANNOT_BE_READ.values(), ids=CANNOT_BE_READ)
def test_what_cannot_be_read_is_told_with_its_place(try_page, tex: str) -> None:
    problems = [text for text in try_page(display(tex)) if " it: " in text]
    assert len(problems) == 1
    assert problems[0].startswith(("page.md:14 it: ", "page.md:13 it: ", "page.md:15 it: "))
    assert problems[0].splitlines()[-1].strip().strip("^") == ""
    assert "^" in problems[0]


FAILS = {
    "a sum without end": r"\sum_{j=1}^{10^{12}} a = 0",
    "a product without end": r"\prod_{j=1}^{10^{12}} a = 0",
    "sums in sums": r"\sum_{i=1}^{9999} \sum_{j=1}^{9999} a = 0",
    "a sum over what is no integer": r"\sum_{j=1}^{a} 1 = 0",
    "a tower of powers": r"{9^{9^{9^{9}}}} = a",
    "another tower": r"e^{e^{e^{e^{e^{e^{10}}}}}} = a",
    "a huge integer power": r"2^{10^{15}} = a",
    "a huge numeral": f"{'9' * 5_000} = a",
    "a numeral with many decimals": f"0.{'3' * 5_000} = a",
    "a division by zero": r"\frac{a}{0} = 0",
    "a division by a ball around zero": r"\frac{1}{\sin(\pi)} = a",
    "a hidden division by zero": r"\frac{1}{(a + 1)^2 - a^2 - 2 a - 1} = a",
    "the logarithm of a ball around zero": r"\log(\sin(\pi)) = a",
    "a root of what is negative": r"\sqrt{-1 - a^2} = 0",
    "an index beyond the end": r"x_{n+1} = 0 \qquad x \in \mathbb{R}^n",
    "an index of a billion": r"x_{10^9} = 0 \qquad x \in \mathbb{R}^n",
    "a vector of a billion": r"x_1 = 0 \qquad x \in \mathbb{R}^{10^9}",
    "a set of a billion": r"m = 0 \qquad m \in \{1, \ldots, 10^9\}",
    "nothing to compare": r"x = 2 x \qquad x \in \mathbb{R}^{0}",
    "hypotheses that nothing meets": r"c = 1 \qquad c \in \mathbb{R},\; c > 0,\; c < 0",
    "an integral that diverges": r"\int_0^\infty e^{x} \, \mathrm{d}x = 1",
    "an integral across a pole": r"\int_{-1}^{1} \frac{1}{x} \, \mathrm{d}x = 0",
    "an equality that no precision decides": r"\sin(\pi) \ne 0",
    "a strict inequality between equals": r"(a + 1)^2 > a^2 + 2 a + 1",
}


@pytest.mark.parametrize("tex", FAILS.values(), ids=FAILS)
def test_what_has_no_value_or_is_false_fails(try_page, tex: str) -> None:
    assert any(" it: " in text for text in try_page(display(tex)))


CIRCLES = {
    "a function that calls itself": "$$\nf(a) := f(a) + 1\n\\label{f}\n$$\n",
    "a number that is itself": "$$\nc := c\n\\label{c}\n$$\n",
    "two that call each other": "$$\nf(a) := g(a)\n\\label{f}\n$$\n\n"
                                "$$\ng(a) := f(a)\n\\label{g}\n$$\n",
    "an abbreviation of itself": "$$\na = c \\qquad c := c + 1\n\\label{c}\n$$\n",
    "a function of itself": "$$\nf(a) := a + 1\n\\label{f}\n$$\n\n"
                            "$$\nf(f) = 1\n\\label{g}\n$$\n",
}


@pytest.mark.parametrize("text", CIRCLES.values(), ids=CIRCLES)
def test_what_leads_back_to_itself_is_refused(try_page, text: str) -> None:
    assert [problem for problem in try_page(LETTERS + text) if "never used" not in problem]


@pytest.mark.parametrize("label", [
    "../../etc/passwd", "/etc/passwd", "a/b", "a b", "A", "a_b", "-a", "a-", "a--b", "a.b", "ä",
    "<b>", '"', "a'b", "%41", "a\\b", "..", "$a$", "a" * 10_000 + "!", "#a", "a?b", "\U0001f4a5",
])
def test_a_label_that_is_more_than_words_is_refused(try_page, label: str) -> None:
    problems = try_page(display("a = a + 0", label))
    assert any("a label is lower-case words joined by hyphens" in text for text in problems)
    assert all(len(text) < 2_000 for text in problems)


@pytest.mark.parametrize("text", [
    "", "$$", "$$\n", "$$\n$$", "$$$$", "```", "---", "---\n- [", "<!--", "\x00", "\ufeff", "\r\r",
    "$$\n" * 1_000, "<!-- execmath: also true: ( -->\n$$\n1 = 1\n\\label{it}\n$$",
    "<!-- execmath: refuted -->\n" * 50 + "$$\n1 = 2\n\\label{it}\n$$",
    "> $$\n> 1 = 2\n> \\label{it}\n> $$", "---\nbuilds_on: [page.md]\n---\n",
    "---\nbuilds_on: ../../etc/passwd\n---\n", "---\nbuilds_on: {a: b}\n---\n", "#" * 10_000,
], ids=repr)
def test_a_page_that_is_hardly_one(try_page, text: str) -> None:
    assert isinstance(try_page(text), list)


def test_altered_formulas_of_the_absurd_end_too(try_page) -> None:
    problems = try_page(display(r"\sum_{j=1}^{9999} a = 9999 a"), alter=True)
    assert all("it: " in text or "letters: " in text or "used: " in text for text in problems)


# ------------------------------------------------------------------------------ what it cannot do

READING = [file for package in ("language", "arithmetic", "domains", "evaluation", "checking",
                                "mutation")
           for file in sorted((Path(execmath.__file__).parent / package).rglob("*.py"))]
ACTING = {"open", "eval", "exec", "compile", "__import__", "getattr", "setattr", "globals", "vars"}


@pytest.mark.parametrize("path", READING, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_nothing_that_reads_latex_can_open_a_file_or_run_what_it_reads(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = {alias.name.split(".")[0] for node in ast.walk(tree)
               if isinstance(node, ast.Import | ast.ImportFrom)
               for alias in ([ast.alias(node.module or "")] if isinstance(node, ast.ImportFrom)
                             else node.names)}
    assert imports <= {
        "__future__", "abc", "bisect", "collections", "contextlib", "contextvars", "dataclasses",
        "enum", "execmath", "flint", "fractions", "functools", "heapq", "itertools", "math",
        "operator",
        "random", "re", "time", "typing", "zlib"}
    called = {node.func.id for node in ast.walk(tree)
              if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    allowed = {"getattr"}  # of a field whose name the machine knows
    assert called & ACTING <= allowed


def test_the_page_on_checks_names_the_limits() -> None:
    text = Path("docs/about/checks.md").read_text(encoding="utf-8")
    for name in ("MAX_DISPLAY", "MAX_NUMERAL", "MAX_DEPTH", "MAX_TERMS", "MAX_EXPONENT", "MAX_WORK",
                 "MAX_BLIND", "MAX_NODES", "MAX_ORDER", "MAX_POINTS", "PRECISION_LAST"):
        assert f"| {getattr(limits, name):,} |" in text, name
