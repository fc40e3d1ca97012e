"""LaTeX -> letters, and the numbers that everybody knows by a letter."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.functions import primed
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Attempt, Parser
from execmath.language.symbols import Meaning, MeaningKind

EULER = ("e", r"\operatorname{e}")


def letter(p: Parser) -> s.Node:
    """A letter that has a meaning here; with its subscript, if the whole is a name."""
    stream, token = p.stream, p.stream.token
    # e_1 may be a component of e, or a name of its own; the scope knows.
    if stream.ahead().text == "_" and (whole := subscripted(p)) is not None:
        return whole
    meaning = p.scope[token.text]
    if meaning is None:
        return without_meaning(p)
    stream.skip()
    if meaning.kind == MeaningKind.SET:
        stream.fail(codes.WRONG_KIND, f"{token.text} is a set, not a number", token.span)
    return letter_of(meaning, token.span)


def letter_of(meaning: Meaning, span: s.Span) -> s.Letter:
    return s.Letter(meaning.letter.name, meaning.letter.binding, span=span)


def subscripted(p: Parser) -> s.Letter | None:
    start = p.stream.place
    name = read_name(p)
    meaning = p.scope[name] if "_" in name else None
    if meaning is None:
        p.stream.place = start
        return None
    return letter_of(meaning, p.stream.since(start))


def without_meaning(p: Parser) -> s.Node:
    """A letter that the page says nothing of: a number that everybody knows, or a derivative."""
    stream, token = p.stream, p.stream.token
    if token.text.endswith("'"):
        return primed(p)
    stream.fail(codes.NO_MEANING,
                f"{token.text} has no meaning here: it was neither declared nor defined",
                token.span)


def euler(p: Parser) -> s.Node:
    stream, start = p.stream, p.stream.place
    stream.skip()
    if stream.take("^"):
        return s.Apply("exp", p.group("the exponent"), span=stream.since(start))
    return s.Apply("exp", s.Number("1"), span=stream.since(start))


def pi(p: Parser) -> s.Node:
    token = p.stream.token
    p.stream.skip()
    return s.Apply("pi", s.Number("1"), span=token.span)


def unless_subscripted(attempt: Attempt) -> Attempt:
    """`e_1` may have a meaning where `e` is the number."""

    def read(p: Parser) -> s.Node | None:
        is_name = p.stream.ahead().text == "_" and subscripted_ahead(p)
        return None if is_name else attempt(p)

    return read


def subscripted_ahead(p: Parser) -> bool:
    start = p.stream.place
    is_name = subscripted(p) is not None
    p.stream.place = start
    return is_name


def identity(p: Parser) -> s.Node | None:
    r"""I_k; without an index it is a letter like another."""
    stream, start = p.stream, p.stream.place
    if stream.ahead().text != "_":
        return None
    stream.skip(2)
    return s.Identity(p.group("the size of the identity"), span=stream.since(start))


NAMES: dict[str, Attempt] = {
    **{name: unless_subscripted(euler) for name in EULER},
    r"\pi": unless_subscripted(pi),
    **{name: unless_subscripted(identity) for name in ("I", r"\mathbf{I}")},
}
