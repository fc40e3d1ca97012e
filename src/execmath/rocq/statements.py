"""Labelled claims -> propositions of the Rocq prover, one file of them for a whole site.

`execmath proofs docs src/formal --write` writes `src/formal/statements.v`: the statements that
the proofs beside it name, and the definitions that these use. A statement is made from the page
alone, so it cannot say anything else than the page does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from execmath.language import ast as s
from execmath.language.context import introduced
from execmath.language.equation import Equation, Kind
from execmath.language.names import spell
from execmath.rocq.naturals import is_natural, natural
from execmath.rocq.numbers import number
from execmath.rocq.scope import Formal, FormalDefinitions
from execmath.rocq.sets import belongs, component, member, type_of
from execmath.rocq.support import check_parts
from execmath.rocq.translation import Scope
from execmath.rocq.values import SUM, Array, Natural, Real, Refused, Value
from execmath.rocq.words import HAS_VALUE, WORD, name_of, strange_words

if TYPE_CHECKING:
    from execmath.rocq.execution import Execution

RELATIONS = {"=": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
WIDTH, LOOSE = 98, ("->", "/\\", "=>")
HEADER = """\
(* Made from the pages by `make statements`; do not edit. Above each statement stands the LaTeX
   that it was read from. src/execmath/rocq/prelude.v explains the words. *)

From Coq Require Import Reals List.
From Coquelicot Require Import Coquelicot.
Require Import prelude.
Import ListNotations.
Open Scope R_scope.

Module statement.
"""
FOOTER = "\nEnd statement.\n"


@dataclass(frozen=True)
class Statement:
    """A claim as a proposition; `sizes` are the letters for whose every value it is stated."""

    label: str
    text: str
    sizes: tuple[str, ...]
    uses: tuple[str, ...]  # labels of definitions, each behind those that it uses itself
    letters: tuple[tuple[str, str], ...] = ()  # its names for letters, and their keys in points


@dataclass(frozen=True)
class Defining:
    """A definition, and as what the prover knows it.

    place  where it is read: its letters mean there what the page says there
    """

    label: str  # its own; that of a letter in an instance has two hyphens, as no label has
    statement: s.Definition
    place: Equation
    comment: str
    definitions: FormalDefinitions  # of the letters in it


class Formalizer:
    """Reads the claims and the definitions of a site."""

    def __init__(self, equations: Mapping[str, Equation]) -> None:
        self.equations = equations
        self.reserved = frozenset(map(name_of, equations))
        self.definitions = {equation.statement.letter: equation for equation in equations.values()
                            if isinstance(equation.statement, s.Definition)}
        self.formals: dict[str, Formal | Refused | None] = {}  # none where it is being read
        self.texts: dict[str, str] = {}  # of the definitions that have one, innermost first

    # ------------------------------------------------------------------------------ definitions

    def formal_definition(self, letter: s.Letter) -> Formal | None:
        """A letter's definition as one of the prover; none where it rests on itself."""
        equation = self.definitions[letter]
        assert isinstance(equation.statement, s.Definition)
        return self.formal(Defining(equation.label, equation.statement, equation,
                                    comment(equation), self.formal_definition))

    def in_instance(self, claim: Equation) -> FormalDefinitions:
        """The definitions of letters as they are in the instance that a claim is about.

        What does not depend on the instance is what it is elsewhere.
        """
        instance = self.equations[claim.inside]
        assert isinstance(instance.statement, s.Instance)
        particular = {letter for row in instance.statement.meanings for letter in introduced(row)}

        def formal_definition(letter: s.Letter) -> Formal | None:
            definition = claim.context.definitions[letter]
            if particular.isdisjoint({letter, *claim.context.dependencies(definition)}):
                return self.formal_definition(letter)
            general = self.definitions.get(letter)
            own = letter in particular or general is None
            source = instance if own or general is None else general
            return self.formal(Defining(
                f"{instance.label}--{key_of(letter)}", definition, claim,
                f"{comment(source)}\n(* for {instance.page}#{instance.label} *)"
                if source is not instance else comment(instance), formal_definition))

        return formal_definition

    def formal(self, defining: Defining) -> Formal | None:
        """raises  Refused with what keeps the definition from being read, however deep it is"""
        if defining.label not in self.formals:
            self.formals[defining.label] = None
            try:
                self.formals[defining.label] = self.definition(defining)
            except Refused as refused:
                self.formals[defining.label] = refused
        formal = self.formals[defining.label]
        if isinstance(formal, Refused):
            raise Refused(formal.message, formal.span)
        return formal

    def definition(self, defining: Defining) -> Formal:
        definition = defining.statement
        check_parts(definition)
        scope = Scope(defining.place.context, defining.definitions, self.reserved)
        parameters = [(own.letter, own.domain) for own in definition.parameters]
        names = [declare(scope, letter, domain) for letter, domain in parameters]
        body, indices, sizes = by_component(scope, scope.translate(definition.body), definition)
        letters = self.in_order(scope)
        binders = [f"({scope.used[letter]} : {type_of(scope, scope.context.domains[letter])})"
                   for letter in letters]
        binders += [f"({name} : {type_of(scope, domain)})"
                    for name, (_, domain) in zip(names, parameters, strict=True)]
        name = name_of(defining.label)
        head = " ".join([name, *binders, *(f"({index} : nat)" for index in indices)])
        text = f"Definition {head} : R :=\n  {body}.\n"
        if scope.demands:
            head = " ".join([f"{name}{HAS_VALUE}", *binders])
            text += f"\nDefinition {head} : Prop :=\n  {conjunction(scope.demands)}.\n"
        self.check_words(text, definition)
        self.texts[defining.label] = f"{defining.comment}\n{wrapped(text)}"
        return Formal(name, tuple(letters), (*(scope.used[letter] for letter in letters), *names),
                      definition.parameters, sizes, bool(scope.demands))

    def scope(self, equation: Equation) -> Scope:
        definitions = self.in_instance(equation) if equation.inside else self.formal_definition
        return Scope(equation.context, definitions, self.reserved)

    # ----------------------------------------------------------------------------------- claims

    def statement(self, label: str) -> Statement:
        """The claim as a proposition; raises Refused with the reason where there is none."""
        equation = self.equations[label]
        claim = equation.statement
        if not isinstance(claim, s.Claim):
            what = "it could not be read" if equation.kind == Kind.UNREAD \
                else f"here it is: {equation.kind}"
            raise Refused(f"only a claim can be proved; {what}", (0, 0))
        for part in (claim, *claim.hypotheses, *claim.links):
            check_parts(part)
        scope = self.scope(equation)
        own = [line for hypothesis in claim.hypotheses for line in assumed(scope, hypothesis)]
        links = [linked(scope, link) for link in claim.links]
        letters = self.in_order(scope)
        page = [line for letter in letters for line in quantified(
            scope, scope.used[letter], scope.context.domains[letter])]
        body = "\n  ".join([*page, *own, conjunction([*scope.demands, *links])])
        proposition = wrapped(f"Definition {name_of(label)} : Prop :=\n  {body}.\n")
        self.check_words(proposition, claim)
        text = f"{comment(equation)}\n{proposition}"
        named = {**{scope.used[letter]: letter.key for letter in letters}, **scope.declared}
        return Statement(label, text, self.sizes(scope, claim, letters), self.used_by(text),
                         tuple(named.items()))

    def execute(self, statement: Statement) -> Execution:
        """Hold a statement against its page, at drawn points."""
        # Only here: a build in which no statement is new starts without the arithmetic.
        from execmath.rocq.execution import execute

        return execute(self.equations[statement.label], statement.text,
                       self.definitions_of(statement), dict(statement.letters))

    def definitions_of(self, statement: Statement) -> str:
        """The formal texts of what a statement uses."""
        return "\n".join(self.texts[label] for label in statement.uses)

    def check_words(self, text: str, node: s.Node) -> None:
        """Every word of a text is the prover's, the prelude's, a definition's, or bound in it."""
        names = {name_of(label) for label in self.texts} | {
            name_of(label) for label, formal in self.formals.items() if isinstance(formal, Formal)}
        names |= {f"{name}{HAS_VALUE}" for name in names}
        own = WORD.findall(text.partition("Definition ")[2])[:1]
        names |= {*own, *(f"{name}{HAS_VALUE}" for name in own)}
        if strange := strange_words(text, names):
            raise Refused(f"{strange[0]} is no word of formal statements", node.span)

    def sizes(self, scope: Scope, claim: s.Claim, letters: Iterable[s.Letter]) -> tuple[str, ...]:
        """The letters for whose every value, without end, the claim is stated."""
        domains = [(letter, scope.context.domains[letter]) for letter in letters]
        domains += [(h.letter, h.domain) for h in claim.hypotheses if isinstance(h, s.Membership)]
        return tuple(spell(letter.name) for letter, domain in domains if endless(domain))

    def used_by(self, text: str) -> tuple[str, ...]:
        words = set(re.findall(r"\w+", text))
        used: set[str] = set()
        for label, own in reversed(self.texts.items()):
            if {name_of(label), f"{name_of(label)}_has_value"} & words:
                used.add(label)
                words |= set(re.findall(r"\w+", own.partition("*)")[2]))
        return tuple(label for label in self.texts if label in used)

    def in_order(self, scope: Scope) -> list[s.Letter]:
        """The letters of the page that a statement uses, each behind those that its set needs."""
        types = 0
        while types != len(scope.used):
            types = len(scope.used)
            for letter, name in list(scope.used.items()):
                belongs(scope, scope.context.domains[letter], name)
        waiting = sorted(scope.used, key=self.place_of)
        ordered: list[s.Letter] = []
        while waiting:
            ready = next(letter for letter in waiting if not set(waiting) & set(
                scope.context.dependencies(scope.context.domains[letter])))
            waiting.remove(ready)
            ordered.append(ready)
        return ordered

    def place_of(self, letter: s.Letter) -> tuple[str, int, int]:
        equation = self.equations[letter.binding]
        return equation.page, equation.display.line, equation.introduces.index(letter.name)


def key_of(letter: s.Letter) -> str:
    """A letter in the form of a label."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", spell(letter.name)))


def by_component(scope: Scope, value: Value, node: s.Node
                 ) -> tuple[str, tuple[str, ...], tuple[Natural, ...]]:
    """The text of a value's components, the indices that it is about, and their ranges."""
    if not isinstance(value, Array):
        return number(scope, value, node).text, (), ()
    with component(scope, value.size) as index:
        text, indices, sizes = by_component(scope, value.at(index), node)
    return text, (index.text, *indices), (value.size, *sizes)


def declare(scope: Scope, letter: s.Letter, domain: s.Node) -> str:
    """Give a letter of the statement itself a name and a value."""
    name = scope.fresh(letter.name)
    scope.names.append(name)
    scope.declared[name] = letter.key
    scope.values = {**scope.values, letter: member(scope, domain, name)}
    scope.ranges = {**scope.ranges, letter: domain}
    return name


def quantified(scope: Scope, name: str, domain: s.Node) -> list[str]:
    membership = belongs(scope, domain, name)
    condition = f" {membership} ->" if membership else ""
    return [f"forall {name} : {type_of(scope, domain)},{condition}"]


def assumed(scope: Scope, hypothesis: s.Hypothesis) -> list[str]:
    if isinstance(hypothesis, s.Membership):
        return quantified(scope, declare(scope, hypothesis.letter, hypothesis.domain),
                          hypothesis.domain)
    if isinstance(hypothesis, s.Abbreviation):
        scope.abbreviations[hypothesis.letter] = hypothesis.value
        return []
    if isinstance(hypothesis, s.Approach):
        raise Refused("what is of an order has no formal reading", hypothesis.span)
    if isinstance(hypothesis, s.Distribution):
        raise Refused("a random letter has no formal reading", hypothesis.span)
    condition = linked(scope, s.Link(hypothesis.relation, hypothesis.left, hypothesis.right,
                                     span=hypothesis.span))
    note_value(scope, hypothesis)
    needed, scope.demands = scope.demands, []
    return [f"{part} ->" for part in (*needed, condition)]


def note_value(scope: Scope, condition: s.Condition) -> None:
    """A size that is assumed to be a number, as in k = 2, is known from there on."""
    if condition.relation != "=" or not (is_natural(scope, condition.left)
                                         and is_natural(scope, condition.right)):
        return
    variable, value = natural(scope, condition.left), natural(scope, condition.right)
    if variable.name and not value.terms:
        scope.limits = {**scope.limits, variable.name: (value.constant, value)}


def linked(scope: Scope, link: s.Link) -> str:
    """One relation as a proposition; vectors are equal component by component."""
    if link.relation != "=" and is_natural(scope, link.left) and is_natural(scope, link.right):
        left, right = natural(scope, link.left), natural(scope, link.right)
        return f"({left.text} {RELATIONS[link.relation]} {right.text})%nat"
    left_value, right_value = scope.translate(link.left), scope.translate(link.right)
    return related(scope, link, left_value, right_value)


def related(scope: Scope, link: s.Link, left: Value, right: Value) -> str:
    if isinstance(left, Array) and isinstance(right, Array):
        if not same_shape(scope, left, right) or link.relation != "=":
            raise Refused("vectors that differ in shape, or a relation that vectors do not have",
                          link.span)
        with component(scope, left.size) as index:
            inner = related(scope, link, left.at(index), right.at(index))
        return f"(forall {index.text}, In {index.text} (range 1 {left.size.argument}) -> {inner})"
    for one, other in ((left, right), (right, left)):
        if link.relation == "=" and isinstance(one, Real) and one.slope is not None:
            value = number(scope, other, link)
            return f"is_derive {one.slope.function} {one.slope.point} {value.argument}"
    sides = [number(scope, side, link).within(SUM) for side in (left, right)]
    return f"{sides[0]} {RELATIONS[link.relation]} {sides[1]}"


def same_shape(scope: Scope, left: Array, right: Array) -> bool:
    return left.column == right.column and scope.same(left.size, right.size) \
        and scope.same(left.columns, right.columns)


def conjunction(parts: Iterable[str]) -> str:
    return " /\\\n  ".join(parts)


def wrapped(text: str) -> str:
    """No line longer than a screen is wide."""
    lines: list[str] = []
    for line in text.splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        while len(line) > WIDTH:
            place = _break(line, len(indent) + 1)
            lines.append(line[:place])
            line = indent + line[place:].strip()
        lines.append(line)
    return "\n".join(lines) + "\n"


def _break(line: str, start: int) -> int:
    """Where the fewest brackets are open; there, before the loosest operator; there, late."""

    def tightness(place: int) -> tuple[int, int, int]:
        depth = line.count("(", 0, place) - line.count(")", 0, place)
        before, after = line[:place].split()[-1], line[place:].split()[0]
        looseness = before in LOOSE or after in RELATIONS.values(), after in "+-*/"
        return depth, 0 if looseness[0] else 1 if looseness[1] else 2, -place

    return min((place for place in range(start, WIDTH) if line[place] == " "), key=tightness)


def endless(domain: s.Node) -> bool:
    return isinstance(domain, s.IntegerRange) and domain.last is None


def comment(equation: Equation) -> str:
    """The LaTeX of a display, kept from opening or closing a comment or a string."""
    tex = "\n".join(line.strip() for line in equation.display.tex.strip().splitlines()
                    if line.strip())
    source = f"{equation.page}#{equation.label}\n{tex}"
    safe = source.replace("(*", "( *").replace("*)", "* )").replace('"', "''")
    return f"(* {safe} *)".replace("\n", "\n   ")


def statements_file(formalizer: Formalizer, statements: Iterable[Statement]) -> str:
    """The text of statements.v: each definition once, in front of the first that uses it."""
    written: list[str] = []
    blocks = []
    for statement in statements:
        for label in statement.uses:
            if label not in written:
                written.append(label)
                blocks.append(formalizer.texts[label])
        blocks.append(statement.text)
    return HEADER + "".join(f"\n{block}" for block in blocks) + FOOTER
