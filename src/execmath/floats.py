"""The reading in float64: numpy functions held against the page, in units in the last place.

Two verbs for the code blocks of a page:

    implements("log-sum-exp", logsumexp)            this function computes the displayed definition
    holds("gradient-is-softmax", A=logsumexp)       the displayed claim, with it for the letter A

Points are exact in float64, and the truth is a ball that is tight around the value of the displayed
formula at that very point. So the figure is the error of the function, and of nothing else.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
from flint import arb, ctx, fmpq

from execmath import limits, session
from execmath import syntax as s
from execmath.balls import Balls
from execmath.check import Effort, World, abbreviations, prepare
from execmath.evaluate import Compiler, Env, Reading
from execmath.ledger import Entry
from execmath.points import describe_coverage, in_balls, show_point, spell
from execmath.values import EvaluationError, Undecided, Value, Vector
from execmath.verdict import show_value

STEP = 2.0**-40  # of the complex step; its square is nothing beside 1
SMALLEST_SLOPE = 1e-290  # below it the complex step loses digits


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


def implements(label: str, function: Callable[..., Any], *, ulp: float = 4,
               scale: float = 0) -> Report:
    """Hold `function` against the displayed definition `label`, in float64.

    function  takes numpy arrays (vectors) and floats, in the order of the definition's parameters
    ulp       the largest error allowed
    scale     errors are in ulp of max(scale, |value|); below a derivative at least 1e-290
    returns   a Report, which prints as two lines
    raises    Refused with the worst point; LookupError for a label that does not exist
    """
    entry = _entry(label)
    definition = entry.statement
    if not isinstance(definition, s.Definition) or not definition.parameters:
        raise Refused(f"{label} at {entry.place} is not the definition of a function")
    parameters = tuple(p.letter for p in definition.parameters)
    call = s.Call(definition.letter, parameters)
    claim = s.Claim((s.Link("=", call, call),), definition.parameters)
    name = getattr(function, "__name__", str(function))
    trial = _Trial(entry, claim, {definition.letter: function}, rough=True)
    return trial.run(f"{name} computes {label}", ulp, scale)


def holds(label: str, *, ulp: float = 4, scale: float = 0, **letters: Callable[..., Any]) -> Report:
    """Hold the displayed claim `label` with numpy functions in the place of letters, in float64.

    letters   by name, `A=logsumexp`, `eta=...`; below a derivative the function must accept
              complex input, as the derivative is a complex step
    ulp, scale, returns, raises: as for `implements`
    """
    entry = _entry(label)
    claim = entry.statement
    if not isinstance(claim, s.Claim):
        raise Refused(f"{label} at {entry.place} is not a claim")
    if not letters:
        raise Refused(f"{label}: name at least one function, as in A=logsumexp")
    given = _find_letters(entry, claim, letters)
    names = ", ".join(f"{key} = {getattr(f, '__name__', f)}" for key, f in letters.items())
    return _Trial(entry, claim, given).run(f"{label} holds with {names}", ulp, scale)


def _entry(label: str) -> Entry:
    entry = session.entry(label)
    if entry.kind == "unread":
        raise Refused(f"{label} at {entry.place} could not be read")
    return entry


def _find_letters(entry: Entry, claim: s.Claim,
                  letters: Mapping[str, Callable[..., Any]]) -> dict[s.Letter, Callable[..., Any]]:
    world = entry.world
    known = {spell(x.name): x for x in _reachable(claim, world, {}) if _is_function(x, world)}
    missing = [name for name in letters if name not in known]
    if missing:
        raise Refused(f"{entry.label} does not use a function named {missing[0]}; "
                      f"it uses {', '.join(sorted(known)) or 'none'}")
    return {known[name]: function for name, function in letters.items()}


def _is_function(letter: s.Letter, world: World) -> bool:
    definition = world.definitions.get(letter)
    return bool(definition and definition.parameters) or isinstance(
        world.domains.get(letter), s.Functions
    )


def _reachable(node: s.Node, world: World,
               aliases: Mapping[s.Letter, s.Node]) -> set[s.Letter]:
    """The letters that a node uses, through definitions and abbreviations."""
    seen: set[s.Letter] = set()
    waiting = [node]
    while waiting:
        for part in s.walk(waiting.pop()):
            if isinstance(part, s.Letter) and part not in seen:
                seen.add(part)
                meaning = aliases.get(part) or getattr(world.definitions.get(part), "body", None)
                if meaning is not None:
                    waiting.append(meaning)
    return seen


class _Trial:
    """One claim with functions in it: each side that uses one, against the other side's ball."""

    def __init__(self, entry: Entry, claim: s.Claim, given: Mapping[s.Letter, Callable[..., Any]],
                 rough: bool = False) -> None:
        self.entry, self.claim = entry, claim
        self.rough = Random(entry.label) if rough else None
        world, aliases = entry.world, abbreviations(claim)
        self.balls = Compiler(world.definitions, Balls(), aliases)
        self.floats = Compiler(world.definitions, Floats(), aliases, frozenset(given))
        self.given = {letter.key: on_values(function) for letter, function in given.items()}
        self.sampler = prepare(claim, world, Compiler(world.definitions, Balls(), aliases),
                               entry.label, Effort())
        self.pairs = list(self._pairs(world, aliases, set(given)))

    def _pairs(self, world: World, aliases: Mapping[s.Letter, s.Node],
               given: set[s.Letter]) -> Iterator[tuple[Reading, Reading]]:
        for link in self.claim.links:
            for side, other in ((link.left, link.right), (link.right, link.left)):
                if _reachable(side, world, aliases) & given:
                    if link.relation != "=":
                        raise Refused(f"{self.entry.label}: only equalities are held in float64")
                    yield self.floats.compile(side), self.balls.compile(other)

    def run(self, what: str, ulp: float, scale: float) -> Report:
        if any(isinstance(node, s.Partial | s.Gradient) for node in s.walk(self.claim)):
            scale = max(scale, SMALLEST_SLOPE)
        worst, components, points = (0.0, ""), 0, []
        for env in self._points():
            points.append(env)
            for number, ball in self.pairs:
                errors, text = self._errors(number, ball, env, scale)
                components += len(errors)
                worst = max(worst, (max(errors), text))
        if not points or not components:
            raise Refused(f"{what}: no point that float64 holds exactly")
        if not worst[0] <= ulp:
            raise Refused(f"{what}: off by {worst[0]:.3g} ulp, at most {ulp:g} allowed, at\n"
                          f"{worst[1]}")
        unit = "ulp" if not scale else f"ulp of max({scale:g}, |value|)"
        cover = describe_coverage(self.sampler.letters, points)
        text = (f"{what} in float64:\n  {len(points)} points{', ' + cover if cover else ''}, "
                f"within {_up(worst[0])} {unit}")
        return Report(text, len(points), components, worst[0])

    def _points(self) -> Iterator[Env]:
        for env in self.sampler.points(limits.POINTS):
            if _exact_in_floats(env):
                yield env
            if self.rough is not None and self._may_roughen():
                yield {key: _roughen(value, self.rough) for key, value in env.items()}

    def _may_roughen(self) -> bool:
        real = (s.Reals, s.IntegerRange, s.OneHot)
        return all(isinstance(m.domain, real) or (isinstance(m.domain, s.SetPower)
                   and isinstance(m.domain.base, s.Reals)) for m in self.sampler.letters)

    def _errors(self, number: Reading, ball: Reading, env: Env,
                scale: float) -> tuple[list[float], str]:
        numbers = {key: _as_floats(value) for key, value in env.items()} | self.given
        try:
            found = number(numbers)
            truth = _tight_value(ball, env)
            errors = [_ulps(a, b, scale) for a, b in _paired(found, truth)]
        except EvaluationError as error:
            raise Refused(f"{self.entry.label}: {error.message} at {show_point(env)}") from None
        text = (f"    {show_point(env)}\n    found = {show_floats(found)}\n"
                f"    truth = {show_value(truth)}")
        return errors, text


def _tight_value(ball: Reading, env: Env) -> Value:
    precision = limits.PRECISION_FIRST
    while precision <= limits.PRECISION_LAST:
        with ctx.workprec(precision):
            try:
                value = ball(in_balls(env))
                if all(_is_tight(item) for item in _flat(value)):
                    return value
            except Undecided:
                pass
        precision *= 2
    raise EvaluationError("the true value is undecided")


def _is_tight(ball: Value) -> bool:
    ball = arb(ball)
    tiny = ball.rad() <= arb(10) ** -limits.ZERO
    return bool(ball.is_finite() and (tiny or ball.rel_accuracy_bits() > 80))


def _flat(value: Value) -> list[Value]:
    return [x for item in value for x in _flat(item)] if isinstance(value, Vector) else [value]


def _paired(found: Value, truth: Value) -> list[tuple[Value, Value]]:
    if isinstance(found, Vector) != isinstance(truth, Vector):
        raise EvaluationError("a vector against a number: shapes differ")
    a, b = _flat(found), _flat(truth)
    if len(a) != len(b):
        raise EvaluationError(f"{len(a)} components against {len(b)}: shapes differ")
    return list(zip(a, b, strict=True))


def _ulps(found: Value, truth: Value, scale: float) -> float:
    """The distance in units in the last place of the truth; infinite for NaN."""
    near, found = float(arb(truth).mid()), float(found)
    if math.isnan(found):
        return math.inf
    if math.isinf(found) or math.isinf(near):
        return 0.0 if found == near else math.inf
    unit = float(np.spacing(max(abs(near), scale)))
    return float(abs(arb(found) - truth) / arb(unit))


def _up(error: float) -> str:
    """Rounded up to one decimal: a bound stays a bound."""
    return f"{math.ceil(error * 10) / 10:.1f}"


# --------------------------------------------------------------------- points as float64


def _exact_in_floats(env: Env) -> bool:
    return all(_is_exact(value) for value in env.values())


def _is_exact(value: Value) -> bool:
    if isinstance(value, Vector):
        return all(_is_exact(item) for item in value)
    if isinstance(value, fmpq):
        return fmpq(*_to_float(value).as_integer_ratio()) == value
    return isinstance(value, int)


def _to_float(value: fmpq) -> float:
    return int(value.p) / int(value.q)


def _as_floats(value: Value) -> Value:
    if isinstance(value, Vector):
        return Vector([_as_floats(item) for item in value])
    return _to_float(value) if isinstance(value, fmpq) else value


def _roughen(value: Value, rng: Random) -> Value:
    """A float64 nearby with all its bits in use."""
    if isinstance(value, Vector):
        return Vector([_roughen(item, rng) for item in value])
    if not isinstance(value, fmpq):
        return value
    return fmpq(*(_to_float(value) * (1 + rng.random() / 8)).as_integer_ratio())


def on_values(function: Callable[..., Any]) -> Callable[..., Value]:
    """A numpy function as one from values to a value."""

    def call(*arguments: Value) -> Value:
        result = np.asarray(function(*[_to_numpy(argument) for argument in arguments]))
        if result.ndim > 2 or result.dtype == object:
            raise EvaluationError(f"the function returned an array of shape {result.shape}")
        return _from_numpy(result)

    return call


def _to_numpy(value: Value) -> Any:
    if not isinstance(value, Vector):
        return value
    return np.array([_to_numpy(item) for item in value])


def _from_numpy(array: np.ndarray[Any, Any]) -> Value:
    if array.ndim == 0:
        return array.item()
    return Vector([_from_numpy(item) for item in array])


def show_floats(value: Value) -> str:
    if isinstance(value, Vector):
        return f"({', '.join(show_floats(item) for item in value)})"
    return f"{value:.17g}" if isinstance(value, float) else str(value)


class Floats:
    """The arithmetic of float64, and of complex numbers below a derivative."""

    @staticmethod
    def number(digits: str) -> Value:
        return int(digits) if digits.isdigit() else float(digits)

    @staticmethod
    def divide(left: Value, right: Value) -> Value:
        if right == 0:
            raise EvaluationError("a division by zero in float64")
        return left / right

    @staticmethod
    def power(base: Value, exponent: Value) -> Value:
        try:
            return base**exponent
        except (OverflowError, ZeroDivisionError) as error:
            raise EvaluationError(f"{base} to the power {exponent}: {error}") from None

    @staticmethod
    def apply(name: str, argument: Value) -> Value:
        if name in ("max", "min"):
            return (max if name == "max" else min)(argument.items)
        module = cmath if isinstance(argument, complex) else math
        function = abs if name == "abs" else getattr(module, name, None)
        if function is None:
            raise EvaluationError(f"{name} is not in the float64 reading")
        try:
            return function(argument)
        except OverflowError:
            return math.inf
        except ValueError:
            raise EvaluationError(f"{name} of {argument}") from None

    @staticmethod
    def slope(function: Callable[[Value], Value], at: Value) -> Value:
        if isinstance(at, complex):
            raise EvaluationError("a second derivative is not in the float64 reading")
        return _imaginary(function(complex(at, STEP)))

    @staticmethod
    def integrate(function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        raise EvaluationError("an integral is not in the float64 reading")


def _imaginary(value: Value) -> Value:
    if isinstance(value, Vector):
        return Vector([_imaginary(item) for item in value])
    return value.imag / STEP if isinstance(value, complex) else 0.0


