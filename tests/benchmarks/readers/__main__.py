"""`make readers`: what other readers of LaTeX make of the expressions of this site.

Takes corpus.json of the built site, hands the expressions that can be read by themselves to each
reader, in an environment of its own, and judges a reading by its value at the corpus's point.
Writes docs/about/readers.json, and the page that is made of it.

  python -m readers CORPUS --environments FOLDER
"""

from __future__ import annotations

import argparse
import json
import math
import re
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from readers.page import page

ROOT = Path(__file__).parents[3]
FIGURES = ROOT / "docs/about/readers.json"
PAGE = ROOT / "docs/about/readers.md"
HERE = Path(__file__).parent
RELATIVE = 1e-9
READERS = ("sympy", "latex2sympy2_extended", "@cortex-js/compute-engine")
NATURAL = re.compile(r"\\log(?![A-Za-z_])")  # to base 10 for some: a convention, not a mistake
EXAMPLES = 3  # of each state, on the page


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--environments", type=Path, required=True)
    chosen = parser.parse_args()
    expressions = closed(json.loads(chosen.corpus.read_text("utf-8")))
    figures = {
        "date": date.today().isoformat(), "expressions": len(expressions),
        "readers": [measured(name, expressions, chosen.environments.resolve())
                    for name in READERS],
    }
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(page(figures), "utf-8")


def closed(corpus: dict[str, Any]) -> list[dict[str, Any]]:
    """The expressions that can be read by themselves, each once, with their values."""
    expressions = {}
    for display in corpus["displays"]:
        for side in display["sides"]:
            if side["closed"] and (value := numbers(side["value"])):
                expressions.setdefault(side["latex"], {
                    "label": display["label"], "value": value,
                    "latex": NATURAL.sub(lambda _: r"\ln", side["latex"]),
                    "values": {name: listed(text) for name, text in side["values"].items()}})
    return list(expressions.values())


def listed(text: str) -> Any:
    """"[1, 1/2]" as ["1", "1/2"], "3" as "3"."""
    return json.loads(re.sub(r"-?[0-9]+(/[0-9]+)?", lambda match: f'"{match[0]}"', text))


def numbers(text: str) -> list[float]:
    """The numbers of a value as it is shown, row by row."""
    return [float(digits) for digits in re.findall(r"-?[0-9.]+(?:e[+-]?[0-9]+)?", text)]


def measured(name: str, expressions: list[dict[str, Any]], environments: Path) -> dict[str, Any]:
    """The version of a reader, how many expressions of each state, and examples."""
    answer = json.loads(subprocess.run(command(name, environments), check=True, text=True,
                                       input=json.dumps(expressions), capture_output=True).stdout)
    states: Counter[str] = Counter()
    examples: dict[str, list[dict[str, str]]] = {}
    for expression, outcome in zip(expressions, answer["outcomes"], strict=True):
        state = judged(outcome, expression["value"])
        states[state] += 1
        if len(examples.setdefault(state, [])) < EXAMPLES:
            examples[state].append({"label": expression["label"], "latex": expression["latex"],
                                    "read": outcome.get("read", outcome.get("why", ""))})
    return {"name": name, "version": answer["version"], "states": dict(states),
            "examples": {state: examples[state] for state in ("another",) if state in examples}}


def command(name: str, environments: Path) -> list[str]:
    if name.startswith("@"):
        return [str(ROOT / ".venv/bin/node"), str(HERE / "with_compute_engine.mjs"),
                str(environments / "node")]
    return [str(environments / name / "bin/python"), str(HERE / "with_sympy.py"), name]


def judged(outcome: dict[str, Any], value: list[float]) -> str:
    """unread, open (nothing that has a value), another value, or the same."""
    if outcome["state"] != "value":
        return str(outcome["state"])
    same = len(outcome["value"]) == len(value) and all(
        math.isclose(one, other, rel_tol=RELATIVE, abs_tol=RELATIVE)
        for one, other in zip(outcome["value"], value, strict=True))
    return "same" if same else "another"


if __name__ == "__main__":
    main()
