r"""Letters with a number above, in brackets: x^{(1)}, \ldots, x^{(m)} \in \mathbb{R}^n; and \chi^2.

They are read as letters with a number below are, under a name that nothing else has; x^{(i)}_j and
x_j^{(i)}, which look the same, are the component j of x^{(i)}. Of a function, f^{(n)} is its n-th
derivative, so that a letter is one or the other. The distribution of chi squared is called
\chi^2, with a power that is none, where the page defines \chi^2(x; k).
"""

from __future__ import annotations

from collections.abc import Sequence

from execmath.language import codes
from execmath.language.names import NUMBERS_ABOVE
from execmath.language.parser.families import whole
from execmath.language.parser.functions import TRANSPOSING
from execmath.language.symbols import MeaningKind, Scope
from execmath.language.tokens import Kind, LatexError, Token
from execmath.runtime.codes import Code

ABOVE = ["^", "{", "("]
CHI, CHI_SQUARED = r"\chi", r"\chi^2"
INTRODUCING = frozenset({"=", ":=", r"\sim", "&"})


def numbered(base: str) -> str:
    """The name of the letters with a number above."""
    return base + NUMBERS_ABOVE


def with_numbers_below(tokens: Sequence[Token], scope: Scope) -> list[Token]:
    """The tokens of a display, with the numbers below that stand above; raises LatexError."""
    if all(token.text != "^" for token in tokens):
        return list(tokens)
    tokens = _with_chi_squared(tokens, scope)
    plain: list[Token] = []
    introduced = _introduced(tokens, scope)
    place = 0
    while place < len(tokens):
        found = _Numbered.at(tokens, place)
        if found is not None and found.is_meant(scope, introduced):
            plain += found.tokens()
            place = found.end
        else:
            plain.append(tokens[place])
            place += 1
    return plain


def _with_chi_squared(tokens: Sequence[Token], scope: Scope) -> list[Token]:
    plain: list[Token] = []
    for place, token in enumerate(tokens):
        end = _end_of_square(tokens, place) if token.text == CHI else 0
        is_defined = not place and any(one.text in (":=", "=") for one in tokens)
        if not end or not _is_distribution(token, scope, is_defined):
            plain.append(token)
            continue
        name = Token(Kind.NAME, CHI_SQUARED, (token.span[0], tokens[end - 1].span[1]),
                     token.after_wide_space)
        return [*plain, name, *_with_chi_squared(tokens[end:], scope)]
    return plain


def _end_of_square(tokens: Sequence[Token], place: int) -> int:
    r"""The place of the bracket behind the square in \chi^2(…), or 0."""
    end = end_of_group(tokens, place + 2)
    exponent = [one.text for one in tokens[place + 1 : end] if one.text not in "{}"]
    return end if exponent == ["^", "2"] and tokens[end].text == "(" else 0


def _is_distribution(chi: Token, scope: Scope, is_defined: bool) -> bool:
    r"""Is \chi^2(…) one that the page or this display defines? Refused, where \chi is a letter."""
    is_distribution = is_defined or scope[CHI_SQUARED] is not None
    if is_distribution and scope[CHI] is not None:
        raise LatexError(codes.TWO_READINGS, "two readings: the distribution of chi squared, "
                         r"or the square of the letter \chi; call the letter otherwise", chi.span)
    return is_distribution


def _introduced(tokens: Sequence[Token], scope: Scope) -> str:
    """The letter that a display begins with, where it is about to get a meaning."""
    first = next((place for place, token in enumerate(tokens) if token.is_letter), None)
    found = _Numbered.at(tokens, first) if first is not None else None
    if found is None or not found.introduces(tokens[found.end].text) or any(
            token.text not in ("&", "(", "[") and token.kind is not Kind.ENVIRONMENT
            for token in tokens[:first]):
        return ""
    return found.letter.text if scope[found.letter.text] is None else ""


class _Numbered:
    """x^{(i)}, x^{(i)}_j or x_j^{(i)}, from one place of the tokens to another."""

    def __init__(self, letter: Token, number: Sequence[Token], below: Sequence[Token],
                 behind: Sequence[Token], span_end: int, end: int) -> None:
        self.letter, self.number, self.below, self.behind = letter, number, below, behind
        self.span_end, self.end = span_end, end

    @classmethod
    def at(cls, tokens: Sequence[Token], place: int) -> _Numbered | None:
        letter = tokens[place]
        if not letter.is_letter:
            return None
        above = place + 1
        below: Sequence[Token] = ()
        if tokens[above].text == "_":
            above = end_of_group(tokens, place + 2)
            below = tokens[place + 2 : above]
        if [token.text for token in tokens[above : above + 3]] != ABOVE:
            return None
        closing = _closing(tokens, above + 2)
        if closing is None or closing == above + 3:
            return None
        end = end_of_group(tokens, above + 1)
        behind = _transposed(tokens[closing + 1 : end - 1])
        if behind is None:
            return None
        last = tokens[end - 1].span[1]
        if not below and tokens[end].text == "_":
            inner = end_of_group(tokens, end + 1)
            below, end = tokens[end + 1 : inner], inner
            last = tokens[end - 1].span[1]
        return cls(letter, tokens[above + 3 : closing], below, behind, last, end)

    def is_meant(self, scope: Scope, introduced: str) -> bool:
        base = self.letter.text
        is_known = scope[whole(numbered(base))] is not None or scope[numbered(base)] is not None
        meaning = scope[base]
        is_function = meaning is not None and meaning.kind is MeaningKind.FUNCTION
        if is_known and is_function:
            self.fail(codes.TWO_READINGS, f"two readings: one of the letters {base}^{{(1)}}, "
                      f"{base}^{{(2)}}, …, or a derivative of the function {base}; give one of "
                      "them another name")
        return is_known or base == introduced

    def introduces(self, behind: str) -> bool:
        r"""x^{(1)}, \ldots, x^{(m)}, or x^{(i)} := where i is any number."""
        if behind == ",":
            return [token.text for token in self.number] == ["1"]
        return behind in INTRODUCING and len(self.number) == 1 and self.number[0].is_letter

    def fail(self, code: Code, message: str) -> None:
        raise LatexError(code, message, (self.letter.span[0], self.span_end))

    def tokens(self) -> list[Token]:
        """The letter under its name, with its number and what is below it as its indices."""
        start = self.letter.span[1]
        name = Token(Kind.NAME, numbered(self.letter.text), self.letter.span,
                     self.letter.after_wide_space)
        inside = list(self.number)
        if self.below:
            comma = Token(Kind.SYMBOL, ",", (start, start))
            inside += [comma, *_without_braces(self.below)]
        return [name, Token(Kind.SYMBOL, "_", (start, start)),
                Token(Kind.SYMBOL, "{", (start, start)), *inside,
                Token(Kind.SYMBOL, "}", (start, self.span_end)), *self.behind]


def _without_braces(tokens: Sequence[Token]) -> Sequence[Token]:
    return tokens[1:-1] if tokens[0].text == "{" else tokens


def _closing(tokens: Sequence[Token], place: int) -> int | None:
    """The place of the round bracket that closes the one at a place."""
    depth = 0
    for index in range(place, len(tokens)):
        depth += (tokens[index].text in ("(", "{")) - (tokens[index].text in (")", "}"))
        if depth == 0:
            return index if tokens[index].text == ")" else None
    return None


def _transposed(tokens: Sequence[Token]) -> list[Token] | None:
    r"""What stands behind the bracket in x^{(i)\top} and x^{(i)^T}; None where it is no such."""
    inside = [token for token in tokens if token.text not in ("^", "{", "}")]
    if not inside:
        return []
    if len(inside) > 1 or inside[0].text not in (r"\top", *TRANSPOSING):
        return None
    at = inside[0].span[0]
    return [Token(Kind.SYMBOL, "^", (at, at)), inside[0]]


def end_of_group(tokens: Sequence[Token], place: int) -> int:
    """The place behind the group, or the single token, that begins at a place."""
    depth = 0
    for index in range(place, len(tokens) - 1):
        depth += (tokens[index].text == "{") - (tokens[index].text == "}")
        if depth == 0:
            return index + 1
    return len(tokens) - 1
