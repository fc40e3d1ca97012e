"""The picture of an equation that a pasted link shows: what stands on it, and where."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from execmath.documents import json_export
from execmath.documents.results import Result
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import version
from mkdocs_execmath.publishing import copy_forms
from mkdocs_execmath.typesetting.node import Program

INK, QUIET, ACCENT = "#152535", "#5a6672", "#9a4a00"
SPECIAL = re.compile(r"[#$%&_{}\\~^]")


@dataclass(frozen=True)
class Line:
    """A formula on the picture: where its middle is, how tall it may be, in which color; and the
    pixels of an em, at most."""

    tex: str
    middle: float
    tallest: float
    em: float
    color: str = INK


def lines(result: Result, site: str) -> list[Line]:
    """What stands on the picture: the statement, its hypotheses, its name, its verdict."""
    statement, hypotheses = json_export.split(result)
    evidence = copy_forms.evidence(result)
    placed = [Line(statement, 205 if hypotheses else 240, 290 if hypotheses else 350, 64)]
    if hypotheses:
        placed.append(Line(hypotheses, 400, 70, 40, QUIET))
    return [*placed, Line(rf"\texttt{{{_text(result.label)}}}", 510, 50, 36, ACCENT),
            Line(rf"\text{{{_text(f'{evidence} · {site}')}}}", 570, 40, 28, QUIET)]


def _text(words: str) -> str:
    return SPECIAL.sub(lambda match: {"\\": "", "~": " ", "^": ""}.get(match[0], "\\" + match[0]),
                       words)


class Pictures:
    """Those of some equations: PNGs of 1200 by 630 pixels.

    keys  by label the digest of all that a picture is drawn from
    """

    def __init__(self, results: Iterable[Result], site: str, cache: Cache) -> None:
        self._cache, self._program = cache, Program("picture.mjs", Cache())  # kept are the pictures
        self._lines = {result.label: lines(result, site) for result in results}
        self.keys = {label: digest("picture", self._program.version, version(__name__),
                                   repr(placed)) for label, placed in self._lines.items()}

    def draw(self) -> None:
        """Draw those that are new, so that they are there when they are asked for; raises
        NodeError."""
        there = self._cache.known(self.keys.values())
        self._drawn([label for label, key in self.keys.items() if key not in there])

    def png(self, label: str) -> bytes | None:
        """The picture of an equation, if its statement can be typeset; raises NodeError."""
        return self._cache.load_bytes(self.keys[label]) or self._drawn([label])[0] or None

    def _drawn(self, labels: Sequence[str]) -> list[bytes]:
        questions = [[asdict(line) for line in self._lines[label]] for label in labels]
        drawn: list[bytes] = self._program.answers(questions, _read)
        self._cache.store_all({self.keys[label]: png
                               for label, png in zip(labels, drawn, strict=True) if png})
        return drawn


def _read(answer: Any) -> bytes:
    """A PNG, or nothing; raises ValueError."""
    if not isinstance(answer, str):
        raise ValueError("not a picture")
    return b64decode(answer, validate=True)
