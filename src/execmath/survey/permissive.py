"""Can a display be read at all, if every letter may mean what it has to mean?

Each name gets a kind: a number, a matrix, a function, a set, a random variable. The first guess
comes from what stands behind the name; where the reader complains about the kind of one, another
is tried. What is then still in the way is the notation, not a missing declaration.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.names import NUMBERS_ABOVE, UPRIGHT
from execmath.language.parser.functions import TRANSPOSING
from execmath.language.parser.grammar import GRAMMAR
from execmath.language.parser.names import read_name
from execmath.language.parser.numbers_above import CHI, CHI_SQUARED, end_of_group
from execmath.language.parser.pratt import Parser
from execmath.language.parser.statements import ParsedStatement, read_statement
from execmath.language.parser.token_stream import TokenStream
from execmath.language.parser.words import run_of_letters
from execmath.language.symbols import Law, Meaning, MeaningKind, Scope
from execmath.language.tokens import COMMANDS, Kind, LatexError, Token, tokenize
from execmath.language.vocabulary import FOLDS, FUNCTIONS
from execmath.runtime.codes import Code

TRIALS = 40  # scopes, for one display
PLACE = "the scope of a survey"


class Guess(StrEnum):
    NUMBER = "number"
    VECTOR = "vector"
    MATRIX = "matrix"
    FUNCTION = "function"
    SET = "set"
    RANDOM = "random letter"
    SAMPLE = "independent draws"
    UNKNOWN = "unknown"


class AnyArguments(s.SetProduct):
    """The sets of the arguments of a function that may have any number of them."""


ONE = s.Number("1")
COUNTING = s.IntegerRange(ONE, None)
DENSITY = s.Letter("f", PLACE)
MATRICES = s.MatrixSpace(s.Reals(), s.Number("2"), s.Number("2"))
VECTORS = s.SetPower(s.Reals(), s.Number("2"))
MEANINGS: dict[Guess, tuple[MeaningKind, s.Node | None]] = {
    Guess.NUMBER: (MeaningKind.VALUE, COUNTING),
    Guess.VECTOR: (MeaningKind.VALUE, VECTORS),
    Guess.MATRIX: (MeaningKind.VALUE, MATRICES),
    Guess.FUNCTION: (MeaningKind.FUNCTION, s.Functions(AnyArguments(8 * (COUNTING,)), s.Reals())),
    Guess.SET: (MeaningKind.SET, None),
    Guess.RANDOM: (MeaningKind.RANDOM, COUNTING),
    Guess.SAMPLE: (MeaningKind.RANDOM, s.SetPower(COUNTING, s.Letter("n", PLACE))),
}
# What is random: by itself, or as a sample of so many.
SIZES: dict[Guess, s.Node | None] = {Guess.RANDOM: None, Guess.SAMPLE: s.Letter("n", PLACE)}
# Names that everybody knows, or that are signs: of no page's giving, as long as that can be read.
GIVEN = frozenset({*GRAMMAR.names, *FUNCTIONS, *FOLDS, "d", r"\operatorname{d}", *TRANSPOSING,
                   *(name for name in GRAMMAR.sets if name.startswith(r"\mathbb"))}) \
    - {"p", "P", r"\operatorname{p}", r"\operatorname{P}"}


class PermissiveScope(Scope):
    """Knows every name; `guesses` say as what."""

    def __init__(self, guesses: dict[str, Guess], indices: frozenset[str],
                 written: frozenset[str]) -> None:
        super().__init__()
        self.guesses = guesses
        self.written = written  # of words, which letters side by side might be too
        self.indices = indices
        self.with_components = False
        self.numbered: frozenset[str] = frozenset()  # letters with a number above
        self.has_chi_squared = False

    def __getitem__(self, name: str) -> Meaning | None:
        if r" \perp " in name:  # any two letters may be independent
            return Meaning(s.Letter(name), MeaningKind.RANDOM)
        if NUMBERS_ABOVE in name:
            return self.with_numbers_above(name)
        if name == CHI and self.has_chi_squared:
            return None
        if name == CHI_SQUARED:
            return Meaning(s.Letter(name, PLACE), *MEANINGS[Guess.FUNCTION])
        guess = self.guesses.get(name) or self.first_guess(name)
        if guess is Guess.UNKNOWN:
            return None
        kind, domain = MEANINGS[guess]
        law = Law(DENSITY, (), (name,), SIZES[guess]) if guess in SIZES else None
        return Meaning(s.Letter(name, PLACE), kind, domain, None, PLACE, PLACE, law)

    def with_numbers_above(self, name: str) -> Meaning | None:
        base = name.removesuffix(r"_\bullet").removesuffix(NUMBERS_ABOVE)
        is_meant = name.endswith(r"_\bullet") and base in self.numbered
        return Meaning(s.Letter(name, PLACE), MeaningKind.VALUE, VECTORS) if is_meant else None

    def with_meanings(self, meanings: Iterable[Meaning]) -> Scope:
        grown = self.inner()
        for meaning in meanings:
            grown.add(meaning)
        return grown

    def first_guess(self, name: str) -> Guess:
        base, _, subscript = name.partition("_")
        is_known = self.may_have_subscript(subscript) if subscript \
            else base in self.guesses or _is_name(base)
        return self.guesses.get(base, Guess.NUMBER) if is_known and self.may_be_given(base) \
            else Guess.UNKNOWN

    def may_have_subscript(self, subscript: str) -> bool:
        """As a part of a name; x_i is a component of x."""
        return subscript != r"\bullet" and subscript not in self.indices \
            and not self.with_components

    def may_be_given(self, base: str) -> bool:
        """Is it a name that a page may give a meaning, as it is written in the display?"""
        is_joined = base.startswith(UPRIGHT) and base not in self.written
        return bool(base) and base not in GIVEN and not base.endswith("'") and not is_joined


def _is_name(text: str) -> bool:
    return text[:1].isalpha() or text.startswith("\\")


@dataclass(frozen=True)
class Reading:
    """What became of one display: a statement, or what stands in the way, and where."""

    parsed: ParsedStatement | None
    code: Code | None = None
    message: str = ""
    token: str = ""
    offset: int = 0

    @property
    def is_readable(self) -> bool:
        return self.parsed is not None


def read(tex: str) -> Reading:
    """Read a display under the scope that suits it best; never raises."""
    try:
        return _Trials(tex).run()
    except LatexError as error:
        return _failed(tex, error)
    except Exception as error:  # a fault of ours is a reason like another
        return Reading(None, None, f"a fault of the reader: {type(error).__name__}: {error}")


def _failed(tex: str, error: LatexError) -> Reading:
    first, last = error.span
    return Reading(None, error.code, error.message, tex[first:last].strip()[:40], first)


class _Trials:
    """The scopes under which one display is tried."""

    def __init__(self, tex: str) -> None:
        self.tex = tex
        self.tokens = tokenize(tex)
        self.guesses = _first_guesses(self.tokens)
        self.scope = PermissiveScope(self.guesses, _indices(self.tokens),
                                     frozenset(token.text for token in self.tokens))
        self.scope.numbered = _numbered_above(self.tokens)
        self.scope.has_chi_squared = CHI_WITH_A_SQUARE.search(tex) is not None
        self.tried: set[tuple[str, Guess]] = set(self.guesses.items())

    def run(self) -> Reading:
        first: LatexError | None = None
        farthest: LatexError | None = None
        for _ in range(TRIALS):
            try:
                return Reading(read_statement(self.tex, self.scope, "survey", "survey"))
            except LatexError as error:
                first = first or error
                if farthest is None or reached(error) > reached(farthest):
                    farthest = error
                if not self.another(error):
                    break
        assert farthest is not None
        return _failed(self.tex, farthest)

    def another(self, error: LatexError) -> bool:
        """Guess anew what the name at the place of the error is; False where that is hopeless."""
        return any(attempt(error) for attempt in (
            self.as_components, self.as_event, self.as_vectors, self.as_sample, self.as_model,
            self.as_new, self.as_another_kind))

    def guess(self, what: str, guess: Guess, guesses: Mapping[str, Guess] | None = None) -> bool:
        """Guess that a name is such, or what `guesses` say of several; False where that was tried
        before."""
        if (what, guess) in self.tried:
            return False
        self.tried.add((what, guess))
        self.guesses |= {what: guess} if guesses is None else guesses
        return True

    def as_components(self, error: LatexError) -> bool:
        r"""x_1, \ldots, x_n are the components of x."""
        is_new = error.code is codes.ELLIPSIS and not self.scope.with_components
        self.scope.with_components |= is_new
        return is_new

    def as_another_kind(self, error: LatexError) -> bool:
        """The names at the place of the error, each as what its code makes likely."""
        return any(self.is_guessed(name, guess, error) for name in self.names_at(error)
                   for guess in OTHERS.get(error.code, ()))

    def is_guessed(self, name: str, guess: Guess, error: LatexError) -> bool:
        if name in self.scope.indices and guess in (Guess.FUNCTION, Guess.MATRIX):
            return self.without_indices()
        is_given = name.partition("_")[0] in GIVEN and error.code not in (
            codes.NO_MEANING, codes.SET)
        return (guess is Guess.UNKNOWN or not is_given) and self.guess(name, guess)

    def without_indices(self) -> bool:
        """What runs is no function: it is bound where it runs, and has no meaning before."""
        return self.guess("all", Guess.UNKNOWN, dict.fromkeys(self.scope.indices, Guess.UNKNOWN))

    def as_event(self, error: LatexError) -> bool:
        r"""P(X \in A): a probability rather than a function, of a letter that is random."""
        place = next((n for n, t in enumerate(self.tokens) if t.span[0] == error.span[0]), 0)
        letters = [t.text for t in self.tokens[:place] if t.is_letter][-2:]
        if "close the arguments" not in error.message or len(letters) < 2 \
                or letters[0] not in GRAMMAR.names:
            return False
        return self.guess("an event", Guess.RANDOM,
                          {letters[0]: Guess.UNKNOWN, letters[1]: Guess.RANDOM})

    def as_sample(self, error: LatexError) -> bool:
        """X_1 + \\ldots + X_n of random letters: draws of one letter X."""
        draws = {name.partition("_")[0] for name, guess in self.guesses.items()
                 if guess is Guess.RANDOM and "_" in name}
        if error.code is not codes.ELLIPSIS or not draws:
            return False
        numbered = [name for name in self.guesses if name.partition("_")[0] in draws]
        return self.guess("all", Guess.SAMPLE, dict.fromkeys(numbered, Guess.UNKNOWN)
                          | dict.fromkeys(draws, Guess.SAMPLE))

    def as_model(self, error: LatexError) -> bool:
        r"""y = x + \varepsilon, \; \varepsilon \sim f, which defines the first letter."""
        is_model = any(token.text == r"\sim" for token in self.tokens) \
            and self.tokens[_behind_name(self.tokens, 0)].text == "="
        return error.code is codes.RANDOM and is_model \
            and self.guess(_with_subscript(self.tokens, 0), Guess.UNKNOWN)

    def as_new(self, error: LatexError) -> bool:
        """A letter that gets a meaning here: a law, or the set that it lives in."""
        name, behind, _ = error.message.partition(" has a meaning")
        if error.code is codes.SET and error.message.startswith(r"a claim with \in"):
            name = self.tex[error.span[0] :].partition(r"\in")[0].strip()
        elif error.code is not codes.EXPECTATION or not behind:
            return False
        return self.guess(name, Guess.UNKNOWN)

    def as_vectors(self, error: LatexError) -> bool:
        r"""\sum_i x_i, where nothing says what i runs through: the indices of the vector x."""
        bases = {self.tokens[place - 1].text for place, token in enumerate(self.tokens)
                 if token.text == "_" and place and self.tokens[place - 1].is_letter
                 and self.is_index(place + 1)}
        return error.code is codes.INDEX_SET and bool(bases) and self.guess(
            "all", Guess.VECTOR, dict.fromkeys(bases - self.guesses.keys(), Guess.VECTOR))

    def is_index(self, place: int) -> bool:
        """Does a letter that runs stand here, by itself or first in braces?"""
        token = self.tokens[place + (self.tokens[place].text == "{")]
        return token.text in self.scope.indices

    def names_at(self, error: LatexError) -> list[str]:
        """The names that stand where an error points, and those beside it; each with its subscript
        and without."""
        letters = [token for token in self.tokens if token.is_letter]
        named = error.message.partition(" ")[0].rstrip(",")  # many messages begin with the name
        names = [named] if any(named.startswith(letter.text) for letter in letters) else []
        for token in _letters_at(letters, error):
            whole = _with_subscript(self.tokens, self.tokens.index(token))
            names += dict.fromkeys((whole, token.text))
        return names


def _letters_at(letters: Sequence[Token], error: LatexError) -> Sequence[Token]:
    """Those that an error may be about, the likely ones first."""
    first, last = error.span
    before = [one for one in letters if one.span[1] <= first][:-4:-1]
    inside = [one for one in letters if first <= one.span[0] < max(last, first + 1)]
    behind = [one for one in letters if one.span[0] >= last][:2]
    if error.code is codes.EXPECTATION:
        return [*behind, *inside[:3]]
    if error.code is codes.INDEX_SET:
        return [*before[:1], *inside[:1]]
    return [*inside[:3], *before, *behind[:1]]


def reached(error: LatexError) -> int:
    """How far the display was read: what has two readings was read to its end."""
    return error.span[1] if error.code is codes.TWO_READINGS else error.span[0]


def _numbered_above(tokens: Sequence[Token]) -> frozenset[str]:
    r"""The x of x^{(i)}, where it is no derivative f^{(n)}(t) of a function."""
    letters, functions = set[str](), set[str]()
    for place, token in enumerate(tokens[:-4]):
        above = place + 1
        if tokens[above].text == "_":
            above = _behind_name(tokens, place)
        if not token.is_letter or [t.text for t in tokens[above : above + 3]] != ["^", "{", "("]:
            continue
        behind = tokens[end_of_group(tokens, above + 1)].text
        (functions if behind in ("(", "[") else letters).add(token.text)
    return frozenset(letters - functions)


MEANS = frozenset({r"\operatorname{E}", r"\mathbb{E}", "E", r"\operatorname{Var}", r"\Pr",
                   r"\operatorname{Cov}"})
PROBABILITIES = frozenset({"P", r"\mathbb{P}", r"\operatorname{P}", "p", r"\Pr"})
EVENT = frozenset({"<", ">", r"\le", r"\ge", r"\in", r"\ne"})
CHI_WITH_A_SQUARE = re.compile(r"\\chi\s*\^\s*(?:2|\{\s*2\s*\})\s*(?:\\left\s*)?\(")
CAPITAL = re.compile(r"[A-Z]|\\(?:mathbf|boldsymbol)\{[A-Z]\}")
OTHERS: dict[Code, tuple[Guess, ...]] = {
    codes.WRONG_KIND: (Guess.NUMBER, Guess.FUNCTION),
    codes.TWO_READINGS: (Guess.MATRIX, Guess.NUMBER, Guess.FUNCTION, Guess.UNKNOWN),
    codes.NO_MEANING: (Guess.NUMBER, Guess.FUNCTION),
    codes.SET: (Guess.SET,),
    codes.NOT_IN_GRAMMAR: (Guess.FUNCTION, Guess.NUMBER, Guess.RANDOM, Guess.UNKNOWN),
    codes.AT_A_POINT: (Guess.UNKNOWN,),
    codes.EXPECTED: (Guess.FUNCTION, Guess.NUMBER, Guess.UNKNOWN),
    codes.DERIVATIVE: (Guess.FUNCTION, Guess.NUMBER),
    codes.INDEX_SET: (Guess.NUMBER,),
    codes.LOOKS_THE_SAME: (Guess.NUMBER,),
    codes.EXPECTATION: (Guess.RANDOM, Guess.FUNCTION, Guess.NUMBER),
    codes.RANDOM: (Guess.NUMBER,),
    codes.DIVISION: (Guess.UNKNOWN,),
}


def _first_guesses(tokens: Sequence[Token]) -> dict[str, Guess]:
    guesses = dict.fromkeys(_random_letters(tokens), Guess.RANDOM)
    for place, token in enumerate(tokens):
        if run_of_letters(tokens, place) in COMMANDS:  # ln(x), of which the l is no letter
            guesses[token.text] = Guess.UNKNOWN
        elif token.is_letter and not _is_subscript(tokens, place) and not _is_given(tokens, place):
            name = _with_subscript(tokens, place)
            if _is_set(tokens, place):
                guesses.setdefault(name, Guess.SET)
            else:
                guesses |= _guess_by_bracket(tokens, place, name)
    return guesses


def _is_subscript(tokens: Sequence[Token], place: int) -> bool:
    is_below = place > 0 and tokens[place - 1].text == "_"
    return is_below and not _is_below_integral(tokens, place)


def _is_given(tokens: Sequence[Token], place: int) -> bool:
    """Does a name stand here that everybody knows, without a subscript that makes another of it?"""
    return tokens[place].text in GIVEN and (
        tokens[place + 1].text != "_" or _is_mean(tokens, place))


def _is_set(tokens: Sequence[Token], place: int) -> bool:
    is_behind_sign = place > 0 and tokens[place - 1].text in (r"\in", r"\to")
    return is_behind_sign or _is_below_integral(tokens, place)


def _guess_by_bracket(tokens: Sequence[Token], place: int, name: str) -> dict[str, Guess]:
    """What the sign behind a name tells of it; nothing, where it may be a number."""
    behind = tokens[min(_behind_name(tokens, place), len(tokens) - 1)].text
    if behind in ("(", "[", r"\{") and _is_event(tokens, place):
        return {name: Guess.UNKNOWN}
    if behind in ("(", "["):
        return {name: Guess.FUNCTION}
    if behind == "'" and "_" in name:  # M_X''(t), a derivative of M_X
        return {name.replace("'", ""): Guess.FUNCTION}
    return {}


def _is_event(tokens: Sequence[Token], place: int) -> bool:
    r"""P(X > 0), a probability that everybody knows."""
    if tokens[place].text not in PROBABILITIES:
        return False
    end = TokenStream("", tokens).end_of_bracket(place + 1)
    return any(one.text in EVENT for one in tokens[place:end])


def _is_mean(tokens: Sequence[Token], place: int) -> bool:
    r"""\mathbb{E}_{x \sim p}, which names what is random, rather than a name with a subscript."""
    if tokens[place].text not in MEANS:
        return False
    behind = tokens[place + 2 : _behind_name(tokens, place)]
    return all(token.text in "{}" or not token.text.startswith(UPRIGHT) for token in behind)


def _random_letters(tokens: Sequence[Token]) -> set[str]:
    r"""The capitals in the brackets behind \mathrm{E}, \operatorname{Var} and the like."""
    letters: set[str] = set()
    for place, (token, behind) in enumerate(pairwise(tokens)):
        if behind.text in ("(", "[", r"\{") and (token.text in MEANS or _is_event(tokens, place)):
            end = TokenStream("", tokens).end_of_bracket(place + 1)
            letters |= {_with_subscript(tokens, inner) for inner in range(place + 2, end)
                        if CAPITAL.fullmatch(tokens[inner].text)}
    return letters


def _is_below_integral(tokens: Sequence[Token], place: int) -> bool:
    r"""The X of \int_X and of \int_{X} without a bound above."""
    before = [token.text for token in tokens[max(0, place - 3) : place]]
    if before[-2:] == [r"\int", "_"]:
        return tokens[_behind_name(tokens, place)].text != "^"
    return before == [r"\int", "_", "{"] and tokens[place + 1].text == "}" \
        and tokens[place + 2].text != "^"


def _behind_name(tokens: Sequence[Token], place: int) -> int:
    """The place behind the name that begins here, and its subscript."""
    if tokens[place + 1].text != "_":
        return place + 1
    if tokens[place + 2].text != "{":
        return place + 3
    depth, place = 0, place + 2
    while place < len(tokens) - 1:
        depth += (tokens[place].text == "{") - (tokens[place].text == "}")
        place += 1
        if depth == 0:
            break
    return place


def _with_subscript(tokens: Sequence[Token], place: int) -> str:
    """The name that begins here as the grammar spells it, with a subscript of a single word."""
    stream = TokenStream("", tokens)
    stream.place = place
    try:
        return read_name(Parser(stream, Scope(), GRAMMAR))
    except LatexError:
        return tokens[place].text


def _indices(tokens: Sequence[Token]) -> frozenset[str]:
    """The letters that run in sums, products and the like."""
    running: set[str] = set()
    for place, token in enumerate(tokens[:-3]):
        if token.text in FOLDS and tokens[place + 1].text == "_":
            end = _behind_name(tokens, place)
            for inner in tokens[place + 2 : end]:
                if inner.text in ("=", r"\in"):
                    break
                if inner.is_letter and inner.kind is not Kind.TEXT:
                    running.add(inner.text)
    return frozenset(running)
