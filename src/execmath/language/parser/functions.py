"""LaTeX -> a function at its arguments, and what stands behind a factor."""

from __future__ import annotations

from collections.abc import Sequence

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.ellipsis import INDEX, ROW_INDEX
from execmath.language.parser.lists import (
    Named,
    arguments,
    below_coefficient,
    indices,
    pair_of_indices,
    separated_arguments,
)
from execmath.language.parser.pratt import Parser, Rule, Suffix
from execmath.language.parser.random_letters import by_name
from execmath.language.sorts import sort_of_meaning
from execmath.language.symbols import Meaning, MeaningKind
from execmath.language.tokens import Kind

TRANSPOSING = ("T", r"\operatorname{T}", r"\mathsf{T}")
ALIKE = ("0", "1")  # 0_n and 1_n are columns of zeros and of ones
ONE = s.Number("1")
CLOSED = (")", "]")  # what is in brackets is one thing


def call(p: Parser, node: s.Node, start: int) -> s.Node:
    r"""f(x), f(x; \theta), f(\eta_1, \ldots, \eta_k), f^{(n)}(x), and f_i(x) for the component
    of f(x)."""
    assert isinstance(node, s.Letter)
    stream = p.stream
    index = indices(p) if stream.take("_") else []
    order = order_in_brackets(p)
    if not stream.at("(", "["):
        stream.fail(codes.WRONG_KIND,
                    f"{node.name} is a function; expected its argument in brackets")
    result = called(p, node, start) if order is None else derivative_of(p, node, order, start)
    return indexed(p, result, index, start)


def called(p: Parser, function: s.Letter, start: int) -> s.Node:
    """A function at its arguments, or a law of some letters of a joint law."""
    outer, p.called = p.called, function
    given, separators = separated_arguments(p)
    p.called = outer
    if (law := by_name(p, function, given, separators, start)) is not None:
        return law
    meaning = p.scope[function.name]
    assert meaning is not None
    refuse_other_law(p, meaning, separators, start)
    check_arity(p, meaning, given, start)
    given = tuple(value_of_named(p, meaning, node, place) for place, node in enumerate(given))
    call = s.Call(function, given, span=p.stream.since(start))
    p.between[call] = tuple(separators)
    return call


def refuse_other_law(p: Parser, meaning: Meaning, separators: Sequence[str], start: int) -> None:
    r"""p(x, y) where p(x \mid y) was defined: the joint law, or the conditional one?"""
    definition, name = meaning.definition, meaning.letter.name
    is_declared = isinstance(meaning.domain, s.Functions) \
        and isinstance(meaning.domain.domain, s.SetProduct) \
        and len(meaning.domain.domain.factors) == len(separators) + 1
    if definition is None and not is_declared:
        return
    earlier = definition.separators if definition is not None \
        else p.separators.setdefault(name, tuple(separators))
    if len(separators) != len(earlier):
        return
    bars = [[sign == r"\mid" for sign in signs] for signs in (separators, earlier)]
    if bars[0] != bars[1]:
        p.stream.two_readings(start, f"{name} with the bar where it was before",
                              "another function, as a conditional law is not the joint one")


def value_of_named(p: Parser, meaning: Meaning, node: s.Node, place: int) -> s.Node:
    """y = 1 in the place where the definition has its parameter y; p(X = x) is a probability."""
    if not isinstance(node, Named):
        return node
    definition, letter = meaning.definition, p.scope[node.name]
    fits = False
    if definition is not None and place < len(definition.parameters):
        fits = definition.parameters[place].letter.name in (node.name, node.name.lower())
    elif isinstance(meaning.domain, s.Functions) and letter is not None:
        factors = meaning.domain.domain
        listed = factors.factors if isinstance(factors, s.SetProduct) else (factors,)
        fits = place < len(listed) and letter.domain == listed[place]
    if not fits:
        p.stream.fail(codes.ARITY, f"{meaning.letter.name} has no argument called {node.name} in "
                      "this place", node.span)
    return node.value


def arity(meaning: Meaning) -> int:
    """How many arguments a function takes; 0 where that is not told by its definition or its
    sets: a vector of two may be given as one thing."""
    if meaning.definition is not None:
        return len(meaning.definition.parameters)
    if isinstance(meaning.domain, s.Functions | s.SmoothFunctions):
        inner = meaning.domain.domain
        return len(inner.factors) if type(inner) is s.SetProduct else 0
    return 0


def check_arity(p: Parser, meaning: Meaning, given: Sequence[s.Node], start: int) -> None:
    wanted = arity(meaning)
    if wanted and len(given) != wanted:
        several = "" if wanted == 1 else "s"
        p.stream.fail(codes.ARITY, f"{meaning.letter.name} takes {wanted} argument{several}, given "
                      f"{len(given)}", p.stream.since(start))


def indexed(p: Parser, node: s.Node, index: list[s.Node], start: int) -> s.Node:
    for item in index:
        node = s.Index(node, item, span=p.stream.since(start))
    return node


def primed(p: Parser) -> s.Node:
    r"""f'(x), of a function that has no name f' of its own."""
    stream, start = p.stream, p.stream.place
    name = stream.token.text
    stream.skip()
    plain = name.rstrip("'")
    meaning = p.scope[plain]
    if meaning is None or meaning.kind != MeaningKind.FUNCTION:
        stream.no_meaning(name, stream.since(start))
    index = indices(p) if stream.take("_") else []
    function = s.Letter(meaning.letter.name, meaning.letter.binding, span=stream.since(start))
    order = s.Number(str(len(name) - len(plain)))
    return indexed(p, derivative_of(p, function, order, start), index, start)


def order_in_brackets(p: Parser) -> s.Node | None:
    r"""The (n) of f^{(n)}(x)."""
    stream = p.stream
    if stream.texts(3) != ["^", "{", "("]:
        return None
    stream.skip(3)
    order = p.expression()
    stream.expect(")", "to close the order of the derivative")
    stream.expect("}", "to close the order of the derivative")
    return order


def derivative_of(p: Parser, function: s.Letter, order: s.Node, start: int) -> s.Node:
    stream = p.stream
    if not stream.at("(", "["):
        stream.fail(codes.DERIVATIVE,
                    f"the derivative of {function.name}; expected its argument in brackets")
    argument = one_argument(p, "a derivative with primes", start)
    return s.Derivative(function, order, argument, span=stream.since(start))


def one_argument(p: Parser, what: str, start: int) -> s.Node:
    listed = arguments(p)
    if len(listed) != 1:
        p.stream.fail(codes.DERIVATIVE, f"{what} is of a function of one argument",
                      p.stream.since(start))
    return listed[0]


# ------------------------------------------------------------------- fractions, roots, powers


def fraction(p: Parser) -> s.Node:
    start = p.stream.place
    p.stream.skip()
    part_digits(p)
    above = p.group("the numerator")
    below = p.group("the denominator")
    return s.Binary("/", above, below, span=p.stream.since(start))


def part_digits(p: Parser) -> None:
    r"""\frac12, where TeX takes a digit for each part; of three, one would be left behind it."""
    token = p.stream.token
    if token.kind is Kind.NUMBER and len(token.text) == 2:
        (start, end), text = token.span, token.text
        digits = [token._replace(text=text[0], span=(start, start + 1)),
                  token._replace(text=text[1], span=(start + 1, end))]
        p.stream.exchange(p.stream.place, 1, *digits)


def root(p: Parser) -> s.Node:
    stream, start = p.stream, p.stream.place
    stream.skip()
    if not stream.take("["):
        return s.Apply("sqrt", p.group("the root"), span=stream.since(start))
    index = p.expression()
    stream.expect("]", "to close the index of the root")
    base = p.group("the root")
    span = stream.since(start)
    return s.Power(base, s.Binary("/", s.Number("1"), index, span=span), span=span)


def binomial(p: Parser) -> s.Node:
    start = p.stream.place
    p.stream.skip()
    upper = p.group("the upper number")
    lower = in_braces_below(p) if p.stream.at("{") else p.single()
    return s.Binomial(upper, lower, span=p.stream.since(start))


def in_braces_below(p: Parser) -> s.Node:
    p.stream.skip()
    lower = below_coefficient(p)
    p.stream.expect("}", "to close the lower number")
    return lower


def index(p: Parser, node: s.Node, start: int) -> s.Node:
    below = p.stream.place
    if isinstance(node, s.Number) and node.digits in ALIKE:
        return all_alike(p, node, start)
    in_brackets = p.stream.tokens[below - 2].text in CLOSED
    if isinstance(node, s.Power | s.Transpose) and not in_brackets:
        refuse_stacked(p, start)
    listed = pair_of_indices(p) if is_matrix(p, node) else None
    if listed is None:
        listed = indices(p)
        refuse_entry(p, node, listed, below)
    for item in listed:
        node = s.Index(node, item, span=p.stream.since(start))
    return node


def all_alike(p: Parser, entry: s.Number, start: int) -> s.Node:
    """1_n, the column of n ones; 0_{kl}, the matrix of k rows and l columns of zeros."""
    sizes = pair_of_indices(p) or indices(p)
    span = p.stream.since(start)
    if len(sizes) > 2:
        p.stream.fail(codes.HOW_MANY, "a matrix has rows and columns, and nothing more", span)
    row = s.Vector((s.Run(INDEX, ONE, sizes[-1], entry, span=span),), span=span)
    if len(sizes) == 1:
        return row
    return s.Matrix((s.Run(ROW_INDEX, ONE, sizes[0], row, span=span),), span=span)


def refuse_stacked(p: Parser, start: int) -> None:
    """TeX sets an index and a power one above the other, whichever is written first."""
    p.stream.two_readings(start, "the component of the power", "the power of the component")


def refuse_entry(p: Parser, node: s.Node, listed: list[s.Node], below: int) -> None:
    """M_{12} of a matrix M: the entry 1, 2, or the row 12?"""
    inside = "".join(p.stream.source(below).strip("{}").split())
    if len(listed) == 1 and len(inside) > 1 and inside[0].isdigit() and is_matrix(p, node):
        p.stream.two_readings(below, f"an entry with two indices, {inside[0]}, {inside[1:]}",
                              f"the row {inside}")


def is_matrix(p: Parser, node: s.Node) -> bool:
    while isinstance(node, s.Index):
        node = node.base
    meaning = p.scope[node.name] if isinstance(node, s.Letter) else None
    return meaning is not None and sort_of_meaning(meaning, {}) == "matrix"


def is_array(p: Parser, node: s.Node) -> bool:
    """Does a vector or a matrix stand in it that no index takes apart?"""
    if isinstance(node, s.Index):
        return False
    meaning = p.scope[node.name] if isinstance(node, s.Letter) else None
    if meaning is not None:
        return isinstance(meaning.domain, s.MatrixSpace | s.SetPower | s.Simplex)
    return any(is_array(p, part) for part in s.children(node))


def superscript(p: Parser, node: s.Node, start: int) -> s.Node:
    stream, closing = p.stream, p.stream.tokens[p.stream.place - 2].text
    if take_transpose(p):
        if isinstance(node, s.Vector) and closing == "]":
            return node  # [a, b]^\top is how a column is written in a line
        return s.Transpose(node, span=stream.since(start))
    if isinstance(node, s.Index) and closing not in CLOSED and is_matrix(p, node.base):
        refuse_stacked(p, start)
    exponent = exponent_of(p, start)
    if isinstance(exponent, s.Letter) and exponent.name in TRANSPOSING and is_array(p, node):
        stream.two_readings(start, "a transpose",
                            f"the power {exponent.name}, which has a meaning here")
    return s.Power(node, exponent, span=stream.since(start))


def exponent_of(p: Parser, start: int) -> s.Node:
    """What stands above, without brackets around it and without another one behind it."""
    stream = p.stream
    in_brackets = stream.texts(2) == ["{", "("] and stream.texts(5)[3:] == [")", "}"]
    exponent = p.exponent()
    if in_brackets:
        stream.two_readings(start, "a power, which is written without brackets",
                            "an index, or the order of a derivative")
    if stream.at("^"):
        stream.two_readings(start, "(a^b)^c", "a^(b^c)")
    return exponent


def at_transpose(p: Parser) -> bool:
    """Does the sign of a transpose follow the ^ that stands here?"""
    start = p.stream.place
    p.stream.skip()
    answer = take_transpose(p)
    p.stream.place = start
    return answer


def take_transpose(p: Parser) -> bool:
    """Takes the sign, if it is one: a T that has another meaning is none."""
    stream = p.stream
    for sign in (r"\top", *TRANSPOSING):
        if (sign == r"\top" or p.scope[sign] is None) \
                and (stream.take_braced(sign) or stream.take(sign)):
            return True
    return False


def factorial(p: Parser, node: s.Node, start: int) -> s.Node:
    is_power = isinstance(node, s.Power) or (isinstance(node, s.Apply) and node.name == "exp")
    if is_power and p.stream.tokens[p.stream.place - 2].text not in CLOSED:
        p.stream.two_readings(start, "the factorial of the power", "of its exponent")
    if p.stream.at("!"):
        p.stream.two_readings(start, "the factorial of the factorial", "the double factorial")
    return s.Apply("factorial", node, span=p.stream.since(start))


def primes_behind(p: Parser, node: s.Node, start: int) -> s.Node:
    """(A + B)', the transpose of what is no letter: a derivative is of a function by its name."""
    if p.stream.tokens[p.stream.place - 2].text not in CLOSED or p.stream.at("'"):
        p.stream.fail(codes.NO_MEANING, "a prime behind what is neither a function nor a matrix",
                      p.stream.since(start))
    return s.Transpose(node, span=p.stream.since(start))


PRIMARIES: dict[str, Rule] = {r"\frac": fraction, r"\sqrt": root, r"\binom": binomial}
SUFFIXES: dict[str, Suffix] = {
    "_": index, "^": superscript, "!": factorial, "'": primes_behind,
}
