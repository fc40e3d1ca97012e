"""Execute a statement: at which points, with which values, and the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.values import EvaluationError, trimmed
from execmath.checking.comparison import (
    EXACT,
    Comparison,
    Outcome,
    decide_membership,
    digits_wanted,
)
from execmath.checking.options import Effort
from execmath.checking.points import describe_coverage, show_point, simplicity
from execmath.checking.sampler import Sampler
from execmath.checking.verdict import Failure, Sample, Verdict
from execmath.evaluation.compiler import Compiler, Env
from execmath.language import ast as s
from execmath.language.context import World
from execmath.language.cost import is_costly
from execmath.language.parser.instances import world_of

FEWER_IN_INSTANCES = 12  # times
COSTLY = 8  # how many times fewer points where there is an integral or an infinite sum


def check(statement: s.Statement, world: World, label: str, effort: Effort = Effort()) -> Verdict:
    """Execute `statement`; every way to go wrong is a verdict that fails, never an exception."""
    with digits_wanted(effort.digits):
        return _check(statement, world, label, effort)


def _check(statement: s.Statement, world: World, label: str, effort: Effort) -> Verdict:
    try:
        effort = affordable(statement, world, effort)
        if isinstance(statement, s.Claim):
            return _check_claim(statement, world, label, effort)
        if isinstance(statement, s.Definition):
            return _check_definition(statement, world, label, effort)
        if isinstance(statement, s.Instance):
            return _check_instance(statement, world, label, effort)
        return _check_declaration(statement, world, label, effort)
    except EvaluationError as error:
        return Verdict(Failure(error.message, error.span or (0, 0)))
    except Exception as error:  # a fault of ours refuses the site; it must not end the build
        return Verdict(Failure(f"could not be executed: {type(error).__name__}: {error}", (0, 0)))


def affordable(statement: s.Statement, world: World, effort: Effort) -> Effort:
    if is_costly(statement, world):
        return replace(effort, points=max(1, effort.points // COSTLY))
    return effort


def prepare(claim: s.Claim, world: World, compiler: Compiler, label: str,
            effort: Effort) -> Sampler:
    """The sampler of a claim's points: its own letters and those it uses, under its conditions."""
    own = [h for h in claim.hypotheses if isinstance(h, s.Membership)]
    conditions = [h for h in claim.hypotheses if isinstance(h, s.Condition)]
    letters = [*world.free_letters(claim, *own), *own]
    return Sampler(letters, conditions, compiler, label, effort.seed)


def abbreviations(claim: s.Claim) -> dict[s.Letter, s.Node]:
    return {h.letter: h.value for h in claim.hypotheses if isinstance(h, s.Abbreviation)}


def _check_claim(claim: s.Claim, world: World, label: str, effort: Effort) -> Verdict:
    balls = Balls()
    compiler = Compiler(world.definitions, balls, abbreviations(claim))
    sampler = prepare(claim, world, compiler, label, effort)
    return _try_all(claim.links, comparisons(claim.links, compiler), sampler, balls, effort)


def comparisons(links: Sequence[s.Link], compiler: Compiler) -> list[Comparison]:
    return [Comparison(link.relation, compiler.side(link.left), compiler.side(link.right))
            for link in links]


def _try_all(links: Sequence[s.Link], compared: Sequence[Comparison], sampler: Sampler,
             balls: Balls, effort: Effort) -> Verdict:
    tally = [_Tally(number, link) for number, link in enumerate(links, 1)]
    points: list[Env] = []
    for point in sampler.points(effort.points):
        points.append(point.env)
        for entry, comparison in zip(tally, compared, strict=True):
            entry.record(point.env, comparison.at(point))
        if effort.brief and any(entry.failures for entry in tally):
            break
    if not points:
        return Verdict(Failure("no point of the domain meets the hypotheses", links[0].span))
    failed = next((entry for entry in tally if entry.failures), None)
    return Verdict(
        failed.failure(len(links)) if failed else None,
        points=len(points),
        comparisons=sum(entry.components for entry in tally),
        digits=min(entry.digits for entry in tally),
        coverage=describe_coverage(sampler.letters, points),
        estimated=balls.estimated,
        sample=tally[-1].sample(),
        slack=_smallest_gap(tally),
    )


def _smallest_gap(tally: Sequence[_Tally]) -> str:
    """How near the sides of an inequality came to each other: 0 where the bound is attained."""
    gaps = [outcome.gap for entry in tally if entry.link.relation in ("<", "<=", ">", ">=")
            for _, outcome in entry.held if outcome.gap is not None]
    if not gaps:
        return ""
    smallest = min(gaps, key=lambda gap: float(gap.lower()))
    return "0" if smallest.contains(0) else trimmed(smallest.str(3, radius=False))


class _Tally:
    """What one link did at all the points."""

    def __init__(self, number: int, link: s.Link) -> None:
        self.number, self.link = number, link
        self.tried = self.components = 0
        self.digits = EXACT
        self.failures: list[tuple[Env, Outcome]] = []
        self.held: list[tuple[Env, Outcome]] = []

    def record(self, env: Env, outcome: Outcome) -> None:
        self.tried += 1
        self.components += outcome.components
        self.digits = min(self.digits, outcome.digits)
        (self.held if outcome.holds else self.failures).append((env, outcome))

    def failure(self, links: int) -> Failure:
        # Where both sides have a value they say more than a reason does.
        env, outcome = min(self.failures, key=lambda pair: (pair[1].sides is None,
                                                            simplicity(pair[0])))
        return Failure(outcome.reason, outcome.span or self.link.right.span, self.number, links,
                       len(self.failures), self.tried, show_point(env), *outcome.shown(),
                       false=outcome.sides is not None)

    def sample(self) -> Sample | None:
        """A plain point, but not the plainest: at zero too many things are equal."""
        held = sorted(self.held[:40], key=lambda pair: simplicity(pair[0]))
        if not held:
            return None
        env, outcome = held[len(held) // 3]
        left, right, _ = outcome.shown()
        return Sample(show_point(env), left, right)


def _check_definition(definition: s.Definition, world: World, label: str,
                      effort: Effort) -> Verdict:
    """A definition is executed too: at every point of its domain it must have a finite value,
    in the codomain that the page names."""
    if not any(isinstance(node, s.Number | s.Letter | s.Apply) for node in s.walk(definition.body)):
        return Verdict(None)
    if _is_set(definition.body):
        return _check_set(definition.body, world, label, effort)
    call: s.Node = definition.letter
    if definition.parameters:
        arguments = tuple(p.letter for p in definition.parameters)
        call = s.Call(definition.letter, arguments, span=definition.body.span)
    own = definition.parameters
    claim = s.Claim((s.Link("=", call, call, span=definition.body.span),), own)
    verdict = _check_claim(claim, world, label, effort)
    if verdict.failure is None and (codomain := _codomain(definition, world)) is not None:
        return _check_codomain(verdict, claim, codomain, world, label, effort)
    return verdict


def _codomain(definition: s.Definition, world: World) -> s.Node | None:
    if definition.codomain is not None:
        return definition.codomain
    declared = world.domains.get(definition.letter)
    if isinstance(declared, s.Functions):
        declared = declared.codomain
    # It stands in another display; what is at fault in this one is the body.
    return replace(declared, span=definition.body.span) if declared is not None else None


def _check_codomain(verdict: Verdict, claim: s.Claim, codomain: s.Node, world: World, label: str,
                    effort: Effort) -> Verdict:
    compiler = Compiler(world.definitions, Balls())
    value, domain = compiler.compile(claim.links[0].left), compiler.compile_set(codomain)
    own = [h for h in claim.hypotheses if isinstance(h, s.Membership)]
    letters = [*world.free_letters(claim, codomain), *own]
    tally = _Tally(1, s.Link("in", claim.links[0].left, codomain))
    for point in Sampler(letters, (), compiler, label, effort.seed).points(effort.points):
        tally.record(point.env, decide_membership(value, domain, point))
    return replace(verdict, failure=tally.failure(1)) if tally.failures else verdict


def _is_set(node: s.Node) -> bool:
    return isinstance(node, s.SETS)


def _check_set(body: s.Node, world: World, label: str, effort: Effort) -> Verdict:
    letter = s.Letter("member")
    compiler = Compiler(world.definitions, Balls())
    letters = [*world.free_letters(body), s.Membership(letter, body)]
    points = list(Sampler(letters, (), compiler, label).points(effort.points))
    if not points:
        return Verdict(Failure("an empty set", body.span))
    return Verdict(None, points=len(points))


def _check_declaration(declaration: s.Declaration, world: World, label: str,
                       effort: Effort) -> Verdict:
    """The sets that a declaration names must have members."""
    compiler = Compiler(world.definitions, Balls())
    names = {m.letter for m in declaration.memberships}
    outer = [m for m in world.free_letters(*declaration.memberships) if m.letter not in names]
    letters = [*outer, *declaration.memberships]
    sampler = Sampler(letters, (), compiler, label)
    points = [point.env for point in sampler.points(effort.points)]
    if not points:
        return Verdict(Failure("an empty set", declaration.memberships[0].domain.span))
    return Verdict(None, points=len(points), coverage=describe_coverage(letters, points))


def _check_instance(instance: s.Instance, world: World, label: str, effort: Effort) -> Verdict:
    """What each letter means is defined, and is what the page said it would be."""
    there, points = world_of(instance, world), 0
    for meaning in instance.meanings:
        verdict = _check(meaning, there, label, effort)
        if not verdict.holds:
            return verdict
        points += verdict.points
    return Verdict(None, points=points)


def check_in_instance(claim: s.Claim, world: World, instance: s.Instance, label: str,
                      effort: Effort) -> Verdict:
    """Execute a general claim in a particular case, at fewer points; `world` knows both."""
    fewer = replace(effort, points=max(1, effort.points // FEWER_IN_INSTANCES))
    return check(claim, world_of(instance, world), label, fewer)
