"""Ways to make a true claim false, each with a point at which it is false by construction or by
the fuzzer's own arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

from rewriting import ONE, NoIndexLeft, Writer
from terms import (
    COUNT,
    NATURAL,
    POSITIVE,
    REAL,
    Letter,
    Term,
    case,
    component,
    difference,
    extreme,
    fold,
    function,
    indicator,
    letters,
    negative,
    number,
    of,
    power,
    product,
    quotient,
    replaced,
    total,
    walk,
)

Break = Callable[[Writer, Term], "Term | None"]
# Those of which the point has to be found, and those that say it by how they are made.
SLIPS: list[tuple[str, Break]] = []
TRAPS: list[tuple[str, Break]] = []


def slip(function: Break) -> Break:
    SLIPS.append((function.__name__, function))
    return function


def trap(function: Break) -> Break:
    TRAPS.append((function.__name__, function))
    return function


def _somewhere(rng: Random, term: Term, *operations: str) -> tuple[tuple[int, ...], Term] | None:
    places = [(way, below) for way, below in walk(term) if below.operation in operations]
    return rng.choice(places) if places else None


def _changed(writer: Writer, term: Term, operations: tuple[str, ...],
             change: Callable[[Term], Term | None]) -> Term | None:
    place = _somewhere(writer.rng, term, *operations)
    new = change(place[1]) if place else None
    return replaced(term, place[0], new) if place and new is not None else None


# ----------------------------------------------------------------------------- slips of the pen


@slip
def a_sign(writer: Writer, term: Term) -> Term | None:
    def change(below: Term) -> Term | None:
        if below.operation == "negative":
            return below.parts[0]
        place = writer.rng.randrange(len(below.parts))
        return replace(below, parts=tuple(
            negative(part) if at == place else part for at, part in enumerate(below.parts)))
    return _changed(writer, term, ("negative", "total", "product"), change)


@slip
def a_constant(writer: Writer, term: Term) -> Term | None:
    return _changed(writer, term, ("number",), lambda below: number(
        max(0, below.data + writer.rng.choice([-1, 1]))))


@slip
def a_letter(writer: Writer, term: Term) -> Term | None:
    def change(below: Term) -> Term | None:
        same = [letter for letter in (*writer.reals, *writer.positives)
                if letter.sort == below.data.sort and letter != below.data]
        return of(writer.rng.choice(same)) if same else None
    return _changed(writer, term, ("letter",), change)


@slip
def a_term_dropped(writer: Writer, term: Term) -> Term | None:
    def change(below: Term) -> Term | None:
        rest = list(below.parts)
        rest.pop(writer.rng.randrange(len(rest)))
        return (total if below.operation == "total" else product)(*rest)
    return _changed(writer, term, ("total", "product"), change)


@slip
def a_function(writer: Writer, term: Term) -> Term | None:
    others = {"sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh", "tanh": "arctan",
              "arctan": "tanh", "log": "sqrt", "sqrt": "log", "exp": "cosh", "abs": "exp"}
    return _changed(writer, term, ("function",), lambda below: function(
        others[below.data], below.parts[0]) if below.data in others else None)


@slip
def a_bound(writer: Writer, term: Term) -> Term | None:
    def change(below: Term) -> Term | None:
        parts = list(below.parts)
        place = writer.rng.randrange(2)
        parts[place] = total(parts[place], writer.rng.choice([ONE, negative(ONE)])) \
            if parts[place].operation != "number" else number(parts[place].data + 1)
        return replace(below, parts=tuple(parts))
    return _changed(writer, term, ("fold", "binomial", "power integral", "geometric series"),
                    change)


@slip
def an_exponent(writer: Writer, term: Term) -> Term | None:
    return _changed(writer, term, ("power",), lambda below: power(
        below.parts[0], writer.rng.choice([total(below.parts[1], ONE), negative(below.parts[1]),
                                           product(number(2), below.parts[1])])))


@slip
def a_quotient_upside_down(writer: Writer, term: Term) -> Term | None:
    return _changed(writer, term, ("quotient",), lambda below: quotient(
        below.parts[1], below.parts[0]))


@slip
def a_relation_of_a_case(writer: Writer, term: Term) -> Term | None:
    others = {"<": ">", r"\le": "<", ">": r"\le", r"\ge": r"\le", "=": r"\ne", r"\ne": "<"}
    return _changed(writer, term, ("case", "indicator"), lambda below: replace(
        below, data=others[below.data]))


@slip
def an_extreme(writer: Writer, term: Term) -> Term | None:
    return _changed(writer, term, ("extreme",), lambda below: replace(
        below, data={"max": "min", "min": "max"}[below.data]))


@slip
def an_index(writer: Writer, term: Term) -> Term | None:
    return _changed(writer, term, ("component",), lambda below: replace(below, parts=(ONE,)))


@slip
def a_modulus_dropped(writer: Writer, term: Term) -> Term | None:
    return _changed(writer, term, ("function",), lambda below: below.parts[0]
                    if below.data == "abs" else None)


# -------------------------------------------------- traps: nearly true, or true nearly everywhere


def _free(term: Term, *sorts: str) -> list[Letter]:
    return [letter for letter in letters(term) if letter.sort in sorts]


def constant(rng: Random, far: bool = True) -> Term:
    """A number at which nobody looks by chance; `far` ones only where a term is small there."""
    whole = rng.randint(1, 40)
    return rng.choice([
        lambda: number(whole), lambda: number(Fraction(whole, rng.choice([3, 7, 9, 11, 97, 1001]))),
        lambda: function("sqrt", number(rng.choice([2, 3, 5, 7, 11]))),
        lambda: quotient(Term("pi"), number(rng.randint(1, 7))),
        lambda: function("exp", number(Fraction(rng.randint(1, 5), rng.randint(1, 5)))),
        lambda: function("log", number(rng.randint(2, 9))),
        lambda: power(number(10), rng.randint(3, 200)) if far else number(whole),
        lambda: power(number(10), number(-rng.randint(3, 200))) if far else number(whole),
        lambda: total(function("sqrt", number(2)), number(Fraction(whole, 7))),
    ])()


def _some_place(writer: Writer, term: Term) -> tuple[Term, Term] | None:
    """A letter, and a number of its domain: one so far out that the term drowns what is added, or
    that no integral reaches, would make a claim that nothing tells from a true one."""
    free = _free(term, REAL, POSITIVE)
    if not free:
        return None
    x = of(writer.rng.choice(free))
    return x, constant(writer.rng, far=all(one in TAME for one in _below(writer)))


INTEGRALS = ("gauss", "gamma integral", "power integral")
TAME = ("number", "letter", "negative", "case", "indicator", "extreme", "total", "component",
        "inner")


def _below(writer: Writer) -> Iterator[str]:
    """The operations of both sides."""
    return (below.operation for side in writer.sides for _, below in walk(side))


def _tiny(writer: Writer) -> Term:
    """As small as is looked at: an integral is worked out to 60 digits, all else to 600."""
    integral = any(operation in INTEGRALS for operation in _below(writer))
    return power(number(10), number(-writer.rng.randint(30, 50 if integral else 280)))


@trap
def a_tiny_term(writer: Writer, term: Term) -> Term:
    return total(term, _tiny(writer))


@trap
def a_tiny_factor(writer: Writer, term: Term) -> Term:
    tiny = total(ONE, _tiny(writer))
    return total(product(total(term, ONE), tiny), negative(ONE)) \
        if writer.rng.random() < 0.3 else total(product(tiny, total(ONE, power(term, 2))),
                                                negative(power(term, 2)), negative(ONE), term)


@trap
def beyond_a_threshold(writer: Writer, term: Term) -> Term | None:
    place = _some_place(writer, term)
    if place is None:
        return None
    x, c = place
    rng = writer.rng
    return rng.choice([
        lambda: total(term, indicator(x, ">", c)),
        lambda: total(term, extreme("max", difference(x, c), number(0))),
        lambda: case(x, r"\le", c, term, total(term, ONE)),
        lambda: total(term, product(indicator(x, ">", c), difference(x, c))),
        lambda: total(term, function("abs", difference(x, c)), difference(c, x)),
    ])()


@trap
def at_one_place(writer: Writer, term: Term) -> Term | None:
    place = _some_place(writer, term)
    if place is None:
        return None
    x, c = place
    return writer.rng.choice([
        lambda: product(term, quotient(difference(x, c), difference(x, c))),
        lambda: total(term, indicator(x, "=", c)),
        lambda: case(x, r"\ne", c, term, total(term, ONE)),
        lambda: total(term, quotient(number(0), difference(c, x))),
    ])()


@trap
def at_a_root(writer: Writer, term: Term) -> Term | None:
    free = _free(term, REAL, POSITIVE)
    if not free:
        return None
    x = of(writer.rng.choice(free))
    root = difference(power(x, writer.rng.choice([2, 3])), number(writer.rng.randint(2, 30)))
    return product(term, quotient(root, root))


@trap
def where_two_letters_meet(writer: Writer, term: Term) -> Term | None:
    free = _free(term, REAL, POSITIVE)
    if len(free) < 2:
        return None
    x, y = (of(letter) for letter in writer.rng.sample(free, 2))
    if writer.rng.random() < 0.5:
        y = product(number(writer.rng.randint(2, 9)), y)
    apart = difference(x, y)
    return writer.rng.choice([
        lambda: product(term, quotient(apart, apart)),
        lambda: total(term, indicator(x, "=", y))])()


@trap
def between_whole_numbers(writer: Writer, term: Term) -> Term | None:
    free = _free(term, REAL, POSITIVE)
    if not free:
        return None
    x = of(writer.rng.choice(free))
    turns = product(number(writer.rng.choice([1, 2, 64, 2**20, 720720])), Term("pi"), x)
    return total(term, function("sin", turns))


@trap
def in_a_narrow_window(writer: Writer, term: Term) -> Term | None:
    place = _some_place(writer, term)
    if place is None:
        return None
    x, c = place
    width = power(number(10), number(-writer.rng.randint(2, 20)))
    return total(term, product(indicator(x, ">", c), indicator(x, "<", total(c, width))))


@trap
def a_bump(writer: Writer, term: Term) -> Term | None:
    place = _some_place(writer, term)
    if place is None or writer.rng.random() < 0.3:
        return None
    x, c = place
    return total(term, function("exp", negative(product(
        power(number(10), writer.rng.randint(4, 30)), power(difference(x, c), 2)))))


@trap
def from_a_size_on(writer: Writer, term: Term) -> Term | None:
    free = _free(term, NATURAL, COUNT)
    if not free:
        return None
    n, last = of(writer.rng.choice(free)), writer.rng.randint(3, 60)
    try:
        index = writer.index(term)
    except NoIndexLeft:
        return None
    return writer.rng.choice([
        lambda: total(term, indicator(n, ">", number(last))),
        lambda: total(term, fold("prod", index, number(0), number(last),
                                 difference(n, of(index)))),
        lambda: case(n, "<", number(last), term, total(term, ONE))])()


@trap
def where_components_meet(writer: Writer, term: Term) -> Term | None:
    if writer.vectors[0] not in letters(term):
        return None
    u = writer.vectors[0]
    first, last = component(u, ONE), component(u, of(writer.size))
    return writer.rng.choice([
        lambda: total(term, product(indicator(of(writer.size), ">", ONE),
                                    indicator(first, "=", last))),
        lambda: total(term, indicator(first, "=", product(number(3), last))),
        lambda: total(term, indicator(first, ">", constant(writer.rng)))])()


def slips(writer: Writer, term: Term) -> Iterator[tuple[str, Term]]:
    """In any order, again and again, as long as somebody asks."""
    while True:
        name, change = writer.rng.choice(SLIPS)
        if (new := change(writer, term)) is not None and new != term:
            yield name, new


__all__ = ["TRAPS", "slips"]
