"""The digests under which verdicts are kept: of all that each of them depends on.

That is the statement, the meanings that it reaches, its label (the seed of its points), the
options, and the code that executes it. Where all of that is as it was, so is the verdict.
"""

from __future__ import annotations

from collections.abc import Sequence

import flint

from execmath.checking.options import CheckOptions
from execmath.documents.results import Result
from execmath.documents.site import Site
from execmath.language.equation import Equation, Kind
from execmath.mutation.mutants import letters_in_reach
from execmath.mutation.score import dependents
from execmath.runtime.cache import digest
from execmath.runtime.fingerprint import EXECUTES, version


def holding(site: Site) -> list[Result]:
    """The claims that hold, and would notice if the meaning of a letter were another."""
    return [result for result in site.ledger.results.values()
            if result.kind == Kind.CLAIM and result.verdict.holds]


def of_label(site: Site, label: str, options: CheckOptions) -> str:
    return key(site.ledger.results[label], options)


def of_pair(site: Site, pair: str, options: CheckOptions) -> str:
    return digest(*(key(site.ledger.results[label], options) for label in pair.split()))


def of_mutation(site: Site, label: str, options: CheckOptions) -> str:
    """All that the altered formulas are made from, and all that they are tried on."""
    result = site.ledger.results[label]
    claims: Sequence[Equation] = ([result] if result.kind == Kind.CLAIM
                                  else dependents(result, holding(site)))
    return digest(result.display.tex, repr(letters_in_reach(result)), repr(result.also_true),
                  key(result, options), *(key(claim, options) for claim in claims))


def key(equation: Equation, options: CheckOptions) -> str:
    """The digest of all that the verdict depends on."""
    return digest(_machine(), equation.label, equation.kind, equation.inside, equation.fingerprint,
                  repr(options.at_least(equation.points)))


def _machine() -> str:
    """Changes with what executes, and with the arithmetic below it, not with what renders."""
    return digest(flint.__version__, version(EXECUTES))
