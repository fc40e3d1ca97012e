"""Two verdicts: a statement holds at every point that it was tried at, or it fails.

Undecided, not finite, no points, shapes that differ: each is a failure, with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from flint import arb, ctx, fmpq

from execmath import limits
from execmath.domains import Domain
from execmath.evaluate import Env, Reading
from execmath.order import EXACTLY
from execmath.points import in_balls
from execmath.syntax import Span
from execmath.values import EvaluationError, Mismatch, Undecided, Value, Vector, describe

BITS = 3.3219280948873626  # in a decimal digit
EXACT = 10_000  # digits of a value without error


@dataclass(frozen=True)
class Failure:
    """What a stranger needs to see: where, how often, the simplest point, both sides, the gap."""

    reason: str
    span: Span
    link: int = 1
    links: int = 1
    failing: int = 0
    tried: int = 0
    point: str = ""
    left: str = ""
    right: str = ""
    gap: str = ""
    false: bool = False  # certified, with two values; not just undecided, or without a value
    repairs: tuple[str, ...] = ()  # what would make it hold, in words

    def message(self) -> str:
        lines = [self._headline()]
        if self.point:
            lines.append(f"    {self.point}")
        for name, value in (("left ", self.left), ("right", self.right), ("gap  ", self.gap)):
            if value:
                lines.append(f"    {name} = {value}")
        lines += [f"  {'or ' if number else ''}{text}" for number, text in enumerate(self.repairs)]
        return "\n".join(lines)

    def _headline(self) -> str:
        if not self.tried:
            return self.reason
        which = f"link {self.link} " if self.links > 1 else ""
        many = f"{self.failing} of {self.tried} points"
        why = f" ({self.reason})" if self.reason else ""
        return f"{which}fails at {many}{why}; simplest:"


@dataclass(frozen=True)
class Sample:
    """One point with both sides of a link, for the reader."""

    point: str
    left: str
    right: str


@dataclass(frozen=True)
class Verdict:
    failure: Failure | None
    points: int = 0
    comparisons: int = 0
    digits: int = 0
    coverage: str = ""
    estimated: bool = False
    sample: Sample | None = None
    slack: str = ""  # the smallest gap of an inequality; "0" where its bound is attained
    refutation: Failure | None = None  # of a claim that the page marks as refuted

    @property
    def holds(self) -> bool:
        return self.failure is None

    def refuted(self) -> Verdict:
        """The verdict on a claim that is displayed as a mistake: it has to be shown false."""
        if self.failure is None:
            message = f"marked as refuted, and it holds at all {self.points} points"
            return replace(self, failure=Failure(message, (0, 0)))
        if not self.failure.false:
            message = f"marked as refuted, and not shown false: {self.failure.message()}"
            return replace(self, failure=Failure(message, self.failure.span))
        return replace(self, failure=None, refutation=self.failure)


@dataclass(frozen=True)
class Outcome:
    """One link at one point."""

    holds: bool
    digits: int = EXACT
    components: int = 1
    reason: str = ""
    sides: tuple[Value, Value] | None = None
    gap: arb | None = None
    span: Span | None = None
    flaw: str = ""  # why there are no two sides: no value, undecided, mismatch, limit

    def shown(self) -> tuple[str, str, str]:
        """Left, right and gap, for a reader."""
        if self.sides is None:
            return "", "", ""
        gap = "" if self.gap is None else trimmed(self.gap.str(5, radius=False))
        return show_value(self.sides[0]), show_value(self.sides[1]), gap


def decide(relation: str, left: Reading, right: Reading, env: Env,
           last: int = limits.PRECISION_LAST) -> Outcome:
    """Compare both sides at a point, with at most `last` bits."""
    return _settle(lambda balls: compare_values(relation, left(balls), right(balls)), env, last)


def decide_membership(value: Reading, domain: Callable[[Env], Domain], env: Env) -> Outcome:
    """Is the value at this point in the set?"""

    def member(balls: Env) -> Outcome:
        found = value(balls)
        inside = domain(balls).contains(found)
        if inside is None:
            raise Undecided(f"whether {show_value(found)} is in the set")
        reason = f"{show_value(found)} is outside the set that the page names"
        return Outcome(inside, reason="" if inside else reason)

    return _settle(member, env)


def _settle(question: Callable[[Env], Outcome], env: Env,
            last: int = limits.PRECISION_LAST) -> Outcome:
    """The answer at a point, at a precision that doubles until the balls tell."""
    precision = limits.PRECISION_FIRST
    while True:
        try:
            with ctx.workprec(precision):
                return question(in_balls(env))
        except Undecided as undecided:
            precision *= 2
            if precision > last:
                reason = f"undecided at {precision // 2} bits: {undecided.message}"
                return Outcome(False, reason=reason, span=undecided.span, flaw=undecided.kind)
        except EvaluationError as error:
            return Outcome(False, reason=error.message, span=error.span, flaw=error.kind)


def compare_values(relation: str, left: Value, right: Value) -> Outcome:
    if isinstance(left, Vector) or isinstance(right, Vector):
        return _compare_vectors(relation, left, right)
    if callable(left) or callable(right):
        raise Mismatch(f"{describe(left)} {relation} {describe(right)}: not comparable")
    return _compare_numbers(relation, left, right)


def _compare_vectors(relation: str, left: Value, right: Value) -> Outcome:
    if type(left) is not type(right):
        raise Mismatch(f"{describe(left)} against {describe(right)}: shapes differ")
    if len(left) != len(right):
        raise EvaluationError(f"{describe(left)} against {describe(right)}: shapes differ")
    if relation not in ("=", "!="):
        raise Mismatch(f"vectors are not ordered by {relation}")
    if len(left) == 0:
        raise EvaluationError("two empty vectors, nothing to compare")
    found = [compare_values("=", a, b) for a, b in zip(left, right, strict=True)]
    bad = next((o for o in found if not o.holds), None)
    components, digits = sum(o.components for o in found), min(o.digits for o in found)
    sides = (left, right)
    if relation == "!=":
        return Outcome(bad is not None, digits, components, sides=sides)
    return Outcome(bad is None, digits, components, sides=sides, gap=bad.gap if bad else None)


def _compare_numbers(relation: str, left: Value, right: Value) -> Outcome:
    a, b = arb(left), arb(right)
    if not (a.is_finite() and b.is_finite()):
        raise Undecided("a value that is not finite")
    exact = isinstance(left, int | fmpq) and isinstance(right, int | fmpq)
    verdict = EXACTLY[relation](left, right) if exact else _ordered(relation, a, b)
    if verdict is None:
        if relation in ("<", ">", "!="):
            raise Undecided("the balls overlap")  # more digits may bring them apart
        verdict = _equal_to_the_digits(a, b)
    elif verdict and relation == "=" and not exact:
        verdict = _equal_to_the_digits(a, b)
    digits = EXACT if exact else min(_digits(a), _digits(b))
    return Outcome(bool(verdict), digits, sides=(left, right), gap=abs(a - b))


def _ordered(relation: str, a: arb, b: arb) -> bool | None:
    """What the balls tell without being asked how tight they are; None where they overlap."""
    if relation in ("=", "!="):
        return None if a.overlaps(b) else relation == "!="
    if relation in (">", ">="):
        a, b, relation = b, a, {">": "<", ">=": "<="}[relation]
    if a < b or (relation == "<=" and a <= b):
        return True
    return False if b < a or (relation == "<" and b <= a) else None


def _equal_to_the_digits(a: arb, b: arb) -> bool:
    """Overlapping balls are equal when both are tight; otherwise nothing is known yet."""
    if not (_tight(a) and _tight(b)):
        raise Undecided("the balls overlap and are not tight")
    return a.overlaps(b)


_wanted: ContextVar[int] = ContextVar("digits", default=limits.DIGITS)


@contextmanager
def digits_wanted(digits: int) -> Iterator[None]:
    """How many correct digits both sides of an equality must have."""
    before = _wanted.set(digits)
    try:
        yield
    finally:
        _wanted.reset(before)


def _tight(ball: arb) -> bool:
    if ball.contains(0):
        return bool(ball.rad() <= arb(10) ** -limits.ZERO)
    return _digits(ball) >= _wanted.get()


def _digits(ball: arb) -> int:
    if ball.is_exact():
        return EXACT
    if ball.contains(0):
        return limits.ZERO
    return int(ball.rel_accuracy_bits() / BITS)


def show_value(value: Value) -> str:
    if isinstance(value, Vector):
        return f"({', '.join(show_value(item) for item in value)})"
    if isinstance(value, fmpq | arb):
        return trimmed(arb(value).str(20, radius=False))
    return str(value)


def trimmed(digits: str) -> str:
    mantissa, mark, exponent = digits.partition("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return mantissa + mark + exponent


