"""The plain numbers in a value: in a vector, a matrix, or what carries derivatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from execmath.arithmetic.autodiff import Dual, Jet, Tangent
from execmath.arithmetic.values import Value, Vector

Path = tuple[object, ...]  # where a number is in a value


def parts(value: Value, path: Path = ()) -> list[tuple[Path, Value]]:
    """Each number with its place."""
    if not isinstance(value, Vector | Tangent):
        return [(path, value)]
    return [found for place, part in _inside(value) for found in parts(part, (*path, place))]


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
