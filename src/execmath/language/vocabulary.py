"""What the commands of LaTeX mean to the grammar: relations, functions, folds, brackets."""

from __future__ import annotations

RELATIONS = {"=": "=", "<": "<", ">": ">", r"\le": "<=", r"\ge": ">=", r"\ne": "!="}

FUNCTIONS = {
    r"\log": "log", r"\ln": "log", r"\exp": "exp", r"\sin": "sin", r"\cos": "cos", r"\tan": "tan",
    r"\arctan": "atan", r"\sinh": "sinh", r"\cosh": "cosh", r"\tanh": "tanh", r"\Gamma": "gamma",
    r"\psi": "digamma", r"\psi'": "trigamma", r"\operatorname{erf}": "erf", r"\det": "det",
    r"\operatorname{tr}": "trace", r"\operatorname{diag}": "diag",
}
# Of these a power between the name and the argument is one of the value: \sin^2 x. (With an
# exponent of -1 it is the inverse function, and with a logarithm it may be an iterated one.)
OF_ANGLES = frozenset({r"\sin", r"\cos", r"\tan", r"\sinh", r"\cosh", r"\tanh"})
# The argument of one ends where another of these begins: \sin x \cos y.
ELEMENTARY = OF_ANGLES | {r"\log", r"\ln", r"\arctan"}
# With a matrix behind its argument: of the product, or times it?
OF_MATRICES = frozenset({r"\det", r"\operatorname{tr}", r"\operatorname{diag}"})
CLEAR = frozenset({r"\Gamma", r"\psi", r"\psi'", r"\operatorname{erf}"})  # \Gamma(x)^2 is a square
FOLDS = {r"\sum": "sum", r"\prod": "product", r"\max": "max", r"\min": "min",
         r"\argmax": "argmax", r"\argmin": "argmin", r"\sup": "sup", r"\inf": "inf"}
CLOSING = {"(": ")", "[": "]", r"\{": r"\}", "|": "|", r"\lVert": r"\rVert", r"\langle": r"\rangle"}
OPENERS = frozenset({"(", "[", "{", r"\{"})
CLOSERS = frozenset({")", "]", "}", r"\}", r"\right."})
SEPARATORS = (",", ";", r"\mid", r"\|")  # between the arguments of a function
ARRAYS = tuple(rf"\begin{{{name}}}" for name in (
    "pmatrix", "bmatrix", "vmatrix", "matrix", "smallmatrix", "array", "cases"))
OPERATORS = frozenset({*FUNCTIONS, *FOLDS, r"\int", r"\nabla", r"\lim"})
# What a factor starts with, other than a letter, a number or a bar.
STARTING = OPERATORS | {"(", "[", r"\{", r"\Pr", r"\lVert", r"\langle", r"\frac", r"\sqrt",
                        r"\partial", r"\binom", r"\left.", "{", *ARRAYS}
