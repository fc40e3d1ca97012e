"""Two ways to write one sign, and what is not seen: for the grammar, the register, the search.

The register and the search take a few more for the same than the grammar does: they compare what
somebody may have pasted from elsewhere. What the register takes for the same never shrinks, or
its digests would change.
"""

from __future__ import annotations

# What looks the same, or is the same in another size.
SYNONYMS = {
    r"\leq": r"\le", r"\geq": r"\ge", r"\neq": r"\ne", r"\lbrace": r"\{", r"\rbrace": r"\}",
    r"\dots": r"\ldots", r"\cdots": r"\ldots", r"\dotsc": r"\ldots", r"\dotsb": r"\ldots",
    r"\coloneqq": ":=", r"\triangleq": ":=",
    r"\dfrac": r"\frac", r"\tfrac": r"\frac", r"\lbrack": "[", r"\rbrack": "]",
    r"\vert": "|", r"\lvert": "|", r"\rvert": "|", r"\rightarrow": r"\to",
    r"\intercal": r"\top", r"\gt": ">", r"\lt": "<", r"\Vert": r"\|", r"\parallel": r"\|",
    r"\cr": r"\\", r"\equiv": "=",
    r"\dbinom": r"\binom", r"\tbinom": r"\binom", r"\ast": "*", r"\star": "*",
}
# What says the same in another notation.
SAYING_THE_SAME = {
    r"\ln": r"\log", r"\boldsymbol": r"\mathbf", r"\bm": r"\mathbf", r"\|": r"\lVert",
    r"\rVert": r"\lVert",
}

# Space and the size of brackets are for the eye.
INVISIBLE = frozenset(
    r"\, \; \: \> ~ \quad \nonumber \notag \middle \displaystyle \textstyle \limits \nolimits"
    r" \left \right \big \Big \bigg"
    r" \Bigg \bigl \Bigl \biggl \Biggl \bigr \Bigr \biggr \Biggr \bigm \Bigm \biggm \Biggm"
    r" \mathstrut".split()
) | {"\\ "}
# So is how a display is laid out in rows, and what the grammar refuses for moving signs.
LAYOUT = INVISIBLE | frozenset(r"\! \> \qquad \middle \nonumber \notag \\ \cr & ~ $".split())


def same(token: str) -> str:
    """The one spelling of what the register and the search take for the same."""
    token = SYNONYMS.get(token, token)
    return SAYING_THE_SAME.get(token, token)


TABLE = {token: same(token) for token in (*SYNONYMS, *SAYING_THE_SAME)}
