r"""What may be changed in a display, one place at a time, as edits of its LaTeX.

The tree says where, and what stands there; the edit is made in the text, so that an altered
formula can be typeset and is read again like any other. Nothing is read here: an edit that makes
no sense is refused later, when the altered formula is read (see `mutants`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from execmath.language import ast as s
from execmath.language.ast import Span
from execmath.language.edits import Edits, Text, bracketed, is_sum
from execmath.language.sorts import Sort
from execmath.language.vocabulary import RELATIONS

Path = tuple[str | int, ...]

NEIGHBORS = {
    "log": r"\exp", "exp": r"\log", "sin": r"\cos", "cos": r"\sin", "sinh": r"\cosh",
    "cosh": r"\sinh", "tanh": r"\sinh", "gamma": r"\psi", "digamma": r"\Gamma",
    "sum": r"\prod", "product": r"\sum", "max": r"\min", "min": r"\max",
    "sup": r"\inf", "inf": r"\sup",
    "argmax": r"\operatorname*{argmin}", "argmin": r"\operatorname*{argmax}", "tan": r"\sin",
    "atan": r"\tan", "trigamma": r"\psi", "det": r"\operatorname{tr}", "trace": r"\det",
}
SWAPS = {"+": ("-", r"\cdot"), "-": ("+",), "*": ("/", "+"), "/": (r"\cdot",)}
# A relation that follows from the one on the page would tell nothing, so it is not listed here.
RELATED = {
    "=": (r"\ne",), "!=": ("=",), "<": (">", "="), ">": ("<", "="),
    "<=": (r"\ge", "<", "="), ">=": (r"\le", ">", "="),
}
CONDITIONED = {  # in cases and below sums
    "=": (r"\ne",), "!=": ("=",), "<": (">", r"\le"), ">": ("<", r"\ge"), "<=": (r"\ge", "<"),
    ">=": (r"\le", ">"),
}
REVERSED = {"<": ">", ">": "<", "<=": r"\ge", ">=": r"\le"}
WEAKER = {"=": (r"\le", r"\ge"), "<": (r"\le", r"\ge", r"\ne"),
          ">": (r"\ge", r"\le", r"\ne")}


@dataclass(frozen=True)
class Change:
    """One place, and the ways to write what may stand there: the first that can be read counts."""

    path: Path  # where in the tree
    rule: str
    ways: tuple[Edits, ...]
    old: str
    new: str
    hypothesis: bool = False  # it asks for less than the page


class Changes:
    """All changes of a statement; `names` are the letters in reach, with their kinds."""

    def __init__(self, tex: str, statement: s.Statement, names: Mapping[str, Sort],
                 free: frozenset[s.Letter] = frozenset()) -> None:
        self.text = Text(tex)
        self.statement = statement
        self.names = names
        self.free = free  # letters whose sign says nothing: the claim for -x is the claim for x

    def all(self) -> Iterator[Change]:
        statement = self.statement
        if isinstance(statement, s.Claim):
            for number, link in enumerate(statement.links):
                yield from self.link(statement, number, link)
            for number, hypothesis in enumerate(statement.hypotheses):
                yield from self.hypothesis(hypothesis, ("hypotheses", number))
        elif isinstance(statement, s.Instance):
            for number, row in enumerate(statement.meanings):
                if isinstance(row, s.Definition):
                    yield from self.other_sets(row.body, ("meanings", number, "body"))
                yield from self.meaning(row, ("meanings", number))
        else:
            yield from self.meaning(statement, ())

    def meaning(self, node: s.Definition | s.Declaration, path: Path) -> Iterator[Change]:
        """What gives letters their meaning."""
        if isinstance(node, s.Declaration):
            for number, membership in enumerate(node.memberships):
                yield from self.widened(membership.domain, (*path, "memberships", number))
            return
        yield from self.visit(node.body, (*path, "body"), "side")
        if isinstance(node.codomain, s.SetPower):
            yield from self.visit(node.codomain.exponent, (*path, "codomain"), "bound")

    # ------------------------------------------------------------------ claims and hypotheses

    def link(self, claim: s.Claim, number: int, link: s.Link) -> Iterator[Change]:
        path: Path = ("links", number)
        before = claim.links[number - 1].right if number else None
        if before is None or before.span != link.left.span:  # a chain shares its middle sides
            yield from self.visit(link.left, (*path, "left"), "")
        yield from self.visit(link.right, (*path, "right"), "side")
        spellings = [text for text, name in RELATIONS.items() if name == link.relation]
        place = self.text.relation(link.left, link.right, spellings)
        if place is not None:
            for relation in RELATED[link.relation]:
                kind = "reverse" if REVERSED.get(link.relation) == relation else "relation"
                yield self.swap(path, f"{kind} {relation}", place, relation)
            for relation in WEAKER.get(link.relation, ()):
                yield self.swap(path, f"weaker {relation}", place, relation)

    def swap(self, path: Path, rule: str, place: Span, text: str) -> Change:
        old = self.text.tex[slice(*place)]
        return Change(path, rule, (((place, text),),), old, text)

    def hypothesis(self, node: s.Hypothesis, path: Path) -> Iterator[Change]:
        if isinstance(node, s.Condition):
            yield Change(path, "hypothesis dropped", (((self.text.without(node.span), ""),),),
                         self.text.of(node), "", hypothesis=True)
        if isinstance(node, s.Membership):
            yield from self.widened(node.domain, path)
        elif isinstance(node, s.Abbreviation):
            yield from self.visit(node.value, (*path, "value"), "side")
        elif isinstance(node, s.Approach):
            return  # on the way to somewhere else O(...) says next to nothing, and is true
        elif isinstance(node, s.Distribution):
            for number, argument in enumerate(node.rest):
                yield from self.visit(argument, (*path, "rest", number), "argument")
        elif node.relation == "=":
            yield from self.visit(node.right, (*path, "right"), "side")
        elif node.relation in ("<", ">"):
            place = self.text.relation(node.left, node.right, "<>")
            if place is not None:
                text = {"<": r"\le", ">": r"\ge"}[node.relation]
                yield Change(path, "hypothesis weaker", (((place, text),),),
                             node.relation, text, hypothesis=True)

    def widened(self, domain: s.Node, path: Path) -> Iterator[Change]:
        """The next larger sets."""
        for number, (part, text) in enumerate(self.larger(domain)):
            yield Change(path, f"wider {number}", (((part.span, text),),),
                         self.text.of(part), text, hypothesis=True)

    def other_sets(self, domain: s.Node, path: Path) -> Iterator[Change]:
        """In the place of a set that is defined. An end of a continuum more or less would make no
        difference to an integral."""
        others = {"": r"\mathbb{R}_{>0}", ">": r"\mathbb{R}", ">=": r"\mathbb{R}",
                  "<": r"\mathbb{R}", "<=": r"\mathbb{R}"}
        if isinstance(domain, s.Reals):
            yield self.replaced(domain, path, "set", others[domain.relation])
        elif isinstance(domain, s.IntegerRange):
            yield from self.widened(domain, path)

    def larger(self, domain: s.Node) -> Iterator[tuple[s.Node, str]]:
        """The sets that a set is made of, where one can be larger: each, and a larger one."""
        for part in _sets_of_values(domain):
            match part:
                case s.Reals(relation=relation) if relation:
                    wide = {">": r"\mathbb{R}_{\ge 0}", "<": r"\mathbb{R}_{\le 0}"}
                    yield part, wide.get(relation, r"\mathbb{R}")
                case s.Interval():
                    yield from self.with_ends(part)
                case s.IntegerRange():
                    yield from self.longer(part)
                case s.Simplex(dimension=dimension):
                    yield part, rf"\mathbb{{R}}_{{>0}}^{{{self.plus(dimension, 1)}}}"
                case s.OneHot(size=size):
                    yield part, rf"\mathbb{{R}}^{{{self.text.of(size)}}}"

    def with_ends(self, domain: s.Interval) -> Iterator[tuple[s.Node, str]]:
        text = self.text.of(domain)
        if domain.open_below and not isinstance(domain.lower, s.Infinity):
            yield domain, text.replace("(", "[", 1)
        if domain.open_above and not isinstance(domain.upper, s.Infinity):
            yield domain, "]".join(text.rsplit(")", 1))

    def longer(self, domain: s.IntegerRange) -> Iterator[tuple[s.Node, str]]:
        first, last = domain.first, domain.last
        if isinstance(first, s.Number) and int(first.digits) > 0:
            low = int(first.digits) - 1
            if last is None:
                yield domain, rf"\{{{low}, {low + 1}, \ldots\}}"
            else:
                yield domain, rf"\{{{low}, \ldots, {self.text.of(last)}\}}"
        if last is not None:
            yield domain, rf"\{{{self.text.of(first)}, \ldots, {self.plus(last, 1)}\}}"

    # --------------------------------------------------------------------------- expressions

    def visit(self, node: s.Node, path: Path, role: str) -> Iterator[Change]:
        """The changes of a node and of all below it. `role` says what stands there: a side, an
        argument, an exponent, a bound."""
        if node.span != (0, 0):
            yield from self.own(node, path)
            if role in ("side", "argument", "exponent"):
                yield from self.negated(node, path)
            if role == "bound" and not isinstance(node, s.Number):
                yield from self.one_more_or_less(node, path)
        for child, step, part in self.parts(node):
            yield from self.visit(child, (*path, *step), part)
        if isinstance(node, s.Vector):
            for number, item in enumerate(node.items):
                if isinstance(item, s.Run):
                    yield from self.run(item, (*path, "items", number))

    def parts(self, node: s.Node) -> Iterator[tuple[s.Node, Path, str]]:
        for item in fields(node):
            if not item.compare:
                continue
            value = getattr(node, item.name)
            role = ROLES.get((type(node), item.name), "")
            if isinstance(node, s.Apply) and node.name in ("log", "sqrt", "abs", "pi"):
                role = ""
            for number, part in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(part, s.Node) and not isinstance(part, s.Run):
                    yield part, (item.name, number), role

    def own(self, node: s.Node, path: Path) -> Iterator[Change]:
        if isinstance(node, s.Number):
            yield from self.number(node, path)
        elif isinstance(node, s.Letter):
            yield from self.letter(node, path)
        elif isinstance(node, s.Binary):
            yield from self.binary(node, path)
        elif isinstance(node, s.Negative):
            yield self.replaced(node, path, "unsigned", self.text.of(node)[1:].strip())
        elif isinstance(node, s.Transpose):
            yield self.replaced(node, path, "not transposed", self.text.of(node.operand))
        elif isinstance(node, s.Fold):
            yield self.neighbor(node, path)
        elif isinstance(node, s.Apply):
            yield from self.function(node, path)
        elif isinstance(node, s.Condition):
            yield from self.condition(node, path)

    def replaced(self, node: s.Node, path: Path, rule: str, text: str, *other: str) -> Change:
        """Another text for a node, in brackets if it would otherwise be read differently."""
        span = node.span
        ways = [self.text.fit(span, way) for way in (text, *other, bracketed(text))]
        return Change(path, rule, tuple(((span, way),) for way in ways), self.text.of(node), text)

    def number(self, node: s.Number, path: Path) -> Iterator[Change]:
        whole, dot, decimals = node.digits.partition(".")
        for rule, value in (("raised", int(whole) + 1), ("lowered", int(whole) - 1)):
            yield self.replaced(node, path, rule, f"{value}{dot}{decimals}")

    def letter(self, node: s.Letter, path: Path) -> Iterator[Change]:
        kind = self.names.get(node.name)
        for name, other in self.names.items():
            if kind is not None and other == kind and name != node.name:
                yield self.replaced(node, path, f"letter {name}", name)

    def binary(self, node: s.Binary, path: Path) -> Iterator[Change]:
        gap = self.text.gap(node)
        if gap is None:
            if self.text.of(node).startswith(r"\frac"):
                yield from self.fraction(node, path)
            return
        left, right = self.text.sides(node, gap)
        yield from self.dropped(node, path, left, right)
        for operator in SWAPS[node.op]:
            put = f" {operator} " if gap[0] == gap[1] else operator
            # a / b c is refused, so the quotient may need brackets.
            ways = (((gap, put),), ((node.span, bracketed(f"{left} {operator} {right}")),))
            start, end = node.span
            new = self.text.tex[start : gap[0]] + put + self.text.tex[gap[1] : end]
            yield Change(path, f"operator {operator}", ways, self.text.of(node), new)

    def dropped(self, node: s.Binary, path: Path, left: str, right: str) -> Iterator[Change]:
        """Without one term, or without one factor."""
        alike = ("+", "-") if node.op in "+-" else ("*", "/")
        yield self.replaced(node, path, "right dropped", left)
        if not (isinstance(node.left, s.Binary) and node.left.op in alike):
            rest = {"-": f"-{right}", "/": rf"\frac{{1}}{{{right}}}"}.get(node.op, right)
            yield self.replaced(node, path, "left dropped", rest)

    def fraction(self, node: s.Binary, path: Path) -> Iterator[Change]:
        above, below = self.text.of(node.left), self.text.of(node.right)
        loose = [bracketed(text) if is_sum(part) else text
                 for part, text in ((node.left, above), (node.right, below))]
        yield self.replaced(node, path, "denominator dropped", loose[0])
        yield self.replaced(node, path, "numerator dropped", rf"\frac{{1}}{{{below}}}")
        yield self.replaced(node, path, "operator *", rf"{loose[0]} \cdot {loose[1]}")

    def negated(self, node: s.Node, path: Path) -> Iterator[Change]:
        first = node.left if isinstance(node, s.Binary) and node.op == "*" else node
        if isinstance(node, s.Negative | s.Vector) or first == s.Number("0") or node in self.free:
            return
        text = self.text.of(node)
        yield self.replaced(node, path, "negated", f"-{bracketed(text) if is_sum(node) else text}")

    def one_more_or_less(self, node: s.Node, path: Path) -> Iterator[Change]:
        yield self.replaced(node, path, "raised", self.plus(node, 1))
        yield self.replaced(node, path, "lowered", self.plus(node, -1))

    def plus(self, node: s.Node, one: int) -> str:
        """k+1; but k in place of (k-1)+1."""
        if isinstance(node, s.Number) and node.digits.isdigit():
            return str(int(node.digits) + one)
        left, total = node, one
        if isinstance(node, s.Binary) and node.op in "+-" and isinstance(node.right, s.Number):
            left, total = node.left, int(f"{node.op}{node.right.digits}") + one
        return self.text.of(left) + (f"{total:+d}" if total else "")

    def neighbor(self, node: s.Fold | s.Apply, path: Path) -> Change:
        return self.swap(path, "neighbor", self.text.command(node), NEIGHBORS[node.name])

    def condition(self, node: s.Condition, path: Path) -> Iterator[Change]:
        spellings = [text for text, name in RELATIONS.items() if name == node.relation]
        place = self.text.relation(node.left, node.right, spellings)
        if place is not None:
            for relation in CONDITIONED[node.relation]:
                yield self.swap(path, f"condition {relation}", place, relation)

    def function(self, node: s.Apply, path: Path) -> Iterator[Change]:
        written = self.text.of(node)
        if node.name in ("abs", "sqrt"):
            yield self.replaced(node, path, "function dropped", self.text.of(node.argument))
        elif node.name == "exp" and written.startswith("e"):
            argument = self.text.of(node.argument) if written != "e" else "1"
            yield self.replaced(node, path, "neighbor", rf"\log{bracketed(argument)}")
        elif node.name in NEIGHBORS:
            yield self.neighbor(node, path)

    # ------------------------------------------------------------------------------ ellipses

    def run(self, run: s.Run, path: Path) -> Iterator[Change]:
        """Items around dots follow one pattern: they are changed alike, or the ends are moved."""
        yield from self.changed_alike(run, path)
        yield from self.ends_moved(run, path)

    def changed_alike(self, run: s.Run, path: Path) -> Iterator[Change]:
        """The changes that can be made in each of the items that are written."""
        items = [{(change.path, change.rule): change for change in self.visit(item, (), "")}
                 for item in run.written]
        for place, change in items[0].items():
            alike = [changes[place] for changes in items if place in changes]
            if len(alike) == len(items):
                yield _together(alike, (*path, *change.path))

    def ends_moved(self, run: s.Run, path: Path) -> Iterator[Change]:
        ends = list(_differences(run.written[-2], run.written[-1]))
        if not ends:
            return
        first, last = ends[0]
        for rule, one in (("raised", 1), ("lowered", -1)):
            low, high = self.plus(first, one), self.plus(last, one)
            yield _together([self.replaced(node, (), rule, low) for node, _ in ends],
                            (*path, "first"))
            yield _together([self.replaced(node, (), rule, high) for _, node in ends],
                            (*path, "last"))


def _sets_of_values(domain: s.Node) -> Iterator[s.Node]:
    """A set, or those that a space of vectors, a product or the values of functions are made of."""
    match domain:
        case s.SetPower(base=base):
            yield from _sets_of_values(base)
        case s.SetProduct(factors=factors):
            for factor in factors:
                yield from _sets_of_values(factor)
        case s.Functions(codomain=codomain) | s.SmoothFunctions(codomain=codomain):
            yield from _sets_of_values(codomain)
        case _:
            yield domain


def _together(changes: list[Change], path: Path) -> Change:
    ways = zip(*[change.ways for change in changes], strict=False)
    first = changes[0]
    return Change(path, first.rule, tuple(sum(way, ()) for way in ways), first.old, first.new)


def _differences(first: s.Node, last: s.Node) -> Iterator[tuple[s.Node, s.Node]]:
    """Where the first item of a run differs from the last."""
    if first == last:
        return
    if type(first) is not type(last):
        yield first, last
        return
    pairs = list(zip(s.children(first), s.children(last), strict=False))
    if not pairs:
        yield first, last
    for one, other in pairs:
        yield from _differences(one, other)


ROLES: dict[tuple[type[s.Node], str], str] = {
    (s.Call, "arguments"): "argument", (s.Apply, "argument"): "argument",
    (s.Gradient, "argument"): "argument", (s.Power, "exponent"): "exponent",
    (s.IntegerRange, "first"): "bound", (s.IntegerRange, "last"): "bound",
    (s.Integral, "lower"): "bound", (s.Integral, "upper"): "bound",
    (s.SetPower, "exponent"): "bound", (s.OneHot, "size"): "bound",
    (s.Simplex, "dimension"): "bound",
}

