"""The plain numbers in a value: in a vector, a matrix, or what carries derivatives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from execmath.arithmetic.asymptotics import Factor, Germ
from execmath.arithmetic.autodiff import Dual, Jet, Tangent
from execmath.arithmetic.batch import Batch
from execmath.arithmetic.monomials import Monomial, Ray
from execmath.arithmetic.values import Value, Vector

Path = tuple[object, ...]  # where a number is in a value


def parts(value: Value, path: Path = ()) -> list[tuple[Path, Value]]:
    """Each number with its place."""
    if not isinstance(value, Vector | Tangent):
        return [(path, value)]
    return [number for place, part in _inside(value) for number in parts(part, (*path, place))]


def _inside(value: Value) -> Iterator[tuple[object, Value]]:
    if isinstance(value, Vector):
        yield from enumerate(value.items)
    elif isinstance(value, Dual):
        yield "value", value.number
        yield from value.slopes.items()
    elif isinstance(value, Jet):
        yield from enumerate(value.terms)


def rebuilt(like: Value, number: Callable[[Path], Value], path: Path = ()) -> Value:
    """The same shape with other numbers in it."""
    inside = {place: rebuilt(part, number, (*path, place)) for place, part in _inside(like)}
    if isinstance(like, Vector):
        return type(like)(list(inside.values()))
    if isinstance(like, Dual):
        value = inside.pop("value")
        return Dual(value, inside, like.level)  # type: ignore[arg-type]
    if isinstance(like, Jet):
        return Jet(list(inside.values()), like.level)
    return number(path)


def joined(one: Value, other: Value) -> Value:
    """A shape that has all numbers of both."""
    if isinstance(one, Vector) and isinstance(other, Vector) and len(one) == len(other):
        return type(one)([joined(a, b) for a, b in zip(one.items, other.items, strict=True)])
    if isinstance(one, Dual) and isinstance(other, Dual) and one.level == other.level:
        return _joined_duals(one, other)
    return other if isinstance(other, Tangent) and not isinstance(one, Tangent) else one


def _joined_duals(one: Dual, other: Dual) -> Dual:
    slopes = {**other.slopes, **one.slopes}
    for direction in one.slopes.keys() & other.slopes.keys():
        slopes[direction] = joined(one.slopes[direction], other.slopes[direction])
    return Dual(joined(one.number, other.number), slopes, one.level)


def opened(path: Path, number: Value, rays: dict[Path, Ray]) -> list[tuple[Path, Value]]:
    """The numbers in what goes to infinity while an integral within is taken, by their monomials;
    each is noted with its ray."""
    if type(number) is Batch and Germ in set(map(type, number.items)):
        columns: dict[Path, list[Value]] = {}
        for place, item in enumerate(number.items):
            for deeper, inner in opened(path, item, rays):
                columns.setdefault(deeper, [0] * len(number))[place] = inner
        return [(deeper, Batch(column)) for deeper, column in columns.items()]
    if type(number) is not Germ:
        return [(path, number)]
    rays[path] = number.ray
    return [coefficient for monomial, factor in number.terms.items()
            for coefficient in opened((*path, monomial), factor.ball, rays)]


def closed(path: Path, number: Callable[[Path], Value], numbers: Collection[Path],
           rays: dict[Path, Ray]) -> Value:
    """The number, or what goes to infinity, that has these numbers in it."""
    if path not in rays:
        return number(path)
    monomials = {deeper[len(path)] for deeper in numbers
                 if len(deeper) > len(path) and deeper[:len(path)] == path}
    terms = {m: Factor(closed((*path, m), number, numbers, rays), loose=True)
             for m in monomials if isinstance(m, Monomial)}
    germ = Germ(rays[path], terms)
    return germ + number(path) if path in numbers else germ
