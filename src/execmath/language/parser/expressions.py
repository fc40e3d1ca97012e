r"""LaTeX -> the tree of an expression or a set, and errors that point at the place.

A recursive descent. What a name is (a number, a vector, a function) comes from its declaration
or definition, never from a guess; what has two readings is refused with both of them; what is
not in the grammar is refused with its place. Nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Callable

from execmath.language import ast as s
from execmath.language.parser.arrays import Arrays
from execmath.language.parser.calculus import Calculus
from execmath.language.parser.ellipsis import run_between
from execmath.language.parser.expectations import Expectations
from execmath.language.parser.operators import Operators
from execmath.language.parser.sets import Sets
from execmath.language.tokens import Token
from execmath.language.vocabulary import ARRAYS, CLOSING, FOLDS, FUNCTIONS, SEPARATORS

EULER = ("e", r"\operatorname{e}")
IDENTITY = ("I", r"\mathbf{I}")


class Parser(Operators, Calculus, Expectations, Arrays, Sets):
    def expression(self) -> s.Node:
        self.go_deeper()
        start = self.place
        negative = self.take("-") is not None
        left = self.term()
        if negative:
            left = s.Negative(left, span=self.since(start))
        while operator := self.take("+", "-"):
            right = self.term()
            left = s.Binary(operator.text, left, right, span=self.since(start))
        self.depth -= 1
        return left

    def term(self) -> s.Node:
        """Factors; a sum, a derivative or an unbracketed function reaches to the end of it."""
        start = self.place
        left = self.factor()
        divided = False
        while True:
            if self.take("/"):
                if divided:
                    self.two_readings(start, "(a / b) / c", "a / (b / c)")
                right, divided = self.factor(), True
                left = s.Binary("/", left, right, span=self.since(start))
            elif self.take(r"\cdot") or self.take_times() or self.starts_product():
                if divided:
                    self.two_readings(start, "(a / b) c", "a / (b c)")
                right = self.factor()
                left = s.Binary("*", left, right, span=self.since(start))
            else:
                return left

    def starts_product(self) -> bool:
        """Does a factor stand right behind another? What looks like no product is none."""
        if not self.starts_factor():
            return False
        if self.token.after_wide_space:
            self.fail(r"a product across a wide space; write \cdot, or a comma between statements")
        first = next(token for token in self.tokens[self.place :] if token.text != "{")
        if first.kind == "number":
            self.fail(rf"a number right behind a factor; write \cdot before {first.text}",
                      first.span)
        return True

    def take_times(self) -> bool:
        return not self.dimension and self.take(r"\times") is not None

    def factor(self) -> s.Node:
        self.go_deeper()
        node = self.factor_here()
        self.depth -= 1
        return node

    def factor_here(self) -> s.Node:
        token, start = self.token, self.place
        if token.text in FOLDS and self.ahead().text == "_":
            return self.fold()
        if token.text == r"\int":
            return self.integral()
        if token.text in FUNCTIONS and self.scope[token.text] is None:
            return self.named_function()
        if self.at_derivative():
            return self.derivative()
        if token.text == r"\nabla":
            return self.nabla()
        return self.postfix(self.primary(), start)

    def primary(self) -> s.Node:
        token, start = self.token, self.place
        if token.kind == "number":
            self.place += 1
            return s.Number(token.text, span=token.span)
        if self.is_letter(token):
            return self.known_name() or self.letter()
        if token.text in ("(", "["):
            return self.bracket()
        if token.text in ("|", r"\lVert", r"\langle"):
            return self.fence()
        if self.take("{"):
            inner = self.expression()
            self.expect("}", "to close the group")
            return inner
        if self.take(r"\frac"):
            above = self.group("the numerator")
            below = self.group("the denominator")
            return s.Binary("/", above, below, span=self.since(start))
        if self.take(r"\sqrt"):
            if self.at("["):
                self.fail("roots other than the square root are not in the grammar")
            return s.Apply("sqrt", self.group("the root"), span=self.since(start))
        if self.take(r"\binom"):
            upper, lower = self.group("the upper number"), self.group("the lower number")
            return s.Binomial(upper, lower, span=self.since(start))
        if token.text in FOLDS and self.ahead().text in ("(", r"\{"):
            return self.extreme_of_list()
        if token.text == r"\left.":
            return self.evaluated()
        if token.text in ARRAYS:
            return self.array()
        self.fail(self.not_in_grammar(token))

    def not_in_grammar(self, token: Token) -> str:
        if token.kind == "end" or token.text in (")", "]", "}", r"\}", "=", ",", "&", r"\\"):
            return f"expected an expression, found {str(token)!r}"
        if token.text in (r"\ldots",):
            return r"\ldots stands between the items of a vector only, as in (x_1, \ldots, x_k)"
        return f"{token.text} is not in the grammar"

    # ---------------------------------------------------------- letters, and what follows them

    def known_name(self) -> s.Node | None:
        """What everybody knows by its name, where the page gives the name no other meaning."""
        name, start = self.token.text, self.place
        if self.scope[name] is not None:
            return None
        if name == r"\mathbb{E}":
            return self.expectation()
        if name in (r"\operatorname{Var}", r"\operatorname{Cov}"):
            return self.covariance()
        if name == r"\operatorname{D}":
            return self.jacobian()
        if name in (r"\mathbb{1}", r"\mathbf{1}"):
            return self.indicator()
        if name in IDENTITY and self.ahead().text == "_" and self.subscripted_name() is None:
            self.place += 2
            return s.Identity(self.group("the size of the identity"), span=self.since(start))
        return None

    def letter(self) -> s.Node:
        token = self.token
        meaning = self.scope[token.text]
        # e_1 may be a component of e, or a name of its own; the scope knows.
        if self.ahead().text == "_":
            whole = self.subscripted_name()
            if whole is not None:
                return whole
        self.place += 1
        if meaning is None:
            if token.text in EULER:
                return self.euler(token)
            if token.text.endswith("'"):
                return self.primed(token.text, self.place - 1)
            if token.text == r"\pi":
                return s.Apply("pi", s.Number("1"), span=token.span)
            self.fail(f"{token.text} has no meaning here: it was neither declared nor defined",
                      token.span)
        if meaning.kind == "set":
            self.fail(f"{token.text} is a set, not a number", token.span)
        return s.Letter(meaning.letter.name, meaning.letter.binding, span=token.span)

    def subscripted_name(self) -> s.Letter | None:
        start = self.place
        name = self.read_name()
        meaning = self.scope[name] if name else None
        if meaning is None or "_" not in name:
            self.place = start
            return None
        return s.Letter(meaning.letter.name, meaning.letter.binding, span=self.since(start))

    def euler(self, token: Token) -> s.Node:
        if self.take("^"):
            start = self.place - 2
            return s.Apply("exp", self.group("the exponent"), span=self.since(start))
        return s.Apply("exp", s.Number("1"), span=token.span)

    def postfix(self, node: s.Node, start: int) -> s.Node:
        while True:
            if self.is_function(node):
                node = self.call(node, start)
            elif self.take("_"):
                for index in self.indices():
                    node = s.Index(node, index, span=self.since(start))
            elif self.take("^"):
                node = self.superscript(node, start)
            elif self.take("!"):
                if isinstance(node, s.Power):
                    self.two_readings(start, "the factorial of the power", "of its exponent")
                node = s.Apply("factorial", node, span=self.since(start))
            else:
                return node

    def indices(self) -> list[s.Node]:
        if not self.take("{"):
            return [self.group("the subscript")]
        start = self.place
        found = [self.expression()]
        while self.take(","):
            found.append(self.expression())
        self.expect("}", "to close the subscript")
        letters = [self.is_letter(token) for token in self.tokens[start : self.place - 1]]
        if len(letters) == 2 and all(letters) and isinstance(found[0], s.Binary):
            first, second = (str(token) for token in self.tokens[start : self.place - 1])
            self.two_readings(start - 1, f"the entry {{{first}, {second}}} of a matrix",
                              f"the component {first} times {second}")
        return found

    def superscript(self, node: s.Node, start: int) -> s.Node:
        if self.take_braced(r"\top") or self.take(r"\top"):
            return s.Transpose(node, span=self.since(start))
        if self.at("T") and self.scope["T"] is None:
            self.place += 1
            return s.Transpose(node, span=self.since(start))
        exponent = self.group("the exponent")
        if self.at("^"):
            self.two_readings(start, "(a^b)^c", "a^(b^c)")
        return s.Power(node, exponent, span=self.since(start))

    def take_braced(self, text: str) -> bool:
        if self.at("{") and self.ahead().text == text and self.ahead(2).text == "}":
            self.place += 3
            return True
        return False

    def call(self, node: s.Node, start: int) -> s.Node:
        r"""f(x), f(x; \theta), f(\eta_1, \ldots, \eta_k), f^{(n)}(x), and f_i(x) for the component
        of f(x)."""
        assert isinstance(node, s.Letter)
        index = self.indices() if self.take("_") else []
        order = self.order_in_brackets()
        if not self.at("(", "["):
            self.fail(f"{node.name} is a function; expected its argument in brackets")
        if order is None:
            result: s.Node = s.Call(node, self.arguments(), span=self.since(start))
        else:
            result = self.derivative_of(node, order, start)
        for item in index:
            result = s.Index(result, item, span=self.since(start))
        return result

    def arguments(self) -> tuple[s.Node, ...]:
        """Arguments in brackets; a list with an ellipsis is one vector."""
        start = self.place
        opening = self.take("(", "[")
        assert opening is not None
        bars, self.bars = self.bars, 0
        groups: list[s.Node] = []
        while True:
            listed, elliptic = self.items(stop=(CLOSING[opening.text], *SEPARATORS[1:]),
                                          item=self.argument)
            if elliptic:
                groups.append(s.Vector(tuple(listed), span=self.since(start)))
            else:
                groups.extend(listed)
            if not self.take(*SEPARATORS):
                break
        self.bars = bars
        self.expect(CLOSING[opening.text], "to close the arguments")
        return tuple(groups)

    def argument(self) -> s.Node:
        """An expression, the dot of a place left open, or a function as such."""
        token, behind = self.token, self.ahead().text
        if behind in (*SEPARATORS, ")", "]"):
            if self.take(r"\cdot"):
                return s.Hole(span=token.span)
            if self.is_letter(token) and (meaning := self.scope[token.text]) is not None:
                self.place += 1
                if meaning.kind == "function":
                    return s.Letter(meaning.letter.name, meaning.letter.binding, span=token.span)
                self.place -= 1
        return self.expression()

    # ------------------------------------------------------------------- brackets and lists

    def bracket(self) -> s.Node:
        start = self.place
        opening = self.take("(", "[")
        assert opening is not None
        bars, self.bars = self.bars, 0
        items, elliptic = self.items(stop=(CLOSING[opening.text],))
        self.bars = bars
        self.expect(CLOSING[opening.text], f"to close {opening.text!r}")
        if len(items) == 1 and not elliptic:
            return items[0]
        return s.Vector(tuple(items), span=self.since(start))

    def items(self, stop: tuple[str, ...],
              item: Callable[[], s.Node] | None = None) -> tuple[list[s.Node], bool]:
        r"""Expressions between commas; `a, \ldots, b` becomes a run."""
        item = item or self.expression
        found = [item()]
        elliptic = False
        while self.take(","):
            dots = self.take(r"\ldots")
            if dots is None:
                found.append(item())
                continue
            elliptic = True
            if self.at(*stop):
                self.fail("an ellipsis needs a last item", dots.span)
            self.expect(",", "behind the ellipsis")
            found = run_between(found, self.expression(), dots.span)
        return found, elliptic

    def fence(self) -> s.Node:
        start = self.place
        opening = self.token.text
        self.place += 1
        self.bars += opening == "|"
        inner = self.expression()
        if opening == r"\langle":
            self.expect(",", r"between the two vectors of \langle ., . \rangle")
            right = self.expression()
            self.expect(r"\rangle", "to close the inner product")
            return s.Binary("*", s.Transpose(inner), right, span=self.since(start))
        self.expect(CLOSING[opening], f"to close {opening!r}")
        self.bars -= opening == "|"
        name = "abs" if opening == "|" else self.which_norm()
        return s.Apply(name, inner, span=self.since(start))

    def which_norm(self) -> str:
        if not self.take("_"):
            return "norm"
        braced = self.take("{")
        token = self.take("1", "2", r"\infty")
        if token is None or (braced and not self.take("}")):
            self.fail(r"the norms in the grammar are \lVert v \rVert, and with index 1, 2, \infty")
        return {"1": "norm1", "2": "norm"}.get(token.text, "maxnorm")
