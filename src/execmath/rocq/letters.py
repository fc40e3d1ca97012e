"""The letters of a formal statement: what each stands for, and what is handed to a function."""

from __future__ import annotations

from collections.abc import Sequence

from execmath.language import ast as s
from execmath.rocq.naturals import natural
from execmath.rocq.numbers import argument
from execmath.rocq.scope import Formal, Scope, rule
from execmath.rocq.sets import FUNCTIONS, belongs, is_member, known_value, member, resolved, sizes
from execmath.rocq.values import Array, Function, Natural, Refused, Value, applied


@rule(s.Letter)
def translate_letter(scope: Scope, letter: s.Letter) -> Value:
    """What a letter stands for, here."""
    if letter in scope.values:
        return scope.values[letter]
    if letter in scope.abbreviations:
        return scope.translate(scope.abbreviations[letter])
    if letter in scope.context.definitions:
        return defined(scope, letter)
    if letter not in scope.context.domains:
        raise Refused(f"{letter.name} has no meaning that can be read", letter.span)
    if letter not in scope.used:
        scope.used[letter] = scope.fresh(letter.name)
    return member(scope, scope.context.domains[letter], scope.used[letter])


def defined(scope: Scope, letter: s.Letter) -> Value:
    if isinstance(general_set(scope, letter), s.IntegerRange):
        return natural(scope, scope.context.definitions[letter].body)
    formal = scope.definitions(letter)
    if formal is None:
        raise Refused(f"{letter.name} is defined by itself", letter.span)
    given = tuple(scope.translate(inner) for inner in formal.letters)
    text = applied(formal.name, *(argument(scope, value) for value in given))
    if not formal.parameters:
        return result(scope, formal, given, (), text)

    def call(values: tuple[Value, ...], texts: tuple[str, ...]) -> Value:
        return result(scope, formal, (*given, *values), texts, applied(text, *texts))

    bare = text if not given else f"({text})"
    domains = tuple(p.domain for p in formal.parameters)
    return Function(bare, domains, call, everywhere(scope, formal, text))


def general_set(scope: Scope, letter: s.Letter) -> s.Node | None:
    """The set of a letter that is declared in general, and has a value in an instance."""
    domain = scope.context.domains.get(letter)
    return None if domain is None else resolved(scope, domain)


def everywhere(scope: Scope, formal: Formal, text: str) -> str:
    """That a defined function has a value all over its domain, for whom it is handed to."""
    if not formal.demanding:
        return ""
    names: list[str] = []
    where = []
    for parameter in formal.parameters:
        names.append(scope.fresh(parameter.letter.name, names))
        if membership := belongs(scope, parameter.domain, names[-1]):
            where.append(membership)
    value = applied(f"{formal.name}_has_value{text[len(formal.name) :]}", *names)
    return f"(forall {' '.join(names)}, {' -> '.join([*where, value])})"


def result(scope: Scope, formal: Formal, given: Sequence[Value], texts: tuple[str, ...],
           text: str) -> Value:
    if formal.demanding:
        arguments = text[len(formal.name) :]
        scope.demand(f"{formal.name}_has_value{arguments}")
    numbers = {name: value for name, value in zip(formal.names, given, strict=True)
               if isinstance(value, Natural)}
    shape = [_substituted(size, numbers) for size in formal.sizes]
    return known_value(scope, text, shape)


def passed(scope: Scope, domain: s.Node, node: s.Node) -> tuple[Value, str]:
    """An argument of a function, and its text; it has to be in the function's domain."""
    domain = resolved(scope, domain)
    if isinstance(domain, s.IntegerRange):
        value: Value = natural(scope, node)
        certain = certainly_within(scope, natural(scope, node), domain)
    else:
        value = scope.translate(node)
        certain = False
        check_shape(scope, domain, value, node)
    text = argument(scope, value)
    if not certain and not is_member(scope, node, domain) \
            and (membership := belongs(scope, domain, text)):
        scope.demand(membership)
    return value, text


def certainly_within(scope: Scope, number: Natural, domain: s.IntegerRange) -> bool:
    last = number if domain.last is None else natural(scope, domain.last)
    return scope.certain(natural(scope, domain.first), number) and scope.certain(number, last)


def check_shape(scope: Scope, domain: s.Node, value: Value, node: s.Node) -> None:
    if isinstance(domain, FUNCTIONS):
        return
    size, columns = (value.size, value.columns) if isinstance(value, Array) else (None, None)
    if columns is not None or not scope.same(size, next(iter(sizes(scope, domain)), None)):
        raise Refused("the argument has not the shape of the function's domain", node.span)


def _substituted(size: Natural, numbers: dict[str, Natural]) -> Natural:
    total = Natural(constant=size.constant)
    for name, factor in size.terms:
        total = total + numbers[name].times(factor)
    return total


@rule(s.Call)
def translate_call(scope: Scope, node: s.Call) -> Value:
    return call(scope, node.function, node.arguments, node)


def call(scope: Scope, letter: s.Letter, arguments: Sequence[s.Node], node: s.Node) -> Value:
    function = scope.translate(letter)
    if not isinstance(function, Function) or len(function.domains) != len(arguments):
        raise Refused(f"{letter.name} does not take {len(arguments)} arguments", node.span)
    given = [passed(scope, domain, each)
             for domain, each in zip(function.domains, arguments, strict=True)]
    return function.call(tuple(value for value, _ in given), tuple(text for _, text in given))
