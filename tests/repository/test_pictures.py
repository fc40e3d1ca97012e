"""Pictures: what a page holds is a drawing with a text alternative, in the page's own colors."""

import re
from xml.etree import ElementTree as xml

import pytest

from pictures import Picture


def picture(**ranges):
    return Picture("A line.", "It rises.", **({"x": (0, 10), "y": (0, 1), "height": 168} | ranges))


def drawn(what):
    return xml.fromstring(str(what))


def test_it_is_named_and_described_for_who_does_not_see_it():
    svg = drawn(picture()).find("svg")
    named = [part.text for part in svg if part.get("id") in svg.get("aria-labelledby").split()]
    assert svg.get("role") == "img"
    assert named == ["A line.", "It rises."]


def test_its_title_stands_below_it():
    assert drawn(picture()).find("figcaption").text == "A line."


def test_y_grows_upward_and_fills_the_frame():
    some = picture()
    some.line([0, 5, 10], [0, 0.5, 1])
    assert drawn(some).find(".//polyline").get("points") == "0,100 166,50 332,0"


def test_without_a_height_both_axes_have_one_scale():
    some = Picture("A disk.", "Round.", x=(-2, 2), y=(-1, 1))
    some.line([-2, 2], [-1, 1])
    assert drawn(some).find(".//polyline").get("points") == "0,166 332,0"


def test_what_leaves_the_frame_is_cut_off_and_dots_and_words_are_not():
    some = picture()
    some.line([0, 20], [0, 2])
    some.dots([10], [1])
    some.note(0, 0, "corner")
    svg = drawn(some).find("svg")
    assert svg.find("svg/polyline") is not None
    assert svg.find("circle") is not None
    assert svg.find("text").text == "corner"


def test_colors_and_styles_are_left_to_the_style_sheet():
    some = picture()
    some.axes("x", "y", x_ticks=[0, 10], y_ticks=[1])
    some.area([0, 1, 1], [0, 0, 1], "second")
    some.dots([1], [1], "third")
    assert not re.search(r'style=|fill=|stroke=|#[0-9a-f]{3}', str(some))


def test_each_pen_has_its_color_in_the_style_sheet(request):
    sheet = (request.config.rootpath / "docs/assets/site.css").read_text()
    for pen in ("first", "second", "third", "quiet", "axis"):
        assert f".picture .picture-{pen} {{ stroke:" in sheet


def test_words_are_escaped():
    some = picture()
    some.note(0, 0, "a < b & c")
    assert drawn(some).find(".//text").text == "a < b & c"


def test_a_tick_has_a_minus_sign():
    some = Picture("A line.", "It rises.", x=(-1, 1), y=(0, 1))
    some.axes(x_ticks=[-1])
    assert drawn(some).find(".//text").text == "\N{MINUS SIGN}1"


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_point_that_is_not_finite_is_refused(bad):
    with pytest.raises(ValueError, match="finite numbers"):
        picture().line([0, 1], [0, bad])


def test_lists_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="2 values of x and 3 of y"):
        picture().line([0, 1], [0, 1, 2])


def test_a_range_that_is_empty_is_refused():
    with pytest.raises(ValueError, match="from 1 to 1"):
        picture(x=(1, 1))
