"""The rules for sums, means, vectors, matrices, choices and derivatives."""

from __future__ import annotations

from execmath.javascript.base import Refused, Translator, quoted, rule
from execmath.language import ast as s

Mean = s.Expectation | s.Covariance | s.Probability


@rule(s.Fold)
def say_fold(translator: Translator, node: s.Fold) -> str:
    if isinstance(node.domain, s.IntegerRange) and node.domain.last is None:
        raise Refused("a sum without an end")
    bound = translator.bound(node.letter, node.body)
    meets = f", (e) => {translator.conditions(node.conditions)}" if node.conditions else ""
    return f"r.fold({quoted(node.name)}, {translator.say_set(node.domain)}, {bound}{meets})"


def _law(translator: Translator, node: Mean) -> str:
    """The outcomes of a density with the weight of each."""
    definition = translator.definitions.get(node.density)
    declared = "null"
    if definition is not None and definition.parameters:
        declared = translator.say_set(definition.parameters[0].domain)
    rest = ", ".join(map(translator.say, node.rest))
    return f"r.law({translator.say(node.density)}, [{rest}], {declared})"


@rule(s.Expectation)
def say_expectation(translator: Translator, node: s.Expectation) -> str:
    return f"r.mean({_law(translator, node)}, {translator.bound(node.letter, node.body)})"


@rule(s.Covariance)
def say_covariance(translator: Translator, node: s.Covariance) -> str:
    right = f", {translator.function(node.right)}" if node.right is not None else ""
    return (f"r.covariance({_law(translator, node)}, "
            f"{translator.bound(node.letter, node.left)}{right})")


@rule(s.Probability)
def say_probability(translator: Translator, node: s.Probability) -> str:
    event = f"e, {translator.key(node.letter)}, (e) => {translator.conditions(node.conditions)}"
    return f"r.probability({_law(translator, node)}, {event})"


# ------------------------------------------------------------------- vectors and matrices


@rule(s.Index)
def say_index(translator: Translator, node: s.Index) -> str:
    return f"r.index({translator.say(node.base)}, {translator.say(node.index)})"


@rule(s.Vector)
def say_vector(translator: Translator, node: s.Vector) -> str:
    return f"r.vector([{_listed(translator, node.items)}])"


@rule(s.Matrix)
def say_matrix(translator: Translator, node: s.Matrix) -> str:
    return f"r.matrix([{_listed(translator, node.rows)}])"


def _listed(translator: Translator, items: tuple[s.Node, ...]) -> str:
    return ", ".join(f"{'...' * isinstance(item, s.Run)}{translator.say(item)}" for item in items)


@rule(s.Run)
def say_run(translator: Translator, node: s.Run) -> str:
    if node.last is None:
        raise Refused("an ellipsis without an end")
    ends = f"{translator.say(node.first)}, {translator.say(node.last)}"
    return f"r.run({ends}, {translator.bound(node.letter, node.body)})"


@rule(s.Transpose)
def say_transpose(translator: Translator, node: s.Transpose) -> str:
    return f"r.transpose({translator.say(node.operand)})"


@rule(s.Identity)
def say_identity(translator: Translator, node: s.Identity) -> str:
    return f"r.identity({translator.say(node.size)})"


# ------------------------------------------------------------------------------- choices


@rule(s.Indicator)
def say_indicator(translator: Translator, node: s.Indicator) -> str:
    return f"({translator.conditions(node.conditions)} ? 1 : 0)"


@rule(s.Cases)
def say_cases(translator: Translator, node: s.Cases) -> str:
    cases = ", ".join(f"[() => {translator.conditions(case.conditions)}, "
                      f"() => {translator.say(case.value)}]" for case in node.cases)
    return f"r.cases([{cases}])"


# --------------------------------------------------------------------------- derivatives


@rule(s.Partial)
def say_partial(translator: Translator, node: s.Partial) -> str:
    _check_free(translator, node.letter)
    index = "null" if node.index is None else translator.say(node.index)
    bound = translator.bound(node.letter, node.body)
    return f"r.partial({bound}, {index}, {translator.say(node.order)})"


@rule(s.Derivative)
def say_derivative(translator: Translator, node: s.Derivative) -> str:
    parts = map(translator.say, (node.function, node.argument, node.order))
    return f"r.derivative({', '.join(parts)})"


@rule(s.Gradient)
def say_gradient(translator: Translator, node: s.Gradient) -> str:
    return f"r.gradient({translator.say(node.function)}, {translator.say(node.argument)})"


@rule(s.Hessian)
def say_hessian(translator: Translator, node: s.Hessian) -> str:
    return f"r.hessian({translator.say(node.function)}, {translator.say(node.argument)})"


@rule(s.Jacobian)
def say_jacobian(translator: Translator, node: s.Jacobian) -> str:
    return f"r.jacobian({translator.say(node.function)}, {translator.say(node.argument)})"


@rule(s.GradientBy)
def say_gradient_by(translator: Translator, node: s.GradientBy) -> str:
    _check_free(translator, node.letter)
    operator = "hessian" if node.order == 2 else "gradient"
    body = f"r.bound({translator.bound(node.letter, node.body)})"
    return f"r.{operator}({body}, e.{translator.name(node.letter)})"


@rule(s.At)
def say_at(translator: Translator, node: s.At) -> str:
    return f"r.bound({translator.bound(node.letter, node.body)})({translator.say(node.value)})"


def _check_free(translator: Translator, letter: s.Letter) -> None:
    if letter in translator.abbreviations or letter in translator.definitions:
        raise Refused(f"a derivative by {letter.name}, which is not free")
