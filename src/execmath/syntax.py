"""The nodes of an expression and of a statement: frozen dataclasses, no behavior.

Every node knows the piece of the display it was read from (`span`, offsets into its TeX), so
that an error can point at it; two nodes are equal when they mean the same, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

Span = tuple[int, int]


@dataclass(frozen=True)
class Node:
    span: Span = field(default=(0, 0), compare=False, kw_only=True, repr=False)


def children(node: Node) -> Iterator[Node]:
    for item in fields(node):
        value = getattr(node, item.name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Node))


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in reading order."""
    yield node
    for child in children(node):
        yield from walk(child)


# ---------------------------------------------------------------- expressions


@dataclass(frozen=True)
class Number(Node):
    """A numeral as typeset, `2` or `0.5`."""

    digits: str


@dataclass(frozen=True)
class Letter(Node):
    r"""A name, and the statement that gave it its meaning.

    `binding` is the label of that statement, or "" for a letter bound inside the display (a
    summation index, a parameter, a letter declared by a hypothesis). Two letters that look alike
    in different sections are thus different letters.
    """

    name: str
    binding: str = ""

    @property
    def key(self) -> str:
        """Under which a point keeps the letter's value: the name, and whose it is."""
        return f"{self.name} {self.binding}"


@dataclass(frozen=True)
class Binary(Node):
    """`op` is one of + - * / ; every way to write a product is *."""

    op: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Negative(Node):
    operand: Node


@dataclass(frozen=True)
class Power(Node):
    base: Node
    exponent: Node


@dataclass(frozen=True)
class Transpose(Node):
    operand: Node


@dataclass(frozen=True)
class Apply(Node):
    """A function that everybody knows by its name: log, exp, sqrt, abs, ..."""

    name: str
    argument: Node


@dataclass(frozen=True)
class Call(Node):
    """A letter that is a function, at its arguments."""

    function: Letter
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Index(Node):
    base: Node
    index: Node


@dataclass(frozen=True)
class Fold(Node):
    r"""`\sum`, `\prod`, `\max` or `\min` (`name`) of `body` as `letter` runs through `domain`."""

    name: str
    letter: Letter
    domain: Node
    body: Node


@dataclass(frozen=True)
class Integral(Node):
    """`lower` and `upper` are expressions, or an `Infinity`."""

    letter: Letter
    lower: Node
    upper: Node
    body: Node


@dataclass(frozen=True)
class Infinity(Node):
    negative: bool = False


@dataclass(frozen=True)
class Partial(Node):
    """The partial derivative of `body` by the number `letter`, or by its component `index`."""

    letter: Letter
    index: Node | None
    body: Node


@dataclass(frozen=True)
class Gradient(Node):
    """The gradient of a function of one vector, at `argument`."""

    function: Letter
    argument: Node


@dataclass(frozen=True)
class Run(Node):
    """The items that an ellipsis stands for: `body` for `letter` = `first`, ..., `last`.

    Without `last` the items are all alike, and a definition's codomain says how many they are.
    """

    letter: Letter
    first: Node
    last: Node | None
    body: Node


@dataclass(frozen=True)
class Vector(Node):
    """Items in brackets; an item may be a `Run`."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Expectation(Node):
    r"""`\mathbb{E}_{x \sim p(\cdot; \eta)}[body]`; `rest` are the arguments behind the dot."""

    letter: Letter
    density: Letter
    rest: tuple[Node, ...]
    body: Node


# ----------------------------------------------------------------------- sets


@dataclass(frozen=True)
class Reals(Node):
    """The real numbers, or those that stand in `relation` to zero: >, >=, <, <=."""

    relation: str = ""


@dataclass(frozen=True)
class SetPower(Node):
    base: Node
    exponent: Node


@dataclass(frozen=True)
class IntegerRange(Node):
    r"""`\{first, \ldots, last\}`; without `last` it goes on for ever."""

    first: Node
    last: Node | None


@dataclass(frozen=True)
class Simplex(Node):
    r"""The open simplex `\Delta^{dimension}`: positive components that sum to one."""

    dimension: Node


@dataclass(frozen=True)
class OneHot(Node):
    r"""`\{\mathbf{e}_1, \ldots, \mathbf{e}_k\}`, the vectors with a single 1."""

    size: Node


@dataclass(frozen=True)
class Functions(Node):
    """All functions from one set to another."""

    domain: Node
    codomain: Node


# ----------------------------------------------------------------- statements


@dataclass(frozen=True)
class Membership(Node):
    r"""`letter \in domain`."""

    letter: Letter
    domain: Node


@dataclass(frozen=True)
class Condition(Node):
    """A relation that a hypothesis asks for."""

    relation: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Abbreviation(Node):
    """`letter := value`, for this display only."""

    letter: Letter
    value: Node


Hypothesis = Membership | Condition | Abbreviation


@dataclass(frozen=True)
class Declaration(Node):
    memberships: tuple[Membership, ...]


@dataclass(frozen=True)
class Definition(Node):
    """`letter := body`, or `letter(parameters) := body`."""

    letter: Letter
    parameters: tuple[Membership, ...]
    body: Node
    codomain: Node | None


@dataclass(frozen=True)
class Link(Node):
    """One obligation of a chain."""

    relation: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Claim(Node):
    links: tuple[Link, ...]
    hypotheses: tuple[Hypothesis, ...]


Statement = Declaration | Definition | Claim
