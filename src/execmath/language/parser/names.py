"""A letter with the subscript that belongs to its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.names import PHRASE, RESERVED, UPRIGHT
from execmath.language.parser.pratt import Parser
from execmath.language.tokens import COMMANDS, Kind, Token

MARKED = re.compile(r"(?:'|\^\*)+$")
CALLIGRAPHIC = re.compile(r"\\mathcal\{([A-Z]+)\}")
COMMAND_AT_END = re.compile(r"\\[A-Za-z]+$")
OPERATORS_BELOW = frozenset(COMMANDS.values())  # x_{\max} looks like x_{\text{max}}
SIGNS_BELOW = OPERATORS_BELOW | {r"\bullet", "|"}  # in the names x_{i \bullet} and \mu_{1|2}
WITH_COMPONENTS = (s.SetPower, s.Simplex, s.OneHot, s.SetProduct, s.MatrixSpace)


class Parts(NamedTuple):
    """A name in its parts; TeX sets the marks of `x_i'` and of `x'_i` in the same place."""

    base: str
    marks: str  # primes and stars, in front of the subscript or behind it
    subscript: str

    @property
    def whole(self) -> str:
        name = self.base + self.marks
        return f"{name}_{self.subscript}" if self.subscript else name

    @property
    def unmarked(self) -> str:
        return f"{self.base}_{self.subscript}" if self.subscript else self.base


def read_name(p: Parser) -> str:
    """The name that stands here, as TeX without spaces."""
    return read_parts(p).whole


def read_parts(p: Parser) -> Parts:
    stream = p.stream
    if stream.at_end():
        stream.fail(codes.EXPECTED, f"expected a letter, found {str(stream.token)!r}")
    text = stream.token.text
    marks = MARKED.search(text)
    stream.skip()
    base = text[: marks.start()] if marks is not None else text
    subscript = read_subscript(p)
    behind = read_marks(p) if subscript else ""
    return Parts(base, (marks[0] if marks is not None else "") + behind, subscript)


def read_marks(p: Parser) -> str:
    """The primes and stars behind a subscript; in TeX they belong to what the subscript is of."""
    stream, marks = p.stream, ""
    while True:
        if stream.take("'"):
            marks += "'"
        elif stream.texts(2) == ["^", "*"]:
            stream.skip(2)
            marks += "^*"
        elif stream.texts(4) == ["^", "{", "*", "}"]:
            stream.skip(4)
            marks += "^*"
        else:
            return marks


def read_subscript(p: Parser) -> str:
    """The words below a letter; nothing is read of what may be an index only."""
    stream = p.stream
    if not stream.at("_"):
        return ""
    if stream.ahead().text == "{":
        return read_words(p)
    word = stream.ahead(1)
    refuse_longer(p, word)
    if not (word.is_letter or word.kind in (Kind.NUMBER, Kind.TEXT)
            or word.text in OPERATORS_BELOW):
        return ""
    stream.skip(2)
    return as_text(p, word)


def read_words(p: Parser) -> str:
    r"""x_{\text{a}}, \sigma_{XY}, p_{X, Y}: letters, numbers and words, and commas between them."""
    stream, start = p.stream, p.stream.place
    stream.skip(2)
    words: list[str] = []
    while word := word_below(p, may_be_comma=bool(words)):
        stream.skip()
        words.append(word)
    if not words or not stream.take("}"):
        stream.place = start
        return ""
    return words[0] if len(words) == 1 else f"{{{glued(words)}}}"


def word_below(p: Parser, *, may_be_comma: bool) -> str:
    """What stands here as a part of a subscript, or "" where no such part stands."""
    word = p.stream.token
    if word.is_letter or word.kind in (Kind.NUMBER, Kind.TEXT) or word.text in SIGNS_BELOW:
        return as_text(p, word)
    is_between = may_be_comma and word.text == "," and p.stream.ahead().text not in ("}", ",")
    return "," if is_between else ""


def glued(words: Iterable[str]) -> str:
    """With a space only where a command would swallow a letter."""
    text = ""
    for word in words:
        text += " " + word if COMMAND_AT_END.search(text) and word[0].isalnum() else word
    return text


def as_text(p: Parser, word: Token) -> str:
    r"""x_{\text{a}}, x_{\mathrm{a}} and x_{\operatorname{a}} look the same, and are one name."""
    if word.text in OPERATORS_BELOW:
        return rf"\text{{{word.text[1:]}}}"
    if word.kind is Kind.TEXT and not PHRASE.fullmatch(word.text):
        p.stream.fail(codes.NOT_A_NAME,
                      f"{word.text!r} is not a name; it looks like what it is not", word.span)
    upright = word.text.removeprefix(UPRIGHT)
    if word.kind is Kind.TEXT:
        return rf"\text{{{word.text}}}"
    return word.text if upright == word.text else rf"\text{upright}"


def refuse_longer(p: Parser, word: Token) -> None:
    if word.kind is Kind.NUMBER and len(word.text) > 1:
        p.stream.fail(codes.ONE_TOKEN,
                      f"TeX takes only the first digit of {word.text}; write {{...}}", word.span)


def is_name_here(p: Parser) -> bool:
    """Has the whole that stands here, with its subscript, a meaning as a name?"""
    start = p.stream.place
    name = read_name(p)
    p.stream.place = start
    return p.scope[name] is not None


def fresh_name(p: Parser) -> str:
    """A name that is about to be bound."""
    token = p.stream.token
    if not token.is_letter:
        p.stream.fail(codes.EXPECTED, f"expected a letter, found {str(token)!r}")
    start = p.stream.place
    name = read_name(p)
    check_new(p, [name], start)
    return name


def check_new(p: Parser, names: list[str], start: int) -> None:
    """Refuse names that would be taken for something else."""
    span = p.stream.since(start)
    for name in names:
        refuse_product_of_capitals(p, name, span)
        base, _, subscript = name.partition("_")
        if base in RESERVED:
            p.stream.fail(codes.NAME_OF_FUNCTION,
                          f"{base} has a meaning that everybody knows; take another name", span)
        is_index = subscript and not subscript.startswith(r"\text")
        meaning = p.scope[base] if is_index else None
        if is_index and subscript != r"\bullet" and p.scope[rf"{base}_\bullet"] is not None:
            p.stream.fail(codes.LOOKS_THE_SAME, f"{name} is one of {base}_1, {base}_2 and so on, "
                          "which were declared", span)
        if meaning is not None and isinstance(meaning.domain, WITH_COMPONENTS):
            p.stream.fail(codes.LOOKS_THE_SAME,
                          f"{name} looks like a component of {base}, which has components", span)


def refuse_product_of_capitals(p: Parser, name: str, span: s.Span) -> None:
    r"""\mathcal{MN} looks like \mathcal{M} \mathcal{N}: one of them may have a meaning."""
    match = CALLIGRAPHIC.match(name)
    if match is None:
        return
    word = match[1]
    others = p.scope.names() if len(word) == 1 else [rf"\mathcal{{{one}}}" for one in word]
    for other in others:
        longer = CALLIGRAPHIC.match(other)
        clash = longer is not None and (p.scope[other] is not None if len(word) > 1
                                        else len(longer[1]) > 1 and word in longer[1])
        if clash:
            p.stream.fail(codes.LOOKS_THE_SAME, f"{name} and {other} look like parts of one "
                          "product; give one of them another name", span)


def listed_names(p: Parser) -> list[str]:
    names = []
    while p.stream.token.is_letter:
        names.append(read_name(p))
        if not p.stream.take(","):
            break
    return names
