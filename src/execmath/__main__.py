"""`python -m execmath docs`: execute a folder of pages from a shell, without MkDocs.

Exit codes: 0 everything holds, 1 there are problems, 2 the folder cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from execmath import progress
from execmath.check import Effort
from execmath.execute import execute
from execmath.ledger import report
from execmath.limits import POINTS
from execmath.site import read_site


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m execmath", description=__doc__)
    parser.add_argument("docs", type=Path, help="the folder of Markdown pages")
    parser.add_argument("--points", type=int, default=POINTS, help="points a claim, at least")
    parser.add_argument("--seed", type=int, default=0, help="draw other points")
    parser.add_argument("--json", action="store_true", help="print the ledger as JSON")
    chosen = parser.parse_args(arguments)
    if not chosen.docs.is_dir():
        print(f"{chosen.docs} is not a folder", file=sys.stderr)
        return 2
    if chosen.points < 1:
        print("--points: at least 1; a check without points is no check", file=sys.stderr)
        return 2
    site = read_site(chosen.docs)
    execute(site, Effort(chosen.points, chosen.seed), progress=progress.show)
    if chosen.json:
        print(site.ledger.to_json())
    else:
        print(site.ledger.timed_summary())
    if site.ledger.problems:
        print(report(site.ledger.problems), file=sys.stderr)
    return 1 if site.ledger.problems else 0


if __name__ == "__main__":
    sys.exit(main())
