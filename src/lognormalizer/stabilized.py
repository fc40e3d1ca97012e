"""The one stabilized computation: the weights exp(eta - shift), and what is read off them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lognormalizer.double_double import two_sum
from lognormalizer.exp_float32 import exp
from lognormalizer.tiling import Piece, Plan, Types, plan

Array = NDArray[Any]

# Between 0 and HIGH the largest component needs no shift, and no shift is no rounding: there exp
# does not overflow, and does not underflow for a probability that does not. Below LOW it does.
HIGH = {np.dtype(np.float32): 60.0, np.dtype(np.complex64): 60.0}
LOW = {np.dtype(np.float32): -87.0, np.dtype(np.complex64): -87.0}
HIGH_IN_DOUBLE, LOW_IN_DOUBLE = 600.0, -708.0

SMALL = 256  # a single vector of so few components is summed faster, and exactly, by math.fsum
MANY = 16  # components that are left when sums of pairs are taken
NEAR = 0.5  # a logarithm below it is of a sum close to 1
FEW_NEAR = 0.25  # below that part of a block, such vectors are worked on apart


class Store:
    """What the blocks of a call share: how they are walked, and working arrays, by name."""

    def __init__(self, plan: Plan, types: Types) -> None:
        self.plan, self.types, self.axes = plan, types, plan.axes
        self.high = HIGH.get(types.working, HIGH_IN_DOUBLE)
        self.low = LOW.get(types.working, LOW_IN_DOUBLE)
        self.is_small = (len(plan.shape) == 1 and plan.shape[0] <= SMALL
                         and types.working.char in "fd")
        self.arrays: dict[str, Array] = {}

    def take(self, name: str, shape: tuple[int, ...], dtype: Any = None) -> Array:
        array = self.arrays.get(name)
        if array is None or array.shape != shape:
            array = self.plan.buffer(shape, dtype or self.types.working)
            self.arrays[name] = array
        return array


class Block:
    """Vectors that are worked on together, with their components on the first axes.

    It holds the vectors whole, or in chunks where they are too long.
    """

    def __init__(self, eta: Array, store: Store, extra: tuple[Array, ...], deep: bool) -> None:
        """
        extra   factors of the weights, and a mask of what counts
        deep    whether a weight must be right as long as its probability is a normal number
        """
        self.eta, self.store, self.extra = eta, store, extra
        self.axes, self.chunks = store.axes, store.plan.chunks
        self.copied = bool(extra) or store.plan.packed or eta.dtype != store.types.working
        self.copy: Array | None = None
        self.ready: Array | None = None
        self.largest = self._extreme(np.maximum)
        self.shift = self._choose_shift(deep)

    # ------------------------------------------------------------------- what is read off

    def log_total(self) -> Any:
        """log(sum(exp(eta))), with axes of length 1 for the components."""
        result = np.log(self.total())
        if self.store.types.working.kind == "f" and not self.extra:
            near = np.abs(result) < NEAR
            if np.count_nonzero(near):
                result = self._refined(result, near)
        if self.shift is None:
            return result
        return np.where(np.isinf(self.largest), self.largest, self.shift + result)

    def _refined(self, result: Array, near: Array) -> Array:
        """With the logarithms of sums near 1 anew, from how far the sums are from 1.

        That is not rounded, as the sums were.
        """
        if np.count_nonzero(near) > FEW_NEAR * near.size or not self.store.plan.is_whole:
            return np.where(near, self._log_near_one(), result)
        first = (0,) * len(self.axes)
        eta = self.load(self.chunks[0])[self.chunks[0] + (near[first],)]
        smaller = plan(eta.shape, eta.strides, self.axes)
        store = Store(smaller, self.store.types)
        block = Block(eta.transpose(smaller.order), store, (), deep=False)
        result[near] = np.ravel(block._log_near_one())
        return result

    def _log_near_one(self) -> Any:
        return np.log1p(np.expm1(self._lowered_largest()) + self.others())

    def probabilities(self, out: Array) -> None:
        """exp(eta) / sum(exp(eta)) into `out`."""
        in_place = not self.store.plan.is_whole and out.dtype == self.store.types.working
        total = self.total(out if in_place else None)
        total = self._defined(total, total)
        for piece in self.chunks:
            weights = out[piece] if in_place else self.weights(piece)
            np.divide(weights, total, out=out[piece], casting="same_kind")

    def log_probabilities(self, out: Array) -> None:
        """eta - log(sum(exp(eta))) into `out`: as seen from the largest component."""
        others = self.others() / np.exp(self._lowered_largest())
        above = self._defined(np.log1p(others), 1 + others)
        for piece in self.chunks:
            eta = self.load(piece)
            below = np.subtract(eta, self.largest, out=self.store.take("spare", eta.shape))
            if self.shift is not None:
                np.copyto(below, 0, where=eta == self.largest)
            np.subtract(below, above, out=out[piece], casting="same_kind")

    def _lowered_largest(self) -> Any:
        """The logarithm of the largest weight, in the type of sums."""
        lowered = self.largest
        if self.shift is not None:
            lowered = np.where(np.isinf(lowered), 0, lowered - self.shift)
        return np.asarray(lowered, self.store.types.exact)

    def _defined(self, value: Any, count: Any) -> Any:
        """In the working type, and NaN where several components are infinite: there is no limit."""
        if self.shift is not None:
            value = np.where(np.isinf(self.largest) & (np.real(count) > 1), np.nan, value)
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
            below, lost = _difference(eta, self.shift)
            self._exp(below, out)
            out += out * lost
            # As limits: the infinite components share all the weight.
            np.copyto(out, eta == self.largest, where=np.isinf(self.largest))
        if self.extra:
            out *= self.extra[0][piece]
        if self.store.plan.is_whole:
            self.ready = out
        return out

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
            others = others + ties * np.exp(self._lowered_largest())
        return others

    def _sum(self, weights: Array) -> tuple[Any, Any]:
        """The sum over the components, as two numbers; off by one rounding in all."""
        types = self.store.types
        if self.store.is_small:
            return math.fsum(weights.tolist()), 0.0
        if types.exact != types.working:
            return self._reduced(np.add, weights, types.wide), 0.0
        weights = self._folded(weights)
        # Heads are multiples of the last place of `unit`, so that they sum exactly in any order;
        # tails are so small that their rounding does not count (Rump, Ogita & Oishi 2008).
        unit = self._reduced(np.add, weights) * (1.5 * 2.0**27)
        part = np.add(weights, unit, out=self.store.take("part", weights.shape))
        part -= unit
        high = self._reduced(np.add, part)
        np.subtract(weights, part, out=part)
        return high, self._reduced(np.add, part)

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
        if self.extra:
            np.copyto(copy, -np.inf, where=~self.extra[1][piece])
        if self.store.plan.is_whole:
            self.copy = copy
        return copy

    def _extreme(self, ufunc: np.ufunc) -> Any:
        found: Any = None
        for piece in self.chunks:
            eta = self.load(piece)
            part = self._reduced(ufunc, eta if eta.dtype.kind == "f" else eta.real)
            found = part if found is None else ufunc(found, part)
        return found

    def _reduced(self, ufunc: np.ufunc, values: Array, dtype: Any = None) -> Any:
        """Over the components, with axes of length 1 for them."""
        return ufunc.reduce(values, self.axes, dtype, keepdims=True)

    def _choose_shift(self, deep: bool) -> Any:
        """What is subtracted from the components of each vector; nothing where exp can do without.

        It is the largest component where that is large, so that exp does not overflow; and, if
        deep, where it is negative, so that exp underflows only where the probability does.
        """
        largest, high = self.largest, self.store.high
        if largest.size == 1:
            top = bottom = largest.item()
        else:
            top, bottom = largest.max(), largest.min()
        lowest = 0.0 if deep else -high
        if lowest <= bottom and top <= high:
            return None
        if deep and top <= high and self._extreme(np.minimum).min() >= self.store.low:
            return None
        needed = (largest < lowest) | (largest > high)
        return np.where(needed & np.isfinite(largest), largest, largest.dtype.type(0))


def _difference(eta: Array, shift: Array) -> tuple[Array, Array]:
    rounded, lost = two_sum(eta, -shift)
    return rounded, np.where(np.isfinite(rounded), lost, 0)
