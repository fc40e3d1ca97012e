"""Where an equation is published, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from execmath.language.equation import Equation

FOLDER = "eq"


@dataclass(frozen=True)
class Publisher:
    """Who publishes the site, and where; without `url`, addresses are relative to the site.

    titles  what the site calls its equations, by their labels
    """

    name: str
    url: str = ""
    author: str = ""
    date: str = ""  # of the build, YYYY-MM-DD
    titles: Mapping[str, str] = field(default_factory=dict)

    def absolute(self, path: str) -> str:
        return f"{self.url.rstrip('/')}/{path}" if self.url else f"/{path}"

    def title(self, label: str) -> str:
        """The title that the site has written for an equation, or else the words of its label."""
        return self.titles.get(label) or title(label)


def address(label: str) -> str:
    """Where an equation lives, whatever page its display stands on."""
    return f"{FOLDER}/{label}/"


def title(label: str) -> str:
    """`gradient-is-softmax` -> `Gradient is softmax`."""
    words = label.replace("-", " ")
    return words[:1].upper() + words[1:]


def latex(equation: Equation) -> str:
    """The display as it stands on its page, its label taken out."""
    return "\n".join(line.rstrip() for line in equation.display.tex.strip().splitlines())
