r"""One Markdown page -> its displays and code blocks, with true line numbers.

A display stands between `$$` and `$$`. A comment `<!-- execmath: ... -->` directly above one
speaks about it. What stands in code, in comments or in front matter is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

import yaml

from execmath.documents import codes
from execmath.language.equation import Display
from execmath.runtime.codes import Code

LABEL = re.compile(r"\\label\s*\{([^{}]*)\}")
GOOD_LABEL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What stands behind three backticks has none itself, or it is code in a line.
FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")
# Python or an editor takes these for the end of a line, and Markdown for letters like any others.
ODD_ENDS = re.compile("[\x00\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
SPACES = " \t"  # that are spaces to Markdown
END_OF_FRONT_MATTER = ("---", "...")
OTHERWISE = re.compile(r"\\\[|\\begin\{[^}]*\}?")  # how displays begin elsewhere
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{.*\})?\s*$")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
BLANK = re.compile(r"\n\s*\n")
DIRECTIVE = re.compile(r"^\s*execmath:\s*(.*)$", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block of code; `line` is that of its opening fence."""

    info: str
    source: str
    line: int


class Complaint(NamedTuple):
    line: int
    code: Code
    message: str


@dataclass(frozen=True)
class Page:
    path: str  # relative to the docs folder
    displays: tuple[Display, ...]
    blocks: tuple[Block, ...]
    builds_on: tuple[str, ...]
    complaints: tuple[Complaint, ...]  # what is wrong with the Markdown itself
    lines: tuple[str, ...] = field(repr=False)  # without the comments
    prose: tuple[tuple[int, str], ...] = field(default=(), repr=False)  # its lines, numbered

    @property
    def fingerprint(self) -> str:
        """All that reading and executing it depends on: all but its words and its code, and the
        lines on which its displays stand."""
        return repr((self.path, self.builds_on, self.complaints,
                     [replace(display, line=0) for display in self.displays]))


def read_page(root: Path, path: str) -> Page:
    try:
        text = (root / path).read_text(encoding="utf-8-sig")  # as MkDocs reads it
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        complaint = Complaint(1, codes.NO_PAGE, f"this page cannot be read: {why}")
        return Page(path, (), (), (), (complaint,), ())
    return parse_page(text, path)


def parse_page(text: str, path: str) -> Page:
    """Take a page apart. Nothing is raised: what is wrong stands in `complaints`."""
    return _Scanner(text, path).page()


class _Scanner:
    def __init__(self, text: str, path: str) -> None:
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
        self.path = path
        self.displays: list[Display] = []
        self.blocks: list[Block] = []
        self.complaints: list[Complaint] = []
        self.section = path
        self.headings = 0
        self.directives: list[str] = []
        self.prose_lines: list[tuple[int, str]] = []
        self.number = 0  # lines read

    def page(self) -> Page:
        for number, line in enumerate(self.lines, 1):
            if odd := ODD_ENDS.search(line):
                self.complain(number, codes.ODD_END, "a character that may end the line, or be a "
                              f"letter like any other: U+{ord(odd[0]):04X}")
        builds_on = self.front_matter()
        while self.number < len(self.lines):
            line = self.lines[self.number]
            self.number += 1
            if match := FENCE.match(line):
                self.block(match)
            elif "<!--" in without_code(line):
                self.comment(line)
            elif "$$" in without_code(line):
                self.display(line)
            else:
                self.prose(line)
        uncommented = COMMENT.sub(_blank, "\n".join(self.lines)).split("\n")
        return Page(self.path, tuple(self.displays), tuple(self.blocks), builds_on,
                    tuple(self.complaints), tuple(uncommented), tuple(self.prose_lines))

    def front_matter(self) -> tuple[str, ...]:
        if self.lines[0].rstrip(SPACES) != "---":
            return ()
        end = next((i for i, line in enumerate(self.lines[1:], 1)
                    if line.rstrip(SPACES) in END_OF_FRONT_MATTER), 0)
        if not end:
            self.complain(1, codes.NOT_CLOSED, "front matter that is never closed")
            return ()
        self.number = end + 1
        try:
            header = yaml.safe_load("\n".join(self.lines[1:end]))
        except yaml.YAMLError as error:
            self.complain(1, codes.FRONT_MATTER, f"front matter that is not YAML: {error}")
            return ()
        if not isinstance(header, dict | None):  # a rule, text and another rule
            self.number = 0
        listed = header.get("builds_on", []) if isinstance(header, dict) else []
        return tuple([listed] if isinstance(listed, str) else map(str, listed))

    def block(self, opening: re.Match[str]) -> None:
        start, fence = self.number, opening["fence"]
        body = []
        for line in self._rest():
            if line.strip(SPACES).startswith(fence) and not line.strip(SPACES).strip(fence[0]):
                break
            body.append(line)
        else:
            self.complain(start, codes.NOT_CLOSED, f"the block that {fence} opens is never closed")
        indent = len(opening["indent"])
        if any("$$" in line and len(line) - len(line.lstrip()) < indent for line in body):
            self.complain(start, codes.BESIDE_DISPLAY, "a display stands farther to the left than "
                          f"the {fence} above it, which may not hold it")
        if opening["info"].strip() == "math":
            self.complain(start, codes.BESIDE_DISPLAY, "a display is written between $$ and $$")
        source = "\n".join(line[min(indent, len(line) - len(line.lstrip())) :] for line in body)
        self.blocks.append(Block(opening["info"].strip(), source, start))
        self.directives = []

    def comment(self, line: str) -> None:
        start, text = self.number, line
        while "-->" not in text and self.number < len(self.lines):
            text += "\n" + self.lines[self.number]
            self.number += 1
        if "-->" not in text:
            self.complain(start, codes.NOT_CLOSED, "a comment that is never closed")
        if "--!>" in text:
            self.complain(start, codes.NOT_CLOSED, "a comment that --!> ends in a browser")
        if line.partition("<!--")[0].strip() and "\n\n" in BLANK.sub("\n\n", text):
            self.complain(start, codes.NOT_CLOSED, "a comment that begins within a line ends with "
                          "the paragraph; put it on lines of its own")
        for comment in COMMENT.findall(text):
            if match := DIRECTIVE.match(comment):
                self.directives.append(match[1].strip())
        rest = COMMENT.sub("", text)
        if "$$" in rest:
            self.complain(start, codes.BESIDE_DISPLAY,
                          "a display and a comment on one line; put the comment above")

    def display(self, line: str) -> None:
        start = self.number
        before, _, tex = line.partition("$$")
        if before.strip(" >"):
            self.complain(start, codes.BESIDE_DISPLAY, "a display starts on a line of its own")
        while "$$" not in tex:
            if self.number == len(self.lines):
                self.complain(start, codes.NOT_CLOSED, "a display whose closing $$ is missing")
                return
            tex += "\n" + self.lines[self.number]
            self.number += 1
        tex, _, after = tex.partition("$$")
        if after.strip():
            self.complain(self.number, codes.BESIDE_DISPLAY,
                          "text behind the closing $$ of a display")
        labels = tuple(LABEL.findall(tex))
        blanked = LABEL.sub(lambda match: " " * len(match[0]), tex)
        self.displays.append(Display(blanked, tex, labels[0] if labels else "", labels, start,
                                     self.section, tuple(self.directives)))
        self.directives = []

    def prose(self, line: str) -> None:
        if heading := HEADING.match(line):
            self.headings += 1
            self.section = f"{self.path}#{self.headings} {heading[2]}"
        stripped = line.strip()
        self.prose_lines.append((self.number, line))
        if opening := OTHERWISE.match(stripped):
            self.complain(self.number, codes.BESIDE_DISPLAY,
                          f"{opening[0]} begins no display here; write it between $$ and $$, each "
                          "on a line of its own")
        if stripped and self.directives:
            self.complain(self.number, codes.MISPLACED,
                          "an execmath comment must stand directly above a display")
            self.directives = []

    def _rest(self) -> Iterator[str]:
        while self.number < len(self.lines):
            self.number += 1
            yield self.lines[self.number - 1]

    def complain(self, line: int, code: Code, message: str) -> None:
        self.complaints.append(Complaint(line, code, message))


def without_code(line: str) -> str:
    """The line with its `code spans` blanked out."""
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", lambda m: " " * len(m[0]), line)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
