"""What is wrong with a check that notices too little: the codes C300 to C399."""

from __future__ import annotations

from execmath.runtime.codes import code

SURVIVES = code("C301", "An altered formula holds just as well",
                "The claim says more or less than it seems, or the check is too weak. If the "
                "altered formula is true as well, and is meant to be, say so above the display.")
STALE = code("C302", "What the page says is also true is no altered formula",
             "Correct the comment, or take it away.")
REVERSED = code("C303", "A reversed relation is not rejected",
                "The bound is attained everywhere, or its points do not reach so far.")
BOUNDS = code("C304", "Too few altered bounds are rejected",
              "Put the bound at the end of a chain of equalities, where it is sharper.")
UNSEEN = code("C305", "A term that is not zero can be dropped unseen",
              "Write the sum or the integral so that it is computed where its terms are large.")
