"""Terms and propositions of the prover, evaluated in ball arithmetic.

The prelude's words mean here what prelude.v says of them, and the library's what they mean to a
mathematician. Where they speak of all real numbers or of a neighborhood, what they say is tried at
the point itself and at a few more numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from flint import arb, fmpq

from execmath.arithmetic import enclosed
from execmath.arithmetic.balls import Balls
from execmath.arithmetic.errors import EvaluationError, Undecided
from execmath.arithmetic.ordering import compare, every
from execmath.arithmetic.values import Value, Vector
from execmath.rocq import term_parser as t
from execmath.rocq.term_parser import NotRead, Term

SAMPLES = (fmpq(1, 3), fmpq(5, 2), fmpq(-7, 5))  # of all real numbers, besides the point's own
MAX_STEPS = 1_000_000  # at one point
DERIVATIVE = "is_derive"

Names = Mapping[str, Value]  # values by the prover's names
Word = Callable[..., Value]
Sides = tuple[str, Value, Value]  # a relation between two numbers


class Terms:
    """Evaluates terms and propositions. `definitions` are those of the page."""

    def __init__(self, definitions: Mapping[str, t.Defined]) -> None:
        self.definitions = definitions
        self.arithmetic = Balls()
        self.steps = 0
        self._naturals = {name: [kind == t.Word("nat") for _, kind in defined.parameters]
                          for name, defined in definitions.items()}
        self._words: dict[str, tuple[str, Word]] = self._values()
        self._propositions: dict[str, tuple[str, Word]] = self._truths()

    # --------------------------------------------------------------------------- values

    def value(self, term: Term, names: Names, natural: bool = False) -> Value:
        """A number, a list, or a function; `natural` where the prover expects a whole number."""
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise EvaluationError(f"more than {MAX_STEPS} steps in one formal statement")
        # The commonest first: this is asked of each node at each point.
        if isinstance(term, t.Word | t.Application):
            return self._applied(term, names)
        if isinstance(term, t.Numeral):
            return term.value
        if isinstance(term, t.Operation):
            values = [self.value(operand, names, natural) for operand in term.operands]
            return self._operation(term.operator, values, natural)
        return self._structured(term, names, natural)

    def _structured(self, term: Term, names: Names, natural: bool) -> Value:
        match term:
            case t.Function(name, body):
                return lambda argument: self.value(body, {**names, name: argument})
            case t.Choice(condition, first, second):
                return self.value(first if self._decided(condition, names) else second, names,
                                  natural)
            case t.InNaturals(inner):
                return self.value(inner, names, natural=True)
            case t.EmptyList():
                return []
        raise NotRead("a proposition as a value")

    def _decided(self, condition: Term, names: Names) -> bool:
        answer = self.truth(condition, names)
        if answer is None:
            raise Undecided("a condition that cannot be decided")
        return answer

    def _operation(self, operator: str, operands: Sequence[Value], natural: bool) -> Value:
        match operator, operands:
            case "+", [left, right]:
                return left + right
            case "-", [left, right]:  # natural numbers are cut off at zero
                return max(left - right, 0) if natural else left - right
            case "*", [left, right]:
                return left * right
            case "/", [left, right]:
                return self.arithmetic.divide(left, right)
            case "^", [base, exponent]:
                return self.arithmetic.power(base, exponent)
            case "-", [operand]:
                return -operand
            case "/", [operand]:
                return self.arithmetic.divide(1, operand)
        raise NotRead(f"the operator {operator}")

    def _applied(self, term: Term, names: Names) -> Value:
        """A word at its arguments; a word of the page may have fewer than it takes."""
        head, arguments = _spine(term)
        if not isinstance(head, t.Word):
            value = self.value(head, names)
        elif head.name in names:
            value = names[head.name]
        elif head.name in self._words:
            kinds, function = self._words[head.name]
            if len(arguments) < len(kinds):
                raise NotRead(f"{head.name} with {len(arguments)} arguments")
            value = function(*(self.value(argument, names, kind == "n")
                               for kind, argument in zip(kinds, arguments, strict=False)))
            arguments = arguments[len(kinds) :]
        elif head.name in self.definitions:
            return self._called(self.definitions[head.name], arguments, names)
        else:
            raise NotRead(f"the word {head.name}")
        for argument in arguments:
            value = value(self.value(argument, names))
        return value

    def _called(self, defined: t.Defined, arguments: Sequence[Term], names: Names) -> Value:
        naturals = self._naturals[defined.name]
        values = [self.value(argument, names, place < len(naturals) and naturals[place])
                  for place, argument in enumerate(arguments)]
        count = len(defined.parameters)
        frame = {name: value for (name, _), value in zip(defined.parameters, values, strict=False)}
        value = self._curried(defined, frame, len(frame))
        for argument in values[count:]:
            value = value(argument)
        return value

    def _curried(self, defined: t.Defined, frame: Names, place: int) -> Value:
        if place == len(defined.parameters):
            is_proposition = defined.type == t.Word("Prop")
            return (self.truth if is_proposition else self.value)(defined.body, frame)
        name = defined.parameters[place][0]
        return lambda argument: self._curried(defined, {**frame, name: argument}, place + 1)

    def _values(self) -> dict[str, tuple[str, Word]]:
        """The words that are values: what their arguments are, n natural or a any, and what they
        mean. Those of the prelude mean here what prelude.v says of them."""
        apply = self.arithmetic.apply
        functions = {"exp": "exp", "ln": "log", "sqrt": "sqrt", "Rabs": "abs", "sin": "sin",
                     "cos": "cos", "sinh": "sinh", "cosh": "cosh", "tanh": "tanh"}

        def of_one(name: str) -> Word:
            return lambda value: apply(name, value)

        return {
            **{word: ("a", of_one(name)) for word, name in functions.items()},
            "PI": ("", arb.pi),
            "INR": ("n", lambda number: number),
            "Rpower": ("aa", lambda base, exponent: apply("exp", exponent * apply("log", base))),
            "range": ("nn", lambda first, last: list(range(first, last + 1))),
            "sum": ("aa", total),
            "product": ("aa", product),
            "maximum": ("aa", lambda items, f: apply("max", Vector([f(item) for item in items]))),
            "minimum": ("aa", lambda items, f: apply("min", Vector([f(item) for item in items]))),
            "unit_vector": ("n", unit_vector),
            "one_hots": ("n", lambda size: [unit_vector(i) for i in range(1, size + 1)]),
            "matrix_power": ("nan", matrix_power),
            "update": ("ana", lambda v, i, u: lambda j: u if j == i else v(j)),
            "Derive": ("aa", self._slope),
            "RInt": ("aaa", self._integral),
            "RInt_gen": ("aaa", self._integral),
            # A filter is where it leads to.
            "at_point": ("a", lambda point: point),
            "Rbar_locally": ("a", lambda point: point),
            "m_infty": ("", lambda: float("-inf")),
            "p_infty": ("", lambda: float("inf")),
            "Series": ("a", self._series),
            "fact": ("n", partial(apply, "factorial")),
            "binomial": ("nn", self.arithmetic.binomial),
        }

    def _slope(self, function: Value, at: Value) -> Value:
        return self.arithmetic.derivative(function, at, 1)

    def _integral(self, function: Value, lower: Value, upper: Value) -> Value:
        return self.arithmetic.integrate(function, lower, upper)

    def _series(self, term: Value) -> Value:
        return enclosed.series(term, 0)

    # ---------------------------------------------------------------------- propositions

    def truth(self, term: Term, names: Names) -> bool | None:
        """Does a proposition hold? None where the balls, or a few numbers of all, do not tell."""
        match term:
            case t.Operation("/\\", (left, right)):
                return every([self.truth(left, names), self.truth(right, names)])
            case t.Operation("->", (assumption, conclusion)):
                assumed = self.truth(assumption, names)
                return True if assumed is False else self.truth(conclusion, names)
            case t.ForAll():
                return self._for_all(term, names)
            case t.InNaturals(inner):
                return self._related(inner, names, natural=True)
            case t.Operation():
                return self._related(term, names, natural=False)
        return self._said(term, names)

    def _said(self, term: Term, names: Names) -> bool | None:
        """A word that says something, of the prover, the prelude or the page."""
        head, arguments = _spine(term)
        if isinstance(head, t.Word) and head.name in self._propositions:
            kinds, function = self._propositions[head.name]
            values = [argument if kind == "p" else self.value(argument, names, kind == "n")
                      for kind, argument in zip(kinds, arguments, strict=True)]
            answer: bool | None = function(names, *values)
            return answer
        answer = self._applied(term, names)
        if answer not in (True, False, None):
            raise NotRead(f"{head} as a proposition")
        return answer

    def _related(self, term: Term, names: Names, natural: bool) -> bool | None:
        match term:
            case t.Operation(operator, (left, right)) if operator in t.RELATIONS:
                sides = [self.value(side, names, natural) for side in (left, right)]
            case _:
                return self.truth(term, names)
        relation = {"<>": "!=", "=?": "=", "<=?": "<="}.get(operator, operator)
        if isinstance(sides[0], list):
            return bool(sides[0] == sides[1]) == (relation == "=")
        return compare(relation, *sides)

    def _for_all(self, term: t.ForAll, names: Names) -> bool | None:
        match term.body:
            case t.Operation("->", (t.Application() as member, body)) if (
                    items := self._listed(member, term.name, names)) is not None:
                return every(self.truth(body, {**names, term.name: item}) for item in items)
        numbers = [value for value in names.values() if isinstance(value, fmpq | arb)] \
            if term.type != t.Word("nat") else list(range(2))
        samples = SAMPLES if term.type != t.Word("nat") else (2, 3, 5)
        tried = [self._tried(term.body, {**names, term.name: number})
                 for number in (*numbers[:2], *samples)]
        return False if False in tried else None  # of all numbers a few do not tell

    def _tried(self, body: Term, names: Names) -> bool | None:
        """At a number that may be outside of what the proposition speaks of."""
        try:
            return self.truth(body, names)
        except Undecided:
            raise
        except EvaluationError:
            return None

    def _listed(self, member: Term, name: str, names: Names) -> list[Value] | None:
        """The items of `In name items`."""
        head, arguments = _spine(member)
        if head != t.Word("In") or arguments[0] != t.Word(name):
            return None
        items: list[Value] = self.value(arguments[1], names)
        return items

    def _truths(self) -> dict[str, tuple[str, Word]]:
        """The words that are propositions; p is an argument that is no value of its own."""
        return {
            "In": ("na", lambda names, item, items: _is_in(item, items)),
            "in_simplex": ("na", lambda names, size, p: every(
                [*(compare("<", 0, p(i)) for i in range(1, size + 1)),
                 compare("=", total(range(1, size + 1), p), 1)])),
            "is_permutation": ("na", lambda names, size, pi: sorted(
                pi(i) for i in range(1, size + 1)) == list(range(1, size + 1))),
            "is_distribution": ("aa", lambda names, items, p: every(
                [*(compare("<=", 0, p(item)) for item in items),
                 compare("=", total(items, p), 1)])),
            # A neighborhood is tried where it is: at the point.
            "locally": ("pp", self._locally),
            "is_derive": ("aaa", lambda names, f, at, slope: compare("=", self._slope(f, at),
                                                                     slope)),
            "ex_derive": ("aa", lambda names, f, at: self._slope(f, at) is not None or None),
            # That an integral or a series has a value is seen where the value is compared.
            "ex_RInt": ("ppp", lambda names, f, lower, upper: None),
            "ex_RInt_gen": ("ppp", lambda names, f, lower, upper: None),
            "ex_series": ("p", lambda names, f: None),
            "is_series": ("aa", lambda names, f, limit: compare("=", self._series(f), limit)),
            "ex_derive_n": ("ppp", lambda names, f, order, at: None),
        }

    def _locally(self, names: Names, at: Term, proposition: Term) -> bool | None:
        if not isinstance(proposition, t.Function):
            raise NotRead("locally without a function")
        return self.truth(proposition.body, {**names, proposition.name: self.value(at, names)})

    # ------------------------------------------------------------------------ both sides

    def sides(self, link: Term, names: Names) -> Iterator[Sides]:
        """The values on both sides of a link, component by component."""
        match link:
            case t.InNaturals(t.Operation(operator, (left, right))):
                yield operator, self.value(left, names, True), self.value(right, names, True)
            case t.ForAll(name, _, t.Operation("->", (member, body))):
                items = self._listed(member, name, names)
                if items is None:
                    raise NotRead("a link for all numbers")
                for item in items:
                    yield from self.sides(body, {**names, name: item})
            case t.Operation(operator, (left, right)) if operator in t.RELATIONS:
                yield operator, self.value(left, names), self.value(right, names)
            case t.Application(t.Word("is_derive"), (f, at, slope)):
                yield (DERIVATIVE, self._slope(self.value(f, names), self.value(at, names)),
                       self.value(slope, names))
            case _:
                raise NotRead(f"{type(link).__name__} as a link")


def _spine(term: Term) -> tuple[Term, tuple[Term, ...]]:
    """What is applied, and to what."""
    return (term.function, term.arguments) if isinstance(term, t.Application) else (term, ())


def total(items: Sequence[Value], f: Callable[[Value], Value]) -> Value:
    value: Value = 0
    for item in items:
        value = value + f(item)
    return value


def product(items: Sequence[Value], f: Callable[[Value], Value]) -> Value:
    value: Value = 1
    for item in items:
        value = value * f(item)
    return value


def unit_vector(i: int) -> Callable[[int], int]:
    return lambda j: 1 if j == i else 0


def matrix_power(size: int, matrix: Value, factors: int) -> Value:
    """A function of row and column."""
    places = range(1, size + 1)
    power: Value = unit_vector
    for _ in range(factors):
        power = _times(matrix, power, places)
    return power


def _times(left: Value, right: Value, places: Sequence[int]) -> Value:
    """A product of two matrices, each entry calculated once."""
    def entry(i: int, j: int) -> Value:
        return total(places, lambda middle: left(i)(middle) * right(middle)(j))

    entries = {(i, j): entry(i, j) for i in places for j in places}
    return lambda i: lambda j: entries[i, j]


def _is_in(item: Value, items: Sequence[Value]) -> bool | None:
    """Vectors are the same where their components are; there are as many as there are items."""
    places = range(1, len(items) + 1)
    answers = [every(compare("=", item(i), each(i)) for i in places) if callable(each)
               else compare("=", item, each) for each in items]
    return True if True in answers else None if None in answers else False
