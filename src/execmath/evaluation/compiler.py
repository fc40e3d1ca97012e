"""The tree of an expression -> a function from points to values, in any arithmetic.

The tree is walked once; what remains are small functions that call each other. An arithmetic
supplies numbers, quotients, powers, the functions everybody knows, derivatives and integrals;
`balls` and `floats` are two of them. A point (`Env`) gives the letters their values.

The compiler is `base.Compiler`; here it gets all its rules.
"""

from execmath.evaluation import (
    arrays,
    derivatives,
    letters,
    limits,
    numbers,
    probabilities,
    sets,
    sums,
)
from execmath.evaluation.base import Compiler, Env, Evaluator

__all__ = ["Compiler", "Env", "Evaluator", "arrays", "derivatives", "letters", "limits", "numbers",
           "probabilities", "sets", "sums"]
