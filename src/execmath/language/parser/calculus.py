r"""LaTeX -> derivatives in all their notations, values at a point, and integrals."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language.parser.token_stream import Reader
from execmath.language.vocabulary import CLOSING, RELATIONS

Variable = tuple[s.Letter, s.Node | None, s.Node]  # letter, component, how many times
ONE = s.Number("1")
OPENING, ENDING = frozenset({"{", *CLOSING}), frozenset({"}", *CLOSING.values()})


class Calculus(Reader):
    # -------------------------------------------------------------------- derivatives by a letter

    def is_sign(self, place: int) -> bool:
        r"""\partial, an upright d, or an italic one that has no other meaning."""
        text = self.tokens[min(place, len(self.tokens) - 1)].text
        return text == r"\partial" or (text in ("d", r"\operatorname{d}")
                                       and self.scope[text] is None)

    def at_derivative(self) -> bool:
        if self.at(r"\partial"):
            return True
        if not (self.at(r"\frac") and self.ahead().text == "{"):
            return False
        if not self.is_sign(self.place + 2):
            self.refuse_other_d()
            return False
        below = self.behind_group(self.place + 1)
        return self.tokens[below].text == "{" and self.is_sign(below + 1)

    def refuse_other_d(self) -> None:
        r"""\frac{d}{ds} where d is a number: a derivative or a quotient?"""
        start, below = self.place, self.behind_group(self.place + 1)
        above = [token.text for token in self.tokens[start + 2 : below - 1]]
        beneath = [token.text for token in self.tokens[below : below + 4]]
        closes = len(beneath) == 4 and beneath[3] in ("}", "^")
        if above[:1] == ["d"] and (above[1:2] in ([], ["^"])) and beneath[1:2] == ["d"] and closes:
            self.fail("two readings: a derivative, or a quotient with the d that is a number here; "
                      r"write \mathrm{d} for the derivative", self.token.span)

    def behind_group(self, place: int) -> int:
        """The place behind the group that opens at `place`."""
        depth = 0
        for index in range(place, len(self.tokens)):
            depth += (self.tokens[index].text == "{") - (self.tokens[index].text == "}")
            if depth == 0:
                return index + 1
        return len(self.tokens) - 1

    def derivative(self) -> s.Node:
        r"""\frac{\partial^2}{\partial \eta_i \partial \eta_j} body, \frac{d^n}{ds^n} body; the
        body may stand above the line too."""
        start = self.place
        if self.take(r"\partial"):
            self.fail(r"write \frac{\partial}{\partial \eta_i}, which names the letter")
        self.place += 3
        order = self.group("the order") if self.take("^") else ONE
        body = None if self.at("}") else self.term()
        self.expect("}", "to close what stands above the derivative")
        self.expect("{", "with what the derivative is by")
        variables = []
        while self.is_sign(self.place):
            self.place += 1
            variables.append(self.variable())
        self.expect("}", "to close the derivative")
        self.check_order(order, variables, start)
        if body is None:
            body = self.term()
        for letter, index, times in reversed(variables):
            body = s.Partial(letter, index, body, times, span=self.since(start))
        return body

    def variable(self) -> Variable:
        letter = self.letter()
        if not isinstance(letter, s.Letter):
            self.fail("a derivative is by a letter, or by one component of it", letter.span)
        index = self.indices() if self.take("_") else []
        if len(index) > 1:
            self.fail("a derivative is by a letter, or by one component of it", index[1].span)
        times = self.group("the order") if self.take("^") else ONE
        return letter, index[0] if index else None, times

    def check_order(self, order: s.Node, variables: list[Variable], start: int) -> None:
        """The order above the line is the sum of those below."""
        below = [times for _, _, times in variables]
        numerals = [int(t.digits) for t in (order, *below) if isinstance(t, s.Number)]
        counted = len(numerals) == 1 + len(below) and numerals[0] == sum(numerals[1:])
        if not below or not (counted or below == [order]):
            self.fail("above and below the line the derivative has different orders",
                      self.since(start))

    # ----------------------------------------------------------- derivatives of a function

    def primed(self, token_name: str, start: int) -> s.Node:
        r"""f'(x), of a function that has no name f' of its own."""
        plain = token_name.rstrip("'")
        meaning = self.scope[plain]
        if meaning is None or meaning.kind != "function":
            self.fail(f"{token_name} has no meaning here: it was neither declared nor defined",
                      self.since(start))
        index = self.indices() if self.take("_") else []
        function = s.Letter(meaning.letter.name, meaning.letter.binding, span=self.since(start))
        order = s.Number(str(len(token_name) - len(plain)))
        result = self.derivative_of(function, order, start)
        for item in index:
            result = s.Index(result, item, span=self.since(start))
        return result

    def order_in_brackets(self) -> s.Node | None:
        r"""The (n) of f^{(n)}(x)."""
        if [self.token.text, self.ahead(1).text, self.ahead(2).text] != ["^", "{", "("]:
            return None
        self.place += 3
        order = self.expression()
        self.expect(")", "to close the order of the derivative")
        self.expect("}", "to close the order of the derivative")
        return order

    def derivative_of(self, function: s.Letter, order: s.Node, start: int) -> s.Node:
        if not self.at("(", "["):
            self.fail(f"the derivative of {function.name}; expected its argument in brackets")
        argument = self.one_argument("a derivative with primes", start)
        return s.Derivative(function, order, argument, span=self.since(start))

    def one_argument(self, what: str, start: int) -> s.Node:
        arguments = self.arguments()
        if len(arguments) != 1:
            self.fail(f"{what} is of a function of one argument", self.since(start))
        return arguments[0]

    def nabla(self) -> s.Node:
        r"""\nabla A(\eta), \nabla^2 A(\eta), and \nabla_\eta of what stands behind."""
        start = self.place
        self.place += 1
        second = self.second_order()
        if self.take("_"):
            letter = self.group("the letter of the gradient")
            if not isinstance(letter, s.Letter):
                self.fail(r"\nabla with an index is by a letter, as in \nabla_\eta", letter.span)
            second = second or self.second_order()
            body = self.term()
            return s.GradientBy(letter, 2 if second else 1, body, span=self.since(start))
        function = self.function_behind(r"\nabla", start)
        argument = self.one_argument(r"\nabla; \nabla_\eta names a letter and", start)
        kind = s.Hessian if second else s.Gradient
        return self.postfix(kind(function, argument, span=self.since(start)), start)

    def second_order(self) -> bool:
        if not self.take("^"):
            return False
        if self.group("the order") != s.Number("2"):
            self.fail(r"\nabla and \nabla^2 are in the grammar")
        return True

    def function_behind(self, sign: str, start: int) -> s.Letter:
        function = self.letter()
        if not isinstance(function, s.Letter) or not self.is_function(function) \
                or not self.at("(", "["):
            self.fail(rf"{sign} stands before a function and its argument, as in {sign} A(\eta); "
                      rf"\nabla_\eta stands before any expression", self.since(start))
        return function

    def jacobian(self) -> s.Node:
        start = self.place
        self.place += 1
        function = self.function_behind(r"\mathrm{D}", start)
        return s.Jacobian(function, self.one_argument(r"\mathrm{D}", start), span=self.since(start))

    def evaluated(self) -> s.Node:
        r"""\left. body \right|_{s = 0}: the letter stands at the end, so it is looked for first."""
        start = self.place
        self.place += 1
        bar = self.closing_bar(start)
        if [self.tokens[min(bar + i, len(self.tokens) - 1)].text for i in (1, 2)] != ["_", "{"]:
            self.fail(r"expected the point, as in \left. f(s) \right|_{s = 0}", self.since(start))
        name = self.tokens[bar + 3].text
        bars, self.bars = self.bars, 1
        with self.local():
            letter = self.scope.bind(name)
            body = self.expression()
        self.bars = bars
        if self.place != bar:
            self.fail(f"expected the bar that \\left. is closed by, found {str(self.token)!r}")
        self.place += 3
        if self.fresh_name() != name:
            self.fail("the letter at the bar has no index")
        self.expect("=", "behind the letter at the bar")
        value = self.expression()
        self.expect("}", "to close the point")
        return s.At(letter, value, body, span=self.since(start))

    def closing_bar(self, start: int) -> int:
        depth, opened = 0, 1
        for place in range(self.place, len(self.tokens)):
            text = self.tokens[place].text
            depth += (text in ("(", "{", "[")) - (text in (")", "}", "]"))
            opened += text == r"\left."
            if text == "|" and depth == 0 and self.tokens[place + 1].text == "_":
                opened -= 1
                if opened == 0:
                    return place
        self.fail(r"\left. is closed by \right|_{...}, with the point that is set in",
                  self.since(start))

    # --------------------------------------------------------------------------- integrals

    def integral(self) -> s.Node:
        r"""\int_{a}^{b} body \, dx or \int_X body \, dx: the letter stands at the end, so it is
        looked for first."""
        start = self.place
        self.place += 1
        self.expect("_", "with the lower bound of the integral, or its set")
        domain = self.set_below()
        if domain is None:
            lower = self.bound()
            self.expect("^", "with the upper bound of the integral")
            upper = self.bound()
        name = self.differential(start)
        with self.local():
            letter = self.scope.bind(name, "value", domain)
            body = self.term_before_differential()
        if domain is not None:
            return s.SetIntegral(letter, domain, body, span=self.since(start))
        return s.Integral(letter, lower, upper, body, span=self.since(start))

    def set_below(self) -> s.Node | None:
        start = self.place
        braced = self.take("{") is not None
        if braced and self.ahead().text == r"\in":
            self.place += 2
        if not self.at_set():
            self.place = start
            return None
        domain = self.set() if braced else self.simple_set()
        if braced:
            self.expect("}", "to close the set")
        return domain

    def bound(self) -> s.Node:
        braced = self.take("{")
        node = self.limit() if braced else self.bare_limit()
        if braced:
            self.expect("}", "to close the bound")
        return node

    def limit(self) -> s.Node:
        """An expression, or an infinity."""
        start = self.place
        sign = self.take("-", "+")
        if self.take(r"\infty"):
            return s.Infinity(bool(sign and sign.text == "-"), span=self.since(start))
        self.place = start
        return self.expression()

    def bare_limit(self) -> s.Node:
        if self.at("-", "+"):
            self.fail("TeX takes only the sign here; write {...}")
        token = self.take(r"\infty")
        return s.Infinity(span=token.span) if token else self.single()

    def is_differential(self, place: int) -> bool:
        """`d`, alone or upright, with a letter behind it; a `d` with a meaning is that."""
        token, behind = self.tokens[place], self.tokens[min(place + 1, len(self.tokens) - 1)]
        sign = token.text == r"\operatorname{d}" or (token.text == "d" and self.scope["d"] is None)
        return sign and self.is_letter(behind)

    def differential(self, start: int) -> str:
        """The letter of the differential that closes the integral, from a look ahead."""
        inside = within = 0  # brackets, and integrals, that began behind this one
        for place in range(self.place, len(self.tokens)):
            token = self.tokens[place].text
            inside += token in OPENING or token.startswith(r"\begin")
            inside -= token in ENDING or token.startswith(r"\end")
            within += token == r"\int"
            if inside < 0 or (inside == 0 and token in RELATIONS):
                break
            if self.is_differential(place):
                if inside == within == 0:
                    return self.tokens[place + 1].text
                within -= 1
        self.fail(r"an integral without its differential, as in \int_0^1 f(x) \, dx",
                  self.since(start))

    def term_before_differential(self) -> s.Node:
        left: s.Node | None = None
        start = self.place
        while not self.is_differential(self.place):
            if left is not None:
                self.take(r"\cdot")
            factor = self.factor()
            left = factor if left is None else s.Binary("*", left, factor, span=self.since(start))
            if self.at("+", "-", "/", "end"):
                self.fail("expected the differential; an integrand that is a sum needs brackets")
        self.place += 2
        return left if left is not None else ONE
