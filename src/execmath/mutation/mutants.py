r"""The altered formulas of a display: each well-formed change of one place, once.

A check that cannot fail is a defect. So each of these must be rejected where the display holds
(`score`), and where the display fails, one of them may be what was meant (`repairs`).

One counts only if it can be read, and if it differs from the display and from the others by more
than such things as k-0 for k.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from execmath.language import ast as s
from execmath.language.context import Context, context_of, introduced
from execmath.language.edits import Edits, piece
from execmath.language.equation import Equation
from execmath.language.hypotheses import Parts
from execmath.language.parser.instances import read_instance, rows_of
from execmath.language.parser.statements import ParsedStatement, read_statement
from execmath.language.sorts import Sort, sort_of, sort_of_meaning, sort_of_set, sort_of_values
from execmath.language.tokens import LatexError, Token, tokenize
from execmath.language.vocabulary import RELATIONS
from execmath.mutation.operators import Change, Changes

SHORT = 24  # characters that are shown whole, not just where they differ
LONG = 80  # characters, after which a text is cut
REFLEXIVE = ("=", "<=", ">=")  # of anything with itself
WITHOUT_HYPOTHESES = r"\text{without hypotheses}"
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


@dataclass(frozen=True)
class Mutant:
    """An altered display."""

    tex: str
    statement: s.Statement
    shown: str  # what differs: some links of a chain, the hypotheses, or the whole display
    says: str  # "k" in place of "k-1" in the second sum
    rule: str
    span: s.Span  # in the display that it was made from
    size: int  # of the edit, in characters
    hypothesis: bool = False  # it asks for less than the page

    @property
    def is_reversed(self) -> bool:
        return self.rule.startswith("reverse")


def mutants(equation: Equation, *, weaker: bool = False) -> list[Mutant]:
    """All altered formulas of an entry, in reading order. `weaker` adds those that follow from
    the display, which a repair may want."""
    assert equation.statement is not None
    changes = Changes(equation.display.tex, equation.statement, letters_in_reach(equation),
                      frozenset(_signless(equation)))
    seen = {normal(equation.statement)}
    altered = []
    for change in changes.all():
        if change.rule.startswith("weaker") and not weaker:
            continue
        mutant = _first_readable(equation, changes, change)
        if mutant is None or (form := normal(mutant.statement)) in seen:
            continue
        seen.add(form)
        if not _is_empty(mutant.statement, equation.statement):
            altered.append(mutant)
    return altered


def new_links(altered: s.Claim, original: s.Claim) -> list[s.Link]:
    """The links that differ and say something: x = x does not, nor does x <= x."""
    return [link for link in altered.links if link not in original.links
            and not (link.relation in REFLEXIVE and link.left == link.right)]


def _is_empty(altered: s.Statement, original: s.Statement) -> bool:
    """Does it say only that things are equal to themselves?"""
    return (isinstance(altered, s.Claim) and isinstance(original, s.Claim)
            and altered.hypotheses == original.hypotheses and not new_links(altered, original)
            and all(link.relation in REFLEXIVE for link in altered.links))


def read_altered(equation: Equation, tex: str,
                 tokens: Callable[[], Sequence[Token]] = tuple) -> ParsedStatement | None:
    """Another text, read where the display stands; None if it is no statement of that kind.

    tokens  returns the tokens of the text, where that is faster than reading all of it
    """
    try:
        if isinstance(equation.statement, s.Instance):
            reading = read_instance(tex, equation.scope, equation.label)
            if _is_circular(reading.statement, equation.context):
                return None
        else:
            reading = read_statement(tex, equation.scope, equation.label,
                                     equation.display.section, tokens())
    except LatexError:
        return None
    return reading if _alike(reading.statement, equation.statement) else None


def _is_circular(instance: s.Statement, context: Context) -> bool:
    """Does a row define a letter by itself?"""
    assert isinstance(instance, s.Instance)
    there = context_of(instance, context)
    return any(row.letter in there.dependencies(row.body) for row in instance.meanings
               if isinstance(row, s.Definition))


def _alike(altered: s.Statement, original: s.Statement | None) -> bool:
    """Still a claim, or still a definition of the same thing."""
    if isinstance(altered, s.Definition) and isinstance(original, s.Definition):
        return (altered.letter, altered.parameters) == (original.letter, original.parameters)
    if isinstance(altered, s.Instance) and isinstance(original, s.Instance):
        return letters_of(altered) == letters_of(original)
    return type(altered) is type(original)


def letters_of(instance: s.Instance) -> list[tuple[s.Letter, ...]]:
    """The letters of each row that are given a meaning."""
    return [introduced(row) for row in instance.meanings]


def changed_rows(altered: s.Instance, original: s.Instance) -> list[int]:
    """The numbers of the rows that differ, from 0 on."""
    pairs = zip(original.meanings, altered.meanings, strict=True)
    return [number for number, (old, new) in enumerate(pairs) if old != new]


def _first_readable(equation: Equation, changes: Changes, change: Change) -> Mutant | None:
    for edits in change.ways:
        tex = changes.text.apply(edits)
        reading = read_altered(equation, tex, partial(changes.text.tokens_of, tex, edits))
        if reading is not None:
            statement, span = reading.statement, edits[0][0]
            where = _where(equation.statement, span)
            shown = _shown(equation, tex, reading.parts, statement)
            return Mutant(tex, statement, shown, _says(change) + where, change.rule, span,
                          _size(edits), change.hypothesis)
    return None


def _size(edits: Edits) -> int:
    return sum(end - start + len(text) for (start, end), text in edits)


# -------------------------------------------------------------------------------- in words


def _shown(equation: Equation, tex: str, parts: Parts, altered: s.Statement) -> str:
    """What differs, as LaTeX of its own."""
    match altered, equation.statement:
        case s.Claim(), s.Claim() as original:
            return _shown_claim(tex, parts, altered, original)
        case s.Declaration(memberships=memberships), s.Declaration(memberships=before):
            new = [_on_one_line(tex[slice(*m.span)]) for m in memberships if m not in before]
            return r",\quad ".join(new)
        case s.Instance(), s.Instance():
            rows = zip(rows_of(tex), rows_of(equation.display.tex), strict=True)
            return r",\quad ".join(row for row, old in rows if row != old)
    return _on_one_line(tex)


def _shown_claim(tex: str, parts: Parts, altered: s.Claim, original: s.Claim) -> str:
    """The hypotheses if they differ, and else the links that do."""
    if altered.hypotheses != original.hypotheses:
        return _on_one_line(parts.hypotheses_of(tex)) or WITHOUT_HYPOTHESES
    # What holds up to something is several links, written once.
    shown = dict.fromkeys(_link(tex, link) for link in new_links(altered, original))
    return r",\quad ".join(shown)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _link(tex: str, link: s.Link) -> str:
    if link.left.span == (0, 0):  # up to a factor, or to what is bounded: not as it is written
        return _on_one_line(piece(tex, link.span))
    left, right = (_on_one_line(piece(tex, side.span)) for side in (link.left, link.right))
    return f"{left} {RELATION_TEX[link.relation]} {right}"


RELATION_TEX = {name: text for text, name in RELATIONS.items()}


def _says(change: Change) -> str:
    old, new = _on_one_line(change.old), _on_one_line(change.new)
    long = max(len(old), len(new)) > SHORT
    if long and change.rule == "negated":
        return f'with the opposite sign of "{_cut(old)}"'
    if long:
        old, new = _apart(old, new)
    if not new:
        return f'without "{_cut(old)}"'
    return f'"{_cut(new)}" in place of "{_cut(old)}"' if old else f'with one more "{_cut(new)}"'


def _cut(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG]} …"


def _apart(old: str, new: str) -> tuple[str, str]:
    """Only where two texts differ, token by token."""
    a, b = tokenize(old)[:-1], tokenize(new)[:-1]
    start = 0
    while start < min(len(a), len(b)) and a[start].text == b[start].text:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end].text == b[-1 - end].text:
        end += 1
    while True:
        parts = [(old, a[start : len(a) - end]), (new, b[start : len(b) - end])]
        cut = [text[part[0].span[0] : part[-1].span[1]] if part else "" for text, part in parts]
        if end == 0 or all(map(_balanced, cut)):
            return cut[0], cut[1]
        end -= 1


def _where(statement: s.Statement | None, span: s.Span) -> str:
    """The sum, product or integral that a place is in, and which of several."""
    assert statement is not None
    folds = _written_folds(statement)
    around = [place for place in folds if place[0] <= span[0] and span[1] <= place[1]]
    if not around:
        return ""
    inner = max(around)
    name = _fold_name(folds[inner])
    alike = sorted(place for place, node in folds.items() if _fold_name(node) == name)
    return f" in the {_ordinal(alike.index(inner), len(alike))}{name}"


def _written_folds(statement: s.Statement) -> dict[s.Span, s.Fold | s.Integral]:
    """The sums, products and integrals of the text, by their places."""
    return {node.span: node for node in s.walk(statement)
            if isinstance(node, s.Fold | s.Integral) and node.span != (0, 0)}


def _ordinal(number: int, count: int) -> str:
    """Which of several, with a space after it; nothing where there is one only."""
    return f"{ORDINALS[number]} " if count > 1 and number < len(ORDINALS) else ""


def _fold_name(node: s.Fold | s.Integral) -> str:
    if isinstance(node, s.Fold):
        return {"max": "maximum", "min": "minimum"}.get(node.name, node.name)
    return "integral"


def _balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("{}", "()", "[]"))


# ------------------------------------------------------------------------ letters in reach


def letters_in_reach(equation: Equation) -> dict[str, Sort]:
    """The letters that the display or its section names, with their kinds: each might have been
    written for another of the same kind."""
    assert equation.statement is not None
    kinds = _kinds_of_meanings(equation)
    for node in s.walk(equation.statement):
        if isinstance(node, s.Membership | s.Fold):
            kinds[node.letter.name] = sort_of_set(node.domain)
        elif isinstance(node, s.Abbreviation):
            kinds[node.letter.name] = sort_of(node.value, kinds)
        elif isinstance(node, s.Integral):
            kinds[node.letter.name] = "real"
    names = _names_nearby(equation)
    return {name: kind for name, kind in kinds.items() if name in names and kind is not None}


def _kinds_of_meanings(equation: Equation) -> dict[str, Sort]:
    """Of each letter that has a meaning where the display stands; `f()` is the kind of the values
    of a function f."""
    kinds: dict[str, Sort] = {}
    for meaning in equation.scope.meanings():
        name = meaning.letter.name
        kinds[name] = sort_of_meaning(meaning, kinds)
        if (kinds[name] or "").startswith("function"):
            kinds[f"{name}()"] = sort_of_values(meaning, kinds)
    return kinds


def _names_nearby(equation: Equation) -> set[str]:
    """The letters of the display, and those that its section introduces."""
    assert equation.statement is not None
    in_display = {node.name for node in s.walk(equation.statement) if isinstance(node, s.Letter)}
    return in_display | {meaning.letter.name for meaning in equation.scope.meanings()
                         if meaning.section == equation.display.section}


def _signless(equation: Equation) -> Iterator[s.Letter]:
    """Letters that occur once in a claim, and range over a set that has -x with each x."""
    claim = equation.statement
    if not isinstance(claim, s.Claim):
        return
    sets = {**equation.context.domains, **_own_sets(claim)}
    conditions = [h for h in claim.hypotheses if not isinstance(h, s.Membership)]
    conditioned = {node for condition in conditions for node in s.walk(condition)}
    for letter, domain in sets.items():
        if letter not in conditioned and _has_negatives(domain) \
                and _occurrences(letter, claim) == 1:
            yield letter


def _own_sets(claim: s.Claim) -> dict[s.Letter, s.Node]:
    return {h.letter: h.domain for h in claim.hypotheses if isinstance(h, s.Membership)}


def _has_negatives(domain: s.Node) -> bool:
    base = domain.base if isinstance(domain, s.SetPower) else domain
    return base == s.Reals()


def _occurrences(letter: s.Letter, claim: s.Claim) -> int:
    """How often a letter is written in a chain, whose middle sides belong to two links each."""
    sides = [claim.links[0].left, *(link.right for link in claim.links)]
    return sum(node == letter for side in sides for node in s.walk(side))


# ----------------------------------------------------------------------------- normal form


ZERO, ONE = s.Number("0"), s.Number("1")
NEUTRAL_ON_THE_RIGHT = {"+": ZERO, "-": ZERO, "*": ONE, "/": ONE}
NEUTRAL_ON_THE_LEFT = {"+": ZERO, "*": ONE}
WHOLE = {"+": operator.add, "-": operator.sub, "*": operator.mul}  # of whole numbers a whole one


def normal(node: s.Node) -> s.Node:
    """The tree without what says nothing: x+0, 1x, x/1, --x, 2-1."""
    node = _with_normal_parts(node)
    if isinstance(node, s.Negative):
        return _normal_negative(node)
    return _normal_binary(node) if isinstance(node, s.Binary) else node


def _with_normal_parts(node: s.Node) -> s.Node:
    """The node with its parts in normal form: the node itself, if none of them changes."""
    changes: dict[str, object] = {}
    for name in s.holding(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            items = tuple(map(normal, value))
            if any(map(operator.is_not, items, value)):
                changes[name] = items
        elif value is not None and (new := normal(value)) is not value:
            changes[name] = new
    return replace(node, **changes) if changes else node  # type: ignore[arg-type]


def _normal_negative(node: s.Negative) -> s.Node:
    if isinstance(node.operand, s.Negative):
        return node.operand.operand
    return ZERO if node.operand == ZERO else node


def _normal_binary(node: s.Binary) -> s.Node:
    if node.right == NEUTRAL_ON_THE_RIGHT.get(node.op):
        return node.left
    if node.left == NEUTRAL_ON_THE_LEFT.get(node.op):
        return node.right
    if node.op == "-" and node.left == ZERO:
        return s.Negative(node.right)
    return _computed(node)


def _computed(node: s.Binary) -> s.Node:
    """The sum, difference or product of two whole numbers that are written out."""
    operation = WHOLE.get(node.op)
    numbers = [int(side.digits) for side in (node.left, node.right)
               if isinstance(side, s.Number) and side.digits.isdigit()]
    if operation is None or len(numbers) != 2:
        return node
    value = operation(*numbers)
    return s.Number(str(value)) if value >= 0 else s.Negative(s.Number(str(-value)))
