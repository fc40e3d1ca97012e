"""The table of all diagnostics, for a page: each kind with its code, and what to do about it.

It is made from the list of the codes itself; so none can be missing on the page.
"""

from __future__ import annotations

import re
from html import escape

from execmath.runtime.codes import every_code

CODE = re.compile(r"`([^`]*)`|(\$\$|\$[^$]+\$|\\[A-Za-z$]+(?:\{[^}]*\})?)")


def diagnostics(letter: str) -> str:
    """HTML of a table: the codes that begin with `letter`, each with an anchor of its name."""
    rows = [f'<tr id="{one.name}"><td><code>{one.name}</code></td><td>{_html(one.title)}</td>'
            f"<td>{_html(one.remedy)}</td></tr>"
            for one in every_code() if one.name.startswith(letter)]
    head = "<tr><th>Code</th><th>What is wrong</th><th>What to do</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"


def _html(text: str) -> str:
    """What is code, or LaTeX, is set as code."""
    return CODE.sub(lambda match: f"<code>{match[1] or match[2]}</code>", escape(text, quote=False))
