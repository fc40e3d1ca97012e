"""The choices above the table of families leave the rows that have all that is chosen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from mkdocs_execmath.typesetting.node import executable

SCRIPT = Path(__file__).parents[2] / "docs" / "assets" / "catalogue.js"
ROWS = [["counts", "1"], ["counts", "2"], ["an interval", "2"]]
CHOICES = [["", ""], ["counts", ""], ["", "2"], ["counts", "2"], ["an interval", "1"]]
PROGRAM = f"""
await import({json.dumps(SCRIPT.as_uri())});
const left = {json.dumps(CHOICES)}.map((chosen) =>
  {json.dumps(ROWS)}.map((row, i) => (catalogue.fits(row, chosen) ? i : -1)).filter((i) => i >= 0));
console.log(JSON.stringify(left));
"""


def test_rows_that_lack_a_choice_are_left_out() -> None:
    done = subprocess.run([executable(), "--input-type=module", "--eval", PROGRAM], check=True,
                          capture_output=True, encoding="utf-8", timeout=60)
    assert json.loads(done.stdout) == [[0, 1, 2], [0, 1], [1, 2], [1], []]
