"""Formulas as pictures: one element of a page each, for lists and for what a link shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from execmath.runtime.cache import Cache
from mkdocs_execmath.typesetting.node import Program

PICTURE = "formula.svg"  # beside the page of an equation


@dataclass(frozen=True)
class Vector:
    """A formula as a picture.

    svg            a file of its own, black on nothing
    width, height  in ems of the text around it
    """

    svg: str = ""
    width: float = 0.0
    height: float = 0.0

    @classmethod
    def read(cls, answer: Any) -> Vector:
        """Raises ValueError if the answer is no picture."""
        match answer:
            case {"svg": str(svg), "width": int(width) | float(width),
                  "height": int(height) | float(height)} if svg:
                return cls(svg, float(width), float(height))
            case {} if not answer:
                return cls()
        raise ValueError("not a picture of a formula")


def draw(formulas: Mapping[str, str], cache: Cache) -> dict[str, Vector]:
    """A picture for each formula by its name; without a width, if it cannot be typeset.

    formulas  their LaTeX, by name
    raises    NodeError if Node or MathJax is missing or breaks down
    """
    names = list(formulas)
    program = Program("vector.mjs", cache)
    drawn = program.answers([formulas[name] for name in names], Vector.read)
    return dict(zip(names, drawn, strict=True))
