"""The translator with all its rules, and a claim as a module of JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from execmath.javascript import aggregates, expressions, sets
from execmath.javascript.base import REFUSED, Refused, Translator, quoted, rule, set_rule
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.language.names import spell

__all__ = ["REFUSED", "RUNTIME", "Module", "Refused", "Translator", "aggregates", "expressions",
           "module", "rule", "set_rule", "sets"]

RUNTIME = Path(__file__).with_name("runtime.js")
"""What the modules are written in terms of."""


@dataclass(frozen=True)
class Module:
    """Both sides of a claim, in JavaScript.

    source   of a module: a function of what `runtime.js` exports
    letters  that a reader sets, each with its name in the module, in an order in which each set
             depends on those before it
    sides    of all links in reading order, each once
    """

    source: str
    letters: tuple[tuple[s.Membership, str], ...]
    sides: tuple[s.Node, ...]


def module(claim: s.Claim, context: Context) -> Module:
    """The claim in JavaScript; raises Refused where there are no words for it."""
    sides = _sides(claim)
    own = [one for one in claim.hypotheses if isinstance(one, s.Membership)]
    translator = Translator(context.definitions, {one.letter: one.value for one in claim.hypotheses
                                                  if isinstance(one, s.Abbreviation)})
    named = tuple((member, translator.name(member.letter))
                  for member in (*context.free_letters(claim, *own), *own))
    rows = [f"[{quoted(name)}, {quoted(spell(m.letter.name))}, {translator.set_function(m.domain)}]"
            for m, name in named]
    conditions = [_condition(translator, one) for one in claim.hypotheses
                  if isinstance(one, s.Condition)]
    values = list(map(translator.function, sides))
    return Module(_source(translator, rows, conditions, values), named, tuple(sides))


def _source(translator: Translator, letters: Sequence[str], conditions: Sequence[str],
            sides: Sequence[str]) -> str:
    functions = [f"  const {name} = {text};\n" for name, text in translator.functions.items()]
    return (f"export default (r) => {{\n{''.join(functions)}  return {{\n"
            f"    letters: {_lines(letters)},\n    conditions: {_lines(conditions)},\n"
            f"    sides: {_lines(sides)},\n  }};\n}};\n")


def _condition(translator: Translator, condition: s.Condition) -> str:
    left, right = map(translator.function, (condition.left, condition.right))
    return f"[{quoted(condition.relation)}, {left}, {right}]"


def _sides(claim: s.Claim) -> dict[s.Node, None]:
    if any(link.given for link in claim.links):
        raise Refused("an equivalence")
    if any(isinstance(one, s.Distribution) for one in claim.hypotheses):
        raise Refused("a random variable")
    return dict.fromkeys(side for link in claim.links for side in (link.left, link.right))


def _lines(items: Sequence[str]) -> str:
    return "".join(["[", *(f"\n      {item}," for item in items), "\n    " if items else "", "]"])
