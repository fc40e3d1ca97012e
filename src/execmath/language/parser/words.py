"""Words that are typed as letters: ln x, Var(X), Bernoulli(y; p).

They look like products, and are read as such wherever all their letters have a meaning. A word is
read where one of them has none: a command of TeX without its backslash, or what the page defines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from execmath.language.names import UPRIGHT
from execmath.language.symbols import Scope
from execmath.language.tokens import COMMANDS, Kind, Token

EULER = "e"  # has a value by itself
SHORTEST = 3  # letters, of a word that a display defines


@dataclass(frozen=True)
class Words:
    """What may be a word: `is_given` tells the names that everybody knows."""

    scope: Scope
    is_given: Callable[[str], bool]

    def at(self, tokens: Sequence[Token], place: int) -> tuple[Token, int] | None:
        """The word that begins at a place, as one token, and how many letters it has."""
        letters = run_of_letters(tokens, place)
        for length in range(len(letters), 1, -1):
            word = letters[:length]
            token = self.token_of(tokens, place, word)
            if token is not None and self.is_no_product(word):
                return token, length
        return None

    def token_of(self, tokens: Sequence[Token], place: int, word: str) -> Token | None:
        name = f"{UPRIGHT}{{{word}}}"
        if word in COMMANDS:
            return joined(tokens, place, len(word), COMMANDS[word], Kind.COMMAND)
        if self.scope[name] is not None or self.is_given(name):
            return joined(tokens, place, len(word), name, Kind.NAME)
        return None

    def is_no_product(self, word: str) -> bool:
        """Has one of its letters no meaning by itself?"""
        return any(self.scope[letter] is None and letter != EULER for letter in word)

    def looks_like_both(self, tokens: Sequence[Token], place: int) -> str:
        """A word before a bracket that is a product of letters as well."""
        word = run_of_letters(tokens, place)
        if tokens[place + len(word)].text != "(" or self.is_no_product(word):
            return ""
        is_word = word in COMMANDS or self.scope[f"{UPRIGHT}{{{word}}}"] is not None
        return word if is_word else ""

    def defined_first(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens of a statement, with a word at the beginning that is defined there."""
        word = run_of_letters(tokens, 0)
        behind = tokens[len(word)].text
        if len(word) < SHORTEST or behind not in ("(", "[", "=", ":=") \
                or not self.is_no_product(word):
            return list(tokens)
        name = f"{UPRIGHT}{{{word}}}"
        return [joined(tokens, 0, len(word), name, Kind.NAME), *tokens[len(word) :]]


def run_of_letters(tokens: Sequence[Token], place: int) -> str:
    """The letters side by side from a place on; one with a subscript belongs to no word."""
    end = place
    while tokens[end].kind is Kind.LETTER and len(tokens[end].text) == 1:
        end += 1
    if tokens[end].text == "_":
        end -= 1
    return "".join(token.text for token in tokens[place:end])


def joined(tokens: Sequence[Token], place: int, length: int, text: str, kind: Kind) -> Token:
    first, last = tokens[place], tokens[place + length - 1]
    return Token(kind, text, (first.span[0], last.span[1]), first.after_wide_space)
