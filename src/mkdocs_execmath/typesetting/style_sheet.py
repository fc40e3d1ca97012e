"""What typeset formulas want of a style sheet, and the style sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Needs:
    """What a formula, or a text with formulas in it, wants of a style sheet: rules, by their
    digests, and fonts; and the characters that it shows."""

    rules: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    shown: str = ""

    @classmethod
    def load(cls, cached: Any) -> Needs | None:
        """As they were cached, if they are what they should be."""
        match cached:
            case {"rules": [*rules], "fonts": [*names], "shown": str(shown)} if all(
                    isinstance(one, str) for one in (*rules, *names)):
                return cls(tuple(rules), tuple(names), shown)
        return None

    @classmethod
    def together(cls, several: Collection[Needs]) -> Needs:
        return cls(tuple(sorted({rule for one in several for rule in one.rules})),
                   tuple(sorted({font for one in several for font in one.fonts})),
                   "".join(sorted({character for one in several for character in one.shown})))


NONE = Needs()


def css(rules: Iterable[tuple[int, str]]) -> str:
    """The rules, each with its place, in MathJax's order, so that the cascade is the same."""
    return "".join(f"{rule}\n" for place, rule in sorted(rules, key=_rank))


def _rank(placed: tuple[int, str]) -> tuple[int, int, str]:
    """Elements by their places, then fonts, then the single characters."""
    place, rule = placed
    kinds = (".NCM-", "@font-face", "mjx-stretchy-v.mjx-c", "mjx-stretchy-h.mjx-c", "mjx-c.mjx-c")
    return (next((rank for rank, kind in enumerate(kinds, 1) if rule.startswith(kind)), 0),
            place, rule)
