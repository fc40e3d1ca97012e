"""The nodes of an expression and of a statement: frozen dataclasses, no behavior.

Every node knows the piece of the display it was read from (`span`, offsets into its TeX), so
that an error can point at it; two nodes are equal when they mean the same, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace

Span = tuple[int, int]


@dataclass
class Facts:
    """What was worked out about a tree, and holds for ever, since trees never change."""

    walked: Sequence[Node] | None = None  # the node and all below it
    letters: Sequence[Letter] | None = None  # those with a meaning on a page
    sums: Sequence[Node] | None = None  # all that adds up in it
    open_letters: frozenset[Letter] | None = None  # those that nothing in it binds


@dataclass(frozen=True)
class Node:
    span: Span = field(default=(0, 0), compare=False, kw_only=True, repr=False)
    _facts: Facts | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def facts(self) -> Facts:
        if self._facts is None:
            object.__setattr__(self, "_facts", Facts())
        assert self._facts is not None
        return self._facts


_HOLDING: dict[type[Node], tuple[str, ...]] = {}


def holding(kind: type[Node]) -> tuple[str, ...]:
    """The fields that hold other nodes, one, some or none, and say what is meant, not how it was
    written."""
    if kind not in _HOLDING:
        _HOLDING[kind] = tuple(item.name for item in fields(kind)
                               if item.compare and item.type not in ("str", "int", "bool"))
    return _HOLDING[kind]


def children(node: Node) -> list[Node]:
    below: list[Node] = []
    for name in holding(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            below += value
        elif value is not None:
            below.append(value)
    return below


def walk(node: Node) -> Sequence[Node]:
    """The node and everything below it, in reading order."""
    facts = node.facts
    if facts.walked is None:
        walked, waiting = [], [node]
        while waiting:
            below = waiting.pop()
            walked.append(below)
            waiting += reversed(children(below))
        facts.walked = tuple(walked)
    return facts.walked


def letters(node: Node) -> Sequence[Letter]:
    """Those that a page gave a meaning, each once, in reading order."""
    facts = node.facts
    if facts.letters is None:
        facts.letters = tuple(dict.fromkeys(
            part for part in walk(node) if isinstance(part, Letter) and part.binding))
    return facts.letters


def exchanged(node: Node, old: Node, new: Node) -> Node:
    """The tree with another one in the place of each `old`."""
    if node == old:
        return new
    changes: dict[str, object] = {}
    for name in holding(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            changes[name] = exchanged(value, old, new)
        elif isinstance(value, tuple):
            changes[name] = tuple(exchanged(part, old, new) for part in value)
    return replace(node, **changes)  # type: ignore[arg-type]


def unplaced(node: Node) -> Node:
    """The same tree, which stands nowhere in a display."""
    changes: dict[str, object] = {"span": (0, 0)}
    for name in holding(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            changes[name] = unplaced(value)
        elif isinstance(value, tuple):
            changes[name] = tuple(map(unplaced, value))
    return replace(node, **changes)  # type: ignore[arg-type]


def letters_behind(node: Node, meaning: Callable[[Letter], Iterable[Node | None]]) -> set[Letter]:
    """All letters of a tree, those of the trees that `meaning` gives for them, and so on."""
    seen: set[Letter] = set()
    waiting = [node]
    while waiting:
        for part in walk(waiting.pop()):
            if isinstance(part, Letter) and part not in seen:
                seen.add(part)
                waiting += [node for node in meaning(part) if node is not None]
    return seen


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
class Logarithm(Node):
    """To a base that is written below it."""

    base: Node
    argument: Node


@dataclass(frozen=True)
class Cardinality(Node):
    """How many members a finite set has."""

    domain: Node


@dataclass(frozen=True)
class Binomial(Node):
    upper: Node
    lower: Node


@dataclass(frozen=True)
class Call(Node):
    """A letter that is a function, at its arguments; with a `Hole` among them, the function of
    what is left open."""

    function: Letter
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Hole(Node):
    r"""The dot in `f(\cdot; \theta)`."""


@dataclass(frozen=True)
class Index(Node):
    base: Node
    index: Node


@dataclass(frozen=True)
class Fold(Node):
    r"""`\sum`, `\prod`, `\max` or `\min` (`name`) of `body` as `letter` runs through those members
    of `domain` that meet `conditions`, as in `\sum_{j=1, j \ne i}^k`."""

    name: str
    letter: Letter
    domain: Node
    body: Node
    conditions: tuple[Condition | Belonging, ...] = ()


@dataclass(frozen=True)
class Integral(Node):
    """`lower` and `upper` are expressions, or an `Infinity`."""

    letter: Letter
    lower: Node
    upper: Node
    body: Node


@dataclass(frozen=True)
class SetIntegral(Node):
    r"""`\int_{\mathcal{X}} body \, dx`."""

    letter: Letter
    domain: Node
    body: Node


@dataclass(frozen=True)
class Infinity(Node):
    negative: bool = False


@dataclass(frozen=True)
class Partial(Node):
    """The derivative of `body`, `order` times, by the number `letter` or by its component
    `index`."""

    letter: Letter
    index: Node | None
    body: Node
    order: Node = Number("1")


@dataclass(frozen=True)
class Derivative(Node):
    """The derivative of a function of one number, `order` times, at `argument`."""

    function: Letter
    order: Node
    argument: Node


@dataclass(frozen=True)
class Gradient(Node):
    """The gradient of a function of one vector, at `argument`."""

    function: Letter
    argument: Node


@dataclass(frozen=True)
class Hessian(Node):
    """The matrix of second derivatives of a function of one vector, at `argument`."""

    function: Letter
    argument: Node


@dataclass(frozen=True)
class Jacobian(Node):
    """The matrix whose rows are the gradients of a function's components, at `argument`."""

    function: Letter
    argument: Node


@dataclass(frozen=True)
class GradientBy(Node):
    r"""`\nabla_\eta body`; with order 2 the Hessian, `\nabla_\eta^2 body`."""

    letter: Letter
    order: int
    body: Node


@dataclass(frozen=True)
class At(Node):
    r"""`\left. body \right|_{letter = value}`."""

    letter: Letter
    value: Node
    body: Node


@dataclass(frozen=True)
class Limit(Node):
    r"""`\lim_{letter \to target} body`: `name` is "lim"; or "bounded", which is 1 where the body
    stays bounded on the way, as `O(1)` says.

    `target` is an expression or an `Infinity`; `side` is "+", "-" or, from both, "". If the letter
    is `whole`, it goes through whole numbers only.
    """

    name: str
    letter: Letter
    target: Node
    body: Node
    side: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Run(Node):
    """The items that an ellipsis stands for: `body` for `letter` = `first`, ..., `last`.

    Without `last` the items are all alike, and a definition's codomain says how many they are.
    `written` are the items that the page shows, around the dots.
    """

    letter: Letter
    first: Node
    last: Node | None
    body: Node
    written: tuple[Node, ...] = field(default=(), compare=False, kw_only=True, repr=False)


@dataclass(frozen=True)
class Vector(Node):
    """Items in brackets; an item may be a `Run`."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Matrix(Node):
    """Rows below each other; one may be a `Run` of rows."""

    rows: tuple[Vector | Run, ...]


@dataclass(frozen=True)
class Blocks(Node):
    """Matrices, columns, rows and numbers beside and below each other, as one matrix; a numeral 0
    is as many zeros as fit."""

    rows: tuple[Vector, ...]


@dataclass(frozen=True)
class Identity(Node):
    size: Node


@dataclass(frozen=True)
class Indicator(Node):
    """1 where all `conditions` hold, otherwise 0."""

    conditions: tuple[Condition | Belonging, ...]


@dataclass(frozen=True)
class Case(Node):
    """Without conditions: in all other cases."""

    value: Node
    conditions: tuple[Condition | Belonging, ...]


@dataclass(frozen=True)
class Cases(Node):
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Expectation(Node):
    r"""`\mathbb{E}_{x \sim p(\cdot; \eta)}[body]`; `rest` are the arguments behind the dot."""

    letter: Letter
    density: Letter
    rest: tuple[Node, ...]
    body: Node


@dataclass(frozen=True)
class Covariance(Node):
    r"""`name` is Var or Cov; `\operatorname{Cov}_{x \sim p}[left, right]`. Without `right` it is
    that of `left` with itself: a number for Var, a matrix for Cov."""

    name: str
    letter: Letter
    density: Letter
    rest: tuple[Node, ...]
    left: Node
    right: Node | None


@dataclass(frozen=True)
class Probability(Node):
    """That an outcome of the density meets all conditions."""

    letter: Letter
    density: Letter
    rest: tuple[Node, ...]
    conditions: tuple[Condition | Belonging, ...]


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
class Interval(Node):
    """From `lower` to `upper`, which may be an `Infinity`."""

    lower: Node
    upper: Node
    open_below: bool
    open_above: bool


@dataclass(frozen=True)
class FiniteSet(Node):
    items: tuple[Node, ...]


@dataclass(frozen=True)
class SetProduct(Node):
    r"""`A \times B`, the vectors with a component from each."""

    factors: tuple[Node, ...]


@dataclass(frozen=True)
class MatrixSpace(Node):
    base: Node
    rows: Node
    columns: Node


@dataclass(frozen=True)
class SymmetricGroup(Node):
    """The permutations of 1, ..., `size`."""

    size: Node


@dataclass(frozen=True)
class Functions(Node):
    """All functions from one set to another, of several arguments where `domain` is a product."""

    domain: Node
    codomain: Node


@dataclass(frozen=True)
class SmoothFunctions(Node):
    r"""`C^\infty(domain, codomain)`."""

    domain: Node
    codomain: Node


DERIVATIVES = (Partial, Derivative, Gradient, Hessian, Jacobian, GradientBy)
SETS = (Reals, SetPower, IntegerRange, Simplex, OneHot, Interval, FiniteSet, SetProduct,
        MatrixSpace, SymmetricGroup, Functions, SmoothFunctions)


# ----------------------------------------------------------------- statements


@dataclass(frozen=True)
class Membership(Node):
    r"""`letter \in domain`."""

    letter: Letter
    domain: Node


@dataclass(frozen=True)
class Condition(Node):
    """A relation that a hypothesis asks for; or, `reminding`, what a defined letter is behind the
    word *where*, which is claimed and not supposed."""

    relation: str
    left: Node
    right: Node
    reminding: bool = field(default=False, compare=False, kw_only=True, repr=False)


@dataclass(frozen=True)
class Belonging(Node):
    """A condition that something is in a set; `apart`: that it is not."""

    element: Node
    domain: Node
    apart: bool = False


@dataclass(frozen=True)
class Abbreviation(Node):
    """`letter := value`, for this display only."""

    letter: Letter
    value: Node


@dataclass(frozen=True)
class Distribution(Node):
    r"""`X \sim density(\cdot; rest)`, or `(X, Y) \sim density`."""

    letters: tuple[Letter, ...]
    density: Letter
    rest: tuple[Node, ...]
    mass: Node  # the sum or the integral of the density, which has to be 1


@dataclass(frozen=True)
class Approach(Node):
    r"""`as letter \to target`, of a claim with an `O(...)`: it says where that holds."""

    letter: Letter
    target: Node
    side: str = ""
    whole: bool = False


Hypothesis = Membership | Condition | Abbreviation | Distribution | Approach


@dataclass(frozen=True)
class Declaration(Node):
    memberships: tuple[Membership, ...]
    laws: tuple[Distribution, ...] = ()


@dataclass(frozen=True)
class Definition(Node):
    """`letter := body`, or `letter(parameters) := body`."""

    letter: Letter
    parameters: tuple[Membership, ...]
    body: Node
    codomain: Node | None
    # Between the parameters: p(x, y) and p(x \\mid y) are not one thing.
    separators: tuple[str, ...] = field(default=(), compare=False, kw_only=True, repr=False)


@dataclass(frozen=True)
class Link(Node):
    """One obligation of a chain; in an equivalence, where the other side is `given`."""

    relation: str
    left: Node
    right: Node
    given: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Claim(Node):
    links: tuple[Link, ...]
    hypotheses: tuple[Hypothesis, ...]


@dataclass(frozen=True)
class Instance(Node):
    """Letters of the pages, with another meaning each: a particular case of something general."""

    meanings: tuple[Declaration | Definition, ...]


Statement = Declaration | Definition | Claim | Instance
