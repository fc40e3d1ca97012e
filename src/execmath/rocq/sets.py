"""The sets of the pages for the prover: the type of a member, and what it takes to be one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from execmath.language import ast as s
from execmath.language.rules import Rules
from execmath.rocq.naturals import natural
from execmath.rocq.scope import Scope
from execmath.rocq.support import check_parts
from execmath.rocq.values import (
    APPLICATION,
    ATOM,
    ONE,
    SUM,
    Array,
    Function,
    Natural,
    Real,
    Refused,
    Value,
    applied,
    atom,
)

FUNCTIONS = (s.Functions, s.SmoothFunctions)
Membership = Callable[[str], str]  # a term's text -> that it is in a set
membership_rule: Rules[Scope, Membership] = Rules()


def bounds(scope: Scope, domain: s.Node) -> tuple[int, Natural | None]:
    if not isinstance(domain, s.IntegerRange):
        return 0, None
    first = scope.least(natural(scope, domain.first)) or 0
    return first, None if domain.last is None else natural(scope, domain.last)


def sizes(scope: Scope, domain: s.Node) -> list[Natural]:
    domain = resolved(scope, domain)
    if isinstance(domain, s.Reals | s.Interval):
        return []
    if isinstance(domain, s.Simplex):
        return [natural(scope, domain.dimension) + ONE]
    if isinstance(domain, s.OneHot):
        return [natural(scope, domain.size)]
    if isinstance(domain, s.SetProduct) and all(
            isinstance(resolved(scope, factor), s.Reals | s.Interval) for factor in domain.factors):
        return [Natural(constant=len(domain.factors))]
    if isinstance(domain, s.SetPower) and isinstance(resolved(scope, domain.base),
                                                      s.Reals | s.Interval):
        return [natural(scope, domain.exponent)]
    raise Refused(f"{type(domain).__name__} is a set without a formal reading", domain.span)


def resolved(scope: Scope, domain: s.Node) -> s.Node:
    while isinstance(domain, s.Letter):
        domain = scope.context.definitions[domain].body
    domain = _as_range(domain) if isinstance(domain, s.FiniteSet) else domain
    check_parts(domain)
    return domain


def _as_range(domain: s.FiniteSet) -> s.Node:
    r"""\{0, 1\} is \{0, \ldots, 1\}; a set of other numbers stays as it is."""
    digits = [item.digits for item in domain.items if isinstance(item, s.Number)]
    if len(digits) < len(domain.items) or not all(map(str.isdecimal, digits)):
        return domain
    numbers = [*map(int, digits)]
    if numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
        return domain
    return s.IntegerRange(domain.items[0], domain.items[-1], span=domain.span)


def type_of(scope: Scope, domain: s.Node) -> str:
    domain = resolved(scope, domain)
    if isinstance(domain, s.IntegerRange):
        return "nat"
    if isinstance(domain, s.SymmetricGroup):
        return "nat -> nat"
    if isinstance(domain, FUNCTIONS):
        source = type_of(scope, of_one_argument(scope, domain))
        source = f"({source})" if "->" in source else source
        return f"{source} -> {type_of(scope, domain.codomain)}"
    return "nat -> " * len(sizes(scope, domain)) + "R"


def of_one_argument(scope: Scope, domain: s.Functions | s.SmoothFunctions) -> s.Node:
    """Where functions are defined. From a product they have several arguments."""
    if isinstance(resolved(scope, domain.domain), s.SetProduct):
        raise Refused("an arbitrary function of several arguments has no formal reading",
                      domain.span)
    return domain.domain


def belongs(scope: Scope, domain: s.Node, text: str) -> str:
    """What it takes for `text`, of the right type, to be in the set; "" where it is.

    raises  Refused for a set without a formal reading
    """
    domain = resolved(scope, domain)
    function = membership_rule.of(domain)
    if function is None:
        raise Refused(f"{type(domain).__name__} is a set without a formal reading", domain.span)
    return function(scope, domain)(text)


@membership_rule(s.IntegerRange)
def integer_range(scope: Scope, domain: s.IntegerRange) -> Membership:
    if domain.last is not None:
        return lambda text: f"In {atom(text)} {listed(scope, domain)}"
    first = natural(scope, domain.first)
    return lambda text: "" if first == Natural() else f"({first.text} <= {text})%nat"


@membership_rule(s.OneHot)
def one_hot(scope: Scope, domain: s.OneHot) -> Membership:
    return lambda text: f"In {atom(text)} {listed(scope, domain)}"


@membership_rule(s.Reals)
def reals(scope: Scope, domain: s.Reals) -> Membership:
    return lambda text: f"{text} {domain.relation} 0" if domain.relation else ""


@membership_rule(s.Interval)
def interval(scope: Scope, domain: s.Interval) -> Membership:
    return lambda text: between(scope, domain, text)


@membership_rule(s.Simplex)
def simplex(scope: Scope, domain: s.Simplex) -> Membership:
    return lambda text: f"in_simplex {sizes(scope, domain)[0].argument} {atom(text)}"


@membership_rule(s.SmoothFunctions)
def smooth_functions(scope: Scope, domain: s.SmoothFunctions) -> Membership:
    return lambda text: smooth(scope, domain, text)


@membership_rule(s.Functions)
def all_functions(scope: Scope, domain: s.Functions) -> Membership:
    return lambda text: belongs_to_functions(scope, domain, text)


@membership_rule(s.SymmetricGroup)
def symmetric_group(scope: Scope, domain: s.SymmetricGroup) -> Membership:
    return lambda text: f"is_permutation {natural(scope, domain.size).argument} {atom(text)}"


@membership_rule(s.SetProduct)
def set_product(scope: Scope, domain: s.SetProduct) -> Membership:
    sizes(scope, domain)  # it is one of numbers

    def membership(text: str) -> str:
        factors = [belongs(scope, factor, f"{text} {place}%nat")
                   for place, factor in enumerate(domain.factors, 1)]
        conditions = " /\\ ".join(filter(None, factors))
        return f"({conditions})" if "/\\" in conditions else conditions

    return membership


@membership_rule(s.SetPower)
def set_power(scope: Scope, domain: s.SetPower) -> Membership:
    def membership(text: str) -> str:
        size, index = sizes(scope, domain)[0], scope.fresh("i")
        inner = belongs(scope, domain.base, f"{text} {index}")
        return inner and f"(forall {index}, In {index} (range 1 {size.argument}) -> {inner})"

    return membership


def between(scope: Scope, domain: s.Interval, text: str) -> str:
    below, above = end(scope, domain.lower), end(scope, domain.upper)
    text = f"{below} {'<' if domain.open_below else '<='} {text}" if below else text
    return f"{text} {'<' if domain.open_above else '<='} {above}" if above else text


def end(scope: Scope, node: s.Node) -> str:
    """An end of an interval; "" where it has none."""
    check_parts(node)
    if isinstance(node, s.Infinity):
        return ""
    if any(isinstance(part, s.Letter) for part in s.walk(node)):
        # It might need a condition of its own, as a quotient does, to have a value.
        raise Refused("an interval with a letter in its ends has no formal reading", node.span)
    value = scope.translate(node)
    assert isinstance(value, Real)
    return value.within(SUM)


def belongs_to_functions(scope: Scope, domain: s.Functions, text: str) -> str:
    if "->" in type_of(scope, domain.domain):
        # It would have to depend on the components alone, which a prover's function need not.
        raise Refused("an arbitrary function of a vector has no formal reading", domain.span)
    point = scope.fresh("x")
    value = belongs(scope, domain.codomain, f"{text} {point}")
    where = belongs(scope, domain.domain, point)
    return value and f"(forall {point}, {f'{where} -> ' if where else ''}{value})"


def smooth(scope: Scope, domain: s.SmoothFunctions, text: str) -> str:
    """Each component of a curve, or the function itself, has derivatives of every order."""
    if domain.domain != s.Reals() or belongs(scope, domain.codomain, text):
        raise Refused("smooth functions are read from all real numbers to all vectors",
                      domain.span)
    order, place, moving = scope.fresh("m"), scope.fresh("x"), scope.fresh("u")
    if not (shape := sizes(scope, domain.codomain)):
        return f"(forall {order} {place}, ex_derive_n {text} {order} {place})"
    index = scope.fresh("i")
    curve = f"(fun {moving} => {text} {moving} {index})"
    return (f"(forall {index}, In {index} (range 1 {shape[0].argument}) -> "
            f"forall {order} {place}, ex_derive_n {curve} {order} {place})")


def listed(scope: Scope, domain: s.Node) -> str:
    """A finite set, as the list of its members."""
    domain = resolved(scope, domain)
    if isinstance(domain, s.IntegerRange) and domain.last is not None:
        first, last = natural(scope, domain.first), natural(scope, domain.last)
        return f"(range {first.argument} {last.argument})"
    if isinstance(domain, s.OneHot):
        return f"(one_hots {natural(scope, domain.size).argument})"
    raise Refused("a sum over infinitely many terms, or over a set without a formal reading",
                  domain.span)


@contextmanager
def each(scope: Scope, letter: s.Letter, domain: s.Node) -> Iterator[tuple[str, str]]:
    """A letter that runs through a finite set; gives the letter's name and the list.

    For all natural numbers the list is "".
    """
    name, domain = scope.fresh(letter.name), resolved(scope, domain)
    items = "" if is_all_naturals(scope, domain) else listed(scope, domain)
    first, last = bounds(scope, domain)
    quantifier = f"(forall {name}, In {name} {items} -> {{}})" if items else \
        f"(forall {name} : nat, {{}})"
    with (scope.inside(quantifier, name, inhabited(scope, domain)),
          scope.limited(name, first, last),
          scope.meaning(letter, member(scope, domain, name), domain)):
        yield name, items


def is_all_naturals(scope: Scope, domain: s.Node) -> bool:
    """Is a set that of 0, 1, 2 and so on?"""
    return isinstance(domain, s.IntegerRange) and domain.last is None \
        and natural(scope, domain.first) == Natural()


def inhabited(scope: Scope, domain: s.Node) -> bool:
    if is_all_naturals(scope, domain):
        return True
    if isinstance(domain, s.IntegerRange) and domain.last is not None:
        return scope.certain(natural(scope, domain.first), natural(scope, domain.last))
    return scope.certain(ONE, sizes(scope, domain)[0])


@contextmanager
def component(scope: Scope, size: Natural, *, hint: str = "i") -> Iterator[Natural]:
    """An index that runs through the components of a vector."""
    name = scope.fresh(hint)
    quantifier = f"(forall {name}, In {name} (range 1 {size.argument}) -> {{}})"
    with scope.inside(quantifier, name, scope.certain(ONE, size)), scope.limited(name, 1, size):
        yield Natural.variable(name)


def known_value(scope: Scope, text: str, sizes: Sequence[Natural]) -> Value:
    """A number, a vector or a matrix that the prover knows by `text`."""
    if not sizes:
        return Real(text, APPLICATION if " " in text else ATOM)
    size, *rest = sizes
    return Array(size, lambda index: known_value(scope, applied(text, index.index), rest), text,
                 columns=rest[0] if rest else None)


def member(scope: Scope, domain: s.Node, text: str) -> Value:
    """The value that a member of a set is, if the prover knows it by `text`."""
    domain = resolved(scope, domain)
    if isinstance(domain, s.IntegerRange):
        scope.limits.setdefault(atom(text), bounds(scope, domain))
        return Natural.variable(atom(text))
    if isinstance(domain, s.SymmetricGroup):
        indices = s.IntegerRange(s.Number("1"), domain.size)
        return member(scope, s.Functions(indices, indices), text)
    if isinstance(domain, FUNCTIONS):
        return Function(text, (of_one_argument(scope, domain),), lambda values, texts: member(
            scope, domain.codomain, applied(text, *texts)))
    return known_value(scope, text, sizes(scope, domain))


def is_member(scope: Scope, node: s.Node, domain: s.Node) -> bool:
    """Is the node a letter that ranges over just that set?"""
    if not isinstance(node, s.Letter):
        return False
    own = scope.ranges[node] if node in scope.ranges else scope.context.domains.get(node)
    return own is not None and resolved(scope, own) == domain
