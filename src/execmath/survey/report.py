"""What a survey says: each display that cannot be read, and the shares and reasons at the end."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

REASONS = 20  # at most, in the text


class Line(NamedTuple):
    """One display: where it is, whether it can be read, and what stands in the way."""

    file: str
    line: int
    readable: bool
    kind: str = ""  # of a statement
    code: str = ""
    reason: str = ""  # the title of the code, or the message where there is none
    message: str = ""
    at_line: int = 0
    token: str = ""


def as_text(lines: Sequence[Line]) -> str:
    unread = [line for line in lines if not line.readable]
    told = [f"{line.file}:{line.at_line}: {line.code} {line.message}"
            + (f"   at {line.token}" if line.token else "") for line in unread]
    return "\n".join([*told, *([""] if told else []), *_summary(lines)])


def _summary(lines: Sequence[Line]) -> list[str]:
    if not lines:
        return ["no display"]
    readable = sum(line.readable for line in lines)
    shares = [f"{readable} of {len(lines)} displays can be read as written, once their letters "
              f"are declared ({_percent(readable, len(lines))})"]
    files = len({line.file for line in lines})
    if files > 1:
        whole = sum(all(one.readable for one in lines if one.file == name)
                    for name in {line.file for line in lines})
        shares.append(f"{whole} of {files} files can be read whole")
    for reason, count in _reasons(lines).most_common(REASONS):
        shares.append(f"{count:6}  {reason}")
    return shares


def _reasons(lines: Sequence[Line]) -> Counter[str]:
    return Counter(f"{line.reason}: {line.token}" if line.token and len(line.token) < 16
                   else line.reason for line in lines if not line.readable)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %"


def as_json(lines: Sequence[Line]) -> str:
    readable = sum(line.readable for line in lines)
    return json.dumps({
        "displays": len(lines), "readable": readable,
        "reasons": [{"reason": reason, "displays": count}
                    for reason, count in _reasons(lines).most_common()],
        "each": [line._asdict() for line in lines],
    }, ensure_ascii=False, indent=1)
