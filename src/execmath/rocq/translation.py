"""The tree of an expression -> a term of the prover, with the rules for all classes of node.

`Scope` is where a statement is written, and `Scope.translate` follows the rules; here it gets them.
"""

from execmath.rocq import choices, integrals, letters, linear_algebra, operators, powers, terms
from execmath.rocq.scope import Scope, rule

__all__ = ["Scope", "choices", "integrals", "letters", "linear_algebra", "operators", "powers",
           "rule", "terms"]
