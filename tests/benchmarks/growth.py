"""How a build grows with the number of equations: a generated site, built from nothing, then again
after the edit of a sentence and of an equation.

    .venv/bin/python tests/benchmarks/growth.py 250 500 1000 2000

Seconds are those of the processor, by all processes together, so that what else the machine does
counts little; memory is that of the largest process. The lines are those of the table in the docs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs_execmath import starter

A_PAGE = 10  # equations: a definition, and claims about it
PAGE = """# Parabola {number}

The constant of this page is {number}.

$$
S(x) := x^2 + {number} x \\qquad x \\in \\mathbb{{R}}
\\label{{parabola-{number}}}
$$
"""
CLAIM = """
Shifted by {shift}, it is another parabola.

$$
S(x + {shift}) = x^2 + {slope} x + {constant} \\qquad x \\in \\mathbb{{R}}
\\label{{parabola-{number}-shifted-{shift}}}
$$
"""


@dataclass(frozen=True)
class Cost:
    """Of a build: seconds of the processor, and megabytes of the largest process."""

    seconds: float
    megabytes: float


def pages(equations: int) -> Iterator[tuple[str, str]]:
    """Names and texts of pages that hold, `A_PAGE` equations on each."""
    for number in range(1, equations // A_PAGE + 1):
        claims = "".join(CLAIM.format(number=number, shift=shift, slope=2 * shift + number,
                                      constant=shift * shift + number * shift)
                         for shift in range(1, A_PAGE))
        yield f"parabola-{number}.md", PAGE.format(number=number) + claims


def write(root: Path, equations: int) -> None:
    starter.make(root, f"{equations} equations")
    for name, text in pages(equations):
        (root / "docs" / name).write_text(text, encoding="utf-8")


def build(root: Path) -> Cost:
    """raises  CalledProcessError for a site that does not hold"""
    process = subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root,
                               env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, "mkdocs build")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(root: Path, equations: int) -> tuple[Cost, Cost, Cost]:
    """From nothing; after the edit of a sentence; after the edit of an equation."""
    write(root, equations)
    page = root / "docs/parabola-1.md"
    costs = [build(root)]
    for old, new in (("The constant of", "The number of"), ("x^2 + 3 x + 2", "x^2 + 2 + 3 x")):
        text = page.read_text(encoding="utf-8")
        assert text.count(old) == 1
        page.write_text(text.replace(old, new), encoding="utf-8")
        costs.append(build(root))
    return costs[0], costs[1], costs[2]


def main(sizes: list[str]) -> None:
    print("| Equations | Pages | From nothing | A sentence | An equation | Memory |")
    print("|---|---|---|---|---|---|")
    for equations in map(int, sizes):
        with tempfile.TemporaryDirectory() as folder:
            whole, sentence, equation = measure(Path(folder) / "site", equations)
        print(f"| {equations} | {equations // A_PAGE} | {whole.seconds:.0f} s "
              f"| {sentence.seconds:.1f} s | {equation.seconds:.1f} s "
              f"| {max(whole.megabytes, equation.megabytes):.0f} MB |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["250", "500", "1000", "2000"])
