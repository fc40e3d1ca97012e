r"""Means and variances of sums and products of what is independent.

Draws of one sample, and letters with a law each, are independent where the page says so. The mean
of a sum is then the sum of the means, that of a product the product of the means of factors that
share no draw, and the variance of a sum the sum of the variances of such terms. What is not of this
form has no mean here: two indices that might be equal are one draw or two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from execmath.language import ast as s
from execmath.language.binders import BINDERS, OUTSIDE, named_parts, open_letters
from execmath.language.symbols import Law, Meaning

ONE, TWO = s.Number("1"), s.Number("2")
NUMBER_OF_DRAW = s.Letter(r"\cdot draw")  # which draw it was; its law is that of all others


@dataclass(frozen=True)
class Draw:
    """What is drawn at once: letters with one law, or one draw of a sample; all draws of it, where
    a sum runs through them."""

    law: Law
    index: s.Node | None = None
    is_every: bool = False

    def is_apart_from(self, other: Draw) -> bool:
        """Are the two independent, whatever the numbers are?"""
        if self.law != other.law:
            return True
        one, two = self.index, other.index
        return isinstance(one, s.Number) and isinstance(two, s.Number) and one != two


class NotTold(Exception):
    """Draws whose number runs within a term, in another way than through a sum of all."""


class Independent:
    """Means and variances under the laws of `meanings`, one for each law."""

    def __init__(self, meanings: Sequence[Meaning]) -> None:
        self.laws = {name: meaning.law for meaning in meanings if meaning.law is not None
                     for name in meaning.law.jointly}

    # ------------------------------------------------------------------------------ what occurs

    def mentions(self, *nodes: s.Node) -> bool:
        return any(letter.name in self.laws for node in nodes for letter in open_letters(node))

    def draws(self, node: s.Node, bound: frozenset[str] = frozenset()) -> set[Draw]:
        """What a term depends on; raises NotTold."""
        if isinstance(node, s.Letter):
            return self.drawn_as(node, bound)
        if isinstance(node, s.Index) and (one := self.one_of_sample(node, bound)) is not None:
            return {one}
        if isinstance(node, s.Fold) and (every := self.through_draws(node, bound)):
            return every
        return self.draws_below(node, bound)

    def draws_below(self, node: s.Node, bound: frozenset[str]) -> set[Draw]:
        inner = bound | {node.letter.name} if isinstance(node, BINDERS) else bound
        return {draw for name, part in named_parts(node)
                for draw in self.draws(part, bound if name in OUTSIDE else inner)}

    def drawn_as(self, letter: s.Letter, bound: frozenset[str]) -> set[Draw]:
        law = self.laws.get(letter.name) if letter.name not in bound else None
        if law is not None and law.size is not None:
            raise NotTold
        return {Draw(law)} if law is not None else set()

    def one_of_sample(self, node: s.Index, bound: frozenset[str]) -> Draw | None:
        """X_i as the draw i of a sample; None where X is something else."""
        if not isinstance(node.base, s.Letter) or node.base.name in bound:
            return None
        law = self.laws.get(node.base.name)
        if law is None or law.size is None:
            return None
        if bound & {letter.name for letter in open_letters(node.index)}:
            raise NotTold
        return Draw(law, node.index)

    def through_draws(self, node: s.Fold, bound: frozenset[str] = frozenset()) -> set[Draw]:
        r"""The samples of \sum_i g(X_i), each term of which depends on the draws with its number;
        nothing, where it is another sum."""
        if self.mentions(node.domain, *node.conditions):
            raise NotTold
        draws = self.draws(node.body, bound)
        if not draws or any(draw.index != node.letter for draw in draws):
            return set()
        return {Draw(draw.law, is_every=True) for draw in draws}

    def are_apart(self, one: s.Node, other: s.Node) -> bool:
        others = self.draws(other)
        return all(draw.is_apart_from(each) for draw in self.draws(one) for each in others)

    def are_independent(self, one: s.Node, other: s.Node) -> bool:
        try:
            return self.are_apart(one, other)
        except NotTold:
            return False

    def single(self, node: s.Node) -> Draw | None:
        """The one draw that a term depends on."""
        draws = self.draws(node)
        draw = next(iter(draws), None)
        return draw if len(draws) == 1 and draw is not None and not draw.is_every else None

    # ---------------------------------------------------------------------------------- means

    def mean(self, node: s.Node) -> s.Node | None:
        """None, where it is not told by the means of parts."""
        try:
            return self.mean_of(node)
        except NotTold:
            return None

    def mean_of(self, node: s.Node) -> s.Node:
        span = node.span
        if not self.mentions(node):
            return node
        if isinstance(node, s.Negative):
            return s.Negative(self.mean_of(node.operand), span=span)
        if isinstance(node, s.Fold):
            return self.mean_of_fold(node)
        if isinstance(node, s.Binary) and self.is_linear(node):
            right = node.right if node.op == "/" else self.mean_of(node.right)
            return s.Binary(node.op, self.mean_of(node.left), right, span=span)
        return self.mean_of_one(node)

    def is_linear(self, node: s.Binary) -> bool:
        """Is the mean that of its parts, put together in the same way?"""
        if node.op in "+-":
            return self.single_or_none(node) is None
        if node.op == "/":
            return not self.mentions(node.right)
        return self.are_apart(node.left, node.right)

    def single_or_none(self, node: s.Node) -> Draw | None:
        try:
            return self.single(node)
        except NotTold:
            return None

    def mean_of_fold(self, node: s.Fold) -> s.Node:
        if self.mentions(node.domain, *node.conditions):
            raise NotTold
        is_product = node.name == "product" and bool(self.through_draws(node))
        if node.name == "sum" or is_product:
            return s.Fold(node.name, node.letter, node.domain, self.mean_of(node.body),
                          node.conditions, span=node.span)
        return self.mean_of_one(node)

    def mean_of_one(self, node: s.Node) -> s.Node:
        draw, letter, body = self.outcome_of(node)
        mean = s.Expectation(letter, draw.law.density, draw.law.rest, body, span=node.span)
        return numbered(draw, mean)

    def outcome_of(self, node: s.Node) -> tuple[Draw, s.Letter, s.Node]:
        """The one draw that a term depends on, the letter of its outcome, the term with that."""
        draw = self.single(node)
        if draw is None or len(draw.law.jointly) > 1:
            raise NotTold
        (name,) = draw.law.jointly
        if draw.index is None:
            return draw, s.Letter(name), node
        letter = s.Letter(rf"\cdot {name}")
        return draw, letter, s.exchanged(node, s.Index(s.Letter(name), draw.index), letter)

    # ------------------------------------------------------------------------------ variances

    def variance(self, node: s.Node) -> s.Node | None:
        try:
            return self.variance_of(node)
        except NotTold:
            return None

    def variance_of(self, node: s.Node) -> s.Node:
        if not self.mentions(node):
            return s.Number("0")
        if isinstance(node, s.Negative):
            return self.variance_of(node.operand)
        if isinstance(node, s.Fold):
            if node.name != "sum" or not self.through_draws(node):
                raise NotTold
            return s.Fold("sum", node.letter, node.domain, self.variance_of(node.body),
                          node.conditions, span=node.span)
        if isinstance(node, s.Binary) and self.single_or_none(node) is None:
            return self.variance_of_terms(node)
        return self.variance_of_one(node)

    def variance_of_terms(self, node: s.Binary) -> s.Node:
        left, right, span = node.left, node.right, node.span
        if node.op in "+-" and self.are_apart(left, right):
            return s.Binary("+", self.variance_of(left), self.variance_of(right), span=span)
        if node.op == "/" and not self.mentions(right):
            return s.Binary("/", self.variance_of(left), s.Power(right, TWO), span=span)
        for factor, term in ((left, right), (right, left)):
            if node.op == "*" and not self.mentions(factor):
                return s.Binary("*", s.Power(factor, TWO), self.variance_of(term), span=span)
        raise NotTold

    def variance_of_one(self, node: s.Node) -> s.Node:
        draw, letter, body = self.outcome_of(node)
        law = draw.law
        return numbered(draw, s.Covariance("Var", letter, law.density, law.rest, body, None,
                                           span=node.span))


def numbered(draw: Draw, node: s.Node) -> s.Node:
    r"""What does not depend on the number of the draw, and still says it: the dots of
    \mathrm{E}(X_1) + \ldots + \mathrm{E}(X_n) count it."""
    index, size = draw.index, draw.law.size
    if index is None or size is None:
        return node
    if index not in (ONE, size):  # it has to be one of 1, ..., n: there are no other draws
        every = s.Run(NUMBER_OF_DRAW, ONE, size, NUMBER_OF_DRAW)
        index = s.Index(s.Vector((every,)), index, span=index.span)
    return s.At(NUMBER_OF_DRAW, index, node, span=node.span)
