"""A letter with the subscript that belongs to its name."""

from __future__ import annotations

from execmath.language import codes
from execmath.language.parser.pratt import Parser
from execmath.language.tokens import Kind, Token


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
    return rf"\text{{{word.text}}}" if word.kind is Kind.TEXT else word.text


def refuse_longer(p: Parser, word: Token) -> None:
    if word.kind is Kind.NUMBER and len(word.text) > 1:
        p.stream.fail(codes.ONE_TOKEN,
                      f"TeX takes only the first digit of {word.text}; write {{...}}", word.span)


def fresh_name(p: Parser) -> str:
    """A name that is about to be bound."""
    token = p.stream.token
    if not token.is_letter:
        p.stream.fail(codes.EXPECTED, f"expected a letter, found {str(token)!r}")
    return read_name(p)


def listed_names(p: Parser) -> list[str]:
    names = []
    while p.stream.token.is_letter:
        names.append(read_name(p))
        if not p.stream.take(","):
            break
    return names
