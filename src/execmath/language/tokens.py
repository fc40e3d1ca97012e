"""LaTeX -> tokens, each with its place in the display."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from execmath.language.ast import Span
from execmath.runtime.codes import ExecmathError, code
from execmath.runtime.limits import MAX_DISPLAY, MAX_NUMERAL

NOT_READ = code("L600", "A display that cannot be read",
                "The mark shows the place; the grammar page lists what can be written.")


class LatexError(ExecmathError):
    """What is wrong with a display, and which piece of it."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(NOT_READ, message)
        self.span = span


class Token(NamedTuple):
    kind: str  # command, letter, number, symbol, name (\operatorname{...} and the like), text, end
    text: str
    span: Span
    after_wide_space: bool = False  # so wide that what follows looks like something new

    def __str__(self) -> str:
        return self.text or "the end of the display"


# Space and the size of brackets are for the eye.
INVISIBLE = frozenset(
    r"\, \; \: \! \quad \displaystyle \textstyle \limits \nolimits \left \right \big \Big \bigg"
    r" \Bigg \bigl \Bigl \biggl \Biggl \bigr \Bigr \biggr \Biggr \bigm \mathstrut".split()
) | {"\\ "}

WIDTHS = {r"\,": 3, r"\:": 4, r"\;": 5, "\\ ": 6, r"\quad": 18}  # of spaces, in 1/18 em
WIDE = 9

SYNONYMS = {
    r"\leq": r"\le", r"\geq": r"\ge", r"\neq": r"\ne", r"\lbrace": r"\{", r"\rbrace": r"\}",
    r"\dots": r"\ldots", r"\cdots": r"\ldots", r"\dotsc": r"\ldots", r"\dotsb": r"\ldots",
    r"\coloneqq": ":=", r"\dfrac": r"\frac", r"\tfrac": r"\frac", r"\lbrack": "[", r"\rbrack": "]",
    r"\vert": "|", r"\lvert": "|", r"\rvert": "|", r"\to": r"\to", r"\rightarrow": r"\to",
    r"\intercal": r"\top", r"\gt": ">", r"\lt": "<", r"\Vert": r"\|", r"\parallel": r"\|",
    r"\dbinom": r"\binom", r"\tbinom": r"\binom", r"\ast": "*", r"\star": "*",
}

GREEK = frozenset(
    r"\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \vartheta \iota \kappa"
    r" \lambda \mu \nu \xi \pi \rho \sigma \tau \upsilon \phi \varphi \chi \psi \omega \Gamma"
    r" \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega \ell".split()
)

# A word set in one of these faces is one name.
FACES = (r"\operatorname", r"\mathbf", r"\mathrm", r"\mathcal", r"\mathbb", r"\boldsymbol",
         r"\mathsf", r"\mathit", r"\text")

UPRIGHT = (r"\operatorname", r"\operatorname*", r"\mathrm", r"\mathit", r"\mathsf")

# A letter under one of these is another letter.
ACCENTS = {r"\widehat": r"\hat", r"\widetilde": r"\tilde", r"\overline": r"\bar", r"\hat": r"\hat",
           r"\tilde": r"\tilde", r"\bar": r"\bar", r"\check": r"\check", r"\dot": r"\dot",
           r"\vec": r"\vec"}

# So is a letter with primes or a star behind it: no operation is written like that.
STAR = r"(?:\*|\\(?:ast|star)(?![A-Za-z]))"
MARKS = re.compile(rf"'+|\s*\^\s*(?:{STAR}|\{{\s*{STAR}\s*\}})")

PATTERN = re.compile(
    r"""\s*(?:
        (?P<letter>[A-Za-z])
      | (?P<symbol>:=|[-+*/=<>(){}\[\]|,;.^_&:!])
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<face>(?:FACE)\*?\s*\{(?P<word>[^{}$\\]*|\s*\\[A-Za-z]+\s*)\})
      | (?P<environment>\\(?:begin|end)\{[a-z*]+\})
      | (?P<accent>(?:ACCENT)(?![A-Za-z])\s*
           (?:\{\s*(?P<braced>\\?[A-Za-z]+)\s*\}|(?P<bare>\\[A-Za-z]+|[A-Za-z])))
      | (?P<delimiter>\\left\s*\.)
      | (?P<command>\\[A-Za-z]+|\\.))
    """.replace("FACE", "|".join(map(re.escape, FACES)))
       .replace("ACCENT", "|".join(map(re.escape, ACCENTS))),
    re.VERBOSE | re.DOTALL,
)


def tokenize(tex: str) -> list[Token]:
    """The visible tokens of `tex`, closed by one of kind `end`; raises LatexError."""
    if len(tex) > MAX_DISPLAY:
        raise LatexError(f"a display of {len(tex)} characters; at most {MAX_DISPLAY}", (0, 1))
    tokens: list[Token] = []
    place = space = 0  # how wide the space before the next token is
    while match := PATTERN.match(tex, place):
        written, place = match[0].lstrip(), match.end()
        start = place - len(written)
        try:
            kind, text, width = _token(written)
        except LatexError as error:
            raise LatexError(error.message, (start, place)) from None
        if kind == "space":
            space += width
            continue
        if kind in ("letter", "name") or text in GREEK:
            kind, text, place = _with_marks(kind, text, tex, place)
        tokens.append(Token(kind, text, (start, place), space >= WIDE))
        space = 0
    rest = tex[place:].lstrip()
    if rest:
        start = len(tex) - len(rest)
        raise LatexError(f"{rest[0]!r} is not in the grammar", (start, start + 1))
    tokens.append(Token("end", "", (len(tex), len(tex))))
    return tokens


@lru_cache(maxsize=1 << 12)  # pages are written in some hundred of them
def _token(written: str) -> tuple[str, str, int]:
    """The kind and the text of what is written, alike for what is the same, and how wide it is if
    it is a space; raises LatexError."""
    match = PATTERN.fullmatch(written)
    assert match is not None
    kind, span = str(match.lastgroup), match.span()
    if match["face"] is not None:
        return *_word(match, span), 0
    text = SYNONYMS.get(written, written)
    if text in INVISIBLE:
        return "space", text, WIDTHS.get(text, 0)
    if kind == "delimiter":
        return "command", r"\left.", 0
    if kind == "accent":
        under = match["braced"] or match["bare"]
        if len(under) > 1 and under not in GREEK:
            raise LatexError("an accent stands over a single letter", span)
        return "name", f"{_accent(written)}{{{under}}}", 0
    if kind == "command" and text in (":=", "[", "]", "|", "<", ">"):
        kind = "symbol"
    if kind == "number" and len(text) > MAX_NUMERAL:
        raise LatexError(f"a numeral of {len(text)} digits; at most {MAX_NUMERAL}", span)
    return kind, text, 0


def _word(match: re.Match[str], span: Span) -> tuple[str, str]:
    face, word = match["face"].split("{")[0].strip(), match["word"].strip()
    if face == r"\text":
        return "text", word
    if face in UPRIGHT and not word[:1].isalpha():
        raise LatexError(f"{word!r} is not a name; it looks like what it is not", span)
    if face == r"\mathit" and len(word) == 1:
        return "letter", word
    # \mathrm{softmax} and \operatorname{softmax} are one name in two spellings.
    face = r"\operatorname" if face in (r"\mathrm", r"\operatorname*") else face
    return "name", f"{face}{{{word}}}"


def _accent(text: str) -> str:
    command = re.match(r"\\[A-Za-z]+", text)
    assert command is not None
    return ACCENTS[command[0]]


def _with_marks(kind: str, text: str, tex: str, place: int) -> tuple[str, str, int]:
    """The letter with the primes and stars behind it, as one name, and where it ends."""
    name = text
    while match := MARKS.match(tex, place):
        place = match.end()
        name += match[0] if match[0].startswith("'") else "^*"
    return kind if name == text or kind == "letter" else "name", name, place
