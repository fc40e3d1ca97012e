"""What the opening of a code block may say, and which packages its code rests on.

markdown-exec is forgiving: an attribute misspelt means that a block is not run. Here that is a
fault, with its line. A block without such attributes is not meant to run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from execmath.code import codes
from execmath.documents.diagnostics import Diagnostic
from execmath.documents.markdown import Block
from execmath.runtime import fingerprint
from execmath.runtime.cache import digest

ALLOWED = {
    "exec": {"true"},
    "source": {"above", "below", "material-block", "tabbed-left", "tabbed-right"},
    "result": {"text", "python", "json", "console"},
    "html": {"true"},
    "session": None,  # any name
    "title": None,
}
SHOWN = frozenset(("title", "linenums", "hl_lines"))  # on a block that nobody means to run
LISTED = re.compile(r"\{[^{}]*\}")  # an opening as attr_list has it
INFO = re.compile(r'(?P<language>[^\s{="]*)(?P<attributes>(?:\s+[\w-]+="[^"]*")*)\s*')
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def fault(block: Block) -> str:
    """What is wrong with how a block is opened, or nothing: a block of any language that says
    nothing of being run is shown as it is."""
    match = INFO.fullmatch(block.info)
    if match is None:
        is_shown = LISTED.fullmatch(block.info) and "exec" not in block.info
        return "" if is_shown else f'cannot read "{block.info}"; attributes are written key="value"'
    language, attributes = match["language"], dict(ATTRIBUTE.findall(match["attributes"]))
    if attributes.keys() <= SHOWN:
        return ""
    return _fault_of_attributes(attributes) or _fault_of_execution(language, attributes)


def _fault_of_attributes(attributes: Mapping[str, str]) -> str:
    for key, value in attributes.items():
        if key not in ALLOWED:
            return f"no attribute {key!r}; there are {', '.join(sorted(ALLOWED))}"
        allowed = ALLOWED[key]
        if allowed is not None and value not in allowed:
            return f'{key}="{value}" is not one of {", ".join(sorted(allowed))}'
    return ""


def _fault_of_execution(language: str, attributes: Mapping[str, str]) -> str:
    if "exec" not in attributes:
        return ('a python block that would not run; write ```python exec="true" …'
                if language == "python" else "")
    if language != "python":
        return f"exec on a block of {language or 'no language'}; only python is run"
    if "session" not in attributes:
        return 'a block without session="…" shares nothing with the others; name one'
    return ""


def problem(page: str, block: Block) -> Diagnostic | None:
    """The same as a diagnostic of the page."""
    message = fault(block)
    return Diagnostic(page, block.line, "", message, codes.OPENING) if message else None


def attributes(block: Block) -> dict[str, str]:
    return dict(ATTRIBUTE.findall(block.info))


def is_executed(block: Block) -> bool:
    return attributes(block).get("exec") == "true"


def version_of(packages: Iterable[str]) -> str:
    """Changes with what packages do, their docstrings among it, and with the numpy and the Python
    below them; not with their comments."""
    files = [file for package in packages for folder in _folders(package)
             for file in sorted(folder.rglob("*")) if file.is_file() and file.suffix != ".pyc"]
    return digest(sys.version, _installed("numpy"), *map(fingerprint.visible, files))


def text_of(packages: Iterable[str]) -> str:
    """Changes with every letter of the packages: for pages that show their source."""
    return digest(*(file.read_bytes() for package in packages for folder in _folders(package)
                    for file in sorted(folder.rglob("*.py"))))


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _folders(package: str) -> list[Path]:
    spec = find_spec(package)
    return [Path(folder) for folder in (spec and spec.submodule_search_locations) or []]
