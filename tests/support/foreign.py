"""Other people's displays, each with declarations: how many can be read and executed as written.

  python tests/support/foreign.py SAMPLE.json [OTHER-DECLARATIONS.json] [--only ID]

SAMPLE is a list of {id, latex, declarations, verdict}; the second file, if there is one, gives some
ids other declarations. A display is never changed. References to other displays are left alone:
they stand elsewhere.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from execmath.checking.options import CheckOptions
from execmath.documents import codes
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.scheduler import execute
from execmath.documents.site import Site, read_site
from execmath.survey.permissive import read

UNCOUNTED = (codes.UNUSED, codes.REFERENCE)  # the rest of the page stands elsewhere


def outcome(entry: dict[str, Any], folder: Path) -> tuple[bool, str]:
    """Whether the display was executed with the verdict that the list gives, and what came."""
    page = folder / f"{entry['id']}.md"
    displays = [*entry["declarations"], entry["latex"]]
    labels = [*(f"declared-{number}" for number in range(len(displays) - 1)), "display"]
    page.write_text("\n".join(f"$$\n{tex}\n\\label{{{label}}}\n$$\n"
                              for label, tex in zip(labels, displays, strict=True)), "utf-8")
    site = read_site(folder)
    execute(site, CheckOptions(points=60), workers=1, alter=False)
    page.unlink()
    problems = [one for one in site.ledger.problems if one.code not in UNCOUNTED]
    return _is_as_expected(entry["verdict"], problems, site), _shown(problems)


def _is_as_expected(verdict: str, problems: list[Diagnostic], site: Site) -> bool:
    failure = site.ledger.results["display"].verdict.failure
    is_false = failure is not None and failure.false and len(problems) == 1
    if "refused" in verdict:
        return site.ledger.results["display"].statement is None
    return is_false if "false" in verdict else not problems


def _shown(problems: list[Diagnostic]) -> str:
    return "; ".join(f"{one.label}: {one.message.splitlines()[0]}" for one in problems) or "holds"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sample", type=Path)
    parser.add_argument("other", type=Path, nargs="?")
    parser.add_argument("--only")
    chosen = parser.parse_args()
    other = json.loads(chosen.other.read_text("utf-8")) if chosen.other else {}
    entries = [{**entry, "declarations": other.get(entry["id"], entry["declarations"])}
               for entry in json.loads(chosen.sample.read_text("utf-8"))]
    readable = executed = 0
    import tempfile

    for entry in entries:
        if chosen.only and entry["id"] not in chosen.only.split(","):
            continue
        reading = read(entry["latex"])
        with tempfile.TemporaryDirectory() as folder:
            is_executed, came = outcome(entry, Path(folder))
        readable += reading.is_readable
        executed += is_executed
        print(f"{'reads' if reading.is_readable else '     '} {'runs' if is_executed else '    '} "
              f"{entry['id']:14} [{entry['verdict'][:24]}] {came[:230]}"
              + ("" if reading.is_readable else f"   UNREAD {reading.message[:90]}"), flush=True)
    print(f"{readable} of {len(entries)} can be read as written, {executed} were executed")


if __name__ == "__main__":
    main()
