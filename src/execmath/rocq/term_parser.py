"""The prover's language of terms, as far as statements are written in it: text -> a tree.

This reads what `statements` wrote, and shares nothing with it: so that what the prover is given can
be executed as well, a wrong word or a lost bracket included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from execmath.rocq.codes import NOT_EXECUTED
from execmath.runtime.codes import ExecmathError

TOKEN = re.compile(r"""\s*(?:(?P<number>\d+)|(?P<word>[A-Za-z_][\w']*)
    |(?P<sign>%nat|=>|->|/\\|<=\?|=\?|<=|<>|>=|:=|\[\]|[()<>=+*/^:,.-]))""", re.VERBOSE)
COMMENT = re.compile(r"\(\*.*?\*\)", re.DOTALL)
# How strongly an operator holds, as in the prover's grammar: the smaller the level, the tighter.
POWER, MINUS, PRODUCT, SUM, RELATION, AND, ARROW, ALL = 30, 35, 40, 50, 70, 80, 99, 200
RIGHT = {"^": POWER, "/\\": AND, "->": ARROW}
LEFT = {"*": PRODUCT, "/": PRODUCT, "+": SUM, "-": SUM}
RELATIONS = frozenset({"=", "<>", "<", "<=", ">", ">=", "=?", "<=?"})


class NotRead(ExecmathError):
    """The text is not in the part of the language that is read here."""

    def __init__(self, message: str) -> None:
        super().__init__(NOT_EXECUTED, message)


@dataclass(frozen=True)
class Word:
    name: str


@dataclass(frozen=True)
class Numeral:
    value: int


@dataclass(frozen=True)
class EmptyList:
    pass


@dataclass(frozen=True)
class Application:
    """What is applied is itself no application: `f x y` is one of `f` to two arguments."""

    function: Term
    arguments: tuple[Term, ...]


@dataclass(frozen=True)
class Operation:
    """`operator` between two operands, or before one; `a <= b <= c` is a conjunction."""

    operator: str
    operands: tuple[Term, ...]


@dataclass(frozen=True)
class Function:
    """`fun name => body`"""

    name: str
    body: Term


@dataclass(frozen=True)
class ForAll:
    name: str
    type: Term | None
    body: Term


@dataclass(frozen=True)
class Choice:
    """`if condition then first else second`"""

    condition: Term
    first: Term
    second: Term


@dataclass(frozen=True)
class InNaturals:
    """`(term)%nat`"""

    term: Term


Term = (Word | Numeral | EmptyList | Application | Operation | Function | ForAll | Choice
        | InNaturals)


@dataclass(frozen=True)
class Defined:
    """`Definition name (parameter : type) ... : type := body.`"""

    name: str
    parameters: tuple[tuple[str, Term], ...]
    type: Term
    body: Term


def read_definitions(text: str) -> Mapping[str, Defined]:
    """The definitions of a text, by name, in its order.

    raises  NotRead
    """
    parser = _Parser(COMMENT.sub(" ", text))
    definitions = {}
    while parser.token:
        defined = parser.definition()
        definitions[defined.name] = defined
    return definitions


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self.token = next(self._tokens, "")

    def take(self, expected: str = "") -> str:
        token = self.token
        if not token or (expected and token != expected):
            raise NotRead(f"{token or 'the end'} where {expected or 'a term'} was expected")
        self.token = next(self._tokens, "")
        return token

    def accept(self, token: str) -> bool:
        if self.token != token:
            return False
        self.take()
        return True

    def definition(self) -> Defined:
        self.take("Definition")
        name, parameters = self.take(), []
        while self.accept("("):
            parameter = self.take()
            self.take(":")
            parameters.append((parameter, self.term()))
            self.take(")")
        self.take(":")
        kind = self.term()
        self.take(":=")
        body = self.term()
        self.take(".")
        return Defined(name, tuple(parameters), kind, body)

    def term(self, level: int = ALL) -> Term:
        left = self.prefix()
        while (operator := self.token) and (infix := _level(operator)) and infix <= level:
            if operator in RELATIONS:
                left = self.relation(left)
                continue
            self.take()
            right = self.term(infix if operator in RIGHT else infix - 1)
            left = Operation(operator, (left, right))
        return left

    def relation(self, left: Term) -> Term:
        operator = self.take()
        middle = self.term(RELATION - 1)
        if self.token not in RELATIONS:
            return Operation(operator, (left, middle))
        second = self.take()
        right = self.term(RELATION - 1)
        return Operation("/\\", (Operation(operator, (left, middle)),
                                 Operation(second, (middle, right))))

    def prefix(self) -> Term:
        if self.token in ("-", "/"):
            return Operation(self.take(), (self.term(MINUS),))
        if self.accept("fun"):
            return self.function(self.names("=>"))
        if self.accept("forall"):
            return self.for_all()
        if self.accept("if"):
            condition = self.term()
            self.take("then")
            first = self.term()
            self.take("else")
            return Choice(condition, first, self.term())
        return self.application()

    def names(self, *ends: str) -> list[str]:
        names = []
        while self.token not in ends:
            names.append(self.take())
        return names

    def function(self, names: list[str]) -> Term:
        self.take("=>")
        body = self.term()
        for name in reversed(names):
            body = Function(name, body)
        return body

    def for_all(self) -> Term:
        names = self.names(":", ",")
        kind = self.term() if self.accept(":") else None
        self.take(",")
        body = self.term()
        for name in reversed(names):
            body = ForAll(name, kind, body)
        return body

    def application(self) -> Term:
        term, arguments = self.atom(), []
        while self.token == "(" or self.token == "[]" or _is_word(self.token) \
                or self.token.isdigit():
            arguments.append(self.atom())
        if not arguments:
            return term
        if isinstance(term, Application):
            return Application(term.function, (*term.arguments, *arguments))
        return Application(term, tuple(arguments))

    def atom(self) -> Term:
        token = self.take()
        term: Term
        if token == "(":
            term = self.term()
            self.take(")")
        elif token == "[]":
            term = EmptyList()
        elif token.isdigit():
            term = Numeral(int(token))
        elif _is_word(token):
            term = Word(token)
        else:
            raise NotRead(f"{token} where a term was expected")
        return InNaturals(term) if self.accept("%nat") else term


def _tokens(text: str) -> Iterator[str]:
    place, end = 0, len(text.rstrip())
    while place < end:
        match = TOKEN.match(text, place)
        if match is None:
            raise NotRead(f"{text[place : place + 20]!r} is not read")
        yield match[match.lastgroup or 0]
        place = match.end()


def _level(operator: str) -> int:
    return RELATION if operator in RELATIONS else LEFT.get(operator) or RIGHT.get(operator) or 0


def _is_word(token: str) -> bool:
    return (token[:1].isalpha() or token[:1] == "_") and token not in ("then", "else")
