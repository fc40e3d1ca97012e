"""A check in parts, for machines side by side: each executes every n-th equation, and the parts are
joined to what one machine would have said.

What a part found is kept in its cache, beside the verdicts; so it is believed only as far as the
key has sealed it. Machines that are to believe each other share a key, by the variable
`EXECMATH_CACHE_KEY`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from execmath.commands.refusal import Refusal
from execmath.documents import codec, codes
from execmath.documents.diagnostics import OTHER, Diagnostic
from execmath.runtime.cache import Cache
from execmath.runtime.codes import every_code

RECORD = "part of a check"  # the key


@dataclass(frozen=True)
class Problem:
    """A diagnostic, its code by name."""

    page: str
    line: int
    label: str
    message: str
    code: str


@dataclass(frozen=True)
class Part:
    """What became of one of several parts.

    run  the digest of all that the parts have to have in common: pages, options, code
    """

    number: int
    of: int
    run: str
    claims: int
    held: int
    comparisons: int
    problems: tuple[Problem, ...]

    def keep(self, cache: Cache) -> None:
        cache.store(RECORD, codec.encoded(self))


def forget(cache: Cache) -> None:
    """A part that is not finished says nothing, whatever an earlier one said."""
    cache.store(RECORD, None)


def problem_of(diagnostic: Diagnostic) -> Problem:
    return Problem(diagnostic.page, diagnostic.line, diagnostic.label, diagnostic.message,
                   diagnostic.code.name)


def diagnostics(parts: Sequence[Part]) -> list[Diagnostic]:
    """What is wrong in any of them, once."""
    known = {code.name: code for code in every_code()}
    return sorted({Diagnostic(one.page, one.line, one.label, one.message,
                              known.get(one.code, OTHER))
                   for part in parts for one in part.problems})


def read(folders: Sequence[Path], cache: Cache) -> list[Part]:
    """All parts of one check, in order; what they have found is taken into a cache.

    raises  Refusal where one is missing, unfinished, not sealed, or of another check
    """
    parts = []
    for folder in folders:
        if not folder.is_dir():
            raise Refusal(codes.NO_PART, f"{folder} is not a folder")
        kept = Cache(folder)
        part = codec.decoded(kept.load(RECORD), Part)
        if part is None:
            raise Refusal(codes.NO_PART, f"{folder} holds no finished part of a check that this "
                          "machine's key has sealed; set EXECMATH_CACHE_KEY, to the same at least "
                          "32 characters, wherever parts are made and joined")
        parts.append(part)
        cache.take_in(kept)
    _see_that_all_are_there(parts)
    return sorted(parts, key=lambda part: part.number)


def _see_that_all_are_there(parts: Sequence[Part]) -> None:
    if len({(part.run, part.of) for part in parts}) > 1:
        raise Refusal(codes.NO_PART, "these are parts of different checks: the pages, the options "
                      "or the installed packages were not the same")
    numbers = sorted(part.number for part in parts)
    wanted = list(range(1, parts[0].of + 1))
    if numbers != wanted:
        listed = ", ".join(map(str, numbers))
        raise Refusal(codes.NO_PART, f"the parts of a check in {parts[0].of} are "
                      f"1 to {parts[0].of}, each once; here are {listed}")


def summary(parts: Sequence[Part]) -> str:
    claims, held, compared = (sum(getattr(part, name) for part in parts)
                              for name in ("claims", "held", "comparisons"))
    return f"{held} of {claims} claims hold, by {compared} comparisons, in {len(parts)} parts"
