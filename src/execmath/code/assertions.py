"""The two verbs of code blocks: numpy functions held against the page.

    implements("log-sum-exp", logsumexp)            this function computes the displayed definition
    holds("gradient-is-softmax", A=logsumexp)       the displayed claim, with it for the letter A

Points are exact in float64, and the truth is a ball that is tight around the value of the displayed
formula at that very point. So the figure is the error of the function, and of nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Value, show_value
from execmath.checking.check import abbreviations, prepare
from execmath.checking.far_points import FarPoints
from execmath.checking.options import CheckOptions
from execmath.checking.points import Point, describe_coverage, show_point
from execmath.code import active_site, extremes, float64
from execmath.code.calls import Given
from execmath.documents import codec
from execmath.documents.results import Result
from execmath.documents.verdict_keys import key
from execmath.evaluation.base import Env, Evaluator
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s
from execmath.language.closed_forms import agreements
from execmath.language.context import Context, context_of
from execmath.language.equation import Kind
from execmath.language.names import spell
from execmath.runtime import limits

MAX_ULP = 64.0
MAX_SCALE = 2.0**20
MOST = 2.0**-30  # of an error, where a value is smaller than the scale


class Refused(AssertionError):
    """A function does not do what the page says."""


@dataclass(frozen=True)
class Report:
    """What a verb found; printing it is the evidence on the page."""

    text: str
    points: int
    components: int
    error: float  # the largest, in ulp

    def __str__(self) -> str:
        return self.text


def implements(label: str, function: Callable[..., Any], *, ulp: float = 4, scale: float = 0,
               letters: Sequence[str] = ()) -> Report:
    """Hold `function` against the displayed definition `label`, in float64; or, where `label` is an
    instance, against its row in closed form: of a family, its log-normalizer.

    function  takes numpy arrays (vectors) and floats, in the order of the definition's parameters
    letters   names of declared letters that the function takes too, by name: numbers, vectors, and
              functions on a finite set as the array of their values
    ulp       the largest error allowed, at most 64
    scale     errors are in ulp of max(scale, |value|), at most 2^20; below a derivative at least
              1e-290. Both together may allow an error of 2^-30, about 1e-9, and no more
    returns   a Report, which prints as two lines
    raises    Refused with the worst point; LookupError for a label that does not exist
    """
    result, definition = _definition(_entry(label))
    if definition is None or not definition.parameters:
        raise Refused(f"{label} at {result.place} is not the definition of a function")
    parameters = tuple(p.letter for p in definition.parameters)
    call = s.Call(definition.letter, parameters)
    claim = s.Claim((s.Link("=", call, call),), definition.parameters)
    name = _name(function)
    trial = _Trial(result, claim, {definition.letter: function}, rough=True)
    trial.hand_over(letters)
    return trial.run(f"{name} computes {label}", ulp, scale)


def holds(label: str, *, ulp: float = 4, scale: float = 0, **letters: Callable[..., Any]) -> Report:
    """Hold the displayed claim `label` with numpy functions in the place of letters, in float64.

    letters   by name, `A=logsumexp`, `eta=...`; below a derivative the function must accept
              complex input, as the derivative is a complex step
    ulp, scale, returns, raises: as for `implements`
    """
    result = _entry(label)
    claim = result.statement
    if not isinstance(claim, s.Claim):
        raise Refused(f"{label} at {result.place} is not a claim")
    if not letters:
        raise Refused(f"{label}: name at least one function, as in A=logsumexp")
    given = _find_letters(result, claim, letters)
    names = ", ".join(f"{key} = {_name(function)}" for key, function in letters.items())
    return _Trial(result, claim, given).run(f"{label} holds with {names}", ulp, scale)


def _name(function: Callable[..., Any]) -> str:
    """What a function is called; a name is a word, and says nothing else."""
    name = str(getattr(function, "__name__", ""))
    return name if name.isidentifier() or name == "<lambda>" else type(function).__name__


def _entry(label: str) -> Result:
    result = active_site.result(label)
    if result.kind == Kind.UNREAD:
        raise Refused(f"{label} at {result.place} could not be read")
    return result


def _definition(result: Result) -> tuple[Result, s.Definition | None]:
    """What a display defines; of an instance, the row that says in closed form what the pages
    define, in the letters of the instance."""
    statement = result.statement
    if isinstance(statement, s.Instance):
        for agreement in agreements(statement, result.context):
            context = context_of(statement, result.context)
            return replace(result, context=context), context.definitions[agreement.letter]
    return result, statement if isinstance(statement, s.Definition) else None


def _find_letters(result: Result, claim: s.Claim,
                  letters: Mapping[str, Callable[..., Any]]) -> dict[s.Letter, Callable[..., Any]]:
    context = result.context
    functions = {spell(letter.name): letter for letter in _reachable(claim, context, {})
                 if _is_function(letter, context)}
    missing = [name for name in letters if name not in functions]
    if missing:
        raise Refused(f"{result.label} does not use a function named {missing[0]}; "
                      f"it uses {', '.join(sorted(functions)) or 'none'}")
    return {functions[name]: function for name, function in letters.items()}


def _is_function(letter: s.Letter, context: Context) -> bool:
    definition = context.definitions.get(letter)
    return bool(definition and definition.parameters) or isinstance(
        context.domains.get(letter), s.Functions
    )


def _reachable(node: s.Node, context: Context,
               aliases: Mapping[s.Letter, s.Node]) -> set[s.Letter]:
    """The letters that a node uses, through definitions and abbreviations."""

    def meaning(letter: s.Letter) -> list[s.Node | None]:
        return [aliases.get(letter) or getattr(context.definitions.get(letter), "body", None)]

    return s.letters_behind(node, meaning)


class _Trial:
    """One claim with functions in it: each side that uses one, against the other side's ball."""

    def __init__(self, result: Result, claim: s.Claim, given: Mapping[s.Letter, Callable[..., Any]],
                 rough: bool = False) -> None:
        self.result, self.claim = result, claim
        self.rng, self.rough = Random(result.label), rough
        self.functions: dict[str, Given] = {}
        context, aliases = result.context, abbreviations(claim)
        self.balls = Compiler(context.definitions, Balls(), aliases)
        self.floats = Compiler(context.definitions, float64.Floats(), aliases, frozenset(given))
        self.given = {letter.key: function for letter, function in given.items()}
        self.handed: dict[str, s.Letter] = {}
        self.sampler = prepare(claim, context, Compiler(context.definitions, Balls(), aliases),
                               result.label, CheckOptions())
        self.pairs = list(self._pairs(context, aliases, set(given)))

    def _pairs(self, context: Context, aliases: Mapping[s.Letter, s.Node],
               given: set[s.Letter]) -> Iterator[tuple[Evaluator, Evaluator]]:
        for link in self.claim.links:
            for side, other in ((link.left, link.right), (link.right, link.left)):
                if _reachable(side, context, aliases) & given:
                    if link.relation != "=":
                        raise Refused(f"{self.result.label}: only equalities are held in float64")
                    yield self.floats.compile(side), self.balls.compile(other)

    def hand_over(self, names: Sequence[str]) -> None:
        """From here on the functions take, by name, what is drawn for these letters as well."""
        drawn = {spell(m.letter.name): m.letter for m in self.sampler.letters}
        for name in names:
            if name not in drawn:
                raise Refused(f"{self.result.label} depends on no declared letter named {name}; "
                              f"it depends on {', '.join(drawn) or 'none'}")
            self.handed[name] = drawn[name]

    def _functions(self, env: Env) -> dict[str, Callable[..., Value]]:
        handed = {name: float64.as_array(env[letter.key]) for name, letter in self.handed.items()}
        return {key: function.on_values(handed) for key, function in self.functions.items()}

    def run(self, what: str, ulp: float, scale: float) -> Report:
        """The report, from memory where nothing that it depends on has changed."""
        if not 0 <= scale <= MAX_SCALE:
            raise Refused(f"{what}: a scale of {scale:g}; it must be a number from 0 to "
                          f"{MAX_SCALE:g}")
        if not 0 < ulp <= MAX_ULP:
            raise Refused(f"{what}: an error of {ulp:g} ulp; it must be a number above 0 and at "
                          f"most {MAX_ULP:g}")
        if ulp * math.ulp(scale) > MOST:
            raise Refused(f"{what}: {ulp:g} ulp of {scale:g} are {ulp * math.ulp(scale):.2g}, "
                          f"which no value below {scale:g} may be off by; {MOST:.2g} is the most")
        name = active_site.memory.name(what, repr(ulp), repr(scale), repr(self.handed),
                                   key(self.result, CheckOptions()))
        cached = codec.decoded(active_site.memory.cache.load(name), Report)
        if cached is not None:
            return cached
        report = self._run(what, ulp, scale)
        active_site.memory.cache.store(name, codec.encoded(report))
        return report

    def _run(self, what: str, ulp: float, scale: float) -> Report:
        if any(isinstance(node, s.DERIVATIVES) for node in s.walk(self.claim)):
            scale = max(scale, float64.SMALLEST_SLOPE)
        self.functions = {key: Given(function, ulp, scale) for key, function in self.given.items()}
        points = list(self._points())
        errors = self._near(what, points, scale)
        self._hold(what, errors, ulp)
        envs = [point.env for point in points]
        far = list(self._extreme(self._beyond(envs), scale))
        error = self._hold(what, [*errors, *far], ulp)
        self._repeat()
        beyond = [one.env for one in far if one.env is not None]
        components = sum(len(one.ulps) for one in [*errors, *far])
        unit = "ulp" if not scale else f"ulp of max({scale:g}, |value|)"
        plainly = f": {ulp * math.ulp(scale):.2g} where |value| < {scale:g}" if scale > 1 else ""
        count = len(envs) + len(beyond)
        text = (f"{what} in float64:\n  {count} points{self._coverage(envs, beyond)}, "
                f"within {_up(error)} {unit}, {ulp:g} allowed{plainly}")
        return Report(text, count, components, error)

    def _beyond(self, envs: list[Env]) -> Iterator[Point]:
        """Points at the limits of float64, and arrangements of numbers."""
        sized = FarPoints(self.sampler, self.result.context, self.claim.links).sizes
        large = list(extremes.large(self.sampler, self.rng))
        yield from large
        yield from extremes.arranged(self.sampler, [*envs, *(point.env for point in large)])
        yield from extremes.whole(self.sampler, envs, sized)
        yield from extremes.far(self.sampler, envs, self.rng)
        yield from extremes.farthest(self.sampler, envs, self.rng)

    def _repeat(self) -> None:
        try:
            for function in self.functions.values():
                function.repeat()
        except EvaluationError as error:
            raise Refused(f"{self.result.label}: {error.message}") from None

    def _near(self, what: str, points: Sequence[Point], scale: float) -> list[_Errors]:
        """The errors at the points at which the page's own claims are tried."""
        errors = [self._errors(number, ball, point, scale)
                  for point in points for number, ball in self.pairs]
        if not any(one.ulps for one in errors):
            raise Refused(f"{what}: no point that float64 holds exactly")
        return errors

    def _hold(self, what: str, errors: Sequence[_Errors], ulp: float) -> float:
        """The largest error, if it is allowed."""
        worst = max(errors, key=lambda one: max(one.ulps, default=0.0))
        error = max(worst.ulps)
        if not error <= ulp:
            raise Refused(f"{what}: off by {error:.3g} ulp, at most {ulp:g} allowed, at\n"
                          f"{worst.shown()}")
        return error

    def _coverage(self, envs: Sequence[Env], beyond: Sequence[Env]) -> str:
        """Which sizes were tried: `, k = 2…8 and to 1000`."""
        covered = describe_coverage(self.sampler.letters, envs)
        largest = max((size for env in beyond for size in extremes.sizes(self.sampler, env)),
                      default=0)
        if largest <= max((size for env in envs for size in extremes.sizes(self.sampler, env)),
                          default=0):
            return f", {covered}" if covered else ""
        return f", {covered} and to {largest}"

    def _extreme(self, points: Iterator[Point], scale: float) -> Iterator[_Errors]:
        """The errors at points at the limits, where the page's own formula has a value.

        They are in ulp of the largest number that comes in, where that is more than the scale.
        """
        for point in points:
            if not float64.exact_in_floats(point.env):
                continue
            largest = max(1.0, extremes.magnitude(point.env))
            for number, ball in self.pairs:
                try:
                    truth = float64.tight_value(ball, point)
                except EvaluationError:
                    continue
                errors = self._compared(number, truth, point, scale * largest)
                yield errors if largest < extremes.SQUARES else errors.without_overflow(largest)

    def _points(self) -> Iterator[Point]:
        for point in self.sampler.points(limits.POINTS):
            if float64.exact_in_floats(point.env):
                yield point
            if self.rough and self._may_roughen():
                yield Point({key: float64.roughen(value, self.rng)
                             for key, value in point.env.items()})

    def _may_roughen(self) -> bool:
        real = (s.Reals, s.IntegerRange, s.OneHot)
        return all(isinstance(m.domain, real) or (isinstance(m.domain, s.SetPower)
                   and isinstance(m.domain.base, s.Reals)) for m in self.sampler.letters)

    def _errors(self, number: Evaluator, ball: Evaluator, point: Point, scale: float) -> _Errors:
        try:
            truth = float64.tight_value(ball, point)
        except EvaluationError as error:
            raise self._refused(error, point) from None
        return self._compared(number, truth, point, scale)

    def _compared(self, number: Evaluator, truth: Value, point: Point, scale: float) -> _Errors:
        env = point.env
        numbers = {key: float64.as_floats(value) for key, value in env.items()}
        try:
            value = number(numbers | self._functions(env))
            errors = [float64.ulps(a, b, scale) for a, b in float64.paired(value, truth)]
        except EvaluationError as error:
            raise self._refused(error, point) from None
        return _Errors(errors, env, value, truth)

    def _refused(self, error: EvaluationError, point: Point) -> Refused:
        return Refused(f"{self.result.label}: {error.message} at {show_point(point.env)}")


@dataclass(frozen=True)
class _Errors:
    """How far off each component is, at one point."""

    ulps: list[float]
    env: Env | None = None
    value: Value = None
    truth: Value = None

    def without_overflow(self, largest: float) -> _Errors:
        """Where squares overflow, a function may say that it does by returning an infinity; where
        twice a number does, the difference of two infinities as well."""
        sums = largest >= 2.0 ** extremes.HUGE[0]
        values = [number for number, _ in float64.paired(self.value, self.truth)]
        return replace(self, ulps=[error for error, value in zip(self.ulps, values, strict=True)
                                   if not math.isinf(value) and not (sums and math.isnan(value))])

    def shown(self) -> str:
        return (f"    {show_point(self.env or {})}\n"
                f"    found = {float64.show_floats(self.value)}\n"
                f"    truth = {show_value(self.truth)}")


def _up(error: float) -> str:
    """Rounded up to one decimal: a bound stays a bound."""
    return f"{math.ceil(error * 10) / 10:.1f}"
