r"""LaTeX -> letters that are declared by their first and last: x_1, \ldots, x_n \in \mathbb{R}.

They are the components of one vector, which has the name x_\bullet, so that a plain x may be
another letter: the sum of all x_i, say, or the vector itself, by x = (x_1, \ldots, x_n).
"""

from __future__ import annotations

from typing import NamedTuple

from execmath.language import ast as s
from execmath.language.parser.pratt import Parser
from execmath.language.tokens import Kind


class Family(NamedTuple):
    """The name of the vector, and how many components it has."""

    name: str
    size: s.Node


def whole(base: str) -> str:
    """The name of the vector whose components are x_1, x_2, ..."""
    return rf"{base}_\bullet"


def read_family(p: Parser) -> Family | None:
    """Reads it, where it stands before its set; otherwise nothing is read."""
    stream, start = p.stream, p.stream.place
    base = stream.token.text
    count = numbered(p, base)
    if count == 0 or not stream.take(r"\ldots") or not stream.take(","):
        stream.place = start
        return None
    if stream.token.text != base or stream.ahead().text != "_":
        stream.place = start
        return None
    stream.skip(2)
    size = p.group("the last index")
    if not stream.at(r"\in"):
        stream.place = start
        return None
    return Family(whole(base), size)


def numbered(p: Parser, base: str) -> int:
    """Reads x_1, or x_1, x_2, ..., each with its comma; how many they are."""
    stream, count = p.stream, 0
    while stream.token.is_letter and stream.token.text == base and stream.ahead().text == "_":
        number = stream.ahead(2)
        if number.kind is not Kind.NUMBER or number.text != str(count + 1) \
                or stream.ahead(3).text != ",":
            return 0
        stream.skip(4)
        count += 1
    return count
