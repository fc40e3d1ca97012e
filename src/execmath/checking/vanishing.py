"""Does an expression show by its form that it is never zero? Then nothing need be solved for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from execmath.language import ast as s
from execmath.language.context import Context

SINGULAR = frozenset({"log", "sqrt", "gamma", "digamma", "trigamma"})  # at zero
TURNING = frozenset({"abs", "max", "min", "tan", "maxnorm", "norm1"})  # at any sign
SWITCHING = TURNING | {"sqrt", "arctan"}
POSITIVE = frozenset({"exp", "cosh", "pi", "factorial"})
KEEPING = frozenset({"sqrt", "gamma", "max", "min"})  # positive where their arguments are


class Signs:
    """Of expressions whose letters mean what a page and the claim's own hypotheses say."""

    def __init__(self, context: Context, own: Sequence[s.Hypothesis]) -> None:
        self.context = context
        self.sets: dict[s.Letter, s.Node] = dict(context.domains)
        self.values: dict[s.Letter, s.Node] = {}
        for hypothesis in own:
            if isinstance(hypothesis, s.Membership):
                self.sets[hypothesis.letter] = hypothesis.domain
            elif isinstance(hypothesis, s.Abbreviation):
                self.values[hypothesis.letter] = hypothesis.value
        self._positive: dict[s.Node, bool] = {}

    def is_positive(self, node: s.Node) -> bool:
        """False where the form does not tell."""
        if node not in self._positive:
            self._positive[node] = False  # while it is worked out
            self._positive[node] = self._worked_out(node)
        return self._positive[node]

    def _worked_out(self, node: s.Node) -> bool:
        if isinstance(node, s.Number):
            return float(node.digits) > 0
        if isinstance(node, s.Binary):
            return node.op != "-" and self.is_positive(node.left) and self.is_positive(node.right)
        if isinstance(node, s.Apply):
            return node.name in POSITIVE or (node.name in KEEPING
                                             and self.is_positive(node.argument))
        if isinstance(node, s.Power):
            return self.is_positive(node.base)
        if isinstance(node, s.Vector):
            return all(map(self.is_positive, node.items))
        return self._of_letters(node)

    def _of_letters(self, node: s.Node) -> bool:
        if isinstance(node, s.Fold | s.Integral | s.SetIntegral | s.Run):
            if isinstance(node, s.Fold | s.SetIntegral):
                self.sets.setdefault(node.letter, node.domain)
            return self.is_positive(node.body)
        if isinstance(node, s.Call):
            return self._is_positive_call(node.function)
        if isinstance(node, s.Index):
            return self.is_positive(node.base)
        if isinstance(node, s.Letter):
            value = self.values.get(node) or _body(self.context.definitions, node)
            return self.is_positive(value) if value else _has_positive(self.sets.get(node))
        return False

    def _is_positive_call(self, function: s.Letter) -> bool:
        definition, declared = self.context.definitions.get(function), self.sets.get(function)
        if definition is not None:
            for parameter in definition.parameters:
                self.sets.setdefault(parameter.letter, parameter.domain)
            return self.is_positive(definition.body)
        if isinstance(declared, s.Functions | s.SmoothFunctions):
            return _has_positive(declared.codomain)
        return False

    def critical(self, node: s.Node) -> Iterator[s.Node]:
        """What may be zero in a tree or, where it is zero, turns into something else."""
        for part in s.walk(node):
            base = _singular_at_zero(part)
            if base is not None:
                yield from self._unless_positive(base)
            elif isinstance(part, s.Apply) and part.name in TURNING:
                yield part.argument
            elif isinstance(part, s.Condition) or _is_extreme(part):
                yield part

    def may_switch(self, part: s.Node) -> bool:
        """Is it a part by which an expression may be one analytic function here, and another one
        there?"""
        if isinstance(part, s.Power):
            return not _is_whole(part.exponent) and not self.is_positive(part.base)
        return isinstance(part, s.Condition | s.Belonging) or _is_extreme(part) \
            or (isinstance(part, s.Apply) and part.name in SWITCHING)

    def _unless_positive(self, node: s.Node) -> Iterator[s.Node]:
        if any(isinstance(part, s.Letter) for part in s.walk(node)) and not self.is_positive(node):
            yield node


def _singular_at_zero(node: s.Node) -> s.Node | None:
    """The part of a node at whose zeros the node may have no value."""
    if isinstance(node, s.Binary) and node.op == "/":
        return node.right
    if isinstance(node, s.Power) and not _is_whole(node.exponent):
        return node.base
    if isinstance(node, s.Apply) and node.name in SINGULAR:
        return node.argument
    return None


def _is_extreme(node: s.Node) -> bool:
    return isinstance(node, s.Fold) and node.name in ("max", "min")


def _body(definitions: Mapping[s.Letter, s.Definition], letter: s.Letter) -> s.Node | None:
    definition = definitions.get(letter)
    return definition.body if definition is not None and not definition.parameters else None


def _has_positive(domain: s.Node | None) -> bool:
    """Has a set only positive members, or members with only positive components?"""
    if isinstance(domain, s.SetPower):
        return _has_positive(domain.base)
    if isinstance(domain, s.Reals):
        return domain.relation == ">"
    if isinstance(domain, s.IntegerRange):
        return isinstance(domain.first, s.Number) and int(domain.first.digits) > 0
    if isinstance(domain, s.Functions | s.SmoothFunctions):
        return _has_positive(domain.codomain)
    return isinstance(domain, s.Simplex)


def _is_whole(node: s.Node) -> bool:
    return isinstance(node, s.Number) and node.digits.isdigit()
