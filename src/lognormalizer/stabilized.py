"""The one stabilized computation: the weights exp(eta - shift), and what is read off them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lognormalizer.double_double import LN2_HIGH, LN2_LOW, two_sum
from lognormalizer.exp_float32 import exp
from lognormalizer.tiling import Piece, Plan, Types, plan

Array = NDArray[Any]

# Between 0 and HIGH the largest component needs no shift, and no shift is no rounding: there exp
# does not overflow, and does not underflow for a probability that does not. Below LOW it does.
HIGH = {np.dtype(np.float32): 60.0, np.dtype(np.complex64): 60.0}
LOW = {np.dtype(np.float32): -87.0, np.dtype(np.complex64): -87.0}
HIGH_IN_DOUBLE, LOW_IN_DOUBLE = 600.0, -708.0

# A power of 2 for the weights, so that their sum has its digits where its share of the largest is
# the smallest of numbers.
RAISED = 800

SMALL = 256  # a single vector of so few components is summed faster, and exactly, by math.fsum
MANY = 16  # components that are left when sums of pairs are taken
NEAR = 0.5  # a logarithm below it is of a sum close to 1
FEW_ANEW = 0.25  # below that part of a block, vectors that need more are worked on apart
HUGE = 1e15
UNIT = 1.5 * 2.0**27
TWO_PARTS = 1.5  # more than one term of size 1


@dataclass(frozen=True)
class Terms:
    """What a sum of exponentials takes beside the exponents, each of their shape or None."""

    counts: Array  # which terms count
    mantissa: Array | None = None  # the factors are mantissa * 2^power, and the mantissa is not 0
    power: Array | None = None

    @property
    def is_signed(self) -> bool:
        """Whether some factor is negative."""
        return self.mantissa is not None and bool(np.any((self.mantissa < 0) & self.counts))

    def each(self, change: Callable[[Array], Array]) -> Terms:
        """With all that it has changed alike."""
        mantissa, power = (part if part is None else change(part)
                           for part in (self.mantissa, self.power))
        return Terms(change(self.counts), mantissa, power)


class Store:
    """What the blocks of a call share: how they are walked, and working arrays, by name."""

    def __init__(self, plan: Plan, types: Types) -> None:
        self.plan, self.types, self.axes = plan, types, plan.axes
        self.high = HIGH.get(types.working, HIGH_IN_DOUBLE)
        self.low = LOW.get(types.working, LOW_IN_DOUBLE)
        self.is_small = (len(plan.shape) == 1 and plan.shape[0] <= SMALL
                         and types.working.char in "fd")
        self.rough = 4 * math.prod(plan.shape[:len(plan.axes)]) * tiny(types.working)
        self.arrays: dict[str, Array] = {}

    def take(self, name: str, shape: tuple[int, ...], dtype: Any = None) -> Array:
        array = self.arrays.get(name)
        if array is None or array.shape != shape:
            array = self.plan.buffer(shape, dtype or self.types.working)
            self.arrays[name] = array
        return array


@cache
def tiny(dtype: np.dtype[Any]) -> float:
    """The smallest number of a type that has all its digits."""
    return float(np.finfo(dtype).tiny)


class Block:
    """Vectors that are worked on together, with their components on the first axes.

    It holds the vectors whole, or in chunks where they are too long.
    """

    def __init__(self, eta: Array, store: Store, terms: Terms | None = None, deep: bool = True,
                 raised: int = 0) -> None:
        """
        terms   factors of the weights, and which of them count
        deep    whether a weight must be right as long as its probability is a normal number
        raised  the weights are those beside the largest, times this power of 2
        """
        self.eta, self.store, self.terms, self.raised = eta, store, terms, raised
        self.axes, self.chunks = store.axes, store.plan.chunks
        self.copied = bool(terms) or store.plan.packed or eta.dtype != store.types.working
        self.copy: Array | None = None
        self.ready: Array | None = None
        self.largest = self._extreme(np.maximum)
        self.shift = self._choose_shift(deep or store.types.working.kind == "c")
        self.surplus: Any = 0.0
        if self._has_factors and np.any(np.abs(self.largest) > HUGE):
            self.surplus = self._choose_surplus()

    # ------------------------------------------------------------------- what is read off

    def log_total(self) -> Any:
        """log(sum(exp(eta))), with axes of length 1 for the components."""
        result = np.log(self.total())
        if self.store.types.working.kind == "f" and not self._has_factors:
            near = np.abs(result) < NEAR
            if np.count_nonzero(near):
                result = self._anew(result, near, Block._log_near_one)
        if self.shift is None:
            return result
        result = self.shift + (result + self.surplus)
        return np.where(np.isinf(self.largest), self._infinite(), result)

    def _log_near_one(self) -> Any:
        """From how far the sum is from 1, which is not rounded as the sum is."""
        return np.log1p(np.expm1(self._lowered_largest()) + self.others())

    def _infinite(self) -> Any:
        """The limit where a component is infinite: it is that component, and complex as it is."""
        if self.store.types.working.kind == "f":
            return self.largest
        total = self.total()
        turn = np.where(np.abs(total) > TWO_PARTS, np.nan, np.angle(total))
        limit = np.empty(turn.shape, total.dtype)
        limit.real, limit.imag = self.largest, turn
        return limit

    def probabilities(self, out: Array) -> None:
        """exp(eta) / sum(exp(eta)) into `out`."""
        in_place = not self.store.plan.is_whole and out.dtype == self.store.types.working
        total = self.total(out if in_place else None)
        total = self._defined(total, total)
        for piece in self.chunks:
            weights = out[piece] if in_place else self.weights(piece)
            np.divide(weights, total, out=out[piece], casting="same_kind")
        self._leave_out(out, 0)

    def log_probabilities(self, out: Array) -> None:
        """eta - log(sum(exp(eta))) into `out`: as seen from the largest component."""
        others = self.share_of_others()
        above = self._defined(np.log1p(others), 1 + others)
        for piece in self.chunks:
            eta = self.load(piece)
            below = np.subtract(eta, self.largest, out=self.store.take("spare", eta.shape))
            if self.shift is not None:
                np.copyto(below, 0, where=eta == self.largest)
            np.subtract(below, above, out=out[piece], casting="same_kind")
        self._leave_out(out, -np.inf)

    def _leave_out(self, out: Array, value: float) -> None:
        """What does not count has that value, whatever the others are."""
        if self.terms is not None:
            np.copyto(out, value, where=~self.terms.counts)

    def share_of_others(self) -> Any:
        """The sum of the weights but for one that is largest, in units of that one."""
        others = self.others()
        share = np.asarray(others / np.exp(self._lowered_largest()))
        # Of subnormal weights each is rounded to a multiple of the smallest number.
        rough = np.abs(others) < self.store.rough
        if self.raised or not np.count_nonzero(rough):
            return share
        rough = np.broadcast_to(rough, share.shape)
        return self._anew(share, rough, Block._lowered_others, RAISED)

    def _lowered_others(self) -> Any:
        return self.others() * 2.0**-self.raised

    def _anew(self, result: Array, chosen: Array, read: Callable[[Block], Any],
              raised: int = 0) -> Array:
        """The result, with those of the chosen vectors read off anew."""
        types = self.store.types._replace(working=self.store.types.wide) if raised else (
            self.store.types)
        if np.count_nonzero(chosen) > FEW_ANEW * chosen.size or not self.store.plan.is_whole:
            block = Block(self.eta, Store(self.store.plan, types), self.terms, True,
                          raised) if raised else self
            return np.where(chosen, read(block), result)
        first = (0,) * len(self.axes)
        eta = self.load(self.chunks[0])[self.chunks[0] + (chosen[first],)]
        smaller = plan(eta.shape, eta.strides, self.axes)
        block = Block(eta.transpose(smaller.order), Store(smaller, types), None, bool(raised),
                      raised)
        result[chosen] = np.ravel(read(block))
        return result

    def _lowered_largest(self) -> Any:
        """The logarithm of the largest weight, in the type of sums."""
        lowered = self.largest
        if self.shift is not None:
            lowered = np.where(np.isinf(lowered), 0, lowered - self.shift)
        return np.asarray(lowered, self.store.types.exact)

    def _defined(self, value: Any, count: Any) -> Any:
        """In the working type, and NaN where several components are infinite: there is no limit."""
        if self.shift is not None:
            value = np.where(np.isinf(self.largest) & (np.real(count) > TWO_PARTS), np.nan, value)
        return np.asarray(value, self.store.types.working)

    # ------------------------------------------------------------------------ the weights

    def weights(self, piece: Piece, out: Array | None = None) -> Array:
        """exp(eta - shift) for a chunk of the components, times the factors."""
        if self.ready is not None:
            return self.ready
        eta = self.load(piece)
        if out is None:
            out = self.store.take("weights", eta.shape)
        if self.shift is None:
            self._exp(eta, out)
        else:
            below, lost = self._exponents(eta, piece)
            self._exp(below, out)
            out += out * lost
            if np.count_nonzero(infinite := np.isinf(self.largest)):
                np.copyto(out, self._limits(eta), where=infinite)
        if self._has_factors:
            out *= self._factors(piece)[0]
        if self.store.plan.is_whole:
            self.ready = out
        return out

    @property
    def _has_factors(self) -> bool:
        return self.terms is not None and self.terms.mantissa is not None

    def _exponents(self, eta: Array, piece: Piece) -> tuple[Array, Array]:
        """What the weights are exponentials of, and what rounding lost of it."""
        rounded, lost = two_sum(eta, -self.shift)
        power: Any = self.raised
        if self._has_factors:
            power = self._factors(piece)[1]
        if np.any(power):
            rounded, more = two_sum(rounded, power * LN2_HIGH)
            lost = lost + (more + power * LN2_LOW)
        if np.ndim(self.surplus):
            rounded, more = two_sum(rounded, -self.surplus)
            lost = lost + more
        return rounded, np.where(np.isfinite(rounded), lost, 0)

    def _limits(self, eta: Array) -> Array:
        """The infinite components share all the weight; a complex one keeps its turn."""
        if eta.dtype.kind == "f":
            return np.asarray(eta == self.largest)
        return np.where(eta.real == self.largest, np.exp(1j * eta.imag), 0)

    def _exp(self, eta: Array, out: Array) -> None:
        if self.store.types.working == np.float32:
            exp(eta, out, (self.store.take("spare", eta.shape), self.store.take("more", eta.shape)))
        else:
            exp(eta, out, ())

    def total(self, out: Array | None = None) -> Any:
        """The sum of the weights; `out` keeps those of all chunks."""
        high: Any = 0.0
        low: Any = 0.0
        for piece in self.chunks:
            head, tail = self._sum(self.weights(piece, None if out is None else out[piece]))
            high, lost = two_sum(high, head)
            low = low + (tail + lost)
        return high + low

    def others(self) -> Any:
        """The sum of the weights but for one that is largest, which a total would round away."""
        if self.store.is_small:
            terms = self.weights(self.chunks[0]).tolist()
            del terms[int(self.load(self.chunks[0]).argmax())]
            return math.fsum(terms)
        high: Any = 0.0
        low: Any = 0.0
        ties: Any = -1.0
        for piece in self.chunks:
            eta, weights = self.load(piece), self.weights(piece)
            place = self.store.take("place", eta.shape, np.bool_)
            np.equal(eta, self.largest, out=place)
            lighter = self.store.take("lighter", weights.shape)
            np.copyto(lighter, weights)
            np.copyto(lighter, 0, where=place)
            if self.store.plan.is_whole and np.count_nonzero(place) == self.largest.size and (
                    self.shift is None):
                ties = ties + 1
            else:
                ties = ties + self._reduced(np.add, place, self.store.types.exact)
            head, tail = self._sum(lighter)
            high, lost = two_sum(high, head)
            low = low + (tail + lost)
        others = high + low
        if np.any(ties):
            others = others + ties * np.ldexp(np.exp(self._lowered_largest()), self.raised)
        return others

    def _sum(self, weights: Array) -> tuple[Any, Any]:
        """The sum over the components, as two numbers; off by one rounding in all."""
        types = self.store.types
        if self.store.is_small:
            return math.fsum(weights.tolist()), 0.0
        if types.working.char in "fF":
            return self._reduced(np.add, weights, types.wide), 0.0
        if types.working.kind == "c":
            return self._sum_complex(weights)
        weights = self._folded(weights)
        # Heads are multiples of the last place of `unit`, so that they sum exactly in any order;
        # tails are so small that their rounding does not count (Rump, Ogita & Oishi 2008).
        unit = self._reduced(np.add, weights) * UNIT
        part = np.add(weights, unit, out=self.store.take("part", weights.shape))
        part -= unit
        high = self._reduced(np.add, part)
        np.subtract(weights, part, out=part)
        return high, self._reduced(np.add, part)

    def _sum_complex(self, weights: Array) -> tuple[Any, Any]:
        """The same of the real and of the imaginary parts, which may cancel."""
        high, low = (np.empty(self.largest.shape, weights.dtype) for _ in range(2))
        for values, head, tail in ((weights.real, high.real, low.real),
                                   (weights.imag, high.imag, low.imag)):
            unit = self._reduced(np.add, np.abs(values)) * UNIT
            part = (values + unit) - unit
            head[...] = self._reduced(np.add, part)
            tail[...] = self._reduced(np.add, values - part)
        return high, low

    def _folded(self, weights: Array) -> Array:
        """Sums of pairs, and pairs of pairs, where there are many: the rounding of so many is small
        beside their sum, and an exact sum of fewer numbers is faster."""
        for name in ("spare", "half", "quarter"):
            half = weights.shape[0] // 2
            if half < MANY:
                break
            rest = weights[2 * half:]
            folded = self.store.take(name, (half, *weights.shape[1:]))
            weights = np.add(weights[:half], weights[half:2 * half], out=folded)
            weights[:len(rest)] += rest
        return weights

    # ------------------------------------------------------------- the largest, and the shift

    def load(self, piece: Piece) -> Array:
        """A chunk of the components in the working type, with -inf for what does not count."""
        eta = self.eta[piece]
        if not self.copied:
            return eta
        if self.copy is not None:
            return self.copy
        copy = self.store.take("eta", eta.shape)
        np.copyto(copy, eta, casting="unsafe")
        if self.terms is not None:
            np.copyto(copy, -np.inf, where=~self.terms.counts[piece])
        if self.store.plan.is_whole:
            self.copy = copy
        return copy

    def _extreme(self, ufunc: np.ufunc) -> Any:
        found: Any = None
        for piece in self.chunks:
            eta = self.load(piece)
            level = eta if eta.dtype.kind == "f" else eta.real
            if self._has_factors:
                level = level + self._log_factors(piece)
            part = self._reduced(ufunc, level)
            found = part if found is None else ufunc(found, part)
        return found

    def _factors(self, piece: Piece) -> tuple[Array, Array]:
        terms = self.terms
        assert terms is not None and terms.mantissa is not None and terms.power is not None
        return terms.mantissa[piece], terms.power[piece]

    def _log_factors(self, piece: Piece) -> Array:
        mantissa, power = self._factors(piece)
        return np.log(np.abs(mantissa)) + power * LN2_HIGH

    def _reduced(self, ufunc: np.ufunc, values: Array, dtype: Any = None) -> Any:
        """Over the components, with axes of length 1 for them."""
        return ufunc.reduce(values, self.axes, dtype, keepdims=True)

    def _choose_shift(self, deep: bool) -> Any:
        """What is subtracted from the components of each vector; nothing where exp can do without.

        It is the largest component where that is large, so that exp does not overflow; and, if
        deep, where it is negative, so that exp underflows only where the probability does.
        """
        largest, high = self.largest, self.store.high
        if self.raised:
            return np.where(np.isfinite(largest), largest, 0)
        if largest.size == 1:
            top = bottom = largest.item()
        else:
            top, bottom = largest.max(), largest.min()
        lowest = 0.0 if deep and not self._has_factors else -high
        if not self._has_factors and self._needs_none(bottom, top, lowest, deep):
            return None
        needed = (largest < lowest) | (largest > high)
        return np.where(needed & np.isfinite(largest), largest, largest.dtype.type(0))

    def _choose_surplus(self) -> Array:
        """How far the largest exponent is from 0, where a component is so large that a sum with the
        logarithm of its factor has rounded that away."""
        highest: Any = -np.inf
        for piece in self.chunks:
            rounded, lost = self._exponents(self.load(piece), piece)
            level = rounded + lost + np.log(np.abs(self._factors(piece)[0]))
            highest = np.maximum(highest, self._reduced(np.maximum, level))
        return np.where((np.abs(self.largest) > HUGE) & np.isfinite(highest), highest, 0.0)

    def _needs_none(self, bottom: float, top: float, lowest: float, deep: bool) -> bool:
        """Whether no vector needs a shift, where the largest components lie between these."""
        if top > self.store.high or not deep:
            return lowest <= bottom and top <= self.store.high
        return lowest <= bottom or (self.store.types.working.kind == "f" and bool(
            self._extreme(np.minimum).min() >= self.store.low))
