"""How far the formal proofs reach, page by page: what is proved, what is not, and why."""

from __future__ import annotations

from dataclasses import dataclass

from execmath.documents import faithfulness
from execmath.documents.proofs import Proofs
from execmath.documents.results import Result
from execmath.language.cost import is_costly
from execmath.language.equation import Kind
from execmath.rocq.values import Refused
from execmath.runtime.cache import digest

NO_PROOF = "it has a formal reading, and no proof yet"


@dataclass(frozen=True)
class Missing:
    """A claim that is not proved."""

    label: str
    why: str


@dataclass(frozen=True)
class Coverage:
    """The claims of a page, or of all pages where `page` is ""."""

    page: str
    claims: int
    finite: int  # without an integral or a sum to infinity
    proved: int
    missing: tuple[Missing, ...]
    formulas: faithfulness.Score  # altered formulas: the prover has to refuse the old proof
    readings: faithfulness.Score  # altered formal statements: execution has to notice


def coverage(proofs: Proofs) -> list[Coverage]:
    """Of each page with claims, in the ledger's order, and of all together at the end."""
    measured, reasons = faithfulness.up_to_date(proofs), _reasons(proofs)
    claims = [one for one in proofs.ledger.results.values() if one.kind == Kind.CLAIM]
    pages = list(dict.fromkeys(claim.page for claim in claims))
    rows = [_of(page, [one for one in claims if one.page == page], reasons, measured)
            for page in pages]
    return [*rows, _of("", claims, reasons, measured)]


def _of(page: str, claims: list[Result], reasons: dict[str, str],
        measured: dict[str, faithfulness.Measured]) -> Coverage:
    own = [measured[claim.label] for claim in claims if claim.label in measured]
    missing = [Missing(claim.label, reasons[claim.label])
               for claim in claims if page and claim.proof is None]
    return Coverage(
        page, len(claims), sum(map(_is_finite, claims)),
        sum(claim.proof is not None for claim in claims), tuple(missing),
        faithfulness.total(one.formulas for one in own),
        faithfulness.total(one.readings for one in own))


def _is_finite(claim: Result) -> bool:
    assert claim.statement is not None
    return not is_costly(claim.statement, claim.context)


def _reasons(proofs: Proofs) -> dict[str, str]:
    """Why each claim that is not proved is not."""
    labels = [one.label for one in proofs.ledger.results.values()
              if one.kind == Kind.CLAIM and one.proof is None]
    # To find out takes as long as to read the site; it is asked in each build.
    reasons: dict[str, str] = proofs.cache.remember(
        digest("why", proofs.key, *labels), lambda: {label: why(label, proofs) for label in labels})
    return reasons


def why(label: str, proofs: Proofs) -> str:
    """What keeps a claim from being proved."""
    try:
        proofs.formalizer.statement(label)
    except Refused as refused:
        return refused.message
    return NO_PROOF
