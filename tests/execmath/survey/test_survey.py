"""`execmath survey` reads anybody's displays, and says what stands in their way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from execmath import cli
from execmath.survey.command import survey
from execmath.survey.permissive import read
from execmath.survey.report import Line


def lines(tmp_path: Path, name: str, text: str) -> list[Line]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return list(survey(tmp_path))


def test_displays_of_markdown_are_found(tmp_path: Path) -> None:
    text = ("# A\n\n$$ a = b $$\n\nwords\n\n\\[\nf(x) = x^2 .\n\\]\n\n`$$ no $$`\n\n"
            "```\n$$ no $$\n```\n")
    assert [(line.line, line.readable) for line in lines(tmp_path, "a.md", text)] == [
        (3, True), (7, True)]


def test_an_underscore_of_markdown_is_one_of_tex(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, "a.md", "$$ x\\_1 + \\frac12 = x\\_{2} $$\n")
    assert line.readable
    *_, line = lines(tmp_path, "a.tex", "\\[ x\\_1 = 2 \\]\n")
    assert not line.readable


@pytest.mark.parametrize("tex", [
    r"\theta := \theta - \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}",
    r"f^{(n)}(t) = 2",
    r"y = X \beta + \varepsilon, \; \varepsilon \sim \mathcal{N}(0, \sigma^2 V)",
    r"\mathrm{E}(Y) = \mathrm{E}(X_1 + \ldots + X_n)",
    r"X \sim \chi^2(k)", r"P(X \in A) = P(X > 0)", r"P\{X \le 1\} = F(1)",
    r"M_X(t) = \int_{\mathbb{R}^n} e^{t^\mathrm{T} x} f(x) \, dx, \quad t \in \mathbb{R}^n",
])
def test_what_the_letters_are_is_guessed_from_how_they_stand(tex: str) -> None:
    assert read(tex).is_readable, read(tex).message


def test_two_readings_are_told_rather_than_what_other_guesses_lead_to() -> None:
    assert "name it below the sign" in read(r"p(\lambda | y) \propto \lambda^{a - 1}").message


def test_what_stands_under_an_accent_is_a_letter() -> None:
    assert "an accent" in read(r"\hat{\mathbf{\beta_1}} = 1").message


def test_so_are_those_of_myst(tmp_path: Path) -> None:
    text = "```{math}\n:label: a\n\na = b\n```\n\n<!-- $$ no $$ -->\n"
    assert [line.readable for line in lines(tmp_path, "a.md", text)] == [True]


def test_a_paper_has_commands_of_its_own(tmp_path: Path) -> None:
    text = ("\\newcommand{\\E}[1]{\\mathbb{E}\\left[#1\\right]}\n\\def\\half{\\frac{1}{2}}\n"
            "\\DeclareMathOperator{\\tr}{tr}\n% \\[ no \\]\n"
            "\\newcommand{\\third}{\\ensuremath{\\frac{1}{3}}\\xspace}\n"
            "\\begin{align}\n\\E{X} &= \\half \\label{eq:a} \\\\\n \\tr(A) &= \\third\n"
            "\\end{align}\n")
    (line,) = lines(tmp_path, "a.tex", text)
    assert line.readable and line.line == 6


def test_a_command_that_stands_for_itself_ends(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, "a.tex", "\\newcommand{\\a}{\\a \\a}\n\\[ \\a = 1 \\]\n")
    assert not line.readable


def test_it_says_what_stands_in_the_way_and_where(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, "a.md", "$$\na = b \\\\\nc = \\oint d\n$$\n")
    assert not line.readable
    (line,) = lines(tmp_path, "a.md", "$$\na =\n\\oint d\n$$\n")
    assert (line.file, line.at_line, line.token) == ("a.md", 3, r"\oint")
    assert line.message == r"\oint is not in the grammar"


def test_what_a_letter_is_is_not_what_stands_in_the_way() -> None:
    for tex in (r"f(x) = a (x + 1)", r"M_{ij} = \sum_k A_{ik} B_{kj}", r"x \in A",
                r"\mathrm{Var}(X) = \mathrm{E}[X^2] - \mathrm{E}[X]^2", r"\int_A f(x) \, dx = 1",
                r"x = (x_1, \ldots, x_n)", r"Bern(y; p) = y p + (1 - y) ln (1 - p)",
                r"\mathbb{E}_{x \sim p}[f(x)] = 1", r"\sum_{i \ne j} v_i v_j p_i(1 - p_j) = 0",
                r"\int_0^1 x \, dx = \left[ \frac{z^2}{2} \right]_0^1",
                r"X \sim \mathcal{N}(\mu, \sigma^2)"):
        assert read(tex).is_readable, tex


@pytest.mark.parametrize("tex", ["", "$", "{", r"\frac{", r"\left( x", "a = \ud800", "= = =",
                                 r"\begin{align}", r"\newcommand", "x" * 30_000])
def test_no_display_ends_it(tex: str) -> None:
    reading = read(tex)
    assert not reading.is_readable
    assert reading.code is not None, "a fault of the reader, and no reason of the grammar"


def test_no_file_ends_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"$$ a = \xff $$\n$$ never closed")
    (tmp_path / "b.tex").write_text("\\newcommand{\\a}[9\n\\[ a = b \\]", encoding="utf-8")
    assert [line.readable for line in survey(tmp_path)] == [False, True]


def test_the_command_prints_shares_and_reasons(tmp_path: Path,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "a.md"
    page.write_text("$$ a = b $$\n\n$$ a = \\oint b $$\n", encoding="utf-8")
    before = page.read_bytes()
    assert cli.main(["survey", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert r"a.md:3: L111 \oint is not in the grammar" in printed
    assert "1 of 2 displays can be read as written" in printed
    assert cli.main(["survey", "--format", "json", str(page)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["displays"], found["readable"]) == (2, 1)
    assert page.read_bytes() == before


def test_a_list_of_displays_is_surveyed_too(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps([{"latex": "a = b"},
                                {"latex": r"\label{x} a", "file": "p", "line": 9}]))
    assert [(line.file, line.line, line.readable) for line in survey(path)] == [
        ("list.json", 1, True), ("p", 9, False)]


def test_a_source_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["survey", "/nowhere/at/all"]) == 2
    assert "there is no /nowhere/at/all" in capsys.readouterr().err
