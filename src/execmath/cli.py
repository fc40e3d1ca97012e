"""Execute a folder of Markdown pages from a shell, without MkDocs.

  execmath check FOLDER      execute it; `check` may be left out
  execmath register FOLDER   add new labels to its register
  execmath proofs FOLDER FORMAL   check its formal proofs

Its equations are executed, with their altered formulas, and its code blocks.

exit codes:
  0  everything holds
  1  there are problems; each is printed to stderr as page.md:LINE label: message
  2  the folder cannot be read, or an option makes no sense
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from execmath.checking.options import CheckOptions
from execmath.code.blocks import is_executed
from execmath.code.runner import PageCode
from execmath.documents import proofs, register
from execmath.documents.diagnostics import report
from execmath.documents.scheduler import execute
from execmath.documents.site import Site, read_site
from execmath.runtime import progress
from execmath.runtime.cache import Cache
from execmath.runtime.limits import DIGITS, MAX_DIGITS, MAX_POINTS, POINTS

COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "check": lambda arguments: check(arguments),
    "register": register.main,
    "proofs": proofs.main,
}


def main(arguments: list[str] | None = None) -> int:
    """What follows the name of the program: a command and its arguments, or those of `check`."""
    command, *rest = (sys.argv[1:] if arguments is None else arguments) or ["check"]
    if command in COMMANDS:
        return COMMANDS[command](rest)
    return check([command, *rest])


def check(arguments: list[str]) -> int:
    """Execute a folder; the exit code."""
    chosen = _parser().parse_args(arguments)
    if not chosen.docs.is_dir():
        print(f"{chosen.docs} is not a folder", file=sys.stderr)
        return 2
    for name, value, most in (("points", chosen.points, MAX_POINTS),
                              ("digits", chosen.digits, MAX_DIGITS)):
        if not 1 <= value <= most:
            print(f"--{name}: from 1 to {most}; a check without {name} is no check",
                  file=sys.stderr)
            return 2
    site = read_site(chosen.docs)
    execute(site, CheckOptions(chosen.points, chosen.seed, chosen.digits), Cache(chosen.cache),
            progress=progress.show, alter=not chosen.no_altered)
    if not chosen.no_code:
        _run_code(site)
    print(site.ledger.to_json() if chosen.json else site.ledger.timed_summary())
    if site.ledger.problems:
        print(report(site.ledger.problems), file=sys.stderr)
    return 1 if site.ledger.problems else 0


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
    parser.add_argument("--cache", type=Path, help="a folder that remembers what held; it is "
                        ".cache/execmath for a build of the site")
    parser.add_argument("--json", action="store_true", help="print the ledger as JSON")
    return parser


def _run_code(site: Site) -> None:
    """The blocks of every page, each page by itself."""
    waiting = [(page, block) for page in site.pages for block in site.pages[page].blocks
               if is_executed(block)]
    code = {page: PageCode(site, page) for page in site.pages}
    for done, (page, block) in enumerate(waiting, 1):
        if (problem := code[page].problem(block)) is not None:
            site.ledger.problems.append(problem)
        progress.show(done, len(waiting), "code blocks")
    site.ledger.problems.sort()
