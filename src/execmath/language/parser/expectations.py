r"""LaTeX -> means, variances and covariances under a density that is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.conditional import Given, mean_given, operands_and_given
from execmath.language.parser.functions import at_transpose
from execmath.language.parser.lists import bracket, inner_product, items, separate_bars
from execmath.language.parser.names import fresh_name, read_name
from execmath.language.parser.pratt import Attempt, Parser, Rule
from execmath.language.parser.probabilities import probability
from execmath.language.parser.random_letters import (
    are_independent,
    bind,
    drawn_at_once,
    in_brackets,
    independence,
    joint,
    law_of,
    leave_open,
    mean,
    random_between,
    random_in_bracket,
    random_meaning,
    read_density,
    variance,
)
from execmath.language.parser.reach import CLOSED
from execmath.language.symbols import Meaning, MeaningKind
from execmath.language.tokens import Kind, Token
from execmath.language.vocabulary import CLOSING

OPENING, ENDING = frozenset({"{", *CLOSING}) - {"|"}, frozenset({"}", *CLOSING.values()}) - {"|"}


class Law(NamedTuple):
    """What a random letter is drawn from."""

    outcome: str
    density: s.Letter
    rest: tuple[s.Node, ...]  # the other arguments of the density


def expectation(p: Parser) -> s.Node | None:
    r"""\mathbb{E}_{x \sim p(\cdot; \eta)}[body], and \mathbb{E}[body] of random letters."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    over = letters_below(p)
    if over or not stream.at("_"):
        return of_random_letters(p, start, over)
    law = read_law(p)
    with p.local():
        letter = bind_outcome(p, law)
        if not stream.at("[", "("):
            stream.fail(codes.EXPECTATION, "an expectation is of something in brackets")
        opening = stream.place
        body = bracket(p)
    refuse_power(p, opening, start, law_below=True)
    return s.Expectation(letter, law.density, law.rest, body, span=stream.since(start))


def of_random_letters(p: Parser, start: int, over: list[Meaning]) -> s.Node | None:
    stream = p.stream
    if not stream.at("(", "[", r"\{"):
        stream.place = start
        return None
    meanings = averaged(p, over, start) if over else random_or_constant(
        p, stream.place, stream.end_of_bracket(stream.place), r"\mathbb{E}_{x \sim p}[x]", start)
    opening, outer = stream.place, p.scope
    with p.local():
        bind(p, meanings)
        listed, given = operands_and_given(p, "the mean", outer)
    refuse_power(p, opening, start)
    if not meanings and len(listed) == 1:
        return listed[0]
    body = listed[0] if len(listed) == 1 else s.Vector(tuple(listed), span=stream.since(start))
    return mean_given(p, meanings, given, body, start)


def letters_below(p: Parser) -> list[Meaning]:
    r"""The X of \mathrm{E}_X[g(X)], the X and Y of \mathrm{E}_{X, Y}[g(X, Y)]; nothing is read
    where something else stands below."""
    stream, start, meanings = p.stream, p.stream.place, list[Meaning]()
    if not stream.take("_"):
        return []
    if stream.take("{"):
        meanings = random_in_braces(p)
    elif stream.token.is_letter and (meaning := random_meaning(p, stream.token.text)) is not None:
        stream.skip()
        meanings = [meaning]
    if not meanings or not stream.at("(", "[", r"\{"):
        stream.place = start
        return []
    return meanings


def random_in_braces(p: Parser) -> list[Meaning]:
    """The random letters in front of the brace that closes; nothing, where it closes later."""
    meanings: list[Meaning] = []
    while p.stream.token.is_letter:
        meaning = random_meaning(p, read_name(p))
        if meaning is None:
            break
        meanings.append(meaning)
        if not p.stream.take(","):
            break
    return meanings if p.stream.take("}") else []


def averaged(p: Parser, over: list[Meaning], start: int) -> list[Meaning]:
    """The letters that are named below; others that have a value here must be independent of them,
    all together."""
    names = {one.letter.name for one in over}
    others = [one for one in random_in_bracket(p)
              if one.kind is MeaningKind.VALUE and one.letter.name not in names]
    blocks = drawn_at_once([*over, *others])
    is_mixed = any(len({one.letter.name in names for one in block}) > 1 for block in blocks)
    if others and (is_mixed or p.scope[independence(*blocks)] is None):
        apart = r" \perp ".join(map(in_brackets, blocks))
        p.stream.fail(codes.EXPECTATION, f"nothing says how {listed_names(over)} and "
                      f"{listed_names(others)} vary together: the mean over some letters alone is "
                      f"taken where {apart}", p.stream.since(start))
    return over


def listed_names(meanings: Sequence[Meaning]) -> str:
    return " and ".join(one.letter.name for one in meanings)


def in_angles(p: Parser) -> s.Node:
    r"""\langle v, w \rangle, an inner product; \langle f(x) \rangle_{p(x)}, a mean."""
    stream, start = p.stream, p.stream.place
    end = closing_angle(p)
    if end is None:
        stream.skip()
        return inner_product(p, start)
    below, stream.place = stream.place, end + 1
    law = read_law(p) if stream.at("_") else None
    behind, stream.place = stream.place, below
    meanings = [] if law is not None else random_or_constant(
        p, stream.place, end, r"\langle x \rangle_{p(x)}", stream.place)
    with p.local():
        letter = bind_outcome(p, law) if law is not None else None
        bind(p, meanings)
        stream.skip()
        body = p.expression()
    stream.expect(r"\rangle", "to close the mean")
    stream.place, p.tail = max(behind, stream.place), CLOSED
    if letter is None or law is None:
        return mean(p, meanings, body, start) if meanings else body
    return s.Expectation(letter, law.density, law.rest, body, span=stream.since(start))


def closing_angle(p: Parser) -> int | None:
    """The place of the bracket that closes, where there is no comma on the way to it."""
    stream, depth = p.stream, 0
    for place in range(stream.place, len(stream.tokens)):
        text = stream.tokens[place].text
        depth += (text in OPENING) - (text in ENDING)
        if depth == 0:
            return place
        if depth == 1 and text == ",":
            return None
    return None


def random_or_constant(p: Parser, first: int, end: int, example: str, start: int
                       ) -> list[Meaning]:
    r"""The random letters that a mean is over; without any, a small letter without a meaning is the
    value of a random letter, as the x of \langle x \rangle. What is left is a constant, of which
    there is a mean where the page has random letters."""
    meanings = random_between(p, first, end)
    if meanings:
        return meanings
    stream, random = p.stream, random_names(p)
    small = {name.lower(): name for name in random if name.lower() != name}
    inside = [place for place in range(first, end) if stream.tokens[place].text in small]
    if not random or any(p.scope[stream.tokens[place].text] is not None for place in inside):
        stream.fail(codes.EXPECTATION, "nothing in the brackets is random: declare a letter by its "
                    f"law, X \\sim p, or name the law below, as in {example}",
                    stream.tokens[start].span)
    for place in inside:
        token = stream.tokens[place]
        stream.exchange(place, 1, token._replace(text=small[token.text]))
    return random_between(p, first, end)


def random_names(p: Parser) -> list[str]:
    """The random letters of the page; other names with a backslash say what a scope keeps."""
    typed = [name for name in p.scope.names() if name[:1] != "\\" or name[1:2].isalpha()]
    meanings = {name: meaning for name in typed if (meaning := p.scope[name]) is not None}
    return [name for name, meaning in meanings.items() if meaning.kind is MeaningKind.RANDOM]


def covariance(p: Parser) -> s.Node | None:
    r"""\operatorname{Var}_{x \sim p}[a], \operatorname{Cov}_{x \sim p}[v] and
    \operatorname{Cov}_{x \sim p}[a, b]; without a law below, of random letters."""
    stream, start = p.stream, p.stream.place
    name = stream.token.text[len(r"\operatorname{") : -1]
    stream.skip()
    over = letters_below(p)
    if over or not stream.at("_"):
        return covariance_of_random(p, name, start, over)
    law = read_law(p)
    with p.local():
        letter = bind_outcome(p, law)
        opening = stream.place
        listed = operands(p, name, start)
    refuse_power(p, opening, start, law_below=True)
    right = listed[1] if len(listed) == 2 else None
    return s.Covariance(name, letter, law.density, law.rest, listed[0], right,
                        span=stream.since(start))


def covariance_of_random(p: Parser, name: str, start: int, over: list[Meaning]) -> s.Node:
    stream = p.stream
    meanings = varied_letters(p, name, start, over)
    opening, outer = stream.place, p.scope
    with p.local():
        bind(p, meanings)
        listed, given = operands_and_given(p, name, outer)
    refuse_power(p, opening, start)
    refuse_count(p, name, listed, start)
    left, right = listed[0], listed[1] if len(listed) == 2 else None
    span, law = stream.since(start), law_of(meanings[0])
    if len(meanings) == 1 and len(law.jointly) == 1 and law.size is None:
        letter = s.Letter(meanings[0].letter.name)
        return s.Covariance(name, letter, law.density, law.rest, left, right, span=span)
    if right is None and name == "Cov":
        stream.fail(codes.EXPECTATION, "the covariance matrix of letters with several laws", span)
    if (of_parts := told_by_parts(p, meanings, given, left, right, start)) is not None:
        return of_parts
    deviations = [s.Binary("-", side, mean_given(p, meanings, given, side, start), span=span)
                  for side in (left, right or left)]
    return mean_given(p, meanings, given, s.Binary("*", *deviations, span=span), start)


def varied_letters(p: Parser, name: str, start: int, over: list[Meaning]) -> list[Meaning]:
    """Those that are named below, or else the random ones in the brackets."""
    if over:
        return averaged(p, over, start)
    meanings = random_in_bracket(p) if p.stream.at("(", "[") else []
    if not meanings:
        p.stream.fail(codes.EXPECTATION, f"{name} of nothing random: declare a letter by its law, "
                      rf"X \sim p, or name the law below, as in {name}_{{x \sim p}}[x]",
                      p.stream.since(start))
    return meanings


def told_by_parts(p: Parser, meanings: list[Meaning], given: Given, left: s.Node,
                  right: s.Node | None, start: int) -> s.Node | None:
    """The variance of what is put together of independent parts, and the covariance of two that
    are: 0. None where independence tells nothing, as where something is given."""
    if given:
        return None
    if right is None:
        return variance(p, meanings, left, start)
    if are_independent(p, meanings, left, right, start):
        return s.Number("0", span=p.stream.since(start))
    return None


def refuse_power(p: Parser, opening: int, start: int, *, law_below: bool = False) -> None:
    r"""\mathbb{E}(x - a)^2: of (x - a)^2, or the square of all? Square brackets leave no doubt,
    nor do those of \mathrm{E}(X)^2, as the X would need none for a power of its own. (The
    transpose of a mean is the mean of the transpose.)"""
    stream = p.stream
    if stream.at("^", "_", "!") and stream.tokens[opening].text != "[" and not at_transpose(p) \
            and (law_below or not stream.at("^") or not is_without_a_power(p, opening)):
        stream.two_readings(start, "the power of the expectation", "the expectation of the power")


def is_without_a_power(p: Parser, opening: int) -> bool:
    r"""(X), (X_i), (X, Y) and (X \mid Y): a letter that would have its power right behind it, or
    what has none."""
    stream = p.stream
    back, stream.place = stream.place, opening + 1
    is_name = stream.token.is_letter and bool(read_name(p))
    answer = is_name and stream.place == back - 1
    stream.place = back
    return answer or any(token.text in (r"\mid", ",") for token in outer_tokens(p, opening, back))


def outer_tokens(p: Parser, opening: int, end: int) -> Iterator[Token]:
    """The tokens of a bracket that stand in no bracket within it."""
    depth = 0
    for token in p.stream.tokens[opening:end]:
        depth += token.text in OPENING
        if depth == 1:
            yield token
        depth -= token.text in ENDING


def operands(p: Parser, name: str, start: int) -> list[s.Node]:
    stream = p.stream
    opening = stream.take("[", "(")
    if opening is None:
        stream.fail(codes.EXPECTATION, f"{name} is of something in brackets")
    closing = CLOSING[opening.text]
    listed, elliptic = items(p, stop=(closing,))
    stream.expect(closing, f"to close {name}")
    if elliptic:
        stream.fail(codes.EXPECTATION, f"{name} of a list with an ellipsis", stream.since(start))
    refuse_count(p, name, listed, start)
    return listed


def refuse_count(p: Parser, name: str, listed: list[s.Node], start: int) -> None:
    if len(listed) > (2 if name == "Cov" else 1):
        p.stream.fail(codes.EXPECTATION, f"{name} of {len(listed)} things", p.stream.since(start))


def read_law(p: Parser) -> Law:
    r"""_{x \sim p(\cdot; \eta)}, or _{p(x)}."""
    stream = p.stream
    stream.expect("_", r"that names the density, as in \mathbb{E}_{x \sim p}[x]")
    if stream.token.is_letter:  # \mathbb{E}_q, without braces
        brace = stream.token._replace(text="{", kind=Kind.SYMBOL)
        stream.exchange(stream.place, 1, brace, stream.token, brace._replace(text="}"))
    stream.expect("{", r"as in \mathbb{E}_{x \sim p}[x]")
    law = law_at_letter(p)
    if law is None:
        outcome = fresh_name(p)
        if not stream.take(r"\sim"):
            what = f"{outcome} is no law of one letter, as p(x) is" if stream.at("(", "[") \
                else f"what is {outcome} drawn from"
            stream.fail(codes.EXPECTATION, f"{what}: below a mean stands a law, x \\sim p or p(x), "
                        "or a letter that was declared random")
        law = Law(outcome, *read_density(p, outcome=outcome))
    stream.expect("}", "to close what stands below")
    return law


def law_at_letter(p: Parser) -> Law | None:
    """p(x), which names the density and the letter of its outcome."""
    stream, start = p.stream, p.stream.place
    meaning = p.scope[read_name(p)]
    if meaning is None or meaning.kind != MeaningKind.FUNCTION:
        stream.place = start
        return None
    if stream.at("}") and (law := law_by_its_name(p, meaning, start)) is not None:
        return law
    if stream.texts(1) != ["("] or stream.ahead(2).text != ")":
        law = law_with_the_rest(p, meaning, start)
        stream.place = stream.place if law is not None else start
        return law
    density = s.Letter(meaning.letter.name, meaning.letter.binding, span=stream.since(start))
    stream.skip()
    outcome = fresh_name(p)
    stream.skip()
    return Law(outcome, density, ())


def law_with_the_rest(p: Parser, meaning: Meaning, start: int) -> Law | None:
    r"""p(x; \theta) or q(z \mid x), of a function that has just these arguments: the first one is
    the outcome, and what is behind it is given."""
    stream = p.stream
    opening = stream.place
    outcome = stream.ahead().text if stream.at("(") and stream.ahead().is_letter else ""
    if not outcome or p.scope[joint(meaning.letter.name)] is not None:
        return None
    separate_bars_ahead(p, opening)
    leave_open(p, outcome, meaning)
    if stream.ahead().text != r"\cdot":
        return None
    stream.place = start
    return Law(outcome, *read_density(p))


def separate_bars_ahead(p: Parser, opening: int) -> None:
    p.stream.skip()
    separate_bars(p, opening)
    p.stream.place = opening


def law_by_its_name(p: Parser, meaning: Meaning, start: int) -> Law | None:
    r"""\mathbb{E}_q[g(z)]: the outcome is called as in the definition of q(z), which has one
    argument."""
    definition = meaning.definition
    if definition is None or len(definition.parameters) != 1:
        return None
    density = s.Letter(meaning.letter.name, meaning.letter.binding, span=p.stream.since(start))
    outcome = definition.parameters[0].letter.name
    inside = p.stream.tokens[p.stream.place : p.stream.end_of_bracket(p.stream.place + 1)]
    if all(token.text != outcome for token in inside):
        p.stream.fail(codes.EXPECTATION, f"the outcome of {density.name} is called {outcome} "
                      f"where it is defined, and {outcome} does not stand in the brackets; "
                      rf"name it below, as in \mathbb{{E}}_{{{outcome} \sim {density.name}}}[…]",
                      density.span)
    return Law(outcome, density, ())


def bind_outcome(p: Parser, law: Law) -> s.Letter:
    """The random letter, with the set that it is drawn from where that is known."""
    meaning = p.scope[law.density.name]
    domain = None
    if meaning is not None and meaning.definition and meaning.definition.parameters:
        domain = meaning.definition.parameters[0].domain
    elif meaning is not None and isinstance(meaning.domain, s.Functions):
        domain = meaning.domain.domain
    return p.scope.bind(law.outcome, domain=domain)


PRIMARIES: dict[str, Rule] = {r"\langle": in_angles}
NAMES: dict[str, Attempt] = {
    **dict.fromkeys((r"\mathbb{E}", r"\operatorname{E}", "E"), expectation),
    **dict.fromkeys((r"\operatorname{Var}", r"\operatorname{Cov}"), covariance),
    **dict.fromkeys(("P", r"\mathbb{P}", r"\operatorname{P}", "p", r"\operatorname{p}"),
                    probability),
}
FACTORS: dict[str, Attempt] = {r"\Pr": probability}
