"""`execmath survey FOLDER`: which displays of a site or a paper can be read as they are written.

It changes nothing. A display counts as readable if there is a meaning for each of its letters with
which it can be read; whether it is true is another matter.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from execmath.survey.macros import placed
from execmath.survey.permissive import Reading, read
from execmath.survey.report import Line, as_json, as_text
from execmath.survey.sources import LABEL, Written, displays


class Chosen(argparse.Namespace):
    """What a survey is of, and how it is printed."""

    source: Path
    format: str


def parsed(arguments: list[str]) -> Chosen:
    return _parser().parse_args(arguments, namespace=Chosen())


def main(chosen: Chosen) -> int:
    lines = list(survey(chosen.source))
    print(as_json(lines) if chosen.format == "json" else as_text(lines))
    return 0


def survey(source: Path) -> Iterator[Line]:
    """Each display of a file, or of the files below a folder, in reading order."""
    written = listed(source) if source.suffix == ".json" else displays(source)
    for display in written:
        yield line_of(display)


def listed(source: Path) -> Iterator[Written]:
    """The displays of a JSON list, each with its `latex`, and with `file` and `line` if it has
    them."""
    for number, entry in enumerate(json.loads(source.read_text(encoding="utf-8")), 1):
        latex = LABEL.sub(lambda match: " " * len(match[0]), entry["latex"])
        yield Written(str(entry.get("file", entry.get("id", source.name))),
                      int(entry.get("line", number)), placed(latex, 0), latex)


def line_of(display: Written) -> Line:
    reading = read(display.latex.text)
    if reading.parsed is not None:
        kind = type(reading.parsed.statement).__name__.lower()
        return Line(display.path, display.line, True, kind)
    return Line(display.path, display.line, False, "", str(reading.code or ""), _reason(reading),
                reading.message.split("\n")[0], display.line_of(reading.offset), reading.token)


def _reason(reading: Reading) -> str:
    return reading.code.title if reading.code is not None else reading.message


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="execmath survey", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="a folder, or a file of Markdown, MyST or LaTeX; "
                        "or a JSON list of displays, each with its `latex`")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    return parser
