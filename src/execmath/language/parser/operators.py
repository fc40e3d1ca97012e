"""LaTeX -> what reaches over what stands behind it: log, sums, products, maxima."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.index_sets import index_set, refuse_unknown
from execmath.language.parser.lists import bracket, items
from execmath.language.parser.names import fresh_name, is_name_here, read_name
from execmath.language.parser.pratt import Attempt, Parser, Rule
from execmath.language.parser.reach import CLOSED, Tail, loose_end, occurs
from execmath.language.parser.sets import continuum, read_set
from execmath.language.symbols import MeaningKind
from execmath.language.vocabulary import (
    CLEAR,
    CLOSING,
    ELEMENTARY,
    FOLDS,
    FUNCTIONS,
    OF_ANGLES,
    OF_MATRICES,
    RELATIONS,
)

LOGARITHMS = (r"\log", r"\ln")
# An index and the set that it runs through; without one, what it stands in will tell.
Bound = tuple[s.Letter, s.Node | None]
Set = s.Node | None


def named_function(p: Parser) -> s.Node | None:
    r"""\log(x), \log x, \log_2 x, \sin^2 x, and \log \sum_i x_i, which reaches as far as its
    sum."""
    stream, start = p.stream, p.stream.place
    written = stream.token.text
    if p.scope[written] is not None or (stream.ahead().text == "_" and is_name_here(p)):
        return None
    stream.skip()
    base = p.group("the base") if written == r"\log" and stream.take("_") else None
    exponent = power_of_value(p, written)
    argument = argument_of(p, start, written)
    span = stream.since(start)
    node: s.Node = s.Apply(FUNCTIONS[written], argument, span=span) if base is None \
        else s.Logarithm(base, argument, span=span)
    if exponent is not None:
        node = s.Power(node, exponent, span=span)
    return p.postfix(node, start) if written in CLEAR and stream.at("^", "!") else node


def argument_of(p: Parser, start: int, written: str) -> s.Node:
    if not p.stream.at("(", "[", r"\{"):
        return unbracketed(p, start, written)
    argument = bracket(p)
    if p.stream.at("^", "_") and written not in CLEAR:
        p.stream.two_readings(start, "the power of the function", "of its argument")
    p.tail = CLOSED
    return argument


def power_of_value(p: Parser, written: str) -> s.Node | None:
    r"""The 2 of \sin^2 x."""
    stream = p.stream
    exponent = None
    if written in OF_ANGLES and stream.take("^"):
        exponent = p.exponent()
        if isinstance(exponent, s.Negative):
            stream.fail(codes.TWO_READINGS, "two readings: the inverse function, or one over its "
                        "value; write it as a fraction", exponent.span)
    if written in LOGARITHMS and stream.at("^"):
        stream.fail(codes.TWO_READINGS, "two readings: a power of the logarithm, or the logarithm "
                    "of the logarithm; put the power behind brackets around all of it")
    if stream.at("^", "_"):
        stream.fail(codes.TWO_READINGS, f"a {stream.token.text} right behind {written} is not in "
                    "the grammar; put it behind the bracket that holds the argument")
    return exponent


def unbracketed(p: Parser, start: int, written: str) -> s.Node:
    """One factor, up to a dot or to the next function. If more follows, that is refused, unless
    the factor itself reaches so far."""
    stream = p.stream
    if not p.starts_factor():
        stream.fail(codes.EXPECTED, f"expected the argument of {written}")
    begin = stream.place
    argument = p.factor()
    if p.tail.loose:
        p.refuse_loose(start)
    is_clear = stream.tokens[begin].text != r"\int" and written not in OF_MATRICES
    unclear = ("/",) if is_clear else ("/", r"\cdot")
    if not p.tail.factors and (stream.at(*unclear) or another_factor(p)):
        text = stream.source(start)
        stream.two_readings(start, f"({text}) times what follows", f"{text} with it inside")
    return argument


def another_factor(p: Parser) -> bool:
    """Does one follow that is neither another function nor a differential?"""
    return p.starts_factor() and not p.stream.at(*ELEMENTARY) \
        and not (p.integrals and p.at_differential(p.stream.place))


# ------------------------------------------------------------------------------------- folds


def fold(p: Parser) -> s.Node | None:
    stream, start = p.stream, p.stream.place
    if stream.ahead().text not in ("_", "^"):
        return None
    name = FOLDS[stream.token.text]
    stream.skip()
    upper_first(p)
    with p.local():
        other = stream.ahead(4).text if stream.ahead(3).text == r"\ne" else ""
        bound, conditions = below(p, name)
        if stream.at("^") and any(domain is None for _, domain in bound):
            refuse_unknown(p, bound[0][0].name, start)  # a last number without a first
        inside = stream.place
        node = signed_term(p)
    if other and occurs(other, node) and p.scope[other] is not None:
        stream.two_readings(start, "the sum over the first index, the other being fixed",
                            "over all pairs, with a set for both below")
    set_tail(p, name, bound, start, inside)
    for letter, domain in reversed(through_sets(p, name, bound, node, start)):
        node = s.Fold(name, letter, domain, node, conditions, span=stream.since(start))
        conditions = ()
    return node


def signed_term(p: Parser) -> s.Node:
    start = p.stream.place
    is_negative = p.stream.take("-") is not None
    term = p.term()
    return s.Negative(term, span=p.stream.since(start)) if is_negative else term


def through_sets(p: Parser, fold_name: str, bound: list[Bound], body: s.Node,
                 start: int) -> list[tuple[s.Letter, s.Node]]:
    """The indices with their sets; what nobody declared is told by what it stands in."""
    through = []
    for letter, domain in bound:
        if domain is None:
            domain = index_set(p, letter.name, body, start)
            refuse_continuum(p, fold_name, domain, start)
        through.append((letter, domain))
    return through


def upper_first(p: Parser) -> None:
    r"""\sum^n_{i=1} looks like \sum_{i=1}^n: what is above is moved behind what is below."""
    stream = p.stream
    if not stream.at("^"):
        return
    end = stream.end_of_group(stream.place + 1)
    if stream.tokens[end].text != "_":
        stream.fail(codes.EXPECTED, "expected what stands below the sum", stream.tokens[end].span)
    last = stream.end_of_group(end + 1)
    above, below = stream.tokens[stream.place : end], stream.tokens[end:last]
    stream.tokens = [*stream.tokens[: stream.place], *below, *above, *stream.tokens[last:]]


def set_tail(p: Parser, name: str, bound: list[Bound], start: int, inside: int) -> None:
    """How far the fold reaches. Refused, where it makes a difference and is not clear."""
    names = frozenset(letter.name for letter, _ in bound)
    loose = loose_end(p.factors, names)
    inside_it = tuple(factor._replace(bound=factor.bound | names) for factor in p.factors)
    p.tail = Tail(inside_it, names | p.tail.names, loose)
    if loose and name != "sum":
        stream = p.stream
        sign = stream.source_between(start, inside)
        body = stream.source_between(inside, stream.place)
        first = stream.tokens[inside].span[0]
        within = stream.tex[first : p.factors[len(p.factors) - len(loose) - 1].span[1]].strip()
        rest = stream.tex[first + len(within) : stream.since(start)[1]].strip()
        stream.two_readings(start, f"{sign} ({body})", f"({sign} {within}) {rest}")


def below(p: Parser, fold_name: str) -> tuple[list[Bound], tuple[s.Condition | s.Belonging, ...]]:
    r"""_{j=1}^{k}, _{j=1, j \ne i}^{k}, _{i,j=1}^{k}, _{x \in X}, _{x,y \in X}, _{j \ne i}, _j.

    The letters are bound when their set has been read."""
    stream = p.stream
    stream.expect("_", "below the sum")
    if not stream.take("{"):
        below_it, name = stream.place, fresh_name(p)
        declared = declared_set(p, name)
        refuse_continuum(p, fold_name, declared, below_it)
        return [bind_index(p, name, declared)], ()
    stacked = stream.take(r"\substack") is not None and bool(stream.expect("{", "behind it"))
    start, sets, first = stream.place, list[Set](), None
    names = listed_indices(p)
    if stream.take("="):
        first = p.expression()
    else:
        sets = sets_of_indices(p, names, start)
        names += pair_below(p, names)
    conditions = conditions_below(p, names, start, stacked)
    for _ in range(2 if stacked else 1):
        stream.expect("}", "to close what stands below the sum")
    if first is not None:
        sets = [range_from(p, first)]
    sets += [sets[-1]] * (len(names) - len(sets))
    for domain in sets:
        refuse_same_end(p, names, domain, start)
        refuse_continuum(p, fold_name, domain, start)
    return [bind_index(p, name, domain)
            for name, domain in zip(names, sets, strict=True)], conditions


def pair_below(p: Parser, names: list[str]) -> list[str]:
    r"""The j of \sum_{i \ne j} where neither letter has a meaning: both run."""
    stream, start = p.stream, p.stream.place
    if len(names) > 1 or p.scope[names[0]] is not None:
        return []
    read_name(p)
    other = stream.ahead() if stream.at(*RELATIONS) else None
    if other is None or not other.is_letter:
        stream.place = start
        return []
    stream.skip()
    name = read_name(p)
    is_pair = p.scope[name] is None and stream.at("}", ",")
    stream.place = start
    return [name] if is_pair else []


def refuse_same_end(p: Parser, names: list[str], domain: Set, start: int) -> None:
    r"""\sum_{i=1}^{i} i: which i is the last?"""
    for name in names:
        if domain is not None and occurs(name, domain):
            p.stream.fail(codes.TWO_READINGS, f"two readings: the {name} that runs, or another "
                          f"{name} as the end of it; give one of them another name",
                          p.stream.since(start))


def refuse_continuum(p: Parser, fold_name: str, domain: Set, start: int) -> None:
    """A sum over an interval. (In an instance, a sum over a set of the page may become one.)"""
    if fold_name in ("sum", "product") and domain is not None and continuum(p, domain):
        p.stream.fail(codes.INDEX_SET, "a sum or a product over a continuum; write an integral",
                      p.stream.since(start))


def sets_of_indices(p: Parser, names: list[str], start: int) -> list[Set]:
    """Behind the indices, or known from their declaration; a relation is then read anew."""
    if p.stream.take(r"\in"):
        return [read_set(p)]
    if not p.stream.at(*RELATIONS):
        return [declared_set(p, name) for name in names]
    domain = declared_set(p, names[0])
    refuse_pairs(p, names[0], start)
    p.stream.place = start
    return [domain]


def refuse_pairs(p: Parser, name: str, start: int) -> None:
    r"""\sum_{i<j}: over i, or over all pairs?"""
    stream = p.stream
    other = p.scope[stream.ahead().text]
    ordered = not stream.at(r"\ne", "=")
    if ordered and other is not None and other.domain is not None:
        both = f"{name}, {other.letter.name}"
        stream.fail(codes.TWO_READINGS, f"two readings: the sum over {name}, or over all pairs "
                    rf"({both}); write {name} \in and a set below, and the condition behind a "
                    "comma", stream.since(start))


def listed_indices(p: Parser) -> list[str]:
    stream = p.stream
    names = [fresh_name(p)]
    while stream.take(","):
        names.append(fresh_name(p))
    if len(names) > 1 and not stream.at("=", r"\in", "}"):
        stream.fail(codes.INDEX_SET,
                    r"what do these indices run through? Write \in and the set behind them")
    return names


def conditions_below(p: Parser, names: list[str], start: int,
                     stacked: bool) -> tuple[s.Condition | s.Belonging, ...]:
    """Relations that the indices must meet, behind their set or in the place of it."""
    stream = p.stream
    conditions: tuple[s.Condition | s.Belonging, ...] = ()
    with p.local():
        for name in names:
            p.scope.bind(name)
        while stream.place == start or stream.take(",") or (stacked and stream.take(r"\\")):
            conditions += p.condition_chain()
    return conditions


def range_from(p: Parser, first: s.Node) -> s.IntegerRange:
    stream = p.stream
    stream.expect("^", "with the upper bound")
    if stream.take(r"\infty") or stream.take_braced(r"\infty"):
        return s.IntegerRange(first, None)
    return s.IntegerRange(first, p.group("the upper bound"))


def bind_index(p: Parser, name: str, domain: Set) -> Bound:
    return p.scope.bind(name, domain=domain), domain


def declared_set(p: Parser, name: str) -> Set:
    r"""The set that an index was declared in; in \sum_{j \ne i}, the set of i will do."""
    stream = p.stream
    beside = stream.ahead().text if stream.at(*RELATIONS) else ""
    for candidate in (name, beside):
        meaning = p.scope[candidate]
        if meaning is not None and meaning.domain is not None \
                and meaning.kind == MeaningKind.VALUE:
            return meaning.domain
    return None


def extreme_of_list(p: Parser) -> s.Node:
    r"""\max(a, b) and \max\{a, b\}."""
    stream, start = p.stream, p.stream.place
    opening = stream.ahead().text
    stream.skip(2)
    listed, _ = items(p, stop=(CLOSING[opening],))
    stream.expect(CLOSING[opening], "to close the list")
    name = FOLDS[stream.tokens[start].text]
    return s.Apply(name, s.Vector(tuple(listed), span=stream.since(start)),
                   span=stream.since(start))


def extreme(p: Parser) -> s.Node:
    if p.stream.ahead().text not in ("(", r"\{"):
        p.stream.fail(codes.NOT_IN_GRAMMAR, f"{p.stream.token.text} is not in the grammar")
    return extreme_of_list(p)


def without_index(p: Parser) -> s.Node:
    p.stream.fail(codes.INDEX_SET, f"{p.stream.token.text} without an index")


FACTORS: dict[str, Attempt] = {
    **dict.fromkeys(FUNCTIONS, named_function), **dict.fromkeys(FOLDS, fold),
}
PRIMARIES: dict[str, Rule] = {
    r"\max": extreme, r"\min": extreme,
    **dict.fromkeys((r"\sum", r"\prod", r"\argmax", r"\argmin", r"\sup", r"\inf"),
                    without_index),
}
