"""Which statements are costly to execute: those with an integral or an infinite sum in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from execmath.language import ast as s
from execmath.language.context import Context

SUMS = (s.Limit, s.Fold, s.Expectation, s.Covariance, s.Probability, s.Integral, s.SetIntegral)


def is_costly(node: s.Node, context: Context) -> bool:
    """Does the node, or what it reaches through definitions, integrate or sum to infinity?"""
    definitions = [context.definitions[letter] for letter in context.dependencies(node)
                   if letter in context.definitions]
    return any(_goes_far(part, context) for whole in (node, *definitions) for part
               in _sums(whole))


def goes_far(node: s.Node, definitions: Mapping[s.Letter, s.Definition]) -> bool:
    """Is the node itself an integral or an infinite sum?"""
    return isinstance(node, SUMS) and _goes_far(node, Context(definitions, {}))


def integrates(node: s.Node, context: Context) -> bool:
    """Is what makes it costly more than an infinite sum? A sum over a continuum, as where a theorem
    is executed for an instance, is an integral."""
    definitions = [context.definitions[letter] for letter in context.dependencies(node)
                   if letter in context.definitions]
    return any(not isinstance(part, s.Fold) or _is_continuum(part.domain, context)
               for whole in (node, *definitions) for part in _sums(whole))


def _sums(node: s.Node) -> Sequence[s.Node]:
    """All that adds up in a tree: what else is costly?"""
    facts = node.facts  # a definition is asked for by each claim that depends on it
    if facts.sums is None:
        facts.sums = tuple(part for part in s.walk(node) if isinstance(part, SUMS))
    return facts.sums


def _goes_far(node: s.Node, context: Context) -> bool:
    if isinstance(node, s.Fold):
        return not is_finite(node.domain, context)
    if isinstance(node, s.Expectation | s.Covariance | s.Probability):
        return not _has_finite_outcomes(node.density, context)
    return isinstance(node, s.Integral | s.SetIntegral | s.Limit)


def _is_continuum(domain: s.Node, context: Context) -> bool:
    if isinstance(domain, s.Letter):
        return _is_continuum(context.definitions[domain].body, context)
    if isinstance(domain, s.SetProduct):
        return any(_is_continuum(factor, context) for factor in domain.factors)
    if isinstance(domain, s.SetPower):
        return _is_continuum(domain.base, context)
    return isinstance(domain, s.Reals | s.Interval | s.Simplex)


def _has_finite_outcomes(density: s.Letter, context: Context) -> bool:
    definition, domain = context.definitions.get(density), context.domains.get(density)
    if definition is not None and definition.parameters:
        return is_finite(definition.parameters[0].domain, context)
    return not isinstance(domain, s.Functions) or is_finite(domain.domain, context)


def is_finite(domain: s.Node, context: Context) -> bool:
    if isinstance(domain, s.Letter):
        return is_finite(context.definitions[domain].body, context)
    if isinstance(domain, s.IntegerRange):
        return domain.last is not None
    if isinstance(domain, s.SetProduct):
        return all(is_finite(factor, context) for factor in domain.factors)
    if isinstance(domain, s.SetPower):
        return is_finite(domain.base, context)
    return isinstance(domain, s.OneHot | s.FiniteSet | s.SymmetricGroup)
