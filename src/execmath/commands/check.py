"""Execute a folder of Markdown pages.

exit codes:
  0  everything holds
  1  there are problems; each is printed to stderr as PATH:LINE label: CODE message
  2  nothing could be tried: no such folder, no pages, an option that makes no sense
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from execmath.commands.refusal import Refusal, see_that_there_are_pages
from execmath.documents import codes
from execmath.documents.diagnostics import Diagnostic, report
from execmath.documents.places import folder_shown, placed
from execmath.documents.reports import FORMATS, PRINTED_BESIDE, names
from execmath.language.equation import Kind
from execmath.runtime import progress
from execmath.runtime.limits import DIGITS, MAX_DIGITS, MAX_POINTS, POINTS

if TYPE_CHECKING:
    from execmath.documents.markdown import Block
    from execmath.documents.results import Result
    from execmath.documents.site import Site
    from execmath.runtime.cache import Cache

SHARD = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")


@dataclass(frozen=True)
class Shard:
    """Every `of`-th, from the `number`-th on; all of them by default."""

    number: int = 1
    of: int = 1

    def own(self, items: Sequence[str]) -> list[str]:
        return list(items[self.number - 1 :: self.of])


def main(arguments: list[str]) -> int:
    """Execute a folder; the exit code."""
    chosen = parser().parse_args(arguments)
    _see_that_it_can_be_tried(chosen)
    if chosen.watch:
        return _watch(chosen)
    from execmath.runtime.cache import Cache

    cache = Cache(chosen.cache)
    if chosen.shard.of > 1:
        from execmath.commands import parts

        parts.forget(cache)
    site, problems = checked(chosen, cache)
    if chosen.shard.of > 1:
        _part(chosen, site, problems).keep(cache)
    summary = _as_json(site) if chosen.json else _summary(chosen, site)
    equations = [(result.page, result) for result in _own(chosen, site)]
    return told(chosen.format, problems, equations, folder_shown(chosen.docs), summary)


def checked(chosen: argparse.Namespace, cache: Cache) -> tuple[Site, list[Diagnostic]]:
    """The site, executed, and all that is wrong with it or with the part that was chosen."""
    from execmath.checking.options import CheckOptions
    from execmath.documents.scheduler import execute
    from execmath.documents.site import read_site

    site = read_site(chosen.docs)
    own = chosen.shard.own([*site.ledger.results])
    execute(site, CheckOptions(chosen.points, chosen.seed, chosen.digits), cache,
            progress=progress.show, alter=not chosen.no_altered, only=own)
    pages = chosen.shard.own([*site.pages])
    # Blocks can reach the ledger; what is wrong is not theirs to say.
    problems = [problem for problem in site.ledger.problems
                if (problem.label in own if problem.label in site.ledger.results
                    else problem.page in pages or problem.page not in site.pages)]
    if not chosen.no_code:
        problems += _code_problems(site, pages, chosen.output)
    return site, sorted(problems)


def told(formats: Sequence[tuple[str, Path | None]], problems: Sequence[Diagnostic],
         equations: Sequence[tuple[str, Result]], shown: str, summary: str) -> int:
    """Print the summary and what is wrong, and the reports that were asked for; the exit code.

    shown  how the folder of the pages is called
    """
    problems = placed(problems, shown)
    located = [(f"{shown}{page}", result) for page, result in equations]
    has_stdout = True  # for people
    for name, file in formats:
        if name == "text":
            continue
        text = FORMATS[name](problems, located)
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{text}\n", encoding="utf-8")
        elif text:
            has_stdout = has_stdout and name in PRINTED_BESIDE
            print(text)
    print(summary, file=sys.stdout if has_stdout else sys.stderr, flush=True)
    if problems:
        print(report(problems), file=sys.stderr, flush=True)
    return 1 if problems else 0


def merge(arguments: list[str]) -> int:
    """Join the parts of a check; the exit code of the whole."""
    from execmath.commands import parts
    from execmath.runtime.cache import Cache

    parser = argparse.ArgumentParser(prog="execmath merge", description=parts.__doc__)
    parser.add_argument("parts", type=Path, nargs="+", help="the folders that --cache named")
    parser.add_argument("--cache", type=Path, help="a folder that takes in what they remember")
    _add_format(parser)
    chosen = parser.parse_args(arguments)
    joined = parts.read(chosen.parts, Cache(chosen.cache))
    return told(chosen.format, parts.diagnostics(joined), [], "", parts.summary(joined))


# -------------------------------------------------------------------------------- options


def parser() -> argparse.ArgumentParser:
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
                        help="print what the code blocks show, each below PATH:LINE")
    parser.add_argument("--cache", type=Path, help="a folder that remembers what held; it is "
                        ".cache/execmath for a build of the site")
    parser.add_argument("--json", action="store_true",
                        help="print all equations as JSON, as a site has them in equations.json")
    _add_format(parser)
    parser.add_argument("--watch", action="store_true", help="check again at each edit, until "
                        "interrupted; what code blocks import is as old as this command")
    parser.add_argument("--shard", type=_shard, default=Shard(), metavar="N/OF",
                        help="the N-th of OF parts, kept in --cache; `execmath merge` joins them")
    return parser


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", type=_format, action="append", default=[],
                        metavar="FORMAT[=FILE]", help="what is wrong as one of "
                        f"{', '.join(names())}; into a file, or printed; may be repeated")


def _format(text: str) -> tuple[str, Path | None]:
    name, _, file = text.partition("=")
    if name not in names():
        raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(names())}")
    return name, Path(file) if file else None


def _shard(text: str) -> Shard:
    match = SHARD.fullmatch(text)
    if match is None or int(match[1]) > int(match[2]):
        raise argparse.ArgumentTypeError(f"{text!r} is no part: 2/8 is the second of eight")
    return Shard(int(match[1]), int(match[2]))


def _see_that_it_can_be_tried(chosen: argparse.Namespace) -> None:
    for name, value, most in (("points", chosen.points, MAX_POINTS),
                              ("digits", chosen.digits, MAX_DIGITS)):
        if not 1 <= value <= most:
            raise Refusal(codes.OPTION, f"--{name}: from 1 to {most}; a check without {name} is "
                          "no check")
    if chosen.shard.of > 1 and (chosen.cache is None or chosen.watch or chosen.json):
        raise Refusal(codes.OPTION, "--shard: what a part finds is kept in --cache FOLDER; "
                      "neither --watch nor --json goes with it")
    see_that_there_are_pages(chosen.docs)


# ---------------------------------------------------------------------------------- parts


def _own(chosen: argparse.Namespace, site: Site) -> list[Result]:
    results = site.ledger.results
    return [results[label] for label in chosen.shard.own([*results])]


def _summary(chosen: argparse.Namespace, site: Site) -> str:
    from execmath.documents.results import Ledger

    own = Ledger({result.label: result for result in _own(chosen, site)},
                 seconds=site.ledger.seconds)
    part = f"part {chosen.shard.number} of {chosen.shard.of}: " if chosen.shard.of > 1 else ""
    return f"{part}{own.timed_summary()}"


def _part(chosen: argparse.Namespace, site: Site, problems: Sequence[Diagnostic]) -> Any:
    from execmath.commands import parts
    from execmath.documents.results import Ledger
    from execmath.runtime.cache import digest
    from execmath.runtime.fingerprint import installation

    own = _own(chosen, site)
    claims = [result for result in own if result.kind == Kind.CLAIM]
    run = digest(installation(), folder_shown(chosen.docs), repr((
        chosen.points, chosen.seed, chosen.digits, chosen.no_altered, chosen.no_code)),
        *(part for path, page in site.pages.items() for part in (path, page.fingerprint)))
    placed_problems = placed(problems, folder_shown(chosen.docs))
    return parts.Part(chosen.shard.number, chosen.shard.of, run, len(claims),
                      sum(result.verdict.holds for result in claims),
                      Ledger({result.label: result for result in own}).comparisons(),
                      tuple(map(parts.problem_of, placed_problems)))


# ---------------------------------------------------------------------------------- watch


def _watch(chosen: argparse.Namespace) -> int:
    """Say at each edit whether the equations hold, and then, when there is time for it, what came
    of the altered formulas and of the code; the exit code is that of the last."""
    from execmath.commands.edits import edits
    from execmath.runtime.cache import Cache

    shown, code = folder_shown(chosen.docs), 0
    quick = argparse.Namespace(**{**vars(chosen), "no_altered": True, "no_code": True})
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(chosen.cache or Path(folder))
        try:
            for changed in edits(chosen.docs):
                listed = ", ".join(f"{shown}{page}" for page in changed[:3])
                print(f"\n{listed}{'…' if len(changed) > 3 else ''}", flush=True)
                code = _answer(quick, cache, shown)
                if code == 0 and not (chosen.no_altered and chosen.no_code):
                    code = _answer(chosen, cache, shown)
        except KeyboardInterrupt:
            return code
    return code


def _answer(chosen: argparse.Namespace, cache: Cache, shown: str) -> int:
    site, problems = checked(chosen, cache)
    return told(chosen.format, problems, [], shown, site.ledger.timed_summary())


# ----------------------------------------------------------------------------------- code


def _code_problems(site: Site, pages: Sequence[str], shows: bool) -> Iterator[Diagnostic]:
    """Run the blocks of some pages, each page by itself."""
    from execmath.code.blocks import is_executed, problem

    waiting = [(page, block) for page in pages for block in site.pages[page].blocks]
    if any(is_executed(block) for _, block in waiting):
        outcomes = _run_code(site, waiting, shows)
    else:
        outcomes = (problem(page, block) for page, block in waiting)
    yield from (wrong for wrong in outcomes if wrong is not None)


def _run_code(site: Site, waiting: list[tuple[str, Block]],
              shows: bool) -> Iterator[Diagnostic | None]:
    from execmath.code.runner import PageCode  # which wants numpy

    shown = folder_shown(site.root)
    code = {page: PageCode(site, page) for page in site.pages}
    for done, (page, block) in enumerate(waiting, 1):
        yield code[page].problem(block)
        if shows and block.line in code[page].printed:
            print(f"{shown}{page}:{block.line}\n{code[page].printed[block.line]}", end="")
        progress.show(done, len(waiting), "code blocks")


def _as_json(site: Site) -> str:
    from execmath.documents import json_export, register
    from execmath.documents.addresses import Publisher

    publisher = Publisher(site.root.resolve().name)
    return json_export.everything(site.ledger, register.read(site.root), publisher).rstrip("\n")
