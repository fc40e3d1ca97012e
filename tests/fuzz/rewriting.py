"""Equal forms of a term: a grammar of rewriting rules. What it makes is true by construction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import habits
from terms import (
    COUNT,
    NATURAL,
    POSITIVE,
    REAL,
    SPECIAL,
    VECTOR,
    Letter,
    Term,
    case,
    component,
    derivative,
    difference,
    extreme,
    fold,
    function,
    indicator,
    inner,
    is_positive,
    letters,
    negative,
    number,
    of,
    power,
    product,
    quotient,
    replaced,
    special,
    substituted,
    total,
    walk,
)

ONE, TWO, HALF = number(1), number(2), quotient(number(1), number(2))
LARGEST = 45  # nodes of a term; longer formulas are no other ones
Rule = Callable[["Writer", Term], Term | None]
RULES: list[tuple[str, Rule]] = []
STARTS: list[tuple[str, Callable[[Writer], tuple[Term, Term]]]] = []


def rule(function: Rule) -> Rule:
    RULES.append((function.__name__.strip("_"), function))
    return function


def start(function: Callable[[Writer], tuple[Term, Term]]) -> Callable[[Writer], tuple[Term, Term]]:
    STARTS.append((function.__name__.strip("_"), function))
    return function


class NoIndexLeft(Exception):
    """A term has all indices of the alphabet in it."""


@dataclass
class Writer:
    """What one claim is made of: its letters, its sides, and the chance that chooses."""

    rng: Random
    sides: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        names = self.rng.sample([*habits.LATIN, *habits.GREEK], 6)
        self.reals = [Letter(self._marked(name), REAL) for name in names[:3]]
        self.positives = [Letter(self._marked(name), POSITIVE) for name in names[3:]]
        counts = self.rng.sample(habits.COUNTS, 3)
        self.natural, self.count = Letter(counts[0], NATURAL), Letter(counts[1], COUNT)
        vectors = [name for name in habits.VECTORS if name not in names]
        self.vectors = [Letter(name, VECTOR, counts[2]) for name in self.rng.sample(vectors, 2)]
        self.size = Letter(counts[2], COUNT)
        self.indices = [Letter(name, NATURAL) for name in habits.INDICES[:3]]

    def _marked(self, name: str) -> str:
        marks = self.rng.random()
        if marks < 0.8 or len(name) > 1:
            return name
        return self.rng.choice([rf"\hat{{{name}}}", f"{name}'", f"{name}_0", rf"\bar{{{name}}}",
                                rf"{name}_{{\text{{max}}}}", rf"\tilde{{{name}}}"])

    # ---------------------------------------------------------------------------- random terms

    def real(self, depth: int = 2) -> Term:
        rng = self.rng
        if depth == 0 or rng.random() < 0.25:
            return rng.choice([of(rng.choice(self.reals)), of(rng.choice(self.positives)),
                               number(rng.randint(1, 9)), of(rng.choice(self.reals))])
        return rng.choice([
            lambda: total(self.real(depth - 1), self.real(depth - 1)),
            lambda: difference(self.real(depth - 1), self.real(depth - 1)),
            lambda: product(self.real(depth - 1), self.real(depth - 1)),
            lambda: quotient(self.real(depth - 1), self.positive(depth - 1)),
            lambda: power(self.real(depth - 1), rng.choice([2, 2, 3])),
            lambda: function(rng.choice(["sin", "cos", "tanh", "arctan", "abs", "sinh"]),
                             self.real(depth - 1)),
            lambda: function("log", self.positive(depth - 1)),
            lambda: self.positive(depth),
        ])()

    def positive(self, depth: int = 2) -> Term:
        rng = self.rng
        if depth == 0 or rng.random() < 0.35:
            return rng.choice([of(rng.choice(self.positives)), number(rng.randint(1, 9))])
        return rng.choice([
            lambda: total(self.positive(depth - 1), self.positive(depth - 1)),
            lambda: product(self.positive(depth - 1), self.positive(depth - 1)),
            lambda: quotient(self.positive(depth - 1), self.positive(depth - 1)),
            lambda: function("exp", self.real(depth - 1)),
            lambda: function("sqrt", self.positive(depth - 1)),
            lambda: function("cosh", self.real(depth - 1)),
            lambda: total(ONE, power(self.real(depth - 1), 2)),
        ])()

    def smooth(self, letter: Letter, depth: int = 2) -> Term:
        """A function of a number that can be differentiated wherever it is."""
        rng, x = self.rng, of(letter)
        if depth == 0:
            return rng.choice([x, x, number(rng.randint(1, 5)), of(rng.choice(self.positives))])
        return rng.choice([
            lambda: total(self.smooth(letter, depth - 1), self.smooth(letter, depth - 1)),
            lambda: product(self.smooth(letter, depth - 1), self.smooth(letter, depth - 1)),
            lambda: power(self.smooth(letter, depth - 1), rng.choice([2, 3])),
            lambda: function(rng.choice(["sin", "cos", "exp"]), self.smooth(letter, depth - 1)),
            lambda: function("log", total(ONE, power(self.smooth(letter, depth - 1), 2))),
            lambda: quotient(self.smooth(letter, depth - 1),
                             total(ONE, power(self.smooth(letter, depth - 1), 2))),
        ])()

    def index(self, *terms: Term) -> Letter:
        """One that does not stand in these terms, free or bound.

        raises  NoIndexLeft
        """
        names = {below.data[1].name for term in terms for _, below in walk(term)
                 if below.operation == "fold"} | {letter.name for letter in letters(*terms)}
        for letter in self.indices:
            if letter.name not in names:
                return letter
        raise NoIndexLeft

    # -------------------------------------------------------------------------------- rewriting

    def rewritten(self, term: Term, steps: int) -> tuple[Term, list[str]]:
        """The same in another form, and by which rules."""
        done: list[str] = []
        for _ in range(steps * 8):
            if len(done) == steps:
                break
            name, change = self.rng.choice(RULES)
            places = [(way, below) for way, below in walk(term) if _may_change(term, way)]
            way, below = self.rng.choice(places)
            try:
                new = change(self, below)
            except NoIndexLeft:
                continue
            if new is not None and new != below:
                changed = replaced(term, way, new)
                if sum(1 for _ in walk(changed)) <= LARGEST:
                    term = changed
                    done.append(name)
        return term, done


def _may_change(term: Term, way: Sequence[int]) -> bool:
    """Not where a whole number has to stand, nor within a condition or what is differentiated: on
    a threshold no number of digits tells that another form of a number is the same."""
    for place in way:
        if term.operation in ("binomial", "factorial", "component", "derivative", *SPECIAL):
            return False
        if term.operation == "power" and place == 1:
            return False
        if term.operation in ("fold", "case", "indicator") and place < 2:
            return False
        term = term.parts[place]
    return True


# ------------------------------------------------------------------------------------- algebra


@rule
def _added_and_taken_away(writer: Writer, term: Term) -> Term | None:
    other = writer.real(1)
    return difference(total(term, other), other)


@rule
def _multiplied_and_divided(writer: Writer, term: Term) -> Term | None:
    other = writer.positive(1)
    return quotient(product(term, other), other)


@rule
def _in_another_order(writer: Writer, term: Term) -> Term | None:
    if term.operation not in ("total", "product", "extreme"):
        return None
    return Term(term.operation, tuple(reversed(term.parts)), term.data)


@rule
def _distributed(writer: Writer, term: Term) -> Term | None:
    if term.operation != "product" or term.parts[0].operation != "total":
        return None
    first, *rest = term.parts
    return total(*(product(part, *rest) for part in first.parts))


@rule
def _minus_twice(writer: Writer, term: Term) -> Term | None:
    return negative(negative(term)) if term.operation in ("letter", "function") else None


@rule
def _square_expanded(writer: Writer, term: Term) -> Term | None:
    if term.operation != "power" or term.parts[1] != TWO or term.parts[0].operation != "total" \
            or len(term.parts[0].parts) != 2:
        return None
    a, b = term.parts[0].parts
    return total(power(a, 2), product(TWO, a, b), power(b, 2))


@rule
def _square_by_a_difference(writer: Writer, term: Term) -> Term | None:
    if term.operation != "power" or term.parts[1] != TWO:
        return None
    base, other = term.parts[0], writer.real(0)
    return total(product(total(base, other), difference(base, other)), power(other, 2))


@rule
def _power_one_more(writer: Writer, term: Term) -> Term | None:
    if term.operation == "power" and term.parts[1].operation == "number" \
            and term.parts[1].data > 1:
        return product(term.parts[0], power(term.parts[0], term.parts[1].data - 1))
    return None


@rule
def _one_fraction(writer: Writer, term: Term) -> Term | None:
    if term.operation == "total" and len(term.parts) == 2:
        left, right = term.parts
        if left.operation == "quotient":
            return quotient(total(left.parts[0], product(right, left.parts[1])), left.parts[1])
    return None


@rule
def _two_fractions(writer: Writer, term: Term) -> Term | None:
    if term.operation == "quotient" and term.parts[0].operation == "total":
        return total(*(quotient(part, term.parts[1]) for part in term.parts[0].parts))
    return None


@rule
def _a_factor_as_reciprocal(writer: Writer, term: Term) -> Term | None:
    if term.operation == "quotient":
        return product(term.parts[0], power(term.parts[1], number(-1)))
    return None


# ----------------------------------------------------------------------- modulus, maximum, cases


@rule
def _modulus_of_square(writer: Writer, term: Term) -> Term | None:
    if term.operation == "power" and term.parts[1] == TWO:
        return power(function("abs", term.parts[0]), 2)
    if term.operation == "function" and term.data == "abs":
        return writer.rng.choice([
            function("sqrt", power(term.parts[0], 2)),
            extreme("max", term.parts[0], negative(term.parts[0])),
            case(term.parts[0], r"\ge", number(0), term.parts[0], negative(term.parts[0])),
        ])
    return None


@rule
def _maximum_by_modulus(writer: Writer, term: Term) -> Term | None:
    if term.operation != "extreme" or len(term.parts) != 2:
        return None
    a, b = term.parts
    apart = function("abs", difference(a, b))
    if writer.rng.random() < 0.5:
        relation = ">" if term.data == "max" else "<"
        return case(a, relation, b, a, b)
    return quotient(total(a, b, apart if term.data == "max" else negative(apart)), TWO)


@rule
def _in_all_cases(writer: Writer, term: Term) -> Term | None:
    a, b = writer.real(1), number(writer.rng.randint(0, 9))
    return case(a, writer.rng.choice(["<", r"\le", ">", r"\ge", "=", r"\ne"]), b, term, term)


@rule
def _of_two_indicators(writer: Writer, term: Term) -> Term | None:
    a, b = of(writer.rng.choice(writer.reals)), of(writer.rng.choice(writer.positives))
    return total(product(term, indicator(a, ">", b)), product(term, indicator(a, r"\le", b)))


@rule
def _between_maximum_and_minimum(writer: Writer, term: Term) -> Term | None:
    other = writer.real(0)
    return difference(total(extreme("max", term, other), extreme("min", term, other)), other)


# --------------------------------------------------------------------------- logarithms and such


@rule
def _exponential_of_logarithm(writer: Writer, term: Term) -> Term | None:
    return function("exp", function("log", term)) if is_positive(term) else None


@rule
def _logarithm_of_exponential(writer: Writer, term: Term) -> Term | None:
    return function("log", function("exp", term)) if writer.rng.random() < 0.4 else None


@rule
def _logarithm_taken_apart(writer: Writer, term: Term) -> Term | None:
    if term.operation != "function" or term.data != "log":
        return None
    inside = term.parts[0]
    if inside.operation == "product" and is_positive(inside):
        return total(*(function("log", part) for part in inside.parts))
    if inside.operation == "quotient" and is_positive(inside):
        return difference(*(function("log", part) for part in inside.parts))
    if inside.operation == "power" and is_positive(inside):
        return product(inside.parts[1], function("log", inside.parts[0]))
    return negative(function("log", quotient(ONE, inside)))


@rule
def _exponential_taken_apart(writer: Writer, term: Term) -> Term | None:
    if term.operation != "function" or term.data != "exp":
        return None
    inside = term.parts[0]
    if inside.operation == "total":
        return product(*(function("exp", part) for part in inside.parts))
    return writer.rng.choice([quotient(ONE, function("exp", negative(inside))),
                              power(function("exp", quotient(inside, TWO)), 2)])


@rule
def _root_twice(writer: Writer, term: Term) -> Term | None:
    if not is_positive(term):
        return None
    if term.operation == "function" and term.data == "sqrt":
        return power(term.parts[0], HALF)
    return power(function("sqrt", term), 2)


@rule
def _hyperbolic_as_exponentials(writer: Writer, term: Term) -> Term | None:
    if term.operation != "function" or term.data not in ("sinh", "cosh", "tanh"):
        return None
    x = term.parts[0]
    up, down = function("exp", x), function("exp", negative(x))
    if term.data == "tanh":
        return quotient(function("sinh", x), function("cosh", x))
    return quotient(total(up, down) if term.data == "cosh" else difference(up, down), TWO)


@rule
def _one_as_a_square_sum(writer: Writer, term: Term) -> Term | None:
    if term != ONE:
        return None
    x = writer.real(1)
    if writer.rng.random() < 0.5:
        return total(power(function("sin", x), 2), power(function("cos", x), 2))
    return difference(power(function("cosh", x), 2), power(function("sinh", x), 2))


@rule
def _angles_added(writer: Writer, term: Term) -> Term | None:
    if term.operation != "function" or term.data not in ("sin", "cos"):
        return None
    x = term.parts[0]
    if x.operation == "total" and len(x.parts) == 2:
        a, b = x.parts
        sines = [function("sin", a), function("cos", a), function("sin", b), function("cos", b)]
        if term.data == "sin":
            return total(product(sines[0], sines[3]), product(sines[1], sines[2]))
        return difference(product(sines[1], sines[3]), product(sines[0], sines[2]))
    half = quotient(x, TWO)
    if term.data == "sin":
        return product(TWO, function("sin", half), function("cos", half))
    return difference(ONE, product(TWO, power(function("sin", half), 2)))


# ------------------------------------------------------------------------------------------ sums


@rule
def _mean_of_the_same(writer: Writer, term: Term) -> Term | None:
    return quotient(fold("sum", writer.index(term), ONE, of(writer.count), term),
                    of(writer.count)) if writer.rng.random() < 0.4 else None


@rule
def _first_term_apart(writer: Writer, term: Term) -> Term | None:
    if term.operation != "fold" or term.parts[1].operation == "number":
        return None
    (name, index), (first, last, body) = term.data, term.parts
    if first != number(0) and not (first == ONE and is_positive(last)):
        return None  # it may be empty
    head = substituted(body, index, first)
    tail = fold(name, index, _next(first), last, body)
    return total(head, tail) if name == "sum" else product(head, tail)


@rule
def _shifted(writer: Writer, term: Term) -> Term | None:
    if term.operation != "fold":
        return None
    (name, index), (first, last, body) = term.data, term.parts
    back = substituted(body, index, difference(of(index), ONE))
    return fold(name, index, _next(first), _next(last), back)


@rule
def _backwards(writer: Writer, term: Term) -> Term | None:
    if term.operation != "fold":
        return None
    (name, index), (first, last, body) = term.data, term.parts
    return fold(name, index, first, last,
                substituted(body, index, difference(total(last, first), of(index))))


@rule
def _with_another_index(writer: Writer, term: Term) -> Term | None:
    if term.operation != "fold":
        return None
    (name, index), (first, last, body) = term.data, term.parts
    other = writer.index(term)
    return fold(name, other, first, last, substituted(body, index, of(other)))


@rule
def _sum_of_sums(writer: Writer, term: Term) -> Term | None:
    if term.operation != "fold":
        return None
    (name, index), (first, last, body) = term.data, term.parts
    if name == "sum" and body.operation == "total":
        return total(*(fold(name, index, first, last, part) for part in body.parts))
    if name == "prod" and body.operation == "product":
        return product(*(fold(name, index, first, last, part) for part in body.parts))
    return None


@rule
def _factor_drawn_out(writer: Writer, term: Term) -> Term | None:
    if term.operation != "fold" or term.data[0] != "sum" or term.parts[2].operation != "product":
        return None
    (name, index), (first, last, body) = term.data, term.parts
    outside = [part for part in body.parts if index not in letters(part)]
    inside = [part for part in body.parts if index in letters(part)]
    if not outside or not inside:
        return None
    return product(*outside, fold(name, index, first, last, product(*inside)))


@rule
def _logarithm_of_a_product(writer: Writer, term: Term) -> Term | None:
    if term.operation == "function" and term.parts[0].operation == "fold":
        (name, index), (first, last, body) = term.parts[0].data, term.parts[0].parts
        if term.data == "log" and name == "prod" and is_positive(body):
            return fold("sum", index, first, last, function("log", body))
        if term.data == "exp" and name == "sum":
            return fold("prod", index, first, last, function("exp", body))
    return None


@rule
def _sum_in_two(writer: Writer, term: Term) -> Term | None:
    if term.operation != "fold" or term.data[0] != "sum" or not _runs_from_one_to(
            term, writer.count):
        return None
    (name, index), (first, last, body) = term.data, term.parts
    middle = of(writer.natural)
    both = fold(name, index, first, total(last, middle), body)
    if any(below.operation == "component" for _, below in walk(body)):
        return None
    return difference(both, fold(name, index, _next(last), total(last, middle), body))


def _runs_from_one_to(term: Term, letter: Letter) -> bool:
    return term.parts[0] == ONE and term.parts[1] == of(letter)


def _next(term: Term) -> Term:
    if term.operation == "number":
        return number(term.data + 1)
    return total(term, ONE)


# ------------------------------------------------------------------------ binomials and factorials


@rule
def _binomial_as_factorials(writer: Writer, term: Term) -> Term | None:
    if term.parts != (total(of(writer.natural), of(writer.count)), of(writer.count)) \
            or term.operation != "binomial":
        return None
    n, k = term.parts
    return quotient(Term("factorial", (n,)),
                    product(Term("factorial", (k,)), Term("factorial", (of(writer.natural),))))


@rule
def _factorial_as_product(writer: Writer, term: Term) -> Term | None:
    if term.operation != "factorial" or term.parts[0].operation != "letter":
        return None
    index = writer.index(term)
    return writer.rng.choice([
        fold("prod", index, ONE, term.parts[0], of(index)),
        function("gamma", total(term.parts[0], ONE)),
        quotient(Term("factorial", (total(term.parts[0], ONE),)), total(term.parts[0], ONE)),
    ])


# ------------------------------------------------------------- where a claim may begin: two sides


@start
def a_term_and_itself(writer: Writer) -> tuple[Term, Term]:
    term = writer.real(3)
    return term, term


@start
def a_positive_term(writer: Writer) -> tuple[Term, Term]:
    term = function(writer.rng.choice(["log", "sqrt"]), writer.positive(3))
    return term, term


@start
def a_sum_of_terms(writer: Writer) -> tuple[Term, Term]:
    index = writer.index()
    letter = writer.rng.choice(writer.reals)
    body = substituted(writer.real(2), letter, of(index))
    term = fold("sum", index, number(writer.rng.randint(0, 1)), of(writer.count), body)
    return term, term


@start
def a_product_of_terms(writer: Writer) -> tuple[Term, Term]:
    index = writer.index()
    body = total(of(index), writer.positive(1))
    term = function("log", fold("prod", index, ONE, of(writer.count), body))
    return term, term


@start
def a_sum_over_a_vector(writer: Writer) -> tuple[Term, Term]:
    u, index = writer.vectors[0], writer.index()
    entry = component(u, of(index))
    body = writer.rng.choice([
        lambda: entry, lambda: function("exp", entry), lambda: power(entry, 2),
        lambda: product(entry, writer.real(1)), lambda: function("sin", total(entry, of(index))),
        lambda: total(entry, writer.real(0))])()
    term = fold("sum", index, ONE, of(writer.size), body)
    return (term, term) if writer.rng.random() < 0.6 else (
        function("log", total(ONE, power(term, 2))),) * 2


@start
def an_inner_product(writer: Writer) -> tuple[Term, Term]:
    u, v = writer.vectors
    index = writer.index()
    return inner(u, v), fold("sum", index, ONE, of(writer.size), product(
        component(u, of(index)), component(v, of(index))))


@start
def a_sum_of_whole_numbers(writer: Writer) -> tuple[Term, Term]:
    index, n = writer.index(), of(writer.natural)
    return writer.rng.choice([
        lambda: (fold("sum", index, number(0), n, of(index)),
                 quotient(product(n, total(n, ONE)), TWO)),
        lambda: (fold("sum", index, ONE, n, power(of(index), 2)),
                 quotient(product(n, total(n, ONE), total(product(TWO, n), ONE)), number(6))),
        lambda: (fold("sum", index, ONE, n, difference(product(TWO, of(index)), ONE)),
                 power(n, 2)),
        lambda: (fold("sum", index, ONE, n, quotient(ONE, product(
            of(index), total(of(index), ONE)))), quotient(n, total(n, ONE))),
        lambda: (fold("sum", index, number(0), n, Term("binomial", (n, of(index)))),
                 power(TWO, n)),
        lambda: (fold("sum", index, number(0), n, product(
            of(index), Term("binomial", (n, of(index))))),
            quotient(product(n, power(TWO, n)), TWO)),
        lambda: (fold("prod", index, ONE, n, quotient(total(of(index), ONE), of(index))),
                 total(n, ONE)),
    ])()


@start
def a_geometric_sum(writer: Writer) -> tuple[Term, Term]:
    q, index, n = total(ONE, writer.positive(1)), writer.index(), of(writer.natural)
    return (fold("sum", index, number(0), n, power(q, of(index))),
            quotient(difference(power(q, total(n, ONE)), ONE), difference(q, ONE)))


@start
def the_binomial_theorem(writer: Writer) -> tuple[Term, Term]:
    a, b = of(writer.positives[0]), of(writer.positives[1])
    index, n = writer.index(), of(writer.natural)
    return (fold("sum", index, number(0), n, product(
        Term("binomial", (n, of(index))), power(a, of(index)), power(b, difference(
            n, of(index))))), power(total(a, b), n))


@start
def a_binomial(writer: Writer) -> tuple[Term, Term]:
    upper, lower = total(of(writer.natural), of(writer.count)), of(writer.count)
    term = Term("binomial", (upper, lower))
    return writer.rng.choice([
        (term, term), (term, Term("binomial", (upper, of(writer.natural)))),
        (Term("binomial", (total(upper, ONE), lower)),
         total(term, Term("binomial", (upper, difference(lower, ONE)))))])


@start
def a_factorial(writer: Writer) -> tuple[Term, Term]:
    term = product(Term("factorial", (of(writer.natural),)), writer.real(1))
    return term, term


@start
def a_derivative(writer: Writer) -> tuple[Term, Term]:
    letter = writer.reals[0]
    body = writer.smooth(letter, writer.rng.randint(1, 3))
    while letter not in letters(body):
        body = writer.smooth(letter, 2)
    return derivative(letter, body), derived(body, letter)


@start
def an_integral(writer: Writer) -> tuple[Term, Term]:
    a, b = of(writer.positives[0]), of(writer.reals[0])
    rng = writer.rng
    if rng.random() < 0.4:
        n, low, high = rng.randint(1, 6), rng.choice([number(0), number(1), b]), of(
            writer.reals[1])
        return (special("power integral", low, high, number(n)), quotient(difference(
            power(high, n + 1), power(low, n + 1)), number(n + 1)))
    if rng.random() < 0.5:
        n = rng.randint(1, 5)
        return (special("gamma integral", number(n), a),
                quotient(Term("factorial", (number(n),)), power(a, n + 1)))
    return special("gauss", a, b), product(
        function("sqrt", quotient(Term("pi"), a)),
        function("exp", quotient(power(b, 2), product(number(4), a))))


@start
def a_series(writer: Writer) -> tuple[Term, Term]:
    if writer.rng.random() < 0.5:
        x = of(writer.reals[0])
        return special("exponential series", x), function("exp", x)
    c, m = writer.rng.randint(2, 9), writer.rng.randint(0, 3)
    upper = [number(c), ONE, power(number(c), number(-1)), power(number(c), number(-2))][m]
    return special("geometric series", number(c), number(m)), quotient(upper, number(c - 1))


def derived(term: Term, letter: Letter) -> Term:
    """By the rules that everybody learns."""
    if letter not in letters(term):
        return number(0)
    parts = term.parts
    below = [derived(part, letter) for part in parts]
    match term.operation:
        case "letter":
            return ONE
        case "total":
            return total(*below)
        case "negative":
            return negative(below[0])
        case "product":
            return total(*(product(*parts[:place], slope, *parts[place + 1 :])
                           for place, slope in enumerate(below)))
        case "quotient":
            upper, lower = parts
            return quotient(difference(product(below[0], lower), product(upper, below[1])),
                            power(lower, 2))
        case "power":
            n = parts[1].data
            return product(number(n), power(parts[0], n - 1), below[0])
    inside = parts[0]
    outer = {"exp": lambda: term, "sin": lambda: function("cos", inside),
             "cos": lambda: negative(function("sin", inside)),
             "log": lambda: quotient(ONE, inside)}[term.data]()
    return product(outer, below[0])


# ------------------------------------------------------------------------------- inequalities


@dataclass(frozen=True)
class Bound:
    """`left` is at most `right`; `attained` says a point at which they are equal."""

    left: Term
    right: Term
    attained: dict[str, int] | None = None


def bound(writer: Writer) -> Bound:
    """One that everybody knows."""
    x, y = (of(letter) for letter in writer.reals[:2])
    a, b = (of(letter) for letter in writer.positives[:2])
    at = [letter.name for letter in (*writer.reals[:2], *writer.positives[:2])]
    u, v = writer.vectors
    index, size = writer.index(), of(writer.size)
    spread = fold("sum", index, ONE, size, power(component(u, of(index)), 2))
    return writer.rng.choice([
        Bound(total(ONE, x), function("exp", x), {at[0]: 0}),
        Bound(function("log", a), difference(a, ONE), {at[2]: 1}),
        Bound(product(TWO, x, y), total(power(x, 2), power(y, 2)), {at[0]: 1, at[1]: 1}),
        Bound(function("sqrt", product(a, b)), quotient(total(a, b), TWO), {at[2]: 1, at[3]: 1}),
        Bound(function("abs", total(x, y)), total(function("abs", x), function("abs", y)),
              {at[0]: 1, at[1]: 1}),
        Bound(function("tanh", a), a),
        Bound(x, function("abs", x), {at[0]: 1}),
        Bound(function("sin", a), a),
        Bound(number(2), total(quotient(a, b), quotient(b, a)), {at[2]: 1, at[3]: 1}),
        Bound(extreme("max", x, y), function("log", total(function("exp", x),
                                                          function("exp", y)))),
        Bound(ONE, function("cosh", x), {at[0]: 0}),
        Bound(power(inner(u, v), 2), product(spread, fold(
            "sum", index, ONE, size, power(component(v, of(index)), 2))), {writer.size.name: 1}),
        Bound(power(fold("sum", index, ONE, size, component(u, of(index))), 2),
              product(size, spread), {writer.size.name: 1}),
        Bound(product(of(writer.natural), total(ONE)), power(TWO, of(writer.natural))),
    ])


def looser(writer: Writer, given: Bound) -> Bound:
    """What follows from a bound, and is attained where it is."""
    rng = writer.rng
    if rng.random() < 0.3:
        other = writer.real(1)
        return Bound(total(given.left, other), total(given.right, other), given.attained)
    if rng.random() < 0.4:
        other = writer.positive(1)
        return Bound(product(given.left, other), product(given.right, other), given.attained)
    if rng.random() < 0.3:
        return Bound(function("exp", given.left), function("exp", given.right), given.attained)
    if rng.random() < 0.5:
        return Bound(negative(given.right), negative(given.left), given.attained)
    return given
