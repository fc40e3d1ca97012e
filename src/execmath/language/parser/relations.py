"""LaTeX -> chains of relations, memberships, and the hypotheses of a display."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.hypotheses import LEADING
from execmath.language.parser.arrays import ROW
from execmath.language.parser.ellipsis import count_items
from execmath.language.parser.families import Family, read_family
from execmath.language.parser.hints import hint
from execmath.language.parser.laws import at_law, law_of_letters
from execmath.language.parser.limits import ARROWS, read_way
from execmath.language.parser.names import check_new, listed_names
from execmath.language.parser.pratt import Parser, Remainder
from execmath.language.parser.sets import read_set
from execmath.language.parser.up_to import (
    PROPORTIONAL,
    Varied,
    arguments_varied,
    letters_below,
    proportional,
    up_to_order,
)
from execmath.language.symbols import MeaningKind, kind_of, kind_of_value
from execmath.language.tokens import Kind
from execmath.language.vocabulary import RELATIONS

CONNECTIVES = LEADING | {"and", "let"}  # may stand between hypotheses
WHERE = "where"
ABBREVIATED = ":="  # binds the letter of a hypothesis `x := ...`; other bound letters are not it


class Relation(NamedTuple):
    """Two sides, and where in the display they stand; of a `\\propto`, what is varied."""

    name: str
    left: s.Node
    right: s.Node
    span: s.Span
    varied: tuple[Varied, ...] = ()


class Claimed(NamedTuple):
    """What is to be shown, and letters that it needs beside those that are written."""

    links: list[s.Link]
    others: Sequence[s.Hypothesis]
    is_up_to_order: bool = False


def relations(p: Parser, *, up_to: bool = False) -> list[Relation]:
    """A chain, which may go on in the next row; each relation with the two sides of it. With
    `up_to` it may hold up to a factor, or up to O(...)."""
    stream, start = p.stream, p.stream.place
    left = p.expression()
    chain: list[Relation] = []
    while not at_end_of_chain(p):
        stream.take(ROW)
        if stream.take(r"\in"):
            chain += within(p, left, start)
            continue
        if stream.take(r"\approx"):
            chain += printed(p, left, start)
            continue
        if up_to and stream.take(PROPORTIONAL):
            varied = letters_below(p)
            right = p.expression()
            chain.append(Relation(PROPORTIONAL, left, right, stream.since(start), varied))
            left = right
            continue
        relation = stream.take(*RELATIONS)
        if relation is None:
            stream.fail(codes.EXPECTED,
                        f"expected a relation or an operator, found {str(stream.token)!r}"
                        f"{hint(stream.token)}")
        right = p.expression()
        chain.append(Relation(RELATIONS[relation.text], left, right, stream.since(start)))
        left = right
    if not chain:
        stream.fail(codes.EXPECTED, f"expected a relation, found {str(stream.token)!r}")
    return chain


def claimed(p: Parser, ways: Sequence[s.Approach] = ()) -> Claimed:
    """A chain as links; what holds up to something becomes an equality."""
    start, p.orders = p.stream.place, []
    chain, links, others = relations(p, up_to=True), list[s.Link](), list[s.Membership]()
    orders, p.orders = p.orders, None
    varied: tuple[Varied, ...] = ()
    if orders:
        sides = sides_up_to_order(p, chain, orders)
        return Claimed(up_to_order(p, orders[0], sides, ways, start), others, True)
    for one in chain:
        if one.name != PROPORTIONAL:
            links.append(s.Link(one.name, one.left, one.right, span=one.span))
            continue
        varied = one.varied or varied or arguments_varied(p, chain[0].left)
        equal, elsewhere = proportional(p, one.left, one.right, varied, start)
        links += equal
        others += [other for other in elsewhere if other not in others]
    return Claimed(links, others)


def sides_up_to_order(p: Parser, chain: Sequence[Relation],
                      orders: Sequence[Remainder]) -> tuple[s.Node, s.Node]:
    if len(chain) != 1 or len(orders) != 1 or chain[0].name != "=":
        p.stream.fail(codes.EXPECTED, "O(...) stands once, in an equation by itself",
                      orders[0].span)
    return chain[0].left, chain[0].right


def within(p: Parser, left: s.Node, start: int) -> list[Relation]:
    r"""a \in [0, 1) as a claim, which is 0 \le a < 1."""
    domain, span = read_set(p), p.stream.since(start)
    zero = s.Number("0")
    if isinstance(domain, s.Reals) and domain.relation:
        return [Relation(domain.relation, left, zero, span)]
    if not isinstance(domain, s.Interval):
        p.stream.fail(codes.SET, "a claim with \\in is of an interval or a half line", span)
    ends = ((">", domain.open_below, domain.lower), ("<", domain.open_above, domain.upper))
    return [Relation(sign if is_open else f"{sign}=", left, end, span)
            for sign, is_open, end in ends if not isinstance(end, s.Infinity)]


def printed(p: Parser, left: s.Node, start: int) -> list[Relation]:
    r"""\log 2 \approx 0.693: at most half a unit of the last digit that is printed away."""
    numeral = p.expression()
    span = p.stream.since(start)
    plain = numeral.operand if isinstance(numeral, s.Negative) else numeral
    if not isinstance(plain, s.Number):
        p.stream.fail(codes.NOT_IN_GRAMMAR, r"\approx stands before a numeral, which says by its "
                      "digits how close it is", span)
    decimals = plain.digits.partition(".")[2]
    half = s.Number(f"0.{'0' * len(decimals)}5")
    return [Relation(relation, left, s.Binary(sign, numeral, half, span=numeral.span), span)
            for relation, sign in ((">=", "-"), ("<=", "+"))]


def at_end_of_chain(p: Parser) -> bool:
    stream = p.stream
    if stream.token.kind is Kind.TEXT:
        return stream.token.text.strip(" ,") == "and"
    return stream.at(",", ";", r"\qquad", r"\forall", "") or (stream.at(ROW) and not continues(p))


def take_separator(p: Parser) -> bool:
    """A comma, a new row, or the word *and*: what sets statements apart."""
    stream = p.stream
    if stream.token.kind is Kind.TEXT and stream.token.text.strip(" ,") == "and":
        stream.skip()
        return True
    return stream.take(ROW, ",", ";") is not None


def continues(p: Parser) -> bool:
    """Does the next row go on with this chain?"""
    return p.stream.ahead().text in (*RELATIONS, r"\approx", PROPORTIONAL)


# -------------------------------------------------------------------------------- hypotheses


def hypotheses(p: Parser) -> tuple[s.Hypothesis, ...]:
    stream = p.stream
    listed: list[s.Hypothesis] = []
    word = ""
    while True:
        word = skip_connectives(p) or word
        if stream.at_end():
            return tuple(listed)
        listed.extend(hypothesis(p, says_what_is_meant=word == WHERE))
        if not (stream.at(",", r"\qquad") or stream.token.kind in (Kind.END, Kind.TEXT)):
            stream.fail(codes.EXPECTED,
                        f"expected a comma between hypotheses, found {str(stream.token)!r}")


def skip_connectives(p: Parser) -> str:
    """Words and commas; the last word that is not *and*."""
    stream, last = p.stream, ""
    while True:
        if stream.token.kind == Kind.TEXT:
            word = stream.token.text.strip(" ,")
            if word not in CONNECTIVES:
                stream.fail(codes.NOT_A_HYPOTHESIS,
                            f"{stream.token.text!r} is not a hypothesis that can be executed")
            last = last if word == "and" else word
            stream.skip()
        elif not stream.take(",", r"\qquad", r"\forall"):
            return last


def hypothesis(p: Parser, *, says_what_is_meant: bool = False) -> list[s.Hypothesis]:
    start = p.stream.place
    if at_law(p):
        return [*law_of_letters(p, "", "")]
    if (family := read_family(p)) is not None:
        return [*memberships(p, [family.name], start, family)]
    names = listed_names(p)
    if names and (of_letters := about_letters(p, names, start, says_what_is_meant)):
        return of_letters
    p.stream.place = start
    return [*conditions(p, says_what_is_meant)]


def about_letters(p: Parser, names: list[str], start: int,
                  says_what_is_meant: bool) -> list[s.Hypothesis]:
    """Where letters that were just read go or live, or what one of them abbreviates; nothing, where
    they begin a relation."""
    stream, is_one = p.stream, len(names) == 1
    if is_one and stream.at(*ARROWS):
        stream.place = start
        return [approach(p)]
    if at_membership(p):
        return [*memberships(p, names, start)]
    if counted := counted_letters(p, names, start):
        return [*counted]
    is_new = says_what_is_meant and p.scope[names[0]] is None
    if is_one and (stream.take(":=") or (is_new and stream.take("="))):
        return [abbreviation(p, names[0], start)]
    return []


def conditions(p: Parser, says_what_is_meant: bool) -> list[s.Condition]:
    """A chain of relations that is supposed; of what the page defines, it may be a reminder."""
    chain = [s.Condition(one.name, one.left, one.right, span=one.span) for one in relations(p)]
    is_reminding = says_what_is_meant and all(one.relation == "=" for one in chain) \
        and is_defined(p, chain[0].left)
    return [replace(one, reminding=True) for one in chain] if is_reminding else chain


def approach(p: Parser) -> s.Approach:
    r"""x \to 0; a letter that nothing declares is any number."""
    start = p.stream.place
    way = read_way(p)
    meaning = p.scope[way.name]
    if meaning is not None and (meaning.kind is not MeaningKind.VALUE or meaning.definition):
        p.stream.fail(codes.WRONG_KIND, f"{way.name} is no letter that could go anywhere",
                      p.stream.since(start))
    letter = meaning.letter if meaning is not None else p.scope.bind(way.name)
    return s.Approach(letter, way.target, way.side, way.whole, span=p.stream.since(start))


def is_defined(p: Parser, node: s.Node) -> bool:
    """Is it a letter that the page defines, a component of one, or a value of one?"""
    while isinstance(node, s.Index):
        node = node.base
    letter = node.function if isinstance(node, s.Call) else node
    meaning = p.scope[letter.name] if isinstance(letter, s.Letter) else None
    return meaning is not None and meaning.definition is not None


def counted_letters(p: Parser, names: list[str], start: int) -> list[s.Membership]:
    r"""i = 1, \ldots, n or i = 1, 2, \ldots, n, which is i \in \{1, \ldots, n\}; nothing, where it
    is a relation."""
    stream, back = p.stream, p.stream.place
    if not stream.take("="):
        return []
    first = p.expression()
    if isinstance(first, s.Number) and first.digits.isdigit() \
            and stream.texts(3) == [",", str(int(first.digits) + 1), ","]:
        stream.skip(2)
    if stream.texts(2) != [",", r"\ldots"]:
        stream.place = back
        return []
    stream.skip(2)
    stream.expect(",", "behind the dots")
    domain = s.IntegerRange(first, p.expression(), span=stream.since(back + 1))
    check_new(p, names, start)
    span = stream.since(start)
    return [s.Membership(p.scope.bind(name, domain=domain), domain, span=span) for name in names]


def abbreviation(p: Parser, name: str, start: int) -> s.Abbreviation:
    check_new(p, [name], start)
    earlier = p.scope[name]
    value = count_items(p.expression(), earlier.domain if earlier is not None else None)
    if s.Letter(name) in s.walk(value):
        p.stream.fail(codes.CIRCULAR, f"{name} is defined by itself", value.span)
    letter = p.scope.bind(name, kind_of_value(value, p.scope), binding=ABBREVIATED)
    return s.Abbreviation(letter, value, span=p.stream.since(start))


def at_membership(p: Parser) -> bool:
    return p.stream.at(r"\in", r"\colon", ":")


def memberships(p: Parser, names: list[str], start: int,
                family: Family | None = None) -> list[s.Membership]:
    check_new(p, names, start)
    domain = domain_of(p, family)
    span = p.stream.since(start)
    return [s.Membership(p.scope.bind(name, kind_of(domain), domain), domain, span=span)
            for name in names]


def domain_of(p: Parser, family: Family | None) -> s.Node:
    """What stands behind the letters; of a family the vectors over it."""
    domain = read_domain(p)
    return domain if family is None else s.SetPower(domain, family.size, span=domain.span)


def read_domain(p: Parser) -> s.Node:
    r"""\in a set, or \colon a set \to a set."""
    stream = p.stream
    if stream.take(r"\in"):
        return read_set(p)
    stream.skip()
    start = stream.place
    domain = read_set(p)
    stream.expect(r"\to", "between the domain of a function and its codomain")
    return s.Functions(domain, read_set(p), span=stream.since(start))
