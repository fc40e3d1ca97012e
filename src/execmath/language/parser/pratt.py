"""The core of the parser: sums of terms, terms of factors, and tables that say the rest.

What a token begins is decided by a small function that a table holds (Pratt's parselets). Each
module of the grammar has such tables, and `grammar` joins them. What a name is (a number, a
vector, a function) comes from its declaration or definition, never from a guess; what has two
readings is refused with both of them; what is not in the grammar is refused with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple, NoReturn

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.names import UPRIGHT
from execmath.language.parser.columns import is_column
from execmath.language.parser.ellipsis import run_between
from execmath.language.parser.hints import hint
from execmath.language.parser.reach import CLOSED, Factor, Tail, occurs
from execmath.language.parser.token_stream import TokenStream
from execmath.language.parser.words import Words
from execmath.language.symbols import MeaningKind, Scope
from execmath.language.tokens import Kind, Token
from execmath.language.vocabulary import RELATIONS, STARTING
from execmath.runtime.codes import Code

Rule = Callable[["Parser"], s.Node]
Attempt = Callable[["Parser"], s.Node | None]  # None: the token stands for something else here
Suffix = Callable[["Parser", s.Node, int], s.Node]  # of the node that begins at a token


@dataclass(frozen=True)
class Grammar:
    """Token to function: what reads the thing that the token begins."""

    factors: Mapping[str, Attempt]  # what reaches over the term behind it, as a sum does
    primaries: Mapping[str, Rule]  # what is closed in itself
    names: Mapping[str, Attempt]  # words that everybody knows, where a page does not redefine them
    suffixes: Mapping[str, Suffix]
    sets: Mapping[str, Attempt]
    letter: Rule
    call: Suffix
    domain: Rule  # a set
    lower: Rule  # what stands below a binomial or a multinomial coefficient
    is_name: Callable[[Parser], bool]  # has what stands here, with its subscript, a meaning?


ALIKE = (r"\|", r"\Vert", r"\parallel")  # bars that close look like bars that open


class Remainder(NamedTuple):
    """What a remainder O(...) is bounded by, and where it stands."""

    bound: s.Node
    span: s.Span


class Parser:
    """Reads one display; `scope` says what each letter is."""

    def __init__(self, stream: TokenStream, scope: Scope, grammar: Grammar,
                 borrowed: set[s.Letter] | None = None) -> None:
        self.stream = stream
        self.scope = scope
        # Letters of the page that lent their set or their law, and stand nowhere in the tree.
        self.borrowed: set[s.Letter] = set() if borrowed is None else borrowed
        self.grammar = grammar
        self.separators: dict[str, tuple[str, ...]] = {}  # of declared functions, as first called
        self.between: dict[s.Node, tuple[str, ...]] = {}  # what sets the arguments of a call apart
        self.tail = CLOSED  # of the operator that was read last
        self.factors: tuple[Factor, ...] = ()  # of the term that was read last
        self.integrals = 0  # that are waiting for their differentials
        # O(...) that the claim around them has to take; None where no claim does.
        self.orders: list[Remainder] | None = None
        # The values of random letters by themselves, all of which a claim is for.
        self.outcomes: list[s.Hypothesis] = []
        self.called: s.Letter | None = None  # the function whose arguments are read
        self.in_dimension = False  # in the exponent of a set, where m \times n is no product

    def borrow(self, letter: s.Letter) -> None:
        """Note that a letter of the page is used, where no node says so."""
        if letter.binding:
            self.borrowed.add(letter)

    # -------------------------------------------------------------------- sums, terms, factors

    def expression(self) -> s.Node:
        stream, start = self.stream, self.stream.place
        stream.go_deeper()
        negative = stream.take("-", "+")
        left = self.term()
        tail = self.tail
        sign = "+" if negative is None else negative.text
        alike, before = [left], None  # the terms behind the last sign, and what is before them
        if sign == "-":
            left = s.Negative(left, span=stream.since(start))
        while operator := stream.take("+", "-"):
            behind = stream.place
            dots = self.dots(operator.text, sign if alike else "")
            right = self.term()
            self.refuse_bound_beyond(tail, right, start, behind)
            tail = self.tail
            if dots is not None:
                left = self.dotted(before, sign, run_between(alike, right, dots), start)
            if operator.text != sign or dots is not None:
                alike, before, sign = [], left, operator.text
            if dots is None:
                left = s.Binary(operator.text, left, right, span=stream.since(start))
                alike = [*alike, right]
        stream.come_back()
        return left

    def dots(self, operator: str, sign: str) -> s.Span | None:
        r"""Reads the \ldots + of a_1 + \ldots + a_n, where they stand."""
        dots = self.stream.take(r"\ldots")
        if dots is None:
            return None
        if operator != sign:
            self.stream.fail(codes.ELLIPSIS, "the dots stand between terms with the same sign, "
                             "the first and the last", dots.span)
        self.stream.expect(operator, "behind the dots")
        return dots.span

    def dotted(self, before: s.Node | None, sign: str, terms: list[s.Node],
               start: int) -> s.Node:
        """The sum of terms, one of which stands for those between its first and its last."""
        span, total = self.stream.since(start), before
        for term in terms:
            if isinstance(term, s.Run):
                if term.last is None:
                    self.stream.fail(codes.HOW_MANY, "how many terms? All are alike", span)
                through = s.IntegerRange(term.first, term.last)
                term = s.Fold("sum", term.letter, through, term.body, span=span)
            if total is not None:
                total = s.Binary(sign, total, term, span=span)
            else:
                total = s.Negative(term, span=span) if sign == "-" else term
        assert total is not None
        return total

    def refuse_bound_beyond(self, tail: Tail, right: s.Node, start: int, behind: int) -> None:
        r"""\sum_j x_j + y_j, where j has a meaning outside too: does the sum reach so far?"""
        for name in tail.names:
            if occurs(name, right):
                text = self.stream.source_between(start, behind - 1)
                self.stream.two_readings(start, f"{text} with what follows inside", f"({text}) and "
                                         f"what follows, with the {name} outside")

    def term(self) -> s.Node:
        """Factors; a sum, a derivative or an unbracketed function reaches to the end of it."""
        start = self.stream.place
        factors = [self.next_factor("")]
        left = factors[0].node
        while (operator := self.operator()) is not None:
            if any(factor.operator == "/" for factor in factors):
                both = ("(a / b) / c", "a / (b / c)") if operator == "/" \
                    else ("(a / b) c", "a / (b c)")
                self.stream.two_readings(start, *both)
            if dots := self.dots_between_factors(operator):
                factors, left = self.dotted_product(factors, operator, dots, start)
                continue
            factors.append(self.next_factor(operator))
            self.refuse_unclear(factors, start)
            left = self.times(left, operator, factors[-1].node, start)
        self.factors = (*factors, *self.tail.factors)
        return left

    def times(self, left: s.Node, operator: str, right: s.Node, start: int) -> s.Node:
        r"""Also x \cdot y of two columns, which is a number."""
        span = self.stream.since(start)
        if operator == r"\cdot" and is_column(self.scope, left) and is_column(self.scope, right):
            return s.Binary("*", s.Transpose(left, span=left.span), right, span=span)
        return s.Binary("/" if operator == "/" else "*", left, right, span=span)

    def dots_between_factors(self, operator: str) -> s.Span | None:
        r"""Reads the \ldots \cdot of a_1 \cdot \ldots \cdot a_n, or the dots of a_1 \cdots a_n."""
        stream = self.stream
        dots = stream.take(r"\ldots") if operator != "/" else None
        if dots is None:
            return None
        if operator:
            stream.expect(operator, "behind the dots")
        return dots.span

    def dotted_product(self, factors: list[Factor], operator: str, dots: s.Span,
                       start: int) -> tuple[list[Factor], s.Node]:
        """The factors, those that dots stand for as one, and their product."""
        last = self.next_factor(operator)
        nodes = run_between([factor.node for factor in factors], last.node, dots)
        run, span = nodes[-1], self.stream.since(start)
        assert isinstance(run, s.Run)
        if run.last is None:
            self.stream.fail(codes.HOW_MANY, "how many factors? All are alike", span)
        through = s.IntegerRange(run.first, run.last)
        node = s.Fold("product", run.letter, through, run.body, span=span)
        apart = factors[: len(nodes) - 1]
        if any(factor.operator == "/" for factor in factors):
            self.stream.two_readings(start, "(a / b) c", "a / (b c)")
        product = node if not apart else s.Binary("*", self.product_of(apart), node, span=span)
        return [*apart, last._replace(node=node)], product

    def product_of(self, factors: list[Factor]) -> s.Node:
        product = factors[0].node
        for factor in factors[1:]:
            product = s.Binary("*", product, factor.node, span=(factors[0].span[0], factor.span[1]))
        return product

    def operator(self) -> str | None:
        """What stands before the next factor, if there is one."""
        if self.stream.at(r"\ldots") and self.starts_factor(1):
            return ""
        if token := self.stream.take("/", r"\cdot"):
            return token.text
        if self.take_times():
            return r"\times"
        return "" if self.starts_product() else None

    def next_factor(self, operator: str) -> Factor:
        stream, start = self.stream, self.stream.place
        signed = operator in (r"\cdot", r"\times") and stream.take("-") is not None
        node = self.factor()
        if signed:
            node = s.Negative(node, span=stream.since(start))
        if operator == "/" and self.tail.loose:
            self.refuse_loose(start, "the quotient by all that follows",
                              "the quotient by a part of it, times the rest")
        return Factor(node, operator, stream.since(start), stream.tokens[start].text)

    def refuse_unclear(self, factors: list[Factor], start: int) -> None:
        """What has another look than that of a product, or than that of this one."""
        *_, before, last = factors
        if last.operator:
            return
        if isinstance(before.node, s.Number) and last.first == r"\frac" \
                and all(isinstance(side, s.Number) for side in s.children(last.node)):
            whole, part = self.source_of(before), self.source_of(last)
            self.stream.two_readings(start, rf"{whole} \cdot {part}", f"{whole} + {part}")
        if self.has_bars(last) and not self.has_bars(before) \
                and any(map(self.has_bars, factors[:-2])):
            self.stream.two_readings(start, "the bars around the first factor and the last",
                                     "the bars around what is between them")

    def has_bars(self, factor: Factor) -> bool:
        """Around it, of the kind that looks alike where it opens and where it closes."""
        return factor.first == "|" or self.source_of(factor).startswith(ALIKE)

    def source_of(self, factor: Factor) -> str:
        return self.stream.tex[slice(*factor.span)]

    def refuse_loose(self, start: int, *readings: str) -> NoReturn:
        """An operator whose end is not clear."""
        loose = self.tail.loose[0]
        what = self.stream.tex[self.stream.tokens[start].span[0] : loose.span[0]].strip()
        for sign in (r"\cdot", r"\times", "/"):
            what = what.removesuffix(sign).strip()
        inside = self.stream.source(start)
        first, second = readings or (f"{inside} with all of it inside",
                                     f"({what}) with {self.source_of(loose)} outside")
        self.stream.two_readings(start, first, second)

    def take_times(self) -> bool:
        return not self.in_dimension and self.stream.take(r"\times") is not None

    def starts_product(self) -> bool:
        """Does a factor stand right behind another? What looks like no product is none."""
        stream = self.stream
        if not self.starts_factor() or (self.integrals and self.at_differential(stream.place)):
            return False
        if stream.token.after_wide_space:
            stream.fail(codes.NOT_A_PRODUCT, r"a product across a wide space; write \cdot, or a "
                        "comma between statements")
        if is_upright(stream.token) and is_upright(stream.ahead(-1)):
            stream.fail(codes.NOT_A_PRODUCT, "two upright names side by side look like one; write "
                        r"\cdot between them")
        if stream.ahead(-1).text not in (")", "]"):
            self.refuse_number_behind()
        return True

    def refuse_number_behind(self) -> None:
        """2 x 3 and x {3}, whose digits look like a part of what stands before them."""
        stream, place = self.stream, self.stream.place
        while stream.tokens[place].text == "{":
            place += 1
        first = stream.tokens[place]
        if first.kind is Kind.NUMBER and not self.is_column(place):
            stream.fail(codes.NOT_A_PRODUCT, "a number right behind a factor; write \\cdot before "
                        f"{first.text}", first.span)

    def is_column(self, place: int) -> bool:
        """1_n or 0_n, which cannot be taken for the end of a numeral."""
        tokens = self.stream.tokens
        return tokens[place].text in ("0", "1") and tokens[place + 1].text == "_" \
            and tokens[place - 1].kind != Kind.NUMBER

    def at_differential(self, place: int) -> bool:
        """`d`, alone or upright, with a letter behind it; a `d` with a meaning is that."""
        tokens = self.stream.tokens
        token, behind = tokens[place], tokens[min(place + 1, len(tokens) - 1)]
        is_d = token.text == r"\operatorname{d}" or (token.text == "d" and self.scope["d"] is None)
        return is_d and behind.is_letter

    def starts_factor(self, ahead: int = 0) -> bool:
        token = self.stream.ahead(ahead)
        if token.is_letter or token.kind == Kind.NUMBER:
            return True
        if token.text == "|":
            return self.stream.bars == 0
        return token.text in STARTING

    def factor(self) -> s.Node:
        stream, start = self.stream, self.stream.place
        stream.go_deeper()
        if stream.token.kind is Kind.LETTER and stream.ahead().kind is Kind.LETTER:
            self.join_word()
        attempt = self.grammar.factors.get(stream.token.text)
        node = attempt(self) if attempt is not None else None
        if node is None:
            node = self.postfix(self.primary(), start)
            self.tail = CLOSED
        stream.come_back()
        return node

    def join_word(self) -> None:
        """Letters that make up a word, where they are no product."""
        grammar, stream = self.grammar, self.stream
        tables = (grammar.names, grammar.factors, grammar.primaries)
        words = Words(self.scope, lambda name: any(name in table for table in tables))
        if both := words.looks_like_both(stream.tokens, stream.place):
            stream.skip(len(both))
            stream.two_readings(stream.place - len(both), f"{both} of what is in the brackets",
                                f"the product of {', '.join(both)}")
        if (word := words.at(stream.tokens, stream.place)) is not None:
            token, length = word
            stream.exchange(stream.place, length, token)

    def primary(self) -> s.Node:
        stream, token = self.stream, self.stream.token
        if token.kind == Kind.NUMBER:
            stream.skip()
            return s.Number(token.text, span=token.span)
        if token.is_letter:
            return self.known_name() or self.grammar.letter(self)
        rule = self.grammar.primaries.get(token.text)
        if rule is None or token.kind == Kind.TEXT:
            stream.fail(*not_in_grammar(token))
        return rule(self)

    def known_name(self) -> s.Node | None:
        """What everybody knows by its name, where the page gives the name no other meaning."""
        name = self.stream.token.text
        if self.scope[name] is not None or name not in self.grammar.names:
            return None
        if self.stream.ahead().text == "_" and self.grammar.is_name(self):
            return None
        return self.grammar.names[name](self)

    def postfix(self, node: s.Node, start: int) -> s.Node:
        """A factor with its indices, powers and arguments."""
        stream = self.stream
        while True:
            if self.is_function(node):
                node = self.grammar.call(self, node, start)
                continue
            suffix = self.grammar.suffixes.get(stream.token.text)
            if suffix is None or stream.token.kind == Kind.TEXT:
                return node
            stream.skip()
            node = suffix(self, node, start)

    # ----------------------------------------------------------------- what TeX takes as one

    def group(self, what: str) -> s.Node:
        """{...}, or the single token that TeX would take."""
        return self.in_braces(what) if self.stream.at("{") else self.single()

    def exponent(self) -> s.Node:
        r"""As a group; TeX takes x^\frac{n}{2} as it looks: \frac makes a group of its own."""
        return self.primary() if self.stream.at(r"\frac") else self.group("the exponent")

    def in_braces(self, what: str) -> s.Node:
        r"""{...}, and {n \choose k}, which takes all that is in the braces."""
        stream, start = self.stream, self.stream.place
        stream.skip()
        inner = self.expression()
        lower = self.grammar.lower(self) if stream.take(r"\choose") else None
        stream.expect("}", f"to close {what}")
        return inner if lower is None else s.Binomial(inner, lower, span=stream.since(start))

    def single(self) -> s.Node:
        """What TeX takes as an argument without braces: one letter, or one digit."""
        stream, start = self.stream, self.stream.place
        token = stream.token
        if token.kind == Kind.NUMBER and len(token.text) > 1:
            stream.fail(codes.ONE_TOKEN,
                        f"TeX takes only the first digit of {token.text}; write {{...}}")
        node = self.primary()
        if stream.place != start + 1:
            stream.fail(codes.ONE_TOKEN, f"TeX takes only {token.text} here; write {{...}}",
                        stream.since(start))
        return node

    # ------------------------------------------------------------------------------- relations

    def condition_chain(self) -> tuple[s.Condition | s.Belonging, ...]:
        r"""a \le b < c, each relation a condition; or a \in X."""
        stream, start = self.stream, self.stream.place
        left = self.expression()
        conditions: list[s.Condition] = []
        if (sign := stream.take(r"\in", r"\notin")) is not None:
            domain = self.grammar.domain(self)
            return (s.Belonging(left, domain, sign.text == r"\notin", span=stream.since(start)),)
        while relation := stream.take(*RELATIONS):
            right = self.expression()
            conditions.append(s.Condition(RELATIONS[relation.text], left, right,
                                          span=stream.since(start)))
            left = right
        if not conditions:
            stream.fail(codes.EXPECTED, f"expected a relation, found {str(stream.token)!r}")
        return tuple(conditions)

    # ---------------------------------------------------------------------------------- letters

    @contextmanager
    def local(self) -> Iterator[None]:
        """Letters bound inside are forgotten behind."""
        outer, self.scope = self.scope, self.scope.inner()
        try:
            yield
        finally:
            self.scope = outer

    def is_function(self, node: s.Node) -> bool:
        if not isinstance(node, s.Letter):
            return False
        meaning = self.scope[node.name]
        return meaning is not None and meaning.kind == MeaningKind.FUNCTION




def is_upright(token: Token) -> bool:
    return token.kind is Kind.NAME and token.text.startswith(UPRIGHT)


def not_in_grammar(token: Token) -> tuple[Code, str]:
    if token.kind == Kind.END or token.text in (")", "]", "}", r"\}", "=", ",", "&", r"\\"):
        return codes.EXPECTED, f"expected an expression, found {str(token)!r}{hint(token)}"
    if token.text == r"\ldots":
        return codes.ELLIPSIS, (r"\ldots stands between the items of a vector or the terms of "
                                r"a sum, as in (x_1, \ldots, x_k)")
    return codes.NOT_IN_GRAMMAR, f"{token.text} is not in the grammar{hint(token)}"
