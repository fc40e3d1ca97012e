"""A point: the values of the letters, exact and as balls of each precision; and how it is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from flint import arb, ctx, fmpq

from execmath.arithmetic.values import Value, Vector
from execmath.domains.far_numbers import Irrational
from execmath.domains.functions import Arbitrary
from execmath.domains.numbers import to_balls
from execmath.evaluation.base import Env
from execmath.language import ast as s
from execmath.language.names import spell
from execmath.runtime.memo import MEMO, Memo


class Shared:
    """What points that were drawn together have in common: a vector drawn once for many indices
    is turned into balls once, and what was computed from it serves all of them."""

    def __init__(self) -> None:
        self._at_precision: dict[int, tuple[dict[int, tuple[Value, Value]], Memo]] = {}

    def balls(self, env: Env) -> Env:
        """At the present precision, with all that was worked out from them."""
        if ctx.prec not in self._at_precision:
            self._at_precision[ctx.prec] = {}, Memo()
        turned, memory = self._at_precision[ctx.prec]
        balls: Env = {MEMO: memory}
        for letter, value in env.items():
            pair = turned.get(id(value))
            if pair is None:  # the value is stored too: an id is unique only among what is alive
                pair = turned[id(value)] = value, to_balls(value)
            balls[letter] = pair[1]
        return balls


class Point:
    """The values of the letters, and what they are as balls of each precision that is needed."""

    def __init__(self, env: Env, shared: Shared | None = None) -> None:
        self.env, self.shared = env, shared or Shared()
        self._balls: dict[int, Env] = {}

    def balls(self) -> Env:
        balls = self._balls.get(ctx.prec)
        if balls is None:
            balls = self._balls[ctx.prec] = self.shared.balls(self.env)
        return balls


def anew(points: Iterable[Point]) -> Iterator[Point]:
    """The same, with nothing worked out yet."""
    shared: dict[Shared, Shared] = defaultdict(Shared)
    return (Point(point.env, shared[point.shared]) for point in points)


def simplicity(env: Env) -> tuple[int, str]:
    """Small for a point that a reader takes in at a glance."""
    text = show_point(env)
    return len(text), text


def show_point(env: Env) -> str:
    return ", ".join(f"{name} = {show(value)}" for name, value
                     in zip(_told_apart(env), env.values(), strict=True)) or "no letters"


def _told_apart(keys: Iterable[str]) -> list[str]:
    r"""Letters as they are read aloud; as TeX where two are alike, such as x and \mathbf{x}, and
    with the display that each is from where they are the same."""
    keys = list(keys)
    names = [key.split()[0] for key in keys]
    spelled = Counter(map(spell, names))
    shown = [spell(name) if spelled[spell(name)] == 1 else name for name in names]
    same = Counter(shown)
    return [name if same[name] == 1 else f"{name} of {key.partition(' ')[2] or 'this display'}"
            for name, key in zip(shown, keys, strict=True)]


def exact_values(env: Env) -> tuple[tuple[str, str], ...]:
    """The letters by their names in TeX, each with its value; nothing, where one of them has none
    that could be written down, or two have one name."""
    texts = {key.split()[0]: _exact(value) for key, value in env.items()}
    if len(texts) < len(env) or None in texts.values():
        return ()
    return tuple((name, text) for name, text in texts.items() if text is not None)


def _exact(value: Value) -> str | None:
    if isinstance(value, Vector):
        items = [_exact(item) for item in value]
        return None if None in items else f"[{', '.join(filter(None, items))}]"
    return str(value) if isinstance(value, int | fmpq) else None


def show(value: Value) -> str:
    if isinstance(value, Vector):
        return f"({', '.join(show(item) for item in value)})"
    if isinstance(value, Arbitrary):
        return repr(value)
    return _show_fraction(value) if isinstance(value, fmpq) else str(value)


LONG = 24  # characters, beyond which a number is shown by its first digits


def _show_fraction(value: fmpq) -> str:
    text = str(value)
    if value.q != 1 and abs(value) < 2**53:
        near = float(int(value.p) / int(value.q))
        if fmpq(*near.as_integer_ratio()) == value:
            return repr(near)
    return text if len(text) <= LONG else f"{arb(value).str(12, radius=False)}…"


def describe_coverage(letters: Sequence[s.Membership], points: Sequence[Env],
                      far: Sequence[Env] = ()) -> str:
    """Which values of the sizes and which magnitudes were covered: `k = 2…8, some to 50,
    numbers of 10⁻³⁰⁰…10³⁰⁰`. `far` are those that are not among the plain `points`."""
    sizes = [text for membership in letters if _is_size(membership)
             for text in _sizes(membership.letter, points, far)]
    return ", ".join([*sizes, *_magnitudes(far)])


def _is_size(membership: s.Membership) -> bool:
    return isinstance(membership.domain, s.IntegerRange) and membership.domain.last is None


def _sizes(letter: s.Letter, points: Sequence[Env], far: Sequence[Env]) -> Iterator[str]:
    plain_values, far_values = ({env[letter.key] for env in envs} for envs in (points, far))
    yield f"{spell(letter.name)} = {min(plain_values)}…{max(plain_values)}"
    if far_values and max(far_values) > max(plain_values):
        yield f"some to {_whole(max(far_values))}"


def _magnitudes(far: Sequence[Env]) -> Iterator[str]:
    powers = [power for env in far for value in env.values() for power in _powers(value)]
    if powers:
        yield f"numbers of {_power(min(powers))}…{_power(max(powers))}"


def _whole(number: int) -> str:
    return str(number) if number < 10**6 else _power(len(str(number)) - 1)


def _power(exponent: int) -> str:
    return f"10{str(exponent).translate(RAISED)}" if exponent else "1"


RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def _powers(value: Value) -> Iterator[int]:
    """Of ten, of the real numbers that are not zero."""
    if isinstance(value, Vector):
        for item in value:
            yield from _powers(item)
    elif isinstance(value, fmpq | Irrational):
        size = abs(to_balls(value))
        if not size.is_zero():
            yield round(float((size.log() / arb(10).log()).mid()))
