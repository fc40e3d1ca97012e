"""LaTeX -> letters, and the numbers that everybody knows by a letter."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.families import whole
from execmath.language.parser.functions import (
    TRANSPOSING,
    check_arity,
    derivative_of,
    indexed,
    one_argument,
    primed,
)
from execmath.language.parser.lists import indices, pair_of_indices
from execmath.language.parser.names import Parts, is_name_here, read_parts
from execmath.language.parser.pratt import Attempt, Parser
from execmath.language.parser.random_letters import functional, is_fixed, outcomes_behind
from execmath.language.sorts import sort_of_meaning
from execmath.language.symbols import Meaning, MeaningKind

EULER = ("e", r"\operatorname{e}")


def letter(p: Parser) -> s.Node:
    """A letter that has a meaning here; with its subscript, if the whole is a name."""
    stream, token = p.stream, p.stream.token
    if stream.ahead().text == "^":
        subscript_first(p)
    if (defined_as_one := functional_here(p)) is not None:
        return defined_as_one
    # e_1 may be a component of e, or a name of its own; the scope knows.
    if stream.ahead().text == "_" and (whole := subscripted(p)) is not None:
        return whole
    meaning = p.scope[token.text]
    if meaning is None:
        return without_meaning(p)
    stream.skip()
    if meaning.kind == MeaningKind.SET:
        stream.fail(codes.WRONG_KIND, f"{token.text} is a set, not a number", token.span)
    return value_of(p, meaning, token.span)


def subscript_first(p: Parser) -> None:
    r"""\sigma^2_i looks like \sigma_i^2: where the subscript belongs to a name, or to a vector, of
    which there is no power, what is below is moved before what is above."""
    stream, start = p.stream, p.stream.place
    end = stream.end_of_group(start + 2)
    if stream.tokens[min(end, len(stream.tokens) - 1)].text != "_" or at_sign_above(p):
        return
    last, tokens = stream.end_of_group(end + 1), stream.tokens
    moved = [*tokens[: start + 1], *tokens[end:last], *tokens[start + 1 : end], *tokens[last:]]
    base, stream.tokens = p.scope[tokens[start].text], moved
    sort = sort_of_meaning(base, {}) if base is not None else ""
    is_family = p.scope[whole(tokens[start].text)] is not None
    if sort == "matrix" or not (is_family or is_name_here(p) or sort == "vector"):
        stream.tokens = tokens


def at_sign_above(p: Parser) -> bool:
    """Is what stands above no power: a transpose, or the order of a derivative in brackets?"""
    above = [token.text for token in p.stream.tokens[p.stream.place + 2 : p.stream.place + 4]]
    sign = above[1] if above[0] == "{" else above[0]
    return sign in (r"\top", "(", *TRANSPOSING)


def letter_of(meaning: Meaning, span: s.Span) -> s.Letter:
    return s.Letter(meaning.letter.name, meaning.letter.binding, span=span)


def value_of(p: Parser, meaning: Meaning, span: s.Span) -> s.Node:
    """A letter; a function of random letters has a value where they have one."""
    outcomes = outcomes_behind(p, meaning)
    if outcomes and meaning.definition is not None and any(map(is_sample, meaning.sources)):
        p.borrow(meaning.letter)  # its draws are told apart where its right side is seen
        return meaning.definition.body
    if outcomes:
        return s.Call(letter_of(meaning, span), outcomes, span=span)
    refuse_random(p, meaning, span)
    return letter_of(meaning, span)


def is_sample(meaning: Meaning) -> bool:
    return meaning.law is not None and meaning.law.size is not None


def refuse_random(p: Parser, meaning: Meaning, span: s.Span) -> None:
    if meaning.kind == MeaningKind.RANDOM:
        p.stream.fail(codes.RANDOM, f"{meaning.letter.name} is a random letter; it has a law, and "
                      r"a value only within \mathbb{E}[…], \operatorname{Var}(…) or \Pr(…)", span)


def functional_here(p: Parser) -> s.Letter | None:
    r"""\mathrm{H}(X), as one name: where a name stands before a bracket with one that is fixed."""
    stream = p.stream
    behind = stream.end_of_group(stream.place + 2) if stream.ahead().text == "_" \
        else stream.place + 1
    opening = stream.tokens[min(behind, len(stream.tokens) - 1)].text
    if opening not in ("(", "["):
        return None
    inside = p.scope[stream.tokens[behind + 1].text]
    return functional(p) if inside is not None and is_fixed(inside) else None


def subscripted(p: Parser) -> s.Node | None:
    """The name with its subscript, or what the marks behind the subscript make of a name."""
    start = p.stream.place
    parts = read_parts(p)
    meaning = p.scope[parts.whole] if parts.subscript else None
    if meaning is not None:
        return value_of(p, meaning, p.stream.since(start))
    if parts.subscript and (node := marked(p, parts, start)) is not None:
        return node
    p.stream.place = start
    return component_of_family(p)


def component_of_family(p: Parser) -> s.Node | None:
    r"""x_i, where x_1, \ldots, x_n were declared, or x_i was defined."""
    stream, start = p.stream, p.stream.place
    meaning = p.scope[whole(stream.token.text)]
    if meaning is None:
        return None
    stream.skip(2)
    letter = letter_of(meaning, stream.tokens[start].span)
    if meaning.kind is not MeaningKind.FUNCTION:
        return indexed(p, letter, indices(p), start)
    assert meaning.definition is not None
    below = pair_of_indices(p) if len(meaning.definition.parameters) == 2 else None
    numbers = below or indices(p)
    check_arity(p, meaning, numbers, start)
    return s.Call(letter, tuple(numbers), span=stream.since(start))


def marked(p: Parser, parts: Parts, start: int) -> s.Node | None:
    r"""M_X''(t), the derivative of M_X; x_i^*, the component of x^*."""
    stream = p.stream
    function = p.scope[parts.unmarked]
    if function is not None and function.kind == MeaningKind.FUNCTION \
            and parts.marks and not parts.marks.strip("'"):
        letter = letter_of(function, stream.since(start))
        return derivative_of(p, letter, s.Number(str(len(parts.marks))), start)
    marked_base = p.scope[parts.base + parts.marks]
    if marked_base is None or marked_base.kind != MeaningKind.VALUE \
            or stream.tokens[start].text == parts.base + parts.marks:
        return None
    below = stream.tokens[start].span
    end, stream.place = stream.place, start + 2
    node: s.Node = letter_of(marked_base, below)
    node = indexed(p, node, indices(p), start)
    stream.place = end
    return node


def without_meaning(p: Parser) -> s.Node:
    """A letter that the page says nothing of: a derivative, or the transpose of a matrix."""
    stream, token = p.stream, p.stream.token
    if token.text.endswith("'"):
        return transposed(p) or primed(p)
    whole_name = name_here(p)
    one = token.text if whole_name == token.text else f"{whole_name}, or {token.text} by itself,"
    stream.no_meaning(one, token.span)


def name_here(p: Parser) -> str:
    """The name with its subscript; nothing is read."""
    start = p.stream.place
    name = read_parts(p).whole
    p.stream.place = start
    return name


def transposed(p: Parser) -> s.Node | None:
    """A' of a matrix or a vector A, where the page has no letter A'."""
    token = p.stream.token
    meaning = p.scope[token.text[:-1]]
    if meaning is None or sort_of_meaning(meaning, {}) not in ("vector", "matrix"):
        return None
    p.stream.skip()
    return s.Transpose(letter_of(meaning, token.span), span=token.span)


def euler(p: Parser) -> s.Node:
    stream, start = p.stream, p.stream.place
    stream.skip()
    if stream.take("^"):
        exponent = p.exponent()
        if stream.at("^"):
            stream.two_readings(start, "(e^a)^b", "e^(a^b)")
        return s.Apply("exp", exponent, span=stream.since(start))
    return s.Apply("exp", s.Number("1"), span=stream.since(start))


def pi(p: Parser) -> s.Node:
    token = p.stream.token
    p.stream.skip()
    return s.Apply("pi", s.Number("1"), span=token.span)


def unless_subscripted(attempt: Attempt) -> Attempt:
    """`e_1` may have a meaning where `e` is the number."""

    def read(p: Parser) -> s.Node | None:
        is_family = p.scope[whole(p.stream.token.text)] is not None
        is_name = p.stream.ahead().text == "_" and (is_family or is_name_here(p))
        return None if is_name else attempt(p)

    return read


def identity(p: Parser) -> s.Node | None:
    r"""I_k; without an index it is a letter like another."""
    stream, start = p.stream, p.stream.place
    if stream.ahead().text != "_":
        return None
    stream.skip(2)
    return s.Identity(p.group("the size of the identity"), span=stream.since(start))


def slope_of_gamma(p: Parser) -> s.Node | None:
    r"""\Gamma'(x), which is \Gamma(x) \psi(x)."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    if not stream.at("(", "["):
        stream.fail(codes.DERIVATIVE,
                    r"the derivative of \Gamma; expected its argument in brackets")
    argument = one_argument(p, r"\Gamma'", start)
    span = stream.since(start)
    return s.Binary("*", s.Apply("gamma", argument, span=span),
                    s.Apply("digamma", argument, span=span), span=span)


NAMES: dict[str, Attempt] = {
    **{name: unless_subscripted(euler) for name in EULER},
    r"\pi": unless_subscripted(pi), r"\Gamma'": slope_of_gamma,
    **{name: unless_subscripted(identity) for name in ("I", r"\mathbf{I}")},
}
