"""The one stabilized computation: the weights exp(eta - shift), and what is read off them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lognormalizer.blocks import Piece, Plan
from lognormalizer.exponential import exp

Array = NDArray[Any]

# Between 0 and HIGH the largest component needs no shift, and no shift is no rounding: there exp
# does not overflow, and does not underflow for a probability that does not. Below LOW it does.
HIGH = {"f": 60.0, "d": 600.0}
LOW = {"f": -87.0, "d": -708.0}

FEW = 64  # a single vector of so few components is summed faster, and exactly, by math.fsum
DOMINATED = 1.5  # one component dominates where the sum is below so many times its weight


class Store:
    """The working arrays of a call, by name, used again for each block."""

    def __init__(self, plan: Plan, dtype: np.dtype[Any]) -> None:
        self.plan, self.dtype = plan, dtype
        self.precision = "f" if dtype.char in "fF" else "d"
        self.wide = np.result_type(dtype, np.float64)  # of sums
        self.arrays: dict[str, Array] = {}

    def take(self, name: str, shape: tuple[int, ...]) -> Array:
        array = self.arrays.get(name)
        if array is None or array.shape != shape:
            array = self.arrays[name] = self.plan.buffer(shape, self.dtype)
        return array


class Block:
    """Vectors that are worked on together, with their components on the first axes.

    It holds the vectors whole, or in chunks where they are too long.
    """

    def __init__(self, eta: Array, store: Store, extra: tuple[Array, ...] = (),
                 deep: bool = True) -> None:
        """
        extra   factors of the weights, and a mask of what counts
        deep    whether a weight must be right as long as its probability is a normal number
        """
        self.eta, self.store, self.extra, self.plan = eta, store, extra, store.plan
        self.axes = store.plan.axes
        self.pieces = list(self.plan.chunks())
        self.copied = bool(extra) or self.plan.packed or eta.dtype != store.dtype
        self.copy: Array | None = None
        self.ready: Array | None = None
        self.peak: Array | None = None  # the largest weight as it was computed, in float32
        self.largest = self._extreme(np.maximum)
        self.shift = self._choose_shift(deep)

    # ------------------------------------------------------------------- what is read off

    def log_total(self) -> Any:
        """log(sum(exp(eta))), with axes of length 1 for the components."""
        high, low = self.total()
        result = np.log(high + low)
        if not self.extra and result.dtype.kind == "f":
            near = np.abs(result) < 0.5
            if near.any():
                result = np.where(near, self._log_near_one(high, low), result)
        if self.shift is None:
            return result
        return np.where(np.isinf(self.largest), self.largest, self.shift + result)

    def _log_near_one(self, high: Any, low: Any) -> Any:
        """The logarithm of a sum near 1, from how far it is above 1, which is not rounded."""
        dominated, others = self.others(high, low)
        above = np.expm1(self._lowered_largest()) + others
        return np.log1p(np.where(dominated, above, (high - 1) + low))

    def probabilities(self, out: Array) -> None:
        """exp(eta) / sum(exp(eta)) into `out`."""
        in_place = not self.plan.is_whole and out.dtype == self.store.dtype
        high, low = self.total(out if in_place else None)
        total = self._defined(high + low, high)
        for piece in self.pieces:
            weights = out[piece] if in_place else self.weights(piece)
            np.divide(weights, total, out=out[piece], casting="same_kind")

    def log_probabilities(self, out: Array) -> None:
        """eta - log(sum(exp(eta))) into `out`."""
        high, low = self.total()
        log_total = self._defined(self._log_total_above_largest(high, low), high)
        for piece in self.pieces:
            eta = self.load(piece)
            below = np.subtract(eta, self.largest, out=self.store.take("spare", eta.shape))
            if self.shift is not None:
                np.copyto(below, 0, where=eta == self.largest)
            np.subtract(below, log_total, out=out[piece], casting="same_kind")

    def _log_total_above_largest(self, high: Any, low: Any) -> Any:
        peak = np.exp(self._lowered_largest())
        if self.store.dtype.kind == "c":
            return np.log((high + low) / peak)
        _, others = self.others(high, low)
        return np.log1p(others / peak)

    def _lowered_largest(self) -> Any:
        """The logarithm of the largest weight, in the type of sums."""
        lowered = self.largest
        if self.shift is not None:
            lowered = np.where(np.isinf(lowered), 0, lowered - self.shift)
        return lowered.astype(np.finfo(self.store.wide).dtype, copy=False)

    def _defined(self, value: Any, count: Any) -> Any:
        """In the working type, and NaN where several components are infinite: there is no limit."""
        if self.shift is not None:
            value = np.where(np.isinf(self.largest) & (np.real(count) > 1), np.nan, value)
        return np.asarray(value, self.store.dtype)

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
            below, lost = _difference(eta, self.shift)
            self._exp(below, out)
            out += out * lost
            # As limits: the infinite components share all the weight.
            np.copyto(out, eta == self.largest, where=np.isinf(self.largest))
        if self.extra:
            out *= self.extra[0][piece]
        if self.plan.is_whole:
            self.ready = out
        return out

    def _exp(self, eta: Array, out: Array) -> None:
        single = eta.dtype == np.float32
        exp(eta, out, [self.store.take(name, eta.shape) for name in ("spare", "more") if single])

    def total(self, out: Array | None = None) -> tuple[Any, Any]:
        """The sum of the weights as two numbers, rounded and what rounding lost.

        out     where the weights are kept, as they would be forgotten between chunks
        """
        high: Any = 0.0
        low: Any = 0.0
        for piece in self.pieces:
            weights = self.weights(piece, None if out is None else out[piece])
            if self.store.dtype == np.float32:
                largest = np.maximum.reduce(weights, self.axes, keepdims=True)
                self.peak = largest if self.peak is None else np.maximum(self.peak, largest)
            head, tail = self._sum(weights)
            high, lost = sum_and_rest(high, head)
            low = low + (tail + lost)
        return sum_and_rest(high, low)

    def others(self, high: Any, low: Any) -> tuple[Any, Any]:
        """Whether one component dominates, and the sum of the weights but for one that is largest.

        Spends the weights. Where one dominates, the difference would have lost what the others
        sum to.
        """
        peak = np.exp(self._lowered_largest()) if self.peak is None else self.peak
        dominated = high + low < DOMINATED * peak
        rest = (high - peak) + low
        if not np.any(dominated):
            return dominated, rest
        others: Any = 0.0
        for piece in self.pieces:
            weights = self.weights(piece)
            np.copyto(weights, 0, where=self.load(piece) == self.largest)
            others = others + sum(self._sum(weights))
        self.ready = None
        return dominated, np.where(dominated, others, rest)

    def _sum(self, weights: Array) -> tuple[Any, Any]:
        """The sum over the components, as two numbers; off by one rounding in all."""
        if weights.dtype.kind == "c" or self.store.precision == "f":
            return np.add.reduce(weights, self.axes, self.store.wide, keepdims=True), 0.0
        if weights.ndim == 1 and weights.size <= FEW:
            terms = weights.tolist()
            rounded = math.fsum(terms)
            return rounded, math.fsum([*terms, -rounded])
        # Heads are multiples of the last place of `unit`, so that they sum exactly in any order;
        # tails are so small that their rounding does not count (Rump, Ogita & Oishi 2008).
        unit = np.add.reduce(weights, self.axes, keepdims=True) * (1.5 * 2.0**27)
        part = np.add(weights, unit, out=self.store.take("spare", weights.shape))
        part -= unit
        high = np.add.reduce(part, self.axes, keepdims=True)
        np.subtract(weights, part, out=part)
        return high, np.add.reduce(part, self.axes, keepdims=True)

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
        if self.extra:
            np.copyto(copy, -np.inf, where=~self.extra[1][piece])
        if self.plan.is_whole:
            self.copy = copy
        return copy

    def _extreme(self, ufunc: np.ufunc) -> Any:
        found: Any = None
        for piece in self.pieces:
            part = ufunc.reduce(np.real(self.load(piece)), self.axes, keepdims=True)
            found = part if found is None else ufunc(found, part)
        return found

    def _choose_shift(self, deep: bool) -> Any:
        """What is subtracted from the components of each vector; nothing where exp can do without.

        It is the largest component where that is large, so that exp does not overflow; and, if
        deep, where it is negative, so that exp underflows only where the probability does.
        """
        largest, high = self.largest, HIGH[self.store.precision]
        if largest.size == 1:
            top = bottom = largest.item()
        else:
            top, bottom = largest.max(), largest.min()
        lowest = 0.0 if deep else -high
        if lowest <= bottom and top <= high:
            return None
        if deep and top <= high and self._extreme(np.minimum).min() >= LOW[self.store.precision]:
            return None
        needed = (largest < lowest) | (largest > high)
        return np.where(needed & np.isfinite(largest), largest, largest.dtype.type(0))


def sum_and_rest(a: Any, b: Any) -> tuple[Any, Any]:
    """a + b as a float, and what rounding lost, which is a float again (Knuth's two-sum)."""
    total = a + b
    other = total - a
    return total, (a - (total - other)) + (b - other)


def _difference(eta: Array, shift: Array) -> tuple[Array, Array]:
    rounded, lost = sum_and_rest(eta, -shift)
    return rounded, np.where(np.isfinite(rounded), lost, 0)
