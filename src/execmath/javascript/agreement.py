"""What a module computes, held against balls at points that are drawn of the claim.

The points are handed over as a reader writes them, so that what reads them is held as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from flint import arb, ctx, fmpq

from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError, Undecided
from execmath.arithmetic.values import Matrix, Value, Vector
from execmath.checking.check import abbreviations, prepare
from execmath.checking.options import CheckOptions
from execmath.checking.points import Point
from execmath.checking.sampler import Sampler
from execmath.domains.functions import Arbitrary, FunctionSpace
from execmath.domains.near import Near
from execmath.domains.numbers import Domain, to_balls
from execmath.evaluation.base import SetEvaluator
from execmath.evaluation.compiler import Compiler, Env, Evaluator
from execmath.javascript.translator import Module
from execmath.language import ast as s
from execmath.language.context import Context
from execmath.runtime import limits

TOLERANCE = 1e-9
"""How far a number may be from the ball, as a part of it; or of `SMALLEST`, where it is smaller."""
SMALLEST = 0.1
OF_EACH = 4  # kind of points
QUARTERS = 4
EDGES, DRAWN = CheckOptions(near=True), CheckOptions(near=True, generic=True)
TIGHT = 70  # bits


@dataclass(frozen=True)
class Trial:
    """A point, and the balls of all sides there.

    texts  what a reader would write for each letter, by its name in the module
    """

    texts: Mapping[str, str]
    sides: Sequence[Value]


def trials(claim: s.Claim, context: Context, label: str, module: Module) -> list[Trial]:
    """At some points of the claim: first those with few digits, then edges of sets, then others."""
    compiler = Compiler(context.definitions, Balls(), abbreviations(claim))
    sides = [compiler.side(node) for node in module.sides]
    tried = (_trial(point, module, sides) for point in _points(claim, context, label, compiler))
    return [trial for trial in tried if trial is not None]


def _trial(point: Point, module: Module, sides: Sequence[Evaluator]) -> Trial | None:
    """None where a letter is no float64, or a side is not known well enough."""
    texts: dict[str, str] = {}
    for member, name in module.letters:
        text = _written(point.env[member.letter.key])
        if text is None:
            return None
        texts[name] = text
    values = [_tight(side, point) for side in sides]
    return None if any(value is None for value in values) else Trial(texts, values)


def _points(claim: s.Claim, context: Context, label: str, compiler: Compiler) -> Iterator[Point]:
    """With no number above 8: there float64 loses digits that are not the module's fault."""
    drawn = _sampler(claim, context, label, compiler, DRAWN)
    points = list(islice(drawn.points(OF_EACH), OF_EACH))
    for point in points:
        short = {key: _shortened(value) for key, value in point.env.items()}
        if _is_of_the_claim(short, drawn):
            yield Point(short)
    yield from islice(_sampler(claim, context, label, compiler, EDGES).points(OF_EACH), OF_EACH)
    yield from points


def _sampler(claim: s.Claim, context: Context, label: str, compiler: Compiler,
             options: CheckOptions) -> Sampler:
    sampler = prepare(claim, context, compiler, label, options)
    sampler.sets = [partial(_with_near_values, members) for members in sampler.sets]
    return sampler


def _with_near_values(members: SetEvaluator, env: Env) -> Domain:
    """The set; of functions, those whose values are near 1 as well."""
    near = members(env)
    space = near.whole if isinstance(near, Near) else near
    if isinstance(space, FunctionSpace):
        return FunctionSpace(space.domain, Near(space.codomain))
    return near


def _shortened(value: Value) -> Value:
    """The same to the next quarter."""
    if isinstance(value, fmpq):
        return fmpq(round(value * QUARTERS), QUARTERS)
    if isinstance(value, Vector):
        return type(value)([_shortened(item) for item in value])
    if isinstance(value, Arbitrary):
        value.table()
        short = Arbitrary(value.space, _no_more)
        short.values = {key: _shortened(item) for key, item in value.values.items()}
        return short
    return value


def _no_more(number: int) -> Value:
    raise EvaluationError("a function on a finite set that is asked for another value")


def _is_of_the_claim(env: Env, sampler: Sampler) -> bool:
    """Is each letter in its set, and do the hypotheses hold?"""
    try:
        return all(_contains(members(env), env[member.letter.key])
                   for member, members in zip(sampler.letters, sampler.sets, strict=True)) \
            and sampler.meets(Point(env))
    except EvaluationError:
        return False


def _contains(domain: Domain, value: Value) -> bool:
    if isinstance(value, Arbitrary):
        return all(_contains(value.space.codomain, item) for item in value.table())
    return domain.contains(to_balls(value)) is True


def _written(value: Value) -> str | None:
    """A value as a reader writes it; None where float64 does not hold it."""
    if isinstance(value, Arbitrary):
        return _listed(value.table())
    if isinstance(value, Matrix):
        return _listed(value.items)
    if isinstance(value, Vector):
        items = [_written(item) for item in value]
        return None if None in items else ", ".join(map(str, items))
    if isinstance(value, fmpq):
        number = int(value.p) / int(value.q)
        exact = fmpq(*number.as_integer_ratio()) == value
        return repr(number).removesuffix(".0") if exact else None
    return str(value) if isinstance(value, int) else None


def _listed(values: Sequence[Value]) -> str | None:
    """The rows of a matrix, or the values of a function on a finite set."""
    items = [_written(value) for value in values]
    if None in items:
        return None
    return ("; " if isinstance(values[0], Vector) else ", ").join(map(str, items))


def _tight(side: Evaluator, point: Point) -> Value | None:
    """The value of a side, well enough known to judge a float64 by; None where it is not."""
    precision = limits.PRECISION_FIRST
    while precision <= limits.PRECISION_LAST // 8:
        with ctx.workprec(precision):
            try:
                value = side(point.balls())
                if all(map(_is_tight, _flat(value))):
                    return value
            except Undecided:
                pass
            except EvaluationError:
                return None
        precision *= 2
    return None


def _is_tight(number: Value) -> bool:
    ball = arb(number)
    return bool(ball.is_finite() and (ball.rad() < 1e-20 or ball.rel_accuracy_bits() > TIGHT))


def _flat(value: Value) -> list[Value]:
    return [x for item in value for x in _flat(item)] if isinstance(value, Vector) else [value]


# ------------------------------------------------------------------------------- verdicts


@dataclass(frozen=True)
class Agreement:
    """What became of the trials of a module.

    points  at which it agrees with the balls on every side, as a reader writes them
    reason  why it is not shown; "" where it is
    """

    points: tuple[Mapping[str, str], ...]
    reason: str = ""


def agreement(tried: Sequence[Trial], answers: Sequence[Mapping[str, Any]]) -> Agreement:
    """Of what a module answered at each trial: `sides`, nested lists of numbers, or `no`, why there
    are none."""
    answered = [(trial, answer["sides"]) for trial, answer in zip(tried, answers, strict=True)
                if "sides" in answer]
    wrong = list(filter(None, (_difference(trial.sides, sides) for trial, sides in answered)))
    if wrong:
        return Agreement((), f"{wrong[0]}, at {len(wrong)} of {len(tried)} points")
    if not answered or 2 * len(answered) < len(tried):
        silent = next((answer["no"] for answer in answers if "no" in answer), "no point to try")
        return Agreement((), f"no value at {len(tried) - len(answered)} of {len(tried)} points: "
                             f"{silent}")
    return Agreement(tuple(trial.texts for trial, _ in answered))


def _difference(truth: Sequence[Value], sides: Sequence[Any]) -> str:
    """How the first side differs that does."""
    for value, answer in zip(truth, sides, strict=True):
        if _shape(value) != _shape(answer):
            return "a side has another shape than the balls"
        for ball, number in zip(_flat(value), _flat_list(answer), strict=True):
            if not _is_near(number, arb(ball)):
                return f"{number!r} is computed where {arb(ball).str(17, radius=False)} is right"
    return ""


def _is_near(number: float, ball: arb) -> bool:
    scale = max(float(abs(ball).mid()), SMALLEST)
    return bool(abs(arb(number) - ball) <= arb(TOLERANCE * scale))


def _shape(value: Any) -> Any:
    return [_shape(item) for item in value] if isinstance(value, Vector | list) else ()


def _flat_list(value: Any) -> list[float]:
    return [x for item in value for x in _flat_list(item)] if isinstance(value, list) else [value]

