"""What speaks for an equation: a mark of a word or two for each kind of evidence, with its meaning.

The marks stand in one line under a formula. What they mean is said in whole sentences, with the
figures, where a reader asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from execmath.checking.verdict import Verdict
from execmath.documents import wording
from execmath.documents.results import Result
from execmath.language.equation import Kind
from execmath.mutation.report import ALSO_TRUE, REJECTED, UNDECIDED

EVIDENCE = {"proved": "proved", "certified": "certified",
            "code": "code held against it", "none": "not executed"}
"""The kinds by which the index of equations is filtered."""


@dataclass(frozen=True)
class Mark:
    """One kind of evidence: `words` under the formula, and what they mean."""

    kind: str
    words: str
    says: str


def marks(result: Result, has_code: bool) -> list[Mark]:
    """The marks of an equation, the strongest evidence first."""
    return list(_marks(result, has_code))


def _marks(result: Result, has_code: bool) -> Iterator[Mark]:
    verdict = result.verdict
    if result.kind in (Kind.UNREAD, Kind.SHOWN):
        yield _unexecuted(result)
        return
    if not verdict.holds:
        yield Mark("fails", "does not hold", "It does not hold; the message below says where.")
        return
    if result.proof is not None:
        yield _proved(result)
    yield from _of_kind(result.kind, verdict)
    if has_code:
        yield Mark("code", "code", "Floating-point code is held against it; the page of the "
                   "equation shows the code.")


def _of_kind(kind: Kind, verdict: Verdict) -> Iterator[Mark]:
    """What the points at which it was executed tell."""
    match kind:
        case Kind.CLAIM if verdict.points:
            yield from _executed(verdict)
        case Kind.REFUTED if verdict.refutation is not None:
            yield Mark("refuted", "false", f"It is false at {verdict.refutation.failing} of "
                       f"{_points(verdict)}, by certified values of both sides.")
        case Kind.DEFINITION:
            yield Mark("definition", "definition", "A definition." if not verdict.points else
                       "A definition. Its value is finite and has the right shape at "
                       f"{_points(verdict)}.")
        case Kind.INSTANCE:
            yield Mark("instance", "instance", "It says what the letters of a general claim mean "
                       f"in one case; they are finite at {_points(verdict)}.")
        case Kind.DECLARATION:
            yield Mark("declaration", "declaration", "It says where a letter lives.")


def _unexecuted(result: Result) -> Mark:
    if result.kind == Kind.SHOWN:
        return Mark("shown", "not executed", f"It is shown and was not executed: {result.reason}.")
    return Mark("fails", "could not be read", "It could not be read.")


def _proved(result: Result) -> Mark:
    proof = result.proof
    assert proof is not None
    if not proof.prover:
        return Mark("unchecked", "proof not re-checked", "It has a formal proof, which was not "
                    "checked again when this site was built.")
    *others, last = proof.sizes or ("",)
    every = f"{', '.join(others)} and {last}" if others else last
    return Mark("proved", "proved", f"It is proved{f' for every {every}' if every else ''}, and "
                f"the proof is checked by the Rocq prover, version {proof.prover}.")


def _executed(verdict: Verdict) -> Iterator[Mark]:
    if verdict.slack:
        yield Mark("certified", "certified", f"It is certified at {_points(verdict)}, in "
                   "arithmetic that encloses every rounding error.")
    else:
        yield Mark("certified", "certified", f"Both sides agree {_digits(verdict)} at "
                   f"{_points(verdict)}, in arithmetic that encloses every rounding error.")
    if verdict.slack == "0":
        yield Mark("slack", "attained", "The bound is attained: at one of the points its two "
                   "sides are equal.")
    elif verdict.slack:
        yield Mark("slack", "strict", "Its two sides stay apart. The smallest distance at these "
                   f"points is {verdict.slack}.")


GREEK = re.compile(r"(?<![a-z])(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa"
                   r"|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)(?![a-z])")
LETTERS = dict(zip("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi "
                   "rho sigma tau upsilon phi chi psi omega".split(), "αβγδεζηθικλμνξπρστυφχψω",
                   strict=True))


def readable(point: str) -> str:
    """A point of the machine for a reader: `eta = (0, -1)` as `η = (0, −1)`."""
    return GREEK.sub(lambda name: LETTERS[name[0]], point).replace("-", "−")


def altered(result: Result) -> str:
    """What became of the altered formulas, in a sentence; "" if none was tried."""
    statuses = [one.status for one in result.mutation.altered]
    if not statuses:
        return ""
    rejected, true, undecided = (statuses.count(one) for one in (REJECTED, ALSO_TRUE, UNDECIDED))
    how = "false" if result.kind == Kind.CLAIM else "noticed by a claim that fails with them"
    sentences = [f"Altered in one place at a time, {rejected} formulas are certified to be {how}."
                 if rejected != 1 else
                 f"Altered in one place, one formula is certified to be {how}."]
    if true:
        sentences.append(f"{_many(true)} true as well: {_why(result)}.")
    if undecided:
        sentences.append(f"Of {undecided} the points do not tell which.")
    return " ".join(sentences)


def _why(result: Result) -> str:
    bounds = any(one.bound for one in result.mutation.of_status(ALSO_TRUE))
    return "weaker or sharper bounds beside this one" if bounds else "the page says so"


def _many(number: int) -> str:
    return "One more is" if number == 1 else f"{number} more are"


def _digits(verdict: Verdict) -> str:
    return ("exactly" if verdict.digits >= wording.EXACT
            else f"to at least {verdict.digits} digits")


def _points(verdict: Verdict) -> str:
    covered = f" ({verdict.coverage})" if verdict.coverage else ""
    return f"{wording.count(verdict.points, 'point')}{covered}"


def evidence(result: Result, has_code: bool) -> list[str]:
    """What speaks for an equation, as keys of `EVIDENCE`."""
    verdict = result.verdict
    kinds = ["proved"] if result.proof is not None and result.proof.prover else []
    if verdict.holds and verdict.points and result.kind in (Kind.CLAIM, Kind.DEFINITION):
        kinds.append("certified")
    if has_code:
        kinds.append("code")
    return kinds or ["none"]
