"""Curves, areas, points and words in a frame, as an SVG that a page can hold as it is.

Why not a plotting library: theirs carry colors and inline styles. These pictures take both from
the page's style sheet (docs/assets/site.css), so they are light or dark with the page, and pass
a content security policy without inline styles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isfinite
from xml.etree import ElementTree as xml

from numpy.typing import ArrayLike

from pictures.numbers import finite, in_words, pixels

WIDTH, MARGIN = 400, 34  # of the drawing, in the units of the SVG
Range = tuple[float, float]


class Picture:
    """One picture. Coordinates are those of the mathematics: y grows upward.

    title        what a reader sees below the picture, one sentence
    description  what a reader who does not see it needs instead
    x, y         the ranges that the frame shows; what lies outside is cut off
    height       of the whole, in units of which the width is 400; without it x and y have one scale
    """

    def __init__(self, title: str, description: str, x: Range, y: Range,
                 height: float | None = None) -> None:
        for low, high in (x, y):
            if not (isfinite(low) and isfinite(high) and low < high):
                raise ValueError(f"a range goes from low to high, not from {low} to {high}")
        self._x, self._y = x, y
        self._width = WIDTH - 2 * MARGIN
        self._height = (self._width * (y[1] - y[0]) / (x[1] - x[0]) if height is None
                        else height - 2 * MARGIN)
        box = f"0 0 {WIDTH} {pixels(self._height + 2 * MARGIN)}"
        self._figure = xml.Element("figure", {"class": "picture"})
        name = "picture-" + re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
        self._svg = xml.SubElement(self._figure, "svg", {
            "viewBox": box, "role": "img", "aria-labelledby": f"{name} {name}-text"})
        xml.SubElement(self._svg, "title", {"id": name}).text = title
        xml.SubElement(self._svg, "desc", {"id": f"{name}-text"}).text = description
        # An SVG within an SVG cuts off what leaves it, and needs no id to do so.
        self._frame = xml.SubElement(self._svg, "svg", {
            "x": str(MARGIN), "y": str(MARGIN), "width": pixels(self._width),
            "height": pixels(self._height)})
        xml.SubElement(self._figure, "figcaption").text = title

    def axes(self, x: str = "", y: str = "", *, at: tuple[float, float] | None = None,
             x_ticks: Sequence[float] = (), y_ticks: Sequence[float] = ()) -> None:
        """Two axes with names and ticks; they cross at `at`, or in the lower left corner."""
        across, up = at or (self._x[0], self._y[0])
        self.line(self._x, (up, up), "axis", free=True)
        self.line((across, across), self._y, "axis", free=True)
        self.note(self._x[1], up, x, anchor="start", shift=(7, 4), math=True)
        self.note(across, self._y[1], y, shift=(0, -9), math=True)
        for tick in x_ticks:
            self.note(tick, up, in_words(tick), shift=(0, 17), kind="tick")
        for tick in y_ticks:
            self.note(across, tick, in_words(tick), anchor="end", shift=(-7, 4), kind="tick")

    def line(self, x: ArrayLike, y: ArrayLike, pen: str = "first", *, free: bool = False) -> None:
        """Points joined by a line. `pen` is first, second (dashed), third (dotted) or quiet;
        a `free` line may leave the frame."""
        self._shape("polyline", x, y, pen, free)

    def area(self, x: ArrayLike, y: ArrayLike, pen: str = "first") -> None:
        """A polygon, filled lightly."""
        self._shape("polygon", x, y, f"{pen} picture-area", False)

    def dots(self, x: ArrayLike, y: ArrayLike, pen: str = "first", radius: float = 3.5) -> None:
        """A disk at each point; one at the edge of the frame is not cut."""
        for a, b in self._places(x, y):
            xml.SubElement(self._svg, "circle", {
                "class": f"picture-dot picture-{pen}", "cx": pixels(a + MARGIN),
                "cy": pixels(b + MARGIN), "r": pixels(radius)})

    def note(self, x: float, y: float, text: str, *, anchor: str = "middle",
             shift: tuple[float, float] = (0, 0), math: bool = False, kind: str = "note") -> None:
        """Words at a point, moved by `shift` units to the right and down. `anchor` is the end of
        the words that is there: start, middle or end. `math` sets them slanted."""
        if not text:
            return
        (a, b), = self._places([x], [y])
        place = {"x": pixels(a + MARGIN + shift[0]), "y": pixels(b + MARGIN + shift[1]),
                 "text-anchor": anchor, "class": f"picture-{kind}" + " picture-math" * math}
        xml.SubElement(self._svg, "text", place).text = text

    def __str__(self) -> str:
        """The figure, with a text alternative, as HTML on one line."""
        return xml.tostring(self._figure, encoding="unicode", short_empty_elements=False)

    def _shape(self, tag: str, x: ArrayLike, y: ArrayLike, pen: str, free: bool) -> None:
        places = self._places(x, y)
        shift = MARGIN if free else 0
        points = " ".join(f"{pixels(a + shift)},{pixels(b + shift)}" for a, b in places)
        xml.SubElement(self._svg if free else self._frame, tag,
                       {"class": f"picture-{pen}", "points": points})

    def _places(self, x: ArrayLike, y: ArrayLike) -> list[tuple[float, float]]:
        """Where points of the mathematics are in the frame, in units of the SVG."""
        xs, ys = finite(x), finite(y)
        if xs.shape != ys.shape:
            raise ValueError(f"{xs.size} values of x and {ys.size} of y")
        a = (xs - self._x[0]) / (self._x[1] - self._x[0]) * self._width
        b = (self._y[1] - ys) / (self._y[1] - self._y[0]) * self._height
        return list(zip(a.tolist(), b.tolist(), strict=True))
