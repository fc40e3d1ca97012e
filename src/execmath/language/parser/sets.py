"""LaTeX -> the tree of a set that letters range over."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.ellipsis import counts_in_steps
from execmath.language.parser.names import read_name
from execmath.language.parser.pratt import Attempt, Parser
from execmath.language.symbols import Meaning, MeaningKind
from execmath.language.vocabulary import RELATIONS

SMOOTH, SMOOTH_IN_BRACES = ["C", "^", r"\infty", "("], ["C", "^", "{", r"\infty", "}", "("]


def read_set(p: Parser) -> s.Node:
    r"""A set, or a product of some, A \times B."""
    stream, start = p.stream, p.stream.place
    factors = [powered_set(p)]
    while stream.take(r"\times"):
        factors.append(powered_set(p))
    if len(factors) == 1:
        return factors[0]
    return s.SetProduct(tuple(factors), span=stream.since(start))


def at_set(p: Parser) -> bool:
    r"""Does a set start here? (0, 1) is not counted, as it may be a vector too."""
    name, behind = p.stream.texts(2)
    meaning = letter_of_set(p) or p.scope[name]
    if meaning is not None:
        return meaning.kind == MeaningKind.SET
    return (name in (r"\{", r"\mathbb{R}", r"\mathbb{N}")
            or (name == r"\Delta" and behind == "^") or (name == "S" and behind == "_")
            or (name == "C" and at_smooth(p)))


def powered_set(p: Parser) -> s.Node:
    r"""\mathbb{R}^d, \mathbb{R}_{>0}^d, \mathbb{R}^d_{>0}, \mathbb{R}^{m \times n}."""
    stream, start = p.stream, p.stream.place
    base = simple_set(p)
    if isinstance(base, s.Simplex | s.OneHot) or not stream.take("^"):
        return base
    sizes = dimensions(p)
    if base == s.Reals() and stream.at("_"):
        base = s.Reals(half_line(p), span=base.span)
    if len(sizes) == 1:
        return s.SetPower(base, sizes[0], span=stream.since(start))
    if len(sizes) == 2:
        return s.MatrixSpace(base, sizes[0], sizes[1], span=stream.since(start))
    stream.fail(codes.SET, "a matrix has rows and columns, and nothing more", stream.since(start))


def dimensions(p: Parser) -> list[s.Node]:
    stream = p.stream
    if not stream.take("{"):
        return [p.group("the dimension")]
    outer, p.in_dimension = p.in_dimension, True
    sizes = [p.expression()]
    while stream.take(r"\times"):
        sizes.append(p.expression())
    p.in_dimension = outer
    stream.expect("}", "to close the dimension")
    return sizes


def simple_set(p: Parser) -> s.Node:
    start, token = p.stream.place, p.stream.token
    meaning = letter_of_set(p)
    if meaning is not None:
        read_name(p)
        return s.Letter(meaning.letter.name, meaning.letter.binding, span=p.stream.since(start))
    meaning = p.scope[token.text]
    if meaning is not None and meaning.kind == MeaningKind.SET:
        p.stream.skip()
        return s.Letter(meaning.letter.name, meaning.letter.binding, span=token.span)
    attempt = p.grammar.sets.get(token.text)
    domain = attempt(p) if attempt is not None else None
    if domain is None:
        p.stream.fail(codes.SET, f"expected a set, found {str(token)!r}")
    return domain


def continuum(p: Parser, domain: s.Node) -> bool:
    """Is it an interval or a line, by itself or by its definition on the page?"""
    while isinstance(domain, s.Letter):
        meaning = p.scope[domain.name]
        if meaning is None or meaning.definition is None:
            return False
        domain = meaning.definition.body
    return isinstance(domain, s.Reals | s.Interval)


def letter_of_set(p: Parser) -> Meaning | None:
    """What the whole name that stands here means, with its subscript, if that is a set."""
    start = p.stream.place
    if not p.stream.token.is_letter:
        return None
    meaning = p.scope[read_name(p)]
    p.stream.place = start
    return meaning if meaning is not None and meaning.kind == MeaningKind.SET else None


# -------------------------------------------------------------------------- sets with a name


def reals(p: Parser) -> s.Node:
    start = p.stream.place
    p.stream.skip()
    return s.Reals(half_line(p), span=p.stream.since(start))


def half_line(p: Parser) -> str:
    stream = p.stream
    if not stream.take("_"):
        return ""
    start = stream.token
    braced = stream.take("{")
    relation = stream.take(">", "<", r"\ge", r"\le")
    zero = stream.take("0")
    if not (braced and relation and zero and stream.take("}")):
        stream.fail(codes.SET, r"expected a sign, as in \mathbb{R}_{>0}", start.span)
    return RELATIONS[relation.text]


def naturals(p: Parser) -> s.Node:
    stream, start = p.stream, p.stream.place
    stream.skip()
    if not stream.take("_"):
        stream.two_readings(start, r"\mathbb{N}_0, from 0", r"\{1, 2, \ldots\}, from 1",
                            "write one of the two")
    braced = stream.take("{")
    relation = stream.take(">", r"\ge")
    first = stream.take("0", "1")
    if first is None or (braced and not stream.take("}")):
        stream.fail(codes.SET, r"expected where the numbers start, as in \mathbb{N}_0")
    least = int(first.text) + (relation is not None and relation.text == ">")
    if relation is None and least:
        stream.fail(codes.SET, r"the positive integers are written \mathbb{N}_{\ge 1} or "
                    r"\{1, 2, \ldots\}")
    return s.IntegerRange(s.Number(str(least)), None, span=stream.since(start))


def simplex(p: Parser) -> s.Node:
    start = p.stream.place
    p.stream.skip()
    p.stream.expect("^", "with the dimension of the simplex")
    return s.Simplex(p.group("the dimension"), span=p.stream.since(start))


def symmetric_group(p: Parser) -> s.Node | None:
    start = p.stream.place
    if p.scope["S"] is not None or p.stream.ahead().text != "_":
        return None
    p.stream.skip(2)
    return s.SymmetricGroup(p.group("the size"), span=p.stream.since(start))


def at_smooth(p: Parser) -> bool:
    return p.stream.texts(4) == SMOOTH or p.stream.texts(6) == SMOOTH_IN_BRACES


def smooth_functions(p: Parser) -> s.Node | None:
    r"""C^\infty(A, B)."""
    stream, start = p.stream, p.stream.place
    if p.scope["C"] is not None or not at_smooth(p):
        return None
    stream.skip(len(SMOOTH if stream.texts(4) == SMOOTH else SMOOTH_IN_BRACES))
    domain = read_set(p)
    stream.expect(",", "between the domain and the codomain")
    codomain = read_set(p)
    stream.expect(")", "to close the set of functions")
    return s.SmoothFunctions(domain, codomain, span=stream.since(start))


# --------------------------------------------------------------------------------- intervals


def interval_or_group(p: Parser) -> s.Node:
    stream, start = p.stream, p.stream.place
    opening = stream.token.text
    stream.skip()
    if opening == "(" and (at_set(p) or stream.at("(")):
        inner = read_set(p)
        stream.expect(")", "to close the set")
        return inner
    lower = limit(p)
    stream.expect(",", "between the ends of the interval")
    upper = limit(p)
    closing = stream.take(")", "]")
    if closing is None:
        stream.fail(codes.UNBALANCED, "expected the end of the interval")
    open_below, open_above = opening == "(", closing.text == ")"
    for end, is_open in ((lower, open_below), (upper, open_above)):
        if isinstance(end, s.Infinity) and not is_open:
            stream.fail(codes.SET, "infinity is not a member", end.span)
    return s.Interval(lower, upper, open_below, open_above, span=stream.since(start))


def limit(p: Parser) -> s.Node:
    """An expression, or an infinity."""
    stream, start = p.stream, p.stream.place
    sign = stream.take("-", "+")
    if stream.take(r"\infty"):
        return s.Infinity(sign is not None and sign.text == "-", span=stream.since(start))
    stream.place = start
    return p.expression()


# ---------------------------------------------------------------------------- listed members


def listed_set(p: Parser) -> s.Node:
    r"""\{1, \ldots, k\}, \{2, 3, \ldots\}, \{a, a+1, \ldots, b-1, b\}, \{0, 1\},
    \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    if stream.at(r"\mathbf{e}"):
        return one_hot(p, start)
    listed, elliptic = members_before_dots(p)
    last = p.expression() if elliptic and stream.take(",") else None
    if last is not None and stream.take(","):
        last = one_more(p, last)
    stream.expect(r"\}", "to close the set")
    if not elliptic:
        return s.FiniteSet(tuple(listed), span=stream.since(start))
    check_consecutive(p, listed, start)
    check_steps(p, listed, last, start)
    return s.IntegerRange(listed[0], last, span=stream.since(start))


def members_before_dots(p: Parser) -> tuple[list[s.Node], bool]:
    """What is listed, and whether dots follow."""
    listed = [p.expression()]
    while p.stream.take(","):
        if p.stream.take(r"\ldots"):
            return listed, True
        listed.append(p.expression())
    return listed, False


def check_steps(p: Parser, listed: list[s.Node], last: s.Node | None, start: int) -> None:
    r"""\{2, \ldots, 2n\}: all integers, or the even ones?"""
    if len(listed) == 1 and last is not None and counts_in_steps(listed[0], last):
        first = p.stream.source_between(start + 1, start + 2)
        p.stream.two_readings(start, "all integers in between, if the second is listed too",
                              f"the multiples or powers of {first} among them")


def one_more(p: Parser, before: s.Node) -> s.Node:
    """The b of {a, …, b - 1, b}."""
    last = p.expression()
    if before != s.Binary("-", last, s.Number("1")):
        p.stream.fail(codes.SET, "the last two members do not count up by one, as b - 1 and b do",
                      before.span)
    return last


def check_consecutive(p: Parser, listed: list[s.Node], start: int) -> None:
    first, *others = listed
    if others == [s.Binary("+", first, s.Number(str(place))) for place in range(1, len(listed))]:
        return
    numerals = [item.digits for item in listed if isinstance(item, s.Number)]
    smallest = int(numerals[0]) if numerals and numerals[0].isdigit() else 0
    expected = [str(smallest + offset) for offset in range(len(listed))]
    if len(listed) > 1 and numerals != expected:
        p.stream.fail(codes.SET, "the listed members do not count up by one",
                      p.stream.since(start))


def one_hot(p: Parser, start: int) -> s.Node:
    stream = p.stream
    first = one_hot_member(p)
    if first != s.Number("1"):
        stream.fail(codes.SET, r"the one-hot vectors count from \mathbf{e}_1", first.span)
    stream.expect(",", "between the members")
    stream.expect(r"\ldots", r"as in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}")
    stream.expect(",", "between the members")
    size = one_hot_member(p)
    stream.expect(r"\}", "to close the set")
    return s.OneHot(size, span=stream.since(start))


def one_hot_member(p: Parser) -> s.Node:
    for text in (r"\mathbf{e}", "_"):
        p.stream.expect(text, r"as in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}")
    return p.group("the index")


SETS: dict[str, Attempt] = {
    r"\mathbb{R}": reals, r"\mathbb{N}": naturals, r"\Delta": simplex, r"\{": listed_set,
    "(": interval_or_group, "[": interval_or_group, "S": symmetric_group, "C": smooth_functions,
}
