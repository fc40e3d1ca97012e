"""The stream of tokens that a display is read from, and how reading fails."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from execmath.language import ast as s
from execmath.language.symbols import Scope
from execmath.language.tokens import GREEK, LatexError, Token, tokenize
from execmath.language.vocabulary import RELATIONS, STARTING
from execmath.runtime.limits import MAX_DEPTH


class Reader:
    """One display, read from left to right; `scope` says what each letter is."""

    def __init__(self, tex: str, scope: Scope) -> None:
        self.tex = tex
        self.scope = scope
        self.tokens = tokenize(tex)
        self.place = 0
        self.depth = 0
        self.bars = 0  # how many |...| are open, as the bar that closes looks like one that opens
        self.dimension = False  # in the exponent of a set, where m \times n is no product

    # ------------------------------------------------------------- the token stream

    @property
    def token(self) -> Token:
        return self.tokens[self.place]

    def ahead(self, count: int = 1) -> Token:
        return self.tokens[min(self.place + count, len(self.tokens) - 1)]

    def at(self, *texts: str) -> bool:
        token = self.tokens[self.place]
        return token.text in texts and token.kind != "text"

    def take(self, *texts: str) -> Token | None:
        token = self.tokens[self.place]
        if token.text not in texts or token.kind == "text":
            return None
        self.place += 1
        return token

    def expect(self, text: str, where: str) -> Token:
        token = self.take(text)
        if token is None:
            self.fail(f"expected {text!r} {where}, found {str(self.token)!r}")
        return token

    def fail(self, message: str, span: s.Span | None = None) -> NoReturn:
        raise LatexError(message, span or self.token.span)

    def since(self, start: int) -> s.Span:
        """From the token at `start` to the one read last."""
        return self.tokens[start].span[0], self.tokens[max(start, self.place - 1)].span[1]

    def source(self, span: s.Span) -> str:
        return self.tex[span[0] : span[1]].strip()

    def two_readings(self, start: int, first: str, second: str) -> NoReturn:
        message = f"two readings: {first}, or {second}; brackets would decide"
        self.fail(message, self.since(start))

    def go_deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(f"nested more than {MAX_DEPTH} deep")

    @contextmanager
    def local(self) -> Iterator[None]:
        """Letters bound inside are forgotten behind."""
        outer, self.scope = self.scope, self.scope.inner()
        try:
            yield
        finally:
            self.scope = outer

    # ------------------------------------- what the parts of the grammar need of each other

    @abstractmethod
    def expression(self) -> s.Node: ...

    @abstractmethod
    def term(self) -> s.Node: ...

    @abstractmethod
    def factor(self) -> s.Node: ...

    @abstractmethod
    def primary(self) -> s.Node: ...

    @abstractmethod
    def letter(self) -> s.Node: ...

    @abstractmethod
    def postfix(self, node: s.Node, start: int) -> s.Node: ...

    @abstractmethod
    def bracket(self) -> s.Node: ...

    @abstractmethod
    def items(self, stop: tuple[str, ...]) -> tuple[list[s.Node], bool]: ...

    @abstractmethod
    def arguments(self) -> tuple[s.Node, ...]: ...

    @abstractmethod
    def indices(self) -> list[s.Node]: ...

    @abstractmethod
    def set(self) -> s.Node: ...

    @abstractmethod
    def simple_set(self) -> s.Node: ...

    @abstractmethod
    def at_set(self) -> bool: ...

    @abstractmethod
    def limit(self) -> s.Node: ...

    @abstractmethod
    def take_braced(self, text: str) -> bool: ...

    @abstractmethod
    def at_derivative(self) -> bool: ...

    def group(self, what: str) -> s.Node:
        """{...}, or the single token that TeX would take."""
        if self.take("{"):
            inner = self.expression()
            self.expect("}", f"to close {what}")
            return inner
        return self.single()

    def single(self) -> s.Node:
        """What TeX takes as an argument without braces: one letter, or one digit."""
        start = self.place
        if self.token.kind == "number" and len(self.token.text) > 1:
            self.fail(f"TeX takes only the first digit of {self.token.text}; write {{...}}")
        node = self.primary()
        if self.place != start + 1:
            self.fail(f"TeX takes only {self.tokens[start].text} here; write {{...}}",
                      self.since(start))
        return node

    def starts_factor(self) -> bool:
        token = self.token
        if self.is_letter(token) or token.kind == "number":
            return True
        if token.text == "|":
            return self.bars == 0
        return token.text in STARTING

    @staticmethod
    def is_letter(token: Token) -> bool:
        return token.kind in ("letter", "name") or token.text in GREEK

    def read_name(self) -> str:
        """A letter with the subscript that belongs to its name, as TeX without spaces."""
        name = self.token.text
        self.place += 1
        if self.at("_"):
            braced = self.ahead().text == "{" and self.ahead(3).text == "}"
            word = self.ahead(2 if braced else 1)
            if word.kind == "number" and len(word.text) > 1 and not braced:
                self.fail(f"TeX takes only the first digit of {word.text}; write {{...}}",
                          word.span)
            if self.is_letter(word) or word.kind == "number" or (braced and word.kind == "text"):
                name += "_" + (rf"\text{{{word.text}}}" if word.kind == "text" else word.text)
                self.place += 4 if braced else 2
        return name

    def fresh_name(self) -> str:
        """A name that is about to be bound."""
        token = self.token
        if not self.is_letter(token):
            self.fail(f"expected a letter, found {str(token)!r}")
        return self.read_name()

    def is_function(self, node: s.Node) -> bool:
        if not isinstance(node, s.Letter):
            return False
        meaning = self.scope[node.name]
        return meaning is not None and meaning.kind == "function"

    def condition_chain(self) -> tuple[s.Condition, ...]:
        r"""a \le b < c, each relation a condition."""
        start = self.place
        left, found = self.expression(), []
        while relation := self.take(*RELATIONS):
            right = self.expression()
            found.append(s.Condition(RELATIONS[relation.text], left, right, span=self.since(start)))
            left = right
        if not found:
            self.fail(f"expected a relation, found {str(self.token)!r}")
        return tuple(found)
