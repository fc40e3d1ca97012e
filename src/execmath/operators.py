"""LaTeX -> what reaches over what stands behind it: log, sums, integrals, derivatives, means."""

from __future__ import annotations

from execmath import syntax as s
from execmath.reader import CLOSING, FOLDS, FUNCTIONS, GREEK, OPERATORS, RELATIONS
from execmath.sets import Sets


class Operators(Sets):
    def named_function(self) -> s.Node:
        r"""\log(x), \log x, and \log \sum_i x_i, which reaches as far as its sum."""
        start = self.place
        name = FUNCTIONS[self.token.text]
        self.place += 1
        if self.at("^", "_"):
            self.fail(f"a {self.token.text} right behind {self.tokens[start].text} is not in the "
                      "grammar; put it behind the bracket that holds the argument")
        if self.at("(", "["):
            argument = self.bracket()
            if self.at("^", "_"):
                self.two_readings(start, "the power of the function", "of its argument")
            return s.Apply(name, argument, span=self.since(start))
        if not self.starts_factor():
            self.fail(f"expected the argument of {self.tokens[start].text}")
        reaches = self.token.text in OPERATORS or self.at_derivative()
        argument = self.factor()
        if not reaches and (self.starts_factor() or self.at("/", r"\cdot", r"\times")):
            text = self.source(self.since(start))
            self.two_readings(start, f"({text}) times what follows", f"{text} with it inside")
        return s.Apply(name, argument, span=self.since(start))

    def fold(self) -> s.Node:
        start = self.place
        name = FOLDS[self.token.text]
        self.place += 1
        with self.local():
            letter, domain = self.fold_domain()
            body = self.term()
        return s.Fold(name, letter, domain, body, span=self.since(start))

    def fold_domain(self) -> tuple[s.Letter, s.Node]:
        """_{j=1}^{k}, or _{x \\in X}; the letter is bound when its domain has been read."""
        self.expect("_", "below the sum")
        self.expect("{", "to open what stands below the sum")
        name = self.fresh_name()
        if self.take(r"\in"):
            domain = self.set()
            self.expect("}", "to close what stands below the sum")
        else:
            self.expect("=", "behind the index of summation")
            first = self.expression()
            self.expect("}", "to close what stands below the sum")
            self.expect("^", "with the upper bound")
            last = self.group("the upper bound")
            domain = s.IntegerRange(first, last)
        return self.scope.bind(name, "value", domain), domain

    def integral(self) -> s.Node:
        r"""\int_{a}^{b} body \, dx: the letter stands at the end, so it is looked for first."""
        start = self.place
        self.place += 1
        self.expect("_", "with the lower bound of the integral")
        lower = self.bound()
        self.expect("^", "with the upper bound of the integral")
        upper = self.bound()
        name = self.differential(start)
        with self.local():
            letter = self.scope.bind(name)
            body = self.term_before_differential()
        return s.Integral(letter, lower, upper, body, span=self.since(start))

    def bound(self) -> s.Node:
        braced = self.take("{")
        start = self.place
        sign = self.take("-", "+")
        if sign and not braced:
            self.fail("TeX takes only the sign here; write {...}", sign.span)
        if self.take(r"\infty"):
            node: s.Node = s.Infinity(bool(sign and sign.text == "-"), span=self.since(start))
        elif braced:
            self.place = start
            node = self.expression()
        else:
            node = self.single()
        if braced:
            self.expect("}", "to close the bound")
        return node

    def is_differential(self, place: int) -> bool:
        """`d`, alone or upright, with a letter behind it; a `d` with a meaning is that."""
        token, behind = self.tokens[place], self.tokens[min(place + 1, len(self.tokens) - 1)]
        if token.text == r"\operatorname{d}":
            return behind.kind == "letter" or behind.text in GREEK
        loose = token.text == "d" and self.scope["d"] is None
        return loose and (behind.kind == "letter" or behind.text in GREEK)

    def differential(self, start: int) -> str:
        """The letter of the differential that closes the integral, from a look ahead."""
        depth = 0
        for place in range(self.place, len(self.tokens)):
            token = self.tokens[place]
            depth += (token.text in ("(", "{", "[")) - (token.text in (")", "}", "]"))
            depth += token.text == r"\int"
            if depth < 0 or token.text in RELATIONS:
                break
            if self.is_differential(place):
                if depth == 0:
                    return self.tokens[place + 1].text
                depth -= 1
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
        return left if left is not None else s.Number("1")

    def at_derivative(self) -> bool:
        if self.at(r"\partial"):
            return self.ahead().text == "_"
        return self.at(r"\frac") and [self.ahead(i).text for i in (1, 2)] == ["{", r"\partial"]

    def derivative(self) -> s.Node:
        r"""\frac{\partial}{\partial \eta_i} body, or \partial_i f(\eta) in the one vector of f."""
        start = self.place
        if self.take(r"\partial"):
            self.fail(r"write \frac{\partial}{\partial \eta_i}, which names the letter")
        self.place += 3
        body: s.Node | None = None
        if not self.at("}"):
            body = self.term()
        self.expect("}", r"behind \partial")
        self.expect("{", "with what the derivative is by")
        self.expect(r"\partial", "with what the derivative is by")
        by = self.postfix(self.letter(), self.place)
        if self.at(r"\partial"):
            self.fail("a mixed derivative: write one derivative of another")
        self.expect("}", "to close the derivative")
        letter, index = (by.base, by.index) if isinstance(by, s.Index) else (by, None)
        if not isinstance(letter, s.Letter):
            self.fail("a derivative is by a letter, or by one component of it", by.span)
        if body is None:
            body = self.term()
        return s.Partial(letter, index, body, span=self.since(start))

    def gradient(self) -> s.Node:
        start = self.place
        self.place += 1
        if self.at("^"):
            self.fail(r"\nabla^2 is not in the grammar yet")
        function = self.letter()
        if not self.is_function(function) or not self.at("(", "["):
            self.fail(r"\nabla stands before a function and its argument, as in \nabla A(\eta)",
                      self.since(start))
        assert isinstance(function, s.Letter)
        arguments = self.arguments()
        if len(arguments) != 1:
            self.fail(r"\nabla of a function of one vector only", self.since(start))
        return s.Gradient(function, arguments[0], span=self.since(start))

    def expectation(self) -> s.Node:
        r"""\mathbb{E}_{x \sim p(\cdot; \eta)}[body]."""
        start = self.place
        self.place += 1
        self.expect("_", r"as in \mathbb{E}_{x \sim p}[x]")
        self.expect("{", r"as in \mathbb{E}_{x \sim p}[x]")
        name = self.fresh_name()
        self.expect(r"\sim", "behind the random letter")
        density = self.letter()
        if not self.is_function(density):
            self.fail("an expectation is under a density, a function", density.span)
        rest: tuple[s.Node, ...] = ()
        if self.take("("):
            self.expect(r"\cdot", "in the place of the random letter")
            if self.take(";", ","):
                rest = tuple(self.items(stop=(")",))[0])
            self.expect(")", "to close the arguments of the density")
        self.expect("}", "to close what stands below the expectation")
        assert isinstance(density, s.Letter)
        with self.local():
            letter = self.scope.bind(name)
            if not self.at("[", "("):
                self.fail("an expectation is of something in brackets")
            body = self.bracket()
        return s.Expectation(letter, density, rest, body, span=self.since(start))

    def extreme_of_list(self) -> s.Node:
        start = self.place
        name = FOLDS[self.token.text]
        if name in ("sum", "product"):
            self.fail(f"{self.token.text} without an index")
        self.place += 1
        opening = self.take("(", r"\{")
        assert opening is not None
        items, _ = self.items(stop=(CLOSING[opening.text],))
        self.expect(CLOSING[opening.text], "to close the list")
        return s.Apply(name, s.Vector(tuple(items)), span=self.since(start))
