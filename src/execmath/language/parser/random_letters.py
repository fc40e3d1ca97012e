r"""LaTeX -> means, probabilities and marginal laws of letters that were declared random.

`X \sim f(\cdot; \theta)` says what X is drawn from, and nothing else: X has no value. In
`\mathbb{E}[g(X)]` it is bound, and the mean is that of g(x) under f. What the law of one letter
does not say (how two of them vary together) is never guessed: a joint law says it, or `X \perp Y`.
"""

from __future__ import annotations

from collections.abc import Sequence

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.independent import Independent
from execmath.language.parser.lists import Named, arguments, separate_bars
from execmath.language.parser.names import read_name, read_parts
from execmath.language.parser.pratt import Parser
from execmath.language.symbols import Law, Meaning, MeaningKind
from execmath.language.tokens import Kind
from execmath.language.vocabulary import CLOSERS, CLOSING, OPENERS, SEPARATORS

ONE = s.Number("1")
OPEN, CLOSED = OPENERS, CLOSERS
CONTINUA = (s.Reals, s.Interval)
COUNTED = (s.IntegerRange, s.FiniteSet, s.OneHot, s.SymmetricGroup)


# ------------------------------------------------------------------------------------- laws


def read_density(p: Parser, most: int = 1, outcome: str = "") -> tuple[s.Letter,
                                                                     tuple[s.Node, ...]]:
    r"""f, f(\cdot; \theta), f(\theta) of a function with one argument more, or f(x; \theta) with
    the outcome x itself in the place of the dot."""
    stream, start = p.stream, p.stream.place
    density = p.grammar.letter(p)
    if not isinstance(density, s.Letter):
        stream.fail(codes.EXPECTATION, "a random letter is drawn from a density, which is a "
                    "function or a vector", stream.since(start))
    if not (p.is_function(density) and stream.at("(", "[")):
        return density, ()
    meaning = p.scope[density.name]
    leave_open(p, outcome, meaning)
    given = arguments(p)
    if given and isinstance(given[0], s.Hole):
        return density, given[1:]
    definition = meaning.definition if meaning is not None else None
    if definition is not None and \
            not 1 <= len(definition.parameters) - len(given) <= most:
        stream.fail(codes.EXPECTATION, f"the law {density.name} has {len(definition.parameters)} "
                    "arguments, the first of which is the outcome; behind \\sim stand all others",
                    stream.since(start))
    return density, given


def leave_open(p: Parser, outcome: str, meaning: Meaning | None) -> None:
    r"""p(x; \theta) behind x \sim is p(\cdot; \theta), where the function has all its arguments."""
    stream, start = p.stream, p.stream.place
    definition = meaning.definition if meaning is not None else None
    behind = stream.ahead(2).text
    if definition is None or stream.ahead().text != outcome or behind not in (")", "]", "|",
                                                                              *SEPARATORS):
        return
    end = stream.end_of_bracket(start)
    depth, count = 0, 1
    for token in stream.tokens[start:end]:
        depth += (token.text in OPEN) - (token.text in CLOSED)
        count += depth == 1 and token.text in (*SEPARATORS, "|")
    if count == len(definition.parameters):
        stream.exchange(start + 1, 1, stream.ahead()._replace(text=r"\cdot", kind=Kind.COMMAND))


def outcomes_of(p: Parser, density: s.Letter, place: int = 0) -> s.Node | None:
    """The set of a density's outcomes, where that is known."""
    meaning = p.scope[density.name]
    if meaning is None:
        return None
    if meaning.definition is not None and place < len(meaning.definition.parameters):
        return meaning.definition.parameters[place].domain
    if isinstance(meaning.domain, s.Functions):
        domain = meaning.domain.domain
        if isinstance(domain, s.SetProduct) and place < len(domain.factors):
            return domain.factors[place]
        return domain if place == 0 else None
    return None


# ---------------------------------------------------------------------- letters in brackets


def random_meaning(p: Parser, name: str) -> Meaning | None:
    """What a letter with a law means; within a mean it has a value, and its law still."""
    meaning = p.scope[name]
    return meaning if meaning is not None and meaning.law is not None else None


def random_in_bracket(p: Parser) -> list[Meaning]:
    """The random letters in the bracket that opens here."""
    stream, depth = p.stream, 0
    for place in range(stream.place, len(stream.tokens)):
        text = stream.tokens[place].text
        depth += (text in OPEN) - (text in CLOSED)
        if depth == 0:
            return random_between(p, stream.place, place)
    return []


def random_between(p: Parser, start: int, end: int) -> list[Meaning]:
    """The random letters from one place to another, each once, in reading order."""
    stream, back = p.stream, p.stream.place
    stream.place = start
    meanings: list[Meaning] = []
    while stream.place < end:
        if not stream.token.is_letter:
            stream.skip()
            continue
        here, parts = stream.place, read_parts(p)
        if parts.subscript and p.scope[parts.whole] is None:
            stream.place = here + 1  # x_I, of a random number I
        meaning = random_meaning(p, parts.whole) or random_meaning(p, parts.base + parts.marks)
        behind = [meaning] if meaning is not None else sources(p, parts.whole)
        meanings += [one for one in behind if one not in meanings]
    stream.place = back
    return meanings


def sources(p: Parser, name: str) -> list[Meaning]:
    """The random letters that Y depends on, where it was defined as Y := g(X)."""
    meaning = p.scope[name]
    for source in meaning.sources if meaning is not None else ():
        now = random_meaning(p, source.letter.name)
        if now is None or now.law != source.law:
            p.stream.fail(codes.RANDOM, f"{name} depends on {source.letter.name}, which has "
                          "another law here")
    return list(meaning.sources) if meaning is not None else []


def outcomes_behind(p: Parser, meaning: Meaning) -> tuple[s.Node, ...]:
    """The values of the letters that Y depends on, where all of them are bound."""
    values = [p.scope[source.letter.name] for source in meaning.sources]
    is_bound = all(value is not None and value.kind is MeaningKind.VALUE and value.law == source.law
                   for value, source in zip(values, meaning.sources, strict=True))
    return tuple(s.Letter(source.letter.name) for source in meaning.sources) if is_bound else ()


def bind(p: Parser, meanings: Sequence[Meaning]) -> None:
    """Within the bracket the letters have values; the mean of one is still that of its law."""
    for meaning in meanings:
        letter = s.Letter(meaning.letter.name)
        p.scope.add(Meaning(letter, MeaningKind.VALUE, meaning.domain, law=meaning.law))
        p.borrow(meaning.letter)


def mean(p: Parser, meanings: Sequence[Meaning], body: s.Node, start: int) -> s.Node:
    """The mean of a body in which these letters are bound."""
    span, firsts = p.stream.since(start), together(p, meanings, start)
    samples = [one for one in firsts if law_of(one).size is not None]
    if samples or len(firsts) > 1:
        node = Independent(firsts).mean(body)
        if node is not None:
            return node
    if samples:
        name = samples[0].letter.name
        p.stream.fail(codes.EXPECTATION, f"a mean over several draws of {name} that is not told by "
                      "those of one: draws whose numbers may be equal, a power of their sum, or "
                      "all of them at once", span)
    for meaning in reversed(firsts):
        body = mean_over(p, meaning, body, span)
    return body


def variance(p: Parser, meanings: Sequence[Meaning], body: s.Node, start: int) -> s.Node | None:
    """Of what is put together of independent parts; None where it is not told by theirs."""
    return Independent(together(p, meanings, start)).variance(body)


def are_independent(p: Parser, meanings: Sequence[Meaning], one: s.Node, other: s.Node,
                    start: int) -> bool:
    """Do they depend on no draw in common?"""
    return Independent(together(p, meanings, start)).are_independent(one, other)


def together(p: Parser, meanings: Sequence[Meaning], start: int) -> list[Meaning]:
    """One letter for each law; two laws or more must have been declared independent."""
    blocks = drawn_at_once(meanings)
    if len(blocks) > 1 and p.scope[independence(*blocks)] is None:
        names = " and ".join(meaning.letter.name for block in blocks for meaning in block)
        remedy = r" \perp ".join(in_brackets(block) for block in blocks)
        pairs = ", which is more than that any two are independent" if len(blocks) > 2 else ""
        p.stream.fail(codes.EXPECTATION, f"nothing says how {names} vary together: declare their "
                      f"joint law, or {remedy}{pairs}", p.stream.since(start))
    return [block[0] for block in blocks]


def drawn_at_once(meanings: Sequence[Meaning]) -> list[tuple[Meaning, ...]]:
    """The letters by their laws, in reading order."""
    blocks: list[tuple[Meaning, ...]] = []
    for meaning in meanings:
        place = next((place for place, block in enumerate(blocks)
                      if meaning.law == block[0].law and len(law_of(meaning).jointly) > 1), None)
        if place is None:
            blocks.append((meaning,))
        else:
            blocks[place] += (meaning,)
    return blocks


def in_brackets(block: Sequence[Meaning]) -> str:
    names = ", ".join(meaning.letter.name for meaning in block)
    return names if len(block) == 1 else f"({names})"


def independence(*blocks: Sequence[Meaning]) -> str:
    """Under which a scope keeps that letters of several laws are independent, all together; no
    author can type it. A letter that a later section introduces anew is another one."""
    return r" \perp ".join(sorted(", ".join(sorted(
        f"{one.letter.name} {law_of(one).label}" for one in block)) for block in blocks))


def law_of(meaning: Meaning) -> Law:
    assert meaning.law is not None
    return meaning.law


def mean_over(p: Parser, meaning: Meaning, body: s.Node, span: s.Span) -> s.Node:
    law = law_of(meaning)
    if len(law.jointly) == 1:
        return s.Expectation(s.Letter(meaning.letter.name), law.density, law.rest, body, span=span)
    letters = tuple(s.Letter(name) for name in law.jointly)
    weight = s.Call(law.density, (*letters, *law.rest), span=span)
    return total(p, law, range(len(letters)), letters, s.Binary("*", weight, body, span=span), span)


def total(p: Parser, law: Law, places: Sequence[int], letters: Sequence[s.Letter], body: s.Node,
          span: s.Span) -> s.Node:
    """The sum or the integral of a body over some of the letters of a joint law."""
    for place in reversed(places):
        domain = outcomes_of(p, law.density, place)
        if domain is None:
            p.stream.fail(codes.EXPECTATION, f"the set of {letters[place].name} is not known", span)
        kind = kind_of_outcomes(p, domain)
        if kind is None:
            p.stream.fail(codes.EXPECTATION, f"a law over the set of {letters[place].name} can "
                          "neither be summed nor be integrated", span)
        body = s.Fold("sum", letters[place], domain, body, span=span) if kind is COUNTED \
            else s.SetIntegral(letters[place], domain, body, span=span)
    return body


def kind_of_outcomes(p: Parser, domain: s.Node) -> tuple[type[s.Node], ...] | None:
    while isinstance(domain, s.Letter):
        meaning = p.scope[domain.name]
        if meaning is None or meaning.definition is None:
            return None
        domain = meaning.definition.body
    return next((kind for kind in (COUNTED, CONTINUA) if isinstance(domain, kind)), None)


# ---------------------------------------------------------------------------- laws by name


def by_name(p: Parser, function: s.Letter, given: tuple[s.Node, ...], separators: Sequence[str],
            start: int) -> s.Node | None:
    r"""p(x), p(y) and p(x \mid y) of a joint law p of X and Y: told by the names of the letters."""
    law = joint_law(p, function)
    is_conditional = r"\mid" in separators
    if law is None or (not is_conditional and is_of_all(law, given)):
        return None
    places = places_of(p, law, given, start)
    for name in law.jointly:
        if (random := p.scope[name]) is not None:
            p.borrow(random.letter)
    values = tuple(node.value if isinstance(node, Named) else node for node in given)
    above = marginal(p, law, places, values, start)
    if not is_conditional:
        return above
    bar = list(separators).index(r"\mid") + 1
    below = marginal(p, law, places[bar:], values[bar:], start)
    return s.Binary("/", above, below, span=p.stream.since(start))


def joint_law(p: Parser, function: s.Letter) -> Law | None:
    """The law of several letters that a function is the density of."""
    meaning = p.scope[joint(function.name)]
    law = meaning.law if meaning is not None else None
    return law if law is not None and law.density == function else None


def is_of_all(law: Law, given: Sequence[s.Node]) -> bool:
    """Are these the arguments of the law itself, one for each letter?"""
    return len(given) == len(law.jointly) + len(law.rest) \
        and not any(isinstance(node, Named) for node in given)


def places_of(p: Parser, law: Law, given: Sequence[s.Node], start: int) -> list[int]:
    """Of which random letter each argument is the small one."""
    places = [place for node in given if (place := place_of(law, node)) is not None]
    if len(set(places)) < len(given):
        p.stream.fail(codes.EXPECTATION, f"{law.density.name} is the joint law of "
                      f"{', '.join(law.jointly)}; a law of some of them is told by the names of "
                      "its letters, each the small one of a random letter", p.stream.since(start))
    return places


def joint(name: str) -> str:
    """Under which a scope keeps that a function is a joint law; no author can type it."""
    return rf"\sim {name}"


def place_of(law: Law, node: s.Node) -> int | None:
    """Of which random letter a letter is the small one; within a mean, the letter itself."""
    if not isinstance(node, s.Letter | Named):
        return None
    return next((place for place, name in enumerate(law.jointly)
                 if node.name in (name, name.lower())), None)


def marginal(p: Parser, law: Law, places: Sequence[int], given: Sequence[s.Node],
             start: int) -> s.Node:
    span = p.stream.since(start)
    letters = [s.Letter(rf"\cdot {name}") for name in law.jointly]  # can catch nothing
    values: list[s.Node] = list(letters)
    for place, node in zip(places, given, strict=True):
        values[place] = node
    weight = s.Call(law.density, (*values, *law.rest), span=span)
    others = [place for place in range(len(letters)) if place not in places]
    return total(p, law, others, letters, weight, span)


# ------------------------------------------------------------------------------- functionals


def functional(p: Parser) -> s.Letter | None:
    r"""\mathrm{H}(X) or D(P \| Q), where the page defined just that."""
    stream, start = p.stream, p.stream.place
    key = functional_name(p)
    meaning = p.scope[key] if key else None
    if meaning is None or any(what_it_is(p, name) != about for name, about in meaning.about):
        stream.place = start
        return None
    for name, _ in meaning.about:
        about = p.scope[name]
        if about is not None:
            p.borrow(about.letter)
    return s.Letter(meaning.letter.name, meaning.letter.binding, span=stream.since(start))


def functional_name(p: Parser) -> str:
    """Reads a name with random letters or functions in brackets, as one name; "" where it is
    none."""
    name, stream = read_name(p), p.stream
    opening = stream.take("(", "[")
    if opening is None:
        return ""
    separate_bars(p, stream.place - 1)
    parts: list[str] = []
    while stream.token.is_letter:
        inner = read_name(p)
        meaning = p.scope[inner]
        if meaning is None or not is_fixed(meaning):
            return ""
        parts.append(inner)
        separator = stream.take(*SEPARATORS)
        if separator is None:
            break
        parts.append(BETWEEN[separator.text])
    return f"{name}({''.join(parts)})" if stream.take(CLOSING[opening.text]) and parts else ""


def what_it_is(p: Parser, name: str) -> s.Letter | Law | None:
    """What a letter in the brackets of a name stands for: its law, or the function."""
    meaning = p.scope[name]
    if meaning is None:
        return None
    return meaning.law or meaning.letter


BETWEEN = {",": ", ", ";": "; ", r"\mid": r" \mid ", r"\|": r" \| "}


def is_fixed(meaning: Meaning) -> bool:
    """A random letter or a function of the page, which is no parameter."""
    if meaning.law is not None or meaning.sources:
        return True
    return meaning.kind == MeaningKind.FUNCTION and meaning.definition is not None
