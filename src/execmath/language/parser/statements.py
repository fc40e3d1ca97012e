r"""One display -> one statement: a declaration, a definition or a claim, told by its relation.

The hypotheses are read first, since they say what the letters before them are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.hypotheses import Parts, parts_of
from execmath.language.parser import shape
from execmath.language.parser.arrays import CELL, ROW
from execmath.language.parser.ellipsis import count_items
from execmath.language.parser.grammar import GRAMMAR
from execmath.language.parser.names import check_new, fresh_name, listed_names
from execmath.language.parser.pratt import Parser
from execmath.language.parser.relations import (
    at_membership,
    hypotheses,
    read_domain,
    relations,
    skip_connectives,
)
from execmath.language.parser.sets import at_set, read_set
from execmath.language.parser.shape import Form
from execmath.language.parser.token_stream import TokenStream
from execmath.language.symbols import Meaning, MeaningKind, Scope, kind_of, kind_of_value
from execmath.language.tokens import Kind, LatexError, Token, tokenize
from execmath.language.vocabulary import SEPARATORS
from execmath.runtime.codes import Code


@dataclass(frozen=True)
class ParsedStatement:
    """A statement, and the letters that it introduces to what follows on the page."""

    statement: s.Statement
    introduces: tuple[Meaning, ...] = ()
    borrowed: frozenset[s.Letter] = frozenset()  # letters of the page that lent their domain
    tex: str = ""
    tokens: Sequence[Token] = ()

    @cached_property
    def parts(self) -> Parts:
        """Where in the display the statement and its hypotheses stand."""
        return parts_of(self.tex, self.tokens)


def read_statement(tex: str, scope: Scope, label: str, section: str,
                   tokens: Sequence[Token] = ()) -> ParsedStatement:
    """Read one display (its `\\label` blanked out); raises LatexError.

    tokens  those of `tex`, where they are known already
    """
    tokens = shape.without_full_stop(tokens or tokenize(tex))
    shape.check_sizes(tex)
    shape.check_thousands(tokens)
    reading = StatementReader(tex, scope, label, section).read(tokens)
    return replace(reading, tex=tex, tokens=tokens)


class StatementReader:
    """Reads the tokens of one statement of `tex`."""

    def __init__(self, tex: str, scope: Scope, label: str, section: str) -> None:
        self.tex = tex
        self.page_scope = scope
        self.scope = scope.inner()
        self.label = label
        self.section = section
        self.borrowed: set[s.Letter] = set()

    def parser(self, tokens: Sequence[Token]) -> Parser:
        return Parser(TokenStream(self.tex, tokens), self.scope, GRAMMAR)

    def read(self, tokens: Sequence[Token]) -> ParsedStatement:
        form = shape.form(tokens)
        if form is Form.DECLARATION:
            return self.declaration(self.parser(tokens))
        body, rest = shape.split(tokens)
        conditions = hypotheses(self.parser(rest))
        if form is Form.DEFINITION:
            return self.definition(self.parser(body), conditions)
        return self.claim(self.parser(body), conditions)

    # ------------------------------------------------------------------------- declarations

    def declaration(self, p: Parser) -> ParsedStatement:
        stream = p.stream
        memberships: list[s.Membership] = []
        while not stream.at_end():
            skip_connectives(p)
            memberships += self.declared(p)
            if not (stream.at(",", r"\qquad") or stream.token.kind in (Kind.END, Kind.TEXT)):
                stream.fail(codes.EXPECTED, f"expected a comma, found {str(stream.token)!r}")
        return ParsedStatement(s.Declaration(tuple(memberships)), self.scope.meanings())

    def declared(self, p: Parser) -> list[s.Membership]:
        stream, start = p.stream, p.stream.place
        names = listed_names(p)
        if not names or not at_membership(p):
            stream.fail(codes.EXPECTED,
                        f"expected a letter and its set, found {str(stream.token)!r}")
        check_new(p, names, start)
        domain = read_domain(p)
        memberships = []
        for name in names:
            letter = s.Letter(name, self.label)
            self.check_free(p, name, start)
            self.scope.add(self.meaning(letter, kind_of(domain), domain))
            memberships.append(s.Membership(letter, domain, span=stream.since(start)))
        return memberships

    def meaning(self, letter: s.Letter, kind: MeaningKind, domain: s.Node | None = None,
                definition: s.Definition | None = None) -> Meaning:
        return Meaning(letter, kind, domain, definition, self.label, self.section)

    def check_free(self, p: Parser, name: str, start: int, *,
                   defining: bool = False) -> Meaning | None:
        """Refuse a second meaning within a section; a declared letter may be defined, once."""
        meaning = self.page_scope[name]
        if meaning is None or meaning.section != self.section:
            return None
        if defining and meaning.definition is None:
            return meaning
        p.stream.fail(codes.SECOND_MEANING,
                      f"{name} already has a meaning in this section, from the display "
                      f"{meaning.label}; a new section may introduce it anew",
                      p.stream.since(start))

    # -------------------------------------------------------------------------- definitions

    def definition(self, p: Parser, conditions: tuple[s.Hypothesis, ...]) -> ParsedStatement:
        stream, start = p.stream, p.stream.place
        name = fresh_name(p)
        declared = self.check_free(p, name, start, defining=True)
        letter = declared.letter if declared else s.Letter(name, self.label)
        parameters = self.parameters(p)
        stream.take(CELL)
        stream.expect(":=", "behind what is defined")
        stream.take(CELL)
        earlier = self.page_scope[name]
        is_set = not parameters and (at_set(p) or (
            earlier is not None and earlier.kind is MeaningKind.SET))  # then [0, 1] is no vector
        body, kind, codomain = self.right_side(p, parameters, is_set)
        self.expect_end(p, codes.DEFINITION, "a definition has one right side")
        self.check_hypotheses(conditions, parameters)
        if letter in s.walk(body):
            stream.fail(codes.CIRCULAR, f"the definition of {name} uses {name} itself", body.span)
        statement = s.Definition(letter, parameters, count_items(body, codomain), codomain)
        domain = declared.domain if declared else None
        meaning = self.meaning(letter, kind, domain, statement)
        return ParsedStatement(statement, (meaning,), frozenset(self.borrowed))

    def right_side(self, p: Parser, parameters: tuple[s.Membership, ...], is_set: bool
                   ) -> tuple[s.Node, MeaningKind, s.Node | None]:
        """What is defined, what that makes of the letter, and where its values live."""
        if is_set:
            return read_set(p), MeaningKind.SET, None
        body = p.expression()
        if kind_of_value(body, self.scope) is MeaningKind.FUNCTION:
            p.stream.fail(codes.DEFINITION,
                          "a function is defined at its argument, as in f(x) :=", body.span)
        codomain = read_set(p) if p.stream.take(r"\in") else None
        return body, MeaningKind.FUNCTION if parameters else MeaningKind.VALUE, codomain

    def check_hypotheses(self, conditions: tuple[s.Hypothesis, ...],
                         parameters: tuple[s.Membership, ...]) -> None:
        """A definition's hypotheses say where its parameters live, and nothing else."""
        names = {parameter.letter for parameter in parameters}
        for condition in conditions:
            if not isinstance(condition, s.Membership) or condition.letter not in names:
                raise LatexError(codes.DEFINITION, "behind a definition stand the domains of its "
                                 "parameters only; this is not one", condition.span)

    def expect_end(self, p: Parser, code: Code, why: str) -> None:
        if not p.stream.at_end():
            p.stream.fail(code, f"{why}; found {str(p.stream.token)!r}")

    def parameters(self, p: Parser) -> tuple[s.Membership, ...]:
        stream = p.stream
        if not stream.take("("):
            return ()
        parameters = [self.parameter(p)]
        while stream.take(*SEPARATORS):
            parameters.append(self.parameter(p))
        stream.expect(")", "to close the parameters")
        return tuple(parameters)

    def parameter(self, p: Parser) -> s.Membership:
        """A letter whose domain is known from the page or from the hypotheses."""
        start = p.stream.place
        name = fresh_name(p)
        meaning = self.scope[name]
        if meaning is None or meaning.domain is None:
            p.stream.fail(codes.NO_DOMAIN, f"the parameter {name} has no domain: declare it, above "
                          r"or behind \qquad", p.stream.since(start))
        letter = self.scope.bind(name, kind_of(meaning.domain), meaning.domain)
        if meaning.letter.binding:
            self.borrowed.add(meaning.letter)
        return s.Membership(letter, meaning.domain, span=p.stream.since(start))

    # -------------------------------------------------------------------------------- claims

    def claim(self, p: Parser, conditions: tuple[s.Hypothesis, ...]) -> ParsedStatement:
        """Chains, one below the other: a row that starts with a relation goes on with the last."""
        links: list[s.Link] = []
        while not p.stream.at_end():
            links += [s.Link(one.name, one.left, one.right, span=one.span) for one in relations(p)]
            if not p.stream.take(ROW, ","):
                self.expect_end(p, codes.EXPECTED,
                                "expected a relation, a new row or the hypotheses")
        return ParsedStatement(s.Claim(tuple(links), conditions))
