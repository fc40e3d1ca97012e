r"""Changes of how a display is written: a space, a face, braces, a color, a letter like another.

What moves, hides or replaces a glyph has to be refused. What leaves the picture as it is has to be
read as the same statement.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from random import Random

import try_latex
from trial import REFUSED, Change, Outcome, refused, whole_site

from execmath.documents.results import Result
from execmath.documents.site import Site
from execmath.language.parser.instances import read_instance
from execmath.language.parser.statements import read_statement
from execmath.language.tokens import Kind, Token, tokenize
from execmath.runtime.codes import ExecmathError

READ_ALIKE = "it is read as the same"
OF_ONE = 2  # places of a display, for each way to change it
SPACES = (r"\!", r"\,", r"\negthinspace ", r"\hspace{-1em}", r"\kern-3pt ", r"\phantom{+ 1}", "{}",
          r"\mathrlap{+}", r"\raise 2pt ", r"\displaystyle ", "%")
AROUND = (r"{%s}", r"\mathrm{%s}", r"\mathbf{%s}", r"\boldsymbol{%s}", r"\color{white}{%s}",
          r"\smash{%s}", r"\cancel{%s}", r"\mathcal{%s}", r"\textcolor{white}{%s}", r"\text{%s}",
          r"\hphantom{%s}", r"\underline{%s}")
ALIKE = {"a": "а", "x": "х", "p": "р", "e": "е", "c": "с", "k": "κ", "A": "Α", "-": "−", "n": "ո",
         "=": "＝", "+": "＋", "|": "∣", "1": "１", "2": "２", ",": "，"}
WHAT_CAN_BE_SEEN = frozenset({Kind.LETTER, Kind.NUMBER, Kind.SYMBOL, Kind.NAME})


def changes(site: Site, pages: Sequence[str]) -> Iterator[Change]:
    for result in site.ledger.results.values():
        if result.page not in pages or result.statement is None or result.kind == "refuted":
            continue
        text = (site.root / result.page).read_text(encoding="utf-8")
        for tex in _written_otherwise(result.display.tex.rstrip(), result.label):
            page = text.replace(result.display.raw, f"{tex}\n\\label{{{result.label}}}\n")
            yield Change("glyph", result.page, result.label, result.display.tex.strip(),
                         tex.strip(), page)


def _written_otherwise(tex: str, label: str) -> Iterator[str]:
    rng = Random(zlib.crc32(label.encode()))
    seen = [token for token in tokenize(tex) if token.kind in WHAT_CAN_BE_SEEN]
    for space in SPACES:
        for token in rng.sample(seen, min(OF_ONE, len(seen))):
            yield tex[: token.span[0]] + space + tex[token.span[0] :]
    for around in AROUND:
        for token in rng.sample(seen, min(OF_ONE, len(seen))):
            yield _with(tex, token, around % _text(tex, token))
    for token in seen:
        if _text(tex, token) in ALIKE:
            yield _with(tex, token, ALIKE[_text(tex, token)])


def _text(tex: str, token: Token) -> str:
    return tex[token.span[0] : token.span[1]]


def _with(tex: str, token: Token, new: str) -> str:
    return tex[: token.span[0]] + new + tex[token.span[1] :]


def attempt(change: Change) -> Outcome:
    """Alone; and on its page, if it can be read and says something else."""
    result = whole_site().ledger.results[change.label]
    try:
        statement = _read(result, change.after)
    except ExecmathError as error:
        return refused(error)
    if statement == result.statement or _plain(change.after) == _plain(change.before):
        return Outcome(REFUSED, READ_ALIKE)
    return try_latex.attempt(change)


def _plain(tex: str) -> str:
    """Braces around the base of a power of e change nothing."""
    return tex.replace("{e}^", "e^")


def _read(result: Result, tex: str) -> object:
    if result.kind == "instance":
        return read_instance(tex, result.scope, result.label).statement
    return read_statement(tex, result.scope, result.label, result.display.section).statement
