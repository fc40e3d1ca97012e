"""The table of all diagnostics, for a page: each kind with its code, and what to do about it.

It is made from the list of the codes itself; so none can be missing on the page.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from html import escape
from importlib.util import find_spec

from execmath.runtime.codes import registered

PACKAGES = ("execmath", "mkdocs_execmath")  # the second where a site is built
MODULE = "codes"  # in which codes are registered, whatever the package
CODE = re.compile(r"`([^`]*)`|(\$\$|\$[^$]+\$|\\[A-Za-z$]+(?:\{[^}]*\})?)")


def diagnostics(letter: str) -> str:
    """HTML of a table: the codes that begin with `letter`, each with an anchor of its name."""
    _load()
    rows = [f'<tr id="{one.name}"><td><code>{one.name}</code></td><td>{_html(one.title)}</td>'
            f"<td>{_html(one.remedy)}</td></tr>"
            for one in registered() if one.name.startswith(letter)]
    head = "<tr><th>Code</th><th>What is wrong</th><th>What to do</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"


def _load() -> None:
    """All modules that register codes: a code is known once its module is imported."""
    for package in PACKAGES:
        spec = find_spec(package)
        folders = spec.submodule_search_locations if spec is not None else None
        for module in pkgutil.walk_packages(folders or (), f"{package}."):
            if module.name.rpartition(".")[2] == MODULE:
                importlib.import_module(module.name)


def _html(text: str) -> str:
    """What is code, or LaTeX, is set as code."""
    return CODE.sub(lambda match: f"<code>{match[1] or match[2]}</code>", escape(text, quote=False))
