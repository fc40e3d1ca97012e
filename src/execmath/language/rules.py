"""Functions by the class of node that they are for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from execmath.language.ast import Node

Owner = TypeVar("Owner")
Result = TypeVar("Result")
OneNode = TypeVar("OneNode", bound=Node)


class Rules(Generic[Owner, Result]):
    """A registry: `@rule(ast.Fold)` enters a function of an owner and a `Fold`.

    The owner is what walks the tree, a compiler or a translator.
    """

    def __init__(self) -> None:
        self._by_class: dict[type[Node], Callable[[Owner, Any], Result]] = {}

    def __call__(self, node_class: type[OneNode]) -> Callable[
            [Callable[[Owner, OneNode], Result]], Callable[[Owner, OneNode], Result]]:
        """Enter the function below for this class of node, and return it unchanged.

        raises  ValueError where the class has a rule already
        """

        def enter(function: Callable[[Owner, OneNode], Result]
                  ) -> Callable[[Owner, OneNode], Result]:
            if node_class in self._by_class:
                raise ValueError(f"{node_class.__name__} has a rule already")
            self._by_class[node_class] = function
            return function

        return enter

    def of(self, node: Node) -> Callable[[Owner, Any], Result] | None:
        """The rule for a node; None where its class has none."""
        return self._by_class.get(type(node))

    def __iter__(self) -> Iterator[type[Node]]:
        """The classes that have a rule."""
        return iter(self._by_class)
