"""Execute a folder of Markdown pages from a shell, without MkDocs.

  execmath check FOLDER           execute its equations and its code; `check` may be left out
  execmath register FOLDER        add new labels to its register
  execmath proofs FOLDER FORMAL   check its formal proofs
  execmath survey SOURCE          say which displays of any site or paper can be read as written
  execmath --version

exit codes:
  0  everything holds
  1  there are problems; each is printed to stderr as page.md:LINE label: CODE message
  2  nothing could be tried: no such folder, no pages, an option that makes no sense
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import execmath
from execmath.documents import codes
from execmath.documents.diagnostics import Diagnostic, report
from execmath.runtime import progress
from execmath.runtime.codes import Code, ExecmathError
from execmath.runtime.limits import DIGITS, MAX_DIGITS, MAX_POINTS, POINTS

if TYPE_CHECKING:
    from execmath.documents.markdown import Block
    from execmath.documents.site import Site

EXTRA = {"numpy": 'pip install "execmath[numpy]"', "flint": "pip install python-flint",
         "cattrs": "pip install cattrs", "yaml": "pip install pyyaml"}


class Refusal(ExecmathError):
    """Nothing can be tried; the code of the diagnostic, and why."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(code, f"execmath: {code} {message}")


def main(arguments: list[str] | None = None) -> int:
    """What follows the name of the program: a command and its arguments, or those of `check`."""
    command, *rest = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        if command in ("--help", "-h"):
            print(__doc__)
            return 0
        if command == "--version":
            print(f"execmath {execmath.__version__}")
            return 0
        if command in COMMANDS:
            return COMMANDS[command](rest)
        return check([command, *rest])
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        print(f"execmath: the package {error.name} is missing; {EXTRA[error.name]}",
              file=sys.stderr)
    except BrokenPipeError:  # whoever reads has seen enough
        sys.stderr.close()
    return 2


def check(arguments: list[str]) -> int:
    """Execute a folder; the exit code."""
    chosen = _parser().parse_args(arguments)
    _see_that_it_can_be_tried(chosen)
    from execmath.checking.options import CheckOptions
    from execmath.documents.scheduler import execute
    from execmath.documents.site import read_site
    from execmath.runtime.cache import Cache

    site = read_site(chosen.docs)
    execute(site, CheckOptions(chosen.points, chosen.seed, chosen.digits), Cache(chosen.cache),
            progress=progress.show, alter=not chosen.no_altered)
    # Blocks can reach the ledger; what is wrong is not theirs to say.
    problems = list(site.ledger.problems)
    if not chosen.no_code:
        problems += _code_problems(site, chosen.output)
    print(_as_json(site) if chosen.json else site.ledger.timed_summary())
    if problems:
        print(report(problems), file=sys.stderr)
    return 1 if problems else 0


def register(arguments: list[str]) -> int:
    from execmath.documents import register

    _see_that_there_are_pages(_folder(arguments))
    return register.main(arguments)


def proofs(arguments: list[str]) -> int:
    from execmath.documents import proofs

    _see_that_there_are_pages(_folder(arguments))
    return proofs.main(arguments)


def survey(arguments: list[str]) -> int:
    from execmath.survey import command

    source = _folder(arguments)
    if source is not None and not source.exists():
        raise Refusal(codes.NO_FOLDER, f"there is no {source}")
    return command.main(arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "check": check, "register": register, "proofs": proofs,
    "survey": survey,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="execmath check", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path, help="the folder of Markdown pages")
    parser.add_argument("--points", type=int, default=POINTS,
                        help=f"points a claim, at least (default: {POINTS})")
    parser.add_argument("--seed", type=int, default=0, help="draw other points")
    parser.add_argument("--digits", type=int, default=DIGITS,
                        help=f"correct digits that both sides need (default: {DIGITS})")
    parser.add_argument("--no-altered", action="store_true",
                        help="do not try the altered formulas")
    parser.add_argument("--no-code", action="store_true", help="do not run the code blocks")
    parser.add_argument("--output", action="store_true",
                        help="print what the code blocks show, each below page.md:LINE")
    parser.add_argument("--cache", type=Path, help="a folder that remembers what held; it is "
                        ".cache/execmath for a build of the site")
    parser.add_argument("--json", action="store_true",
                        help="print all equations as JSON, as a site has them in equations.json")
    return parser


def _see_that_it_can_be_tried(chosen: argparse.Namespace) -> None:
    for name, value, most in (("points", chosen.points, MAX_POINTS),
                              ("digits", chosen.digits, MAX_DIGITS)):
        if not 1 <= value <= most:
            raise Refusal(codes.OPTION, f"--{name}: from 1 to {most}; a check without {name} is "
                          "no check")
    _see_that_there_are_pages(chosen.docs)


def _see_that_there_are_pages(docs: Path | None) -> None:
    from execmath.documents.site import page_paths

    if docs is None:
        return  # the command says itself what it wants
    if not docs.is_dir():
        raise Refusal(codes.NO_FOLDER, f"{docs} is not a folder")
    try:
        paths = page_paths(docs)
    except OSError as error:
        raise Refusal(codes.NO_FOLDER, f"{docs} cannot be read: {error.strerror}") from None
    if not paths:
        raise Refusal(codes.NO_FOLDER, f"{docs} holds no page; the name of a page ends in .md")


def _folder(arguments: list[str]) -> Path | None:
    return next((Path(one) for one in arguments if not one.startswith("-")), None)


def _code_problems(site: Site, shows: bool) -> Iterator[Diagnostic]:
    """Run the blocks of every page, each page by itself."""
    from execmath.code.blocks import is_executed, problem

    waiting = [(page, block) for page in site.pages for block in site.pages[page].blocks]
    if any(is_executed(block) for _, block in waiting):
        outcomes = _run_code(site, waiting, shows)
    else:
        outcomes = (problem(page, block) for page, block in waiting)
    yield from (wrong for wrong in outcomes if wrong is not None)


def _run_code(site: Site, waiting: list[tuple[str, Block]],
              shows: bool) -> Iterator[Diagnostic | None]:
    from execmath.code.runner import PageCode  # which wants numpy

    code = {page: PageCode(site, page) for page in site.pages}
    for done, (page, block) in enumerate(waiting, 1):
        yield code[page].problem(block)
        if shows and block.line in code[page].printed:
            print(f"{page}:{block.line}\n{code[page].printed[block.line]}", end="")
        progress.show(done, len(waiting), "code blocks")


def _as_json(site: Site) -> str:
    from execmath.documents import json_export, register
    from execmath.documents.addresses import Publisher

    publisher = Publisher(site.root.resolve().name)
    return json_export.everything(site.ledger, register.read(site.root), publisher).rstrip("\n")
