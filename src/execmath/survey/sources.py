r"""Markdown, MyST and LaTeX -> the displays in them, each with its file and line.

A display stands between `$$` and `$$`, between `\[` and `\]`, in an environment of amsmath, or in a
block of MyST that is called math. What stands in code, in comments or verbatim is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from execmath.survey.macros import Macro, Placed, expanded, macros_of, placed

SUFFIXES = (".md", ".markdown", ".myst", ".tex", ".ltx", ".latex", ".rmd", ".qmd")
ENVIRONMENTS = ("equation", "align", "gather", "multline", "eqnarray", "displaymath", "flalign",
                "alignat", "math")
LABEL = re.compile(r"\\label\s*\{[^{}]*\}")
DISPLAY = re.compile(
    r"\$\$(?P<dollars>.*?)\$\$"
    r"|\\\[(?P<brackets>.*?)\\\]"
    rf"|\\begin\{{(?P<name>{'|'.join(ENVIRONMENTS)})(?P<star>\*?)\}}.*?\\end\{{(?P=name)(?P=star)\}}"
    r"|^[ \t]*(?P<fence>`{3,}|:{3,})\{math\}[^\n]*\n(?P<myst>.*?)^[ \t]*(?P=fence)[ \t]*$",
    re.DOTALL | re.MULTILINE)
TEX_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FENCED = re.compile(r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)\n.*?"
                    r"(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
CODE_SPAN = re.compile(r"(?<![`$\\])(`+)(?![`{])[^`\n]+?(?<!`)\1(?!`)")
VERBATIM = re.compile(r"\\begin\{(verbatim|lstlisting|minted|comment)\*?\}.*?\\end\{\1\*?\}",
                      re.DOTALL)
OPTION_OF_MYST = re.compile(r"^[ \t]*:[a-z-]+:[^\n]*$", re.MULTILINE)


# Commands of TeX that an author's own commands are made with, and that say nothing in a display.
OF_TEX = {r"\ensuremath": Macro(1, None, "#1"), r"\xspace": Macro(0, None, "")}


class Written(NamedTuple):
    """A display as somebody wrote it: where, and its LaTeX with all commands put in."""

    path: str
    line: int
    latex: Placed
    text: str  # of the whole file, for the lines of places in it

    def line_of(self, offset: int) -> int:
        return 1 + self.text.count("\n", 0, self.latex.origin(offset))


def paths_of(root: Path) -> list[Path]:
    """The files to read: `root` itself, or those below it; none whose folder begins with a dot."""
    if root.is_file():
        return [root]
    return sorted(path for path in root.rglob("*") if path.suffix.lower() in SUFFIXES
                  and path.is_file()
                  and not any(part.startswith(".") for part in path.relative_to(root).parts))


def read_text(path: Path) -> str:
    """What is not UTF-8 is read as well as may be: nothing is refused here."""
    return path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")


def displays(root: Path) -> Iterator[Written]:
    """The displays of a file, or of all files below a folder, in reading order."""
    paths = paths_of(root)
    texts = {path: read_text(path) for path in paths}
    shared = dict(OF_TEX)
    for path in [*_style_files(root), *paths]:  # a paper has its commands in a file of their own
        shared |= macros_of(TEX_COMMENT.sub("", texts[path] if path in texts else read_text(path)))
    for path in paths:
        name = path.name if root.is_file() else path.relative_to(root).as_posix()
        own = macros_of(TEX_COMMENT.sub("", texts[path]))
        yield from displays_in(texts[path], name, shared | own)


def _style_files(root: Path) -> list[Path]:
    folder = root.parent if root.is_file() else root
    return sorted(folder.glob("*.sty")) if folder.is_dir() else []


def displays_in(text: str, path: str, macros: Mapping[str, Macro]) -> Iterator[Written]:
    visible = _blanked(text, path)
    for match in DISPLAY.finditer(visible):
        kind = next((k for k in ("dollars", "brackets", "myst") if match[k] is not None), None)
        start, end = match.span(kind) if kind else match.span()
        latex = _without_labels(placed(visible[start:end], start))
        latex = latex if is_tex(path) else _without_escapes(latex)
        yield Written(path, 1 + text.count("\n", 0, start), expanded(latex, macros), text)


def is_tex(path: str) -> bool:
    return path.lower().endswith((".tex", ".ltx", ".latex"))


def _blanked(text: str, path: str) -> str:
    """The text with what is not shown blanked out; every place stays where it is."""
    for pattern in (TEX_COMMENT, VERBATIM) if is_tex(path) else (HTML_COMMENT, FENCED, CODE_SPAN):
        text = pattern.sub(_blank_unless_math, text)
    return text


def _blank_unless_math(match: re.Match[str]) -> str:
    """A block of code is not shown as formulas; a block of MyST that is called math is one."""
    is_math = (match.groupdict().get("info") or "").startswith("{math}")
    return match[0] if is_math else _blank(match)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _without_labels(latex: Placed) -> Placed:
    text = OPTION_OF_MYST.sub(_blank, LABEL.sub(_blank, latex.text))
    return Placed(text, latex.origins)


def _without_escapes(latex: Placed) -> Placed:
    r"""Some renderers of Markdown need x\_i for x_i, as an underscore is theirs."""
    return Placed(latex.text.replace(r"\_", " _"), latex.origins)
