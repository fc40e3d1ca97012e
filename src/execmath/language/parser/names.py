"""A letter with the subscript that belongs to its name."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.names import PHRASE, RESERVED, UPRIGHT
from execmath.language.parser.pratt import Parser
from execmath.language.tokens import Kind, Token

WITH_COMPONENTS = (s.SetPower, s.Simplex, s.OneHot, s.SetProduct, s.MatrixSpace)


def read_name(p: Parser) -> str:
    """The name that stands here, as TeX without spaces."""
    name = p.stream.token.text
    p.stream.skip()
    return f"{name}_{subscript}" if (subscript := read_subscript(p)) else name


def read_subscript(p: Parser) -> str:
    """A single word below a letter; nothing is read of what may be an index only."""
    stream = p.stream
    if not stream.at("_"):
        return ""
    if stream.ahead().text == "{" and stream.ahead(3).text == "}":
        word, length, others = stream.ahead(2), 4, {Kind.NUMBER, Kind.TEXT}
    else:
        word, length, others = stream.ahead(1), 2, {Kind.NUMBER}
        refuse_longer(p, word)
    if not (word.is_letter or word.kind in others):
        return ""
    stream.skip(length)
    return as_text(p, word)


def as_text(p: Parser, word: Token) -> str:
    r"""x_{\text{a}}, x_{\mathrm{a}} and x_{\operatorname{a}} look the same, and are one name."""
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
        base, _, subscript = name.partition("_")
        if base in RESERVED:
            p.stream.fail(codes.NAME_OF_FUNCTION,
                          f"{base} has a meaning that everybody knows; take another name", span)
        meaning = p.scope[base] if subscript and not subscript.startswith(r"\text") else None
        if meaning is not None and isinstance(meaning.domain, WITH_COMPONENTS):
            p.stream.fail(codes.LOOKS_THE_SAME,
                          f"{name} looks like a component of {base}, which has components", span)


def listed_names(p: Parser) -> list[str]:
    names = []
    while p.stream.token.is_letter:
        names.append(read_name(p))
        if not p.stream.take(","):
            break
    return names
