r"""What a formula says, whatever its spacing: LaTeX -> a list of tokens that two spellings share.

The register of labels takes its digests from them, and the search its words. It is not the
grammar: it reads any LaTeX, also what somebody pastes from elsewhere, and it does not change when
the grammar grows. `assets/search.js` does the same to a query; a test holds the two together.
"""

from __future__ import annotations

import re
from itertools import pairwise

TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|:=|\S", re.DOTALL)
COMMENT = re.compile(r"(?<!\\)%.*")
# Taken out with their argument: what names a formula, and what lays it out.
LAYOUT = re.compile(r"\\(?:label|begin|end|tag)\s*\{[^{}]*\}")
# A word is one name, the same in each of these.
WORD = re.compile(r"\\(?:operatorname|mathrm|mathit|mathsf|text)\*?\s*\{([^{}\\]*)\}")

INVISIBLE = frozenset(
    r"\, \; \: \! \> \quad \qquad \displaystyle \textstyle \limits \nolimits \left \right \middle"
    r" \big \Big \bigg \Bigg \bigl \Bigl \biggl \Biggl \bigr \Bigr \biggr \Biggr \bigm \mathstrut"
    r" \nonumber \notag \\ & ~ $".split()
) | {"\\ "}

SYNONYMS = {
    r"\leq": r"\le", r"\geq": r"\ge", r"\neq": r"\ne", r"\dfrac": r"\frac", r"\tfrac": r"\frac",
    r"\dots": r"\ldots", r"\cdots": r"\ldots", r"\dotsc": r"\ldots", r"\dotsb": r"\ldots",
    r"\coloneqq": ":=", r"\lbrace": r"\{", r"\rbrace": r"\}", r"\lbrack": "[", r"\rbrack": "]",
    r"\vert": "|", r"\lvert": "|", r"\rvert": "|", r"\|": r"\lVert", r"\rVert": r"\lVert",
    r"\Vert": r"\lVert", r"\rightarrow": r"\to", r"\gt": ">", r"\lt": "<", r"\ln": r"\log",
    r"\intercal": r"\top", r"\boldsymbol": r"\mathbf", r"\bm": r"\mathbf",
}


def tokens(tex: str) -> list[str]:
    """The tokens of a formula; braces stay only where they hold several tokens together."""
    tex = WORD.sub(_as_command, LAYOUT.sub(" ", COMMENT.sub("", tex)))
    found = [SYNONYMS.get(token, token) for token in TOKEN.findall(tex)]
    found = _bare([token for token in found if token not in INVISIBLE])
    while found and found[-1] in (".", ","):
        found.pop()
    return found


def _as_command(match: re.Match[str]) -> str:
    return " \\" + re.sub(r"[^A-Za-z]", "", match[1]) + " " if match[1].strip() else " "


def _bare(found: list[str]) -> list[str]:
    """Without braces around nothing or around a single token: x_{i} is x_i."""
    kept: list[str] = []
    for token in found:
        if token == "}" and kept[-1:] == ["{"]:
            kept.pop()
        elif token == "}" and kept[-2:-1] == ["{"]:
            kept[-2:] = kept[-1:]
        else:
            kept.append(token)
    return kept


NAMES = {
    "_": "sub", "^": "sup", "=": "equals", "(": "open", ")": "close", "[": "open", "]": "close",
    r"\{": "open", r"\}": "close", "+": "plus", "-": "minus", "/": "over", "|": "bar", "<": "less",
    ">": "greater", ":=": "becomes", ",": "comma", ";": "comma", ".": "point", "!": "factorial",
    ":": "colon", "*": "times", "'": "prime",
}


def search_terms(tex: str) -> list[str]:
    r"""Words for a search index: each token, and each pair of neighbors.

    A piece of a formula has all its terms among the terms of the whole, and a different formula
    seldom has. Case counts in a formula and not in an index, so A is written `capa`.
    """
    words = [_word(token) for token in tokens(tex) if token not in ("{", "}")]
    pairs = [f"tex{a}x{b}" for a, b in pairwise(words)]
    return list(dict.fromkeys([f"tex{word}" for word in words] + pairs))


def _word(token: str) -> str:
    if token in NAMES:
        return NAMES[token]
    name = re.sub(r"[A-Z]", lambda match: f"cap{match[0].lower()}", token.lstrip("\\"))
    return re.sub(r"[^a-z0-9]", lambda match: f"u{ord(match[0]):x}", name)


SPOKEN = {
    r"\partial": "partial derivative", r"\nabla": "gradient derivative", r"\sum": "sum",
    r"\prod": "product", r"\int": "integral", r"\log": "logarithm", r"\exp": "exponential",
    r"\frac": "fraction quotient", r"\sqrt": "square root", r"\max": "maximum", r"\min": "minimum",
    r"\det": "determinant", r"\tr": "trace", r"\top": "transpose", r"\Var": "variance",
    r"\Cov": "covariance", r"\le": "inequality", r"\ge": "inequality", "<": "inequality",
    ">": "inequality", r"\infty": "infinity", r"\Gamma": "gamma function", r"\sup": "supremum",
    r"\inf": "infimum", r"\diag": "diagonal",
}


def spoken(tex: str) -> list[str]:
    """The words by which somebody would ask for a formula who does not know its notation.

    A search looks for words that begin as asked, so that `exp` finds `exponential`.
    """
    commands = [token.lstrip("\\") for token in tokens(tex)
                if token[1:].isalpha() and token not in SPOKEN]
    return list(dict.fromkeys([*said(tex), *commands]))


def said(tex: str) -> list[str]:
    """Of these, the words for operations; the names of letters and functions are left out."""
    found = [token for token in tokens(tex) if token not in ("{", "}")]
    # A derivative is written as a fraction and is none.
    found = [token for token, after in pairwise([*found, ""])
             if (token, after) != (r"\frac", r"\partial")]
    words = [SPOKEN.get(token, "") for token in found]
    pairs = list(pairwise(found))
    words += ["exponential"] * (("e", "^") in pairs)
    words += ["expectation mean"] * ((r"\mathbb", "E") in pairs)
    words += ["second derivative hessian"] * ((r"\nabla", "^") in pairs)
    return list(dict.fromkeys(word for group in words for word in group.split()))
