"""Problems as they are printed, without the codes of their kinds."""

from __future__ import annotations

import re

CODED = re.compile(r"^(\S+:\d+[^\n]*?): [LCS]\d{3} ", re.MULTILINE)


def uncoded(text: object) -> str:
    return CODED.sub(r"\1: ", str(text))
