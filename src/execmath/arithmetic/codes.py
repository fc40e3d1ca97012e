"""What is wrong with a value: the codes C100 to C199."""

from __future__ import annotations

from execmath.runtime.codes import code

NO_VALUE = code(
    "C101", "An expression has no value",
    "Look at the piece that is pointed at, at the point that is named: a logarithm of what is not "
    "positive, a division by zero, an index outside of a vector, a sum without an end. State a "
    "hypothesis that excludes the point, or name a smaller domain.")
UNDECIDED = code(
    "C102", "A value is not known well enough",
    "At the highest precision the balls still do not tell. Often two sides of a strict inequality "
    "are equal at the point that is named, or a condition is on the edge: exclude the edge by a "
    "hypothesis, or write the relation that holds there.")
MISMATCH = code(
    "C103", "Things that do not go together",
    "A number stands where a vector belongs, or the other way round. Look at what is declared and "
    "at what the operation takes; a transposed vector is written v^\\top.")
TOO_MUCH = code(
    "C104", "A limit of size is reached",
    "A sum, a dimension, an exponent or the order of a derivative is larger than what is tried. "
    "Name a smaller size in an instance of the claim, or write what is large in a closed form.")
EXHAUSTED = code(
    "C105", "A statement takes more work than it may",
    "Nested sums and integrals multiply. Define the inner one under a name of its own, so that it "
    "is worked out once, or split the chain into several displays.")
