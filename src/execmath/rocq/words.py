"""The names of formal statements: those that are taken, and what a label is called.

A page's own definitions stand in one module with its statements, and there each name hides the
library's. So no name of a page may be a word that statements are written in: `check_words` sees
that every word of a statement is one of these, a name of a page, or bound where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

KEYWORDS = frozenset(
    "as at cofix else end exists fix for forall fun if in let match return then with where Prop Set"
    " Type SProp using IF mod".split())
LIBRARY = frozenset(
    "nat list R In exp ln sqrt PI INR Rabs Rpower sin cos sinh cosh tanh is_derive ex_derive"
    " ex_derive_n Derive locally RInt ex_RInt RInt_gen ex_RInt_gen at_point Rbar_locally m_infty"
    " p_infty Series ex_series is_series fact".split())
PRELUDE = frozenset(
    "binomial range sum product maximum minimum matrix_power unit_vector one_hots in_simplex"
    " is_distribution is_permutation update".split())
# Not written by statements, and kept from confusion all the same.
OTHERS = frozenset("seq map Rmax Rmin S O True False statement statements prelude".split())
RESERVED = KEYWORDS | LIBRARY | PRELUDE | OTHERS
HAS_VALUE = "_has_value"  # ends the name of the condition under which a definition has a value

WORD = re.compile(r"[A-Za-z_][\w']*")


def name_of(label: str) -> str:
    """What a label is called in the prover: a name that no word of the library is.

    A label has letters, digits and hyphens between them, so a name begins or ends with `_` only
    where it is given one here, and no two labels have the same.
    """
    name = label.replace("-", "_")
    if name[0].isdigit():
        name = f"_{name}"
    return f"{name}_" if name in RESERVED or name.endswith(HAS_VALUE) else name


def strange_words(text: str, names: Iterable[str]) -> list[str]:
    """The words of a statement's text that are none of its own `names`, nor of the language."""
    allowed = KEYWORDS | LIBRARY | PRELUDE | {"Definition"} | set(names) | set(binders(text))
    return [word for word in WORD.findall(text) if word not in allowed]


BINDERS = re.compile(r"\bfun\s+([\w ]+?)\s*=>|\bforall\s+([\w ]+?)\s*[:,]|\(([\w ]+?)\s:\s")


def binders(text: str) -> list[str]:
    """The names that a text binds."""
    return [name for groups in BINDERS.findall(text) for names in groups for name in names.split()]
