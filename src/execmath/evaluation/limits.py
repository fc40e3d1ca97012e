"""The rule for limits: proved from what the function is far out, or as a derivative."""

from __future__ import annotations

from typing import NamedTuple

from execmath.arithmetic.errors import EvaluationError, Mismatch
from execmath.arithmetic.limits import Way
from execmath.arithmetic.values import Value, Vector
from execmath.evaluation.base import Compiler, Env, Evaluator, rule
from execmath.evaluation.numbers import quotient
from execmath.language import ast as s

ZERO, ONE = s.Number("0"), s.Number("1")


@rule(s.Limit)
def compile_limit(compiler: Compiler, node: s.Limit) -> Evaluator:
    far_out = limit_far_out(compiler, node)
    difference = difference_quotient(node)
    if difference is None:
        return far_out
    slope = limit_of_difference(compiler, node, difference)

    def evaluator(env: Env) -> Value:
        try:
            return slope(env)
        except Mismatch:
            raise
        except EvaluationError:
            return far_out(env)

    return evaluator


def limit_far_out(compiler: Compiler, node: s.Limit) -> Evaluator:
    body, target, letter = compiler.compile(node.body), compiler.compile(node.target), node.letter
    find = compiler.arithmetic.limit if node.name == "lim" else compiler.arithmetic.bounded

    def evaluator(env: Env) -> Value:
        goal = target(env)
        if isinstance(goal, Vector) or callable(goal):
            raise Mismatch("a limit towards what is no number")

        def at(x: Value) -> Value:
            compiler.spend(1)
            return body({**env, letter.key: x})

        return find(at, Way(goal, node.side, node.whole))

    return evaluator


# --------------------------------------------------------------- the quotient of differences


class Difference(NamedTuple):
    """A difference that is zero at the target by its form, over `factor` times the way there."""

    above: s.Node
    factor: s.Node


def difference_quotient(node: s.Limit) -> Difference | None:
    r"""\frac{f(x + h) - f(x)}{h}, and what has this form: its limit is a derivative."""
    body = node.body
    if node.name != "lim" or not isinstance(body, s.Binary) or body.op != "/" \
            or isinstance(node.target, s.Infinity):
        return None
    above, factor = body.left, factor_of_way(body.right, node)
    if factor is None or not isinstance(above, s.Binary) or above.op != "-":
        return None
    sides = [plain(s.exchanged(side, node.letter, node.target))
             for side in (above.left, above.right)]
    return Difference(above, factor) if sides[0] == sides[1] else None


def factor_of_way(below: s.Node, node: s.Limit) -> s.Node | None:
    """The c of c (x - a), where x goes to a; 1 of x - a."""
    if below == (node.letter if node.target == ZERO else s.Binary("-", node.letter, node.target)):
        return ONE
    if isinstance(below, s.Binary) and below.op == "*" and node.letter not in s.walk(below.left):
        inner = factor_of_way(below.right, node)
        return None if inner is None else s.Binary("*", below.left, inner)
    return None


def plain(node: s.Node) -> s.Node:
    """Without sums with a zero that is written."""
    if isinstance(node, s.Binary):
        left, right = plain(node.left), plain(node.right)
        if node.op in "+-" and right == ZERO:
            return left
        if node.op == "+" and left == ZERO:
            return right
        return s.Binary(node.op, left, right)
    if isinstance(node, s.Call):
        return s.Call(node.function, tuple(map(plain, node.arguments)))
    if isinstance(node, s.Power):
        return s.Power(plain(node.base), plain(node.exponent))
    if isinstance(node, s.Apply):
        return s.Apply(node.name, plain(node.argument))
    return node


def limit_of_difference(compiler: Compiler, node: s.Limit, difference: Difference) -> Evaluator:
    """The slope of what is above, by the definition of a derivative."""
    above, factor = compiler.compile(difference.above), compiler.compile(difference.factor)
    target, key = compiler.compile(node.target), node.letter.key

    def evaluator(env: Env) -> Value:
        slope = compiler.arithmetic.slope(lambda x: above({**env, key: x}), target(env))
        return quotient(compiler.arithmetic.divide, slope, factor(env))

    return evaluator
