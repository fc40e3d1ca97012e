"""The rules for numbers, letters and calls."""

from __future__ import annotations

from execmath.javascript.base import Refused, Translator, quoted, rule
from execmath.language import ast as s
from execmath.language.norms import square_of_norm

WORDS = {"+": "plus", "-": "minus", "*": "times", "/": "over"}
FUNCTIONS = frozenset(
    "exp log sqrt sin cos tan atan sinh cosh tanh gamma digamma trigamma abs factorial max min norm"
    " norm1 maxnorm diag trace det".split())


@rule(s.Number)
def say_number(translator: Translator, node: s.Number) -> str:
    digits = node.digits.lstrip("0") or "0"  # 012 would be octal
    return f"0{digits}" if digits.startswith(".") else digits


@rule(s.Negative)
def say_negative(translator: Translator, node: s.Negative) -> str:
    return f"r.negative({translator.say(node.operand)})"


@rule(s.Binary)
def say_binary(translator: Translator, node: s.Binary) -> str:
    return f"r.{WORDS[node.op]}({translator.say(node.left)}, {translator.say(node.right)})"


@rule(s.Power)
def say_power(translator: Translator, node: s.Power) -> str:
    if (square := square_of_norm(node)) is not None:
        return translator.say(square)
    return f"r.power({translator.say(node.base)}, {translator.say(node.exponent)})"


@rule(s.Logarithm)
def say_logarithm(translator: Translator, node: s.Logarithm) -> str:
    above, below = (f'r.apply("log", {translator.say(part)})'
                    for part in (node.argument, node.base))
    return f"r.over({above}, {below})"


@rule(s.Apply)
def say_apply(translator: Translator, node: s.Apply) -> str:
    if node.name == "pi":
        return "Math.PI"
    if node.name not in FUNCTIONS:
        raise Refused(f"the function {node.name}")
    argument = node.argument
    if node.name == "log" and isinstance(argument, s.Apply) and argument.name == "gamma":
        return f'r.apply("loggamma", {translator.say(argument.argument)})'  # gamma soon overflows
    return f"r.apply({quoted(node.name)}, {translator.say(argument)})"


@rule(s.Cardinality)
def say_cardinality(translator: Translator, node: s.Cardinality) -> str:
    return f"r.members({translator.say_set(node.domain)}).length"


@rule(s.Binomial)
def say_binomial(translator: Translator, node: s.Binomial) -> str:
    return f"r.binomial({translator.say(node.upper)}, {translator.say(node.lower)})"


@rule(s.Infinity)
def say_infinity(translator: Translator, node: s.Infinity) -> str:
    return "-Infinity" if node.negative else "Infinity"


# ----------------------------------------------------------------------------- letters


@rule(s.Letter)
def say_letter(translator: Translator, node: s.Letter) -> str:
    if node in translator.abbreviations:
        return f"{translator.defined(node)}(e)"
    definition = translator.definitions.get(node)
    if definition is None:
        return f"e.{translator.name(node)}"
    name = translator.defined(node)
    if not definition.parameters:
        return f"{name}(e)"
    outcomes = translator.say_set(definition.parameters[0].domain)
    return f"r.made((...given) => {name}(e, ...given), () => {outcomes})"


@rule(s.Call)
def say_call(translator: Translator, node: s.Call) -> str:
    definition = translator.definitions.get(node.function)
    if any(isinstance(argument, s.Hole) for argument in node.arguments):
        return _opened(translator, node, definition)
    arguments = ", ".join(map(translator.say, node.arguments))
    if definition and definition.parameters and node.function not in translator.abbreviations:
        return f"{translator.defined(node.function)}(e, {arguments})"
    return f"r.called({translator.say(node.function)}, {arguments})"


def _opened(translator: Translator, node: s.Call, definition: s.Definition | None) -> str:
    r"""f(\cdot; \theta): the function of what is left open."""
    if definition is None or len(definition.parameters) != len(node.arguments):
        raise Refused("a function that is left open, of which no set is declared")
    place = next(i for i, a in enumerate(node.arguments) if isinstance(a, s.Hole))
    outcomes = translator.say_set(definition.parameters[place].domain)
    filled = ", ".join("undefined" if isinstance(argument, s.Hole) else translator.say(argument)
                       for argument in node.arguments)
    return f"r.opened({translator.say(node.function)}, [{filled}], () => {outcomes})"
