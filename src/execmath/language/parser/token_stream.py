"""The tokens of a display, one after the other, and how reading fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from execmath.language import codes
from execmath.language.ast import Span
from execmath.language.parser.hints import hint
from execmath.language.tokens import Kind, LatexError, Token
from execmath.language.vocabulary import CLOSERS, OPENERS
from execmath.runtime.codes import Code
from execmath.runtime.limits import MAX_DEPTH

OPEN, CLOSED = OPENERS, CLOSERS


class TokenStream:
    """Tokens of `tex`, closed by one of kind `end`, and the place up to which they are read."""

    def __init__(self, tex: str, tokens: Sequence[Token]) -> None:
        self.tex = tex
        self.tokens = tokens
        self.place = 0
        self.bars = 0  # how many |...| are open, as the bar that closes looks like one that opens
        self._depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.place]

    def ahead(self, count: int = 1) -> Token:
        return self.tokens[min(self.place + count, len(self.tokens) - 1)]

    def texts(self, count: int) -> list[str]:
        """What the next tokens are."""
        return [self.ahead(number).text for number in range(count)]

    def at(self, *texts: str) -> bool:
        token = self.tokens[self.place]
        return token.text in texts and token.kind != Kind.TEXT

    def at_end(self) -> bool:
        return self.tokens[self.place].kind == Kind.END

    def skip(self, count: int = 1) -> None:
        self.place += count

    def take(self, *texts: str) -> Token | None:
        token = self.tokens[self.place]
        if token.text not in texts or token.kind == Kind.TEXT:
            return None
        self.place += 1
        return token

    def end_of_bracket(self, place: int) -> int:
        """The place behind the bracket that begins at a place, whatever it is closed by."""
        depth = 0
        for index in range(place, len(self.tokens)):
            depth += (self.tokens[index].text in OPEN) - (self.tokens[index].text in CLOSED)
            if depth == 0:
                return index + 1
        return len(self.tokens) - 1

    def exchange(self, place: int, length: int, *put: Token) -> None:
        """Other tokens in the place of some that are still to be read."""
        self.tokens = [*self.tokens[:place], *put, *self.tokens[place + length :]]

    def end_of_group(self, place: int) -> int:
        """The place behind the group, or the single token, that begins at a place."""
        depth = 0
        for index in range(place, len(self.tokens)):
            depth += (self.tokens[index].text == "{") - (self.tokens[index].text == "}")
            if depth == 0:
                return index + 1
        return len(self.tokens) - 1

    def take_braced(self, text: str) -> bool:
        if self.texts(3) == ["{", text, "}"]:
            self.place += 3
            return True
        return False

    def expect(self, text: str, where: str) -> Token:
        token = self.take(text)
        if token is None:
            self.fail(codes.EXPECTED, f"expected {text!r} {where}, found {str(self.token)!r}"
                      f"{hint(self.token)}")
        return token

    def fail(self, code: Code, message: str, span: Span | None = None) -> NoReturn:
        raise LatexError(code, message, span or self.token.span)

    def no_meaning(self, name: str, span: Span) -> NoReturn:
        self.fail(codes.NO_MEANING, f"{name} has no meaning here: it was neither declared, with "
                  r"\in, nor defined, with :=", span)

    def two_readings(self, start: int, first: str, second: str,
                     instead: str = "brackets would decide") -> NoReturn:
        message = f"two readings: {first}, or {second}; {instead}"
        self.fail(codes.TWO_READINGS, message, self.since(start))

    def since(self, start: int) -> Span:
        """From the token at `start` to the one read last."""
        return self.tokens[start].span[0], self.tokens[max(start, self.place - 1)].span[1]

    def source(self, start: int) -> str:
        """What was read since the token at `start`, as it is written."""
        first, last = self.since(start)
        return self.tex[first:last].strip()

    def source_between(self, start: int, end: int) -> str:
        """What the tokens from `start` to the one before `end` are, as they are written."""
        return self.tex[self.tokens[start].span[0] : self.tokens[end - 1].span[1]].strip()

    @contextmanager
    def with_bars(self, count: int) -> Iterator[None]:
        """Inside a bracket a bar opens, whatever is open around it."""
        outer, self.bars = self.bars, count
        try:
            yield
        finally:
            self.bars = outer

    def go_deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self.fail(codes.LIMIT, f"nested more than {MAX_DEPTH} deep")

    def come_back(self) -> None:
        self._depth -= 1
