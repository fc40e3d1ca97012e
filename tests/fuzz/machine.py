"""What the machine says of a claim: the site's own check, without its altered formulas."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claims import FALSE, Claim

from execmath.checking.options import CheckOptions
from execmath.documents.markdown import parse_page
from execmath.documents.scheduler import execute
from execmath.documents.site import site_of

PAGE = "fuzz.md"


@dataclass(frozen=True)
class Answer:
    """`words` say why a claim is refused."""

    accepted: bool
    words: str = ""

    def is_right_about(self, claim: Claim) -> bool:
        return self.accepted is not (claim.truth == FALSE)


def answer(tex: str) -> Answer:
    text = f"$$\n{tex}\n\\label{{claim}}\n$$\n"
    site = site_of(Path(), {PAGE: parse_page(text, PAGE)})
    if not site.ledger.problems:
        execute(site, CheckOptions(brief=True), workers=1, alter=False)
    if site.ledger.problems:
        return Answer(False, str(site.ledger.problems[0]))
    return Answer(True)
