"""Make claims, true and false ones, and count where the machine is wrong about them.

    make fuzz                                ten minutes of it
    make fuzz ARGS="--from 50 --steps 4"     from a step on: each is 25 true claims and 250 false
    make fuzz ARGS="--only false"            or true, or one kind, such as "a_bump"
    make fuzz ARGS="--pictures 10000"        instead, what MathJax draws of so many claims

A false claim that is accepted must not be: it becomes a test, and its kind is mended. Of the true
ones fewer than one in a thousand may be refused. Each is told with its seed, which makes it again.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "picture"))
sys.path.insert(0, str(Path(__file__).parent))

import machine
from claims import FALSE, TRUE, Claim, claim

SECONDS = 600.0
TOLERATED = 1 / 1000  # of the true ones
AT_ONCE = 25  # seeds, of a task
FALSE_FOR_TRUE = 10  # tasks
SHEET = 200  # formulas that are typeset at once

Wrong = tuple[Claim, machine.Answer]


def tried(first: int, truth: str, kind: str) -> tuple[Counter[str], list[Wrong]]:
    """Some seeds: how many claims of each kind, and those of which the machine is wrong."""
    kinds: Counter[str] = Counter()
    wrong: list[Wrong] = []
    for seed in range(first, first + AT_ONCE):
        made = claim(seed, truth)
        if kind in ("", made.kind):
            kinds[made.kind] += 1
            answer = machine.answer(made.tex)
            if not answer.is_right_about(made):
                wrong.append((made, answer))
    return kinds, wrong


class Figures:
    """Of all that was tried."""

    def __init__(self) -> None:
        self.kinds: dict[str, Counter[str]] = {TRUE: Counter(), FALSE: Counter()}
        self.wrong: dict[str, list[Wrong]] = {TRUE: [], FALSE: []}

    def add(self, truth: str, kinds: Counter[str], wrong: list[Wrong]) -> None:
        self.kinds[truth] += kinds
        self.wrong[truth] += wrong
        for made, answer in wrong:
            told = "accepted" if answer.accepted else "refused"
            print(f"\n{made.truth} and {told}, seed {made.seed}: {made.kind}\n{made.tex}\n"
                  f"{answer.words}", flush=True)

    @property
    def are_good(self) -> bool:
        refused, of = len(self.wrong[TRUE]), self.kinds[TRUE].total()
        return not self.wrong[FALSE] and refused <= of * TOLERATED

    def __str__(self) -> str:
        accepted, refused = len(self.wrong[FALSE]), len(self.wrong[TRUE])
        lines = [f"{accepted} of {self.kinds[FALSE].total()} false claims are accepted",
                 f"{refused} of {self.kinds[TRUE].total()} true claims are refused"]
        for truth, kinds in self.kinds.items():
            missed = Counter(made.kind for made, _ in self.wrong[truth])
            lines += [f"  {truth}  {kind}: {missed[kind]} of {number}"
                      for kind, number in sorted(kinds.items()) if missed[kind]]
        return "\n".join(lines)


def tasks(chosen: argparse.Namespace) -> Iterator[tuple[int, int, str]]:
    """The step, the first seed and whether it is about true claims."""
    steps = count(chosen.start) if not chosen.steps else range(
        chosen.start, chosen.start + chosen.steps)
    for step in steps:
        if chosen.only != FALSE:
            yield step, step * AT_ONCE, TRUE
        if chosen.only != TRUE:
            for number in range(step * FALSE_FOR_TRUE, (step + 1) * FALSE_FOR_TRUE):
                yield step, number * AT_ONCE, FALSE


def run(chosen: argparse.Namespace) -> tuple[Figures, int]:
    """The figures, and the step at which to go on."""
    only = "" if chosen.only in (TRUE, FALSE) else chosen.only
    figures, end = Figures(), time.monotonic() + chosen.seconds
    last, waiting = chosen.start - 1, deque[tuple[str, Future[tuple[Counter[str], list[Wrong]]]]]()
    with ProcessPoolExecutor(chosen.workers) as pool:
        for step, seed, truth in tasks(chosen):
            if time.monotonic() > end and step > last:  # steps are tried whole
                break
            last = step
            waiting.append((truth, pool.submit(tried, seed, truth, only)))
            while len(waiting) > 2 * chosen.workers:
                of, done = waiting.popleft()
                figures.add(of, *done.result())
        for of, done in waiting:
            figures.add(of, *done.result())
    return figures, last + 1


def pictures(number: int, first: int) -> int:
    """How many of so many claims MathJax draws as something else than what is read."""
    from typesetting import differing

    wrong = 0
    for start in range(first, first + number, SHEET):
        made = [claim(seed, TRUE if seed % 2 else FALSE)
                for seed in range(start, min(start + SHEET, first + number))]
        for one, drawn in differing(made):
            wrong += 1
            print(f"\n{one.truth}, seed {one.seed}\n{one.tex}\n{drawn}", flush=True)
    print(f"{wrong} of {number} claims are drawn as something else than what is read")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--steps", type=int, default=0, help="without it, until time is up")
    parser.add_argument("--only", default="")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--pictures", type=int, default=0)
    chosen = parser.parse_args()
    if chosen.pictures:
        return 1 if pictures(chosen.pictures, chosen.start) else 0
    figures, following = run(chosen)
    print(f"\n{figures}\ngo on with --from {following}")
    return 0 if figures.are_good else 1


if __name__ == "__main__":
    sys.exit(main())
