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
    sides = _sides(claim.links)
    laws = [h for h in claim.hypotheses if isinstance(h, s.Distribution)]
    if laws:
        raise Refused("a random variable")
    own = [h for h in claim.hypotheses if isinstance(h, s.Membership)]
    translator = Translator(context.definitions, {h.letter: h.value for h in claim.hypotheses
                                                  if isinstance(h, s.Abbreviation)})
    letters = [*context.free_letters(claim, *own), *own]
    named = tuple((member, translator.name(member.letter)) for member in letters)
    rows = [f"[{quoted(name)}, {quoted(spell(m.letter.name))}, {translator.set_function(m.domain)}]"
            for m, name in named]
    conditions = [f"[{quoted(h.relation)}, {translator.function(h.left)}, "
                  f"{translator.function(h.right)}]"
                  for h in claim.hypotheses if isinstance(h, s.Condition)]
    said = [translator.function(side) for side in sides]
    functions = [f"  const {name} = {text};\n" for name, text in translator.functions.items()]
    source = (f"export default (r) => {{\n{''.join(functions)}  return {{\n"
              f"    letters: {_lines(rows)},\n    conditions: {_lines(conditions)},\n"
              f"    sides: {_lines(said)},\n  }};\n}};\n")
    return Module(source, named, tuple(sides))


def _sides(links: Sequence[s.Link]) -> dict[s.Node, None]:
    if any(link.given for link in links):
        raise Refused("an equivalence")
    return dict.fromkeys(side for link in links for side in (link.left, link.right))


def _lines(items: Sequence[str]) -> str:
    return "".join(["[", *(f"\n      {item}," for item in items), "\n    " if items else "", "]"])
