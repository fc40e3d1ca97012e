"""The altered rows of an instance: each must be refused, or the row says nothing.

What refuses one is that the rows no longer agree with what the pages define by them, or a claim
that a page makes of this instance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from execmath.checking.check import check
from execmath.checking.comparison import OUTSIDE, Outcome
from execmath.checking.options import CheckOptions
from execmath.language import ast as s
from execmath.language.closed_forms import Agreement, agreements
from execmath.language.context import context_of
from execmath.language.cost import is_costly
from execmath.language.equation import Equation, Kind
from execmath.mutation.mutants import changed_rows, letters_of
from execmath.mutation.report import REJECTED, SURVIVES
from execmath.mutation.trial import FEW, MANY, MISFIT, Trial, Trials


class InstanceTrials:
    """An instance that holds. `claims` are those that pages make of it."""

    def __init__(self, equation: Equation, claims: Sequence[Equation],
                 options: CheckOptions) -> None:
        self.equation, self.few = equation, replace(options, points=FEW, further=False)
        self.agreements = [Trials(_as_claim(equation, one), options)
                           for one in agreements(_statement(equation), equation.context)]
        self.claims = [Trials(claim, options) for claim in claims]

    def altered(self, instance: s.Statement) -> Trial:
        """The trial of the first that refuses the altered rows. One that stays undecided is as
        bad as one that holds: rows are there to be told apart."""
        assert isinstance(instance, s.Instance)
        for limit in (FEW, MANY):
            for trial in self._trials(instance, limit):
                if trial.status in (REJECTED, MISFIT):
                    return trial
            outside = self._outside(instance)
            if outside is not None:
                return outside
        return Trial(SURVIVES)

    def _outside(self, instance: s.Instance) -> Trial | None:
        """The trial if what a row defines is, at some point, outside the set that the pages
        announce for it: a base measure that is negative."""
        context = context_of(instance, self.equation.context)
        for row in instance.meanings:
            if isinstance(row, s.Definition) and row.letter in context.domains:
                failure = check(row, context, self.equation.label, self.few).failure
                if failure is not None and failure.reason.endswith(OUTSIDE):
                    return Trial(REJECTED, self.equation.label, failure.point,
                                 Outcome(False, reason=failure.reason))
        return None

    def _trials(self, instance: s.Instance, limit: int) -> Iterator[Trial]:
        altered = agreements(instance, self.equation.context)
        for trials, agreement in zip(self.agreements, altered, strict=True):
            if limit == FEW or not is_costly(agreement.claim, agreement.context):
                yield trials.try_claim(agreement.claim, agreement.context, limit)
        for trials in self.claims:
            context = trials.equation.context
            letters = _changed(_statement(self.equation), instance)
            yield trials.try_context(context_of(instance, context), letters, limit)


def _statement(equation: Equation) -> s.Instance:
    assert isinstance(equation.statement, s.Instance)
    return equation.statement


def _changed(original: s.Instance, altered: s.Instance) -> set[s.Letter]:
    """The letters of the rows that differ."""
    letters = letters_of(altered)
    return {letter for number in changed_rows(altered, original) for letter in letters[number]}


def _as_claim(equation: Equation, agreement: Agreement) -> Equation:
    return replace(equation, kind=Kind.CLAIM, statement=agreement.claim,
                   context=agreement.context)
