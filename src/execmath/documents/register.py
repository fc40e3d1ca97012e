"""The register of labels: an address once published stays, and means what it meant.

One line a label in `docs/labels.txt`, in the order in which they were published; lines are only
ever added, never changed. Each says the label, the date, and a digest of what the display says:

    log-sum-exp  2026-11-25  3f0c1b2a4d5e
    log-sum-exp  2027-01-01  9a8b7c6d5e4f  restated: the sum now starts at zero
    old-name     2027-01-02  retired -> log-sum-exp

The digest does not see spacing. A display that says something else needs another label; one that
says the same in other symbols is *restated*, with a reason.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from execmath.documents import codes
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.site import read_site
from execmath.language import canonical
from execmath.runtime.codes import Code

FILE = "labels.txt"
LINE = re.compile(
    r"(?P<label>[a-z0-9]+(?:-[a-z0-9]+)*)\s+(?P<date>\d{4}-\d\d-\d\d)\s+"
    r"(?:retired\s*->\s*(?P<successor>[a-z0-9-]+)|(?P<digest>[0-9a-f]{12})"
    r"(?:\s+restated:\s*(?P<reason>\S.*))?)"
)
HEADER = """\
# label  date  digest of what it says; lines are added, never changed; `execmath register` does it
"""
ADD = "run `execmath register docs` and commit docs/labels.txt"


@dataclass(frozen=True)
class Retired:
    date: str
    successor: str


@dataclass
class Register:
    """What the lines say, and what is wrong with them."""

    digests: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)  # of the first publication
    retired: dict[str, Retired] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)  # of a label's last line
    complaints: list[Diagnostic] = field(default_factory=list)

    def successor(self, label: str) -> str:
        """The label that took the place of a retired one, through any number of retirements."""
        while label in self.retired:
            label = self.retired[label].successor
        return label


def digest(tex: str) -> str:
    """Twelve hexadecimal digits; two spellings of one formula have the same."""
    return hashlib.sha256(" ".join(canonical.tokens(tex)).encode()).hexdigest()[:12]


def parse(text: str) -> Register:
    """Read a register; faults are listed in its `complaints`."""
    register = Register()
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            wrong = _read(line, number, register)
            if wrong:
                register.complaints.append(Diagnostic(FILE, number, "", f"{wrong}: {line.strip()}",
                                                      codes.REGISTER_LINE))
    for label in register.retired:
        if _goes_round(label, register):
            register.complaints.append(_wrong(register, label, codes.RETIRED,
                                              "is retired in a circle"))
    return register


def read(docs: Path) -> Register:
    """The register of a docs folder; without the file, an empty one."""
    file = docs / FILE
    return parse(file.read_text(encoding="utf-8") if file.exists() else "")


def _wrong(register: Register, label: str, code: Code, message: str) -> Diagnostic:
    return Diagnostic(FILE, register.lines.get(label, 1), label, message, code)


def _read(line: str, number: int, register: Register) -> str:
    match = LINE.fullmatch(line.strip())
    if match is None:
        return "is not `label  date  digest` nor `label  date  retired -> other`"
    label = match["label"]
    register.lines[label] = number
    if label in register.retired:
        return "speaks of a label that is retired"
    if match["successor"]:
        if label not in register.digests:
            return "retires a label that was never published"
        register.retired[label] = Retired(match["date"], match["successor"])
        return ""
    if label in register.digests and not match["reason"]:
        return "registers a label again; say `restated: why`"
    register.digests[label] = match["digest"]
    register.dates.setdefault(label, match["date"])
    return ""


def _goes_round(label: str, register: Register) -> bool:
    seen: set[str] = set()
    while label in register.retired and label not in seen:
        seen.add(label)
        label = register.retired[label].successor
    return label in register.retired


def problems(register: Register, displays: Mapping[str, str]) -> list[Diagnostic]:
    """Everything in which a site and its register disagree, each with what to do.

    displays  the LaTeX of each labelled display of the site
    """
    return [*register.complaints, *_changed(register, displays), *_retired(register, displays),
            *_new(register, displays)]


def _changed(register: Register, displays: Mapping[str, str]) -> Iterator[Diagnostic]:
    for label in register.digests.keys() - register.retired.keys():
        date = register.dates[label]
        if label not in displays:
            yield _wrong(register, label, codes.LABEL_GONE,
                         f"was published on {date} and is gone; put it back, or append to "
                         f"docs/{FILE}: {label}  YYYY-MM-DD  retired -> its-successor")
        elif (now := digest(displays[label])) != register.digests[label]:
            yield _wrong(register, label, codes.SAYS_OTHERWISE,
                         f"no longer says what it said on {date}; another equation needs another "
                         f"label; if it is the same in other symbols, append to docs/{FILE}: "
                         f"{label}  YYYY-MM-DD  {now}  restated: why")


def _retired(register: Register, displays: Mapping[str, str]) -> Iterator[Diagnostic]:
    for label, retired in register.retired.items():
        if label in displays:
            yield _wrong(register, label, codes.RETIRED,
                         "is retired and stands on a page again; choose another label")
        if retired.successor not in {*displays, *register.retired}:
            yield _wrong(register, label, codes.RETIRED,
                         f"is retired in favor of {retired.successor}, which is no label")


def _new(register: Register, displays: Mapping[str, str]) -> Iterator[Diagnostic]:
    new = [label for label in displays if label not in register.digests]
    if new:
        message = f"new labels that are not registered: {', '.join(new)}; {ADD}"
        yield Diagnostic(FILE, 1, "", message, codes.NOT_REGISTERED)


def additions(register: Register, displays: Mapping[str, str], date: str) -> Iterable[str]:
    """The lines to append for labels that are new."""
    for label, tex in displays.items():
        if label not in register.digests:
            yield f"{label}  {date}  {digest(tex)}\n"


def main(arguments: list[str] | None = None) -> int:
    """`execmath register docs`: append the labels that are new; exit code 1 if the site and its
    register still disagree."""
    parser = argparse.ArgumentParser(prog="execmath register", description=__doc__)
    parser.add_argument("docs", type=Path, help="the folder of Markdown pages")
    docs = parser.parse_args(arguments).docs
    file, displays = docs / FILE, published(docs)
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    new = list(additions(parse(text), displays, datetime.date.today().isoformat()))
    if new:
        text = (text or HEADER).rstrip("\n") + "\n" + "".join(new)
        file.write_text(text, encoding="utf-8")
        print(f"{file}: {len(new)} label{'s' if len(new) > 1 else ''} added")
    wrong = sorted(problems(parse(text), displays))
    for problem in wrong:
        print(problem, file=sys.stderr)
    return 1 if wrong else 0


def published(docs: Path) -> dict[str, str]:
    """The LaTeX of every labelled display below `docs`."""
    results = read_site(docs).ledger.results.values()
    return {result.label: result.display.tex for result in results}

