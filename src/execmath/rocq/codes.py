"""What is wrong with formal statements and with files of proofs: the codes C500 to C549."""

from __future__ import annotations

from execmath.runtime.codes import code

REFUSED = code("C501", "A claim has no formal reading",
               "The message names what the reading for the prover does not cover. Write it with "
               "what is covered, or leave the claim without a proof.")
DISAGREES = code("C502", "A formal statement has other values than its page",
                 "Executed at drawn points, the statement for the prover and the display give "
                 "different numbers: one of the two readings is wrong. Report it, with the "
                 "display.")
NOT_EXECUTED = code("C503", "A formal statement that cannot be executed",
                    "The message names what stands in its way. The proof counts all the same; look "
                    "at the formal statement yourself.")
MISUSE = code("C504", "A file of proofs says what could weaken a statement",
              "A file of proofs has definitions, lemmas and their proofs, in sections. Leave out "
              "what assumes, sets, loads or renames, and give the file a name of its own.")
