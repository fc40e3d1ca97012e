"""What is wrong with pages, their register and their proofs, before and after the mathematics."""

from __future__ import annotations

from execmath.runtime.codes import code

# ----------------------------------------------------------------- L600: pages and displays

FRONT_MATTER = code("L601", "Front matter that cannot be read",
                    "It stands at the top of the page between two lines of ---, and is YAML.")
NOT_CLOSED = code("L602", "Something is never closed",
                  "Close the display, the comment or the block that begins at this line.")
BESIDE_DISPLAY = code("L603", "Something stands beside a display",
                      "Between the lines of $$ stands the display and nothing else; a comment "
                      "about it stands above.")
NO_LABEL = code("L604", "A display without a good label",
                "Give it one \\label{…}, of lower-case words joined by hyphens.")
LABEL_TAKEN = code("L605", "A label that another display has", "Choose another label.")
BUILDS_ON = code("L606", "A page builds on none, or on itself",
                 "Under `builds_on` stand paths of other pages, below the folder of pages.")
DIRECTIVE = code("L607", "A comment to the machine that it does not understand",
                 "The message lists what a comment can say.")
MISPLACED = code("L608", "A comment that does not fit its display",
                 "Take it away, or put it above the display that it is about.")
UNUSED = code("L609", "A letter without a use",
              "Take its definition or declaration away, or use it.")
CIRCULAR = code("L610", "A letter is defined by itself", "Define it by other letters.")
NO_INSTANCE = code("L611", "A claim is executed for what is no instance",
                   "Behind `also for` stand labels of displays that are marked as instances.")
IDLE_INSTANCE = code("L612", "An instance without a claim",
                     "Name it above a claim: `execmath: also for: LABEL`.")
PINS_NOTHING = code("L613", "An instance of which nothing could be false",
                    "Add a row that says what the pages define by the other rows, in closed form: "
                    "of a family, `A(\\eta) := …`.")
REFERENCE = code("L614", "A reference to what is not there",
                 "Over a relation stands the label of a display, or the number of one that has it "
                 "in a \\tag on this page.")
ODD_END = code("L615", "A character that some take for the end of a line",
               "Put an end of line or a plain space in its place.")
NO_FOLDER = code("L620", "A folder of pages that cannot be read",
                 "Name a folder that is there and holds Markdown pages.")
NO_PAGE = code("L621", "A page that cannot be read",
               "A page is a text file in UTF-8, which you may read.")
OPTION = code("L622", "An option that makes no sense", "The message says what it may be.")

TAKEN_IN = code("L624", "Text is taken in that nothing has read",
                "Write displays on the page itself; what a page takes in holds none, and stands "
                "below the folder of pages or beside it.")
NO_PART = code("L623", "The parts of a check do not make a whole",
               "Join all parts of one run, made with the same pages, options and key.")

# ------------------------------------------------------------------------ L650: the register

REGISTER_LINE = code("L650", "A line of the register that cannot be read",
                     "Lines are added by `execmath register`, and never changed.")
LABEL_GONE = code("L651", "A label that was published is gone",
                  "Put it back, or retire it in favor of another.")
SAYS_OTHERWISE = code("L652", "A label says something else than it did",
                      "Another equation needs another label; the same in other symbols is "
                      "restated, with a reason.")
RETIRED = code("L653", "A retired label is in use, or leads nowhere",
               "A retired label names the one that took its place, and no display.")
NOT_REGISTERED = code("L654", "A label that is not registered",
                      "Run `execmath register` on the folder of pages, and commit the register.")

# -------------------------------------------------------------------------- C550: the proofs

PROVES_NOTHING = code("C550", "A proof of what no page displays",
                      "Name the theorem after the label of a claim, with _ for -.")
NO_FORMAL_READING = code("C551", "A claim that has a proof has no formal reading",
                         "The message says which part has none. Rewrite it, or drop the proof.")
STALE_STATEMENT = code("C552", "A formal statement is not what the page says",
                       "Run `execmath proofs DOCS FORMAL --write`; then its proof has to follow.")
PROOF_FAILS = code("C553", "A proof fails", "The prover's message stands at its line.")
AXIOM = code("C554", "A proof rests on an axiom that is not on the list",
             "Prove it without, or put the axiom on the list, for good reasons.")
IDLE_LEMMA = code("C556", "A lemma on which nothing displayed rests",
              "Remove it, or prove a displayed claim with it.")
NO_PROVER = code("C555", "There is no prover",
                 "Install Rocq (Coq) with Coquelicot; on Debian: coq libcoq-coquelicot.")
