"""How fast a page's equations are executed: comparisons of numbers a second, on one core.

    .venv/bin/python tests/benchmarks/comparisons.py softmax.md

Definitions and claims count, altered formulas and code blocks do not. Of several runs the best
counts, since whatever else the machine does can only make one slower.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from execmath.checking.check import check
from execmath.checking.options import CheckOptions
from execmath.documents.results import Result
from execmath.documents.site import read_site

DOCS = Path(__file__).parents[2] / "docs"


def run(results: list[Result]) -> tuple[int, float]:
    """How many numbers were compared, and the seconds of the processor that it took."""
    began = time.process_time()
    compared = 0
    for result in results:
        assert result.statement is not None
        verdict = check(result.statement, result.context, result.label,
                        CheckOptions().at_least(result.points))
        compared += verdict.comparisons
    return compared, time.process_time() - began


def main(arguments: list[str] | None = None, docs: Path = DOCS) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("page", help="such as softmax.md")
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args(arguments)
    results = [result for result in read_site(docs).ledger.of_page(options.page)
               if result.statement is not None]
    if not results:
        parser.error(f"docs/{options.page} has no equation that is executed")
    runs = [run(results) for _ in range(options.runs)]
    compared, seconds = min(runs, key=lambda one: one[1])
    print(f"{options.page}: {compared:,} comparisons in {seconds:.2f} s of one core, "
          f"{compared / seconds:,.0f} a second; the best of {options.runs} runs, the slowest took "
          f"{max(seconds for _, seconds in runs):.2f} s")


if __name__ == "__main__":
    main()
