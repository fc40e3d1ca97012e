"""Which altered formulas follow from the claim, and which dropped term the check failed to see.

A claim for all letters holds also where one letter is another of the same set, so an altered
formula of that form is no finding. Where a term of an integrand can be dropped, its own integral
must be zero: if it is not, the quadrature has missed it.
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
    return (isinstance(old, s.Letter) and isinstance(new, s.Letter)
            and _are_alike(old, new, original, context)
            and not _remains(old, altered, original, context))


def _are_alike(old: s.Letter, new: s.Letter, claim: s.Claim, context: Context) -> bool:
    """Do two letters range over one set, the old one freely?"""
    sets = _sets(claim, context)
    return (_set_of(old, sets, context) is not None and old not in context.definitions
            and _set_of(old, sets, context) == _set_of(new, sets, context)
            and not {old, new} & _bound_letters(claim))


def _remains(letter: s.Letter, altered: s.Claim, original: s.Claim, context: Context) -> bool:
    """Does the altered claim still depend on a letter?"""
    conditions = [h for h in original.hypotheses if not isinstance(h, s.Membership)]
    elsewhere = [*altered.links, *conditions, *_sets(original, context).values()]
    return (letter in context.dependencies(*altered.links)
            or any(letter in s.walk(node) for node in elsewhere))


def _sets(claim: s.Claim, context: Context) -> dict[s.Letter, s.Node]:
    """The sets of the letters, those of the claim's own hypotheses before those of the page."""
    own = {h.letter: h.domain for h in claim.hypotheses if isinstance(h, s.Membership)}
    return {**context.domains, **own}


def _bound_letters(claim: s.Claim) -> set[s.Letter]:
    """The letters of sums, integrals and the like."""
    return {node.letter for link in claim.links for node in s.walk(link)
            if isinstance(node, s.Fold | s.Integral | s.SetIntegral | s.Expectation | s.Run)}


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
    """Do two nodes of one kind differ in a field that holds no node, such as an operator?"""
    node_fields = s.holding(type(one))
    return any(getattr(one, name) != getattr(other, name)
               for name in one.__dataclass_fields__ if name not in node_fields and name != "span"
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
    term = _dropped_term(old, new)
    around = _sum_around(old, original)
    return None if term is None or around is None else _with(around, old, term)


def _dropped_term(old: s.Binary, new: s.Node) -> s.Node | None:
    """The term of a sum or a difference that is lost where `new` stands in its place."""
    if new == old.left:
        return old.right
    right = s.Negative(old.right) if old.op == "-" else old.right
    return old.left if new == right else None


def _sum_around(part: s.Node, claim: s.Claim) -> s.Node | None:
    """The first integral or sum whose body has a part."""
    return next((node for link in claim.links for node in s.walk(link)
                 if isinstance(node, ADDING) and part in s.walk(node.body)), None)


def _with(node: s.Node, old: s.Node, new: s.Node) -> s.Node | None:
    """The tree with `new` in the place of `old`, if its value is linear in that part."""
    if node == old:
        return new
    if isinstance(node, s.Binary) and node.op in "+-":  # the other term has no part in it
        return _with(node.left if old in s.walk(node.left) else node.right, old, new)
    for name in _linear_fields(node):
        part = getattr(node, name)
        if old in s.walk(part):
            inner = _with(part, old, new)
            return None if inner is None else replace(node, **{name: inner})  # type: ignore
    return None


def _linear_fields(node: s.Node) -> tuple[str, ...]:
    """The parts that the value of a node is linear in, each by itself."""
    if isinstance(node, s.Integral | s.SetIntegral | s.Expectation):
        return ("body",)
    if isinstance(node, s.Fold):
        return ("body",) if node.name == "sum" else ()
    if isinstance(node, s.Negative):
        return ("operand",)
    if isinstance(node, s.Binary):
        return ("left", "right") if node.op == "*" else ("left",)
    return ()
