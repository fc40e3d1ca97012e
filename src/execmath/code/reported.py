"""What a text of the verbs reports, read without loading what they compute with."""

from __future__ import annotations

import re

REPORT = re.compile(r"(?:(\S+) computes \S+|\S+ holds with (.+)) in float64:\n {2}\d.*")


def functions_of(text: str) -> list[str]:
    """The functions of which a text reports, once each; none if it says anything else as well."""
    reports = re.split(r"\n(?! )", text.strip("\n"))
    matches = [REPORT.fullmatch(report) for report in reports]
    if not all(matches):
        return []
    names = [name for match in matches if match
             for name in [match[1] or "", *re.findall(r"= ([^,]+)", match[2] or "")] if name]
    return list(dict.fromkeys(names))
