"""A formula as words: those of its tokens, and those by which somebody would ask for it.

`search.js` does to a query what `search_terms` does; a test holds the two together.
"""

from __future__ import annotations

import re
from itertools import pairwise

from execmath.language.canonical import tokens

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
    shown = [token for token in tokens(tex) if token not in ("{", "}")]
    # A derivative is written as a fraction and is none.
    shown = [token for token, after in pairwise([*shown, ""])
             if (token, after) != (r"\frac", r"\partial")]
    words = [SPOKEN.get(token, "") for token in shown]
    pairs = list(pairwise(shown))
    words += ["exponential"] * (("e", "^") in pairs)
    words += ["expectation mean"] * ((r"\mathbb", "E") in pairs)
    words += ["second derivative hessian"] * ((r"\nabla", "^") in pairs)
    return list(dict.fromkeys(word for group in words for word in group.split()))
