"""LaTeX -> tokens, each with its place in the display."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from execmath.language import codes
from execmath.language.ast import Span
from execmath.language.names import UPRIGHT, WORD, name_of
from execmath.language.synonyms import INVISIBLE, SYNONYMS
from execmath.runtime.codes import Code, ExecmathError
from execmath.runtime.limits import MAX_DISPLAY, MAX_NUMERAL


class LatexError(ExecmathError):
    """What is wrong with a display, and which piece of it."""

    def __init__(self, code: Code, message: str, span: Span) -> None:
        super().__init__(code, message)
        self.span = span


class Kind(StrEnum):
    """What a token is, as far as its form tells."""

    COMMAND = "command"
    LETTER = "letter"
    NUMBER = "number"
    SYMBOL = "symbol"
    NAME = "name"  # a letter in a face, with an accent or marks; a word
    TEXT = "text"
    ENVIRONMENT = "environment"
    SPACE = "space"  # is left out
    END = "end"


LOOKS_AHEAD = 6  # tokens
LETTERS = frozenset({Kind.LETTER, Kind.NAME})
BARS = ("|", r"\|", r"\lVert", r"\rVert", r"\mid")  # of which two that meet look like another sign


class Token(NamedTuple):
    kind: Kind
    text: str
    span: Span
    after_wide_space: bool = False  # so wide that what follows looks like something new

    def __str__(self) -> str:
        return self.text or "the end of the display"

    @property
    def is_letter(self) -> bool:
        return self.kind in LETTERS or self.text in GREEK


# These pull what is behind them over what is before them.
NEGATIVE = frozenset(r"\! \negthinspace \negmedspace \negthickspace \hspace \mspace \mskip"
                     r" \kern \mkern \hskip \mathllap \mathrlap \mathclap \llap \rlap \raise"
                     r" \lower \raisebox \smash".split())

WIDTHS = {r"\,": 3, r"\:": 4, r"\>": 4, r"\;": 5, "\\ ": 6, "~": 6, r"\quad": 18}  # in 1/18 em
WIDE = 9

GREEK = frozenset(
    r"\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \vartheta \iota \kappa"
    r" \lambda \mu \nu \xi \pi \rho \sigma \tau \upsilon \phi \varphi \chi \psi \omega \Gamma"
    r" \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega \ell".split()
)

# Small letters and signs that are typed as such look the same as by their command.
TYPED_GREEK = dict(zip("αβγδϵεζηθϑικλμνξπρστυϕφχψω", (
    r"\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \vartheta \iota \kappa"
    r" \lambda \mu \nu \xi \pi \rho \sigma \tau \upsilon \phi \varphi \chi \psi \omega").split(),
    strict=True))
TYPED = {"<=": r"\le", ">=": r"\ge", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "∈": r"\in", "−": "-",
         "×": r"\times", r"\not=": r"\ne", r"\not\in": r"\notin"}

# A word set in one of these faces is one name.
FACES = (r"\operatorname", r"\mathbf", r"\mathrm", r"\mathcal", r"\mathbb", r"\boldsymbol",
         r"\mathsf", r"\mathit", r"\textrm", r"\text", r"\mbox", r"\bm")
SAME_FACE = {r"\textrm": r"\text", r"\mbox": r"\text", r"\bm": r"\boldsymbol",
             r"\operatorname*": r"\operatorname"}

# A function that has a command may be written as a word: both look the same.
UPRIGHT_FACES = frozenset({r"\operatorname", r"\mathrm"})
COMMANDS = {word: rf"\{word}" for word in
            "log ln exp sin cos tan arctan sinh cosh tanh max min det Pr sup inf lim".split()}
# Words of the language around a formula, which are no names in it.
PLAIN_WORDS = frozenset(
    "for with where if when whenever and or let so then thus hence since because as such that all"
    " every each any some is are be not otherwise else iff the of in on to by from at but i.e. e.g."
    " fixed const constant constants some distinct independent a A I".split())

# A letter under one of these is another letter.
ACCENTS = {r"\widehat": r"\hat", r"\widetilde": r"\tilde", r"\overline": r"\bar", r"\hat": r"\hat",
           r"\tilde": r"\tilde", r"\bar": r"\bar", r"\check": r"\check", r"\dot": r"\dot",
           r"\vec": r"\vec"}

# So is a letter with primes or a star behind it: no operation is written like that.
STAR = r"(?:\*|\\(?:ast|star)(?![A-Za-z]))"
PRIME = r"\\prime(?![A-Za-z])"
MARKS = re.compile(rf"'+|\s*\^\s*(?:{STAR}|{PRIME}"
                   rf"|\{{\s*(?:{STAR}|{PRIME}(?:\s*{PRIME})?)\s*\}})")

PATTERN = re.compile(
    r"""\s*(?:
        (?P<letter>[A-Za-z])
      | (?P<greek>[α-ξπρστ-ωϵϑϕ])
      | (?P<dots>\.\s*\.\s*\.)
      | (?P<typed>[<>]\s*=|[≤≥≠∈−×]|\\not\s*(?:=|\\in(?![A-Za-z])))
      | (?P<symbol>:=|[-+*/=<>(){}\[\]|,;.^_&:!'~])
      | (?P<number>[0-9]+(?:\.[0-9]+)?)
      | (?P<place>\\arg\s*\\(?:max|min)(?![A-Za-z])
           |\\(?:operatorname|mathrm|text|textrm)\*?\s*\{\s*arg(?:\\[,;:\ ]|~|\s)*(?:max|min)\s*\}
           |\\mathop\s*\{\s*\\mathrm\s*\{\s*arg(?:\\[,;:\ ]|~|\s)*(?:max|min)\s*\}\s*\})
      | (?P<face>(?P<of_face>FACE)(?![A-Za-z])\*?\s*
           (?:\{(?P<word>[^{}$\\]*|\s*\\[A-Za-z]+\s*)\}|(?P<single>\\[A-Za-z]+|[A-Za-z0-9])))
      | (?P<tight>\\!(?=\s*(?:\\left|\\[bB]igg?l?)?\s*(?:[(\[]|\\(?:\{|lbrace(?![A-Za-z])))))
      | (?P<tag>\\tag\*?\s*\{[^{}]*\})
      | (?P<blank>\\hphantom\s*\{(?:ANY|\{(?:ANY|\{(?:ANY|\{ANY*\})*\})*\})*\})
      | (?P<environment>\\(?:begin|end)\{[a-z*]+\})
      | (?P<accent>(?:ACCENT)(?![A-Za-z])\s*
           (?:\{\s*(?:(?P<braced>\\?[A-Za-z]+)|(?P<faced>(?:FACE|ACCENT)\s*\{[^{}]*\}))\s*\}
            |(?P<bare>\\[A-Za-z]+|[A-Za-z])))
      | (?P<delimiter>\\left\s*\.|\\right\s*\.)
      | (?P<stretched>\\\\\s*[\[*])
      | (?P<command>\\[A-Za-z]+|\\.))
    """.replace("FACE", "|".join(map(re.escape, FACES)))
       .replace("ACCENT", "|".join(map(re.escape, ACCENTS)))
       .replace("ANY", r"(?:[^{}\\]|\\[^{}])"),
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=1 << 10)  # a display is tokenized once: many modules need its tokens
def tokenize(tex: str) -> tuple[Token, ...]:
    """The visible tokens of `tex`, closed by one of kind `end`; raises LatexError."""
    _check_length(tex)
    return (*_tokens_from(tex, 0), Token(Kind.END, "", (len(tex), len(tex))))


def retokenize(tex: str, before: Sequence[Token], first: int, last: int) -> tuple[Token, ...]:
    """The tokens of a text that differs from another one in a single place.

    before      the tokens of the other text
    first, last from where to where in the other text it differs
    raises      LatexError, as `tokenize` does
    """
    _check_length(tex)
    shift = len(tex) - before[-1].span[1]
    # A letter looks as far as the primes in `^{\\prime\\prime}` behind it: five tokens.
    unchanged = max(0, bisect_right(before, first, key=_end) - LOOKS_AHEAD)
    tokens = list(before[:unchanged])
    start, last_text = (_end(tokens[-1]), tokens[-1].text) if tokens else (0, "")
    for token in _tokens_from(tex, start, last_text):
        tokens.append(token)
        place = _end(token) - shift
        if place >= last:  # behind a token that ends where one did, all is as it was
            same = bisect_left(before, place, key=_end)
            if _end(before[same]) == place and same < len(before) - 1 \
                    and before[same].text == token.text:
                return (*tokens, *map(_moved, before[same + 1 :], repeat(shift)))
    return (*tokens, Token(Kind.END, "", (len(tex), len(tex))))


def _end(token: Token) -> int:
    return token.span[1]


def _moved(token: Token, shift: int) -> Token:
    first, last = token.span
    return Token(token.kind, token.text, (first + shift, last + shift), token.after_wide_space)


def _check_length(tex: str) -> None:
    if len(tex) > MAX_DISPLAY:
        raise LatexError(codes.LIMIT, f"a display of {len(tex)} characters; at most {MAX_DISPLAY}",
                         (0, 1))


def _tokens_from(tex: str, place: int, before: str = "") -> Iterator[Token]:
    """The tokens behind a place at which one has ended, which was `before`."""
    space = 0  # how wide the space before the next token is
    while match := PATTERN.match(tex, place):
        written, place = match[0].lstrip(), match.end()
        start = place - len(written)
        if match["tight"] is not None and not before.startswith(BARS):
            continue  # a bracket moves nearer, and over nothing
        try:
            kind, text, width = _token(written)
        except LatexError as error:
            raise LatexError(error.code, error.message, (start, place)) from None
        if kind is Kind.SPACE:
            space += width
            continue
        # TeX puts a mark behind x_i on the x.
        if (kind in LETTERS or text in GREEK) and before != "_":
            kind, text, place = _with_marks(kind, text, tex, place)
        yield Token(kind, text, (start, place), space >= WIDE)
        before = text
        space = 0
    rest = tex[place:].lstrip()
    if rest:
        start = len(tex) - len(rest)
        raise LatexError(codes.UNKNOWN_SIGN, f"{rest[0]!r} is not in the grammar",
                         (start, start + 1))


@lru_cache(maxsize=1 << 12)  # pages are written in some hundred of them
def _token(written: str) -> tuple[Kind, str, int]:
    """The kind and the text of what is written, alike for what is the same, and how wide it is if
    it is a space; raises LatexError."""
    match = PATTERN.fullmatch(written)
    assert match is not None
    assert match.lastgroup is not None  # the outermost group that matched
    if match.lastgroup in BLANK:
        return Kind.SPACE, "", WIDTHS[r"\quad"]
    rewrite = REWRITTEN.get(match.lastgroup)
    if rewrite is not None:
        return *rewrite(match), 0
    text = SYNONYMS.get(written, written)
    _check(match, text)
    if text in INVISIBLE:
        return Kind.SPACE, text, WIDTHS.get(text, 0)
    if text in (":=", "[", "]", "|", "<", ">", "="):
        return Kind.SYMBOL, text, 0
    return Kind(match.lastgroup), text, 0


def _check(match: re.Match[str], text: str) -> None:
    """Refuse what would be seen in another place, and what is too long."""
    if match["stretched"] is not None:
        raise LatexError(codes.PICTURE, "what stands in brackets behind \\\\ moves the next row; "
                         "begin the row with something else", match.span())
    if text in NEGATIVE:
        raise LatexError(codes.PICTURE, f"{text} pulls signs over each other", match.span())
    if match["number"] is not None and len(text) > MAX_NUMERAL:
        raise LatexError(codes.LIMIT, f"a numeral of {len(text)} digits; at most {MAX_NUMERAL}",
                         match.span())


def _greek(match: re.Match[str]) -> tuple[Kind, str]:
    return Kind.COMMAND, TYPED_GREEK[match["greek"]]


def _dots(match: re.Match[str]) -> tuple[Kind, str]:
    return Kind.COMMAND, r"\ldots"


def _typed(match: re.Match[str]) -> tuple[Kind, str]:
    text = TYPED["".join(match["typed"].split())]
    return Kind.SYMBOL if text == "-" else Kind.COMMAND, text


def _place_of_extreme(match: re.Match[str]) -> tuple[Kind, str]:
    return Kind.COMMAND, r"\argmax" if "max" in match["place"] else r"\argmin"


def _delimiter(match: re.Match[str]) -> tuple[Kind, str]:
    return Kind.COMMAND, match["delimiter"].replace(" ", "").replace("\n", "")


def _word(match: re.Match[str]) -> tuple[Kind, str]:
    word = (match["word"] or match["single"] or "").strip()
    face = SAME_FACE.get(match["of_face"], match["of_face"])
    if face == r"\text":
        return _text(word)
    if word == "i.i.d.":
        return Kind.TEXT, word
    if face in UPRIGHT_FACES and word in COMMANDS:
        return Kind.COMMAND, COMMANDS[word]
    try:
        name = name_of(face, word, GREEK)
    except ValueError as error:
        raise LatexError(codes.NOT_A_NAME, str(error), match.span()) from None
    return (Kind.NAME if "{" in name else Kind.LETTER), name


def _text(word: str) -> tuple[Kind, str]:
    """A single word in the place of a name is one; others lead over, or are to be read only."""
    if WORD.fullmatch(word) and word not in PLAIN_WORDS:
        return (Kind.COMMAND, COMMANDS[word]) if word in COMMANDS \
            else (Kind.NAME, f"{UPRIGHT}{{{word}}}")
    return Kind.TEXT, word


def _accented(match: re.Match[str]) -> tuple[Kind, str]:
    under = match["braced"] or match["bare"]
    if under is None:
        faced = "".join(match["faced"].split())
        kind, under = _token(faced)[:2] if PATTERN.fullmatch(faced) else (Kind.SYMBOL, faced)
        is_letter = kind in LETTERS
    else:
        is_letter = len(under) == 1 or under in GREEK
    if not is_letter:
        raise LatexError(codes.NOT_A_NAME, "an accent stands over a single letter", match.span())
    command = re.match(r"\\[A-Za-z]+", match[0].strip())
    assert command is not None
    return Kind.NAME, f"{ACCENTS[command[0]]}{{{under}}}"


BLANK = frozenset({"tag", "blank"})  # groups of the pattern that are space, and wide
# Groups of which the token is another than what is written.
REWRITTEN: dict[str, Callable[[re.Match[str]], tuple[Kind, str]]] = {
    "face": _word, "accent": _accented, "greek": _greek, "dots": _dots, "typed": _typed,
    "place": _place_of_extreme, "delimiter": _delimiter,
}


def _mark(mark: str) -> str:
    r"""As it is drawn: `^{\prime}` as a prime; `\star` has five points, `*` and `\ast` have six."""
    if primes := mark.count("'") + mark.count(r"\prime"):
        return "'" * primes
    return r"^\star" if r"\star" in mark else "^*"


def _with_marks(kind: Kind, text: str, tex: str, place: int) -> tuple[Kind, str, int]:
    """The letter with the primes and stars behind it, as one name, and where it ends."""
    name = text
    while match := MARKS.match(tex, place):
        place = match.end()
        name += _mark(match[0])
    return kind if name == text or kind is Kind.LETTER else Kind.NAME, name, place
