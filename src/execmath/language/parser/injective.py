"""Which expressions never take a value twice, as seen from their form.

The letter stands in one place, and each operation on the way to it is one-to-one where it is
defined. Nothing is tried at points: what is not of this form is not told.
"""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language.binders import open_letters
from execmath.language.symbols import Scope

ONE_TO_ONE = frozenset({"exp", "log", "sqrt", "atan", "sinh", "tanh", "erf"})
POSITIVE = frozenset({"exp", "sqrt"})  # their values, and those of a power of a positive number


def is_one_to_one(node: s.Node, letter: s.Letter, domain: s.Node, scope: Scope) -> bool:
    """Does the node have another value for each value of the letter in its domain?"""
    if node == letter:
        return True
    parts = [part for part in s.children(node) if depends_on(part, letter)]
    if len(parts) != 1:
        return False
    (inner,) = parts
    if isinstance(node, s.Call):
        return _is_one_to_one_call(node, inner, letter, domain, scope)
    return _keeps_apart(node, inner, letter, domain) and is_one_to_one(inner, letter, domain, scope)


def _keeps_apart(node: s.Node, inner: s.Node, letter: s.Letter, domain: s.Node) -> bool:
    """Does the operation at the top have another value for each value of its one part with the
    letter?"""
    if isinstance(node, s.Apply):
        return node.name in ONE_TO_ONE
    if isinstance(node, s.Power) and inner is node.base:
        return _is_odd(node.exponent) or _is_positive(inner, letter, domain)
    return isinstance(node, s.Negative | s.Binary | s.Power)


def depends_on(node: s.Node, letter: s.Letter) -> bool:
    return any(one.name == letter.name for one in open_letters(node))


def _is_one_to_one_call(node: s.Call, inner: s.Node, letter: s.Letter, domain: s.Node,
                        scope: Scope) -> bool:
    """Of a function of one argument that the page defines: by its right side."""
    meaning = scope[node.function.name]
    definition = meaning.definition if meaning is not None else None
    if definition is None or len(definition.parameters) != 1 or definition.letter != node.function:
        return False
    parameter = definition.parameters[0]
    return is_one_to_one(definition.body, parameter.letter, parameter.domain, scope) \
        and is_one_to_one(inner, letter, domain, scope)


def _is_odd(exponent: s.Node) -> bool:
    plain = exponent.operand if isinstance(exponent, s.Negative) else exponent
    return isinstance(plain, s.Number) and plain.digits.isdigit() and int(plain.digits) % 2 == 1


def _is_positive(node: s.Node, letter: s.Letter, domain: s.Node) -> bool:
    """Never negative, that is: what is zero once is taken once."""
    if isinstance(node, s.Apply):
        return node.name in POSITIVE
    if node != letter:
        return False
    if isinstance(domain, s.Interval):
        return isinstance(domain.lower, s.Number)
    return isinstance(domain, s.Reals) and domain.relation in (">", ">=")
