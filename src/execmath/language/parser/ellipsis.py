r"""What an ellipsis stands for: `f_1, \ldots, f_k` is f_j for j = 1, ..., k.

The pattern is found from the first and the last item. They must be alike but for one thing: a
numeral in the first, an expression in its place in the last, the same wherever they differ.
"""

from __future__ import annotations

from dataclasses import Field, fields, replace

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.ast import walk
from execmath.language.tokens import LatexError

INDEX = s.Letter(r"\cdot")  # no author can type this as a name
ROW_INDEX = s.Letter(r"\cdot\cdot")  # of an ellipsis of rows, which may have one each


def run_between(before: list[s.Node], last: s.Node, dots: s.Span,
                index: s.Letter = INDEX) -> list[s.Node]:
    """The items with the ellipsis resolved; `before` are those in front of the dots."""
    if any(index in walk(item) for item in (*before, last)):
        raise LatexError(codes.ELLIPSIS, "an ellipsis within an ellipsis", dots)
    for length in range(1, len(before) + 1):
        first = before[-length]
        run = _run(first, last, dots, index)
        if run is None:
            continue
        if before[-length:] == [_item(run, offset) for offset in range(length)]:
            _check_step(before[:-length], run, last, dots)
            return [*before[:-length], replace(run, written=(*before[-length:], last))]
    if before[-1] == last:
        written = (before[-1], last)
        return [*before[:-1], s.Run(index, s.Number("1"), None, last, written=written, span=dots)]
    raise LatexError(codes.ELLIPSIS, "no pattern leads from the items before the ellipsis to the "
                     "one behind it", dots)


def counts_in_steps(first: s.Node, last: s.Node) -> bool:
    """2, ..., 2n: all numbers, or the even ones? 2, ..., 2^n: the powers of two?"""
    if not isinstance(first, s.Number) or first.digits in ("0", "1"):
        return False
    if isinstance(last, s.Binary) and last.op == "*":
        return first in (last.left, last.right)
    return isinstance(last, s.Power) and last.base == first


def _check_step(before: list[s.Node], run: s.Run, last: s.Node, dots: s.Span) -> None:
    """`1, 3, \\ldots, 9` does not mean 1, 3, 4, 5, ..., 9: an item like those of the run, in
    front of it, must be the one that precedes it."""
    other = _run(before[-1], last, dots, run.letter) if before else None
    if other is not None and other.body == run.body and before[-1] != _item(run, -1):
        raise LatexError(codes.ELLIPSIS, "the items before the ellipsis do not count up by one",
                         dots)


def _run(first: s.Node, last: s.Node, dots: s.Span, index: s.Letter) -> s.Run | None:
    differences: set[tuple[s.Node, s.Node]] = set()
    body = _unify(first, last, differences, index)
    if body is None or len(differences) != 1:
        return None
    low, high = differences.pop()
    if counts_in_steps(low, high):
        raise LatexError(codes.TWO_READINGS, "two readings: the ellipsis counts up by one, or in "
                         "multiples or powers of its first number; the second item would decide",
                         dots)
    return s.Run(index, low, high, body, span=dots)


def _parts(node: s.Node) -> list[Field[object]]:
    """All that a node is made of; where it stands is no part of it."""
    return [item for item in fields(node) if item.init and item.name != "span"]


def _unify(first: s.Node, last: s.Node, differences: set[tuple[s.Node, s.Node]],
           index: s.Letter) -> s.Node | None:
    """`first` with the index letter where `last` differs; None where the two cannot be one."""
    if first == last:
        return first
    if isinstance(first, s.Number) and first.digits.isdigit():
        differences.add((first, last))
        return index
    if type(first) is not type(last):
        return None
    changes: dict[str, object] = {}
    for item in _parts(first):
        merged = _unify_field(getattr(first, item.name), getattr(last, item.name), differences,
                              index)
        if merged is None and getattr(first, item.name) is not None:
            return None
        changes[item.name] = merged
    return replace(first, **changes)  # type: ignore[arg-type]


def _unify_field(first: object, last: object, differences: set[tuple[s.Node, s.Node]],
                 index: s.Letter) -> object:
    if isinstance(first, s.Node) and isinstance(last, s.Node):
        return _unify(first, last, differences, index)
    if isinstance(first, tuple) and isinstance(last, tuple) and len(first) == len(last):
        merged = tuple(_unify_field(a, b, differences, index)
                       for a, b in zip(first, last, strict=True))
        return None if None in merged else merged
    return first if first == last else None


def _item(run: s.Run, offset: int) -> s.Node:
    low = run.first
    assert isinstance(low, s.Number)
    return _substitute(run.body, run.letter, s.Number(str(int(low.digits) + offset)))


def _substitute(node: s.Node, letter: s.Node, index: s.Node) -> s.Node:
    if node == letter:
        return index
    changes: dict[str, object] = {}
    for item in _parts(node):
        value = getattr(node, item.name)
        if isinstance(value, s.Node):
            changes[item.name] = _substitute(value, letter, index)
        elif isinstance(value, tuple):
            changes[item.name] = tuple(_substitute(part, letter, index) for part in value)
    return replace(node, **changes)  # type: ignore[arg-type]


def count_items(body: s.Node, codomain: s.Node | None) -> s.Node:
    r"""(1, \ldots, 1) \in \mathbb{R}^k: the set that it is in says how many ones there are."""
    runs: list[s.Run] = [node for node in s.walk(body)
                         if isinstance(node, s.Run) and node.last is None]
    if not runs:
        return body
    if isinstance(body, s.Vector) and body.items == (runs[0],) and isinstance(codomain, s.SetPower):
        run = replace(runs[0], last=codomain.exponent)
        return replace(body, items=(run,))
    raise LatexError(codes.HOW_MANY, r"how many items? All are alike; as a definition, "
                     r"(1, \ldots, 1) \in \mathbb{R}^k would say it", runs[0].span)
