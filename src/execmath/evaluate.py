"""The tree of an expression -> a function from points to values, in any arithmetic.

The tree is walked once; what remains are small functions that call each other. An arithmetic
supplies numbers, quotients, powers, the functions everybody knows, derivatives and integrals;
`balls` and `floats` are two of them. A point (`Env`) gives the letters their values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from execmath import domains as d
from execmath import syntax as s
from execmath.limits import MAX_TERMS, MAX_WORK
from execmath.values import EvaluationError, Undecided, Value, Vector, describe, transpose

Env = dict[str, Value]  # by Letter.key; and MEMORY
MEMORY = "remembered"  # the key of a point's Memory
Reading = Callable[[Env], Value]


class Memory:
    """What was worked out at one point and one precision."""

    def __init__(self, letters: Iterable[str]) -> None:
        self.letters = frozenset(letters)  # of the point; those bound in a sum are not among them
        self.values: dict[object, tuple[list[Value], Value]] = {}


def remembering(letter: s.Letter, reads: Sequence[str], own: Sequence[str],
                reading: Reading) -> Reading:
    """The `reading` of a letter, worked out once for each state of what it depends on: its `own`
    parameters, and those among `reads` that are letters of the point. So a sum over the outcomes
    evaluates the log-normalizer once, and not once for each outcome."""

    def remembered(env: Env) -> Value:
        memory = env.get(MEMORY)
        if memory is None:
            return reading(env)
        values = [env[key] for key in reads if key in memory.letters or key in own]
        state = (letter, *[value if isinstance(value, int) else (id(value),) for value in values])
        if state not in memory.values:
            value = reading(env)
            if len(memory.values) < MAX_TERMS:
                # What it depends on is kept too: an id is unique only among what is alive.
                memory.values[state] = values, value
            return value
        return memory.values[state][1]

    return remembered


class Arithmetic(Protocol):
    def number(self, digits: str) -> Value: ...
    def divide(self, left: Value, right: Value) -> Value: ...
    def power(self, base: Value, exponent: Value) -> Value: ...
    def apply(self, name: str, argument: Value) -> Value: ...
    def slope(self, function: Callable[[Value], Value], at: Value) -> Value: ...
    def integrate(self, function: Callable[[Value], Value], lower: Value, upper: Value) -> Value:
        """`lower` or `upper` may be an infinite float."""


class Compiler:
    """Walks trees. `definitions` say what the letters of the page mean; a letter without one,
    or in `given`, takes its value from the point."""

    def __init__(self, definitions: Mapping[s.Letter, s.Definition], arithmetic: Arithmetic,
                 abbreviations: Mapping[s.Letter, s.Node] | None = None,
                 given: frozenset[s.Letter] = frozenset()) -> None:
        self.definitions = definitions
        self.given = given
        self.arithmetic = arithmetic
        self.abbreviations = abbreviations or {}
        self.work = 0
        self._compiled: dict[s.Letter, Reading] = {}
        self._applied: dict[s.Letter, Callable[[Env, Sequence[Value]], Value]] = {}

    def compile(self, node: s.Node) -> Reading:
        reading: Reading = getattr(self, f"_{type(node).__name__.lower()}")(node)
        span = node.span

        def located(env: Env) -> Value:
            try:
                return reading(env)
            except EvaluationError as error:
                error.span = error.span or span
                raise

        # Only where something can go wrong: the innermost failing piece is the one to point at.
        return located if isinstance(node, _MAY_FAIL) else reading

    def spend(self, amount: int) -> None:
        self.work += amount
        if self.work > MAX_WORK:
            raise EvaluationError(f"more than {MAX_WORK} terms and calls in one statement")

    # ---------------------------------------------------------------------- arithmetic

    def _number(self, node: s.Number) -> Reading:
        value = self.arithmetic.number(node.digits)
        return lambda env: value

    def _negative(self, node: s.Negative) -> Reading:
        operand = self.compile(node.operand)
        return lambda env: -operand(env)

    def _binary(self, node: s.Binary) -> Reading:
        left, right = self.compile(node.left), self.compile(node.right)
        divide = self.arithmetic.divide
        if node.op == "+":
            return lambda env: left(env) + right(env)
        if node.op == "-":
            return lambda env: left(env) - right(env)
        if node.op == "*":
            return lambda env: left(env) * right(env)

        def quotient(env: Env) -> Value:
            above, below = left(env), right(env)
            if isinstance(above, Vector):
                return type(above)([divide(item, below) for item in above])
            return divide(above, below)

        return quotient

    def _power(self, node: s.Power) -> Reading:
        base, exponent = self.compile(node.base), self.compile(node.exponent)
        power = self.arithmetic.power

        def reading(env: Env) -> Value:
            return power(_scalar(base(env), "the base of a power"),
                         _scalar(exponent(env), "an exponent"))

        return reading

    def _transpose(self, node: s.Transpose) -> Reading:
        operand = self.compile(node.operand)
        return lambda env: transpose(operand(env))

    def _apply(self, node: s.Apply) -> Reading:
        argument, name, apply = self.compile(node.argument), node.name, self.arithmetic.apply
        wants_vector = name in ("max", "min", "norm")

        def reading(env: Env) -> Value:
            value = argument(env)
            if isinstance(value, Vector) != wants_vector or callable(value):
                raise EvaluationError(f"{name} of {describe(value)}")
            if wants_vector:
                for item in value:
                    _scalar(item, f"an item of the {name}")
            return apply(name, value)

        return reading

    # ------------------------------------------------------------------------- letters

    def _letter(self, node: s.Letter) -> Reading:
        if node in self.abbreviations:
            value = self.abbreviations[node]
            return remembering(node, self._reads(value), (), self.compile(value))
        definition = self.definitions.get(node)
        if definition is None or node in self.given:
            key = node.key
            return lambda env: env[key]
        if definition.parameters:
            call = self.applied(definition)
            return lambda env: lambda *arguments: call(env, arguments)
        return self._once(node, definition)

    def _once(self, node: s.Letter, definition: s.Definition) -> Reading:
        if node not in self._compiled:
            self._compiled[node] = self.compile(definition.body)
        return self._compiled[node]

    def applied(self, definition: s.Definition) -> Callable[[Env, Sequence[Value]], Value]:
        """The function that a definition makes, given the values of the page's letters."""
        letter = definition.letter
        if letter not in self._applied:
            parts = [(p.letter.key, self.compile_set(p.domain)) for p in definition.parameters]
            own = [key for key, _ in parts]
            body = remembering(letter, self._reads(definition), own,
                               self._once(letter, definition))

            def call(env: Env, arguments: Sequence[Value]) -> Value:
                self.spend(1)
                if len(arguments) != len(parts):
                    raise EvaluationError(f"{letter.name} takes {len(parts)} arguments, "
                                          f"given {len(arguments)}")
                frame = dict(env)
                for (key, domain), value in zip(parts, arguments, strict=True):
                    inside = domain(frame).contains(value)
                    if inside is None:
                        raise Undecided(f"whether {value} is in the domain of {letter.name}")
                    if not inside:
                        raise EvaluationError(f"{describe(value)}, {value}, is outside the domain "
                                              f"of {letter.name}")
                    frame[key] = value
                return body(frame)

            self._applied[letter] = call
        return self._applied[letter]

    def _reads(self, node: s.Node) -> list[str]:
        """The letters that `node` may depend on, through definitions and abbreviations."""
        seen: dict[s.Letter, None] = {}
        waiting = [node]
        while waiting:
            for part in s.walk(waiting.pop()):
                if isinstance(part, s.Letter) and part not in seen:
                    seen[part] = None
                    waiting += [found[part] for found in (self.definitions, self.abbreviations)
                                if part in found]
        return [letter.key for letter in seen]

    def _call(self, node: s.Call) -> Reading:
        arguments = [self.compile(argument) for argument in node.arguments]
        definition = self.definitions.get(node.function)
        if definition and definition.parameters and node.function not in self.given:
            call = self.applied(definition)
            return lambda env: call(env, [argument(env) for argument in arguments])
        function = self.compile(node.function)
        return lambda env: function(env)(*[argument(env) for argument in arguments])

    def _index(self, node: s.Index) -> Reading:
        base, index = self.compile(node.base), self.compile(node.index)

        def reading(env: Env) -> Value:
            vector, place = base(env), index(env)
            if not isinstance(vector, Vector):
                raise EvaluationError(f"{describe(vector)} has no components")
            if not isinstance(place, int) or not 1 <= place <= len(vector):
                raise EvaluationError(f"component {place} of {describe(vector)}")
            return vector.items[place - 1]

        return reading

    def _vector(self, node: s.Vector) -> Reading:
        parts = [(isinstance(item, s.Run), self.compile(item)) for item in node.items]

        def reading(env: Env) -> Value:
            items: list[Value] = []
            for is_run, part in parts:
                items.extend(part(env)) if is_run else items.append(part(env))
            return Vector(items)

        return reading

    def _run(self, node: s.Run) -> Reading:
        if node.last is None:
            raise EvaluationError("an ellipsis without an end", node.span)
        domain = self.compile_set(s.IntegerRange(node.first, node.last, span=node.span))
        body, letter = self.compile(node.body), node.letter.key

        def reading(env: Env) -> Value:
            return [body({**env, letter: item}) for item in self.members(domain(env))]

        return reading

    # -------------------------------------------------------------- sums and what they range over

    def members(self, domain: d.Domain) -> list[Value]:
        found = domain.members()
        if found is None:
            raise EvaluationError("infinitely many terms")
        if len(found) > MAX_TERMS:
            raise EvaluationError(f"{len(found)} terms; at most {MAX_TERMS}")
        self.spend(len(found))
        return found

    def _fold(self, node: s.Fold) -> Reading:
        domain, body = self.compile_set(node.domain), self.compile(node.body)
        letter, name, apply = node.letter.key, node.name, self.arithmetic.apply

        def reading(env: Env) -> Value:
            inner = dict(env)
            items = []
            for item in self.members(domain(env)):
                inner[letter] = item
                items.append(body(inner))
            if name in ("max", "min"):
                if not items:
                    raise EvaluationError(f"the {name} of nothing")
                for item in items:
                    _scalar(item, f"an item of the {name}")
                return apply(name, Vector(items))
            if not items:
                return 0 if name == "sum" else 1
            total = items[0]
            for item in items[1:]:
                total = total + item if name == "sum" else total * item
            return total

        return reading

    def _expectation(self, node: s.Expectation) -> Reading:
        density, body = self.compile(node.density), self.compile(node.body)
        rest, letter = [self.compile(item) for item in node.rest], node.letter.key
        definition, name = self.definitions.get(node.density), node.density.name
        if definition is None:
            raise EvaluationError(f"{node.density.name} has no definition to sum over", node.span)
        outcomes = self.compile_set(definition.parameters[0].domain)

        def reading(env: Env) -> Value:
            others = [item(env) for item in rest]
            density_here, inner, total, mass = density(env), dict(env), None, 0
            for item in self.members(outcomes(env)):
                inner[letter] = item
                weight = density_here(item, *others)
                if d.compare("<", weight, 0):
                    raise EvaluationError(f"an expectation under {name}, which is negative")
                part = weight * body(inner)
                total = part if total is None else total + part
                mass = mass + weight
            if total is None:
                raise EvaluationError("an expectation over no outcome")
            # In floats no sum is exactly one.
            if not isinstance(mass, float | complex) and d.compare("=", mass, 1) is False:
                raise EvaluationError(f"an expectation under {name}, which does not sum to one")
            return total

        return reading

    def _integral(self, node: s.Integral) -> Reading:
        lower, upper, body = map(self.compile, (node.lower, node.upper, node.body))
        letter, integrate = node.letter.key, self.arithmetic.integrate

        def reading(env: Env) -> Value:
            return integrate(lambda x: body({**env, letter: x}), lower(env), upper(env))

        return reading

    def _infinity(self, node: s.Infinity) -> Reading:
        value = float("-inf") if node.negative else float("inf")
        return lambda env: value

    # --------------------------------------------------------------------- derivatives

    def _partial(self, node: s.Partial) -> Reading:
        body, letter = self.compile(node.body), node.letter.key
        if node.letter in self.abbreviations or node.letter in self.definitions:
            message = f"a derivative by {node.letter.name}, which is not free"
            raise EvaluationError(message, node.span)
        index = self.compile(node.index) if node.index is not None else None

        def reading(env: Env) -> Value:
            value = env[letter]
            if index is None:
                if isinstance(value, Vector):
                    raise EvaluationError(f"a derivative by {describe(value)}: name a component")
                return self.arithmetic.slope(lambda x: body({**env, letter: x}), value)
            return self.component_slope(lambda v: body({**env, letter: v}), value, index(env))

        return reading

    def component_slope(self, function: Callable[[Value], Value], at: Value, index: Value) -> Value:
        if type(at) is not Vector:
            raise EvaluationError(f"a partial derivative by a component of {describe(at)}")
        if not isinstance(index, int) or not 1 <= index <= len(at):
            raise EvaluationError(f"a derivative by component {index} of {describe(at)}")
        before, after = at.items[: index - 1], at.items[index:]
        return self.arithmetic.slope(lambda x: function(Vector((*before, x, *after))),
                                     at.items[index - 1])

    def _gradient(self, node: s.Gradient) -> Reading:
        function, argument = self.compile(node.function), self.compile(node.argument)

        def reading(env: Env) -> Value:
            call, at = function(env), argument(env)
            if type(at) is not Vector:
                raise EvaluationError(f"the gradient at {describe(at)}")
            return Vector([self.component_slope(call, at, i + 1) for i in range(len(at))])

        return reading

    # ---------------------------------------------------------------------------- sets

    def compile_set(self, node: s.Node) -> Callable[[Env], d.Domain]:
        if isinstance(node, s.Letter):
            return self.compile_set(self.definitions[node].body)
        if isinstance(node, s.Reals):
            line = d.RealLine(node.relation)
            return lambda env: line
        if isinstance(node, s.Functions):
            source, target = self.compile_set(node.domain), self.compile_set(node.codomain)
            return lambda env: d.FunctionSpace(source(env), target(env))
        if isinstance(node, s.IntegerRange):
            first = self.compile(node.first)
            last = self.compile(node.last) if node.last is not None else None
            return lambda env: d.Integers(
                _integer(first(env)), None if last is None else _integer(last(env))
            )
        if isinstance(node, s.SetPower):
            base, exponent = self.compile_set(node.base), self.compile(node.exponent)
            return lambda env: d.Vectors(base(env), _size(exponent(env)))
        if isinstance(node, s.Simplex):
            dimension = self.compile(node.dimension)
            return lambda env: d.OpenSimplex(_size(dimension(env)) + 1)
        if isinstance(node, s.OneHot):
            size = self.compile(node.size)
            return lambda env: d.OneHotVectors(_size(size(env)))
        raise EvaluationError(f"{type(node).__name__} is not a set", node.span)


_MAY_FAIL = (s.Power, s.Apply, s.Call, s.Index, s.Fold, s.Partial, s.Gradient, s.Expectation,
             s.Integral, s.Binary, s.Transpose, s.Vector)


def _scalar(value: Value, what: str) -> Value:
    if isinstance(value, Vector) or callable(value):
        raise EvaluationError(f"{what} is {describe(value)}")
    return value


def _integer(value: Value) -> int:
    if not isinstance(value, int):
        raise EvaluationError(f"a bound that is not an integer: {value}")
    return value


def _size(value: Value) -> int:
    size = _integer(value)
    if not 0 <= size <= MAX_TERMS:
        raise EvaluationError(f"a dimension of {size}; from 0 to {MAX_TERMS}")
    return size
