"""The page on other readers of LaTeX, made from the figures of a run."""

from __future__ import annotations

from typing import Any

HEAD = """---
description: What other readers of LaTeX make of the expressions of this site, judged by values.
---

# Other readers of LaTeX

A program that reads a formula may read another one than was written, and nothing tells.
So the displays of this site are published under CC BY 4.0, as a corpus:
its file `corpus.json` has each expression as LaTeX, with the tree that is executed,
and at one point with the values of its letters and its own value.
Whoever reads LaTeX can be measured with it.

Here three of the readers that are there are measured.
Each gets {expressions} expressions that can be read by themselves,
since their letters are numbers, vectors and matrices, and the values of these letters.
It is judged by the value of what it has read, which must be that of the corpus to nine digits.
`make readers` does this again, and writes this page from [its figures](readers.json).

| Reader | Version | The same value | Another value | Read, without a value | Not read |
|---|---|---|---|---|---|
"""
TAIL = """
Measured on {date}.

*Read, without a value* is an answer that is no number at the corpus's point:
letters are left, or what was read cannot be evaluated.
*Another value* is the one that harms, since nobody notices.
Conventions do not count: the natural logarithm is given to all as `\\ln`.
The corpus is written for the reader of this site, which says [what it reads](grammar.md)
and refuses the rest; others read much that does not occur here.

## Read as something else

{examples}
"""
STATES = ("same", "another", "open", "unread")


def page(figures: dict[str, Any]) -> str:
    rows = [row(reader) for reader in figures["readers"]]
    head = HEAD.format(expressions=figures["expressions"])
    return head + "\n".join(rows) + "\n" + TAIL.format(
        date=figures["date"], examples="\n".join(map(examples, figures["readers"]))).rstrip() + "\n"


def row(reader: dict[str, Any]) -> str:
    counts = [str(reader["states"].get(state, 0)) for state in STATES]
    return f"| {reader['name']} | {reader['version']} | {' | '.join(counts)} |"


def examples(reader: dict[str, Any]) -> str:
    listed = [f"| `{one['latex']}` | `{one['read']}` |".replace("|", "\\|").replace(
        "\\| `", "| `").replace("` \\|", "` |") for one in reader["examples"].get("another", [])]
    if not listed:
        return ""
    return f"### {reader['name']}\n\n| LaTeX | Read as |\n|---|---|\n" + "\n".join(listed) + "\n"
