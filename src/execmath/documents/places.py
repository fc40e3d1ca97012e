"""Where a page is, as editors and services that review changes call it: from the repository on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from execmath.documents.diagnostics import Diagnostic

REPOSITORY = ".git"  # a folder, or in a worktree a file


def folder_shown(docs: Path) -> str:
    """A folder of pages as it is called in messages, with a slash at its end: from the root of the
    repository that it is in; else from the current folder, if it is in that; else as it is named.
    """
    folder = docs.resolve()
    root = next((parent for parent in (folder, *folder.parents) if (parent / REPOSITORY).exists()),
                Path.cwd())
    if not folder.is_relative_to(root):
        return f"{docs.as_posix()}/"
    within = folder.relative_to(root).as_posix()
    return "" if within == "." else f"{within}/"


def placed(problems: Iterable[Diagnostic], shown: str) -> list[Diagnostic]:
    """The problems of pages of a folder, each with its path instead of the name of its page."""
    return [replace(problem, page=f"{shown}{problem.page}") for problem in problems]
