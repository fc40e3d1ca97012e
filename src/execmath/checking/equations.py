"""Points on which equations hold that no drawn point meets but by chance.

Of a hypothesis such as x^T y = 0 the drawn points would show only where something is zero. So it is
solved for some of the drawn numbers, exactly: as many as there are equations, of those in which the
equations are linear. All others stay as they were drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice, permutations
from random import Random

from flint import arb, ctx, fmpq, fmpq_mat

from execmath.arithmetic.errors import EvaluationError
from execmath.arithmetic.values import Value, Vector
from execmath.checking.lines import Line
from execmath.domains.numbers import Interval
from execmath.evaluation.base import Env, Evaluator

Sides = tuple[Evaluator, Evaluator]
CHOICES = 40  # of numbers that are solved for, at one point
MOST = 6  # equations at once
BITS = 2_000  # in which the values of a function that is a table are exact


class Equations:
    """Some equations, each by its two sides."""

    def __init__(self, sides: Sequence[Sides]) -> None:
        self.sides = sides

    def solved(self, lines: Sequence[Line], rng: Random) -> Iterator[Env]:
        """Points at which all hold: those through which the lines go, but for the numbers of some
        of the lines."""
        if not lines or not (start := self._apart(lines[0].env)):
            return
        mixed = rng.sample(lines, len(lines))
        for chosen in islice(permutations(mixed, len(start)), CHOICES):
            env = None
            with suppress(ZeroDivisionError):  # they do not determine each other, nor the others
                env = self._linear(chosen, start)
            if env is not None and self._apart(env) == [fmpq(0)] * len(start):
                yield env

    def _linear(self, lines: Sequence[Line], start: Sequence[fmpq]) -> Env | None:
        """Where all equations would hold if they were linear in the numbers of these lines."""
        env = lines[0].env
        columns = [self._apart(line.at(_number(line) + _step(line))) for line in lines]
        if not all(len(column) == len(start) for column in columns):
            return None
        slopes = [[column[row] - start[row] for column in columns] for row in range(len(start))]
        steps = fmpq_mat(slopes).solve(fmpq_mat([[-one] for one in start]))
        for row, line in enumerate(lines):
            env = line.moved(env, _number(line) + steps[row, 0] * _step(line))
        return env

    def _apart(self, env: Env) -> list[fmpq]:
        """By how much the sides differ, component by component; nothing where that is not known
        exactly."""
        differences: list[fmpq] = []
        try:
            with ctx.workprec(BITS):
                for left, right in self.sides:
                    differences += _flat(left(env) - right(env))
        except (EvaluationError, TypeError, ZeroDivisionError):  # no value, or none that is exact
            return []
        return differences if len(differences) <= MOST else []


def _number(line: Line) -> fmpq:
    number = line.number_at(line.env)
    return number if isinstance(number, fmpq) else fmpq(0)


def _step(line: Line) -> fmpq:
    """To another number of the set."""
    if not isinstance(line.domain, Interval):
        return fmpq(-1 if getattr(line.domain, "relation", "").startswith("<") else 1)
    inner, number = line.domain.drawn_from(), _number(line)
    return fmpq(max((inner.at(part) - number for part in (fmpq(1, 2), fmpq(1, 4))), key=abs))


def _flat(value: Value) -> list[fmpq]:
    """raises  TypeError, where a number is not exact"""
    if isinstance(value, Vector):
        return [number for item in value.items for number in _flat(item)]
    if isinstance(value, arb) and value.is_exact():
        return [value.fmpq()]
    if not isinstance(value, int | fmpq):
        raise TypeError(value)
    return [fmpq(value)]
