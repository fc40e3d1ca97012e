"""What can be wrong with what is written: the codes of the language."""

from __future__ import annotations

from execmath.runtime.codes import code

# ------------------------------------------------------------------------ signs, names, limits

UNKNOWN_SIGN = code("L100", "A sign that the grammar does not have",
                    "Write it with a command of LaTeX that the grammar page lists. What cannot be "
                    "executed may be shown, marked as not executed, with a reason.")
LIMIT = code("L101", "More than a display may have",
             "Break the display up: give its parts names by definitions of their own.")
NOT_A_NAME = code("L102", "A name that looks like something else",
                  "A name is a letter, or a word of letters and digits that begins with a letter.")

NAME_OF_FUNCTION = code("L103", "The name of a function that everybody knows",
                        "Choose another name; this one has a meaning already.")
LOOKS_THE_SAME = code("L104", "Two letters that look the same",
                      "Typeset, the two cannot be told apart. Write one letter in one way, and "
                      "give the other another name.")
PICTURE = code("L105", "What would move, hide or overprint a sign",
               "Take it out: what is seen is what is read. Spaces that keep things apart may stay.")

# ----------------------------------------------------------------------------- how it is put

EXPECTED = code("L110", "Something else belongs here",
                "The mark shows the place; the message says what may stand there.")
NOT_IN_GRAMMAR = code("L111", "A notation that the grammar does not have",
                      "The grammar page lists what can be executed, and how it is written.")
UNBALANCED = code("L112", "A bracket without its partner",
                  "Close each bracket with the one that belongs to it.")
ONE_TOKEN = code("L113", "TeX takes a single sign",
                 "Behind ^, _ and \\frac TeX takes one sign only; put more than one in braces.")
NOT_A_PRODUCT = code("L114", "What does not look like a product",
                     "Write \\cdot between the factors, or a comma between two statements.")
TWO_READINGS = code("L115", "Two readings",
                    "The message shows both. Brackets decide which of them is meant.")
DIVISION = code("L116", "A derivative or a quotient",
                "Write \\mathrm{d} for the derivative, or give the number another name than d.")

# --------------------------------------------------------------------------------- meanings

NO_MEANING = code("L120", "A letter without a meaning",
                  "Declare it (\\in) or define it (:=) above, or behind \\qquad in this display.")
WRONG_KIND = code("L121", "A set or a function in the place of a number",
                  "A set belongs behind \\in; a function has its argument in brackets behind it.")
SECOND_MEANING = code("L122", "A second meaning within a section",
                      "Choose another letter, or begin a new section.")
CIRCULAR = code("L123", "A definition by itself", "Define the letter by others.")
NO_DOMAIN = code("L124", "A parameter without a domain",
                 "Declare the parameter, above on the page or behind \\qquad.")
ARITY = code("L125", "Too many or too few arguments",
             "A function has as many arguments as its definition has parameters.")
RANDOM = code("L126", "A random letter in the place of a number",
              "A random letter has a law and no value: take its mean, its variance, or the "
              "probability of an event.")

# ------------------------------------------------------------------------------- statements

NO_STATEMENT = code("L130", "Neither a declaration, a definition nor a claim",
                    "A declaration has \\in, a definition :=, a claim a relation such as =.")
ROWS = code("L131", "Rows that do not belong together",
            "One aligned environment holds the rows; hypotheses stand behind the last of them.")
NOT_A_HYPOTHESIS = code("L132", "Not a hypothesis",
                        "A hypothesis is a membership, a relation or an abbreviation with :=. What "
                        "is to be read only belongs into the text.")
DEFINITION = code("L133", "Not the form of a definition",
                  "A letter, or a letter with its parameters in brackets, then := and one right "
                  "side; behind \\qquad the domains of the parameters only.")
INSTANCE = code("L134", "Not the form of an instance",
                "A row for each letter: what it is (:=) or where it lives (\\in).")

# ------------------------------------------------------------------------------ expressions

ELLIPSIS = code("L140", "An ellipsis without a pattern",
                "The first item has a number where the last has an expression, and they agree in "
                "all else; in between the items count up by one.")
HOW_MANY = code("L141", "How many items there are",
                "As a definition, a codomain says it: (1, \\ldots, 1) \\in \\mathbb{R}^k.")
INDEX_SET = code("L142", "An index without its set",
                 "Write a first and a last value, or \\in and a set, below the sum.")
DERIVATIVE = code("L143", "Not the form of a derivative",
                  "Name the letter: \\frac{\\partial}{\\partial x}, \\nabla_x, or f'(x) of a "
                  "function of one number.")
AT_A_POINT = code("L144", "Not the form of a value at a point",
                  "Write \\left. f(s) \\right|_{s = 0}.")
INTEGRAL = code("L145", "Not the form of an integral",
                "Write \\int_a^b f(x) \\, dx; an integrand that is a sum needs brackets.")
EXPECTATION = code("L146", "Not the form of an expectation",
                   "Write \\mathbb{E}_{x \\sim p}[x], which names the letter and its density.")
MATRIX = code("L147", "Not the form of a matrix", "All rows have as many entries.")
CASES = code("L148", "Not the form of cases",
             "Each row has a value, & and its condition; the one for all others is the last.")
INDICATOR = code("L149", "Not the form of an indicator", "Write \\mathbf{1}[x = y].")
SET = code("L150", "Not a set of the grammar", "The grammar page has a table of sets.")
