"""Execute a statement: at which points, with which values, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import trimmed
from execmath.checking.comparison import (
    EXACT,
    Belonging,
    Comparison,
    Outcome,
    digits_wanted,
)
from execmath.checking.options import CheckOptions
from execmath.checking.points import (
    Point,
    describe_coverage,
    exact_values,
    show_point,
    simplicity,
)
from execmath.checking.probing import Attempt, Probe
from execmath.checking.sampler import Sampler
from execmath.checking.verdict import Failure, Sample, Verdict
from execmath.evaluation.compiler import Compiler, Env
from execmath.evaluation.lasting import Lasting
from execmath.language import ast as s
from execmath.language.closed_forms import agreements
from execmath.language.context import Context, context_of
from execmath.language.cost import is_costly
from execmath.runtime.limits import DIGITS

FEWER_IN_INSTANCES = 12  # times
_IN_INSTANCES = Lasting()
COSTLY = 8  # how many times fewer points where there is an integral or an infinite sum


def check(statement: s.Statement, context: Context, label: str,
          options: CheckOptions = CheckOptions()) -> Verdict:
    """Execute `statement`; every way to go wrong is a verdict that fails, never an exception."""
    with digits_wanted(options.digits):
        return _check(statement, context, label, options)


def _check(statement: s.Statement, context: Context, label: str, options: CheckOptions) -> Verdict:
    try:
        options = affordable(statement, context, options)
        if isinstance(statement, s.Claim):
            return _check_claim(statement, context, label, options)
        if isinstance(statement, s.Definition):
            return _check_definition(statement, context, label, options)
        if isinstance(statement, s.Instance):
            return _check_instance(statement, context, label, options)
        return _check_declaration(statement, context, label, options)
    except EvaluationError as error:
        return Verdict(Failure(error.message, error.span or (0, 0)))
    except Exception as error:  # a fault of ours refuses the site; it must not end the build
        return Verdict(Failure(f"could not be executed: {type(error).__name__}: {error}", (0, 0)))


def affordable(statement: s.Statement, context: Context, options: CheckOptions) -> CheckOptions:
    if is_costly(statement, context):
        return replace(options, points=max(1, options.points // COSTLY),
                       near=context.is_particular)
    return options


def prepare(claim: s.Claim, context: Context, compiler: Compiler, label: str,
            options: CheckOptions) -> Sampler:
    """The sampler of a claim's points: its own letters and those it uses, under its conditions."""
    own = [h for h in claim.hypotheses if isinstance(h, s.Membership)]
    conditions = [h for h in claim.hypotheses if isinstance(h, s.Condition)]
    letters = [*context.free_letters(claim, *own), *own]
    sampler = Sampler(letters, conditions, compiler, label, options.seed, options.near)
    if options.generic:
        sampler.draw_alike()
    return sampler


def abbreviations(claim: s.Claim) -> dict[s.Letter, s.Node]:
    return {h.letter: h.value for h in claim.hypotheses if isinstance(h, s.Abbreviation)}


def _check_claim(claim: s.Claim, context: Context, label: str, options: CheckOptions) -> Verdict:
    """The links of a claim; in an equivalence those of each side where the other one holds."""
    verdicts = [_check_links(part, context, label, options) for part in sides(claim)]
    failed = next((verdict for verdict in verdicts if not verdict.holds), None)
    return failed or _together(verdicts)


def _together(verdicts: Sequence[Verdict]) -> Verdict:
    counts = {name: sum(getattr(verdict, name) for verdict in verdicts)
              for name in ("points", "comparisons", "passed_over", "out_of_reach")}
    return replace(verdicts[0], **counts, again=min(verdict.again for verdict in verdicts),
                   digits=min(verdict.digits for verdict in verdicts))


def sides(claim: s.Claim) -> list[s.Claim]:
    """An equivalence as two claims, each under the hypothesis of the other; any other claim."""
    groups: dict[tuple[s.Condition, ...], list[s.Link]] = {}
    for link in claim.links:
        groups.setdefault(link.given, []).append(replace(link, given=()))
    return [s.Claim(tuple(links), (*claim.hypotheses, *given)) for given, links in groups.items()]


def _check_links(claim: s.Claim, context: Context, label: str, options: CheckOptions) -> Verdict:
    compiler = Compiler(context.definitions, Balls(), abbreviations(claim),
                        lasting=options.lasting)
    sampler = prepare(claim, context, compiler, label, options)
    trial = _Trial(claim.links, comparisons(claim.links, compiler), sampler, options.brief)
    probe = Probe(claim, context, compiler, sampler, options.points)
    trial.run(sampler.points(options.points), probe if probe.effort.takes_back else None)
    if options.further and trial.points and not trial.failed:
        trial.probe(probe)
    return trial.verdict()


def comparisons(links: Sequence[s.Link], compiler: Compiler) -> list[Comparison]:
    return [Comparison(link.relation, compiler.side(link.left), compiler.side(link.right))
            for link in links]


class _Trial:
    """All links of a claim at point after point."""

    def __init__(self, links: Sequence[s.Link], compared: Sequence[Comparison], sampler: Sampler,
                 brief: bool) -> None:
        self.links, self.compared, self.sampler, self.brief = links, compared, sampler, brief
        self.tally = [_Tally(number, link) for number, link in enumerate(links, 1)]
        self.points: list[Point] = []
        self.plain: list[Env] = []
        self.far: list[Env] = []
        self.attained: list[Point] = []  # of an inequality that is an equality there, to the digits
        self.passed_over = self.out_of_reach = 0

    @property
    def failed(self) -> bool:
        return any(result.failures for result in self.tally)

    def run(self, points: Iterable[Point], probe: Probe | None = None) -> None:
        """At the plain points. With a probe, less than half of them may be out of reach; nearer
        ones take their places."""
        out_of_reach: list[Attempt] = []
        for point in points:
            self.points.append(point)
            attempt = Attempt(point, [comparison.at(point) for comparison in self.compared])
            if probe is not None and attempt.is_out_of_reach:
                out_of_reach.append(attempt)
                continue
            self.plain.append(point.env)
            self._record(point, attempt.outcomes)
            if self.brief and self.failed:
                return
        self._take_back(out_of_reach, probe)

    def _take_back(self, out_of_reach: Sequence[Attempt], probe: Probe | None) -> None:
        if probe is not None and not self.failed and 2 * len(out_of_reach) < len(self.points):
            self.out_of_reach = len(out_of_reach)
            out_of_reach = list(probe.taken_back(self.compared, out_of_reach))
        for attempt in out_of_reach:
            self._record(attempt.point, attempt.outcomes)

    def probe(self, probe: Probe) -> None:
        """Where the plain points do not look."""
        plain = list(self.points)
        self._further(probe, plain)
        self.passed_over = probe.passed_over
        if self.brief and self.failed:
            return
        for attempt in probe.again(plain, self.compared, self.attained):
            for result, outcome in zip(self.tally, attempt.outcomes, strict=False):
                if not outcome.is_beyond:  # with fewer digits it was decided
                    result.record_again(attempt.point.env, outcome)

    def _further(self, probe: Probe, plain: Sequence[Point]) -> None:
        for attempt in probe.further(self.compared, plain):
            self.points.append(attempt.point)
            self.far.append(attempt.point.env)
            self._record(attempt.point, attempt.outcomes)
            if self.brief and self.failed:
                return

    def _record(self, point: Point, outcomes: Sequence[Outcome]) -> None:
        for result, outcome in zip(self.tally, outcomes, strict=False):
            result.record(point.env, outcome)
        if any(outcome.is_attained and result.link.relation in ("<=", ">=")
               for result, outcome in zip(self.tally, outcomes, strict=False)):
            self.attained.append(point)

    def verdict(self) -> Verdict:
        if not self.points:
            return Verdict(Failure("no point of the domain meets the hypotheses",
                                   self.links[0].span))
        failed = next((result for result in self.tally if result.failures), None)
        again = (result.again for result in self.tally if result.again)
        return Verdict(
            failed.failure(len(self.links)) if failed else None,
            points=len(self.points),
            comparisons=sum(result.components for result in self.tally),
            digits=min(result.digits for result in self.tally),
            coverage=describe_coverage(self.sampler.letters, self.plain, self.far),
            samples=tuple(filter(None, (result.sample() for result in self.tally))),
            slack=_smallest_gap(self.tally),
            passed_over=self.passed_over,
            out_of_reach=self.out_of_reach,
            again=min(again, default=0),
        )


def _smallest_gap(tally: Sequence[_Tally]) -> str:
    """How near the sides of an inequality came to each other: 0 where the bound is attained."""
    gaps = [outcome.gap for result in tally if result.link.relation in ("<", "<=", ">", ">=")
            for _, outcome in result.held if outcome.gap is not None]
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
        self.again = 0  # digits of both sides at the points that were tried again, with many
        self.failures: list[tuple[Env, Outcome]] = []
        self.held: list[tuple[Env, Outcome]] = []

    def record(self, env: Env, outcome: Outcome) -> None:
        self.tried += 1
        self.components += outcome.components
        if self.link.relation == "=" or outcome.digits >= DIGITS:  # balls apart need no digits
            self.digits = min(self.digits, outcome.digits)
        (self.held if outcome.holds else self.failures).append((env, outcome))

    def record_again(self, env: Env, outcome: Outcome) -> None:
        if outcome.holds:
            self.again = min(self.again or EXACT, outcome.digits)
        else:
            self.failures.append((env, outcome))

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
        return Sample(show_point(env), left, right, exact_values(env))


def _check_definition(definition: s.Definition, context: Context, label: str,
                      options: CheckOptions) -> Verdict:
    """A definition is executed too: at every point of its domain it must have a finite value,
    in the codomain that the page names."""
    if not any(isinstance(node, s.Number | s.Letter | s.Apply) for node in s.walk(definition.body)):
        return Verdict(None)
    if _is_set(definition.body):
        return _check_set(definition.body, context, label, options)
    call: s.Node = definition.letter
    if definition.parameters:
        arguments = tuple(p.letter for p in definition.parameters)
        call = s.Call(definition.letter, arguments, span=definition.body.span)
    own = definition.parameters
    claim = s.Claim((s.Link("=", call, call, span=definition.body.span),), own)
    verdict = _check_claim(claim, context, label, options)
    if verdict.failure is None and (codomain := _codomain(definition, context)) is not None:
        return _check_codomain(verdict, claim, codomain, context, label, options)
    return verdict


def _codomain(definition: s.Definition, context: Context) -> s.Node | None:
    if definition.codomain is not None:
        return definition.codomain
    declared = context.domains.get(definition.letter)
    if isinstance(declared, s.Functions):
        declared = declared.codomain
    # It stands in another display; what is at fault in this one is the body.
    return replace(declared, span=definition.body.span) if declared is not None else None


def _check_codomain(verdict: Verdict, claim: s.Claim, codomain: s.Node, context: Context,
                    label: str,
                    options: CheckOptions) -> Verdict:
    compiler = Compiler(context.definitions, Balls())
    call = claim.links[0].left
    belonging = Belonging(compiler.compile(call), compiler.compile_set(codomain))
    own = [h for h in claim.hypotheses if isinstance(h, s.Membership)]
    letters = [*context.free_letters(claim, codomain), *own]
    sampler = Sampler(letters, (), compiler, label, options.seed)
    tally, points = _Tally(1, s.Link("in", call, codomain)), []
    for point in sampler.points(options.points):
        points.append(point)
        tally.record(point.env, belonging.at(point))
    if options.further and points and not tally.failures:
        bounded = replace(claim, links=_ends(call, codomain) or claim.links)
        probe = Probe(bounded, context, compiler, sampler, options.points)
        for attempt in probe.further([belonging], points):
            tally.record(attempt.point.env, attempt.outcomes[0])
    return replace(verdict, failure=tally.failure(1)) if tally.failures else verdict


def _ends(value: s.Node, domain: s.Node) -> tuple[s.Link, ...]:
    """What a value has to do to be in a set of real numbers with ends, beyond which it might be."""
    ends: list[tuple[str, s.Node]] = []
    if isinstance(domain, s.Reals) and domain.relation:
        ends = [(domain.relation, s.Number("0"))]
    elif isinstance(domain, s.Interval):
        ends = [(">" if domain.open_below else ">=", domain.lower),
                ("<" if domain.open_above else "<=", domain.upper)]
    return tuple(s.Link(relation, value, end) for relation, end in ends
                 if not isinstance(end, s.Infinity))


def _is_set(node: s.Node) -> bool:
    return isinstance(node, s.SETS)


def _check_set(body: s.Node, context: Context, label: str, options: CheckOptions) -> Verdict:
    letter = s.Letter("member")
    compiler = Compiler(context.definitions, Balls())
    letters = [*context.free_letters(body), s.Membership(letter, body)]
    points = list(Sampler(letters, (), compiler, label).points(options.points))
    if not points:
        return Verdict(Failure("an empty set", body.span))
    return Verdict(None, points=len(points))


def _check_declaration(declaration: s.Declaration, context: Context, label: str,
                       options: CheckOptions) -> Verdict:
    """The sets that a declaration names must have members, and its laws must sum up to one."""
    if declaration.laws:
        one = s.Number("1")
        links = tuple(s.Link("=", law.mass, one, span=law.span) for law in declaration.laws)
        verdict = _check_claim(s.Claim(links, declaration.memberships), context, label, options)
        if verdict.failure is not None or not declaration.memberships:
            return verdict
    compiler = Compiler(context.definitions, Balls())
    names = {m.letter for m in declaration.memberships}
    outer = [m for m in context.free_letters(*declaration.memberships) if m.letter not in names]
    letters = [*outer, *declaration.memberships]
    sampler = Sampler(letters, (), compiler, label)
    points = [point.env for point in sampler.points(options.points)]
    if not points:
        return Verdict(Failure("an empty set", declaration.memberships[0].domain.span))
    return Verdict(None, points=len(points), coverage=describe_coverage(letters, points))


def _check_instance(instance: s.Instance, context: Context, label: str,
                    options: CheckOptions) -> Verdict:
    """The meaning of each letter is defined, and is what the page announced; and what the pages
    define by these letters is what the rows say."""
    there, points, digits = context_of(instance, context), 0, EXACT
    for meaning in instance.meanings:
        verdict = _check(meaning, there, label, options)
        if not verdict.holds:
            return verdict
        points += verdict.points
    for agreement in agreements(instance, context):
        verdict = _check(agreement.claim, agreement.context, label, options)
        if not verdict.holds:
            return verdict
        points, digits = points + verdict.points, min(digits, verdict.digits)
    return Verdict(None, points=points, digits=digits)


def check_in_instance(claim: s.Claim, context: Context, instance: s.Instance, label: str,
                      options: CheckOptions) -> Verdict:
    """Execute a general claim in a particular case, at fewer points; `context` knows both. Where
    there is an integral it is one point: many are tried for the rows of the instance itself."""
    there = context_of(instance, context)
    costly = is_costly(claim, there)
    few = 1 if costly else max(1, options.points // FEWER_IN_INSTANCES)
    fewer = replace(options, points=few, further=False, generic=costly, lasting=_IN_INSTANCES)
    return check(claim, there, label, fewer)
