"""`objects.inv`, the file by which other sites refer to this one by name: its equations.

The format is Sphinx's, version 2: intersphinx resolves :ref:`log-sum-exp`, and mkdocs-autorefs
[log-sum-exp][]. What an inventory holds already (mkdocstrings puts the API there) is kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

HEADER = "# Sphinx inventory version 2\n# Project: {project}\n# Version: {version}\n" \
         "# The remainder of this file is compressed using zlib.\n"


def lines(inventory: bytes) -> list[str]:
    """The entries of an inventory; raises ValueError for another format."""
    parts = inventory.split(b"\n", 4)
    if len(parts) < 5 or parts[0] != b"# Sphinx inventory version 2":
        raise ValueError("not a Sphinx inventory of version 2")
    return zlib.decompress(parts[4]).decode().splitlines()


def with_equations(inventory: bytes | None, addresses: Mapping[str, str],
                   titles: Mapping[str, str], project: str) -> bytes:
    """An inventory with the label, the address and the title of each equation."""
    existing = lines(inventory) if inventory else []
    added = [f"{label} std:label -1 {address} {titles[label]}"
             for label, address in addresses.items()]
    body = "".join(f"{line}\n" for line in [*existing, *added])
    header = HEADER.format(project=project, version="")
    return header.encode() + zlib.compress(body.encode(), 9)
