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

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.token_stream import TokenStream
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


class Parser:
    """Reads one display; `scope` says what each letter is."""

    def __init__(self, stream: TokenStream, scope: Scope, grammar: Grammar) -> None:
        self.stream = stream
        self.scope = scope
        self.grammar = grammar
        self.in_dimension = False  # in the exponent of a set, where m \times n is no product

    # -------------------------------------------------------------------- sums, terms, factors

    def expression(self) -> s.Node:
        stream = self.stream
        with stream.deeper():
            start = stream.place
            negative = stream.take("-") is not None
            left = self.term()
            if negative:
                left = s.Negative(left, span=stream.since(start))
            while operator := stream.take("+", "-"):
                right = self.term()
                left = s.Binary(operator.text, left, right, span=stream.since(start))
            return left

    def term(self) -> s.Node:
        """Factors; a sum, a derivative or an unbracketed function reaches to the end of it."""
        stream, start = self.stream, self.stream.place
        left = self.factor()
        divided = False
        while True:
            if stream.take("/"):
                if divided:
                    stream.two_readings(start, "(a / b) / c", "a / (b / c)")
                right, divided = self.factor(), True
                left = s.Binary("/", left, right, span=stream.since(start))
            elif stream.take(r"\cdot") or self.take_times() or self.starts_product():
                if divided:
                    stream.two_readings(start, "(a / b) c", "a / (b c)")
                right = self.factor()
                left = s.Binary("*", left, right, span=stream.since(start))
            else:
                return left

    def take_times(self) -> bool:
        return not self.in_dimension and self.stream.take(r"\times") is not None

    def starts_product(self) -> bool:
        """Does a factor stand right behind another? What looks like no product is none."""
        stream = self.stream
        if not self.starts_factor():
            return False
        if stream.token.after_wide_space:
            stream.fail(codes.NOT_A_PRODUCT, r"a product across a wide space; write \cdot, or a "
                        "comma between statements")
        place = stream.place
        while stream.tokens[place].text == "{":
            place += 1
        first = stream.tokens[place]
        if first.kind == Kind.NUMBER:
            stream.fail(codes.NOT_A_PRODUCT, "a number right behind a factor; write \\cdot before "
                        f"{first.text}", first.span)
        return True

    def starts_factor(self) -> bool:
        token = self.stream.token
        if token.is_letter or token.kind == Kind.NUMBER:
            return True
        if token.text == "|":
            return self.stream.bars == 0
        return token.text in STARTING

    def factor(self) -> s.Node:
        start = self.stream.place
        with self.stream.deeper():
            attempt = self.grammar.factors.get(self.stream.token.text)
            node = attempt(self) if attempt is not None else None
            return node if node is not None else self.postfix(self.primary(), start)

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
        if self.stream.take("{"):
            inner = self.expression()
            self.stream.expect("}", f"to close {what}")
            return inner
        return self.single()

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

    def condition_chain(self) -> tuple[s.Condition, ...]:
        r"""a \le b < c, each relation a condition."""
        stream, start = self.stream, self.stream.place
        left = self.expression()
        conditions: list[s.Condition] = []
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




def not_in_grammar(token: Token) -> tuple[Code, str]:
    if token.kind == Kind.END or token.text in (")", "]", "}", r"\}", "=", ",", "&", r"\\"):
        return codes.EXPECTED, f"expected an expression, found {str(token)!r}"
    if token.text == r"\ldots":
        return codes.ELLIPSIS, (r"\ldots stands between the items of a vector only, as in "
                                r"(x_1, \ldots, x_k)")
    return codes.NOT_IN_GRAMMAR, f"{token.text} is not in the grammar"
