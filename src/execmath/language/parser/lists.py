"""LaTeX -> what stands in brackets, between commas, and below a letter."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.ellipsis import run_between
from execmath.language.parser.pratt import Parser, Rule
from execmath.language.tokens import Kind
from execmath.language.vocabulary import CLOSING, SEPARATORS

EVEN_INDICES = tuple("23456789")  # in front of a letter: every second component, and so on


def items(p: Parser, stop: tuple[str, ...], item: Rule = Parser.expression
          ) -> tuple[list[s.Node], bool]:
    r"""Expressions between commas; `a, \ldots, b` becomes a run. Says whether there is one."""
    stream = p.stream
    listed = [item(p)]
    elliptic = False
    while stream.take(","):
        dots = stream.take(r"\ldots")
        if dots is None:
            listed.append(item(p))
            continue
        elliptic = True
        if stream.at(*stop):
            stream.fail(codes.ELLIPSIS, "an ellipsis needs a last item", dots.span)
        stream.expect(",", "behind the ellipsis")
        listed = run_between(listed, p.expression(), dots.span)
    return listed, elliptic


def bracket(p: Parser) -> s.Node:
    """(a) and [a] are a; (a, b) is a vector."""
    stream, start = p.stream, p.stream.place
    opening = stream.token.text
    stream.skip()
    with stream.with_bars(0):
        listed, elliptic = items(p, stop=(CLOSING[opening],))
    stream.expect(CLOSING[opening], f"to close {opening!r}")
    if len(listed) == 1 and not elliptic:
        return listed[0]
    if opening == "[" and len(listed) == 2 and not elliptic:
        stream.two_readings(start, "an interval", "a vector, which is written in round brackets")
    return s.Vector(tuple(listed), span=stream.since(start))


def braces(p: Parser) -> s.Node:
    return p.in_braces("the group")


def arguments(p: Parser) -> tuple[s.Node, ...]:
    """Arguments in brackets; a list with an ellipsis is one vector."""
    stream, start = p.stream, p.stream.place
    opening = stream.token.text
    stream.skip()
    groups: list[s.Node] = []
    with stream.with_bars(0):
        while True:
            listed, elliptic = items(p, (CLOSING[opening], *SEPARATORS[1:]), argument)
            if elliptic:
                groups.append(s.Vector(tuple(listed), span=stream.since(start)))
            else:
                groups.extend(listed)
            if not stream.take(*SEPARATORS):
                break
    stream.expect(CLOSING[opening], "to close the arguments")
    return tuple(groups)


def argument(p: Parser) -> s.Node:
    """An expression, the dot of a place left open, or a function as such."""
    stream, token = p.stream, p.stream.token
    if stream.ahead().text in (*SEPARATORS, ")", "]"):
        if stream.take(r"\cdot"):
            return s.Hole(span=token.span)
        meaning = p.scope[token.text] if token.is_letter else None
        if meaning is not None:
            function = s.Letter(meaning.letter.name, meaning.letter.binding, span=token.span)
            if p.is_function(function):
                stream.skip()
                return function
    return p.expression()


def indices(p: Parser) -> list[s.Node]:
    """What stands below a letter, behind its `_`."""
    stream = p.stream
    if not stream.take("{"):
        return [p.group("the subscript")]
    start = stream.place
    listed = [p.expression()]
    while stream.take(","):
        listed.append(p.expression())
    stream.expect("}", "to close the subscript")
    refuse_glued(p, start)
    return listed


def refuse_glued(p: Parser, start: int) -> None:
    """M_{ij} and a_{1i}: an entry of a matrix, or a component? x_{2i} is a component."""
    stream = p.stream
    inside = stream.tokens[start : stream.place - 1]
    if len(inside) < 2 or not all(token.is_letter or token.kind is Kind.NUMBER
                                  for token in inside):
        return
    first, *_, second = map(str, inside)
    if not (len(inside) == 2 and first in EVEN_INDICES):
        stream.two_readings(start - 1, f"the entry {{{first}, {second}}} of a matrix",
                            f"the component {first} times {second}")


def fence(p: Parser) -> s.Node:
    r"""|x|, \lVert v \rVert and \langle v, w \rangle."""
    stream, start = p.stream, p.stream.place
    opening = stream.token.text
    stream.skip()
    stream.bars += opening == "|"
    inner = p.expression()
    if opening == r"\langle":
        stream.expect(",", r"between the two vectors of \langle ., . \rangle")
        right = p.expression()
        stream.expect(r"\rangle", "to close the inner product")
        return s.Binary("*", s.Transpose(inner), right, span=stream.since(start))
    stream.expect(CLOSING[opening], f"to close {opening!r}")
    stream.bars -= opening == "|"
    name = "abs" if opening == "|" else which_norm(p)
    return s.Apply(name, inner, span=stream.since(start))


def which_norm(p: Parser) -> str:
    stream = p.stream
    if not stream.take("_"):
        return "norm"
    braced = stream.take("{")
    token = stream.take("1", "2", r"\infty")
    if token is None or (braced and not stream.take("}")):
        stream.fail(codes.NOT_IN_GRAMMAR, r"the norms in the grammar are \lVert v \rVert, and with "
                    r"index 1, 2, \infty")
    return {"1": "norm1", "2": "norm"}.get(token.text, "maxnorm")


PRIMARIES: dict[str, Rule] = {
    "(": bracket, "[": bracket, "{": braces, "|": fence, r"\lVert": fence, r"\langle": fence,
}
