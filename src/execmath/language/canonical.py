"""What a formula says, whatever its spacing: LaTeX -> a list of tokens that two spellings share.

The register of labels takes its digests from them, and the search its words. It is not the
grammar: it reads any LaTeX, also what somebody pastes from elsewhere, and it does not change when
the grammar grows.
"""

from __future__ import annotations

import re

from execmath.language.synonyms import LAYOUT as UNSEEN
from execmath.language.synonyms import same

TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|:=|\S", re.DOTALL)
COMMENT = re.compile(r"(?<!\\)%.*")
# Taken out with their argument: what names a formula, and what lays it out.
ENVIRONMENT = re.compile(r"\\(?:label|begin|end|tag)\s*\{[^{}]*\}")
# A word is one name, the same in each of these.
WORD = re.compile(r"\\(?:operatorname|mathrm|mathit|mathsf|text)\*?\s*\{([^{}\\]*)\}")

def tokens(tex: str) -> list[str]:
    """The tokens of a formula; braces stay only where they hold several tokens together."""
    tex = WORD.sub(_as_command, ENVIRONMENT.sub(" ", COMMENT.sub("", tex)))
    listed = _bare([same(token) for token in TOKEN.findall(tex) if token not in UNSEEN])
    while listed and listed[-1] in (".", ","):
        listed.pop()
    return listed


def _as_command(match: re.Match[str]) -> str:
    return " \\" + re.sub(r"[^A-Za-z]", "", match[1]) + " " if match[1].strip() else " "


def _bare(listed: list[str]) -> list[str]:
    """Without braces around nothing or around a single token: x_{i} is x_i."""
    bare: list[str] = []
    for token in listed:
        if token == "}" and bare[-1:] == ["{"]:
            bare.pop()
        elif token == "}" and bare[-2:-1] == ["{"]:
            bare[-2:] = bare[-1:]
        else:
            bare.append(token)
    return bare
