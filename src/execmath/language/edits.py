r"""The text of a display as something to cut in: where an operator stands, what a bracket holds.

A node's span leaves out the brackets around it; between the two sides of an operator they are
found again here. What is put into the text stays apart from its neighbors, and below a `_` or a
`^` it gets braces.
"""

from __future__ import annotations

from collections.abc import Iterable

from execmath.language import ast as s
from execmath.language.ast import Span
from execmath.language.tokens import INVISIBLE, Kind, Token, tokenize
from execmath.language.vocabulary import CLOSING

Edits = tuple[tuple[Span, str], ...]  # pieces of the display, and what stands there instead

SIZES = tuple(sorted(text for text in INVISIBLE if text.lower().startswith((r"\left", r"\big"))
                     and not text.endswith("r")))
CLOSERS = frozenset({*CLOSING.values(), "}"})
OPERATORS = {"+": "+", "-": "-", "*": r"\cdot \times", "/": "/"}


class Text:
    """A display's TeX with its tokens."""

    def __init__(self, tex: str) -> None:
        self.tex = tex
        self.tokens = tokenize(tex)[:-1]

    def of(self, node: s.Node) -> str:
        return piece(self.tex, node.span).strip()

    def between(self, start: int, end: int) -> list[Token]:
        return [t for t in self.tokens if start <= t.span[0] and t.span[1] <= end]

    def gap(self, node: s.Binary) -> Span | None:
        """The operator between two sides, or the empty place where they touch; None where a
        fraction or an inner product is written another way."""
        (start, end), (left, right) = node.span, (node.left.span, node.right.span)
        if not start <= left[0] < left[1] <= right[0] < right[1] <= end:
            return None
        inside = self.between(left[1], right[0])
        for token in inside:
            if token.text in OPERATORS[node.op].split():
                return token.span
        if node.op != "*" or any(token.text == "," for token in inside):
            return None
        closers = [token for token in inside if token.text in CLOSERS]
        return (closers[-1].span[1],) * 2 if closers else (left[1],) * 2

    def sides(self, node: s.Binary, gap: Span) -> tuple[str, str]:
        """Both sides with the brackets around them."""
        start, end = node.span
        return piece(self.tex, (start, gap[0])).strip(), self.tex[gap[1] : end].strip()

    def command(self, node: s.Node) -> Span:
        r"""The token a node starts with: its \sum, its \log."""
        return next(t.span for t in self.tokens if t.span[0] >= node.span[0])

    def relation(self, left: s.Node, right: s.Node, texts: Iterable[str]) -> Span | None:
        wanted = set(texts)
        inside = self.between(left.span[1], right.span[0])
        return next((t.span for t in inside if t.text in wanted), None)

    def apply(self, edits: Edits) -> str:
        """The display with all pieces exchanged; an edit keeps the spaces that words need."""
        tex = self.tex
        for span, text in sorted(edits, reverse=True):
            start, end = _with_size(self.tex, span)
            before, after = tex[:start], tex[end:]
            if _ends_in_command(before) and text[:1].isalpha():
                text = " " + text
            if _ends_in_command(text) and after[:1].isalpha():
                text += " "
            tex = before + text + after
        return tex

    def fit(self, span: Span, text: str) -> str:
        r"""`text` as it must be written in the place of `span`: x_k, but x_{k+1}."""
        before = self.tex[: span[0]].rstrip()
        if before.endswith(("_", "^")) and not _is_one_token(text):
            return f"{{{text}}}"
        return text

    def without(self, span: Span) -> Span:
        r"""What goes when a hypothesis goes: also its comma, or the \qquad before it."""
        after = [token for token in self.between(span[1], len(self.tex))
                 if token.kind is not Kind.ENVIRONMENT]
        if after and after[0].text == ",":
            return span[0], after[1].span[0] if after[1:] else after[0].span[1]
        return self.before_connectives(span[0]), span[1]

    def before_connectives(self, start: int) -> int:
        r"""Where the commas, words and the \qquad in front of a place begin."""
        for token in reversed(self.between(0, start)):
            if not (token.text in (",", r"\qquad") or token.kind is Kind.TEXT):
                break
            start = token.span[0]
        return start


def piece(tex: str, span: Span) -> str:
    return tex[slice(*_with_size(tex, span))]


def _with_size(tex: str, span: Span) -> Span:
    r"""A bracket's \left belongs to what the bracket opens."""
    before = tex[: span[0]].rstrip()
    size = next((size for size in SIZES if before.endswith(size)), "")
    return (len(before) - len(size), span[1]) if size and span[0] < span[1] else span


def bracketed(text: str) -> str:
    return rf"\left({text}\right)"


def is_sum(node: s.Node) -> bool:
    """Would it need brackets behind a sign, or as a factor?"""
    return isinstance(node, s.Negative) or (isinstance(node, s.Binary) and node.op in "+-")


def _is_one_token(text: str) -> bool:
    tokens = tokenize(text)[:-1]
    return len(tokens) == 1 and not (tokens[0].kind is Kind.NUMBER and len(text) > 1)


def _ends_in_command(text: str) -> bool:
    place = len(text)
    while place and text[place - 1].isalpha():
        place -= 1
    return 0 < place < len(text) and text[place - 1] == "\\"
