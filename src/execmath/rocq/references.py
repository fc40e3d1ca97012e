"""Which lemmas a proof names, from what the prover records of every name that it resolves.

A record (`.glob`) has the lines `prf 297:310 <> kl_is` where a lemma begins, and
`R399:403 duality <> kl_is thm` for a name in its proof, in the order of the text. A tactic of one's
own stands in between: what it names is used by the proofs that use the tactic.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from execmath.rocq.vernacular import sentences, without_comments

DEFINED = re.compile(r"(?:prf|def|inst|ind|rec) (\d+):\d+ (\S+) (\S+)")
NAMED = re.compile(r"R(\d+):\d+ (\S+) (\S+) (\S+) (?:thm|def|prfax)")
TACTIC = re.compile(r"Ltac (\w+)")
BESIDE = re.compile(r"\bwith (\w+)(?: \w+)* :=")  # a tactic that is defined together with the first
MODULE = re.compile(r"Module (\w+)")
WORD = re.compile(r"[A-Za-z_][\w']*")
EMPTY: Mapping[str, str] = {}

Uses = dict[str, list[str]]
"""What each lemma and each tactic names of these files: both as `file.name`."""


@dataclass
class _Text:
    """The sentences of a text, and where the definitions of tactics stand."""

    text: str
    modules: Mapping[str, str]
    alone: str
    sentences: list[tuple[int, str]] = field(init=False)
    tactics: list[tuple[int, int, str]] = field(init=False)
    files: list[tuple[int, str]] = field(init=False)  # where each begins

    def __post_init__(self) -> None:
        # The record counts bytes; a comment may hold a character of several.
        ascii_text = "".join(c if c.isascii() else "?" * len(c.encode()) for c in self.text)
        self.sentences = list(sentences(without_comments(ascii_text)))
        self.tactics = [(start, start + len(sentence), found[1])
                        for start, sentence in self.sentences
                        if (found := TACTIC.match(sentence))]

        self.files = [(start, self.modules[found[1]]) for start, sentence in self.sentences
                      if (found := MODULE.fullmatch(sentence)) and found[1] in self.modules]

    def tactic_at(self, place: int) -> str:
        """The tactic that is defined there, with its file; or ""."""
        return next((f"{self.file_at(place)}.{name}" for start, end, name in self.tactics
                     if start <= place < end), "")

    def file_at(self, place: int) -> str:
        """The file that stands at a place of the whole."""
        return self.alone or _owner(self.files, place)


def read(record: str, text: str, modules: Mapping[str, str], alone: str = "",
         tactics: Mapping[str, str] = EMPTY) -> Uses:
    """What each lemma of a text names.

    record   what the prover wrote of it
    modules  the names under which it knows each file, in this text
    alone    the file, where the text is one and no module stands in it
    tactics  those of the files that it requires, with their files
    """
    whole = _Text(text, modules, alone)
    lines = record.splitlines()
    starts = sorted(_defined(lines, modules, alone))
    uses: Uses = {}
    for place, target in _named(lines, modules):
        owner = whole.tactic_at(place) or _owner(starts, place)
        if owner and owner != target:
            _add(uses, owner, target)
    for owner, tactic in _tactics_used(whole, starts, tactics):
        _add(uses, owner, tactic)
    for _, name in starts:
        if name:
            uses.setdefault(name, [])
    return uses


def _defined(lines: list[str], modules: Mapping[str, str], alone: str) -> Iterator[tuple[int, str]]:
    """Where each lemma begins; what stands in none of the files, as a question does, has the name
    "" and owns what is named there."""
    for line in lines:
        if defined := DEFINED.fullmatch(line):
            file = alone or modules.get(defined[2].partition(".")[0], "")
            yield int(defined[1]), f"{file}.{defined[3]}" if file else ""


def _named(lines: list[str], modules: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where each name of the files stands."""
    for line in lines:
        if reference := NAMED.fullmatch(line):
            place, library, path, name = reference.groups()
            if file := modules.get(library) or modules.get(path.partition(".")[0]):
                yield int(place), f"{file}.{name}"


def _add(uses: Uses, owner: str, target: str) -> None:
    targets = uses.setdefault(owner, [])
    if target not in targets:
        targets.append(target)


def _owner(starts: list[tuple[int, str]], place: int) -> str:
    """The last that begins before a place; "" before the first."""
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if starts[middle][0] <= place else (low, middle)
    return starts[low - 1][1] if low else ""


def tactics_in(texts: Mapping[str, str]) -> dict[str, str]:
    """The tactics that some files define, with their files; of one name the last."""
    return {name: f"{file}.{name}" for file, text in texts.items()
            for _, sentence in sentences(without_comments(text))
            if (definition := TACTIC.match(sentence))
            for name in (definition[1], *BESIDE.findall(sentence))}


def _tactics_used(whole: _Text, starts: list[tuple[int, str]],
                  tactics: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Who uses which tactic: the nearest of that name above, in this file or another."""
    reached = dict(tactics)
    for start, sentence in whole.sentences:
        words = [word for word in dict.fromkeys(WORD.findall(sentence)) if word in reached]
        if definition := TACTIC.match(sentence):
            file, first = whole.file_at(start), definition[1]
            defined = {name: f"{file}.{name}" for name in (first, *BESIDE.findall(sentence))}
            yield from ((defined[first], reached[word]) for word in sorted(words))
            yield from _each_other(*defined.values())
            reached |= defined
        elif (owner := _owner(starts, start)) and sentence[:1].islower():
            yield from ((owner, reached[word]) for word in words)


def _each_other(first: str, *beside: str) -> Iterator[tuple[str, str]]:
    """Tactics that are defined together may use one another."""
    yield from ((other, first) for other in beside)
    yield from ((first, other) for other in beside)


def closure(uses: Mapping[str, list[str]], start: str, stops: frozenset[str]) -> list[str]:
    """All that a lemma rests on, itself or through others; those of `stops` are ends."""
    reached = dict.fromkeys(name for name in uses.get(start, ()) if name != start)
    waiting = deque(reached)
    while waiting:
        if (name := waiting.popleft()) not in stops:
            new = dict.fromkeys(other for other in uses.get(name, ())
                                if other not in reached and other != start)
            reached |= new
            waiting += new
    return list(reached)
