r"""Where the statement of a display ends and its hypotheses begin: asked here, by everybody.

They stand behind the first `\qquad`, or behind a word such as *for all*, *where*, *if*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from execmath.language.ast import Span
from execmath.language.tokens import Kind, LatexError, Token, tokenize

# Words that lead over to the hypotheses.
LEADING = frozenset({"for", "for all", "for every", "for each", "for any", "with", "where", "if",
                     "such that", "when", "whenever", "as"})
ALIGNED = frozenset(f"{name}{star}" for star in ("", "*") for name in (
    "aligned", "gathered", "split", "align", "gather", "equation", "multline", "eqnarray",
    "displaymath", "flalign", "math"))


@dataclass(frozen=True)
class Parts:
    r"""The statement of a display and its hypotheses, as offsets into its LaTeX.

    statement   from where to where; up to the end of the display, if there are no hypotheses
    hypotheses  without the `\qquad` that leads to them, with the word that does
    apart       no environment holds both, so that each can be typeset by itself
    """

    statement: Span
    hypotheses: Span | None = None
    apart: bool = True

    def statement_of(self, tex: str) -> str:
        return tex[slice(*self.statement)]

    def hypotheses_of(self, tex: str) -> str:
        return "" if self.hypotheses is None else tex[slice(*self.hypotheses)]

    def typeset_apart(self, tex: str) -> tuple[str, str]:
        """Both, each to be typeset by itself; the whole display and nothing, where that cannot
        be."""
        if self.hypotheses is None or not self.apart:
            return tex.strip(), ""
        return self.statement_of(tex), self.hypotheses_of(tex)

    def with_statement(self, tex: str, statement: str) -> str:
        """The display with another statement before its hypotheses."""
        if self.hypotheses is None or not self.apart:
            return statement
        return f"{statement} {tex[self.statement[1] :]}"

    def with_hypotheses(self, tex: str, hypotheses: str) -> str:
        r"""The display with other hypotheses behind its statement."""
        statement = tex[: self.statement[1]]
        if not hypotheses:
            closing = "" if self.hypotheses is None else tex[self.hypotheses[1] :]
            return statement + closing
        if self.hypotheses is None:
            return rf"{statement} \qquad {hypotheses}"
        first, last = self.hypotheses
        led = tex[self.statement[1] : first]
        if r"\qquad" in led and hypotheses.startswith(r"\qquad"):
            led = ""
        return f"{statement} {led} {hypotheses} {tex[last:]}"


def place_of_hypotheses(tokens: Sequence[Token]) -> int:
    """The place of the token that leads over to them; without one, how many tokens there are."""
    depth = 0
    for place, token in enumerate(tokens):
        if token.kind is Kind.ENVIRONMENT:
            depth += array_depth(token)
        elif depth == 0 and (leads_over(token) or leads_to_count(tokens, place)):
            return place
    return len(tokens)


def leads_over(token: Token) -> bool:
    if token.kind is Kind.TEXT:
        return token.text.strip(" ,") in LEADING
    return token.text in (r"\qquad", r"\forall")


def leads_to_count(tokens: Sequence[Token], place: int) -> bool:
    r"""A comma before `i = 1, \ldots, n`, which says what i runs through."""
    if tokens[place].text != ",":
        return False
    behind = [token.text for token in tokens[place + 1 : place + 12]]
    letters = 0
    while letters + 1 < len(behind) and tokens[place + 1 + letters].is_letter \
            and behind[letters + 1] == ",":
        letters += 2
    rest = behind[letters : letters + 5]
    is_letter = letters < len(behind) and tokens[place + 1 + letters].is_letter
    return is_letter and rest[1:2] == ["="] and rest[3:] == [",", r"\ldots"]


@lru_cache(maxsize=10_000)  # a build asks of each display eight times
def parts(tex: str) -> Parts:
    """The parts of any LaTeX; what is no LaTeX of ours has none."""
    try:
        return parts_of(tex, tokenize(tex))
    except LatexError:
        return Parts(_stripped(tex))


def parts_of(tex: str, tokens: Sequence[Token]) -> Parts:
    """The parts of a display with these tokens, the last of which ends it."""
    inner = tokens[:-1]
    cut = place_of_hypotheses(inner)
    behind = [token for token in inner[cut:] if not is_aligned(token)]
    if behind and behind[0].text in (r"\qquad", r"\forall", ","):
        del behind[0]
    if not (behind and cut):
        return Parts(_stripped(tex))
    first, last = behind[0].span[0], behind[-1].span[1]
    apart = not any(is_aligned(token) for token in inner[cut:])
    start = len(tex) - len(tex.lstrip())
    return Parts((start, inner[cut - 1].span[1]), (first, last), apart)


def _stripped(tex: str) -> Span:
    start = len(tex) - len(tex.lstrip())
    return start, max(start, len(tex.rstrip()))


def is_aligned(token: Token) -> bool:
    return token.kind is Kind.ENVIRONMENT and token.text[:-1].partition("{")[2] in ALIGNED


def array_depth(token: Token) -> int:
    """Matrices and cases have rows and relations of their own."""
    if token.kind is not Kind.ENVIRONMENT or is_aligned(token):
        return 0
    return 1 if token.text.startswith(r"\begin") else -1
