"""Files of proofs as one text, so that the prover loads its library once and not for each of them.

A file becomes a module. The name of the module is a digest of the text, so that no text can end its
own module and say something outside of it; the name of the file is another one for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from execmath.runtime.cache import digest

REQUIRED = re.compile(r"^Require Import ([\w ]+)\.", re.MULTILINE)


def as_one(texts: Mapping[str, str], order: Iterable[str]) -> str:
    """The files in the order of dependence. One that requires another in an unusual way is not
    understood by the prover, which then has to be given file by file."""
    return "".join(_module(name, _imported(texts[name], texts), module_of(name, texts))
                   for name in order)


def module_of(name: str, texts: Mapping[str, str]) -> str:
    """What the text of a file is called in the whole."""
    return f"m_{digest(name, texts[name])}"


def _module(name: str, text: str, module: str) -> str:
    return f"Module {module}.\n{text}\nEnd {module}.\nModule {name} := {module}.\n"


def _imported(text: str, files: Mapping[str, str]) -> str:
    """What is there already is not looked for in a file."""
    return REQUIRED.sub(lambda line: f"Import {line[1]}." if files.keys() >= {*line[1].split()}
                        else line[0], text)
