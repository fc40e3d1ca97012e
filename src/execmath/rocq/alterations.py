"""A formal statement, altered in one node: what its execution has to notice."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from execmath.rocq import term_parser as t

OTHER_WORDS = {"exp": "sinh", "ln": "sqrt", "sqrt": "exp", "sum": "product", "Rabs": "exp",
               "maximum": "minimum", "minimum": "maximum", "INR": "unit_vector",
               "Rpower": "Rmult"}
OTHER_OPERATORS = {"+": "-", "-": "+", "*": "+", "/": "*", "^": "*", "=": "<=", "<=": "<",
                   ">=": ">", ">": ">=", "<": "<=", "<>": "=", "<=?": "=?", "=?": "<=?"}


def altered_statements(body: t.Term, links: int) -> Iterator[t.Term]:
    """The statements that differ from one in a single node of one of its links, which are the last
    parts of what it says."""
    parts = list(conjuncts(conclusion(body)))
    for place in range(max(len(parts) - links, 0), len(parts)):
        for other in altered(parts[place]):
            yield with_conclusion(body, _joined([*parts[:place], other, *parts[place + 1 :]]))


def altered(term: t.Term) -> Iterator[t.Term]:
    """The terms that differ from one in a single node."""
    yield from _altered_here(term)
    node: Any = term
    for field in dataclasses.fields(node):
        below = getattr(node, field.name)
        if isinstance(below, tuple):
            for place, operand in enumerate(below):
                for other in altered(operand):
                    changed = (*below[:place], other, *below[place + 1 :])
                    yield dataclasses.replace(node, **{field.name: changed})
        elif dataclasses.is_dataclass(below) and field.name != "type":
            inner: Any = below
            for other in altered(inner):
                yield dataclasses.replace(node, **{field.name: other})


def _altered_here(term: t.Term) -> Iterator[t.Term]:
    match term:
        case t.Numeral(value):
            yield t.Numeral(value + 1)
        case t.Word("i"):
            yield t.Numeral(1)
        case t.Word(name) if name in OTHER_WORDS:
            yield t.Word(OTHER_WORDS[name])
        case t.Operation(operator, operands) if operator in OTHER_OPERATORS:
            if len(operands) == 2:
                yield t.Operation(OTHER_OPERATORS[operator], operands)
            else:
                yield operands[0]


def conclusion(term: t.Term) -> t.Term:
    """What is said behind the quantifiers and the assumptions."""
    match term:
        case t.ForAll(_, kind, body) if kind is not None:  # without, it counts components
            return conclusion(body)
        case t.Operation("->", (_, right)):
            return conclusion(right)
    return term


def with_conclusion(term: t.Term, new: t.Term) -> t.Term:
    match term:
        case t.ForAll(name, kind, body) if kind is not None:
            return t.ForAll(name, kind, with_conclusion(body, new))
        case t.Operation("->", (left, right)):
            return t.Operation("->", (left, with_conclusion(right, new)))
    return new


def conjuncts(term: t.Term) -> Iterator[t.Term]:
    match term:
        case t.Operation("/\\", (left, right)):
            yield from conjuncts(left)
            yield from conjuncts(right)
        case _:
            yield term


def _joined(parts: list[t.Term]) -> t.Term:
    *others, last = parts
    for part in reversed(others):
        last = t.Operation("/\\", (part, last))
    return last
