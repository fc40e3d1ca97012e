"""Tries every theme and plugin in a fresh environment, and writes the table of the docs.

    .venv/bin/python tests/fits/run.py [WORDS]    those whose names hold one of the words; no table

It installs packages from the registry, and takes ten minutes.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from elsewhere import Elsewhere  # noqa: E402

from fits import CASES, PAGE, Case, page  # noqa: E402


def main(words: list[str]) -> int:
    chosen = [case for case in CASES if not words or any(word in case.name for word in words)]
    wanted = sorted({package for case in chosen for package in case.packages})
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = Elsewhere(Path(folder))
        if wanted:
            subprocess.run([elsewhere.bin / "python", "-m", "pip", "install", "--quiet", *wanted],
                           check=True)
        wrong = [case for number, case in enumerate(chosen)
                 if not _tried(case, Path(folder) / str(number), elsewhere)]
        if not wrong and not words:
            text = page(CASES, _versions(elsewhere), datetime.date.today().isoformat())
            (ROOT / PAGE).write_text(text, encoding="utf-8")
    return 1 if wrong else 0


def _tried(case: Case, root: Path, elsewhere: Elsewhere) -> bool:
    root.mkdir()
    case.write(root)
    wrong = case.run(root, elsewhere.bin)
    print("as it should be" if not wrong else "WRONG", case.name, *wrong, sep="  ", flush=True)
    return not wrong


def _versions(elsewhere: Elsewhere) -> dict[str, str]:
    listed = subprocess.run([elsewhere.bin / "python", "-m", "pip", "list", "--format=json"],
                            check=True, capture_output=True)
    return {one["name"].lower(): one["version"] for one in json.loads(listed.stdout)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
