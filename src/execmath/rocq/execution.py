"""Formal statements, executed: that what the prover is given agrees with the page at drawn points.

The text of a statement is read anew and evaluated in ball arithmetic; both sides of each link are
held against the page's, which another reading compiled from the LaTeX.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from flint import arb, ctx

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError, Undecided
from execmath.arithmetic.values import Value, Vector
from execmath.checking.check import abbreviations, prepare
from execmath.checking.options import CheckOptions
from execmath.checking.points import Point, show_point
from execmath.checking.sampler import Sampler
from execmath.evaluation.compiler import Compiler, Env, Evaluator
from execmath.language import ast as s
from execmath.language.equation import Equation
from execmath.rocq import term_parser as t
from execmath.rocq.alterations import conjuncts
from execmath.rocq.codes import DISAGREES
from execmath.rocq.term_evaluator import DERIVATIVE, Names, Sides, Terms
from execmath.rocq.term_parser import NotRead, Term
from execmath.runtime.codes import ExecmathError

EDGES, GENERIC = 2, 4  # how many draws at the edges of domains, and how many that are anywhere
BITS = (128, 512, 2048)  # of precision, until both readings are known well enough
NEAR = arb(10) ** -12  # so well, relative to what is compared
MANY = 100_000  # more points than are drawn



@dataclass(frozen=True)
class Execution:
    """What came of a statement: at how many points it agreed, or why it did not."""

    points: int = 0
    disagreement: str = ""
    reason: str = ""  # why it could not be executed, where it agreed at no point


class Disagreement(ExecmathError):
    """The formal statement says something else than the page."""

    def __init__(self, message: str) -> None:
        super().__init__(DISAGREES, message)


class Examination:
    """Holds readings of one claim against its page, at the same drawn points.

    definitions  the texts of those that the readings use
    letters      their names for letters, and the keys under which points have their values
    """

    def __init__(self, equation: Equation, definitions: str, letters: Mapping[str, str]) -> None:
        claim = equation.statement
        assert isinstance(claim, s.Claim)
        compiler = Compiler(equation.context.definitions, Balls(), abbreviations(claim))
        self.links = [PageLink(link.relation, compiler.side(link.left), compiler.side(link.right))
                      for link in claim.links]
        self.definitions, self.letters = definitions, letters
        self.sampler = prepare(claim, equation.context, compiler, equation.label, CheckOptions())
        self._points: list[Point] = []

    @property
    def points(self) -> Sequence[Point]:
        if not self._points:
            self._points = list(chosen_points(self.sampler))
        return self._points

    def of_text(self, text: str) -> Execution:
        """A statement, as the prover is given it."""
        try:
            (defined,) = t.read_definitions(text).values()
            return self.of(defined)
        except NotRead as not_read:
            return Execution(reason=str(not_read))

    def of(self, defined: t.Defined) -> Execution:
        """A statement that was read.

        raises  NotRead
        """
        agreed, reason = 0, "no point of the domain meets the hypotheses"
        statement = Statement(defined, t.read_definitions(self.definitions), self.letters)
        for point in self.points:
            try:
                settle(statement, self.links, point)
                agreed += 1
            except EvaluationError as error:
                reason = f"{error.message}, at {show_point(point.env)}"
            except Disagreement as disagreement:
                return Execution(disagreement=f"{disagreement}, at {show_point(point.env)}")
        return Execution(agreed, reason="" if agreed else reason)


def execute(equation: Equation, text: str, definitions: str, letters: Mapping[str, str]
            ) -> Execution:
    """Hold a statement against the page: its text, and what an examination takes."""
    return Examination(equation, definitions, letters).of_text(text)


def chosen_points(sampler: Sampler) -> Iterator[Point]:
    """A few points at the edges of the domains, and some that are anywhere.

    Points of one draw differ in an index alone: the last, a middle and the first stand for them.
    """
    last = sampler.edge_draws + GENERIC
    draws = list(islice(sampler.draws(MANY), last))
    for draw in (*draws[:EDGES], *draws[EDGES:][-GENERIC:]):
        yield draw[-1]
        if len(draw) > 2:
            yield draw[len(draw) // 2]
        if len(draw) > 1:
            yield draw[0]


@dataclass(frozen=True)
class PageLink:
    """One link of a claim, as it was compiled from the page."""

    relation: str
    left: Evaluator
    right: Evaluator


def settle(statement: Statement, links: Sequence[PageLink], point: Point) -> None:
    """Hold a statement against the page at a point, at a higher precision until the balls tell.

    raises  Disagreement; EvaluationError where one of the two has no value
    """
    for bits in BITS:
        try:
            with ctx.workprec(bits):
                statement.check(links, point.balls())
            return
        except Undecided:
            if bits == BITS[-1]:
                raise


class Statement:
    """A formal statement, ready to be executed at points."""

    def __init__(self, defined: t.Defined, definitions: Mapping[str, t.Defined],
                 letters: Mapping[str, str]) -> None:
        self.defined, self.terms, self.letters = defined, Terms(definitions), letters

    def check(self, page: Sequence[PageLink], balls: Env) -> None:
        """At one point: what is assumed holds, what has to exist does, and both sides of each link
        are those of the page.

        raises  Disagreement; Undecided where the balls do not tell
        """
        self.terms.steps = 0
        names = {name: as_function(balls[key]) for name, key in self.letters.items()
                 if key in balls}
        parts = list(conjuncts(self._conclusion(self.defined.body, names)))
        demands, links = parts[: -len(page)], parts[-len(page) :]
        for demand in demands:
            if self.terms.truth(demand, names) is False:
                raise Disagreement("something that has to exist by its formal reading does not")
        for formal, link in zip(links, page, strict=True):
            _compare(list(self.terms.sides(formal, names)), RELATIONS[link.relation],
                     list(leaves(link.left(balls))), list(leaves(link.right(balls))))

    def _conclusion(self, term: Term, names: Names) -> Term:
        """What is said behind the quantifiers and the assumptions."""
        while True:
            match term:
                case t.ForAll(name, _, body):
                    if name not in names:  # it belongs to a link, and counts its components
                        return term
                    term = body
                case t.Operation("->", (assumption, conclusion)):
                    if self.terms.truth(assumption, names) is False:
                        raise Disagreement("its formal reading assumes what does not hold")
                    term = conclusion
                case _:
                    return term


RELATIONS = {"=": ("=", DERIVATIVE), "!=": ("<>",), "<": ("<",), "<=": ("<=",), ">": (">",),
             ">=": (">=",)}  # of the page, and what they are for the prover


def _compare(formal: Sequence[Sides], relations: Container[str], left: Sequence[Value],
             right: Sequence[Value]) -> None:
    if not len(formal) == len(left) == len(right):
        raise Disagreement(f"its formal reading has {len(formal)} components and the page "
                           f"{len(left)} and {len(right)}")
    for (relation, one, other), first, second in zip(formal, left, right, strict=True):
        if relation not in relations:
            raise Disagreement(f"its formal reading has the relation {relation}")
        alike = near(one, first) and near(other, second)
        turned = relation == DERIVATIVE  # a derivative stands first, wherever the page has it
        if not alike and not (turned and near(one, second) and near(other, first)):
            raise Disagreement(f"its formal reading has the sides {_show(one)} and {_show(other)}, "
                               f"the page {_show(first)} and {_show(second)}")


def near(one: Value, other: Value) -> bool:
    """Are two numbers the same, as far as their balls tell?

    raises  Undecided where these tell too little
    """
    gap = arb(one) - arb(other)
    if not gap.contains(0):
        return False
    if not gap.rad() <= NEAR * (1 + abs(arb(one)).upper()):
        raise Undecided("values that are not known well enough to be compared")
    return True


def _show(value: Value) -> str:
    return str(arb(value).str(12, radius=False))


def leaves(value: Value) -> Iterator[Value]:
    """The numbers of a vector or a matrix, row by row."""
    if isinstance(value, Vector):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def as_function(value: Value) -> Value:
    """The prover's idea of a value: a vector is a function of its index, which counts from 1."""
    if isinstance(value, Vector):
        items = [as_function(item) for item in value]
        return lambda index: _component(items, index)
    if callable(value):
        return lambda argument: as_function(value(argument))
    return value


def _component(items: Sequence[Value], index: Value) -> Value:
    if not isinstance(index, int) or not 1 <= index <= len(items):
        raise EvaluationError(f"component {index} of a vector of {len(items)}")
    return items[index - 1]
