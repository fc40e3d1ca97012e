"""What an instance says of letters that the pages define: the same in another form.

The rows of an instance replace declarations: the outcomes, a base measure, a statistic. From these
the pages define other things, a sum over all outcomes for one. A row that defines such a letter
anew says what it comes to in this case. It must agree with the definition of the pages, and this
is what makes the other rows more than arbitrary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from execmath.language import ast as s
from execmath.language.context import Context, context_of, introduced
from execmath.language.cost import SUMS

IN_GENERAL = " in general"  # behind the binding of a letter, for what the pages define it as


class Agreement(NamedTuple):
    """That a row says what the pages define, as a claim, and where it is to hold."""

    letter: s.Letter
    claim: s.Claim
    context: Context


def agreements(instance: s.Instance, context: Context) -> Iterator[Agreement]:
    """What has to be true of the rows; `context` is that of the pages."""
    there = context_of(instance, context)
    for row in instance.meanings:
        if isinstance(row, s.Definition) and _is_defined(row.letter, context):
            yield _agreement(row, context.definitions[row.letter], there)


def _agreement(row: s.Definition, general: s.Definition, there: Context) -> Agreement:
    original = s.Letter(row.letter.name, row.letter.binding + IN_GENERAL)
    body, side = general.body, _call(row.letter, row)
    if isinstance(body, s.Apply) and body.name == "log":
        # Where the logarithm is zero, both would have to be known to 300 decimals.
        body, side = body.argument, s.Apply("exp", side, span=row.body.span)
    definitions = {**there.definitions, original: replace(general, letter=original, body=body)}
    claim = s.Claim((s.Link("=", side, _call(original, row), span=row.body.span),),
                    row.parameters)
    return Agreement(row.letter, claim, replace(there, definitions=definitions))


def _call(letter: s.Letter, row: s.Definition) -> s.Node:
    if not row.parameters:
        return replace(letter, span=row.body.span)
    return s.Call(letter, tuple(p.letter for p in row.parameters), span=row.body.span)


def _is_defined(letter: s.Letter, context: Context) -> bool:
    """Do the pages define a number or a function? Another set is another case, and no form."""
    definition = context.definitions.get(letter)
    return definition is not None and not isinstance(definition.body, s.SETS)


def wanting(instance: s.Instance, context: Context) -> s.Definition | None:
    """The first that the pages define by what the rows replace, and that no row says: a sum, if
    there is one. None where a row says one, or where there is nothing to say."""
    rows = {letter for row in instance.meanings for letter in introduced(row)}
    if any(_is_defined(letter, context) for letter in rows):
        return None
    without_row = [definition for letter, definition in context.definitions.items()
                   if letter not in rows and _is_defined(letter, context)
                   and rows & context.dependencies(definition.body).keys()]
    return next(filter(_is_sum, without_row), next(iter(without_row), None))


def _is_sum(definition: s.Definition) -> bool:
    return any(isinstance(node, SUMS) for node in s.walk(definition.body))
