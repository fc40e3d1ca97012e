"""Where several oscillations come near chosen phases at once, and where whole numbers make small
what is linear in them.

cos(x) + cos(sqrt(2) x) comes as near to -2 as one likes, but so seldom that no drawn number shows
it. The frequencies are read off the display's own angles. Then a multiple of one period is sought
that is nearly one of every other, by the reduction of a lattice (Lenstra, Lenstra and Lovasz; and
Babai for phases that are not zero).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from flint import arb, ctx, fmpq, fmpz, fmpz_mat

MOST_ANGLES = 4  # at once
NEARNESS = 12, 40  # bits by which a phase is missed, about
FORMS = range(4, 64, 4)  # the same, of something linear in whole numbers
BITS = 400
QUARTERS = 0, 1, 2, 3  # of a turn, at which a sine or a cosine is largest, smallest or zero

Angle = tuple[arb, arb]  # frequency and phase: the angle at x is frequency * x + phase


def places(angles: Sequence[Angle], whole: bool) -> Iterator[fmpq]:
    """Numbers at which all angles are near multiples of a quarter turn, in each combination.

    whole  for integers, of which one more has to be a multiple of 1
    """
    with ctx.workprec(BITS):
        turn = 2 * arb.pi()
        turns = [(frequency / turn, phase / turn) for frequency, phase in angles[:MOST_ANGLES]]
        for bits, quarters in product(NEARNESS, product(QUARTERS, repeat=len(turns))):
            wanted = [arb(quarter) / 4 - phase
                      for quarter, (_, phase) in zip(quarters, turns, strict=True)]
            rates = [rate for rate, _ in turns]
            if whole:
                yield from _multiples(rates, wanted, bits)
            else:  # the first angle is met exactly, by every number that is a turn further
                first, start = rates[0], wanted[0] / rates[0]
                others = [rate / first for rate in rates[1:]]
                left = [phase - rate * start for phase, rate in zip(wanted[1:], rates[1:],
                                                                    strict=True)]
                for multiple in _multiples(others, left, bits):
                    yield _fraction(start + arb(multiple) / first)


def small_forms(slopes: Sequence[arb], constant: arb) -> Iterator[list[int]]:
    """Whole numbers that times their slopes add up, with the constant, to next to zero."""
    size = len(slopes)
    with ctx.workprec(BITS):
        for bits in FORMS:
            rows = [[_whole(slope * 2**bits)] + [fmpz(i == j) for j in range(size)]
                    for i, slope in enumerate(slopes)]
            basis = _rows(fmpz_mat(rows).lll())
            near = _nearest(basis, [_whole(-constant * 2**bits)] + [fmpz(0)] * size)
            for row in (*basis, [fmpz(0)] * (size + 1)):
                for sign in (1, -1):
                    yield [int(a + sign * b) for a, b in zip(near[1:], row[1:], strict=True)]


def _rows(matrix: fmpz_mat) -> list[list[fmpz]]:
    return [[matrix[i, j] for j in range(matrix.ncols())] for i in range(matrix.nrows())]


def _multiples(rates: Sequence[arb], phases: Sequence[arb], bits: int) -> Iterator[fmpq]:
    """Whole numbers that times each rate are near each phase, up to whole turns; of both signs."""
    if not rates:
        return
    scale = 2**bits
    size = len(rates)
    rows = [[_whole(rate * scale * scale) for rate in rates] + [fmpz(1)]]
    rows += [[fmpz(scale * scale * (i == j)) for j in range(size)] + [fmpz(0)] for i in range(size)]
    target = [_whole(phase * scale * scale) for phase in phases] + [fmpz(0)]
    basis = _rows(fmpz_mat(rows).lll())
    nearest = _nearest(basis, target)[-1]
    period = max(abs(row[-1]) for row in basis)
    yield from (fmpq(nearest + times * period) for times in (0, 1, -1))


def _nearest(basis: list[list[fmpz]], target: list[fmpz]) -> list[fmpz]:
    """A point of the lattice near the target: by Babai's nearest plane."""
    orthogonal = _orthogonal(basis)
    left = [fmpq(one) for one in target]
    for row, direction in zip(basis[::-1], orthogonal[::-1], strict=True):
        part = _dot(left, direction) / _dot(direction, direction)
        times = (part + fmpq(1, 2)).floor()
        left = [a - times * b for a, b in zip(left, row, strict=True)]
    return [fmpz(int((a - b).p)) for a, b in zip(map(fmpq, target), left, strict=True)]


def _orthogonal(basis: list[list[fmpz]]) -> list[list[fmpq]]:
    rows: list[list[fmpq]] = []
    for row in basis:
        left = [fmpq(one) for one in row]
        for other in rows:
            part = _dot(left, other) / _dot(other, other)
            left = [a - part * b for a, b in zip(left, other, strict=True)]
        rows.append(left)
    return rows


def _dot(one: Sequence[fmpq], other: Sequence[fmpq]) -> fmpq:
    return sum((a * b for a, b in zip(one, other, strict=True)), fmpq(0))


def _whole(number: arb) -> fmpz:
    whole = (number.mid() + arb(1) / 2).floor().unique_fmpz()
    assert whole is not None  # it has no more digits than are worked with
    return whole


def _fraction(number: arb) -> fmpq:
    return number.mid().fmpq()
