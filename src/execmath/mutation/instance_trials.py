"""The altered rows of an instance: each must be refused, or the row says nothing.

What refuses one is that the rows no longer agree with what the pages define by them, or a claim
that a page makes of this instance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from execmath.arithmetic.balls import Balls
from execmath.checking.comparison import Outcome, decide_membership
from execmath.checking.options import CheckOptions
from execmath.checking.points import Point
from execmath.evaluation.compiler import Compiler
from execmath.language import ast as s
from execmath.language.closed_forms import Agreement, agreements
from execmath.language.context import context_of
from execmath.language.cost import is_costly
from execmath.language.equation import Equation, Kind
from execmath.mutation.mutants import changed_rows, letters_of
from execmath.mutation.report import REJECTED, SURVIVES
from execmath.mutation.trial import FEW, MANY, MISFIT, Trial, Trials

OUTSIDE = Outcome(False, reason="outside the set that the page names")


class InstanceTrials:
    """An instance that holds. `claims` are those that pages make of it."""

    def __init__(self, equation: Equation, claims: Sequence[Equation],
                 options: CheckOptions) -> None:
        self.equation = equation
        self.agreements = [Trials(_as_claim(equation, one), options)
                           for one in agreements(_statement(equation), equation.context)]
        self.claims = [Trials(claim, options) for claim in claims]

    def altered(self, instance: s.Statement) -> Trial:
        """The trial of the first that refuses the altered rows. One that stays undecided is as
        bad as one that holds: rows are there to be told apart."""
        assert isinstance(instance, s.Instance)
        if self._is_outside(instance):
            return Trial(REJECTED, self.equation.label, outcome=OUTSIDE)
        for limit in (FEW, MANY):
            for trial in self._trials(instance, limit):
                if trial.status in (REJECTED, MISFIT):
                    return trial
        return Trial(SURVIVES)

    def _is_outside(self, instance: s.Instance) -> bool:
        """Is a number that a row defines no member of the set that the pages announce for it?"""
        context = context_of(instance, self.equation.context)
        compiler = Compiler(context.definitions, Balls())
        for number in changed_rows(instance, _statement(self.equation)):
            row = instance.meanings[number]
            if isinstance(row, s.Definition) and not row.parameters \
                    and row.letter in context.domains:
                members = compiler.compile_set(context.domains[row.letter])
                outcome = decide_membership(compiler.compile(row.body), members, Point({}))
                if not outcome.holds and not outcome.flaw:
                    return True
        return False

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
