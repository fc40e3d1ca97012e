"""What is wrong with a statement that was executed: the codes C200 to C299."""

from __future__ import annotations

from execmath.runtime.codes import code

FAILS = code("C201", "A claim fails",
             "Suspect the page first: the simplest point shows both sides, and the message says "
             "which small change would make it hold.")
UNDECIDED = code("C202", "A claim is undecided",
                 "Both sides could not be told apart, or have no value, at the point shown. "
                 "Exclude such points by a hypothesis behind \\qquad, or write the formula so that "
                 "it has a value there.")
NOT_EXECUTED = code("C203", "A statement cannot be executed",
                    "The message says what is missing. What cannot be executed may be shown, "
                    "marked as not executed, with a reason.")
NOTHING_COMPARED = code("C204", "Nothing was compared",
                        "No point meets the hypotheses; a claim about nothing is no claim.")
FAILS_IN_INSTANCE = code("C205", "A claim fails in a particular case",
                         "Correct the instance, or do not execute the claim for it.")
HOLDS_AND_MARKED = code("C206", "A claim is marked as refuted, and holds",
                        "Take the comment `execmath: refuted` away, or display the mistake.")
NOT_REFUTED = code("C207", "A claim is marked as refuted, and was not shown false",
                   "A mistake has to be false at a point where both sides have a value.")
