r"""One display -> one statement: a declaration, a definition or a claim, told by its relation.

The hypotheses are read first, since they say what the letters before them are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.hypotheses import Parts, parts_of
from execmath.language.names import RESERVED
from execmath.language.parser import shape
from execmath.language.parser.arrays import ROW
from execmath.language.parser.ellipsis import count_items
from execmath.language.parser.families import read_family, read_listed, read_member, whole
from execmath.language.parser.grammar import GRAMMAR
from execmath.language.parser.hints import hint
from execmath.language.parser.laws import (
    at_law,
    at_sample,
    law_of_letters,
    relations_of_laws,
    same_law,
)
from execmath.language.parser.laws import sample as law_of_sample
from execmath.language.parser.letters import functional_here
from execmath.language.parser.lists import separate_bars
from execmath.language.parser.names import Parts as NameParts
from execmath.language.parser.names import (
    check_new,
    fresh_name,
    listed_names,
    read_name,
    read_parts,
)
from execmath.language.parser.numbers_above import with_numbers_below
from execmath.language.parser.pratt import Parser
from execmath.language.parser.random_letters import (
    bind,
    functional_name,
    is_fixed,
    random_between,
    what_it_is,
)
from execmath.language.parser.reach import occurs
from execmath.language.parser.references import Reference, without_references
from execmath.language.parser.relations import (
    Claimed,
    at_membership,
    claimed,
    domain_of,
    hypotheses,
    relations,
    skip_connectives,
    take_separator,
)
from execmath.language.parser.sets import at_set, read_set
from execmath.language.parser.shape import Form
from execmath.language.parser.spelled_out import spelled_out
from execmath.language.parser.token_stream import TokenStream
from execmath.language.parser.transformed import at_law_of_value, law_of_value
from execmath.language.parser.words import Words
from execmath.language.symbols import Law, Meaning, MeaningKind, Scope, kind_of, kind_of_value
from execmath.language.tokens import Kind, LatexError, Token, tokenize
from execmath.language.vocabulary import CLOSING, FOLDS, FUNCTIONS, RELATIONS, SEPARATORS
from execmath.runtime.codes import Code

MEANS = ("E", r"\operatorname{E}")  # unless the page defines a function of that name
# Everybody knows them: a plain = says something of them.
NEVER_NEW = frozenset({*FUNCTIONS, *FOLDS, "e", r"\operatorname{e}", r"\pi"}) | RESERVED


@dataclass(frozen=True)
class ParsedStatement:
    """A statement, and the letters that it introduces to what follows on the page."""

    statement: s.Statement
    introduces: tuple[Meaning, ...] = ()
    borrowed: frozenset[s.Letter] = frozenset()  # letters of the page that lent their domain
    tex: str = ""
    tokens: Sequence[Token] = ()
    references: tuple[Reference, ...] = ()  # to other displays

    @cached_property
    def parts(self) -> Parts:
        """Where in the display the statement and its hypotheses stand."""
        return parts_of(self.tex, self.tokens)


class LeftSide(NamedTuple):
    r"""What a definition defines: a letter, or \mathrm{H}(X), x_i, (x_1, x_2)."""

    name: str
    about: tuple[tuple[str, s.Letter | Law], ...] = ()  # the X of \mathrm{H}(X)
    numbers: tuple[Meaning, ...] = ()  # the i of x_i
    is_list: bool = False

    @property
    def is_one_thing(self) -> bool:
        """A letter or a function, whose right side may depend on random letters."""
        return not self.about and not self.is_list


class RightSide(NamedTuple):
    """What a letter is defined as, what that makes of it, where its values live, and the random
    letters that it depends on."""

    body: s.Node
    kind: MeaningKind
    codomain: s.Node | None = None
    sources: tuple[Meaning, ...] = ()


def read_statement(tex: str, scope: Scope, label: str, section: str,
                   tokens: Sequence[Token] = ()) -> ParsedStatement:
    """Read one display (its `\\label` blanked out); raises LatexError.

    tokens  those of `tex`, where they are known already
    """
    tokens = shape.without_full_stop(tokens or tokenize(tex))
    shape.check_sizes(tex)
    shape.check_thousands(tokens)
    plain, references = without_references(tex, tokens)
    spelled = with_numbers_below(spelled_out(plain), scope)
    reading = StatementReader(tex, scope, label, section).read(spelled)
    return replace(reading, tex=tex, tokens=tokens, references=tuple(references))


class StatementReader:
    """Reads the tokens of one statement of `tex`."""

    def __init__(self, tex: str, scope: Scope, label: str, section: str) -> None:
        self.tex = tex
        self.page_scope = scope
        self.scope = scope.inner()
        self.label = label
        self.section = section
        self.borrowed: set[s.Letter] = set()
        self.any_values: list[s.Hypothesis] = []  # of random letters: a claim is for all of them
        # Where in the tokens of a definition its right side begins, and how many are left there:
        # what is read may be spelled out in more or fewer tokens.
        self.right_side_at = self.left_at_right_side = 0

    def parser(self, tokens: Sequence[Token]) -> Parser:
        p = Parser(TokenStream(self.tex, tokens), self.scope, GRAMMAR, self.borrowed)
        p.outcomes = self.any_values
        return p

    def read(self, tokens: Sequence[Token]) -> ParsedStatement:
        form = shape.form(tokens)
        if form is Form.DECLARATION:
            p = self.parser(shape.rows_of(tokens))
            if not at_law_of_value(p):
                return self.declaration(p)
        body, rest = self.with_domains_behind(*shape.split(tokens))
        if form is Form.CLAIM and (model := self.with_laws_first(body, rest)) is not None:
            return model
        return self.stated(form, body, rest)

    def with_domains_behind(self, body: list[Token], rest: list[Token]
                            ) -> tuple[list[Token], list[Token]]:
        r"""f(x) = x^2, \; x \in \mathbb{R}: where new letters live, behind a comma, is supposed; of
        a letter that has a meaning it is claimed."""
        parts = shape.parts_between(body, r"\in") if len(rest) == 1 else []
        count = 0
        while count < len(parts) - 1 and self.is_new_membership(parts[-1 - count]):
            count += 1
        if count == 0:
            return body, rest
        domains = [token for part in parts[-count:] for token in (shape.comma(part[0]), *part)]
        cut = next(place for place, token in enumerate(body) if token is parts[-count][0])
        cut -= body[cut - 1].text in (",", ";", ROW)
        return [*body[:cut], body[-1]._replace(span=(body[cut - 1].span[1],) * 2)], \
            [*domains[1:], rest[-1]]

    def is_new_membership(self, part: Sequence[Token]) -> bool:
        p = self.parser([*part, part[-1]._replace(kind=Kind.END, text="")])
        names = listed_names(p) if p.stream.token.is_letter else []
        return bool(names) and p.stream.at(r"\in") and all(self.scope[n] is None for n in names)

    def stated(self, form: Form, body: Sequence[Token], rest: Sequence[Token]) -> ParsedStatement:
        conditions = hypotheses(self.parser(rest))
        if body[0].kind is Kind.LETTER and body[1].kind is Kind.LETTER:
            body = Words(self.scope, GRAMMAR.names.__contains__).defined_first(body)
        if form is Form.CLAIM and self.introduces_a_letter(body):
            return self.equality(body, rest, conditions, "=")
        if form is Form.DEFINITION:
            return self.equality(body, rest, conditions, ":=")
        if at_sample(self.parser(body)):
            return self.sample(self.parser(body), conditions)
        return self.claims(body, conditions)

    def refuse_name_of_statement(self, body: Sequence[Token]) -> None:
        """H_0: before a claim."""
        if all(token.text != ":" for token in body[:6]):
            return
        p = self.parser(body)
        name = read_name(p) if p.stream.token.is_letter else ""
        if name and p.stream.at(":"):
            p.stream.fail(codes.EXPECTED, f"a colon behind {name}{hint(p.stream.token)}")

    def claims(self, body: Sequence[Token],
               conditions: tuple[s.Hypothesis, ...]) -> ParsedStatement:
        self.refuse_name_of_statement(body)
        sides = shape.sides_of(body, shape.EQUIVALENT)
        if len(sides) > 1:
            return self.equivalence(list(map(self.parser, sides)), conditions, both_ways=True)
        sides = shape.sides_of(body, shape.IMPLYING)
        if len(sides) > 2:
            return self.equivalence(list(map(self.parser, sides)), conditions, both_ways=False)
        if len(sides) == 2:
            conditions += hypotheses(self.parser(sides[0]))
        return self.claim(self.parser(sides[-1]), conditions)

    def with_laws_first(self, body: Sequence[Token],
                        rest: Sequence[Token]) -> ParsedStatement | None:
        r"""y = a x + \varepsilon, \; \varepsilon \sim f: what new letters are drawn from is read
        before the claims that they stand in, and is claimed to be a law."""
        before = StatementReader(self.tex, self.page_scope, self.label, self.section)
        laws: list[s.Distribution] = []
        plain: list[Token] = []
        for part in shape.parts_between(body, r"\sim"):
            p = before.parser([*part, body[-1]._replace(span=(part[-1].span[1],) * 2)])
            if before.at_new_letters(p):
                laws += before.distributed(p)
                before.expect_end(p, codes.EXPECTED, "behind a law stands a comma, or the end")
            else:
                plain += [shape.comma(part[0]), *part] if plain else part
        if not laws or not plain:
            return None
        drawn = (*(m for m in before.scope.meanings() if m.label == self.label),
                 *relations_of_laws(before.scope))
        behind = StatementReader(self.tex, self.page_scope.with_meanings(drawn), self.label,
                                 self.section)
        reading = behind.stated(Form.CLAIM, [*plain, body[-1]], rest)
        statement: s.Statement = s.Declaration((), tuple(laws))
        if isinstance(claim := reading.statement, s.Claim):
            links = (s.Link("=", law.mass, s.Number("1"), span=law.span) for law in laws)
            statement = s.Claim((*links, *claim.links), (*laws, *claim.hypotheses))
        return replace(reading, statement=statement, introduces=(*drawn, *reading.introduces),
                       borrowed=reading.borrowed | before.borrowed)

    def at_new_letters(self, p: Parser) -> bool:
        """Does the law of letters stand here that have no meaning yet, or that two of them are
        independent?"""
        if not at_law(p) or at_sample(p):
            return False
        start = p.stream.place
        p.stream.take("(")
        names = listed_names(p)
        p.stream.take(")")
        is_law = p.stream.at(r"\sim")
        p.stream.place = start
        meanings = [self.scope[name] for name in names]
        return all(meaning is None if is_law else
                   meaning is not None and meaning.label == self.label for meaning in meanings)

    # ------------------------------------------------------------------------- declarations

    def declaration(self, p: Parser) -> ParsedStatement:
        stream = p.stream
        memberships: list[s.Membership] = []
        laws: list[s.Distribution] = []
        while not stream.at_end():
            skip_connectives(p)
            if at_law(p):
                laws += self.distributed(p)
            else:
                memberships += self.declared(p)
            if not (stream.take(ROW, ";") or stream.at(",", r"\qquad")
                    or stream.token.kind in (Kind.END, Kind.TEXT)):
                stream.fail(codes.EXPECTED, f"expected a comma, found {str(stream.token)!r}")
        letters = tuple(m for m in self.scope.meanings() if m.label == self.label)
        return ParsedStatement(s.Declaration(tuple(memberships), tuple(laws)),
                               (*letters, *relations_of_laws(self.scope)),
                               frozenset(self.borrowed))

    def sample(self, p: Parser, conditions: tuple[s.Hypothesis, ...]) -> ParsedStatement:
        """Independent draws from one law; behind it stands how they are counted."""
        start = p.stream.place
        laws = law_of_sample(p, self.label, self.section)
        self.expect_end(p, codes.EXPECTED, "a law of draws stands alone")
        letter = laws[0].letters[0]
        self.check_free(p, letter.name, start)
        for condition in conditions:
            if not isinstance(condition, s.Membership):
                raise LatexError(codes.DEFINITION, "behind the law of draws stands how they are "
                                 "counted, and nothing else", condition.span)
        meaning = self.scope[letter.name]
        assert meaning is not None
        return ParsedStatement(s.Declaration((), tuple(laws)), (meaning,), frozenset(self.borrowed))

    def distributed(self, p: Parser) -> list[s.Distribution]:
        """Random letters and their law, or two that are independent."""
        start = p.stream.place
        laws = law_of_letters(p, self.label, self.section)
        for law in laws:
            for letter in law.letters:
                self.check_free(p, letter.name, start)
        return laws

    def declared(self, p: Parser) -> list[s.Membership]:
        stream, start = p.stream, p.stream.place
        family = read_family(p)
        names = [family.name] if family is not None else listed_names(p)
        if not names or not at_membership(p):
            stream.fail(codes.EXPECTED,
                        f"expected a letter and its set, found {str(stream.token)!r}")
        check_new(p, names, start)
        domain = domain_of(p, family)
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

    # ------------------------------------------------------------------ definitions, and claims

    def introduces_a_letter(self, body: Sequence[Token]) -> bool:
        """Is the left side a letter that has no meaning yet, or one with its parameters?

        Only a letter by itself, before a plain sign of equality: anything else is a claim.
        """
        p = self.parser(body)
        first = p.stream.token
        if not first.is_letter or first.text in NEVER_NEW or functional_here(p) is not None:
            return False
        parts = read_parts(p)
        return parts.base not in NEVER_NEW and not self.has_a_meaning(parts) \
            and self.is_as_defined(p, parts.whole) and p.stream.at("=") \
            and shape.IMPLICATIONS.isdisjoint([token.text for token in body])

    def has_a_meaning(self, parts: NameParts) -> bool:
        """As a whole, without its marks or its subscript, or as one of x_1, x_2 and so on."""
        names = [parts.whole, parts.unmarked, parts.base + parts.marks]
        if parts.subscript:
            names.append(whole(parts.base))
        return any(self.scope[name] is not None for name in names)

    def is_as_defined(self, p: Parser, name: str) -> bool:
        """Is the name without brackets, or are its parameters in them? Then they are read."""
        is_well_known = name in GRAMMAR.names
        if not p.stream.at("(", "["):
            return not is_well_known
        parameters = parameters_ahead(p)
        if is_well_known and any(map(is_fixed, parameters)):
            return False
        return bool(parameters) and not (name in MEANS and self.has_random_letters())

    def has_random_letters(self) -> bool:
        """Then \\mathrm{E}(c) is a mean, also of a constant c."""
        return any(meaning.kind is MeaningKind.RANDOM for name in self.scope.names()
                   if (meaning := self.scope[name]) is not None)

    def equality(self, body: Sequence[Token], rest: Sequence[Token],
                 conditions: tuple[s.Hypothesis, ...], sign: str) -> ParsedStatement:
        """A definition, and the claims that follow in the chain or, behind a plain =, in further
        rows."""
        p = self.parser(body)
        defined = self.definition(p, conditions, sign)
        if self.any_values:
            p.stream.fail(codes.RANDOM, "a definition is for the letters that it names; write what "
                          "each random letter is equal to", self.any_values[0].span)
        if p.stream.at_end():
            return defined
        goes_on = p.stream.at(*RELATIONS, r"\sim") or p.stream.texts(2)[1] in RELATIONS
        if sign == ":=" and not goes_on:
            p.stream.fail(codes.DEFINITION, "a definition has one right side; found "
                          f"{str(p.stream.token)!r}")
        left = self.left_at_right_side if goes_on else len(p.stream.tokens) - p.stream.place - 1
        start = len(body) - left
        behind = StatementReader(self.tex, self.page_scope.with_meanings(defined.introduces),
                                 self.label, self.section)
        claims = behind.claims(body[start:], hypotheses(behind.parser(rest)))
        return replace(claims, introduces=defined.introduces,
                       borrowed=defined.borrowed | claims.borrowed)

    # -------------------------------------------------------------------------- definitions

    def definition(self, p: Parser, conditions: tuple[s.Hypothesis, ...],
                   sign: str) -> ParsedStatement:
        stream, start = p.stream, p.stream.place
        left = self.left_side(p)
        check_new(p, [left.name], start)
        declared = self.check_free(p, left.name, start, defining=True)
        parameters, separators = self.parameters(p, left)
        stream.expect(sign, "behind what is defined")
        self.right_side_at = stream.place
        self.left_at_right_side = len(stream.tokens) - stream.place
        body, kind, codomain, sources = self.right_side(p, left, parameters)
        parameters = parameters or self.outcomes(p, sources)
        if left.is_list:
            self.check_as_many(p, body, start)
        self.check_hypotheses(conditions, parameters)
        letter = declared.letter if declared else s.Letter(left.name, self.label)
        if letter in s.walk(body):
            stream.fail(codes.CIRCULAR, f"the definition of {left.name} uses {left.name} itself",
                        body.span)
        statement = s.Definition(letter, parameters, count_items(body, codomain), codomain,
                                 separators=separators)
        domain = declared.domain if declared else None
        meaning = replace(self.meaning(letter, kind, domain, statement), about=left.about,
                          sources=sources)
        return ParsedStatement(statement, (meaning,), frozenset(self.borrowed))

    def left_side(self, p: Parser) -> LeftSide:
        """What is defined, up to its parameters."""
        name, about = self.functional(p)
        if about:
            return LeftSide(name, about)
        if (member := read_member(p)) is not None:
            return LeftSide(member.name, numbers=member.numbers)
        if listed := read_listed(p):
            return LeftSide(listed, is_list=True)
        return LeftSide(fresh_name(p))

    def right_side(self, p: Parser, left: LeftSide,
                   parameters: tuple[s.Membership, ...]) -> RightSide:
        if not parameters and self.is_set_defined(p, left.name):
            return RightSide(read_set(p), MeaningKind.SET)
        letters = self.random_letters(p) if left.is_one_thing and not parameters else ()
        body = p.expression()
        if kind_of_value(body, self.scope) is MeaningKind.FUNCTION:
            p.stream.fail(codes.DEFINITION,
                          "a function is defined at its argument, as in f(x) :=", body.span)
        codomain = read_set(p) if p.stream.take(r"\in") else None
        if letters:
            sources = tuple(filter(lambda one: occurs(one.letter.name, body), letters))
            return RightSide(body, MeaningKind.RANDOM, codomain, sources)
        return RightSide(body, MeaningKind.FUNCTION if parameters else MeaningKind.VALUE, codomain)

    def is_set_defined(self, p: Parser, name: str) -> bool:
        """A letter that was a set is one again: then [0, 1] is no vector."""
        earlier = self.page_scope[name]
        return at_set(p) or (earlier is not None and earlier.kind is MeaningKind.SET)

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

    def functional(self, p: Parser) -> tuple[str, tuple[tuple[str, s.Letter | Law], ...]]:
        r"""\mathrm{H}(X) of a random letter, as a name; and what it is about."""
        stream, start = p.stream, p.stream.place
        name = functional_name(p) if stream.token.is_letter else ""
        if not name:
            stream.place = start
            return "", ()
        end, about = stream.place, dict[str, s.Letter | Law]()
        stream.place = start
        read_name(p)
        while stream.place < end:
            if not stream.token.is_letter:
                stream.skip()
                continue
            inner = read_name(p)
            meant = what_it_is(p, inner)
            if meant is not None:
                about[inner] = meant
        return name, tuple(about.items())

    def parameters(self, p: Parser, left: LeftSide
                   ) -> tuple[tuple[s.Membership, ...], tuple[str, ...]]:
        """The parameters below or in brackets, and what sets each of these apart from the next."""
        stream = p.stream
        if left.numbers:
            return tuple(map(self.number_below, left.numbers)), ()
        opening = stream.take("(", "[") if left.is_one_thing else None
        if opening is None:
            return (), ()
        separate_bars(p, stream.place - 1)
        parameters, separators = [self.parameter(p)], []
        while separator := stream.take(*SEPARATORS):
            separators.append(separator.text)
            parameters.append(self.parameter(p))
        stream.expect(CLOSING[opening.text], "to close the parameters")
        return tuple(parameters), tuple(separators)

    def number_below(self, meaning: Meaning) -> s.Membership:
        """The i of a definition of x_i, as a parameter."""
        assert meaning.domain is not None
        if meaning.letter.binding:
            self.borrowed.add(meaning.letter)
        letter = self.scope.bind(meaning.letter.name, meaning.kind, meaning.domain)
        return s.Membership(letter, meaning.domain, span=meaning.domain.span)

    def random_letters(self, p: Parser) -> tuple[Meaning, ...]:
        r"""Those that a right side depends on, as in Y := X^2: it is read as a function of them.
        Within a mean they are bound, and the right side is a number."""
        stream, start = p.stream, p.stream.place
        try:
            p.expression()
        except LatexError as error:
            if error.code is not codes.RANDOM:
                raise
        else:
            return ()
        finally:
            stream.place = start
        meanings = random_between(p, start, len(stream.tokens) - 1)
        bind(p, meanings)
        return tuple(meanings)

    def outcomes(self, p: Parser, sources: tuple[Meaning, ...]) -> tuple[s.Membership, ...]:
        """The values of random letters, as the arguments of a function of them."""
        memberships = []
        for source in sources:
            if source.domain is None:
                p.stream.fail(codes.EXPECTATION, f"the set of the outcomes of {source.letter.name} "
                              "is not known")
            memberships.append(s.Membership(s.Letter(source.letter.name), source.domain))
        return tuple(memberships)

    def check_as_many(self, p: Parser, body: s.Node, start: int) -> None:
        """(x_1, x_2) := (a, b): a component for each letter."""
        names = sum(token.is_letter for token in p.stream.tokens[start : self.right_side_at])
        items = body.items if isinstance(body, s.Vector) else ()
        if len(items) != names or any(isinstance(item, s.Run) for item in items):
            p.stream.fail(codes.DEFINITION, f"{names} letters are defined by a list of as many",
                          body.span)

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

    def equivalence(self, parsers: list[Parser], conditions: tuple[s.Hypothesis, ...], *,
                    both_ways: bool) -> ParsedStatement:
        """Each side is claimed where the one before it holds; in an equivalence, also where the
        one behind it does."""
        sides = []
        for p in parsers:
            links = [s.Link(r.name, r.left, r.right, span=r.span) for r in relations(p)]
            while take_separator(p):
                links += [s.Link(r.name, r.left, r.right, span=r.span) for r in relations(p)]
            self.expect_end(p, codes.EXPECTED, "expected a relation or the end of a side")
            sides.append(links)
        steps = [step for pair in pairwise(sides) for step in ((pair, pair[::-1]) if both_ways
                                                               else (pair,))]
        links = [replace(link, given=given(premise)) for premise, conclusion in steps
                 for link in conclusion]
        return ParsedStatement(s.Claim(tuple(links), (*self.any_values, *conditions)),
                               borrowed=frozenset(self.borrowed))

    def claim(self, p: Parser, conditions: tuple[s.Hypothesis, ...]) -> ParsedStatement:
        """Chains, and what the hypotheses claim themselves."""
        approaches = tuple(one for one in conditions if isinstance(one, s.Approach))
        chains = self.chains(p, approaches)
        if approaches and not chains.is_up_to_order:
            raise LatexError(codes.NOT_A_HYPOTHESIS, "where a letter goes says something of O(...) "
                             "only; a limit names it below", approaches[0].span)
        reminders = [one for one in conditions if isinstance(one, s.Condition) and one.reminding]
        links = (*are_laws(conditions), *chains.links, *are_as_defined(reminders))
        supposed = (one for one in conditions if one not in reminders)
        return ParsedStatement(s.Claim(links, (*self.any_values, *supposed, *chains.others)),
                               borrowed=frozenset(self.borrowed))

    def chains(self, p: Parser, approaches: tuple[s.Approach, ...]) -> Claimed:
        """One below the other: a row that starts with a relation goes on with the last."""
        links, others, is_up_to_order = list[s.Link](), list[s.Hypothesis](), False
        has_laws = any(token.text == r"\sim" for token in p.stream.tokens)
        while not p.stream.at_end():
            chain = law_claimed(p) if has_laws else None
            chain = chain or claimed(p, approaches)
            links += chain.links
            others += [one for one in chain.others if one not in others]
            is_up_to_order |= chain.is_up_to_order
            if not take_separator(p):
                self.expect_end(p, codes.EXPECTED,
                                "expected a relation, a new row or the hypotheses")
            while take_separator(p):
                pass
        return Claimed(links, others, is_up_to_order)


def law_claimed(p: Parser) -> Claimed | None:
    """Of a letter or of a value; None where something else is claimed."""
    if at_law_of_value(p):
        of_value = law_of_value(p)
        return Claimed(of_value.links, of_value.hypotheses)
    if at_law(p):
        link, outcome = same_law(p)
        return Claimed([link], [outcome])
    return None


def are_laws(conditions: Sequence[s.Hypothesis]) -> list[s.Link]:
    """A law among the hypotheses has to be one, as a declared law has."""
    return [s.Link("=", law.mass, s.Number("1"), span=law.span)
            for law in conditions if isinstance(law, s.Distribution)]


def are_as_defined(reminders: Sequence[s.Condition]) -> list[s.Link]:
    """What is defined on the page is claimed to be what the display says that it is."""
    return [s.Link("=", one.left, one.right, span=one.span) for one in reminders]


def given(links: Sequence[s.Link]) -> tuple[s.Condition, ...]:
    """The claims of one side as conditions for the other."""
    return tuple(s.Condition(link.relation, link.left, link.right, span=link.span)
                 for link in links)


def parameters_ahead(p: Parser) -> list[Meaning]:
    """What the letters in the bracket that opens here mean; nothing, where it holds more than
    letters, or one without a meaning. The bracket is read."""
    stream = p.stream
    opening = stream.take("(", "[")
    assert opening is not None
    separate_bars(p, stream.place - 1)
    meanings: list[Meaning] = []
    while stream.token.is_letter:
        meaning = p.scope[read_name(p)]
        if meaning is None:
            return []
        meanings.append(meaning)
        if not stream.take(*SEPARATORS):
            break
    return meanings if stream.take(CLOSING[opening.text]) else []
