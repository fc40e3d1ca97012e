r"""One display -> one statement: a declaration, a definition or a claim, told by its relation.

What stands behind the first `\qquad` are hypotheses. They are read first, since they say what
the letters before them are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from execmath.language import ast as s
from execmath.language.parser.expressions import Parser
from execmath.language.symbols import Meaning, Scope, kind_of, kind_of_value
from execmath.language.tokens import LatexError, Token
from execmath.language.vocabulary import RELATIONS, SEPARATORS

# Words that lead over to the hypotheses, and those that may stand between them.
LEADING = frozenset({"for", "for all", "for every", "for each", "for any", "with", "where", "if",
                     "such that", "when", "whenever"})
CONNECTIVES = LEADING | {"and", "let"}
ABBREVIATED = ":="  # binds the letter of a hypothesis `x := ...`; other bound letters are not it
OPENING, CLOSING = ("(", "[", "{", r"\{"), (")", "]", "}", r"\}")
ROW, CELL = r"\\", "&"


@dataclass(frozen=True)
class ParsedStatement:
    """A statement, and the letters that it introduces to what follows on the page."""

    statement: s.Statement
    introduces: tuple[Meaning, ...]
    borrowed: frozenset[s.Letter] = frozenset()  # letters of the page that lent their domain


def read_statement(tex: str, scope: Scope, label: str, section: str) -> ParsedStatement:
    """Read one display (its `\\label` blanked out); raises LatexError."""
    return StatementReader(tex, scope, label, section).read()


class StatementReader(Parser):
    def __init__(self, tex: str, scope: Scope, label: str, section: str) -> None:
        super().__init__(tex, scope.inner())
        self.page_scope = scope
        self.label = label
        self.section = section
        self.borrowed: set[s.Letter] = set()
        self._drop_full_stop()

    def _drop_full_stop(self) -> None:
        """A display ends a sentence or a clause; its punctuation says nothing."""
        last = -2
        if self.tokens[last:-1] and self.tokens[last].text.startswith(r"\end"):
            last = -3
        if len(self.tokens) >= -last and self.tokens[last].text in (".", ","):
            del self.tokens[last]

    def read(self) -> ParsedStatement:
        form = self.form()
        if form == "declaration":
            return self.declaration()
        body, hypotheses = self.split()
        self.tokens, self.place = hypotheses, 0
        conditions = self.hypotheses()
        self.tokens, self.place = body, 0
        return self.definition(conditions) if form == "definition" else self.claim(conditions)

    # ------------------------------------------------------------------ the shape of a display

    def form(self) -> str:
        depth = 0
        seen: set[str] = set()
        for token in self.tokens:
            depth += (token.text in OPENING) - (token.text in CLOSING) + _array_depth(token)
            if self.leads_over(token) and seen & {":=", "relation"}:
                break
            if depth == 0:
                seen.add("relation" if token.text in RELATIONS else token.text)
        if ":=" in seen:
            return "definition"
        if "relation" in seen:
            return "claim"
        if seen & {r"\in", r"\colon", ":"}:
            return "declaration"
        self.must_be_closed()
        self.fail(r"neither a declaration (\in), a definition (:=) nor a claim (=, \le, <, ...)",
                  (0, len(self.tex)))

    def must_be_closed(self) -> None:
        """A bracket without its partner hides the relation of a display."""
        waiting: list[Token] = []
        for token in self.tokens:
            if token.text in OPENING:
                waiting.append(token)
            elif token.text in CLOSING:
                if not waiting:
                    self.fail(f"{token.text!r} closes nothing", token.span)
                waiting.pop()
        if waiting:
            self.fail(f"{waiting[0].text!r} is never closed", waiting[0].span)

    def split(self) -> tuple[list[Token], list[Token]]:
        """The tokens of the statement, and those of its hypotheses."""
        tokens, end = self.tokens[:-1], self.tokens[-1]
        cut = self.place_of_hypotheses(tokens)
        body, rest = tokens[:cut], tokens[cut:]
        aligned = [t for t in tokens if is_aligned(t)]
        if aligned and aligned[0] is not tokens[0]:
            self.fail(f"{aligned[0].text} is not in the grammar here", aligned[0].span)
        if aligned and [t.text for t in aligned[1:]] != [aligned[0].text.replace("begin", "end")]:
            self.fail(f"{aligned[0].text} is not closed once", aligned[0].span)
        body = [t for t in body if t not in aligned]
        rest = [t for t in rest if t not in aligned]
        for token in self.tokens_of_rows(rest):
            self.fail("hypotheses stand behind the last row", token.span)
        if not body:
            self.fail("an empty display", (0, len(self.tex)))
        return [*body, end._replace(span=(body[-1].span[1],) * 2)], [*rest, end]

    def place_of_hypotheses(self, tokens: list[Token]) -> int:
        r"""They stand behind the first \qquad, or behind a word such as `for all`."""
        depth = 0
        for place, token in enumerate(tokens):
            depth += _array_depth(token)
            if depth == 0 and self.leads_over(token):
                return place
        return len(tokens)

    @staticmethod
    def leads_over(token: Token) -> bool:
        word = token.kind == "text" and token.text.strip(" ,") in LEADING
        return word or token.text == r"\qquad"

    def tokens_of_rows(self, tokens: list[Token]) -> Iterator[Token]:
        depth = 0
        for token in tokens:
            depth += _array_depth(token)
            if token.text == ROW and depth == 0:
                yield token

    # --------------------------------------------------------------------------- hypotheses

    def hypotheses(self) -> tuple[s.Hypothesis, ...]:
        found: list[s.Hypothesis] = []
        while True:
            self.skip_connectives()
            if self.at("", ".") or self.token.kind == "end":
                return tuple(found)
            found.extend(self.hypothesis())
            if not (self.at(",", r"\qquad", ".") or self.token.kind in ("end", "text")):
                self.fail(f"expected a comma between hypotheses, found {str(self.token)!r}")

    def skip_connectives(self) -> None:
        while True:
            if self.token.kind == "text":
                if self.token.text.strip(" ,") not in CONNECTIVES:
                    self.fail(f"{self.token.text!r} is not a hypothesis that can be executed")
                self.place += 1
            elif not self.take(",", r"\qquad"):
                return

    def hypothesis(self) -> list[s.Hypothesis]:
        start = self.place
        names = self.listed_names()
        if names and self.at(r"\in", r"\colon", ":"):
            return [*self.membership(names, start)]
        if len(names) == 1 and self.take(":="):
            value = self.expression()
            if s.Letter(names[0]) in s.walk(value):
                self.fail(f"{names[0]} is defined by itself", value.span)
            kind = kind_of_value(value, self.scope)
            letter = self.scope.bind(names[0], kind, binding=ABBREVIATED)
            return [s.Abbreviation(letter, value, span=self.since(start))]
        self.place = start
        return [*self.relations(s.Condition)]

    def listed_names(self) -> list[str]:
        names = []
        while self.is_letter(self.token):
            names.append(self.read_name())
            if not self.take(","):
                break
        return names

    def membership(self, names: list[str], start: int) -> list[s.Membership]:
        domain = self.domain()
        span = self.since(start)
        return [s.Membership(self.scope.bind(name, kind_of(domain), domain), domain, span=span)
                for name in names]

    def domain(self) -> s.Node:
        if self.take(r"\in"):
            return self.set()
        self.place += 1
        start = self.place
        domain = self.set()
        self.expect(r"\to", "between the domain of a function and its codomain")
        return s.Functions(domain, self.set(), span=self.since(start))

    def relations(self, make: type[s.Link] | type[s.Condition]) -> list[Any]:
        start = self.place
        left = self.expression()
        found = []
        while not self.at(",", r"\qquad", "", ROW) or (self.at(ROW) and self.continues()):
            self.take(ROW)
            self.take(CELL)
            relation = self.take(*RELATIONS)
            if relation is None:
                self.fail(f"expected a relation or an operator, found {str(self.token)!r}")
            self.take(CELL)
            right = self.expression()
            found.append(make(RELATIONS[relation.text], left, right, span=self.since(start)))
            left = right
        if not found:
            self.fail(f"expected a relation, found {str(self.token)!r}")
        return found

    def continues(self) -> bool:
        """Does the next row go on with this chain?"""
        behind = [t.text for t in (self.ahead(1), self.ahead(2))]
        return behind[0] in RELATIONS or (behind[0] == CELL and behind[1] in RELATIONS)

    # --------------------------------------------------------------------------- statements

    def declaration(self) -> ParsedStatement:
        found: list[s.Membership] = []
        while self.token.kind != "end":
            self.skip_connectives()
            start = self.place
            names = self.listed_names()
            if not names or not self.at(r"\in", r"\colon", ":"):
                self.fail(f"expected a letter and its set, found {str(self.token)!r}")
            domain = self.domain()
            for name in names:
                letter = s.Letter(name, self.label)
                self.check_free(name, start)
                self.scope.add(self.meaning(letter, kind_of(domain), domain))
                found.append(s.Membership(letter, domain, span=self.since(start)))
            if not (self.at(",", r"\qquad") or self.token.kind in ("end", "text")):
                self.fail(f"expected a comma, found {str(self.token)!r}")
        return ParsedStatement(s.Declaration(tuple(found)), self.scope.meanings())

    def meaning(self, letter: s.Letter, kind: str, domain: s.Node | None = None,
                definition: s.Definition | None = None) -> Meaning:
        return Meaning(letter, kind, domain, definition, self.label, self.section)

    def check_free(self, name: str, start: int, *, defining: bool = False) -> Meaning | None:
        """Refuse a second meaning within a section; a declared letter may be defined, once."""
        known = self.page_scope[name]
        if known is None or known.section != self.section:
            return None
        if defining and known.definition is None:
            return known
        self.fail(f"{name} already has a meaning in this section, from the display "
                  f"{known.label}; a new section may introduce it anew", self.since(start))

    def definition(self, hypotheses: tuple[s.Hypothesis, ...]) -> ParsedStatement:
        start = self.place
        name = self.fresh_name()
        declared = self.check_free(name, start, defining=True)
        letter = declared.letter if declared else s.Letter(name, self.label)
        parameters = self.parameters()
        self.take(CELL)
        self.expect(":=", "behind what is defined")
        self.take(CELL)
        if not parameters and self.at_set():
            body, kind, codomain = self.set(), "set", None
        else:
            body, kind = self.expression(), "function" if parameters else "value"
            if kind_of_value(body, self.scope) == "function":
                self.fail(f"a function is defined at its argument, as in {name}(x) :=", body.span)
            codomain = self.set() if self.take(r"\in") else None
        self.expect_end("a definition has one right side")
        self.check_hypotheses(hypotheses, parameters)
        if letter in s.walk(body):
            self.fail(f"the definition of {name} uses {name} itself", body.span)
        body = _count_items(body, codomain)
        statement = s.Definition(letter, parameters, body, codomain)
        domain = declared.domain if declared else None
        meaning = self.meaning(letter, kind, domain, statement)
        return ParsedStatement(statement, (meaning,), frozenset(self.borrowed))

    def check_hypotheses(self, found: tuple[s.Hypothesis, ...],
                         parameters: tuple[s.Membership, ...]) -> None:
        """A definition's hypotheses say where its parameters live, and nothing else."""
        names = {parameter.letter for parameter in parameters}
        for hypothesis in found:
            if not isinstance(hypothesis, s.Membership) or hypothesis.letter not in names:
                self.fail("behind a definition stand the domains of its parameters only; this is "
                          "not one", hypothesis.span)

    def expect_end(self, why: str) -> None:
        if self.token.kind != "end":
            self.fail(f"{why}; found {str(self.token)!r}")

    def parameters(self) -> tuple[s.Membership, ...]:
        if not self.take("("):
            return ()
        found = []
        while True:
            start = self.place
            name = self.fresh_name()
            known = self.scope[name]
            if known is None or known.domain is None:
                self.fail(f"the parameter {name} has no domain: declare it, above or behind "
                          r"\qquad", self.since(start))
            letter = self.scope.bind(name, kind_of(known.domain), known.domain)
            found.append(s.Membership(letter, known.domain, span=self.since(start)))
            if known.letter.binding:
                self.borrowed.add(known.letter)
            if not self.take(*SEPARATORS):
                break
        self.expect(")", "to close the parameters")
        return tuple(found)

    def claim(self, hypotheses: tuple[s.Hypothesis, ...]) -> ParsedStatement:
        """Chains, one below the other: a row that starts with a relation goes on with the last."""
        links: list[s.Link] = []
        while self.token.kind != "end":
            links.extend(self.relations(s.Link))
            if not self.take(ROW, ","):
                self.expect_end("expected a relation, a new row or the hypotheses")
        return ParsedStatement(s.Claim(tuple(links), hypotheses), ())


_ALIGNED = ("{aligned", "{gathered", "{split")


def is_aligned(token: Token) -> bool:
    return token.kind == "environment" and token.text[:-1].endswith(_ALIGNED)


def _array_depth(token: Token) -> int:
    """Matrices and cases have rows and relations of their own."""
    if token.kind != "environment" or is_aligned(token):
        return 0
    return 1 if token.text.startswith(r"\begin") else -1


def _count_items(body: s.Node, codomain: s.Node | None) -> s.Node:
    r"""(1, \ldots, 1) \in \mathbb{R}^k: the codomain says how many ones there are."""
    runs: list[s.Run] = [node for node in s.walk(body)
                         if isinstance(node, s.Run) and node.last is None]
    if not runs:
        return body
    if isinstance(body, s.Vector) and body.items == (runs[0],) and isinstance(codomain, s.SetPower):
        run = replace(runs[0], last=codomain.exponent)
        return replace(body, items=(run,))
    raise LatexError(r"how many items? All are alike; as a definition, (1, \ldots, 1) \in "
                     r"\mathbb{R}^k would say it", runs[0].span)
