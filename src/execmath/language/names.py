r"""Words in a face: which are names, and which of them look the same when they are typeset.

Two spellings with one look are one name, or they are refused: `\mathrm{a}` and `\operatorname{a}`
are one; `\mathbf{\eta}` is typeset as `\eta` is, and is none.
"""

from __future__ import annotations

import re

UPRIGHT = r"\operatorname"  # and \mathrm, \text below a letter: one face in three spellings
CAPITALS = (r"\mathcal", r"\mathbb")  # fonts that have no small letters
WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
PHRASE = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
GREEK_WORD = re.compile(r"\\[A-Za-z]+")
SPECIAL = frozenset({r"\mathbf{0}", r"\mathbf{1}", r"\mathbb{1}"})  # zeros, ones, the indicator
WITHOUT_BOLD = frozenset({r"\ell"})  # in the fonts of MathJax
LIKE_A_STROKE = frozenset({"I", "l"})  # without serifs, which of them?

# What TeX has a command for, or what has a sign of its own: nobody's name.
OPERATIONS = frozenset(
    "log ln lg exp sqrt sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth max min"
    " sup inf lim limsup liminf det dim ker deg gcd arg hom Pr abs mod floor ceil sum prod int"
    " frac binom".split())
OUTCOME = r"\value{"  # in front of a random letter: its value; no author can type it
NUMBERS_ABOVE = r"^{(\bullet)}"  # of letters with a number above; no author can type it

# What the grammar or every reader knows by these: a page gives them no other meaning.
RESERVED = frozenset(
    [rf"\mathbb{{{letter}}}" for letter in "RNZQCE1"]
    + [rf"\operatorname{{{word}}}" for word in "tr diag erf Var Cov".split()])


def name_of(face: str, word: str, greek: frozenset[str]) -> str:
    """The name that a word in a face is.

    raises  ValueError, which says why it is none
    """
    face = UPRIGHT if face in (r"\mathrm", r"\operatorname*") else face
    name = f"{face}{{{word}}}"
    if name in SPECIAL:
        return name
    if GREEK_WORD.fullmatch(word):
        return _greek(face, word, greek)
    if not WORD.fullmatch(word):
        raise ValueError(f"{word!r} is not a name; it looks like what it is not")
    _check_look(face, word)
    return word if face == r"\mathit" else name


def _greek(face: str, word: str, greek: frozenset[str]) -> str:
    if word not in greek:
        raise ValueError(f"{word} is not a letter")
    if word in WITHOUT_BOLD:
        raise ValueError(rf"{face}{{{word}}} looks like {word}, of which there is no bold one")
    if face != r"\boldsymbol":
        raise ValueError(f"{face}{{{word}}} looks like {word}; a bold one is "
                         rf"\boldsymbol{{{word}}}")
    return f"{face}{{{word}}}"


def _check_look(face: str, word: str) -> None:
    if face == UPRIGHT and word in OPERATIONS:
        raise ValueError(f"{word} is a function that everybody knows; write its command, "
                         f"as in \\{word}, or take another name")
    if face not in (UPRIGHT, r"\mathsf", r"\mathcal") and len(word) > 1:
        raise ValueError(f"{face}{{{word}}} looks like a product of letters; a word is written "
                         rf"\operatorname{{{word}}}")
    if face in CAPITALS and not word.isupper():
        raise ValueError(f"{face} has capital letters only, and {word!r} is none")
    if face == r"\mathsf" and word in LIKE_A_STROKE:
        raise ValueError(f"{word} without serifs looks like another sign")


def spell(name: str) -> str:
    r"""`\eta` as eta, `\mathbf{1}` as 1; x^{(1)}, x^{(2)}, ... as x^(i)."""
    if NUMBERS_ABOVE in name:
        return spell(name.partition(NUMBERS_ABOVE)[0]) + "^(i)"
    if name.startswith(OUTCOME):
        return spell(name.removeprefix(OUTCOME)[:-1]).lower()
    inner = name.split("{")[-1].rstrip("}") if "{" in name else name
    return inner.replace("\\", "")
