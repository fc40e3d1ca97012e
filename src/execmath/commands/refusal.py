"""What a command refuses before it tries anything."""

from __future__ import annotations

from pathlib import Path

from execmath.documents import codes
from execmath.runtime.codes import Code, ExecmathError


class Refusal(ExecmathError):
    """Nothing can be tried; the code of the diagnostic, and why."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(code, f"execmath: {code} {message}")


def see_that_there_are_pages(docs: Path) -> None:
    """raises  Refusal where a folder of pages cannot be one"""
    from execmath.documents.site import page_paths

    if not docs.is_dir():
        raise Refusal(codes.NO_FOLDER, f"{docs} is not a folder")
    try:
        paths = page_paths(docs)
    except OSError as error:
        raise Refusal(codes.NO_FOLDER, f"{docs} cannot be read: {error.strerror}") from None
    if not paths:
        raise Refusal(codes.NO_FOLDER, f"{docs} holds no page; the name of a page ends in .md")
