"""The picture of an equation that a pasted link shows: what stands on it, and where."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from execmath import export
from execmath.cache import Cache, Lazy, digest
from execmath.ledger import Entry
from execmath.modules import version
from execmath.nodejs import Program

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


def lines(entry: Entry, site: str) -> list[Line]:
    """What stands on the picture: the statement, its hypotheses, its name, its verdict."""
    statement, hypotheses = export.split(entry)
    found = [Line(statement, 205 if hypotheses else 240, 290 if hypotheses else 350, 64)]
    if hypotheses:
        found.append(Line(hypotheses, 400, 70, 40, QUIET))
    return [*found, Line(rf"\texttt{{{_text(entry.label)}}}", 510, 50, 36, ACCENT),
            Line(rf"\text{{{_text(f'{entry.words()} · {site}')}}}", 570, 40, 28, QUIET)]


def _text(words: str) -> str:
    return SPECIAL.sub(lambda match: {"\\": "", "~": " ", "^": ""}.get(match[0], "\\" + match[0]),
                       words)


@dataclass(frozen=True)
class Pictures:
    """A PNG of 1200 by 630 pixels for each equation that can be typeset, and its digest: of all
    that it is drawn from."""

    png: Mapping[str, bytes]
    keys: Mapping[str, str]


def pictures(entries: Iterable[Entry], site: str, cache: Cache) -> Pictures:
    """The picture of each entry, by its label; raises NodeError."""
    program = Program("picture.mjs", Cache())  # what is kept is the pictures
    wanted = {entry.label: lines(entry, site) for entry in entries}
    keys = {label: digest("picture", program.version, version("opengraph"), repr(found))
            for label, found in wanted.items()}
    kept = cache.known(keys.values())
    new = _drawn({label: found for label, found in wanted.items() if keys[label] not in kept},
                 program)
    for label, png in new.items():
        cache.store_bytes(keys[label], png)
    there = {label: key for label, key in keys.items() if label in new or key in kept}

    def read(label: str) -> bytes:
        png = cache.load_bytes(keys[label])
        return png if png is not None else _drawn({label: wanted[label]}, program)[label]

    return Pictures(Lazy(there, new, read), there)


def _drawn(wanted: Mapping[str, Sequence[Line]], program: Program) -> dict[str, bytes]:
    """Of each whose statement can be typeset."""
    questions = [[asdict(line) for line in found] for found in wanted.values()]
    drawn = zip(wanted, program.answers(questions, _read), strict=True)
    return {label: png for label, png in drawn if png}


def _read(answer: Any) -> bytes:
    """A PNG, or nothing; raises ValueError."""
    if not isinstance(answer, str):
        raise ValueError("not a picture")
    return b64decode(answer, validate=True)
