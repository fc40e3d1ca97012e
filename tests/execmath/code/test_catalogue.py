"""The table of a group of instances leaves no instance out, and no cell without a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from execmath.code import active_site
from execmath.code.catalogue import catalogue
from execmath.documents.catalogue import facet, rows
from execmath.documents.json_export import catalogue as as_json
from execmath.documents.json_export import catalogue_csv
from execmath.documents.site import Site, read_site

PAGE = r"""
# Weights

$$
h \in \mathbb{R}_{>0}, \qquad x \in \mathbb{R}^2
\label{weight}
$$

$$
c := 2 h
\label{twice}
$$

<!-- execmath: instance of: laws -->
WITHOUT$$
\begin{aligned} h &:= 3 \\ c &:= 6 \end{aligned}
\label{three-member}
$$

<!-- execmath: in: three-member -->
$$
c + y = h + 3 + y \qquad y := x_1
\label{three-mean}
$$
"""
COLUMNS = {"weight": "h", "mean": "mean", "letters": "where mean", "fit": "fit"}
REASON = "<!-- execmath: without: fit: it is known -->\n"

Write = Callable[[str], Site]


@pytest.fixture
def write(tmp_path: Path):
    def write(without: str) -> Site:
        (tmp_path / "page.md").write_text(PAGE.replace("WITHOUT", without))
        site = read_site(tmp_path)
        active_site.use(site)
        return site

    yield write
    active_site.use(None)


def test_each_instance_has_a_row_whose_cells_are_cut_out_of_its_displays(write: Write) -> None:
    write(REASON)
    assert catalogue("laws", COLUMNS, "index.md").splitlines()[2] == (
        '| [Weights](page.md) | [$3$](page.md#three-member "three member") '
        '| [$h + 3 + y$](page.md#three-mean "three mean") '
        '| [$y = x_1$](page.md#three-mean "three mean") | it is known |')


def test_a_missing_cell_is_an_error_that_says_how_to_give_a_reason(write: Write) -> None:
    write("")
    with pytest.raises(LookupError, match="no claim three-fit, and no reason; write above it "
                                          "<!-- execmath: without: fit: REASON -->"):
        catalogue("laws", COLUMNS, "index.md")
    with pytest.raises(LookupError, match="no instance is of the group 'rules'"):
        catalogue("rules", COLUMNS, "index.md")


@pytest.mark.parametrize("part", ["mean", "h"])
def test_a_reason_does_not_take_the_place_of_what_is_there(write: Write, part: str) -> None:
    site = write(f"{REASON}<!-- execmath: without: {part}: there is none -->\n")
    (problem,) = site.diagnostics
    assert f"without: {part}: but it is there" in str(problem)


@pytest.mark.parametrize("directive", ["refuted", "in: two-member"])
def test_a_mistake_and_what_another_one_is_are_no_part_of_a_row(
    tmp_path: Path, directive: str
) -> None:
    text = PAGE.replace("WITHOUT", "").replace("in: three-member", directive)
    two = text[text.index("<!-- execmath: instance"):text.index("<!-- execmath: " + directive)]
    (tmp_path / "page.md").write_text(text.replace(two, two + two.replace("three", "two")))
    assert [sorted(row.cells) for row in rows(read_site(tmp_path), "laws")] == [["c", "h"]] * 2


def test_the_same_as_data(write: Write) -> None:
    site = write(REASON)
    (row,) = json.loads(as_json(site, "laws"))
    assert row["cells"]["mean"] == {"latex": "h + 3 + y", "label": "three-mean"}
    assert row["cells"]["fit"] == {"reason": "it is known"}
    assert catalogue_csv(site, "laws").splitlines() == [
        "name,label,h,c,mean,fit", "Weights,three-member,3,6,h + 3 + y,it is known"]


def test_rows_can_be_chosen_by_what_their_letters_are(write: Write) -> None:
    write(REASON)
    choices = {"size": "number h", "functions": "functions c", "a fit": "form fit"}
    form, empty, head, *_ = catalogue("laws", COLUMNS, "index.md", choices).splitlines()
    assert form.startswith('<form class="catalogue" data-rows="[[&quot;3&quot;, '
                           '&quot;elementary functions&quot;, &quot;none, or by iteration&quot;]]"')
    assert "<label>size <select><option value=\"\">all</option><option>3</option></select>" in form
    assert (empty, head.split(" | ")[0]) == ("", "| Family")


@pytest.mark.parametrize("tex, outcomes", [
    (r"\{0, 1\}", "finitely many"), (r"\{-1, 1\}^3", "finitely many"), (r"S_3", "finitely many"),
    (r"\mathbb{N}_0", "counts"), (r"\mathbb{R}", "real numbers"),
    (r"\mathbb{R}_{>0}", "positive numbers"), (r"[2, \infty)", "positive numbers"),
    (r"[0, 1]", "an interval"),
])
def test_sets_of_outcomes_are_told_apart(tmp_path: Path, tex: str, outcomes: str) -> None:
    (tmp_path / "page.md").write_text(rf"""
# Outcomes

$$
\mathcal{{X}} := \{{1, \ldots, 9\}}
\label{{outcomes}}
$$

<!-- execmath: instance of: laws -->
$$
\begin{{aligned}} \mathcal{{X}} &:= {tex} \end{{aligned}}
\label{{a-member}}
$$
""")
    (row,) = rows(read_site(tmp_path), "laws")
    assert facet(row, "outcomes", r"\mathcal{X}") == outcomes
