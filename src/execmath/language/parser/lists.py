"""LaTeX -> what stands in brackets, between commas, and below a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.ast import Span
from execmath.language.names import OUTCOME
from execmath.language.parser.ellipsis import run_between
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Parser, Rule
from execmath.language.symbols import Meaning, MeaningKind
from execmath.language.tokens import Kind, Token
from execmath.language.vocabulary import (
    CLOSERS,
    CLOSING,
    OPENERS,
    OPERATORS,
    RELATIONS,
    SEPARATORS,
)

OPEN, CLOSED = OPENERS, CLOSERS
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
    """(a), [a] and {a} are a; (a, b) is a vector."""
    stream, start = p.stream, p.stream.place
    opening = stream.token.text
    stream.skip()
    with stream.with_bars(0):
        listed, elliptic = items(p, stop=(CLOSING[opening],))
    stream.expect(CLOSING[opening], f"to close {opening!r}")
    if len(listed) == 1 and not elliptic:
        return listed[0]
    if opening == r"\{":
        stream.fail(codes.WRONG_KIND, "a set in the place of a number", stream.since(start))
    if opening == "[" and len(listed) == 2 and not elliptic and not stream.at("^"):
        stream.two_readings(start, "an interval", "a vector, which is written in round brackets")
    return s.Vector(tuple(listed), span=stream.since(start))


def below_coefficient(p: Parser) -> s.Node:
    r"""The k of {n \choose k}, or the parts of {n \choose k_1, \ldots, k_m}, with braces around
    them or without."""
    stream, start = p.stream, p.stream.place
    is_braced = stream.at("{") and stream.tokens[stream.end_of_group(start)].text == "}"
    if is_braced:
        stream.skip()
    listed, elliptic = items(p, stop=("}",))
    if is_braced:
        stream.expect("}", "to close what stands below")
    if len(listed) == 1 and not elliptic:
        return listed[0]
    return s.Vector(tuple(listed), span=stream.since(start))


def braces(p: Parser) -> s.Node:
    """{a}, which nobody sees: what would read another way without the braces is refused."""
    start = p.stream.place
    node = p.in_braces("the group")
    if not isinstance(node, s.Binomial):
        refuse_unseen(p, start)
    return node


BEFORE_A_SUM = frozenset({"(", "[", "{", r"\{", "+", ",", ";", *RELATIONS, ":=", r"\\", "&", "|",
                          r"\mid", r"\|", r"\lVert"})
BEHIND_A_SUM = frozenset({")", "]", "}", r"\}", "+", "-", ",", ";", *RELATIONS, r"\\", "&", "|",
                          r"\mid", r"\|", r"\rVert", "", r"\qquad"})
TRANSPOSED = frozenset({r"\top", "T", r"\operatorname{T}", r"\mathsf{T}"})
BEHIND_ONE_FACTOR = ("^", "_", "!", "'")


def refuse_unseen(p: Parser, start: int) -> None:
    """c {a + b} is typeset as c a + b, {a b}^2 as a b^2, and {\\log x}^2 as \\log x^2."""
    stream = p.stream
    inside = list(stream.tokens[start + 1 : stream.place - 1])
    while inside[0].text == "{" and end_of_braces(inside) == len(inside):
        inside = inside[1:-1]
    before = stream.tokens[start - 1].text if start else "("
    if not is_seen(p, before, inside):
        what = stream.source_between(start + 1, stream.place - 1)
        stream.two_readings(start, f"({what}), with brackets that are seen",
                            f"{what} as it is typeset, without any",
                            "braces are not seen; write round brackets")


def is_seen(p: Parser, before: str, inside: Sequence[Token]) -> bool:
    """Would all that is inside stay together without the braces, behind a token and before the
    next one?"""
    if has_sign(inside):
        return before in BEFORE_A_SUM and p.stream.token.text in BEHIND_A_SUM
    if p.stream.at(*BEHIND_ONE_FACTOR):
        return is_one_sign(without_transpose(p, inside))
    if p.starts_factor() and inside[-1].text not in (")", "]"):
        return OPERATORS.isdisjoint([token.text for token in inside])
    return len(p.factors) == 1 or (before != "/" and before not in OPERATORS)


def has_sign(tokens: Sequence[Token]) -> bool:
    """Are there several terms, or one with a sign?"""
    depth = 0
    for token in tokens:
        depth += (token.text in OPENERS) - (token.text in CLOSERS)
        if depth == 0 and token.text in ("+", "-"):
            return True
    return False


def without_transpose(p: Parser, tokens: Sequence[Token]) -> Sequence[Token]:
    """{X^T}^T, of which the second T can be of nothing else than of X^T."""
    signs = [token.text for token in tokens if token.text not in ("{", "}")][-2:]
    is_again = signs[:1] == ["^"] and signs[1:] == [
        text for text in p.stream.texts(3)[1:] if text != "{"][:1]
    place = next((place for place, token in enumerate(tokens) if token.text == "^"), 0)
    return tokens[:place] if is_again and signs[1] in TRANSPOSED else tokens


def is_one_sign(tokens: Sequence[Token]) -> bool:
    """Does a power behind it belong to all of it: a letter with what is below it, a fraction,
    something in round or square brackets?"""
    while tokens[-1].text == "'" and len(tokens) > 1:
        tokens = tokens[:-1]
    first = tokens[0]
    if first.text == r"\frac":
        return end_of_braces(tokens[end_of_braces(tokens[1:]) + 1 :]) \
            == len(tokens) - end_of_braces(tokens[1:]) - 1
    if first.text in ("(", "["):
        depth = [(token.text in OPENERS) - (token.text in CLOSERS) for token in tokens]
        return all(sum(depth[:end]) > 0 for end in range(1, len(depth)))
    if first.is_letter and len(tokens) > 1 and tokens[1].text == "_":
        return end_of_braces(tokens[2:]) == len(tokens) - 2
    return len(tokens) == 1


def end_of_braces(tokens: Sequence[Token]) -> int:
    """How many tokens the group has that stands first, or 1."""
    depth = 0
    for count, token in enumerate(tokens, 1):
        depth += (token.text == "{") - (token.text == "}")
        if depth == 0:
            return count
    return len(tokens)


def arguments(p: Parser) -> tuple[s.Node, ...]:
    """Arguments in brackets; a list with an ellipsis is one vector."""
    return separated_arguments(p)[0]


def separated_arguments(p: Parser) -> tuple[tuple[s.Node, ...], tuple[str, ...]]:
    """The arguments in brackets, and what sets each apart from the next."""
    stream, start = p.stream, p.stream.place
    opening = stream.token.text
    stream.skip()
    separate_bars(p, start)
    groups: list[s.Node] = []
    separators: list[str] = []
    with stream.with_bars(0):
        while True:
            listed, elliptic = items(p, (CLOSING[opening], *SEPARATORS[1:]), argument)
            if elliptic:
                groups.append(s.Vector(tuple(listed), span=stream.since(start)))
            else:
                groups.extend(listed)
                separators += [","] * (len(listed) - 1)
            separator = stream.take(*SEPARATORS)
            if separator is None:
                break
            separators.append(separator.text)
    stream.expect(CLOSING[opening], "to close the arguments")
    return tuple(groups), tuple(separators)


def separate_bars(p: Parser, start: int) -> None:
    r"""A bar, or two, between the arguments: f(x | y) is f(x \mid y), f(x || y) is f(x \| y).

    A pair of bars around something is its modulus; where both could be meant, both are shown.
    """
    stream = p.stream
    bars = bars_of_bracket(p)
    doubled = len(bars) == 2 and bars[1] == bars[0] + 1
    if len(bars) % 2 == 0 and not doubled:
        return
    if len(bars) > 2:
        stream.two_readings(start, r"a bar between the arguments, which \mid says",
                            r"bars around what is between them, which \lvert and \rvert say")
    sign, length = (r"\|", 2) if doubled else (r"\mid", 1)
    bar = stream.tokens[bars[0]]
    stream.exchange(bars[0], length, bar._replace(text=sign))


def bars_of_bracket(p: Parser) -> list[int]:
    """The places of the bars in the bracket that was just opened, and in no bracket within it."""
    stream, depth, bars = p.stream, 0, []
    for place in range(stream.place, len(stream.tokens)):
        text = stream.tokens[place].text
        depth += (text in OPEN) - (text in CLOSED)
        if depth < 0:
            break
        if text == "|" and depth == 0:
            bars.append(place)
    return bars


@dataclass(frozen=True)
class Named(s.Node):
    """`y = 1` among the arguments: the place is that of the letter, the value is given."""

    name: str
    value: s.Node


def argument(p: Parser) -> s.Node:
    """An expression, the dot of a place left open, a function as such, or y = 1."""
    stream, token = p.stream, p.stream.token
    if token.is_letter and (named := named_argument(p)) is not None:
        return named
    is_single = stream.ahead().text in (*SEPARATORS, ")", "]")
    if is_single and stream.take(r"\cdot"):
        return s.Hole(span=token.span)
    meaning = p.scope[token.text] if is_single and token.is_letter else None
    node = letter_as_argument(p, meaning) if meaning is not None else None
    return node or p.expression()


def letter_as_argument(p: Parser, meaning: Meaning) -> s.Node | None:
    """Of a letter by itself: a function as such, what is random as its value or its density;
    nothing is read where it is an expression as any other."""
    stream, token = p.stream, p.stream.token
    if meaning.kind is MeaningKind.RANDOM:
        stream.skip()
        law = meaning.law
        if law is None or law.density != p.called:
            return density_of(p, meaning, token)
        value = outcome(p, meaning, token.span)
        return value if len(law.jointly) == 1 else Named(token.text, value, span=token.span)
    function = s.Letter(meaning.letter.name, meaning.letter.binding, span=token.span)
    if not p.is_function(function):
        return None
    stream.skip()
    return function


def named_argument(p: Parser) -> Named | None:
    stream, start = p.stream, p.stream.place
    name = read_name(p)
    if not stream.take("="):
        stream.place = start
        return None
    value = p.expression()
    return Named(name, value, span=stream.since(start))


def outcome(p: Parser, meaning: Meaning, span: Span) -> s.Letter:
    r"""P(A), of a random letter by itself, is P(A = a): what a claim says of it holds for all its
    values. They have the small letter of the page, where there is one, or one of their own."""
    name = meaning.letter.name
    small = p.scope[name.lower()] if name.lower() != name else None
    if meaning.domain is None or (meaning.law is not None and meaning.law.size is not None):
        p.stream.fail(codes.RANDOM, f"the values of {name} are not known one by one; write "
                      f"{name} = and a value", span)
    p.borrow(meaning.letter)
    if small is not None:
        if small.kind is not MeaningKind.VALUE or not small.letter.binding \
                or small.domain != meaning.domain:
            p.stream.two_readings(p.stream.place - 1, f"{name} = {name.lower()}, which has a "
                                  "meaning here", "any other value",
                                  f"write {name} = and a value")
        return s.Letter(small.letter.name, small.letter.binding, span=span)
    letter = s.Letter(f"{OUTCOME}{name}}}", span=span)
    membership = s.Membership(s.Letter(letter.name), meaning.domain, span=span)
    if membership not in p.outcomes:
        p.outcomes.append(membership)
    return letter


def density_of(p: Parser, meaning: Meaning, token: Token) -> s.Node:
    """A random letter as an argument stands for its density: an entropy is one of a law."""
    law = meaning.law
    if law is None:
        p.stream.fail(codes.EXPECTATION, f"{token.text} is a function of random letters; the law "
                      "of its own values has no name", token.span)
    if len(law.jointly) > 1 or law.size is not None:
        p.stream.fail(codes.EXPECTATION, f"the law of {token.text} alone has no name; it is drawn "
                      f"together with others from {law.density.name}", token.span)
    p.borrow(meaning.letter)
    if not law.rest:
        return s.Letter(law.density.name, law.density.binding, span=token.span)
    return s.Call(law.density, (s.Hole(span=token.span), *law.rest), span=token.span)


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


def pair_of_indices(p: Parser) -> list[s.Node] | None:
    """The two indices of a matrix, written without a comma: {ij}, {1i}."""
    stream, start = p.stream, p.stream.place
    if not stream.take("{"):
        return None
    pair = [stream.ahead(place) for place in (0, 1)]
    if stream.ahead(2).text == "}" and all(map(is_index, pair)):
        first_index, second = p.primary(), p.primary()
        stream.skip()
        return [first_index, second]
    stream.place = start
    return None


def is_index(token: Token) -> bool:
    return token.kind is Kind.LETTER or (token.kind is Kind.NUMBER and len(token.text) == 1)


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
    r"""|x|, \lVert v \rVert, \langle v, w \rangle and |X|, how many members X has."""
    stream, start = p.stream, p.stream.place
    opening = stream.token.text
    stream.skip()
    if opening == "|":
        return between_bars(p, start)
    inner = p.expression()
    stream.expect(CLOSING[opening], f"to close {opening!r}")
    return s.Apply(which_norm(p), inner, span=stream.since(start))


def inner_product(p: Parser, start: int) -> s.Node:
    stream = p.stream
    left = p.expression()
    stream.expect(",", r"between the two vectors of \langle ., . \rangle")
    right = p.expression()
    stream.expect(r"\rangle", "to close the inner product")
    return s.Binary("*", s.Transpose(left), right, span=stream.since(start))


def between_bars(p: Parser, start: int) -> s.Node:
    r"""|x|, |X| of a set, and the norms |v|_1 and ||v||."""
    stream = p.stream
    if (members := size_of_set(p, start)) is not None:
        return members
    if stream.at("|") and touch(stream.ahead(-1), stream.token) \
            and (norm := between_double_bars(p, start)) is not None:
        return norm
    inner = inside_bars(p)
    stream.expect("|", "to close '|'")
    name = which_norm(p) if stream.at("_") else "abs"
    return s.Apply(name, inner, span=stream.since(start))


def inside_bars(p: Parser) -> s.Node:
    p.stream.bars += 1
    inner = p.expression()
    p.stream.bars -= 1
    return inner


def between_double_bars(p: Parser, start: int) -> s.Node | None:
    """||v||; nothing, where the bars are closed one by one, as in ||x| - 1|."""
    stream, back = p.stream, p.stream.place
    stream.skip()
    inner = inside_bars(p)
    if stream.texts(2) != ["|", "|"] or not touch(stream.token, stream.ahead()):
        stream.place = back
        return None
    stream.skip(2)
    return s.Apply(which_norm(p), inner, span=stream.since(start))


def touch(first: Token, second: Token) -> bool:
    return first.span[1] == second.span[0]


def size_of_set(p: Parser, start: int) -> s.Node | None:
    stream = p.stream
    meaning = p.scope[stream.token.text]
    if meaning is None or meaning.kind != MeaningKind.SET or stream.ahead().text != "|":
        return None
    letter = s.Letter(meaning.letter.name, meaning.letter.binding, span=stream.token.span)
    stream.skip(2)
    return s.Cardinality(letter, span=stream.since(start))


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
    "(": bracket, "[": bracket, "{": braces, "|": fence, r"\lVert": fence,
}
