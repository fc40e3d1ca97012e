"""Which altered formulas say nothing new, and which terms can be dropped only since nobody looks.

A claim for all letters holds for the case in which one of them is another of the same set; that is
no finding. And where a term of an integrand can be dropped, its own integral must be zero: if it is
not, the quadrature has not seen it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from execmath.language import ast as s
from execmath.language.context import Context

ADDING = (s.Integral, s.SetIntegral, s.Expectation, s.Fold)


def is_special_case(altered: s.Statement, original: s.Statement | None, context: Context) -> bool:
    """Is one letter of the claim another of the same set, wherever it stands?"""
    if not (isinstance(altered, s.Claim) and isinstance(original, s.Claim)) \
            or altered.hypotheses != original.hypotheses:
        return False
    changes = set(_changes(original, altered))
    if len(changes) != 1:
        return False
    ((old, new),) = changes
    if not (isinstance(old, s.Letter) and isinstance(new, s.Letter)):
        return False
    own = {h.letter: h.domain for h in original.hypotheses if isinstance(h, s.Membership)}
    asked = [h for h in original.hypotheses if not isinstance(h, s.Membership)]
    sets = {**context.domains, **own}
    bound = {node.letter for link in original.links for node in s.walk(link)
             if isinstance(node, s.Fold | s.Integral | s.SetIntegral | s.Expectation | s.Run)}
    elsewhere = [*altered.links, *asked, *sets.values()]
    return (_set_of(old, sets, context) is not None and old not in context.definitions
            and _set_of(old, sets, context) == _set_of(new, sets, context)
            and not {old, new} & bound and old not in context.dependencies(*altered.links)
            and not any(old in s.walk(node) for node in elsewhere))


def _set_of(letter: s.Letter, sets: dict[s.Letter, s.Node], context: Context) -> s.Node | None:
    definition = context.definitions.get(letter)
    if definition is not None:
        return definition.codomain if not definition.parameters else None
    return sets.get(letter)


def _changes(one: s.Node, other: s.Node) -> Iterator[tuple[s.Node, s.Node]]:
    """The smallest parts in which two trees differ."""
    if one == other:
        return
    below, beside = s.children(one), s.children(other)
    if type(one) is not type(other) or len(below) != len(beside) or not below \
            or _differs_itself(one, other):
        yield one, other
        return
    for a, b in zip(below, beside, strict=True):
        yield from _changes(a, b)


def _differs_itself(one: s.Node, other: s.Node) -> bool:
    """Do two nodes of a kind differ in what is no node, such as an operator?"""
    held = s.holding(type(one))
    return any(getattr(one, name) != getattr(other, name)
               for name in one.__dataclass_fields__ if name not in held and name != "span"
               and one.__dataclass_fields__[name].compare)


def dropped_alone(altered: s.Statement, original: s.Statement | None) -> s.Node | None:
    """The integral or the sum of a term that an altered formula lacks, by itself; None where
    nothing was dropped inside of one, or where it does not depend on the term linearly."""
    if not (isinstance(altered, s.Claim) and isinstance(original, s.Claim)):
        return None
    changes = list(_changes(original, altered))
    if len(changes) != 1:
        return None
    ((old, new),) = changes
    if not (isinstance(old, s.Binary) and old.op in "+-"):
        return None
    lost = old.right if new == old.left else old.left if _is(new, old) else None
    if lost is None:
        return None
    for link in original.links:
        for node in s.walk(link):
            if isinstance(node, ADDING) and old in s.walk(node.body):
                return _with(node, old, lost)
    return None


def _is(new: s.Node, old: s.Binary) -> bool:
    return new == (s.Negative(old.right) if old.op == "-" else old.right)


def _with(node: s.Node, old: s.Node, new: s.Node) -> s.Node | None:
    """The tree with another part, if its value is linear in that part."""
    if node == old:
        return new
    linear: dict[type[s.Node], tuple[str, ...]] = {
        s.Integral: ("body",), s.SetIntegral: ("body",), s.Expectation: ("body",),
        s.Fold: ("body",) if isinstance(node, s.Fold) and node.name == "sum" else (),
        s.Negative: ("operand",),
        s.Binary: ("left", "right") if isinstance(node, s.Binary) and node.op == "*" else ("left",),
    }
    for name in linear.get(type(node), ()):
        part = getattr(node, name)
        if old in s.walk(part) and not (isinstance(node, s.Binary) and node.op in "+-"):
            inner = _with(part, old, new)
            return None if inner is None else replace(node, **{name: inner})  # type: ignore
    if isinstance(node, s.Binary) and node.op in "+-":  # the other term has no part in it
        side = node.left if old in s.walk(node.left) else node.right
        return _with(side, old, new)
    return None
