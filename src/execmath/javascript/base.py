"""The tree of an expression -> an expression of JavaScript.

`rule` and `set_rule` are the tables of what is said for each class of node; `REFUSED` are the
classes that are not said, each with the reason. What the words mean stands in `runtime.js`, and is
what the compiler of `execmath.evaluation` does: the letters of a point stand in one object, `e`,
and what binds a letter evaluates its body in a copy of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from execmath.language import ast as s
from execmath.language.names import spell
from execmath.language.rules import Rules


class Refused(Exception):
    """An expression that is not said in JavaScript, and why."""


class Translator:
    """Says the expressions of one statement.

    `functions` are what the definitions and abbreviations that were met are called, with what each
    says, in an order in which each stands behind those that it uses.
    """

    def __init__(self, definitions: Mapping[s.Letter, s.Definition],
                 abbreviations: Mapping[s.Letter, s.Node]) -> None:
        self.definitions, self.abbreviations = definitions, abbreviations
        self.functions: dict[str, str] = {}
        self._names: dict[str, str] = {}  # of letters, by their keys
        self._of_functions: dict[s.Letter, str] = {}

    def say(self, node: s.Node) -> str:
        """An expression, in terms of `e`; raises Refused."""
        translate = rule.of(node)
        if translate is None:
            raise Refused(REFUSED.get(type(node), f"{type(node).__name__} is no expression"))
        return translate(self, node)

    def say_set(self, node: s.Node) -> str:
        """A set, in terms of `e`; raises Refused."""
        if isinstance(node, s.Letter):
            return self.say_set(self.definitions[node].body)
        translate = set_rule.of(node)
        if translate is None:
            raise Refused(REFUSED.get(type(node), f"{type(node).__name__} is no set"))
        return translate(self, node)

    def function(self, node: s.Node) -> str:
        """A function of `e`."""
        return f"(e) => {_in_brackets(self.say(node))}"

    def set_function(self, node: s.Node) -> str:
        return f"(e) => {self.say_set(node)}"

    def bound(self, letter: s.Letter, body: s.Node) -> str:
        """The beginning of the arguments of what binds a letter: where, which, in what."""
        return f"e, {self.key(letter)}, {self.function(body)}"

    def name(self, letter: s.Letter) -> str:
        """What a letter is called in `e`: as it is spelled, and numbered if that is taken."""
        if letter.key not in self._names:
            self._names[letter.key] = _free(_identifier(letter), set(self._names.values()))
        return self._names[letter.key]

    def key(self, letter: s.Letter) -> str:
        return quoted(self.name(letter))

    def defined(self, letter: s.Letter) -> str:
        """What the function is called that a definition or an abbreviation makes."""
        if letter not in self._of_functions:
            said = self._definition(letter)
            name = _free(f"${_identifier(letter)}", set(self.functions))
            self.functions[name] = said
            self._of_functions[letter] = name
        return self._of_functions[letter]

    def _definition(self, letter: s.Letter) -> str:
        if letter in self.abbreviations:
            return self.function(self.abbreviations[letter])
        definition = self.definitions[letter]
        body = self.function(definition.body)
        if not definition.parameters:
            return body
        parameters = ", ".join(f"[{self.key(p.letter)}, {self.set_function(p.domain)}]"
                               for p in definition.parameters)
        name = quoted(spell(letter.name))
        return f"(e, ...given) => r.call({name}, e, given, [{parameters}], {body})"

    def conditions(self, nodes: Sequence[s.Condition | s.Belonging]) -> str:
        """Do all of them hold?"""
        return " && ".join(map(self._condition, nodes)) or "true"

    def _condition(self, node: s.Condition | s.Belonging) -> str:
        if isinstance(node, s.Belonging):
            belongs = f"{self.say_set(node.domain)}.contains({self.say(node.element)})"
            return f"!{belongs}" if node.apart else belongs
        return f"r.holds({quoted(node.relation)}, {self.say(node.left)}, {self.say(node.right)})"


rule: Rules[Translator, str] = Rules()
set_rule: Rules[Translator, str] = Rules()

REFUSED: dict[type[s.Node], str] = {
    s.Integral: "an integral",
    s.SetIntegral: "an integral",
    s.Limit: "a limit",
    s.Blocks: "a matrix of blocks",
    s.SmoothFunctions: "a letter that is a function of any number",
    s.Hole: "a function that is left open",
}
"""What a reader would be told in the place of a number."""


def quoted(text: str) -> str:
    """A string of JavaScript."""
    return json.dumps(text)


def _in_brackets(said: str) -> str:
    """An object in curly brackets would be a block."""
    return f"({said})" if said.startswith("{") else said


def _identifier(letter: s.Letter) -> str:
    word = re.sub(r"\W", "_", spell(letter.name), flags=re.ASCII)
    return word if word and not word[0].isdigit() else f"_{word}"


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    return name
