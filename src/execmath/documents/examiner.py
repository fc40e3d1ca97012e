"""Executes the equations of a site one at a time, for pytest and for whoever asks for a few."""

from __future__ import annotations

from dataclasses import replace

from execmath.checking.options import CheckOptions
from execmath.checking.verdict import Verdict
from execmath.documents import verdict_keys
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.results import Result
from execmath.documents.scheduler import Run, Task, diagnostics_of, further, verdict_of
from execmath.documents.site import Site
from execmath.language.equation import Kind
from execmath.mutation.score import dependents
from execmath.runtime.cache import Cache


class Examiner:
    """The equations of a site one at a time, as they are asked for; nothing is done twice."""

    def __init__(self, site: Site, options: CheckOptions = CheckOptions(), cache: Cache = Cache(),
                 alter: bool = True) -> None:
        self.site, self.options, self.alter = site, options, alter
        self.run = Run(site, options, cache, 1, lambda done: None)
        self._tried: set[str] = set()

    def problems(self, label: str) -> list[Diagnostic]:
        """All that is wrong with an equation, in reading and in executing."""
        results = self.site.ledger.results
        in_reading = [problem for problem in self.site.ledger.problems if problem.label == label]
        if results[label].statement is None:
            return in_reading
        self._try([label, *results[label].also_for])
        if self.alter:
            # Whether a definition is noticed is a question to the claims that hold.
            claims = dependents(results[label], self._all_claims())
            self._try([claim.label for claim in claims])
        further(self.site, [label], self.run, self.alter)
        return sorted({*in_reading, *diagnostics_of(results[label])})

    def _all_claims(self) -> list[Result]:
        return [result for result in self.site.ledger.results.values() if result.kind == Kind.CLAIM]

    def _try(self, labels: list[str]) -> None:
        missing = [label for label in labels if label not in self._tried]
        results = self.site.ledger.results
        task = Task(verdict_of, missing, Verdict, verdict_keys.of_label)
        for _, label, verdict in self.run.each(task):
            results[label] = replace(results[label], verdict=verdict)
            self._tried.add(label)
