"""The rules for sets."""

from __future__ import annotations

from execmath.javascript.base import Refused, Translator, quoted, set_rule
from execmath.language import ast as s


@set_rule(s.Reals)
def say_reals(translator: Translator, node: s.Reals) -> str:
    return f"r.reals({quoted(node.relation) if node.relation else ''})"


@set_rule(s.Interval)
def say_interval(translator: Translator, node: s.Interval) -> str:
    ends = f"{translator.say(node.lower)}, {translator.say(node.upper)}"
    return f"r.interval({ends}, {_boolean(node.open_below)}, {_boolean(node.open_above)})"


@set_rule(s.IntegerRange)
def say_integer_range(translator: Translator, node: s.IntegerRange) -> str:
    last = "Infinity" if node.last is None else translator.say(node.last)
    return f"r.integers({translator.say(node.first)}, {last})"


@set_rule(s.FiniteSet)
def say_finite_set(translator: Translator, node: s.FiniteSet) -> str:
    return f"r.listed([{', '.join(map(translator.say, node.items))}])"


@set_rule(s.SetPower)
def say_set_power(translator: Translator, node: s.SetPower) -> str:
    return f"r.vectors({translator.say_set(node.base)}, {translator.say(node.exponent)})"


@set_rule(s.SetProduct)
def say_set_product(translator: Translator, node: s.SetProduct) -> str:
    return f"r.product([{', '.join(map(translator.say_set, node.factors))}])"


@set_rule(s.MatrixSpace)
def say_matrix_space(translator: Translator, node: s.MatrixSpace) -> str:
    sizes = f"{translator.say(node.rows)}, {translator.say(node.columns)}"
    return f"r.matrices({translator.say_set(node.base)}, {sizes})"


@set_rule(s.Simplex)
def say_simplex(translator: Translator, node: s.Simplex) -> str:
    return f"r.simplex(r.plus({translator.say(node.dimension)}, 1))"


@set_rule(s.OneHot)
def say_one_hot(translator: Translator, node: s.OneHot) -> str:
    return f"r.oneHot({translator.say(node.size)})"


@set_rule(s.SymmetricGroup)
def say_symmetric_group(translator: Translator, node: s.SymmetricGroup) -> str:
    return f"r.permutations({translator.say(node.size)})"


@set_rule(s.Functions)
def say_functions(translator: Translator, node: s.Functions) -> str:
    """As tables of their values, where the set is finite."""
    source = node.domain
    while isinstance(source, s.Letter):
        source = translator.definitions[source].body
    if not isinstance(source, s.IntegerRange | s.FiniteSet | s.OneHot) \
            or (isinstance(source, s.IntegerRange) and source.last is None):
        raise Refused("a letter that is a function of any number")
    return f"r.tables({translator.say_set(source)}, {translator.say_set(node.codomain)})"


def _boolean(value: bool) -> str:
    return "true" if value else "false"
