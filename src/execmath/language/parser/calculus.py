r"""LaTeX -> derivatives by a letter, gradients, and values at a point."""

from __future__ import annotations

from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.differences import difference, letter_between
from execmath.language.parser.functions import TRANSPOSING, one_argument
from execmath.language.parser.lists import indices
from execmath.language.parser.names import fresh_name
from execmath.language.parser.pratt import Attempt, Parser, Rule
from execmath.language.parser.reach import CLOSED, Tail, loose_end, occurs

ONE = s.Number("1")


class Variable(NamedTuple):
    """What a derivative is by."""

    letter: s.Letter
    component: s.Node | None
    times: s.Node


# ------------------------------------------------------------------------ by a letter


def is_sign(p: Parser, place: int) -> bool:
    r"""\partial, an upright d, or an italic one that has no other meaning."""
    text = p.stream.tokens[min(place, len(p.stream.tokens) - 1)].text
    return text == r"\partial" or (text in ("d", r"\operatorname{d}") and p.scope[text] is None)


def at_derivative(p: Parser) -> bool:
    stream = p.stream
    if stream.at(r"\partial"):
        return True
    if stream.texts(2) != [r"\frac", "{"]:
        return False
    if not is_sign(p, stream.place + 2):
        refuse_other_d(p)
        return False
    below = behind_group(p, stream.place + 1)
    return stream.tokens[below].text == "{" and is_sign(p, below + 1)


def refuse_other_d(p: Parser) -> None:
    r"""\frac{d}{ds} where d is a number: a derivative or a quotient?"""
    stream = p.stream
    start, below = stream.place, behind_group(p, stream.place + 1)
    above = [token.text for token in stream.tokens[start + 2 : below - 1]]
    beneath = [token.text for token in stream.tokens[below : below + 4]]
    closes = len(beneath) == 4 and beneath[3] in ("}", "^")
    if above[:1] == ["d"] and (above[1:2] in ([], ["^"])) and beneath[1:2] == ["d"] and closes:
        stream.fail(codes.DIVISION, "two readings: a derivative, or a quotient with the d that is "
                    r"a number here; write \mathrm{d} for the derivative")


def behind_group(p: Parser, place: int) -> int:
    """The place behind the group that opens at `place`."""
    depth = 0
    for index, token in enumerate(p.stream.tokens[place:], place):
        depth += (token.text == "{") - (token.text == "}")
        if depth == 0:
            return index + 1
    return len(p.stream.tokens) - 1


def fraction_of_signs(p: Parser) -> s.Node | None:
    return derivative(p) if at_derivative(p) else None


def bare_sign(p: Parser) -> s.Node:
    r"""\partial_x f(x), \partial_{\eta_i} A(\eta): by the letter that is named below."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    named = s.Number("0") if not stream.take("_") else p.group("the letter of the derivative")
    letter = named.base if isinstance(named, s.Index) else named
    meaning = p.scope[letter.name] if isinstance(letter, s.Letter) else None
    if not isinstance(letter, s.Letter) or meaning is None \
            or isinstance(meaning.domain, s.IntegerRange | s.FiniteSet):
        stream.fail(codes.DERIVATIVE, r"write \frac{\partial}{\partial \eta_i} or "
                    r"\partial_{\eta_i}, which names the letter", stream.since(start))
    body = body_of(p, [letter.name], start)
    refuse_constant_call(p, letter, body, start)
    component = named.index if isinstance(named, s.Index) else None
    return s.Partial(letter, component, body, span=stream.since(start))


def derivative(p: Parser) -> s.Node:
    r"""\frac{\partial^2}{\partial \eta_i \partial \eta_j} body, \frac{d^n}{ds^n} body; the body
    may stand above the line too."""
    stream, start = p.stream, p.stream.place
    stream.skip(3)
    order = p.group("the order") if stream.take("^") else ONE
    body = None if stream.at("}") else p.term()
    stream.expect("}", "to close what stands above the derivative")
    variables = variables_below(p)
    power = power_below(order, variables)
    if power is not None:
        variables = [variables[0]._replace(times=ONE)]
    check_order(p, order, variables, start)
    names = [variable.letter.name for variable in variables]
    p.tail = CLOSED
    if body is None:
        body = body_of(p, names, start)
    for variable in variables:
        refuse_constant_call(p, variable.letter, body, start)
    for variable in reversed(variables):
        body = s.Partial(variable.letter, variable.component, body, variable.times,
                         span=stream.since(start))
    return body if power is None else by_a_power(variables[0], power, body)


def power_below(order: s.Node, variables: list[Variable]) -> s.Number | None:
    r"""The 2 of \frac{d}{d\sigma^2}, the first derivative by the number \sigma^2; the second one by
    \sigma has a 2 above the line as well."""
    times = variables[0].times if len(variables) == 1 else ONE
    return times if order == ONE and isinstance(times, s.Number) and times != ONE else None


def by_a_power(variable: Variable, power: s.Number, body: s.Node) -> s.Node:
    r"""What the derivative by x^n is: that by x over n x^{n - 1}."""
    letter: s.Node = variable.letter
    if variable.component is not None:
        letter = s.Index(letter, variable.component, span=letter.span)
    less = s.Binary("-", power, ONE, span=power.span)
    slope = s.Binary("*", power, s.Power(letter, less, span=letter.span), span=letter.span)
    return s.Binary("/", body, slope, span=body.span)


def body_of(p: Parser, names: list[str], start: int) -> s.Node:
    """What an operator of differentiation stands before: the term behind it."""
    body = p.term()
    for factor in p.factors[1:]:
        if factor.operator and any(map(factor.has, names)):
            p.stream.two_readings(start, "the derivative of all that follows",
                                  f"of what stands before {factor.operator} alone")
    p.tail = Tail(p.factors, frozenset(), loose_end(p.factors, names))
    return body


def refuse_constant_call(p: Parser, letter: s.Letter, body: s.Node, start: int) -> None:
    r"""\frac{d}{dx} f(c): nothing, or the derivative of f at c?"""
    if occurs(letter.name, body) or letter in letters_behind_definitions(p, body):
        return
    for node in s.walk(body):
        if isinstance(node, s.Call):
            p.stream.fail(codes.TWO_READINGS, f"two readings: 0, since {letter.name} does not "
                          f"stand in it, or the derivative of {node.function.name} there; write "
                          rf"\left. … \right|_{{{letter.name} = …}}, or primes, for the latter",
                          p.stream.since(start))


def letters_behind_definitions(p: Parser, body: s.Node) -> set[s.Letter]:
    """The letters of the page that the value depends on; parameters are nobody else's."""

    def meaning(letter: s.Letter) -> list[s.Node | None]:
        of_page = p.scope[letter.name] if letter.binding else None
        return [of_page.definition.body if of_page is not None and of_page.definition else None]

    return {letter for letter in s.letters_behind(body, meaning) if letter.binding}


def variables_below(p: Parser) -> list[Variable]:
    p.stream.expect("{", "with what the derivative is by")
    variables = []
    while is_sign(p, p.stream.place):
        p.stream.skip()
        variables.append(variable_below(p))
    p.stream.expect("}", "to close the derivative")
    return variables


def variable_below(p: Parser) -> Variable:
    stream = p.stream
    letter = p.grammar.letter(p)
    if isinstance(letter, s.Index) and isinstance(letter.base, s.Letter):  # x_1, of x_1, …, x_n
        times = p.group("the order") if stream.take("^") else ONE
        return Variable(letter.base, letter.index, times)
    if not isinstance(letter, s.Letter):
        stream.fail(codes.DERIVATIVE, "a derivative is by a letter, or by one component of it",
                    letter.span)
    index = indices(p) if stream.take("_") else []
    if len(index) > 1:
        stream.fail(codes.DERIVATIVE, "a derivative is by a letter, or by one component of it",
                    index[1].span)
    times = p.group("the order") if stream.take("^") else ONE
    return Variable(letter, index[0] if index else None, times)


def check_order(p: Parser, order: s.Node, variables: list[Variable], start: int) -> None:
    """The order above the line is the sum of those below."""
    below = [variable.times for variable in variables]
    numerals = [int(t.digits) for t in (order, *below) if isinstance(t, s.Number)]
    counted = len(numerals) == 1 + len(below) and numerals[0] == sum(numerals[1:])
    if not below or not (counted or below == [order]):
        p.stream.fail(codes.DERIVATIVE,
                      "above and below the line the derivative has different orders",
                      p.stream.since(start))


# ----------------------------------------------------------------------------- of a function


def nabla(p: Parser) -> s.Node:
    r"""\nabla A(\eta), \nabla^2 A(\eta), and \nabla_\eta of what stands behind."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    second = second_order(p)
    if stream.take("_"):
        return gradient_by(p, start, second)
    function = function_behind(p, r"\nabla", start)
    argument = one_argument(p, r"\nabla; \nabla_\eta names a letter and", start)
    kind = s.Hessian if second else s.Gradient
    p.tail = CLOSED
    signs = (r"\top", *TRANSPOSING)
    if p.stream.at("^") and p.stream.ahead().text not in signs \
            and p.stream.texts(5)[1:] != ["{", "-", "1", "}"] \
            and not (p.stream.ahead().text == "{" and p.stream.ahead(2).text in signs):
        p.stream.two_readings(start, "the power of the derivative", "the derivative of the power")
    return p.postfix(kind(function, argument, span=stream.since(start)), start)


def gradient_by(p: Parser, start: int, second: bool) -> s.Node:
    letter = p.group("the letter of the gradient")
    if not isinstance(letter, s.Letter):
        p.stream.fail(codes.DERIVATIVE, r"\nabla with an index is by a letter, as in \nabla_\eta",
                      letter.span)
    order = 2 if second or second_order(p) else 1
    body = body_of(p, [letter.name], start)
    refuse_constant_call(p, letter, body, start)
    return s.GradientBy(letter, order, body, span=p.stream.since(start))


def second_order(p: Parser) -> bool:
    if not p.stream.take("^"):
        return False
    if p.group("the order") != s.Number("2"):
        p.stream.fail(codes.DERIVATIVE, r"\nabla and \nabla^2 are in the grammar")
    return True


def function_behind(p: Parser, sign: str, start: int) -> s.Letter:
    function = p.grammar.letter(p)
    if not isinstance(function, s.Letter) or not p.is_function(function) \
            or not p.stream.at("(", "["):
        p.stream.fail(codes.DERIVATIVE,
                      rf"{sign} stands before a function and its argument, as in {sign} A(\eta); "
                      rf"\nabla_\eta stands before any expression", p.stream.since(start))
    return function


def jacobian(p: Parser) -> s.Node:
    start = p.stream.place
    p.stream.skip()
    function = function_behind(p, r"\mathrm{D}", start)
    argument = one_argument(p, r"\mathrm{D}", start)
    return s.Jacobian(function, argument, span=p.stream.since(start))


# --------------------------------------------------------------------------------- at a point


def evaluated(p: Parser) -> s.Node:
    r"""\left. body \right|_{s = 0}: the letter stands at the end, so it is looked for first."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    bar = closing_bar(p, start)
    if two_ends := letter_between(p, stream.place, bar):
        return difference(p, two_ends, bar, start, bars=1)
    if [token.text for token in stream.tokens[bar + 1 : bar + 3]] != ["_", "{"]:
        stream.fail(codes.AT_A_POINT,
                    r"expected the point, as in \left. f(s) \right|_{s = 0}", stream.since(start))
    name = stream.tokens[bar + 3].text
    with p.local(), stream.with_bars(1):
        letter = p.scope.bind(name)
        body = p.expression()
    if stream.place != bar:
        stream.fail(codes.UNBALANCED, "expected the bar that \\left. is closed by, found "
                    f"{str(stream.token)!r}")
    stream.skip(3)
    if fresh_name(p) != name:
        stream.fail(codes.AT_A_POINT, "the letter at the bar has no index")
    stream.expect("=", "behind the letter at the bar")
    value = p.expression()
    stream.expect("}", "to close the point")
    return s.At(letter, value, body, span=stream.since(start))


def closing_bar(p: Parser, start: int) -> int:
    stream = p.stream
    depth, opened = 0, 1
    for place in range(stream.place, len(stream.tokens)):
        text = stream.tokens[place].text
        depth += (text in ("(", "{", "[")) - (text in (")", "}", "]"))
        opened += text == r"\left."
        if text == "|" and depth == 0 and stream.tokens[place + 1].text in ("_", "^"):
            opened -= 1
            if opened == 0:
                return place
    stream.fail(codes.AT_A_POINT, r"\left. is closed by \right|_{...}, with the point that is set "
                "in", stream.since(start))


FACTORS: dict[str, Attempt] = {
    r"\frac": fraction_of_signs, r"\partial": bare_sign, r"\nabla": nabla,
}
PRIMARIES: dict[str, Rule] = {r"\left.": evaluated}
NAMES: dict[str, Attempt] = {r"\operatorname{D}": jacobian}
