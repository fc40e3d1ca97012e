r"""The commands that an author defined, put in: `\newcommand`, `\def`, `\DeclareMathOperator`.

What stands for what is looked up in the whole file; what comes out knows for each character where
in the file it was written, so that a message can point there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

DEFINING = re.compile(
    r"\\(?:re|provide)?newcommand\*?\s*|\\providecommand\*?\s*|\\def\s*(?=\\)|\\DeclareMathOperator")
COMMAND = re.compile(r"\\(?:[A-Za-z@]+|.)", re.DOTALL)
DEFINED = re.compile(r"\s*(?:\{\s*(\\(?:[A-Za-z@]+|.))\s*\}|(\\(?:[A-Za-z@]+|.)))")
MAX_EXPANSIONS = 2_000  # in one display; a command may stand for itself
MAX_LENGTH = 40_000  # characters


class Macro(NamedTuple):
    """How many arguments it takes, the first of them if it may be left out, and what it is."""

    arity: int
    default: str | None
    body: str


@dataclass(frozen=True)
class Placed:
    """Text, and for each of its characters the place that it comes from."""

    text: str
    origins: tuple[int, ...]

    def between(self, start: int, end: int | None = None) -> Placed:
        return Placed(self.text[start:end], self.origins[start:end])

    def __add__(self, other: Placed) -> Placed:
        return Placed(self.text + other.text, self.origins + other.origins)

    def origin(self, offset: int) -> int:
        """Where a character was written; behind the last one, where that was."""
        if not self.origins:
            return 0
        return self.origins[min(max(offset, 0), len(self.origins) - 1)]


def placed(text: str, start: int) -> Placed:
    return Placed(text, tuple(range(start, start + len(text))))


def macros_of(text: str) -> dict[str, Macro]:
    """The commands that a file defines; the last definition of one counts."""
    macros: dict[str, Macro] = {}
    for match in DEFINING.finditer(text):
        entry = _definition(text, match)
        if entry is not None:
            macros[entry[0]] = entry[1]
    return macros


def _definition(text: str, match: re.Match[str]) -> tuple[str, Macro] | None:
    place = match.end()
    if match[0].startswith(r"\Declare"):
        place += text[place : place + 1] == "*"
    name, place = _name(text, place)
    if name is None:
        return None
    if match[0].startswith(r"\def"):
        brace = text.find("{", place)
        parameters = text[place:brace] if brace >= 0 else "?"
        if not re.fullmatch(r"(?:\s*#\d)*\s*", parameters):
            return None
        arity, default, place = parameters.count("#"), None, brace
    else:
        arity, default, place = _arity(text, place)
    body, _ = group(text, place)
    if body is None:
        return None
    if match[0].startswith(r"\Declare"):
        body = rf"\operatorname{{{body}}}"
    return name, Macro(arity, default, body)


def _name(text: str, place: int) -> tuple[str | None, int]:
    r"""The command that is defined, `{\foo}` or `\foo`, and the place behind it."""
    match = DEFINED.match(text, place)
    return (match[1] or match[2], match.end()) if match else (None, place)


def _arity(text: str, place: int) -> tuple[int, str | None, int]:
    count = re.compile(r"\s*\[(\d)\]").match(text, place)
    if count is None:
        return 0, None, place
    default = re.compile(r"\s*\[([^\]]*)\]").match(text, count.end())
    end = default.end() if default else count.end()
    return int(count[1]), default[1] if default else None, end


def group(text: str, place: int) -> tuple[str | None, int]:
    """What stands in braces from here, and the place behind it; None where nothing does."""
    while place < len(text) and text[place].isspace():
        place += 1
    if text[place : place + 1] != "{":
        return None, place
    depth, start = 0, place
    while place < len(text):
        if text[place] == "\\":
            place += 2
            continue
        depth += (text[place] == "{") - (text[place] == "}")
        place += 1
        if depth == 0:
            return text[start + 1 : place - 1], place
    return None, start


def expanded(source: Placed, macros: Mapping[str, Macro]) -> Placed:
    """The text with all commands of the author put in; what is beyond all measure stays."""
    place = count = 0
    while macros and (match := COMMAND.search(source.text, place)):
        macro = macros.get(match[0])
        if macro is None:
            place = match.end()
            continue
        count += 1
        if count > MAX_EXPANSIONS or len(source.text) > MAX_LENGTH:
            return source
        body, end = _instance(source, macro, match)
        source = source.between(0, match.start()) + body + source.between(end)
        place = match.start()
    return source


def _instance(source: Placed, macro: Macro, match: re.Match[str]) -> tuple[Placed, int]:
    """What a command stands for with its arguments, and the place behind them."""
    place, origin = match.end(), source.origin(match.start())
    arguments: list[Placed] = []
    if macro.arity and macro.default is not None:
        optional = re.compile(r"\s*\[([^\]]*)\]").match(source.text, place)
        if optional:
            arguments.append(source.between(*optional.span(1)))
            place = optional.end()
        else:
            arguments.append(Placed(macro.default, (origin,) * len(macro.default)))
    while len(arguments) < macro.arity:
        argument, place = _argument(source, place)
        arguments.append(argument)
    body = Placed("", ())
    for part in re.split(r"(#\d)", macro.body):
        number = int(part[1]) if re.fullmatch(r"#\d", part) else 0
        if 0 < number <= len(arguments):
            body += arguments[number - 1]
        else:
            body += Placed(part, (origin,) * len(part))
    if re.search(r"\\[A-Za-z]+$", body.text) and source.text[place : place + 1].isalpha():
        body += Placed(" ", (origin,))
    return body, place


def _argument(source: Placed, place: int) -> tuple[Placed, int]:
    """A group, or the single token that TeX would take."""
    inner, end = group(source.text, place)
    if inner is not None:
        return source.between(end - 1 - len(inner), end - 1), end
    token = re.compile(r"\s*(\\(?:[A-Za-z]+|.)|\S)").match(source.text, place)
    if token is None:
        return Placed("", ()), place
    return source.between(*token.span(1)), token.end()
